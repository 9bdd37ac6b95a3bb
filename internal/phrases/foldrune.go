package phrases

import (
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// dropped stands for a rune that leaves no trace.
const dropped rune = -1

// The letters under the accents. Capitals are often set without accents, and other
// alphabets are typed in more than one way; stock phrases stay distinct without them.
const (
	latinBase = "aaaaaaæceeeeiiiidnooooo×ouuuuytßaaaaaaæceeeeiiiidnooooo÷ouuuuyty" + // U+00C0–U+00FF
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkklllllllll" + // U+0100–U+0141
		"lnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" // U+0142–U+017F
	vietBase = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy" // U+1EA0–U+1EF9
)

var latin, viet = []rune(latinBase), []rune(vietBase)

// foldRune maps a rune that is no digit.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		return foldASCII(r)
	case r == '©':
		return r
	case r < 0xC0:
		return foldPunctuation(r)
	case r < 0x180:
		if base := latin[r-0xC0]; base != '×' && base != '÷' {
			return base
		}
		return ' '
	case r >= 0x300 && r < 0x370: // combining accents
		return dropped
	case r >= 0x1EA0 && r <= 0x1EF9:
		return viet[r-0x1EA0]
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms
		return foldASCII(r - 0xFEE0)
	case r >= 0x2000 && r < 0x2C00, r >= 0x3000 && r < 0x3040:
		return foldPunctuation(r)
	}
	r = runes.ToLower(r)
	switch r {
	case 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'ș':
		return 's'
	case 'ț':
		return 't'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'й', 'ѝ':
		return 'и'
	case 'ё':
		return 'е'
	case 'ї':
		return 'і'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ـ': // tatweel
		return dropped
	}
	switch {
	case r >= 0x591 && r <= 0x5C7 && unicode.Is(unicode.Mn, r), // Hebrew points
		r >= 0x64B && r <= 0x65F, r == 0x670, // Arabic vowel signs
		r == 0x93C,                                          // Devanagari nukta
		r == 0xFEFF, r >= 0xFE00 && r <= 0xFE0F, r == 0x61C: // BOM, variation selectors, bidi mark
		return dropped
	case r >= 0x958 && r <= 0x95F: // Devanagari letters with a nukta
		return [...]rune{'क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'}[r-0x958]
	case runes.IsLetter(r) || unicode.IsMark(r):
		return r
	}
	return foldPunctuation(r)
}

func foldASCII(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r <= ' ' || r == 0x7F || r == '#':
		return ' '
	case r == '`':
		return '\''
	}
	return r
}

// foldPunctuation maps what is neither ASCII nor a letter.
func foldPunctuation(r rune) rune {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060':
		return dropped
	case '’', '‘', '´', '‚', '′':
		return '\''
	case '“', '”', '„', '″', '「', '」', '『', '』', '《', '》':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '»', '›', '→', '▸', '►', '▶', '❯', '〉':
		return '>'
	case '«', '‹', '←', '◂', '◄', '◀', '❮', '〈':
		return '<'
	case '·', '•', '∙', '●', '‧', '・':
		return '|'
	case '…':
		return r
	case '。':
		return '.'
	case '、':
		return ','
	case '€', '£', '¥', '°':
		return r
	case 'ª', 'º', 'µ':
		return r
	case '々', '〇', '〆':
		return r
	}
	return ' '
}
