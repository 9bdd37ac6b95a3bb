package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A flattener rewrites a page so that few elements are open at once, and none is opened again
// by the parser: it closes formatting elements where their block ends. It leaves out the tags
// that the page's bytes do not pay for.
type flattener struct {
	size int // of the page in bytes
	out  strings.Builder

	open    []openTag
	count   map[string]int // of open, by name
	dropped map[string]int // elements that are open, but have no tag in the output
	hiding  map[string]int // of these, the ones whose text stands apart from that around them
	entries map[string]int // elements without a tag in the output whose end tag may be left out
	formats int            // of open, formatting elements
	silents int            // of open, elements whose text the page does not show
	raw     bool           // the text that comes next is no markup, and no text that shows any

	floating map[string][]openTag // formatting elements closed before their end tag, by name
	likes    map[string]int       // of these, by tag
	weight   int                  // of all that float
	reopened int                  // of what floats, the weight of what the parser has opened again
	within   int                  // it did so within open[:within], and closes it with the last of these

	cost   int // bytes of the elements that the parser would have opened again
	bodies int // html and body elements

	things   account // what was written
	comments int     // bytes of the comments that were not, and of the texts that they part
	credit   int     // what the bytes read so far pay for
	thinned  bool    // tags are left out for what they take, on a page that is over its budget
	over     bool    // the page is
	tagged   bool    // what was written last is a tag: a text after it is one of its own
	needCell bool    // the innermost table has no cell yet in its row
	form     bool    // a form has begun that no end tag has ended: the parser makes no other one
}

type openTag struct {
	raw, name string
	tag       atom.Atom
}

func (t *openTag) weight() int { return nodeBytes(len(t.raw) - len(t.name)) }

// taxing reports whether a page costs the parser, or what comes after it, much more than
// others of its size: what it opens again and what it holds takes more memory than on pages
// that are only carelessly written, or it has many attributes to merge.
func (f *flattener) taxing() bool {
	return f.thinned || f.cost+f.things.spent+f.comments > memoryBudget(f.size) || f.bodies > mostBodies
}

// flatten rewrites what a sieve left of a page, or a part of it if its context ends.
func flatten(s *sieve) *flattener {
	f := &flattener{size: len(s.text), count: map[string]int{}, dropped: map[string]int{}, hiding: map[string]int{}, entries: map[string]int{},
		floating: map[string][]openTag{}, likes: map[string]int{}}
	f.credit, f.over = memoryBudget(0), s.tags.spent > memoryBudget(f.size)
	left := len(s.text)
	for _, c := range s.cuts {
		if c.shelved == 0 {
			f.credit += int(c.end-c.start) * budgetOfByte
			left -= int(c.end - c.start)
		}
	}
	f.out.Grow(left)
	z := newTokens(s)
	for {
		kind := z.Next()
		raw := z.Raw()
		f.credit += len(raw) * budgetOfByte
		switch kind {
		case html.ErrorToken:
			return f
		case html.TextToken:
			f.text(z.Tokenizer)
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(raw) // before TagName, which changes it
			name, more := z.TagName()
			t := thing{tag: atom.Lookup(name), medium: isMedium(string(name))}
			for name := string(name); ; {
				if !more {
					f.raw = z.raw(t.tag)
					f.start(raw, name, t, kind == html.SelfClosingTagToken)
					break
				}
				var key []byte
				key, _, more = z.TagAttr()
				t.attrs++
				t.hides = t.hides || isHiding(string(key))
			}
		case html.EndTagToken:
			raw := string(raw)
			name, _ := z.TagName()
			f.end(raw, string(name), atom.Lookup(name))
		case html.DoctypeToken:
			f.out.Write(raw)
		case html.CommentToken:
			f.comments += 2 * nodeCost
		}
	}
}

// text writes a text. It is escaped: what stood between it and the next one may be left out.
func (f *flattener) text(z *html.Tokenizer) {
	f.reopen()
	if f.raw {
		f.out.Write(z.Raw())
		f.raw = false
		return
	}
	s := string(z.Text())
	f.things.text(strings.TrimSpace(s) == "", f.tagged)
	f.tagged = false
	for {
		i := strings.IndexAny(s, "<&")
		if i < 0 {
			f.out.WriteString(s)
			return
		}
		f.out.WriteString(s[:i])
		if s[i] == '<' {
			f.out.WriteString("&lt;")
		} else {
			f.out.WriteString("&amp;")
		}
		s = s[i+1:]
	}
}

// write writes a tag.
func (f *flattener) write(raw string) {
	f.out.WriteString(raw)
	f.tagged = true
}

func (f *flattener) start(raw, name string, t thing, closed bool) {
	tag, isRaw := t.tag, f.raw
	if closed && f.drawing() {
		if f.affords(t) {
			f.things.start(t)
			f.write(raw)
		} else {
			f.thinned = true
		}
		return
	}
	if !f.drawing() {
		switch {
		case tag == atom.Form && f.form, isTablePart(tag) && f.count["table"]+f.dropped["table"]+f.count["template"] == 0:
			return // the parser passes over it
		case tag == atom.Form:
			f.form = true
		}
	}
	if orphan := f.count["table"] == 0 && f.dropped["table"] > 0 && isTablePart(tag); orphan || !f.affords(t) {
		f.thinned = true
		if orphan || !f.keeps(tag, isRaw) {
			f.raw = false
			switch {
			case isVoid(tag):
			case endIsOptional(tag):
				f.entries[name]++
			default:
				f.dropped[name]++
				if t.hides {
					f.hiding[name]++
					f.space()
				}
			}
			f.leaveOut(tag)
			return
		}
		raw = "<" + name + ">" // its attributes would be too many
		t.attrs = 0
	}
	switch kind := kindOf(tag); {
	case tag == atom.Body || tag == atom.Html:
		if f.bodies++; f.count[name] > 0 && !f.drawing() { // which it would end
			f.leaveOut(tag)
			return
		}
	case kind != inline && f.drawing() && !endsDrawing(name): // a part of it
	case kind == inline || kind == lineEnd:
		f.reopen()
	case kind != silent:
		f.closeParagraph(tag)
	}
	if tag == atom.A { // it ends the one before
		f.endLink()
		for _, t := range f.floating[name] {
			f.sink(t)
		}
		delete(f.floating, name)
	}
	switch {
	case isVoid(tag):
		f.things.start(t)
		f.write(raw)
	case !isRaw && (len(f.open) >= deepest || isFormatting(tag) && f.formats >= deepestFormatting):
		f.thinned = f.thinned || f.over
		f.dropped[name]++
		f.leaveOut(tag)
	default:
		f.things.start(t)
		f.push(openTag{raw, name, tag})
		f.write(raw)
	}
}

func (f *flattener) end(raw, name string, tag atom.Atom) {
	f.raw = false
	f.form = f.form && tag != atom.Form
	switch {
	case f.dropped[name] > 0:
		f.dropped[name]--
		if f.hiding[name] > 0 {
			f.hiding[name]--
			f.space()
		}
		f.leaveOut(tag)
	case f.count[name] > 0:
		at := f.find(name, tag)
		if at < 0 { // out of reach
			f.write(raw)
			return
		}
		if tag != atom.Form { // what is open in a form goes on
			f.closeTo(at + 1)
		}
		f.remove(at)
		f.things.end(tag)
		if f.thinned && isTablePart(tag) { // what comes next may be a cell that is left out
			f.leaveOut(tag)
			return
		}
		f.write(raw)
	case len(f.floating[name]) > 0:
		f.endDrawing()
		list := f.floating[name]
		f.sink(list[len(list)-1])
		f.floating[name] = list[:len(list)-1]
		f.write(raw)
	case f.entries[name] > 0:
		f.entries[name]--
		f.leaveOut(tag)
	case f.things.opens(tag) && !f.affords(thing{tag: tag}):
		f.thinned = true
		f.leaveOut(tag)
	default:
		f.things.end(tag)
		f.write(raw)
	}
}

// closeTo forgets the elements from open[at] on, which something outside closes. Formatting
// elements get an end tag: without it, the parser would open them again.
func (f *flattener) closeTo(at int) {
	bound := slices.ContainsFunc(f.open[max(at-1, 0):], func(t openTag) bool { return bounds[t.tag] })
	for len(f.open) > at {
		t := f.remove(len(f.open) - 1)
		if isFormatting(t.tag) && !bound {
			f.out.WriteString("</" + t.name + ">")
			f.floating[t.name] = append(f.floating[t.name], t)
			if f.likes[t.raw]++; f.likes[t.raw] <= mostLikes {
				f.weight += t.weight()
			}
		}
	}
}

// mostLikes is how many formatting elements with the same attributes the parser opens again.
const mostLikes = 3

// sink ends a formatting element that floats.
func (f *flattener) sink(t openTag) {
	if f.likes[t.raw]--; f.likes[t.raw] < mostLikes {
		f.weight -= t.weight()
		f.reopened = min(f.reopened, f.weight)
	}
}

func (f *flattener) push(t openTag) {
	f.open = append(f.open, t)
	f.count[t.name]++
	switch {
	case isFormatting(t.tag):
		f.formats++
	case kindOf(t.tag) == silent && t.tag != atom.Head:
		f.silents++
	case t.tag == atom.Table || t.tag == atom.Tr:
		f.needCell = true
	case t.tag == atom.Td || t.tag == atom.Th || t.tag == atom.Caption:
		f.needCell = false
	}
}

// remove forgets an element that is open, but none of those in it.
func (f *flattener) remove(at int) openTag {
	t := f.open[at]
	switch f.open = slices.Delete(f.open, at, at+1); {
	case at >= f.within:
	case at == len(f.open):
		f.reopened, f.within = 0, 0
	default:
		f.within--
	}
	f.count[t.name]--
	switch {
	case kindOf(t.tag) == silent && t.tag != atom.Head:
		f.silents--
	case t.tag == atom.Table:
		f.needCell = false
	}
	if isFormatting(t.tag) {
		f.formats--
	}
	return t
}

// reopen counts what the parser would open again before a text.
func (f *flattener) reopen() {
	if f.weight > f.reopened {
		f.cost += f.weight - f.reopened
		f.reopened, f.within = f.weight, len(f.open)
	}
}
