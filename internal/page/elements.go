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

var elementKinds = map[atom.Atom]elementKind{
	atom.Script: silent, atom.Style: silent, atom.Template: silent, atom.Noscript: silent, atom.Noframes: silent,
	atom.Iframe: silent, atom.Object: silent, atom.Embed: silent, atom.Svg: silent, atom.Math: silent, atom.Canvas: silent,
	atom.Audio: silent, atom.Video: silent, atom.Head: silent, atom.Title: silent, atom.Datalist: silent,
	atom.Textarea: silent, atom.Input: silent, atom.Noembed: silent, atom.Applet: silent,

	atom.Br:  lineEnd,
	atom.Pre: preBlock, atom.Listing: preBlock, atom.Plaintext: preBlock, atom.Xmp: preBlock,
}

func init() {
	for _, a := range []atom.Atom{
		atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P,
		atom.Search, atom.Section, atom.Select, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
		atom.Thead, atom.Tr, atom.Ul,
	} {
		elementKinds[a] = block
	}
}

// tellingTags are the elements that say what a text is; the others only hold it.
var tellingTags = map[atom.Atom]bool{
	atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Li: true,
	atom.Td: true, atom.Th: true, atom.Dt: true, atom.Dd: true, atom.Figcaption: true, atom.Pre: true, atom.Blockquote: true,
	atom.Button: true, atom.Option: true, atom.Caption: true, atom.Summary: true, atom.Legend: true, atom.Address: true,
	atom.Listing: true, atom.Plaintext: true, atom.Xmp: true,
}

// markKinds are the inline elements that become marks.
var markKinds = map[atom.Atom]MarkKind{
	atom.A: Link, atom.B: Bold, atom.Strong: Bold, atom.I: Italic, atom.Em: Italic, atom.Code: Mono, atom.Kbd: Mono, atom.Tt: Mono, atom.Samp: Mono,
}
