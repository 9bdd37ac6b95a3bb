package newsparse

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WriteMarkdown writes parts of the article as CommonMark, tables as in GitHub's. All text is
// escaped, so that a renderer shows it to the letter; links and pictures are kept where their
// address is an absolute one of http, https or mailto. Emphasis that CommonMark cannot express
// at its place, such as in the middle of a word next to punctuation, is left out.
func (a *Article) WriteMarkdown(w io.Writer, parts Parts) error {
	p := markdownPrinter{out: bufio.NewWriter(w)}
	for b := range a.blocks(parts) {
		p.block(b)
	}
	return p.out.Flush()
}

// A markdownPrinter holds the state of printing Markdown.
type markdownPrinter struct {
	out     *bufio.Writer // keeps the first error for Flush
	started bool          // a block has been printed

	// Two lists in a row would be read as one, unless their markers differ.
	lastList  string // "ul" or "ol" if the last block was a list
	otherMark bool   // it had the second choice of marker
}

// start begins a block: blocks are separated by a blank line.
func (p *markdownPrinter) start() {
	if p.started {
		p.out.WriteByte('\n')
	}
	p.started = true
	p.lastList = ""
}

func (p *markdownPrinter) block(b Block) {
	switch b.Kind {
	case TitleLine:
		p.heading(1, b.Text, b.Marks)
	case Heading:
		p.heading(printedLevel(b.Level), b.Text, b.Marks)
	case LiveEntry:
		p.heading(2, b.lineText(), b.Marks)
	case PrintedDate:
		p.paragraph("", b.lineText(), b.Marks)
	case Quote:
		p.paragraph("> ", b.Text, b.Marks)
	case Figure:
		p.figure(b)
	case Embed:
		text, marks := b.embedText()
		p.paragraph("", text, marks)
	case Code:
		p.code(b.Text)
	default:
		p.paragraph("", b.Text, b.Marks)
	}
	p.list(b.Items, b.Ordered)
	p.table(b.Rows)
}

// paragraph prints a text whose lines all begin with prefix.
func (p *markdownPrinter) paragraph(prefix, text string, marks []Mark) {
	if isBlank(text) {
		return
	}
	p.start()
	p.out.WriteString(prefix)
	p.inline(text, marks, lines{prefix: prefix})
	p.out.WriteByte('\n')
}

func (p *markdownPrinter) heading(level int, text string, marks []Mark) {
	if isBlank(text) {
		return
	}
	p.start()
	p.out.WriteString("######"[:level] + " ")
	p.inline(oneLine.Replace(text), marks, lines{single: true})
	p.out.WriteByte('\n')
}

// figure prints the picture and its caption as two lines of one paragraph.
func (p *markdownPrinter) figure(b Block) {
	caption, marks := b.caption()
	src, shown := "", false
	if b.Image != nil {
		src, shown = safeURL(b.Image.URL)
	}
	if !shown {
		p.paragraph("", caption, marks)
		return
	}
	p.start()
	p.out.WriteString("![")
	p.inline(oneLine.Replace(b.Image.Alt), nil, lines{single: true})
	p.out.WriteString("](" + markdownURL(src) + ")")
	if !isBlank(caption) {
		p.out.WriteString("\\\n")
		p.inline(caption, marks, lines{})
	}
	p.out.WriteByte('\n')
}

// code prints a fenced block, with a fence that is longer than any in the text.
func (p *markdownPrinter) code(text string) {
	if isBlank(text) {
		return
	}
	p.start()
	text = strings.Trim(printable(text), "\n")
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	p.out.WriteString(fence + "\n" + text + "\n" + fence + "\n")
}

func (p *markdownPrinter) list(items []Item, ordered bool) {
	kind := "ul"
	if ordered {
		kind = "ol"
	}
	follows, other := p.lastList == kind, p.otherMark
	var indents, numbers [maxListDepth + 1]int // by depth: column of the marker, number of the last item
	deepest := -1
	for item := range nested(items) {
		if deepest < 0 {
			p.start()
			p.lastList, p.otherMark = kind, follows && !other
		}
		depth := item.Depth
		if depth > deepest {
			numbers[depth] = 0
		}
		deepest = depth
		if numbers[depth]++; item.Number > 0 && item.Number <= largestNumber {
			numbers[depth] = item.Number
		}
		marker := p.marker(ordered, numbers[depth])
		prefix := strings.Repeat(" ", indents[depth])
		p.out.WriteString(prefix + marker)
		if depth < maxListDepth {
			indents[depth+1] = indents[depth] + len(marker)
		}
		p.inline(item.Text, item.Marks, lines{prefix: prefix + strings.Repeat(" ", len(marker))})
		p.out.WriteByte('\n')
	}
}

// marker returns what stands before the n-th item of a list.
func (p *markdownPrinter) marker(ordered bool, n int) string {
	switch {
	case ordered && p.otherMark:
		return strconv.Itoa(n) + ") "
	case ordered:
		return strconv.Itoa(n) + ". "
	case p.otherMark:
		return "* "
	default:
		return "- "
	}
}

// table prints a pipe table. Its first row is the head, which Markdown wants: an empty one
// where the table has none.
func (p *markdownPrinter) table(rows []Row) {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	p.start()
	var head Row
	if isHead(rows[0]) {
		head, rows = rows[0], rows[1:]
	}
	p.row(head, columns)
	p.out.WriteString("|" + strings.Repeat(" --- |", columns) + "\n")
	for _, row := range rows {
		if len(row) > 0 {
			p.row(row, len(row))
		}
	}
}

// isHead reports whether the cells of a row that say something are a table's head, by the first and the last of them.
func isHead(row Row) bool {
	says := func(c Cell) bool { return c.Text != "" }
	first := slices.IndexFunc(row, says)
	if first < 0 {
		return false
	}
	last := len(row) - 1
	for !says(row[last]) {
		last--
	}
	return row[first].Header && row[last].Header
}

// row prints the cells of a row and empty ones up to a number of columns.
func (p *markdownPrinter) row(row Row, columns int) {
	p.out.WriteByte('|')
	for _, cell := range row {
		p.out.WriteByte(' ')
		p.inline(oneLine.Replace(cell.Text), cell.Marks, lines{single: true, cell: true})
		p.out.WriteString(" |")
	}
	p.out.WriteString(strings.Repeat("  |", columns-len(row)) + "\n")
}

func longestRun(text string, char byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if text[i] != char {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
