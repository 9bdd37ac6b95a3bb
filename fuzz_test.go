package newsparse_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/markdown"
)

// FuzzParse parses anything: nothing panics, no visible text vanishes or stands twice, the
// same bytes give the same Article, and all that is made of it is fit to be shown.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("<p>a<b>b<div>c</b>d<table>e<tr>f"))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"))
	parsed(f, "<p>once, for the tables") // else the first input may take longer than the fuzzer waits
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<17 {
			return
		}
		parse := func() *newsparse.Article {
			p := newsparse.Parser{Evidence: true}
			art, err := p.Parse(context.Background(), bytes.NewReader(raw), newsparse.Source{})
			if art == nil && err == nil {
				t.Fatal("neither an Article nor an error")
			}
			return art
		}
		art := parse()
		if art == nil {
			return
		}
		checkAccount(t, raw, art)
		if !reflect.DeepEqual(art, parse()) {
			t.Fatal("the second Article differs")
		}
		checkOutputs(t, art)
	})
}

// FuzzNode parses trees as callers may make them, of bytes that nobody has decoded: nothing
// panics, what comes out is fit to be shown, and the tree stays as it is.
func FuzzNode(f *testing.F) {
	f.Add([]byte("<title>A ferry</title><p>The ferry \xff\xfe left\x00 at <a href='/\xff'>dawn</a>.<p>&#1;&#x85;"), ".story", uint(0))
	f.Add([]byte("<div><b>a<i>b</div><nav>c</nav>"), "nav, footer", uint(700))
	f.Add([]byte("<article><p>The mill of Marrow Hill stands by the river, and has stood there since 1804.</article>"), "article", uint(3))
	f.Fuzz(func(t *testing.T, raw []byte, css string, depth uint) {
		if len(raw) > 1<<14 || len(css) > 100 {
			return
		}
		root, err := html.Parse(bytes.NewReader(raw))
		if err != nil {
			return
		}
		for range depth % 2000 { // deeper than any parser makes it
			outer := &html.Node{Type: html.DocumentNode}
			root.Type, root.Data, root.DataAtom = html.ElementNode, "div", 0
			outer.AppendChild(root)
			root = outer
		}
		p := newsparse.Parser{}
		if p.Drop, err = newsparse.Selector(css); err != nil {
			p.Drop = nil
		}
		p.Body = p.Drop
		before := treeText(root)
		art, err := p.ParseNode(context.Background(), root, newsparse.Source{URL: "https://paper.example/story"})
		if art == nil && err == nil {
			t.Fatal("neither an Article nor an error")
		}
		if treeText(root) != before {
			t.Fatal("the tree has changed")
		}
		if art != nil {
			checkOutputs(t, art)
		}
	})
}

// treeText is all that a tree holds, in one string.
func treeText(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		fmt.Fprintf(&b, "%d %q %v %q\n", n.Type, n.Data, n.DataAtom, n.Attr)
	}
	return b.String()
}

// withoutControls is text without control characters; those that separate become spaces.
func withoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || 0x1C <= r && r <= 0x1F:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// parted is a text with a mark in its words wherever blocks that were glued may be taken apart: before
// capitals and digits.
func parted(text, mark string) string {
	var b strings.Builder
	last := ' '
	for _, r := range text {
		if (unicode.IsUpper(r) || unicode.IsDigit(r)) && (unicode.IsLetter(last) || unicode.IsDigit(last)) {
			b.WriteString(mark)
		}
		b.WriteRune(r)
		if !unicode.Is(unicode.Cf, r) { // cleaning takes some of these away
			last = r
		}
	}
	return b.String()
}

// FuzzClean cleans any text: no word vanishes, none stands twice, and what is clean stays
// clean.
func FuzzClean(f *testing.F) {
	newsparse.Clean("once, for the tables") // else the first input may take longer than the fuzzer waits
	for _, seed := range []string{
		"The ferry left at dawn.\n\nAdvertisement\n\nThe harbour master went home .", "a\nb\n\u2028c\rd\x00\xffe",
		"   * one\n   * two\n\nReferences\n\n   1. https://paper.example/\n", "[1]Home [2]News [3]Sport [4]Money [5]Travel\n\n   A story.",
		"HomeNewsSportThe ferry left at dawn.The harbour master went home.",
		"# Ferry\n\nIt [left](/dawn) at **dawn** .\n\n- a\n- b\n\n|c|d|\n|-|-|\n|e|f|\n\n![g](/h.jpg)\n\n> i\n\n```\nj\n```\n\n<b>k</b>\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<15 {
			return
		}
		c := newsparse.Clean(text)
		var got []string
		got = append(append(got, c.Header...), c.Paragraphs...)
		for _, r := range c.Removed {
			got = append(got, r.Text)
		}
		was, is := splitWords(parted(withoutControls(text), " ")), splitWords(parted(strings.Join(got, "\n"), " "))
		if markdown.Is(text, false) { // addresses are no words
			var lines []string
			for line := range strings.Lines(text) {
				lines = append(lines, withoutControls(line))
			}
			page := markdown.HTML(strings.Join(lines, "\n"), nil)
			was, is = splitWords(visibleText(t, []byte("\ufeff"+page))), splitWords(strings.Join(got, "\n"))
		}
		lost, twice := difference(was, is)
		if len(lost)+len(twice) > 0 {
			t.Errorf("lost %.200q, twice %.200q", lost, twice)
		}
		for _, s := range got {
			if !fit(s) {
				t.Errorf("control characters or no UTF-8: %q", s)
			}
		}
	})
}
