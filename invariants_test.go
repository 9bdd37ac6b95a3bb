package newsparse_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// The two invariants, on every page at hand: testdata always, the corpus where it is there.
//
// No visible text vanishes, and none stands twice: the words of Header, Body and Removed
// together are the words of the page. Since Header and Body are mended, this also says that
// mending never changes a word.
func TestNoTextVanishesOrStandsTwice(t *testing.T) {
	for _, file := range pages(t) {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			raw := readPage(t, file)
			art, err := new(newsparse.Parser).Parse(context.Background(), bytes.NewReader(raw), newsparse.Source{})
			if err != nil && !errors.Is(err, newsparse.ErrNoArticle) && !errors.Is(err, newsparse.ErrEmpty) {
				t.Fatal(err)
			}
			if art == nil {
				art = new(newsparse.Article)
			}
			checkAccount(t, raw, art)
		})
	}
}

// checkAccount compares the words of a page with those of its Article.
func checkAccount(t testing.TB, raw []byte, art *newsparse.Article) {
	t.Helper()
	want := splitWords(visibleText(t, raw))
	got := splitWords(strings.Join(articleTexts(art), "\n"))
	sort.Strings(want)
	sort.Strings(got)
	lost, twice := difference(want, got)
	if len(lost) > 0 {
		t.Errorf("%d words vanished: %.300q", len(lost), lost)
	}
	if len(twice) > 0 {
		t.Errorf("%d words stand twice or came from nowhere: %.300q", len(twice), twice)
	}
}

// Every mark lies inside its text, and every repair keeps the words of its passage.
func TestMarksAndRepairsAreSound(t *testing.T) {
	for _, file := range pages(t) {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			art, _ := newsparse.Parse(bytes.NewReader(readPage(t, file)))
			if art == nil {
				return
			}
			check := func(text string, marks []newsparse.Mark) {
				for _, m := range marks {
					if m.Start < 0 || m.Start >= m.End || m.End > len(text) {
						t.Errorf("mark %+v of a text of %d bytes: %.60q", m, len(text), text)
					}
				}
			}
			for _, b := range append(append([]newsparse.Block{}, art.Header...), art.Body...) {
				check(b.Text, b.Marks)
				for _, i := range b.Items {
					check(i.Text, i.Marks)
				}
				for _, r := range b.Rows {
					for _, c := range r {
						check(c.Text, c.Marks)
					}
				}
			}
			for _, r := range art.Repairs {
				if a, b := fmt.Sprint(splitWords(r.Before)), fmt.Sprint(splitWords(r.After)); a != b && r.Kind != newsparse.SplitBlocks {
					t.Errorf("a repair changed words: %q to %q", r.Before, r.After)
				}
			}
		})
	}
}

// pages are the golden pages, and those of the corpus where it is there; in short mode
// every 20th of these.
func pages(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden pages: ", err)
	}
	corpus, err := filepath.Glob("../shared/corpus/*/pages/*.html.gz")
	if err != nil {
		t.Fatal(err)
	}
	step := 1
	if testing.Short() {
		step = 20
	}
	for i := 0; i < len(corpus); i += step {
		files = append(files, corpus[i])
	}
	return files
}

func readPage(t testing.TB, file string) []byte {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(file, ".gz") {
		return raw
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if raw, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return raw
}

// articleTexts are all texts that an Article accounts for.
func articleTexts(a *newsparse.Article) (texts []string) {
	for _, b := range append(append([]newsparse.Block{}, a.Header...), a.Body...) {
		texts = append(texts, b.Text)
		for _, i := range b.Items {
			texts = append(texts, i.Text)
		}
		for _, r := range b.Rows {
			for _, c := range r {
				texts = append(texts, c.Text)
			}
		}
	}
	for _, r := range a.Removed {
		texts = append(texts, r.Text)
	}
	return texts
}

// visibleText is the text of a page by a walk of its own, apart from the library's.
func visibleText(t testing.TB, raw []byte) string {
	t.Helper()
	d, err := decode.Decode(raw, "")
	if err != nil {
		return ""
	}
	if !d.HTML {
		return d.Text
	}
	root, err := page.ParseHTML(d.Text)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		block := n.Type == html.ElementNode && !isInline[n.DataAtom]
		if block {
			b.WriteByte('\n')
		}
		if n.Type == html.TextNode && !isSilent(n.Parent) {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			b.WriteByte('\n')
		}
	}
	walk(root)
	return b.String()
}

// isInline are the elements that do not end a word. Elements without a name known to the
// parser are inline, as in browsers.
var isInline = map[atom.Atom]bool{
	0: true, atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Blink: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Map: true, atom.Mark: true,
	atom.Nobr: true, atom.Output: true, atom.Q: true, atom.Rb: true, atom.Rt: true, atom.Rp: true, atom.Rtc: true, atom.Ruby: true, atom.S: true, atom.Samp: true, atom.Slot: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	atom.Img: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Iframe: true, atom.Template: true, atom.Svg: true, atom.Input: true, atom.Picture: true, atom.Source: true,
	atom.Meta: true, atom.Link: true, atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Area: true, atom.Textarea: true,
	atom.Meter: true, atom.Progress: true, atom.Center: false, atom.Track: true, atom.Param: true, atom.Math: true, atom.Datalist: true, atom.Image: true, atom.Base: true, atom.Title: true,
	atom.Marquee: true, atom.Col: true, atom.Colgroup: true, atom.Noembed: true, atom.Keygen: true, atom.Frame: true, atom.Frameset: true, atom.Applet: true, atom.Noframes: true,
}

// isSilent reports whether text in n is not text of the page.
func isSilent(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Namespace != "" {
			return true
		}
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Noframes, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas,
			atom.Audio, atom.Video, atom.Head, atom.Title, atom.Datalist, atom.Textarea, atom.Noembed, atom.Applet:
			return true
		}
	}
	return false
}

// splitWords are the words of s: runs of letters, marks and digits. Characters of no width do
// not end a word.
func splitWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
}

// difference is what only one of two sorted lists holds.
func difference(a, b []string) (onlyA, onlyB []string) {
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0], b[0]) {
		case 0:
			a, b = a[1:], b[1:]
		case -1:
			onlyA, a = append(onlyA, a[0]), a[1:]
		default:
			onlyB, b = append(onlyB, b[0]), b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...)
}
