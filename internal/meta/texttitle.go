package meta

import "strings"

// textTitle cuts the site's name off a headline where the page has no head to tell it, as
// scraped text has none. The suffix becomes the publisher where a second mark agrees: a
// lone line of the page that says the same.
func (r *resolver) textTitle(title string) string {
	cut, suffix := cutNaive(title)
	if suffix == "" {
		return title
	}
	bar := strings.Contains(title[len(cut):], "|") || strings.Contains(title[len(cut):], "｜")
	agreed := r.loneLine(suffix)
	if !bar && !agreed {
		return title
	}
	if agreed {
		r.choose(r.consider("publisher", "title suffix", suffix, 0.8))
		r.f.Publisher.Name = suffix
	} else {
		r.consider("publisher", "title suffix", suffix, 0.4)
	}
	return cut
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
