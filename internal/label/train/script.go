package main

import (
	"hash/fnv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

// A script writes a text as it might stand in a language of which no word is known: neither
// a stock phrase nor the lexicon says anything of it. Most pages of the corpus are in English
// or German; how the lines of a story lie and end is the same elsewhere.
type script func(string) string

// scriptWeight is how much a page in another script counts, as a share of the page itself.
const scriptWeight = 0.35

// otherScript is the one in which a page is learned once more, for its gold and for its text.
// The choice is that of a number which differs from page to page. ofDense is how a text of its
// style is written without spaces, nil if it cannot be.
func otherScript(n int, ofDense script) (gold, text script) {
	switch n % 6 {
	case 0, 1:
		return shifted, shifted
	case 2:
		return uncased, uncased
	}
	return dense, ofDense
}

// shifted writes the next letter of the alphabet for each letter, small for small.
func shifted(s string) string {
	return strings.Map(func(r rune) rune {
		low := unicode.ToLower(r)
		to := low + 1
		switch {
		case !unicode.IsLetter(r) || prose.Unspaced(r):
			return r
		case !unicode.IsLower(to):
			to = low - 1
		}
		if low != r {
			to = unicode.ToUpper(to)
		}
		return to
	}, s)
}

// uncased writes letters of an alphabet without capitals.
func uncased(s string) string {
	const alphabet = "אבגדהוזחטיכלמנסעפצקרשת"
	letters := []rune(alphabet)
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) || prose.Unspaced(r) {
			return r
		}
		return letters[int(unicode.ToLower(r))%len(letters)]
	}, s)
}

// denseMarks are the marks that go with such a script.
var denseMarks = map[rune]rune{'.': '。', ',': '、', ':': '：', ';': '；', '?': '？', '!': '！'}

// dense writes as Chinese and Japanese do: no spaces, no capitals, for a word one character to
// each three letters, the same ones wherever it stands.
func dense(s string) string {
	var out strings.Builder
	last, quoted := rune(' '), false
	write := func(r rune) {
		out.WriteRune(r)
		last = r
	}
	for s != "" {
		if n := wordLen(s); n > 0 {
			writeDense(s[:n], write)
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		next, _ := utf8.DecodeRuneInString(s)
		switch {
		case (r == ' ' || r == '\u00a0') && prose.Wide(last) && (unicode.IsLetter(next) || strings.ContainsRune("\"“„«(", next)):
		case denseMarks[r] != 0 && (s == "" || strings.ContainsRune(" \n\"”“»)", next)):
			write(denseMarks[r])
		case strings.ContainsRune("\"“”„«»", r):
			if quoted = !quoted; quoted {
				write('「')
			} else {
				write('」')
			}
		case r == '(':
			write('（')
		case r == ')':
			write('）')
		default:
			quoted = quoted && r != '\n'
			write(r)
		}
	}
	return out.String()
}

// denseColumns is where lines of a hard-wrapped text end.
const denseColumns = 78

// denseWrapped is dense for a hard-wrapped text, whose lines end elsewhere then. The list of
// links below it is left out.
func denseWrapped(text string) string {
	var out strings.Builder
	p, notes := page.FromText(text)
	for i := range p.Blocks[:notes.References] {
		b := &p.Blocks[i]
		for range min(b.Blank, 2) {
			out.WriteByte('\n')
		}
		column := 0
		for _, r := range dense(b.Text) {
			width := 1
			if prose.Wide(r) {
				width = 2
			}
			if column += width; column > denseColumns {
				out.WriteByte('\n')
				column = width
			}
			out.WriteRune(r)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// wordLen is the length of the letters at the beginning of s.
func wordLen(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	if n < 0 {
		return len(s)
	}
	return n
}

// writeDense writes a word: in hiragana, some in katakana, half of the longer ones in kanji.
func writeDense(word string, write func(rune)) {
	h := fnv.New64a()
	io.WriteString(h, strings.ToLower(word))
	x := h.Sum64()
	n := max((utf8.RuneCountInString(word)+2)/3, 1)
	kind := x % 8
	for range n {
		x = x*6364136223846793005 + 1442695040888963407 // Knuth's MMIX generator
		c := rune(x >> 40)
		switch {
		case n > 1 && kind == 0:
			write('ア' + c%80)
		case n == 1 || kind < 4:
			write('あ' + c%78)
		default:
			write('一' + c%6000)
		}
	}
}

// in is the page's gold in another script.
func (g goldPage) in(write script) goldPage {
	g.Title, g.Body = write(g.Title), write(g.Body)
	g.Paragraphs = append([]string(nil), g.Paragraphs...)
	for i, p := range g.Paragraphs {
		g.Paragraphs[i] = write(p)
	}
	g.Parts = append(g.Parts[:0:0], g.Parts...)
	for i, p := range g.Parts {
		g.Parts[i].Text = write(p.Text)
	}
	return g
}
