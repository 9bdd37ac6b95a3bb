package meta

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/weights"
)

// In a plain text nothing tells the names of authors from those of menus, of other stories and of people
// in the news but where a line stands, what it says beside the names, and what stands around it.

// A bylineMark is something that speaks for or against a line of a plain text as the byline: something that
// is so or not, or a count, in octaves where that is said. See bylineWeights.
type bylineMark int

const (
	anyLine bylineMark = iota // of each line

	aboveTitle // how many lines above the headline, and one octave
	belowTitle // how many lines below it, in octaves
	belowStory // it stands below the story
	farBelow   // by how many lines, in octaves
	atEnd      // one of the last lines of the story or right below it
	inHeader   // nothing but names, between headline and story

	saysBy
	saysHelper // "Edited by", "Photos:", "Reviewed by" at its beginning
	saysDate
	otherPhrase // a phrase of another kind than a byline's
	asPersons   // all of its names look like those of persons
	wordCount   // in octaves

	asByline // as what it was labelled
	asDate
	asBio
	asStandfirst

	inTitle      // the headline tells the first name
	frequentWord // a name holds a frequent word of the language
	genreWord    // or one such as "opinion"
	lowerElse    // or one that the text has in lower case, too
	linesAlike   // how many other lines are the same, 3 at the most
	toldElse     // how many other lines tell the first name, in octaves
	toldInStory  // the same of the story

	labelAbove // nothing but "Written by"
	dateBelow
	besideDate    // nothing but names, and a date within two lines
	functionBelow // "Senior Editor"
	functionAbove
	bioBelow  // within two lines
	namesNear // how many lines within four look like the name of a person
	bylineMarks
)

// bylineMarkNames are the marks as data/bylineweights.txt calls them.
var bylineMarkNames = [bylineMarks]string{
	anyLine:       "any line",
	aboveTitle:    "above title",
	belowTitle:    "below title",
	belowStory:    "below story",
	farBelow:      "far below",
	atEnd:         "at end",
	inHeader:      "in header",
	saysBy:        "says by",
	saysHelper:    "says helper",
	saysDate:      "says date",
	otherPhrase:   "other phrase",
	asPersons:     "as persons",
	wordCount:     "word count",
	asByline:      "as byline",
	asDate:        "as date",
	asBio:         "as bio",
	asStandfirst:  "as standfirst",
	inTitle:       "in title",
	frequentWord:  "frequent word",
	genreWord:     "genre word",
	lowerElse:     "lower else",
	linesAlike:    "lines alike",
	toldElse:      "told else",
	toldInStory:   "told in story",
	labelAbove:    "label above",
	dateBelow:     "date below",
	besideDate:    "beside date",
	functionBelow: "function below",
	functionAbove: "function above",
	bioBelow:      "bio below",
	namesNear:     "names near",
}

// bylineWeights say how much each mark counts. They are those of a conditional logit, see internal/fit: which line of a
// text, or none, names the authors?
var bylineWeights = [bylineMarks]int32(weights.Read(file("bylineweights.txt"), bylineMarkNames[:]))

// BylineMarks are the names of the marks that Input.Weigh is told.
func BylineMarks() []string { return slices.Clone(bylineMarkNames[:]) }

const (
	// Quarters are how finely marks are counted.
	Quarters = 4
	// LeastByline is what a byline scores at the least, in hundredths of log odds.
	LeastByline = -40
	// longestLine is how long a line is at the most, in words.
	longestLine = 25
	// mostCounted is the most lines that are counted of those that are the same, or tell a name.
	mostCounted = 3
	// near is how far from a line those stand that are asked for names.
	near = 4
)

// What marks can add to a line at the most: those of its neighbours' functions, of its names, of the rest of the text,
// and of that which is asked last.
var (
	mostFunctions = most(functionBelow, Quarters) + most(functionAbove, Quarters)
	mostNames     = most(saysHelper, Quarters) + most(otherPhrase, Quarters) + most(asPersons, Quarters) + most(inTitle, Quarters) + most(frequentWord, Quarters) + most(genreWord, Quarters)
	mostElsewhere = most(linesAlike, mostCounted*Quarters) + most(toldElse, octaves(mostCounted)) + most(toldInStory, octaves(mostCounted)) + mostLast
	mostLast      = most(lowerElse, Quarters) + most(namesNear, 2*near*Quarters)
)

// weigh is what a mark counts of which there are that many quarters.
func weigh(m bylineMark, n int32) int32 { return bylineWeights[m] * n }

// most is what a mark counts at the most of which there may be that many quarters.
func most(m bylineMark, n int32) int32 { return max(weigh(m, n), 0) }

// octaves is the binary logarithm of n+1, in quarters.
func octaves(n int32) int32 {
	n++
	whole := int32(bits.Len32(uint32(n)) - 1)
	return whole*Quarters + n<<2>>whole&3
}

// A textLine is a line of a text that may be its byline.
type textLine struct {
	i     int32
	title int32 // the line of the headline that is nearest to it
	marks [bylineMarks]int16
	score int32  // of the marks that are known
	open  int32  // what the others can add at the most
	by    bool   // it says "by"
	rest  string // without its dates and these words
}

// count adds a mark of which there are that many quarters.
func (l *textLine) count(m bylineMark, n int32) {
	l.marks[m] += int16(n)
	l.score += weigh(m, n)
}

// flag adds a mark that may be there.
func (l *textLine) flag(m bylineMark, is bool) {
	if is {
		l.count(m, Quarters)
	}
}

// A bylineReader looks for the byline of a plain text.
type bylineReader struct {
	*resolver
	lines []textLine
	tells []lineTells // by block
}

// lineTells is what a line tells, and what it was labelled, as bits.
type lineTells uint16

const (
	tellsDate     lineTells = 1 << iota // a short line that tells a date
	tellsLabel                          // nothing but "Written by"
	tellsNames                          // it looks like the name of a person
	tellsFunction                       // what somebody does: "Senior Editor"
	askedNames                          // tellsNames is known
	askedFunction                       // tellsFunction is
	isByline                            // and the others of Printed, in this order
	isDate
	isBio
	isStandfirst
)

// textByline are the authors that the likeliest byline of a plain text names.
func (r *resolver) textByline() []Author {
	t := bylineReader{resolver: r}
	t.readLines()
	if r.in.Weigh != nil {
		t.tellMarks()
	}
	slices.SortStableFunc(t.lines, func(a, b textLine) int { return cmp.Compare(b.score+b.open, a.score+a.open) })
	// Names are read, and the whole text, of the likeliest lines alone.
	const mostRead = 32 // lines for which the whole text is read
	best, read := int32(LeastByline*Quarters), 0
	var authors []Author
	for k := range t.lines {
		l := &t.lines[k]
		if l.score+l.open <= best || read == mostRead {
			break
		}
		t.functions(l)
		if l.open -= mostFunctions; l.score+l.open <= best {
			continue
		}
		list := t.readNames(l)
		if len(list) == 0 || l.score+mostElsewhere <= best {
			continue
		}
		read++
		if t.elsewhere(l, list, best); l.score > best {
			best, authors = l.score, list
		}
	}
	return authors
}

// tellMarks tells the program that fits the weights the marks of all lines.
func (t *bylineReader) tellMarks() {
	for _, l := range t.lines {
		t.functions(&l)
		if list := t.readNames(&l); len(list) > 0 {
			t.elsewhere(&l, list, math.MinInt32)
			t.in.Weigh(list, l.marks[:])
		}
	}
}

// readLines gathers the short lines, with the marks that need no names.
func (t *bylineReader) readLines() {
	blocks := t.page.Blocks
	t.tells = make([]lineTells, len(blocks))
	p := &t.in.Printed
	for k, list := range [...][]int32{p.Byline, p.Dates, p.Bio, p.Standfirst} {
		for _, i := range list {
			if t.isBlock(i) {
				t.tells[i] |= isByline << k
			}
		}
	}
	t.lines = make([]textLine, 0, len(blocks))
	const longest, longestLabel = 200, 4 // bytes, words
	const reach = 60                     // lines below the story; those further below are of others
	to := len(blocks)
	if p.BodyFirst >= 0 {
		to = min(to, max(int(p.BodyLast), 0)+1+reach)
	}
	for i := range blocks[:to] {
		b, tells := &blocks[i], &t.tells[i]
		if b.Words > longestLine || len(b.Text) > longest || b.Text == "" {
			continue
		}
		line := t.undated(b.Text)
		if len(line) != len(b.Text) {
			*tells |= tellsDate
		}
		if b.Words <= longestLabel && isAuthorLabel(b.Text) {
			*tells |= tellsLabel
		}
		rest, by := signed(line)
		t.lines = append(t.lines, textLine{i: int32(i), title: t.nearestTitle(int32(i)), by: by, rest: rest})
	}
	likely := t.lines[:0]
	for _, l := range t.lines {
		l.flag(anyLine, true)
		l.flag(saysBy, l.by)
		l.count(wordCount, octaves(blocks[l.i].Words))
		t.place(&l)
		t.neighbours(&l)
		l.open = mostFunctions + mostNames + mostElsewhere
		header, beside := t.whereBare(&l)
		if header {
			l.open += most(inHeader, Quarters)
		}
		if beside {
			l.open += most(besideDate, Quarters)
		}
		if l.score+l.open > LeastByline*Quarters || t.in.Weigh != nil {
			likely = append(likely, l)
		}
	}
	t.lines = likely
}
