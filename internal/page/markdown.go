package page

import (
	"context"
	"strconv"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/markdown"
)

// FromMarkdown makes a Page of Markdown: that of the HTML which says the same, whose blocks know the lines that they begin on;
// code and raw HTML, those of the block above.
func FromMarkdown(ctx context.Context, text string) (*Page, error) {
	root, err := ParseHTML(ctx, markdown.HTML(cleanLines(text), func() bool { return ctx.Err() != nil }))
	if err != nil {
		return nil, err
	}
	p := FromHTML(root, Options{Stop: func() bool { return ctx.Err() != nil }})
	p.Markdown = true
	line := int32(1)
	for i := range p.Blocks {
		line = max(line, p.lineOf(p.Blocks[i].Node))
		p.Blocks[i].Line = line
	}
	return p, ctx.Err()
}

// lineOf is the line of Markdown on which the element of a node begins, or one around it; 0 for none.
func (p *Page) lineOf(node int32) int32 {
	for ; node > 0; node = p.Nodes[node].Parent {
		if dom := p.Nodes[node].DOM; dom != nil {
			if line := lineAttr(dom); line > 0 {
				return line
			}
		}
	}
	return 0
}

func lineAttr(n *html.Node) int32 {
	for i := range n.Attr {
		if n.Attr[i].Key == markdown.LineAttr {
			line, _ := strconv.Atoi(n.Attr[i].Val)
			return int32(line)
		}
	}
	return 0
}
