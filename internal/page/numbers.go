package page

import "golang.org/x/net/html/atom"

// Number is the number that an item of a list says it has, or that an ordered list begins with; 0 where it says none.
func (n *Node) Number() int {
	switch {
	case n.DOM == nil:
		return 0
	case n.Tag == atom.Li:
		return int(leadingNumber(attr(n.DOM, "value"), 0))
	}
	return int(leadingNumber(attr(n.DOM, "start"), 0))
}

// CountsDown reports whether the items of an ordered list are numbered down.
func (n *Node) CountsDown() bool {
	for i := 0; n.DOM != nil && i < len(n.DOM.Attr); i++ {
		if n.DOM.Attr[i].Key == "reversed" {
			return true
		}
	}
	return false
}
