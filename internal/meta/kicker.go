package meta

import (
	"slices"
	"strings"
)

// kicker resolves the short line above the headline: the printed one, else what stands before
// the headline in another title of the page, "On the quays: The ferry is back", if a line
// beside the headline says it too, or if that title is one that the page prints or shows to
// others. The title element alone may begin with anything.
func (r *resolver) kicker(all []titleCandidate) {
	if k := r.text(r.in.Printed.Kicker, " · "); k != "" {
		r.f.Kicker = k
		r.choose(r.consider("kicker", "printed", k, 0.9))
		return
	}
	const least = 12 // bytes: a shorter headline may end another title by chance
	if len(r.f.Title) < least || r.in.NoStory {
		return
	}
	for _, c := range all {
		head, ok := strings.CutSuffix(c.value, r.f.Title)
		if head = strings.TrimSpace(head); !ok || head == "" {
			continue
		}
		k := strings.TrimRight(head, " :|-–—·•/»+\n")
		words := len(tokens(k))
		if words == 0 || words > longestKicker || r.own.isName(k) || k == r.f.Publisher.Name {
			continue
		}
		line := r.lineBeside(k)
		switch {
		case line >= 0, c.block >= 0 && c.source != "heading": // a heading may be one of many
		case c.source == "title" || !strings.HasSuffix(head, ":"):
			continue
		}
		r.f.Kicker, r.f.KickerLine = k, line
		r.choose(r.consider("kicker", c.source, c.value, 0.6))
		return
	}
}

// cutKicker takes the kicker off a headline before which another title of the page has another
// one: "On the quays: The ferry is back" and "Harbours – The ferry is back".
func (r *resolver) cutKicker(all []titleCandidate) {
	const least = 12 // bytes of a headline
	for _, sep := range kickerEnds {
		i := strings.Index(r.f.Title, sep)
		if i <= 0 {
			continue
		}
		headline := strings.TrimSpace(r.f.Title[i+len(sep):])
		if len(headline) < least {
			continue
		}
		for _, c := range all {
			other, ok := strings.CutSuffix(c.value, headline)
			if !ok || other == r.f.Title[:i+len(sep)] { // most
				continue
			}
			kicker, words := tokens(r.f.Title[:i]), tokens(other)
			if len(kicker) > longestKicker || len(tokens(headline)) < 3 || len(words) == 0 || len(words) > longestKicker || common(words, kicker) > 0 {
				continue // the same, in more words
			}
			for _, end := range kickerEnds {
				if strings.HasSuffix(other, end) {
					r.f.Title = headline
					return
				}
			}
		}
	}
}

// kickerEnds stand between a kicker and its headline.
var kickerEnds = []string{": ", " - ", " – ", " — ", " | ", " / ", " +++ "}

// lineBeside is the block just before the printed headline, or after it, that is nothing but
// the text; -1 for none.
func (r *resolver) lineBeside(text string) int32 {
	const reach = 4 // blocks
	if len(r.in.Printed.Title) == 0 {
		return -1
	}
	title := r.in.Printed.Title[0]
	want := fold(text)
	for i := max(0, title-reach); i <= title+1 && int(i) < len(r.page.Blocks); i++ {
		b := &r.page.Blocks[i]
		if i != title && !b.Hidden && !leadsHome(b) && len(b.Text) <= 2*len(text) && strings.Trim(fold(b.Text), " :|") == want {
			return i
		}
	}
	return -1
}

// sectionKicker takes the section's name, or a tag, right above the headline for its kicker, but not the last of
// several: those are the way there.
func (r *resolver) sectionKicker() {
	if r.f.Kicker != "" || r.in.NoStory || len(r.in.Printed.Title) == 0 {
		return
	}
	line := r.in.Printed.Title[0] - 1
	if !r.isTopic(line) || r.isTopic(line-1) || slices.Contains(r.in.Printed.Breadcrumb, line) {
		return
	}
	r.f.Kicker, r.f.KickerLine = strings.Trim(clean(r.page.Blocks[line].Text), " :|"), line
	r.choose(r.consider("kicker", "section", r.f.Kicker, 0.5))
}

// isTopic reports whether a line is nothing but the name of the section, or a tag.
func (r *resolver) isTopic(line int32) bool {
	if !r.isBlock(line) {
		return false
	}
	b := &r.page.Blocks[line]
	if b.Hidden || b.Dropped || b.Words > longestKicker {
		return false
	}
	text := strings.Trim(fold(b.Text), " :|")
	is := func(name string) bool { return foldsTo(name, text) }
	return slices.ContainsFunc(r.f.Section, is) || slices.ContainsFunc(r.f.Tags, is)
}
