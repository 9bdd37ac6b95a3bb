package page

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isFormatting reports whether an element is one that the parser opens again in the next
// block where it was not closed.
func isFormatting(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

var void = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}

// rawText are the elements whose content is no markup. They hold no others, so they are never
// too deep.
var rawText = map[atom.Atom]bool{
	atom.Iframe: true, atom.Noembed: true, atom.Noframes: true, atom.Noscript: true, atom.Plaintext: true, atom.Script: true,
	atom.Style: true, atom.Textarea: true, atom.Title: true, atom.Xmp: true,
}

// A flattener rewrites a page so that few elements are open at once, and none is opened again
// by the parser: it closes formatting elements where their block ends.
type flattener struct {
	size int // of the page in bytes
	out  strings.Builder

	open    []openTag
	count   map[string]int // of open, by name
	dropped map[string]int // elements that are open, but have no tag in the output
	formats int            // of open, formatting elements

	floating map[string][]openTag // formatting elements closed before their end tag, by name
	likes    map[string]int       // of these, by tag
	weight   int                  // of all that float
	reopened bool                 // since the last block began or ended

	cost   int // bytes of the elements that the parser would have opened again
	bodies int // html and body elements
}

type openTag struct {
	raw, name string
	tag       atom.Atom
}

func (t *openTag) weight() int { return nodeBytes(len(t.raw) - len(t.name)) }

// taxing reports whether a page costs the parser much more than others of its size. What it
// opens again takes more memory than on pages that are only carelessly written, or it has
// many attributes to merge.
func (f *flattener) taxing() bool { return f.cost > reopenBudget(f.size) || f.bodies > mostBodies }

// flatten rewrites a page, or a part of it if ctx ends.
func flatten(ctx context.Context, text string) *flattener {
	f := &flattener{size: len(text), count: map[string]int{}, dropped: map[string]int{}, floating: map[string][]openTag{}, likes: map[string]int{}}
	f.out.Grow(len(text))
	z := html.NewTokenizer(ReaderUntil(ctx, strings.NewReader(text)))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return f
		case html.TextToken:
			f.reopen()
			f.out.Write(z.Raw())
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
		default:
			f.out.Write(z.Raw())
			continue
		}
		raw := string(z.Raw()) // before TagName, which changes it
		name, _ := z.TagName()
		switch tag := atom.Lookup(name); {
		case kind == html.EndTagToken:
			f.end(raw, string(name), tag)
		case kind == html.SelfClosingTagToken && f.count["svg"]+f.count["math"] > 0:
			f.out.WriteString(raw)
		default:
			f.start(raw, string(name), tag)
		}
	}
}

func (f *flattener) start(raw, name string, tag atom.Atom) {
	switch kind := kindOf(tag); {
	case tag == atom.Body || tag == atom.Html:
		if f.bodies++; f.count[name] > 0 {
			f.leaveOut(tag)
			return
		}
	case kind == inline || kind == lineEnd:
		f.reopen()
	case kind != silent:
		f.closeParagraph(tag)
		f.reopened = false
	}
	if tag == atom.A { // it ends the one before
		for _, t := range f.floating[name] {
			f.sink(t)
		}
		delete(f.floating, name)
	}
	switch {
	case void[tag]:
		f.out.WriteString(raw)
	case !rawText[tag] && (len(f.open) >= deepest || isFormatting(tag) && f.formats >= deepestFormatting):
		f.dropped[name]++
		f.leaveOut(tag)
	default:
		f.open = append(f.open, openTag{raw, name, tag})
		f.count[name]++
		if isFormatting(tag) {
			f.formats++
		}
		f.out.WriteString(raw)
	}
}

func (f *flattener) end(raw, name string, tag atom.Atom) {
	switch {
	case f.dropped[name] > 0:
		f.dropped[name]--
		f.leaveOut(tag)
	case f.count[name] > 0:
		at := len(f.open) - 1
		for f.open[at].name != name {
			at--
		}
		f.closeTo(at + 1)
		f.pop()
		f.reopened = false
		f.out.WriteString(raw)
	case len(f.floating[name]) > 0:
		list := f.floating[name]
		f.sink(list[len(list)-1])
		f.floating[name] = list[:len(list)-1]
		f.out.WriteString(raw)
	default:
		f.out.WriteString(raw)
	}
}

// leaveOut writes what stands for a tag that is left out: it parts words if the element does,
// and the text on its two sides makes no tag together.
func (f *flattener) leaveOut(tag atom.Atom) {
	if kindOf(tag) == inline || tag == atom.Body || tag == atom.Html {
		f.out.WriteString("<!---->")
	} else {
		f.out.WriteByte(' ')
	}
}

// closeParagraph closes what the beginning of a block closes: a paragraph, or an element of
// its own kind.
func (f *flattener) closeParagraph(begins atom.Atom) {
	for at := len(f.open) - 1; at >= 0; at-- {
		switch tag := f.open[at].tag; {
		case tag == atom.P || tag == begins && (tag == atom.Li || tag == atom.Dd || tag == atom.Dt || tag == atom.Option):
			f.closeTo(at)
			return
		case kindOf(tag) != inline:
			return
		}
	}
}

// closeTo forgets the elements from open[at] on, which something outside closes. Formatting
// elements get an end tag: without it, the parser would open them again.
func (f *flattener) closeTo(at int) {
	bound := slices.ContainsFunc(f.open[max(at-1, 0):], func(t openTag) bool { return bounds[t.tag] })
	for len(f.open) > at {
		t := f.pop()
		if isFormatting(t.tag) && !bound {
			f.out.WriteString("</" + t.name + ">")
			f.floating[t.name] = append(f.floating[t.name], t)
			if f.likes[t.raw]++; f.likes[t.raw] <= mostLikes {
				f.weight += t.weight()
			}
		}
	}
}

// bounds are the elements that keep formatting elements to themselves: nothing inside is
// opened again outside.
var bounds = map[atom.Atom]bool{
	atom.Td: true, atom.Th: true, atom.Caption: true, atom.Applet: true, atom.Object: true, atom.Marquee: true, atom.Template: true,
}

// mostLikes is how many formatting elements with the same attributes the parser opens again.
const mostLikes = 3

// sink ends a formatting element that floats.
func (f *flattener) sink(t openTag) {
	if f.likes[t.raw]--; f.likes[t.raw] < mostLikes {
		f.weight -= t.weight()
	}
}

func (f *flattener) pop() openTag {
	t := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	f.count[t.name]--
	if isFormatting(t.tag) {
		f.formats--
	}
	return t
}

// reopen counts what the parser would open again before a text.
func (f *flattener) reopen() {
	if !f.reopened {
		f.cost += f.weight
		f.reopened = true
	}
}
