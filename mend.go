package newsparse

import (
	"slices"
	"sort"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// repairKinds are the kinds of prose's edits.
var repairKinds = map[prose.Kind]RepairKind{
	prose.StrayStop: StrayStop, prose.StrayQuote: StrayQuote, prose.OrphanStop: OrphanStop, prose.Space: SpaceRepair, prose.Invisible: InvisibleRune,
}

// A passage is a text of the Article that mending may change.
type passage struct {
	text  *string
	marks *[]Mark
	block int32 // where it stood on the page
}

// passages lists the texts of the Article in the order of the page's story. Code is as its
// author wrote it.
func (a *Article) passages(at *places) (list []passage) {
	for i := range a.Header {
		b := &a.Header[i]
		list = append(list, passage{&b.Text, &b.Marks, at.header[i]})
	}
	for i := range a.Body {
		b := &a.Body[i]
		if b.Kind != Code && b.Text != "" {
			list = append(list, passage{&b.Text, &b.Marks, at.body[i]})
		}
		for k := range b.Items {
			list = append(list, passage{&b.Items[k].Text, &b.Items[k].Marks, at.body[i]})
		}
		for _, r := range b.Rows {
			for k := range r {
				list = append(list, passage{&r[k].Text, &r[k].Marks, at.body[i]})
			}
		}
	}
	return list
}

// mend repairs the texts of the Article and records each repair.
func mend(a *Article, at *places) {
	list := a.passages(at)
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = *p.text
	}
	edits := prose.MendUntil(texts, func() bool { return at.pg.Stopped(0) })
	if !at.pg.FromText && !at.pg.Markdown {
		// Where a word may break is the page's own typesetting; renderings to text drop it.
		edits = slices.DeleteFunc(edits, func(e prose.Edit) bool { return e.Kind == prose.Invisible })
	}
	for len(edits) > 0 {
		n := 1
		for n < len(edits) && edits[n].Para == edits[0].Para {
			n++
		}
		p, here := list[edits[0].Para], edits[:n]
		for i, e := range here {
			if at.pg.Stopped(i) {
				return
			}
			before, after := prose.Passage(*p.text, e)
			a.Repairs = append(a.Repairs, Repair{Kind: repairKinds[e.Kind], Place: at.of(p.block), Before: before, After: after, Confidence: e.Confidence})
		}
		shiftMarks(*p.marks, here)
		*p.text = prose.Apply(*p.text, here)
		edits = edits[n:]
	}
	a.tellHeader()
}

// tellHeader fills the fields that nothing but the Header tells, after its texts are mended.
func (a *Article) tellHeader() {
	for _, f := range [...]struct {
		field *string
		kind  Kind
		glue  string
	}{{&a.Title, TitleLine, " "}, {&a.Kicker, KickerLine, " "}, {&a.Standfirst, StandfirstLine, "\n"}} {
		if *f.field != "" {
			continue
		}
		for _, b := range a.Header {
			if b.Kind == f.kind && (*f.field == "" || f.kind != TitleLine) {
				*f.field = strings.TrimSpace(*f.field + f.glue + oneLine.Replace(b.Text))
			}
		}
	}
}

// shiftMarks moves the ranges of marks along with the text that edits change. The edits are
// in the order of the text.
func shiftMarks(marks []Mark, edits []prose.Edit) {
	if len(marks) == 0 {
		return
	}
	shift := make([]int, len(edits)+1) // by the number of edits before a place
	for i, e := range edits {
		shift[i+1] = shift[i] + len(e.With) - (e.End - e.Start)
	}
	move := func(offset int) int {
		n := sort.Search(len(edits), func(i int) bool { return edits[i].End > offset })
		moved := offset + shift[n]
		if n < len(edits) && edits[n].Start < offset {
			moved -= offset - edits[n].Start
		}
		return moved
	}
	for i := range marks {
		marks[i].Start, marks[i].End = move(marks[i].Start), move(marks[i].End)
	}
}
