package label

import (
	"math/bits"

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
	holder  []int32     // by block: the container that its prose counts for
	shapeOf []int32     // by block: index in shapes
	shapes  []shape
	words   int32
	prose   int32
}

// A shape sums up the blocks in elements of the same tag and class below parents of the
// same tag and class.
type shape struct{ count, words, links int32 }

func surveyTree(p *page.Page) *treeSurvey {
	n := len(p.Nodes)
	t := &treeSurvey{p: p, dist: make([]distances, n), direct: make([]int32, n),
		holder: make([]int32, len(p.Blocks)), shapeOf: make([]int32, len(p.Blocks)), words: p.Nodes[0].Words, prose: p.Nodes[0].Prose}
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
		for j, tag := range tagDistances {
			if node.Tag == tag {
				d.setZero(numClasses + j)
			}
		}
	}
	index := make(map[uint64]int32, 64)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		h := containerOf(p, b.Node)
		t.holder[i] = h
		if b.ReadsLikeProse() && !b.Hidden {
			t.direct[h] += b.Words
			if t.direct[h] > t.most {
				t.most, t.dense = t.direct[h], h
			}
		}
		node := &p.Nodes[b.Node]
		key := uint64(node.Signature) << 32
		if node.Parent >= 0 {
			key |= uint64(p.Nodes[node.Parent].Signature)
		}
		k, ok := index[key]
		if !ok {
			k = int32(len(t.shapes))
			index[key] = k
			t.shapes = append(t.shapes, shape{})
		}
		t.shapeOf[i] = k
		t.shapes[k].count++
		t.shapes[k].words += b.Words
		t.shapes[k].links += b.LinkWords
	}
	t.best = bestContainer(p)
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

func (d *distances) at(j int) int16 { return int16(d[j/8] >> (j % 8 * 8) & 0xFF) }

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
func bestContainer(p *page.Page) int32 {
	score := make([]int32, len(p.Nodes))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		switch {
		case b.Hidden:
		case b.ReadsLikeProse():
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

// place fills the features that come from the tree.
func (t *treeSurvey) place(row []int16, i int) {
	p := t.p
	b := &p.Blocks[i]
	row[fDirect] = share(t.direct[t.holder[i]], t.most)
	row[fInDense], row[fUpDense] = t.inside(t.dense, b.Node)
	row[fInBest], row[fUpBest] = t.inside(t.best, b.Node)
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
	n := b.Node
	for level := range 4 {
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
	for j := range numClasses + numTags {
		row[fClasses+j] = t.dist[b.Node].at(j)
	}
}

// inside reports whether node n is inside container c, and how far above n the first
// ancestor is that holds c.
func (t *treeSurvey) inside(c, n int32) (in, up int16) {
	if t.p.Above(c, n) {
		return 1, 0
	}
	for n > 0 && up < far && !t.p.Above(n, c) {
		n = t.p.Nodes[n].Parent
		up++
	}
	return 0, up
}
