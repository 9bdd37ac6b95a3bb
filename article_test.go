package newsparse_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
)

// everything is an article with a value in every field.
func everything() *newsparse.Article {
	day := newsparse.Date{Time: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC), Printed: "19 April 2024"}
	instant := newsparse.Date{
		Time:    time.Date(2024, 4, 19, 14, 5, 6, 789_000_000, time.FixedZone("", 5*3600+45*60)),
		HasTime: true, Printed: "2024-04-19T14:05:06.789+05:45",
	}
	link := newsparse.Mark{Kind: newsparse.Link, Start: 2, End: 6, URL: "https://example.org/?a=1&b=<2>"}
	return &newsparse.Article{
		Title: "Bridge <reopens>", Kicker: "Local & near", Standfirst: "After “two” years", Dateline: "ALDERPORT (Example Wire)",
		Authors:   []newsparse.Author{{Name: "Ada Example", URL: "https://example.org/ada"}, {Name: "Example Wire", Organization: true}},
		Published: instant, Modified: day, Scraped: day,
		Publisher: newsparse.Publisher{Name: "The Alderport Echo", URL: "https://example.org/"},
		Origin:    newsparse.Publisher{Name: "Example Wire"},
		Section:   []string{"News", "Local"}, Tags: []string{"bridges"}, Language: "pt-BR", URL: "https://example.org/a",
		Image:     &newsparse.Image{URL: "https://example.org/a.jpg", Alt: "A bridge", Credit: "Example Pictures", Width: 1200, Height: 630},
		Paywalled: true, Truncated: true, FromMetadata: true, RightToLeft: true,
		Genre: newsparse.GenreAnalysis, AMP: "https://example.org/amp/a", License: "https://example.org/licence", Corrections: []string{"Correction: two years, not three."},
		Header: []newsparse.Block{{Kind: newsparse.TitleLine, Text: "Bridge <reopens>"}},
		Body: []newsparse.Block{
			{Kind: newsparse.LiveEntry, Text: "14:05", Time: instant},
			{Kind: newsparse.Paragraph, Text: "A line\nand another\u2028 مرحبا", Marks: []newsparse.Mark{link}},
			{Kind: newsparse.Heading, Text: "Next", Level: 3},
			{Kind: newsparse.List, Ordered: true, Items: []newsparse.Item{{Text: "a link", Marks: []newsparse.Mark{link}}, {Text: "deeper", Depth: 1}}},
			{Kind: newsparse.Table, Rows: []newsparse.Row{{{Text: "Year", Header: true}, {Text: ""}}, {{Text: "a link", Marks: []newsparse.Mark{link}}}}},
			{Kind: newsparse.Figure, Text: "The bridge", Image: &newsparse.Image{URL: "https://example.org/b.jpg"}},
			{Kind: newsparse.Embed, URL: "https://example.org/video", Provider: "example.org", Media: newsparse.MediaVideo},
		},
		Removed: []newsparse.Removal{{Reason: newsparse.ShareBar, Text: "Share", Place: newsparse.Place{Block: 7, Line: 3, Path: "body/div.share"}}},
		Repairs: []newsparse.Repair{{Kind: newsparse.StrayStop, Before: "of. the", After: "of the", Confidence: .93}},
		Candidates: []newsparse.Candidate{
			{Field: "title", Source: "og:title", Value: "Bridge <reopens> – Echo", Confidence: .1},
			{Field: "published", Source: "json-ld", Value: "2024-04-19T14:05:06.789+05:45"},
			{Field: "title", Source: "h1", Value: "Bridge <reopens>", Chosen: true, Confidence: 1.0 / 3},
		},
		Confidence: 0.1 + 0.2,
	}
}

// Marshal and Unmarshal give the same Article, wherever the reader is.
func TestJSONRoundTrip(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("NPT", 5*3600+45*60)} {
		time.Local = zone
		for name, want := range map[string]*newsparse.Article{"everything": everything(), "nothing": {}} {
			data, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			got := new(newsparse.Article)
			if err := json.Unmarshal(data, got); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s, read in %s, differs:\n got %+v\nwant %+v", name, zone, got, want)
			}
		}
	}
}

// No field of everything is empty, so that the round trip covers all of them.
func TestEverythingIsComplete(t *testing.T) {
	v := reflect.ValueOf(*everything())
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("field %s is empty", v.Type().Field(i).Name)
		}
	}
}

// An empty field takes no room in JSON.
func TestJSONOmitsWhatThePageDoesNotTell(t *testing.T) {
	data, err := json.Marshal(newsparse.Article{Title: "T"})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"title":"T","confidence":0}`; string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
}

func TestEvidence(t *testing.T) {
	got := everything().Evidence("title")
	if len(got) != 2 || !got[0].Chosen || got[0].Source != "h1" || got[1].Source != "og:title" {
		t.Errorf("want the chosen candidate first, then the one that lost, of the title only: %+v", got)
	}
}

// Evidence is kept where it is asked for, and asking changes nothing else.
func TestEvidenceIsKeptWhereAskedFor(t *testing.T) {
	pages, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no golden cases: ", err)
	}
	for _, name := range pages {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		parse := func(p newsparse.Parser) *newsparse.Article {
			art, _ := p.Parse(context.Background(), bytes.NewReader(raw), newsparse.Source{})
			return art
		}
		with, without := parse(newsparse.Parser{Evidence: true}), parse(newsparse.Parser{})
		if with == nil || without == nil {
			continue
		}
		if without.Candidates != nil {
			t.Errorf("%s: nobody asked for %+v", name, without.Candidates)
		}
		if with.Title != "" && len(with.Evidence("title")) == 0 {
			t.Errorf("%s: nothing tells where the title is from", name)
		}
		with.Candidates = nil
		if !reflect.DeepEqual(with, without) {
			t.Errorf("%s: asked for evidence, the Article is another one:\n got %+v\nwant %+v", name, with, without)
		}
	}
}

func TestDateString(t *testing.T) {
	instant := time.Date(2024, 4, 19, 14, 5, 6, 0, time.FixedZone("", -3600))
	for want, date := range map[string]newsparse.Date{
		"":                          {},
		"2024-04-19":                {Time: instant},
		"2024-04-19T14:05:06-01:00": {Time: instant, HasTime: true},
	} {
		if got := date.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzJSON(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text, address string, choices []byte) {
		text, address = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(address, "?")
		want := rendertest.Article(text, address, choices)
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		got := new(newsparse.Article)
		if err := json.Unmarshal(data, got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	})
}

func TestCleanKeepsATextWithoutAStory(t *testing.T) {
	for text, want := range map[string]string{
		"The old crane is to be taken down in May.": "The old crane is to be taken down in May.",
		"Crane to go\nShare this":                   "Crane to go",
	} {
		if got := strings.Join(newsparse.Clean(text).Paragraphs, "|"); got != want {
			t.Errorf("Clean(%q): %q, want %q", text, got, want)
		}
	}
}
