package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// What a sieve reads of an attribute, and whether it may cut it.

// An attribute is a range of a tag.
type attribute struct {
	key, value string
	marks      keyMark
	begin      int  // of the value
	close      int  // its end
	end        int  // where the next one may begin; -1 where the page ends inside of it
	slash      bool // a slash without a value stands between these
}

// name is the attribute's key in lower case.
func (a *attribute) name() string {
	if a.marks&capitalInKey == 0 {
		return a.key
	}
	return strings.ToLower(a.key)
}

// A keyMark is what the bytes of an attribute's key tell, found while its end is looked for.
type keyMark uint8

const (
	endsKey      keyMark = 1 << iota
	capitalInKey         // of ASCII
	oddInKey             // none of ASCII's letters, digits, "-", "_" and ":"
)

var keyMarks = func() (marks [256]keyMark) {
	for i := range marks {
		b := byte(i)
		switch {
		case endsName(b) || b == '=':
			marks[b] = endsKey
		case 'A' <= b && b <= 'Z':
			marks[b] = capitalInKey
		case !isNameByte(b) && b != '-' && b != '_' && b != ':':
			marks[b] = oddInKey
		}
	}
	return marks
}()

// attribute reads the attribute at i into a.
func (s *sieve) attribute(i int, a *attribute) {
	k := i
	marks := keyMark(0)
	if k < len(s.text) && s.text[k] == '=' { // a name may begin with it
		k, marks = k+1, oddInKey
	}
	for ; k < len(s.text) && keyMarks[s.text[k]]&endsKey == 0; k++ {
		marks |= keyMarks[s.text[k]]
	}
	*a = attribute{key: s.text[i:k], marks: marks, close: k}
	if k = s.skipSpace(k); k < len(s.text) && s.text[k] == '/' {
		a.end, a.slash = k+1, true
		return
	}
	if k < len(s.text) && s.text[k] != '=' {
		a.end = k
		return
	}
	if k = s.skipSpace(k + 1); k >= len(s.text) {
		a.end = -1
		return
	}
	switch quote := s.text[k]; quote {
	case '\'', '"':
		a.begin = k + 1
		if k = after(s.text, a.begin, quote); k < 0 {
			a.end = -1
			return
		}
		a.value = s.text[a.begin : k-1]
	default:
		a.begin = k
		for k < len(s.text) && !isSpace(s.text[k]) && s.text[k] != '>' {
			k++
		}
		a.value = s.text[a.begin:k]
	}
	a.close, a.end = k, k
}

// isRead reports whether somebody reads an attribute of an element, or the parser minds it.
func isRead(element atom.Atom, a *attribute) bool {
	if isFormatting(element) && element != atom.A {
		return true // the parser compares them all
	}
	key := a.name()
	switch element {
	case atom.Script, atom.Input: // the parser minds the type of an input
		return key == "type"
	case atom.Style, atom.Svg, atom.Math, atom.Noscript:
		return false
	}
	switch key {
	case "class", "id", "role", "itemprop", "property", "hidden", "open", "aria-hidden", "data-testid", "data-component",
		"data-module", "data-qa", "data-type", "data-block", "href", "src", "data", "data-src", "srcset", "data-srcset",
		"content", "datetime":
		return true
	case "lang", "dir":
		return element == atom.Html
	case "name", "http-equiv":
		return element == atom.Meta
	case "rel":
		return isFollowed(a.value)
	case "style":
		return strings.IndexByte(a.value, '&') >= 0 || hides(a.value)
	case "colspan", "rowspan":
		return element == atom.Td || element == atom.Th
	case "start", "reversed":
		return element == atom.Ol
	case "value":
		return element == atom.Li
	case "alt", "width", "height", "layout", "data-original", "data-lazy-src", "data-url", "data-image":
		if element == atom.Img || element == 0 { // amp-img is none that HTML knows
			return true
		}
	}
	switch element {
	case atom.Iframe:
		return isLateSource(key)
	case atom.Blockquote:
		return isPostAddress(key)
	case 0:
		if playerAttrs[key] {
			return true
		}
	}
	return (element == atom.Img || element == 0) && strings.HasPrefix(key, "data-") && strings.ContainsAny(a.value, "/&") // see namesPicture
}

// isFollowed reports whether somebody follows links with such a rel attribute. Most link elements
// are for style sheets and icons.
func isFollowed(rel string) bool {
	for word := range strings.FieldsSeq(rel) {
		switch strings.ToLower(word) {
		case "canonical", "amphtml", "author", "license", "tag", "category":
			return true
		}
	}
	return strings.IndexByte(rel, '&') >= 0
}
