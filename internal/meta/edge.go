package meta

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// edgeSize is how many blocks around the headline and after the body are read for bylines and
// dates: beyond it stand other stories.
const edgeSize = 12

// findEdges finds the blocks around the story where its byline and dates stand: near the headline,
// then after the body. Labelled blocks are not repeated, the site's clock is left out.
func (r *resolver) findEdges() {
	n := int32(len(r.page.Blocks))
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	title := int32(-1)
	if t := r.in.Printed.Title; len(t) > 0 {
		title = t[0]
	}
	folded := fold(r.f.Title)
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if title >= 0 {
			break
		}
		if (b.Tag == atom.H1 || b.Tag == atom.H2) && !b.Hidden && folded != "" && foldsTo(b.Text, folded) {
			title = int32(i)
		}
	}
	if title < 0 && first >= 0 {
		title = max(first-2, 0)
	}
	edges := make([]int32, 0, 4*edgeSize+1)
	from, to := max(title-edgeSize/2, 0), min(title+edgeSize+1, n)
	if first >= 0 && first < n {
		if first > title {
			to = min(max(first+1, title+edgeSize), n)
		}
		if to-from > 3*edgeSize { // the headline is far from the body
			to = from + edgeSize
			for i := max(first-edgeSize, to); i < first; i++ {
				edges = r.addEdge(edges, i)
			}
		}
	} else {
		first = to
	}
	for i := from; i < to; i++ {
		edges = r.addEdge(edges, i)
	}
	head := len(edges)
	if last >= 0 {
		for i := max(last, to); i < min(last+1+edgeSize, n); i++ {
			edges = r.addEdge(edges, i)
		}
	}
	r.edges, r.head, r.tail = edges, edges[:head], edges[head:]
}

func (r *resolver) addEdge(list []int32, i int32) []int32 {
	b := &r.page.Blocks[i]
	if b.Hidden || b.Dropped || b.Text == "" {
		return list
	}
	if r.isClock(i) {
		return list
	}
	return append(list, i)
}

// named reports whether a block, an inline element around its text or one of the three
// elements above it has a class.
func (r *resolver) named(i int32, c page.Class) bool {
	b := &r.page.Blocks[i]
	if (b.Inline|b.Cover)&c != 0 {
		return true
	}
	for n, up := b.Node, 0; n >= 0 && int(n) < len(r.page.Nodes) && up < 3; n, up = r.page.Nodes[n].Parent, up+1 {
		if r.page.Nodes[n].Class&c != 0 {
			return true
		}
	}
	return false
}

// label is the text before a block where that is a label of its own: "Published:".
func (r *resolver) label(i int32) string {
	if i <= 0 {
		return ""
	}
	t := strings.TrimSpace(r.page.Blocks[i-1].Text)
	const longest = 40 // bytes
	if len(t) <= longest && !strings.ContainsAny(t, "0123456789") {
		return t
	}
	return ""
}
