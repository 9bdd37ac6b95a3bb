package page

import (
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bare makes a tree of a page that the parser refuses even without its deepest elements: its
// text in paragraphs, and what its head tells.
func bare(ctx context.Context, text string) (*html.Node, error) {
	root := &html.Node{Type: html.DocumentNode}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	root.AppendChild(body)
	open := body   // the paragraph, or the element of raw text
	silenced := "" // the element whose content is no markup or no text that is open
	depth := 0     // how often
	z := html.NewTokenizer(ReaderUntil(ctx, strings.NewReader(text)))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return root, ctx.Err()
		}
		t := z.Token()
		switch {
		case kind == html.TextToken:
			if silenced == "" || open != body {
				open.AppendChild(&html.Node{Type: html.TextNode, Data: t.Data})
			}
		case kind == html.EndTagToken && t.Data == silenced:
			if depth--; depth == 0 {
				silenced, open = "", body
			}
		case silenced != "":
			if kind == html.StartTagToken && t.Data == silenced {
				depth++
			}
		case (kindOf(t.DataAtom) == block || kindOf(t.DataAtom) == preBlock) && !rawText[t.DataAtom]:
			open = &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			body.AppendChild(open)
		case kind == html.EndTagToken || kind == html.CommentToken || kind == html.DoctypeToken:
		case void[t.DataAtom] || rawText[t.DataAtom]:
			n := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
			open.AppendChild(n)
			if rawText[t.DataAtom] {
				silenced, depth, open = t.Data, 1, n
			}
		case kindOf(t.DataAtom) == silent && kind == html.StartTagToken && t.DataAtom != atom.Head:
			silenced, depth = t.Data, 1
			open = body
		}
	}
}
