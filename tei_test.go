package newsparse_test

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
)

// teiContent says for each element that we write what TEI P5 lets stand in it, of what we
// write: "…" is text, "*" inline elements with it, "+" what may stand in a division.
var teiContent = map[string]string{
	"TEI": "teiHeader text", "teiHeader": "fileDesc encodingDesc profileDesc",
	"fileDesc": "titleStmt publicationStmt sourceDesc", "titleStmt": "title author",
	"publicationStmt": "publisher date p", "sourceDesc": "bibl", "bibl": "title author publisher date ptr note",
	"encodingDesc": "p", "profileDesc": "abstract langUsage textClass", "abstract": "p", "langUsage": "language",
	"language": "", "textClass": "keywords", "keywords": "term", "ptr": "",
	"title": "… *", "author": "persName orgName", "persName": "…", "orgName": "…", "publisher": "… *", "date": "… *", "term": "…",
	"text": "body", "body": "+", "div": "head argument byline dateline div +",
	"argument": "p", "byline": "… *", "dateline": "date", "head": "… * date", "p": "… *", "ab": "… * code", "code": "…",
	"quote": "p list table", "note": "… * p list table", "floatingText": "body", "list": "item", "item": "… * list",
	"table": "head row", "row": "cell", "cell": "… *", "figure": "head graphic figDesc", "graphic": "", "figDesc": "… *",
	"ref": "… *", "hi": "… *", "lb": "",
}

func teiAllows(parent, child string) bool {
	allowed := strings.Fields(teiContent[parent])
	in := func(group string, names ...string) bool {
		return slices.Contains(allowed, group) && slices.Contains(names, child)
	}
	return slices.Contains(allowed, child) || in("*", "ref", "hi", "lb") ||
		in("+", "div", "p", "ab", "quote", "note", "floatingText", "list", "table", "figure")
}

// checkTEI reads a TEI document and returns the words of its text element.
func checkTEI(t *testing.T, source string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(source))
	var open, before []string // the open elements, and the last child of each
	var text strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.Join(strings.Fields(text.String()), " ")
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, source)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if _, known := teiContent[name]; !known || token.Name.Space != "http://www.tei-c.org/ns/1.0" {
				t.Fatalf("unknown element %s in %s\n%s", name, token.Name.Space, source)
			}
			if n := len(open) - 1; n >= 0 {
				if !teiAllows(open[n], name) {
					t.Fatalf("%s in %s\n%s", name, open[n], source)
				}
				// What opens a division stands before all else, and a division after all else.
				opens := slices.Contains([]string{"head", "argument", "byline", "dateline"}, name)
				if open[n] == "div" && (opens && before[n] == "…" || name != "div" && before[n] == "div") {
					t.Fatalf("%s after %s in a div\n%s", name, before[n], source)
				}
				before[n] = "…"
				if opens || name == "div" {
					before[n] = name
				}
			}
			open, before = append(open, name), append(before, "")
		case xml.EndElement:
			open, before = open[:len(open)-1], before[:len(before)-1]
			if !slices.Contains([]string{"hi", "ref"}, token.Name.Local) {
				text.WriteByte(' ')
			}
		case xml.CharData:
			if strings.TrimSpace(string(token)) == "" {
				text.WriteByte(' ')
				break
			}
			if !strings.Contains(teiContent[open[len(open)-1]], "…") {
				t.Fatalf("text in %s: %q\n%s", open[len(open)-1], token, source)
			}
			if slices.Contains(open, "text") {
				text.Write(token)
			}
		}
	}
}

func tei(t *testing.T, a *newsparse.Article, parts newsparse.Parts) string {
	t.Helper()
	var out strings.Builder
	if err := a.WriteTEI(&out, parts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTEI(t *testing.T) {
	day := newsparse.Date{Time: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)}
	a := &newsparse.Article{
		Title: "Ferry <sails>", Kicker: "Harbour", Standfirst: "After a winter.", Language: "en", URL: site + "a?b=1&c=2",
		Authors:   []newsparse.Author{{Name: "Ada Example", URL: site + "ada"}, {Name: "Example Wire", Organization: true}},
		Published: day, Publisher: newsparse.Publisher{Name: "The Echo"}, Section: []string{"News"}, Confidence: .9,
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "It left\nat dawn.", Marks: []newsparse.Mark{mark(newsparse.Bold, 0, 2), mark(newsparse.Link, 8, 15)}},
			{Kind: newsparse.Heading, Text: "Fares", Level: 2},
			{Kind: newsparse.Heading, Text: "By night", Level: 3},
			{Kind: newsparse.List, Ordered: true, Items: []newsparse.Item{{Text: "one"}, {Text: "inner", Depth: 1}}},
			{Kind: newsparse.Heading, Text: "Next", Level: 2},
			{Kind: newsparse.Figure, Text: "The pier", Image: &newsparse.Image{URL: site + "a.jpg", Alt: "A pier", Width: 4, Height: 3}},
			{Kind: newsparse.Factbox, Text: "In figures"},
			{Kind: newsparse.LiveEntry, Text: "14:05", Time: day},
			{Kind: newsparse.Quote, Text: "We wait."},
			{Kind: newsparse.BylineLine, Text: "By Ada"},
		},
	}
	got := tei(t, a, newsparse.All)
	checkTEI(t, got)
	want := `<text xml:lang="en">
<body>
<div type="article">
<head type="kicker">Harbour</head>
<head type="main">Ferry &lt;sails&gt;</head>
<argument>
<p>After a winter.</p>
</argument>
<byline><ref target="https://example.org/ada">Ada Example</ref>, Example Wire</byline>
<dateline><date when="2024-04-19">2024-04-19</date></dateline>
<p><hi rend="bold">It</hi> left<lb/>
<ref target="https://example.org/">at dawn</ref>.</p>
<div type="section">
<head>Fares</head>
<div type="section">
<head>By night</head>
<list rend="numbered">
<item>one<list rend="numbered">
<item>inner</item>
</list>
</item>
</list>
</div>
</div>
<div type="section">
<head>Next</head>
<figure>
<head>The pier</head>
<graphic url="https://example.org/a.jpg" width="4px" height="3px"/>
<figDesc>A pier</figDesc>
</figure>
<floatingText type="factbox">
<body>
<p>In figures</p>
</body>
</floatingText>
</div>
<div type="entry">
<head><date when="2024-04-19">14:05</date></head>
<quote>
<p>We wait.</p>
</quote>
<ab type="byline">By Ada</ab>
</div>
</div>
</body>
</text>
</TEI>
`
	header, text, _ := strings.Cut(got, "<text ")
	if text = "<text " + text; text != want {
		t.Errorf("got %s\nwant %s", text, want)
	}
	for _, part := range []string{
		`<title type="main">Ferry &lt;sails&gt;</title>`, `<author><persName ref="https://example.org/ada">Ada Example</persName></author>`,
		"<author><orgName>Example Wire</orgName></author>", "<publisher>The Echo</publisher>", `<date type="published" when="2024-04-19">`,
		`<ptr target="https://example.org/a?b=1&amp;c=2"/>`, `<language ident="en"/>`, "<term>News</term>", "F1 of 0.90",
	} {
		if !strings.Contains(header, part) {
			t.Errorf("no %s in the header:\n%s", part, header)
		}
	}
}

// A TEI document is well formed, holds each element where TEI wants it, and has the words of
// the plain text.
func FuzzTEI(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text, address string, choices []byte) {
		a := rendertest.Article(text, address, choices)
		checkTEI(t, tei(t, a, newsparse.All))
		parts := newsparse.All &^ (newsparse.PartEmbeds | newsparse.PartFigures)
		var plain strings.Builder
		if err := a.WriteText(&plain, parts); err != nil {
			t.Fatal(err)
		}
		got, want := visibleOf(checkTEI(t, tei(t, a, parts))), visibleOf(plain.String())
		if got != want {
			t.Fatalf("text differs\n got %q\nwant %q", got, want)
		}
	})
}

// visibleOf is a text without white space and what shows nothing.
func visibleOf(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\ufeff', '\ufffe', '\uffff':
			return -1
		}
		return r
	}, strings.Join(strings.Fields(text), ""))
}
