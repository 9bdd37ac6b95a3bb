package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// jsonLines reads a file of one JSON object a line. Empty lines are passed over.
func (r *Reader) jsonLines(content *bufio.Reader) func() (Item, error) {
	// A line is longer than the page in it by its escapes and its other fields.
	limit := 2 * r.options.maxBytes()
	return func() (Item, error) {
		for {
			line, err := readLine(content, limit)
			switch {
			case errors.Is(err, ErrTooLarge):
				return Item{Err: err, Kind: JSONLine}, nil
			case err != nil:
				return Item{}, err
			}
			if line = bytes.TrimSpace(line); len(line) > 0 {
				return Item{Data: line, Kind: JSONLine}, nil
			}
		}
	}
}

// readLine returns the next line. One that is longer than limit bytes is passed over and
// gives ErrTooLarge; io.EOF comes alone, behind the last line.
func readLine(content *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLarge := false
	for {
		part, err := content.ReadSlice('\n')
		if tooLarge = tooLarge || int64(len(line)+len(part)) > limit; tooLarge {
			line = nil
		} else {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (len(line) > 0 || tooLarge):
		case err != nil:
			return nil, err
		}
		if tooLarge {
			return nil, fmt.Errorf("%w: a line of more than %d bytes", ErrTooLarge, limit)
		}
		return line, nil
	}
}

// jsonPage decodes a line. Fields that are not strings are as good as absent.
func jsonPage(it Item, o Options) (Page, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(it.Data, &fields); err != nil {
		return Page{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	text := func(names ...string) string {
		for _, name := range names {
			var s string
			if json.Unmarshal(fields[name], &s) == nil && s != "" {
				return s
			}
		}
		return ""
	}
	pageFields, urlField := []string{"html", "text"}, "url"
	if o.PageField != "" {
		pageFields = []string{o.PageField}
	}
	if o.URLField != "" {
		urlField = o.URLField
	}
	body := text(pageFields...)
	page := Page{URL: text(urlField), Body: []byte(body)} // JSON is UTF-8: a content type would only mislead
	page.Fetched, _ = time.Parse(time.RFC3339, text("fetched"))
	switch {
	case body == "":
		return page, fmt.Errorf("%w: no field %v", ErrNoPage, pageFields)
	case int64(len(body)) > o.maxBytes():
		return page, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, o.maxBytes())
	}
	return page, nil
}
