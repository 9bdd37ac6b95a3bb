package newsparse

import (
	"slices"

	"golang.org/x/net/html/atom"
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
	*items = append(*items, Item{Text: out.Text, Marks: out.Marks, Depth: depth, Number: s.numberOf(li)})
}

// largestNumber is the largest number of an item that Markdown knows.
const largestNumber = 999_999_999

// numberOf is the number that an item of an ordered list has by its attributes or those of its list; 0 where it is the next one.
func (s *assembler) numberOf(li int32) int {
	list := max(0, s.pg.Nodes[li].Parent)
	if s.pg.Nodes[list].Tag != atom.Ol {
		return 0
	}
	before, counted := s.numbers[list]
	number, down := s.pg.Nodes[li].Number(), s.pg.Nodes[list].CountsDown()
	switch {
	case number != 0:
	case !counted:
		if number = s.pg.Nodes[list].Number(); number == 0 && down {
			number = s.itemsOf(list)
		}
	case down:
		number = before - 1
	}
	if s.numbers == nil {
		s.numbers = map[int32]int{}
	}
	s.numbers[list] = number
	if number < 0 || number > largestNumber {
		return 0
	}
	return number
}

// itemsOf counts the items of a list.
func (s *assembler) itemsOf(list int32) (count int) {
	nodes := s.pg.Nodes
	for n := list + 1; int(n) < len(nodes) && nodes[n].Depth > nodes[list].Depth; n++ {
		if nodes[n].Parent == list && nodes[n].Tag == atom.Li {
			count++
		}
	}
	return count
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
