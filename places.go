package newsparse

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// places tells where on the page things stand.
type places struct {
	pg           *page.Page
	paths        []string // by node, built when first asked for
	header, body []int32  // the page's block of each block of the Article
}

func newPlaces(pg *page.Page) *places {
	return &places{pg: pg, paths: make([]string, len(pg.Nodes))}
}

// of is the place of a block.
func (p *places) of(i int32) Place {
	b := &p.pg.Blocks[i]
	return Place{Block: int(i), Line: int(b.Line), Path: p.path(b.Node)}
}

// deepestPath is how many steps a path has at the most, the innermost ones; "…" stands for
// those before them.
const deepestPath = 8

// path leads to a node: "body/main/div.story/p".
func (p *places) path(n int32) string {
	if p.pg.FromText || n == 0 {
		return ""
	}
	if p.paths[n] != "" {
		return p.paths[n]
	}
	var steps [deepestPath + 1]string
	at := len(steps)
	for up := n; up > 0 && at > 0 && p.pg.Nodes[up].Name != "html"; up = p.pg.Nodes[up].Parent {
		at--
		steps[at] = p.step(up)
		if at == 0 {
			steps[at] = "…"
		}
	}
	p.paths[n] = strings.Join(steps[at:], "/")
	return p.paths[n]
}

// step is an element with the first word of its class attribute.
func (p *places) step(n int32) string {
	node := &p.pg.Nodes[n]
	class := strings.TrimSpace(node.ClassAttr)
	if i := strings.IndexAny(class, " \t\n"); i >= 0 {
		class = class[:i]
	}
	if class == "" || len(class) > 40 {
		return node.Name
	}
	return node.Name + "." + class
}
