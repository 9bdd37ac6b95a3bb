// Package prose knows running text: where a sentence ends, which lines belong together,
// and which stops and spaces a broken page put into it. It changes white space and
// punctuation, never a word.
package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// sentenceEnds are the marks that end a sentence: Latin, Chinese and Japanese, Arabic, Urdu,
// Devanagari, Armenian, Ethiopic, Khmer, Burmese.
const sentenceEnds = ".!?…。！？．｡؟۔।॥։።፧។။‼⁇⁈⁉"

// closers may stand between the mark that ends a sentence and the space after it. “ closes
// in German, « and ‹ where quotations point inwards.
const closers = "\"'”’“‘»«›‹)]}）」』】》〉〕］｝＂"

// wideQuotes and wideBrackets open quotations and brackets in Chinese and Japanese.
const wideQuotes, wideBrackets = "「『《〈", "（【"

// EndsSentence reports whether s ends in a mark that ends a sentence, with or without
// closing quotes and brackets after it. White space at the end does not count.
func EndsSentence(s string) bool {
	for range 8 { // more closers in a row are no prose
		r, n := lastRune(s)
		switch {
		case n == 0:
			return false
		case isSentenceEnd(r):
			return true
		case isCloser(r) || isSpace(r):
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// BeginsLower reports whether s begins with a word of lower-case letters as running text
// has it. A brand (eBay), an address (example.com), code (wchar_t) and the mark of an entry
// of a list ("a)") do not count.
func BeginsLower(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !isLower(r) || len(s) > n && (s[n] == ')' || s[n] == '.') {
		return false
	}
	for i := n; i < len(s); i += n {
		r, n = utf8.DecodeRuneInString(s[i:])
		switch {
		case isSpace(r):
			return true
		case unicode.IsUpper(r), r >= '0' && r <= '9', r == '_', r == '/', r == '@', r == '\\', r == '=', r == '<', r == '(':
			return false
		case (r == '.' || r == ':') && i+n < len(s):
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if unicode.IsLetter(next) || next == '/' {
				return false
			}
		}
	}
	return true
}

// EndsInFunctionWord reports whether the last word of s is an article, a preposition or
// another word that asks for one after it, in lower case.
func EndsInFunctionWord(s string) bool {
	return functionWord(s[len(s)-lastWordLen(s):]) != 0
}

// mayBeOfName reports whether a word, which begins with r, may stand in a name or a title, or at its beginning:
// their words begin with a capital or a digit, but for function words inside.
func mayBeOfName(word string, r rune, first bool) bool {
	if first {
		return !isLower(r) && functionWord(strings.ToLower(word)) == 0
	}
	return !isLower(r) || functionWord(word) != 0
}

// Unspaced reports whether r belongs to a script that sets no spaces between words.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r < 0x0F00: // Thai, Lao
		return true
	case r < 0x1000:
		return false
	case r < 0x10A0, r >= 0x1780 && r < 0x1800: // Burmese, Khmer
		return true
	case r >= 0x3005 && r <= 0x3007, r >= 0x3040 && r < 0x3130, r >= 0x31F0 && r < 0x3200,
		r >= 0x3400 && r < 0x4DC0, r >= 0x4E00 && r < 0xA000, r >= 0xF900 && r < 0xFB00,
		r >= 0xFF66 && r < 0xFFA0, r >= 0x20000 && r < 0x32000:
		return true // Chinese and Japanese
	}
	return false
}

// Wide reports whether r takes two columns of a terminal.
func Wide(r rune) bool {
	return r >= 0x1100 && (r < 0x1160 || r >= 0x2E80 && r < 0xA4D0 && r != 0x303F ||
		r >= 0xAC00 && r < 0xD7A4 || r >= 0xF900 && r < 0xFB00 || r >= 0xFE30 && r < 0xFE70 ||
		r >= 0xFF01 && r < 0xFF61 || r >= 0xFFE0 && r < 0xFFE7 || r >= 0x20000 && r < 0x40000)
}

// Width is the number of columns that s takes. Each rune takes one or two; combining marks
// are counted, as text browsers that wrap lines do.
func Width(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf || c >= 0xC0 {
			n++
		}
		if c >= 0xE1 { // below U+1000 nothing is wide
			if r, _ := utf8.DecodeRuneInString(s[i:]); Wide(r) {
				n++
			}
		}
	}
	return n
}

// WordsEqual reports whether a and b hold the same words in the same order. A word is a run
// of letters, marks and digits; a character of an unspaced script is a word of its own;
// characters that take no space are no part of it.
func WordsEqual(a, b string) bool {
	last := rune(-1)
	for {
		var ra, rb rune
		var partedA, partedB bool
		ra, partedA, a = nextWordRune(a)
		rb, partedB, b = nextWordRune(b)
		if ra != rb || partedA != partedB && last >= 0 && !Unspaced(last) && !Unspaced(ra) {
			return false
		}
		if ra < 0 {
			return true
		}
		last = ra
	}
}

// nextWordRune returns the first rune of s that is part of a word, whether something that
// parts words stands before it, and what follows it. The rune is -1 at the end.
func nextWordRune(s string) (r rune, parted bool, rest string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case isWordRune(r):
			return r, parted, s[i:]
		case !isInvisible(r):
			parted = true
		}
	}
	return -1, false, ""
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || r >= '0' && r <= '9'
	}
	return runes.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return runes.IsUpper(r)
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r)
}

func isSentenceEnd(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return strings.ContainsRune(sentenceEnds, r)
}

func isCloser(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '"' || r == '\'' || r == ')' || r == ']' || r == '}'
	}
	return strings.ContainsRune(closers, r)
}

// isInvisible reports whether r takes no space and parts no words.
func isInvisible(r rune) bool {
	switch r {
	case 0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF:
		return true
	}
	return false
}

func lastRune(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

// lastWordLen is the length in bytes of the word that ends s; a word is at most 24 bytes
// here. An apostrophe ends a word as in French: l’, d’.
func lastWordLen(s string) int {
	i := len(s)
	for i > 0 && len(s)-i <= 24 {
		r, n := lastRune(s[:i])
		apostrophe := r == '\'' || r == '’'
		if apostrophe && i < len(s) || !apostrophe && !isWordRune(r) {
			break
		}
		i -= n
	}
	if len(s)-i > 24 {
		return 0
	}
	return len(s) - i
}
