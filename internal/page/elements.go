package page

import "golang.org/x/net/html/atom"

// An elementKind is how the walk treats an element.
type elementKind uint8

const (
	inline   elementKind = iota // part of the running text
	block                       // begins and ends a block
	silent                      // its content is not text of the page
	lineEnd                     // br
	preBlock                    // a block that keeps its white space
)

// An elementCode numbers the elements that are not treated like any other; these are 0.
type elementCode uint8

// codes are the elementCodes by atom: an array, for it is asked at each tag. Most of it is
// never touched.
var codes [1 << 19]elementCode

// kinds are the kinds by code, atoms the elements.
var (
	kinds []elementKind
	atoms []atom.Atom
)

func codeOf(tag atom.Atom) elementCode { return codes[tag&(1<<19-1)] }

func atomOf(code elementCode) atom.Atom { return atoms[code] }

func kindOf(tag atom.Atom) elementKind { return kinds[codeOf(tag)] }

func init() {
	kinds, atoms = append(kinds, inline), append(atoms, 0)
	for kind, tags := range [...][]atom.Atom{
		block: {
			atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center, atom.Dd,
			atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
			atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
			atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P,
			atom.Search, atom.Section, atom.Select, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
			atom.Thead, atom.Tr, atom.Ul,
		},
		silent: {
			atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Noframes, atom.Iframe, atom.Object, atom.Embed, atom.Svg,
			atom.Math, atom.Canvas, atom.Audio, atom.Video, atom.Head, atom.Title, atom.Datalist, atom.Textarea, atom.Input,
			atom.Noembed, atom.Applet,
		},
		lineEnd:  {atom.Br},
		preBlock: {atom.Pre, atom.Listing, atom.Plaintext, atom.Xmp},
	} {
		for _, tag := range tags {
			codes[tag] = elementCode(len(kinds))
			kinds, atoms = append(kinds, elementKind(kind)), append(atoms, tag)
		}
	}
}

// tellingTags are the elements that say what a text is; the others only hold it.
var tellingTags = map[atom.Atom]bool{
	atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Li: true,
	atom.Td: true, atom.Th: true, atom.Dt: true, atom.Dd: true, atom.Figcaption: true, atom.Pre: true, atom.Blockquote: true,
	atom.Button: true, atom.Option: true, atom.Caption: true, atom.Summary: true, atom.Legend: true, atom.Address: true,
	atom.Listing: true, atom.Plaintext: true, atom.Xmp: true,
}

// IsHeading reports whether an element is h1 to h6.
func IsHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// markKinds are the inline elements that become marks.
var markKinds = map[atom.Atom]MarkKind{
	atom.A: Link, atom.B: Bold, atom.Strong: Bold, atom.I: Italic, atom.Em: Italic, atom.Code: Mono, atom.Kbd: Mono, atom.Tt: Mono, atom.Samp: Mono,
}
