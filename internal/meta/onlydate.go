package meta

import "strings"

// beginsLabelled reports whether a text begins with a word for publication or update and a
// date: it is a date line then, whatever its length.
func beginsLabelled(text string) bool {
	const label = 30 // bytes
	i := strings.IndexFunc(text, isDigit)
	return i > 0 && i <= label && dateMeaning(text[:i], "") != ""
}

// only is the date of an update where it is the one day that the page prints, and it tells no
// other of this story: a page that says nothing but "Updated: 3 May" counts from there.
func (g *dateGatherer) only() (dateCandidate, bool) {
	if len(g.modified) == 0 {
		return dateCandidate{}, false
	}
	for _, c := range g.published {
		if c.place != stray {
			return dateCandidate{}, false
		}
	}
	const beside = 0.8 // the confidence of what is printed beside the headline
	c := g.modified[0]
	printed := false
	for _, m := range g.modified {
		printed = printed || m.place == shown || m.place == stray && len(g.published) == 0
		if m.place == shown && m.confidence >= beside && days(c.stamp, m.stamp) != 0 {
			return dateCandidate{}, false
		}
	}
	c.source, c.confidence = "modified", 0.3
	return c, printed
}
