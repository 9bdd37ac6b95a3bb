package meta

import (
	"testing"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

const prose = "The ferry came back to the harbour on Friday after it had been out of service for two years, and people were glad that it did."

// TestTitleOfLabels: what the page's address and its other titles say decides between a
// wrong label and the first heading.
func TestTitleOfLabels(t *testing.T) {
	for _, tt := range []struct {
		name  string
		url   string
		title string
		lines []string // the first is an h1
		label int32
		body  int32
		want  string
	}{
		{"a label in the story", "https://post.example/ferry-is-back-at-the-quay", "Ferry is back", []string{"The ferry is back at the quay", prose, "Questions about the ferry", prose}, 2, 1, "The ferry is back at the quay"},
		{"a label that the address confirms", "https://post.example/old-ferry-is-back", "Harbour Post", []string{"The Post", "The old ferry is back", prose, prose}, 1, 2, "The old ferry is back"},
	} {
		p := textPage(tt.lines...)
		p.FromText, p.Title, p.Blocks[0].Tag = false, tt.title, atom.H1
		f := Resolve(p, Input{URL: tt.url, Printed: Printed{Title: []int32{tt.label}, BodyFirst: tt.body, BodyLast: 3}})
		if f.Title != tt.want {
			t.Errorf("%s: got %q", tt.name, f.Title)
		}
	}
}

// TestTitleWithDate: a date and clock in the headline's block are none of it, unless the
// page's own titles have them.
func TestTitleWithDate(t *testing.T) {
	for _, tt := range []struct{ printed, head, want string }{
		{"The old ferry is back, 20.10.2009, 14:35", "", "The old ferry is back"},
		{"Concert in the old ferry, 11 November 2021, 18:00", "Concert in the old ferry, 11 November 2021, 18:00", "Concert in the old ferry, 11 November 2021, 18:00"},
		{"The ferry of 3 May 2021", "", "The ferry of 3 May 2021"},
	} {
		p := textPage(tt.printed, prose)
		p.Title = tt.head
		if f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 1}}); f.Title != tt.want {
			t.Errorf("%q: got %q", tt.printed, f.Title)
		}
	}
}

// TestPublishedDate: which of the dates of a page is that of the publication.
func TestPublishedDate(t *testing.T) {
	for _, tt := range []struct {
		name                string
		metas               []page.Meta
		lines               []string // after the headline, before the story
		url                 string
		published, modified string
	}{
		{"only an update is printed", nil, []string{"Updated: 3 May 2024"}, "", "", "2024-05-03"},
		{"only the metadata know of an update", metas("article:modified_time", "2024-05-03"), nil, "", "", "2024-05-03"},
		{"two updates", nil, []string{"Updated: 3 May 2024", "Last updated: 9 May 2024"}, "", "", "2024-05-03"},
		{"a day that is printed as that of the update", metas("article:published_time", "2024-05-02"), []string{"Updated: 2 May 2024", "1 May 2024"}, "", "2024-05-02", "2024-05-02"},
		{"metadata that repeat the update", metas("article:published_time", "2024-05-09", "article:modified_time", "2024-05-09"), []string{"1 May 2024"}, "", "2024-05-09", "2024-05-09"},
		{"the address tells day from month", nil, []string{"3/10/2023"}, "https://post.example/2023/10/03/ferry", "2023-10-03", ""},
		{"lines that were glued", nil, []string{"6 February 2025, 5.20pmUpdated 7 February 2025, 8.05am"}, "", "2025-02-06", "2025-02-07"},
		{"the page's own date gives way to the story's", metas("date", "2024-05-09"), []string{"1 May 2024"}, "", "2024-05-01", ""},
	} {
		lines := append(append([]string{"The ferry is back"}, tt.lines...), prose, prose)
		p := textPage(lines...)
		p.FromText, p.Metas, p.Lang = false, tt.metas, "en-GB"
		in := Input{URL: tt.url, Printed: Printed{Title: []int32{0}, BodyFirst: int32(len(lines) - 2), BodyLast: int32(len(lines) - 1)}}
		for i := range tt.lines {
			in.Printed.Dates = append(in.Printed.Dates, int32(i+1))
		}
		f := Resolve(p, in)
		if got := day(f.Published); got != tt.published {
			t.Errorf("%s: published %q, want %q", tt.name, got, tt.published)
		}
		if got := day(f.Modified); got != tt.modified {
			t.Errorf("%s: modified %q, want %q", tt.name, got, tt.modified)
		}
	}
}

func day(d Date) string {
	if d.Time.IsZero() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

// TestEarlier: JSON-LD that knows of one day only does not know the first one.
func TestEarlier(t *testing.T) {
	for _, tt := range []struct{ printed, want string }{{"1 May 2024", "2024-05-01"}, {"9 May 2024", "2024-05-09"}, {"12 May 2024", "2024-05-09"}} {
		p := textPage("The ferry is back", tt.printed, prose)
		p.FromText, p.Lang = false, "en"
		p.JSONLD = []string{`{"@type":"Article","headline":"The ferry is back","datePublished":"2024-05-09","dateModified":"2024-05-09"}`}
		f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, Dates: []int32{1}, BodyFirst: 2, BodyLast: 2}})
		if got := day(f.Published); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.printed, got, tt.want)
		}
	}
}

// TestClock: a date above the breadcrumb is the site's clock.
func TestClock(t *testing.T) {
	p := textPage("Friday, May 3, 2024", "Home > World", "The ferry is back", prose)
	in := Input{Printed: Printed{Dates: []int32{0}, Breadcrumb: []int32{1}, Title: []int32{2}, BodyFirst: 3, BodyLast: 3}}
	f := Resolve(p, in)
	if day(f.Scraped) != "2024-05-03" || !f.Published.Time.IsZero() {
		t.Errorf("scraped %q, published %q", day(f.Scraped), day(f.Published))
	}
	if in.Printed.Breadcrumb = nil; day(Resolve(p, in).Published) != "2024-05-03" {
		t.Error("without a breadcrumb the date is the story's")
	}
}
