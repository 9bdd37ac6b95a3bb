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
	pStoryWords           // words of the address that stand in those of stories, see address.txt
	pOtherWords           // and of other pages
	pTimes                // time elements
	pPictures             // pictures
	pArticles             // article elements
	pStock                // stock lines that are boilerplate wherever they stand
	pHints                // stock lines that may be a story's
	pFirstLine            // likelihood of the first block
	pLastLine             // and of the last one
	pOthers               // blocks that are not taken
	pPageWords            // words of the page
	pPageBlocks           // blocks of the page
	pPageLinks            // link share of the page
	pPageProse            // share of the page's words in prose
	pProseBlocks          // blocks of prose on the page
	numPage
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

// takenInside are the features that sum up the words taken inside of something, with the
// column of a block's row that tells how far above that is.
var takenInside = [...]struct{ feature, column int }{
	{pTakenLists, fTags + tagIndex(atom.Li)}, {pTakenTables, fTags + tagIndex(atom.Table)}, {pTakenForms, fTags + tagIndex(atom.Form)},
	{pTakenArticle, fTags + tagIndex(atom.Article)}, {pTakenTeasers, fClasses + classIndex(page.ClassTeaser)},
	{pTakenComments, fClasses + classIndex(page.ClassComment)}, {pTakenShop, fClasses + classIndex(page.ClassCommerce)},
}

// A pageSum counts words and blocks by feature.
type pageSum [numPage]int64

func (s *pageSum) add(feature int, n int64, yes bool) {
	if yes {
		s[feature] += n
	}
}

// pageRow fills the features of a whole page. likely are the last answers.
func (s *pageSurvey) pageRow(m Matrix, likely []int16) []int16 {
	p := s.p
	var sum pageSum
	var right, missed int64 // story words in what is taken and in what is not, in thousandths
	first, last := -1, -1
	for i := range p.Blocks {
		b, row, q := &p.Blocks[i], m.Row(i), likely[i]
		words := int64(b.Words)
		sum.count(b, row)
		if q < threshold {
			missed += words * int64(q)
			sum.add(pDoubtOut, words, q >= veryUnlikely)
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		right += words * int64(q)
		sum[pTaken] += words
		sum[pTakenBlocks]++
		sum[pLongest] = max(sum[pLongest], words)
		sum[pTakenLinks] += int64(b.LinkWords)
		sum.add(pDoubtIn, words, q < veryLikely)
		sum.add(pTakenProse, words, s.isProse[i])
		sum.add(pTakenCode, words, b.Tag == atom.Pre)
		sum.add(pHeadings, 1, page.IsHeading(b.Tag))
		for _, t := range takenInside {
			sum.add(t.feature, words, !p.FromText && row[t.column] < far)
		}
	}
	for i := first; first >= 0 && i <= last; i++ {
		b := &p.Blocks[i]
		sum.add(pLinkedHeads, 1, page.IsHeading(b.Tag) && b.Words > 2 && b.LinkWords == b.Words)
	}
	for i := max(0, first-nearFirst); first >= 0 && i < min(len(p.Blocks), first+nearFirst); i++ {
		sum.add(pDatesNear, 1, printsTime(m.Row(i)))
	}
	for i := range p.Nodes {
		sum.add(pArticles, 1, p.Nodes[i].Tag == atom.Article)
	}
	sum[pTimes], sum[pPictures] = int64(len(p.Times)), int64(len(p.Images))
	sum[pPageWords], sum[pPageBlocks], sum[pProseBlocks] = int64(s.words), int64(len(p.Blocks)), int64(s.proseBlocks)

	out := make([]int16, NumFeatures, wide)
	for i, n := range sum {
		out[i] = clamp(int(n))
	}
	if n := len(likely); n > 0 {
		out[pFirstLine], out[pLastLine], out[pOthers] = likely[0], likely[n-1], clamp(n-int(sum[pTakenBlocks]))
	}
	taken := int32(sum[pTaken])
	for _, i := range [...]int{pDoubtIn, pDoubtOut, pTakenLinks, pTakenProse, pTakenCode} {
		out[i] = share(int32(sum[i]), taken)
	}
	for _, t := range takenInside {
		out[t.feature] = share(int32(sum[t.feature]), taken)
	}
	out[pTakenShare], out[pPageLinks], out[pPageProse] = share(taken, s.words), share(s.links, s.words), share(s.prose, s.words)
	if taken > 0 {
		out[pExpected] = clamp(int(2 * right / (int64(taken) + (right+missed)/1000)))
	}
	if blocks := int32(sum[pTakenBlocks]); blocks > 0 {
		out[pMean] = clamp(int(taken / blocks))
		out[pFirst] = share(int32(first), int32(len(p.Blocks)))
		out[pSpread] = share(blocks, int32(last-first+1))
	}
	if s.title >= 0 {
		out[pTitle], out[pSinceTitle] = 1, clamp(first-int(s.title))
	}
	s.stated(out)
	s.address(out)
	return out
}

// count counts what a block is, taken or not.
func (s *pageSum) count(b *page.Block, row []int16) {
	s.add(pHeads, 1, page.IsHeading(b.Tag))
	s.add(pPrices, 1, b.Words <= longByline && hasCurrency(b.Text))
	s.add(pQuestions, 1, strings.HasSuffix(b.Text, "?"))
	s.add(pStock, 1, phrases.Strength(row[fPhraseSure]) == phrases.Sure)
	s.add(pHints, 1, phrases.Strength(row[fPhraseSure]) == phrases.Hint)
	switch phrases.Class(row[fPhrase]) {
	case phrases.DateAlone, phrases.PublishedDate, phrases.RelativeTime, phrases.Clock:
		s[pDates]++
	case phrases.ReadMore:
		s[pReadMore]++
	}
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

// classIndex is the number of a class's bit.
func classIndex(c page.Class) (n int) {
	for c>>n != 1 {
		n++
	}
	return n
}

// hasCurrency reports whether a text has the sign of a currency: $ € £ ¥ ₹.
func hasCurrency(s string) bool {
	switch {
	case strings.IndexByte(s, '$') >= 0:
		return true
	case strings.IndexByte(s, 0xC2) < 0 && strings.IndexByte(s, 0xE2) < 0: // with which the others begin
		return false
	}
	return strings.Contains(s, "£") || strings.Contains(s, "¥") || strings.Contains(s, "€") || strings.Contains(s, "₹")
}
