package newsparse

import (
	"bufio"
	"io"
	"iter"
	"strings"
)

// Parts is a set of the parts of an Article, to choose what a rendering holds. Sets are
// joined with |.
type Parts uint32

// The parts. The first five come from the fields of the Article, in this order; the others
// are the blocks of its Body.
const (
	PartKicker Parts = 1 << iota
	PartTitle
	PartStandfirst
	PartByline // Authors, and the bylines inside a live blog
	PartDate   // Published
	PartHeadings
	PartParagraphs
	PartQuotes
	PartLists
	PartTables
	PartFigures // pictures with their captions and credits
	PartEmbeds
	PartCode
	PartNotes
	PartFactboxes
	PartBios
	PartLiveEntries // the heads of a live blog's entries
)

// Sets of parts in common use. What counts as the text of an article differs from one
// annotated corpus to the next; the first three are their conventions.
const (
	// News is the story as a news agency would send it.
	News = PartStandfirst | PartHeadings | PartParagraphs | PartQuotes
	// Body is all text of the story below its standfirst, without what is about it: pictures
	// and their captions, boxes, and notes of editors and agencies; of embedded posts, what
	// they say.
	Body = PartHeadings | PartParagraphs | PartQuotes | PartLists | PartTables | PartCode | PartEmbeds | PartLiveEntries
	// Wide is News and Body together.
	Wide = News | Body
	// All is everything that the newsroom wrote.
	All = PartLiveEntries<<1 - 1
)

// Text is the [Wide] parts of the article as plain text; see [Article.WriteText].
func (a *Article) Text() string { return render(a.WriteText, Wide) }

// Markdown is the whole article as Markdown; see [Article.WriteMarkdown].
func (a *Article) Markdown() string { return render(a.WriteMarkdown, All) }

// HTML is the whole article as an article element; see [Article.WriteHTML].
func (a *Article) HTML() string { return render(a.WriteHTML, All) }

func render(write func(io.Writer, Parts) error, parts Parts) string {
	var text strings.Builder
	write(&text, parts) // a Builder takes every write
	return text.String()
}

// WriteText writes parts of the article as plain text: the words of the page and nothing
// else. Blocks are separated by a blank line; list items and table rows stand on a line of
// their own, a table's cells between tabs. Addresses of links, pictures and embeds are left out.
// The only control characters are newline and tab.
func (a *Article) WriteText(w io.Writer, parts Parts) error {
	p := textPrinter{out: bufio.NewWriter(w)}
	for b := range a.blocks(parts) {
		p.block(b)
	}
	return p.out.Flush()
}

// blocks yields the chosen parts in the order in which they are printed. The parts before
// the story become blocks too, so that a printer knows nothing but blocks.
func (a *Article) blocks(parts Parts) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, b := range a.front(parts) {
			if !yield(b) {
				return
			}
		}
		for b := range a.story(parts) {
			if !yield(b) {
				return
			}
		}
	}
}

// story yields the chosen blocks of the body.
func (a *Article) story(parts Parts) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, b := range a.Body {
			if parts&partOf(b.Kind) != 0 && !yield(b) {
				return
			}
		}
	}
}

// front returns the parts that stand before the body, from the Article's fields.
func (a *Article) front(parts Parts) []Block {
	var blocks []Block
	add := func(part Parts, kind Kind, text string) {
		if parts&part != 0 && text != "" {
			blocks = append(blocks, Block{Kind: kind, Text: text})
		}
	}
	add(PartKicker, KickerLine, a.Kicker)
	add(PartTitle, TitleLine, a.Title)
	if parts&PartStandfirst != 0 && a.Standfirst != "" {
		for line := range strings.Lines(a.Standfirst) {
			blocks = append(blocks, a.printedStandfirst(strings.TrimSuffix(line, "\n")))
		}
	}
	if parts&PartByline != 0 && len(a.Authors) > 0 {
		blocks = append(blocks, byline(a.Authors))
	}
	if parts&PartDate != 0 && !a.Published.IsZero() {
		blocks = append(blocks, Block{Kind: PrintedDate, Time: a.Published})
	}
	return blocks
}

// printedStandfirst is a line of the standfirst, with its links and emphasis where the page prints it.
func (a *Article) printedStandfirst(line string) Block {
	for _, b := range a.Header {
		if b.Kind == StandfirstLine && b.Text == line {
			return b
		}
	}
	return Block{Kind: StandfirstLine, Text: line}
}

// byline returns a line of the authors' names, linked to their pages.
func byline(authors []Author) Block {
	line := Block{Kind: BylineLine}
	for _, author := range authors {
		if isBlank(author.Name) {
			continue
		}
		if line.Text != "" {
			line.Text += ", "
		}
		start := len(line.Text)
		line.Text += author.Name
		if author.URL != "" {
			line.Marks = append(line.Marks, Mark{Kind: Link, Start: start, End: len(line.Text), URL: author.URL})
		}
	}
	return line
}

// partOf returns the part that a kind of block belongs to.
func partOf(kind Kind) Parts {
	switch kind {
	case KickerLine:
		return PartKicker
	case TitleLine:
		return PartTitle
	case StandfirstLine:
		return PartStandfirst
	case BylineLine:
		return PartByline
	case PrintedDate:
		return PartDate
	case Heading:
		return PartHeadings
	case Quote:
		return PartQuotes
	case List:
		return PartLists
	case Table:
		return PartTables
	case Figure:
		return PartFigures
	case Embed:
		return PartEmbeds
	case Code:
		return PartCode
	case Note:
		return PartNotes
	case Factbox:
		return PartFactboxes
	case Bio:
		return PartBios
	case LiveEntry:
		return PartLiveEntries
	default:
		return PartParagraphs
	}
}

// displayTime is the time of a date or live entry that has no text of its own.
func displayTime(d Date) string {
	if d.HasTime {
		return d.Time.Format("2006-01-02 15:04 -07:00")
	}
	return d.String()
}

// lineText returns the text of a block of a kind with a time, which prints the time where
// the page did not.
func (b *Block) lineText() string {
	if b.Text == "" {
		return displayTime(b.Time)
	}
	return b.Text
}

// caption returns the text under a figure: its caption and, on a line of its own, the credit
// if the caption does not tell it.
func (b *Block) caption() (string, []Mark) {
	if b.Image == nil || b.Image.Credit == "" || strings.Contains(b.Text, b.Image.Credit) {
		return b.Text, b.Marks
	}
	if b.Text == "" {
		return b.Image.Credit, nil
	}
	return b.Text + "\n" + b.Image.Credit, b.Marks
}

// embedText returns the text of an embed followed by its address on a line of its own.
func (b *Block) embedText() (string, []Mark) {
	if _, ok := safeURL(b.URL); !ok {
		return b.Text, b.Marks
	}
	text := b.Text
	if text != "" {
		text += "\n"
	}
	link := Mark{Kind: Link, Start: len(text), End: len(text) + len(b.URL), URL: b.URL}
	return text + b.URL, append(b.Marks[:len(b.Marks):len(b.Marks)], link)
}

// A textPrinter holds the state of printing plain text.
type textPrinter struct {
	out     *bufio.Writer // keeps the first error for Flush
	columns int           // the longest line of running text; 0 is no limit
	started bool          // a block has been printed
}

func (p *textPrinter) block(b Block) {
	switch b.Kind {
	case Code:
		p.lines(b.Text)
	case PrintedDate, LiveEntry:
		p.paragraph(b.lineText())
	case Figure:
		text, _ := b.caption()
		p.paragraph(text)
	default:
		p.paragraph(b.Text)
	}
	if len(b.Items) > 0 {
		p.paragraph(itemLines(b.Items))
	}
	if len(b.Rows) > 0 {
		p.lines(rowLines(b.Rows))
	}
}

// breakHints are the characters that say where a word may break and show nothing: soft
// hyphens, zero-width spaces and byte order marks. Whoever takes plain text wants whole words.
var breakHints = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "")

// paragraph prints running text as a block of its own, unless it is blank.
func (p *textPrinter) paragraph(text string) {
	if p.columns > 0 {
		text = wrapped(breakHints.Replace(printable(text)), p.columns)
	}
	p.lines(text)
}

// lines prints text as a block of its own, line by line as it stands, unless it is blank.
func (p *textPrinter) lines(text string) {
	text = strings.Trim(breakHints.Replace(printable(text)), "\n")
	if isBlank(text) {
		return
	}
	if p.started {
		p.out.WriteByte('\n')
	}
	p.started = true
	p.out.WriteString(text)
	p.out.WriteByte('\n')
}

// itemLines returns the items of a list, one a line, indented by their depth.
func itemLines(items []Item) string {
	var lines strings.Builder
	for item := range nested(items) {
		for range item.Depth {
			lines.WriteString("  ")
		}
		lines.WriteString(oneLine.Replace(item.Text))
		lines.WriteByte('\n')
	}
	return lines.String()
}

// rowLines returns the rows of a table, one a line, with tabs between the cells.
func rowLines(rows []Row) string {
	var lines strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				lines.WriteByte('\t')
			}
			lines.WriteString(oneLine.Replace(cell.Text))
		}
		lines.WriteByte('\n')
	}
	return lines.String()
}

// maxListDepth is the deepest level of a list that is printed as such: each level costs its
// indentation in every line, and two open elements in HTML.
const maxListDepth = 15

// nested yields the items that have a text, with depths that a printer can follow: the first
// is 0, and none is more than 1 deeper than the item before it.
func nested(items []Item) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		deepest := 0
		for _, item := range items {
			if isBlank(item.Text) {
				continue
			}
			item.Depth = max(0, min(item.Depth, deepest, maxListDepth))
			deepest = item.Depth + 1
			if !yield(item) {
				return
			}
		}
	}
}
