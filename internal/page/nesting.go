package page

import (
	"context"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits of a page that html.Parse refuses for its nesting (it gives up past 512 open
// elements), or that would cost it more than memory in proportion to its size.
const (
	deepest           = 300 // elements that are open at once
	deepestFormatting = 20  // of these, formatting elements
)

// ParseHTML parses a whole page of any nesting, in time and memory in proportion to its size.
// Browsers flatten what nests too deep: so does ParseHTML, in a second pass that only such
// pages need. That pass also thins out pages that hold more tags than fit into their memory.
// The only error is that of ctx.
func ParseHTML(ctx context.Context, text string) (*html.Node, error) {
	return parseSifted(ctx, text, true)
}

// ParseSifted is ParseHTML but for what FromHTML does not look at, see sieve: of that, the
// tree holds less. It takes two thirds of the time and half of the memory.
func ParseSifted(ctx context.Context, text string) (*html.Node, error) {
	return parseSifted(ctx, text, false)
}

func parseSifted(ctx context.Context, text string, whole bool) (*html.Node, error) {
	lists := siftLists.Get().(*siftList)
	s := newSieve(ctx, text)
	s.whole, s.cuts = whole, lists.cuts[:0]
	if !whole {
		s.shelf = lists.shelf.empty()
	}
	suspect := s.sift()
	root, err := parseUnlessSuspect(s, suspect)
	if lists.cuts = s.cuts; cap(s.cuts)+cap(lists.shelf.attrs) <= mostPooledCuts {
		siftLists.Put(lists)
	}
	return root, err
}

// A siftList is what a sieve fills.
type siftList struct {
	cuts  []cut
	shelf shelf
}

// siftLists are used again from page to page: a page has some thousands of cuts. The memory of
// pages that have many more is given back.
var siftLists = sync.Pool{New: func() any { return new(siftList) }}

const mostPooledCuts = 1 << 17

func parseUnlessSuspect(s *sieve, suspect bool) (*html.Node, error) {
	if s.astray {
		return bare(s)
	}
	var flat *flattener
	if suspect {
		if flat = flatten(s); !flat.taxing() {
			flat = nil
		}
	}
	if flat == nil {
		if root, err := parse(s, &siftedReader{ctx: s.ctx, text: s.text, cuts: s.cuts, shelf: s.shelf != nil}); err == nil || s.ctx.Err() != nil {
			return root, err
		}
		flat = flatten(s)
	}
	if root, err := parse(s, &siftedReader{ctx: s.ctx, text: flat.out.String()}); err == nil || s.ctx.Err() != nil {
		return root, err
	}
	return bare(s)
}

// parse parses a page, or what was made of it.
func parse(s *sieve, r *siftedReader) (*html.Node, error) {
	root, err := html.Parse(r)
	if err == nil && r.shelf {
		err = s.shelf.putBack(s.ctx, root, s.text)
	}
	if err != nil {
		return nil, err
	}
	return s.withoutControls(root)
}

// withoutControls is a tree of the page without the control characters that the page names.
func (s *sieve) withoutControls(root *html.Node) (*html.Node, error) {
	if namesControl(s.text) {
		return Sound(s.ctx, root)
	}
	return root, nil
}

// namesControl reports whether a character reference may be one to a control character.
func namesControl(text string) bool {
	for {
		i := strings.Index(text, "&#")
		if i < 0 {
			return false
		}
		text = text[i+2:]
		base, digits := 10, strings.TrimLeft(text, "xX")
		if len(digits) < len(text) {
			base = 16
		}
		digits = strings.TrimLeft(digits[:min(len(digits), 64)], "0")
		end := 0
		for end < len(digits) && end < 4 && isNameByte(digits[end]) {
			end++
		}
		if n, err := strconv.ParseUint(digits[:end], base, 32); err != nil || n < ' ' && n != '\n' && n != '\t' || 0x7F <= n && n < 0xA0 {
			return true
		}
	}
}

// A reader fails once its context has ended.
type reader struct {
	ctx context.Context
	in  io.Reader
}

// ReaderUntil reads from in until ctx ends; then it fails with the error of ctx.
func ReaderUntil(ctx context.Context, in io.Reader) io.Reader { return reader{ctx, in} }

// stopBytes is how much is read between two looks at the context: less than a millisecond's
// worth of parsing.
const stopBytes = 16 << 10

func (r reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b[:min(len(b), stopBytes)])
}

// mostBodies is how many html and body elements a page may have, whose attributes the parser
// merges.
const mostBodies = 100

// A tagCount bounds what a parser may take for a page, and what it may open again.
type tagCount struct {
	account
	size      int  // of the page in bytes
	open      int  // formatting elements that are not closed
	weight    int  // about what these take in memory
	anchor    bool // one of them is a link, which ends where the next begins
	bodies    int
	reopening int // what the parser takes if it opens all of them again at each other tag
}

// add counts a tag.
func (c *tagCount) add(t *tag, bytes int) {
	end := t.kind == endTag
	if end {
		c.account.end(t.atom)
	} else {
		c.account.start(thing{t.atom, t.attrs, t.hides, t.atom == 0 && isMedium(t.name)})
	}
	switch {
	case !isFormatting(t.atom):
		c.reopening += c.weight
		if !end && (t.atom == atom.Body || t.atom == atom.Html) {
			c.bodies++
		}
	case t.atom == atom.A && c.anchor == !end:
	case end:
		c.anchor = c.anchor && t.atom != atom.A
		if c.open > 0 {
			c.weight -= c.weight / c.open
			c.open--
		}
	default:
		c.anchor = c.anchor || t.atom == atom.A
		c.open++
		c.weight += nodeBytes(bytes)
	}
	c.reopening = min(c.reopening, math.MaxInt/2) // far beyond any budget: no sum runs over
}

// suspect reports whether a page may make html.Parse, or what comes after it, take more than
// memory in proportion to its size. The parser opens formatting elements that were not closed
// again in every block, with all of their attributes.
func (c *tagCount) suspect() bool {
	return c.spent+c.reopening > memoryBudget(c.size) || c.bodies > mostBodies
}

// nodeBytes is about what an element takes in the parser's tree, by the length of its tag: a
// node is 112 bytes, an attribute 48, and at least two letters of the tag.
func nodeBytes(tag int) int { return nodeCost + 24*tag }

// nameBytes are the letters and digits of ASCII. To look them up makes Measure a quarter faster.
var nameBytes = func() (is [256]bool) {
	for b := range is {
		is[b] = 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
	}
	return is
}()

func isNameByte(b byte) bool { return nameBytes[b] }
