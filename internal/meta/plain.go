package meta

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"
)

// plain is a title of the head as text, where software wrote it with tags, or with references that were escaped again:
// "<em>Gull</em> of Halven", "Gulls &amp;amp; ferries". What the page prints as its heading is meant so.
func (h *Head) plain(title string) string {
	title = clean(title)
	if !strings.ContainsAny(title, "<&") { // nearly all
		return title
	}
	out := title
	const often = 3 // times that anybody escaped
	for range often {
		out = unescaped(out)
	}
	if out = clean(withoutTags(out)); out == title {
		return title
	}
	for i := range h.page.Blocks {
		if b := &h.page.Blocks[i]; b.Tag == atom.H1 && clean(b.Text) == title {
			return title
		}
	}
	return out
}

// unescaped is a text with its whole references read: of "Q&A; &copy" none is.
func unescaped(s string) string {
	const longest = 10 // bytes
	var out strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		out.WriteString(s[:i])
		s = s[i:]
		n := max(strings.IndexByte(s[:min(len(s), longest)], ';')+1, 1)
		sign := html.UnescapeString(s[:n])
		if strings.HasSuffix(sign, ";") { // none that is known to its end
			sign = s[:n]
		}
		out.WriteString(sign)
		s = s[n:]
	}
	return out.String() + s
}

// inlineTags are the elements that titles are written with.
var inlineTags = []string{"b", "i", "em", "strong", "span", "sup", "sub", "u", "q", "mark", "small", "cite"}

// withoutTags is a text without the tags of elements that begin and end in it, and with spaces for line ends. A tag
// alone may be what the text is about: "When to use <b>".
func withoutTags(s string) string {
	if !strings.ContainsRune(s, '<') {
		return s
	}
	s = withoutTag(s, "br", " ")
	for _, name := range inlineTags {
		if strings.Contains(strings.ToLower(s), "</"+name+">") {
			s = withoutTag(s, name, "")
			s = withoutTag(s, "/"+name, "")
		}
	}
	return s
}

// withoutTag is a text with something else in place of the tags of a name.
func withoutTag(s, name, with string) string {
	const longest = 200 // bytes of a tag
	var out strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		inner, _, closed := strings.Cut(s[i+1:min(len(s), i+longest)], ">")
		end := i + 1 + len(inner)
		inner, _, _ = strings.Cut(inner, " ")
		if !closed || !strings.EqualFold(strings.TrimSuffix(inner, "/"), name) {
			out.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		out.WriteString(s[:i] + with)
		s = s[end+1:]
	}
	return out.String() + s
}
