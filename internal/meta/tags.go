package meta

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// mostTags is how many tags are taken of a page.
const mostTags = 40

// tags resolves the keywords: those that the newsroom chose for the story come before those
// that a page tells to search engines.
func (r *resolver) tags() {
	for _, src := range []struct {
		name   string
		values []string
		split  bool
	}{
		{"article:tag", r.metas["article:tag"], false}, {"json-ld", r.article.Keywords, len(r.article.Keywords) == 1},
		{"news_keywords", r.metas["news_keywords"], true}, {"parsely-tags", r.metas["parsely-tags"], true}, {"sailthru.tags", r.metas["sailthru.tags"], true},
		{"printed", r.printedTags(), false},
		{"keywords", r.metas["keywords"], true},
	} {
		var out []string
		for _, v := range src.values {
			if src.split || len(src.values) == 1 {
				for p := range strings.FieldsFuncSeq(v, func(r rune) bool { return strings.ContainsRune(",;、，", r) }) {
					out = r.addTag(out, p)
				}
				continue
			}
			out = r.addTag(out, v)
		}
		if len(out) == 0 {
			continue
		}
		n := r.consider("tags", src.name, strings.Join(out, ", "), 0.8)
		if r.f.Tags == nil {
			r.f.Tags = out
			r.choose(n)
		}
	}
}

func (r *resolver) addTag(out []string, tag string) []string {
	const longest = 80 // bytes
	tag = strings.TrimLeft(clean(tag), "#")
	if tag == "" || len(tag) > longest || len(out) >= mostTags || contains(out, tag) || strings.Contains(tag, "://") || r.own.exactly(tag) {
		return out
	}
	return append(out, tag)
}

// printedTags are the links that say that they are tags, and the links of lists of tags. A
// list without links is split at its commas, after its label.
func (r *resolver) printedTags() []string {
	var out []string
	from, to := 0, len(r.page.Blocks)
	if first, last := int(r.in.Printed.BodyFirst), int(r.in.Printed.BodyLast); first >= 0 && last >= first && last < to {
		const around = 40 // blocks: beyond stand the tags of other stories
		from, to = max(0, first-around), min(to, last+around)
	}
	for i := from; i < to; i++ {
		out = appendLinks(out, &r.page.Blocks[i], true)
	}
	if len(out) > 0 {
		return out
	}
	for _, i := range r.in.Printed.Tags {
		if i < 0 || int(i) >= len(r.page.Blocks) {
			continue
		}
		b := &r.page.Blocks[i]
		if len(b.Marks) > 0 {
			out = appendLinks(out, b, false)
			continue
		}
		if _, list, ok := strings.Cut(strings.ReplaceAll(b.Text, "：", ":"), ":"); ok {
			parts := strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;、，|·•#", r) })
			if len(parts) > 1 || len(strings.Fields(list)) == 1 { // else nothing tells where a tag ends
				out = append(out, parts...)
			}
		}
	}
	return out
}

// appendLinks appends the texts of a block's links, or only of those with rel=tag. Software
// writes rel="category tag" for sections.
func appendLinks(out []string, b *page.Block, rel bool) []string {
	for n := range b.Marks {
		m := &b.Marks[n]
		if m.Kind != page.Link || rel && (!hasWord(m.Rel, "tag") || hasWord(m.Rel, "category")) || len(out) >= mostTags {
			continue
		}
		if m.Start >= 0 && m.Start < m.End && int(m.End) <= len(b.Text) && !b.Hidden {
			out = append(out, b.Text[m.Start:m.End])
		}
	}
	return out
}
