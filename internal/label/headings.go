package label

import "github.com/seed-90a94633/newsparse/internal/page"

const (
	// sureHeading is the most words of a heading's element that is one whatever it says. Of longer ones that
	// the forest takes for none, 34 on nine pages are paragraphs, most of them questions of interviews, and 9
	// on seven pages are headings: F1 of headings is .886, and .873 if all elements are believed.
	sureHeading = 8
	// longHeading is the most words of any other heading.
	longHeading = 30
	// byElement is how much likelier an element makes a heading.
	byElement = Unit / 2
)

// setApart is the share of a line, in thousandths, that is bold, italic or in capitals where all of it is.
const setApart = 900

// numForms is how many forms there are: three ends, with and without each of three ways to be set apart.
const numForms = 3 * 8

// formOf numbers how a line is set: bold, in italics, in capitals, and how it ends.
func formOf(row []int16) int16 {
	form := 8 * row[fEnds]
	for k, column := range [...]int{fBoldShare, fItalicShare, fUpperShare} {
		form += bit(row[column] > setApart) << k
	}
	return form
}

// nameShort names the short lines of a story. Of a page with elements those that are set alike are
// rather all headings or none: to the log odds of each counts the mean of the others.
func (l *labeller) nameShort(lines []int32) {
	own := l.survey.memory.int32s.take(len(lines))
	var sums, counts [numForms]int64
	for k, i := range lines {
		if l.p.Stopped(k) {
			return
		}
		own[k] = l.ask(AskHeading, int(i))
		form := formOf(l.rows.Row(int(i)))
		sums[form] += int64(within(own[k], certain))
		counts[form]++
	}
	for k, i := range lines {
		odds := own[k]
		if form := formOf(l.rows.Row(int(i))); !l.p.FromText {
			odds += int32((sums[form] - int64(within(odds, certain))) / counts[form])
		}
		if page.IsHeading(l.p.Blocks[i].Tag) {
			odds += byElement
		}
		role := &l.out.Labels[i].Role
		if *role = Heading; odds <= 0 {
			*role = l.proseRole(int(i))
		}
	}
}

// within is n, but at most so far from 0.
func within(n, most int32) int32 { return max(-most, min(n, most)) }

// likelyBetween is the probability, in thousandths, from which on a heading's element between two blocks of the story is
// part of it: of those that this takes 22 of 28 are, on the pages annotated by hand, and F1 of headings is .892 in place
// of .887. A stock line must be as likely as lastLine ("More information"): 5 of 5.
const likelyBetween = 200

// headingsBetween takes the headings right between two blocks of the story.
func (l *labeller) headingsBetween() {
	for i := l.out.First + 1; i < l.out.Last-1; i++ {
		b := &l.p.Blocks[i]
		if l.in[i] || !l.in[i-1] || !l.in[i+1] || !page.IsHeading(b.Tag) || page.IsHeading(l.p.Blocks[i+1].Tag) || b.LinkWords > 0 || !l.mayTake(i) {
			continue
		}
		least := int16(likelyBetween)
		if l.isStock(i) {
			least = lastLine
		}
		l.in[i] = l.out.Labels[i].Story >= least
	}
}
