package page

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Of a tree that a caller brings, whose bytes pay for nothing, no more is kept than is promised.
func TestWhatIsKeptOfAPageIsBounded(t *testing.T) {
	for _, c := range []struct {
		name string
		tag  atom.Atom
		attr []html.Attribute
		most int
		kept func(*Page) int
	}{
		{"metas of one name", atom.Meta, []html.Attribute{{Key: "name", Val: "author"}, {Key: "content", Val: "Ann Lee"}}, mostMetas, func(p *Page) int { return len(p.Metas) }},
		{"images", atom.Img, []html.Attribute{{Key: "src", Val: "/ferry.jpg"}}, mostThings, func(p *Page) int { return len(p.Images) }},
		{"embeds", atom.Iframe, []html.Attribute{{Key: "src", Val: "https://player.example/ferry"}}, mostThings, func(p *Page) int { return len(p.Embeds) }},
		{"times", atom.Time, []html.Attribute{{Key: "datetime", Val: "2024-03-08"}}, mostThings, func(p *Page) int { return len(p.Times) }},
		{"blocks", atom.P, nil, MostBlocks + 1, func(p *Page) int { return len(p.Blocks) }}, // one more shows that there are too many
		{"marks", atom.B, nil, mostMarks, func(p *Page) int { return len(p.Blocks[0].Marks) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.most > mostThings && testing.Short() {
				t.Skip("a tree of a million elements")
			}
			root := &html.Node{Type: html.DocumentNode}
			for range c.most + 100 {
				n := &html.Node{Type: html.ElementNode, Data: c.tag.String(), DataAtom: c.tag, Attr: c.attr}
				n.AppendChild(&html.Node{Type: html.TextNode, Data: "ferry "})
				root.AppendChild(n)
			}
			if got := c.kept(FromHTML(root, Options{})); got != c.most {
				t.Errorf("%d are kept, want %d", got, c.most)
			}
		})
	}
}

// Marks that are not closed go on in a few of the blocks that come next, or each of them would
// pay for all.
func TestMarksThatGoOnAreBounded(t *testing.T) {
	var page strings.Builder
	page.WriteString("<article>")
	for i := range mostOpenMarks + 100 {
		fmt.Fprintf(&page, "<b id=%d>", i)
	}
	page.WriteString("ferry<p>dawn")
	root, err := html.Parse(strings.NewReader(page.String()))
	if err != nil {
		t.Fatal(err)
	}
	p := FromHTML(root, Options{})
	if len(p.Blocks) != 2 || len(p.Blocks[1].Marks) > mostOpenMarks {
		t.Errorf("%d blocks, %d marks go on", len(p.Blocks), len(p.Blocks[len(p.Blocks)-1].Marks))
	}
}
