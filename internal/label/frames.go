package label

import "hash/maphash"

// What a line that frames others is like. Stories have such lines, too: of labels of ads, and of
// headings that come again.
const (
	leastCopies  = 3  // there are at least so many, alike but for figures
	longestFrame = 16 // blocks from one to the next at the most
	longFrame    = 48 // bytes of the longest
)

// frameKey is the same for short lines that differ in figures and spaces alone.
func frameKey(text string) (key uint64, short bool) {
	if len(text) > longFrame {
		return 0, false
	}
	var kept [longFrame]byte
	n := 0
	for i := range len(text) {
		if c := text[i]; c > ' ' && (c < '0' || c > '9') {
			kept[n] = c
			n++
		}
	}
	return maphash.Bytes(seed, kept[:n]), n > 0
}

// fillFrames fills between which lines that come again and again each block stands: "Reply" between
// comments, "Read more" between teasers, an ad label between paragraphs.
func (s *pageSurvey) fillFrames(m Matrix) {
	n := len(s.p.Blocks)
	flat := s.memory.int32s.take(4 * n)
	firsts, count, last := flat[:n], flat[n:2*n], flat[2*n:3*n] // count and last by the first line of a kind
	s.frames = flat[3*n:]
	keys := s.memory.int64s.take(n)
	s.memory.blocks.reset(n)
	for i := range n {
		firsts[i], s.frames[i] = -1, -1
		key, short := frameKey(s.p.Blocks[i].Text)
		if !short {
			continue
		}
		keys[i] = int64(key)
		first := s.memory.blocks.first(i, key, func(k int) bool { return keys[k] == int64(key) })
		firsts[i] = int32(first)
		count[first]++
	}
	repeated := func(i int) bool { return firsts[i] >= 0 && count[firsts[i]] >= leastCopies }
	above := -reach
	for i := range n {
		row := m.Row(i)
		if row[fRepeatAbove] = int16(min(i-above, reach)); above >= 0 {
			row[fRepeatAboveCopies] = clamp(int(count[firsts[above]]))
		}
		if firsts[i] >= 0 {
			row[fCopies] = clamp(int(count[firsts[i]]))
		}
		if !repeated(i) {
			continue
		}
		above = i
		first := firsts[i]
		if before := int(last[first]); i > int(first) && i-before <= longestFrame {
			for k := before + 1; k < i; k++ {
				if f := s.frames[k]; f < 0 || count[first] > count[f] {
					s.frames[k] = first
				}
			}
		}
		last[first] = int32(i)
	}
	below := n + reach
	for i := n - 1; i >= 0; i-- {
		row := m.Row(i)
		if row[fRepeatBelow] = int16(min(below-i, reach)); below < n {
			row[fRepeatBelowCopies] = clamp(int(count[firsts[below]]))
		}
		if repeated(i) {
			below = i
		}
		row[fFrameBefore] = -1
		if f := s.frames[i]; f >= 0 {
			row[fFrameCopies], row[fFramePhrase] = clamp(int(count[f])), m.Row(int(f))[fPhrase]
			row[fFrameBefore], row[fFrameAfter] = share(s.proseBefore[f], s.prose), share(s.prose-s.proseBefore[last[f]], s.prose)
		}
	}
}

// fillFrameStory fills how likely the other blocks are that stand between lines of one kind.
func (t *storySurvey) fillFrameStory(m Matrix) {
	n := len(t.p.Blocks)
	sums := t.memory.int64s.take(2 * n)
	words, story := sums[:n], sums[n:] // by the first line of a kind
	for i, f := range t.frames {
		if f >= 0 {
			w := int64(t.p.Blocks[i].Words)
			words[f] += w
			story[f] += w * int64(t.likely[i])
		}
	}
	for i, f := range t.frames {
		row, own := m.Row(i), int64(t.p.Blocks[i].Words)
		if row[fFrameStory] = -1; f >= 0 && words[f] > own {
			row[fFrameStory] = clamp(int((story[f] - own*int64(t.likely[i])) / (words[f] - own)))
		}
	}
}
