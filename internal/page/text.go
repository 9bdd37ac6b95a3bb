package page

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
	"golang.org/x/net/html/atom"
)

// TextNotes tell what FromText did to make blocks of a plain text.
type TextNotes struct {
	Shape    Shape
	Stripped []Stripped
	Joins    []Join
	Splits   []Split
	// References is the first block of the list of links that a text browser puts at the
	// end; the number of blocks where there is none.
	References int32
}

// A Stripped is text that stands in no block: the number of a link, the bullet of a list.
type Stripped struct {
	Block int32 // the block it was taken from or, where it stood alone, the next one
	Text  string
	Line  int32
}

// A Join is a place in a block where two lines meet.
type Join struct {
	Block  int32
	Offset int32 // of the second line's first byte in the block's text
}

// A Split is a block that begins in the middle of a line, after a space or right after the one before.
type Split struct {
	Block  int32
	Spaced bool
}

// browserWidth is the width at which text browsers wrap, for texts too short to show it.
const browserWidth = 80

// A Joiner tells how likely it is, in log odds, that a line of a text goes on with the line above it, by the
// features of prose.JoinRow.
type Joiner interface{ Score(row []int16) int32 }

// TextOptions are how a text is read.
type TextOptions struct {
	Joiner Joiner      // for a text that has a line for each text node; nil: rules alone
	Stop   func() bool // see Page
}

// FromText is FromTextWith without options.
func FromText(text string) (*Page, TextNotes) { return FromTextWith(text, TextOptions{}) }

// FromTextWith makes a Page of a plain text. All of it stands in the blocks, in order, but for
// white space and what the notes say was stripped.
func FromTextWith(text string, opt TextOptions) (*Page, TextNotes) {
	text = cleanLines(text)
	b := textBuilder{page: &Page{FromText: true, Stop: opt.Stop}, joiner: opt.Joiner, size: len(text)}
	text, refs := cutReferences(text)
	l := lay(b.lines(text))
	if refs != "" && l.shape != Wrapped {
		l.shape, l.width = Wrapped, browserWidth
	}
	b.arena.Grow(len(text))
	b.page.Blocks = make([]Block, 0, min(l.lines, MostBlocks+1, 1+memoryBudget(b.size)/textBlockCost))
	b.notes.Shape, b.page.Shape = l.shape, l.shape
	b.notes.References = -1
	b.page.Nodes = []Node{{Parent: -1, Name: "#root"}}
	switch l.shape {
	case Wrapped:
		b.wrapped(text, l, refs != "")
	case Glued, OneLine:
		for line := range b.lines(text) {
			if s := trimLine(line.text); len(s) >= flatBytes && isChineseOrJapanese(s) {
				b.byNode(b.unspacedPieces(s, line.number))
			} else {
				b.flat(s, line.number, l.shape)
			}
		}
	case LineANode:
		b.byNode(b.lines(text))
	default:
		b.byLine(b.lines(text))
	}
	if refs != "" {
		b.endBlock()
		b.notes.References = b.number()
		first := int32(strings.Count(text, "\n"))
		for line := range b.lines(refs) {
			b.flush()
			b.add(trimLine(line.text), first+line.number)
		}
	}
	b.finish()
	return b.page, b.notes
}

// A textBuilder collects the blocks of a plain text.
type textBuilder struct {
	page   *Page
	notes  TextNotes
	joiner Joiner
	arena  strings.Builder // the text of all blocks
	ends   []int32         // where the blocks end in it
	begin  int             // of the open block
	line   int32
	blank  int32     // lines without text above the open block
	last   int32     // the last line with text
	tag    atom.Atom // of the open block
	size   int       // of the text, in bytes
	spent  int       // on blocks and notes, see memoryBudget
	apart  bool      // a line break belongs before what is added next
	spaced bool      // a space stands in the line before it
}

// open is the text of the open block.
func (b *textBuilder) open() string { return b.arena.String()[b.begin:] }

// lines yields the lines of a text until the page is stopped.
func (b *textBuilder) lines(text string) iter.Seq[textLine] {
	return func(yield func(textLine) bool) {
		for line := range lines(text) {
			if b.page.Stopped(int(line.number)) || !yield(line) {
				return
			}
		}
	}
}

// endBytes is how much of the open block is looked at to see whether it goes on.
const endBytes = 8 << 10

// end is the end of the text of the open block, all of it but where it is very long.
func (b *textBuilder) end() string {
	s := b.open()
	if len(s) > endBytes {
		for s = s[len(s)-endBytes:]; !utf8.RuneStart(s[0]); {
			s = s[1:]
		}
	}
	return s
}

// What a text's blocks and notes take at the most, in bytes, with what becomes of them in the
// Article.
const (
	textBlockCost = 1100
	joinCost      = 500
	stripCost     = 300
)

// affords takes what something costs, if the bytes of the text pay for it.
func (b *textBuilder) affords(cost int) bool {
	if b.spent+cost > memoryBudget(b.size) {
		return false
	}
	b.spent += cost
	return true
}

// add puts text on the open block, its white space collapsed.
func (b *textBuilder) add(s string, line int32) {
	switch {
	case b.arena.Len() == b.begin:
		if line == b.last {
			b.spent += joinCost
			b.notes.Splits = append(b.notes.Splits, Split{b.number(), b.spaced})
		}
		b.line, b.blank = line, line-b.last-1
	case b.apart:
		b.arena.WriteByte('\n')
	}
	b.apart, b.last = false, line
	at := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' && c != 0xC2 || c == ' ' && i+1 < len(s) && s[i+1] > ' ' && s[i+1] != 0xC2 {
			continue // letters, and single spaces between them
		}
		n := spaceLen(s[i:])
		if n == 0 || n == 1 && c == ' ' && (i+1 == len(s) || spaceLen(s[i+1:]) == 0) {
			continue
		}
		for m := n; m > 0; n += m {
			m = spaceLen(s[i+n:])
		}
		b.arena.WriteString(s[at:i])
		b.arena.WriteByte(' ')
		at = i + n
		i = at - 1
	}
	b.arena.WriteString(s[at:])
}

// spaceLen is the length of the white space character at the beginning of s, 0 if there is none.
func spaceLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] >= '\t' && s[0] <= '\r':
		return 1
	case s[0] == 0xC2 && len(s) > 1 && (s[1] == 0xA0 || s[1] == 0x85):
		return 2
	}
	return 0
}

// join puts a line on the open block, with sep between.
func (b *textBuilder) join(sep, s string, line int32) {
	if b.apart = b.apart || !b.affords(joinCost); !b.apart {
		b.arena.WriteString(sep)
		b.notes.Joins = append(b.notes.Joins, Join{b.number(), int32(b.arena.Len() - b.begin)})
	}
	b.add(s, line)
}

// number is that of the open block.
func (b *textBuilder) number() int32 { return int32(len(b.page.Blocks)) }

// flush ends the open block, if it has text. Where a text has more blocks than its bytes pay
// for, the block goes on on a new line.
func (b *textBuilder) flush() {
	if b.arena.Len() == b.begin {
		return
	}
	if b.affords(textBlockCost) {
		b.endBlock()
	} else {
		b.apart = true
	}
}

func (b *textBuilder) endBlock() {
	b.apart = false
	if b.arena.Len() == b.begin {
		return
	}
	if len(b.page.Blocks) <= MostBlocks {
		b.page.Blocks = append(b.page.Blocks, Block{Line: b.line, Blank: b.blank, Tag: b.tag})
		b.ends = append(b.ends, 0)
	}
	b.ends[len(b.ends)-1] = int32(b.arena.Len())
	if len(b.page.Blocks) > MostBlocks { // the last one takes the rest, so that nothing is lost
		b.arena.WriteByte('\n')
	}
	b.tag = 0
	b.begin = b.arena.Len()
}

// finish ends the last block and cuts the texts of all.
func (b *textBuilder) finish() {
	b.endBlock()
	text, at := b.arena.String(), int32(0)
	for i := range b.page.Blocks {
		if b.page.Stopped(i) {
			return
		}
		block := &b.page.Blocks[i]
		block.Text = text[at:b.ends[i]]
		block.Words = int32(Measure(block.Text))
		at = b.ends[i]
	}
	if b.notes.References < 0 {
		b.notes.References = b.number()
	}
	b.page.Nodes[0].Last = b.number()
	b.page.sum()
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// byLine makes blocks of a text that has a line for each block.
func (b *textBuilder) byLine(text iter.Seq[textLine]) {
	for line := range text {
		s := trimLine(line.text)
		if s == "" {
			b.flush()
			continue
		}
		if ok, sep := prose.Join(b.end(), s); ok && !nextEntry(b.open(), s) && goesOn(s) && !isLabel(s) {
			b.join(sep, s, line.number)
			continue
		}
		b.flush()
		b.add(s, line.number)
	}
}

// nextEntry reports whether s may be the next entry of a list in lower case, rather than the
// rest of a sentence: the block above does not begin one.
func nextEntry(above, s string) bool {
	return prose.BeginsLower(s) && prose.BeginsLower(above)
}

// isLabel reports whether s, in lower case, is a line of its own: "vor 3 Stunden", "publié le 12 mars", "photo: AP".
func isLabel(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return prose.BeginsLower(s) && !prose.EndsSentence(s) &&
		(strings.HasSuffix(first, ":") || !strings.HasSuffix(s, ",") && strings.ContainsAny(s, "0123456789"))
}

// goesOn reports whether s is the rest of a sentence.
func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsUpper(r) && !unicode.IsDigit(r)
}
