package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

//go:embed camelwords.txt
var camelWordsFile string

// camelWords are the words of the file by their part before the second capital.
var camelWords = sync.OnceValue(func() map[string][]string {
	words := make(map[string][]string)
	for line := range strings.Lines(camelWordsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			head := w[:1+strings.IndexFunc(w[1:], isUpper)]
			words[head] = append(words[head], w)
		}
	}
	return words
})

// gluedLine is the length in bytes from which a line of a glued text is taken apart; the
// shorter ones, such as the title, are blocks.
const gluedLine = 250

// A glueScanner finds the places where two blocks were glued: in 90% and more of the cases
// in a text that is known to be glued, a small letter before a capital, and in 98% a stop
// before a capital.
type glueScanner struct {
	s           string
	word        int  // where the letters before the current place begin
	inAddress   bool // the token is an address or a name in code
	german      bool // a quotation was opened with „
	outward     bool // a quotation was opened with «
	inward      bool // a quotation was opened with »
	closed      bool // the last “ closed it
	quoted      bool // a quotation was opened with "
	last, prior rune
	lastWord    int // length of the letters that were read last
}

// cuts calls yield with each place of s where a block begins, but for 0.
func (g *glueScanner) cuts(yield func(int)) {
	g.last, g.prior = ' ', ' '
	for i := 0; i < len(g.s); {
		r, n := rune(g.s[i]), 1
		if r >= 'a' && r <= 'z' { // never a boundary, always part of a word
			g.prior, g.last = g.last, r
			i++
			continue
		}
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(g.s[i:])
		}
		if g.boundary(i, r, n) {
			yield(i)
			g.word, g.inAddress = i, false
		}
		g.read(i, r, n)
		i += n
	}
}

// read takes note of the rune r at i.
func (g *glueScanner) read(i int, r rune, n int) {
	if isBlank(r) {
		return
	}
	if i > g.word {
		g.lastWord = i - g.word
	}
	switch {
	case r >= 'A' && r <= 'Z':
	case r == ' ':
		g.word, g.inAddress = i+1, false
	case r == '@' || r == '_' || r == '=' || r == '\\' || r == '/' && g.last == '/':
		g.inAddress = true
		g.word = i + n
	case r == '„':
		g.german = true
		g.word = i + n
	case r == '»':
		next, _ := utf8.DecodeRuneInString(g.s[i+n:])
		g.inward = !g.outward && unicode.IsLetter(next)
		g.outward = false
		g.word = i + n
	case r == '«':
		g.outward, g.inward = !g.inward, false
		g.word = i + n
	case r == '“' || r == '”':
		g.closed, g.german = g.german, false
		g.word = i + n
	case r == '"':
		g.quoted = !g.quoted
		g.word = i + n
	case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsMark(r):
		g.word = i + n
	}
	g.prior, g.last = g.last, r
}

// boundary reports whether a block begins at i with the rune r.
func (g *glueScanner) boundary(i int, r rune, n int) bool {
	if g.last == ' ' || i == 0 || r == ' ' || g.inAddress {
		return false
	}
	rest := g.s[i+n:]
	switch {
	case isUpper(r):
		next, _ := utf8.DecodeRuneInString(rest)
		switch {
		case isLower(g.last):
			return i-g.word >= 2 && (isLower(g.prior) || isUpper(g.prior)) &&
				(unicode.IsLetter(next) || next == ' ' && strings.ContainsRune(oneLetterWords, r)) && !g.name(i)
		case isUpper(g.last): // NEWSThe
			return isLower(next) && i-g.word >= 3 && isUpper(g.prior) && lowerRun(rest) >= 2 && !g.mixed(i)
		case g.last >= '0' && g.last <= '9':
			return lowerRun(rest) >= 2
		case isStop(g.last):
			return (unicode.IsLetter(next) || next == ' ') && g.afterWord()
		case g.last == ':':
			return isLower(next) && isLower(g.prior) && g.lastWord >= 3
		case g.last == '’': // an apostrophe, unless it follows a stop
			return isStop(g.prior) && (isLower(next) || next == ' ')
		case g.last == '»' && g.inward: // opens
			return false
		case g.last == '”' || g.last == ')' || g.last == '»':
			return (isLower(next) || next == ' ') && g.prior != ' '
		case g.last == '“': // closes a German quotation, or else opens one
			return g.closed && (isLower(g.prior) || isStop(g.prior))
		case g.last == '"':
			return !g.quoted && isStop(g.prior)
		}
	case endsCaseless(g.last) && caseless(r):
		return (caseless(g.prior) || unicode.IsMark(g.prior)) && g.lastWord >= leastCaseless
	case r == '©':
		return unicode.IsLetter(g.last) || isStop(g.last)
	case r == '»':
		next, _ := utf8.DecodeRuneInString(rest)
		return !g.outward && isUpper(next) && (isStop(g.last) || isLower(g.last) && g.prior != ' ')
	case r == '«' && isStop(g.last) && !g.inward:
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0\u202f"))
		return isUpper(next)
	case r == '„' || r == '“' && !g.german || r == '«' || r == '‘' || r == '"' && !g.quoted:
		next, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsUpper(next) {
			return false
		}
		return isStop(g.last) || r == '„' && unicode.IsLetter(g.last) || r != '«' && isLower(g.last)
	case r >= '0' && r <= '9':
		return isLower(g.last) && isLower(g.prior) && i-g.word >= 3 && isYear(g.s[i:]) ||
			isStop(g.last) && isLower(g.prior) && leadingDigits(g.s[i:]) >= 1
	}
	return false
}

// caseless reports whether r is a letter of a script that has spaces between words, but no capitals.
func caseless(r rune) bool { return r > 0x590 && !prose.Unspaced(r) && unicode.Is(unicode.Lo, r) }

// endsCaseless reports whether r ends sentences in one of these scripts.
func endsCaseless(r rune) bool { return isStop(r) || r == '؟' || r == '۔' || r == '।' }

// leastCaseless is how many bytes the last word of such a sentence has at the least: initials have fewer.
const leastCaseless = 6

// oneLetterWords are the words of one letter that begin sentences.
const oneLetterWords = "AIOÉÈÀВСКИАОУЯ"

// afterWord reports whether the stop that was read last follows a word or a number, not an
// initial.
func (g *glueScanner) afterWord() bool {
	return isLower(g.prior) || isUpper(g.prior) && g.lastWord >= 3 || g.prior >= '0' && g.prior <= '9' || g.prior == ')' ||
		g.prior == '”' || g.prior == '“' || g.prior == '"' || g.prior == '»' || g.last != '.'
}

// namePrefixes are beginnings of names with a capital inside: McDonald, MacArthur, DeSantis.
var namePrefixes = map[string]bool{
	"Mc": true, "Mac": true, "De": true, "Di": true, "Da": true, "Du": true, "La": true, "Le": true,
	"Van": true, "Von": true, "Fitz": true, "St": true, "Al": true, "El": true, "My": true,
}

// longestName is the length of the longest part of a name before a capital inside, in bytes.
const longestName = 24

// name reports whether the word around i is a name with a capital inside.
func (g *glueScanner) name(i int) bool {
	if i-g.word > longestName {
		return false
	}
	if rest, ok := strings.CutPrefix(g.s[i:], "Innen"); ok && !startsLower(rest) {
		return true // LeserInnen: German for readers of both sexes
	}
	if namePrefixes[g.s[g.word:i]] {
		return true
	}
	for _, name := range camelWords()[g.s[g.word:i]] {
		if strings.HasPrefix(g.s[g.word:], name) {
			return true // it may be glued to what follows
		}
	}
	return false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLower(r)
}

// mixed reports whether small letters stand in the word before i.
func (g *glueScanner) mixed(i int) bool {
	return i-g.word > longestName || strings.IndexFunc(g.s[g.word:i], isLower) >= 0
}

// lowerRun is the number of small letters at the beginning of s, three at most.
func lowerRun(s string) int {
	n := 0
	for _, r := range s {
		if n == 3 || !isLower(r) {
			break
		}
		n++
	}
	return n
}

// isYear reports whether s begins with a year of the last or this century and a space.
func isYear(s string) bool {
	return leadingDigits(s[:min(len(s), 5)]) == 4 && len(s) > 4 && s[4] == ' ' &&
		(strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }
