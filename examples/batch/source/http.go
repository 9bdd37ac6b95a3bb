package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// httpPage decodes the HTTP response in a WARC record. It is read more tolerantly than
// net/http does, which refuses status lines and headers that crawls are full of.
func httpPage(it Item, o Options) (Page, error) {
	page := Page{URL: it.URL, Fetched: it.Fetched}
	status, header, body := splitResponse(it.Data)
	page.ContentType = header.Get("Content-Type")
	if status != "200" {
		return page, &StatusError{Status: statusClass(status)}
	}
	body, err := decodeBody(body, header, o.maxBytes())
	if err != nil {
		return page, err
	}
	page.Body = body
	return page, acceptable(page)
}

// splitResponse cuts a response into its status code, its header and its body.
func splitResponse(response []byte) (status string, header textproto.MIMEHeader, body []byte) {
	line := func() (string, bool) {
		raw, rest, found := bytes.Cut(response, []byte("\n"))
		response = rest
		text := strings.TrimRight(string(raw), "\r")
		return text, found && text != ""
	}
	header = textproto.MIMEHeader{}
	first, ok := line()
	if _, status, _ = strings.Cut(first, " "); status != "" {
		status, _, _ = strings.Cut(strings.TrimSpace(status), " ")
	}
	for ok {
		var field string
		if field, ok = line(); !ok {
			break
		}
		if name, value, isField := strings.Cut(field, ":"); isField {
			header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return status, header, response
}

// statusClass keeps statuses few, to be counted by: three digits, or "unknown".
func statusClass(status string) string {
	if code, err := strconv.Atoi(status); err == nil && 100 <= code && code <= 599 {
		return status
	}
	return "unknown"
}

// decodeBody undoes the transfer and content encodings. Many crawlers store the body decoded
// and keep the header: what does not begin as the header says is taken as it is.
func decodeBody(body []byte, header textproto.MIMEHeader, limit int64) ([]byte, error) {
	if strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") {
		plain, err := readUpTo(httputil.NewChunkedReader(bytes.NewReader(body)), limit)
		switch {
		case errors.Is(err, ErrTooLarge):
			return nil, err
		case err == nil:
			body = plain
		}
	}
	encodings := strings.Split(header.Get("Content-Encoding"), ",")
	for i := len(encodings) - 1; i >= 0; i-- { // the last was applied last
		decoder := contentDecoder(strings.ToLower(strings.TrimSpace(encodings[i])), body)
		if decoder == nil {
			continue
		}
		plain, err := readUpTo(decoder, limit)
		switch {
		case errors.Is(err, ErrTooLarge):
			return nil, err
		case err == nil:
			body = plain
		}
	}
	return body, nil
}

// contentDecoder returns nil where the body is not encoded so.
func contentDecoder(encoding string, body []byte) io.Reader {
	var decoder io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		decoder, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate": // zlib by the standard, raw by habit
		if decoder, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			decoder, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		decoder = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		var frames *zstd.Decoder
		if frames, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20)); err == nil {
			decoder = frames
		}
	}
	if err != nil {
		return nil
	}
	return decoder
}

// acceptable is ErrNoPage for what is neither HTML nor text by its own account.
func acceptable(p Page) error {
	if len(p.Body) == 0 {
		return fmt.Errorf("%w: empty", ErrNoPage)
	}
	if p.ContentType == "" {
		return nil
	}
	kind, _, err := mime.ParseMediaType(p.ContentType)
	if err != nil && kind == "" {
		return nil // a header that nobody can read tells nothing
	}
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown":
		return nil
	}
	return fmt.Errorf("%w: %s", ErrNoPage, kind)
}
