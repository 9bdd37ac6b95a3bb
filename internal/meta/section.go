package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// section resolves the path to the story, outermost first: the printed breadcrumb, that of
// the JSON-LD, else the section that the metadata name.
func (r *resolver) section() {
	type source struct {
		name       string
		confidence float64
		steps      []string
	}
	var sources []source
	for i := range r.things {
		if t := &r.things[i]; len(t.Crumbs) > 0 {
			var steps []string
			for _, c := range t.Crumbs {
				steps = append(steps, c.Name)
			}
			sources = append(sources, source{"json-ld BreadcrumbList", 0.9, steps})
			break
		}
	}
	sources = append(sources,
		source{"printed", 0.85, r.printedCrumbs()},
		source{"json-ld", 0.8, r.article.Sections},
		source{"article:section", 0.75, r.metas["article:section"]})
	for _, n := range []string{"parsely-section", "cxenseparse:section", "section", "category"} {
		sources = append(sources, source{n, 0.6, r.metas[n]})
	}
	s := r.site(r.in.URL)
	for _, src := range sources {
		steps := r.withoutEnds(src.steps, s)
		if len(steps) == 0 {
			continue
		}
		n := r.consider("section", src.name, strings.Join(src.steps, " › "), src.confidence)
		if r.f.Section == nil {
			r.f.Section = steps
			r.choose(n)
		}
	}
}

// withoutEnds drops "Home", the site's name and the title from the steps of a breadcrumb.
func (r *resolver) withoutEnds(steps []string, s site) []string {
	var out []string
	title := compact(r.f.Title)
	for i, step := range steps {
		step = strings.Trim(clean(step), " >»›/|→·•:")
		c := compact(step)
		switch {
		case c == "" || len(step) > 80 || homes[fold(step)]:
		case i == 0 && len(steps) > 1 && s.isName(step):
		case title != "" && len(c) >= 12 && (strings.HasPrefix(title, c) || strings.HasPrefix(c, title)):
		case c == title, contains(out, step):
		default:
			out = append(out, step)
		}
	}
	return out
}

func (r *resolver) printedCrumbs() []string {
	var out []string
	for _, i := range r.in.Printed.Breadcrumb {
		if i < 0 || int(i) >= len(r.page.Blocks) {
			continue
		}
		b := &r.page.Blocks[i]
		if steps := linkSteps(b); len(steps) > 1 {
			out = append(out, steps...)
			continue
		}
		out = append(out, splitCrumbs(b.Text, r.f.Title)...)
	}
	return out
}

// linkSteps are the texts of a block's links, where these are nearly all of it.
func linkSteps(b *page.Block) []string {
	var out []string
	for _, m := range b.Marks {
		if m.Kind == page.Link && m.Start >= 0 && m.Start < m.End && int(m.End) <= len(b.Text) {
			out = append(out, b.Text[m.Start:m.End])
		}
	}
	return out
}

// splitCrumbs splits a breadcrumb at its signs or, where it has none because a scraper lost
// them, at the joints of "HomeWorldThe title, cut off...": a capital after a small letter.
func splitCrumbs(text, title string) []string {
	const longest = 600 // bytes
	text = clean(text)
	if len(text) > longest {
		return nil
	}
	for _, sep := range []string{"»", "›", ">", "→", " / ", "|", "·", "•", "\\", "/"} {
		if strings.Contains(text, sep) {
			return strings.Split(text, sep)
		}
	}
	head, cut := cutTitleTail(text, title)
	home := false
	for h := range homes {
		if n, ok := foldedPrefix(head, h); ok && n < len(head) && n > 2 {
			if next, _ := utf8.DecodeRuneInString(head[n:]); unicode.IsUpper(next) {
				head, home = head[n:], true
				break
			}
		}
	}
	if !cut && !home {
		return []string{text}
	}
	var out []string
	start := 0
	last := rune(0)
	for i, r := range head {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			out = append(out, head[start:i])
			start = i
		}
		last = r
	}
	return append(out, head[start:])
}

// cutTitleTail takes the title, or its beginning, off the end of a fused breadcrumb.
func cutTitleTail(text, title string) (head string, cut bool) {
	want := fold(title)
	const least = 12 // bytes of the title that must be there
	if len(want) < least {
		return text, false
	}
	body := strings.TrimRight(text, " .…")
	probe := want[:least]
	for !utf8.ValidString(probe) {
		probe = probe[:len(probe)-1]
	}
	for i := range body {
		if len(body)-i < least {
			break
		}
		if _, ok := foldedPrefix(body[i:], probe); ok && strings.HasPrefix(want, fold(body[i:])) {
			return strings.TrimSpace(body[:i]), true
		}
	}
	return text, false
}
