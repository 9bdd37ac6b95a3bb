package main

import (
	"log"
	"math"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// How many trees each question gets, and how much each of them corrects. Chosen by
// cross-validation, see MODEL.md.
const (
	storyTrees, storyRate = 200, 0.1
	againTrees, againRate = 120, 0.1
	roleTrees, roleRate   = 50, 0.2
	pageTrees, pageRate   = 120, 0.06
)

// leastCover is how much of its gold a page must hold to be learned from: what is below
// was annotated on another version of the page.
const leastCover = 0.7

// An example is a page to learn from.
type example struct {
	set    string
	gold   goldPage
	weight float32
	load   func() (*page.Page, error)
}

func (e *example) article() bool { return e.set != otherPages }

// A span is an example's part of the arrays of a corpus.
type span struct {
	*example
	page     *page.Page
	from, to int32
	fold     int
}

// A corpus is all blocks of all examples that are of use.
type corpus struct {
	pages  []span
	rows   []int16
	story  []float32 // 1 for what is part of the story
	weight []float32
	words  []int32
	roles  []string // "" for none
	tells  []bool   // the page has roles, and the block is near its story: there they are asked for
	titles []bool   // the same for the headline, of which more sets tell
	fold   []uint8
}

// learned are half a model without each of the folds, and with all of them at the end.
type learned struct {
	forests [cv.Folds + 1][label.NumQuestions]label.Forest
	models  int // how many of them are asked for: all, or those of the folds
}

// everything stands for the fold of a model that leaves none out.
const everything = cv.Folds

// learn builds the forests, those of the second look, of roles and of pages from the
// answers that models give for pages of sites which they have not seen.
func learn(kind string, examples []example, models int) (l learned) {
	l.models = models
	c := read(examples)
	say("%s: %d pages, %d blocks", kind, len(c.pages), len(c.story))
	l.stories(c)
	first := make([]int32, len(c.story))
	each(len(c.pages), func(i int) {
		p := &c.pages[i]
		copy(first[p.from:p.to], l.forests[p.fold][label.AskStory].ScoreAll(c.matrix(p)))
		copy(c.matrix(p), label.SecondLook(p.page, first[p.from:p.to]))
	})
	say("%s: first look learned", kind)
	last := l.again(c, first)
	say("%s: second look learned", kind)
	roles := l.roles(c)
	say("%s: roles learned", kind)
	confidence := l.pages(c, last)
	report(kind, c, first, last, roles, confidence)
	return l
}

// without are the numbers of the rows in other folds, of those for which use holds.
func without(fold int, folds []uint8, use func(i int) bool) (rows []int32) {
	for i, f := range folds {
		if int(f) != fold && use(i) {
			rows = append(rows, int32(i))
		}
	}
	return rows
}

func (c *corpus) row(block int) []int16 { return label.Matrix(c.rows).Row(block) }

func (c *corpus) matrix(p *span) label.Matrix {
	return c.rows[int(p.from)*label.NumFeatures : int(p.to)*label.NumFeatures]
}

func (l *learned) stories(c *corpus) {
	b := bin(c.rows, without(everything, c.fold, func(int) bool { return true }))
	d := &dataset{c.story, c.weight}
	for k := range l.models {
		use := without(k, c.fold, func(i int) bool { return c.weight[i] > 0 })
		l.forests[k][label.AskStory] = boost(d, b, use, storyTrees, storyRate, 1)
	}
}

// roleOf names the gold's role that each question about roles asks for.
var roleOf = map[label.Question]string{
	label.AskStandfirst: "standfirst", label.AskHeading: "heading", label.AskCaption: "caption", label.AskByline: "byline", label.AskDate: "date",
	label.AskRelated: "related", label.AskBio: "bio", label.AskNote: "note", label.AskFactbox: "factbox", label.AskKicker: "kicker", label.AskQuote: "quote",
	label.AskTitle: "title",
}

// roles learns the roles, and where to draw the line for each: its bias is set so that the
// F1 is best where the log odds are above 0.
func (l *learned) roles(c *corpus) (scores [label.NumQuestions][]int32) {
	b := bin(c.rows, without(everything, c.fold, func(i int) bool { return c.tells[i] }))
	for q, role := range roleOf {
		scores[q] = make([]int32, len(c.roles))
		target := make([]float32, len(c.roles))
		for i, r := range c.roles {
			if r == role {
				target[i] = 1
			}
		}
		d := &dataset{target, c.weight}
		asked := c.tells
		if q == label.AskTitle {
			asked = c.titles
		}
		for k := range l.models {
			use := without(k, c.fold, func(i int) bool { return asked[i] })
			l.forests[k][q] = boost(d, b, use, roleTrees, roleRate, uint64(q)+1)
		}
		for i := range c.roles {
			if c.tells[i] {
				scores[q][i] = l.forests[c.fold[i]][q].Sum(c.row(i))
			}
		}
		if q == label.AskTitle {
			continue // the likeliest is taken
		}
		for k := range l.models {
			l.forests[k][q].Bias -= bestLine(scores[q], target, without(k, c.fold, func(i int) bool { return c.tells[i] }))
		}
		line := bestLine(scores[q], target, without(everything, c.fold, func(i int) bool { return c.tells[i] }))
		for i := range scores[q] {
			scores[q][i] -= line
		}
	}
	return scores
}

// leastChance are the log odds below which no role is given: one in four.
const leastChance = -1.1 * label.Unit

// bestLine are the log odds above which the F1 is best.
func bestLine(scores []int32, target []float32, rows []int32) (line int32) {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b int32) int { return int(scores[b]) - int(scores[a]) })
	var all, right, best float64
	for _, i := range rows {
		all += float64(target[i])
	}
	for n, i := range rows {
		right += float64(target[i])
		if f := 2 * right / (float64(n+1) + all); f > best {
			best, line = f, scores[i]-1
		}
	}
	return max(line, int32(math.Round(leastChance)))
}

// again learns the second look, and returns the last answer for each block.
func (l *learned) again(c *corpus, first []int32) (last []int32) {
	asked := func(i int) bool { return first[i] >= label.AskedAgain }
	b := bin(c.rows, without(everything, c.fold, asked))
	d := &dataset{c.story, c.weight}
	for k := range l.models {
		use := without(k, c.fold, func(i int) bool { return asked(i) && c.weight[i] > 0 })
		l.forests[k][label.AskAgain] = boost(d, b, use, againTrees, againRate, 2)
	}
	last = slices.Clone(first)
	for i := range last {
		if asked(i) {
			last[i] = label.LookAgain(&l.forests[c.fold[i]][label.AskAgain], first[i], c.row(i))
		}
	}
	return last
}

// pages learns what F1 to expect of a page, and returns that for each.
func (l *learned) pages(c *corpus, last []int32) (confidence []float64) {
	n := len(c.pages)
	rows := make([]int16, n*label.NumFeatures)
	d := &dataset{make([]float32, n), make([]float32, n)}
	folds := make([]uint8, n)
	each(n, func(i int) {
		p := &c.pages[i]
		copy(rows[i*label.NumFeatures:], label.PageLook(p.page, last[p.from:p.to]))
		d.target[i] = float32(c.f1(p, last))
		d.weight[i] = 1
		folds[i] = uint8(p.fold)
	})
	b := bin(rows, without(everything, folds, func(int) bool { return true }))
	confidence = make([]float64, n)
	for k := range l.models {
		l.forests[k][label.AskPage] = boost(d, b, without(k, folds, func(int) bool { return true }), pageTrees, pageRate, 3)
	}
	logOdds := make([]int32, n)
	for i := range logOdds {
		logOdds[i] = l.forests[folds[i]][label.AskPage].Sum(rows[i*label.NumFeatures : (i+1)*label.NumFeatures])
	}
	article := func(i int) bool { return c.pages[i].article() }
	for k := range l.models {
		l.forests[k][label.AskPage].Bias += prior(logOdds, d.target, without(k, folds, article))
	}
	shift := prior(logOdds, d.target, without(everything, folds, article))
	for i := range confidence {
		confidence[i] = chance(logOdds[i] + shift)
	}
	return confidence
}

// chance is the probability of log odds.
func chance(logOdds int32) float64 { return 1 / (1 + math.Exp(-float64(logOdds)/label.Unit)) }

// prior is what to add to the log odds of pages so that they err least on articles: among
// the pages that the library is given these are more common than among those of the
// corpus.
func prior(logOdds []int32, f1 []float32, articles []int32) (shift int32) {
	best := math.Inf(1)
	for s := int32(0); s <= 3*label.Unit; s += label.Unit / 16 {
		var off float64
		for _, i := range articles {
			off += math.Abs(chance(logOdds[i]+s) - float64(f1[i]))
		}
		if off < best {
			best, shift = off, s
		}
	}
	return shift
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
			c.pages = append(c.pages, span{p.example, p.page, at, at + p.to, p.fold})
		}
		c.rows = append(c.rows, one.rows...)
		c.story = append(c.story, one.story...)
		c.weight = append(c.weight, one.weight...)
		c.words = append(c.words, one.words...)
		c.roles = append(c.roles, one.roles...)
		c.tells = append(c.tells, one.tells...)
		c.titles = append(c.titles, one.titles...)
		c.fold = append(c.fold, one.fold...)
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
		pages: []span{{e, p, 0, int32(n), fold}}, rows: label.Features(p), story: make([]float32, n), weight: make([]float32, n),
		words: make([]int32, n), roles: make([]string, n), tells: make([]bool, n), titles: make([]bool, n), fold: slices.Repeat([]uint8{uint8(fold)}, n),
	}
	for i := range p.Blocks {
		c.words[i] = p.Blocks[i].Words
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
	titled := markTitle(e.gold, p, c.roles)
	for i := max(0, first-label.Around); first >= 0 && i < min(n, last+1+label.Around); i++ {
		c.tells[i] = len(e.gold.Parts) > 0
		c.titles[i] = titled
	}
	return c
}

// markTitle gives the blocks that say the page's headline that role, where the gold has no
// roles, and reports whether there is one.
func markTitle(g goldPage, p *page.Page, roles []string) (found bool) {
	title := fold(g.Title)
	for i := range p.Blocks {
		if len(g.Parts) == 0 && title != "" && fold(p.Blocks[i].Text) == title {
			roles[i] = roleOf[label.AskTitle]
		}
		found = found || roles[i] == roleOf[label.AskTitle]
	}
	return found
}
