package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/jsonlines"
	"golang.org/x/net/html"
)

const bridgePage = `<!DOCTYPE html><html lang="en"><head><meta charset="Shift_JIS"><title>New bridge opens in Elmford</title>
<meta property="article:published_time" content="2024-03-05T09:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>New bridge opens in Elmford</h1>
<p>The new bridge over the Elm opened on Tuesday morning after almost three years of work, the town said, and the first cars crossed it before sunrise.</p>
<p>Mayor Ada Fenwick called it “a good day for everyone who crosses the river”, and thanked the builders, who had worked through two hard winters.</p>
<p>The old bridge had been closed since a flood damaged its pillars, and people had to drive twelve miles to the next crossing, which cost them half an hour a day.</p>
<p>Shops on both banks hope that their customers will come back now, and the ferry, which carried thousands in the meantime, will make its last trip on Sunday.</p>
</article></main><footer>© Elmford Herald</footer></body></html>`

const brückePage = `<html><head><title>Neue Brücke in Ulmenfurt</title><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head>
<body><div class="story"><h1>Neue Brücke in Ulmenfurt</h1>
<p>Die neue Brücke über die Ulme ist am Dienstag nach fast drei Jahren Bauzeit für den Verkehr geöffnet worden, wie die Stadt mitteilte.</p>
<p>Die Bürgermeisterin sprach von einem guten Tag für alle, die täglich über den Fluss müssen, und dankte den Arbeitern für ihre Mühe.</p>
<p>Die alte Brücke war nach einem Hochwasser gesperrt worden, seither führte der Weg über die Nachbarstadt, was viele Pendler eine halbe Stunde kostete.</p>
</div></body></html>`

// writeSet makes a corpus set of two pages, the second in Latin 1.
func writeSet(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "invented-dev")
	if err := os.MkdirAll(filepath.Join(dir, "pages"), 0o777); err != nil {
		t.Fatal(err)
	}
	latin1 := make([]byte, 0, len(brückePage))
	for _, r := range brückePage {
		latin1 = append(latin1, byte(r))
	}
	for id, content := range map[string][]byte{"0001": []byte(bridgePage), "brücke": latin1} {
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		w.Write(content)
		w.Close()
		write(t, filepath.Join(dir, "pages", id+".html.gz"), z.String())
	}
	write(t, filepath.Join(dir, "gold.jsonl"), `{"id": "0001", "url": "https://herald.example/bridge", "kind": "article"}
{"id": "brücke", "title": "no address"}
`)
	return dir
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestAllRunnersOverASet(t *testing.T) {
	set, err := openSet(writeSet(t), "")
	if err != nil {
		t.Fatal(err)
	}
	results, err := runSet(set, allRunners(oursOptions{convention: "news"}), 2)
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	for _, r := range results {
		if len(r.costs) != 2 || r.costs[0].time <= 0 || r.costs[0].bytes == 0 || r.costs[0].allocs == 0 || r.costs[0].page != len(bridgePage) {
			t.Errorf("%s: costs %+v", r.name, r.costs)
		}
		if err := writePredictions(filepath.Join(out, r.name), set.name, r.predictions); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(out, r.name, "invented-dev.jsonl")
		if r.name == "html.Parse" {
			if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("html.Parse has predictions")
			}
			continue
		}
		got, err := jsonlines.ReadAll[prediction](path)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 2 || got[0].ID != "0001" || got[1].ID != "brücke" {
			t.Fatalf("%s: predictions %+v", r.name, got)
		}
		if r.failures > 0 {
			t.Errorf("%s: %d failures", r.name, r.failures)
		}
		if !strings.Contains(got[0].Text, "“a good day for everyone") || !strings.Contains(got[1].Text, "Die alte Brücke war nach") {
			t.Errorf("%s: texts\n%s\n%s", r.name, got[0].Text, got[1].Text)
		}
		if i := slices.IndexFunc(got[0].Paragraphs, func(s string) bool { return strings.HasPrefix(s, "Shops on both banks") }); i < 3 {
			t.Errorf("%s: paragraphs %q", r.name, got[0].Paragraphs)
		}
	}
	var table strings.Builder
	printTable(&table, set, results)
	for _, name := range runnerNames(allRunners(oursOptions{})) {
		if !strings.Contains(table.String(), "\n"+name+" ") {
			t.Errorf("no line for %s in\n%s", name, table.String())
		}
	}
}

func TestTextInPlaceOfPages(t *testing.T) {
	dump := filepath.Join(t.TempDir(), "dump.jsonl")
	write(t, dump, `{"id": "brücke", "text": "Eine Zeile"}`+"\n")
	set, err := openSet(writeSet(t), dump)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"", "Eine Zeile"} {
		p, err := set.page(set.pages[i])
		if err != nil || p.text == nil || *p.text != want {
			t.Errorf("page %d: error %v, text %v", i, err, p.text)
		}
	}
}

func TestAPanicIsAFailure(t *testing.T) {
	set, err := openSet(writeSet(t), "")
	if err != nil {
		t.Fatal(err)
	}
	results, err := runSet(set, []runner{
		{"panics at once", func(*page) (toPrediction, error) { panic("at once") }},
		{"panics later", func(*page) (toPrediction, error) { return func() prediction { panic("later") }, nil }},
		{"partial", func(*page) (toPrediction, error) {
			return func() prediction { return prediction{Text: "half"} }, errors.New("half")
		}},
	}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.failures != 2 || len(r.predictions) != 2 || r.predictions[0].ID != "0001" {
			t.Errorf("%s: %d failures, predictions %+v", r.name, r.failures, r.predictions)
		}
	}
	if got := results[2].predictions[0].Text; got != "half" {
		t.Errorf("the partial result is %q", got)
	}
}

func TestOurPrediction(t *testing.T) {
	art := &newsparse.Article{
		Title:      "Bridge opens",
		Standfirst: "After three years.",
		Authors:    []newsparse.Author{{Name: "Ada Fenwick"}, {Name: "Elmford Desk", Organization: true}},
		Published:  newsparse.Date{Time: time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)},
		Header:     []newsparse.Block{{Kind: newsparse.TitleLine, Text: "Bridge opens"}, {Kind: newsparse.StandfirstLine, Text: "After three years."}},
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "It opened."},
			{Kind: newsparse.Heading, Text: "Why", Level: 2},
			{Kind: newsparse.Quote, Text: "At last."},
			{Kind: newsparse.Figure, Text: "The bridge."},
			{Kind: newsparse.List, Items: []newsparse.Item{{Text: "Cars"}, {Text: "Trams"}}},
			{Kind: newsparse.Table, Rows: []newsparse.Row{{{Text: "Length"}, {Text: "90 m"}}, {{Text: "Lanes"}, {}}}},
			{Kind: newsparse.Code, Text: "x = 1"},
			{Kind: newsparse.Note, Text: "Corrected."},
			{Kind: newsparse.Bio, Text: "Ada writes."},
		},
		Removed:    []newsparse.Removal{{Reason: newsparse.Related, Text: "Ferry stops"}, {Reason: newsparse.ShareBar, Text: "Share"}},
		Confidence: .9,
	}
	news := []string{"It opened.", "Why", "At last."}
	all := append(slices.Clone(news), "Cars", "Trams", "Length\t90 m", "Lanes", "x = 1")
	for convention, want := range map[string][]string{"news": news, "body": all, "wide": all} {
		p := ourPrediction(art, convention)
		if !slices.Equal(p.Paragraphs, want) || p.Text != strings.Join(want, "\n\n") {
			t.Errorf("%s: paragraphs %q, text %q", convention, p.Paragraphs, p.Text)
		}
	}

	got, err := json.Marshal(ourPrediction(art, "news"))
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(got, &fields); err != nil {
		t.Fatal(err)
	}
	wantFields := map[string]any{"title": "Bridge opens", "standfirst": "After three years.", "date": "2024-03-05",
		"authors": []any{"Ada Fenwick", "Elmford Desk"}, "confidence": .9}
	for name, want := range wantFields {
		if !reflect.DeepEqual(fields[name], want) {
			t.Errorf("%s is %v", name, fields[name])
		}
	}
	wantParts := []part{{"title", "Bridge opens"}, {"standfirst", "After three years."}, {"paragraph", "It opened."},
		{"heading", "Why"}, {"quote", "At last."}, {"caption", "The bridge."}, {"list", "Cars"}, {"list", "Trams"},
		{"table", "Length"}, {"table", "90 m"}, {"table", "Lanes"}, {"paragraph", "x = 1"}, {"note", "Corrected."},
		{"bio", "Ada writes."}, {"related", "Ferry stops"}}
	if parts := articleParts(art); !slices.Equal(parts, wantParts) {
		t.Errorf("parts %q", parts)
	}
}

// A page that tells but its last change has that date.
func TestTheDateOfAPrediction(t *testing.T) {
	day := func(d int) newsparse.Date { return newsparse.Date{Time: time.Date(2024, 3, d, 0, 0, 0, 0, time.UTC)} }
	for _, c := range []struct {
		published, modified newsparse.Date
		want                string
	}{
		{day(5), day(7), "2024-03-05"}, {newsparse.Date{}, day(7), "2024-03-07"}, {newsparse.Date{}, newsparse.Date{}, ""},
	} {
		if got := ourPrediction(&newsparse.Article{Published: c.published, Modified: c.modified}, "news").Date; got != c.want {
			t.Errorf("%v, %v: %q", c.published, c.modified, got)
		}
	}
}

func TestPeerText(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"<p>One <b>bold</b>\n word</p>two<div>three</div>", []string{"One bold word", "two", "three"}},
		{"one<br>line<br><br>another", []string{"one line", "another"}},
		{"<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", []string{"a", "b", "c", "d"}},
		{"<p>soft\u00ADly</p><script>x</script><!-- y -->", []string{"softly"}},
	}
	for _, tt := range tests {
		doc, err := html.Parse(strings.NewReader(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := paragraphs(doc); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.in, got)
		}
	}
	if got := paragraphs(nil); got != nil {
		t.Errorf("no result: %q", got)
	}
}

func TestPeerNames(t *testing.T) {
	for byline, want := range map[string][]string{
		"":                            nil,
		"Ada Fenwick":                 {"Ada Fenwick"},
		"By Ada Fenwick and Bo Lind":  {"Ada Fenwick", "Bo Lind"},
		"Ada Fenwick; Bo Lind":        {"Ada Fenwick", "Bo Lind"},
		"Von Ada Fenwick, Bo von Ulm": {"Ada Fenwick", "Bo von Ulm"},
	} {
		if got := names(byline); !slices.Equal(got, want) {
			t.Errorf("%q: %q", byline, got)
		}
	}
}

func TestChoose(t *testing.T) {
	chosen, err := choose(allRunners(oursOptions{convention: "news"}), "html.Parse,newsparse")
	if err != nil || !slices.Equal(runnerNames(chosen), []string{"html.Parse", "newsparse"}) {
		t.Errorf("%v, error %v", runnerNames(chosen), err)
	}
	if _, err := choose(allRunners(oursOptions{convention: "news"}), "newspaper"); err == nil {
		t.Error("an unknown name is no error")
	}
}

func TestQuantile(t *testing.T) {
	values := make([]float64, 101)
	for i := range values {
		values[i] = float64(i)
	}
	for q, want := range map[float64]float64{0: 0, .5: 50, .99: 99, 1: 100} {
		if got := quantile(values, q); got != want {
			t.Errorf("quantile %v is %v", q, got)
		}
	}
}
