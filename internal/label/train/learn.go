package main

import (
	"math"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

// A size is how many trees a question gets, and how much each of them corrects.
type size struct {
	trees int
	rate  float64
}

// sizes are those of the questions about the story, asked first and again, and about roles. Chosen by cross-validation, see
// MODEL.md; most are multiples of twelve: so many trees are walked at a time. Of text the roles have half as many as of HTML: it
// is to be fast.
var sizes = map[string]struct{ story, again, role size }{
	html: {story: size{288, 0.07}, again: size{180, 0.07}, role: size{192, 0.05}},
	text: {story: size{384, 0.05}, again: size{240, 0.05}, role: size{96, 0.1}},

	markdown: {story: size{384, 0.05}, again: size{240, 0.05}, role: size{192, 0.05}},
}

// ofPage is that of the questions about pages.
var ofPage = size{120, 0.06}

// learned are half a model without each of the folds, and with all of them at the end.
type learned struct {
	forests  [cv.Folds + 1][label.NumQuestions]label.Forest
	lexicons [cv.Folds + 1]label.Lexicon // of words
	names    [cv.Folds + 1]label.Lexicon // of names
	models   int                         // how many of them are asked for: all, or those of the folds
}

// The kinds of pages that are learned apart.
const html, text, markdown = "html", "text", "markdown"

// kinds are all of them.
var kinds = [...]string{html, text, markdown}

// everything stands for the fold of a model that leaves none out.
const everything = cv.Folds

// learn builds the forests, those of the second look, of roles and of pages from the
// answers that models give for pages of sites which they have not seen.
//
// cleaned are texts that are nothing but a story, perhaps under its headline: all that is learned
// of them is what tells them from pages.
func learn(kind string, examples, cleaned []example, models int) (l learned) {
	l.models = models
	c := read(examples)
	say("%s: %d pages, %d blocks", kind, len(c.pages), len(c.story))
	l.lexica(c)
	say("%s: lexicons learned", kind)
	l.stories(c)
	first := make([]int32, len(c.story))
	each(len(c.pages), func(i int) {
		p := &c.pages[i]
		copy(first[p.from:p.to], l.forests[p.fold][label.AskStory].ScoreAll(c.matrix(p)))
	})
	say("%s: first look learned", kind)
	last := first
	for _, q := range label.Looks(kind != html) {
		last = l.again(c, q, last)
		say("%s: next look learned", kind)
	}
	rows := c.pageRows(last)
	if kind != html {
		l.alone(c, rows, cleaned)
		say("%s: stories alone learned", kind)
	}
	roles := l.roles(c, kind)
	say("%s: roles learned", kind)
	confidence := l.pages(c, rows, last)
	report(kind, c, first, last, roles, confidence)
	return l
}

// put puts what is learned without a fold into its part of a model.
func (l *learned) put(m *label.Model, kind string, fold int) {
	switch kind {
	case html:
		m.HTML, m.HTMLLexicon, m.NameLexicon = l.forests[fold], l.lexicons[fold], l.names[fold]
	case text:
		m.Text, m.TextLexicon = l.forests[fold], l.lexicons[fold]
	case markdown:
		m.Markdown, m.MarkdownLexicon = l.forests[fold], l.lexicons[fold]
	}
}

// model knows nothing but that.
func (l *learned) model(kind string, fold int) *label.Model {
	m := new(label.Model)
	l.put(m, kind, fold)
	return m
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

func (l *learned) stories(c *corpus) {
	b := c.binStory(func(int) bool { return true })
	d := &dataset{c.story, c.weight}
	for k := range l.models {
		use := without(k, c.fold, func(i int) bool { return c.weight[i] > 0 })
		l.forests[k][label.AskStory] = boost(d, b, use, sizes[c.kind()].story, 1)
	}
}

// binStory bins what the questions about the story are asked of.
func (c *corpus) binStory(asked func(i int) bool) *binned {
	b := bin(c.rows, without(everything, c.fold, asked))
	if !c.fromText() {
		b.hide(label.RolesAlone())
	}
	return b
}

// roleOf names the gold's role that each question about roles asks for.
var roleOf = map[label.Question]string{
	label.AskStandfirst: "standfirst", label.AskHeading: "heading", label.AskCaption: "caption", label.AskByline: "byline", label.AskDate: "date",
	label.AskRelated: "related", label.AskBio: "bio", label.AskNote: "note", label.AskFactbox: "factbox", label.AskKicker: "kicker",
	label.AskTitle: "title",
}

// roles learns the roles, and where to draw the line for each: its bias is set so that the
// F1 is best where the log odds are above 0.
func (l *learned) roles(c *corpus, kind string) (scores [label.NumQuestions][]int32) {
	known := func(i int) bool { return c.tells[i] && !c.rewritten[i] } // of these the lines are drawn
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
			l.forests[k][q] = boost(d, b, use, sizes[kind].role, uint64(q)+1)
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
			l.forests[k][q].Bias -= bestLine(scores[q], target, without(k, c.fold, known))
		}
		l.exits(c, q)
		line := bestLine(scores[q], target, without(everything, c.fold, known))
		for i := range scores[q] {
			scores[q][i] -= line
		}
	}
	return scores
}

// exits sets where a forest need not be asked to its end: below what it says, so far, of any block of
// a site that it has not seen, to which the answer is open.
func (l *learned) exits(c *corpus, q label.Question) {
	var lowest [cv.Folds]label.Exits
	for k := range lowest {
		for e := range lowest[k] {
			lowest[k][e] = math.MaxInt32
		}
	}
	for i := range c.roles {
		if !c.tells[i] {
			continue
		}
		if sums, all := l.forests[c.fold[i]][q].Sums(c.row(i)); all > label.Open {
			for e := range sums {
				lowest[c.fold[i]][e] = min(lowest[c.fold[i]][e], sums[e])
			}
		}
	}
	for k := range l.models {
		exits := &l.forests[k][q].Exits
		for e := range exits {
			exits[e] = math.MaxInt32
			for fold := range lowest {
				if fold != k {
					exits[e] = min(exits[e], lowest[fold][e])
				}
			}
		}
	}
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

// again learns a look that follows on the answers before, and returns the next ones.
func (l *learned) again(c *corpus, q label.Question, before []int32) (next []int32) {
	each(len(c.pages), func(i int) {
		p := &c.pages[i]
		copy(c.matrix(p), label.SecondLook(p.page, l.of(p.fold), before[p.from:p.to]))
	})
	asked := func(i int) bool { return before[i] >= label.AskedAgain }
	b := c.binStory(asked)
	d := &dataset{c.story, c.weight}
	for k := range l.models {
		use := without(k, c.fold, func(i int) bool { return asked(i) && c.weight[i] > 0 })
		l.forests[k][q] = boost(d, b, use, sizes[c.kind()].again, 2)
	}
	next = slices.Clone(before)
	for i := range next {
		if asked(i) {
			next[i] = label.LookAgain(&l.forests[c.fold[i]][q], before[i], c.row(i))
			label.Settle(c.row(i), next[i])
		}
	}
	return next
}

// pageRows are the features of each page as a whole.
func (c *corpus) pageRows(last []int32) label.Matrix {
	rows := make(label.Matrix, len(c.pages)*label.NumFeatures)
	each(len(c.pages), func(i int) {
		p := &c.pages[i]
		copy(rows.Row(i), label.PageLook(p.page, last[p.from:p.to]))
	})
	return rows
}

// pages learns what F1 to expect of a page, and returns that for each.
func (l *learned) pages(c *corpus, rows label.Matrix, last []int32) (confidence []float64) {
	n := len(c.pages)
	d := &dataset{make([]float32, n), make([]float32, n)}
	folds := make([]uint8, n)
	for i := range c.pages {
		p := &c.pages[i]
		d.target[i] = float32(c.f1(p, last))
		d.weight[i] = 1
		folds[i] = uint8(p.fold)
	}
	b := bin(rows, without(everything, folds, func(int) bool { return true }))
	confidence = make([]float64, n)
	for k := range l.models {
		l.forests[k][label.AskPage] = boost(d, b, without(k, folds, func(int) bool { return true }), ofPage, 3)
	}
	logOdds := make([]int32, n)
	for i := range logOdds {
		logOdds[i] = l.forests[folds[i]][label.AskPage].Sum(rows.Row(i))
	}
	article := func(i int) bool { return c.pages[i].article() && !c.pages[i].rewritten }
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
