package page

// write adds a text node. White space is collapsed but in pre; the space between two
// letters is written only when the second one comes.
func (w *walker) write(s string) {
	f := w.top()
	if f.aside {
		w.asideText = append(w.asideText, s...)
		return
	}
	before := len(w.text)
	for i := 0; i < len(s); {
		size := 0
		if b := s[i]; b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' {
			size = 1
		} else if b == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0 { // a no-break space
			size = 2
		}
		if size > 0 {
			if f.pre {
				w.preSpace(s[i])
			} else {
				w.space = true
			}
			i += size
			continue
		}
		j := i + 1
		for j < len(s) && (s[j] > ' ' && s[j] != 0xC2 || s[j] == ' ' && isLetterAfter(s, j) && !f.pre) {
			j++ // single spaces between words, too: most texts are written at once
		}
		w.pending(s[i:])
		w.text = append(w.text, s[i:j]...)
		i = j
	}
	if f.links > 0 {
		w.linkText += int32(len(w.text) - before)
	}
}

// isLetterAfter reports whether no white space stands at s[i+1].
func isLetterAfter(s string, i int) bool { return i+1 < len(s) && s[i+1] > ' ' && s[i+1] != 0xC2 }

// preSpace adds white space of a pre: each line end, space and tab as it stands.
func (w *walker) preSpace(b byte) {
	if b == 0xC2 || b == '\f' {
		b = ' '
	}
	switch {
	case b == '\n':
		w.breaks++
		w.indent = w.indent[:0]
	case b == '\r':
	case int(w.begin) < len(w.text):
		w.pending("")
		w.text = append(w.text, b)
	default:
		w.indent = append(w.indent, b)
	}
}

// pending writes the white space that stands before the next letter, and lets the open
// marks begin at that letter. Two line breaks end the block. next is what is written then.
func (w *walker) pending(next string) {
	pre := w.top().pre
	if w.breaks > 1 && !pre {
		w.flush()
	}
	switch {
	case int(w.begin) == len(w.text):
		if pre {
			w.text = append(w.text, w.indent...)
		}
		w.indent = w.indent[:0]
	case w.breaks > 0:
		for range w.breaks {
			w.text = append(w.text, '\n')
		}
	case w.space || w.gap.at != nil && w.fillsGap(next):
		w.text = append(w.text, ' ')
	}
	w.space, w.breaks, w.gap = false, 0, gap{}
	for i := len(w.frames) - 1; i > 0 && w.frames[i].kind == inline; i-- {
		f := &w.frames[i]
		if f.mark > 0 && w.marks[f.mark-1].Start < 0 {
			w.marks[f.mark-1].Start = int32(len(w.text))
		}
	}
}

// flush ends the open block, if it has text, and adds the blocks of its asides.
func (w *walker) flush() {
	w.space, w.breaks, w.gap, w.indent = false, 0, gap{}, w.indent[:0]
	if int(w.begin) < len(w.text) {
		w.endBlock()
	}
	if len(w.asides) > 0 {
		w.endAsides()
	}
	w.begin = int32(len(w.text))
	w.inline, w.linkText = w.openInline(), 0
	w.covers, w.coverBits = w.covers[:0], w.coverBits[:0]
}

// endBlock makes a block of the open text.
func (w *walker) endBlock() {
	f := w.top()
	start, end := trimmed(w.text, w.begin, f.pre)
	if start == end {
		return
	}
	var reopen []int32 // marks that go on in the next block
	for i := range w.frames {
		f := &w.frames[i]
		if f.mark > 0 {
			w.closeMark(f.mark - 1)
			if w.reopened += markBytes + len(w.marks[f.mark-1].URL); len(reopen) < mostOpenMarks && w.reopened < mostReopened {
				reopen = append(reopen, int32(i))
			} else {
				f.mark = 0
			}
		}
	}
	b := Block{Node: f.node, Inline: w.inline, Hidden: f.hidden, Veiled: f.veiled, Dropped: f.dropped, Chosen: f.chosen, LinkWords: w.linkText}
	if f.aside {
		outer := w.aroundAside()
		b.Hidden, b.Dropped = outer.hidden, outer.dropped
	}
	for _, c := range w.covers {
		if c.start <= start && c.end >= end {
			b.Cover |= w.coverBits[c.mark]
		}
	}
	for i := range w.frames {
		if f := &w.frames[i]; f.kind == inline && f.start <= w.begin && !f.aside {
			b.Cover |= f.class
		}
	}
	w.page.Blocks = append(w.page.Blocks, b)
	w.spans = append(w.spans, span{start, end, w.markBegin, int32(len(w.marks))})
	w.markBegin = int32(len(w.marks))
	for _, i := range reopen {
		old := w.marks[w.frames[i].mark-1]
		w.marks = append(w.marks, Mark{Kind: old.Kind, Start: -1, URL: old.URL, Rel: old.Rel})
		w.frames[i].mark = int32(len(w.marks))
	}
}

// openInline is the classes of the inline elements that are open.
func (w *walker) openInline() (c Class) {
	for i := len(w.frames) - 1; i > 0 && w.frames[i].kind == inline; i-- {
		c |= w.frames[i].class
	}
	return c
}
