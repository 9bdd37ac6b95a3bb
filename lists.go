package newsparse

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// item adds a block to the list that it stands in: as a new item, or as a further line of
// the one before. Items without a list element are of one list as long as they follow one
// another.
func (s *assembler) item(i int32, out Block) {
	li, list, depth := int32(0), int32(0), 0
	for n := s.pg.Blocks[i].Node; n > 0; n = s.pg.Nodes[n].Parent {
		switch s.pg.Nodes[n].Tag {
		case atom.Li:
			if li == 0 {
				li = n
			}
		case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
			if list != 0 {
				depth++
			}
			list = n
		}
	}
	if list == 0 && li != 0 {
		list = s.pg.Nodes[li].Parent
	}
	last := len(s.a.Body) - 1
	if s.list != list || last < 0 || s.a.Body[last].Kind != List {
		s.add(i, Block{Kind: List, Ordered: s.pg.Nodes[list].Tag == atom.Ol})
		s.list, s.listItem = list, none
		last++
	}
	items := &s.a.Body[last].Items
	if li != 0 && li == s.listItem && len((*items)[len(*items)-1].Text) < longestJoined {
		s.appendText(&(*items)[len(*items)-1].Text, &(*items)[len(*items)-1].Marks, out)
		return
	}
	s.listItem = li
	*items = append(*items, Item{Text: out.Text, Marks: out.Marks, Depth: depth})
}

// longestJoined is the length of a text, in bytes, from which on no further block is joined
// to it.
const longestJoined = 1 << 15

// appendText adds a block's text as a further line.
func (s *assembler) appendText(text *string, marks *[]Mark, b Block) {
	if *text == "" {
		*text, *marks = b.Text, b.Marks
		return
	}
	offset := len(*text) + 1
	if s.joined.Len() != len(*text) || s.joined.String() != *text {
		s.joined.Reset()
		s.joined.WriteString(*text)
	}
	s.joined.WriteByte('\n')
	s.joined.WriteString(b.Text)
	*text = s.joined.String()
	for _, m := range b.Marks {
		m.Start += offset
		m.End += offset
		*marks = append(*marks, m)
	}
}

// tableCell adds a block to the table that it stands in. A picture between the cells does
// not end the table.
func (s *assembler) tableCell(i int32, out Block) {
	var cell, row int32
	table := int32(0)
	for n := s.pg.Blocks[i].Node; n > 0 && table == 0; n = s.pg.Nodes[n].Parent {
		switch s.pg.Nodes[n].Tag {
		case atom.Td, atom.Th:
			if cell == 0 {
				cell = n
			}
		case atom.Tr:
			if row == 0 {
				row = n
			}
		case atom.Table:
			table = n
		}
	}
	s.openTable(i, table)
	rows := &s.a.Body[s.tableAt].Rows
	if row != s.row || row == 0 || len(*rows) == 0 {
		*rows = append(*rows, s.openRow(row))
	}
	r := &(*rows)[len(*rows)-1]
	for s.cell < len(s.cells) && s.cells[s.cell] < cell {
		s.cell++
	}
	if cell != 0 && s.cell < len(s.cells) && s.cells[s.cell] == cell && len((*r)[s.cell].Text) < longestJoined {
		s.appendText(&(*r)[s.cell].Text, &(*r)[s.cell].Marks, out)
	} else {
		*r = append(*r, Cell{Text: out.Text, Marks: out.Marks, Header: cell > 0 && s.pg.Nodes[cell].Tag == atom.Th})
	}
	s.row = row
}

// openRow makes the cells of a row, those without text among them: without these, what stands after them would stand in
// other columns.
func (s *assembler) openRow(row int32) (cells Row) {
	s.cell, s.cells = 0, s.cells[:0]
	if row == 0 {
		return nil
	}
	nodes := s.pg.Nodes
	for n := row + 1; int(n) < len(nodes) && nodes[n].Depth > nodes[row].Depth; n++ {
		x := &nodes[n]
		if isCell := x.Tag == atom.Td || x.Tag == atom.Th; isCell && x.Parent == row && (!x.Hidden || nodes[row].Hidden) {
			cells = append(cells, Cell{Header: x.Tag == atom.Th})
			s.cells = append(s.cells, n)
		}
	}
	return cells
}

// openTable makes a table element the open one, unless it is.
func (s *assembler) openTable(i, table int32) {
	if s.table == table {
		return
	}
	s.add(i, Block{Kind: Table})
	s.table, s.row, s.tableAt = table, none, len(s.a.Body)-1
}

// tableCaption gives the caption of a table that is kept to the table.
func (s *assembler) tableCaption(i int32, out Block) bool {
	b := &s.pg.Blocks[i]
	if b.Tag != atom.Caption || b.Hidden || b.Dropped {
		return false
	}
	table := b.Node
	for table > 0 && s.pg.Nodes[table].Tag != atom.Table {
		table = s.pg.Nodes[table].Parent
	}
	t := &s.pg.Nodes[table]
	if table == 0 || len(s.captionText(table)) >= longestJoined || s.lastCell(table, t) <= i {
		return false
	}
	s.openTable(i, table)
	s.appendText(&s.a.Body[s.tableAt].Text, &s.a.Body[s.tableAt].Marks, out)
	return true
}

// code adds a listing, or a further part of the one before. That a listing is program text
// is said by its kind.
func (s *assembler) code(i int32, out Block) {
	out.Marks = slices.DeleteFunc(out.Marks, func(m Mark) bool { return m.Kind == Mono })
	if len(out.Marks) == 0 {
		out.Marks = nil
	}
	last := len(s.a.Body) - 1
	if last >= 0 && s.a.Body[last].Kind == Code && i > 0 {
		if pre := s.preOf(i); pre != 0 && len(s.a.Body[last].Text) < longestJoined && pre == s.preOf(s.places.body[last]) {
			s.appendText(&s.a.Body[last].Text, &s.a.Body[last].Marks, out)
			return
		}
	}
	s.add(i, out)
}

// preOf is the pre element that a block stands in; 0 is none.
func (s *assembler) preOf(i int32) int32 {
	n := s.pg.Blocks[i].Node
	for n > 0 && s.pg.Nodes[n].Tag != atom.Pre && s.pg.Nodes[n].Tag != atom.Listing {
		n = s.pg.Nodes[n].Parent
	}
	return n
}

// lastCell is the last block of a table that is kept as a cell; none if there is none.
func (s *assembler) lastCell(table int32, t *page.Node) int32 {
	if s.cellsOf != table {
		s.cellsOf, s.cellsEnd = table, none
		for i := t.Last - 1; i >= t.First && s.cellsEnd == none; i-- {
			if s.labels[i].Role == label.Cell {
				s.cellsEnd = i
			}
		}
	}
	return s.cellsEnd
}

// captionText is the caption so far of a table, if that is the open one.
func (s *assembler) captionText(table int32) string {
	if s.table != table {
		return ""
	}
	return s.a.Body[s.tableAt].Text
}
