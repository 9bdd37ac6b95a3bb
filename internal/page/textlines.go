package page

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// A textLine is one line as it stands.
type textLine struct {
	text   string
	number int32 // from 1
	spaced bool  // of a part of a line: a space stands before it
}

// lines yields the lines of a text. Line ends are those of Unix, Windows and old Macs, and
// those of Unicode.
func lines(text string) iter.Seq[textLine] {
	rare := strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029") ||
		strings.Contains(text, "\f") || strings.Count(text, "\r") > strings.Count(text, "\r\n")
	return func(yield func(textLine) bool) {
		rest := text
		for number := int32(1); rest != ""; number++ {
			end := strings.IndexByte(rest, '\n')
			if rare {
				end = strings.IndexFunc(rest, isLineEnd)
			}
			next := end + 1
			switch {
			case end < 0:
				end, next = len(rest), len(rest)
			case rare:
				_, size := utf8.DecodeRuneInString(rest[end:])
				next = end + size
				if strings.HasPrefix(rest[end:], "\r\n") {
					next = end + 2
				}
			}
			if !yield(textLine{text: rest[:end], number: number}) {
				return
			}
			rest = rest[next:]
		}
	}
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\u2028' || r == '\u2029'
}

// trimLine takes white space and characters without width from the ends of a line.
func trimLine(s string) string {
	for {
		t := strings.TrimSpace(s)
		if t == "" || t[0] < utf8.RuneSelf && t[len(t)-1] < utf8.RuneSelf {
			return t
		}
		if s = strings.TrimFunc(t, isBlank); s == t {
			return t
		}
	}
}

// isBlank reports whether r takes no space and joins nothing.
func isBlank(r rune) bool {
	return r == 0x00AD || r == 0x200B || r == 0x200E || r == 0x200F || r == 0x2060 || r == 0xFEFF
}
