package label

import (
	"math/bits"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A treeSurvey is what the features of a block need to know of the tree.
type treeSurvey struct {
	p       *page.Page
	dist    []distances // by node
	direct  []int32     // prose directly in each node
	most    int32       // the most of these
	dense   int32       // the node that has it
	best    int32       // see bestContainer
	upDense []int16     // see upTo
	upBest  []int16
	holder  []int32 // by block: the container that its prose counts for
	shapeOf []int32 // by block: index in shapes
	shapes  []shape
	words   int32
	prose   int32
}

// A shape sums up the blocks in elements of the same tag and class below parents of the
// same tag and class.
type shape struct{ count, words, links int32 }

// surveyTree surveys the tree, in the memory of used where that suffices.
func (s *pageSurvey) surveyTree(used []distances) *treeSurvey {
	p, n := s.p, len(s.p.Nodes)
	t := &treeSurvey{p: p, dist: slices.Grow(used[:0], n)[:n], shapes: s.memory.shapes[:0], words: p.Nodes[0].Words, prose: p.Nodes[0].Prose,
		direct: s.memory.int32s.take(n), holder: s.memory.int32s.take(len(p.Blocks)), shapeOf: s.memory.int32s.take(len(p.Blocks))}
	for i := range p.Nodes {
		node, d := &p.Nodes[i], &t.dist[i]
		if node.Parent < 0 {
			d.setAll()
		} else {
			d.setBelow(&t.dist[node.Parent])
		}
		for c := uint64(node.Class); c != 0; c &= c - 1 {
			d.setZero(bits.TrailingZeros64(c))
		}
		if node.Tag == atom.Div { // most
			continue
		}
		for j, tag := range tagDistances {
			if node.Tag == tag {
				d.setZero(numClasses + j)
			}
		}
	}
	keyOf := func(i int) uint64 {
		node := &p.Nodes[p.Blocks[i].Node]
		key := uint64(node.Signature) << 32
		if node.Parent >= 0 {
			key |= uint64(p.Nodes[node.Parent].Signature)
		}
		return key
	}
	s.memory.blocks.reset(len(p.Blocks))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		h := containerOf(p, b.Node)
		t.holder[i] = h
		if s.isProse[i] && !b.Unseen() {
			t.direct[h] += b.Words
			if t.direct[h] > t.most {
				t.most, t.dense = t.direct[h], h
			}
		}
		key := keyOf(i)
		first := s.memory.blocks.first(i, key*spread, func(j int) bool { return keyOf(j) == key })
		if first == i {
			t.shapeOf[i] = int32(len(t.shapes))
			t.shapes = append(t.shapes, shape{})
		}
		k := t.shapeOf[first]
		t.shapeOf[i] = k
		t.shapes[k].count++
		t.shapes[k].words += b.Words
		t.shapes[k].links += b.LinkWords
	}
	s.memory.shapes = t.shapes
	t.best = s.bestContainer()
	t.upDense, t.upBest = s.upTo(t.dense), s.upTo(t.best)
	return t
}

// Distances, to each class and then to each of tagDistances, stand side by side in the bytes of a
// few numbers, so that eight are counted on at once.
type distances [(numClasses + numTags + 7) / 8]uint64

// bytesOfOne is 1 in each byte.
const bytesOfOne = 0x0101010101010101

// setAll sets all to far.
func (d *distances) setAll() {
	for k := range d {
		d[k] = far * bytesOfOne
	}
}

// setBelow sets all to what they are one level below, far at the most: beyond that, a byte has the
// bit of 16.
func (d *distances) setBelow(up *distances) {
	for k, x := range up {
		x += bytesOfOne
		d[k] = x - x>>4&bytesOfOne
	}
}

func (d *distances) setZero(j int) { d[j/8] &^= 0xFF << (j % 8 * 8) }

// fill tells all distances.
func (d *distances) fill(to []int16) {
	eight := uint64(0)
	for j := range to {
		if j%8 == 0 {
			eight = d[j/8]
		}
		to[j] = int16(eight & 0xFF)
		eight >>= 8
	}
}

// containerOf is the element that holds a paragraph in node n among its siblings.
func containerOf(p *page.Page, n int32) int32 {
	for n > 0 {
		switch p.Nodes[n].Tag {
		case atom.P, atom.Li, atom.Ul, atom.Ol, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dd, atom.Dt, atom.Figure, atom.Pre:
			n = p.Nodes[n].Parent
		default:
			return n
		}
	}
	return 0
}

// bestContainer is the node with the highest sum of scores over its blocks: prose counts
// its words, everything else counts against it, so that the sum grows from paragraph to
// story and falls from story to page.
func (s *pageSurvey) bestContainer() int32 {
	p := s.p
	score := s.memory.int32s.take(len(p.Nodes))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		switch {
		case b.Unseen():
		case s.isProse[i]:
			score[b.Node] += b.Words
		default:
			score[b.Node] -= 3 + 2*b.LinkWords
		}
	}
	best := int32(0)
	for i := len(p.Nodes) - 1; i > 0; i-- {
		score[p.Nodes[i].Parent] += score[i]
	}
	for i := range score {
		if score[i] > score[best] {
			best = int32(i)
		}
	}
	return best
}

// place fills the features of a block that come from the tree. Those of the blocks before it must be
// there already.
func (t *treeSurvey) place(m Matrix, i int) {
	p := t.p
	b, row := &p.Blocks[i], m.Row(i)
	row[fDirect] = share(t.direct[t.holder[i]], t.most)
	row[fInDense], row[fUpDense] = inside(t.upDense[b.Node])
	row[fInBest], row[fUpBest] = inside(t.upBest[b.Node])
	best := &p.Nodes[t.best]
	row[fBestPosition] = -1
	if row[fInBest] == 1 {
		row[fBestPosition] = share(int32(i)-best.First, best.Last-best.First)
	}
	row[fBestShare] = share(best.Prose, t.prose)
	s := t.shapes[t.shapeOf[i]]
	row[fShapeCount] = clamp(int(s.count))
	row[fShapeWords] = clamp(int(s.words / s.count))
	row[fShapeLinks] = share(s.links, s.words)
	row[fShapeShare] = share(s.words, t.words)
	row[fDepth] = clamp(int(p.Nodes[b.Node].Depth))
	t.dist[b.Node].fill(row[fClasses : fClasses+numClasses+numTags])
	if i > 0 && p.Nodes[p.Blocks[i-1].Node].Parent == p.Nodes[b.Node].Parent { // half of all blocks
		above := m.Row(i - 1)
		row[fSiblings] = above[fSiblings]
		copy(row[fAncestors:fAncestors+4*ancestors], above[fAncestors:])
		return
	}
	n := b.Node
	for level := range ancestors {
		if p.Nodes[n].Parent < 0 {
			break
		}
		n = p.Nodes[n].Parent
		node := &p.Nodes[n]
		if level == 0 {
			row[fSiblings] = clamp(int(node.Last - node.First))
		}
		at := fAncestors + 4*level
		row[at] = clamp(int(node.Words))
		row[at+1] = clamp(int(node.Last - node.First))
		row[at+2] = share(node.LinkWords, node.Words)
		row[at+3] = share(node.Prose, t.prose)
	}
}

// ancestors is how many levels above a block's element are looked at.
const ancestors = 4

// upTo are, by node, how far above the first ancestor is that holds container c, -1 inside of c.
func (s *pageSurvey) upTo(c int32) []int16 {
	p := s.p
	up, way := s.memory.int16s.take(len(p.Nodes)), s.memory.bools.take(len(p.Nodes))
	for n := c; n >= 0; n = p.Nodes[n].Parent {
		way[n] = true
	}
	for n := range up { // parents stand before their children
		switch parent := p.Nodes[n].Parent; {
		case int32(n) == c || !way[n] && up[parent] < 0:
			up[n] = -1
		case !way[n]:
			up[n] = min(up[parent]+1, far)
		}
	}
	return up
}

// inside reports whether a node is inside a container, and how far above the first ancestor is
// that holds it, by what upTo says.
func inside(up int16) (in, levels int16) {
	if up < 0 {
		return 1, 0
	}
	return 0, up
}
