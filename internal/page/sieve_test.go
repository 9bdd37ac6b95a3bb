package page

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sift is a sieve that has read a page, with a shelf.
func sift(t testing.TB, text string) *sieve {
	t.Helper()
	s := newSieve(context.Background(), text)
	s.shelf = new(shelf).empty()
	s.sift()
	at := 0
	for i, c := range s.cuts {
		if int(c.start) < at && (i == 0 || s.cuts[i-1].shelved == 0) || c.end <= c.start || int(c.end) > len(text) {
			t.Fatalf("cuts out of order: %v", s.cuts)
		}
		if c.shelved == 0 {
			at = int(c.end)
		}
	}
	return s
}

// sifted is what a sieve leaves of a page, with all that is on its shelf.
func sifted(t testing.TB, text string) string {
	t.Helper()
	out, err := io.ReadAll(&siftedReader{ctx: t.Context(), text: text, cuts: sift(t, text).cuts})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestSieve(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<p onclick="go()" class="lead">Text`, `<p  class="lead">Text`},
		{`<p data-json='{"a": "<p>"}'>Text`, `<p >Text`},
		{`<p style="display:none">Text<p style="color:red">`, `<p style="display:none">Text<p >`},
		{`<b onclick="go()">Text</b>`, `<b onclick="go()">Text</b>`},
		{`<img data-full="/a.jpg" alt="A" data-ratio="1.5" sizes="100vw">`, `<img data-full="/a.jpg" alt="A"  >`},
		{`<br clear="all"/>`, `<br />`},
		{`<svg/onclick="go()"><p>Text`, `<svg/onclick="go()"><p>Text`},
		{`<input disabled/>`, `<input />`},
		{`<script>if (a<b) "</p>"</script>Text`, `<script></script>Text`},
		{`<SCRIPT async src="/a.js">go("there")</Script >Text`, `<SCRIPT async ></Script >Text`},
		{`<input type="hidden" name="token"><a name="token" type="text">`, `<input type="hidden" ><a  >`},
		{`<script type="application/ld+json">{"a": 1}</script>`, `<script type="application/ld+json">{"a": 1}</script>`},
		{`<script type="application&#x2F;ld&#x2B;json">{"a": 1}</script>`, `<script type="application&#x2F;ld&#x2B;json">{"a": 1}</script>`},
		{`<script><!-- write("<script>x</script>") --></script>Text`, `<script></script>Text`},
		{`<script><!-- write("<script>x</script>") </script><p onclick="go()">Text`, `<script></script><p >Text`},
		{`<script><!-- write("<script>x") --></script><p onclick="go()">Text`, `<script></script><p >Text`},
		{`<script><!-- a < b; write("<script>x")</script><p onclick="go()">Text`, `<script></script><p >Text`},
		{`<script><!-- write("<scripts>x")</script><p onclick="go()">Text`, `<script></script><p >Text`},
		{`<script><!-- no more scripts --></script>Text`, `<script></script>Text`},
		{`<style>p {color: red}</style>`, `<style></style>`},
		{`<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/a">`, `<link  ><link rel="canonical" href="/a">`},
		{`<a rel="nofollow" href="/a">A</a><a rel="tag" href="/b">B</a>`, `<a  href="/a">A</a><a rel="tag" href="/b">B</a>`},
		{`<p style="border: none">A<p style="display:none">B`, `<p >A<p style="display:none">B`},
		{`<svg class="icon">a drawing</svg>`, `<svg ></svg>`},
		{`<p>A<script id="a"></script> <script>b</script > <link rel="icon" href="/a.ico"><!-- a comment -->B`, `<p>A<script ></script>  B`},
		{`<pre><script>go("there")</script>`, `<pre><script></script>`},
		{`<title>A title of a page</title>`, `<title>A title of a page</title>`},
		{`<noscript>Please enable it</noscript><noscript><img src="/a.jpg"></noscript>`, `<noscript></noscript><noscript><img src="/a.jpg"></noscript>`},
		{`<!-- a comment -->Text<!-->More<!--->Text<!--ends oddly--!>`, `<!---->Text<!-->More<!--->Text<!----!>`},
		{`<<!-- a comment -->p>Text`, `<<!---->p>Text`},
		{`<svg viewBox="0 0 1 1"><path d="M0 0"/><g><title>Icon</title><desc>Of ice</desc></g><x:y/></svg>Text`, `<svg ></svg>Text`},
		{`<svg><title>An<p>icon</title></svg>Text`, `<svg><title>An<p>icon</title></svg>Text`},
		{`<svg><foreignObject><p onclick="go()">Text</p></foreignObject></svg>`, `<svg><foreignObject><p onclick="go()">Text</p></foreignObject></svg>`},
		{`<svg><p onclick="go()">Text</p></svg><p onclick="go()">`, `<svg><p onclick="go()">Text</p></svg><p onclick="go()">`},
		{`<svg><path d="M0 0"></p></svg>Text`, `<svg><path d="M0 0"></p></svg>Text`},
		{`<svg/><script>go("there")</script>`, `<svg/>`},
		{"<div>\n        <p>One</p>\n        <p>Two <i>and</i>        <b>three</b></p>\n</div>", "<div><p>One</p><p>Two <i>and</i>        <b>three</b></p></div>"},
		{"<pre>\n        <p>One</p>\n        </pre>        <p>Two", "<pre>\n        <p>One</p>\n        </pre><p>Two"},
		{"<div><b>\n      <p>One</p>       <p>Two", "<div><b>\n      <p>One</p>       <p>Two"},
		{"<b>One</b>        </div>        <b>two</b>        <td>        <b>three</b>", "<b>One</b>        </div>        <b>two</b>        <td>        <b>three</b>"},
		{"<div><form></div>a</>        <form>b", "<div><form></div>a</>        <form>b"},
		{"<div><form></form></div>a</>        <form>b", "<div><form></form></div>a</><form>b"},
		{"<head>\n       <meta name=a content=b>\n         <script></script>", "<head><meta name=a content=b>"},
		{"<p><i>By</i>       <meta itemprop=a content=b>       <i>Ada</i>", "<p><i>By</i>       <meta itemprop=a content=b>       <i>Ada</i>"},
		{`Text <p class="a`, `Text <p class="a`},
		{`<p a b="long enough" =">Text`, `<p a b="long enough" =">Text`},
		{`<p ="a" b = 'long enough' c="d"e=f>`, `<p ="a"  c="d"e=f>`},
	} {
		if got := sifted(t, c.page); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.page, got, c.want)
		}
	}
}

// All that a page shows, a sifted page shows. That white space between words stays is more than
// can be said of any input: a parser passes over the tags of blocks in ever new places.
func FuzzSieve(f *testing.F) {
	for _, page := range []string{
		`<p>a<svg><path d="M0"></svg><script>"<p>"</script><b>c</b> <i>d`,
		`<div> <p onclick=go() class=a>x</p> </div><!-- <p> --><table> <tr> <td>y</table>`,
		`<div><ul></div>a</ul> b<li><ul>a</li> b`, `a<table> b`, `<table><div>a <td>b`, `<form><n>a</n> </form> b`, `<h1><h2>a</h2>b</h1> c`,
		`<math><mi>x</mi></math><style>a>b</style><svg><style>a</style><title>t</title></svg><select><option>a<option>b</select>`,
		`<script><!--<script></script>--></script><textarea></p></textarea><noscript><p>n</noscript><a href=1> <div> <a href=2>z`,
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		whole, less := bothTrees(t, page)
		if whole == nil {
			return
		}
		a, b := strings.Join(blockTexts(FromHTML(whole, Options{})), " "), strings.Join(blockTexts(FromHTML(less, Options{})), " ")
		if !reflect.DeepEqual(strings.Fields(a), strings.Fields(b)) {
			t.Errorf("%q, sifted %q", a, b)
		}
	})
}

// On pages as they are, a walk sees the same things on a sifted page: those of the golden cases
// and, where a corpus lies beside the module, of that (in short mode every 20th).
func TestASiftedPageIsSeenTheSame(t *testing.T) {
	golden, err := filepath.Glob("../../testdata/golden/*/page.html")
	if err != nil || len(golden) == 0 {
		t.Fatalf("no golden pages: %v", err)
	}
	for _, file := range golden {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) { sameTree(t, string(page)) })
	}
	corpus, err := filepath.Glob("../../../shared/corpus/*/pages/*.html.gz")
	if err != nil {
		t.Fatal(err)
	}
	step := 3
	if testing.Short() {
		step = 20
	}
	for i := 0; i < len(corpus); i += step {
		packed, err := os.ReadFile(corpus[i])
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(corpus[i]), func(t *testing.T) { sameTree(t, string(page)) })
	}
}

// bothTrees are those of a page, and of what a sieve leaves of it; nil for one that is too deep for
// the parser.
func bothTrees(t *testing.T, page string) (whole, less *html.Node) {
	t.Helper()
	whole, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, nil
	}
	s := sift(t, page)
	if less, err = html.Parse(&siftedReader{ctx: t.Context(), text: page, cuts: s.cuts, shelf: s.shelf != nil}); err != nil {
		t.Fatal(err)
	}
	if s.shelf != nil {
		if err := s.shelf.putBack(t.Context(), less, page); err != nil {
			t.Fatal(err)
		}
	}
	return whole, less
}

func sameTree(t *testing.T, page string) {
	t.Helper()
	whole, less := bothTrees(t, page)
	if whole == nil {
		return
	}
	if a, b := essence(whole), essence(less); a != b {
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		i = max(0, i-100)
		t.Errorf("the sifted page has another tree; from byte %d on\n%.400s\nand sifted\n%.400s", i, a[i:], b[i:])
	}
	a, b := seen(whole), seen(less)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("of the sifted page, another thing is seen\n%s\nand sifted\n%s", a[i], b[i])
			return
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d things are seen on the page, sifted %d", len(a), len(b))
	}
}

// seen is all that a walk sees of a tree.
func seen(root *html.Node) []string {
	p := FromHTML(root, Options{})
	lines := []string{p.Title, p.Lang, p.Dir, p.Base}
	for _, m := range p.Metas {
		lines = append(lines, fmt.Sprint(m))
	}
	lines = append(lines, p.JSONLD...)
	lines = append(lines, fmt.Sprint(p.Rels), fmt.Sprint(p.Times), fmt.Sprint(p.Images, p.Embeds))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		lines = append(lines, fmt.Sprintf("%q %v %v %d %d %v %v %v", b.Text, b.Marks, b.Tag, b.Words, b.LinkWords, b.Inline, b.Cover, b.Hidden))
	}
	for i := range p.Nodes {
		n := &p.Nodes[i]
		lines = append(lines, fmt.Sprint(n.Parent, n.Depth, n.Name, p.Names[n.Called[0]], p.Names[n.Called[1]], n.Class, n.Signature, n.First, n.Last, n.Hidden))
	}
	return lines
}

// essence writes a tree without what a sieve may cut. What it cuts may part a text in two nodes,
// so texts that nothing else stands between are one.
func essence(root *html.Node) string {
	var out, text strings.Builder
	tag := func(s string) {
		out.WriteString(strings.Join(strings.FieldsFunc(text.String(), func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), " ") + s)
		text.Reset()
	}
	var write func(n *html.Node)
	write = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			text.WriteString(n.Data)
			return
		case html.CommentNode, html.DoctypeNode:
			return
		}
		switch {
		case n.Namespace != "":
		case n.DataAtom == atom.Style, n.DataAtom == atom.Script && !strings.Contains(attr(n, "type"), "ld+json"),
			n.DataAtom == atom.Link && !isFollowed(attr(n, "rel")):
			return
		}
		if isFormatting(n.DataAtom) { // white space decides where one is opened again
			for c := range n.ChildNodes() {
				write(c)
			}
			return
		}
		tag("<" + n.Namespace + n.Data)
		if n.Namespace == "" && n.Data != "svg" && n.Data != "math" {
			for _, a := range n.Attr {
				if isRead(n.DataAtom, &attribute{key: a.Key, value: a.Val}) {
					out.WriteString(" " + a.Key + "=" + a.Val)
				}
			}
		}
		out.WriteString(">")
		switch {
		case n.Namespace != "" && (n.Data == "svg" || n.Data == "math") && isDrawing(n):
			return
		case n.Namespace == "" && isRawText(n.DataAtom) && n.DataAtom != atom.Title && n.DataAtom != atom.Xmp && n.DataAtom != atom.Plaintext:
			return
		}
		for c := range n.ChildNodes() {
			write(c)
		}
		tag("</>")
	}
	write(root)
	return out.String()
}

// isDrawing reports whether all below n is of a drawing, too.
func isDrawing(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Namespace == "" {
			return false
		}
	}
	return true
}
