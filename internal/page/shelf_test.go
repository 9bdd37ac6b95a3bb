package page

import (
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What the parser is shown in place of attributes, and that its elements have theirs in the end.
func TestShelf(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<p class="lead" id=a>Text`, "<p \x01=1 >Text"},
		{`<p onclick="go()" class="lead">Text<div id="b" data-x="1"/>`, "<p \x01=1 >Text<div \x01=2 />"},
		{`<img SRC="/a.jpg" alt="A" CLASS=b class=c>`, "<img \x01=1 >"},
		{"<a href='/a\r\nb' class=\"x\r\">A</a>", "<a \x01=1 >A</a>"},
		{"<p class=\"a\x00b\">", "<p \x01=1 >"},
		{`<a href="/?a=1&amp;b=2" class="link">A</a>`, `<a href="/?a=1&amp;b=2" class="link">A</a>`},            // the parser reads references
		{`<b class="bold">B</b><input type="text" class="field">`, `<b class="bold">B</b><input type="text" >`}, // it minds those
		{`<meta property="og:title" content="A title"><script type="application/ld+json">{}</script>`, "<meta \x01=1 ><script \x01=2 >{}</script>"},
		{`<body class="page"><b class="bold">B`, `<body class="page"><b class="bold">B`},
		{`<p id=a>`, `<p id=a>`},                                         // no shorter so
		{`<p class="lead" =id>`, `<p class="lead" =id>`},                 // odd
		{`<p/class="lead">`, `<p/class="lead">`},                         // odd, too
		{"<p class=\"lead\"><i \x01=1>", "<p class=\"lead\"><i \x01=1>"}, // the name is taken
		{"<p class=\"lead\"><div \x01=1 id=12345>", "<p class=\"lead\"><div \x01=1 id=12345>"},
		{`<svg class="icon"><path class="line"/></svg><p class="lead">`, "<svg ></svg><p \x01=1 >"},
		{`<p class="lead" id="a`, `<p class="lead" id="a`},
	} {
		s := sift(t, c.page)
		shown, err := io.ReadAll(&siftedReader{ctx: t.Context(), text: c.page, cuts: s.cuts, shelf: s.shelf != nil})
		if err != nil {
			t.Fatal(err)
		}
		if string(shown) != c.want {
			t.Errorf("%q\nshown %q\nwant  %q", c.page, shown, c.want)
		}
		whole, less := bothTrees(t, c.page)
		if a, b := readAttributes(whole), readAttributes(less); !slices.Equal(a, b) {
			t.Errorf("%q has %q\nwith a shelf %q", c.page, a, b)
		}
	}
}

// readAttributes are the attributes below root that somebody reads, in order of their names: the parser
// sorts those of links.
func readAttributes(root *html.Node) (attrs []string) {
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if n.Namespace == "" && n.Data != "svg" && isRead(n.DataAtom, &attribute{key: a.Key, value: a.Val}) {
				attrs = append(attrs, n.Data+" "+a.Key+"="+a.Val)
			}
		}
	}
	slices.Sort(attrs)
	return attrs
}

// However little is read at once, it is the same.
func TestASiftedPageReadsTheSameInPieces(t *testing.T) {
	page := strings.Repeat(`<div class="one two"><script>go("there")</script><a href="/a" onclick="go()">A</a></div>`, 20)
	s := sift(t, page)
	reader := func() io.Reader {
		return &siftedReader{ctx: t.Context(), text: page, cuts: s.cuts, shelf: true}
	}
	whole, err := io.ReadAll(reader())
	if err != nil {
		t.Fatal(err)
	}
	for size := 1; size < 9; size++ {
		var out strings.Builder
		if _, err := io.CopyBuffer(struct{ io.Writer }{&out}, struct{ io.Reader }{reader()}, make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		if out.String() != string(whole) {
			t.Errorf("%d bytes at once: %.200q", size, out.String())
		}
	}
}
