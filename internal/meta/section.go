package meta

import (
	"strings"
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
		source{"article:section", 0.75, r.metas["article:section"]},
		source{"itemprop", 0.7, r.itemSections()})
	for _, n := range []string{"og:article:section", "og:section", "article.section", "dc.subject.section", "parsely-section", "cxenseparse:section", "section", "category"} {
		sources = append(sources, source{n, 0.6, r.metas[n]})
	}
	s := r.own
	for _, src := range sources {
		if r.settled(r.f.Section != nil) {
			break
		}
		steps := r.withoutEnds(src.steps, s)
		if len(steps) == 0 {
			continue
		}
		n := r.considerAll("section", src.name, src.steps, " › ", src.confidence)
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
		step = afterHome(strings.Trim(clean(step), " >»›/|→·•:"))
		c := compact(step)
		switch {
		case c == "" || len(step) > 80 || homes[fold(step)]:
		case i > 0 && i == len(steps)-1 && pageWords[fold(step)]:
		case i == 0 && len(steps) > 1 && s.isName(step):
		case title != "" && len(c) >= 12 && (strings.HasPrefix(title, c) || strings.HasPrefix(c, title)):
		case c == title, contains(out, step):
		default:
			out = append(out, step)
		}
	}
	return out
}

// afterHome is a step without a label before it: "Sie sind hier: Politik".
func afterHome(step string) string {
	for _, colon := range []string{":", "："} {
		if label, rest, ok := strings.Cut(step, colon); ok && homes[fold(label)] {
			return strings.TrimSpace(rest)
		}
	}
	return step
}

func (r *resolver) itemSections() []string {
	var out []string
	const most = 3
	for _, m := range r.items["articlesection"] {
		if len(out) < most && !contains(out, clean(m.Content)) {
			out = append(out, clean(m.Content))
		}
	}
	return out
}
