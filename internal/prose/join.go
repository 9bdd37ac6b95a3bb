package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joinWords is the number of words that one of two lines must have to be taken for a part of
// a sentence rather than for an entry of a menu or a list.
const joinWords = 4

// lookBack is how far back, in bytes, the text above is searched for an open quotation.
const lookBack = 512

// Join decides whether the line below goes on with the text above, of which the last line
// suffices, and with what between the two: a space or nothing. It is made for text nodes on
// lines of their own, where a link or a bold word breaks its sentence. Neither argument may
// have white space at its ends.
//
// A line below that begins with a capital after a line that ends a sentence is never joined,
// nor is one after an open line that is no more than that: both are paragraphs, headings or
// entries of menus more often than not.
func Join(above, below string) (bool, string) {
	if above == "" || below == "" {
		return false, ""
	}
	first, size := utf8.DecodeRuneInString(below)
	last, _ := lastRune(above)
	if first >= 'A' && first <= 'Z' && isSentenceEnd(last) {
		return false, "" // the common case
	}
	if closes(above, below, first, size) {
		return true, spaceBefore(above, last, first, below[size:])
	}
	if EndsSentence(above) && !opensQuotation(above, last) {
		return last == '.' && BeginsLower(below) && endsInAbbreviation(above), " "
	}
	sep := separator(above, last, first)
	switch {
	case beginsWithParticle(below, size, first, last):
		return true, ""
	case opensQuotation(above, last):
		return true, ""
	case BeginsLower(below):
		if last == ':' || isDash(last) && isBullet(above) || last != ',' && isByline(below) {
			return false, ""
		}
		return last == ',' || atLeastWords(above, joinWords) || atLeastWords(below, joinWords) ||
			functionWord(strings.ToLower(above[len(above)-lastWordLen(above):])) != 0, sep
	case last == ',': // a semicolon ends entries of lists as well
		return (atLeastWords(above, joinWords) || atLeastWords(below, joinWords)) && !isBulletRune(first), sep
	case last == '，' || last == '、' || last == '；' || last == '،' || last == '؛':
		return true, sep
	case isDash(last):
		return !isBullet(above) && atLeastWords(above, joinWords) && !isBulletRune(first), sep
	case isBulletRune(first):
		// A dash between two parts of a sentence, not before an entry of a list.
		rest := strings.TrimLeft(below[size:], " ")
		return (first == '–' || first == '—') && atLeastWords(above, joinWords) && BeginsLower(rest), " "
	}
	switch functionWord(above[len(above)-lastWordLen(above):]) {
	case always:
		return atLeastWords(above, 3) || atLeastWords(above, 2) && atLeastWords(below, joinWords), sep
	case beforeShort:
		return atLeastWords(above, joinWords) && !atLeastWords(below, shortWords), sep
	}
	// A paragraph that begins with a link: "The", "Daily Mail".
	if len(above) > 24 || strings.IndexByte(above, ' ') >= 0 || !atLeastWords(below, joinWords) {
		return false, ""
	}
	return functionWord(strings.ToLower(above)) == always, sep
}

// Separator is what belongs between the text above and the line below that goes on with it: a space or nothing.
// Neither is empty.
func Separator(above, below string) string {
	if ok, sep := Join(above, below); ok {
		return sep
	}
	first, _ := utf8.DecodeRuneInString(below)
	last, _ := lastRune(above)
	return separator(above, last, first)
}

// isByline reports whether a line in lower case is nothing but "by" and a name of two to four words.
func isByline(line string) bool {
	by, name, _ := strings.Cut(line, " ")
	if !bylineWords()[by] {
		return false
	}
	words := 0
	for word := range strings.FieldsSeq(name) {
		first, _ := utf8.DecodeRuneInString(word)
		if words++; !unicode.IsUpper(first) {
			return false
		}
	}
	last, _ := lastRune(line)
	return words >= 2 && words <= 4 && unicode.IsLetter(last)
}

// shortWords is the number of words from which on a line is not short: see beforeShort.
const shortWords = 7

// endsInAbbreviation reports whether the last word of s, before its full stop, is an
// abbreviation.
func endsInAbbreviation(s string) bool {
	s = s[:len(s)-1]
	return IsAbbreviation(s[len(s)-lastWordLen(s):])
}

// closes reports whether below begins with punctuation that closes something above it.
func closes(above, below string, first rune, size int) bool {
	rest := below[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	switch first {
	case ',', ';', ')', ']', '”', '»', '›', '…',
		'，', '。', '、', '；', '：', '！', '？', '）', '」', '』', '》', '〉', '】', '،', '؛', '؟', '۔', '।':
		switch first {
		case '»', '›': // opens where quotations point inwards, and is a bullet, too
			return quotationOpen(above, first)
		case '”': // opens where both marks are alike
			return rest == "" || !unicode.IsLetter(next) && !unicode.IsDigit(next)
		}
		return true
	case '.', ':', '!', '?':
		return rest == "" || isSpace(next) || isCloser(next) || isSentenceEnd(next) && first != '!'
	case '“', '«', '‹':
		// Closes in German only, and only what „ or » has opened.
		return quotationOpen(above, first) && (rest == "" || isSpace(next) || strings.ContainsRune(",.;:!?)–", next))
	case '"':
		return (rest == "" || isSpace(next) || strings.ContainsRune(",.;:!?)", next)) && oddQuotes(above)
	case '\'', '’':
		return isContraction(rest)
	}
	return false
}

// isContraction reports whether s, after an apostrophe, is the end of an English word: 's, 're.
func isContraction(s string) bool {
	for _, c := range [...]string{"s", "t", "re", "ve", "ll", "d", "m"} {
		if rest, ok := strings.CutPrefix(s, c); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || !isWordRune(r) {
				return true
			}
		}
	}
	return false
}

// spaceBefore is what stands between a text and the closing punctuation below it.
func spaceBefore(above string, last, first rune, rest string) string {
	switch first {
	case '.':
		if rest == "" && EndsSentence(above) {
			return " " // an orphan, to be mended as such: not the end of an ellipsis
		}
	case ':', ';', '!', '?', '»':
		// French sets a space there; follow what the line above does.
		if setsFrenchSpaces(above[max(0, len(above)-lookBack):], first) {
			return " "
		}
	}
	if isDash(last) && first != ')' && first != '”' && first != '"' {
		return " "
	}
	return ""
}

// setsFrenchSpaces reports whether spaces stand inside of guillemets in s, or before the same mark.
func setsFrenchSpaces(s string, mark rune) bool {
	for _, space := range [...]string{" ", "\u00a0", "\u202f"} {
		if strings.Contains(s, "«"+space) || strings.Contains(s, space+"»") || strings.Contains(s, space+string(mark)) {
			return true
		}
	}
	return false
}

// separator is what stands between two lines of one sentence.
func separator(above string, last, first rune) string {
	switch {
	case Unspaced(last) && Unspaced(first), JoinsDense(last, first):
		return ""
	case last == '(' || last == '[' || last == '/' || last == '¿' || last == '¡' || last == '@' || last == '#':
		return ""
	case last == '\'' || last == '’':
		return "" // French and Italian elision: l’ d’
	case last == '-' || last == '—':
		r, _ := lastRune(above[:len(above)-len(string(last))])
		if isWordRune(r) {
			return ""
		}
	}
	return " "
}

// opensQuotation reports whether above ends in a bracket or quote that opens: one that
// stands free, or at the beginning.
func opensQuotation(above string, last rune) bool {
	switch last {
	case '¿', '¡':
		return true
	case '(', '[', '„', '‚', '“', '«', '‹', '"', '‘':
		before := above[:len(above)-utf8.RuneLen(last)]
		r, _ := lastRune(before)
		free := before == "" || isSpace(r) || r == '('
		if last == '“' || last == '«' || last == '‹' {
			return free && !quotationOpen(before, last)
		}
		return free && !(last == '"' && oddQuotes(before))
	}
	return strings.ContainsRune(wideQuotes+wideBrackets, last)
}

// quotationOpen reports whether a quotation that closer closes was opened above and not closed.
func quotationOpen(above string, closer rune) bool {
	open := "„"
	switch closer {
	case '«':
		open = "»"
	case '»':
		open = "«"
	case '‹':
		open = "›"
	case '›':
		open = "‹"
	}
	tail := above[max(0, len(above)-lookBack):]
	return strings.LastIndex(tail, open) > strings.LastIndex(tail, string(closer)) &&
		strings.LastIndex(tail, open) > strings.LastIndex(tail, "”")
}

// oddQuotes reports whether a straight quotation mark above has no partner.
func oddQuotes(above string) bool {
	return strings.Count(above[max(0, len(above)-lookBack):], `"`)%2 == 1
}

// beginsWithParticle reports whether below begins with a Japanese or Korean particle that
// follows the word above.
func beginsWithParticle(below string, size int, first, last rune) bool {
	if first < 0x3040 || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !isCloser(last) {
		return false
	}
	if unicode.Is(unicode.Hangul, first) {
		word, _, spaced := strings.Cut(below[:min(len(below), 16)], " ")
		return spaced && particles()[word]
	}
	next, _ := utf8.DecodeRuneInString(below[size:])
	return particles()[below[:size]] && (unicode.Is(unicode.Han, next) || first == 'を')
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// isBullet reports whether s begins with a dash or a bullet, as an entry of a list does.
func isBullet(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBulletRune(r)
}

func isBulletRune(r rune) bool {
	switch r {
	case '-', '–', '—', '•', '·', '*', '▪', '●', '○', '■', '►', '»', '›', '>', '|', '→', '+':
		return true
	}
	return false
}

// JoinsDense reports whether no space stands between two characters: both are Chinese or Japanese, or one is their
// punctuation. Beside Latin letters and digits some sites set spaces and some do not.
func JoinsDense(last, first rune) bool {
	return isWidePunct(last) || isWidePunct(first) || isIdeograph(last) && isIdeograph(first)
}

// isIdeograph reports whether r is a character of Chinese or Japanese, kana among them.
func isIdeograph(r rune) bool { return Unspaced(r) && Wide(r) }

// isWidePunct reports whether r is punctuation of Chinese and Japanese, which has its own space.
func isWidePunct(r rune) bool {
	return r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF66
}

// atLeastWords reports whether s has n words or more. A character of an unspaced script
// counts for half a word.
func atLeastWords(s string, n int) bool {
	halves, in := 0, false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && (isASCIILetter(byte(r)) || r >= '0' && r <= '9'):
			if !in {
				halves += 2
			}
			in = true
		case isSpace(r):
			in = false
		case Unspaced(r):
			halves++
			in = false
		case !in && isWordRune(r):
			halves += 2
			in = true
		}
		if halves >= 2*n {
			return true
		}
	}
	return false
}
