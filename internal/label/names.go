package label

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// NameWords are, by node, the hashes of the words by which it and the elements around it are called, each once.
// Those of html and body tell of the page, not of its parts.
func NameWords(p *page.Page) (around [][]uint32) {
	around = make([][]uint32, len(p.Nodes))
	var words []uint32
	for n := 1; n < len(p.Nodes); n++ { // parents stand before their children
		around[n] = around[p.Nodes[n].Parent]
		if !isPart(&p.Nodes[n]) {
			continue
		}
		called := p.Nodes[n].Called
		words = page.NameWords(page.NameWords(words[:0], p.Names[called[0]]), p.Names[called[1]])
		for _, h := range words {
			if !slices.Contains(around[n], h) {
				around[n] = append(slices.Clip(around[n]), h)
			}
		}
	}
	return around
}

// isPart reports whether the name of an element tells of a part of the page.
func isPart(n *page.Node) bool { return n.Tag != atom.Html && n.Tag != atom.Body }

// names are what the elements of a page are called, and what that says.
type names struct {
	p      *page.Page
	says   []lexiconSums // by name
	around []lexiconSums // by node: what the names of it and of all elements around it say
}

// own is what the names of a node say.
func (x *names) own(node int32) (sums lexiconSums) {
	if n := &x.p.Nodes[node]; isPart(n) {
		sums = x.says[n.Called[0]]
		sums.add(&x.says[n.Called[1]])
	}
	return sums
}

// readNames looks up the names of all elements.
func (s *pageSurvey) readNames() {
	p, w := s.p, s.memory
	x := names{p, w.sums.take(len(p.Names)), w.sums.take(len(p.Nodes))}
	known := w.bools.take(len(p.Names)) // names of inline elements are not asked for
	var words []uint32
	for n := 1; n < len(p.Nodes); n++ { // parents stand before their children
		node := &p.Nodes[n]
		for _, k := range node.Called {
			if k > 0 && !known[k] {
				words = page.NameWords(words[:0], p.Names[k])
				x.says[k], known[k] = s.lexica.Names.sums(words), true
			}
		}
		own := x.own(int32(n))
		x.around[n] = x.around[node.Parent]
		x.around[n].add(&own)
	}
	s.names = x
}

// tellStory fills what the names of the elements around a block say of the story.
func (x *names) tellStory(row []int16, node, parent int32) {
	row[fNamesOwn], row[fNamesAround] = clamp(int(x.own(node)[0])), clamp(int(x.around[node][0]))
	if parent >= 0 {
		row[fNamesUp] = clamp(int(x.own(parent)[0]))
	}
}

// tellRoles fills what they say of its role.
func (x *names) tellRoles(row []int16, node int32) {
	own, at := x.own(node), fNamesRoles
	for k := 1; k < lexiconWidth; k++ {
		row[at], row[at+1] = clamp(int(own[k])), clamp(int(x.around[node][k]))
		at += 2
	}
}
