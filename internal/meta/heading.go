package meta

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// lowerHeadings are the headings of lower rank between the first h1, -1 if there is none, and
// the story.
func (r *resolver) lowerHeadings(h1 int32) []int32 {
	const reach, most = 30, 8 // blocks above the story; headings
	var out []int32
	first := r.in.Printed.BodyFirst
	for i := max(h1+1, first-reach, 0); i <= first && int(i) < len(r.page.Blocks) && len(out) < most; i++ {
		b := &r.page.Blocks[i]
		if (b.Tag == atom.H2 || b.Tag == atom.H3) && !b.Hidden && !b.Dropped && !r.own.isName(b.Text) {
			out = append(out, i)
		}
	}
	return out
}

// titleLine is the heading of lower rank that prints the chosen title, if nothing else does.
func (r *resolver) titleLine(all []titleCandidate, best int) int32 {
	if !slices.ContainsFunc(all, func(c titleCandidate) bool { return c.source == "heading" }) {
		return -1
	}
	title := all[best].value
	line, words := int32(-1), tokens(title)
	for _, c := range all {
		switch {
		case c.block < 0 || c.value != title && !slices.Equal(tokens(c.value), words):
		case c.source != "heading":
			return -1
		case line < 0:
			line = c.block
		}
	}
	return line
}
