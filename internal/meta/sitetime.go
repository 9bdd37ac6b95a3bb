package meta

import "slices"

// clock resolves the site's own clock, which is the day of the scrape: a labelled one, or a
// date that is printed above the breadcrumb.
func (r *resolver) clock() {
	p := &r.in.Printed
	above := func(i int32) bool {
		return len(p.Breadcrumb) > 0 && i < p.Breadcrumb[0] && len(p.Title) > 0 && p.Breadcrumb[0] < p.Title[0]
	}
	for _, i := range p.Dates {
		if above(i) && !slices.Contains(p.HeaderDate, i) {
			p.HeaderDate = append(slices.Clip(p.HeaderDate), i)
		}
	}
	if len(p.HeaderDate) == 0 {
		return
	}
	p.Dates = slices.DeleteFunc(slices.Clone(p.Dates), r.isClock)
	for _, i := range p.HeaderDate {
		text := r.text([]int32{i}, "")
		for _, d := range findDates(text, r.locale()) {
			r.f.Scraped, r.f.Clock = d.date(text), p.HeaderDate
			r.choose(r.consider("scraped", "printed", text, 0.9))
			return
		}
	}
}

// isClock reports whether a block is the site's clock.
func (r *resolver) isClock(block int32) bool { return slices.Contains(r.in.Printed.HeaderDate, block) }
