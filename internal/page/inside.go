package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isCodeLine reports whether an element, inside of a pre, is a line of it or holds its lines.
func isCodeLine(tag atom.Atom) bool {
	return tag == atom.Div || tag == atom.Li || tag == atom.Ol || tag == atom.Ul
}

// endLine ends the line of a pre where an element begins or ends that is one.
func (w *walker) endLine(f *frame) {
	if f.pre && !f.aside && isCodeLine(f.dom.DataAtom) && int(w.begin) < len(w.text) {
		w.breaks = max(w.breaks, 1)
	}
}

// inSentence reports whether words of a sentence stand right before and after an element, as
// they do where a button explains one of them.
func (w *walker) inSentence(n *html.Node) bool {
	before, after := n.PrevSibling, n.NextSibling
	return isWords(before) && isWords(after) && int(w.begin) < len(w.text) && !EndsSentence(before.Data) &&
		strings.ContainsAny(before.Data[len(before.Data)-1:]+after.Data[:1], " \n\t,.;:")
}

// isWords reports whether a node is a text that is not blank.
func isWords(n *html.Node) bool { return n != nil && n.Type == html.TextNode && !isBlankText(n.Data) }
