package decode

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// legacyEncoding is the encoding of b, which is in no Unicode encoding. What the HTTP header
// or the page declares is taken unless another encoding makes far more sense of the bytes.
func legacyEncoding(b []byte, contentType string) (encoding.Encoding, string) {
	sample := sampleWords(b)
	table := candidates()
	var senser senser
	var declared []candidate
	var scores []float64 // of declared
	for _, label := range [...]string{headerCharset(contentType), pageCharset(b)} {
		if enc, name := lookup(label); enc != nil {
			c := candidate{enc: enc, name: name, frequent: table.frequent}
			score := c.score(&senser, sample, math.Inf(-1))
			if score+trust >= 1 {
				return enc, name // no other can beat it
			}
			declared, scores = append(declared, c), append(scores, score)
		}
	}
	best := candidate{enc: charmap.Windows1252, name: "windows-1252"}
	bestScore := enoughSense
	if len(scores) > 0 {
		bestScore = max(bestScore, slices.Min(scores)+trust) // who does not beat that beats none of them
	}
	for _, c := range table.all {
		if score := c.score(&senser, sample, bestScore); score > bestScore {
			best, bestScore = c, score
		}
	}
	for i, c := range declared {
		if scores[i]+trust >= bestScore {
			return c.enc, c.name
		}
	}
	return best.enc, best.name
}

// score is how likely sample is in the encoding c, at most 1. Where it cannot be above a limit, it
// is not looked at closely: most candidates fail by their sense alone.
func (c candidate) score(s *senser, sample []byte, limit float64) float64 {
	text := decodeWith(c.enc, sample)
	score := s.sense(text)
	if score+1 <= limit {
		return score
	}
	return score + familiarity(text, c.frequent)
}

const (
	// enoughSense is the score below which a guess is no better than the web's default.
	enoughSense = 0.15
	// trust is how much better than a declared encoding another one must score. Right ones
	// score .4 to .9, wrong ones of the same alphabet .3 at most.
	trust = 0.4
)

// decodeWith decodes b. What enc cannot decode becomes U+FFFD.
func decodeWith(enc encoding.Encoding, b []byte) string {
	if table, ok := enc.(*charmap.Charmap); ok {
		return decodeBytes(table, b)
	}
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil || !utf8.Valid(text) {
		return replaceInvalid(text)
	}
	return string(text)
}

// decodeBytes decodes b, each byte of which is a character: those of ASCII as they are, and at once,
// in half of the decoder's time.
func decodeBytes(table *charmap.Charmap, b []byte) string {
	var text strings.Builder
	text.Grow(len(b) + len(b)/16)
	from := 0
	for i, c := range b {
		if c >= utf8.RuneSelf {
			text.Write(b[from:i])
			text.WriteRune(table.DecodeByte(c))
			from = i + 1
		}
	}
	text.Write(b[from:])
	return text.String()
}

// sampleBytes is enough of the bytes beyond ASCII to know an encoding by.
const sampleBytes = 2 << 10

// sampleWords are the words of b that hold bytes beyond ASCII. It is cut at bytes below 0x30
// alone, which no encoding uses inside a character.
func sampleWords(b []byte) []byte {
	var sample []byte
	start, high := 0, false
	for i, c := range b {
		switch {
		case c >= utf8.RuneSelf:
			high = true
		case c < 0x30:
			if high {
				sample = append(sample, b[start:i+1]...)
				if len(sample) >= sampleBytes {
					return sample
				}
			}
			start, high = i+1, false
		}
	}
	if high {
		sample = append(sample, b[start:]...)
	}
	return sample
}

// A candidate is an encoding that is tried on each page.
type candidate struct {
	enc      encoding.Encoding
	name     string
	frequent map[rune]bool
}

type candidateTable struct {
	all      []candidate
	frequent map[rune]bool // those of all candidates
}

//go:embed frequent.tsv
var frequentFile string

// candidates reads the table once. Its lines are an encoding and the characters beyond ASCII
// that are frequent in the languages written in it.
var candidates = sync.OnceValue(func() candidateTable {
	table := candidateTable{frequent: map[rune]bool{}}
	for line := range strings.Lines(frequentFile) {
		label, characters, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		enc, name := lookup(label)
		c := candidate{enc: enc, name: name, frequent: map[rune]bool{}}
		for _, r := range characters {
			c.frequent[r] = true
			table.frequent[r] = true
		}
		if enc != nil {
			table.all = append(table.all, c)
		}
	}
	return table
})

// familiarity is the share of the characters of text beyond ASCII that are frequent ones,
// in either case.
func familiarity(text string, frequent map[rune]bool) float64 {
	hits, n := 0, 0
	for _, r := range text {
		if r >= utf8.RuneSelf {
			n++
			if frequent[unicode.ToLower(r)] {
				hits++
			}
		}
	}
	return float64(hits) / float64(max(n, 1))
}
