package decode

import (
	"unicode"
	"unicode/utf8"
)

// A senser knows the kinds of the characters that it has met: the texts that the encodings make of a page have a few
// hundred, and to look one up takes longer than all else that is asked of it.
type senser struct {
	runes [1 << senserBits]rune // by their lowest bits
	kinds [1 << senserBits]kind
}

const senserBits = 9

// A kind is what counts of a character, in bits.
type kind uint8

const (
	isWrong   kind = 1 << iota // could not be decoded, or is not printed
	isASCII                    // a letter of ASCII
	isLatin                    // another Latin letter
	isForeign                  // a letter of an alphabet that does not share words with Latin
	isLetter
	isUpper
	isLower
	isSymbol
)

// kindOf is the kind of a character beyond ASCII.
func kindOf(r rune) (k kind) {
	set := func(is bool, bit kind) {
		if is {
			k |= bit
		}
	}
	set(r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.IsSpace(r) && r != '\u00AD', isWrong)
	set(unicode.Is(unicode.Latin, r), isLatin)
	set(r >= 0x370 && unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Thai), isForeign)
	set(unicode.IsLetter(r), isLetter)
	set(unicode.IsUpper(r), isUpper)
	set(unicode.IsLower(r), isLower)
	set(unicode.IsSymbol(r), isSymbol)
	return k
}

// kindOfASCII is that of a character of ASCII, of which only letters count.
func kindOfASCII(r rune) kind {
	switch {
	case !isASCIILetter(r):
		return 0
	case r >= 'a':
		return isASCII | isLetter | isLower
	}
	return isASCII | isLetter
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// of is kindOf, looked up once.
func (s *senser) of(r rune) kind {
	at := r & (1<<senserBits - 1)
	if s.runes[at] != r {
		s.runes[at], s.kinds[at] = r, kindOf(r)
	}
	return s.kinds[at]
}

// sense is 0 for text that could be real, and falls to -1 and below with the share of
// characters that give away a wrong encoding: those that could not be decoded or are not
// printed, Latin letters at the end of long runs of characters beyond ASCII, capitals inside
// words, two alphabets in a word.
func (s *senser) sense(text string) float64 {
	faults, n := 0, 0
	run := 0 // of characters beyond ASCII
	var before kind
	for _, r := range text {
		if r < utf8.RuneSelf {
			k := kindOfASCII(r)
			if k&isLetter != 0 && before&isForeign != 0 {
				faults++
			}
			run, before = 0, k
			continue
		}
		n++
		run++
		k := s.of(r)
		switch {
		case k&isWrong != 0:
			faults += 2
		case k&isLatin != 0:
			if run >= 3 {
				faults++
			}
		case k&isSymbol != 0:
			if before&isLetter != 0 {
				faults++
			}
		case '\uFF61' <= r && r <= '\uFF9F': // half-width katakana
			faults++
		case k&isForeign != 0 && before&isASCII != 0, k&isUpper != 0 && before&isLower != 0:
			faults++
		}
		before = k
	}
	return -float64(faults) / float64(max(n, 1))
}
