package label

import (
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// noGap stands for the distance to a story that is not there.
const noGap = 20000

// A storySurvey is what the page's story looks like after the first answers: where its
// words are, and which element is its heart.
type storySurvey struct {
	*pageSurvey
	likely []int16 // that a block is story, in thousandths
	before []int64 // story words before each block, in thousandths; one more at the end
	heart  int32   // the deepest node that holds most of them
}

// heartShare is the share of the story, in percent, that its heart holds at least.
const heartShare = 70

func (s *pageSurvey) surveyStory(likely []int16) *storySurvey {
	p := s.p
	t := &storySurvey{s, likely, s.memory.int64s.take(len(p.Blocks) + 1), 0}
	for i := range p.Blocks {
		t.before[i+1] = t.before[i] + int64(p.Blocks[i].Words)*int64(likely[i])
	}
	for k := 1; k < len(p.Nodes); k++ { // parents stand before their children
		node := &p.Nodes[k]
		if node.Parent == t.heart && t.all() > 0 && 100*t.story(node.First, node.Last) >= heartShare*t.all() {
			t.heart = int32(k)
		}
	}
	return t
}

func (t *storySurvey) all() int64 { return t.before[len(t.before)-1] }

// story is how many story words the blocks from lo to hi hold, in thousandths.
func (t *storySurvey) story(lo, hi int32) int64 { return t.before[hi] - t.before[lo] }

// between is how many words the blocks from lo to hi hold.
func (t *storySurvey) between(lo, hi int32) int64 {
	count := func(i int32) int64 {
		if int(i) < len(t.wordsBefore) {
			return int64(t.wordsBefore[i])
		}
		return int64(t.words)
	}
	return count(hi) - count(lo)
}

// mean is the likelihood of a word in the blocks from lo to hi.
func (t *storySurvey) mean(lo, hi int32) int16 {
	if w := t.between(lo, hi); w > 0 {
		return clamp(int(t.story(lo, hi) / w))
	}
	return 0
}

func (t *storySurvey) share(story int64) int16 {
	if t.all() <= 0 {
		return 0
	}
	return clamp(int(story * 1000 / t.all()))
}

// fill fills the features of the second look and of those after it. before are the log odds of
// the look before.
func (t *storySurvey) fill(m Matrix, before []int32) {
	p, n := t.p, int32(len(t.p.Blocks))
	title, titleRank := t.title, rank(0)
	if title >= 0 {
		titleRank = rank(p.Blocks[title].Tag)
	}
	heads, last := 0, int32(-1)
	for i := range n {
		b, row := &p.Blocks[i], m.Row(int(i))
		clear(row[numFirst:])
		Settle(row, before[i])
		row[fStoryWords] = clamp(int(t.all() / 1000))
		row[fStoryBefore] = t.share(t.before[i])
		lo, hi := max(0, i-5), min(n, i+6)
		row[fStoryNear], row[fStoryNearShare] = clamp(int(t.story(lo, hi)/1000)), t.mean(lo, hi)
		if row[fGapAbove] = noGap; last >= 0 {
			row[fGapAbove] = clamp(int(t.between(last+1, i)))
		}
		if t.likely[i] >= threshold {
			last = i
		}
		if title >= 0 {
			row[fStorySinceTitle] = clamp(int((t.before[i] - t.before[title]) / 1000))
		}
		row[fHeadsSinceTitle] = clamp(heads)
		if page.IsHeading(b.Tag) && rank(b.Tag) <= titleRank && i > title {
			heads++
		}
		if i > 0 {
			row[fStoryAbove] = t.likely[i-1]
			m.Row(int(i) - 1)[fStoryBelow] = t.likely[i]
		}
		if i > 1 {
			row[fStoryAbove2] = t.likely[i-2]
			m.Row(int(i) - 2)[fStoryBelow2] = t.likely[i]
		}
	}
	next := n
	for i := n - 1; i >= 0; i-- {
		row := m.Row(int(i))
		if row[fGapBelow] = noGap; next < n {
			row[fGapBelow] = clamp(int(t.between(i+1, next)))
		}
		if t.likely[i] >= threshold {
			next = i
		}
	}
	t.fillRuns(m)
	if t.tree != nil {
		t.fillTree(m)
	} else {
		t.fillVocabulary(m)
		t.fillStyle(m)
		t.fillRefrainStory(m)
		t.fillMainRun(m)
		t.fillMarkRest(m)
	}
}

// rank of a heading, 1 to 6; that of other elements is below all headings.
func rank(tag atom.Atom) int {
	for i, t := range [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6} {
		if t == tag {
			return i + 1
		}
	}
	return 7
}

// fillTree fills the features that need the tree.
func (t *storySurvey) fillTree(m Matrix) {
	p := t.p
	shapes := make([]struct{ story, words int64 }, len(t.tree.shapes))
	for i := range p.Blocks {
		s := &shapes[t.tree.shapeOf[i]]
		s.words += int64(p.Blocks[i].Words)
		s.story += int64(p.Blocks[i].Words) * int64(t.likely[i])
	}
	of := func(node int32) int16 { return t.mean(p.Nodes[node].First, p.Nodes[node].Last) }
	branch, unit, upTitle := t.branches(), t.units(), t.upTitle()
	twins := t.twins()
	inHeart := of(t.heart)
	for i := range p.Blocks {
		node, row := p.Blocks[i].Node, m.Row(i)
		s := &shapes[t.tree.shapeOf[i]]
		row[fStoryShape] = clamp(int(s.story / max(s.words, 1)))
		row[fStoryHolder] = of(t.tree.holder[i])
		if row[fStoryUnit] = -1; unit[node] >= 0 {
			row[fStoryUnit] = of(unit[node])
		}
		holder := &p.Nodes[t.tree.holder[i]]
		row[fHolderShare] = t.share(t.story(holder.First, holder.Last))
		row[fUpTitle] = upTitle[node]
		row[fTwins] = twins[node]
		t.fillNameRoles(row, node)
		at := branch[node]
		if at == t.heart {
			row[fHeart], row[fBranchShare], row[fBranchMean] = 1, 1000, inHeart
			continue
		}
		row[fBelowShared] = clamp(int(p.Nodes[t.heart].Depth - p.Nodes[at].Depth + 1))
		row[fUpHeart] = clamp(int(p.Nodes[node].Depth - p.Nodes[at].Depth))
		row[fBranchShare], row[fBranchMean] = t.share(t.story(p.Nodes[at].First, p.Nodes[at].Last)), of(at)
		if int32(i) >= p.Nodes[t.heart].Last {
			row[fHeart] = 2
		}
	}
}

// twins are, by node, the share of the story in earlier siblings of its shape, or in those
// of an ancestor: a second story below the first, or one comment after the other. Elements
// of a single block have none.
func (t *storySurvey) twins() []int16 {
	p := t.p
	twins := t.memory.int16s.take(len(p.Nodes))
	type shape struct {
		parent    int32
		signature uint32
	}
	var before map[shape]int64                  // of the shapes that others came after; seldom asked
	last := t.memory.int32s.take(len(p.Nodes))  // by parent: its last child so far, 0 for none
	until := t.memory.int64s.take(len(p.Nodes)) // by node: the story in it and earlier ones of its shape
	for n := 1; n < len(p.Nodes); n++ {         // parents stand before their children
		node := &p.Nodes[n]
		twins[n] = twins[node.Parent]
		story := t.story(node.First, node.Last)
		if node.Last-node.First < 2 || story <= 0 {
			continue
		}
		until[n] = story
		if k := last[node.Parent]; k > 0 && p.Nodes[k].Signature == node.Signature {
			until[n] += until[k]
		} else if k > 0 {
			if before == nil {
				before = make(map[shape]int64)
			}
			before[shape{node.Parent, p.Nodes[k].Signature}] = until[k]
			until[n] += before[shape{node.Parent, node.Signature}]
		}
		twins[n] = max(twins[n], t.share(until[n]-story))
		last[node.Parent] = int32(n)
	}
	return twins
}

// upTitle are, by node, how far above the first ancestor is that holds the headline.
func (t *storySurvey) upTitle() []int16 {
	p := t.p
	up := t.memory.int16s.take(len(p.Nodes))
	for n := range up {
		up[n] = far
		if parent := p.Nodes[n].Parent; parent >= 0 {
			up[n] = min(up[parent]+1, far)
		}
		if node := &p.Nodes[n]; node.First <= t.title && t.title < node.Last {
			up[n] = 0
		}
	}
	return up
}

// branches are, by node, where its branch leaves the way from the root to the heart: the
// child of the last node that they share, the heart for all nodes below it, and a node of
// that way for itself.
func (t *storySurvey) branches() []int32 {
	p := t.p
	branch, way := t.memory.int32s.take(len(p.Nodes)), t.memory.bools.take(len(p.Nodes))
	for n := t.heart; n >= 0; n = p.Nodes[n].Parent {
		way[n] = true
	}
	for n := range branch { // parents stand before their children
		parent := p.Nodes[n].Parent
		if branch[n] = int32(n); parent >= 0 && (parent == t.heart || !way[parent]) {
			branch[n] = branch[parent]
		}
	}
	return branch
}

// units are, by node, the outermost list or table around it, -1 for none.
func (t *storySurvey) units() []int32 {
	p := t.p
	unit := t.memory.int32s.take(len(p.Nodes))
	for n := range unit {
		unit[n] = -1
		if parent := p.Nodes[n].Parent; parent >= 0 && unit[parent] >= 0 {
			unit[n] = unit[parent]
			continue
		}
		if tag := p.Nodes[n].Tag; tag == atom.Table || isList(tag) {
			unit[n] = int32(n)
		}
	}
	return unit
}
