package label

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// The features of a whole page, from which the F1 of its body is expected. They stand in a
// row of the same length as a block's. What is taken are the blocks that are likely story.
const (
	pExpected      = iota // F1 that the likelihoods alone let expect, a share as all shares here
	pTaken                // words taken
	pTakenBlocks          // blocks taken
	pTakenShare           // share of the page's words that are taken
	pDoubtIn              // share of the words taken that are not very likely
	pDoubtOut             // words not taken that are not very unlikely, as a share of those taken
	pLongest              // words of the longest block taken
	pMean                 // mean words of the blocks taken
	pTakenLinks           // share of the words taken that are links
	pTakenProse           // share of the words taken that are prose
	pTakenLists           // share of the words taken that are in lists
	pTakenTables          // in tables
	pTakenForms           // in forms
	pTakenTeasers         // in what is called teasers
	pTakenComments        // in what is called comments
	pTakenShop            // in what is called a shop
	pTakenArticle         // in article elements
	pTakenCode            // in preformatted text
	pHeadings             // headings taken
	pLinkedHeads          // headings that are links, between the first block taken and the last
	pHeads                // headings on the page
	pFirst                // share of the page's blocks before the first one taken
	pSpread               // share of taken ones among the blocks from first to last
	pTitle                // 1: there is a printed headline
	pSinceTitle           // blocks from it to the first one taken
	pStated               // what og:type says, see statedTypes
	pPublished            // 1: the head or an item property tells when it was published
	pNamed                // 1: the head or an item property tells by whom
	pDates                // blocks that are dates
	pDatesNear            // of these, near the first block taken
	pPrices               // blocks with a sign of currency
	pQuestions            // blocks that end in a question mark
	pReadMore             // lines such as "Read more"
	pSlug                 // hyphens in the last part of the page's address, -1 where it has none
	pPath                 // parts of the address after the first
	pPathDigits           // digits in it: years, days, numbers of stories
	pTimes                // time elements
	pPictures             // pictures
	pArticles             // article elements
	pPageWords            // words of the page
	pPageBlocks           // blocks of the page
	pPageLinks            // link share of the page
	pPageProse            // share of the page's words in prose
	pProseBlocks          // blocks of prose on the page
)

// statedTypes number the types that pages state of themselves; others are 5, none is 0.
var statedTypes = map[string]int16{"article": 1, "website": 2, "product": 3, "blog": 4, "object": 2}

// What is not very likely and not very unlikely, in thousandths.
const (
	veryLikely   = 800
	veryUnlikely = 200
)

// nearFirst is how many blocks before and after the first one of the story its date stands.
const nearFirst = 12

// pageRow fills the features of a whole page. likely are the last answers.
func (s *pageSurvey) pageRow(m Matrix, likely []int16) []int16 {
	p, row := s.p, make([]int16, NumFeatures)
	var taken, right, missed, doubtIn, doubtOut, links, prose, lists, tables, forms, teasers, comments, shop, articles, code int64
	var longest int32
	first, last, blocks := -1, -1, int16(0)
	for i := range p.Blocks {
		b, r := &p.Blocks[i], m.Row(i)
		w, q := int64(b.Words), int64(likely[i])
		if isHeading(b.Tag) {
			row[pHeads] = clamp(int(row[pHeads]) + 1)
		}
		if b.Words <= longByline && strings.ContainsAny(b.Text, "$€£¥₹") {
			row[pPrices] = clamp(int(row[pPrices]) + 1)
		}
		if strings.HasSuffix(b.Text, "?") {
			row[pQuestions] = clamp(int(row[pQuestions]) + 1)
		}
		switch phrases.Class(r[fPhrase]) {
		case phrases.DateAlone, phrases.PublishedDate, phrases.RelativeTime, phrases.Clock:
			row[pDates] = clamp(int(row[pDates]) + 1)
		case phrases.ReadMore:
			row[pReadMore] = clamp(int(row[pReadMore]) + 1)
		}
		if q < threshold {
			missed += w * q
			if q >= veryUnlikely {
				doubtOut += w
			}
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		blocks++
		taken += w
		right += w * q
		longest = max(longest, b.Words)
		links += int64(b.LinkWords)
		add := func(sum *int64, yes bool) {
			if yes {
				*sum += w
			}
		}
		add(&doubtIn, q < veryLikely)
		add(&prose, b.ReadsLikeProse())
		add(&code, b.Tag == atom.Pre)
		if isHeading(b.Tag) {
			row[pHeadings] = clamp(int(row[pHeadings]) + 1)
		}
		if !p.FromText {
			add(&lists, r[fTags+tagIndex(atom.Li)] < far)
			add(&tables, r[fTags+tagIndex(atom.Table)] < far)
			add(&forms, r[fTags+tagIndex(atom.Form)] < far)
			add(&articles, r[fTags+tagIndex(atom.Article)] < far)
			add(&teasers, r[fClasses+classIndex(page.ClassTeaser)] < far)
			add(&comments, r[fClasses+classIndex(page.ClassComment)] < far)
			add(&shop, r[fClasses+classIndex(page.ClassCommerce)] < far)
		}
	}
	of := func(part int64) int16 { return share(int32(part), int32(taken)) }
	if taken > 0 {
		row[pExpected] = clamp(int(2 * right / (taken + (right+missed)/1000)))
	}
	row[pTaken], row[pTakenBlocks], row[pTakenShare] = clamp(int(taken)), blocks, share(int32(taken), s.words)
	row[pDoubtIn], row[pDoubtOut], row[pLongest] = of(doubtIn), of(doubtOut), clamp(int(longest))
	row[pTakenLinks], row[pTakenProse], row[pTakenLists], row[pTakenTables] = of(links), of(prose), of(lists), of(tables)
	row[pTakenForms], row[pTakenTeasers], row[pTakenComments], row[pTakenShop], row[pTakenArticle] = of(forms), of(teasers), of(comments), of(shop), of(articles)
	row[pTakenCode] = of(code)
	if blocks > 0 {
		row[pMean] = clamp(int(taken) / int(blocks))
		row[pFirst] = share(int32(first), int32(len(p.Blocks)))
		row[pSpread] = share(int32(blocks), int32(last-first+1))
		for i := first; i <= last; i++ {
			if b := &p.Blocks[i]; isHeading(b.Tag) && b.Words > 2 && b.LinkWords == b.Words {
				row[pLinkedHeads] = clamp(int(row[pLinkedHeads]) + 1)
			}
		}
		for i := max(0, first-nearFirst); i < min(len(p.Blocks), first+nearFirst); i++ {
			if printsTime(m.Row(i)) {
				row[pDatesNear]++
			}
		}
	}
	if s.title >= 0 {
		row[pTitle], row[pSinceTitle] = 1, clamp(first-int(s.title))
	}
	s.stated(row)
	s.address(row)
	row[pTimes] = clamp(len(p.Times))
	row[pPictures], row[pPageWords], row[pPageBlocks], row[pPageLinks] = clamp(len(p.Images)), clamp(int(s.words)), clamp(len(p.Blocks)), share(s.links, s.words)
	row[pPageProse], row[pProseBlocks] = share(s.prose, s.words), clamp(int(s.proseBlocks))
	for i := range p.Nodes {
		if p.Nodes[i].Tag == atom.Article {
			row[pArticles] = clamp(int(row[pArticles]) + 1)
		}
	}
	return row
}

// stated fills what the page states of itself.
func (s *pageSurvey) stated(row []int16) {
	for k := range s.p.Metas {
		switch meta := &s.p.Metas[k]; meta.Name {
		case "og:type":
			t := strings.ToLower(meta.Content)
			if row[pStated] = 5; statedTypes[t] > 0 {
				row[pStated] = statedTypes[t]
			}
		case "article:published_time", "datepublished", "dc.date", "date", "parsely-pub-date", "pubdate":
			row[pPublished] = 1
		case "author", "article:author", "dc.creator", "parsely-author", "byl":
			row[pNamed] = 1
		}
	}
}

// address fills what the page's own address tells.
func (s *pageSurvey) address(row []int16) {
	row[pSlug] = -1
	address := ""
	for k := range s.p.Metas {
		if s.p.Metas[k].Name == "og:url" {
			address = s.p.Metas[k].Content
		}
	}
	for k := range s.p.Rels {
		if s.p.Rels[k].Rel == "canonical" {
			address = s.p.Rels[k].Href
		}
	}
	_, address, _ = strings.Cut(address, "://")
	_, path, ok := strings.Cut(address, "/")
	if path, _, _ = strings.Cut(path, "?"); !ok {
		return
	}
	path = strings.Trim(path, "/")
	slug := path[strings.LastIndexByte(path, '/')+1:]
	row[pSlug] = clamp(strings.Count(slug, "-") + strings.Count(slug, "_"))
	row[pPath] = clamp(strings.Count(path, "/"))
	for i := range len(path) {
		if '0' <= path[i] && path[i] <= '9' {
			row[pPathDigits] = clamp(int(row[pPathDigits]) + 1)
		}
	}
}

// classIndex is the number of a class's bit.
func classIndex(c page.Class) (n int) {
	for c>>n != 1 {
		n++
	}
	return n
}
