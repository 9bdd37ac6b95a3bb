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
	for name, tt := range map[string]struct {
		is      label.Role
		facts   meta.Facts
		verdict string
		want    label.Role
	}{
		"the headline among other stories":   {label.Related, lines(0, -1, -1), "", label.Title},
		"the headline as the first heading":  {label.Heading, lines(0, -1, -1), "", label.Title},
		"a paragraph is no headline":         {label.Paragraph, lines(0, -1, -1), "", label.Paragraph},
		"a byline is no headline":            {label.Byline, lines(0, -1, -1), "", label.Byline},
		"a headline of others":               {label.Related, lines(0, -1, -1), "listing", label.Related},
		"a kicker among other stories":       {label.Related, lines(-1, 0, -1), "", label.Kicker},
		"a heading is no kicker":             {label.Heading, lines(-1, 0, -1), "", label.Heading},
		"a standfirst as the first heading":  {label.Heading, lines(-1, -1, 0), "", label.Standfirst},
		"a standfirst in the story":          {label.Paragraph, lines(-1, -1, 0), "", label.Paragraph},
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
