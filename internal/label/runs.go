package label

import "github.com/seed-90a94633/newsparse/internal/phrases"

// longGap is how many words that are no story part two runs of it.
const longGap = 50

// fillRuns fills the features that tell how the likely blocks follow one another.
func (t *storySurvey) fillRuns(m Matrix) {
	n := int32(len(t.p.Blocks))
	count, first, last := 0, int32(-1), int32(-1)
	end := func() {
		for i := first; first >= 0 && i <= last; i++ {
			m.Row(int(i))[fRun], m.Row(int(i))[fBeforeRun] = t.share(t.story(first, last+1)), t.share(t.before[first])
		}
	}
	for i := range n {
		m.Row(int(i))[fStoryBlocksAbove] = clamp(count)
		if t.likely[i] < threshold {
			continue
		}
		if last < 0 || t.between(last+1, i) > longGap {
			end()
			first = i
		}
		last = i
		count++
	}
	end()
	for i := range n {
		row := m.Row(int(i))
		row[fStoryBlocksBelow] = clamp(count - int(row[fStoryBlocksAbove]))
	}
}

// fillMainRun fills what lies between each block and the longest run: what stands beyond comments
// or a copyright is rarely of the same story.
func (t *storySurvey) fillMainRun(m Matrix) {
	n, inMain, longest := len(t.p.Blocks), -1, int16(-1)
	for i := range n {
		if share := m.Row(i)[fRun]; t.likely[i] >= threshold && share > longest {
			inMain, longest = i, share
		}
	}
	if inMain < 0 {
		return
	}
	var words, stock int // since the main run
	pass := func(i, sign int) {
		row, likely := m.Row(i), t.likely[i] >= threshold
		if likely && row[fRun] == longest {
			words, stock = 0, 0
			return
		}
		row[fMainRunGap], row[fMainRunStock] = clamp(sign*words), clamp(stock)
		if !likely {
			words += int(t.p.Blocks[i].Words)
			stock += int(bit(phrases.Strength(row[fPhraseSure]) == phrases.Sure))
		}
	}
	for i := inMain; i < n; i++ {
		pass(i, 1)
	}
	words, stock = 0, 0
	for i := inMain; i >= 0; i-- {
		pass(i, -1)
	}
}
