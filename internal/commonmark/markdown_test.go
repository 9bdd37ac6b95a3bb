// Package commonmark tests the Markdown rendering with a CommonMark renderer. It is a module
// of its own, so that the library does not depend on one.
package commonmark

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
)

// FuzzMarkdown: a CommonMark renderer makes of our Markdown the text and the structure that
// our HTML has, and links to nothing else.
func FuzzMarkdown(f *testing.F) {
	for _, text := range rendertest.Seeds {
		for i, address := range rendertest.URLs {
			f.Add(text, address, []byte{})
			f.Add(text, address, []byte("\x03\x01\x02\x05\x00\x04\x01\x03\x09\x01\x02\x03\x08\x02\x07\x04\x01\x01\x02\x02\x06\x02\x05\x01\x03\x09")[i:])
			f.Add(text, address, []byte("\x00\x03\x01\x02\x04\x02\x04\x03\x00\x02\x07\x01\x02\x01\x01\x04\x00\x02\x02\x09\x05\x0b\x00\x02\x01\x03\x03")[i:])
		}
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table))
	f.Fuzz(func(t *testing.T, text, address string, choices []byte) {
		a := rendertest.Article(text, address, choices)
		source := a.Markdown()
		var rendered bytes.Buffer
		if err := markdown.Convert([]byte(source), &rendered); err != nil {
			t.Fatal(err)
		}
		want, got := read(t, a.HTML()), read(t, rendered.String())
		if got.text != want.text {
			t.Fatalf("text differs\n got %q\nwant %q\nMarkdown %q", got.text, want.text, source)
		}
		for _, tag := range []string{"h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "table", "blockquote", "img", "hr", "br"} {
			if got.tags[tag] != want.tags[tag] && tag != "br" {
				t.Fatalf("%d × %s, want %d\nMarkdown %q\nrendered %s", got.tags[tag], tag, want.tags[tag], source, &rendered)
			}
		}
		for address := range got.addresses {
			if !want.addresses[address] {
				t.Fatalf("address %q is not in the HTML: %v\nMarkdown %q", address, want.addresses, source)
			}
		}
	})
}

// TestGoldenPages: of the pages of the golden cases too, a CommonMark renderer shows the words
// of the plain text, in their order.
func TestGoldenPages(t *testing.T) {
	pages, err := filepath.Glob("../../testdata/golden/*/page.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no golden cases", err)
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table))
	for _, file := range pages {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := newsparse.Parse(bytes.NewReader(page))
		if err != nil {
			continue // no article: the errors are tested elsewhere
		}
		const parts = newsparse.All &^ newsparse.PartEmbeds // whose addresses are no words
		for i := range a.Body {
			a.Body[i].Image = nil // nor are alternative texts, which the plain text leaves out
		}
		var source, rendered, plain bytes.Buffer
		a.WriteMarkdown(&source, parts)
		a.WriteText(&plain, parts)
		if err := markdown.Convert(source.Bytes(), &rendered); err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(read(t, rendered.String()).text, "\u00ad", "")
		if want := strings.Join(strings.Fields(plain.String()), " "); got != want {
			t.Errorf("%s\n got %q\nwant %q", file, got, want)
		}
	}
}

// A document is what a page shows, without its layout.
type document struct {
	text      string         // with single spaces
	tags      map[string]int // how often each element stands in it
	addresses map[string]bool
}

func read(t *testing.T, source string) document {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	d := document{tags: map[string]int{}, addresses: map[string]bool{}}
	var text strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			text.WriteString(n.Data)
		case html.ElementNode:
			d.tags[n.Data]++
			for _, a := range n.Attr {
				if a.Key == "href" || a.Key == "src" {
					address, err := url.PathUnescape(a.Val) // renderers differ in what they escape
					if err != nil {
						address = a.Val
					}
					d.addresses[address] = true
				}
			}
		case html.CommentNode:
			t.Fatalf("raw HTML: %q", n.Data)
		}
		if n.Type == html.ElementNode && n.Data != "a" && n.Data != "em" && n.Data != "strong" && n.Data != "code" && n.Data != "sup" && n.Data != "sub" && n.Data != "time" {
			text.WriteByte(' ')
		}
	}
	// A space that stands before the end of a block shows nothing.
	d.text = strings.Join(strings.Fields(text.String()), " ")
	return d
}

// Every kind of mark that Markdown can express is read as such.
func TestMarks(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		marks      []newsparse.Mark
		want       string
	}{
		{"bold", "a b c", []newsparse.Mark{{Kind: newsparse.Bold, Start: 2, End: 3}}, "<p>a <strong>b</strong> c</p>"},
		{"bold in italic", "a b c", []newsparse.Mark{
			{Kind: newsparse.Italic, Start: 0, End: 5}, {Kind: newsparse.Bold, Start: 2, End: 3},
		}, "<p><em>a <strong>b</strong> c</em></p>"},
		{"bold in an italic word cannot be told from its end", "abc", []newsparse.Mark{
			{Kind: newsparse.Italic, Start: 0, End: 3}, {Kind: newsparse.Bold, Start: 1, End: 2},
		}, "<p><em>abc</em></p>"},
		{"the same range", "abc", []newsparse.Mark{
			{Kind: newsparse.Italic, Start: 0, End: 3}, {Kind: newsparse.Bold, Start: 0, End: 3},
		}, "<p><em><strong>abc</strong></em></p>"},
		{"neighbours", "abc", []newsparse.Mark{
			{Kind: newsparse.Italic, Start: 0, End: 1}, {Kind: newsparse.Bold, Start: 1, End: 2},
		}, "<p><em>a</em><strong>b</strong>c</p>"},
		{"bold in a link", "a b c", []newsparse.Mark{
			{Kind: newsparse.Link, Start: 0, End: 5, URL: "https://example.org/?a=1&b=2"}, {Kind: newsparse.Bold, Start: 2, End: 3},
		}, `<p><a href="https://example.org/?a=1&amp;b=2">a <strong>b</strong> c</a></p>`},
		{"a link after an exclamation mark", "a!b", []newsparse.Mark{
			{Kind: newsparse.Link, Start: 2, End: 3, URL: "https://example.org/"},
		}, `<p>a!<a href="https://example.org/">b</a></p>`},
		{"code with a backtick", "run `x now", []newsparse.Mark{{Kind: newsparse.Mono, Start: 4, End: 6}}, "<p>run <code>`x</code> now</p>"},
		{"quotes inside a word cannot be bold", "a“b”c", []newsparse.Mark{{Kind: newsparse.Bold, Start: 1, End: 8}}, "<p>a“b”c</p>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: tc.text, Marks: tc.marks}}}
			var rendered bytes.Buffer
			if err := goldmark.Convert([]byte(a.Markdown()), &rendered); err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(rendered.String()); got != tc.want {
				t.Errorf("got  %s\nwant %s\nMarkdown %s", got, tc.want, a.Markdown())
			}
		})
	}
}
