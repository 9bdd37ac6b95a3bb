package label

import (
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// doubtful is the line, in thousandths, below which a page is so doubtful that it gets a
// line of its own.
const doubtful = 400

// line is the probability from which on a block is taken. The F1 of the body may be
// expected to be best if that is half of this F1: on a page whose blocks are all doubtful,
// what is less likely story than not is taken, too.
func (l *labeller) line() int16 {
	line := int64(threshold)
	for range 8 { // it settles sooner
		var taken, right, all int64
		for i := range l.p.Blocks {
			words, story := int64(l.p.Blocks[i].Words), int64(l.out.Labels[i].Story)
			all += words * story
			if story >= line {
				taken += words
				right += words * story
			}
		}
		best := int64(threshold)
		if all > 0 {
			best = 1000 * right / (1000*taken + all)
		}
		if best == line {
			break
		}
		line = best
	}
	if line > doubtful {
		return threshold
	}
	return int16(line)
}

// chooseStory takes the blocks that are more likely in the story than not, but none that
// the caller dropped, and none that says of itself that it is boilerplate.
func (l *labeller) chooseStory() {
	l.in = l.survey.memory.bools.take(len(l.p.Blocks))
	l.least = l.line()
	for i := range l.p.Blocks {
		b, story := &l.p.Blocks[i], l.out.Labels[i].Story
		switch {
		case b.Dropped || l.p.Chosen && !b.Chosen:
		case b.Words == 0: // a line of asterisks or dashes
		case b.Hidden && (b.Aside || 2*b.LinkWords > b.Words): // some sites hide their stories, none only its links or words of its sentences
		case l.isStock(i):
		case l.p.Chosen:
			l.in[i] = story >= threshold/4 || l.survey.isProse[i]
		default:
			l.in[i] = story >= l.least
		}
		if l.in[i] && b.Tag != atom.Pre && phrases.IsServerError(b.Text) { // in code, it is an example
			l.in[i] = false
		}
	}
}

// lastLine is the probability, in thousandths, that the last block of the story has at the least. It is
// the last because nothing below it is likely, so it is rarer story than others that are as likely. Of the
// blocks that this takes, by models that have not seen the site, 47 of 86 are none (annotated by hand),
// 8 of 12 (news) and 70 of 178 (WCXB). With 700 F1 of the body is .0005 lower on WCXB, with 600 by two
// draws of three .002 lower on the news.
const lastLine = 650

// cutEnd takes from the end of the story what is hardly likelier than not, but no part of a table.
func (l *labeller) cutEnd() {
	if l.least < threshold || l.p.Chosen {
		return
	}
	last := l.out.Last - 1
	for ; last > max(l.body, l.out.First); last-- {
		if at := &l.out.Labels[last]; l.in[last] && (at.Role != unset || at.Story >= lastLine || l.isCell(last)) {
			break
		}
		l.in[last] = false
	}
	l.out.Last = last + 1
}

// isCell reports whether a block stands in a cell of a table.
func (l *labeller) isCell(i int) bool {
	tag := l.p.Nodes[l.holder(i)].Tag
	return tag == atom.Td || tag == atom.Th
}

// Alone are the log odds, in Units, from which on a text is taken for a story alone. A story taken
// for a page loses lines, a page taken for one keeps some. At -3, -4 and -5, of 86,000 lines of cleaned
// stories 1,066, 335 and 208 are removed; of stories with four lines above and below paragraph F1 is .871,
// .855 and .828 (annotated by hand), .835, .832 and .820 (WCXB) and .898, .894 and .865 (news); of whole
// pages annotated by hand it is .858, .857 and .854. All by models that have not seen the site.
const Alone = -4 * Unit

// aloneUnparted is the same for a text whose blocks follow one another on a line, as no cleaned story has them:
// at -4, F1 of news is .918 and .857 (glued, with spaces), at -3 .922 and .866.
const aloneUnparted = -3 * Unit

// aloneMarkdown is the same for Markdown. At -2 and 0, of 11,562 parts of 349 stories that are written down as Markdown 122 and
// 292 are removed, and some 1,600 where none is taken for a story alone; F1 of whole pages is .9424 and .9428 (annotated by hand),
// .9403 and .9404 (WCXB). By models that have not seen the site.
const aloneMarkdown = -2 * Unit

// isAlone reports whether a text is nothing but a story, perhaps under its headline: somebody has
// cleaned it before, or copied no more than that.
func (l *labeller) isAlone() bool {
	if !l.p.FromText && !l.p.Markdown || len(l.p.Blocks) == 0 {
		return false
	}
	least := int32(Alone)
	switch {
	case l.p.Markdown:
		least = aloneMarkdown
	case l.p.Shape == page.Glued || l.p.Shape == page.OneLine:
		least = aloneUnparted
	}
	return l.forests[AskAlone].Sum(l.page) > least
}

// takeWhole takes all of a text for the story that is not its headline, a line of its header or
// surely boilerplate.
func (l *labeller) takeWhole() {
	l.span()
	l.frame()
	above := make([]int32, l.out.First)
	for i := range above {
		above[i] = int32(i)
	}
	header := l.outsideRoles(above)
	for i := range l.p.Blocks {
		switch {
		case l.out.Labels[i].Role != unset || l.isStock(i):
		case i < len(header) && header[i].score > 0 && header[i].role.InHeader():
			l.out.Labels[i].Role = header[i].role
		default:
			l.in[i] = true
		}
	}
	l.announced()
	l.span()
}

// longCopy is the least length of a text whose second occurrence is a copy: shorter lines
// may be said twice in one story.
const longCopy = 8

// duplicates leaves one copy of a long text: the one that is most likely story.
func (l *labeller) duplicates() {
	best := make(map[string]int)
	for i := range l.p.Blocks {
		b := &l.p.Blocks[i]
		if !l.in[i] || b.Words < longCopy || l.rows.Row(i)[fRepeats] < 2 {
			continue
		}
		k, ok := best[b.Text]
		switch {
		case !ok:
			best[b.Text] = i
		case l.out.Labels[i].Story > l.out.Labels[k].Story:
			l.in[k], best[b.Text] = false, i
			l.out.Labels[k].Role = Duplicate
		default:
			l.in[i] = false
			l.out.Labels[i].Role = Duplicate
		}
	}
}

// longCell is how many words the cells of a table of data have at the most on average: those
// with longer ones lay out a page.
const longCell = 12

// tables takes the tables inside the story whole: their cells are too short to be likely
// each on its own.
func (l *labeller) tables() {
	for n := range l.p.Nodes {
		table := &l.p.Nodes[n]
		if table.Tag != atom.Table || int(table.First) < l.out.First || int(table.Last) > l.out.Last || !isData(table) {
			continue
		}
		for i := table.First; i < table.Last; i++ {
			if l.isOpen(int(i)) { // a cell with a dash alone, too
				l.in[i] = true
			}
		}
	}
}

const (
	// mostOfList and leastOfList are the shares of a list, in percent, from which on and below which it is taken whole, or
	// what is doubtful of it not at all.
	mostOfList, leastOfList = 50, 25
	// likelyItem is the probability, in thousandths, that an item has at the least which is taken with its list.
	likelyItem = 200
)

// lists takes lists inside the story whole of which most is story already, but what is doubtful of others not at all: F1 and
// paragraph F1 .9758 to .9760 and .9555 to .9559 (annotated by hand), .9572 to .9574 and .8538 to .8540 (WCXB).
func (l *labeller) lists() {
	words := l.wordsBefore()
	for n, until := 1, int32(0); n < len(l.p.Nodes); n++ {
		list := &l.p.Nodes[n]
		if !isList(list.Tag) || list.First < until || int(list.First) < l.out.First || int(list.Last) > l.out.Last || list.Words == 0 {
			continue
		}
		until = list.Last // lists inside of it are parts of it

		held := 100 * int64(words[list.Last]-words[list.First]) / int64(list.Words) // percent
		for i := list.First; i < list.Last; i++ {
			likely := l.out.Labels[i].Story
			switch {
			case held < leastOfList:
				l.in[i] = l.in[i] && likely >= lastLine
			case held >= mostOfList && likely >= likelyItem && l.mayTake(int(i)) && !l.isStock(int(i)) && !page.IsHeading(l.p.Blocks[i].Tag):
				l.in[i] = true
			}
		}
	}
}

func isList(tag atom.Atom) bool { return tag == atom.Ul || tag == atom.Ol || tag == atom.Dl }

// mayTake reports whether a block may be taken for story that is not likely enough by itself: it is shown, says something
// and is nothing else yet.
func (l *labeller) mayTake(i int) bool { return l.isOpen(i) && l.p.Blocks[i].Words > 0 }

// isOpen reports whether a block is shown, is nothing yet, and stands where the caller says that the story stands.
func (l *labeller) isOpen(i int) bool {
	b := &l.p.Blocks[i]
	return l.out.Labels[i].Role == unset && !b.Hidden && !b.Dropped && (!l.p.Chosen || b.Chosen)
}

// isStock reports whether a block says of itself that it is boilerplate.
func (l *labeller) isStock(i int) bool {
	return phrases.Strength(l.rows.Row(i)[fPhraseSure]) == phrases.Sure
}

// wordsBefore are the words of the story before each block, with all of them at the end.
func (l *labeller) wordsBefore() []int32 {
	words := l.survey.memory.int32s.take(len(l.in) + 1)
	for i, in := range l.in {
		words[i+1] = words[i]
		if in {
			words[i+1] += l.p.Blocks[i].Words
		}
	}
	return words
}

// isData reports whether a table is one of data: of several short cells, few of them links.
func isData(table *page.Node) bool {
	cells := table.Last - table.First
	return cells >= 4 && table.Words > 0 && table.Words <= longCell*cells && 2*table.LinkWords <= table.Words
}
