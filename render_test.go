package newsparse_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
)

const site = "https://example.org/"

func mark(kind newsparse.MarkKind, start, end int) newsparse.Mark {
	m := newsparse.Mark{Kind: kind, Start: start, End: end}
	if kind == newsparse.Link {
		m.URL = site
	}
	return m
}

// Every kind of block in the three formats. The article element of the HTML is left out.
func TestRenderBlocks(t *testing.T) {
	clock := newsparse.Date{Time: time.Date(2024, 4, 19, 14, 5, 30, 0, time.FixedZone("", 7200)), HasTime: true}
	for _, tc := range []struct {
		name                 string
		block                newsparse.Block
		text, markdown, html string
	}{
		{
			"paragraph", newsparse.Block{Kind: newsparse.Paragraph, Text: "The ferry sails again."},
			"The ferry sails again.", "The ferry sails again.", "<p>The ferry sails again.</p>",
		}, {
			"line break", newsparse.Block{Kind: newsparse.Paragraph, Text: "one\ntwo"},
			"one\ntwo", "one\\\ntwo", "<p>one<br>\ntwo</p>",
		}, {
			"marks", newsparse.Block{Kind: newsparse.Paragraph, Text: "a bold slanted code link end", Marks: []newsparse.Mark{
				mark(newsparse.Bold, 2, 6), mark(newsparse.Italic, 7, 14), mark(newsparse.Mono, 15, 19), mark(newsparse.Link, 20, 24)}},
			"a bold slanted code link end", "a **bold** *slanted* `code` [link](https://example.org/) end",
			`<p>a <strong>bold</strong> <em>slanted</em> <code>code</code> <a href="https://example.org/">link</a> end</p>`,
		}, {
			"marks above and below the line", newsparse.Block{Kind: newsparse.Paragraph, Text: "CO2 on 9 km2", Marks: []newsparse.Mark{
				mark(newsparse.Subscript, 2, 3), mark(newsparse.Bold, 7, 12), mark(newsparse.Superscript, 11, 12)}},
			"CO2 on 9 km2", "CO2 on **9 km2**", "<p>CO<sub>2</sub> on <strong>9 km<sup>2</sup></strong></p>",
		}, {
			"nested marks", newsparse.Block{Kind: newsparse.Paragraph, Text: "all of it", Marks: []newsparse.Mark{
				mark(newsparse.Link, 0, 9), mark(newsparse.Bold, 4, 6)}},
			"all of it", "[all **of** it](https://example.org/)", `<p><a href="https://example.org/">all <strong>of</strong> it</a></p>`,
		}, {
			"crossing marks", newsparse.Block{Kind: newsparse.Paragraph, Text: "one two three", Marks: []newsparse.Mark{
				mark(newsparse.Bold, 0, 7), mark(newsparse.Italic, 4, 13)}},
			"one two three", "**one *two*** three", "<p><strong>one <em>two</em></strong> three</p>",
		}, {
			"marks that touch", newsparse.Block{Kind: newsparse.Paragraph, Text: "“We sail” now", Marks: []newsparse.Mark{
				mark(newsparse.Bold, 0, 3), mark(newsparse.Bold, 3, 10), mark(newsparse.Italic, 10, 11)}},
			"“We sail” now", "**“We sail**” now", "<p><strong>“We sail</strong>” now</p>",
		}, {
			"marks that touch, one of them in a link", newsparse.Block{Kind: newsparse.Paragraph, Text: "onetwo", Marks: []newsparse.Mark{
				mark(newsparse.Link, 0, 3), mark(newsparse.Bold, 0, 3), mark(newsparse.Bold, 3, 6)}},
			"onetwo", "[**one**](https://example.org/)two", `<p><a href="https://example.org/"><strong>one</strong></a>two</p>`,
		}, {
			"marks out of range, empty, of no kind", newsparse.Block{Kind: newsparse.Paragraph, Text: "é a b", Marks: []newsparse.Mark{
				mark(newsparse.Bold, -3, 1), mark(newsparse.Italic, 2, 3), mark(newsparse.Italic, 5, 99), mark("blink", 0, 5)}},
			"é a b", "é a *b*", "<p>é a <em>b</em></p>",
		}, {
			"a link inside a link", newsparse.Block{Kind: newsparse.Paragraph, Text: "all of it", Marks: []newsparse.Mark{
				mark(newsparse.Link, 0, 9), mark(newsparse.Link, 4, 6)}},
			"all of it", "[all of it](https://example.org/)", `<p><a href="https://example.org/">all of it</a></p>`,
		}, {
			"heading", newsparse.Block{Kind: newsparse.Heading, Text: "What is\nnext", Level: 3},
			"What is\nnext", "### What is next", "<h3>What is<br>\nnext</h3>",
		}, {
			"a heading is below the title", newsparse.Block{Kind: newsparse.Heading, Text: "Next", Level: 1},
			"Next", "## Next", "<h2>Next</h2>",
		}, {
			"quote", newsparse.Block{Kind: newsparse.Quote, Text: "“We wait.”\nThe captain"},
			"“We wait.”\nThe captain", "> “We wait.”\\\n> The captain", "<blockquote>\n<p>“We wait.”<br>\nThe captain</p>\n</blockquote>",
		}, {
			"nested list", newsparse.Block{Kind: newsparse.List, Items: []newsparse.Item{
				{Text: "north"}, {Text: "pier\none", Depth: 1}, {Text: "deep", Depth: 7}, {Text: "south"}}},
			"north\n  pier one\n    deep\nsouth", "- north\n  - pier\\\n    one\n    - deep\n- south",
			"<ul>\n<li>north<ul>\n<li>pier<br>\none<ul>\n<li>deep</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>south</li>\n</ul>",
		}, {
			"numbered list", newsparse.Block{Kind: newsparse.List, Ordered: true, Items: []newsparse.Item{
				{Text: "first"}, {Text: "inner", Depth: 1}, {Text: " "}, {Text: "second"}, {Text: "inner", Depth: 1}}},
			"first\n  inner\nsecond\n  inner", "1. first\n   1. inner\n2. second\n   1. inner",
			"<ol>\n<li>first<ol>\n<li>inner</li>\n</ol>\n</li>\n<li>second<ol>\n<li>inner</li>\n</ol>\n</li>\n</ol>",
		}, {
			"table", newsparse.Block{Kind: newsparse.Table, Rows: []newsparse.Row{
				{{Text: "Year", Header: true}, {Text: "Trips|day", Header: true}}, {{Text: "2023"}, {Text: "12", Marks: []newsparse.Mark{mark(newsparse.Bold, 0, 2)}}}}},
			"Year\tTrips|day\n2023\t12", "| Year | Trips\\|day |\n| --- | --- |\n| 2023 | **12** |",
			"<table>\n<tr><th>Year</th><th>Trips|day</th></tr>\n<tr><td>2023</td><td><strong>12</strong></td></tr>\n</table>",
		}, {
			"table with empty corners", newsparse.Block{Kind: newsparse.Table, Rows: []newsparse.Row{
				{{}, {Text: "2023", Header: true}, {}}, {{Text: "Trips"}, {Text: "12"}, {}}}},
			"\t2023\t\nTrips\t12\t", "|  | 2023 |  |\n| --- | --- | --- |\n| Trips | 12 |  |",
			"<table>\n<tr><td></td><th>2023</th><td></td></tr>\n<tr><td>Trips</td><td>12</td><td></td></tr>\n</table>",
		}, {
			"table without a head, of uneven rows", newsparse.Block{Kind: newsparse.Table, Rows: []newsparse.Row{
				{{Text: "a\tb"}}, {{Text: "c"}, {Text: "d\ne"}}}},
			"a b\nc\td e", "|  |  |\n| --- | --- |\n| a b |\n| c | d e |",
			"<table>\n<tr><td>a\tb</td></tr>\n<tr><td>c</td><td>d<br>\ne</td></tr>\n</table>",
		}, {
			"table with a caption", newsparse.Block{Kind: newsparse.Table, Text: "Trips a day", Rows: []newsparse.Row{{{Text: "12"}}}},
			"Trips a day\n\n12", "Trips a day\n\n|  |\n| --- |\n| 12 |", "<table>\n<caption>Trips a day</caption>\n<tr><td>12</td></tr>\n</table>",
		}, {
			"caption of a table that has no rows", newsparse.Block{Kind: newsparse.Table, Text: "Trips a day"},
			"Trips a day", "Trips a day", "<p>Trips a day</p>",
		}, {
			"figure", newsparse.Block{Kind: newsparse.Figure, Text: "The pier", Image: &newsparse.Image{
				URL: site + "a.jpg", Alt: "A [pier]", Credit: "Example Pictures", Width: 640, Height: 480}},
			"The pier\nExample Pictures", "![A \\[pier\\]](https://example.org/a.jpg)\\\nThe pier\\\nExample Pictures",
			`<figure>` + "\n" + `<img src="https://example.org/a.jpg" alt="A [pier]" width="640" height="480">` + "\n" +
				"<figcaption>The pier<br>\nExample Pictures</figcaption>\n</figure>",
		}, {
			"figure whose caption tells the credit", newsparse.Block{Kind: newsparse.Figure, Text: "The pier. Photo: A. Example", Image: &newsparse.Image{
				URL: "/relative.jpg", Credit: "A. Example"}},
			"The pier. Photo: A. Example", "The pier. Photo: A. Example", "<figure>\n<figcaption>The pier. Photo: A. Example</figcaption>\n</figure>",
		}, {
			"figure of which only the caption is known", newsparse.Block{Kind: newsparse.Figure, Text: "The pier"},
			"The pier", "The pier", "<figure>\n<figcaption>The pier</figcaption>\n</figure>",
		}, {
			"embed", newsparse.Block{Kind: newsparse.Embed, Text: "A post", URL: site + "post_1"},
			"A post", "A post\\\n[https://example.org/post\\_1](https://example.org/post_1)",
			`<p>A post<br>` + "\n" + `<a href="https://example.org/post_1">https://example.org/post_1</a></p>`,
		}, {
			"embed whose link holds no text", newsparse.Block{Kind: newsparse.Embed, Text: "A post", URL: site, Marks: []newsparse.Mark{mark(newsparse.Link, 6, 6)}},
			"A post", "A post\\\n[https://example.org/](https://example.org/)",
			"<p>A post<br>\n" + `<a href="https://example.org/">https://example.org/</a></p>`,
		}, {
			"embed of an address that is not safe", newsparse.Block{Kind: newsparse.Embed, Text: "A post", URL: "javascript:alert(1)"},
			"A post", "A post", "<p>A post</p>",
		}, {
			"code", newsparse.Block{Kind: newsparse.Code, Text: "if a < b {\n\t```\n}"},
			"if a < b {\n\t```\n}", "````\nif a < b {\n\t```\n}\n````", "<pre><code>if a &lt; b {\n\t```\n}</code></pre>",
		}, {
			"note", newsparse.Block{Kind: newsparse.Note, Text: "Corrected on Monday."},
			"Corrected on Monday.", "Corrected on Monday.", "<p>Corrected on Monday.</p>",
		}, {
			"factbox", newsparse.Block{Kind: newsparse.Factbox, Text: "In figures"},
			"In figures", "In figures", "<aside>\n<p>In figures</p>\n</aside>",
		}, {
			"bio", newsparse.Block{Kind: newsparse.Bio, Text: "Ada reports."},
			"Ada reports.", "Ada reports.", "<aside>\n<p>Ada reports.</p>\n</aside>",
		}, {
			"live entry", newsparse.Block{Kind: newsparse.LiveEntry, Text: "Just in", Time: clock},
			"Just in", "## Just in", `<h2><time datetime="2024-04-19T14:05:30+02:00">Just in</time></h2>`,
		}, {
			"live entry without words", newsparse.Block{Kind: newsparse.LiveEntry, Time: clock},
			"2024-04-19 14:05 +02:00", "## 2024-04-19 14:05 +02:00", `<h2><time datetime="2024-04-19T14:05:30+02:00">2024-04-19 14:05 +02:00</time></h2>`,
		}, {
			"byline of an entry", newsparse.Block{Kind: newsparse.BylineLine, Text: "By Ada"},
			"By Ada", "By Ada", "<p>By Ada</p>",
		}, {
			"numbers of items", newsparse.Block{Kind: newsparse.List, Ordered: true, Items: []newsparse.Item{{Text: "a", Number: 5}, {Text: "b"}, {Text: "c", Number: 1e9}}},
			"a\nb\nc", "5. a\n6. b\n7. c", "<ol>\n<li value=\"5\">a</li>\n<li>b</li>\n<li value=\"1000000000\">c</li>\n</ol>",
		}, {
			"a kind that is new", newsparse.Block{Kind: "poem", Text: "Rose", Items: []newsparse.Item{{Text: "red"}}},
			"Rose\n\nred", "Rose\n\n- red", "<p>Rose</p>\n<ul>\n<li>red</li>\n</ul>",
		}, {
			"nothing to show", newsparse.Block{Kind: newsparse.Quote, Text: " \n\x00"},
			"", "", "",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := &newsparse.Article{Body: []newsparse.Block{tc.block}}
			check := func(format string, write func(*strings.Builder) error, want string) {
				t.Helper()
				var out strings.Builder
				if err := write(&out); err != nil {
					t.Fatal(err)
				}
				got := strings.TrimPrefix(strings.TrimSuffix(out.String(), "</article>\n"), "<article>\n")
				if want != "" {
					want += "\n"
				}
				if got != want {
					t.Errorf("%s\n got %q\nwant %q", format, got, want)
				}
			}
			check("text", func(out *strings.Builder) error { return a.WriteText(out, newsparse.All) }, tc.text)
			check("Markdown", func(out *strings.Builder) error { return a.WriteMarkdown(out, newsparse.All) }, tc.markdown)
			check("HTML", func(out *strings.Builder) error { return a.WriteHTML(out, newsparse.All) }, tc.html)
		})
	}
}

func TestRenderWholeArticle(t *testing.T) {
	a := &newsparse.Article{
		Kicker: "Harbour", Title: "Ferry *sails*", Standfirst: "After a winter of repairs.", Language: "fa-IR",
		Authors:   []newsparse.Author{{Name: "Ada Example", URL: site + "ada"}, {Name: ""}, {Name: "Example Wire", URL: "javascript:x"}},
		Published: newsparse.Date{Time: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)},
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "It left at dawn."},
			{Kind: newsparse.List, Items: []newsparse.Item{{Text: "a"}}},
			{Kind: newsparse.List, Items: []newsparse.Item{{Text: "b"}}},
			{Kind: newsparse.Figure, Text: "A caption"},
		},
	}
	for _, tc := range []struct{ name, got, want string }{
		{"text", a.Text(), "After a winter of repairs.\n\nIt left at dawn.\n\na\n\nb\n"},
		{"Markdown", a.Markdown(), "Harbour\n\n# Ferry \\*sails\\*\n\nAfter a winter of repairs.\n\n" +
			"[Ada Example](https://example.org/ada), Example Wire\n\n2024-04-19\n\nIt left at dawn.\n\n- a\n\n* b\n\nA caption\n"},
		{"HTML", a.HTML(), `<article lang="fa-IR" dir="rtl">
<header>
<p>Harbour</p>
<h1>Ferry *sails*</h1>
<p>After a winter of repairs.</p>
<p><a href="https://example.org/ada">Ada Example</a>, Example Wire</p>
<p><time datetime="2024-04-19">2024-04-19</time></p>
</header>
<p>It left at dawn.</p>
<ul>
<li>a</li>
</ul>
<ul>
<li>b</li>
</ul>
<figure>
<figcaption>A caption</figcaption>
</figure>
</article>
`},
	} {
		if tc.got != tc.want {
			t.Errorf("%s\n got %q\nwant %q", tc.name, tc.got, tc.want)
		}
	}
}

// Each part is printed when it is chosen, and only then.
func TestParts(t *testing.T) {
	a := &newsparse.Article{
		Kicker: "kicker", Title: "title", Standfirst: "standfirst", Authors: []newsparse.Author{{Name: "author"}},
		Published: newsparse.Date{Time: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)},
	}
	for _, kind := range []newsparse.Kind{
		newsparse.Heading, newsparse.Paragraph, newsparse.Quote, newsparse.Figure, newsparse.Embed, newsparse.Code,
		newsparse.Note, newsparse.Factbox, newsparse.Bio, newsparse.LiveEntry,
	} {
		a.Body = append(a.Body, newsparse.Block{Kind: kind, Text: strings.ReplaceAll(string(kind), " ", "-")})
	}
	a.Body = append(a.Body,
		newsparse.Block{Kind: newsparse.List, Items: []newsparse.Item{{Text: "list"}}},
		newsparse.Block{Kind: newsparse.Table, Rows: []newsparse.Row{{{Text: "table"}}}})
	for _, tc := range []struct {
		parts newsparse.Parts
		want  string
	}{
		{newsparse.News, "standfirst heading paragraph quote"},
		{newsparse.Body, "heading paragraph quote embed code live-entry list table"},
		{newsparse.Wide, "standfirst heading paragraph quote embed code live-entry list table"},
		{newsparse.All, "kicker title standfirst author 2024-04-19 heading paragraph quote figure embed code note factbox bio live-entry list table"},
		{newsparse.PartTitle | newsparse.PartFigures, "title figure"},
		{newsparse.PartKicker | newsparse.PartByline | newsparse.PartDate, "kicker author 2024-04-19"},
		{newsparse.PartEmbeds | newsparse.PartFactboxes | newsparse.PartBios, "embed factbox bio"},
		{0, ""},
	} {
		var out strings.Builder
		if err := a.WriteText(&out, tc.parts); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(strings.Fields(out.String()), " "); got != tc.want {
			t.Errorf("parts %b\n got %s\nwant %s", tc.parts, got, tc.want)
		}
	}
}

// What would be markup at its place is escaped, and nothing else is.
func TestMarkdownEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"- no list":                 "\\- no list",
		"-5 degrees, 3 - 4":         "-5 degrees, 3 - 4",
		"+ no list":                 "\\+ no list",
		"+49 30":                    "+49 30",
		"1986. A great year":        "1986\\. A great year",
		"1986 was great. 2) no":     "1986 was great. 2) no",
		"# no heading":              "\\# no heading",
		"number #1":                 "number #1",
		"> no quote, a > b":         "\\> no quote, a > b",
		"a\n===":                    "a\\\n\\===",
		"a\n---":                    "a\\\n\\---",
		"***":                       "\\*\\*\\*",
		"a|b\n-|-":                  "a|b\\\n\\-|-",
		"<b>no HTML</b>":            "\\<b>no HTML\\</b>",
		"1 < 2, <3":                 "1 < 2, <3",
		"AT&T &amp; &#60; & co;":    "AT&T \\&amp; \\&#60; & co;",
		"[no](link) ![no](image)":   "\\[no\\](link) !\\[no\\](image)",
		"`no code` ~~no strike~~":   "\\`no code\\` \\~\\~no strike\\~\\~",
		"    no code":               "no code",
		"C:\\new\\":                 "C:\\\\new\\\\",
		"snake_case":                "snake\\_case",
		"ends with a backslash\\\n": "ends with a backslash\\\\",
	} {
		a := newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: text}}}
		if got := strings.TrimSuffix(a.Markdown(), "\n"); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a?b=1&c=2#d":       `href="https://example.org/a?b=1&amp;c=2#d"`,
		" HTTP://example.org/ ":                 `href="HTTP://example.org/"`,
		"mailto:desk@example.org":               `href="mailto:desk@example.org"`,
		`https://example.org/"onclick="alert()`: `href="https://example.org/%22onclick=%22alert%28%29"`,
		"https://example.org/a b\u202e\xff":     `href="https://example.org/a%20b%E2%80%AE%FF"`,
		"https://bücher.example/ü":              `href="https://bücher.example/ü"`,
		"javascript:alert(1)":                   "",
		" JaVaScRiPt:alert(1)":                  "",
		"java\nscript:alert(1)":                 "",
		"\x01javascript:alert(1)":               "",
		"data:text/html,<script>":               "",
		"vbscript:x":                            "",
		"file:///etc/passwd":                    "",
		"//example.org/":                        "",
		"/relative":                             "",
		"http:alert(1)":                         "",
		"https://":                              "",
		"":                                      "",
	} {
		a := newsparse.Article{Body: []newsparse.Block{{
			Kind: newsparse.Paragraph, Text: "x", Marks: []newsparse.Mark{{Kind: newsparse.Link, End: 1, URL: address}},
		}}}
		link := "<p>x</p>"
		if want != "" {
			link = "<p><a " + want + ">x</a></p>"
		}
		if got := a.HTML(); !strings.Contains(got, link) {
			t.Errorf("%q: got %q, want %q", address, got, link)
		}
		if got := a.Markdown(); (got == "x\n") != (want == "") {
			t.Errorf("%q: Markdown %q", address, got)
		}
	}
}

func TestLanguageAndDirection(t *testing.T) {
	for language, want := range map[string]string{
		"en": `<article lang="en">`, "ar": `<article lang="ar" dir="rtl">`, "he-IL": `<article lang="he-IL" dir="rtl">`,
		"ur-Latn": `<article lang="ur-Latn">`, "az-Arab-IR": `<article lang="az-Arab-IR" dir="rtl">`,
		"": "<article>", `en" onclick="x`: "<article>",
	} {
		a := newsparse.Article{Language: language}
		if got, _, _ := strings.Cut(a.HTML(), "\n"); got != want {
			t.Errorf("%q: got %s, want %s", language, got, want)
		}
	}
}

// The error of the writer comes back.
func TestWriteError(t *testing.T) {
	full := errors.New("disk full")
	a := everything()
	for name, err := range map[string]error{
		"text": a.WriteText(failingWriter{full}, newsparse.All), "Markdown": a.WriteMarkdown(failingWriter{full}, newsparse.All),
		"HTML": a.WriteHTML(failingWriter{full}, newsparse.All),
	} {
		if !errors.Is(err, full) {
			t.Errorf("%s: got %v, want %v", name, err, full)
		}
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

// A hostile article costs time in proportion to its size.
func TestRenderIsLinear(t *testing.T) {
	const n = 20_000
	text := strings.Repeat("**a_[", n)
	block := newsparse.Block{Kind: newsparse.Paragraph, Text: text}
	list := newsparse.Block{Kind: newsparse.List}
	table := newsparse.Block{Kind: newsparse.Table, Rows: []newsparse.Row{make(newsparse.Row, n)}}
	for i := range n {
		block.Marks = append(block.Marks, mark(newsparse.Bold, i, len(text)-i), mark(newsparse.Link, 2*i, 2*i+3))
		list.Items = append(list.Items, newsparse.Item{Text: "x", Depth: i})
		table.Rows = append(table.Rows, newsparse.Row{{Text: "x"}})
	}
	a := newsparse.Article{Body: []newsparse.Block{block, list, table}}
	input := len(text) + 100*n
	for name, output := range map[string]string{"text": a.Text(), "Markdown": a.Markdown(), "HTML": a.HTML()} {
		if len(output) > 2*input {
			t.Errorf("%s: %d bytes for an article of %d", name, len(output), input)
		}
	}
}

// A standfirst that the page prints keeps its links and emphasis; one of the metadata is plain.
func TestStandfirstKeepsItsMarks(t *testing.T) {
	a := &newsparse.Article{Standfirst: "The ferry is back, and full.", Header: []newsparse.Block{
		{Kind: newsparse.StandfirstLine, Text: "The ferry is back, and full.", Marks: []newsparse.Mark{{Kind: newsparse.Bold, Start: 13, End: 17}}},
	}}
	var b strings.Builder
	if err := a.WriteMarkdown(&b, newsparse.PartStandfirst); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "The ferry is **back**, and full.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	a.Header = nil
	if got, want := a.Markdown(), "The ferry is back, and full."; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
}
