package newsparse

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// WriteHTML writes parts of the article as an article element. What it writes is safe to
// show in any page: all text is escaped, and addresses are absolute ones of http, https or
// mailto; other links are written as their text.
func (a *Article) WriteHTML(w io.Writer, parts Parts) error {
	p := htmlPrinter{out: bufio.NewWriter(w)}
	p.raw("<article")
	if lang := languageTag(a.Language); lang != "" {
		p.attribute("lang", lang)
		if rightToLeft(lang) {
			p.attribute("dir", "rtl")
		}
	}
	p.raw(">\n")
	if front := a.front(parts); len(front) > 0 {
		p.raw("<header>\n")
		for _, b := range front {
			p.block(b)
		}
		p.raw("</header>\n")
	}
	for b := range a.story(parts) {
		p.block(b)
	}
	p.raw("</article>\n")
	return p.out.Flush()
}

// An htmlPrinter holds the state of printing HTML.
type htmlPrinter struct {
	out *bufio.Writer // keeps the first error for Flush
}

func (p *htmlPrinter) raw(markup string) { p.out.WriteString(markup) }

func (p *htmlPrinter) block(b Block) {
	wrapper := ""
	switch b.Kind {
	case Quote:
		wrapper = "blockquote"
	case Factbox, Bio:
		wrapper = "aside"
	}
	if wrapper != "" {
		if isBlank(b.Text) && len(b.Items)+len(b.Rows) == 0 {
			return
		}
		p.raw("<" + wrapper + ">\n")
		defer p.raw("</" + wrapper + ">\n")
	}
	switch b.Kind {
	case TitleLine:
		p.element("h1", b.Text, b.Marks)
	case Heading:
		p.element("h"+strconv.Itoa(printedLevel(b.Level)), b.Text, b.Marks)
	case PrintedDate:
		p.time("p", b)
	case LiveEntry:
		p.time("h2", b)
	case Figure:
		p.figure(b)
	case Embed:
		text, marks := b.embedText()
		p.element("p", text, marks)
	case Code:
		if !isBlank(b.Text) {
			p.raw("<pre><code>")
			p.raw(escapeText.Replace(printable(b.Text)))
			p.raw("</code></pre>\n")
		}
	case Table:
		p.table(b.Rows, b.Text, b.Marks)
		return
	default:
		p.element("p", b.Text, b.Marks)
	}
	p.list(b.Items, b.Ordered)
	p.table(b.Rows, "", nil)
}

// element prints a text as an element of its own, unless it is blank.
func (p *htmlPrinter) element(name, text string, marks []Mark) {
	if isBlank(text) {
		return
	}
	p.raw("<" + name + ">")
	p.inline(text, marks)
	p.raw("</" + name + ">\n")
}

// time prints a line that tells a time, for people and for programs.
func (p *htmlPrinter) time(name string, b Block) {
	text := b.lineText()
	if b.Time.IsZero() || isBlank(text) {
		p.element(name, text, b.Marks)
		return
	}
	p.raw("<" + name + "><time")
	p.attribute("datetime", b.Time.String())
	p.raw(">")
	p.inline(text, b.Marks)
	p.raw("</time></" + name + ">\n")
}

func (p *htmlPrinter) figure(b Block) {
	caption, marks := b.caption()
	src, shown := "", false
	if b.Image != nil {
		src, shown = safeURL(b.Image.URL)
	}
	if !shown && isBlank(caption) {
		return
	}
	p.raw("<figure>\n")
	if shown {
		p.raw("<img")
		p.attribute("src", src)
		p.attribute("alt", oneLine.Replace(b.Image.Alt))
		if b.Image.Width > 0 && b.Image.Height > 0 {
			p.attribute("width", strconv.Itoa(b.Image.Width))
			p.attribute("height", strconv.Itoa(b.Image.Height))
		}
		p.raw(">\n")
	}
	p.element("figcaption", caption, marks)
	p.raw("</figure>\n")
}

// list prints items as lists within lists, by their depth.
func (p *htmlPrinter) list(items []Item, ordered bool) {
	name := "ul"
	if ordered {
		name = "ol"
	}
	open := 0 // lists, each with an open item
	for item := range nested(items) {
		for ; open > item.Depth+1; open-- {
			p.raw("</li>\n</" + name + ">\n")
		}
		if open == item.Depth+1 {
			p.raw("</li>\n")
		} else {
			p.raw("<" + name + ">\n")
			open++
		}
		p.raw("<li")
		if ordered && item.Number > 0 {
			p.attribute("value", strconv.Itoa(item.Number))
		}
		p.raw(">")
		p.inline(item.Text, item.Marks)
	}
	for ; open > 0; open-- {
		p.raw("</li>\n</" + name + ">\n")
	}
}

// table prints rows with their caption. A caption without rows is a paragraph.
func (p *htmlPrinter) table(rows []Row, caption string, marks []Mark) {
	if len(rows) == 0 {
		p.element("p", caption, marks)
		return
	}
	p.raw("<table>\n")
	p.element("caption", caption, marks)
	for _, row := range rows {
		p.raw("<tr>")
		for _, cell := range row {
			name := "td"
			if cell.Header {
				name = "th"
			}
			p.raw("<" + name + ">")
			p.inline(cell.Text, cell.Marks)
			p.raw("</" + name + ">")
		}
		p.raw("</tr>\n")
	}
	p.raw("</table>\n")
}

// inline prints a text with its marks and line breaks.
func (p *htmlPrinter) inline(text string, marks []Mark) {
	text = printable(text)
	at := 0
	for _, edge := range edges(nestMarks(text, marks)) {
		p.raw(escapeInline.Replace(text[at:edge.At]))
		at = edge.At
		switch {
		case edge.Kind == Link && !edge.Closes:
			p.raw("<a")
			p.attribute("href", edge.URL)
			p.raw(">")
		case edge.Closes:
			p.raw("</" + inlineElement(edge.Kind) + ">")
		default:
			p.raw("<" + inlineElement(edge.Kind) + ">")
		}
	}
	p.raw(escapeInline.Replace(text[at:]))
}

func inlineElement(kind MarkKind) string {
	switch kind {
	case Link:
		return "a"
	case Bold:
		return "strong"
	case Italic:
		return "em"
	case Superscript:
		return "sup"
	case Subscript:
		return "sub"
	default:
		return "code"
	}
}

// attribute prints a space and an attribute. The name is one of ours.
func (p *htmlPrinter) attribute(name, value string) {
	p.raw(" " + name + `="` + escapeText.Replace(printable(value)) + `"`)
}

var (
	escapeText   = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	escapeInline = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\n", "<br>\n")
)

// printedLevel is the level of a heading of the body: below that of the title, which is 1.
func printedLevel(level int) int { return max(2, min(level, 6)) }

// languageTag returns a language as it may stand in a lang attribute, or "".
func languageTag(language string) string {
	for i := range len(language) {
		c := language[i] | 0x20 // lower case of a letter
		if (c < 'a' || c > 'z') && (language[i] < '0' || language[i] > '9') && language[i] != '-' {
			return ""
		}
	}
	return language
}

// rightToLeft reports whether a BCP 47 language is written from right to left: by its
// script where it names one, else by the usual script of the language.
func rightToLeft(language string) bool {
	subtags := strings.Split(strings.ToLower(language), "-")
	for _, subtag := range subtags[1:] {
		if len(subtag) == 4 && subtag[0] > '9' {
			switch subtag {
			case "arab", "aran", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg":
				return true
			}
			return false
		}
	}
	switch subtags[0] {
	case "ar", "arc", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "lrc",
		"mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi":
		return true
	}
	return false
}
