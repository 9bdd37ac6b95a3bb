package meta

import (
	"cmp"
	"math/bits"
	"slices"
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

// bylineWeights say how much each mark counts, in hundredths of log odds. They are those of a conditional
// logit: which line of a text, or none, names the authors? See MODEL.md of the labels.
var bylineWeights = [bylineMarks]int32{
	anyLine:    12,
	aboveTitle: -70, belowTitle: -50, belowStory: 84, farBelow: -34, atEnd: 40, inHeader: 88,
	saysBy: 212, saysHelper: -350, saysDate: 152, otherPhrase: -55, asPersons: 38, wordCount: -27,
	asByline: 138, asDate: 102, asBio: 225, asStandfirst: -97,
	inTitle: -125, frequentWord: -53, genreWord: -71, lowerElse: -148, linesAlike: -70, toldElse: 85, toldInStory: -55,
	labelAbove: 345, dateBelow: 93, besideDate: 93, functionBelow: 156, functionAbove: 51, bioBelow: 208, namesNear: -24,
}

const (
	// quarters are how finely octaves are counted.
	quarters = 4
	// leastByline is what a byline scores at the least, in hundredths of log odds and quarters.
	leastByline = -50 * quarters
	// longestLine is how long a line is at the most, in words.
	longestLine = 25
	// mostTold is the most lines that are counted of those that tell a name, a power of two less one.
	mostTold = 3
)

// What functions beside a line, and the rest of the text, can add to it at the most.
var (
	mostFunctions = flag(functionBelow, true) + flag(functionAbove, true)
	mostElsewhere = weigh(toldElse, octaves(mostTold))
)

// weigh is what a mark counts of which there are that many quarters.
func weigh(m bylineMark, n int32) int32 { return bylineWeights[m] * n }

// flag is what a mark counts that may be there.
func flag(m bylineMark, is bool) int32 {
	if is {
		return weigh(m, quarters)
	}
	return 0
}

// octaves is the binary logarithm of n+1, in quarters.
func octaves(n int32) int32 {
	n++
	whole := int32(bits.Len32(uint32(n)) - 1)
	return whole*quarters + n<<2>>whole&3
}

// A textLine is a line of a text that may be its byline.
type textLine struct {
	i     int32
	title int32  // the line of the headline that is nearest to it
	score int32  // of the marks that are known
	most  int32  // that it can become by its names, by what stands beside it and by what the rest of the text tells
	by    bool   // it says "by"
	rest  string // without its dates and these words
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
	slices.SortStableFunc(t.lines, func(a, b textLine) int { return cmp.Compare(b.most, a.most) })
	// Names are read, and the whole text, of the likeliest lines alone.
	const mostRead = 32 // lines for which the whole text is read
	best, read := int32(leastByline), 0
	var authors []Author
	for k := range t.lines {
		l := &t.lines[k]
		if l.most <= best || read == mostRead {
			break
		}
		functions := t.functions(l.i)
		l.score += functions
		if l.most-mostFunctions+functions <= best {
			continue
		}
		list := t.readNames(l)
		if len(list) == 0 || l.score+mostElsewhere <= best {
			continue
		}
		read++
		if l.score += t.elsewhere(l, list, best); l.score > best {
			best, authors = l.score, list
		}
	}
	return authors
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
		l.score = flag(anyLine, true) + flag(saysBy, l.by) + weigh(wordCount, octaves(blocks[l.i].Words)) + t.place(&l) + t.neighbours(l.i)
		if l.most = l.score + mostFunctions + flag(asPersons, true) + t.whereBare(&l) + mostElsewhere; l.most > leastByline {
			likely = append(likely, l)
		}
	}
	t.lines = likely
}
