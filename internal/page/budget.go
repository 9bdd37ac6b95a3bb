package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A tag of three letters makes a node of the parser's, one of ours and, with a letter after it, a
// block with its features and its place in the Article: more than a thousand bytes. So that
// memory stays in proportion to a page's size, its bytes pay for its things. Where a page has
// more of them than it can pay for, the tags that are too many are left out; their text stays,
// with the text before them.

// What things take at the most, in bytes, on the whole road from the page to the Article and its
// renderings.
const (
	nodeCost      = 120 // an element or a text in the parser's tree
	attributeCost = 64  // a place in a list that grows
	holderCost    = 230 // a Node, with what the labels know of it and its path
	blockCost     = 850 // a Block, its features, and what becomes of it in the Article
	markCost      = 230 // a Mark, here and in the Article
	mediumCost    = 500 // an Image, an Embed or a Time, and the block of the Article or the evidence that it becomes
)

// memoryBudget is what the things on a page of a size may take: that of bytes which pay for
// nothing is what they take as text. Of 3,000 pages the one that comes nearest, a list of
// results, takes five sixths of it, the next one half.
func memoryBudget(size int) int { return 3<<20 + budgetOfByte*size }

const budgetOfByte = 18

// A thing is what a tag opens, as it is paid for.
type thing struct {
	tag    atom.Atom
	attrs  int  // that the parser sees
	hides  bool // an attribute may take it out of sight
	medium bool // a picture or a player that has no atom
}

// cost is what a thing takes, without the text in it.
func (t thing) cost() int {
	cost := nodeCost + t.attrs*attributeCost
	switch kindOf(t.tag) {
	case block, preBlock:
		cost += holderCost
	case inline:
		if t.hides {
			cost += blockCost // see aside
		}
	}
	switch t.tag {
	case atom.A, atom.B, atom.Strong, atom.I, atom.Em, atom.Code, atom.Kbd, atom.Tt, atom.Samp, atom.Sup, atom.Sub:
		cost += markCost
	case atom.Img, atom.Time, atom.Video, atom.Audio, atom.Iframe, atom.Embed, atom.Object:
		cost += mediumCost
	case atom.Xmp, atom.Plaintext: // their text is none that is counted
		cost += nodeCost + blockCost
	case atom.Table: // the parser adds what is missing above a cell
		cost += 2 * (nodeCost + holderCost)
	}
	if t.medium {
		cost += mediumCost
	}
	return cost
}

// isMedium reports whether a name is that of a picture or a player without an atom.
func isMedium(name string) bool {
	if strings.IndexByte(name, '-') < 0 { // most
		return false
	}
	_, ok := players[strings.ToLower(name)]
	return ok || isPicture(name)
}

// isPicture reports whether a name is that of a picture without an atom.
func isPicture(name string) bool { return strings.EqualFold(name, "amp-img") }

// An account sums up what the things of a page take.
type account struct {
	spent     int
	ended     bool // a block began or ended since the last text
	breaks    int  // line ends since the last text
	paragraph bool // one is open
}

func (a *account) start(t thing) {
	a.spent += t.cost()
	switch kindOf(t.tag) {
	case block, preBlock:
		a.ended, a.paragraph = true, t.tag == atom.P
	case lineEnd:
		a.breaks++
	}
}

func (a *account) end(tag atom.Atom) {
	if a.opens(tag) {
		a.start(thing{tag: tag})
	}
	if kind := kindOf(tag); kind == block || kind == preBlock {
		a.ended, a.paragraph = true, false
	}
}

// opens reports whether the parser makes an element of an end tag that ends nothing.
func (a *account) opens(tag atom.Atom) bool { return tag == atom.Br || tag == atom.P && !a.paragraph }

// text pays for a text, which is one of its own or goes on with the one before.
func (a *account) text(blank, own bool) {
	if own {
		a.spent += nodeCost
	}
	if blank {
		return
	}
	if a.ended || a.breaks > 1 {
		a.spent += blockCost
	}
	a.ended, a.breaks = false, 0
}

// note pays for a comment.
func (a *account) note() { a.spent += nodeCost }
