package label

const (
	// fewWords is the most words of a line that says too little of itself: a heading or an item, or a link to another
	// story.
	fewWords = 10
	// likelyInside is the probability, in thousandths, from which on it is taken inside of the story. Of the lines from
	// there to threshold, as innerText, 308 of 444 are story (annotated by hand), 1352 of 1905 (WCXB), but 14 of 94 of the
	// news', of which 41 are one line that is said again and again.
	likelyInside = 400
)

// shortLines takes the short lines inside the story of a text, beside its other blocks, that are doubtful, but none that
// the text says again. F1 of the body is .001 higher on WCXB and the pages annotated by hand, .0005 lower on the news.
// In HTML, where more tells of a line, it gained nothing.
func (l *labeller) shortLines() {
	beside := false // the block above is taken, by itself
	for i := l.out.First; i < l.out.Last-1; i++ {
		row, taken := l.rows.Row(i), l.in[i]
		l.in[i] = taken || (beside || l.in[i+1]) && row[fWords] <= fewWords && row[fRepeats] == 1 && l.out.Labels[i].Story >= likelyInside && l.mayTake(i) && !l.isStock(i)
		beside = taken
	}
}
