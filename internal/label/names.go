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

// readNames looks up what the elements of a page are called. s.called is, by node, what the names of it and of
// all elements around it say.
func (s *pageSurvey) readNames() {
	p := s.p
	if p.Markdown { // its elements have none
		s.called = s.memory.sums.take(len(p.Nodes))
		return
	}
	says := s.memory.sums.take(len(p.Names))
	var words []uint32
	for k, name := range p.Names {
		words = page.NameWords(words[:0], name)
		says[k] = s.lexica.Names.sums(words)
	}
	s.called = s.memory.sums.take(len(p.Nodes))
	for n := 1; n < len(p.Nodes); n++ { // parents stand before their children
		node, sums := &p.Nodes[n], &s.called[n]
		*sums = s.called[node.Parent]
		if isPart(node) {
			sums.add(&says[node.Called[0]])
			sums.add(&says[node.Called[1]])
		}
	}
}

// nameSays is what the names of a node say of one thing, and of all around it too.
func (s *pageSurvey) nameSays(node int32, k int) (own, around int16) {
	sum, up := s.called[node][k], int32(0)
	if parent := s.p.Nodes[node].Parent; parent >= 0 {
		up = s.called[parent][k]
	}
	return clamp(int(sum - up)), clamp(int(sum))
}

// fillNames fills what the names of the elements around a block say of the story.
func (s *pageSurvey) fillNames(row []int16, node int32) {
	row[fNamesOwn], row[fNamesAround] = s.nameSays(node, 0)
	if parent := s.p.Nodes[node].Parent; parent >= 0 {
		row[fNamesUp], _ = s.nameSays(parent, 0)
	}
}

// fillNameRoles fills what they say of its role.
func (s *pageSurvey) fillNameRoles(row []int16, node int32) {
	for k := 1; k < lexiconWidth; k++ {
		at := fNamesRoles + 2*(k-1)
		row[at], row[at+1] = s.nameSays(node, k)
	}
}
