// Package meta resolves the facts around a story from the candidates of its page: its
// head, its JSON-LD, its address and what is printed around the story. Each fact comes
// with the candidates that were considered for it, where these are asked for.
package meta

import (
	"html"
	"iter"
	"net/url"
	"strings"
	"time"

	"github.com/seed-90a94633/newsparse/internal/jsonld"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// Printed says which blocks of the page print what, as indexes of page.Blocks.
type Printed struct {
	Title, Kicker, Standfirst, Byline, Dates, Breadcrumb []int32
	HeaderDate, Tags                                     []int32 // the site's own clock; lists of tags
	Bio                                                  []int32 // who the author is
	BodyFirst, BodyLast                                  int32   // the first and the last block of the story, -1 if none
}

// Input is what is known of a page beside itself.
type Input struct {
	URL     string
	Fetched time.Time // dates after it are refused; zero if it is not known
	Printed Printed
	NoStory bool // the page holds no article: what is printed is about others
	// Evidence asks for the candidates of the fields. Without it none is kept, and no more
	// sources are read than it takes to decide.
	Evidence bool
	Weigh    Weigher // of each line of a text that names somebody; nil for nobody
}

// Facts are what a page tells of its story.
type Facts struct {
	Title, Kicker, Standfirst string
	Authors                   []Author
	Published, Modified       Date
	Scraped                   Date // the site's clock on the day of the scrape
	Publisher, Origin         Publisher
	Dateline                  string // as printed: "KYIV (Reuters)"
	Section, Tags             []string
	Genre                     string // "opinion", "live blog"; see data/genres.txt
	Language                  string // BCP 47
	RightToLeft               bool
	URL, AMP                  string   // canonical, absolute; the AMP version
	License                   string   // an address, or a text
	Corrections               []string // told by the JSON-LD
	Image                     Image
	Paywalled                 bool
	ArticleBody               string      // of the JSON-LD
	Clock                     []int32     // the blocks that print Scraped
	TitleLine                 int32       // the heading that prints Title where no block is labelled so, -1 if none
	KickerLine                int32       // the block that prints a Kicker that the head tells, -1 if none
	StandfirstLine            int32       // the same for Standfirst
	BylineLines, DateLines    []int32     // the blocks that print Authors and the days, labelled so or not; the labelled ones where there is no body
	BioLines                  []int32     // the blocks that tell of an author at the end of the story and are not labelled so
	Candidates                []Candidate // with Input.Evidence
}

// An Author is a person or an organisation.
type Author struct {
	Name, URL    string
	Organization bool
}

// A Publisher is a news site, a paper or an agency.
type Publisher struct{ Name, URL string }

// A Date is a day (midnight UTC), or an instant where HasTime.
type Date struct {
	Time    time.Time
	HasTime bool
	Printed string
}

// An Image is the lead picture; the zero Image means none.
type Image struct {
	URL, Alt      string
	Width, Height int
}

// A Candidate is a value that was considered for a field, named as in the Article's JSON.
type Candidate struct {
	Field, Source, Value string
	Chosen               bool
	Confidence           float64
}

// A Head is what a page's head tells, read once.
type Head struct {
	page    *page.Page
	things  []jsonld.Thing
	article *jsonld.Thing // the thing that is this page's article; may be empty, never nil

	// Of each bucket of names the first in page.Metas, then of each the next in its bucket. They
	// are counted from 1, so that 0 is none. A map takes 4 µs a page more: 150 names are asked for,
	// of which few are there.
	first [256]int32
	next  []int32
}

// bucket parts most of the names that pages have: by their length and two letters.
func bucket(name string) byte {
	n := len(name)
	if n == 0 {
		return 0
	}
	return byte(n + 7*int(name[n/2]) + 31*int(name[n-1]))
}

// Read reads the head of a page.
func Read(p *page.Page) *Head {
	h := &Head{page: p, things: jsonld.Read(p.JSONLD), next: make([]int32, len(p.Metas))}
	for i := len(p.Metas) - 1; i >= 0; i-- {
		first := &h.first[bucket(p.Metas[i].Name)]
		h.next[i], *first = *first, int32(i+1)
	}
	h.article = h.mainArticle()
	return h
}

// called yields the elements of a name that tell something: the meta elements, or the itemprops.
func (h *Head) called(name string, item bool) iter.Seq2[*page.Meta, string] {
	return func(yield func(*page.Meta, string) bool) {
		for i := h.first[bucket(name)]; i > 0; i = h.next[i-1] {
			m := &h.page.Metas[i-1]
			if m.Item != item || m.Name != name {
				continue
			}
			content := clean(m.Content)
			if strings.Contains(content, ";") && strings.Contains(content, "&") && !strings.Contains(content, "://") { // "Food &amp; Wine", written so once more
				content = clean(html.UnescapeString(content))
			}
			if content != "" && !yield(m, content) {
				return
			}
		}
	}
}

// meta is the first content under one of the names, in their order.
func (h *Head) meta(names ...string) string {
	for _, n := range names {
		for _, content := range h.called(n, false) {
			return content
		}
	}
	return ""
}

// metas are all contents under a name.
func (h *Head) metas(name string) (contents []string) {
	for _, content := range h.called(name, false) {
		contents = append(contents, content)
	}
	return contents
}

// items are all itemprops of a name.
func (h *Head) items(name string) (items []page.Meta) {
	for m := range h.called(name, true) {
		items = append(items, *m)
	}
	return items
}

// mainArticle is the article thing whose headline is nearest to the page's own titles. A page
// may tell of other articles too.
func (h *Head) mainArticle() *jsonld.Thing {
	var best *jsonld.Thing
	bestScore := -1.0
	articles := 0
	for i := range h.things {
		if h.things[i].IsArticle() {
			best = &h.things[i]
			articles++
		}
	}
	switch articles {
	case 0:
		return new(jsonld.Thing)
	case 1:
		return best
	}
	title := tokens(h.page.Title + " " + h.meta("og:title", "twitter:title"))
	for i := range h.things {
		t := &h.things[i]
		if !t.IsArticle() {
			continue
		}
		score := overlap(tokens(t.Headline+" "+t.Name), title)
		if t.Headline != "" {
			score += 0.1
		}
		if t.Published != "" {
			score += 0.1
		}
		if len(t.Authors) > 0 {
			score += 0.05
		}
		if score > bestScore {
			best, bestScore = t, score
		}
	}
	return best
}

// A resolver fills Facts from a Head and an Input.
type resolver struct {
	*Head
	in   Input
	base *url.URL // of the page; may be nil
	self *url.URL // the page's own address, nil if it is not known
	// The addresses of the page, as the caller tells it and its own: those that can be read.
	addresses []*url.URL
	loc       locale
	own       site
	f         Facts

	edges       []int32 // see findEdges; head and tail are its parts
	head, tail  []int32
	titleSuffix string // what was cut off the title and is not the site's name
	read        int    // how often the whole page was read for a name

	authorWords []authorWords // see headerLines
	lineWords   []string      // of the line that namesAuthors read last

	unsigned []bool             // by block: it has no words for "by", see bylines
	dated    map[string][]found // see datesIn
}

// Resolve decides on every field.
func (h *Head) Resolve(in Input) Facts {
	r := &resolver{Head: h, in: in, own: h.site(in.URL), f: Facts{TitleLine: -1, KickerLine: -1, StandfirstLine: -1}}
	r.address()
	r.language()
	r.loc = r.locale()
	r.title()
	r.clock()
	r.findEdges()
	r.dates()
	r.section()
	r.dateline()
	r.authors()
	r.headerLines()
	r.origin()
	r.rest()
	r.sectionKicker()
	return r.f
}

// Resolve is Read and Head.Resolve in one step.
func Resolve(p *page.Page, in Input) Facts { return Read(p).Resolve(in) }

// values are what a source tells: the meta elements of its name, if it has no function.
func (r *resolver) values(source string, of func(*resolver) []string) []string {
	if of == nil {
		return r.metas(source)
	}
	return of(r)
}

// noted is the place of a candidate in Facts.Candidates; it is not one where none is kept.
type noted int

const notNoted noted = -1

// consider notes a candidate and returns its place, for choose.
func (r *resolver) consider(field, source, value string, confidence float64) noted {
	return r.considerAll(field, source, []string{value}, "", confidence)
}

// considerAll notes a candidate of several values, joined by sep.
func (r *resolver) considerAll(field, source string, values []string, sep string, confidence float64) noted {
	if !r.in.Evidence {
		return notNoted
	}
	r.f.Candidates = append(r.f.Candidates, Candidate{Field: field, Source: source, Value: strings.Join(values, sep), Confidence: confidence})
	return noted(len(r.f.Candidates) - 1)
}

// choose notes that a candidate has won.
func (r *resolver) choose(n noted) {
	if n != notNoted {
		r.f.Candidates[n].Chosen = true
	}
}

// settled reports whether a field needs no further sources: it is decided, and nobody asks
// what else was considered.
func (r *resolver) settled(decided bool) bool { return decided && !r.in.Evidence }

// isBlock reports whether the page has a block of that number: callers may tell any.
func (r *resolver) isBlock(i int32) bool { return 0 <= i && int(i) < len(r.page.Blocks) }

// text is the printed text of blocks, joined by sep.
func (r *resolver) text(blocks []int32, sep string) string {
	var parts []string
	for _, i := range blocks {
		if r.isBlock(i) {
			parts = append(parts, clean(r.page.Blocks[i].Text))
		}
	}
	return strings.Join(parts, sep)
}
