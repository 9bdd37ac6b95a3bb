package page

import "golang.org/x/net/html/atom"

// What the beginnings and ends of elements close, as the parser has it: a flattener that closed
// more or less would take parts of a drawing for text of the page, or part its words.

// drawing reports whether a drawing may be open.
func (f *flattener) drawing() bool { return f.count["svg"]+f.count["math"] > 0 }

// find is the place in open of the innermost element that an end tag may close, -1 for none.
func (f *flattener) find(name string, tag atom.Atom) int {
	if tag == atom.Html || tag == atom.Body { // what comes after these is inside all the same
		return -1
	}
	for at := len(f.open) - 1; at >= 0; at-- {
		t := &f.open[at]
		switch {
		case t.name == name:
			return at
		case keepsIn(t.tag, tag), t.tag == atom.Template, bounds[t.tag] && !isTablePart(tag) && tag != atom.Table,
			tag == atom.P && t.tag == atom.Button, !isSpecial(tag) && !isFormatting(tag) && isSpecial(t.tag):
			return -1
		}
	}
	return -1
}

// isSpecial reports whether an end tag of an element that is not known to the parser ends none
// outside of this one.
func isSpecial(tag atom.Atom) bool {
	switch tag {
	case atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video, atom.Datalist, atom.Dialog, atom.Search, atom.Legend, atom.Optgroup, atom.Option:
		return false
	}
	return kindOf(tag) != inline
}

// endDrawing ends the drawing that is open, if no HTML is inside of it. The parser had opened
// what floats again before the drawing, so that the end tag of the one is that of the other.
func (f *flattener) endDrawing() {
	for at := len(f.open) - 1; at >= 0; at-- {
		switch t := f.open[at]; {
		case t.tag == atom.Svg || t.tag == atom.Math:
			f.closeTo(at)
			f.write("</" + t.name + ">")
			return
		case textInDrawing[t.name] || t.name == "foreignobject" || t.name == "annotation-xml":
			return
		}
	}
}

// endLink closes what the parser closes where a link begins in another one: the inline elements
// that are open in that one, but not the blocks.
func (f *flattener) endLink() {
	inner := 0 // what is open in the innermost block begins there
	for at := len(f.open) - 1; at >= 0; at-- {
		switch tag := f.open[at].tag; {
		case tag == atom.A:
			f.closeTo(max(at, inner))
			if inner > at { // it ends, and the blocks in it go on
				f.remove(at)
			}
			return
		case bounds[tag] || kindOf(tag) == silent:
			return
		case kindOf(tag) != inline:
			inner = max(inner, at+1)
		}
	}
}

// closeParagraph closes what the beginning of a block closes: a paragraph, or an element of
// its own kind.
func (f *flattener) closeParagraph(begins atom.Atom) {
	for at := len(f.open) - 1; at >= 0; at-- {
		switch tag := f.open[at].tag; {
		case tag == atom.P || isSameEntry(tag, begins):
			f.closeTo(at)
			return
		case kindOf(tag) != inline && (tag == atom.Table || !isTablePart(begins)):
			return
		}
	}
}

// isSameEntry reports whether an element is an entry of a list or a part of a table that ends
// where another one begins.
func isSameEntry(open, begins atom.Atom) bool {
	switch begins {
	case atom.Li, atom.Dd, atom.Dt, atom.Option, atom.Tr:
		return open == begins
	case atom.Td, atom.Th:
		return open == atom.Td || open == atom.Th
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return open == atom.Tbody || open == atom.Thead || open == atom.Tfoot
	}
	return false
}

// bounds are the elements that keep formatting elements to themselves: nothing inside is
// opened again outside.
var bounds = map[atom.Atom]bool{
	atom.Td: true, atom.Th: true, atom.Caption: true, atom.Applet: true, atom.Object: true, atom.Marquee: true, atom.Template: true,
}
