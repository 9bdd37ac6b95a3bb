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
func (t *bylineReader) place(l *textLine) (score int32) {
	i, first, last := l.i, t.in.Printed.BodyFirst, t.in.Printed.BodyLast
	if i < l.title {
		score = weigh(aboveTitle, quarters+octaves(l.title-i))
	} else {
		score = weigh(belowTitle, octaves(i-l.title))
	}
	if first >= 0 {
		score += flag(belowStory, i > last) + weigh(farBelow, octaves(max(i-last, 0))) + flag(atEnd, i >= last-2 && i <= last)
	}
	return score + flag(saysDate, t.tell(i, tellsDate)) + flag(asByline, t.tell(i, isByline)) + flag(asDate, t.tell(i, isDate)) +
		flag(asBio, t.tell(i, isBio)) + flag(asStandfirst, t.tell(i, isStandfirst))
}

// neighbours weighs the lines around a line.
func (t *bylineReader) neighbours(i int32) int32 {
	return flag(labelAbove, t.tell(i-1, tellsLabel)) + flag(dateBelow, t.tell(i+1, tellsDate)) + flag(bioBelow, t.tell(i+1, isBio) || t.tell(i+2, isBio))
}

// functions weighs what the lines above and below a line say of what somebody does.
func (t *bylineReader) functions(i int32) int32 {
	return flag(functionBelow, t.isFunction(i+1)) + flag(functionAbove, t.isFunction(i-1))
}

// isFunction reports whether a line may tell what somebody does: "Senior Editor".
func (t *bylineReader) isFunction(i int32) bool {
	if !t.isBlock(i) {
		return false
	}
	if t.tells[i]&askedFunction == 0 {
		t.tells[i] |= askedFunction
		const longest = 8 // words
		if b := &t.page.Blocks[i]; b.Words <= longest && hasRole(strings.Fields(b.Text)) {
			t.tells[i] |= tellsFunction
		}
	}
	return t.tells[i]&tellsFunction != 0
}

// whereBare weighs where a line stands that holds nothing but names.
func (t *bylineReader) whereBare(l *textLine) int32 {
	i := l.i
	beside := t.tell(i-2, tellsDate) || t.tell(i-1, tellsDate) || t.tell(i+1, tellsDate) || t.tell(i+2, tellsDate)
	return flag(inHeader, i > l.title && i < t.in.Printed.BodyFirst) + flag(besideDate, beside)
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
		for _, w := range words {
			if f := fold(w); isFrequent(f, t.loc.language) && !particles[f] {
				frequent = true
			} else if genreOf[f] != "" {
				genre = true
			}
		}
	}
	if nothingElse(list, t.undated(text)) {
		l.score += t.whereBare(l)
	}
	class, _ := phrases.Match(text)
	l.score += flag(asPersons, persons) + flag(frequentWord, frequent) + flag(genreWord, genre) +
		flag(saysHelper, strings.TrimSpace(beforeHelpers(text)) == "") +
		flag(otherPhrase, class != phrases.None && class != phrases.Byline) +
		flag(inTitle, strings.Contains(fold(t.f.Title), fold(list[0].Name)))
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
func (t *bylineReader) elsewhere(l *textLine, list []Author, best int32) (score int32) {
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
	const mostAlike = 3
	score = weigh(linesAlike, min(alike, mostAlike)*quarters) + weigh(toldElse, octaves(min(told, mostTold))) + weigh(toldInStory, octaves(min(inStory, mostTold)))
	if l.score+score <= best {
		return score
	}
	for _, a := range list {
		for w := range strings.FieldsSeq(a.Name) {
			if startsUpper(w) && t.hasInLower(strings.ToLower(w)) {
				return score + flag(lowerElse, true) + t.namesAround(l.i)
			}
		}
	}
	return score + t.namesAround(l.i)
}

// namesAround weighs the lines near a line that look like names.
func (t *bylineReader) namesAround(i int32) (score int32) {
	const near = 4 // lines
	for k := max(i-near, 0); k <= min(i+near, int32(len(t.tells)-1)); k++ {
		score += flag(namesNear, k != i && t.isName(k))
	}
	return score
}

// hasInLower reports whether a word in lower case stands somewhere on the page.
func (r *resolver) hasInLower(word string) bool {
	for i := range r.page.Blocks {
		if hasLowerWord(r.page.Blocks[i].Text, word) {
			return true
		}
	}
	return false
}

// isName reports whether a line looks like the name of a person.
func (t *bylineReader) isName(i int32) bool {
	if t.tells[i]&askedNames == 0 {
		t.tells[i] |= askedNames
		const longest = 8 // words
		if b := &t.page.Blocks[i]; b.Words <= longest {
			if rest, _ := signed(t.undated(b.Text)); looksLikePerson(strings.Fields(rest)) {
				t.tells[i] |= tellsNames
			}
		}
	}
	return t.tells[i]&tellsNames != 0
}
