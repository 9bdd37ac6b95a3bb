package page

import (
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
	"golang.org/x/net/html/atom"
)

// wrapped makes blocks of a hard-wrapped text. A line goes on with the one above if its
// first word would not have fitted there, in the same column. Text browsers number the
// links and list their addresses in references.
func (b *textBuilder) wrapped(text string, l layout, references bool) {
	var numbers *linkNumbers // nil where "[1]" is text
	if references || hasLinkNumbers(text) {
		numbers = new(linkNumbers)
	}
	aboveWidth, aboveColumn := 0, -1 // -1: nothing right above
	for line := range b.lines(text) {
		s := trimLine(line.text)
		if s == "" {
			b.flush()
			aboveColumn = -1
			continue
		}
		column := len(line.text) - len(strings.TrimLeft(line.text, " "))
		width := column + prose.Width(s)
		bullet := 0
		if l.margin > 0 && column > l.margin {
			bullet = bulletLen(s)
		}
		goesOn := bullet == 0 && aboveColumn >= 0 && aboveWidth+1+firstPieceWidth(s) > l.width &&
			(column == aboveColumn || l.margin == 0)
		if !goesOn {
			b.flush()
		}
		if bullet > 0 && b.affords(stripCost) {
			b.strip(s[:bullet-1], line.number)
			rest := trimLine(s[bullet:])
			column += prose.Width(s[:len(s)-len(rest)])
			s = rest
		}
		if numbers != nil {
			s = b.withoutNumbers(s, line.number, numbers)
		}
		switch {
		case s == "":
		case b.open() != "":
			b.join(unwrapSpace(b.open(), s), s, line.number)
		default:
			b.add(s, line.number)
			switch {
			case bullet > 0:
				b.tag = atom.Li
			case column == 0 && l.margin > 0:
				b.tag = atom.H2 // text browsers set headings outside of the margin
			}
		}
		aboveWidth, aboveColumn = width, column
	}
}

// withoutNumbers takes the numbers of links out of a line and notes them.
func (b *textBuilder) withoutNumbers(s string, line int32, numbers *linkNumbers) string {
	start, end := numbers.next(s)
	if start < 0 {
		return s
	}
	var kept strings.Builder
	for start >= 0 && b.affords(stripCost) {
		b.strip(s[start:end], line)
		kept.WriteString(s[:start])
		s = s[end:]
		start, end = numbers.next(s)
	}
	kept.WriteString(s)
	return trimLine(kept.String())
}

// strip notes a text that stands in no block.
func (b *textBuilder) strip(s string, line int32) {
	b.notes.Stripped = append(b.notes.Stripped, Stripped{b.number(), s, line})
}

// unwrapSpace is what stands between two lines of one paragraph.
func unwrapSpace(above, below string) string {
	last, _ := utf8.DecodeLastRuneInString(above)
	first, _ := utf8.DecodeRuneInString(below)
	switch {
	case prose.JoinsDense(last, first):
		return ""
	case last == '-' && isUpper(first) && len(above) > 1 && above[len(above)-2] != ' ':
		return "" // "CDU-" "Chef"
	case last == '-' && isLower(first) && len(above) > 1 && above[len(above)-2] != ' ':
		word, _, _ := strings.Cut(below[:min(len(below), 32)], " ")
		if !prose.EndsInFunctionWord(word) {
			return "" // a hyphen, not the first of two words that share an end: "Vor- und Nachteile"
		}
	}
	return " "
}

// bulletLen is the length of the bullet of a list and the space after it, 0 if there is none.
func bulletLen(s string) int {
	if len(s) > 1 && s[1] == ' ' && strings.IndexByte("*+o#@-", s[0]) >= 0 {
		return 2
	}
	if rest, ok := strings.CutPrefix(s, "• "); ok {
		return len(s) - len(rest)
	}
	return 0
}

// sureNumbers is how many numbers in order show that a text browser wrote them.
const sureNumbers = 5

// hasLinkNumbers reports whether a text browser has numbered the links of a text.
func hasLinkNumbers(text string) bool {
	var numbers linkNumbers
	for range sureNumbers {
		start, end := numbers.next(text)
		if start < 0 || end == len(text) || text[end] == ' ' || text[end] == '\n' || text[end] == '.' {
			return false // a footnote stands after its word, a link number before it
		}
		text = text[end:]
	}
	return true
}
