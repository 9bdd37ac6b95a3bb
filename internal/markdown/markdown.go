// Package markdown reads Markdown as converters and reader services write it of scraped pages. It makes HTML of it, for
// other rooms to read as such.
package markdown

import (
	"bytes"
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// LineAttr is the attribute of an element that tells the line of the Markdown on which it begins, from 1.
const LineAttr = "data-line"

// HTML is a whole document of HTML that says what the Markdown says. What its head tells stands in elements of the
// document's head. HTML inside of Markdown stays as it is. The document is unfinished where stop says that nobody waits
// for it; stop may be nil.
func HTML(markdown string, stop func() bool) string {
	facts, body, _ := cutHead(markdown)
	s := newSource(body, int32(1+strings.Count(markdown[:len(markdown)-len(body)], "\n")))

	var w strings.Builder
	w.Grow(2 * len(body))
	w.WriteString("<!DOCTYPE html><html><head>")
	writeHead(&w, facts)
	w.WriteString("</head><body>")
	references := s.references()
	for from, to := range s.pieces() {
		if stop != nil && stop() {
			break
		}
		known := parser.NewContext()
		for _, r := range references {
			known.AddReference(r)
		}
		piece := s.text[from:to]
		tree := converter.Parser().Parse(text.NewReader(piece), parser.WithContext(known))
		s.tellLines(tree, from)
		_ = converter.Renderer().Render(&w, piece, tree) // a Builder takes everything
	}
	w.WriteString("</body></html>")
	return w.String()
}

// converter reads CommonMark with tables and crossed out text.
var converter = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

// mostReferences is how many of them are known in all pieces.
const mostReferences = 1000

// references are the addresses that a text tells apart from its links, as in "[3]: https://echo.example/ferry": a piece of
// it may refer to those of another one.
func (s *source) references() (all []parser.Reference) {
	known := parser.NewContext()
	n := 0
	for line := range bytes.Lines(s.text) {
		if n < mostReferences && line[0] == '[' && bytes.Contains(line, []byte("]: ")) {
			n++
			converter.Parser().Parse(text.NewReader(line), parser.WithContext(known))
		}
	}
	return known.References()
}

// tellLines gives the elements of a tree their LineAttr. from is where the tree's text begins in the source.
func (s *source) tellLines(tree ast.Node, from int) {
	for n := tree; n != nil; n = next(tree, n) {
		if n.Type() != ast.TypeBlock || n.Lines() == nil || n.Lines().Len() == 0 {
			continue
		}
		at := from + n.Lines().At(0).Start
		line := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > at }) - 1
		of := n
		if n.Kind() == ast.KindTextBlock { // has no element of its own
			of = n.Parent()
		}
		of.SetAttribute([]byte(LineAttr), []byte(strconv.Itoa(int(s.lines[max(line, 0)]))))
	}
}

// next is the block after n in a tree, in the order of the document.
func next(tree, n ast.Node) ast.Node {
	if child := n.FirstChild(); child != nil && child.Type() == ast.TypeBlock {
		return child
	}
	for n != tree {
		if sibling := n.NextSibling(); sibling != nil {
			return sibling
		}
		n = n.Parent()
	}
	return nil
}
