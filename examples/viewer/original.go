package main

import (
	"html/template"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// shown are the elements of a page that are written as they are. All others are written as
// their content, in a span, but for those that are left out.
var shown = atomSet("p div section article main header footer nav aside h1 h2 h3 h4 h5 h6 hgroup ul ol li menu dl dt dd " +
	"table caption thead tbody tfoot tr td th figure figcaption blockquote pre code b strong i em u s sub sup small span " +
	"br hr time address q cite abbr mark samp kbd var del ins ruby rt rp bdi bdo")

// leftOut are the elements that are not written: programs, styles, and what would fetch.
var leftOut = atomSet("script style noscript template svg math head iframe object embed video audio canvas frame frameset portal base link meta input textarea")

func atomSet(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

// tintedHTML writes a tree of HTML anew, of elements and text only: no attribute of the page
// is kept but the direction, the language and the spans of cells, and each run of text is
// marked with the role of its block.
func tintedHTML(root *html.Node, pg *page.Page, roles []role) template.HTML {
	t := tinter{blocks: pg.Blocks, roles: roles, named: map[int32]bool{}}
	nodes := make(map[*html.Node]int32, len(pg.Nodes))
	for i := range pg.Nodes {
		nodes[pg.Nodes[i].DOM] = int32(i)
	}
	own := make(map[int32][]int32, len(pg.Nodes)) // the blocks that a node holds itself
	for i := range pg.Blocks {
		own[pg.Blocks[i].Node] = append(own[pg.Blocks[i].Node], int32(i))
	}
	cursors := make(map[int32]*cursor, len(own))
	inside := []int32{0} // the nodes around the current one
	for n := root; n != nil; {
		if i, ok := nodes[n]; ok && n != root {
			inside = append(inside, i)
		}
		enter := true
		switch n.Type {
		case html.TextNode:
			node := inside[len(inside)-1]
			if cursors[node] == nil {
				cursors[node] = t.cursor(own[node])
			}
			t.text(n.Data, cursors[node])
		case html.ElementNode:
			if enter = !leftOut[n.Data]; enter {
				t.open(n)
			}
		case html.DocumentNode:
		default:
			enter = false
		}
		if enter && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != nil { // leave all elements that end here
			if n.Type == html.ElementNode && !leftOut[n.Data] {
				t.close(n)
			}
			if _, ok := nodes[n]; ok && n != root {
				inside = inside[:len(inside)-1]
			}
			if n == root {
				n = nil
				break
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
	return template.HTML(t.out.String())
}

// open writes the start of an element.
func (t *tinter) open(n *html.Node) {
	if n.DataAtom == atom.Img {
		t.out.WriteString(`<span class="picture">` + template.HTMLEscapeString("picture: "+attribute(n, "alt")) + `</span>`)
		return
	}
	t.out.WriteString("<" + elementName(n))
	for _, name := range []string{"lang", "dir"} {
		if value := attribute(n, name); value != "" {
			t.out.WriteString(" " + name + `="` + template.HTMLEscapeString(value) + `"`)
		}
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		for _, name := range []string{"colspan", "rowspan"} {
			if span, err := strconv.Atoi(attribute(n, name)); err == nil && 1 < span && span <= 100 {
				t.out.WriteString(" " + name + `="` + strconv.Itoa(span) + `"`)
			}
		}
	}
	t.out.WriteString(">")
}

func (t *tinter) close(n *html.Node) {
	switch n.DataAtom {
	case atom.Img, atom.Br, atom.Hr:
	default:
		t.out.WriteString("</" + elementName(n) + ">")
	}
}

// elementName is the name under which an element is written.
func elementName(n *html.Node) string {
	switch {
	case n.Data == "html" || n.Data == "body" || n.Data == "form" || n.Data == "details":
		return "div"
	case shown[n.Data]:
		return n.Data
	}
	return "span"
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// tintedText writes a plain text line by line, each run of it marked with the role of its block.
func tintedText(text string, pg *page.Page, roles []role) template.HTML {
	t := tinter{blocks: pg.Blocks, roles: roles, named: map[int32]bool{}}
	t.out.WriteString(`<pre class="text">`)
	next := 0 // the first block that begins on a later line
	c := t.cursor(nil)
	number := int32(0)
	for line := range strings.Lines(text) {
		number++
		from := next
		for next < len(pg.Blocks) && pg.Blocks[next].Line <= number {
			next++
		}
		if next > from {
			if len(c.blocks) == 0 || strings.TrimSpace(c.rest) == "" {
				c = t.cursor(nil)
			}
			for i := from; i < next; i++ {
				c.blocks = append(c.blocks, int32(i))
			}
			if c.rest == "" {
				c.rest = pg.Blocks[c.blocks[0]].Text
			}
		}
		t.text(line, c)
	}
	t.out.WriteString("</pre>")
	return template.HTML(t.out.String())
}
