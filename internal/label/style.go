package label

// A style counts the words of blocks that have something in common, and how many of them are
// story: by their likelihood, and by what is left of it for sure.
type style struct{ words, story, sure int64 }

func (s *style) add(words, likely int64) {
	s.words += words
	s.story += words * likely
	s.sure += words * surely(likely)
}

// without is the likelihood of the words that are not those of own, -1 where there are none.
func (s *style) without(own style) int16 {
	if s.words <= own.words {
		return -1
	}
	return clamp(int((s.story - own.story) / (s.words - own.words)))
}

// wordsIn are the words of a block and their likelihood.
func (t *storySurvey) wordsIn(i int) (words, likely int64) {
	return int64(t.p.Blocks[i].Words), int64(t.likely[i])
}

// surely is the fourth power of a likelihood: many blocks that may be story, such as the
// headlines of other ones, must not outweigh the few that are.
func surely(likely int64) int64 {
	square := likely * likely / 1000
	return square * square / 1000
}

// fillStyle fills how much of the story looks like each block. A story is of one piece: where
// its paragraphs end with a stop, a line without one is a heading or none of it; where blank
// lines part them, what follows without one is not the next paragraph.
func (t *storySurvey) fillStyle(m Matrix) {
	p := t.p
	var all style
	var ends [numEndings]style
	var begins [5]style
	var lies [3 * 3]style
	kinds := make([]style, t.numKinds)
	for i := range p.Blocks {
		row := m.Row(i)
		for _, s := range [...]*style{&all, &ends[row[fEnding]], &begins[row[fBegins]], &lies[lieOf(row)], &kinds[t.kinds[i]]} {
			s.add(t.wordsIn(i))
		}
	}
	for i := range p.Blocks {
		row := m.Row(i)
		var own style
		own.add(t.wordsIn(i))
		row[fKindStory] = kinds[t.kinds[i]].without(own)
		if all.sure == own.sure {
			continue
		}
		share := func(s *style) int16 { return clamp(int((s.sure - own.sure) * 1000 / (all.sure - own.sure))) }
		row[fStyleEnds], row[fStyleBegins], row[fStyleLies] = share(&ends[row[fEnding]]), share(&begins[row[fBegins]]), share(&lies[lieOf(row)])
	}
}

// lieOf tells apart how many blank lines stand above and below a block: none, one or more.
func lieOf(row []int16) int {
	return 3*blanks(row[fBlankAbove]) + blanks(row[fBlankBelow])
}

func blanks(n int16) int { return int(max(0, min(n, 2))) }
