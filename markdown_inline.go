package newsparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lines says where a text stands in Markdown.
type lines struct {
	prefix string // of its second and later lines
	single bool   // it has one line and does not begin it: a heading, a cell
	cell   bool   // of a table
}

// inline prints a text with its marks and line breaks.
func (p *markdownPrinter) inline(text string, marks []Mark, at lines) {
	text = printable(text)
	w := markdownWriter{markdownPrinter: p, text: text, lines: at}
	w.start = len(text) - len(strings.TrimLeft(text, " \t\n"))
	w.end = len(strings.TrimRight(text, " \t\n"))
	w.lineStart = !at.single

	all := expressible(text, edges(w.withoutCode(nestMarks(text, marks))))
	pos := w.start
	for i, edge := range all {
		w.run(pos, edge.At, edge.Kind == Link && !edge.Closes)
		pos = edge.At
		switch {
		case edge.Kind == Mono && !edge.Closes:
			pos = all[i+1].At // the marks inside are gone: the next edge closes this one
			w.codeSpan(text[edge.At:pos])
		case edge.Kind == Mono:
		default:
			w.out.WriteString(delimiter(edge))
			w.lineStart, w.digits = false, false
		}
	}
	w.run(pos, w.end, false)
}

// A markdownWriter prints one text.
type markdownWriter struct {
	*markdownPrinter
	lines
	text       string
	start, end int  // of the text without white space around it
	lineStart  bool // nothing is printed on this line yet
	digits     bool // nothing but digits is
}

// withoutCode returns the marks that can be printed: none of a kind that Markdown does not
// know, none inside of code, where it knows no markup, no code with a pipe inside of a cell, and none with "]:" inside of a link,
// which would define what the link refers to.
func (w *markdownWriter) withoutCode(marks []Mark) []Mark {
	kept, codeEnd, linkEnd := marks[:0], 0, 0
	for _, m := range marks {
		switch {
		case m.Start < codeEnd:
		case m.Kind == Superscript || m.Kind == Subscript: // there are none
		case m.Kind == Mono && w.cell && strings.Contains(w.text[m.Start:m.End], "|"):
		case m.Kind == Mono && m.Start < linkEnd && strings.Contains(w.text[m.Start:m.End], "]:"):
		default:
			kept = append(kept, m)
			switch m.Kind {
			case Mono:
				codeEnd = m.End
			case Link:
				linkEnd = m.End
			}
		}
	}
	return kept
}

// run prints text[from:to] escaped. A link may follow at to.
func (w *markdownWriter) run(from, to int, linkFollows bool) {
	for i := from; i < to; i++ {
		c := w.text[i]
		switch {
		case c == '\n':
			switch {
			case w.lineStart: // no empty lines
			case w.text[i-1] == '\\': // goldmark takes three backslashes for one and two
				w.out.WriteString("  \n" + w.prefix)
			default:
				w.out.WriteString("\\\n" + w.prefix)
			}
			w.lineStart, w.digits = true, false
			continue
		case c == ' ' || c == '\t':
			if !w.lineStart {
				w.out.WriteByte(' ')
			}
			w.digits = false
			continue
		case w.needsEscape(i) || c == '!' && linkFollows && i+1 == to:
			w.out.WriteByte('\\')
		}
		w.out.WriteByte(c)
		w.digits = isDigit(c) && (w.lineStart || w.digits)
		w.lineStart = false
	}
}

// needsEscape reports whether the character at i would be taken for markup.
func (w *markdownWriter) needsEscape(i int) bool {
	switch c := w.text[i]; c {
	case '\\', '`', '*', '_', '[', ']', '~':
		return true
	case '<':
		return i+1 < w.end && w.text[i+1] != ' ' && (!isDigit(w.text[i+1]) || addressFollows(w.text[i+1:]))
	case '|':
		return w.cell || w.lineStart
	case '#':
		return w.lineStart || w.single && !w.cell // at the end of a heading it would be lost
	case '&':
		return entityFollows(w.text[i+1:])
	case '>', '=':
		return w.lineStart
	case '-', '+', ':':
		return w.lineStart && (i+1 == w.end || !isLetterOrDigit(w.text[i+1]))
	case '.', ')':
		return w.digits
	}
	return false
}

// entityFollows reports whether the text after a "&" makes it a character reference.
func entityFollows(text string) bool {
	text = strings.TrimPrefix(text, "#")
	for i := range len(text) {
		if !isLetterOrDigit(text[i]) {
			return i > 0 && text[i] == ';'
		}
	}
	return false
}

// addressFollows reports whether the text's first word could be an e-mail address.
func addressFollows(text string) bool {
	k := strings.IndexAny(text, " \n<>@")
	return k > 0 && text[k] == '@'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetterOrDigit holds for ASCII and, as no markup is written in them, other bytes of UTF-8.
func isLetterOrDigit(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// codeSpan prints code with delimiters that are longer than any run of them in it.
func (w *markdownWriter) codeSpan(code string) {
	ticks := strings.Repeat("`", longestRun(code, '`')+1)
	if code[0] == '`' || code[len(code)-1] == '`' {
		code = " " + code + " "
	}
	w.out.WriteString(ticks + oneLine.Replace(code) + ticks)
	w.lineStart, w.digits = false, false
}

// delimiter returns what stands at an edge of a mark other than code.
func delimiter(e inlineEdge) string {
	switch {
	case e.Kind == Bold:
		return "**"
	case e.Kind == Italic:
		return "*"
	case e.Closes:
		return "](" + markdownURL(e.URL) + ")"
	default:
		return "["
	}
}

// expressible returns the edges without those of emphasis that Markdown would not read as
// such. An asterisk opens emphasis only if it is "left-flanking" and closes it only if it is
// "right-flanking" (CommonMark 0.31, 6.2), which the characters beside the run of asterisks decide.
func expressible(text string, all []inlineEdge) []inlineEdge {
	before := make([]rune, len(all)) // the character before the run that an edge is in
	runs := make([]int, len(all))    // the number of that run
	pos, last, run := 0, '\n', 0
	for i, e := range all {
		if e.At > pos {
			last, _ = utf8.DecodeLastRuneInString(text[:e.At])
			pos = e.At
			run++
		}
		before[i], runs[i] = last, run
		if c := edgeRune(e); c != 0 {
			last = c
			run++
		}
	}
	after := make([]rune, len(all))
	pos, last = len(text), '\n'
	for i, e := range slices.Backward(all) {
		if e.At < pos {
			last, _ = utf8.DecodeRuneInString(text[e.At:])
			pos = e.At
		}
		after[i] = last
		if c := edgeRune(e); c != 0 {
			last = c
		}
	}

	refused := make(map[Mark]bool)
	var open []int // the runs that opened the emphasis around an edge
	for i, e := range all {
		switch {
		case !emphasis(e.Kind):
		case e.Closes:
			open = open[:len(open)-1]
			refused[e.Mark] = refused[e.Mark] || !flanks(before[i], after[i])
		default:
			// Inside of emphasis, what could close it would.
			closes := len(open) > 0 && open[len(open)-1] < runs[i] && !separated(before[i], after[i])
			refused[e.Mark] = closes || !flanks(after[i], before[i])
			open = append(open, runs[i])
		}
	}
	kept := all[:0]
	for _, e := range all {
		if !refused[e.Mark] {
			kept = append(kept, e)
		}
	}
	return kept
}

func emphasis(kind MarkKind) bool { return kind == Bold || kind == Italic }

// edgeRune is the character that an edge prints next to its neighbours; 0 for emphasis.
func edgeRune(e inlineEdge) rune {
	switch {
	case emphasis(e.Kind):
		return 0
	case e.Kind == Mono:
		return '`'
	case e.Closes:
		return ')'
	default:
		return '['
	}
}

// flanks reports whether a delimiter between two characters belongs to the inside one.
// Renderers differ in whether symbols count as punctuation: true only where all agree.
func flanks(inside, outside rune) bool {
	if unicode.IsSpace(inside) {
		return false
	}
	return inWord(inside) || blank(outside) || unicode.IsPunct(outside)
}

// separated reports whether a delimiter between two characters cannot belong to the first.
func separated(before, after rune) bool {
	return blank(before) || unicode.IsPunct(before) && inWord(after)
}

func inWord(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
}

func blank(r rune) bool { return r == '\n' || unicode.Is(unicode.Zs, r) }

// markdownURL returns a safe address as it stands in a link's parentheses.
func markdownURL(address string) string {
	if !strings.Contains(address, "&") {
		return address
	}
	var out strings.Builder
	for i := range len(address) {
		out.WriteByte(address[i])
		if address[i] == '&' && entityFollows(address[i+1:]) {
			out.WriteString("amp;")
		}
	}
	return out.String()
}
