package decode

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A Mending is what was wrong with the encoding of a page beyond its declaration, and mended.
type Mending struct {
	Count         int    // of the sequences that were mended; 0 for none
	Before, After string // the first one, with what stands around it; U+FFFD stands for control characters
}

// byteOf is the byte that a character stands for in windows-1252 or, where that has none, in
// Latin 1; 0 for ASCII and for characters that are in neither.
func byteOf(r rune) byte {
	switch {
	case r < utf8.RuneSelf:
		return 0
	case r <= 0xFF:
		return byte(r)
	}
	b, ok := charmap.Windows1252.EncodeRune(r)
	if !ok {
		return 0
	}
	return b
}

// sequence reads, at the beginning of s, the characters that the bytes of one character in
// UTF-8 become when they are taken for windows-1252: "Ã¶" for "ö". It returns that character
// and the length of the sequence, 0 if there is none.
func sequence(s string) (r rune, size int) {
	var b [utf8.UTFMax]byte
	for n := range b {
		c, width := utf8.DecodeRuneInString(s[size:])
		if b[n] = byteOf(c); b[n] == 0 {
			return 0, 0
		}
		size += width
		if n == 0 && (b[0] < 0xC2 || b[0] > 0xF4) {
			return 0, 0
		}
		if r, _ = utf8.DecodeRune(b[:n+1]); r != utf8.RuneError {
			return r, size
		}
	}
	return 0, 0
}

// isSure reports whether a sequence for r is never written on purpose: it holds control
// characters, or "â€" or "ðŸ", which begin quotation marks, dashes and emojis. Others, such as
// "Ã”" and "é…”", may be a letter at the end of a quotation.
func isSure(sequence string, r rune) bool {
	return 0x2000 <= r && r <= 0x203F || 0x1F000 <= r && r <= 0x1FFFF || hasC1(sequence)
}

// hasC1 reports whether s holds a control character of U+0080 to U+009F.
func hasC1(s string) bool {
	for i := strings.IndexByte(s, 0xC2); i >= 0 && i+1 < len(s); {
		if s[i+1] < 0xA0 {
			return true
		}
		n := strings.IndexByte(s[i+1:], 0xC2)
		if n < 0 {
			return false
		}
		i += 1 + n
	}
	return false
}

// shown is s with U+FFFD for control characters.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x80 <= r && r <= 0x9F {
			return utf8.RuneError
		}
		return r
	}, s)
}

// leastDoubles is how many sequences show that a page is encoded twice where none is sure.
const leastDoubles = 3

// mendDoubles decodes text that was encoded in UTF-8 twice, where that is certain: sequences
// that are sure, and all of them if the text holds no other characters of windows-1252. What
// is left of control characters beyond ASCII stands for the characters of windows-1252 with
// the same number, as in browsers' character references.
func mendDoubles(text string) (string, Mending) {
	if !hasC1(text) && !strings.Contains(text, "Ã") && !strings.Contains(text, "Â") && !strings.Contains(text, "â€") && !strings.Contains(text, "ðŸ") {
		return text, Mending{}
	}
	doubles, others := 0, 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if _, n := sequence(text[i:]); n > 0 {
			doubles++
			size = n
		} else if byteOf(c) != 0 && c != 0xA0 {
			others++
		}
		i += size
	}
	all := others == 0 && doubles >= leastDoubles
	var out strings.Builder
	out.Grow(len(text))
	var m Mending
	from := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		r, n := sequence(text[i:])
		if n == 0 || !all && !isSure(text[i:i+n], r) {
			if c > 0x9F {
				i += size
				continue
			}
			r, n = charmap.Windows1252.DecodeByte(byte(c)), size
		}
		char := ""
		if r > 0x9F && r != utf8.RuneError {
			char = string(r)
		}
		if m.Count++; m.Count == 1 {
			start, end := excerpt(text, i, i+n)
			m.Before, m.After = strings.Clone(shown(text[start:end])), shown(text[start:i]+char+text[i+n:end])
		}
		out.WriteString(text[from:i])
		out.WriteString(char)
		i += n
		from = i
	}
	if m.Count == 0 {
		return text, m
	}
	out.WriteString(text[from:])
	return out.String(), m
}

// excerpt is the range of a few words around a place.
func excerpt(text string, start, end int) (int, int) {
	const around = 30 // bytes
	const bounds = " \n\t\r\f<>"
	from := max(0, start-around) + 1 + strings.LastIndexAny(text[max(0, start-around):start], bounds)
	if to := strings.IndexAny(text[end:min(len(text), end+around)], bounds); to >= 0 {
		end += to
	}
	for from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	return from, end
}
