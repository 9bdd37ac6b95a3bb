package label

// followsStory reports whether a block below the story stands in the element of its last paragraph, in one of the same
// shape, and has no links. Of 22 that nothing else tells about, the gold has 18 as story or notes. In Markdown all paragraphs are
// of one shape.
func (l *labeller) followsStory(i int) bool {
	const least = 3 // words
	b := &l.p.Blocks[i]
	if l.p.FromText || l.p.Markdown || i < l.out.Last || b.LinkWords > 0 || b.Words < least {
		return false
	}
	last := l.out.Last - 1
	for last > l.out.First && l.out.Labels[last].Role != Paragraph {
		last--
	}
	if last < 0 || l.out.Labels[last].Role != Paragraph {
		return false
	}
	at := l.p.Blocks[last].Node
	mine, its := &l.p.Nodes[b.Node], &l.p.Nodes[at]
	return b.Node != at && mine.Parent == its.Parent && mine.Signature == its.Signature
}
