package meta

import (
	"strings"
)

// sectionSources are the places that may tell the section, the most trusted first; those without a
// function are meta elements.
var sectionSources = []struct {
	name       string
	confidence float64
	steps      func(r *resolver) []string
}{
	{"json-ld BreadcrumbList", 0.9, (*resolver).toldCrumbs},
	{"printed", 0.85, (*resolver).printedCrumbs},
	{"json-ld", 0.8, func(r *resolver) []string { return r.article.Sections }},
	{"article:section", 0.75, nil},
	{"itemprop", 0.7, (*resolver).itemSections},
	{"og:article:section", 0.6, nil}, {"og:section", 0.6, nil}, {"article.section", 0.6, nil}, {"dc.subject.section", 0.6, nil},
	{"parsely-section", 0.6, nil}, {"cxenseparse:section", 0.6, nil}, {"section", 0.6, nil}, {"category", 0.6, nil},
}

// section resolves the path to the story, outermost first: the printed breadcrumb, that of
// the JSON-LD, else the section that the metadata name.
func (r *resolver) section() {
	for _, src := range sectionSources {
		if r.settled(r.f.Section != nil) {
			break
		}
		all := r.values(src.name, src.steps)
		steps := r.withoutEnds(all)
		if len(steps) == 0 {
			continue
		}
		n := r.considerAll("section", src.name, all, " › ", src.confidence)
		if r.f.Section == nil {
			r.f.Section = steps
			r.choose(n)
		}
	}
}

// toldCrumbs are the steps of the first breadcrumb of the JSON-LD.
func (r *resolver) toldCrumbs() (steps []string) {
	for i := range r.things {
		for _, c := range r.things[i].Crumbs {
			steps = append(steps, c.Name)
		}
		if len(steps) > 0 {
			break
		}
	}
	return steps
}

// withoutEnds drops "Home", the site's name and the title from the steps of a breadcrumb.
func (r *resolver) withoutEnds(steps []string) []string {
	if len(steps) == 0 {
		return nil
	}
	var out []string
	title := compact(r.f.Title)
	for i, step := range steps {
		step = afterHome(strings.Trim(clean(step), " >»›/|→·•:"))
		c := compact(step)
		switch {
		case c == "" || len(step) > 80 || homes.has(step):
		case i > 0 && i == len(steps)-1 && pageWords.has(step):
		case i == 0 && len(steps) > 1 && r.own.isName(step):
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
		if label, rest, ok := strings.Cut(step, colon); ok && homes.has(label) {
			return strings.TrimSpace(rest)
		}
	}
	return step
}

func (r *resolver) itemSections() []string {
	var out []string
	const most = 3
	for _, m := range r.items("articlesection") {
		if len(out) < most && !contains(out, clean(m.Content)) {
			out = append(out, clean(m.Content))
		}
	}
	return out
}
