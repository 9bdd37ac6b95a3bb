package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Inside of a drawing, an svg or math element, other rules hold: scripts, styles and titles hold
// markup there, and CDATA sections are text. Who takes the one for the other loses sight of the
// page: it may pass over all that comes next. A foreign knows where the parser is while a drawing
// is open that the sieve does not cut. Outside of drawings it costs nothing.
type foreign struct {
	open  []string // elements of the drawing that are open, the outermost first
	doubt doubt
	// guests are elements in the innermost one that are not known to HTML, as in <title><path>: only
	// their own end tags end them. covered says that others may be open in them.
	guests  []string
	covered bool
	asked   int // how often the parser was
	read    int // bytes that it read then
	answer  answer
}

// A doubt is what is not known of a drawing.
type doubt uint8

const (
	none    doubt = iota
	ended         // a tag may have ended it: then none of its elements is open
	hosting       // elements of HTML may be open in its innermost one
	deep          // all of it
)

func (f *foreign) inside() bool { return f.doubt == deep || len(f.open) > 0 }

func (f *foreign) leave() { f.forget(none) }

func (f *foreign) lose() { f.forget(deep) }

func (f *foreign) forget(d doubt) {
	*f = foreign{open: f.open[:0], doubt: d, guests: f.guests[:0], asked: f.asked, read: f.read, answer: f.answer}
}

// mostOpen is how many elements may be open at once; html.Parse gives up past it.
const mostOpen = 512

func (f *foreign) start(name string) {
	if len(f.open) == mostOpen {
		f.lose()
		return
	}
	f.open = append(f.open, name)
}

// end closes the element of an end tag.
func (f *foreign) end(t *tag) {
	switch {
	case f.doubt == deep:
		return
	case f.doubt == hosting:
		f.endGuest(t)
		return
	}
	for at := len(f.open) - 1; at >= 0; at-- {
		if strings.EqualFold(f.open[at], t.name) {
			if f.open = f.open[:at]; at == 0 {
				f.leave()
			}
			return
		}
	}
	if t.atom == atom.P || t.atom == atom.Br { // the parser opens one
		f.leave()
		return
	}
	f.doubt = ended // with an element around it
}

// endGuest is end where elements of HTML may be open in the innermost element of the drawing.
func (f *foreign) endGuest(t *tag) {
	last := len(f.guests) - 1
	isName := func(name string) bool { return strings.EqualFold(name, t.name) }
	switch {
	case last >= 0 && isName(f.guests[last]) && !f.covered:
		f.guests = f.guests[:last]
	case isTablePart(t.atom), t.atom == atom.Table, t.atom == atom.Caption, t.atom == atom.Template, // it may be around the drawing
		slices.ContainsFunc(f.guests, isName),
		isName(f.open[len(f.open)-1]), last < 0 && slices.ContainsFunc(f.open, isName):
		f.lose()
	}
}

// endsDrawing reports whether the start tag of an element of HTML ends the drawing around it.
func endsDrawing(name string) bool {
	return inHTML[name] && name != "foreignobject" && name != "annotation-xml" && name != "font"
}

// drawn reports whether a start tag, whose content begins at i, makes an element of a drawing, so
// that its content is markup.
func (s *sieve) drawn(i int, t *tag) bool {
	f, name := &s.foreign, strings.ToLower(t.name)
	if f.doubt != none && f.doubt != hosting && isRawText(t.atom) {
		if s.isPlain(i, t.name) || !s.ask(place{at: t.start}) {
			return false
		}
	}
	switch {
	case f.doubt == deep:
	case f.doubt == hosting:
		if isRawText(t.atom) {
			return false
		}
		switch {
		case isTablePart(t.atom), t.atom == atom.Caption, t.atom == atom.Col, t.atom == atom.Colgroup, // of a table around the drawing
			t.atom == atom.Svg, t.atom == atom.Math, name == "mglyph", name == "malignmark":
			f.lose()
		case t.atom == 0 && len(f.guests) < mostOpen:
			f.guests = append(f.guests, t.name)
		default:
			f.covered = f.covered || !isVoid(t.atom)
		}
	case endsDrawing(name) || t.font:
		f.leave()
		return false
	case t.kind == selfClosing:
	case f.doubt == ended && (t.atom == atom.Svg || t.atom == atom.Math):
		f.lose()
	case holdsHTML(strings.ToLower(f.open[0]), name) && !s.isPlain(i, t.name):
		if f.start(t.name); f.doubt != none || name == "annotation-xml" { // its attributes say whether it holds HTML
			f.lose()
		}
		f.doubt = max(f.doubt, hosting)
	default:
		f.start(t.name)
	}
	return true
}

// isPlain reports whether the content of an element, from i on, is followed by its end tag and
// holds no markup: then it ends there, raw text or not.
func (s *sieve) isPlain(i int, name string) bool {
	n := strings.IndexByte(s.text[i:], '<')
	return n >= 0 && strings.HasPrefix(s.text[i+n:], "</") && s.isNamed(i+n+len("</"), name)
}

// section returns where the markup ends that begins with "<![CDATA[" at i. The inside of a section
// is cut: none of its text is shown, and who knows nothing of drawings takes it for markup.
func (s *sieve) section(i int) (end int) {
	inside := i + len(cdata)
	bogus, n := after(s.text, i, '>'), strings.Index(s.text[inside:], "]]>")
	end = inside + n + len("]]>")
	switch {
	case n >= 0 && end == bogus: // a comment ends there, too
		return end
	case s.foreign.doubt != none && !s.ask(place{at: i, section: true}):
		s.skip(i, bogus)
		return bogus
	case n < 0:
		return -1
	case n > 0:
		s.cuts = append(s.cuts, cut{start: int32(inside), end: int32(inside + n)})
	}
	return end
}

const cdata = "<![CDATA["

// holdsHTML reports whether an element of a drawing may hold HTML.
func holdsHTML(drawing, name string) bool {
	if drawing == "svg" {
		return name == "title" || name == "desc" || name == "foreignobject"
	}
	return name == "annotation-xml" || name != "title" && name != "desc" && textInDrawing[name]
}

// A tokens reads the tokens of a page as the parser does, after a sieve found out where names
// of raw text are those of parts of a drawing.
type tokens struct {
	*html.Tokenizer
	drawn []int32 // which of the tags with such names these are, in order
	named int     // how many such tags were read
}

func newTokens(s *sieve) tokens {
	return tokens{Tokenizer: html.NewTokenizer(&siftedReader{ctx: s.ctx, text: s.text, cuts: s.cuts}), drawn: s.drawnRaw}
}

// raw reports whether the content of the element is no markup whose start tag was just read.
func (z *tokens) raw(tag atom.Atom) bool {
	if !isRawText(tag) {
		return false
	}
	z.named++
	if len(z.drawn) > 0 && int(z.drawn[0]) == z.named {
		z.drawn = z.drawn[1:]
		z.NextIsNotRawText()
		return false
	}
	return true
}
