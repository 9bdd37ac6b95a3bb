package meta

import (
	"strings"
	"unicode/utf8"
)

// A signs is a set of characters that texts are searched for. What package strings has for it
// compares each character with each of the set, where one is beyond ASCII.
type signs struct {
	starts [256]bool // the first bytes of the signs
	others string    // those beyond ASCII
}

func signsOf(s string) *signs {
	set := new(signs)
	for _, r := range s {
		set.starts[string(r)[0]] = true
		if r >= utf8.RuneSelf {
			set.others += string(r)
		}
	}
	return set
}

func (s *signs) has(r rune) bool {
	if r < utf8.RuneSelf {
		return s.starts[r]
	}
	return strings.ContainsRune(s.others, r)
}

// index is where the first of the signs stands in a text, -1 for none.
func (s *signs) index(text string) int {
	for i := range len(text) {
		if s.starts[text[i]] && (text[i] < utf8.RuneSelf || s.has(firstRune(text[i:]))) {
			return i
		}
	}
	return -1
}

// in reports whether one of the signs stands in a text.
func (s *signs) in(text string) bool { return s.index(text) >= 0 }

var (
	colonSigns    = signsOf(":：")
	commas        = signsOf(",、，／،")
	nameBreaks    = signsOf("\n|·•;｜\t►▪") // part bylines
	tagBreaks     = signsOf(",;、，")
	dateBreaks    = signsOf("\n|·•／/") // part a date from who signs beside it
	lineBreaks    = signsOf("\n|·•")   // part the lines of a block
	crumbSigns    = signsOf("/>»›→")   // part the steps of a breadcrumb
	sentenceSigns = signsOf(".!?:…\"“”»")
	prefixSigns   = signsOf(" :–—-|·•\u200e\u200f") // stand around the words before a name
	noteOpeners   = signsOf("*†([ ")
	nameless      = signsOf("@#{}<>=:：") // stand in no name
)
