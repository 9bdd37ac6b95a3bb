package label

import (
	"slices"
	"sync"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// A mentions index finds the stock phrases that stand inside of lines by the hashes of their words,
// which are there anyhow: no line is read once more.
type mentions struct {
	// byStart are the phrases by their first two words, 0 for a second that is not there, the longer
	// first parts first.
	byStart map[[2]uint32][]mention
	// Most words are told from the first ones of phrases without the map.
	starts wordSet // first words
	lone   wordSet // of parts that have no second one
	pairs  wordSet // first two words
}

// pairOf is the hash of two words.
func pairOf(first, second uint32) uint32 { return first*0x9E3779B1 ^ second } // Knuth's multiplier

type mention struct {
	class phrases.Class
	parts [][][]uint32 // see phrases.Mention
	atEnd bool
}

// textMentions are the phrases that are looked for in plain text.
var textMentions = sync.OnceValue(indexMentions)

func indexMentions() *mentions {
	ix := &mentions{byStart: make(map[[2]uint32][]mention)}
	for _, m := range phrases.Mentions() {
		one := mention{class: m.Class, atEnd: m.AtEnd}
		for _, options := range m.Parts {
			var part [][]uint32
			for _, o := range options {
				part = append(part, hashes(nil, o, true))
			}
			one.parts = append(one.parts, part)
		}
		first := one.parts[0][0]
		start := [2]uint32{first[0]}
		if len(first) > 1 {
			start[1] = first[1]
			ix.pairs.addHashes([]uint32{pairOf(first[0], first[1])})
		} else {
			ix.lone.addHashes(first)
		}
		ix.byStart[start] = append(ix.byStart[start], one)
		ix.starts.addHashes(first[:1])
	}
	for _, list := range ix.byStart {
		slices.SortStableFunc(list, func(a, b mention) int { return len(b.parts[0][0]) - len(a.parts[0][0]) })
	}
	return ix
}

// in is the class of the first phrase that stands in a line, given by its words.
func (ix *mentions) in(words []uint32) phrases.Class {
	for i, h := range words {
		if !ix.starts.has(h) {
			continue
		}
		if i+1 < len(words) && ix.pairs.has(pairOf(h, words[i+1])) {
			for _, m := range ix.byStart[[2]uint32{h, words[i+1]}] {
				if m.begins(words[i:]) {
					return m.class
				}
			}
		}
		if ix.lone.has(h) {
			for _, m := range ix.byStart[[2]uint32{h}] {
				if m.begins(words[i:]) {
					return m.class
				}
			}
		}
	}
	return phrases.None
}

// begins reports whether the phrase is what the words begin with.
func (m *mention) begins(words []uint32) bool {
	rest, ok := cutWords(words, m.parts[0])
	for _, part := range m.parts[1:] {
		if !ok {
			return false
		}
		rest, ok = cutThrough(rest, part)
	}
	return ok && (!m.atEnd || len(rest) == 0)
}

// cutThrough cuts the words off up to the end of the first that are one of the options.
func cutThrough(words []uint32, options [][]uint32) (rest []uint32, ok bool) {
	for i := range words {
		if rest, ok = cutWords(words[i:], options); ok {
			return rest, true
		}
	}
	return nil, false
}

// cutWords cuts one of the options off the words.
func cutWords(words []uint32, options [][]uint32) (rest []uint32, ok bool) {
	for _, o := range options {
		if len(words) >= len(o) && slices.Equal(words[:len(o)], o) {
			return words[len(o):], true
		}
	}
	return nil, false
}
