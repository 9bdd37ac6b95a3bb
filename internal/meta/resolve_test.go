package meta

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// textPage is a page of plain text, one block for each line.
func textPage(lines ...string) *page.Page {
	p := &page.Page{FromText: true, Nodes: []page.Node{{Parent: -1}}}
	for i, l := range lines {
		p.Blocks = append(p.Blocks, page.Block{Text: l, Line: int32(i + 1), Words: int32(len(strings.Fields(l)))})
	}
	return p
}

func metas(pairs ...string) []page.Meta {
	var out []page.Meta
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, page.Meta{Name: pairs[i], Content: pairs[i+1]})
	}
	return out
}

var noBody = Printed{BodyFirst: -1, BodyLast: -1}

func TestTitle(t *testing.T) {
	for _, tt := range []struct {
		name string
		page *page.Page
		want string
	}{
		{"the site's name is cut", &page.Page{Title: "Ferry returns to the quay | The Harbour Post", Metas: metas("og:site_name", "The Harbour Post")},
			"Ferry returns to the quay"},
		{"a section beside it too", &page.Page{Title: "Ferry returns to the quay - World - Harbour Post", Metas: metas("og:site_name", "Harbour Post", "article:section", "World")},
			"Ferry returns to the quay"},
		{"a name in front", &page.Page{Title: "Harbour Post: no | Ferry returns to the quay", Metas: metas("og:site_name", "Harbour Post")},
			"Ferry returns to the quay"},
		{"a dash of the headline stays", &page.Page{Title: "Ferry returns - and so do the gulls | Harbour Post", Metas: metas("og:site_name", "Harbour Post", "og:title", "Ferry returns - and so do the gulls")},
			"Ferry returns - and so do the gulls"},
		{"a lone title is cut naively", &page.Page{Title: "Ferry returns to the old quay – Somewhere"}, "Ferry returns to the old quay"},
		{"the headline of a news article leads", &page.Page{Title: "Ferry back", Metas: metas("og:title", "Watch: ferry back"),
			JSONLD: []string{`{"@type":"NewsArticle","headline":"Ferry returns to the quay"}`}}, "Ferry returns to the quay"},
		{"unless it is cut off", &page.Page{Title: "Ferry returns to the old quay", JSONLD: []string{`{"@type":"NewsArticle","headline":"Ferry returns to…"}`}},
			"Ferry returns to the old quay"},
		{"a printed headline of like words", &page.Page{Title: "Ferry returns: all you need to know", Blocks: []page.Block{{Text: "Harbour Post", Tag: atom.H1}, {Text: "The ferry returns", Tag: atom.H1}}, Nodes: []page.Node{{Parent: -1}}},
			"The ferry returns"},
		{"a kicker is told apart", &page.Page{Title: "x", Metas: metas("og:title", "Ferry returns to the quay"), JSONLD: []string{`{"@type":"NewsArticle","headline":"Harbour: Ferry returns to the quay"}`}},
			"Ferry returns to the quay"},
		{"a heading inside the story is none", &page.Page{Title: "Ferry returns", Metas: metas("og:title", "Ferry returns"), Blocks: []page.Block{{Text: "Ferry returns", Tag: atom.H1}, {Text: "What now?", Tag: atom.H1}}, Nodes: []page.Node{{Parent: -1}}},
			"Ferry returns"},
		{"tags are none of it", &page.Page{Metas: metas("og:title", `The <em>Gull</em> of<br/>Halven spills CO<sub class="n">2</sub>`)}, "The Gull of Halven spills CO2"},
		{"tags in references", &page.Page{JSONLD: []string{`{"@type":"NewsArticle","headline":"The &lt;i&gt;Gull&lt;/i&gt; of Halven"}`}}, "The Gull of Halven"},
		{"a type of a language is no tag", &page.Page{Metas: metas("og:title", "What List<T> is for in Quay 2")}, "What List<T> is for in Quay 2"},
		{"nor is one that is told of", &page.Page{Metas: metas("og:title", "When to use the <b> tag of Quay")}, "When to use the <b> tag of Quay"},
		{"nor what the page prints so", &page.Page{Metas: metas("og:title", "Why <b>bold</b> &amp; is odd"), Blocks: []page.Block{{Text: "Why <b>bold</b> & is odd", Tag: atom.H1}}, Nodes: []page.Node{{Parent: -1}}}, "Why <b>bold</b> & is odd"},
		{"references escaped twice", &page.Page{Metas: metas("og:title", "Gulls &amp;amp; ferries: Halven&amp;#8217;s summer")}, "Gulls & ferries: Halven’s summer"},
		{"references in the title element", &page.Page{Title: "Gulls &amp; ferries: Halven&#039;s summer | Harbour Post", Metas: metas("og:site_name", "Harbour Post")}, "Gulls & ferries: Halven's summer"},
		{"no reference", &page.Page{Title: "Gulls&copy ferries & Halven; summer"}, "Gulls&copy ferries & Halven; summer"},
		{"nothing", &page.Page{}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Resolve(tt.page, Input{Printed: noBody}).Title; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestScrapedText: a copied story as a text scrape: clock, fused breadcrumb, headline with the
// source's name, a lone line that says the same.
func TestScrapedText(t *testing.T) {
	p := textPage(
		"Friday, April 19, 2024",
		"HomeWorldHarbour town's 'last ferry' returns to the old quay after two...",
		"Harbour town’s ‘last ferry’ returns to the old quay after two years of repairs | WAVE",
		"WAVE",
		"The ferry came back to the harbour on Friday after it had been out of service for two years, and people were glad that it was.",
		"It is expected to be in service by the end of the month, the company said in a statement that was issued on 2 April 2024.",
	)
	f := Resolve(p, Input{Printed: Printed{HeaderDate: []int32{0}, Breadcrumb: []int32{1}, Title: []int32{2}, BodyFirst: 4, BodyLast: 5}})
	if want := "Harbour town’s ‘last ferry’ returns to the old quay after two years of repairs"; f.Title != want {
		t.Errorf("title %q", f.Title)
	}
	if f.Publisher.Name != "WAVE" || f.Language != "en" || !reflect.DeepEqual(f.Section, []string{"World"}) {
		t.Errorf("publisher %q, language %q, section %q", f.Publisher.Name, f.Language, f.Section)
	}
	if got := f.Scraped.Time.Format(time.DateOnly); got != "2024-04-19" {
		t.Errorf("scraped %s", got)
	}
	if !f.Published.Time.IsZero() || f.Authors != nil {
		t.Errorf("published %v, authors %v: neither is told", f.Published, f.Authors)
	}
}

func TestPrintedFacts(t *testing.T) {
	p := textPage(
		"Die letzte Fähre ist zurück",
		"Von Ada Moss und Jörg von der Au",
		"Veröffentlicht: 3. Mai 2024, 14:30 Uhr MESZ | Aktualisiert: 6. Mai 2024",
		"BERLIN (dpa) – Die Fähre ist am Freitag in den Hafen zurückgekehrt, nachdem sie zwei Jahre lang nicht gefahren war, und die Leute waren froh.",
		"Mehr ist nicht bekannt, sagte der Sprecher der Stadt, der auch für den Hafen zuständig ist.",
	)
	in := Input{Printed: Printed{Title: []int32{0}, Byline: []int32{1}, Dates: []int32{2}, BodyFirst: 3, BodyLast: 4}}
	f := Resolve(p, in)
	if got := showAuthors(f.Authors); got != "Ada Moss; Jörg von der Au" {
		t.Errorf("authors %q", got)
	}
	if got := f.Published.Time.Format(time.RFC3339); got != "2024-05-03T14:30:00+02:00" || !f.Published.HasTime || f.Published.Printed != "3. Mai 2024, 14:30 Uhr MESZ" {
		t.Errorf("published %s, %q", got, f.Published.Printed)
	}
	if got := f.Modified.Time.Format(time.DateOnly); got != "2024-05-06" || f.Modified.HasTime {
		t.Errorf("modified %s", got)
	}
	if f.Language != "de" || f.Dateline != "BERLIN (dpa)" || f.Origin.Name != "dpa" {
		t.Errorf("language %q, dateline %q, origin %q", f.Language, f.Dateline, f.Origin.Name)
	}
	in.Fetched = time.Date(2024, 5, 3, 20, 0, 0, 0, time.UTC)
	if f := Resolve(p, in); !f.Modified.Time.IsZero() || f.Published.Time.IsZero() {
		t.Errorf("fetched on 3 May: published %v, modified %v", f.Published, f.Modified)
	}
}

func TestHeadFacts(t *testing.T) {
	p := &page.Page{
		Title: "Ferry returns", Lang: "en-gb",
		Metas: metas("og:site_name", "Harbour Post", "og:image", "/ferry.jpg", "og:image:width", "1200", "article:tag", "Ferries", "article:tag", "Quays",
			"article:modified_time", "2024-05-04T08:00:00+01:00", "author", "Harbour Post"),
		Rels: []page.Rel{{Rel: "canonical", Href: "/2024/05/03/ferry"}, {Rel: "amphtml", Href: "/amp/ferry"}},
		JSONLD: []string{`{"@type":"NewsArticle","license":{"@type":"CreativeWork","url":"/terms"},"correction":"The ferry has two decks.","headline":"Ferry returns","datePublished":"2024-05-03T10:00:00+01:00","isAccessibleForFree":false,
			"author":[{"@type":"Person","name":"Ada Moss","url":"/people/ada"},{"@type":"Organization","name":"Reuters"}],"publisher":{"name":"The Harbour Post","url":"https://post.example/about"}}`,
			`{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"name":"News"},{"name":"Ferry returns"}]}`},
	}
	in := Input{URL: "https://post.example/amp/ferry?x=1", Printed: noBody, Evidence: true}
	f := Resolve(p, in)
	want := Facts{
		Title: "Ferry returns", Language: "en-GB", URL: "https://post.example/2024/05/03/ferry", Paywalled: true, TitleLine: -1, KickerLine: -1, StandfirstLine: -1,
		Genre: "news", AMP: "https://post.example/amp/ferry", License: "https://post.example/terms", Corrections: []string{"The ferry has two decks."},
		Authors:   []Author{{"Ada Moss", "https://post.example/people/ada", false}, {"Reuters", "", true}},
		Published: Date{Time: f.Published.Time, HasTime: true, Printed: "2024-05-03T10:00:00+01:00"}, Modified: Date{Time: f.Modified.Time, HasTime: true, Printed: "2024-05-04T08:00:00+01:00"},
		Publisher: Publisher{"The Harbour Post", "https://post.example/about"}, Origin: Publisher{Name: "Reuters"},
		Section: []string{"News"}, Tags: []string{"Ferries", "Quays"}, Image: Image{URL: "https://post.example/ferry.jpg", Width: 1200},
	}
	candidates := f.Candidates
	f.Candidates = nil
	if !reflect.DeepEqual(f, want) {
		t.Errorf("got  %+v\nwant %+v", f, want)
	}
	in.Evidence = false
	if f := Resolve(p, in); !reflect.DeepEqual(f, want) {
		t.Errorf("without evidence\ngot  %+v\nwant %+v", f, want)
	}
	if got := f.Published.Time.Format(time.RFC3339); got != "2024-05-03T10:00:00+01:00" {
		t.Errorf("published %s", got)
	}
	chosen := map[string]int{}
	for _, c := range candidates {
		if c.Chosen {
			chosen[c.Field]++
		}
	}
	for _, field := range []string{"title", "authors", "published", "modified", "publisher", "origin", "section", "tags", "language", "url", "image", "paywalled"} {
		if chosen[field] != 1 {
			t.Errorf("%s: %d candidates are chosen", field, chosen[field])
		}
	}
}

// TestLanguageIsChecked: a declaration that the text denies is not believed.
func TestLanguageIsChecked(t *testing.T) {
	german := strings.Repeat("Die Fähre ist am Freitag in den Hafen zurückgekehrt, nachdem sie zwei Jahre lang nicht gefahren war. ", 3)
	for _, tt := range []struct{ lang, text, want string }{
		{"de-AT", german, "de-AT"}, {"en", german, "de"}, {"ru", german, "de"}, {"", german, "de"}, {"en-US", "", "en-US"},
	} {
		p := textPage(german)
		p.Blocks[0].Text, p.Lang = tt.text, tt.lang
		if got := Resolve(p, Input{Printed: noBody}).Language; got != tt.want {
			t.Errorf("declared %q: got %q, want %q", tt.lang, got, tt.want)
		}
	}
}

// TestOddInput: indexes and texts that make no sense do no harm.
func TestOddInput(t *testing.T) {
	odd := []int32{-1, 0, 1 << 20}
	in := Input{URL: "::", Printed: Printed{Title: odd, Kicker: odd, Standfirst: odd, Byline: odd, Dates: odd, Breadcrumb: odd, HeaderDate: odd, BodyFirst: 1 << 20, BodyLast: -5}}
	for _, text := range []string{"", "By", "May", "\xff\xfe", "|", "(", "12:30 3.5.2024 12:30 4.5.2024 1:1:1", "，、／", strings.Repeat("1.", 2000), strings.Repeat("by ", 2000), "\u00a0 3 May 2024 ·\u00a0", "14:30 3 May 2024 14:30 4 May 2024", "(by)", "（责编：）",
		"on 3 May 2024", "by by by", "Kommentar von", "x, edited by", "X_y Z 3 May 2024", ":3 May 2024:"} {
		p := textPage(text)
		p.Title, p.JSONLD, p.Base = text, []string{text}, text
		p.Metas = metas("author", text, "og:title", text, "date", text, "keywords", text)
		p.Times = []page.Time{{Text: text, Datetime: text, Block: 1 << 20}}
		p.Blocks[0].Marks = []page.Mark{{Start: 5, End: 1 << 20, URL: text}}
		Resolve(p, in)
		Resolve(p, Input{})
		Resolve(&page.Page{Title: text}, in)
	}
}

// TestOnlyMastheads: a byline that names nothing but what stands alone above the headline.
func TestOnlyMastheads(t *testing.T) {
	p := textPage("Halven Post", "Quay Blog", "The ferry is back", "Halven Post and Quay Blog", prose, prose)
	f := Resolve(p, Input{Printed: Printed{Title: []int32{2}, Byline: []int32{3}, BodyFirst: 4, BodyLast: 5}})
	if f.Authors != nil || f.Publisher.Name != "Halven Post" {
		t.Errorf("authors %v, publisher %q", f.Authors, f.Publisher.Name)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"By Ada Moss, 3 May 2024 14:30 CET", "HomeWorldThe ferry... | X", "2024年5月3日 記者 林", "KYIV (Reuters) - a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range findDates(s, locale{"en", true}) {
			if d.start < 0 || d.end > len(s) || d.start >= d.end || !d.valid() {
				t.Errorf("%q: %+v", s, d)
			}
		}
		parseMachine(s, locale{})
		names(s, true)
		names(s, false)
		r := &resolver{Head: Read(textPage(s, s)), f: Facts{Title: s}}
		r.printedAuthors([]int32{0, 1})
		r.head = []int32{0, 1}
		r.besideDate()
		r.bylines(r.head, 0, true)
		findDateline(s)
		splitCrumbs(s, s)
		site{names: []string{"x"}}.cutSite(s, nil)
		detect(s)
		urlDate(s)
		IsCorrection(s)
		Provider(s)
		if d, ok := openingDate(s, locale{"en", true}); ok && (d.end > len(s) || !d.valid()) {
			t.Errorf("%q opens with %+v", s, d)
		}
	})
}
