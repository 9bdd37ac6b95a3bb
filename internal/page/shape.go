package page

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// A Shape is how a plain text was laid out by what wrote it.
type Shape uint8

// The shapes of plain text.
const (
	LineABlock Shape = iota // each block on a line of its own, as a browser's innerText has it
	LineANode               // each text node on a line of its own: links and bold break sentences
	Wrapped                 // hard-wrapped at a width, as text browsers and mail programs do
	Glued                   // blocks follow one another without a space between them
	OneLine                 // blocks follow one another with a space between them
)

func (s Shape) String() string {
	return [...]string{"line a block", "line a node", "wrapped", "glued", "one line"}[s]
}

// A layout is a Shape with its measures.
type layout struct {
	shape  Shape
	lines  int // that are not blank
	width  int // of Wrapped: the widest line, in columns
	margin int // of Wrapped: the columns before running text
}

// The limits of detection. They part the five shapes of 926 news and other pages; where two
// shapes meet they are set so that the simpler one is taken.
const (
	flatBytes     = 1200 // a line that holds most of a text is no paragraph from this length on
	flatShare     = 0.5
	gluedBytes    = 500 // the same, with glued words in it
	gluedPlaces   = 4
	glueShare     = 1.0 / 60 // glued words to words, in a glued line
	minWrap       = 38       // columns
	maxWrap       = 200
	wrapOverflow  = 0.1  // share of the text in lines wider than the wrap
	wrapFull      = 0.5  // share of the wide lines that the next word would not have fitted
	wrapLines     = 4    // the least number of those
	brokenShare   = 0.01 // lines that begin inside a sentence, of LineANode
	brokenLines   = 2
	nodeBlankness = 0.1 // blank lines to others, at most, of LineANode

	wrapFullMargin = 0.2 // wrapFull where a margin stands before most lines
)

// survey is what one pass over the lines of a text counts.
type survey struct {
	lines, blanks int
	bytes         int
	longest       string
	broken        int // lines that are punctuation alone, or go on with an open line in lower case

	// By width in columns, up to maxWrap. The last entry of overflow is for all beyond.
	overflow [maxWrap + 2]int // bytes in lines of the width
	wide     [maxWrap + 2]int // lines of the width with a line right below
	fits     [maxWrap + 2]int // difference array: wraps that explain the break after a line
	margins  [16]int          // lines without a bullet, by their leading spaces
}

// lay finds the layout of a text.
func lay(text iter.Seq[textLine]) layout {
	var s survey
	s.count(text)
	l := layout{lines: s.lines, margin: s.margin()}
	switch {
	case s.bytes == 0:
	case len(s.longest) >= gluedBytes && float64(len(s.longest)) >= flatShare*float64(s.bytes):
		glued, words := countGlue(s.longest)
		if glued >= gluedPlaces && float64(glued) > glueShare*float64(words) {
			l.shape = Glued
		} else if len(s.longest) >= flatBytes {
			l.shape = OneLine
		}
	case s.broken >= brokenLines && float64(s.broken) >= brokenShare*float64(s.lines) &&
		float64(s.blanks) <= nodeBlankness*float64(s.lines):
		l.shape = LineANode
	}
	if l.shape == LineABlock || l.shape == LineANode {
		if l.width = s.wrap(); l.width > 0 {
			l.shape = Wrapped
		}
	}
	return l
}

// count reads the lines.
func (s *survey) count(text iter.Seq[textLine]) {
	var above string // the line above, trimmed, if there is no blank line between
	var aboveWidth int
	for l := range text {
		line := trimLine(l.text)
		if line == "" {
			s.blanks++
			above = ""
			continue
		}
		s.lines++
		s.bytes += len(line)
		if len(line) > len(s.longest) {
			s.longest = line
		}
		if isPunctuation(line) || above != "" && !prose.EndsSentence(above) && prose.BeginsLower(line) {
			s.broken++
		}
		indent := len(l.text) - len(strings.TrimLeft(l.text, " "))
		if bulletLen(line) == 0 {
			s.margins[min(indent, len(s.margins)-1)]++
		}
		width := maxWrap + 1
		if len(line) <= 3*maxWrap {
			width = min(indent+prose.Width(line), width)
		}
		if width <= maxWrap || !unbreakable(line) {
			s.overflow[width] += len(line)
		}
		if above != "" && aboveWidth <= maxWrap {
			s.wide[aboveWidth]++
			if need := min(aboveWidth+1+firstPieceWidth(line), maxWrap+1); need > aboveWidth {
				s.fits[aboveWidth]++
				s.fits[need]--
			}
		}
		above, aboveWidth = line, width
	}
}

// wrap is the width at which the text is wrapped, 0 if it is not: the one that explains the
// most breaks, by a next word that would not have fitted.
func (s *survey) wrap() int {
	width, full, explained := 0, 0, 0
	for w, change := range s.fits {
		if explained += change; explained > full && w >= minWrap && w <= maxWrap {
			width, full = w, explained
		}
	}
	wide, over := 0, 0
	for w := width * 3 / 5; w <= width; w++ {
		wide += s.wide[w]
	}
	for _, n := range s.overflow[width+1:] {
		over += n
	}
	share := wrapFull
	if s.margin() > 0 {
		share = wrapFullMargin
	}
	if full < wrapLines || float64(full) < share*float64(wide) || float64(over) > wrapOverflow*float64(s.bytes) {
		return 0
	}
	return width
}

// margin is the number of spaces before most lines.
func (s *survey) margin() int {
	best := 0
	for i, n := range s.margins {
		if n > s.margins[best] {
			best = i
		}
	}
	return best
}

// unbreakable reports whether a line holds a single word, with or without a number before it.
func unbreakable(line string) bool {
	return strings.IndexByte(strings.TrimLeft(line, "0123456789. "), ' ') < 0
}

// firstPieceWidth is the width of what must stand together at the beginning of s: a word or,
// in scripts without spaces, a character with the punctuation after it.
func firstPieceWidth(s string) int {
	width := 0
	for i, r := range s {
		if r == ' ' || i > 0 && prose.Unspaced(r) && prose.Wide(r) {
			break
		}
		width++
		if prose.Wide(r) {
			width++
		}
		if width > maxWrap {
			break
		}
	}
	return width
}

// isPunctuation reports whether s, which is not empty, holds no letter, digit or symbol but
// marks of punctuation, and few of them.
func isPunctuation(s string) bool {
	if len(s) > 8 {
		return false
	}
	for _, r := range s {
		if !strings.ContainsRune(".,;:!?()[]\"'”’“‘„«»…。，、；：！？）（」「؟،۔।-–—/", r) {
			return false
		}
	}
	return true
}

// countGlue counts the places of s where two blocks seem to be glued, a capital after two
// small letters or after a small letter and a stop, in scripts without capitals any letter after
// a letter and a stop, and the words.
func countGlue(s string) (glued, words int) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			words++
			continue
		}
		capital := c >= 'A' && c <= 'Z'
		if c >= 0xC0 {
			r, _ := utf8.DecodeRuneInString(s[i:])
			capital = unicode.IsUpper(r)
			if caselessStopBefore(s[:i]) && caseless(r) {
				glued++
			}
		}
		if capital && glueBefore(s[:i]) {
			glued++
		}
	}
	return glued, words + 1
}

// caselessStopBefore reports whether s ends in a letter of a script without capitals, and a stop.
func caselessStopBefore(s string) bool {
	last, n := utf8.DecodeLastRuneInString(s)
	if !endsCaseless(last) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return caseless(before) || unicode.IsMark(before)
}

// glueBefore reports whether s ends in two small letters, or one and a stop.
func glueBefore(s string) bool {
	last, n := utf8.DecodeLastRuneInString(s)
	if last != '.' && !isLower(last) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return isLower(before)
}
