package page

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// The blocks that one long line is cut into where its paragraphs cannot be known.
const (
	longPiece  = 1200 // bytes from which on a text without a boundary is cut
	groupBytes = 150  // bytes after which a block ends with its sentence: 25 words, or 50 Chinese characters
	menuWords  = 4    // the least number of words before a sentence that are cut off as a menu
	menuScore  = 3    // by how much capitals must outnumber words in lower case there
)

// flat makes blocks of one line of a text whose blocks follow one another without line ends. Where
// they are glued, their bounds show, and nothing else parts them: of the ends of sentences in long ones
// one in a hundred ends a paragraph, and in texts of one line every second one that is taken.
func (b *textBuilder) flat(s string, line int32, shape Shape) {
	b.flush()
	switch {
	case s == "":
	case shape != Glued:
		for group := range b.sentences(s) {
			b.piece(group, line)
		}
	case len(s) < gluedLine:
		b.piece(s, line)
	default:
		g, at := glueScanner{s: s}, 0
		g.cuts(func(i int) {
			b.piece(s[at:i], line)
			at = i
		})
		b.piece(s[at:], line)
	}
}

// piece makes a block of a part of a line, with the space after it.
func (b *textBuilder) piece(s string, line int32) {
	if p := trimLine(s); p != "" {
		b.add(p, line)
		b.flush()
	}
	b.spaced = strings.HasSuffix(s, " ")
}

// sentences yields a text whole where it is short, else groups of its sentences, each with the space
// after it, and apart from them the entries of menus that stand before a sentence.
func (b *textBuilder) sentences(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := trimLine(s)
		group := 0 // where the open group begins
		end := func(at int) bool {
			p := s[group:at]
			group = at
			return trimLine(p) == "" || yield(p)
		}
		for at, steps := 0, 1; at < len(s) && len(s) >= longPiece; steps++ {
			if b.page.Stopped(steps) {
				return
			}
			next := at + sentenceLen(s[at:])
			if menu := menuLen(s[at:next]); menu > 0 && !(end(at) && end(at+menu)) {
				return
			}
			at = next
			if at-group >= groupBytes && !end(at) {
				return
			}
		}
		end(len(s))
	}
}

// sentenceLen is the length of the first sentence of s, with the space after it.
func sentenceLen(s string) int {
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch {
		case isStop(r) || r == '؟' || r == '۔' || r == '।':
			if after := sentenceEnd(s, i, r); after > 0 {
				return after
			}
		case r == '。' || r == '！' || r == '？':
			for {
				r, n := utf8.DecodeRuneInString(s[i:])
				if n == 0 || !strings.ContainsRune("」』”）》。！？ \u3000", r) {
					return i
				}
				i += n
			}
		}
	}
	return len(s)
}

// sentenceEnd returns where the next sentence begins if the stop r before i ends one, 0 if not.
func sentenceEnd(s string, i int, r rune) int {
	stop := i - utf8.RuneLen(r)
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("\"'”’“»)]", r) {
			break
		}
		i += n
	}
	if i == len(s) || s[i] != ' ' {
		return 0
	}
	i++
	next, n := utf8.DecodeRuneInString(s[i:])
	if n == 0 || isLower(next) || !unicode.IsLetter(next) && !unicode.IsDigit(next) && !strings.ContainsRune("\"'“‘„«»([–—¿¡", next) {
		return 0
	}
	if r != '.' {
		return i
	}
	word := s[strings.LastIndexByte(s[max(0, stop-24):stop], ' ')+1+max(0, stop-24) : stop]
	if len(word) <= 2 && (len(word) < 2 || leadingDigits(word) > 0) || prose.IsAbbreviation(word) {
		return 0 // an initial, an ordinal
	}
	return i
}

// menuLen is the length of the entries of menus, headings and the like before the sentence
// that s ends with; 0 if it begins with that sentence. Most words of a menu begin with a
// capital and most words of a sentence do not, so the sentence begins about where capitals
// are furthest ahead.
func menuLen(s string) int {
	score, lowest, lowestAt, words := 0, 0, 0, 0
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s) - at
		}
		word := s[at : at+end]
		r, _ := utf8.DecodeRuneInString(word)
		at += end + 1
		switch {
		case isLower(r):
			score++
		case isUpper(r) || unicode.IsDigit(r):
			score--
		}
		words++
		if score < lowest && words >= menuWords && at < len(s) {
			lowest, lowestAt = score, at
		}
	}
	if lowest > -menuScore {
		return 0
	}
	return lastCapital(s, lowestAt)
}

// lastCapital returns the beginning of the sentence that goes on at i: of the words with a
// capital before i, a function word ("The"), or else the last one.
func lastCapital(s string, i int) int {
	best := 0
	for at, n := i, 0; at > 0 && n < 4; n++ {
		start := strings.LastIndexByte(s[:at-1], ' ') + 1
		word := s[start : at-1]
		r, _ := utf8.DecodeRuneInString(word)
		if !isUpper(r) {
			break
		}
		if best == 0 {
			best = start
		}
		if len(word) < 8 && prose.EndsInFunctionWord(strings.ToLower(word)) {
			return start
		}
		at = start
	}
	if best == 0 {
		return i
	}
	return best
}
