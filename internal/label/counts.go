package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// textCounts is what one pass over a text sees.
type textCounts struct {
	letters, upper, digits         int32
	stops, commas, breaks, symbols int
}

func readText(s string) (t textCounts) {
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			switch {
			case 'a' <= b && b <= 'z':
				t.letters++
			case 'A' <= b && b <= 'Z':
				t.letters++
				t.upper++
			case '0' <= b && b <= '9':
				t.digits++
			case b == '.' || b == '!' || b == '?':
				if i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '"' || s[i+1] == '\n' || s[i+1] >= utf8.RuneSelf {
					t.stops++
				}
			case b == ',':
				t.commas++
			case b == '\n':
				t.breaks++
			case b == '|' || b == '@' || b == '/' || b == '#' || b == '*' || b == '>' || b == '<' || b == '+' || b == '=' || b == '_' || b == '[':
				t.symbols++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '。' || r == '！' || r == '？' || r == '؟' || r == '…' || r == '।':
			t.stops++
		case r == '，' || r == '、' || r == '،':
			t.commas++
		case unicode.IsUpper(r):
			t.letters++
			t.upper++
		case unicode.IsLetter(r):
			t.letters++
		case unicode.IsDigit(r):
			t.digits++
		case r == '•' || r == '©' || r == '»' || r == '›' || r == '·' || r == '→' || r == '▸' || r == '｜' || r == '\uFFFD' || unicode.Is(unicode.So, r):
			t.symbols++
		}
	}
	return t
}

func beginning(s string) int16 {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLower(r):
		return 1
	case unicode.IsUpper(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case strings.ContainsRune("\"'“”„‘’«»–—-「『", r):
		return 4
	}
	return 0
}
