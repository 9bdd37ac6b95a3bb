package newsparse

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// places tells where on the page things stand.
type places struct {
	pg           *page.Page
	paths        []string // by node, built when first asked for
	last         int32    // the node whose path was built last
	scratch      []byte   // that path
	above        int      // of scratch: what leads to the node's parent
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
	if p.pg.FromText || p.pg.Markdown || n == 0 || p.pg.Nodes[n].Name == "html" {
		return ""
	}
	if p.paths[n] != "" {
		return p.paths[n]
	}
	node, before := &p.pg.Nodes[n], p.last
	if before == 0 || node.Parent != p.pg.Nodes[before].Parent {
		p.scratch = p.appendAbove(p.scratch[:0], n)
		p.above = len(p.scratch)
	}
	p.last, p.scratch = n, p.appendStep(p.scratch[:p.above], n)
	if before > 0 && p.paths[before] == string(p.scratch) { // entries of a menu: half of all paths
		p.paths[n] = p.paths[before]
	} else {
		p.paths[n] = string(p.scratch)
	}
	return p.paths[n]
}

// appendAbove adds the steps that lead to the parent of a node.
func (p *places) appendAbove(path []byte, n int32) []byte {
	var way [deepestPath - 1]int32
	at := len(way)
	up := p.pg.Nodes[n].Parent
	for ; up > 0 && at > 0 && p.pg.Nodes[up].Name != "html"; up = p.pg.Nodes[up].Parent {
		at--
		way[at] = up
	}
	if up > 0 && p.pg.Nodes[up].Name != "html" {
		path = append(path, "…/"...)
	}
	for _, step := range way[at:] {
		path = append(p.appendStep(path, step), '/')
	}
	return path
}

// appendStep adds an element with the first word of its class attribute.
func (p *places) appendStep(path []byte, n int32) []byte {
	node := &p.pg.Nodes[n]
	path = append(path, node.Name...)
	class := strings.TrimSpace(p.pg.Names[node.Called[0]])
	for i := range len(class) {
		if class[i] == ' ' || class[i] == '\t' || class[i] == '\n' {
			class = class[:i]
			break
		}
	}
	if class == "" || len(class) > 40 {
		return path
	}
	path = append(path, '.')
	return append(path, class...)
}
