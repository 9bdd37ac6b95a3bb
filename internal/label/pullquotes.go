package label

import (
	"slices"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A pull quote says once more, set apart, what a paragraph near it says. Of the quotes of eight words or
// more that had been taken for story and stand word by word in a longer block of it near them, 13 of 13 are
// none of it (annotated by hand), 6 of 8 (news) and 4 of 8 (WCXB). Of other blocks like that most are story,
// and in text, where nothing marks a quote, nearly half.

const (
	leastPulled = 8   // words: shorter quotes stand in other texts by chance
	mostPulled  = 200 // words: longer ones are no pull quotes, and take long to compare
	nearPulled  = 25  // blocks between it and what it repeats
)

// pullQuotes makes duplicates of the quotes that repeat what the story says near them.
func (l *labeller) pullQuotes() {
	quotes, first := l.longQuotes()
	if len(quotes) == 0 {
		return
	}
	var words []uint32
	for i := range l.in {
		if l.p.Stopped(i) {
			return
		}
		if !l.in[i] || l.out.Labels[i].Role == Duplicate || l.p.Blocks[i].Words <= leastPulled {
			continue
		}
		words = hashes(words[:0], l.p.Blocks[i].Text, false)
		for rest := words; len(rest) >= leastPulled; rest = rest[1:] {
			if !first.has(rest[0]) {
				continue // most words
			}
			q, ok := quotes[[leastPulled]uint32(rest)]
			n := len(q.words)
			if ok && n < len(words) && n <= len(rest) && slices.Equal(q.words, rest[:n]) && max(q.block-i, i-q.block) <= nearPulled {
				l.set(q.block, Duplicate)
			}
		}
	}
}

// A longQuote is a quote that may be a pull quote.
type longQuote struct {
	block int
	words []uint32
}

// longQuotes are those of the story, by the words that they begin with, and the first of these. Of two that
// begin alike only the last one is there, so that each place of the story is compared with one quote.
func (l *labeller) longQuotes() (quotes map[[leastPulled]uint32]longQuote, first wordSet) {
	for i := range l.in {
		b := &l.p.Blocks[i]
		if !l.in[i] || l.out.Labels[i].Role != Quote || b.Words < leastPulled || b.Words > mostPulled || b.Chosen || l.isPost(i) {
			continue
		}
		words := hashes(nil, b.Text, false)
		if len(words) < leastPulled {
			continue
		}
		if quotes == nil {
			quotes = map[[leastPulled]uint32]longQuote{}
		}
		quotes[[leastPulled]uint32(words)] = longQuote{i, words}
		first.addHashes(words[:1])
	}
	return quotes, first
}

// isPost reports whether a block stands in the post of a social network, that is a paragraph of a quote in a
// container at the most: stories embed what they quote.
func (l *labeller) isPost(i int) bool {
	return l.rows.Row(i)[fClasses+classIndex(page.ClassSocial)] <= 2
}
