package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/nlnwa/gowarc"
)

// warcRecords reads a WARC file. Responses, resources and conversions (the plain text of
// Common Crawl's WET files) are pages; other records are passed over. What stands between two
// records and is none is an item of its own, with ErrDamaged.
func (r *Reader) warcRecords(content *bufio.Reader) func() (Item, error) {
	records := gowarc.NewUnmarshaler(gowarc.WithNoValidation())
	quiet := &quietReader{from: content}
	content = bufio.NewReaderSize(quiet, 64<<10)
	var found []Item
	return func() (Item, error) {
		for len(found) == 0 {
			it, skipped, err := r.warcRecord(records, content)
			if quiet.err != nil && err != nil {
				err = quiet.err
			}
			if skipped > maxPadding {
				found = append(found, Item{Kind: Response, Err: fmt.Errorf("%w: %d bytes that are no WARC record", ErrDamaged, skipped)})
			}
			switch {
			case err == nil && it.Kind != "":
				found = append(found, it)
			case err != nil && len(found) == 0:
				return it, err
			}
			// An error behind skipped bytes comes again at the next call.
		}
		it := found[0]
		found = found[1:]
		return it, nil
	}
}

// warcRecord reads one record, and tells how many bytes it passed over to find it. The Item
// of a record that holds no page has no Kind; io.EOF comes where no further record begins.
func (r *Reader) warcRecord(records gowarc.Unmarshaler, content *bufio.Reader) (it Item, skipped int64, err error) {
	defer func() { // the reader of records indexes into a line without looking at its length
		if p := recover(); p != nil {
			err = fmt.Errorf("not a WARC record: %v", p)
		}
	}()
	if rest, err := content.Peek(maxPadding + 1); err != nil && len(bytes.TrimSpace(rest)) == 0 {
		return it, 0, err
	}
	record, skipped, _, err := records.Unmarshal(content)
	if err != nil {
		if err == io.EOF {
			content.Discard(maxPadding) // the few bytes that are left cannot begin a record
		}
		return it, skipped, notEOF(err)
	}
	defer func() {
		if closeErr := record.Close(); err == nil && closeErr != nil {
			err = notEOF(closeErr)
		}
	}()
	length, err := record.ContentLength()
	if err != nil { // the header is cut off
		return it, skipped, io.ErrUnexpectedEOF
	}
	it = itemOf(record)
	if it.Kind == "" {
		return it, skipped, nil
	}
	block, err := record.Block().RawBytes()
	if err != nil {
		return it, skipped, notEOF(err)
	}
	it.Data, err = readUpTo(block, r.options.maxBytes())
	switch {
	case errors.Is(err, ErrTooLarge):
		it.Err, err = err, nil
	case err == nil && int64(len(it.Data)) < length:
		err = io.ErrUnexpectedEOF
	}
	return it, skipped, notEOF(err)
}

// maxPadding is how many bytes may stand between two records without being called damage:
// the two line ends that close a record, and some that careless writers add.
const maxPadding = 16

// itemOf returns the item of a record, still without its data.
func itemOf(record gowarc.WarcRecord) (it Item) {
	header := record.WarcHeader()
	it.URL = strings.Trim(header.Get(gowarc.WarcTargetURI), "<>") // WARC 1.0 wraps it
	it.ContentType = header.Get(gowarc.ContentType)
	it.Fetched, _ = record.Date()
	switch record.Type() {
	case gowarc.Response:
		if strings.HasPrefix(it.ContentType, "application/http") { // others are of DNS or FTP
			it.Kind = Response
		}
	case gowarc.Resource, gowarc.Conversion:
		it.Kind = Resource
	}
	return it
}

// A quietReader ends where there is an error, and keeps it. The reader of records needs it: an
// error other than io.EOF inside a header would have it read on for ever.
type quietReader struct {
	from io.Reader
	err  error // not io.EOF
}

func (q *quietReader) Read(p []byte) (int, error) {
	n, err := q.from.Read(p)
	if err != nil && err != io.EOF {
		q.err, err = err, io.EOF
	}
	return n, err
}

// notEOF makes of an end of file inside a record what it is.
func notEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
