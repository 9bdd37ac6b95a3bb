package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A document is what Mend learns of one while it reads it.
type document struct {
	para  int
	edits []Edit

	evidence       bool // an orphan stop or a surplus closing quote before a stray stop
	starts, lowers int  // sentences, and those of them that begin in lower case

	codeParas int // paragraphs that hold code
	glued     int // missing spaces after a word in lower case

	quotesCounted, surplus bool // of the paragraph: see surplusQuote
}

// gluedName is the kind of a missing space after a word with a capital while it is not known
// whether the document has others: "Table.Briefings" is a name, "Smith.The" a defect.
const gluedName Kind = 255

// codeFew is the number of paragraphs with code from which on a document is about code, where
// a stop or a comma may stand anywhere. A guess.
const codeFew = 3

// The share of sentences that begin in lower case above which a document is taken to be
// written so, and the number of them that a short one may have. Guesses.
const (
	lowerShare = 0.15
	lowerFew   = 3
)

// settle decides about the edits that need evidence from the whole document: it reports
// whether e stays, and with which kind.
func (d *document) settle(e Edit) (Kind, bool) {
	switch e.Kind {
	case StrayStop, StrayQuote:
		return e.Kind, d.evidence && !d.writtenInLowerCase()
	case gluedName:
		return Space, d.glued > 0 && d.codeParas < codeFew
	case Space:
		return e.Kind, d.codeParas < codeFew
	}
	return e.Kind, true
}

func (d *document) writtenInLowerCase() bool {
	return float64(d.lowers) > lowerShare*float64(d.starts) &&
		(d.lowers > lowerFew || 2*d.lowers > d.starts)
}

// mostEdits is how many edits a document may have: each takes some 500 bytes, with the passages
// around it. No document seen has a tenth of it; what is beyond stays as it is.
const mostEdits = 10_000

// special are the bytes at which something may have to be mended: stop, comma, and the first
// bytes of the soft hyphen and of the characters without width.
var special = [256]bool{'.': true, ',': true, 0xC2: true, 0xE2: true, 0xEF: true}

// scan reads one paragraph.
func (d *document) scan(s string) {
	if r, _ := utf8.DecodeRuneInString(s); (isLower(r) || isUpper(r)) && EndsSentence(s) { // a name or a label tells nothing
		d.start(isLower(r))
	}
	d.quotesCounted = false
	code := looksLikeCode(s)
	if code {
		d.codeParas++
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !special[c] {
			continue
		}
		switch c {
		case '.':
			if !code {
				d.stop(s, i)
			}
		case ',':
			if !code {
				d.spaceBefore(s, i)
			}
		default:
			d.invisible(s, i)
		}
	}
}

func (d *document) start(lower bool) {
	d.starts++
	if lower {
		d.lowers++
	}
}

func (d *document) add(start, end int, with string, kind Kind, confidence float64) {
	if len(d.edits) >= mostEdits {
		return
	}
	d.edits = append(d.edits, Edit{d.para, start, end, with, kind, confidence})
}

// stop looks at the full stop at s[i].
func (d *document) stop(s string, i int) {
	next, size := utf8.DecodeRuneInString(s[i+1:])
	if i > 0 && s[i-1] == ' ' {
		if d.orphan(s, i) {
			d.evidence = true
			start := strings.TrimRight(s[:i], " ")
			d.add(len(start), i+1, "", OrphanStop, orphanStopConfidence)
		} else {
			d.spaceBefore(s, i)
		}
		return
	}
	if size == 0 {
		return
	}
	if next != ' ' {
		d.glue(s, i)
		return
	}
	after := s[i+2:]
	r, _ := utf8.DecodeRuneInString(after)
	switch {
	case isUpper(r):
		d.start(false)
	case isLower(r):
		d.start(true)
		d.stray(s, i, after)
	}
}

// orphan reports whether the stop at s[i], with a space before it, follows a finished
// sentence and stands at the end or before a capital. Three stops are an ellipsis.
func (d *document) orphan(s string, i int) bool {
	before := strings.TrimRight(s[:i], " ")
	if i+1 < len(s) {
		rest := strings.TrimLeft(s[i+1:], " ")
		r, _ := utf8.DecodeRuneInString(rest)
		if len(rest) == len(s)-i-1 && rest != "" || rest != "" && !isUpper(r) && !isOpener(r) {
			return false
		}
	}
	last, n := lastRune(before)
	if isCloser(last) {
		before = before[:len(before)-n]
		last, n = lastRune(before)
	}
	before = before[:len(before)-n]
	if last != '.' && last != '!' && last != '?' {
		return false
	}
	// Before the first of the two stands a word, or a quote that closes one.
	r, _ := lastRune(before)
	return isWordRune(r) || isCloser(r)
}

// stray looks at a stop before a word in lower case, which begins after.
func (d *document) stray(s string, i int, after string) {
	before := s[:i]
	r, n := lastRune(before)
	quote := r == '”'
	if quote {
		before = before[:len(before)-n]
	}
	word := before[len(before)-lastWordLen(before):]
	quote = quote && d.surplusQuote(s)
	if !plainWord(word, 4) && !(quote && plainWord(word, 2)) || IsAbbreviation(word) || !BeginsLower(after) {
		return
	}
	if outside, _ := lastRune(before[:len(before)-len(word)]); !isSpace(outside) && !isOpener(outside) && outside != '-' {
		return // a dot, a slash or a bracket: an address, a file, code
	}
	next := after
	if end := strings.IndexFunc(after, isSpace); end >= 0 {
		next = after[:end]
	}
	next = strings.TrimRight(next, ".,;:!?)”\"’'")
	if lowerNames()[next] {
		return
	}
	if quote {
		d.evidence = true
		d.add(i-n, i+1, "", StrayQuote, strayQuoteConfidence)
		return
	}
	d.add(i, i+1, "", StrayStop, strayStopConfidence)
}

// surplusQuote reports whether s closes one quotation more than it opens.
func (d *document) surplusQuote(s string) bool {
	if !d.quotesCounted {
		opened := strings.Count(s, "“") + strings.Count(s, "„")
		d.surplus = opened > 0 && strings.Count(s, "”") == opened+1
		d.quotesCounted = true
	}
	return d.surplus
}

// spaceBefore mends one space before the comma or stop at s[i], where a word stands before
// it and a space, or nothing, after.
func (d *document) spaceBefore(s string, i int) {
	if i < 2 || s[i-1] != ' ' || i+1 < len(s) && s[i+1] != ' ' {
		return
	}
	if r, _ := lastRune(s[:i-1]); !isWordRune(r) && r != '”' && r != '’' && r != ')' {
		return
	}
	if rest := strings.TrimLeft(s[i+1:], " "); rest != "" && (rest[0] == '.' || rest[0] == ',') {
		return // an ellipsis set with spaces, or a list without its words
	}
	d.add(i-1, i, "", Space, spaceConfidence)
}

// glueBytes is the length of the longest word, in bytes, that may follow a missing space.
const glueBytes = 64

// glue parts two sentences that stand together: "year.The", "year.”The". Latin, Greek and
// Cyrillic only; others set no space there.
func (d *document) glue(s string, i int) {
	before, at := s[:i], i+1
	if quote, ok := strings.CutPrefix(s[at:], "”"); ok {
		at = len(s) - len(quote)
	}
	after := s[at:]
	r, n := utf8.DecodeRuneInString(after)
	if !isUpper(r) || Unspaced(r) {
		return
	}
	if r2, _ := utf8.DecodeRuneInString(after[n:]); !isLower(r2) && !(r2 == ' ' && (r == 'A' || r == 'I')) {
		return
	}
	word := before[len(before)-lastWordLen(before):]
	if !plainWord(word, 3) || IsAbbreviation(word) {
		return
	}
	if outside, _ := lastRune(before[:len(before)-len(word)]); !isSpace(outside) && !isOpener(outside) && outside != '-' {
		return
	}
	after = after[:min(len(after), glueBytes)]
	end := strings.IndexFunc(after, isSpace)
	if end < 0 {
		return // a name of two words ends so, a sentence rarely
	}
	if strings.ContainsAny(strings.TrimRight(after[:end], ".,;:!?)"), "./@\\()[]{}<>_=#&") {
		return
	}
	if isDomain(strings.TrimRight(after[:end], ".,;:!?)”’»")) {
		return
	}
	kind := Space
	if r, _ := utf8.DecodeRuneInString(word); isLower(r) {
		d.glued++
	} else {
		kind = gluedName
	}
	d.add(at, at, " ", kind, spaceConfidence)
}

// isDomain reports whether a word is the end of a name of the web, or of one that plays on such: "Booking.Com", "Node.Js",
// "Газета.Ru". Those that begin sentences, as "It", "Es" and "De" do, are none.
func isDomain(word string) bool {
	switch strings.ToLower(word) {
	case "com", "net", "org", "biz", "io", "tv", "fm", "js", "ru", "ру", "рф":
		return true
	}
	return false
}

// invisible looks at a character of two or three bytes that begins at s[i].
func (d *document) invisible(s string, i int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case 0x00AD, 0x2060, 0xFEFF: // soft hyphen, word joiner, byte order mark
	case 0x200B: // zero width space: parts words in Thai, Khmer and their neighbours
		before, _ := lastRune(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		if Unspaced(before) || Unspaced(after) {
			return
		}
	default:
		return
	}
	d.add(i, i+n, "", Invisible, invisibleConfidence)
}

// plainWord reports whether w is a word of at least n letters that begins in lower case or,
// with a capital, goes on in it.
func plainWord(w string, n int) bool {
	letters := 0
	for i, r := range w {
		switch {
		case r == '\'' || r == '’' || r == 0xAD || unicode.IsMark(r):
		case !unicode.IsLetter(r) || Unspaced(r) || i > 0 && isUpper(r):
			return false
		default:
			letters++
		}
	}
	return letters >= n
}

func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '„', '‚', '«', '‹', '»', '(', '[':
		return true
	}
	return false
}

// looksLikeCode reports whether s holds marks that running text does not have.
func looksLikeCode(s string) bool {
	return strings.ContainsAny(s, "{}=\\`_")
}
