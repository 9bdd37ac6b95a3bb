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

// A frame is a short line that stands at least leastCopies times on a page.
type frame struct{ copies, first, last int32 }

// findFrames finds the frames of a page. lines are by block the number of the frame that it is a
// copy of, -1 for none, and copies how many lines are like it, itself included.
func (s *pageSurvey) findFrames() (frames []frame, lines, copies []int32) {
	n := len(s.p.Blocks)
	lines, copies = s.memory.int32s.take(n), s.memory.int32s.take(n)
	s.memory.blocks.reset(n)
	for i := range n {
		lines[i] = -1
		key, short := frameKey(s.p.Blocks[i].Text)
		if !short {
			continue
		}
		first := s.memory.blocks.first(i, key, func(k int) bool { other, _ := frameKey(s.p.Blocks[k].Text); return other == key })
		lines[i] = int32(first)
		copies[first]++
	}
	for i, first := range lines { // those before i are numbers of frames already
		switch {
		case first < 0:
			continue
		case int(first) != i:
			copies[i], lines[i] = copies[first], lines[first]
		case copies[i] >= leastCopies:
			lines[i] = int32(len(frames))
			frames = append(frames, frame{copies: copies[i], first: first})
		default:
			lines[i] = -1
		}
		if k := lines[i]; k >= 0 {
			frames[k].last = int32(i)
		}
	}
	return frames, lines, copies
}

// fillFrames fills between which lines that come again and again each block stands: "Reply" between
// comments, "Read more" between teasers, an ad label between paragraphs.
func (s *pageSurvey) fillFrames(m Matrix) {
	frames, lines, copies := s.findFrames()
	n := len(lines)
	s.frames, s.framedBy = frames, s.framed(frames, lines)
	above := -reach
	for i := range n {
		row := m.Row(i)
		row[fCopies] = clamp(int(copies[i]))
		if row[fRepeatAbove] = int16(min(i-above, reach)); above >= 0 {
			row[fRepeatAboveCopies] = clamp(int(copies[above]))
		}
		if lines[i] >= 0 {
			above = i
		}
	}
	below := n + reach
	for i := n - 1; i >= 0; i-- {
		row := m.Row(i)
		if row[fRepeatBelow] = int16(min(below-i, reach)); below < n {
			row[fRepeatBelowCopies] = clamp(int(copies[below]))
		}
		if lines[i] >= 0 {
			below = i
		}
		row[fFrameBefore] = -1
		if k := s.framedBy[i]; k >= 0 {
			f := &frames[k]
			row[fFrameCopies], row[fFramePhrase] = clamp(int(f.copies)), m.Row(int(f.first))[fPhrase]
			row[fFrameBefore], row[fFrameAfter] = share(s.proseBefore[f.first], s.prose), share(s.prose-s.proseBefore[f.last], s.prose)
		}
	}
}

// framed are by block the number of the frame around it, of several that with most copies; -1 for none.
func (s *pageSurvey) framed(frames []frame, lines []int32) []int32 {
	by, last := s.memory.int32s.take(len(lines)), make([]int, len(frames)) // the last copy of each, counted from 1
	for i, k := range lines {
		by[i] = -1
		if k < 0 {
			continue
		}
		if last[k] > 0 && i+1-last[k] <= longestFrame {
			for b := last[k]; b < i; b++ {
				if by[b] < 0 || frames[k].copies > frames[by[b]].copies {
					by[b] = k
				}
			}
		}
		last[k] = i + 1
	}
	return by
}

// fillFrameStory fills how likely the other blocks are that stand between lines of one kind.
func (t *storySurvey) fillFrameStory(m Matrix) {
	sums := make([]style, len(t.frames))
	for i, k := range t.framedBy {
		if k >= 0 {
			sums[k].add(t.wordsIn(i))
		}
	}
	for i, k := range t.framedBy {
		row := m.Row(i)
		if row[fFrameStory] = -1; k >= 0 {
			var own style
			own.add(t.wordsIn(i))
			row[fFrameStory] = sums[k].without(own)
		}
	}
}
