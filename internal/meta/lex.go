package meta

import (
	"strconv"
	"strings"
	"unicode"
)

// A lexeme is a number, a word or one sign of a text, folded.
type lexeme struct {
	text       string
	number     int // -1 if it is none
	start, end int // in the text as it stands
	space      bool
}

// lex splits at most limit bytes of a text.
func lex(s string, limit int) []lexeme {
	out := make([]lexeme, 0, 24)
	var cur strings.Builder
	kind, start := 0, 0          // 1: number, 2: word
	space, small := false, false // small: the last rune was a small letter
	flush := func(end int) {
		if kind == 0 {
			return
		}
		x := lexeme{text: cur.String(), number: -1, start: start, end: end, space: space}
		if kind == 1 && len(x.text) <= 9 {
			x.number, _ = strconv.Atoi(x.text)
		}
		out = append(out, x)
		cur.Reset()
		kind, space = 0, false
	}
	for i, r := range s {
		if i >= limit {
			flush(i)
			return out
		}
		glued := small && unicode.IsUpper(r) // "5.20pmUpdated": two lines that were one
		small = unicode.IsLower(r)
		r = foldRune(r)
		k := 3
		switch {
		case r < 0:
			continue
		case r == ' ' || r == '\n' || r == '\t' || r == '\r':
			k = 0
		case '0' <= r && r <= '9':
			k = 1
		case isIdeograph(r):
			k = 4 // one sign, a word of its own: 年
		case isWordRune(r) && (r < 0xAC00 || r > 0xD7A3):
			k = 2
		case r >= 0xAC00 && r <= 0xD7A3:
			k = 4
		}
		if k != kind || k > 2 || glued {
			flush(i)
		}
		switch k {
		case 0:
			space = true
		case 1, 2:
			if kind == 0 {
				kind, start = k, i
			}
			cur.WriteRune(r)
		default:
			out = append(out, lexeme{text: string(r), number: -1, start: i, end: i + len(string(r)), space: space})
			space = false
		}
	}
	flush(len(s))
	return out
}
