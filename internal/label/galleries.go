package label

const (
	// fewCaptions is how many captions of one shape are those of a gallery.
	fewCaptions = 2
	// captionsOfShape is the least share, in percent, of captions among the blocks of a shape.
	captionsOfShape = 30
)

// galleries makes captions of the credits, of the hidden and of the unnamed blocks near the story that stand in elements
// of the same shape as other captions: a gallery hides most of its slides. F1 of captions is .788 in place of
// .777 on the pages annotated by hand.
func (l *labeller) galleries() {
	if l.p.FromText {
		return
	}
	t := l.survey.tree
	var captions []int32 // by shape
	for i := range l.p.Blocks {
		if l.out.Labels[i].Role == Caption {
			if captions == nil { // most pages have none
				captions = l.survey.memory.int32s.take(len(t.shapes))
			}
			captions[t.shapeOf[i]]++
		}
	}
	if captions == nil {
		return
	}
	for i := range l.p.Blocks {
		switch role := &l.out.Labels[i].Role; *role {
		case PhotoCredit, Hidden, Other:
			shape := t.shapeOf[i]
			if n := captions[shape]; n >= fewCaptions && 100*n >= captionsOfShape*t.shapes[shape].count && l.isNear(i) && l.p.Blocks[i].Words > 0 {
				*role = Caption
			}
		}
	}
}
