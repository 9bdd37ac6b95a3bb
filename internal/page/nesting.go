package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deepest is how many elements may be open at once on a page that html.Parse refuses for
// its nesting (it gives up past 512), and how many of them may be formatting elements,
// which the parser opens again in every block.
const (
	deepest           = 300
	deepestFormatting = 20
)

// ParseHTML parses a page of any nesting. Browsers flatten what nests too deep: so does
// ParseHTML, in a second pass that only such pages need.
func ParseHTML(text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err == nil {
		return root, nil
	}
	root, err = html.Parse(strings.NewReader(flatten(text, deepest)))
	if err == nil {
		return root, nil
	}
	return html.Parse(strings.NewReader(flatten(text, 0)))
}

var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

var void = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}

// flatten rewrites a page without the tags that open more than limit elements at once.
// With a limit of 0 all nesting goes: what is left is text, paragraphs and the head.
func flatten(text string, limit int) string {
	var out strings.Builder
	out.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	open := map[string]int{}    // elements that are open, by name
	dropped := map[string]int{} // of these, without a tag in the output
	depth, formats := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		if kind != html.StartTagToken && kind != html.EndTagToken {
			out.Write(z.Raw())
			continue
		}
		raw := string(z.Raw()) // before TagName, which changes it
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		flat := limit == 0 && elementKinds[tag] != silent && tag != atom.P
		switch {
		case void[tag] && !flat:
			out.WriteString(raw)
		case kind == html.StartTagToken && (flat || depth >= limit && limit > 0 || formatting[tag] && formats >= deepestFormatting):
			dropped[string(name)]++
			out.WriteByte(' ')
			if flat && elementKinds[tag] == block {
				out.WriteString("<p>")
			}
		case kind == html.StartTagToken:
			open[string(name)]++
			depth++
			if formatting[tag] {
				formats++
			}
			out.WriteString(raw)
		case dropped[string(name)] > 0:
			dropped[string(name)]--
			out.WriteByte(' ')
		case open[string(name)] > 0:
			open[string(name)]--
			depth--
			if formatting[tag] {
				formats--
			}
			out.WriteString(raw)
		}
	}
}
