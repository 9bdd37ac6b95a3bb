package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

type tagKind uint8

const (
	noTag tagKind = iota // a comment, a declaration, a lone bracket
	startTag
	endTag
	selfClosing
)

// A tag is what a sieve knows of one.
type tag struct {
	kind  tagKind
	atom  atom.Atom // 0 for names that HTML does not know
	name  string    // as it stands in the page
	start int       // of its first bracket
	data  bool      // of a script: it holds data that somebody reads; of a link: it leads to something
	attrs int       // that the parser sees
	hides bool      // an attribute may take the element out of sight
	font  bool      // of a font: it has an attribute of HTML
}

// markup reads what begins with the bracket at i, and returns where it ends, -1 for the end of
// the page. It cuts what nobody reads of it. t is what it is, if it is a tag.
func (s *sieve) markup(i int, t *tag) (end int) {
	*t = tag{start: i}
	rest := s.text[i+1:]
	switch {
	case rest == "":
		return -1
	case beginsName(rest[0]):
		t.kind = startTag
		return s.tag(i, t)
	case len(rest) > 1 && rest[0] == '/' && beginsName(rest[1]):
		t.kind = endTag
		return s.tag(i, t)
	case strings.HasPrefix(rest, "/>"):
		return i + len("</>")
	case strings.HasPrefix(rest, "!--"):
		return s.comment(i)
	case s.foreign.inside() && strings.HasPrefix(s.text[i:], cdata):
		return s.section(i)
	case rest[0] == '/' || rest[0] == '!' || rest[0] == '?':
		return after(s.text, i+2, '>')
	}
	return i + 1
}

// after is where the first b from i on ends, -1 for none.
func after(s string, i int, b byte) int {
	n := strings.IndexByte(s[i:], b)
	if n < 0 {
		return -1
	}
	return i + n + 1
}

// comment cuts the inside of the comment that begins at i. Its brackets stay: without them,
// what stands around it could make a tag together.
func (s *sieve) comment(i int) (end int) {
	inside := i + len("<!--")
	dashes, first := 2, true
	for k := inside; k < len(s.text); k++ {
		switch c := s.text[k]; {
		case c == '-':
			dashes++
			continue
		case c == '>' && (dashes >= 2 || first):
			if !s.cutWhole(i, k+1) {
				s.cut(inside, k-len("--"))
			}
			return k + 1
		case c == '!' && dashes >= 2 && k+1 < len(s.text) && s.text[k+1] == '>':
			s.cut(inside, k-len("--"))
			return k + 2
		case c == '!' && dashes >= 2 && k+1 < len(s.text) && s.text[k+1] == '-':
			dashes, first = 1, false
			k++
			continue
		}
		dashes, first = 0, false
		n := strings.IndexByte(s.text[k:], '-')
		if n < 0 {
			return -1
		}
		k += max(n-1, 0)
	}
	return -1
}

// tag reads the tag that begins at i, whose kind is known, and cuts the attributes that nobody reads.
func (s *sieve) tag(i int, t *tag) (end int) {
	kind := t.kind
	i++
	if kind == endTag {
		i++
	}
	begin := i
	for i < len(s.text) && !endsName(s.text[i]) {
		i++
	}
	t.name = s.text[begin:i]
	t.atom = lookup(t.name)
	t.data = t.atom == atom.Link
	var a attribute
	onShelf := shelving{may: s.shelf != nil && kind == startTag && !s.whole && !s.lost}
	slash, surplus := false, -1 // surplus is where the attributes begin that are too many
	for last := i; !s.stopped(); {
		// Of these, the last one is left: what stands before the end of a tag may end its element. It
		// is not if it would be taken for the value of the one before these.
		if i = s.skipSpace(i); i >= len(s.text) {
			s.cutSurplus(surplus, last)
			return -1
		}
		if s.text[i] == '>' {
			if kind == startTag && slash && s.text[i-1] == '/' {
				t.kind = selfClosing
			}
			s.cutSurplus(surplus, last)
			onShelf.end(s)
			return i + 1
		}
		s.attribute(i, &a)
		if a.end < 0 {
			s.cutSurplus(surplus, len(s.text))
			return -1
		}
		if last = i; s.text[i] == '=' { // the name of this one begins so
			last = a.close
		}
		afterSlash := slash // which would end the tag, without what is between
		slash = a.slash
		if kind == startTag && a.key != "" {
			if a.key == shelfMark {
				s.shelf, onShelf.may = nil, false
			}
			if t.atom == atom.Script && strings.EqualFold(a.key, "type") {
				t.data = t.data || strings.Contains(html.UnescapeString(a.value), "ld+json")
			}
			if t.atom == atom.Link && strings.EqualFold(a.key, "rel") {
				t.data = isFollowed(a.value)
			}
			read, odd := isRead(t.atom, &a) && (t.atom != atom.Link || t.data), afterSlash || s.isValue(a.end)
			onShelf.add(s, t.atom, i, &a, read, odd || t.attrs >= mostAttributes)
			switch {
			case surplus >= 0:
			case t.attrs >= mostAttributes:
				surplus = i
			case odd || a.close-i < shortestCut || s.whole || s.lost || read:
				t.attrs++
				t.hides = t.hides || isHiding(a.key)
				t.font = t.font || t.atom == atom.Font && isOfFont(a.key)
			default:
				s.cut(i, a.close)
			}
		}
		i = a.end
	}
	return -1
}

// isValue reports whether what stands at i would be the value of an attribute, if a name without a
// value stood before it: a name may begin with "=".
func (s *sieve) isValue(i int) bool {
	i = s.skipSpace(i)
	return i < len(s.text) && s.text[i] == '='
}

// cutSurplus cuts attributes of a tag that are too many; start is -1 where none are.
func (s *sieve) cutSurplus(start, end int) {
	if start < 0 || start >= end {
		return
	}
	s.cuts = append(s.cuts, cut{start: int32(start), end: int32(end)})
}

// isHiding reports whether an attribute may take its element out of sight.
func isHiding(key string) bool {
	switch len(key) {
	case len("hidden"):
		return strings.EqualFold(key, "hidden")
	case len("style"):
		return strings.EqualFold(key, "style")
	}
	return false
}

// isOfFont reports whether an attribute is one by which a font is an element of HTML, not of svg.
func isOfFont(key string) bool {
	return strings.EqualFold(key, "color") || strings.EqualFold(key, "face") || strings.EqualFold(key, "size")
}

// skipSpace is where white space at i ends.
func (s *sieve) skipSpace(i int) int {
	for i < len(s.text) && isSpace(s.text[i]) {
		i++
	}
	return i
}

// spaces has a bit for each white space of HTML: one look tells letters from it.
const spaces uint64 = 1<<' ' | 1<<'\n' | 1<<'\t' | 1<<'\r' | 1<<'\f'

func isSpace(b byte) bool { return b <= ' ' && spaces>>b&1 != 0 }

func beginsName(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func endsName(b byte) bool { return nameEnds[b] }

// nameEnds are the bytes that end the name of a tag or an attribute. Looked up, they take no branches.
var nameEnds = func() (ends [256]bool) {
	for b := range ends {
		ends[b] = isSpace(byte(b)) || b == '/' || b == '>'
	}
	return ends
}()

// longestAtom is the length of the longest element that counts.
const longestAtom = len("blockquote")

// lookup is the atom of a name in any case.
func lookup(name string) atom.Atom {
	if len(name) > longestAtom {
		return 0
	}
	if tag := common[commonKey(name)]; tag.String() == name {
		return tag
	}
	var lower [longestAtom]byte
	for i := range len(name) {
		lower[i] = name[i]
		if 'A' <= name[i] && name[i] <= 'Z' {
			lower[i] |= 0x20
		}
	}
	return atom.Lookup(lower[:len(name)])
}

// common are the elements of most tags, by commonKey: to find them here takes half of the time.
var common = func() (table [256]atom.Atom) {
	for _, tag := range [...]atom.Atom{
		atom.Div, atom.P, atom.A, atom.Span, atom.Li, atom.Ul, atom.Img, atom.Td, atom.Tr, atom.Table, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.Br, atom.Strong, atom.B, atom.I, atom.Em, atom.Script, atom.Meta, atom.Link, atom.Option, atom.Button, atom.Input, atom.Label,
		atom.Section, atom.Article, atom.Figure, atom.Svg, atom.Source, atom.Time, atom.Nav,
	} {
		table[commonKey(tag.String())] = tag
	}
	return table
}()

// commonKey is a hash of a name that is not empty.
func commonKey(name string) uint8 { return name[0]*7 + name[len(name)-1]*13 + uint8(len(name))*31 }

// inHTML are the elements that end an svg or math element around them, or begin HTML inside.
var inHTML = nameSet(`b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing
	menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var foreignobject annotation-xml`)

// textInDrawing are the elements of svg and math whose content is of HTML: text that shows
// nothing, if it is no more.
var textInDrawing = nameSet(`title desc mi mo mn ms mtext`)

func nameSet(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}
