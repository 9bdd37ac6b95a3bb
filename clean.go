package newsparse

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

// A Cleaned is a text without what is not story.
type Cleaned struct {
	// Header are the lines above and around the story: headline, standfirst, byline, dates.
	Header []string
	// Paragraphs are the story's paragraphs, headings and list items, mended, and the rows of its
	// tables, with a tab between cells.
	Paragraphs []string
	Removed    []Removal
	Repairs    []Repair
}

// Clean takes the text of a scraped news page, such as a browser's innerText, a dump of
// lynx, Markdown or a column of a data set, and returns the paragraphs of its story. It is
// what [Parse] does for text, without the facts around the story. Text of which Clean cannot
// tell where the story is comes back whole, less the lines that are certainly none.
func Clean(text string) Cleaned {
	a := cleaned(context.Background(), text)
	c := Cleaned{Removed: a.Removed, Repairs: a.Repairs}
	for _, b := range a.Header {
		c.Header = append(c.Header, b.Text)
	}
	for i := range a.Body {
		b := &a.Body[i]
		if b.Text != "" {
			c.Paragraphs = append(c.Paragraphs, b.Text)
		}
		for _, item := range b.Items {
			c.Paragraphs = append(c.Paragraphs, item.Text)
		}
		for _, row := range b.Rows { // of Markdown
			var cells []string
			for _, cell := range row {
				cells = append(cells, cell.Text)
			}
			c.Paragraphs = append(c.Paragraphs, strings.Join(cells, "\t"))
		}
	}
	return c
}

// cleaned is the Article of a text without the facts around the story.
func cleaned(ctx context.Context, text string) *Article {
	pg, notes := readText(ctx, text, false)
	if ctx.Err() != nil { // the page is unfinished
		return new(Article)
	}
	labels := labelled(pg, notes, label.FromContext(ctx))
	keepWhole(&labels)
	a, at := assemble(pg, notes, labels, meta.Facts{}, Source{})
	mend(a, at)
	return a
}

// keepWhole takes for paragraphs what is certainly nothing else, where no story was found.
func keepWhole(l *label.Labelled) {
	if slices.ContainsFunc(l.Labels, func(b label.Label) bool { return b.Role.InBody() }) {
		return
	}
	for i := range l.Labels {
		if r := &l.Labels[i].Role; r.InHeader() || *r == label.Other {
			*r = label.Paragraph
		}
	}
	l.First, l.Last = 0, len(l.Labels)
}

// labelled labels a page, the list of links included that text browsers print at its end.
// notes is nil for HTML and Markdown.
func labelled(pg *page.Page, notes *page.TextNotes, m *label.Model) label.Labelled {
	l := label.Apply(pg, m, secondOpinion(pg))
	if notes != nil {
		for i := int(notes.References); i < len(l.Labels); i++ {
			l.Labels[i].Role = label.Reference
		}
	}
	return l
}

// bounds records where lines of a text were joined to one paragraph, and where one line was split
// into several, in the parts that stay.
func (s *assembler) bounds(notes *page.TextNotes) {
	kept := make(map[int32]bool, len(s.places.body)+len(s.places.header))
	for _, i := range s.places.header {
		kept[i] = true
	}
	for _, i := range s.places.body {
		kept[i] = true
	}
	blocks := s.pg.Blocks
	for i, j := range notes.Joins {
		if s.pg.Stopped(i) {
			return
		}
		if kept[j.Block] {
			text, at := around(blocks[j.Block].Text, int(j.Offset))
			above := strings.TrimRight(text[:at], " ")
			s.bound(j.Block, above, "\n", text[len(above):at], text[at:], JoinedLines, joinConfidence)
		}
	}
	for i, split := range notes.Splits {
		if s.pg.Stopped(i) {
			return
		}
		if b := split.Block; b > 0 && kept[b-1] && kept[b] {
			above, below := blocks[b-1].Text, blocks[b].Text
			above, _ = around(above, len(above))
			below, _ = around(below, 0)
			glue, confidence := "", gluedConfidence
			if split.Spaced {
				glue, confidence = " ", spacedConfidence
			}
			s.bound(b, above, glue, "\n", below, SplitBlocks, confidence)
		}
	}
}

// bound records that what stood between two texts has become something else.
func (s *assembler) bound(block int32, above, was, is, below string, kind RepairKind, confidence float64) {
	before, after := prose.Passage(above+was+below, prose.Edit{Start: len(above), End: len(above) + len(was), With: is})
	s.a.Repairs = append(s.a.Repairs, Repair{Kind: kind, Place: s.places.of(block), Before: before, After: after, Confidence: confidence})
}

// aroundBytes is how much of a text on each side of a place is more than its passage. It is not
// much more, for the repair keeps it.
const aroundBytes = 80

// around cuts the surroundings of a place from a text, and returns them with the place there.
func around(text string, at int) (string, int) {
	start, end := max(0, at-aroundBytes), min(len(text), at+aroundBytes)
	for !utf8.RuneStart(text[start]) {
		start++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return text[start:end], at - start
}

// joinConfidence is the precision of joining lines of text nodes, measured on pages of sites that the trees have not seen: .965,
// .955 and .937 on three sets, see the model's card. Lines of other texts are joined by stricter rules.
const joinConfidence = 0.95

// Shares of places inside of stories that are bounds of their paragraphs, measured on three sets: where texts are glued, .990, .959
// and .964; where a line with all of a text was cut at the end of a sentence, .46, .42 and .52.
const (
	gluedConfidence  = 0.96
	spacedConfidence = 0.45
)
