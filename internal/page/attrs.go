package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attrs are the attributes of an element that count.
type attrs struct {
	class                                  Class
	hash                                   uint32   // of the class attribute
	classes                                string   // the class attribute
	values                                 [3]int32 // numbers in walker.values: of the class attribute, of the id, and of what a further one calls it
	href, rel, itemprop, content, datetime string
	hidden                                 bool
}

func (w *walker) readAttrs(n *html.Node) (a attrs) {
	for i := range n.Attr {
		at := &n.Attr[i]
		switch at.Key {
		case "class":
			a.classes, a.values[0] = at.Val, w.valueOf(at.Val)
			v := &w.values[a.values[0]]
			a.class |= v.class
			a.hash = v.hash
		case "id":
			a.values[1] = w.valueOf(at.Val)
			a.class |= w.values[a.values[1]].class
		case "role", "data-testid", "data-component", "data-module", "data-qa", "data-type", "data-block":
			value := w.valueOf(at.Val)
			a.class |= w.values[value].class
			if a.values[2] == 0 {
				a.values[2] = value
			}
		case "property":
			a.class |= w.classOf(at.Val)
			if a.itemprop == "" && n.DataAtom != atom.Meta {
				a.itemprop = schemaTerm(at.Val)
			}
		case "itemprop":
			a.itemprop = at.Val
			a.class |= w.classOf(at.Val)
		case "href":
			a.href = at.Val
		case "rel":
			if isFollowed(at.Val) {
				a.rel = at.Val
			}
		case "content":
			a.content = at.Val
		case "datetime":
			a.datetime = at.Val
		case "hidden":
			a.hidden = at.Val != "until-found"
		case "style":
			a.hidden = a.hidden || hides(at.Val)
		case "lang":
			if n.DataAtom == atom.Html {
				w.page.Lang = at.Val
			}
		case "dir":
			if n.DataAtom == atom.Html {
				w.page.Dir = at.Val
			}
		case "open":
			if n.DataAtom == atom.Dialog {
				a.content = "open"
			}
		}
	}
	if n.DataAtom == atom.Dialog && a.content != "open" {
		a.hidden = true
	}
	return a
}

// classOf is what the words of an attribute's value say.
func (w *walker) classOf(value string) Class { return w.values[w.valueOf(value)].class }

// valueOf is the number of an attribute's value in values. Each distinct one is classified once a page.
func (w *walker) valueOf(value string) int32 {
	i, ok := w.seen[value]
	if !ok && value != "" {
		i = int32(len(w.values))
		w.seen[value] = i
		w.values = append(w.values, attrValue{text: value, class: classify(value), hash: hash(value)})
	}
	return i
}

// called are the two names that stand for a Node, see there.
func (w *walker) called(a *attrs) [2]int32 {
	switch {
	case a.values[0] == 0:
		return [2]int32{w.nameOf(a.values[1]), w.nameOf(a.values[2])}
	case a.values[1] == 0:
		return [2]int32{w.nameOf(a.values[0]), w.nameOf(a.values[2])}
	}
	return [2]int32{w.nameOf(a.values[0]), w.nameOf(a.values[1])}
}

// nameOf is the number in Page.Names of a value that is the name of a Node.
func (w *walker) nameOf(value int32) int32 {
	v := &w.values[value]
	if v.name == 0 && value != 0 {
		v.name = int32(len(w.page.Names))
		w.page.Names = append(w.page.Names, v.text)
	}
	return v.name
}

// saysBreak reports whether a class attribute says that its element ends a line: some editors write
// empty spans in place of br.
func saysBreak(classes string) bool {
	for class := range strings.FieldsSeq(classes) {
		if class == "br" || class == "line-break" || class == "linebreak" {
			return true
		}
	}
	return false
}

// The numbers of 32-bit FNV-1a.
const fnvOffset, fnvPrime = 2166136261, 16777619

// hash is 32-bit FNV-1a.
func hash(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

// hides reports whether a style attribute takes its element out of sight.
func hides(style string) bool {
	for _, property := range [...]struct{ name, value string }{{"display", "none"}, {"visibility", "hidden"}} {
		i := strings.Index(style, property.name)
		if i < 0 || i > 0 && (style[i-1] == '-' || 'a' <= style[i-1] && style[i-1] <= 'z') {
			continue
		}
		rest := strings.TrimLeft(style[i+len(property.name):], " ")
		if strings.HasPrefix(rest, ":") && strings.HasPrefix(strings.TrimLeft(rest[1:], " "), property.value) {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// readSilent keeps what elements without text of their own tell: scripts of JSON-LD,
// frames and players, and, inside the head, titles, metas and links.
func (w *walker) readSilent(n *html.Node, node int32) {
	switch n.DataAtom {
	case atom.Script:
		if t := attr(n, "type"); strings.Contains(t, "ld+json") && n.FirstChild != nil {
			w.page.JSONLD = append(w.page.JSONLD, n.FirstChild.Data)
		}
	case atom.Title:
		if w.page.Title == "" && n.Namespace == "" && n.FirstChild != nil {
			w.page.Title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	case atom.Noscript:
		w.readFallback(n, node)
	case atom.Iframe, atom.Video, atom.Audio, atom.Embed, atom.Object:
		w.readEmbed(n, node)
	}
}

// blocksSoFar counts the blocks that end before here, the open one included.
func (w *walker) blocksSoFar() int32 {
	n := int32(len(w.page.Blocks))
	if int(w.begin) < len(w.text) {
		n++
	}
	return n
}

// schemaTerm is the term of schema.org that a property of RDFa names, empty for those of
// other vocabularies.
func schemaTerm(property string) string {
	for _, prefix := range [...]string{"schema:", "http://schema.org/", "https://schema.org/"} {
		if term, ok := strings.CutPrefix(property, prefix); ok {
			return term
		}
	}
	if strings.ContainsAny(property, ":/ ") {
		return ""
	}
	return property
}

// longestItem is how much text of an element with an itemprop is read, in bytes.
const longestItem = 300

// readItem keeps metas, links, times and elements with an itemprop or a property of RDFa.
func (w *walker) readItem(n *html.Node, a attrs) {
	switch n.DataAtom {
	case atom.Meta:
		name := attr(n, "property")
		if name == "" {
			name = attr(n, "name")
		}
		if name == "" {
			name = attr(n, "http-equiv")
		}
		if name != "" && a.content != "" {
			w.addMeta(Meta{Name: strings.ToLower(name), Content: a.content, Block: w.blocksSoFar()})
		}
	case atom.Link:
		if a.rel != "" && a.href != "" {
			w.page.Rels = appendBounded(w.page.Rels, Rel{strings.ToLower(a.rel), a.href})
		}
	case atom.Base:
		if w.page.Base == "" {
			w.page.Base = a.href
		}
	case atom.Time:
		w.page.Times = appendBounded(w.page.Times, Time{Datetime: a.datetime, Text: textOf(n, longestItem), Itemprop: a.itemprop, Block: w.blocksSoFar()})
	}
	if a.itemprop == "" || strings.EqualFold(a.itemprop, "articleBody") || strings.EqualFold(a.itemprop, "text") {
		return
	}
	value := a.content
	if value == "" {
		value = a.datetime
	}
	if value == "" && n.DataAtom != atom.Link && n.DataAtom != atom.Img {
		value = textOf(n, longestItem)
	}
	if value != "" {
		w.addMeta(Meta{Name: strings.ToLower(a.itemprop), Content: value, Item: true, Block: w.blocksSoFar()})
	}
}

// textOf is the text below n, its white space collapsed, at most limit bytes of it.
func textOf(n *html.Node, limit int) string {
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode && len(c.Data) <= limit {
		return strings.TrimSpace(c.Data)
	}
	var words []string
	size, steps := 0, 0
	for c := range n.Descendants() {
		if steps++; steps > limit || size > limit {
			break
		}
		if c.Type == html.TextNode && c.Parent.DataAtom != atom.Script && c.Parent.DataAtom != atom.Style && c.Parent.Namespace == "" {
			for _, word := range strings.Fields(c.Data) {
				if size += len(word) + 1; size > limit {
					break
				}
				words = append(words, word)
			}
		}
	}
	return strings.Join(words, " ")
}
