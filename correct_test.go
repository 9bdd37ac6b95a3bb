package newsparse

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// TestCorrect: what the head tells of a line changes its label, unless it is text of the story
// or has a place in the header already.
func TestCorrect(t *testing.T) {
	lines := func(title, kicker, standfirst int32) meta.Facts {
		return meta.Facts{Title: "The ferry may come back", TitleLine: title, KickerLine: kicker, StandfirstLine: standfirst}
	}
	first := []int32{0}
	with := func(f meta.Facts, set func(*meta.Facts)) meta.Facts {
		set(&f)
		return f
	}
	for name, tt := range map[string]struct {
		is      label.Role
		facts   meta.Facts
		verdict string
		want    label.Role
	}{
		"the headline among other stories":   {label.Related, lines(0, -1, -1), "", label.Title},
		"the headline as the first heading":  {label.Heading, lines(0, -1, -1), "", label.Title},
		"a paragraph is no headline":         {label.Paragraph, lines(0, -1, -1), "", label.Paragraph},
		"a byline is no headline":            {label.Byline, with(lines(0, -1, -1), func(f *meta.Facts) { f.BylineLines = first }), "", label.Byline},
		"a headline of others":               {label.Related, lines(0, -1, -1), "listing", label.Related},
		"a kicker among other stories":       {label.Related, lines(-1, 0, -1), "", label.Kicker},
		"a heading is no kicker":             {label.Heading, lines(-1, 0, -1), "", label.Heading},
		"a standfirst as the first heading":  {label.Heading, lines(-1, -1, 0), "", label.Standfirst},
		"a standfirst in the story":          {label.Paragraph, lines(-1, -1, 0), "", label.Paragraph},
		"a byline of nobody":                 {label.Byline, lines(-1, -1, -1), "", label.Other},
		"a date of another day":              {label.Date, lines(-1, -1, -1), "", label.Other},
		"an author among the tools":          {label.Tool, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BylineLines = first }), "", label.Byline},
		"an author as the first heading":     {label.Heading, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BylineLines = first }), "", label.Byline},
		"an author in a caption":             {label.Caption, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BylineLines = first }), "", label.Caption},
		"an author and the day":              {label.Date, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BylineLines, f.DateLines = first, first }), "", label.Byline},
		"the day in the menu":                {label.Navigation, with(lines(-1, -1, -1), func(f *meta.Facts) { f.DateLines = first }), "", label.Date},
		"about the author, as a note":        {label.Note, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BioLines = first }), "", label.Bio},
		"about the author, quoted":           {label.Quote, with(lines(-1, -1, -1), func(f *meta.Facts) { f.BioLines = first }), "", label.Quote},
		"the site's clock":                   {label.Date, meta.Facts{Clock: []int32{0}, TitleLine: -1, KickerLine: -1, StandfirstLine: -1}, "", label.HeaderDate},
		"a masthead where there is no story": {label.Title, lines(-1, -1, -1), "listing", label.PublisherLabel},
	} {
		pg := &page.Page{Title: "Harbour", Blocks: []page.Block{{Text: "Harbour"}}}
		l := label.Labelled{Labels: []label.Label{{Role: tt.is}}}
		correct(pg, l, tt.facts, tt.verdict)
		if got := l.Labels[0].Role; got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}
