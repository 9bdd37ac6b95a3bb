package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Options are the elements that the caller named.
type Options struct {
	Drop map[*html.Node]bool // not part of the story
	Body map[*html.Node]bool // the story
}

// FromHTML walks the tree once and returns what it holds. The tree is not changed; the
// Page refers to it.
func FromHTML(root *html.Node, opt Options) *Page {
	w := walker{page: &Page{Chosen: len(opt.Body) > 0}, opt: opt, seen: make(map[string]attrClass, 256)}
	w.page.Nodes = append(w.page.Nodes, Node{Parent: -1, DOM: root, Name: "#root"})
	w.frames = append(w.frames, frame{dom: root})
	w.walk(root)
	w.flush()
	w.page.finish(w.text, w.spans, w.marks)
	return w.page
}

// A frame is an open element of the walk.
type frame struct {
	dom     *html.Node
	kind    elementKind
	node    int32 // the innermost Node
	class   Class // of an inline element
	mark    int32 // index+1 of the mark it opened; 0 for none
	start   int32 // where its text begins
	hidden  bool
	dropped bool
	chosen  bool
	pre     bool
	links   int16 // how many links are open
}

// A span is a block whose text is not cut from the arena yet.
type span struct{ start, end, mark, markEnd int32 }

type attrClass struct {
	class Class
	hash  uint32
}

type walker struct {
	page   *Page
	opt    Options
	frames []frame // the open elements, the root first
	text   []byte  // the arena of all text
	spans  []span  // of page.Blocks
	marks  []Mark
	seen   map[string]attrClass // by attribute value

	begin     int32  // of the open block, in text
	markBegin int32  // of the open block, in marks
	breaks    int    // line ends seen since the last letter
	space     bool   // white space seen since the last letter
	inline    Class  // see Block
	covers    []span // inline elements with a class that are closed: start, end and, in mark, the index in coverBits
	coverBits []Class
	linkText  int32 // bytes of the open block inside links
}

// walk visits the tree below root, without recursion: a page may nest deeper than a stack.
func (w *walker) walk(root *html.Node) {
	n := root.FirstChild
	for n != nil {
		if n.Type == html.TextNode {
			w.write(n.Data)
		} else if n.Type == html.ElementNode && w.open(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		} else if n.Type == html.ElementNode {
			w.close(n)
		}
		for n.NextSibling == nil {
			n = n.Parent
			if n == nil || n == root {
				return
			}
			w.close(n)
		}
		n = n.NextSibling
	}
}

// top is the innermost open element.
func (w *walker) top() *frame { return &w.frames[len(w.frames)-1] }

// open enters an element and reports whether its children are to be visited.
func (w *walker) open(n *html.Node) bool {
	kind := elementKinds[n.DataAtom]
	if n.Namespace != "" {
		kind = silent
	}
	f := *w.top()
	f.dom, f.kind, f.mark, f.class, f.start = n, kind, 0, 0, int32(len(w.text))
	attrs := w.readAttrs(n)
	switch kind {
	case silent:
		w.readSilent(n, f.node)
		w.frames = append(w.frames, f)
		return n.DataAtom == atom.Head
	case lineEnd:
		w.breaks++
		w.frames = append(w.frames, f)
		return false
	}
	f.hidden = f.hidden || attrs.hidden
	f.dropped = f.dropped || w.opt.Drop[n]
	f.chosen = f.chosen || w.opt.Body[n]
	if n.DataAtom == atom.A {
		f.links++
	}
	if kind == inline {
		f.class = attrs.class
		w.inline |= attrs.class
		if n.DataAtom == atom.Img {
			w.readImage(n, f.node)
		}
		if k, ok := markKinds[n.DataAtom]; ok && !(k == Link && attrs.href == "") {
			w.marks = append(w.marks, Mark{Kind: k, Start: -1, URL: attrs.href, Rel: attrs.rel})
			f.mark = int32(len(w.marks))
		}
		w.frames = append(w.frames, f)
		w.readItem(n, attrs)
		return true
	}
	w.flush()
	f.start = int32(len(w.text))
	f.pre = f.pre || kind == preBlock
	class := attrs.class
	for i := len(w.frames) - 1; i >= 0 && w.frames[i].kind == inline && i > 0; i-- {
		class |= w.frames[i].class // an inline element around blocks speaks for them
	}
	parent := &w.page.Nodes[f.node]
	w.page.Nodes = append(w.page.Nodes, Node{
		Parent: f.node, Depth: parent.Depth + 1, Tag: n.DataAtom, Name: n.Data, ClassAttr: attrs.name, Class: class,
		Signature: attrs.hash*31 + uint32(n.DataAtom), First: int32(len(w.page.Blocks)), Hidden: f.hidden, DOM: n,
	})
	f.node = int32(len(w.page.Nodes) - 1)
	w.frames = append(w.frames, f)
	w.readItem(n, attrs)
	return true
}

// close leaves the element that was opened last.
func (w *walker) close(n *html.Node) {
	f := *w.top()
	if f.kind == block || f.kind == preBlock {
		w.flush()
		w.page.Nodes[f.node].Last = int32(len(w.page.Blocks))
	}
	w.frames = w.frames[:len(w.frames)-1]
	if f.mark > 0 {
		w.closeMark(f.mark - 1)
	}
	if f.class != 0 && int(f.start) < len(w.text) {
		w.covers = append(w.covers, span{start: max(f.start, w.begin), end: int32(len(w.text)), mark: int32(len(w.coverBits))})
		w.coverBits = append(w.coverBits, f.class)
	}
}

// closeMark ends a mark at the last letter; one without text gets an empty range.
func (w *walker) closeMark(i int32) {
	m := &w.marks[i]
	m.End = int32(len(w.text))
	if m.Start < 0 {
		m.Start = m.End
	}
}

// write adds a text node. White space is collapsed but in pre; the space between two
// letters is written only when the second one comes.
func (w *walker) write(s string) {
	f := w.top()
	before := len(w.text)
	for i := 0; i < len(s); {
		if b := s[i]; b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' {
			switch {
			case f.pre && b == '\n':
				w.breaks++
			case f.pre && int(w.begin) < len(w.text) && b != '\r':
				w.pending()
				w.text = append(w.text, ' ')
			default:
				w.space = true
			}
			i++
			continue
		}
		if s[i] == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0 { // a no-break space
			w.space = true
			i += 2
			continue
		}
		j := i + 1
		for j < len(s) && s[j] > ' ' && s[j] != 0xC2 {
			j++
		}
		w.pending()
		w.text = append(w.text, s[i:j]...)
		i = j
	}
	if f.links > 0 {
		w.linkText += int32(len(w.text) - before)
	}
}

// pending writes the white space that stands before the next letter, and lets the open
// marks begin at that letter. Two line breaks end the block.
func (w *walker) pending() {
	if w.breaks > 1 && !w.top().pre {
		w.flush()
	}
	if int(w.begin) < len(w.text) {
		if w.breaks > 0 {
			for range w.breaks {
				w.text = append(w.text, '\n')
			}
		} else if w.space {
			w.text = append(w.text, ' ')
		}
	}
	w.space, w.breaks = false, 0
	for i := len(w.frames) - 1; i > 0 && w.frames[i].kind == inline; i-- {
		f := &w.frames[i]
		if f.mark > 0 && w.marks[f.mark-1].Start < 0 {
			w.marks[f.mark-1].Start = int32(len(w.text))
		}
	}
}

// flush ends the open block, if it has text.
func (w *walker) flush() {
	w.space, w.breaks = false, 0
	end := int32(len(w.text))
	for end > w.begin && w.text[end-1] == ' ' { // of a pre
		end--
	}
	if end == w.begin {
		w.text = w.text[:w.begin]
		w.inline, w.linkText = w.openInline(), 0
		w.covers, w.coverBits = w.covers[:0], w.coverBits[:0]
		return
	}
	var reopen []int32 // marks that go on in the next block
	for i := range w.frames {
		f := &w.frames[i]
		if f.mark > 0 {
			w.closeMark(f.mark - 1)
			reopen = append(reopen, int32(i))
		}
	}
	f := w.top()
	b := Block{Node: f.node, Inline: w.inline, Hidden: f.hidden, Dropped: f.dropped, Chosen: f.chosen, LinkWords: w.linkText}
	for _, c := range w.covers {
		if c.start == w.begin && c.end == end {
			b.Cover |= w.coverBits[c.mark]
		}
	}
	for i := range w.frames {
		if f := &w.frames[i]; f.kind == inline && f.start <= w.begin {
			b.Cover |= f.class
		}
	}
	w.page.Blocks = append(w.page.Blocks, b)
	w.spans = append(w.spans, span{w.begin, end, w.markBegin, int32(len(w.marks))})
	w.begin, w.markBegin = int32(len(w.text)), int32(len(w.marks))
	for _, i := range reopen {
		old := w.marks[w.frames[i].mark-1]
		w.marks = append(w.marks, Mark{Kind: old.Kind, Start: -1, URL: old.URL, Rel: old.Rel})
		w.frames[i].mark = int32(len(w.marks))
	}
	w.inline, w.linkText = w.openInline(), 0
	w.covers, w.coverBits = w.covers[:0], w.coverBits[:0]
}

// openInline is the classes of the inline elements that are open.
func (w *walker) openInline() (c Class) {
	for i := len(w.frames) - 1; i > 0 && w.frames[i].kind == inline; i-- {
		c |= w.frames[i].class
	}
	return c
}

// finish cuts the blocks' texts from the arena and sums up.
func (p *Page) finish(arena []byte, spans []span, marks []Mark) {
	text := string(arena)
	for i := range p.Blocks {
		b, s := &p.Blocks[i], spans[i]
		b.Text = text[s.start:s.end]
		kept := marks[s.mark:s.mark]
		for _, m := range marks[s.mark:s.markEnd] {
			m.Start, m.End = max(m.Start, s.start)-s.start, min(m.End, s.end)-s.start
			if m.Start < m.End {
				kept = append(kept, m)
			}
		}
		b.Marks = kept[:len(kept):len(kept)]
		b.Tag = p.tagOf(b.Node)
		b.Words = int32(Measure(b.Text))
		b.LinkWords = int32(int(b.Words) * min(int(b.LinkWords), len(b.Text)) / len(b.Text))
	}
	p.Nodes[0].Last = int32(len(p.Blocks))
	p.sum()
}

// tagOf is the innermost element that says what a text in node n is.
func (p *Page) tagOf(n int32) atom.Atom {
	for ; n > 0; n = p.Nodes[n].Parent {
		switch tag := p.Nodes[n].Tag; {
		case tellingTags[tag]:
			return tag
		case tag != atom.Div && tag != atom.Center && tag != atom.Hgroup && tag != atom.Header:
			return 0
		}
	}
	return 0
}

// sum fills the sums of the nodes.
func (p *Page) sum() {
	for i := range p.Blocks {
		b := &p.Blocks[i]
		n := &p.Nodes[b.Node]
		n.Words += b.Words
		n.LinkWords += b.LinkWords
		if b.ReadsLikeProse() {
			n.Prose += b.Words
		}
	}
	for i := len(p.Nodes) - 1; i > 0; i-- {
		n := &p.Nodes[i]
		up := &p.Nodes[n.Parent]
		up.Words += n.Words
		up.LinkWords += n.LinkWords
		up.Prose += n.Prose
	}
}
