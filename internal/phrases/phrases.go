package phrases

import (
	"unicode"
	"unicode/utf8"
)

const (
	// maxLine is the longest line, in bytes, that is looked up as a whole.
	maxLine = 250
	// maxPrompt is the longest line that may be a prompt of one of promptClasses.
	maxPrompt = 500
)

// promptClasses are the classes whose texts run to more than a line.
const promptClasses uint64 = 1<<Consent | 1<<ExternalContent | 1<<Newsletter | 1<<Subscribe | 1<<Paywall | 1<<Disclosure |
	1<<CommentForm | 1<<Copyright | 1<<FirstAppeared | 1<<BotCheck | 1<<Login | 1<<Follow

// Match says what stock line a line is. Longer lines than any stock line get None.
func Match(line string) (Class, Strength) {
	if len(line) > maxPrompt {
		return None, No
	}
	t, _ := load()
	if len(line) > shortLine && !t.mayMatch(line) {
		return None, No
	}
	var f folded
	f.fold(line, true, true)
	text := f.bytes()
	if len(text) == 0 {
		return None, No
	}
	long := f.cut || len(line) > maxLine
	if s, ok := t.whole.find(text); ok && !long {
		return s.class, s.strength
	}
	for i := t.lines.longest(text); i >= 0; i = t.lines.heads[i].shorter {
		p := &t.lines.patterns[i]
		if long && !p.isPrompt() {
			continue
		}
		if t.tailMatches(p, text, line) {
			return p.class, p.strength
		}
	}
	if long {
		return None, No
	}
	return t.shape(text, line)
}

// isPrompt reports whether a pattern is one of lines of any length.
func (p *pattern) isPrompt() bool {
	return p.tail == tailAny && !p.atEnd && promptClasses>>p.class&1 != 0
}

const (
	// shortLine is the longest line, in bytes, that is folded at once.
	shortLine = 64
	// lineStart is how many bytes of a longer one are folded first.
	lineStart = 40
)

// mayMatch looks at the beginning of a line that is not short: most are paragraphs of stories, and to
// fold them took half of the time of Match.
func (t *table) mayMatch(line string) bool {
	var f folded
	f.fold(line[:lineStart], true, false)
	end := f.n - utf8.UTFMax // what stands at the cut may be folded otherwise
	for end > 0 && !utf8.RuneStart(f.buf[end]) {
		end--
	}
	if end < wholeStart {
		return true
	}
	text := f.buf[:end]
	if len(line) > maxLine {
		return t.promptStarts.mayBegin(text, keyOf(text))
	}
	// Behind a whole line that is shorter than wholeStart stands nothing but decoration.
	return t.whole.mayBegin(text) || isDecorated(text[wholeStart:]) || t.lines.starts.mayBegin(text, keyOf(text)) || t.mayHaveShape(text, line)
}

// isDecorated reports whether there is no letter in a folded text.
func isDecorated(text []byte) bool {
	word, _ := nextWord(text)
	return len(word) == 0
}

// mayHaveShape reports whether a line may have a shape, as far as its folded beginning tells: all of
// its words are listed, or its first one may be a misspelt label.
func (t *table) mayHaveShape(text []byte, line string) bool {
	for first := true; ; first = false {
		word, rest := nextWord(text)
		switch {
		case len(rest) == 0 || first && t.initial(word).kinds&wordAdvertisement != 0:
			return true // the word may go on
		case !t.beginsListed(text):
			return t.fusedBreadcrumb(line)
		}
		text = rest
	}
}

// tailMatches reports whether what follows p's head in text is what p wants.
func (t *table) tailMatches(p *pattern, text []byte, line string) bool {
	if !wordEnds(text, len(p.head)) {
		return false
	}
	rest, ok := text[len(p.head):], false
	switch p.tail {
	case tailAny:
		ok = p.restMatches(rest)
	case tailDate:
		ok, _ = t.date(rest)
	case tailNetworks:
		ok, _ = t.all(rest, wordNetwork, wordNetworkFiller)
	case tailAgency:
		ok, _ = t.all(rest, wordAgency, wordParticle)
	case tailNames:
		ok = t.names(line, countWords(p.head))
	}
	return ok
}

// shape recognises lines by the kind of their words where no phrase fits.
func (t *table) shape(text []byte, line string) (Class, Strength) {
	if t.misspelt(text) {
		return AdLabel, Sure
	}
	if t.beginsListed(text) {
		if ok, day := t.date(text); ok && day {
			return DateAlone, Hint
		} else if ok {
			return Clock, Hint
		}
		// A lone name of a network is a word of a sentence as often, once links break lines.
		if ok, n := t.all(text, wordNetwork, wordNetworkFiller); ok && n > 1 {
			return ShareBar, Sure
		} else if ok {
			return ShareBar, Hint
		}
		if ok, _ := t.all(text, wordAgency, 0); ok {
			return SourceNote, Hint
		}
	}
	if t.fusedBreadcrumb(line) {
		return BreadcrumbLine, Hint
	}
	return None, No
}

// fusedBreadcrumb reports whether line begins with a word for "home" that runs into another
// word: "HomeWorldTitle".
func (t *table) fusedBreadcrumb(line string) bool {
	first, size := utf8.DecodeRuneInString(line)
	if !unicode.IsUpper(first) {
		return false
	}
	for i, r := range line[size:] {
		if unicode.IsLower(r) {
			continue
		}
		if !unicode.IsUpper(r) {
			return false
		}
		var f folded
		f.fold(line[:size+i], false, false)
		return t.words[string(f.bytes())]&wordHome != 0
	}
	return false
}

func countWords(s string) int {
	n, inside := 0, false
	for _, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsMark(r) || r == '#'
		if letter && !inside {
			n++
		}
		inside = letter
	}
	return n
}

// A Mention is a stock phrase that may stand inside of a line: "we use cookies" in a notice. It is a
// hint at most, and says more of a short line than of a paragraph.
type Mention struct {
	Class Class
	Parts [][]string // one after the other, with anything between; of each, one of the alternatives
	AtEnd bool       // the last part ends the line
}

// Mentions are all of them, as the data has them: case and punctuation do not count. The caller, who
// has the words of a line, looks for them.
func Mentions() []Mention {
	t, _ := load()
	return t.mentions
}
