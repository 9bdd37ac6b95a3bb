package label

import (
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// The trees see each block for itself, and what is called a comment now and then reads like a story.

const (
	// outsiders are what elements are called that hold no part of the story unless they hold most of it. Of the words in
	// them that would be taken, three in four are none, of those in comments all.
	outsiders = page.ClassHeader | page.ClassFooter | page.ClassComment | page.ClassNewsletter | page.ClassByline | page.ClassBio
	// doubtfulOutsiders hold as much story as other text, but of what is less likely than lastLine one word in fifteen is.
	doubtfulOutsiders = page.ClassPopup | page.ClassShare
	// parts are what pictures are called; their headers and footers are their own, as those of quotes are.
	parts = page.ClassMedia | page.ClassCaption
)

// A standing is where an element stands.
type standing = int16

const (
	elsewhere standing = iota
	inDoubtful
	inPart
	inOutsider
)

// outsideStory takes out of the story what stands in elements of outsiders, or in a footer element, if that leaves a fifth
// of it: posts of a forum are called comments, too.
func (l *labeller) outsideStory() {
	words := l.wordsBefore()
	all, out := int64(words[len(l.in)]), int64(0)
	standings := l.survey.memory.int16s.take(len(l.p.Nodes))
	for n := 1; n < len(l.p.Nodes); n++ { // parents stand before their children
		node := &l.p.Nodes[n]
		at := standings[node.Parent]
		if at < inPart && (node.Tag == atom.Figure || node.Tag == atom.Blockquote || node.Class&parts != 0) {
			at = inPart
		}
		if holds := int64(words[node.Last] - words[node.First]); at < inPart && holds > 0 && 2*holds < all {
			switch {
			case node.Class&outsiders != 0 || node.Tag == atom.Footer:
				at = inOutsider
				out += holds
			case node.Class&doubtfulOutsiders != 0:
				at = inDoubtful
			}
		}
		standings[n] = at
	}
	if 5*out > 4*all {
		return
	}
	for i := range l.in {
		switch standings[l.p.Blocks[i].Node] {
		case inOutsider:
			l.in[i] = false
		case inDoubtful:
			l.in[i] = l.in[i] && l.out.Labels[i].Story >= lastLine
		}
	}
}
