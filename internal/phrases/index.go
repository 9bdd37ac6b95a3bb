package phrases

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// An index holds patterns sorted by head. All heads that a line begins with are found by one
// search: the last head that is not after the line, then its chain of shorter ones.
type index struct {
	patterns []pattern
	heads    []head   // of the patterns, and
	keys     []uint64 // how they begin: next to each other, where a search finds them fast
	// begin is, by the first two bytes of a line, the number of the first pattern that begins
	// so or later: the search is among those that begin as the line does.
	begin  []int32
	starts starts // of the heads
}

// A head is what lines begin with.
type head struct {
	text    string
	shorter int32 // number of the longest other head that this one begins with, or -1
}

// keyOf is the beginning of s as a number: numbers are in the order of strings.
func keyOf[T string | []byte](s T) (key uint64) {
	if len(s) >= 8 { // one load
		return uint64(s[7]) | uint64(s[6])<<8 | uint64(s[5])<<16 | uint64(s[4])<<24 |
			uint64(s[3])<<32 | uint64(s[2])<<40 | uint64(s[1])<<48 | uint64(s[0])<<56
	}
	for i := range min(len(s), 8) {
		key |= uint64(s[i]) << (56 - 8*i)
	}
	return key
}

// newIndex makes an index of the patterns of these numbers.
func newIndex(all []pattern, numbers []int32) index {
	// Where heads are the same, the stricter pattern is tried first, so it is sorted last.
	sortNumbers(all, numbers, func(a, b *pattern) int {
		if c := strings.Compare(a.head, b.head); c != 0 {
			return c
		}
		return a.strictness() - b.strictness()
	})
	patterns := make([]pattern, len(numbers))
	for i, k := range numbers {
		patterns[i] = all[k]
	}
	ix := index{patterns: patterns, heads: make([]head, len(patterns)), keys: make([]uint64, len(patterns)), begin: make([]int32, 1<<16+1)}
	ix.takeHeads()
	for i := range patterns {
		ix.keys[i] = keyOf(patterns[i].head)
		ix.starts.add(patterns[i].head)
	}
	for first, i := 0, 0; first < len(ix.begin); first++ {
		for i < len(ix.keys) && int(ix.keys[i]>>48) < first {
			i++
		}
		ix.begin[first] = int32(i)
	}
	for i := range ix.heads {
		h := &ix.heads[i]
		h.shorter = int32(i) - 1
		for h.shorter >= 0 && !strings.HasPrefix(h.text, ix.heads[h.shorter].text) {
			h.shorter = ix.heads[h.shorter].shorter
		}
	}
	return ix
}

// takeHeads copies the heads to one text, in their order: what is compared one after the other
// stands together.
func (ix *index) takeHeads() {
	size := 0
	for i := range ix.patterns {
		size += len(ix.patterns[i].head)
	}
	var text strings.Builder
	text.Grow(size)
	for i := range ix.patterns {
		p, at := &ix.patterns[i], text.Len()
		text.WriteString(p.head)
		p.head = text.String()[at:]
		ix.heads[i].text = p.head
	}
}

// strictness orders patterns with the same head.
func (p *pattern) strictness() int {
	switch {
	case p.tail == tailNames:
		return 1
	case p.tail != tailAny:
		return 1 << 19
	}
	n := 0
	for _, r := range p.rest {
		n += 2 + len(r[0])
	}
	if p.atEnd {
		n++
	}
	return n
}

// longest returns the number of the pattern with the longest head that line begins with,
// or -1; the head's shorter leads to the next. It is -1, too, where all of them end inside a word.
func (ix *index) longest(line []byte) int32 {
	key := keyOf(line)
	if !ix.starts.mayBegin(line, key) {
		return -1
	}
	from := ix.begin[key>>48]
	for n := ix.begin[key>>48+1] - from; n > 0; { // among n heads; no branch is to be guessed
		half := n / 2
		above := n - half - 1
		if ix.keys[from+half] <= key {
			from, half = from+half+1, above
		}
		n = half
	}
	i := from - 1 // the last head that begins as the line does, or before it
	for i >= 0 && ix.keys[i] == key && ix.heads[i].text > string(line) {
		i--
	}
	for i >= 0 && !hasPrefix(line, ix.heads[i].text) {
		i = ix.heads[i].shorter
	}
	return i
}

func hasPrefix(line []byte, prefix string) bool {
	return len(prefix) <= len(line) && string(line[:len(prefix)]) == prefix
}

// restMatches reports whether p's rest follows in line, which is what stands after the head.
func (p *pattern) restMatches(line []byte) bool {
	for i, options := range p.rest {
		if p.atEnd && i == len(p.rest)-1 {
			return endsIn(line, options)
		}
		end := -1
		for _, option := range options {
			if e := endOf(line, option); e >= 0 && (end < 0 || e < end) {
				end = e
			}
		}
		if end < 0 {
			return false
		}
		line = line[end:]
	}
	return true
}

func endsIn(line []byte, options []string) bool {
	for _, option := range options {
		if at := len(line) - len(option); at >= 0 && string(line[at:]) == option && wordEnds(line, at) {
			return true
		}
	}
	return false
}

// endOf returns where phrase, not as a part of a word, ends in line, or -1.
func endOf(line []byte, phrase string) int {
	for from := 0; ; from++ {
		i := bytes.IndexByte(line[from:], phrase[0])
		if i < 0 {
			return -1
		}
		from += i
		end := from + len(phrase)
		if hasPrefix(line[from:], phrase) && wordEnds(line, from) && wordEnds(line, end) {
			return end
		}
	}
}

// wordEnds reports whether no word runs across line[at]. In scripts without spaces a word
// may end anywhere.
func wordEnds(line []byte, at int) bool {
	if at <= 0 || at >= len(line) {
		return true
	}
	a, _ := utf8.DecodeLastRune(line[:at])
	b, _ := utf8.DecodeRune(line[at:])
	return !spacedLetter(a) || !spacedLetter(b)
}

func spacedLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z'
	case r < 0xE00:
		return runes.IsLetter(r) || unicode.IsMark(r)
	case r < 0x1100, r >= 0x1780 && r < 0x1800: // Thai, Lao, Tibetan, Burmese; Khmer
		return false
	case r >= 0x2E80 && r < 0xAC00, r >= 0xF900 && r < 0xFB00, r >= 0x20000: // Han and Kana
		return false
	}
	return runes.IsLetter(r) || unicode.IsMark(r)
}
