package newsparse

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// WriteTEI writes the article as a TEI P5 document, the form in which corpora of texts are
// kept: its fields in the teiHeader, parts of it in the text. Headings open a div that lasts
// until the next one of their rank, as do the entries of a live blog (of type "entry");
// emphasis is a hi, a link a ref, a line break an lb. Factboxes are a floatingText; what is
// about the author, or of the editors, is a note.
func (a *Article) WriteTEI(w io.Writer, parts Parts) error {
	p := teiPrinter{out: bufio.NewWriter(w)}
	p.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<TEI xmlns="http://www.tei-c.org/ns/1.0">` + "\n")
	p.header(a)
	p.raw("<text")
	if lang := languageTag(a.Language); lang != "" {
		p.attribute("xml:lang", lang)
	}
	p.raw(">\n<body>\n<div type=\"article\">\n")
	for _, b := range a.front(parts) {
		p.frontBlock(b)
	}
	for b := range a.story(parts) {
		p.block(b)
	}
	p.closeSections(0)
	p.raw("</div>\n</body>\n</text>\n</TEI>\n")
	return p.out.Flush()
}

// A teiPrinter holds the state of printing TEI.
type teiPrinter struct {
	out      *bufio.Writer // keeps the first error for Flush
	sections []int         // the levels of the headings whose div is open
}

func (p *teiPrinter) raw(markup string) { p.out.WriteString(markup) }

func (p *teiPrinter) attribute(name, value string) {
	p.raw(" " + name + `="` + xmlText(oneLine.Replace(value)) + `"`)
}

// xmlText returns text escaped, and without what XML cannot hold.
func xmlText(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, printable(text))
	return escapeText.Replace(text)
}

// frontBlock prints a part that stands before the story.
func (p *teiPrinter) frontBlock(b Block) {
	switch b.Kind {
	case StandfirstLine:
		p.wrap("argument", b)
	case BylineLine:
		p.element("byline", b.Text, b.Marks)
	case PrintedDate:
		p.raw("<dateline>")
		p.date("", b.Time, b.lineText(), nil)
		p.raw("</dateline>\n")
	case KickerLine:
		p.element(`head type="kicker"`, b.Text, nil)
	default:
		p.element(`head type="main"`, b.Text, nil)
	}
}

// block prints a block of the story.
func (p *teiPrinter) block(b Block) {
	switch b.Kind {
	case KickerLine, TitleLine, StandfirstLine, BylineLine, PrintedDate: // the byline of an entry
		p.element(`ab type="`+string(b.Kind)+`"`, b.lineText(), b.Marks)
	case Heading:
		if !isBlank(b.Text) {
			p.section("section", printedLevel(b.Level))
			p.element("head", b.Text, b.Marks)
		}
	case LiveEntry:
		p.section("entry", printedLevel(0))
		p.raw("<head>")
		p.date("", b.Time, b.lineText(), b.Marks)
		p.raw("</head>\n")
	case Quote:
		p.wrap("quote", b)
		return
	case Note:
		p.wrap(`note type="editorial"`, b)
		return
	case Bio:
		p.wrap(`note type="bio"`, b)
		return
	case Factbox:
		p.raw(`<floatingText type="factbox">` + "\n")
		p.wrap("body", b)
		p.raw("</floatingText>\n")
		return
	case Figure:
		p.figure(b)
	case Embed:
		text, marks := b.embedText()
		p.element(`ab type="embed"`, text, marks)
	case Code:
		if !isBlank(b.Text) {
			p.raw(`<ab type="code"><code xml:space="preserve">` + xmlText(strings.Trim(b.Text, "\n")) + "</code></ab>\n")
		}
	case Table:
		p.table(b)
		return
	default:
		p.element("p", b.Text, b.Marks)
	}
	p.list(b.Items, b.Ordered)
	p.table(Block{Rows: b.Rows})
}

// section opens a div of a heading, and closes those that end there.
func (p *teiPrinter) section(kind string, level int) {
	p.closeSections(level)
	p.sections = append(p.sections, level)
	p.raw(`<div type="` + kind + `">` + "\n")
}

// closeSections closes the divs of a level and those below it.
func (p *teiPrinter) closeSections(level int) {
	for n := len(p.sections); n > 0 && p.sections[n-1] >= level; n-- {
		p.sections = p.sections[:n-1]
		p.raw("</div>\n")
	}
}

// wrap prints the texts of a block inside an element.
func (p *teiPrinter) wrap(element string, b Block) {
	if isBlank(b.Text) && len(b.Items)+len(b.Rows) == 0 {
		return
	}
	p.open(element)
	p.element("p", b.Text, b.Marks)
	p.list(b.Items, b.Ordered)
	p.table(Block{Rows: b.Rows})
	p.close(element)
}

func (p *teiPrinter) open(element string) { p.raw("<" + element + ">\n") }

func (p *teiPrinter) close(element string) {
	name, _, _ := strings.Cut(element, " ")
	p.raw("</" + name + ">\n")
}

// element prints a text inside an element, unless it is blank.
func (p *teiPrinter) element(element, text string, marks []Mark) {
	if isBlank(text) {
		return
	}
	p.raw("<" + element + ">")
	p.inline(text, marks)
	p.close(element)
}

// date prints a date with its text, for people and for programs.
func (p *teiPrinter) date(kind string, d Date, text string, marks []Mark) {
	if d.IsZero() {
		p.inline(text, marks)
		return
	}
	p.raw("<date")
	if kind != "" {
		p.attribute("type", kind)
	}
	p.attribute("when", d.String())
	p.raw(">")
	p.inline(text, marks)
	p.raw("</date>")
}

func (p *teiPrinter) figure(b Block) {
	caption, marks := b.caption()
	src, shown := "", false
	if b.Image != nil {
		src, shown = safeURL(b.Image.URL)
	}
	if !shown && isBlank(caption) {
		return
	}
	p.raw("<figure>\n")
	p.element("head", caption, marks)
	if shown {
		p.raw("<graphic")
		p.attribute("url", src)
		if b.Image.Width > 0 && b.Image.Height > 0 {
			p.attribute("width", strconv.Itoa(b.Image.Width)+"px")
			p.attribute("height", strconv.Itoa(b.Image.Height)+"px")
		}
		p.raw("/>\n")
		p.element("figDesc", b.Image.Alt, nil)
	}
	p.raw("</figure>\n")
}

// list prints items as lists within lists, by their depth.
func (p *teiPrinter) list(items []Item, ordered bool) {
	style := "bulleted"
	if ordered {
		style = "numbered"
	}
	open := 0 // lists, each with an open item
	for item := range nested(items) {
		for ; open > item.Depth+1; open-- {
			p.raw("</item>\n</list>\n")
		}
		if open == item.Depth+1 {
			p.raw("</item>\n")
		} else {
			p.raw(`<list rend="` + style + `">` + "\n")
			open++
		}
		p.raw("<item")
		if ordered && item.Number > 0 {
			p.attribute("n", strconv.Itoa(item.Number))
		}
		p.raw(">")
		p.inline(item.Text, item.Marks)
	}
	for ; open > 0; open-- {
		p.raw("</item>\n</list>\n")
	}
}

// table prints the rows of a table, with its text as the caption. A text without rows is a
// paragraph.
func (p *teiPrinter) table(b Block) {
	started := false
	for _, row := range b.Rows {
		if len(row) == 0 {
			continue
		}
		if !started {
			p.open("table")
			p.element("head", b.Text, b.Marks)
			started = true
		}
		p.raw("<row>")
		for _, cell := range row {
			element := "cell"
			if cell.Header {
				element = `cell role="label"`
			}
			p.raw("<" + element + ">")
			p.inline(cell.Text, cell.Marks)
			p.raw("</cell>")
		}
		p.raw("</row>\n")
	}
	if started {
		p.close("table")
	} else {
		p.element("p", b.Text, b.Marks)
	}
}

// inline prints a text with its marks and line breaks.
func (p *teiPrinter) inline(text string, marks []Mark) {
	text = printable(text)
	at := 0
	print := func(to int) {
		p.raw(strings.ReplaceAll(xmlText(text[at:to]), "\n", "<lb/>\n"))
		at = to
	}
	for _, edge := range edges(nestMarks(text, marks)) {
		print(edge.At)
		switch {
		case edge.Kind == Link && edge.Closes:
			p.raw("</ref>")
		case edge.Kind == Link:
			p.raw("<ref")
			p.attribute("target", edge.URL)
			p.raw(">")
		case edge.Closes:
			p.raw("</hi>")
		default:
			p.raw(`<hi rend="` + string(edge.Kind) + `">`)
		}
	}
	print(len(text))
}
