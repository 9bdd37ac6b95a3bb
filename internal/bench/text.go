package main

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraphs is the text of a peer's result, block by block. Two line breaks in a row end a
// paragraph too. White space is collapsed and soft hyphens, which the peers' own readers take
// away, are dropped.
func paragraphs(n *html.Node) []string {
	var w textWriter
	if n != nil {
		w.node(n)
	}
	w.end()
	return w.paragraphs
}

type textWriter struct {
	paragraphs []string
	current    strings.Builder
	breaks     int // line breaks since the last text
}

func (w *textWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe:
		return
	case atom.Br:
		w.breaks++
		w.current.WriteByte(' ')
		return
	}
	block := isBlock(n.DataAtom)
	if block {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.end()
	}
}

func (w *textWriter) text(s string) {
	if strings.TrimSpace(s) != "" {
		if w.breaks > 1 {
			w.end()
		}
		w.breaks = 0
	}
	w.current.WriteString(s)
}

func (w *textWriter) end() {
	s := strings.ReplaceAll(w.current.String(), "\u00AD", "")
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		w.paragraphs = append(w.paragraphs, s)
	}
	w.current.Reset()
	w.breaks = 0
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Html, atom.Li, atom.Main,
		atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}
