// Package page turns a document into a Page: a flat list of blocks of text over a tree of
// compact containers, with the facts of its head. It knows nothing of roles: what is story
// and what is not is for others to say.
package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Page is a document seen once. All text in it is valid UTF-8.
type Page struct {
	Blocks   []Block
	Nodes    []Node   // Nodes[0] is the root; a parent stands before its children
	Names    []string // of HTML: what Nodes are called, each name once: classes, ids, roles; the first is empty
	FromText bool     // made of plain text: Nodes hold nothing but the root
	Markdown bool     // made of Markdown: Nodes are the elements that say the same
	Shape    Shape    // of plain text

	// What the head tells; Titles may also come from the first lines of a text.
	Title  string // the title element
	Metas  []Meta
	JSONLD []string // the content of each script of JSON-LD, as it stands
	Rels   []Rel    // link elements that isFollowed knows: canonical, amphtml, author, license
	Lang   string   // the lang attribute of the html element
	Dir    string   // the dir attribute of the html element
	Base   string   // the href of the base element

	Times  []Time
	Images []Image
	Embeds []Embed

	// Chosen says that the caller named the body and the page has it.
	Chosen bool

	// Stop says that nobody waits for what is made of the page any more; nil says no.
	Stop func() bool
}

// Stopped is what Stop says, asked at step i of a loop only now and then.
func (p *Page) Stopped(i int) bool { return i&0xFF == 0 && p.Stop != nil && p.Stop() }

// A Block is one run of text of a block-level element.
type Block struct {
	// Text has its white space collapsed; "\n" stands for a br element or, in Pre, a line end.
	Text  string
	Marks []Mark
	Node  int32     // index of the block-level element that holds the text
	Tag   atom.Atom // the element that says what the text is: p, h1 to h6, li, td, th, dt, dd, figcaption, pre, blockquote, …; 0 if only div and its like
	Line  int32     // of plain text and Markdown: the first line of the block, from 1
	Blank int32     // of plain text: the lines without text above it

	Words     int32 // see Measure
	LinkWords int32 // of these, inside links
	Inline    Class // classes of the inline elements inside the block
	Cover     Class // classes of the inline elements that hold all of its text
	Hidden    bool  // inside an element that the page does not show
	Veiled    bool  // inside one that hides the story until a script shows it
	Aside     bool  // of an inline element, which is not shown or was dropped, inside a block that is not
	Dropped   bool  // inside an element that the caller dropped
	Chosen    bool  // inside an element that the caller named as body
}

// A MarkKind is what a Mark does to its range.
type MarkKind uint8

// The kinds of marks.
const (
	Link MarkKind = iota
	Bold
	Italic
	Mono
	Superscript
	Subscript
)

// A Mark is a byte range of a block's text.
type Mark struct {
	Kind       MarkKind
	Start, End int32
	URL        string // of a Link, as it stands in the page
	Rel        string // of a Link: its rel attribute, see isFollowed
}

// A Node is a block-level element, or an inline one with blocks inside.
type Node struct {
	Parent      int32 // -1 for the root
	Depth       int32
	Tag         atom.Atom
	Name        string   // the element's name as the parser writes it
	Called      [2]int32 // two of Page.Names: its class attribute or else its id; its id or else what a further attribute calls it
	Class       Class
	Signature   uint32 // hash of tag and class attribute: elements of one shape share it
	First, Last int32  // the blocks below it are Blocks[First:Last]
	Hidden      bool
	DOM         *html.Node // nil in text

	// Sums over the blocks below it.
	Words, LinkWords int32
	Prose            int32 // words in blocks that read like running text
}

// A Meta is a meta element, or an element with an itemprop or, in RDFa, a property.
type Meta struct {
	Name    string // name, property or itemprop, in lower case
	Content string
	Item    bool  // from an itemprop or a property of RDFa
	Block   int32 // of an itemprop: the number of blocks before it
}

// A Rel is a link element, or a link with a rel attribute, of the page.
type Rel struct{ Rel, Href string }

// A Time is a time element.
type Time struct {
	Datetime string // the attribute, as it stands
	Text     string
	Itemprop string
	Block    int32 // the number of blocks before it
}

// An Image is an img element or another picture of the page.
type Image struct {
	URL, Alt      string
	Width, Height int   // as declared, 0 if not
	Node          int32 // the block-level element that holds it
	Block         int32 // the number of blocks before it
}

// An Embed is an iframe, video, audio or the like.
type Embed struct {
	URL   string
	Tag   atom.Atom
	Node  int32
	Block int32 // the number of blocks before it
}

// Above reports whether node a is node b or one of its ancestors.
func (p *Page) Above(a, b int32) bool {
	for b >= 0 && p.Nodes[b].Depth > p.Nodes[a].Depth {
		b = p.Nodes[b].Parent
	}
	return a == b
}
