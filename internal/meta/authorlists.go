package meta

import (
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/jsonld"
)

func (r *resolver) jsonldAuthors() []Author {
	list := r.article.Authors
	if len(list) == 0 {
		for i := range r.things {
			if t := &r.things[i]; t.Is("WebPage", "ItemPage") && len(t.Authors) > 0 {
				list = t.Authors
				break
			}
		}
	}
	var out []Author
	for _, a := range list {
		out = r.jsonldAuthor(out, a, len(list) == 1)
	}
	return out
}

// jsonldAuthor appends an agent. Only a lone one is split: the maker of a list has split it.
func (r *resolver) jsonldAuthor(out []Author, a jsonld.Agent, alone bool) []Author {
	text := clean(a.Name)
	add := func(x Author) {
		if !hasName(out, x.Name) {
			out = append(out, x)
		}
	}
	if r.isOwnName(text) {
		add(Author{Name: text, URL: a.URL, Organization: a.Organization()})
		return out
	}
	first, _, _ := strings.Cut(text, " ")
	_, signed := cutFieldPrefix(text)
	if a.Organization() && (!signed || particles.has(first)) && text != "" && !nameNone.has(text) && !isAddress(text) && len(text) < 100 {
		add(Author{Name: text, URL: a.URL, Organization: true})
		return out
	}
	if alone || strings.Contains(text, ", ") {
		split := names(text, false)
		for _, x := range split {
			if len(split) == 1 {
				x.URL = a.URL
			}
			add(x)
		}
		return out
	}
	if t, _ := cutFieldPrefix(text); t != "" {
		if x, ok := name(brackets(t, &out), false); ok {
			x.URL = a.URL
			add(x)
		}
	}
	return out
}

// isOwnName reports whether a text is the site's name, which is not parted: "Rope & Tar", "De Oude Kade".
func (r *resolver) isOwnName(text string) bool {
	return r.own.exactly(text) && !nameNone.has(text) && !strings.ContainsAny(text, "([")
}

// withoutSite is a printed list without the site's own names behind a person's: "Ada Moss,
// HP Midlands". Metadata that name both mean it.
func (s site) withoutSite(list []Author) []Author {
	if len(list) == 0 || !looksLikePerson(strings.Fields(list[0].Name)) || list[0].Organization {
		return list
	}
	return append(list[:1], slices.DeleteFunc(list[1:], func(a Author) bool { return s.holds(a.Name) && !agencies.has(a.Name) })...)
}

// fullNames gives authors of whom the metadata tell but one name the one that a byline prints:
// "Ada" and "By Ada Moss".
func (r *resolver) fullNames() {
	var printed []Author
	for i := range r.f.Authors {
		a := &r.f.Authors[i]
		if a.Organization || strings.ContainsRune(a.Name, ' ') || !hasCase(a.Name) {
			continue
		}
		if printed == nil {
			printed = append(make([]Author, 0, 8), r.printedAuthors(r.in.Printed.Byline)...)
			printed = append(printed, r.bylines(r.head, 0, true)...)
		}
		for _, p := range printed {
			if first, _, ok := strings.Cut(p.Name, " "); ok && fold(first) == fold(a.Name) && strings.Count(p.Name, " ") == 1 && looksLikePerson(strings.Fields(p.Name)) && !hasName(r.f.Authors, p.Name) {
				a.Name = p.Name
				break
			}
		}
	}
}
