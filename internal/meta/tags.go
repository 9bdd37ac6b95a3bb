package meta

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// mostTags is how many tags are taken of a page.
const mostTags = 40

// tagSources are the places that may tell tags, the most trusted first; those without a function
// are meta elements. Some write all of them into one text.
var tagSources = []struct {
	name   string
	values func(r *resolver) []string
	split  bool
}{
	{"article:tag", nil, false}, {"json-ld", func(r *resolver) []string { return r.article.Keywords }, false},
	{"news_keywords", nil, true}, {"parsely-tags", nil, true}, {"sailthru.tags", nil, true},
	{"rel", (*resolver).relTags, false},
	{"keywords", nil, true},
	{"printed", (*resolver).printedTags, false},
}

// tags resolves the keywords: those that the newsroom chose for the story come before those
// that a page tells to search engines.
func (r *resolver) tags() {
	for _, src := range tagSources {
		if r.settled(r.f.Tags != nil) {
			break
		}
		var out []string
		values := r.values(src.name, src.values)
		for _, v := range values {
			if src.split || len(values) == 1 {
				for p := range strings.FieldsFuncSeq(v, tagBreaks.has) {
					out = r.addTag(out, p)
				}
				continue
			}
			out = r.addTag(out, v)
		}
		if len(out) == 0 {
			continue
		}
		n := r.considerAll("tags", src.name, out, ", ", 0.8)
		if r.f.Tags == nil {
			r.f.Tags = out
			r.choose(n)
		}
	}
}

func (r *resolver) addTag(out []string, tag string) []string {
	const longest = 80 // bytes
	tag = strings.Trim(clean(tag), "#,;: ")
	if tag == "" || len(tag) > longest || len(out) >= mostTags || contains(out, tag) || strings.Contains(tag, "://") || r.own.exactly(tag) {
		return out
	}
	return append(out, tag)
}

// tagReach is how many blocks before the story and after it its own tags stand: beyond stand
// those of others.
const tagReach = 15

// relTags are the links beside the story that say that they are tags.
func (r *resolver) relTags() []string {
	var out []string
	last := int32(-1)
	first, end := r.in.Printed.BodyFirst, min(r.in.Printed.BodyLast+tagReach+1, int32(len(r.page.Blocks)))
	if first < 0 {
		return nil
	}
	for i := max(first-tagReach, 0); i < end && (last < 0 || i-last <= tagReach); i++ {
		before := len(out)
		if out = appendLinks(out, &r.page.Blocks[i], true); len(out) > before {
			last = i
		}
	}
	return out
}

// besideStory reports whether a block stands in the story or close to it.
func (r *resolver) besideStory(i int32) bool {
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	return first >= 0 && i >= first-tagReach && i <= last+tagReach
}

// printedTags are the first list of tags beside the story: its links, or what its commas part.
func (r *resolver) printedTags() []string {
	var out []string
	last := int32(-1)
	for _, i := range r.in.Printed.Tags {
		if i < 0 || int(i) >= len(r.page.Blocks) || !r.besideStory(i) || r.page.Blocks[i].Hidden {
			continue
		}
		if last >= 0 && i-last > 1 {
			break // another list
		}
		last = i
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
			text := b.Text[m.Start:m.End]
			if class, _ := phrases.Match(text); class != phrases.Tags && class != phrases.RelatedHeading { // the list's label
				out = append(out, text)
			}
		}
	}
	return out
}
