// Package sourcetest makes pages and WARC files for tests.
package sourcetest

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/nlnwa/gowarc"
)

var functionWords = strings.Fields("the a of in and but with for from by on at to near before after while because that this their her his not only said has had was were is will would")

// Story is a news page that newsparse takes for an article. Stories with different seeds are
// on different things.
func Story(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	title := fmt.Sprintf("Report %d: the %s of %s", seed, noun(r), noun(r))
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="en"><head><title>%s | The Alderport Echo</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>%[1]s</h1><p class="byline">By Mara Lindqvist</p><time datetime="2024-03-08">8 March 2024</time>
`, title)
	for range 6 {
		b.WriteString("<p>")
		for range 3 {
			b.WriteString(sentence(r))
		}
		b.WriteString("</p>\n")
	}
	b.WriteString("</article><footer>© 2024 The Alderport Echo. All rights reserved.</footer></body></html>")
	return b.String()
}

// sentence is English in its function words only. No phrase comes back, as it would in a
// template: stories must not be near-duplicates of one another.
func sentence(r *rand.Rand) string {
	words := []string{"The"}
	for range 18 {
		word := noun(r)
		if r.IntN(2) == 0 {
			word = functionWords[r.IntN(len(functionWords))]
		}
		words = append(words, word)
	}
	return strings.Join(words, " ") + ". "
}

// noun is one of some ten thousand words that nobody uses.
func noun(r *rand.Rand) (word string) {
	syllables := strings.Fields("al bar cor den el fir gan hol im jor kas lun mer nor os pel quil ros sten tur ul ven wick yar zel")
	for range 3 {
		word += syllables[r.IntN(len(syllables))]
	}
	return word
}

// Consent is a page without an article.
const Consent = `<html><head><title>Before you continue</title></head><body>
<h1>We value your privacy</h1><p>We and our partners use cookies. Choose what you accept.</p>
<button>Accept all</button> <button>Reject all</button></body></html>`

// A Record is a record of a WARC file.
type Record struct {
	Type        gowarc.RecordType
	URL         string
	ContentType string // of the block
	Block       string
}

// Fetched is the date of all records.
var Fetched = time.Date(2024, time.March, 9, 6, 30, 0, 0, time.UTC)

// Response is the record of an HTTP response. Header lines are set apart with "\r\n".
func Response(url, status, header, body string) Record {
	return Record{gowarc.Response, url, "application/http; msgtype=response", "HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n" + body}
}

// StoryResponse is the response to a request for a Story.
func StoryResponse(seed uint64) Record {
	return Response(fmt.Sprintf("https://alderport.example/story/%d", seed), "200 OK", "Content-Type: text/html; charset=utf-8", Story(seed))
}

// WriteWARC writes a WARC file with a gzip member for each record, as crawls are kept, or
// plain.
func WriteWARC(w io.Writer, compressed bool, records ...Record) error {
	for _, r := range records {
		if err := writeRecord(w, compressed, r); err != nil {
			return err
		}
	}
	return nil
}

func writeRecord(w io.Writer, compressed bool, r Record) error {
	if compressed {
		member := gzip.NewWriter(w)
		defer member.Close()
		w = member
	}
	builder := gowarc.NewRecordBuilder(r.Type, gowarc.WithNoValidation())
	builder.AddWarcHeader(gowarc.WarcRecordID, "<urn:uuid:00000000-0000-4000-8000-000000000000>")
	builder.AddWarcHeaderTime(gowarc.WarcDate, Fetched)
	builder.AddWarcHeader(gowarc.ContentType, r.ContentType)
	builder.AddWarcHeaderInt(gowarc.ContentLength, len(r.Block))
	if r.URL != "" {
		builder.AddWarcHeader(gowarc.WarcTargetURI, r.URL)
	}
	if _, err := builder.WriteString(r.Block); err != nil {
		return err
	}
	record, _, err := builder.Build()
	if err != nil {
		return err
	}
	defer record.Close()
	_, _, err = gowarc.NewMarshaler().Marshal(w, record, 0)
	return err
}
