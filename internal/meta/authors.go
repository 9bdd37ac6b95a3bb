package meta

import (
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// authorMetas are the meta elements that hold names, the most trusted first. The plain
// "author" is often the site or the user of its software and comes late.
var authorMetas = []string{"article:author", "og:article:author", "article:author_name", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator",
	"dc.contributor", "rnews:author", "cxenseparse:author", "vr:author", "lp.article:author", "article.author", "authors", "dc.author", "shareaholic:article_author_name", "article_author"}

// An authorSource is a place that may name the authors.
type authorSource struct {
	source     string
	confidence float64
	authors    func(r *resolver) []Author
}

// authorSources are the places of a page of HTML, the most trusted first.
var authorSources = []authorSource{
	{"json-ld", 0.95, (*resolver).jsonldAuthors},
	{"meta", 0.85, func(r *resolver) []Author { return r.metaAuthors(authorMetas) }},
	{"rel", 0.8, func(r *resolver) []Author { return r.linkedAuthors(r.edges, true) }},
	{"itemprop", 0.8, (*resolver).itemAuthors},
	{"printed", 0.8, func(r *resolver) []Author { return r.printedAuthors(r.in.Printed.Byline) }},
	{"byline", 0.75, func(r *resolver) []Author { return r.bylines(r.head, page.ClassByline, true) }},
	{"link", 0.7, func(r *resolver) []Author { return r.linkedAuthors(r.head, false) }},
	{"text", 0.6, func(r *resolver) []Author { return r.bylines(r.head, 0, true) }},
	{"author", 0.6, func(r *resolver) []Author {
		return r.metaAuthors([]string{"author", "article:creator", "twitter:creator_name"})
	}},
	{"byline", 0.5, func(r *resolver) []Author { return r.bylines(r.head, page.ClassByline, false) }},
	{"end", 0.5, func(r *resolver) []Author { return r.bylines(r.tail, page.ClassByline, true) }},
	{"line", 0.5, (*resolver).bareNames},
	{"date line", 0.5, (*resolver).besideDate},
	{"date line", 0.45, (*resolver).dateLine},
	{"bio", 0.45, (*resolver).bioNames},
	{"signature", 0.45, (*resolver).signature},
	{"end", 0.4, func(r *resolver) []Author { return r.bylines(r.tail, 0, true) }},
	{"label", 0.4, (*resolver).belowLabel},
}

// textAuthorSources are the same of a plain text.
var textAuthorSources = []authorSource{
	{"byline", 0.6, (*resolver).textByline},
	{"signature", 0.45, (*resolver).signature},
}

// authors takes the first source that names somebody. A source that names only the
// publisher gives way to one that names others.
func (r *resolver) authors() {
	s := r.own
	var weak []Author // that are named by a source which names nobody but the site
	weakNoted := notNoted
	const enough = 3 // sources that name somebody; more are not asked
	named := 0
	sources := authorSources
	if r.page.FromText {
		sources = textAuthorSources
	}
	for _, src := range sources {
		if r.f.Authors != nil && named >= enough || r.settled(r.f.Authors != nil) {
			break
		}
		if r.in.NoStory && src.source != "json-ld" && src.source != "meta" {
			continue
		}
		list := src.authors(r)
		if len(list) == 0 {
			continue
		}
		list = list[:min(len(list), 30)]
		if len(list) > 1 {
			list = slices.DeleteFunc(list, r.isMasthead)
			if src.source != "json-ld" && src.source != "meta" {
				list = s.withoutSite(list)
			}
		}
		if len(list) == 0 || weak != nil && len(list) == 1 && nameDesks.has(list[0].Name) { // "Agencies"
			continue
		}
		named++
		var joined []string // the names, for the evidence
		own := true         // names nobody but the site
		for i := range list {
			list[i].Name = s.cutName(list[i].Name)
			if r.in.Evidence {
				joined = append(joined, list[i].Name)
			}
			switch person := looksLikePerson(strings.Fields(list[i].Name)) && !isDesk(list[i].Name); {
			case isLogin(list[i].Name), r.isLinkedLogin(list[i].Name), containsFolded(r.f.Section, list[i].Name):
			case !s.isName(list[i].Name) || agencies.has(list[i].Name):
				own = false
			case person && !list[i].Organization && !s.exactly(list[i].Name): // a person's own site
				own = false
			case !person:
				list[i].Organization = true
			}
		}
		n := r.considerAll("authors", src.source, joined, "; ", src.confidence)
		switch {
		case r.f.Authors != nil:
		case weak != nil && src.confidence < 0.5:
		case own:
			if weak == nil || s.exactly(list[0].Name) && !s.exactly(weak[0].Name) {
				weak, weakNoted = list, n
			}
		default:
			r.f.Authors = list
			r.choose(n)
		}
	}
	if r.f.Authors == nil && weak != nil {
		r.f.Authors = weak
		r.choose(weakNoted)
	}
	r.fullNames()
	for i := range r.f.Authors {
		a := &r.f.Authors[i]
		if a.URL == "" {
			a.URL = r.linkOf(a.Name)
		}
		a.URL = r.absolute(a.URL)
	}
}

// metaAuthors reads the first of the metas that names somebody; one name may be repeated for
// several authors.
func (r *resolver) metaAuthors(metas []string) []Author {
	for _, n := range metas {
		var out []Author
		for _, v := range r.metas(n) {
			found := []Author{{Name: v}}
			if !r.isOwnName(v) {
				found = names(v, false)
			}
			for _, a := range found {
				if !hasName(out, a.Name) {
					out = append(out, a)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if len(metas) < len(authorMetas) {
		return nil
	}
	for _, m := range r.page.Metas {
		const longest = 30 // bytes of a name
		if !m.Item && len(m.Name) <= longest && strings.Contains(m.Name, "author") && looseAuthor[compact(m.Name)] {
			if out := names(m.Content, false); len(out) > 0 {
				return out
			}
		}
	}
	for _, n := range []string{"1", "2"} {
		if isAuthorLabel(r.meta("twitter:label" + n)) {
			return names(r.meta("twitter:data"+n), false)
		}
	}
	return nil
}

// looseAuthor are the names of meta elements that hold authors, without their signs.
var looseAuthor = set([]string{"articleauthor", "articleauthors", "authorname", "authornames", "articleauthorname", "articleauthornames", "contentauthor", "pageauthor", "postauthor", "newsauthor", "storyauthor"})

// isAuthorLabel reports whether a text says "Written by" or "Author" in some language, and nothing
// else.
func isAuthorLabel(s string) bool {
	rest, ok := cutPrefix(s)
	return ok && rest == "" || nameRoles.has(s)
}

func (r *resolver) itemAuthors() []Author {
	var out []Author
	for _, item := range []string{"author", "creator"} {
		for n, m := range r.items(item) {
			if n >= 8 {
				break
			}
			const longest = 120 // bytes; what is longer tells about the author
			if len(m.Content) > longest {
				continue
			}
			for _, a := range names(m.Content, false) {
				if !hasName(out, a.Name) {
					out = append(out, a)
				}
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// printedAuthors reads labelled bylines.
func (r *resolver) printedAuthors(blocks []int32) []Author {
	var out []Author
	for _, i := range blocks {
		if !r.isBlock(i) {
			continue
		}
		b := &r.page.Blocks[i]
		text, _ := r.signedLine(b.Text)
		out = addPrinted(out, b, names(text, true))
	}
	if len(out) == 0 { // one word, or in lower case: believed only after "By"
		for _, i := range blocks {
			if !r.isBlock(i) {
				continue
			}
			out = append(out, r.penName(r.page.Blocks[i].Text)...)
		}
	}
	return out
}

// penName is who signs with what would not be taken for a name, after "By".
func (r *resolver) penName(text string) []Author {
	line := r.undated(text)
	if i := lineBreaks.index(line); i > 0 {
		line = line[:i]
	}
	t, ok := cutPrefix(clean(line))
	if !ok {
		if t = afterPiece(clean(line)); t == clean(line) {
			return nil
		}
	}
	t, _, _ = strings.Cut(t, ", ")
	if len(strings.Fields(t)) > 3 {
		return nil
	}
	return names(t, false)
}

// bylines reads the first short block that begins with "By" or, if that is not asked for, any
// of the class. With class 0 all blocks are tried.
func (r *resolver) bylines(blocks []int32, class page.Class, prefixed bool) []Author {
	var out []Author
	if r.unsigned == nil {
		r.unsigned = make([]bool, len(r.page.Blocks))
	}
	for n, i := range blocks {
		b := &r.page.Blocks[i]
		const longest = 25 // words
		text := b.Text
		if slices.Contains(r.in.Printed.Title, i) { // whoever a headline says something is by
			_, text, _ = strings.Cut(text, "\n")
		}
		if b.Words > longest || len(text) > 250 || prefixed && r.unsigned[i] || class != 0 && !r.named(i, class) {
			continue
		}
		rest, ok := r.signedLine(text)
		r.unsigned[i] = !ok
		if prefixed && !ok {
			continue
		}
		if ok && strings.TrimSpace(rest) == "" && n+1 < len(blocks) && blocks[n+1] == i+1 { // "By" stands alone
			b = &r.page.Blocks[i+1]
			rest = b.Text
		}
		found := names(rest, true)
		if len(found) == 0 && ok && class != 0 {
			found = r.penName(text)
		}
		if out = addPrinted(out, b, found); len(out) > 0 {
			return out
		}
	}
	return nil
}

// addPrinted appends what was found in a block, but for the topics that it links to.
func addPrinted(out []Author, b *page.Block, found []Author) []Author {
	for _, a := range found {
		if a = linkedName(b, a); !hasName(out, a.Name) && !isTopicLink(b, a.Name) {
			out = append(out, a)
		}
	}
	return out
}
