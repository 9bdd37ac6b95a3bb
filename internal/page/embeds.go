package page

import (
	_ "embed"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed players.txt
var playerLines string

// A player is what an element without an atom shows.
type player struct{ attr, before, after string }

// players are the lines of players.txt, by the element.
var players = func() map[string]player {
	out := map[string]player{}
	for line := range strings.Lines(playerLines) {
		if f := strings.Fields(line); len(f) == 3 && f[0] != "#" {
			before, after, _ := strings.Cut(f[2], "*")
			out[f[0]] = player{f[1], before, after}
		}
	}
	return out
}()

// playerAttrs are the attributes of players.
var playerAttrs = func() map[string]bool {
	out := map[string]bool{}
	for _, p := range players {
		out[p.attr] = true
	}
	return out
}()

// readPlayer keeps what an element without an atom shows, if that is a player.
func (w *walker) readPlayer(n *html.Node, node int32) {
	p, ok := players[n.Data]
	if !ok {
		return
	}
	shown := strings.TrimSpace(attr(n, p.attr))
	if p.before == "" {
		shown = firstAddress(shown, sourceOf(n))
	}
	if shown == "" {
		return
	}
	tag := atom.Iframe
	switch n.Data {
	case "amp-video":
		tag = atom.Video
	case "amp-audio":
		tag = atom.Audio
	}
	w.page.Embeds = appendBounded(w.page.Embeds, Embed{URL: p.before + shown + p.after, Tag: tag, Node: node, Block: w.blocksSoFar()})
}

// readEmbed keeps what a frame or a player of HTML shows. Until somebody scrolls to it, many a script keeps its address in an
// attribute of its own.
func (w *walker) readEmbed(n *html.Node, node int32) {
	src, late := "", ""
	for i := range n.Attr {
		switch at := &n.Attr[i]; {
		case at.Key == "src":
			src = at.Val
		case isLateSource(at.Key):
			late = firstAddress(at.Val, late)
		}
	}
	if holdsPlace(src) {
		src = firstAddress(late, src)
	}
	if src = firstAddress(src, attr(n, "data"), sourceOf(n)); src != "" {
		w.page.Embeds = appendBounded(w.page.Embeds, Embed{URL: src, Tag: n.DataAtom, Node: node, Block: w.blocksSoFar()})
	}
}

// isLateSource reports whether an attribute holds an address that a script makes the src: data-src, data-lazy-src, data-cmp-src.
func isLateSource(key string) bool {
	return strings.HasPrefix(key, "data-") && strings.Contains(key, "src") && !strings.Contains(key, "srcset") && !strings.Contains(key, "srcdoc")
}

// sourceOf is the address in the first source element in n that has one.
func sourceOf(n *html.Node) (src string) {
	for c := n.FirstChild; c != nil && src == ""; c = c.NextSibling {
		if c.DataAtom == atom.Source {
			src = attr(c, "src")
		}
	}
	return src
}

// readFallback takes the frame or the picture that a noscript element shows to browsers without scripts. Of pictures, only where
// the one beside it has no address without its script.
func (w *walker) readFallback(n *html.Node, node int32) {
	c := n.FirstChild
	if c == nil || c.Type != html.TextNode || n.Parent.DataAtom == atom.Head {
		return
	}
	if frame := firstTag(c.Data, "<iframe"); frame != nil {
		k := len(w.page.Embeds)
		if !isUnseen(frame) {
			w.readEmbed(frame, node)
		}
		if k > 0 && len(w.page.Embeds) > k && w.page.Embeds[k-1] == w.page.Embeds[k] { // its script shows the same
			w.page.Embeds = w.page.Embeds[:k]
		}
		return
	}
	if k := len(w.page.Images) - 1; k >= 0 && w.page.Images[k].Node == node && w.page.Images[k].Block == w.blocksSoFar() {
		return
	}
	if img := firstTag(c.Data, "<img"); img != nil && !hides(attr(img, "style")) {
		w.readImage(img, w.classOf(attr(img, "class"))|w.openInline(), node)
	}
}

// firstTag is the first element in a text of markup whose tag begins so; nil for none.
func firstTag(markup, begin string) *html.Node {
	i := strings.Index(markup, begin)
	if i < 0 {
		return nil
	}
	z := html.NewTokenizer(strings.NewReader(markup[i:]))
	if z.Next(); z.Err() != nil {
		return nil
	}
	t := z.Token()
	return &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
}

// isUnseen reports whether a frame only counts who reads the page.
func isUnseen(frame *html.Node) bool {
	width := attr(frame, "width")
	return hides(attr(frame, "style")) || width == "0" || width == "1"
}

// PostAddress is the address that an element itself says that a post of a social network has: the cite of a quotation, or its
// permalink. It is empty where it says none.
func (n *Node) PostAddress() string {
	if n.DOM == nil {
		return ""
	}
	address := ""
	for i := range n.DOM.Attr {
		switch at := &n.DOM.Attr[i]; {
		case !isPostAddress(at.Key) || !strings.HasPrefix(at.Val, "https://") && !strings.HasPrefix(at.Val, "http://"):
		case address == "" || at.Key != "cite":
			address = at.Val
		}
	}
	return address
}

// isPostAddress reports whether an attribute of a blockquote holds the address of what it quotes.
func isPostAddress(key string) bool {
	return key == "cite" || strings.HasPrefix(key, "data-") && strings.HasSuffix(key, "permalink")
}
