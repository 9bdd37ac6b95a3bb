package main

import (
	"log"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// leastCover is how much of its gold a page must hold to be learned from: what is below
// was annotated on another version of the page.
const leastCover = 0.7

// An example is a page to learn from.
type example struct {
	set       string
	gold      goldPage
	weight    float32
	crop      bool // a part of a text
	rewritten bool // in another script
	load      func() (*page.Page, error)
}

func (e *example) article() bool { return e.set != otherPages }

// A span is an example's part of the arrays of a corpus.
type span struct {
	*example
	page     *page.Page
	from, to int32
	fold     int
	site     uint32
}

// A corpus is all blocks of all examples that are of use.
type corpus struct {
	pages     []span
	rows      []int16
	story     []float32 // 1 for what is part of the story
	weight    []float32
	words     []int32
	roles     []string // "" for none
	tells     []bool   // the page has roles, and the block is near its story: there they are asked for
	titles    []bool   // the same for the headline, of which more sets tell, and pages that have none
	fold      []uint8
	rewritten []bool     // of a page in another script
	near      []bool     // of an article, and near its story
	said      [][]uint32 // hashes of the words of short blocks
	names     [][]uint32 // of the words of the names of its elements; nil for text and Markdown
}

// fromText reports whether the pages are text; they are all of one kind.
func (c *corpus) fromText() bool { return c.pages[0].page.FromText }

// kind is that of its pages: html, text or markdown.
func (c *corpus) kind() string {
	switch {
	case c.fromText():
		return text
	case c.pages[0].page.Markdown:
		return markdown
	}
	return html
}

func (c *corpus) row(block int) []int16 { return label.Matrix(c.rows).Row(block) }

func (c *corpus) matrix(p *span) label.Matrix {
	return c.rows[int(p.from)*label.NumFeatures : int(p.to)*label.NumFeatures]
}

// read reads and aligns all examples, and keeps those that are of use.
func read(examples []example) *corpus {
	parts := make([]*corpus, len(examples))
	each(len(examples), func(i int) { parts[i] = learnable(&examples[i]) })
	c := new(corpus)
	for _, one := range parts {
		if one == nil {
			continue
		}
		at := int32(len(c.story))
		for _, p := range one.pages {
			c.pages = append(c.pages, span{p.example, p.page, at, at + p.to, p.fold, p.site})
		}
		c.rows = append(c.rows, one.rows...)
		c.story = append(c.story, one.story...)
		c.weight = append(c.weight, one.weight...)
		c.words = append(c.words, one.words...)
		c.roles = append(c.roles, one.roles...)
		c.tells = append(c.tells, one.tells...)
		c.titles = append(c.titles, one.titles...)
		c.fold = append(c.fold, one.fold...)
		c.rewritten = append(c.rewritten, one.rewritten...)
		c.near = append(c.near, one.near...)
		c.said = append(c.said, one.said...)
		c.names = append(c.names, one.names...)
	}
	return c
}

// learnable is what a page teaches; nil for a page whose gold does not fit.
func learnable(e *example) *corpus {
	p, err := e.load()
	if err != nil {
		log.Fatal(err)
	}
	n := len(p.Blocks)
	if n == 0 {
		return nil
	}
	fold := cv.Fold(e.gold.URL, e.gold.ID)
	c := &corpus{
		pages: []span{{e, p, 0, int32(n), fold, cv.Site(e.gold.URL, e.gold.ID)}}, rows: make([]int16, n*label.NumFeatures), story: make([]float32, n), weight: make([]float32, n),
		words: make([]int32, n), roles: make([]string, n), tells: make([]bool, n), titles: make([]bool, n), fold: slices.Repeat([]uint8{uint8(fold)}, n),
		rewritten: slices.Repeat([]bool{e.rewritten}, n),
		near:      make([]bool, n), said: make([][]uint32, n),
	}
	for i := range p.Blocks {
		c.words[i] = p.Blocks[i].Words
		if !e.rewritten { // whose words say nothing of others
			c.said[i] = label.LexiconWords(p, i)
		}
	}
	if !p.FromText && !p.Markdown {
		around := label.NameWords(p)
		for i := range p.Blocks {
			c.names = append(c.names, around[p.Blocks[i].Node])
		}
	}
	if !e.article() {
		return c
	}
	t := align(e.gold, p)
	if t.cover < leastCover {
		return nil
	}
	c.roles = t.role
	var sum float32
	for i := range p.Blocks {
		// A block counts for its length, and for being one.
		c.weight[i] = 1 + float32(min(c.words[i], 80))/20
		if t.story[i] {
			c.story[i] = 1
			c.weight[i] = 1 + float32(min(c.words[i], 80))/10
		}
		sum += c.weight[i]
	}
	for i := range c.weight {
		c.weight[i] *= e.weight * 250 / (sum + 150)
	}
	first, last := slices.Index(t.story, true), len(t.story)-1
	for last >= 0 && !t.story[last] {
		last--
	}
	titleKnown := markTitle(e.gold, p, c.roles)
	for i := max(0, first-label.Around); first >= 0 && i < min(n, last+1+label.Around); i++ {
		c.tells[i] = len(e.gold.Parts) > 0
		c.titles[i] = titleKnown
		c.near[i] = true
	}
	return c
}

// markTitle gives the blocks that say the page's headline that role, where the gold has no
// roles, and reports whether it is known of all blocks whether they are the headline: not
// where it is a part of one.
func markTitle(g goldPage, p *page.Page, roles []string) (known bool) {
	title := fold(g.Title)
	found, inside := false, false
	for i := range p.Blocks {
		text := fold(p.Blocks[i].Text)
		if len(g.Parts) == 0 && title != "" && text == title {
			roles[i] = roleOf[label.AskTitle]
		}
		found = found || roles[i] == roleOf[label.AskTitle]
		inside = inside || strings.Contains(text, title)
	}
	return found || title != "" && !inside
}
