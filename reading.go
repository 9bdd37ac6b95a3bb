package newsparse

import (
	"time"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// wordsPerMinute is how fast adults read texts of facts silently, over languages (Brysbaert
// 2019: 238 for English).
const wordsPerMinute = 238

// Words is the number of words of the standfirst and the Body. Of scripts without spaces, two
// characters count as a word.
func (a *Article) Words() int {
	n := page.Measure(a.Standfirst)
	for i := range a.Body {
		b := &a.Body[i]
		n += page.Measure(b.Text)
		for _, item := range b.Items {
			n += page.Measure(item.Text)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				n += page.Measure(cell.Text)
			}
		}
	}
	return n
}

// ReadingTime is how long a reader takes for Words, in whole minutes, at least one; 0 where
// there is nothing to read.
func (a *Article) ReadingTime() time.Duration {
	words := a.Words()
	if words == 0 {
		return 0
	}
	return time.Duration(max(1, (words+wordsPerMinute/2)/wordsPerMinute)) * time.Minute
}
