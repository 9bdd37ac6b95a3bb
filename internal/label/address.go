package label

import (
	_ "embed"
	"strings"
)

//go:embed address.txt
var addressText string

// addressWords say of a word of an address whether it stands in those of stories, or of other
// pages.
var addressWords = func() map[string]bool {
	words, story := map[string]bool{}, false
	for line := range strings.Lines(addressText) {
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			story = strings.HasPrefix(comment, " story:")
			continue
		}
		for _, w := range strings.Fields(line) {
			words[w] = story
		}
	}
	return words
}()

// address fills what the page's own address tells.
func (s *pageSurvey) address(row []int16) {
	row[pSlug] = -1
	address := ""
	for k := range s.p.Metas {
		if s.p.Metas[k].Name == "og:url" {
			address = s.p.Metas[k].Content
		}
	}
	for k := range s.p.Rels {
		if s.p.Rels[k].Rel == "canonical" {
			address = s.p.Rels[k].Href
		}
	}
	_, address, _ = strings.Cut(address, "://")
	address, _, _ = strings.Cut(address, "?")
	host, path, ok := strings.Cut(address, "/")
	if !ok {
		return
	}
	path = strings.Trim(path, "/")
	folders, slug := "", path
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		folders, slug = path[:i], path[i+1:]
	}
	hyphens, digits, story, other := strings.Count(slug, "-")+strings.Count(slug, "_"), 0, 0, 0
	for i := range len(path) {
		if '0' <= path[i] && path[i] <= '9' {
			digits++
		}
	}
	names := host + "/" + folders
	if hyphens < 2 {
		names += "/" + slug // no headline
	}
	for name := range strings.FieldsFuncSeq(strings.ToLower(names), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if ofStory, ok := addressWords[name]; ofStory {
			story++
		} else if ok {
			other++
		}
	}
	row[pSlug], row[pPath], row[pPathDigits] = clamp(hyphens), clamp(strings.Count(path, "/")), clamp(digits)
	row[pStoryWords], row[pOtherWords] = clamp(story), clamp(other)
}
