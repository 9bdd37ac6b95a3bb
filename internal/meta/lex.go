package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lexeme is a number, a word or one sign of a text, folded.
type lexeme struct {
	text       string
	number     int // -1 if it is none
	start, end int // in the text as it stands
	space      bool
}

// fewLexemes are as many as most lines have that are asked for dates. Their memory is that of the
// asking function.
const fewLexemes = 32

// lex splits at most limit bytes of a text. It uses the memory of out, if that is enough.
func lex(out []lexeme, s string, limit int) []lexeme {
	if n := 4 + min(len(s), limit)/4; n > cap(out) { // most words and signs have four bytes and more
		out = make([]lexeme, 0, n)
	}
	kind, start := 0, 0          // 1: number, 2: word
	space, small := false, false // small: the last rune was a small letter
	folded := ""                 // all of s, where its places are those of s
	if isASCII(s) {
		folded = strings.ToLower(s)
	}
	flush := func(end int) {
		if kind == 0 {
			return
		}
		text := s[start:end]
		if folded != "" {
			text = folded[start:end]
		} else {
			text = fold(text)
		}
		x := lexeme{text: text, number: -1, start: start, end: end, space: space}
		if kind == 1 && len(x.text) <= 9 {
			x.number = 0
			for _, c := range []byte(x.text) {
				x.number = x.number*10 + int(c-'0')
			}
		}
		out = append(out, x)
		kind, space = 0, false
	}
	end := len(s)
	for i, r := range s {
		if i >= limit {
			end = i
			break
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
		default:
			sign := s[i : i+1]
			if r != rune(s[i]) || r >= utf8.RuneSelf {
				sign = string(r)
			}
			out = append(out, lexeme{text: sign, number: -1, start: i, end: i + len(sign), space: space})
			space = false
		}
	}
	flush(end)
	return out
}
