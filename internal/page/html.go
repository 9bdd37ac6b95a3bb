package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Options are the elements that the caller named.
type Options struct {
	Drop map[*html.Node]bool // not part of the story
	Body map[*html.Node]bool // the story
	Stop func() bool         // see Page

	shown map[*html.Node]bool // hidden elements that are read as if they were not, see veil
}

// FromHTML returns what the tree holds. The tree is not changed; the Page refers to it.
func FromHTML(root *html.Node, opt Options) *Page {
	p := walk(root, opt)
	for range mostVeils {
		hidden := p.veil()
		if hidden == nil {
			break
		}
		if opt.shown == nil {
			opt.shown = map[*html.Node]bool{}
		}
		opt.shown[hidden] = true
		p = walk(root, opt)
	}
	return p
}

// walk walks the tree once and returns what it holds.
func walk(root *html.Node, opt Options) *Page {
	w := walker{page: &Page{Chosen: len(opt.Body) > 0, Stop: opt.Stop, Names: make([]string, 1, 64)}, opt: opt, seen: make(map[string]int32, 128), values: make([]attrValue, 1, 128), named: make(map[string]int)}
	w.makeRoom(root)
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
	veiled  bool
	dropped bool
	chosen  bool
	pre     bool
	aside   bool  // inside an inline element that is hidden or dropped, unlike its block
	links   int16 // how many links are open
}

// A span is a block whose text is not cut from the arena yet.
type span struct{ start, end, mark, markEnd int32 }

// An attrValue is a value of an attribute that may name its element.
type attrValue struct {
	text  string
	class Class
	hash  uint32
	name  int32 // its number in Page.Names, 0 where it names no Node
}

type walker struct {
	page   *Page
	opt    Options
	frames []frame // the open elements, the root first
	text   []byte  // the arena of all text
	spans  []span  // of page.Blocks
	marks  []Mark
	seen   map[string]int32 // numbers in values
	values []attrValue      // the first is empty

	begin     int32  // of the open block, in text
	markBegin int32  // of the open block, in marks
	breaks    int    // line ends seen since the last letter
	space     bool   // white space seen since the last letter
	inline    Class  // see Block
	covers    []span // inline elements with a class that are closed: start, end and, in mark, the index in coverBits
	coverBits []Class
	linkText  int32  // bytes of the open block inside links
	indent    []byte // white space before the first letter of a pre

	asides    []aside // of the open block
	asideText []byte

	named    map[string]int // metas, by name
	reopened int            // bytes of addresses of links that go on in a further block

	lastClosed frame // the inline element with text that was closed last
	lastEnd    int32 // where it ended, in text
	gap        gap
}

// makeRoom takes the memory for what a tree holds at once.
func (w *walker) makeRoom(root *html.Node) {
	elements, texts, bytes, steps := 1, 0, 0, 0
	for n := root.FirstChild; n != nil; n = next(n, root) {
		if steps++; w.page.Stopped(steps) {
			return
		}
		switch {
		case n.Type == html.TextNode && kindOf(n.Parent.DataAtom) != silent:
			if !isBlankText(n.Data) {
				texts++
			}
			bytes += len(n.Data)
		case n.Type == html.ElementNode && n.Namespace == "":
			if kind := kindOf(n.DataAtom); kind == block || kind == preBlock {
				elements++
			}
		}
	}
	w.page.Nodes = make([]Node, 0, elements)
	w.page.Blocks = make([]Block, 0, min(elements, texts))
	w.spans = make([]span, 0, min(elements, texts))
	w.text = make([]byte, 0, bytes)
}

// next is the node after n in the order of the page, nil after the last one below root.
func next(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n.NextSibling == nil {
		if n = n.Parent; n == root || n == nil {
			return nil
		}
	}
	return n.NextSibling
}

func isBlankText(s string) bool {
	for i := range len(s) {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}

// walk visits the tree below root, without recursion: a page may nest deeper than a stack.
func (w *walker) walk(root *html.Node) {
	n := root.FirstChild
	for steps := 1; n != nil; steps++ {
		if w.page.Stopped(steps) || len(w.page.Blocks) > MostBlocks {
			return
		}
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
	kind := kindOf(n.DataAtom)
	if n.Namespace != "" {
		kind = silent
	}
	f := *w.top()
	f.dom, f.kind, f.mark, f.class, f.start = n, kind, 0, 0, int32(len(w.text))
	switch kind {
	case silent:
		w.readSilent(n, f.node)
		w.frames = append(w.frames, f)
		return n.DataAtom == atom.Head
	case lineEnd:
		if f.aside {
			w.asideText = append(w.asideText, ' ')
		} else {
			w.breaks++
		}
		w.frames = append(w.frames, f)
		return false
	}
	attrs, was := w.readAttrs(n), f
	if n.DataAtom == atom.Link {
		attrs.class = 0 // it shows nothing that it could say something of
	}
	f.hidden = f.hidden || attrs.hidden
	if w.opt.shown[n] {
		f.hidden, f.veiled = false, true
	}
	f.dropped = f.dropped || w.opt.Drop[n]
	f.chosen = f.chosen || w.opt.Body[n]
	if n.DataAtom == atom.A {
		f.links++
	}
	if kind == inline {
		f.class = attrs.class
		if !was.aside && (f.hidden != was.hidden || f.dropped != was.dropped) {
			f.aside = true
			w.openAside(&f)
		}
		if !f.aside {
			w.inline |= attrs.class
			w.openGap(n)
			if n.DataAtom == atom.Span && n.FirstChild == nil && saysBreak(attrs.classes) {
				w.breaks++
			}
		}
		switch {
		case n.DataAtom == atom.Img || n.DataAtom == 0 && isPicture(n.Data):
			w.readImage(n, attrs.class|w.openInline(), f.node)
		case n.DataAtom == 0:
			w.readPlayer(n, f.node)
		}
		if k, ok := markKind(n.DataAtom); ok && !(k == Link && attrs.href == "") && len(w.marks) < mostMarks {
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
	f.aside = false
	class := attrs.class
	for i := len(w.frames) - 1; i >= 0 && w.frames[i].kind == inline && i > 0; i-- {
		class |= w.frames[i].class // an inline element around blocks speaks for them
	}
	parent := &w.page.Nodes[f.node]
	w.page.Nodes = append(w.page.Nodes, Node{
		Parent: f.node, Depth: parent.Depth + 1, Tag: n.DataAtom, Name: n.Data, Called: w.called(&attrs), Class: class,
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
	if f.kind == inline {
		w.closeGap(&f)
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
