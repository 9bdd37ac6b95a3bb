package meta

import (
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse/internal/page"
)

func TestIsCorrection(t *testing.T) {
	for note, want := range map[string]bool{
		"Correction: The ferry has two decks.": true, "Correction, May 3: The ferry has two decks.": true, "* Korrektur: Die Fähre hat zwei Decks.": true,
		"An earlier version of this story misspelled a name.": true, "訂正：船は二隻です。": true, "Une version précédente de cet article citait trois ponts.": true,
		"Corrections officers were called to the quay.": false, "Correction of the course took an hour.": false, "": false,
	} {
		if got := IsCorrection(note); got != want {
			t.Errorf("%q: got %v", note, got)
		}
	}
}

func TestProvider(t *testing.T) {
	for _, tt := range []struct{ address, name, media string }{
		{"https://www.youtube.com/embed/x", "YouTube", "video"}, {"https://player.vimeo.com/video/1", "Vimeo", "video"}, {"https://www.google.com/maps/embed?pb=1", "Google Maps", "map"},
		{"https://www.google.com/recaptcha", "google.com", ""}, {"https://notyoutube.com/x", "notyoutube.com", ""}, {"/embed/x", "", ""}, {"::", "", ""},
	} {
		if name, media := Provider(tt.address); name != tt.name || media != tt.media {
			t.Errorf("%s: got %q, %q", tt.address, name, media)
		}
	}
}

// TestOpeningDate: the day in a dateline is that of the story, one in its prose is not.
func TestOpeningDate(t *testing.T) {
	for text, want := range map[string]string{
		"PORT HALVEN, May 3, 2024 /NW/ – The ferry is back.": "2024-05-03", "Press release of 3 May 2024 | Port Halven – The ferry": "2024-05-03", "3.5.2024 „Die Fähre ist zurück“, sagt er.": "2024-05-03",
		"On 3 May 2024 the ferry came back.": "", "May 3, 2024 was a Friday.": "", "The ferry came back. On 3 May 2024 – a Friday – it rained.": "", "The ferry is back.": "",
	} {
		got := ""
		if d, ok := openingDate(text, locale{language: "en"}); ok {
			got = d.time().Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestLastDates: where a date stands seldom, and what it gives way to.
func TestLastDates(t *testing.T) {
	for _, tt := range []struct {
		name  string
		metas []page.Meta
		last  string // the last line of the page
		want  string
	}{
		{"a name joined in its own way", metas("page.published-date", "2024-05-03"), "x", "2024-05-03"},
		{"an update is none", metas("page_last_updated", "2024-05-03"), "x", ""},
		{"labelled far behind the story", nil, "written by the port, published 3 May 2024", "2024-05-03"},
		{"not labelled", nil, "3 May 2024", ""},
		{"an item far behind the story is another's", []page.Meta{{Name: "datepublished", Content: "2024-05-09", Item: true, Block: 42}, {Name: "date", Content: "2024-05-03"}}, "x", "2024-05-03"},
	} {
		lines := []string{"The ferry is back", prose}
		for range 40 {
			lines = append(lines, "Another line of the page")
		}
		p := textPage(append(lines, tt.last)...)
		p.FromText, p.Metas = false, tt.metas
		f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 1}})
		got := ""
		if !f.Published.Time.IsZero() {
			got = f.Published.Time.Format(time.DateOnly)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestBelowLabel: far from the story, the only box that says who wrote it names the author.
func TestBelowLabel(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string // far behind the story
		want  string
	}{
		{"the only label", []string{"Written by", "Ada Moss"}, "Ada Moss"},
		{"a label below another", []string{"Author", "Written by:", "Ada Moss"}, "Ada Moss"},
		{"two labels are those of two stories", []string{"By", "Ada Moss", "By", "Ben Carter"}, ""},
		{"below it stands no name", []string{"Author", "Next crossings"}, ""},
		{"nothing below it", []string{"Author"}, ""},
	} {
		lines := []string{"The ferry is back", prose}
		for range 40 {
			lines = append(lines, "The next crossings of the day")
		}
		p := textPage(append(lines, tt.lines...)...)
		p.FromText = false
		if got := showAuthors(Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 1}}).Authors); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestNoClock: a line above the breadcrumb that prints the instant of publication is no clock.
func TestNoClock(t *testing.T) {
	p := textPage("22.04.2024, 17:26 Uhr", "Start > Hafen", "Die Fähre ist zurück", prose)
	p.FromText, p.Lang = false, "de"
	in := Input{Printed: Printed{Dates: []int32{0}, Breadcrumb: []int32{1}, Title: []int32{2}, BodyFirst: 3, BodyLast: 3}}
	if f := Resolve(p, in); f.Scraped.Time.IsZero() || !f.Published.Time.IsZero() {
		t.Errorf("a clock: scraped %v, published %v", f.Scraped, f.Published)
	}
	p.Metas = metas("article:published_time", "2024-04-22T15:26:46Z")
	if f := Resolve(p, in); !f.Scraped.Time.IsZero() || f.Published.Time.Format(time.RFC3339) != "2024-04-22T17:26:46+02:00" {
		t.Errorf("no clock: scraped %v, published %v", f.Scraped, f.Published)
	}
}

// TestUnlistedDeclaration: a page in a language that its software does not know is declared in
// that of the software.
func TestUnlistedDeclaration(t *testing.T) {
	zulu := strings.Repeat("Umkhumbi ubuyile ngoLwesihlanu, kodwa abantu bathi kufanele ukuthi ubuye futhi lapho kuphela unyaka, ngoba bawudinga kakhulu. ", 8)
	p := textPage("Umkhumbi ubuyile", zulu)
	p.Lang = "en-ZA"
	if got := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 1}}).Language; got != "zu" {
		t.Errorf("got %q", got)
	}
}

// TestDescribedStandfirst: the line under the headline that the metadata repeat is the summary;
// a paragraph of the story is not.
func TestDescribedStandfirst(t *testing.T) {
	const summary = "After eleven years the islands have a late crossing again."
	for _, tt := range []struct {
		lines []string
		first int32
		want  string
	}{
		{[]string{"The ferry is back", summary, prose}, 2, summary}, {[]string{"The ferry is back", summary, prose}, 1, ""},
	} {
		p := textPage(tt.lines...)
		p.FromText, p.Metas = false, metas("og:description", summary)
		f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: tt.first, BodyLast: 2}})
		if f.Standfirst != tt.want || (f.StandfirstLine == 1) != (tt.want != "") {
			t.Errorf("body from %d: standfirst %q in block %d", tt.first, f.Standfirst, f.StandfirstLine)
		}
	}
}
