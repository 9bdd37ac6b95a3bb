package newsparse

import (
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// correct labels the blocks of which the facts tell what they are: the site's clock, the headline, the lines
// above and below it, bylines and dates. Where there is no story, dates and bylines are of others, and a
// headline that is not the page's title is a masthead.
func correct(pg *page.Page, l label.Labelled, f meta.Facts, verdict string) {
	for _, i := range f.Clock {
		l.Labels[i].Role = label.HeaderDate
	}
	isFreeLine := func(i int32) bool { return i >= 0 && isFree(l.Labels[i].Role) }
	// mayBe is the same, but for headings and what is set as one, which may be the headline or the standfirst.
	mayBe := func(i int32) bool {
		return isFreeLine(i) || i >= 0 && (l.Labels[i].Role == label.Heading || l.Labels[i].Role == label.Paragraph && page.IsHeading(pg.Blocks[i].Tag))
	}
	if i := f.TitleLine; verdict == "" && mayBe(i) {
		l.Labels[i].Role = label.Title
	}
	if i := f.KickerLine; isFreeLine(i) {
		l.Labels[i].Role = label.Kicker
	}
	if i := f.StandfirstLine; mayBe(i) {
		l.Labels[i].Role = label.Standfirst
	}
	if verdict == "" {
		correctHeaderLines(l, f)
		return
	}
	other := label.Instead(verdict)
	for i := range l.Labels {
		switch r := &l.Labels[i].Role; {
		case *r == label.Title && pg.Blocks[i].Text != f.Title:
			*r = other
			if text := pg.Blocks[i].Text; strings.Contains(pg.Title, text) || !strings.Contains(text, " ") {
				*r = label.PublisherLabel
			}
		case *r == label.Date || *r == label.Byline || *r == label.Kicker:
			*r = other
		}
	}
}

// correctHeaderLines takes the lines that print the story's authors and days for its bylines and dates, and no
// others, and what tells of an author for a bio.
func correctHeaderLines(l label.Labelled, f meta.Facts) {
	for i := range l.Labels {
		if r := &l.Labels[i].Role; *r == label.Byline || *r == label.Date {
			*r = label.Other
		}
	}
	become := func(lines []int32, role label.Role, instead ...label.Role) {
		for _, i := range lines {
			if r := &l.Labels[i].Role; isFree(*r) || slices.Contains(instead, *r) {
				*r = role
			}
		}
	}
	become(f.BylineLines, label.Byline, label.Paragraph, label.Heading)
	become(f.DateLines, label.Date, label.Paragraph, label.Heading)
	become(f.BioLines, label.Bio, label.Paragraph, label.Note)
}

// isFree reports whether a block is neither text of the story nor in the header already.
func isFree(r label.Role) bool { return !r.InHeader() && !r.InBody() }
