package label

import (
	"math"
	"math/bits"
)

// A tally counts the blocks that a word stands in.
type tally struct {
	story, other int32
	last         int32 // the last block that counted, so that each counts once
}

// A vocabulary tells which words of a page its story has. Words are told apart by as many
// bits of their hashes as there is room for: what collides counts as one.
type vocabulary struct {
	tallies      []tally
	shift        int
	story, other int64 // words that were counted
}

// mostTallies bounds the memory of a vocabulary.
const mostTallies = 1 << 16

func newVocabulary(words int) *vocabulary {
	width := min(max(bits.Len(uint(words)), 8), bits.Len(mostTallies-1))
	return &vocabulary{tallies: make([]tally, 1<<width), shift: 32 - width}
}

func (v *vocabulary) at(h uint32) *tally { return &v.tallies[h*0x9E3779B1>>v.shift] }

// logs are logarithms in hundredths of small counts and a half.
var logs = func() (l [256]int32) {
	for i := range l {
		l[i] = int32(math.Round(100 * math.Log(float64(i)+0.5)))
	}
	return l
}()

// mostSaid is how many words of a block are looked at: more tell nothing new.
const mostSaid = 150

// fillVocabulary fills what the words of each block say on this page: whether they are those
// of other likely blocks, or of unlikely ones.
func (t *storySurvey) fillVocabulary(m Matrix) {
	v := newVocabulary(len(t.said))
	for i := range t.p.Blocks {
		words := t.wordsOf(i)
		for _, h := range words[:min(len(words), mostSaid)] {
			switch x := v.at(h); {
			case int(x.last) == i+1:
			case t.likely[i] >= threshold:
				x.story++
				v.story++
				x.last = int32(i + 1)
			default:
				x.other++
				v.other++
				x.last = int32(i + 1)
			}
		}
	}
	if v.story == 0 || v.other == 0 {
		return
	}
	before := make([]struct{ odds, known int32 }, len(t.p.Blocks)+1)
	bias := int32(math.Round(100 * math.Log(float64(v.other)/float64(v.story))))
	for i := range t.p.Blocks {
		words := t.wordsOf(i)
		words = words[:min(len(words), mostSaid)]
		before[i+1] = before[i]
		if len(words) == 0 {
			continue
		}
		var told, only, elsewhere, known, odds int32
		inStory := t.likely[i] >= threshold
		for _, h := range words {
			x := v.at(h)
			story, other := x.story, x.other
			if inStory {
				story--
			} else {
				other--
			}
			if story > 0 {
				told++
				if other == 0 {
					only++
				}
			} else if other > 0 {
				elsewhere++
			}
			if story+other > 0 {
				known++
				odds += logs[min(story, 255)] - logs[min(other, 255)] + bias
			}
		}
		n := int32(len(words))
		row := m.Row(i)
		row[fToldShare], row[fToldOnly], row[fToldElsewhere] = share(told, n), share(only, n), share(elsewhere, n)
		row[fToldOdds], row[fToldSum] = clamp(int(odds/max(known, 1))), clamp(int(odds/10))
		before[i+1].odds += odds
		before[i+1].known += known
	}
	mean := func(lo, hi int) int16 {
		a, b := before[lo], before[hi]
		return clamp(int((b.odds - a.odds) / max(b.known-a.known, 1)))
	}
	n := len(t.p.Blocks)
	for i := range n {
		row := m.Row(i)
		row[fToldAbove], row[fToldBelow] = mean(max(0, i-3), i), mean(i+1, min(n, i+4))
	}
}
