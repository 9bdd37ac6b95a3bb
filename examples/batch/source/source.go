// Package source reads scraped pages out of the files in which crawls are kept: pages one a
// file, JSON lines and WARC, each plain or compressed with gzip or Zstandard.
//
// Reading is in two steps. A [Reader] cuts a file into items, in one goroutine, cheaply;
// [Item.Page] decodes an item, in as many goroutines as there are cores.
package source

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"time"
)

// An Item is one page as it lies in its file, not decoded yet.
type Item struct {
	File        string // as the caller named it
	Record      int64  // its number in the file, from 0; 0 where the file is the page
	Kind        Kind
	Data        []byte    // the page, the line or the block of the WARC record
	URL         string    // of a WARC record; a JSON line has its address in Data
	ContentType string    // of a WARC record
	Fetched     time.Time // of a WARC record
	Err         error     // why there is no Data: ErrTooLarge or ErrDamaged
}

// A Kind says what the Data of an Item are.
type Kind string

// The kinds of items.
const (
	File     Kind = "file"     // a page
	JSONLine Kind = "json"     // a JSON object with a page in it
	Response Kind = "response" // an HTTP response, with its header
	Resource Kind = "resource" // a page, with what the WARC record knows of it
)

// KindOf tells from the name of a file what kind its items are. A WARC may hold a Resource
// beside Responses.
func KindOf(name string) Kind {
	kind, _ := format(name)
	return kind
}

// format tells what a file holds, and the ending that says how it is compressed, if it is.
func format(name string) (kind Kind, compression string) {
	name = strings.ToLower(name)
	if ending := path.Ext(name); ending == ".gz" || ending == ".zst" {
		name, compression = strings.TrimSuffix(name, ending), ending
	}
	switch path.Ext(name) {
	case ".warc":
		return Response, compression
	case ".jsonl", ".ndjson":
		return JSONLine, compression
	}
	return File, compression
}

// ID names the page among all that are read: the file, and the record where it holds several.
func (it Item) ID() string {
	if it.Kind == File {
		return it.File
	}
	return fmt.Sprintf("%s#%d", it.File, it.Record)
}

// A Page is the bytes of a page and what its container knows of it.
type Page struct {
	URL         string
	ContentType string // with the charset, as the server sent it
	Fetched     time.Time
	Body        []byte
}

// Page decodes the item. With an error, which is one of this package, the Page holds what
// could be told all the same.
func (it Item) Page(o Options) (Page, error) {
	page := Page{URL: it.URL, Fetched: it.Fetched}
	if it.Err != nil {
		return page, it.Err
	}
	switch it.Kind {
	case JSONLine:
		return jsonPage(it, o)
	case Response:
		return httpPage(it, o)
	case Resource:
		page.ContentType = it.ContentType
		page.Body = it.Data
		return page, acceptable(page)
	}
	page.Body = it.Data
	return page, nil
}

// The errors of Item.Page, beside StatusError; they are compared with errors.Is.
var (
	ErrDamaged  = errors.New("damaged input") // cut off, corrupt, or not the format that the name says
	ErrTooLarge = errors.New("too large")     // more than Options.MaxBytes
	ErrNoPage   = errors.New("not a page")    // a picture, a script, an empty record
)

// A StatusError is the answer of a server that is not 200: there is no page, or that of an error.
type StatusError struct{ Status string }

func (e *StatusError) Error() string { return "HTTP status " + e.Status }

// Options say how to read. The zero Options are fine.
type Options struct {
	MaxBytes  int64  // the most that is kept of a page; 0 stands for 8 MiB
	PageField string // the field of a JSON line that holds the page; "" stands for "html", then "text"
	URLField  string // the field of a JSON line that holds the address; "" stands for "url"
}

// defaultMaxBytes is above the largest news page seen (5 MB).
const defaultMaxBytes = 8 << 20

func (o Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return defaultMaxBytes
	}
	return o.MaxBytes
}
