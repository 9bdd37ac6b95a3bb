package meta

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// publishedMetas, modifiedMetas and looseMetas are the names of meta elements that hold dates.
// The loose ones may tell of the page and not of the story: a labelled printed date wins.
var publishedMetas = []string{"article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "datepublished",
	"date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publication-date", "published_time", "published_at", "published",
	"parsely-pub-date", "sailthru.date", "dcterms.issued", "dc.date.issued",
	"citation_publication_date", "citation_date", "citation_online_date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
	"bt:pubdate", "vr:published_time", "rnews:datepublished", "displaydate", "ptime", "article.published", "articledate", "article:post_date", "shareaholic:article_published_time", "news:publication_date"}

var looseMetas = []string{"dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc.created", "date", "created", "creation_date", "datecreated", "date.created",
	"doc_date", "sort_date", "release_date", "og:release_date", "datum", "timestamp"}

var modifiedMetas = []string{"article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "article:updated_time", "datemodified", "date_modified",
	"updated_time", "updated_at", "lastmod", "last-modified", "last_modified", "modified_time", "dcterms.modified", "dc.date.modified", "dc.modified", "article.updated", "revision_date", "modified", "utime", "mtime"}

// What kind of place a date stands in: see reconcile.
type placeKind uint8

const (
	told  placeKind = iota // by the metadata
	shown                  // printed beside the story, or in its address
	stray                  // printed somewhere
)

type dateCandidate struct {
	stamp
	place      placeKind
	source     string
	raw        string
	dmy        bool
	confidence float64
	labelled   bool // it says that it is of the publication
}

// A dateGatherer collects the dates of a page, the most trusted first.
type dateGatherer struct {
	*resolver
	published, modified []dateCandidate
}

// dates resolves Published and Modified.
func (r *resolver) dates() {
	g := &dateGatherer{resolver: r, published: make([]dateCandidate, 0, 8)} // most have less
	g.fromMetadata()
	if !r.in.NoStory {
		g.fromPage()
	}
	g.dropDoubtful()
	pub, ok := reconcile(g.published, g.modified)
	if ok {
		r.f.Published = pub.date(pub.raw)
	}
	for _, c := range g.published {
		i := r.consider("published", c.source, c.raw, c.confidence)
		if ok && c.source == pub.source && c.raw == pub.raw {
			r.choose(i)
			ok = false
		}
	}
	for _, c := range g.modified {
		i := r.consider("modified", c.source, c.raw, c.confidence)
		if r.f.Modified.Time.IsZero() && (r.f.Published.Time.IsZero() || days(pub.stamp, c.stamp) >= 0) {
			r.f.Modified = c.date(c.raw)
			r.choose(i)
		}
	}
}

// dropDoubtful drops the doubtful dates after the last update that the page prints, since a story is not
// published after that, and where it prints one, those that stand behind the story: they are of others.
func (g *dateGatherer) dropDoubtful() {
	const doubtful = 0.5
	last := -1
	for i, c := range g.modified {
		if c.place == shown && (last < 0 || days(g.modified[last].stamp, c.stamp) > 0) {
			last = i
		}
	}
	if last >= 0 {
		g.published = slices.DeleteFunc(g.published, func(c dateCandidate) bool {
			return c.place == stray || c.confidence <= doubtful && days(g.modified[last].stamp, c.stamp) > 0
		})
	}
}

// locale reads how the page's readers write dates. English is written with the month first in
// the United States, where sites rarely use a country's domain.
func (r *resolver) locale() locale {
	base, region, _ := strings.Cut(r.f.Language, "-")
	l := locale{language: base}
	switch {
	case base != "en":
	case region != "":
		l.monthFirst = region == "US" || region == "PH"
	default:
		l.monthFirst = true
		for _, u := range r.addresses {
			if host := u.Hostname(); host != "" {
				top := host[strings.LastIndexByte(host, '.')+1:]
				l.monthFirst = len(top) != 2 || top == "us"
			}
		}
	}
	return l
}

func (g *dateGatherer) add(list *[]dateCandidate, c dateCandidate) {
	if !c.valid() || c.after(g.in.Fetched) || !g.f.Scraped.Time.IsZero() && days(stampOf(g.f.Scraped), c.stamp) > 0 {
		return
	}
	*list = append(*list, c)
}

func stampOf(d Date) stamp {
	return stamp{year: d.Time.Year(), month: int(d.Time.Month()), day: d.Time.Day()}
}

func (g *dateGatherer) machine(list *[]dateCandidate, place placeKind, source, raw string, confidence float64) {
	if raw == "" {
		return
	}
	if d, ok := parseMachine(raw, g.loc); ok {
		g.add(list, dateCandidate{d.stamp, place, source, clean(raw), d.dmy, confidence, false})
	}
}

func (g *dateGatherer) fromMetadata() {
	g.machine(&g.published, told, "json-ld", g.article.Published, 0.95)
	g.machine(&g.modified, told, "json-ld", g.article.Modified, 0.95)
	for _, n := range publishedMetas {
		g.machine(&g.published, told, n, g.meta(n), 0.9)
	}
	for _, n := range modifiedMetas {
		g.machine(&g.modified, told, n, g.meta(n), 0.9)
	}
	g.looselyNamed()
	g.item(&g.published, "datepublished", 0.9)
	g.item(&g.modified, "datemodified", 0.9)
	for i := range g.things {
		t := &g.things[i]
		if t != g.article && (t.IsArticle() || t.Is("WebPage", "VideoObject", "Recipe", "CreativeWork", "ItemPage")) {
			g.machine(&g.published, told, "json-ld "+t.Types[0], t.Published, 0.85)
			g.machine(&g.modified, told, "json-ld "+t.Types[0], t.Modified, 0.85)
		}
	}
	g.item(&g.published, "datecreated", 0.8)
	g.machine(&g.published, told, "json-ld", g.article.Created, 0.8)
}

// block adds the dates of a printed block. Long blocks are prose: a date there is of the news.
func (g *dateGatherer) block(i int32, source string, place placeKind, confidence float64) {
	if i < 0 || int(i) >= len(g.page.Blocks) {
		return
	}
	b := &g.page.Blocks[i]
	const longest, line = 30, 12 // words
	inBody := i >= g.in.Printed.BodyFirst && i <= g.in.Printed.BodyLast
	whole := g.page.FromText && source == "printed" // a byline of a text may hold all that the header says
	if b.Words > longest || len(b.Text) > 400 || b.Words > line && (inBody || strings.HasSuffix(b.Text, ".")) && !whole && !beginsLabelled(b.Text) {
		return
	}
	dates := g.datesIn(b.Text)
	for n, d := range dates {
		before, after := b.Text[:d.start], b.Text[d.end:]
		if n > 0 {
			before = b.Text[dates[n-1].end:d.start]
		} else if strings.TrimSpace(before) == "" {
			before = g.label(i)
		}
		if n+1 < len(dates) {
			after = b.Text[d.end:dates[n+1].start]
		}
		c := dateCandidate{d.stamp, place, source, strings.TrimSpace(b.Text[d.start:d.end]), d.dmy, confidence, false}
		switch dateMeaning(before, after) {
		case "modified":
			g.add(&g.modified, c)
		case "published":
			c.labelled = i <= g.in.Printed.BodyFirst || g.in.Printed.BodyFirst < 0
			g.add(&g.published, c)
		case "other":
		default:
			g.add(&g.published, c)
		}
	}
}

func isDigit(r rune) bool {
	if r >= utf8.RuneSelf {
		r = foldBeyondASCII(r)
	}
	return '0' <= r && r <= '9'
}

// time adds a time element.
func (g *dateGatherer) time(t page.Time, place placeKind, confidence float64) {
	raw := t.Datetime
	d, ok := parseMachine(raw, g.loc)
	if !ok {
		raw = t.Text
		if d, ok = parseMachine(raw, g.loc); !ok {
			return
		}
	}
	before := ""
	if t.Block >= 0 && int(t.Block) < len(g.page.Blocks) {
		text := g.page.Blocks[t.Block].Text
		if i := strings.Index(text, t.Text); i > 0 && t.Text != "" {
			before = text[max(0, i-60):i]
			if n := strings.LastIndexFunc(before, isDigit); n >= 0 {
				before = before[n+1:]
			}
		} else if i == 0 {
			before = g.label(t.Block)
		}
	}
	c := dateCandidate{d.stamp, place, "time", clean(raw), d.dmy, confidence, false}
	meaning := dateMeaning(before+" "+t.Text, "")
	switch prop := strings.ToLower(t.Itemprop); {
	case strings.Contains(prop, "modified"), meaning == "modified":
		g.add(&g.modified, c)
	case meaning == "other":
	default:
		g.add(&g.published, c)
	}
}
