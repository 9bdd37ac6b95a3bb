package label

import (
	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// storyLists names the titles under a line such as "Most read" other stories where nothing else tells why they are
// removed. A list ends where something else begins.
func (l *labeller) storyLists() {
	above := -1 // the line that the list at hand stands under
	for i := range l.p.Blocks {
		role := &l.out.Labels[i].Role
		switch {
		case *role == Other && above >= 0 && l.isTitleUnder(i, above):
			*role = Teaser
		case *role != Related && *role != Teaser:
			above = -1
		case phrases.Class(l.rows.Row(i)[fPhrase]) == phrases.RelatedHeading:
			above = i
		}
	}
}

// isTitleUnder reports whether a block reads like the title of a story under a line above it: a link or a heading in the
// same element, in text a line that ends open.
func (l *labeller) isTitleUnder(i, above int) bool {
	const least, most = 2, 30 // words
	b, row := &l.p.Blocks[i], l.rows.Row(i)
	if b.Words < least || b.Words > most {
		return false
	}
	if l.p.FromText {
		return row[fEnds] == 0
	}
	around := l.p.Nodes[l.p.Blocks[above].Node].Parent
	return around >= 0 && i < int(l.p.Nodes[around].Last) && (b.LinkWords == b.Words || page.IsHeading(b.Tag))
}
