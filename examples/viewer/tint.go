package main

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A tinter writes the text of a page with each run marked by the role of its block.
type tinter struct {
	out    strings.Builder
	blocks []page.Block
	roles  []role
	named  map[int32]bool // blocks that have their id: the first run gets it
}

// A cursor follows the text of some blocks, in their order.
type cursor struct {
	blocks []int32
	rest   string // of the text of blocks[0]
}

func (t *tinter) cursor(blocks []int32) *cursor {
	c := &cursor{blocks: blocks}
	if len(blocks) > 0 {
		c.rest = t.blocks[blocks[0]].Text
	}
	return c
}

// maxSkipped is how many characters of a block may be missing in the page's own text, at one
// place: what joining lines or decoding changed.
const maxSkipped = 8

// text writes a run of the page's text. The characters are those of the cursor's blocks, but
// for white space and a few that were changed on the way; the cursor moves along.
func (t *tinter) text(run string, c *cursor) {
	start, block := 0, int32(-1)
	for i, r := range run {
		if unicode.IsSpace(r) {
			continue
		}
		if at, ok := t.advance(c, r); ok && at != block {
			t.run(run[start:i], block)
			start, block = i, at
		}
	}
	t.run(run[start:], block)
}

// advance moves the cursor over one visible character, and returns the block that it is of.
func (t *tinter) advance(c *cursor, r rune) (int32, bool) {
	for len(c.blocks) > 0 {
		skipped := 0
		for i, have := range c.rest {
			if have == r {
				c.rest = c.rest[i+len(string(have)):]
				return c.blocks[0], true
			}
			if unicode.IsSpace(have) {
				continue
			}
			if skipped++; skipped > maxSkipped {
				return 0, false
			}
		}
		if len(c.blocks) == 1 {
			return 0, false
		}
		c.blocks = c.blocks[1:]
		c.rest = t.blocks[c.blocks[0]].Text
	}
	return 0, false
}

// run writes text of one block; -1 is none.
func (t *tinter) run(text string, block int32) {
	if strings.TrimSpace(text) == "" || block < 0 || t.roles[block].Name == "" {
		t.out.WriteString(template.HTMLEscapeString(text))
		return
	}
	role := t.roles[block]
	class, id, what := role.tint(), "", role.Name
	if role.Removed {
		class += " removed"
		what = "removed: " + what
	}
	if !t.named[block] {
		t.named[block] = true
		id = fmt.Sprintf(` id="b%d"`, block)
	}
	fmt.Fprintf(&t.out, `<span class="%s"%s title="%s">%s</span>`, class, id, template.HTMLEscapeString(what), template.HTMLEscapeString(text))
}
