package meta

import (
	"net/url"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
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
		head = strings.TrimSpace(head)
		k := strings.TrimRight(head, " :|-–—·•/»+\n")
		words := len(tokens(k))
		if !ok || words == 0 || words > longestKicker || r.own.isName(k) || k == r.f.Publisher.Name {
			continue
		}
		line := r.lineBeside(k)
		switch {
		case line >= 0, c.block >= 0:
		case c.source == "title" || !strings.HasSuffix(head, ":"):
			continue
		}
		r.f.Kicker, r.f.KickerLine = k, line
		r.choose(r.consider("kicker", c.source, c.value, 0.6))
		return
	}
}

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
		if i != title && !b.Hidden && !r.leadsHome(b) && len(b.Text) <= 2*len(text) && strings.Trim(fold(b.Text), " :|") == want {
			return i
		}
	}
	return -1
}

// leadsHome reports whether a block links to the front page, as mastheads do.
func (r *resolver) leadsHome(b *page.Block) bool {
	for _, m := range b.Marks {
		if m.Kind != page.Link {
			continue
		}
		if u, err := url.Parse(r.absolute(m.URL)); m.URL == "/" || err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
			return true
		}
	}
	return false
}
