package label

// nearby is how many blocks before and after a block its patterns are looked for.
const nearby = 8

// longestRhythm is the most blocks of a teaser: picture text, kicker, headline, summary, date …
const longestRhythm = 6

// lines fills the features that stand for the tree in text.
func (s *pageSurvey) lines(m Matrix) {
	s.around(m)
	s.patterns(m)
	s.copied(m)
	s.fillRefrains(m)
	s.fillMarks(m)
}

// around fills how the lines lie, and what those around each are like.
func (s *pageSurvey) around(m Matrix) {
	n := len(s.p.Blocks)
	for i := range n {
		row, blank := m.Row(i), clamp(int(s.p.Blocks[i].Blank))
		row[fShape], row[fBlankAbove] = int16(s.p.Shape), blank
		if i > 0 {
			above := m.Row(i - 1)
			above[fBlankBelow], above[fNextEnding], above[fNextCapitals] = blank, row[fEnding], row[fCapitals]
			row[fPrevCapitals] = above[fCapitals]
		}
		if i > 1 {
			row[fPrev2Words] = clamp(int(s.p.Blocks[i-2].Words))
		}
		if i+2 < n {
			row[fNext2Words] = clamp(int(s.p.Blocks[i+2].Words))
		}
		lo, hi := max(0, i-5), min(n-1, i+6)
		row[fAboveWords] = clamp(int(s.wordsBefore[i] - s.wordsBefore[lo]))
		row[fBelowWords] = clamp(int(s.wordsBefore[hi] - s.wordsBefore[i] - s.p.Blocks[i].Words))
	}
}

// patterns fills the features that tell how the blocks around each follow one another:
// paragraphs are alike, teasers come in a rhythm.
func (s *pageSurvey) patterns(m Matrix) {
	n := len(s.p.Blocks)
	kinds := s.memory.int32s.take(n)
	numbers := make(map[int16]int32, 64)
	for i := range kinds {
		kind := kindOf(m.Row(i))
		k, ok := numbers[kind]
		if !ok {
			k = int32(len(numbers))
			numbers[kind] = k
		}
		kinds[i] = k
	}
	s.kinds, s.numKinds = kinds, len(numbers)
	for steps := 1; steps <= longestRhythm; steps++ {
		count := 0 // pairs that are alike, of those that begin in the window
		alike := func(i int) int {
			if i >= 0 && i+steps < n && kinds[i] == kinds[i+steps] {
				return 1
			}
			return 0
		}
		width := 2*nearby + 1 - steps
		for i := -nearby; i < nearby-steps; i++ {
			count += alike(i)
		}
		for i := range n {
			count += alike(i + nearby - steps)
			row, part := m.Row(i), clamp(count*1000/width)
			switch {
			case steps == 1:
				row[fAlike] = part
			case part > row[fRhythm]:
				row[fRhythm], row[fRhythmSteps] = part, int16(steps)
			}
			count -= alike(i - nearby)
		}
	}
}

// figures is the share of digits, in thousandths, of a line of dates, prices or results.
const figures = 300

// kindOf tells blocks apart that do not look alike: by length, end, beginning, figures and tag.
func kindOf(row []int16) int16 {
	length := int16(0)
	for w := row[fWords]; w > 1; w /= 2 {
		length++
	}
	return (((length*3+row[fEnds])*5+row[fBegins])*2+bit(row[fDigitShare] > figures))*16 + row[fTag]
}

// copied fills how near the next copy of each block is: what stands between all paragraphs is
// furniture, headings come again after a while.
func (s *pageSurvey) copied(m Matrix) {
	last := s.memory.int32s.take(len(s.p.Blocks)) // by the first block of a text: the last copy so far, counted from 1
	for i := range s.p.Blocks {
		row := m.Row(i)
		row[fCopyNear] = reach
		first := s.firsts[i]
		if k := last[first]; k > 0 {
			gap := clamp(min(i+1-int(k), reach))
			row[fCopyNear] = gap
			above := m.Row(int(k) - 1)
			above[fCopyNear] = min(above[fCopyNear], gap)
		}
		last[first] = int32(i + 1)
	}
}
