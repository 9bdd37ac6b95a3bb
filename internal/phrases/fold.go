package phrases

import (
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// foldMax is how many bytes of a folded line are looked at.
const foldMax = 256

// A folded line is in lower case and without accents; its punctuation is ASCII, its white
// space single; decorations are trimmed off its ends. Numbers are "#", numeric dates "D"
// and clock times "T", the only upper-case letters in it.
type folded struct {
	buf [foldMax]byte
	n   int
	cut bool // the line is longer than buf
}

func (f *folded) bytes() []byte { return f.buf[:f.n] }

func (f *folded) add(r rune) {
	if f.n+utf8.UTFMax > foldMax {
		f.cut = true
		return
	}
	f.n += utf8.EncodeRune(f.buf[f.n:], r)
}

// fold fills f with s. Data files fold parts of a line, of which an end may be left untrimmed.
func (f *folded) fold(s string, trimLeft, trimRight bool) {
	f.n, f.cut = 0, false
	space, glue := false, false // white space is due; the last rune takes none after it
	for i := 0; i < len(s) && !f.cut; {
		// Most runes are letters of ASCII, and single spaces between them.
		if c := s[i]; c == ' ' {
			space = true
			i++
			continue
		} else if 'a' <= c|0x20 && c|0x20 <= 'z' && f.n < foldMax-utf8.UTFMax {
			n := f.n
			if space && n > 0 && !glue {
				f.buf[n] = ' '
				n++
			}
			for {
				f.buf[n] = c | 0x20
				n++
				if i++; i == len(s) || n >= foldMax-utf8.UTFMax {
					break
				}
				if c = s[i]; c|0x20 < 'a' || c|0x20 > 'z' {
					break
				}
			}
			f.n = n
			space, glue = false, false
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if _, ok := digitAt(s, i); ok {
			r, size = foldNumber(s, i)
		} else if r == '(' && i+2 < len(s) && s[i+2] == ')' && s[i+1]|0x20 == 'c' {
			r, size = '©', 3
		} else {
			r = foldRune(r)
		}
		i += size
		switch {
		case r == dropped:
			continue
		case r == ' ':
			space = true
			continue
		case f.n == 0 && trimLeft && isDecoration(r):
			continue
		}
		// French sets a space before these, others do not.
		if space && f.n > 0 && !glue && !isClosing(r) {
			f.add(' ')
		}
		space, glue = false, r == '©'
		switch r {
		case '…':
			f.add('.')
			f.add('.')
			f.add('.')
		case 'ß':
			f.add('s')
			f.add('s')
		case 'æ':
			f.add('a')
			f.add('e')
		case 'œ':
			f.add('o')
			f.add('e')
		default:
			f.add(r)
		}
	}
	if trimRight && !f.cut {
		for f.n > 0 {
			r, size := utf8.DecodeLastRune(f.buf[:f.n])
			if !isDecoration(r) {
				break
			}
			f.n -= size
		}
	}
}

func isClosing(r rune) bool {
	switch r {
	case ':', ';', ',', '.', '!', '?', '…':
		return true
	}
	return false
}

// isDecoration reports whether r says nothing at the end of a line.
func isDecoration(r rune) bool {
	switch r {
	case '#', 'D', 'T', '©', '@', '%', '$', '€', '£', '¥', '°':
		return false
	}
	if r < utf8.RuneSelf {
		return r < 'a' || r > 'z'
	}
	return !runes.IsLetter(r) && !unicode.IsMark(r)
}

// digitAt reports whether a digit of any script stands at s[i:], and its length.
func digitAt(s string, i int) (int, bool) {
	if i >= len(s) {
		return 0, false
	}
	if c := s[i]; c < utf8.RuneSelf {
		return 1, '0' <= c && c <= '9'
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return size, r > 0x600 && unicode.IsDigit(r)
}

// foldNumber reads a number with its inner separators at s[i:] and says what it is.
func foldNumber(s string, i int) (token rune, size int) {
	var lens [3]int // digits of the first three groups
	groups, start := 0, i
	same := true // all separators are one character
	var sep byte
	for {
		digits := 0
		for {
			w, ok := digitAt(s, i)
			if !ok {
				break
			}
			digits++
			i += w
		}
		if groups < len(lens) {
			lens[groups] = digits
		}
		groups++
		if i+1 >= len(s) {
			break
		}
		c := s[i]
		if _, ok := digitAt(s, i+1); !ok || (c != '.' && c != ',' && c != '/' && c != '-' && c != ':') {
			break
		}
		if groups > 1 && c != sep {
			if groups > 2 {
				break // "1.2.2024,10:30": another number
			}
			same = false
		}
		sep = c
		i++
	}
	switch {
	case groups == 3 && same && (sep == '.' || sep == '/' || sep == '-') &&
		lens[1] <= 2 && (lens[0] <= 2 && (lens[2] == 2 || lens[2] == 4) || lens[0] == 4 && lens[2] <= 2):
		return 'D', i - start
	case (groups == 2 || groups == 3) && same && sep == ':' && lens[0] <= 2 && lens[1] == 2:
		return 'T', i - start
	}
	return '#', i - start
}
