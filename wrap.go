package newsparse

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// WriteWrappedText writes parts of the article as [Article.WriteText] does, in lines of at
// most so many columns: of a terminal, an e-mail or a printout. Lines are broken at spaces
// and, where a script sets none, between characters; what has no such place is not broken,
// nor are code and the rows of tables. Further lines of a list item stand under its first.
// Wide characters, as of Chinese, take two columns, combining ones none.
func (a *Article) WriteWrappedText(w io.Writer, parts Parts, columns int) error {
	p := textPrinter{out: bufio.NewWriter(w), columns: columns}
	for b := range a.blocks(parts) {
		p.block(b)
	}
	return p.out.Flush()
}

// wrapped returns a text with no line of more columns, if that can be. The lines of the text
// stay lines; what they are indented by, so are the lines made of them.
func wrapped(text string, columns int) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		content := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(content)]
		content, end := strings.CutSuffix(content, "\n")
		out.WriteString(indent)
		at := len(indent)
		for piece, spaced := range unbreakable(content) {
			w := columnsOf(piece)
			space := 0
			if spaced {
				space = 1
			}
			switch {
			case at > len(indent) && at+space+w > columns:
				out.WriteString("\n" + indent)
				at = len(indent)
			case spaced:
				out.WriteByte(' ')
				at++
			}
			out.WriteString(piece)
			at += w
		}
		if end {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// unbreakable yields the pieces of a line between which it may be broken, each with whether
// a space stands before it.
func unbreakable(line string) func(yield func(piece string, spaced bool) bool) {
	return func(yield func(string, bool) bool) {
		start, spaced, before := 0, false, rune(0)
		for i, r := range line {
			switch {
			case r == ' ':
				if i > start && !yield(line[start:i], spaced) {
					return
				}
				start, spaced = i+1, true
			case i > start && (isWide(before) || isWide(r)) && mayBreak(before, r):
				if !yield(line[start:i], spaced) {
					return
				}
				start, spaced = i, false
			}
			before = r
		}
		if start < len(line) {
			yield(line[start:], spaced)
		}
	}
}

// mayBreak reports whether a line may end between two characters, one of them wide: not
// before what closes or joins, not after what opens.
func mayBreak(before, after rune) bool {
	switch {
	case unicode.In(before, unicode.Ps, unicode.Pi), before == '\u00a0', before == '\u2060', before == '\u200d':
		return false
	case unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po, unicode.M, unicode.Cf), after == '\u00a0', after == '\u2060':
		return false
	}
	return !strings.ContainsRune("ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々", after)
}

// isWide reports whether a character is of those that take two columns.
func isWide(r rune) bool {
	if r < 0x1100 { // the first of them: Hangul
		return false
	}
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// columnsOf returns how many columns of a terminal a text takes.
func columnsOf(text string) int {
	columns := 0
	for _, r := range text {
		switch {
		case isWide(r):
			columns += 2
		case !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			columns++
		}
	}
	return columns
}
