package meta

import "strings"

// textTitle cuts the site's name off a headline where the page has no head to tell it, as
// scraped text has none. The suffix becomes the publisher where a second mark agrees: a
// lone line of the page that says the same.
func (r *resolver) textTitle(title string) string {
	for _, sep := range dashes {
		i := strings.LastIndex(title, sep)
		if i < 0 || len(tokens(title[:i])) < 3 {
			continue
		}
		if suffix := strings.TrimSpace(title[i+len(sep):]); suffix != "" && r.loneLine(suffix) {
			r.choose(r.consider("publisher", "title suffix", suffix, 0.8))
			r.f.Publisher.Name = suffix
			return strings.TrimSpace(title[:i])
		}
	}
	if suffix := r.firstLineSuffix(title); suffix != "" && r.loneLine(suffix) {
		r.choose(r.consider("publisher", "first line", suffix, 0.8))
		r.f.Publisher.Name = suffix
		return title
	}
	cut, suffix := cutNaive(title)
	if suffix == "" || !strings.Contains(title[len(cut):], "|") && !strings.Contains(title[len(cut):], "｜") {
		return title
	}
	r.consider("publisher", "title suffix", suffix, 0.4)
	return cut
}

// firstLineSuffix is what the first line of a text, its page's title, has after the headline
// and a separator.
func (r *resolver) firstLineSuffix(title string) string {
	if len(r.page.Blocks) == 0 || title == "" {
		return ""
	}
	rest, ok := strings.CutPrefix(clean(r.page.Blocks[0].Text), title)
	for _, sep := range dashes {
		if suffix, found := strings.CutPrefix(rest, sep); ok && found {
			return strings.TrimSpace(suffix)
		}
	}
	return ""
}

// loneLine reports whether a block near the story, or the last ones, is nothing but the text.
func (r *resolver) loneLine(text string) bool {
	want := compact(text)
	blocks := r.page.Blocks
	const reach = 40 // blocks at either end
	for i := range blocks {
		if i >= reach && i < len(blocks)-reach {
			continue
		}
		if t := blocks[i].Text; len(t) <= len(text)*2+4 && compact(strings.TrimLeft(t, "©")) == want {
			return true
		}
	}
	return false
}

// isMasthead reports whether a line above the headline of a text is nothing but the author's
// name: it is that of the site then, and of its publisher.
func (r *resolver) isMasthead(a Author) bool {
	if !r.page.FromText || len(r.in.Printed.Title) == 0 {
		return false
	}
	name, want := a.Name, compact(a.Name)
	for i := int32(0); i < r.in.Printed.Title[0] && int(i) < len(r.page.Blocks); i++ {
		if t := r.page.Blocks[i].Text; len(t) <= len(name)*2 && compact(t) == want {
			if r.f.Publisher.Name == "" {
				r.f.Publisher.Name = name
				r.choose(r.consider("publisher", "byline", name, 0.6))
			}
			return true
		}
	}
	return false
}

// titlePublisher is the part of the title element beside the headline that the page's picture
// texts or its first or last lines say too.
func (r *resolver) titlePublisher() string {
	title := r.plain(r.page.Title)
	for _, sep := range separators {
		parts := strings.Split(title, sep)
		if len(parts) < 2 {
			continue
		}
		for _, part := range []string{parts[len(parts)-1], parts[0]} {
			part = strings.TrimSpace(part)
			const shortest, longest = 4, 60 // bytes
			if len(part) >= shortest && len(part) <= longest && !strings.Contains(r.f.Title, part) && r.signs(part) {
				return part
			}
		}
	}
	return ""
}

// signs reports whether a name stands in a picture's text, in the first lines or in the last.
func (r *resolver) signs(name string) bool {
	const images, reach, longest = 5, 4, 200 // of pictures, of blocks, bytes
	for i := range min(len(r.page.Images), images) {
		if r.page.Images[i].Alt == name {
			return true
		}
	}
	n := len(r.page.Blocks)
	for i := range r.page.Blocks {
		if i == reach && n > 2*reach {
			break
		}
		for _, j := range []int{i, n - 1 - i} {
			if t := r.page.Blocks[j].Text; j < reach && t == name || j >= n-reach && len(t) <= longest && strings.Contains(t, name) {
				return true
			}
		}
	}
	return false
}
