// Package label gives every block of a page a role: part of the story, of its header, or
// the reason why it is neither. It knows nothing of HTML beyond what a Page tells.
package label

import (
	_ "embed"
	"math"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/page"
)

//go:embed model.bin
var modelBytes []byte

// Builtin is the model that the library carries. It is never changed.
var Builtin = func() *Model {
	m, err := ReadModel(modelBytes)
	if err != nil {
		return new(Model) // the trainer runs before a model of its version is there
	}
	return m
}()

// threshold is the least probability of story, in thousandths, of a block that is taken.
const threshold = 500

// A Labelled is a page with its labels.
type Labelled struct {
	Labels      []Label // one a block
	First, Last int     // the story is Blocks[First:Last]; both 0 where there is none
	// Confidence is the F1 that the body may be expected to have, 0 to 1.
	Confidence float64
}

// An Opinion is somebody else's view of a page: the texts of the blocks that they take for
// the story.
type Opinion func() map[string]bool

// Apply labels the blocks of a page. second is asked where the labels are unsure; it may
// be nil.
func Apply(p *page.Page, m *Model, second Opinion) Labelled { return apply(p, m, second, nil) }

// apply is Apply, with somebody who hears of all lines that may be the headline of a text; heard may be nil.
func apply(p *page.Page, m *Model, second Opinion, heard func(HeadlineLine)) Labelled {
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	l := newLabeller(p, m, memory)
	l.heard = heard
	l.scoreStory()
	if p.Stopped(0) {
		return l.out // of no use to anybody
	}
	if second != nil && (l.out.Confidence < unsure || !l.hasStory()) {
		l.consult(second())
	}
	l.chooseStory()
	if l.alone = l.isAlone(); l.alone {
		l.takeWhole()
	} else {
		l.ownStory()
		byElements := l.byElements()
		if byElements {
			l.headingsAbove()
			l.lists()
		}
		if p.FromText {
			l.announced()
			l.shortLines()
		}
		l.standfirst()
		l.liveEntries()
		l.rivals()
		if byElements {
			l.nextArticles()
			l.teasers()
		}
		l.span()
		l.cutEnd()
		l.frame()
	}
	l.nameAll()
	if !p.FromText {
		l.pullQuotes()
	}
	return l.out
}

// byElements reports whether elements tell what is no story: the page has them, and the caller has not told what is.
func (l *labeller) byElements() bool { return !l.p.FromText && !l.p.Chosen }

// ownStory leaves of what was chosen the tables whole, nothing that stands in comments, footers and the like, and one copy of each
// text. The cells of a table in a comment go with it, and a copy in one does not make the story's own paragraph a duplicate.
func (l *labeller) ownStory() {
	l.span()
	l.tables()
	if l.byElements() {
		l.outsideStory()
	}
	l.duplicates()
	l.span()
}

type labeller struct {
	p       *page.Page
	forests *[NumQuestions]Forest
	survey  *pageSurvey
	rows    Matrix
	out     Labelled
	story   []int32            // log odds of each block
	page    []int16            // features of the whole page
	in      []bool             // part of the story, its standfirst included
	least   int16              // the probability, in thousandths, from which on blocks are part of it, see line
	alone   bool               // a text that is nothing but a story, perhaps with its header
	body    int                // first block of the story below its standfirst
	title   int                // block of the printed headline, -1 for none; set by frame
	host    *string            // see mostLinked; set by isOwn
	heard   func(HeadlineLine) // see apply
}

// newLabeller knows the first features of a page.
func newLabeller(p *page.Page, m *Model, w *workspace) labeller {
	forests, lexica := m.of(p)
	s := survey(p, lexica, w)
	return labeller{p: p, forests: forests, survey: s, rows: s.features(), out: Labelled{Labels: make([]Label, len(p.Blocks))}}
}

// scoreStory asks of each block whether it is part of the story, and of the likelier ones
// again when the answers for all are known.
func (l *labeller) scoreStory() {
	// Some rows at a time, to see whether anybody waits.
	const rows = 4096
	for from := 0; from < len(l.p.Blocks); from += rows {
		if l.p.Stopped(0) {
			return
		}
		to := min(from+rows, len(l.p.Blocks))
		l.story = append(l.story, l.forests[AskStory].ScoreAll(l.rows[from*NumFeatures:to*NumFeatures])...)
	}
	likely := probabilities(l.story)
	for _, q := range Looks(l.p.FromText || l.p.Markdown) {
		l.survey.surveyStory(likely).fill(l.rows, l.story)
		for i, before := range l.story {
			if l.p.Stopped(i) {
				return
			}
			if before >= AskedAgain {
				l.story[i] = LookAgain(&l.forests[q], before, l.rows.Row(i))
				Settle(l.rows.Row(i), l.story[i])
				likely[i] = probability(l.story[i])
			}
		}
	}
	for i := range likely {
		l.out.Labels[i].Story = likely[i]
	}
	if len(likely) > 0 {
		l.page = l.survey.pageRow(l.rows, likely)
		l.out.Confidence = float64(probability(l.forests[AskPage].Sum(l.page))) / 1000
	}
}

// AskedAgain are the log odds from which on a block gets another look.
const AskedAgain = -3 * Unit

// LookAgain is the next answer for a block: the mean of the one before and of what f says,
// which errs less than either.
func LookAgain(f *Forest, before int32, row []int16) int32 { return (before + f.Score(row)) / 2 }

// Settle puts the last answer into a row, for the questions about roles.
func Settle(row []int16, last int32) { row[fStory] = clamp(int(last) * 100 / Unit) }

// SecondLook computes the features of all blocks once the first answers are known. It is
// for the trainer.
func SecondLook(p *page.Page, lexica Lexica, first []int32) Matrix {
	s := survey(p, lexica, new(workspace))
	m := s.features()
	s.surveyStory(probabilities(first)).fill(m, first)
	return m
}

// PageLook computes the features of a whole page from the last answers. It is for the
// trainer.
func PageLook(p *page.Page, last []int32) []int16 {
	s := survey(p, Lexica{}, new(workspace))
	return s.pageRow(s.features(), probabilities(last))
}

// Rows computes the features of all blocks of a page, the last look's among them, from the answers of a model. It is for
// the trainer.
func Rows(p *page.Page, m *Model) Matrix {
	l := newLabeller(p, m, new(workspace))
	l.scoreStory()
	return l.rows
}

// TextLook computes the features of a whole text from the last answers of a model. It is for the
// trainer.
func TextLook(p *page.Page, m *Model) []int16 {
	l := newLabeller(p, m, new(workspace))
	l.scoreStory()
	return l.page
}

func probabilities(logOdds []int32) []int16 {
	out := make([]int16, len(logOdds))
	for i, s := range logOdds {
		out[i] = probability(s)
	}
	return out
}

const (
	// unsure is the confidence below which a second opinion is asked for; it is where no block
	// is likely, too. Asked below .7 it gains .001 of F1 on the pages annotated by hand, nothing
	// on the others, and takes a tenth of the time of all.
	unsure = 0.15
	// How much of a block's probability it then decides, in percent, and how much where no
	// block was likely: any view is better than none.
	opinionWeight = 35
	opinionAlone  = 60
)

// hasStory reports whether any block is more likely story than not.
func (l *labeller) hasStory() bool {
	return slices.ContainsFunc(l.out.Labels, func(b Label) bool { return b.Story >= threshold })
}

// consult moves the probabilities towards a second opinion.
func (l *labeller) consult(story map[string]bool) {
	if len(story) == 0 {
		return
	}
	weight := opinionWeight
	if !l.hasStory() {
		weight = opinionAlone
	}
	for i := range l.p.Blocks {
		likely := int(l.out.Labels[i].Story) * (100 - weight) / 100
		if story[l.p.Blocks[i].Text] {
			likely += 10 * weight
		}
		l.out.Labels[i].Story = int16(likely)
	}
}

// probability of log odds, in thousandths.
func probability(logOdds int32) int16 {
	return int16(math.Round(1000 / (1 + math.Exp(-float64(logOdds)/Unit))))
}

func (l *labeller) ask(q Question, block int) int32 {
	return l.forests[q].Ask(l.rows.Row(block))
}

// Around is how many blocks before and after the story may belong to its header or its
// foot.
const Around = 25

// span finds the range of the story.
func (l *labeller) span() {
	first := slices.Index(l.in, true)
	if first < 0 {
		l.out.First, l.out.Last = 0, 0
		return
	}
	last := len(l.in) - 1
	for !l.in[last] {
		last--
	}
	l.out.First, l.out.Last = first, last+1
}
