package page

// An aside is an inline element inside an open block that the page does not show, or that
// the caller dropped, while it shows the block. Its text becomes a block of its own, after
// that of the block.
type aside struct {
	start           int // in asideText
	class           Class
	hidden, dropped bool
}

func (w *walker) openAside(f *frame) {
	w.asides = append(w.asides, aside{len(w.asideText), f.class, f.hidden, f.dropped})
}

// endAsides makes blocks of the asides.
func (w *walker) endAsides() {
	around := w.aroundAside()
	for i, a := range w.asides {
		end := len(w.asideText)
		if i+1 < len(w.asides) {
			end = w.asides[i+1].start
		}
		start := int32(len(w.text))
		w.text = appendCollapsed(w.text, w.asideText[a.start:end])
		from, to := trimmed(w.text, start, false)
		if from == to {
			continue
		}
		w.page.Blocks = append(w.page.Blocks, Block{
			Node: around.node, Inline: a.class, Cover: a.class, Hidden: a.hidden, Veiled: around.veiled, Dropped: a.dropped, Chosen: around.chosen, Aside: true,
		})
		w.spans = append(w.spans, span{from, to, w.markBegin, w.markBegin})
	}
	w.asides, w.asideText = w.asides[:0], w.asideText[:0]
	for i := range w.frames { // what goes on inside an aside is another one
		if f := &w.frames[i]; f.aside && !w.frames[i-1].aside {
			w.openAside(f)
		}
	}
}

// aroundAside is the innermost open element that is not inside an aside.
func (w *walker) aroundAside() *frame {
	i := len(w.frames) - 1
	for i > 0 && w.frames[i].aside {
		i--
	}
	return &w.frames[i]
}

// appendCollapsed adds s with its white space collapsed.
func appendCollapsed(text, s []byte) []byte {
	space := false
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0 {
			i++
			b = ' '
		}
		if b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' {
			space = true
			continue
		}
		if space {
			text = append(text, ' ')
		}
		space = false
		text = append(text, b)
	}
	return text
}
