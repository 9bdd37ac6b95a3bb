package page

import (
	"unsafe"

	"golang.org/x/net/html/atom"
)

// finish cuts the blocks' texts from the arena, which must not change any more, and sums up.
func (p *Page) finish(arena []byte, spans []span, marks []Mark) {
	text := unsafe.String(unsafe.SliceData(arena), len(arena)) // a copy of the page's text less
	for i := range p.Blocks {
		if p.Stopped(i) {
			return
		}
		b, s := &p.Blocks[i], spans[i]
		b.Text = text[s.start:s.end]
		kept := marks[s.mark:s.mark]
		for _, m := range marks[s.mark:s.markEnd] {
			m.Start, m.End = max(m.Start, s.start)-s.start, min(m.End, s.end)-s.start
			if m.Start < m.End {
				kept = append(kept, m)
			}
		}
		b.Marks = kept[:len(kept):len(kept)]
		b.Tag = p.tagOf(b.Node)
		b.Words = int32(Measure(b.Text))
		b.LinkWords = int32(int(b.Words) * min(int(b.LinkWords), len(b.Text)) / len(b.Text))
	}
	p.Nodes[0].Last = int32(len(p.Blocks))
	p.sum()
}

// tagOf is the innermost element that says what a text in node n is.
func (p *Page) tagOf(n int32) atom.Atom {
	for ; n > 0; n = p.Nodes[n].Parent {
		switch tag := p.Nodes[n].Tag; {
		case isTelling(tag):
			return tag
		case tag != atom.Div && tag != atom.Center && tag != atom.Hgroup && tag != atom.Header:
			return 0
		}
	}
	return 0
}

// sum fills the sums of the nodes.
func (p *Page) sum() {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		n := &p.Nodes[b.Node]
		n.Words += b.Words
		n.LinkWords += b.LinkWords
		if b.ReadsLikeProse() {
			n.Prose += b.Words
		}
	}
	for i := len(p.Nodes) - 1; i > 0; i-- {
		n := &p.Nodes[i]
		up := &p.Nodes[n.Parent]
		up.Words += n.Words
		up.LinkWords += n.LinkWords
		up.Prose += n.Prose
	}
}
