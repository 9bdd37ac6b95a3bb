package label

import "hash/maphash"

// A refrain is a short line that stands at least leastCopies times on a page, alike but for figures:
// "Reply" between comments, "Read more" between teasers, an ad label between paragraphs. What stands
// from one of its copies to the next is a stanza.
type refrain struct{ copies, first, last int32 }

const (
	leastCopies   = 3
	longestStanza = 16 // blocks from one copy to the next
	longRefrain   = 48 // bytes
)

// refrainKey is the same for short lines that differ in figures and spaces alone.
func refrainKey(text string) (key uint64, short bool) {
	if len(text) > longRefrain {
		return 0, false
	}
	var kept [longRefrain]byte
	n := 0
	for i := range len(text) {
		if c := text[i]; c > ' ' && (c < '0' || c > '9') {
			kept[n] = c
			n++
		}
	}
	return maphash.Bytes(seed, kept[:n]), n > 0
}

// findRefrains finds the refrains of a page. lines are by block the number of the refrain that it is a
// copy of, -1 for none, and copies how many lines are like it, itself included.
func (s *pageSurvey) findRefrains() (refrains []refrain, lines, copies []int32) {
	n := len(s.p.Blocks)
	lines, copies = s.memory.int32s.take(n), s.memory.int32s.take(n)
	s.memory.blocks.reset(n)
	for i := range n {
		lines[i] = -1
		key, short := refrainKey(s.p.Blocks[i].Text)
		if !short {
			continue
		}
		first := s.memory.blocks.first(i, key, func(k int) bool { other, _ := refrainKey(s.p.Blocks[k].Text); return other == key })
		lines[i] = int32(first)
		copies[first]++
	}
	for i, first := range lines { // those before i are numbers of refrains already
		switch {
		case first < 0:
			continue
		case int(first) != i:
			copies[i], lines[i] = copies[first], lines[first]
		case copies[i] >= leastCopies:
			lines[i] = int32(len(refrains))
			refrains = append(refrains, refrain{copies: copies[i], first: first})
		default:
			lines[i] = -1
		}
		if k := lines[i]; k >= 0 {
			refrains[k].last = int32(i)
		}
	}
	return refrains, lines, copies
}

// fillRefrains fills between which refrains each block stands.
func (s *pageSurvey) fillRefrains(m Matrix) {
	refrains, lines, copies := s.findRefrains()
	n := len(lines)
	s.refrains, s.stanzas = refrains, s.inStanzas(refrains, lines)
	above := -reach
	for i := range n {
		row := m.Row(i)
		row[fCopies] = clamp(int(copies[i]))
		if row[fRefrainAbove] = int16(min(i-above, reach)); above >= 0 {
			row[fRefrainAboveCopies] = clamp(int(copies[above]))
		}
		if lines[i] >= 0 {
			above = i
		}
	}
	below := n + reach
	for i := n - 1; i >= 0; i-- {
		row := m.Row(i)
		if row[fRefrainBelow] = int16(min(below-i, reach)); below < n {
			row[fRefrainBelowCopies] = clamp(int(copies[below]))
		}
		if lines[i] >= 0 {
			below = i
		}
		row[fRefrainBefore] = -1
		if k := s.stanzas[i]; k >= 0 {
			f := &refrains[k]
			row[fRefrainCopies], row[fRefrainPhrase] = clamp(int(f.copies)), m.Row(int(f.first))[fPhrase]
			row[fRefrainBefore], row[fRefrainAfter] = share(s.proseBefore[f.first], s.prose), share(s.prose-s.proseBefore[f.last], s.prose)
		}
	}
}

// inStanzas are by block the number of the refrain in whose stanzas it stands, of several that with
// most copies; -1 for none.
func (s *pageSurvey) inStanzas(refrains []refrain, lines []int32) []int32 {
	by, last := s.memory.int32s.take(len(lines)), make([]int, len(refrains)) // the last copy of each, counted from 1
	for i, k := range lines {
		by[i] = -1
		if k < 0 {
			continue
		}
		if last[k] > 0 && i+1-last[k] <= longestStanza {
			for b := last[k]; b < i; b++ {
				if by[b] < 0 || refrains[k].copies > refrains[by[b]].copies {
					by[b] = k
				}
			}
		}
		last[k] = i + 1
	}
	return by
}

// fillRefrainStory fills how likely the other blocks in stanzas of the same refrain are.
func (t *storySurvey) fillRefrainStory(m Matrix) {
	sums := make([]style, len(t.refrains))
	for i, k := range t.stanzas {
		if k >= 0 {
			sums[k].add(t.wordsIn(i))
		}
	}
	for i, k := range t.stanzas {
		row := m.Row(i)
		if row[fRefrainStory] = -1; k >= 0 {
			var own style
			own.add(t.wordsIn(i))
			row[fRefrainStory] = sums[k].without(own)
		}
	}
}
