package page

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The attributes that somebody reads are half of what the parser is still shown, and it copies each of
// them four times. A shelf keeps them as they stand in the page: the parser sees one short attribute
// with a number in place of all attributes of a tag, and its elements get theirs from the shelf. That
// takes a quarter of the parser's time.
type shelf struct {
	attrs []shelvedAttribute // of all tags
	ends  []int32            // by the number of a tag: where its attributes end; tags are counted from 1
}

// empty makes room for another page.
func (f *shelf) empty() *shelf {
	*f = shelf{attrs: f.attrs[:0], ends: append(f.ends[:0], 0)}
	return f
}

// A shelvedAttribute is an attribute by where its key and its value stand in the page.
type shelvedAttribute struct{ key, keyEnd, value, valueEnd int32 }

// shelfMark is the name of the attribute that the parser sees. Where a page has such an attribute, its
// sieve has no shelf.
const shelfMark = "\x01"

// appendMark writes what the parser is shown of a tag's attributes.
func appendMark(b []byte, tag int32) []byte {
	b = append(b, shelfMark+"="...)
	return append(strconv.AppendInt(b, int64(tag), 10), ' ') // a slash that follows is none of the value
}

// isShelved reports whether the attributes of an element go to the shelf: the parser minds those of
// the others, which it merges, asks or compares.
func isShelved(element atom.Atom) bool {
	return element == atom.A || element != atom.Html && element != atom.Body && element != atom.Input && !isFormatting(element)
}

// A shelving puts the attributes of a tag on the shelf while a sieve reads them.
type shelving struct {
	may         bool // none of them is odd yet
	begun       bool // one was seen
	cuts, attrs int  // how many of these there were before it
	first, last int  // the range of the attributes
}

// add puts the attribute at i on the shelf, if somebody reads it. None of the tag goes there if this one
// is odd: if it is not read as it stands, or the parser may take it for a part of another one.
func (x *shelving) add(s *sieve, element atom.Atom, i int, a *attribute, read, odd bool) {
	if !x.begun {
		*x = shelving{may: x.may && isShelved(element), begun: true, first: i}
		if x.may {
			x.cuts, x.attrs = len(s.cuts), len(s.shelf.attrs)
		}
	}
	if !x.may {
		return
	}
	if odd {
		x.leave(s)
		return
	}
	x.last = a.close
	switch {
	case !read, x.has(s, a.key): // of two, the first one counts
	case a.marks&oddInKey != 0 || strings.IndexByte(a.value, '&') >= 0:
		x.leave(s)
	default:
		s.shelf.attrs = append(s.shelf.attrs, shelvedAttribute{int32(i), int32(i + len(a.key)), int32(a.begin), int32(a.begin + len(a.value))})
	}
}

// leave takes the attributes of the tag from the shelf again.
func (x *shelving) leave(s *sieve) {
	x.may = false
	s.shelf.attrs = s.shelf.attrs[:x.attrs]
}

// has reports whether an attribute of the tag is on the shelf.
func (x *shelving) has(s *sieve, key string) bool {
	for _, a := range s.shelf.attrs[x.attrs:] {
		if strings.EqualFold(s.text[a.key:a.keyEnd], key) {
			return true
		}
	}
	return false
}

// end cuts the attributes of the tag, if they are on the shelf.
func (x *shelving) end(s *sieve) {
	if !x.may || !x.begun || len(s.shelf.attrs) == x.attrs {
		return
	}
	if x.last-x.first < shortestCut {
		x.leave(s)
		return
	}
	s.cuts = slices.Insert(s.cuts, x.cuts, cut{int32(x.first), int32(x.last), int32(len(s.shelf.ends))})
	s.shelf.ends = append(s.shelf.ends, int32(len(s.shelf.attrs)))
}

// asParsed is what the parser makes of a value without character references.
var asParsed = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD")

// putBack gives the elements of a tree their attributes. The error is that of ctx.
func (f *shelf) putBack(ctx context.Context, root *html.Node, text string) error {
	if len(f.attrs) == 0 {
		return nil
	}
	attrs, bytes := make([]html.Attribute, len(f.attrs)), 0
	for _, a := range f.attrs {
		bytes += int(a.valueEnd - a.value)
	}
	var values strings.Builder // the page's bytes may be the caller's, who may change them later
	values.Grow(bytes)
	for _, a := range f.attrs {
		values.WriteString(text[a.value:a.valueEnd])
	}
	rest := values.String()
	plain := strings.IndexByte(rest, '\r') < 0 && strings.IndexByte(rest, 0) < 0
	for i, a := range f.attrs {
		n := a.valueEnd - a.value
		attrs[i] = html.Attribute{Key: strings.ToLower(text[a.key:a.keyEnd]), Val: rest[:n]}
		if rest = rest[n:]; !plain {
			attrs[i].Val = asParsed.Replace(attrs[i].Val)
		}
	}
	steps := 0
	for n := root.FirstChild; n != nil; n = next(n, root) {
		if steps++; steps%stopNodes == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if n.Type != html.ElementNode || len(n.Attr) != 1 || n.Attr[0].Key != shelfMark {
			continue
		}
		if tag, err := strconv.Atoi(n.Attr[0].Val); err == nil && 0 < tag && tag < len(f.ends) {
			from, to := f.ends[tag-1], f.ends[tag]
			n.Attr = attrs[from:to:to]
		}
	}
	return nil
}
