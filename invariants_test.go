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
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/markdown"
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
				if a, b := fmt.Sprint(splitWords(r.Before)), fmt.Sprint(splitWords(r.After)); a != b && r.Kind != newsparse.SplitBlocks && r.Kind != newsparse.DoubleEncoding {
					t.Errorf("a repair changed words: %q to %q", r.Before, r.After)
				}
				if a, b := strings.Join(strings.Fields(r.Before), ""), strings.Join(strings.Fields(r.After), ""); a != b && r.Kind == newsparse.SplitBlocks {
					t.Errorf("a split changed letters: %q to %q", r.Before, r.After)
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
	body := a.Body
	if a.FromMetadata { // the page does not show it
		body = nil
	}
	for _, b := range append(append([]newsparse.Block{}, a.Header...), body...) {
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
		if r.Place.Path != "articleBody" {
			texts = append(texts, r.Text)
		}
	}
	return texts
}

// joint stands in a word where one inline element ends and the next one begins, and on both
// sides of a time: there the library may set two things apart. It must set nothing else
// apart, and need not do so there.
const joint = "\x01"

// visibleText is the text of a page by a walk of its own, apart from the library's. The
// text of inline elements that are not shown stands apart from that around them.
func visibleText(t testing.TB, raw []byte) string {
	t.Helper()
	d, err := decode.Decode(raw, "")
	if err != nil {
		return ""
	}
	text := strings.ReplaceAll(d.Text, joint, " ")
	switch {
	case !d.HTML && markdown.Is(text, false):
		text = markdown.HTML(text, nil)
	case !d.HTML:
		if p, _ := page.FromText(text); p.Shape == page.Glued || p.Shape == page.OneLine {
			text = parted(text, joint) // no other text is taken apart inside of its words
		}
		return withJoinedLinks(text)
	}
	root := treeOf(t, text)
	var shown, apart strings.Builder
	out := &shown
	ended := false // since the last text an inline element has ended
	var walk func(n *html.Node, hidden bool)
	walk = func(n *html.Node, hidden bool) {
		was := hidden
		hidden = hidden || n.Type == html.ElementNode && isHidden(n)
		block := n.Type == html.ElementNode && isBlock[n.DataAtom] && !isSilent(n.Parent)
		var around *strings.Builder
		switch {
		case n.Type == html.TextNode && n.Data != "" && !isSilent(n.Parent):
			if shown := withoutControls(n.Data); shown != "" {
				out.WriteString(shown)
				ended = false
			}
		case block:
			out.WriteByte('\n')
		case hidden && !was:
			around, out = out, &apart
			out.WriteByte('\n')
		case n.DataAtom == atom.Time || n.Type == html.ElementNode && ended:
			out.WriteString(joint)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, hidden)
		}
		switch {
		case block:
			out.WriteByte('\n')
		case around != nil:
			out.WriteByte('\n')
			out = around
		case n.DataAtom == atom.Time:
			out.WriteString(joint)
		}
		ended = ended || n.Type == html.ElementNode && !block
	}
	walk(root, false)
	return shown.String() + "\n" + apart.String()
}

// withJoinedLinks is a text with its link numbers set apart that stand inside of words: text browsers
// write "[6]" before a link, also where the word begins before it.
func withJoinedLinks(text string) string {
	var numbers []string
	text = linkNumber.ReplaceAllStringFunc(text, func(number string) string {
		numbers = append(numbers, number)
		return joint
	})
	return text + "\n" + strings.Join(numbers, " ")
}

var linkNumber = regexp.MustCompile(`\[\d+\]`)

// treeOf is the tree that the parser makes of a page by itself, where it makes one in the memory of
// a test. Of a page that nests too deep for it, or makes it open too much again, it is the
// library's.
func treeOf(t testing.TB, text string) *html.Node {
	t.Helper()
	if reopened(text) < 1<<20 {
		if root, err := html.Parse(strings.NewReader(text)); err == nil {
			return root
		}
	}
	root, err := page.ParseHTML(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// reopened is about how many elements the parser opens again, at the most: at each tag, all those
// of formatting that were not closed.
func reopened(text string) (n int) {
	open := 0
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		name, _ := z.TagName()
		isFormatting := false
		switch atom.Lookup(name) {
		case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
			isFormatting = true
		}
		switch {
		case kind == html.ErrorToken:
			return n
		case isFormatting && kind == html.EndTagToken:
			open = max(open-1, 0)
		case isFormatting:
			open++
		default:
			n += open
		}
	}
}

// isHidden reports whether an element says of itself that it is not shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		style := strings.ReplaceAll(a.Val, " ", "")
		if a.Key == "hidden" && a.Val != "until-found" || a.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")) {
			return true
		}
	}
	return false
}

// isBlock are the elements that end a word: those that browsers show as blocks, in tables or
// as controls of forms. All others are inline, as in browsers, known or not.
var isBlock = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Br: true, atom.Button: true, atom.Caption: true, atom.Center: true,
	atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true,
	atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true,
	atom.Hgroup: true, atom.Hr: true, atom.Html: true, atom.Legend: true, atom.Li: true, atom.Listing: true, atom.Main: true, atom.Menu: true, atom.Nav: true, atom.Ol: true,
	atom.Optgroup: true, atom.Option: true, atom.P: true, atom.Plaintext: true, atom.Pre: true, atom.Search: true, atom.Section: true, atom.Select: true, atom.Summary: true,
	atom.Table: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true, atom.Xmp: true,
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
// not end a word; joints stay in it.
func splitWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && string(r) != joint
	})
	for i := 0; i < len(words); i++ {
		if words[i] = strings.Trim(words[i], joint); words[i] == "" {
			words[i] = words[len(words)-1]
			words = words[:len(words)-1]
			i--
		}
	}
	return words
}

// difference is what only one of two lists of words holds. A word of a with joints may stand
// in b parted at some of them.
func difference(a, b []string) (onlyA, onlyB []string) {
	left := make(map[string]int, len(b))
	for _, word := range b {
		left[word]++
	}
	sort.SliceStable(a, func(i, j int) bool { return strings.Count(a[i], joint) < strings.Count(a[j], joint) })
	var jointed [][]string
	for _, word := range a {
		switch {
		case strings.Contains(word, joint):
			jointed = append(jointed, strings.Split(word, joint))
		case left[word] > 0:
			left[word]--
		default:
			onlyA = append(onlyA, word)
		}
	}
	placed := make([][]string, len(jointed)) // as which words each of them stands in b
	for i, parts := range jointed {
		if placed[i] = takeParts(parts, left); placed[i] == nil && !makeRoom(jointed[:i+1], placed, left) {
			onlyA = append(onlyA, strings.Join(parts, joint))
		}
	}
	for word, n := range left {
		for range n {
			onlyB = append(onlyB, word)
		}
	}
	sort.Strings(onlyB)
	return onlyA, onlyB
}

// takeParts takes the words that parts make, joined in any way, from those that are left,
// the longest ones first. It returns nil where they are not there.
func takeParts(parts []string, left map[string]int) []string {
	for i := len(parts) - 1; i >= 0; i-- {
		word := strings.Join(parts[:i+1], "")
		if left[word] == 0 {
			continue
		}
		left[word]--
		if i == len(parts)-1 {
			return []string{word}
		}
		if rest := takeParts(parts[i+1:], left); rest != nil {
			return append(rest, word)
		}
		left[word]++
	}
	return nil
}

// makeRoom finds words for the last one of some that were placed, by placing one of the others
// anew: it may stand in another way, too.
func makeRoom(jointed, placed [][]string, left map[string]int) bool {
	last := len(jointed) - 1
	give := func(words []string, n int) {
		for _, word := range words {
			left[word] += n
		}
	}
	for i, words := range placed[:last] {
		give(words, 1)
		if placed[last] = takeParts(jointed[last], left); placed[last] != nil {
			if placed[i] = takeParts(jointed[i], left); placed[i] != nil {
				return true
			}
			give(placed[last], 1)
		}
		placed[i], placed[last] = words, nil
		give(words, -1)
	}
	return false
}

func TestWordsMayPartAtJoints(t *testing.T) {
	for _, c := range []struct {
		page, article string
		sound         bool
	}{
		{"Home\x01World news", "Home World news", true},
		{"Home\x01World news", "HomeWorld news", true},
		{"a\x01b\x01c", "ab c", true},
		{"HomeWorld", "Home World", false},
		{"Home\x01World", "Home", false},
		{"Home\x01World", "Home World World", false},
		{"Home\x01World HomeWorld", "Home World HomeWorld", true},
		{"Home\x01World HomeWorld\x01News", "Home World HomeWorld News", true},
		{"Home\x01World HomeWorld\x01News", "HomeWorld Home World News", true},
		{"Home\x01World HomeWorld\x01News", "HomeWorld HomeWorld", false},
	} {
		lost, twice := difference(splitWords(c.page), splitWords(c.article))
		if sound := len(lost)+len(twice) == 0; sound != c.sound {
			t.Errorf("%q as %q: %q lost, %q added", c.page, c.article, lost, twice)
		}
	}
}

// What a page says is read as the parser reads it, not as the library does: what a library that has
// lost its way does not see is seen to be lost.
func TestVisibleTextIsWhatTheParserShows(t *testing.T) {
	for _, c := range []struct{ name, page, words string }{
		{"a control character", "<p>fer&#8;ry&#28;dawn", "ferry dawn"},
		{"drawings that nobody understands", strings.Repeat("<svg></q><style> <i>no</i> </style></svg>ferry ", 50) + "<svg><title><svg><script><p>dawn", strings.Repeat("no ferry ", 50)},
		{"a bold that is open in each block", strings.Repeat("<b><p>ferry ", 5), "ferry ferry ferry ferry ferry"},
		{"too deep for the parser", strings.Repeat("<div>", 600) + "ferry", "ferry"},
		{"too much to open again", strings.Repeat("<b><p>ferry ", 1500) + "dawn", strings.Repeat("ferry ", 1500) + "dawn"},
	} {
		lost, added := difference(splitWords(c.words), splitWords(visibleText(t, []byte("<body>"+c.page))))
		if len(lost)+len(added) > 0 {
			t.Errorf("%s: %.200q lost, %.200q added", c.name, lost, added)
		}
	}
}
