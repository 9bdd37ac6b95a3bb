package page

import "golang.org/x/net/html/atom"

// What a flattener leaves out of a page that has more tags than its bytes pay for, and what
// stands for it.

// affords reports whether there is credit for a thing, and for a block of the text in it.
func (f *flattener) affords(t thing) bool { return f.things.spent+t.cost()+blockCost <= f.credit }

// keeps reports whether an element is kept whatever it takes: what it holds is no text of the
// page, or would be moved by the parser.
func (f *flattener) keeps(tag atom.Atom, isRaw bool) bool {
	switch tag {
	case atom.Html, atom.Head, atom.Body:
		return true
	case atom.Xmp, atom.Plaintext:
		return false
	case atom.Td, atom.Th, atom.Caption:
		return f.needCell
	}
	return isRaw || kindOf(tag) == silent && !isVoid(tag) && f.silents == 0
}

// leaveOut writes what stands for a tag that is left out: it parts words if the element does.
func (f *flattener) leaveOut(tag atom.Atom) {
	switch kind := kindOf(tag); {
	case tag == atom.Body || tag == atom.Html: // the parser passes over all but the first
	case kind == block || kind == preBlock || kind == lineEnd:
		f.space()
	}
}

func (f *flattener) space() {
	f.things.text(true, f.tagged)
	f.tagged = false
	f.out.WriteByte(' ')
}

// endIsOptional reports whether an element ends where the next one of its kind begins. Its end
// tag, where there is one, ends nothing else.
func endIsOptional(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Option:
		return true
	}
	return isTablePart(tag)
}

func isTablePart(tag atom.Atom) bool {
	switch tag {
	case atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		return true
	}
	return false
}
