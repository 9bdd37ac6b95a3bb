package prose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Kind says what an Edit mends.
type Kind uint8

// The kinds of edits.
const (
	StrayStop  Kind = iota // a full stop inside a sentence
	StrayQuote             // the same with a surplus closing quote before it
	OrphanStop             // a second full stop that stands alone
	Space                  // a space before a comma or a stop, or none after a stop
	Invisible              // soft hyphens and characters of no width
)

// The share of edits that were right where they could be checked: gold paragraphs of news
// for OrphanStop and Space, judged by eye; estimates for the rest.
const (
	orphanStopConfidence = 0.99
	strayQuoteConfidence = 0.9
	strayStopConfidence  = 0.75
	spaceConfidence      = 0.95
	invisibleConfidence  = 1
)

// An Edit is one change of a paragraph: the bytes from Start to End are replaced by With.
type Edit struct {
	Para       int // index of the paragraph
	Start, End int
	With       string
	Kind       Kind
	Confidence float64 // the share of such edits that are right, 0 to 1
}

// Mend returns what is to be mended in the paragraphs of one document, valid UTF-8 each,
// ordered by paragraph and place, without overlap. It looks at the document as a whole: a full stop before a
// lower-case word is wrong more often than right to take away, unless the same document has a
// second stop that stands alone or a closing quote too many.
func Mend(paras []string) []Edit { return MendUntil(paras, func() bool { return false }) }

// MendUntil is Mend until stop says that nobody waits for the edits.
func MendUntil(paras []string, stop func() bool) []Edit {
	var d document
	for i, p := range paras {
		if i%64 == 0 && stop() {
			return nil
		}
		d.para = i
		d.scan(p)
	}
	if len(d.edits) == 0 {
		return nil
	}
	// Each rule takes text of its own, but an invisible character may stand inside the
	// white space that another one takes.
	slices.SortStableFunc(d.edits, func(a, b Edit) int {
		if a.Para != b.Para {
			return a.Para - b.Para
		}
		return a.Start - b.Start
	})
	kept := d.edits[:0]
	for _, e := range d.edits {
		kind, ok := d.settle(e)
		e.Kind = kind
		if n := len(kept); !ok || n > 0 && kept[n-1].Para == e.Para && kept[n-1].End > e.Start {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// Apply returns s with the edits of one paragraph, ordered as Mend returns them.
func Apply(s string, edits []Edit) string {
	if len(edits) == 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(edits))
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(s) {
			continue
		}
		b.WriteString(s[at:e.Start])
		b.WriteString(e.With)
		at = e.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// passageWords is how many words a passage shows on each side of an edit.
const passageWords = 2

// Passage returns what an edit of s changes, with two words on each side, before and after it.
func Passage(s string, e Edit) (before, after string) {
	if e.Start < 0 || e.End < e.Start || e.End > len(s) {
		return "", ""
	}
	start, end := wordsBefore(s, e.Start), wordsAfter(s, e.End)
	return s[start:end], strings.TrimSpace(s[start:e.Start] + e.With + s[e.End:end])
}

// passageBytes bounds a passage on each side where there are no spaces.
const passageBytes = 60

func wordsBefore(s string, at int) int {
	i, words, in := at, 0, false
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if isSpace(r) {
			if in {
				words++
			}
			if in = false; words == passageWords {
				break
			}
		} else {
			in = true
		}
		if at-i+n > passageBytes {
			break
		}
		i -= n
	}
	return i
}

func wordsAfter(s string, at int) int {
	i, words, in := at, 0, false
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			if in {
				words++
			}
			if in = false; words == passageWords {
				break
			}
		} else {
			in = true
		}
		if i-at+n > passageBytes {
			break
		}
		i += n
	}
	return i
}
