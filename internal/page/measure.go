package page

import "unicode/utf8"

// Measure counts the words of s. Scripts that set no spaces between words (Chinese,
// Japanese, Thai and their neighbours) count a word for two characters, so that a length
// means the same in every language.
func Measure(s string) int {
	words, dense := 0, 0
	inWord := false
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case isNameByte(b): // most bytes
				if !inWord {
					words++
				}
				for i < len(s) && isNameByte(s[i]) {
					i++
				}
				inWord = true
			case b != '\'' && b != '-' && b != '.' && b != ',':
				inWord = false
			case i >= len(s) || s[i] == ' ':
				inWord = false
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case isDense(r):
			dense++
			inWord = false
		case r == '’' || r == 0xAD || r == 0x200B:
		case r < 0xC0 || 0x2000 <= r && r <= 0x206F || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFF0F:
			inWord = false
		default:
			if !inWord {
				words++
			}
			inWord = true
		}
	}
	return words + (dense+1)/2
}

// isDense reports whether r is of a script without spaces between words.
func isDense(r rune) bool {
	if r < 0x0E00 { // nearly all
		return false
	}
	return r <= 0x0EFF || // Thai, Lao
		0x1000 <= r && r <= 0x109F || 0x1780 <= r && r <= 0x17FF || // Burmese, Khmer
		0x3040 <= r && r <= 0x30FF || // kana
		0x3400 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || // Han
		0x20000 <= r && r <= 0x3FFFF
}
