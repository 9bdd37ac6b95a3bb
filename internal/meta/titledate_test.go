package meta

import (
	"strings"
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

// TestTitlesOfTheHead: which of a page's titles is its headline.
func TestTitlesOfTheHead(t *testing.T) {
	const headline = "Halven asks the state for the ferry that it sold, and for the money that was paid for it in 2019, too, before winter comes"
	news := func(headline string) []string {
		return []string{`{"@type":"NewsArticle","headline":"` + headline + `"}`}
	}
	for name, tt := range map[string]struct {
		jsonld      []string
		og, printed string
		want        string
	}{
		"a head of two minds":         {news("Empty quays and old ships: why the islands wait"), "When ships rust and islands wait: the last winter", "How ferries get ready for the winters to come", "How ferries get ready for the winters to come"},
		"a head of one mind":          {news("Why the islands wait for ships"), "Why the islands wait for ships", "How ferries get ready for the winters to come", "Why the islands wait for ships"},
		"cut off at a length":         {news(headline[:len("Halven asks the state for the ferry that it sold, and for the money that was paid for it in 2019, too, bef")]), "", headline, headline},
		"a whole one in a longer one": {news("The ferry is back at the quay"), "", "The ferry is back at the quay and sails again", "The ferry is back at the quay"},
		"a site after a bar":          {nil, "The ferry of Halven is back at its quay | Wharf Weekly", "", "The ferry of Halven is back at its quay"},
		"topics parted by bars":       {nil, "Letters of the week: Ferries | Rope prices | Lost dogs | Rain", "", "Letters of the week: Ferries | Rope prices | Lost dogs | Rain"},
	} {
		t.Run(name, func(t *testing.T) {
			p := textPage(tt.printed, prose, prose)
			p.FromText, p.JSONLD, p.Blocks[0].Tag = false, tt.jsonld, atom.H1
			in := Input{Printed: Printed{BodyFirst: 1, BodyLast: 2}}
			if tt.og != "" {
				p.Metas = metas("og:title", tt.og)
			}
			if tt.printed != "" {
				in.Printed.Title = []int32{0}
			}
			if got := Resolve(p, in).Title; got != tt.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestSiteAtTheBeginning: a headline begins with the site's name rarely, with a part of it as often as with any other word.
func TestSiteAtTheBeginning(t *testing.T) {
	for _, tt := range []struct{ site, title, want string }{
		{"Halven 24", "Halven – Alderport: the ferry is back at its quay", "Halven – Alderport: the ferry is back at its quay"},
		{"Halven Today", "Halven - Alderport ferry talks begin in June", "Halven - Alderport ferry talks begin in June"},
		{"Halven Today", "Halven Today - The ferry is back at its quay", "The ferry is back at its quay"},
		{"Halven", "Halven News | The ferry is back at its quay", "The ferry is back at its quay"},
		{"The Harbour Post", "Harbour Post | The ferry is back at its quay", "The ferry is back at its quay"},
	} {
		p := textPage(tt.title, prose, prose)
		p.FromText, p.Blocks[0].Tag = false, atom.H1
		p.Metas = metas("og:title", tt.title, "og:site_name", tt.site)
		if got := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 2}}).Title; got != tt.want {
			t.Errorf("%s: %q: got %q", tt.site, tt.title, got)
		}
	}
}

// TestMasthead: a line that leads to the front page, or to one above, and ends the title element
// is the site's name, if nothing else tells it.
func TestMasthead(t *testing.T) {
	for _, tt := range []struct{ title, line, link, want string }{
		{"Soup of the last ferry | Salt and sails", "Salt and sails", "http://post.example/", "Soup of the last ferry"},
		{"Three knots : The rope book", "The rope book", "/index.html", "Three knots"},
		{"渡轮回来了：港口日记", "港口日记", "/", "渡轮回来了"},
		{"The ferry is back - Ben's harbour", "Ben's harbour", "https://blogs.example/ben", "The ferry is back"},
		{"On the quays: The ferry is back", "The ferry is back", "https://blogs.example/ben/ferry", "The ferry is back"},
		{"Ferries: The ferry is back at the quay", "The ferry is back at the quay", "", "The ferry is back at the quay"},
	} {
		p := textPage(tt.line, "x", prose, prose)
		p.FromText, p.Title, p.Blocks[0].Tag = false, tt.title, atom.H1
		if tt.link != "" {
			p.Blocks[0].Marks = []page.Mark{{Kind: page.Link, End: int32(len(tt.line)), URL: tt.link}}
		}
		f := Resolve(p, Input{URL: "https://blogs.example/ben/ferry", Printed: Printed{BodyFirst: 2, BodyLast: 3}})
		if f.Title != tt.want {
			t.Errorf("%s: got %q", tt.title, f.Title)
		}
	}
}

// TestLowerHeadings: the headline may stand in an h2 below an h1 that is a breadcrumb or a masthead.
func TestLowerHeadings(t *testing.T) {
	const seo, headline = "Halven ferry: all times and prices of the crossing", "The ferry may come back"
	for name, tt := range map[string]struct {
		title, og, h1, h2 string
		want              string
		line              int32
	}{
		"the head says it after a kicker":    {seo, "On the quays: " + headline, seo, headline, headline, 1},
		"the head says the kicker of the h1": {"On the quays: " + headline, "On the quays: " + headline, "On the quays: " + headline, headline, "On the quays: " + headline, -1},
		"below a masthead":                   {headline + " - Post", "", "Halven Weekly", headline, headline, 1},
		"a subheading":                       {headline, headline, headline, "What comes next", headline, -1},
		"a subheading that begins alike":     {headline, headline, headline, headline + " and what comes next", headline, -1},
		"a part that the head does not part": {seo, "Why the ferry may come back", seo, headline, seo, -1},
	} {
		t.Run(name, func(t *testing.T) {
			p := textPage(tt.h1, tt.h2, prose, prose)
			p.FromText, p.Title, p.Blocks[0].Tag, p.Blocks[1].Tag = false, tt.title, atom.H1, atom.H2
			if tt.og != "" {
				p.Metas = metas("og:title", tt.og)
			}
			f := Resolve(p, Input{URL: "https://post.example/news/4711", Printed: Printed{BodyFirst: 2, BodyLast: 3}})
			if f.Title != tt.want || f.TitleLine != tt.line {
				t.Errorf("got %q in line %d", f.Title, f.TitleLine)
			}
			if f := Resolve(p, Input{Printed: Printed{BodyFirst: 0, BodyLast: 3}}); f.TitleLine >= 0 {
				t.Errorf("inside the story: %q in line %d", f.Title, f.TitleLine)
			}
		})
	}
}

// TestTwoKickers: a headline before which two titles have two kickers.
func TestTwoKickers(t *testing.T) {
	for _, tt := range []struct{ printed, other, want string }{
		{"Strike in Halven - “The ferry may come back”", "On the quays: “The ferry may come back”", "“The ferry may come back”"},
		{"Harbour of Halven: the ferry may come back", "The harbour: the ferry may come back", "Harbour of Halven: the ferry may come back"},
	} {
		p := textPage(tt.printed, prose, prose)
		p.FromText, p.Metas, p.Blocks[0].Tag = false, metas("og:title", tt.other), atom.H1
		if f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 2}}); f.Title != tt.want {
			t.Errorf("%q: got %q", tt.printed, f.Title)
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
		{"below the headline before farther down", nil, []string{"2 May 2024", "Ferries of 1 April 2024"}, "", "2024-05-02", ""},
		{"what says that it is of the publication", nil, []string{"2 May 2024", "Published on 1 May 2024"}, "", "2024-05-01", ""},
		{"other metadata tell the day that is printed", metas("article:published_time", "2024-05-09", "pubdate", "2024-05-01", "article:modified_time", "2024-05-09"), []string{"1 May 2024"}, "", "2024-05-01", "2024-05-09"},
		{"unless it is after the last update", metas("article:published_time", "2024-05-01", "pubdate", "2024-05-12", "article:modified_time", "2024-05-09"), []string{"12 May 2024"}, "", "2024-05-01", "2024-05-09"},
		{"a day that no time zone makes of the instant", metas("article:published_time", "2024-05-02T16:53:00Z"), []string{"1 May 2024"}, "", "2024-05-02", ""},
		{"which is the software's last change", metas("article:published_time", "2024-05-02T16:53:00Z", "article:modified_time", "2024-05-02T16:53:10Z"), []string{"1 May 2024"}, "", "2024-05-01", "2024-05-02"},
		{"a doubtful date after the last update", metas("date", "2024-05-09"), []string{"Updated: 3 May 2024"}, "", "", "2024-05-03"},
		{"a label in German", nil, []string{"Letzte Änderung: 3 May 2024\nErschienen am: 1 May 2024"}, "", "2024-05-01", "2024-05-03"},
		{"a loose name", metas("w-published-date", "2024-05-01"), nil, "", "2024-05-01", ""},
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

// TestDatesOfOthers: dates behind the story and above its headline are of other stories, unless
// nothing else is printed; of instants that are one, the one with the printed offset is taken.
func TestDatesOfOthers(t *testing.T) {
	for _, tt := range []struct {
		name  string
		metas []page.Meta
		lines []string // the headline begins with "The ferry", the story is prose
		want  string
	}{
		{"above and below", nil, []string{"11/20/2024", "A new pier", "The ferry is back", "02/01/2016 by Ada Moss", prose, prose}, "2016-02-01"},
		{"above alone", nil, []string{"11/20/2024", "The ferry is back", prose, prose}, "2024-11-20"},
		{"below and behind", nil, []string{"The ferry is back", "May 28, 2022 Ada Moss", prose, prose, "More", "April 15, 2019"}, "2022-05-28"},
		{"the dateline before what is far behind", nil, append([]string{"The ferry is back", "May 31, 2023. " + prose, prose}, append(make([]string, 14), "A new pier", "May 24, 2023")...), "2023-05-31"},
		{"the day of the update before what is behind", nil, append([]string{"The ferry is back", "Updated: May 28, 2022", prose, prose}, append(make([]string, 14), "April 15, 2019")...), ""},
		{"a comment's before what says published", nil, []string{"The ferry is back", prose, prose, "Published on May 16, 2019", "Ben says", "May 24, 2019"}, "2019-05-16"},
		{"the printed offset", append(metas("article:published_time", "2025-07-05T00:04:00+00:00"), page.Meta{Name: "datepublished", Content: "2025-07-04T20:04:00-04:00", Item: true, Block: 1}),
			[]string{"The ferry is back", "July 4, 2025", prose, prose}, "2025-07-04T20:04:00-04:00"},
		{"a clock that tells the offset", metas("article:published_time", "2025-07-05T12:04:00Z"), []string{"The ferry is back", "July 5, 2025", "July 5, 2025, 14:04", prose, prose}, "2025-07-05T14:04:00+02:00"},
	} {
		p := textPage(tt.lines...)
		p.FromText, p.Metas, p.Lang = false, tt.metas, "en-US"
		in := Input{Printed: noBody}
		for i, l := range tt.lines {
			n := int32(i)
			switch {
			case strings.HasPrefix(l, "The ferry is"):
				in.Printed.Title = append(in.Printed.Title, n)
			case strings.HasSuffix(l, prose):
				if in.Printed.BodyFirst < 0 {
					in.Printed.BodyFirst = n
				}
				in.Printed.BodyLast = n
			case strings.ContainsAny(l, "0123456789"):
				in.Printed.Dates = append(in.Printed.Dates, n)
			}
		}
		f := Resolve(p, in)
		got := day(f.Published)
		if f.Published.HasTime {
			got = f.Published.Time.Format(time.RFC3339)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func day(d Date) string {
	if d.Time.IsZero() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

// TestLongBylineOfText: a byline of a text may hold all that the header says, though what was taken for the story
// begins above it.
func TestLongBylineOfText(t *testing.T) {
	p := textPage("The ferry is back", prose, prose, prose, prose, "Ada Moss · Harbour Post · Posted: May 3, 2024 4:00 AM | Last call at the old quay", prose)
	for _, byline := range [][]int32{nil, {5}} {
		want := ""
		if byline != nil {
			want = "2024-05-03"
		}
		f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, Byline: byline, BodyFirst: 1, BodyLast: 6}})
		if got := day(f.Published); got != want {
			t.Errorf("labelled %v: got %q, want %q", byline, got, want)
		}
	}
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
