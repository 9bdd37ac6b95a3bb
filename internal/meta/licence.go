package meta

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// licence resolves the terms of use that the page declares: an address, or the name of a free
// licence where none is told.
func (r *resolver) licence() {
	note := func(source, value string, confidence float64) {
		if r.settled(r.f.License != "") {
			return
		}
		value = clean(value)
		const longest = 300 // bytes: what is longer is the text of terms
		if value == "" || len(value) > longest {
			return
		}
		terms := value
		if strings.Contains(value, "/") && !strings.Contains(value, " ") {
			if terms = r.absolute(value); terms == "" {
				return
			}
		} else if folded := fold(value); !strings.HasPrefix(folded, "cc ") && !strings.HasPrefix(folded, "cc-") && !strings.HasPrefix(folded, "creative commons") && !strings.HasPrefix(folded, "public domain") {
			return // a copyright line, or a mark on the page
		}
		i := r.consider("license", source, value, confidence)
		if r.f.License == "" {
			r.f.License = terms
			r.choose(i)
		}
	}
	note("json-ld", r.article.License, 0.9)
	for _, m := range r.items("license") {
		note("itemprop", m.Content, 0.9)
		break
	}
	for _, rel := range r.page.Rels {
		if hasWord(rel.Rel, "license") {
			note("rel", rel.Href, 0.8)
		}
	}
	for _, n := range []string{"dcterms.license", "dc.rights.license", "license", "dc.rights", "dcterms.rights"} {
		note(n, r.meta(n), 0.6)
	}
	for i := range r.page.Blocks {
		marks := r.page.Blocks[i].Marks
		for n := range marks {
			m := &marks[n]
			if m.Kind == page.Link && m.Rel != "" && hasWord(m.Rel, "license") && r.f.License == "" {
				note("link", m.URL, 0.6)
			}
		}
	}
}

// amp resolves the address of the page's AMP version.
func (r *resolver) amp() {
	for _, rel := range r.page.Rels {
		if !hasWord(rel.Rel, "amphtml") {
			continue
		}
		if address := r.absolute(rel.Href); address != "" {
			r.f.AMP = address
			r.choose(r.consider("amp", "rel", rel.Href, 0.95))
			return
		}
	}
}

// rightToLeft are the languages that are written from right to left.
const rightToLeft = "ar fa he ur ps ckb sd ug yi dv"

// direction resolves the direction of the text: what its language says, else the page.
func (r *resolver) direction() {
	base, rest, _ := strings.Cut(r.f.Language, "-")
	switch {
	case base != "":
		r.f.RightToLeft = hasWord(rightToLeft, base) && !strings.HasPrefix(rest, "Latn")
	default:
		r.f.RightToLeft = strings.EqualFold(strings.TrimSpace(r.page.Dir), "rtl")
	}
}
