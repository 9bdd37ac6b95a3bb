package meta

import (
	"slices"
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// The names of meta elements that hold dates, without their signs: each site joins the words
// in its own way, "published-date", "publishedDate", "article.published_date".
var (
	loosePublished = set([]string{"publisheddate", "publishedtime", "publishedat", "publishtime", "publicationtime", "pubtime", "publisheddatetime", "publishdatetime", "publicationdatetime", "articlepublisheddate",
		"articlepublicationdate", "articlepublishdate", "articlepubdate", "articledatepublished", "firstpublished", "firstpublisheddate", "firstpublicationdate", "firstpublishedat", "datefirstpublished",
		"initialpublishdate", "originalpublishdate", "contentpublisheddate", "storydate", "newsdate", "postdate", "pagepublisheddate", "pagepublishdate", "onlinedate"})
	looseModified = set([]string{"modifieddate", "modifiedat", "modifieddatetime", "lastmodifieddate", "lastmodifiedtime", "lastupdated", "lastupdate", "lastupdateddate", "lastupdatedtime", "updateddate", "updatedate", "dateupdated",
		"articlemodifieddate", "articlemodificationdate", "articleupdateddate", "articleupdated", "articledatemodified", "contentmodifieddate", "pagemodifieddate", "datelastmodified", "modificationdate"})
)

// looselyNamed adds the dates of meta elements by their names without signs.
func (g *dateGatherer) looselyNamed() {
	const longest = 40 // bytes of a name
	for _, m := range g.page.Metas {
		if m.Item || len(m.Name) > longest || !strings.Contains(m.Name, "dat") && !strings.Contains(m.Name, "publish") && !strings.Contains(m.Name, "pubtime") {
			continue
		}
		switch name := compact(m.Name); {
		case loosePublished[name], strings.HasSuffix(name, "publisheddate"):
			g.machine(&g.published, told, m.Name, m.Content, 0.85)
		case looseModified[name]:
			g.machine(&g.modified, told, m.Name, m.Content, 0.85)
		}
	}
}

// item adds the dates of the elements with an itemprop, the nearest to the headline first, unless
// they stand far behind the story: they are of others then.
func (g *dateGatherer) item(list *[]dateCandidate, name string, confidence float64) {
	items := g.items(name)
	slices.SortStableFunc(items, func(a, b page.Meta) int { return g.distance(a.Block) - g.distance(b.Block) })
	const most = 3
	for _, m := range items[:min(len(items), most)] {
		if last := g.in.Printed.BodyLast; last < 0 || m.Block <= last+2*edgeSize {
			g.machine(list, told, "itemprop", m.Content, confidence)
		}
	}
}

// fromLast looks where a date stands seldom, if nothing else told one: in short lines far
// behind the story that say that they are its date.
func (g *dateGatherer) fromLast() {
	if len(g.published) > 0 {
		return
	}
	const reach, longest = 60, 30 // blocks behind the story; words
	last := g.in.Printed.BodyLast
	for i := max(0, last+1); i < min(last+reach, int32(len(g.page.Blocks))) && len(g.published) == 0; i++ {
		b := &g.page.Blocks[i]
		if b.Hidden || b.Words > longest {
			continue
		}
		for _, d := range findDates(b.Text, g.loc) {
			before := b.Text[:d.start]
			if strings.TrimSpace(before) == "" {
				before = g.label(i)
			}
			if dateMeaning(before, b.Text[d.end:]) == "published" {
				g.add(&g.published, dateCandidate{d.stamp, stray, "text", b.Text[d.start:d.end], d.dmy, 0.4, false})
				break
			}
		}
	}
}

// fromOpening reads the dateline of the story's first paragraphs, if nothing better told a date.
func (g *dateGatherer) fromOpening() {
	first, last := g.in.Printed.BodyFirst, g.in.Printed.BodyLast
	if first < 0 || len(g.published) > 0 {
		return
	}
	opening := slices.Clone(g.in.Printed.Standfirst)
	for i := first; i <= min(first+2, last); i++ {
		opening = append(opening, i)
	}
	for _, i := range opening {
		if i < 0 || int(i) >= len(g.page.Blocks) || len(g.published) > 0 {
			continue
		}
		if d, ok := openingDate(g.page.Blocks[i].Text, g.loc); ok {
			g.add(&g.published, dateCandidate{d.stamp, stray, "dateline", g.page.Blocks[i].Text[d.start:d.end], d.dmy, 0.4, false})
		}
	}
}

// openingDate is the date in what looks like a dateline: "PORT HALVEN, May 3, 2024 /NW/ –",
// "Press release of 3 May 2024 | ", "(3.5.2024) –".
func openingDate(text string, loc locale) (found, bool) {
	const reach, start = 140, 70 // bytes
	head := strings.ToValidUTF8(text[:min(len(text), reach)], "")
	dates := findDates(head, loc)
	if len(dates) == 0 {
		return found{}, false
	}
	d := dates[0]
	before, rest := head[:d.start], strings.TrimLeft(head[d.end:], ") .,")
	if d.start > start || d.end > len(text) || strings.ContainsAny(before, ";!?") || strings.Contains(before, ". ") && !strings.HasSuffix(before, ". ") {
		return found{}, false
	}
	if d.start == 0 && (strings.IndexFunc(head[:d.end], unicode.IsLetter) < 0 || strings.HasPrefix(head[d.end:], ". ")) {
		return d, true // "3.5.2024 The ferry …", "3 May 2024. The ferry …"
	}
	return d, rest != "" && strings.ContainsRune("–—-|/(:•·", firstRune(rest))
}
