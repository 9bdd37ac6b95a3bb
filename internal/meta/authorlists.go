package meta

import (
	"slices"
	"strings"
)

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
