package page

import (
	"iter"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// byNode makes blocks of a text that has a line for each text node: links and bold words break its sentences.
func (b *textBuilder) byNode(text iter.Seq[textLine]) {
	n := nodeJoiner{textBuilder: b, row: make([]int16, prose.JoinFeatures, rowRoom)}
	for line := range text {
		s := trimLine(line.text)
		if s == "" {
			n.end()
			b.flush()
			continue
		}
		n.add(s, line)
	}
	n.end()
}

// rowRoom is how long the memory of a row is: trees need not copy it then.
const rowRoom = 256

// A nodeJoiner joins lines up to the next blank one.
type nodeJoiner struct {
	*textBuilder
	row     []int16
	lines   []prose.Line // those that are looked at, up to prose.FarLines on either side
	sources []textLine   // of lines
	next    int          // the first of lines that is in no block yet
}

func (n *nodeJoiner) add(s string, source textLine) {
	above := ""
	if last := len(n.lines) - 1; last >= 0 {
		above = n.lines[last].Text
	}
	n.lines, n.sources = append(n.lines, prose.NewLine(s, above)), append(n.sources, source)
	if len(n.lines)-n.next > prose.FarLines {
		n.place()
	}
	if past := n.next - prose.FarLines; past > 8*prose.FarLines {
		n.lines, n.sources = append(n.lines[:0], n.lines[past:]...), append(n.sources[:0], n.sources[past:]...)
		n.next -= past
	}
}

// end places all lines.
func (n *nodeJoiner) end() {
	for n.next < len(n.lines) {
		n.place()
	}
	n.lines, n.sources, n.next = n.lines[:0], n.sources[:0], 0
}

// place puts the next line on the open block, or begins one with it.
func (n *nodeJoiner) place() {
	i := n.next
	n.next++
	s, source := n.lines[i].Text, n.sources[i]
	if i > 0 && n.follows(i) {
		n.join(prose.Separator(n.textBuilder.end(), s), s, source.number)
		return
	}
	n.flush()
	n.spaced = source.spaced
	n.textBuilder.add(s, source.number)
}

// follows reports whether lines[i] goes on with the line above.
func (n *nodeJoiner) follows(i int) bool {
	if n.joiner == nil {
		ok, _ := prose.Join(n.textBuilder.end(), n.lines[i].Text)
		return ok && !nextEntry(n.open(), n.lines[i].Text)
	}
	prose.JoinRow(n.row, n.lines, i)
	return n.joiner.Score(n.row) > 0
}
