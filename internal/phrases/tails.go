package phrases

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// nextWord returns the first run of letters of line, or one number token, and what follows.
func nextWord(line []byte) (word, rest []byte) {
	start := 0
	for start < len(line) {
		if c := line[start]; 'a' <= c && c <= 'z' { // most
			break
		}
		r, size := utf8.DecodeRune(line[start:])
		if r == '#' || r == 'D' || r == 'T' {
			return line[start : start+1], line[start+1:]
		}
		if wordRune(r) {
			break
		}
		start += size
	}
	end := start
	for end < len(line) {
		if c := line[end]; 'a' <= c && c <= 'z' {
			end++
			continue
		}
		r, size := utf8.DecodeRune(line[end:])
		if !wordRune(r) || 'A' <= r && r <= 'Z' {
			break
		}
		end += size
	}
	return line[start:end], line[end:]
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return runes.IsLetter(r) || unicode.IsMark(r)
}

// date reports whether line is nothing but a date or a time of day, and whether a day is in it.
func (t *table) date(line []byte) (ok, day bool) {
	d, ok := t.dateWords(line)
	day = d.day || d.kinds&wordMonth != 0 && d.numbers > 0 || d.kinds&wordWeekday != 0 && d.times > 0
	return ok && (day || d.times > 0 && d.numbers == 0), ok && day
}

// dateWords are what a date is made of.
type dateWords struct {
	kinds          wordKind
	numbers, times int
	day            bool // in digits
}

// firstSign begins, in UTF-8, the signs of Chinese, Japanese and Korean, which have leastSign bytes each.
const firstSign, leastSign = 0xE3, 3

// dateWords reports whether line has no other words than dates and times have, and which.
func (t *table) dateWords(line []byte) (d dateWords, ok bool) {
	for range 16 {
		var w []byte
		if w, line = nextWord(line); len(w) == 0 {
			return d, true
		}
		switch w[0] {
		case '#':
			d.numbers++
			continue
		case 'D':
			d.day = true
			continue
		case 'T':
			d.times++
			continue
		}
		for len(w) > 0 {
			n, kind := len(w), t.kind(w, wordOfDates)
			for n > leastSign && w[0] >= firstSign && kind == 0 { // no spaces between words
				n -= leastSign
				kind = t.kind(w[:n], wordOfDates)
			}
			if kind == 0 {
				return d, false
			}
			d.kinds |= kind
			w = w[n:]
		}
	}
	return d, false
}

// beginsListed reports whether the first word of a line is a number or listed, or begins with a
// listed one: no other line can be one of listed words. It spares most lines three searches.
func (t *table) beginsListed(line []byte) bool {
	w, _ := nextWord(line)
	if len(w) < 2 {
		return len(w) > 0
	}
	if t.initial(w).kinds == 0 {
		return false // most
	}
	for n := len(w); n == len(w) || n >= leastPart; n-- {
		if t.kind(w[:n], anyWord) != 0 {
			return true
		}
	}
	return false
}

// leastPart is the least length of a part of a word that counts: "x" and "ap" begin too many words.
const leastPart = 4

// all reports whether line consists of words of the given kinds, and how many are of the
// first. Words set without spaces ("FacebookX") count as words.
func (t *table) all(line []byte, main, filler wordKind) (ok bool, count int) {
	for words := 0; words < 40; words++ {
		var w []byte
		if w, line = nextWord(line); len(w) == 0 {
			return count > 0, count
		}
		for len(w) > 0 {
			n, kind := len(w), t.kind(w, main|filler)
			for n > leastPart && kind == 0 {
				n--
				kind = t.kind(w[:n], main|filler)
			}
			if kind == 0 {
				return false, 0
			}
			if kind&main != 0 {
				count++
			}
			w = w[n:]
		}
	}
	return false, 0
}

// maxNames is how many words a list of names may have.
const maxNames = 12

// names reports whether the words of line after the first skip ones are names: capitals,
// and particles between them. Scripts without capitals pass if the text is short. A date may follow.
func (t *table) names(line string, skip int) bool {
	rest, small := afterWords(line, skip), wordParticle
	if n := strings.IndexAny(rest, "0123456789"); n >= 0 {
		var f folded
		f.fold(rest[n:], true, true)
		if _, ok := t.dateWords(f.bytes()); !ok {
			return false
		}
		rest, small = rest[:n], wordParticle|wordOfDates
	}
	capitals, words, caseless := 0, 0, 0
	for word := range strings.FieldsFuncSeq(rest, unicode.IsSpace) {
		if words++; words > maxNames {
			return false
		}
		r, size := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"'“‘„|,&-–—•·/:：@"))
		switch {
		case unicode.IsUpper(r):
			capitals++
		case size == 0 || r == '+' || r == '*':
		case unicode.IsLetter(r) && !unicode.IsLower(r):
			caseless += utf8.RuneCountInString(word)
		default:
			var f folded
			f.fold(word, true, true)
			if t.words[string(f.bytes())]&small == 0 {
				return false
			}
		}
	}
	return capitals > 0 && len(rest) <= 160 || caseless > 0 && caseless <= 24
}

// afterWords returns what follows the first n runs of letters and digits.
func afterWords(s string, n int) string {
	inside := false
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			if !inside && n == 0 {
				return s[i:]
			}
			inside = true
			continue
		}
		if inside {
			inside = false
			n--
		}
	}
	return ""
}
