package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The facts about a line of a text that has a line for each text node, by which trees tell where one goes
// on with the one above.
const (
	factWords     = iota // its words, up to mostWords; two characters of a script without spaces are one
	factEnd              // how it ends, see endingOf
	factBegin            // how it begins, see beginningOf
	factCapitals         // share of its words that begin with a capital, in thousandths
	factBinds            // binding of its last word, 0 to 2: an article, a preposition and the like
	factBound            // of its first word
	factLast             // how its last word begins. 0: small letter or none known, 1: capital, 2: digit, 3: there is none
	factName             // 1: it is made as a name is
	factBrackets         // brackets that it opens less those that it closes, -3 to 3
	factQuotation        // 1: a quotation begins in it that does not end there
	factSentence         // 1: it ends a sentence
	factRule             // 1: by the rules of Join it goes on with the line above

	numFacts
)

// The features of the place between two lines: the facts of the five lines around it, two above and three
// below, -1 for those that are not there, and what lies between the ends of sentences above and below.
const (
	linesAround = 5
	linesAbove  = 2

	jWordsAbove = linesAround * numFacts // words since the last end of a sentence, up to farWords
	jLinesAbove = jWordsAbove + 1        // lines since then, up to FarLines
	jWordsBelow = jLinesAbove + 1        // words to the next one
	jLinesBelow = jWordsBelow + 1        // lines to it

	// JoinFeatures is how many there are.
	JoinFeatures = jLinesBelow + 1
)

const (
	mostWords = 60
	farWords  = 300
	// FarLines is how many lines above and below a place are looked at.
	FarLines = 12
)

// A Line is a line of text that is not empty, with what is known of it.
type Line struct {
	Text  string
	facts [numFacts]int16
}

// NewLine finds out about a line without white space at its ends. above is the one above it, empty if
// there is none.
func NewLine(text, above string) Line {
	words, capitals, name, begins := 0, 0, true, true
	for word := range strings.FieldsSeq(text) {
		if words >= mostWords {
			break
		}
		r, _ := utf8.DecodeRuneInString(word)
		words += max(1, unspacedIn(word)/2)
		if isUpper(r) {
			capitals++
		}
		name = name && mayBeOfName(word, r, begins)
		begins = false
	}
	last := text[len(text)-lastWordLen(text):]
	first, _, _ := strings.Cut(text, " ")
	rule, _ := Join(above, text)
	return Line{text, [numFacts]int16{
		factWords:     int16(min(words, mostWords)),
		factEnd:       endingOf(text),
		factBegin:     beginningOf(text),
		factCapitals:  int16(1000 * capitals / max(1, words)),
		factBinds:     int16(functionWord(lower(last))),
		factBound:     int16(functionWord(lower(first))),
		factLast:      wordBeginning(last),
		factName:      fact(name && words > 0),
		factBrackets:  int16(max(-3, min(3, strings.Count(text, "(")-strings.Count(text, ")")))),
		factQuotation: fact(beginsQuotation(text)),
		factSentence:  fact(EndsSentence(text)),
		factRule:      fact(rule),
	}}
}

func fact(is bool) int16 {
	if is {
		return 1
	}
	return 0
}

// lower is a word in lower case, if it is short enough for a function word.
func lower(word string) string {
	if len(word) > longestFunctionWord {
		return ""
	}
	return strings.ToLower(word)
}

// beginsQuotation reports whether a quotation begins in a line that does not end there.
func beginsQuotation(s string) bool {
	if oddQuotes(s) {
		return true
	}
	const first = 0xE2 // byte of all curly quotation marks: most lines have none
	return strings.IndexByte(s, first) >= 0 && (quotationOpen(s, '“') || strings.LastIndex(s, "“") > strings.LastIndex(s, "”"))
}

// wordBeginning is how a word begins, see factLast.
func wordBeginning(word string) int16 {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return 3
	case isUpper(r):
		return 1
	case unicode.IsDigit(r):
		return 2
	}
	return 0
}

// endingOf numbers how a line ends, from letters to marks that open something; odd numbers stand for the
// same with a quotation mark or bracket after it that closes.
func endingOf(s string) (ending int16) {
	r, n := lastRune(s)
	for isCloser(r) && n < len(s) {
		s = s[:len(s)-n]
		r, n = lastRune(s)
		ending = 1
	}
	switch {
	case unicode.IsLetter(r):
		return ending
	case unicode.IsDigit(r):
		return ending + 2
	case r == '.':
		return ending + 6
	case isSentenceEnd(r):
		return ending + 8
	case r == ':':
		return ending + 10
	case r == ',' || r == '，' || r == '、' || r == '،':
		return ending + 12
	case r == ';':
		return ending + 14
	case isDash(r):
		return ending + 16
	case isOpener(r) || strings.ContainsRune(wideQuotes+wideBrackets, r):
		return ending + 18
	}
	return ending + 4
}

// beginningOf numbers how a line begins: by its first letter, thrice, as that stands alone, after a
// quotation mark or after a bracket, and then by marks.
func beginningOf(s string) (beginning int16) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '(' || r == '[' || strings.ContainsRune(wideBrackets, r):
		beginning = 2
		r, _ = utf8.DecodeRuneInString(s[n:])
	case strings.ContainsRune(`"'“„«‘‚`+wideQuotes, r):
		beginning = 1
		r, _ = utf8.DecodeRuneInString(s[n:])
	}
	switch {
	case isLower(r), isHiragana(r): // endings and particles: sentences seldom begin with these
		return beginning
	case isUpper(r):
		return beginning + 3
	case unicode.IsDigit(r):
		return beginning + 6
	case unicode.IsLetter(r):
		return beginning + 9
	case isDash(r):
		return 12
	case isBulletRune(r):
		return 13
	case isCloser(r) || strings.ContainsRune(",.;!?、。，；！？", r):
		return 14
	case r == ':':
		return 15
	}
	return 16
}

// JoinRow fills the features of the place above lines[i]; i is not 0, and row has room for JoinFeatures.
func JoinRow(row []int16, lines []Line, i int) {
	for k := range linesAround {
		facts := row[k*numFacts : (k+1)*numFacts]
		if at := i - linesAbove + k; 0 <= at && at < len(lines) {
			copy(facts, lines[at].facts[:])
			continue
		}
		for f := range facts {
			facts[f] = -1
		}
	}
	words, n := int16(0), int16(0)
	for k := i - 1; k >= 0 && n < FarLines && (n == 0 || lines[k].facts[factSentence] == 0); k-- {
		words += lines[k].facts[factWords]
		n++
	}
	row[jWordsAbove], row[jLinesAbove] = min(words, farWords), n
	words, n = 0, 0
	for k, ended := i, false; k < len(lines) && n < FarLines && !ended; k++ {
		words += lines[k].facts[factWords]
		ended = lines[k].facts[factSentence] == 1
		n++
	}
	row[jWordsBelow], row[jLinesBelow] = min(words, farWords), n
}

// unspacedIn is how many characters of a word are of a script without spaces.
func unspacedIn(word string) (n int) {
	for i := 0; i < len(word); {
		if word[i] < 0xE0 { // below U+0800
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if Unspaced(r) {
			n++
		}
		i += size
	}
	return n
}

func isHiragana(r rune) bool { return r >= 0x3041 && r <= 0x3096 }
