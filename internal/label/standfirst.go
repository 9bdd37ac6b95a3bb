package label

import (
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// opening is how many blocks at the beginning of the story one of which may be its standfirst.
const opening = 6

// standfirst finds the standfirst, in the story or before it. It may be less likely story
// than other blocks: many sites set it apart.
func (l *labeller) standfirst() {
	best, bestScore := -1, int32(0)
	if l.p.FromText {
		bestScore = Unit // nothing but its words tells it from the first paragraph
	}
	oneBlock := l.out.First+1 == l.out.Last // then that is the story, not its standfirst
	above := 0                              // blocks of the story
	for i := max(0, l.out.First-Around); i < l.out.Last && above < opening; i++ {
		if l.p.Stopped(i) {
			return
		}
		if l.in[i] {
			above++
		}
		b := &l.p.Blocks[i]
		row := l.rows.Row(i)
		if l.in[i] && oneBlock {
			continue
		}
		if !l.in[i] && (l.out.Labels[i].Role != unset || b.Dropped || b.Hidden || l.isStock(i)) || phrases.Class(row[fPhrase]) == phrases.BreadcrumbLine || tellsTime(row) {
			continue
		}
		if b.Tag == atom.Li && l.isSaidAgain(i) {
			continue // of a list of contents
		}
		s := l.ask(AskStandfirst, i)
		if !l.in[i] && l.out.Labels[i].Story < threshold/3 {
			s -= Unit // then it must be the surer
		}
		if s > bestScore && s >= l.ask(AskCaption, i) { // captions of the leading picture stand there, too
			best, bestScore = i, s
		}
	}
	var first, last int
	if best >= 0 {
		first, last = l.likeStandfirst(best)
	} else {
		first, last = l.points()
	}
	for i := first; i < last; i++ {
		l.set(i, Standfirst)
	}
	l.out.First = min(l.out.First, first)
	for l.body = l.out.First; l.body < l.out.Last && (!l.in[l.body] || l.out.Labels[l.body].Role == Standfirst); {
		l.body++
	}
}

// likeStandfirst is the range of blocks around a standfirst's that belong to it: the items of a list
// that sums up the story, and lines of the same kind that read like a standfirst, too.
func (l *labeller) likeStandfirst(block int) (first, last int) {
	belongs := func(i int) bool {
		return i >= 0 && i < l.out.Last && l.out.Labels[i].Role == unset && l.isAlike(i, block) && !l.isSaidAgain(i) &&
			(l.p.Blocks[block].Tag == atom.Li || l.ask(AskStandfirst, i) > 0)
	}
	for first = block; belongs(first - 1); {
		first--
	}
	for last = block + 1; belongs(last); {
		last++
	}
	return first, last
}

// isAlike reports whether two blocks are of elements with the same tag and classes.
func (l *labeller) isAlike(i, j int) bool {
	a, b := &l.p.Blocks[i], &l.p.Blocks[j]
	return !l.p.FromText && a.Tag == b.Tag && !a.Hidden && !a.Dropped && l.p.Nodes[a.Node].Signature == l.p.Nodes[b.Node].Signature
}

// isSaidAgain reports whether the text of a block stands on the page a second time: lists of
// contents say the headings.
func (l *labeller) isSaidAgain(i int) bool { return l.rows.Row(i)[fRepeats] > 1 }

// The points of a story: a list of so many items above its first paragraph, with so many words
// each, on the average.
const (
	leastPoints, mostPoints         = 2, 8
	leastPointWords, mostPointWords = 5, 40
)

// points is the range of the list that sums up the story where it begins, empty for none. The story
// is longer than that.
func (l *labeller) points() (first, last int) {
	var words, links, below int32
	first = l.out.First
	for last = first; last < l.out.Last && l.in[last] && l.p.Blocks[last].Tag == atom.Li; last++ {
		words += l.p.Blocks[last].Words
		links += l.p.Blocks[last].LinkWords
		if l.isSaidAgain(last) {
			return first, first
		}
	}
	for i := last; i < l.out.Last; i++ {
		if l.in[i] {
			below += l.p.Blocks[i].Words
		}
	}
	n := int32(last - first)
	if n < leastPoints || n > mostPoints || 2*links > words || words > below || words < n*leastPointWords || words > n*mostPointWords {
		return first, first
	}
	return first, last
}
