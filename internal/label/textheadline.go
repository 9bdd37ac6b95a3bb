package label

import (
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

const (
	// Where the headline is looked for: so many blocks before the story's first one and after
	// it, which may be a line of a menu.
	headlineBefore, headlineAfter = 40, 60
	longHeadline                  = 50 // words
	// LeastHeadline and LeastInside are the least score of a headline, in thousandths, and of one that was taken for a
	// part of the story: a text without a headline may have headings. Without them .002 more are right, and .02 more wrong.
	LeastHeadline, LeastInside = -2000, 0
	// What counts as first paragraphs.
	leadParagraphs = 10
	leadLength     = 10 // words: shorter ones may be headlines themselves
)

// textHeadline is the line of a plain text that is most likely its headline, -1 for none.
func (l *labeller) textHeadline() int {
	n := len(l.p.Blocks)
	from, to := max(0, l.out.First-headlineBefore), min(n, l.out.First+headlineAfter)
	if l.alone {
		to = min(to, l.out.First+1) // what follows is the story
	}
	lead := l.leadWords()
	var lines []string // folded once the first line comes that far
	best, most := -1, int32(LeastHeadline)
	for i := from; i < to; i++ {
		b, row := &l.p.Blocks[i], l.rows.Row(i)
		if b.Words < 2 || b.Words > longHeadline || l.out.Labels[i].Role != unset || row[fPhraseSure] == 2 || phrases.Class(row[fPhrase]) == phrases.BreadcrumbLine {
			continue
		}
		if l.in[i] && row[fEnds] == 1 && b.Words >= leadLength {
			continue // a paragraph
		}
		var m [lineMarks]int32
		l.markLine(&m, i, &lead)
		// What costs more is asked last, and not where no answer would do.
		hope(&m)
		enough := func() bool { return l.heard == nil && weigh(&m) <= most }
		if enough() {
			continue
		}
		m[suffixAlone] = flag(l.hasLoneSuffix(i))
		m[titleAnswer] = logOdds(l.forests[AskTitle].Score(row)) // in full: other marks may make an unlikely one the headline
		if enough() {
			continue
		}
		m[standfirstBelow] = l.standfirstBelow(i)
		if enough() {
			continue
		}
		m[bylineBelow] = flag(l.isBylineBelow(i))
		if enough() {
			continue
		}
		if lines == nil {
			lines = l.foldedLines(from, to)
		}
		m[beginsOther], m[inOther] = copies(i-from, lines)
		if l.heard != nil {
			l.heard(HeadlineLine{b.Text, suffixOf(b.Text), l.in[i], slices.Clone(m[:])})
		}
		if s := weigh(&m); s > most && (s > LeastInside || !l.in[i]) {
			best, most = i, s
		}
	}
	return best
}

func flag(b bool) int32 {
	if b {
		return 1000
	}
	return 0
}

// markLine fills the marks of block i that need no forest.
func (l *labeller) markLine(m *[lineMarks]int32, i int, lead *wordSet) {
	b, row := &l.p.Blocks[i], l.rows.Row(i)
	m[anyHeadline] = 1000
	said := l.survey.wordsOf(i)
	told, _ := lead.overlap(said, len(said))
	words := int32(len(said))
	m[toldShare] = int32(told)
	m[toldWords] = int32(told) * words / (words + 3)
	if i > 0 { // the first line is what the others are compared with
		m[titleShare] = int32(row[fTitleShare])
		m[titleBoth] = int32(row[fTitleShare]) * int32(row[fTitleCover]) / 1000
	}
	m[asStory] = int32(l.out.Labels[i].Story)
	m[inStory] = flag(l.in[i])
	m[storyAbove] = int32(row[fStoryBefore])
	m[sentence] = flag(strings.HasSuffix(b.Text, ".") || strings.HasSuffix(b.Text, "。") || strings.HasSuffix(b.Text, "।"))
	m[openColon] = flag(row[fEnds] == 2)
	m[beginsSmall] = flag(row[fBegins] == 1)
	m[phraseLike] = flag(row[fPhrase] != 0)
	const soon = 5 // blocks
	for k := i + 1; k <= min(i+soon, l.out.First+1, len(l.p.Blocks)-1); k++ {
		if tellsTime(l.rows.Row(k)) {
			m[timeBelow] = 1000
		}
	}
	m[crumbsEnd] = flag(l.endsBreadcrumb(i))
	m[crumbsAbove] = flag(l.isBelowCrumbs(i))
}

// standfirstBelow is how likely the line below block i is a standfirst.
func (l *labeller) standfirstBelow(i int) int32 {
	if i+1 == len(l.p.Blocks) {
		return logOdds(leastLikely)
	}
	return logOdds(l.forests[AskStandfirst].Score(l.rows.Row(i + 1)))
}

// isBylineBelow reports whether a byline stands soon below block i, before the story goes on.
func (l *labeller) isBylineBelow(i int) bool {
	const soon = 4 // blocks
	for k := i + 1; k <= min(i+soon, l.out.First+1, len(l.p.Blocks)-1); k++ {
		if l.ask(AskByline, k) > 0 {
			return true
		}
	}
	return false
}

// isBelowCrumbs reports whether the short lines above block i hold a step such as "Home".
func (l *labeller) isBelowCrumbs(i int) bool {
	const steps, longest = 5, 5 // blocks, words
	for k := i - 1; k >= max(0, i-steps) && l.p.Blocks[k].Words <= longest; k-- {
		if c := phrases.Class(l.rows.Row(k)[fPhrase]); c == phrases.Menu || c == phrases.BreadcrumbLine {
			return true
		}
	}
	return false
}

// foldedLines are the blocks of a range, made comparable; empty for long ones. They stand in one text.
func (l *labeller) foldedLines(from, to int) []string {
	size := 0
	for i := from; i < to; i++ {
		size += len(l.p.Blocks[i].Text)
	}
	all, ends := make([]byte, 0, size), make([]int, to-from)
	for i := range ends {
		if b := &l.p.Blocks[from+i]; b.Words <= 3*longHeadline {
			all = appendFolded(all, b.Text)
		}
		ends[i] = len(all)
	}
	text, lines, begin := string(all), make([]string, to-from), 0
	for i, end := range ends {
		lines[i], begin = text[begin:end], end
	}
	return lines
}

// copies says whether another line begins with a line, or holds it: the page's title, a label
// with the headline after it.
func copies(i int, lines []string) (begins, holds int32) {
	const least = 16 // bytes: a shorter text stands in others by chance
	text := lines[i]
	if len(text) < least {
		return 0, 0
	}
	for _, other := range lines {
		switch {
		case len(other) <= len(text) || len(other) >= 3*len(text):
		case strings.HasPrefix(other, text):
			begins = 1000
		case holds == 0 && strings.Contains(other, text):
			holds = 1000
		}
	}
	return begins, holds
}

// leadWords are the words of the story's first paragraphs.
func (l *labeller) leadWords() (words wordSet) {
	var said []uint32
	n := 0
	for i := l.out.First; i < l.out.Last && n < leadParagraphs; i++ {
		if b := &l.p.Blocks[i]; l.in[i] && b.Words >= leadLength {
			said = append(said, l.survey.wordsOf(i)...)
			n++
		}
	}
	words.addHashes(said)
	return words
}
