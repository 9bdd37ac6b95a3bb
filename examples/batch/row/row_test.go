package row

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/source"
	"github.com/seed-90a94633/newsparse/examples/batch/source/sourcetest"
)

func TestExtract(t *testing.T) {
	x := Extractor{Parts: newsparse.Wide, Article: true}
	data := []byte(sourcetest.StoryResponse(1).Block)
	r, failure, err := x.Extract(context.Background(), source.Item{
		File: "a.warc", Record: 3, Kind: source.Response, URL: "https://alderport.example/story/1", Data: data, Fetched: sourcetest.Fetched,
	})
	if err != nil || failure != nil {
		t.Fatal(err, failure)
	}
	published := time.Date(2024, time.March, 8, 0, 0, 0, 0, time.UTC)
	for _, field := range []struct {
		name      string
		got, want any
	}{
		{"ID", r.ID, "a.warc#3"},
		{"URL", r.URL, "https://alderport.example/story/1"},
		{"Authors", r.Authors, []string{"Mara Lindqvist"}},
		{"Published", r.Published, "2024-03-08"},
		{"PublishedAt", *r.PublishedAt, published},
		{"Language", r.Language, "en"},
		{"paragraphs of Text", strings.Count(r.Text, "\n\n"), 5},
	} {
		if !reflect.DeepEqual(field.got, field.want) {
			t.Errorf("%s is %v, want %v", field.name, field.got, field.want)
		}
	}
	if !strings.HasPrefix(r.Title, "Report 1: ") {
		t.Errorf("Title is %q", r.Title)
	}
	var art newsparse.Article
	if err := json.Unmarshal(r.Article, &art); err != nil || art.Title != r.Title || art.Fingerprint() != r.Fingerprint {
		t.Errorf("Article holds %q, %v (%v)", art.Title, art.Fingerprint(), err)
	}
	var again Row
	if text, err := json.Marshal(r); err != nil {
		t.Error(err)
	} else if err := json.Unmarshal(text, &again); err != nil || !reflect.DeepEqual(*r, again) {
		t.Errorf("as JSON and back: %+v (%v)", again, err)
	}
}

func TestFailures(t *testing.T) {
	for _, tc := range []struct {
		item source.Item
		want string
	}{
		{source.Item{Data: []byte(sourcetest.Consent)}, "no article: consent wall"},
		{source.Item{Data: []byte("<html><body></body></html>")}, "no visible text"},
		{source.Item{Data: []byte("%PDF-1.7\n\x00\x01\x02")}, "not text"},
		{source.Item{Data: []byte(strings.Repeat("a ", 60_000))}, "too large"},
		{source.Item{Err: source.ErrTooLarge}, "too large"},
		{source.Item{Err: source.ErrDamaged}, "damaged input"},
		{source.Item{Kind: source.JSONLine, Data: []byte("{")}, "damaged input"},
		{source.Item{Kind: source.JSONLine, Data: []byte("{}")}, "not a page"},
		{source.Item{Kind: source.Response, Data: []byte("HTTP/1.1 503 Busy\r\n\r\n")}, "HTTP status 503"},
	} {
		x := Extractor{Parser: newsparse.Parser{MaxBytes: 100_000}}
		r, failure, err := x.Extract(context.Background(), tc.item)
		if r != nil || failure == nil || err != nil {
			t.Errorf("%s: %v, %v, %v", tc.want, r, failure, err)
			continue
		}
		if failure.Reason != tc.want || failure.Error == "" {
			t.Errorf("failure is %+v, want %q", failure, tc.want)
		}
	}
	if got := Reason(io.ErrClosedPipe); got != "other" {
		t.Errorf("an unknown error is %q", got)
	}
}

// A run that is stopped must not count the pages in its hands as failures.
func TestExtractStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, failure, err := new(Extractor).Extract(ctx, source.Item{Data: []byte(sourcetest.Story(1))})
	if r != nil || failure != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v, %v", r, failure, err)
	}
}
