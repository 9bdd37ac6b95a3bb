// Package rendertest makes articles for the fuzz tests of the renderers.
package rendertest

import (
	"strings"
	"time"

	"github.com/seed-90a94633/newsparse"
)

var kinds = [...]newsparse.Kind{
	newsparse.Paragraph, newsparse.Heading, newsparse.Quote, newsparse.List, newsparse.Table,
	newsparse.Figure, newsparse.Embed, newsparse.Code, newsparse.Note, newsparse.Factbox,
	newsparse.Bio, newsparse.LiveEntry, newsparse.BylineLine, "unknown",
}

var markKinds = [...]newsparse.MarkKind{
	newsparse.Link, newsparse.Bold, newsparse.Italic, newsparse.Mono, newsparse.Superscript, newsparse.Subscript, "unknown",
}

// maxBlocks bounds the size of an article, for speed.
const maxBlocks = 12

// Article returns an article whose texts are pieces of text, divided at each "\x1e". The
// bytes choose the kinds, marks and depths, any of them, right or wrong.
func Article(text, url string, choices []byte) *newsparse.Article {
	next := func() int {
		if len(choices) == 0 {
			return 0
		}
		c := choices[0]
		choices = choices[1:]
		return int(c)
	}
	marks := func(s string) []newsparse.Mark {
		var out []newsparse.Mark
		for range next() % 5 {
			kind := markKinds[next()%len(markKinds)]
			start, length := next()%(len(s)+2), next()%(len(s)+2)
			out = append(out, newsparse.Mark{Kind: kind, Start: start - 1, End: start - 1 + length, URL: url})
		}
		return out
	}

	pieces := strings.Split(text, "\x1e")
	title := pieces[0]
	a := &newsparse.Article{
		Kicker: title, Title: title, Standfirst: title, Language: url,
		Authors:   []newsparse.Author{{Name: title, URL: url}, {Name: "Ada Example"}},
		Published: newsparse.Date{Time: time.Date(2024, 4, 19, 8, 30, 0, 0, time.UTC), HasTime: true},
	}
	for _, s := range pieces[:min(len(pieces), maxBlocks)] {
		b := newsparse.Block{Kind: kinds[next()%len(kinds)]}
		switch b.Kind {
		case newsparse.List:
			b.Ordered = next()%2 == 0
			for line := range strings.SplitSeq(s, "\n\n") {
				b.Items = append(b.Items, newsparse.Item{Text: line, Marks: marks(line), Depth: next() % 8})
			}
		case newsparse.Table:
			for line := range strings.SplitSeq(s, "\n\n") {
				var row newsparse.Row
				for cell := range strings.SplitSeq(line, "\t") {
					row = append(row, newsparse.Cell{Text: cell, Marks: marks(cell), Header: next()%3 == 0})
				}
				b.Rows = append(b.Rows, row)
			}
		default:
			b.Text, b.Marks, b.Level, b.URL = s, marks(s), next()%9, url
			if b.Kind == newsparse.Figure && next()%2 == 0 {
				b.Image = &newsparse.Image{URL: url, Alt: title, Credit: title, Width: next(), Height: next()}
			}
		}
		a.Body = append(a.Body, b)
	}
	return a
}

// Seeds are texts with all that has a meaning in HTML or Markdown.
var Seeds = []string{
	"A storm\x1eFirst *line*\nsecond _line_\x1e# not a heading\x1e> not a quote",
	"- a\n+ b\n* c\n1. d\n2) e\x1e===\x1ea\n---\nb\n===\x1e***\x1e___\x1e    indented",
	"<script>alert(1)</script>\x1e<img src=x onerror=alert(1)>\x1e&lt;b&gt; &amp; &#60; AT&T &copy;",
	"[a](javascript:alert(1))\x1e![b](http://c)\x1e[d]: http://e\x1e<http://f>\x1ehttp://g.h/i_j_k",
	"`code` ``more`` ```\nfence\n```\x1e~~~\x1e~~gone~~\x1e|a|b|\n|-|-|\n|c|d|\x1ea\nb|c\n:-|-:\x1eback\\slash\\\n\\",
	"“Zitat”mitten im Wort\x1e中文“引用”文字。第二句\x1e\u202b مرحبا بالعالم\x1e\u00a0x\u2003y\u2028z",
	"a\t\tb|c\\|d\n\n`x|y`\te\x1eH#\x1e1986. A year\x1e\x00\x01\x7f\u0085\xff bad\x1e!\x1e- \x1e+\x1e1.",
	"Hello!link\x1e***bold*** _under_ __score__ snake_case 2*3*4\x1eend\\\x1e</article>\"'",
}

// URLs are addresses, safe and not.
var URLs = []string{
	"https://example.org/a?b=1&c=2", "http://example.org/(x)_*y*|z", "mailto:desk@example.org", "javascript:alert(1)",
	" JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "//example.org/x",
	"/relative", "", "ar", "https://example.org/\"onclick=\"alert(1)", "https://example.org/?a&copy;=<b>", "vbscript:x",
	"http:javascript", "https://example.org/\xff\u202e ü",
}
