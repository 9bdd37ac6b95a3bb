package meta

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// separators stand between a headline and the site's name or a section.
var separators = []string{" | ", " – ", " — ", " - ", " · ", " » ", " :: ", " › ", " • ", " « ", " ⋆ ", " / ", "｜", "|", "_", " ‹ ", " ~ ", " < ", " > "}

// colons may stand before a masthead.
var colons = []string{":", "："}

// dashes are the separators that stand before a site's name most often.
var dashes = []string{" | ", "｜", " – ", " — ", " - ", " » ", " · "}

// cutSite takes the site's names, and sections beside them, off the ends of a title. It
// returns the title and the last segment taken off, if any.
func (s site) cutSite(title string, sections []string) (headline, suffix string) {
	title = clean(title)
	for range 4 {
		if len(s.mastheads) > 0 { // a masthead after a colon; other names are no headline's end
			for _, sep := range colons {
				if i := strings.LastIndex(title, sep); i > 0 && contains(s.mastheads, compact(title[i+len(sep):])) {
					title, suffix = strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
				}
			}
		}
		tail, head := "", ""
		at, from := -1, -1 // the last and the first separator
		for i := 1; i < len(title); i++ {
			sep := separatorAt(title[i:])
			if sep == "" {
				continue
			}
			at, tail = i, title[i+len(sep):]
			if from < 0 && !strings.HasPrefix(title, sep) {
				from, head = i, title[:i]
			}
		}
		switch {
		case at < 0:
			return title, suffix
		case s.isName(tail):
			suffix = strings.TrimSpace(tail)
			title = strings.TrimSpace(title[:at])
		case suffix != "" && isOneOf(tail, sections):
			title = strings.TrimSpace(title[:at])
		case s.begins(head) && from+len(head) > 0:
			_, n := utf8.DecodeRuneInString(title[from:])
			title = strings.Trim(title[from+n:], " |-–—·»›:•_｜")
			suffix = strings.TrimSpace(head)
		default:
			return title, suffix
		}
	}
	return title, suffix
}

// separatorAt is the separator at the beginning of a text, if any.
func separatorAt(s string) string {
	switch { // nearly everywhere there is none
	case s[0] == ' ' && len(s) > 1 && s[1] < utf8.RuneSelf && isWordRune(rune(s[1])):
		return ""
	case s[0] != ' ' && s[0] != '|' && s[0] != '_' && s[0] != "｜"[0]:
		return ""
	}
	for _, sep := range separators {
		if strings.HasPrefix(s, sep) {
			return sep
		}
	}
	return ""
}

func isOneOf(s string, of []string) bool {
	c := compact(s)
	for _, o := range of {
		if c != "" && c == compact(o) {
			return true
		}
	}
	return false
}

// cutNaive takes off what looks like a site's name where nothing tells it: a short last
// segment after a bar, or after a dash with spaces. It is for a lone title only.
func cutNaive(title string) (headline, suffix string) {
	for _, sep := range dashes {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		head, tail := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
		words := len(tokens(tail))
		if len(tokens(head)) >= 3 && words > 0 && words <= 4 && len(tail)*2 < len(head) {
			return head, tail
		}
	}
	return title, ""
}

// cutBar takes off a short last part after a bar: no headline has one of its own but a list
// of topics, which has several.
func cutBar(title string) string {
	if i := strings.LastIndex(title, " | "); i > 0 && strings.Count(title, " | ") < 3 {
		if head, _ := cutNaive(title); len(head) == i {
			return head
		}
	}
	return title
}

// cutMasthead takes off the last part after a bar where a line of the page is nothing but that.
func (r *resolver) cutMasthead(title string) string {
	if i := strings.LastIndex(title, " | "); i > 0 && len(tokens(title[:i])) >= 3 && r.loneLine(title[i+len(" | "):]) {
		return title[:i]
	}
	return title
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

type titleCandidate struct {
	source, value string
	confidence    float64
	block         int32 // of a printed title
}

// titles are the titles of the head, the most trusted first.
func (h *Head) titles(s site) []titleCandidate {
	const many = 12 // candidates, with those that are printed: most have less
	out := make([]titleCandidate, 0, many)
	sections := append(append([]string(nil), h.article.Sections...), h.metas("article:section")...)
	for i := range h.things {
		for _, c := range h.things[i].Crumbs {
			sections = append(sections, c.Name)
		}
	}
	last := "" // as it was told
	add := func(source, value string, confidence float64) {
		if value == last && len(out) > 0 { // most say the same
			out = append(out, titleCandidate{source, out[len(out)-1].value, confidence, -1})
			return
		}
		if v, _ := s.cutSite(h.plain(value), sections); v != "" && !s.isName(v) {
			out = append(out, titleCandidate{source, v, confidence, -1})
			last = value
		}
	}
	if h.isNews() {
		add("json-ld news", h.article.Headline, 0.9)
	} else {
		add("json-ld", h.article.Headline, 0.9)
	}
	if h.article.Headline == "" {
		add("json-ld", h.article.Name, 0.8)
	}
	add("og:title", h.meta("og:title"), 0.8)
	add("twitter:title", h.meta("twitter:title", "sailthru.title", "parsely-title", "dc.title", "dcterms.title", "citation_title"), 0.75)
	for _, m := range h.items("headline") {
		add("itemprop", m.Content, 0.75)
		break
	}
	if t := h.plain(h.page.Title); t != "" {
		cut, _ := s.cutSite(t, sections)
		if cut == t && len(out) == 0 {
			cut, _ = cutNaive(t)
		}
		if !s.isName(cut) || len(out) == 0 {
			out = append(out, titleCandidate{"title", cut, 0.6, -1})
		}
	}
	return out
}

// printedTitles are the headlines that the page shows: what the labels say, then h1 elements,
// then the headings of lower rank between the first of these and the story: many a page has a
// masthead or a breadcrumb in its h1, and the headline in an h2.
func (r *resolver) printedTitles(s site) []titleCandidate {
	out := make([]titleCandidate, 0, 4)
	add := func(source, text string, block int32, confidence float64) {
		v, _ := s.cutSite(text, nil)
		if len(v)*2 <= len(text) {
			v = text
		}
		if v != "" {
			out = append(out, titleCandidate{source, v, confidence, block})
		}
	}
	for _, i := range r.in.Printed.Title {
		if i >= 0 && int(i) < len(r.page.Blocks) {
			add("printed", r.text([]int32{i}, ""), i, 0.85)
		}
	}
	if n := len(out); n > 1 && n <= 4 {
		add("printed whole", r.text(r.in.Printed.Title, " "), out[0].block, 0.6)
	}
	h1 := int32(-1) // the first
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Tag != atom.H1 || b.Hidden || b.Dropped || len(out) > 12 {
			continue
		}
		if h1 < 0 {
			h1 = int32(i)
		}
		add("h1", clean(b.Text), int32(i), 0.7)
	}
	if !r.page.FromText { // what is a heading of lower rank there is a guess
		for _, i := range r.lowerHeadings(h1) {
			add("heading", clean(r.page.Blocks[i].Text), i, 0.5)
		}
	}
	return out
}

// title chooses among the titles of the head and those that are printed: titles that say
// the same count together.
func (r *resolver) title() {
	s := r.own
	head := r.titles(s)
	all := append(head, r.printedTitles(s)...)
	of := all
	if r.in.NoStory && len(head) > 0 { // what such a page prints largest may be anything
		of = head
	}
	best := r.headline(of, s)
	for i, c := range all {
		n := r.consider("title", c.source, c.value, c.confidence)
		if i == best {
			r.choose(n)
		}
	}
	if best >= 0 {
		r.f.Title = all[best].value
		r.f.TitleLine = r.titleLine(all, best)
	}
	if len(head) == 0 {
		r.f.Title = r.textTitle(r.f.Title)
	} else {
		title := cutBar(r.f.Title)
		if r.in.NoStory {
			title = r.cutMasthead(title)
		}
		if suffix := strings.Trim(r.f.Title[len(title):], " |"); suffix != "" && r.loneLine(suffix) {
			r.titleSuffix = suffix
		}
		r.f.Title = title
	}
	if best >= 0 && all[best].block >= 0 {
		r.f.Title = r.cutDate(r.f.Title)
	}
	r.cutKicker(all)
	r.kicker(all)
	r.standfirst()
}

// cutDate takes the date and clock off the end of a headline that is one block with them.
func (r *resolver) cutDate(title string) string {
	dates := findDates(title, r.loc)
	if len(dates) == 0 {
		return title
	}
	d := dates[len(dates)-1]
	if rest := title[d.end:]; d.clock && strings.IndexFunc(rest, isWordRune) < 0 && len(tokens(title[:d.start])) >= 3 {
		return strings.Trim(title[:d.start], " ,|·•–—-:")
	}
	return title
}

// truncated reports whether a title was cut off by its maker.
func truncated(s string) bool { return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...") }

func (h *Head) isNews() bool {
	for _, t := range h.article.Types {
		if strings.HasSuffix(t, "NewsArticle") || t == "LiveBlogPosting" {
			return true
		}
	}
	return false
}
