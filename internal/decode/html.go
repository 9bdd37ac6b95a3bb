package decode

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// isHTML tells HTML from plain text. The text is believed before the content type: pages are
// saved and sent with any type.
func isHTML(text, contentType string) bool {
	opening := strings.TrimLeft(text[:min(len(text), markupSample)], " \t\r\n\f")
	if opensDocument(opening) {
		return true
	}
	switch mediaType(contentType) {
	case "text/plain", "text/markdown", "text/x-markdown":
		return false
	case "text/html", "application/xhtml+xml", "text/xml", "application/xml":
		return hasMarkup(opening)
	}
	return isFragment(opening)
}

// IsMarkdown reports whether a content type is that of Markdown.
func IsMarkdown(contentType string) bool {
	switch mediaType(contentType) {
	case "text/markdown", "text/x-markdown":
		return true
	}
	return false
}

// markupSample is the number of bytes in which markup is looked for.
const markupSample = 64 << 10

// opensDocument reports whether s opens with what stands at the start of whole documents:
// a doctype, or an html, head or body tag, after comments and XML declarations.
func opensDocument(s string) bool {
	for {
		switch {
		case strings.HasPrefix(s, "<?xml"), strings.HasPrefix(s, "<!--"):
			end := "?>"
			if s[1] == '!' {
				end = "-->"
			}
			_, rest, ok := strings.Cut(s, end)
			if !ok {
				return false
			}
			s = strings.TrimLeft(rest, " \t\r\n\f")
		case hasPrefixFold(s, "<!doctype"):
			return true
		default:
			t, ok := readTag(s)
			return ok && !t.closing && (t.name == atom.Html || t.name == atom.Head || t.name == atom.Body)
		}
	}
}

// hasMarkup reports whether s holds any tag or character reference.
func hasMarkup(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '<':
			if _, ok := readTag(s[i:]); ok || strings.HasPrefix(s[i:], "<!--") {
				return true
			}
		case '&':
			if isReference(s[i:]) {
				return true
			}
		}
	}
	return false
}

// isReference reports whether s opens with a character reference: "&amp;", "&#39;".
func isReference(s string) bool {
	for i := 1; i < min(len(s), 12); i++ {
		switch c := s[i]; {
		case c == ';':
			return i > 2
		case c == '#' && i == 1, '0' <= c && c <= '9', isASCIILetter(rune(c)):
		default:
			return false
		}
	}
	return false
}

// isFragment reports whether s is a piece of HTML and not a text that mentions tags. A piece
// opens with a block, or with another tag that is closed somewhere, or it is full of tags that
// stand for structure: tags with attributes, the ends of blocks, line breaks.
func isFragment(s string) bool {
	var first tag
	firstClosed, structure := false, 0
	for i := 0; i < len(s); i++ {
		step := strings.IndexByte(s[i:], '<')
		if step < 0 {
			break
		}
		i += step
		t, ok := readTag(s[i:])
		if !ok {
			continue
		}
		if i == 0 {
			first = t
			firstClosed = isVoid(t.name)
		}
		if t.closing && t.name == first.name {
			firstClosed = true
		}
		if t.attributes || t.name == atom.Br || t.closing && isBlock(t.name) {
			structure++
		}
		i += t.size - 1
	}
	if first.name != 0 && !first.closing && (isBlock(first.name) || firstClosed || first.attributes) {
		return true
	}
	// Prose about HTML hardly closes three blocks, one each 500 bytes.
	return structure >= 3 && structure*500 >= len(s)
}

// A tag is an HTML tag of a name that HTML knows.
type tag struct {
	name       atom.Atom
	closing    bool
	attributes bool
	size       int // in bytes, with its brackets
}

// maxTagBytes bounds the search for the end of a tag, so that a text of "<" is read in
// linear time. Longer tags exist, but never alone.
const maxTagBytes = 2048

// readTag reads the tag that s opens with, if it does.
func readTag(s string) (t tag, ok bool) {
	if len(s) < 3 || s[0] != '<' {
		return t, false
	}
	i := 1
	if s[i] == '/' {
		t.closing = true
		i++
	}
	start := i
	for i < len(s) && i-start < 12 && (isASCIILetter(rune(s[i])) || '0' <= s[i] && s[i] <= '9') {
		i++
	}
	var lower [12]byte
	for k := start; k < i; k++ {
		lower[k-start] = s[k]
		if 'A' <= s[k] && s[k] <= 'Z' {
			lower[k-start] += 'a' - 'A'
		}
	}
	t.name = atom.Lookup(lower[:i-start])
	if !isBlock(t.name) && !isVoid(t.name) && !isInline(t.name) {
		return t, false
	}
	s = s[:min(len(s), maxTagBytes)]
	end := strings.IndexAny(s[i:], "<>")
	if end < 0 || s[i+end] == '<' {
		return t, false
	}
	inside := s[i : i+end]
	if inside != "" && !strings.ContainsRune(" \t\r\n\f/", rune(inside[0])) {
		return t, false
	}
	t.attributes = strings.Contains(inside, "=")
	t.size = i + end + 1
	return t, true
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Body, atom.Title, atom.Script, atom.Style, atom.Noscript,
		atom.Article, atom.Aside, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav,
		atom.Div, atom.P, atom.Pre, atom.Blockquote, atom.Figure, atom.Figcaption, atom.Center,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Td, atom.Th, atom.Form, atom.Iframe:
		return true
	}
	return false
}

func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Br, atom.Hr, atom.Img, atom.Meta, atom.Link, atom.Input, atom.Base:
		return true
	}
	return false
}

func isInline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.I, atom.U, atom.S, atom.Em, atom.Strong, atom.Span, atom.Font, atom.Small,
		atom.Sub, atom.Sup, atom.Code, atom.Q, atom.Cite, atom.Mark, atom.Time, atom.Svg, atom.Button:
		return true
	}
	return false
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
