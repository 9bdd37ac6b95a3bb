// Package runes says of letters what package unicode says, sooner. That one searches a table for each character beyond
// Latin-1, which took a tenth of the time of a page in Japanese or Russian. Here the letters that most pages beyond
// Latin are written in are known by their range, and all others are left to unicode.
package runes

import "unicode"

// IsLetter is unicode.IsLetter.
func IsLetter(r rune) bool {
	switch {
	case 'А' <= r && r <= 'я', // Russian
		0x620 <= r && r <= 0x64A,   // Arabic
		0x3041 <= r && r <= 0x3096, // Hiragana
		0x30A1 <= r && r <= 0x30FA, // Katakana
		0x4E00 <= r && r <= 0x9FFF, // Chinese characters
		0xAC00 <= r && r <= 0xD7A3: // Hangul
		return true
	}
	return unicode.IsLetter(r)
}

// IsUpper is unicode.IsUpper.
func IsUpper(r rune) bool {
	switch {
	case 'А' <= r && r <= 'я':
		return r <= 'Я'
	case isCaseless(r):
		return false
	}
	return unicode.IsUpper(r)
}

// ToLower is unicode.ToLower.
func ToLower(r rune) rune {
	switch {
	case 'А' <= r && r <= 'я':
		if r <= 'Я' {
			r += 'а' - 'А'
		}
		return r
	case isCaseless(r):
		return r
	}
	return unicode.ToLower(r)
}

// isCaseless reports whether a character stands where there are neither capitals nor small letters: in the scripts
// from Hebrew to Burmese, and from the punctuation of Chinese to the compatibility forms.
func isCaseless(r rune) bool {
	return 0x590 <= r && r < 0x10A0 || 0x3000 <= r && r < 0xA640 || 0xAC00 <= r && r < 0xFB00
}
