package label

import (
	_ "embed"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/weights"
)

// A lineMark is something that speaks for or against a line of text as the headline: a
// share, or something that is so or not, in thousandths. See lineWeights.
type lineMark int

const (
	anyHeadline     lineMark = iota // of each line
	toldShare                       // its words that the story's first paragraphs say, too
	toldWords                       // the same, less for a line of few words
	titleShare                      // its words that the page's first line says
	titleBoth                       // the same, times the part of the first line that it says
	asStory                         // likelihood of being story
	inStory                         // taken for the story
	storyAbove                      // share of the story before it
	sentence                        // ends in a full stop
	openColon                       // ends in a colon
	beginsSmall                     // with a small letter
	phraseLike                      // may be a phrase of menus and the like
	timeBelow                       // a date stands soon below it, before the story goes on
	bylineBelow                     // a byline does
	standfirstBelow                 // log odds of the forest that is asked about standfirsts, for the next line
	crumbsEnd                       // a breadcrumb above ends in it
	crumbsAbove                     // the short lines above look like a breadcrumb
	suffixAlone                     // what follows its last separator is a line of its own
	beginsOther                     // another line begins with it
	inOther                         // another line holds it
	titleAnswer                     // log odds of the forest that is asked about titles
	lineMarks
)

// lineMarkNames are the marks as headlineweights.txt calls them.
var lineMarkNames = [lineMarks]string{
	anyHeadline:     "any line",
	toldShare:       "told share",
	toldWords:       "told words",
	titleShare:      "title share",
	titleBoth:       "title both",
	asStory:         "as story",
	inStory:         "in story",
	storyAbove:      "story above",
	sentence:        "sentence",
	openColon:       "open colon",
	beginsSmall:     "begins small",
	phraseLike:      "phrase like",
	timeBelow:       "time below",
	bylineBelow:     "byline below",
	standfirstBelow: "standfirst below",
	crumbsEnd:       "crumbs end",
	crumbsAbove:     "crumbs above",
	suffixAlone:     "suffix alone",
	beginsOther:     "begins other",
	inOther:         "in other",
	titleAnswer:     "title answer",
}

//go:embed headlineweights.txt
var headlineWeights string

// lineWeights say how much each mark counts. They are those of a conditional logit, see internal/fit: of the
// lines of a page, which one is the headline?
var lineWeights = [lineMarks]int32(weights.Read(headlineWeights, lineMarkNames[:]))

// A HeadlineLine is a line of a text that may be its headline.
type HeadlineLine struct {
	Text  string
	Site  string  // the name of the site that it ends in, after a separator; empty for none
	In    bool    // taken for the story
	Marks []int32 // in thousandths, in the order of HeadlineMarks
}

// HeadlineMarks are the names of the marks of a HeadlineLine.
func HeadlineMarks() []string { return slices.Clone(lineMarkNames[:]) }

// HeadlineLines are all lines of a text that may be its headline, for the program that fits the weights.
func HeadlineLines(p *page.Page, m *Model) (lines []HeadlineLine) {
	apply(p, m, nil, func(l HeadlineLine) { lines = append(lines, l) })
	return lines
}

// weigh is the score of a line, in thousandths.
func weigh(m *[lineMarks]int32) (sum int32) {
	for k, n := range m {
		sum += n * lineWeights[k]
	}
	return sum / weights.Unit
}

// lateMarks are those that are asked last, with their range.
var lateMarks = [...]struct {
	mark        lineMark
	least, most int32
}{
	{titleAnswer, logOdds(leastLikely), logOdds(likeliest)}, {standfirstBelow, logOdds(leastLikely), logOdds(likeliest)},
	{bylineBelow, 0, 1000}, {suffixAlone, 0, 1000}, {beginsOther, 0, 1000}, {inOther, 0, 1000},
}

// hope sets the marks that are asked last to what speaks most for a line.
func hope(m *[lineMarks]int32) {
	for _, late := range lateMarks {
		if m[late.mark] = late.least; lineWeights[late.mark] > 0 {
			m[late.mark] = late.most
		}
	}
}

// Answers of forests count from leastLikely on, and up to likeliest.
const likeliest, leastLikely = 3 * Unit, -8 * Unit

// logOdds is the answer of a forest as a mark.
func logOdds(answer int32) int32 { return 1000 * max(leastLikely, min(answer, likeliest)) / Unit }
