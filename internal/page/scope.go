package page

import "golang.org/x/net/html/atom"

// An openBlocks knows which block-level elements the parser has open, as far as the sieve needs
// it: what it holds for open is open. White space beside a tag that the parser passes over may
// be all that parts two words.
type openBlocks struct {
	stack []elementCode
	count [256]int32 // of stack, by code
	form  bool       // one has begun that no end tag has ended, though something around it may have
	// unsure says that something was met that the parser moves, or that keeps to itself what is
	// opened in it.
	unsure bool
}

func (o *openBlocks) has(tag atom.Atom) bool { return o.count[codeOf(tag)] > 0 }

func (o *openBlocks) push(tag atom.Atom) {
	code := codeOf(tag)
	o.stack = append(o.stack, code)
	o.count[code]++
}

// popTo closes what was opened from stack[at] on.
func (o *openBlocks) popTo(at int) {
	for _, code := range o.stack[at:] {
		o.count[code]--
	}
	o.stack = o.stack[:at]
}

// top is the code of the innermost one, 0 for none.
func (o *openBlocks) top() elementCode {
	if len(o.stack) == 0 {
		return 0
	}
	return o.stack[len(o.stack)-1]
}

// farthestScope is how far above the innermost element one is looked for.
const farthestScope = 64

// find is the place in the stack of the innermost element that an end tag may close, -1 for
// none: those around a table are out of reach for what is inside of it.
func (o *openBlocks) find(tag atom.Atom) int {
	code := codeOf(tag)
	if o.count[code] == 0 {
		return -1
	}
	for at := len(o.stack) - 1; at >= max(0, len(o.stack)-farthestScope); at-- {
		switch c := o.stack[at]; {
		case c == code:
			return at
		case keepsIn(atomOf(c), tag):
			return -1
		}
	}
	return -1
}

// keepsIn reports whether an end tag inside of an element closes none outside of it.
func keepsIn(outer, tag atom.Atom) bool {
	switch outer {
	case atom.Table:
		return true
	case atom.Td, atom.Th, atom.Caption:
		return !isTablePart(tag) && tag != atom.Table
	case atom.Ul, atom.Ol:
		return tag == atom.Li
	}
	return false
}

// inTable reports whether a table is open in which no cell is: what stands there is moved before
// it.
func (o *openBlocks) inTable() bool {
	switch atomOf(o.top()) {
	case atom.Table, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		return true
	}
	return false
}

// mayStandInTable reports whether an element stays where it is in a table outside of cells.
func mayStandInTable(tag atom.Atom) bool {
	switch tag {
	case atom.Caption, atom.Col, atom.Colgroup, atom.Form, atom.Script, atom.Style, atom.Table:
		return true
	}
	return isTablePart(tag)
}

// end closes the element of an end tag, and reports whether there is one to close.
func (o *openBlocks) end(tag atom.Atom) bool {
	switch {
	case o.unsure || tag == atom.Html || tag == atom.Body: // what comes after these is inside all the same
		return false
	case o.has(atom.Select) && tag != atom.Select && tag != atom.Option && tag != atom.Optgroup:
		return false
	case tag == atom.P:
		return true // it opens one
	}
	o.form = o.form && tag != atom.Form
	at := o.find(tag)
	if at < 0 {
		return false
	}
	o.popTo(at)
	return tag != atom.Form // what is open inside goes on after it
}

// start opens an element with what it closes, and reports whether the parser makes one of the
// tag.
func (o *openBlocks) start(tag atom.Atom) bool {
	if o.unsure {
		return false
	}
	if o.has(atom.Select) {
		switch {
		case tag == atom.Select:
			o.popTo(max(o.find(tag), 0))
			return true
		case tag != atom.Option && tag != atom.Optgroup:
			return false
		}
	}
	switch tag {
	case atom.Html, atom.Body:
		return false
	case atom.P, atom.Hr:
		return true // whether a p is open does not matter: its end tag makes one
	case atom.Form:
		if o.form {
			return false
		}
		o.form = true
	case atom.Li:
		o.popEntry(atom.Li, atom.Li)
	case atom.Dd, atom.Dt:
		o.popEntry(atom.Dd, atom.Dt)
	case atom.Option, atom.Optgroup, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Button:
		for _, t := range [...]atom.Atom{tag, atom.Option, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6} {
			if at := o.find(t); at >= 0 && (at == len(o.stack)-1 || tag == atom.Button) {
				o.popTo(at)
			}
		}
	case atom.Table:
		if isTablePart(atomOf(o.top())) || o.top() == codeOf(atom.Table) {
			o.popTo(max(o.find(tag), 0))
		}
	case atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption:
		table := o.find(atom.Table)
		if table < 0 {
			return false
		}
		at := len(o.stack)
		for at > table+1 && !holdsPart(atomOf(o.stack[at-1]), tag) {
			at--
		}
		o.popTo(at)
	}
	o.push(tag)
	return true
}

// popEntry closes an entry of a list, of one kind or another, that is open.
func (o *openBlocks) popEntry(a, b atom.Atom) {
	for at := len(o.stack) - 1; at >= max(0, len(o.stack)-farthestScope); at-- {
		switch atomOf(o.stack[at]) {
		case a, b:
			o.popTo(at)
			return
		case atom.Address, atom.Div:
		default:
			return
		}
	}
}

// holdsPart reports whether a part of a table may hold another one.
func holdsPart(outer, inner atom.Atom) bool {
	switch inner {
	case atom.Td, atom.Th:
		return outer == atom.Tr || outer == atom.Tbody || outer == atom.Thead || outer == atom.Tfoot
	case atom.Tr:
		return outer == atom.Tbody || outer == atom.Thead || outer == atom.Tfoot
	}
	return false
}
