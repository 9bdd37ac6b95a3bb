package meta

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// tell reports whether a block tells something.
func (t *bylineReader) tell(i int32, what lineTells) bool {
	return t.isBlock(i) && t.tells[i]&what != 0
}

// nearestTitle is the line of the headline that is nearest to a line; where none is known, the line above the story.
func (r *resolver) nearestTitle(i int32) int32 {
	if len(r.in.Printed.Title) == 0 {
		return max(r.in.Printed.BodyFirst-1, 0)
	}
	return slices.MinFunc(r.in.Printed.Title, func(a, b int32) int { return cmp.Compare(max(i-a, a-i), max(i-b, b-i)) })
}

// place weighs where a line stands, whether it tells a date and what it was labelled.
func (t *bylineReader) place(l *textLine) {
	i, first, last := l.i, t.in.Printed.BodyFirst, t.in.Printed.BodyLast
	if i < l.title {
		l.count(aboveTitle, Quarters+octaves(l.title-i))
	} else {
		l.count(belowTitle, octaves(i-l.title))
	}
	if first >= 0 {
		l.flag(belowStory, i > last)
		l.count(farBelow, octaves(max(i-last, 0)))
		l.flag(atEnd, i >= last-2 && i <= last)
	}
	l.flag(saysDate, t.tell(i, tellsDate))
	l.flag(asByline, t.tell(i, isByline))
	l.flag(asDate, t.tell(i, isDate))
	l.flag(asBio, t.tell(i, isBio))
	l.flag(asStandfirst, t.tell(i, isStandfirst))
}

// neighbours weighs the lines around a line.
func (t *bylineReader) neighbours(l *textLine) {
	l.flag(labelAbove, t.tell(l.i-1, tellsLabel))
	l.flag(dateBelow, t.tell(l.i+1, tellsDate))
	l.flag(bioBelow, t.tell(l.i+1, isBio) || t.tell(l.i+2, isBio))
}

// functions weighs what the lines above and below a line say of what somebody does.
func (t *bylineReader) functions(l *textLine) {
	l.flag(functionBelow, t.isFunction(l.i+1))
	l.flag(functionAbove, t.isFunction(l.i-1))
}

// isFunction reports whether a line may tell what somebody does: "Senior Editor".
func (t *bylineReader) isFunction(i int32) bool {
	return t.learn(i, askedFunction, tellsFunction, func(text string) bool { return hasRole(strings.Fields(text)) })
}

// isName reports whether a line looks like the name of a person.
func (t *bylineReader) isName(i int32) bool {
	return t.learn(i, askedNames, tellsNames, func(text string) bool {
		rest, _ := signed(t.undated(text))
		return looksLikePerson(strings.Fields(rest))
	})
}

// learn asks what a line tells, once, unless it is long.
func (t *bylineReader) learn(i int32, asked, what lineTells, ask func(text string) bool) bool {
	if !t.isBlock(i) {
		return false
	}
	if t.tells[i]&asked == 0 {
		t.tells[i] |= asked
		const longest = 8 // words
		if b := &t.page.Blocks[i]; b.Words <= longest && ask(b.Text) {
			t.tells[i] |= what
		}
	}
	return t.tells[i]&what != 0
}

// whereBare tells of a line that holds nothing but names whether it stands between headline and story, and whether
// beside a date.
func (t *bylineReader) whereBare(l *textLine) (header, beside bool) {
	i := l.i
	return i > l.title && i < t.in.Printed.BodyFirst, t.tell(i-2, tellsDate) || t.tell(i-1, tellsDate) || t.tell(i+1, tellsDate) || t.tell(i+2, tellsDate)
}

// readNames are the names in a line. It adds their marks.
func (t *bylineReader) readNames(l *textLine) []Author {
	text := t.page.Blocks[l.i].Text
	list := t.namesIn(text, l.rest)
	if len(list) == 0 {
		return nil
	}
	persons, frequent, genre := true, false, false
	for _, a := range list {
		words := strings.Fields(a.Name)
		persons = persons && looksLikePerson(words)
		f, g := t.commonWords(words)
		frequent, genre = frequent || f, genre || g
	}
	if nothingElse(list, t.undated(text)) {
		header, beside := t.whereBare(l)
		l.flag(inHeader, header)
		l.flag(besideDate, beside)
	}
	class, _ := phrases.Match(text)
	l.flag(asPersons, persons)
	l.flag(frequentWord, frequent)
	l.flag(genreWord, genre)
	l.flag(saysHelper, strings.TrimSpace(beforeHelpers(text)) == "")
	l.flag(otherPhrase, class != phrases.None && class != phrases.Byline)
	l.flag(inTitle, strings.Contains(fold(t.f.Title), fold(list[0].Name)))
	return list
}

// namesIn are the names in a line, or else who signs it with a pen name. What follows the date behind names
// is none of them: "Ada Moss 3 May 2024 Travel, Greek Islands".
func (t *bylineReader) namesIn(line, rest string) []Author {
	for part := range strings.SplitSeq(rest, "\n") {
		if list := names(part, true); len(list) > 0 {
			return list
		}
	}
	return t.penName(line)
}

// nothingElse reports whether a line holds nothing but these names, and words between them.
func nothingElse(list []Author, line string) bool {
	words := 0
	for _, a := range list {
		words += len(tokens(a.Name))
	}
	return words > 0 && words+2 >= len(tokens(line)) && !sentenceSigns.in(line)
}

// elsewhere weighs what the rest of the text says of the names in a line, as far as it takes to tell
// whether the line is better than best.
func (t *bylineReader) elsewhere(l *textLine, list []Author, best int32) {
	blocks := t.page.Blocks
	line, name := blocks[l.i].Text, list[0].Name
	var alike, told, inStory int32
	for k := range blocks {
		if k := int32(k); k != l.i && strings.Contains(blocks[k].Text, name) {
			told++
			if t.in.Printed.BodyFirst <= k && k <= t.in.Printed.BodyLast {
				inStory++
			}
			if blocks[k].Text == line {
				alike++
			}
		}
	}
	l.count(linesAlike, min(alike, mostCounted)*Quarters)
	l.count(toldElse, octaves(min(told, mostCounted)))
	l.count(toldInStory, octaves(min(inStory, mostCounted)))
	if l.score+mostLast <= best {
		return
	}
	l.flag(lowerElse, slices.ContainsFunc(list, func(a Author) bool { return t.standsInLower(strings.Fields(a.Name)) }))
	for k := max(l.i-near, 0); k <= min(l.i+near, int32(len(t.tells)-1)); k++ {
		l.flag(namesNear, k != l.i && t.isName(k))
	}
}
