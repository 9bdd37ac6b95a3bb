package newsparse_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// benchPages are pages of several sizes: a golden one, and the same with more of its story
// and of its menus.
func benchPages(b *testing.B) map[string][]byte {
	b.Helper()
	raw, err := os.ReadFile("testdata/golden/copied-story-html/page.html")
	if err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile("testdata/golden/copied-story-text/page.txt")
	if err != nil {
		b.Fatal(err)
	}
	markdown, err := os.ReadFile("testdata/golden/markdown-whole-page-german/page.md")
	if err != nil {
		b.Fatal(err)
	}
	return map[string][]byte{"small": raw, "typical": grow(raw, 100), "large": grow(raw, 2000), "text": text, "markdown": markdown}
}

// grow adds paragraphs to the story and links to the foot of a page.
func grow(raw []byte, n int) []byte {
	var story, links strings.Builder
	for i := range n {
		fmt.Fprintf(&story, "<p>Paragraph %d of the story tells, as the ones before it, what the harbour master said on Monday, and what he left out.</p>", i)
		fmt.Fprintf(&links, `<li class="menu-item menu-item-%d"><a href="/topic/%d">Topic %d</a></li>`, i, i, i)
	}
	at := bytes.LastIndex(raw, []byte("</p>"))
	if i := bytes.Index(raw, []byte("Source link")); i > 0 {
		at = bytes.LastIndex(raw[:i], []byte("</p>"))
	}
	end := bytes.LastIndex(raw, []byte("</body>"))
	return bytes.Join([][]byte{raw[:at], []byte("</p>"), []byte(story.String()), raw[at:end], []byte("<ul>"), []byte(links.String()), []byte("</ul>"), raw[end:]}, nil)
}

var benchOrder = []string{"small", "typical", "large", "text", "markdown"}

// BenchmarkHTMLParse is the floor under everything.
func BenchmarkHTMLParse(b *testing.B) {
	pages := benchPages(b)
	for _, name := range benchOrder[:3] {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(pages[name])))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := html.Parse(bytes.NewReader(pages[name])); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	pages := benchPages(b)
	for _, name := range benchOrder {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(pages[name])))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := newsparse.Parse(bytes.NewReader(pages[name])); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSize shows that the time is in proportion to the size of a page, whatever its shape: MB/s
// stays level.
func BenchmarkSize(b *testing.B) {
	for _, s := range shapes {
		switch s.name {
		case "small paragraphs", "huge paragraphs", "deep divs, closed", "wide", "link list", "long table", "breaks":
		default:
			continue
		}
		for _, size := range []int{10_000, 100_000, 1_000_000, 16_000_000} {
			b.Run(fmt.Sprintf("%s/%dkB", s.name, size/1000), func(b *testing.B) {
				page := s.build(size)
				b.SetBytes(int64(len(page)))
				for b.Loop() {
					newsparse.Parse(strings.NewReader(page))
				}
			})
		}
	}
}

// BenchmarkGoroutines parses on as many goroutines as there are processors; compare with
// BenchmarkParse/typical, or run it with -cpu 1,2.
func BenchmarkGoroutines(b *testing.B) {
	raw := benchPages(b)["typical"]
	b.SetBytes(int64(len(raw)))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := newsparse.Parse(bytes.NewReader(raw)); err != nil {
				b.Error(err)
			}
		}
	})
}

// BenchmarkStretch times each stretch of the road on its own.
func BenchmarkStretch(b *testing.B) {
	raw := benchPages(b)["typical"]
	doc, err := decode.Decode(raw, "")
	if err != nil {
		b.Fatal(err)
	}
	root, err := page.ParseSifted(context.Background(), doc.Text)
	if err != nil {
		b.Fatal(err)
	}
	pg := page.FromHTML(root, page.Options{})
	for _, stretch := range []struct {
		name string
		run  func()
	}{
		{"decode", func() { decode.Decode(raw, "") }},
		{"parse", func() { page.ParseSifted(context.Background(), doc.Text) }},
		{"walk", func() { page.FromHTML(root, page.Options{}) }},
		{"features", func() { label.Features(pg, label.Lexica{}) }},
		{"label", func() { label.Apply(pg, label.Builtin, nil) }},
		{"metadata", func() { meta.Read(pg).Resolve(meta.Input{}) }},
		{"all but parsing", func() { new(newsparse.Parser).ParseNode(context.Background(), root, newsparse.Source{}) }},
	} {
		b.Run(stretch.name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				stretch.run()
			}
		})
	}
}
