package meta

import (
	"slices"
	"time"
)

// clock resolves the site's own clock, which is the day of the scrape: a labelled one, or a
// date that is printed above the breadcrumb.
func (r *resolver) clock() {
	p := &r.in.Printed
	above := func(i int32) bool {
		return len(p.Breadcrumb) > 0 && i < p.Breadcrumb[0] && len(p.Title) > 0 && p.Breadcrumb[0] < p.Title[0]
	}
	for _, i := range p.Dates {
		if above(i) && !slices.Contains(p.HeaderDate, i) && !r.tellsPublished(i) {
			p.HeaderDate = append(slices.Clip(p.HeaderDate), i)
		}
	}
	if len(p.HeaderDate) == 0 {
		return
	}
	p.Dates = slices.DeleteFunc(slices.Clone(p.Dates), r.isClock)
	for _, i := range p.HeaderDate {
		text := r.text([]int32{i}, "")
		for _, d := range findDates(text, r.loc) {
			r.f.Scraped, r.f.Clock = d.date(text), p.HeaderDate
			r.choose(r.consider("scraped", "printed", text, 0.9))
			return
		}
	}
}

// isClock reports whether a block is the site's clock.
func (r *resolver) isClock(block int32) bool { return slices.Contains(r.in.Printed.HeaderDate, block) }

// tellsPublished reports whether a block prints the instant at which the metadata say that the
// story was published, in some time zone: offsets are whole quarters of an hour.
func (r *resolver) tellsPublished(block int32) bool {
	told, ok := parseMachine(r.article.Published, r.loc)
	if !ok {
		told, ok = parseMachine(r.meta("article:published_time"), r.loc)
	}
	if !ok || !told.clock {
		return false
	}
	for _, d := range findDates(r.text([]int32{block}, ""), r.loc) {
		gap := int(d.local().Sub(told.local().Truncate(time.Minute)) / time.Minute)
		if d.clock && gap%15 == 0 && gap >= -14*60 && gap <= 14*60 {
			return true
		}
	}
	return false
}
