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

// isTelling reports whether an element says what a text is; the others only hold it.
func isTelling(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Td, atom.Th, atom.Dt, atom.Dd,
		atom.Figcaption, atom.Pre, atom.Blockquote, atom.Button, atom.Option, atom.Caption, atom.Summary, atom.Legend,
		atom.Address, atom.Listing, atom.Plaintext, atom.Xmp:
		return true
	}
	return false
}

// IsHeading reports whether an element is h1 to h6.
func IsHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// markKind is the kind of mark that an inline element becomes, if it does.
func markKind(tag atom.Atom) (kind MarkKind, ok bool) {
	switch tag {
	case atom.A:
		return Link, true
	case atom.B, atom.Strong:
		return Bold, true
	case atom.I, atom.Em:
		return Italic, true
	case atom.Code, atom.Kbd, atom.Tt, atom.Samp:
		return Mono, true
	case atom.Sup:
		return Superscript, true
	case atom.Sub:
		return Subscript, true
	}
	return 0, false
}

// isFormatting reports whether an element is one that the parser opens again in the next
// block where it was not closed.
func isFormatting(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source,
		atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isRawText reports whether the content of an element is no markup. It holds no others, so it is
// never too deep.
func isRawText(tag atom.Atom) bool {
	switch tag {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title,
		atom.Xmp:
		return true
	}
	return false
}
