package label

import (
	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// leastEntries is how many times of day a live blog prints inside its story.
const leastEntries = 3

// liveEntries finds the times that open the entries of a live blog: inside the story, in
// elements that the page calls live. They are part of the story.
func (l *labeller) liveEntries() {
	if l.p.FromText {
		return
	}
	var entries []int
	for i := l.out.First; i < l.out.Last; i++ {
		b, row := &l.p.Blocks[i], l.rows.Row(i)
		if l.isOpen(i) && b.Words <= shortLabel && row[fClasses+classIndex(page.ClassLive)] < far && printsTime(row) {
			entries = append(entries, i)
		}
	}
	if len(entries) < leastEntries {
		return
	}
	for _, i := range entries {
		l.set(i, LiveEntry)
	}
}

// printsTime reports whether a block is a date or a time of day and no more.
func printsTime(row []int16) bool {
	switch phrases.Class(row[fPhrase]) {
	case phrases.Clock, phrases.DateAlone, phrases.RelativeTime, phrases.PublishedDate:
		return true
	}
	return row[fInlineDate] == 2 && row[fDigitShare] > figures
}

// tellsTime reports whether a block is little more than a date.
func tellsTime(row []int16) bool {
	return printsTime(row) || isMostlyDate(row)
}

// isMostlyDate reports whether a short block is mostly figures, as dates are.
func isMostlyDate(row []int16) bool {
	return row[fWords] <= 2*longByline && row[fDigitShare] > manyDigits
}
