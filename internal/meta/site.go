package meta

import (
	"net/url"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A siteName is a name of the site, with where it stands.
type siteName struct{ name, source string }

// siteNames are the names under which the site goes, the best for a publisher first.
func (h *Head) siteNames() []siteName {
	var out []siteName
	add := func(source, name string) {
		if name = clean(name); name != "" && len(name) <= 80 && !isAddress(name) {
			out = append(out, siteName{name, source})
		}
	}
	add("json-ld", h.article.Publisher.Name)
	add("og:site_name", h.meta("og:site_name"))
	for i := range h.things {
		t := &h.things[i]
		if t.Is("WebSite") || t.Is("NewsMediaOrganization") {
			add("json-ld "+t.Types[0], t.Name)
			add("json-ld "+t.Types[0], t.AlternateName)
		}
		if t.Publisher.Name != h.article.Publisher.Name {
			add("json-ld", t.Publisher.Name)
		}
	}
	for _, n := range []string{"application-name", "apple-mobile-web-app-title", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher", "cre", "source", "copyright"} {
		add(n, h.meta(n))
	}
	if s := h.meta("twitter:site"); strings.HasPrefix(s, "@") {
		add("twitter:site", s[1:])
	}
	return out
}

// hostLabels are the parts of the page's host names without "www" and the last one.
func (h *Head) hostLabels(urls ...string) []string {
	var out []string
	add := func(label string) {
		if !contains(out, label) {
			out = append(out, label)
		}
	}
	addresses := append(urls, h.canonical(), h.meta("og:url"), h.article.URL)
	for i, s := range addresses {
		if contains(addresses[:i], s) {
			continue
		}
		u, err := url.Parse(s)
		if err != nil || u.Hostname() == "" {
			continue
		}
		labels := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
		add(strings.Join(labels, ""))
		for _, l := range labels[:len(labels)-1] {
			if l = compact(l); len(l) > 1 {
				add(l)
			}
		}
	}
	return out
}

func (h *Head) canonical() string {
	for _, r := range h.page.Rels {
		if strings.EqualFold(r.Rel, "canonical") {
			return r.Href
		}
	}
	return ""
}

// A site knows its names, to tell them from headlines.
type site struct {
	told      []siteName
	names     []string // the same, compact
	labels    []string
	mastheads []string // compact; as the page prints its name, which no metadata tell
	masthead  string   // the first of them as it stands
	longest   int      // bytes of the longest of these
}

func (h *Head) site(urls ...string) site {
	s := site{labels: h.hostLabels(urls...), told: h.siteNames()}
	for _, n := range s.told {
		if c := compact(n.name); c != "" {
			s.names = append(s.names, c)
		}
	}
	for i, text := range h.mastheads(urls...) {
		if i == 0 {
			s.masthead = text
		}
		s.mastheads = append(s.mastheads, compact(text))
	}
	for _, name := range slices.Concat(s.names, s.labels, s.mastheads) {
		s.longest = max(s.longest, len(name))
	}
	return s
}

// mastheads are the first lines of the page that lead to its front page, or to one above the
// page, and stand at an end of the title element, beside a sign that parts it from the headline.
func (h *Head) mastheads(urls ...string) []string {
	const reach, shortest, longest = 40, 3, 120 // blocks; bytes
	title := h.plain(h.page.Title)
	var out []string
	for i := range min(len(h.page.Blocks), reach) {
		b := &h.page.Blocks[i]
		if len(b.Text) < shortest || len(b.Text) > longest || len(b.Text) >= len(title) || len(b.Marks) == 0 || b.Hidden {
			continue
		}
		text := strings.TrimSpace(b.Text)
		if text == "" || text[0] != title[0] && text[len(text)-1] != title[len(title)-1] { // most, at a glance
			continue
		}
		text = clean(text)
		rest, ok := strings.CutSuffix(title, text)
		if ok {
			ok = endsInSeparator(rest)
		} else if rest, ok = strings.CutPrefix(title, text); ok {
			ok = startsInSeparator(rest)
		}
		if ok && (leadsHome(b) || leadsAbove(b, append(urls, h.canonical(), h.meta("og:url")))) {
			out = append(out, text)
		}
	}
	return out
}

func endsInSeparator(s string) bool {
	for _, sep := range separators {
		if strings.HasSuffix(s, sep) {
			return true
		}
	}
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, ": ") || strings.HasSuffix(s, "：")
}

func startsInSeparator(s string) bool {
	for _, sep := range separators {
		if strings.HasPrefix(s, sep) {
			return true
		}
	}
	return strings.HasPrefix(s, ": ") || strings.HasPrefix(s, " : ") || strings.HasPrefix(s, "：")
}

// leadsHome reports whether a block links to a front page, as mastheads do.
func leadsHome(b *page.Block) bool {
	for _, m := range b.Marks {
		if m.Kind != page.Link {
			continue
		}
		if m.URL == "/" {
			return true
		}
		u, err := url.Parse(m.URL)
		if err == nil && u.RawQuery == "" && fronts[strings.Trim(u.Path, "/.")] && (u.Host != "" || u.Path != "") {
			return true
		}
	}
	return false
}

// leadsAbove reports whether a block links to an address of which one of others goes on.
func leadsAbove(b *page.Block, addresses []string) bool {
	for _, m := range b.Marks {
		address := strings.TrimSuffix(m.URL, "/")
		if m.Kind != page.Link || !strings.Contains(address, "://") {
			continue
		}
		for _, a := range addresses {
			if rest, ok := strings.CutPrefix(a, address); ok && strings.HasPrefix(rest, "/") && len(rest) > 1 {
				return true
			}
		}
	}
	return false
}

// fronts are the paths of front pages.
var fronts = map[string]bool{"": true, "index.html": true, "index.htm": true, "index.php": true, "home": true}

// isName reports whether a segment of a title is the site's name, or holds it with little else.
func (s site) isName(segment string) bool {
	const suffixes = 12 // bytes: "news", "online", "magazine", ".com"
	letters := appendCompact(make([]byte, 0, 128), segment)
	if len(letters) == 0 || len(letters) > s.longest+suffixes { // too long: most are headlines
		return false
	}
	c := string(letters)
	if contains(s.mastheads, c) {
		return true
	}
	for _, n := range s.names {
		switch {
		case c == n:
			return true
		case len(n) >= 3 && strings.HasPrefix(c, n) && len(c)-len(n) <= suffixes,
			len(n) >= 3 && strings.HasSuffix(c, n) && len(c)-len(n) <= suffixes,
			len(c) >= 4 && (strings.HasPrefix(n, c) || strings.HasSuffix(n, c)) && len(n)-len(c) <= suffixes:
			return true
		}
	}
	for _, l := range s.labels {
		switch {
		case c == l:
			return true
		case len(l) >= 4 && strings.HasPrefix(c, l) && len(c)-len(l) <= suffixes,
			len(l) >= 4 && strings.HasPrefix(l, c) && len(c) >= 4 && len(l)-len(c) <= suffixes,
			len(l) >= 5 && len(c) >= 5 && strings.HasSuffix(l, c) && len(l)-len(c) <= suffixes:
			return true
		}
	}
	return false
}

// begins reports whether the first segment of a title is the site's name, or its end, perhaps with a word such as "News" after
// it. The beginning of the name, as "France" is of "France 24", begins headlines as often.
func (s site) begins(segment string) bool {
	if !s.isName(segment) {
		return false
	}
	c := compact(segment)
	for _, names := range [...][]string{s.names, s.labels, s.mastheads} {
		for _, n := range names {
			if strings.HasSuffix(n, c) || len(n) >= 3 && strings.HasPrefix(c, n) {
				return true
			}
		}
	}
	return false
}

// exactly reports whether a text is a name of the site, which its host alone does not make it.
func (s site) exactly(text string) bool {
	c := compact(text)
	for _, n := range s.names {
		if n == c {
			return true
		}
	}
	return false
}

// holds reports whether a name is one of the site's, or begins or ends with one: "HP Midlands".
func (s site) holds(name string) bool {
	c := compact(name)
	for _, n := range s.names {
		if c == n || len(n) >= 3 && s.isName(name) && (strings.HasPrefix(c, n) || strings.HasSuffix(c, n)) {
			return true
		}
	}
	return false
}

// cutName takes the site's name off the end of an author's: "Ada Moss HARBOUR POST".
func (s site) cutName(name string) string {
	words := strings.Fields(name)
	for i := len(words) - 1; i >= 2; i-- {
		if s.exactly(strings.Join(words[i:], " ")) && looksLikePerson(words[:i]) && !isDesk(strings.Join(words[:i], " ")) {
			return strings.Join(words[:i], " ")
		}
	}
	return name
}
