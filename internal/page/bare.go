package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bare makes a tree of a page that the parser refuses even without its deepest elements: its
// text in paragraphs, and what its head tells, of both no more than the page's bytes pay for.
func bare(s *sieve) (*html.Node, error) {
	root := &html.Node{Type: html.DocumentNode}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	root.AppendChild(body)
	open := body             // the paragraph, or the element of raw text
	var text strings.Builder // of open
	write := func() {
		if text.Len() > 0 {
			open.AppendChild(&html.Node{Type: html.TextNode, Data: text.String()})
			text.Reset()
		}
	}
	silenced := "" // the element whose content is no markup or no text that is open
	depth := 0     // how often
	var things account
	affords := func(t thing) bool { return things.spent+t.cost()+blockCost <= memoryBudget(len(s.text)) }
	z := newTokens(s)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			write()
			if err := s.ctx.Err(); err != nil {
				return nil, err
			}
			return s.withoutControls(root)
		}
		t := z.Token()
		raw := (kind == html.StartTagToken || kind == html.SelfClosingTagToken) && z.raw(t.DataAtom)
		if (silenced == "svg" || silenced == "math") && kind == html.StartTagToken && endsDrawing(t.Data) {
			silenced, open = "", body
		}
		is := thing{tag: t.DataAtom, attrs: len(t.Attr), medium: isMedium(t.Data)}
		switch {
		case kind == html.TextToken:
			if silenced == "" || open != body {
				text.WriteString(t.Data)
			}
		case kind == html.EndTagToken && t.Data == silenced:
			if depth--; depth == 0 {
				write()
				silenced, open = "", body
			}
		case silenced != "":
			if kind == html.StartTagToken && t.Data == silenced {
				depth++
			}
		case (kindOf(t.DataAtom) == block || kindOf(t.DataAtom) == preBlock) && (!raw || !affords(is)):
			if is.attrs = 0; !affords(is) {
				text.WriteByte(' ')
				break
			}
			write()
			open = &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			body.AppendChild(open)
			things.start(is)
			things.text(false, true)
		case kind == html.EndTagToken || kind == html.CommentToken || kind == html.DoctypeToken:
		case (isVoid(t.DataAtom) || raw) && affords(is):
			write()
			n := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
			open.AppendChild(n)
			things.start(is)
			things.text(true, true)
			if raw {
				silenced, depth, open = t.Data, 1, n
			}
		case kindOf(t.DataAtom) == lineEnd:
			text.WriteByte(' ')
		case kindOf(t.DataAtom) == silent && kind == html.StartTagToken && t.DataAtom != atom.Head && !isVoid(t.DataAtom):
			write()
			silenced, depth = t.Data, 1
			open = body
		}
	}
}
