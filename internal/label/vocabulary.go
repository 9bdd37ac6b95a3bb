package label

import (
	"math"
	"math/bits"
	"slices"
)

// A vocabulary tells on how many likely blocks of a page, and on how many unlikely ones, each
// of its words stands. Words are told apart by some bits of their hashes: what collides
// counts as one.
type vocabulary struct {
	tallies      []tally
	shift        int
	likely, rest int64 // words that were counted: once for each block that a word stands on
	bias         int32 // log odds, in hundredths, that a word is not of a likely block
}

type tally struct {
	likely, rest int32 // blocks
	last         int32 // number of the last block that counted, from 1
}

// mostTallies bounds the memory of a vocabulary.
const mostTallies = 1 << 16

// vocabulary counts the words of all blocks.
func (t *storySurvey) vocabulary() *vocabulary {
	width := min(max(bits.Len(uint(len(t.said))), 8), bits.Len(mostTallies-1))
	memory := &t.memory.tallies
	*memory = slices.Grow((*memory)[:0], 1<<width)[:1<<width]
	clear(*memory)
	v := &vocabulary{tallies: *memory, shift: 32 - width}
	for i := range t.p.Blocks {
		distinct, likely := int32(0), t.likely[i] >= threshold
		for _, h := range t.firstWords(i) {
			x := v.at(h)
			if x.last == int32(i+1) {
				continue
			}
			x.last = int32(i + 1)
			distinct++
			if likely {
				x.likely++
			} else {
				x.rest++
			}
		}
		if likely {
			v.likely += int64(distinct)
		} else {
			v.rest += int64(distinct)
		}
	}
	v.bias = logOf(v.rest) - logOf(v.likely)
	return v
}

func (v *vocabulary) at(h uint32) *tally { return &v.tallies[h*0x9E3779B1>>v.shift] }

// mostSaid is how many words of a block are looked at: more tell nothing new.
const mostSaid = 150

// firstWords are the hashes of a block's words, as many as are looked at.
func (t *storySurvey) firstWords(i int) []uint32 {
	words := t.wordsOf(i)
	return words[:min(len(words), mostSaid)]
}

// toldReach is how many blocks before and after a block are looked at together.
const toldReach = 3

// fillVocabulary fills what the words of each block say on this page: whether they are those
// of other blocks that are likely, or of unlikely ones. A story goes on with its own words;
// teasers, terms and descriptions of cookies have others.
func (t *storySurvey) fillVocabulary(m Matrix) {
	v := t.vocabulary()
	if v.likely == 0 || v.rest == 0 {
		return
	}
	n := len(t.p.Blocks)
	sums := make([]struct{ odds, known int32 }, n+1) // of the blocks before each
	for i := range n {
		row, odds, known := m.Row(i), int32(0), int32(0)
		if words := t.firstWords(i); len(words) > 0 {
			odds, known = v.fill(row, words, t.likely[i] >= threshold)
		}
		sums[i+1].odds, sums[i+1].known = sums[i].odds+odds, sums[i].known+known
	}
	mean := func(lo, hi int) int16 {
		return clamp(int(sums[hi].odds-sums[lo].odds) / int(max(sums[hi].known-sums[lo].known, 1)))
	}
	for i := range n {
		m.Row(i)[fToldAbove], m.Row(i)[fToldBelow] = mean(max(0, i-toldReach), i), mean(i+1, max(i+1, min(n, i+1+toldReach)))
	}
}

// fill fills a block's own features. It returns the sum of the log odds of the words that stand
// in other blocks, in hundredths, and how many these are.
func (v *vocabulary) fill(row []int16, words []uint32, likely bool) (odds, known int32) {
	var stand [4]int32 // of the words, by where else they stand: 2 for a likely block, 1 for an unlikely one, 3 for both
	own, other := int32(0), int32(1)
	if likely {
		own, other = 1, 0
	}
	for _, h := range words {
		x := v.at(h)
		story, rest := x.likely-own, x.rest-other // of the other blocks
		stand[isSome(story)<<1|isSome(rest)]++
		odds += logs[min(story, int32(len(logs)-1))] - logs[min(rest, int32(len(logs)-1))]
	}
	told, only, elsewhere := stand[2]+stand[3], stand[2], stand[1]
	known = told + elsewhere
	odds += known * v.bias
	n := int32(len(words))
	row[fToldShare], row[fToldOnly], row[fToldElsewhere] = share(told, n), share(only, n), share(elsewhere, n)
	row[fToldOdds], row[fToldSum] = clamp(int(odds/max(known, 1))), clamp(int(odds/10))
	return odds, known
}

// isSome is 1 where n, which is not negative, is not 0. Words stand here and there without order: a
// branch that cannot be guessed costs more than the sum of all that is counted.
func isSome(n int32) uint32 { return uint32(-n) >> 31 }

// logOf is the natural logarithm of a count and a half, in hundredths, the same on every
// platform.
func logOf(n int64) int32 {
	x := uint64(2*n + 1)
	power := bits.Len64(x) - 1
	fraction := x << (63 - power) >> (63 - fractionBits) & (1<<fractionBits - 1)
	const step, above = logUnit / 100, 100 // above 0, so that division rounds all alike
	return int32((int64(power-1)*log2+fractionLogs[fraction]+above*logUnit+step/2)/step) - 100*above
}

const (
	fractionBits = 10
	logUnit      = 1_000_000
	log2         = 693_147 // the logarithm of 2, in logUnit
)

// fractionLogs are the logarithms of 1 and some 1024ths, in logUnit.
var fractionLogs = func() (l [1 << fractionBits]int64) {
	for i := range l {
		l[i] = int64(math.Round(logUnit * math.Log1p(float64(i)/(1<<fractionBits))))
	}
	return l
}()

// logs are those of small counts.
var logs = func() (l [256]int32) {
	for i := range l {
		l[i] = logOf(int64(i))
	}
	return l
}()
