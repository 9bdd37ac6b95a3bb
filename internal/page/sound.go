package page

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deepestTree is how deep a tree may be that is walked as it is: as deep as the parser makes.
const deepestTree = 520

// stopNodes is how many nodes are visited between two looks at the context: a fraction of a
// millisecond's worth.
const stopNodes = 1 << 10

// Sound returns the tree of root as the walk may take it: not too deep, all text in it valid
// UTF-8 without control characters, all known elements with their atoms. That is root itself,
// or else a copy. The error is that of ctx.
func Sound(ctx context.Context, root *html.Node) (*html.Node, error) {
	depth, steps := 0, 0
	for n := root; n != nil; {
		if steps++; steps%stopNodes == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if depth > deepestTree || !isSound(n) {
			return soundCopy(ctx, root)
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return root, nil
}

// isSound reports whether a node may stay as it is.
func isSound(n *html.Node) bool {
	if !isClean(n.Data) && nodeText(n) != n.Data || n.Type == html.ElementNode && n.DataAtom == 0 && n.Namespace == "" && atom.Lookup([]byte(n.Data)) != 0 {
		return false
	}
	for i := range n.Attr {
		if !isClean(n.Attr[i].Val) || !isClean(n.Attr[i].Key) {
			return false
		}
	}
	return true
}

// nodeText is the text or name of a node, made clean. The walk knows the ends of lines in a
// text by itself.
func nodeText(n *html.Node) string {
	if n.Type == html.TextNode && (n.Parent == nil || n.Parent.Data != "script") {
		return cleanLines(n.Data)
	}
	return clean(n.Data)
}

// soundCopy copies a tree. Elements that nest too deep stand beside one another, each with
// the text that stands in itself.
func soundCopy(ctx context.Context, root *html.Node) (*html.Node, error) {
	type level struct{ from, to *html.Node }
	top := soundNode(root)
	open := make([]level, 1, deepestTree)
	open[0] = level{root, top}
	var deep level // the last of the elements that nest too deep
	steps := 0
	for n := root.FirstChild; n != nil; {
		if steps++; steps%stopNodes == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		here := open[len(open)-1]
		tooDeep := len(open) >= deepestTree && n.FirstChild != nil
		if here.from != n.Parent && !tooDeep {
			if deep.from != n.Parent {
				deep = level{n.Parent, soundNode(n.Parent)}
				here.to.AppendChild(deep.to)
			}
			here = deep
		}
		if !tooDeep {
			c := soundNode(n)
			here.to.AppendChild(c)
			here.to = c
		}
		if n.FirstChild != nil {
			if !tooDeep {
				open = append(open, level{n, here.to})
			}
			n = n.FirstChild
			continue
		}
		for n.NextSibling == nil {
			if n = n.Parent; n == root {
				return top, nil
			}
			if n == open[len(open)-1].from {
				open = open[:len(open)-1]
				deep = level{}
			}
		}
		n = n.NextSibling
	}
	return top, nil
}

func soundNode(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: nodeText(n), Namespace: n.Namespace}
	if c.Type == html.ElementNode && c.DataAtom == 0 && c.Namespace == "" {
		c.DataAtom = atom.Lookup([]byte(c.Data))
	}
	if len(n.Attr) > 0 {
		c.Attr = make([]html.Attribute, len(n.Attr))
		for i, a := range n.Attr {
			c.Attr[i] = html.Attribute{Namespace: a.Namespace, Key: clean(a.Key), Val: clean(a.Val)}
		}
	}
	return c
}

// isClean reports whether s is valid UTF-8 without control characters but newline and tab.
func isClean(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b < ' ' && b != '\n' && b != '\t' || b == 0x7F {
			return false
		}
		if b >= utf8.RuneSelf {
			ascii = false
			if b == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0 {
				return false
			}
		}
	}
	return ascii || utf8.ValidString(s)
}

// clean makes s valid UTF-8 without control characters but newline and tab.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return cleanLines(strings.NewReplacer("\r\n", "\n", "\r", " ", "\f", " ").Replace(s))
}

// cleanLines is clean for plain text, where more control characters end a line.
func cleanLines(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\f':
			return r
		case r == '\v' || r == 0x85 || 0x1C <= r && r <= 0x1F:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
