package newsparse

import (
	"math"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

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
		*rows = append(*rows, s.openRow(table, row))
	}
	r := &(*rows)[len(*rows)-1]
	for len(s.cells) > 0 && s.cells[0].node < cell {
		s.cells = s.cells[1:]
	}
	if cell != 0 && len(s.cells) > 0 && s.cells[0].node == cell && len((*r)[s.cells[0].column].Text) < longestJoined {
		c := &(*r)[s.cells[0].column]
		s.appendText(&c.Text, &c.Marks, out)
	} else {
		*r = append(*r, Cell{Text: out.Text, Marks: out.Marks, Header: cell > 0 && s.pg.Nodes[cell].Tag == atom.Th})
	}
	s.row = row
}

// openRow makes the cells of a row, those without text among them, and one for each further place that a cell takes or that one from
// above reaches into: without these, what stands after them would stand in other columns.
func (s *assembler) openRow(table, row int32) Row {
	s.cells = nil
	grid := s.gridOf(table)
	at, ok := slices.BinarySearchFunc(grid, row, func(p cellPlace, row int32) int { return int(p.node - row) })
	if !ok || int(grid[at].column) > s.cellsLeft {
		return nil
	}
	end := at + 1
	for end < len(grid) && s.pg.Nodes[grid[end].node].Tag != atom.Tr {
		end++
	}
	s.cells = grid[at+1 : end]
	cells := make(Row, grid[at].column)
	s.cellsLeft -= len(cells)
	for _, c := range s.cells {
		cells[c.column].Header = s.pg.Nodes[c.node].Tag == atom.Th
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

// A cellPlace is the column that a cell begins in, or how many columns a row has.
type cellPlace struct{ node, column int32 }

// gridOf are the rows of a table, each before its cells.
func (s *assembler) gridOf(table int32) []cellPlace {
	grid, ok := s.grids[table]
	if !ok && table != 0 {
		_, columns := layOut(s.pg.Nodes, table, 0)
		grid, _ = layOut(s.pg.Nodes, table, columns)
		if s.grids == nil {
			s.grids = map[int32][]cellPlace{}
		}
		s.grids[table] = grid
	}
	return grid
}

// mostSpanned is how many columns of a table are looked at for cells that reach into the rows below them: as many as a cell may take.
const mostSpanned = 1000

// layOut finds the columns of a table's cells. A cell takes no more columns than the table has without cells that take several:
// pages write 100 for "all of them".
func layOut(nodes []page.Node, table, most int32) (grid []cellPlace, columns int32) {
	var taken []int32 // by column: the first row that no cell above reaches into
	t, inner := &nodes[table], int32(math.MaxInt32)
	row, at, column := int32(-1), 0, int32(0)
	passTaken := func() {
		for int(column) < len(taken) && taken[column] > row {
			column++
		}
		grid[at].column = column
		columns = max(columns, column)
	}
	for n := table + 1; int(n) < len(nodes) && nodes[n].Depth > t.Depth; n++ {
		x := &nodes[n]
		if x.Depth > inner {
			continue // of a table in a cell
		}
		inner = math.MaxInt32
		switch {
		case x.Tag == atom.Table:
			inner = x.Depth
		case x.Hidden && !t.Hidden:
		case x.Tag == atom.Thead || x.Tag == atom.Tbody || x.Tag == atom.Tfoot:
			taken = taken[:0] // no cell reaches out of them
		case x.Tag == atom.Tr:
			row, column, at = row+1, 0, len(grid)
			grid = append(grid, cellPlace{node: n})
			passTaken()
		case (x.Tag == atom.Td || x.Tag == atom.Th) && row >= 0 && x.Parent == grid[at].node:
			grid = append(grid, cellPlace{n, column})
			wide, high := x.Spans()
			for range max(1, min(wide, most-column)) {
				if int(column) == len(taken) && column < mostSpanned {
					taken = append(taken, 0)
				}
				if int(column) < len(taken) {
					taken[column] = row + high
				}
				column++
			}
			passTaken()
		}
	}
	return grid, columns
}
