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

// numForms is how many forms there are: three ends, with and without each of three ways to be set apart and the
// element of a heading.
const numForms = 3 * 16

// formOf numbers how a line is set: bold, in italics, in capitals, how it ends, and whether it is a heading's element.
func formOf(row []int16, element bool) int16 {
	form := 16*row[fEnds] + bit(element)<<3
	for k, column := range [...]int{fBoldShare, fItalicShare, fUpperShare} {
		form += bit(row[column] > setApart) << k
	}
	return form
}

// alike is how much more the others that are set alike tell of a line than itself. From 3 on F1 of headings is .895;
// with 1, .892.
const alike = 3

// nameShort names the short lines of a story. Of a page with elements those that are set alike are
// rather all headings or none: to the log odds of each counts the mean of the others.
func (l *labeller) nameShort(lines []int32) {
	memory := l.survey.memory
	own, forms := memory.int32s.take(len(lines)), memory.int16s.take(len(lines))
	var sums, counts [numForms]int64
	for k, i := range lines {
		if l.p.Stopped(k) {
			return
		}
		own[k] = l.ask(AskHeading, int(i))
		forms[k] = formOf(l.rows.Row(int(i)), page.IsHeading(l.p.Blocks[i].Tag))
		sums[forms[k]] += int64(within(own[k], certain))
		counts[forms[k]]++
	}
	for k, i := range lines {
		odds := own[k]
		if form := forms[k]; !l.p.FromText {
			odds += int32(alike * (sums[form] - int64(within(odds, certain))) / counts[form])
		}
		if page.IsHeading(l.p.Blocks[i].Tag) {
			odds += byElement
		}
		role := &l.out.Labels[i].Role
		if *role = Heading; odds <= 0 {
			*role = Paragraph
		}
	}
}

// within is n, but at most so far from 0.
func within(n, most int32) int32 { return max(-most, min(n, most)) }

// likelyAbove is the probability, in thousandths, from which on a heading's element inside the story, right above a block
// of it, is part of it. Of those that this takes with the story above them 22 of 28 are, on the pages annotated by hand,
// below other text, as a caption, 9 of 10. F1 of headings is .897 in place of .889, of the news' body .983 in place of
// .982. A stock line must be as likely as lastLine ("More information"): 5 of 5.
const likelyAbove = 200

// headingsAbove takes the headings right above a block of the story.
func (l *labeller) headingsAbove() {
	for i := l.out.First + 1; i < l.out.Last-1; i++ {
		b := &l.p.Blocks[i]
		if l.in[i] || !l.in[i+1] || !page.IsHeading(b.Tag) || page.IsHeading(l.p.Blocks[i+1].Tag) || b.LinkWords > 0 || !l.mayTake(i) {
			continue
		}
		least := int16(likelyAbove)
		if l.isStock(i) {
			least = lastLine
		}
		l.in[i] = l.out.Labels[i].Story >= least
	}
}
