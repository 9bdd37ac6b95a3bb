package page

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Half of a page's bytes tell nothing: scripts, styles, drawings, the attributes that scripts
// and styles go by, the white space between blocks. The parser takes five allocations for an
// attribute, a node for each white space, and buffers a script whole. A sieve reads the page
// as the tokenizer does, in a fifth of the parser's time, and notes what the parser need not see.
// The tree of what is left is the same, but for what was taken out of its elements.

// A sieve notes what the parser need not see of a page.
type sieve struct {
	ctx   context.Context
	text  string
	cuts  []cut  // in order, apart from each other but for those inside of a tag's attributes
	shelf *shelf // nil where the parser is to see all attributes that somebody reads
	// whole says that all is shown to the parser but attributes that are too many.
	whole  bool
	tags   tagCount // of all tags
	body   bool     // an element was met that is none of a head, or a text
	blocks openBlocks
	pre    int // elements that are open and keep their white space
	// lost says that the sieve met what only a parser understands: nothing is cut from there on.
	lost bool
	// foreign is where the parser is from there on, as long as a drawing is open.
	foreign foreign
	// astray says that this could not be found out.
	astray   bool
	ahead    bool    // this one only looks for places that the parser is to be asked about
	places   []place // that it found
	named    int     // tags of elements whose content is raw text outside of drawings
	drawnRaw []int32 // of these, those of parts of a drawing: their content is markup
	steps    int
}

func newSieve(ctx context.Context, text string) *sieve {
	return &sieve{ctx: ctx, text: text, tags: tagCount{size: len(text)}}
}

// A cut is a range of a page's bytes. One of a tag's attributes may stand before those inside of it:
// where there is a shelf, it is cut, and else they are.
type cut struct {
	start, end int32
	shelved    int32 // the number of the tag on the shelf, from 1; 0 for other cuts
}

// shortestCut is the least length of a cut that saves more than it costs.
const shortestCut = 6

func (s *sieve) cut(start, end int) {
	switch last := len(s.cuts) - 1; {
	case end-start < shortestCut || s.whole || s.lost:
	case last >= 0 && int(s.cuts[last].end) == start:
		s.cuts[last].end = int32(end)
	default:
		s.cuts = append(s.cuts, cut{start: int32(start), end: int32(end)})
	}
}

// cutWhole cuts a comment or an element of which nothing is left to read, from its first bracket to
// its last, and reports whether it may be: what stands around it must make no tag and no character
// reference together, nor a line end that begins a pre. A twentieth of all nodes goes.
func (s *sieve) cutWhole(start, end int) bool {
	if start == 0 || s.text[start-1] != '>' && !isSpace(s.text[start-1]) || s.pre > 0 || s.whole || s.lost {
		return false
	}
	for len(s.cuts) > 0 && int(s.cuts[len(s.cuts)-1].start) >= start {
		s.cuts = s.cuts[:len(s.cuts)-1]
	}
	s.cut(start, end)
	return true
}

// stopped looks at the context now and then.
func (s *sieve) stopped() bool {
	s.steps++
	return s.steps%4096 == 0 && s.ctx.Err() != nil
}

// sift reads the page and reports whether its tags make it suspect, see tagCount.
func (s *sieve) sift() (suspect bool) {
	s.read(0)
	return s.tags.suspect()
}

// read reads the page from i on.
func (s *sieve) read(i int) {
	bounded := false // by the tag before
	var t tag
	for i >= 0 && !s.stopped() {
		n := strings.IndexByte(s.text[i:], '<')
		if n < 0 {
			break
		}
		gap, cuts := i, len(s.cuts)
		i += n
		end := s.markup(i, &t)
		blank := n == 0 || s.skipSpace(gap) >= i
		if lone := t.kind == noTag && (end == i+1 || i+1 == len(s.text)); lone || !blank { // a text
			s.body, blank = true, false
			s.blocks.unsure = s.blocks.unsure || s.blocks.inTable()
		}
		bounds := t.kind != noTag && s.bounds(&t)
		switch {
		case n == 0:
		case blank && (bounded || bounds && t.atom != atom.Table) && s.mayCutGap(): // before a table, text out of it may come
			s.cuts = slices.Insert(s.cuts, cuts, cut{start: int32(gap), end: int32(i)})
		default:
			s.tags.text(blank, true)
		}
		bounded = bounds
		switch {
		case t.kind != noTag && end > 0:
			s.tags.add(&t, end-t.start)
		case end != i+1:
			s.tags.note()
		}
		if i = end; t.kind == noTag || i < 0 {
			continue
		}
		if t.kind != endTag {
			i = s.content(i, &t)
			continue
		}
		if s.foreign.inside() {
			s.foreign.end(&t)
		}
		if keepsSpace(t.atom) && s.pre > 0 {
			s.pre--
		}
	}
}

// isOfHead reports whether an element may stand in a head.
func isOfHead(tag atom.Atom) bool {
	switch tag {
	case atom.Html, atom.Head, atom.Meta, atom.Link, atom.Title, atom.Base, atom.Script, atom.Style, atom.Noscript:
		return true
	}
	return false
}

// bounds reports whether white space beside a tag shows nothing: it opens or closes a block, or
// stands in the head. Tags that a parser passes over bound nothing: end tags of what is not
// open, parts of tables outside of them.
func (s *sieve) bounds(t *tag) bool {
	if s.body = s.body || !isOfHead(t.atom); !s.body {
		return true
	}
	switch t.atom {
	case atom.Template, atom.Object, atom.Applet, atom.Marquee:
		s.blocks.unsure = true
	default:
		s.blocks.unsure = s.blocks.unsure || s.blocks.inTable() && !mayStandInTable(t.atom)
	}
	switch kind := kindOf(t.atom); {
	case kind == lineEnd:
		return t.kind != endTag && !s.blocks.has(atom.Select)
	case kind != block && kind != preBlock:
		return false
	case t.kind == endTag:
		return s.blocks.end(t.atom)
	}
	return s.blocks.start(t.atom)
}

// mayCutGap reports whether white space beside a block's bound shows nothing here. While
// formatting elements are open the parser may open them again for it.
func (s *sieve) mayCutGap() bool { return s.pre == 0 && s.tags.open == 0 && !s.whole && !s.lost }

func keepsSpace(tag atom.Atom) bool { return tag == atom.Pre || tag == atom.Listing }

// content cuts the content of an element, which begins at i, if nobody reads it, and passes over
// it if it is no markup. It returns where the rest begins, -1 for nowhere.
func (s *sieve) content(i int, t *tag) int {
	raw := isRawText(t.atom)
	if raw {
		s.named++
	}
	if s.foreign.inside() && s.drawn(i, t) {
		if raw {
			s.drawnRaw = append(s.drawnRaw, int32(s.named))
		}
		return i
	}
	switch {
	case t.atom == atom.Link && !t.data:
		s.cutWhole(t.start, i)
		return i
	case t.atom == atom.Plaintext:
		return -1
	case (t.atom == atom.Svg || t.atom == atom.Math) && t.kind == startTag:
		if !s.whole && !s.lost {
			cuts, shelf := len(s.cuts), s.shelf
			s.shelf = nil // for nothing of a drawing
			end := s.drawing(i, t.name)
			if s.shelf = shelf; end >= 0 {
				return end
			}
			s.cuts, s.lost = s.cuts[:cuts], true
		}
		if !s.astray {
			s.foreign.start(t.name)
		}
		return i
	case keepsSpace(t.atom):
		s.pre++
		return i
	case !raw:
		return i
	}
	end := s.rawEnd(i, t.name)
	if t.atom == atom.Script && end >= 0 && strings.Contains(s.text[i:end], "<!--") {
		end = s.scriptEnd(i)
	}
	s.skip(i, end)
	switch {
	case end < 0:
		return -1
	case t.atom == atom.Title || t.atom == atom.Xmp || t.data:
		return end
	case t.atom == atom.Noscript && (strings.Contains(s.text[i:end], "<img") || strings.Contains(s.text[i:end], "<iframe")): // see readFallback
		return end
	}
	if t.atom == atom.Script || t.atom == atom.Style {
		var e tag
		if after := s.markup(end, &e); after > 0 && s.cutWhole(t.start, after) {
			s.named-- // nobody sees its tag
			s.tags.add(&e, after-end)
			return after
		}
	}
	s.cut(i, end)
	return end
}

// rawEnd is where the end tag begins that ends a raw text, -1 for nowhere.
func (s *sieve) rawEnd(i int, name string) int {
	for {
		n := strings.Index(s.text[i:], "</")
		if n < 0 {
			return -1
		}
		i += n
		end := i + len("</") + len(name)
		if end >= len(s.text) {
			return -1
		}
		if s.isNamed(end-len(name), name) {
			return i
		}
		i += len("</")
	}
}

// isNamed reports whether a tag's name stands at i.
func (s *sieve) isNamed(i int, name string) bool {
	end := i + len(name)
	return end < len(s.text) && strings.EqualFold(s.text[i:end], name) && endsName(s.text[end])
}

// scriptEnd is rawEnd for a script with "<!--" inside: after that, it may hold another script
// with its end tag, up to "-->" or, as the tokenizer has it, to a bracket that is no tag's.
func (s *sieve) scriptEnd(i int) int {
	const script = "script"
	escaped, inner := false, false
	dashes := 0
	for ; i < len(s.text); i++ {
		c := s.text[i]
		switch rest := s.text[i+1:]; {
		case c == '-':
			dashes++
			continue
		case c == '>' && dashes >= 2:
			escaped, inner = false, false
		case c != '<':
		case strings.HasPrefix(rest, "/") && s.isNamed(i+2, script):
			if !inner {
				return i
			}
			inner = false
			i += len("</script")
		case !escaped && strings.HasPrefix(rest, "!--"):
			escaped, dashes = true, 2
			i += len("!--")
			continue
		case escaped && !inner && rest != "" && beginsName(rest[0]):
			if inner = s.isNamed(i+1, script); inner {
				i += len("script>")
			}
		case escaped && !inner && !strings.HasPrefix(rest, "/"):
			escaped = false
		}
		dashes = 0
	}
	return -1
}

// deepestDrawing is how many elements of a drawing may be open at once.
const deepestDrawing = 64

// drawing cuts the content of an svg or math element, which begins at i, and returns where its
// end tag begins. It returns -1 where only the parser knows where it ends: where it holds
// elements of HTML, or is not well-formed.
func (s *sieve) drawing(i int, name string) int {
	begin, cuts := i, len(s.cuts)
	var open [deepestDrawing]string
	depth := 0
	var t tag
	for !s.stopped() {
		n := strings.IndexByte(s.text[i:], '<')
		if n < 0 {
			return -1
		}
		i += n
		end := s.markup(i, &t)
		switch {
		case end < 0 || end == i+1 || strings.HasPrefix(s.text[i:], "<!["):
			return -1
		case t.kind == noTag:
		case t.kind == endTag:
			for depth > 0 && !strings.EqualFold(open[depth-1], t.name) {
				depth--
			}
			if depth == 0 {
				if !strings.EqualFold(t.name, name) {
					return -1
				}
				s.cuts = s.cuts[:cuts]
				s.cut(begin, i)
				return i
			}
			depth--
		case inHTML[strings.ToLower(t.name)] || depth == len(open):
			return -1
		case t.kind == startTag:
			if (isRawText(t.atom) || textInDrawing[strings.ToLower(t.name)]) && !s.isPlain(end, t.name) { // here, markup inside is markup
				return -1
			}
			open[depth] = t.name
			depth++
		}
		i = end
	}
	return -1
}
