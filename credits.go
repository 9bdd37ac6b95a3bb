package newsparse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// longestCredit is how long a credit may be, in words.
const longestCredit = 12

// longestTail is how far from its end a caption is searched for a credit, in bytes.
const longestTail = 120

// isCredit reports whether the element of a block of its own is called a credit.
func (s *assembler) isCredit(i int32) bool {
	for n := s.pg.Blocks[i].Node; n > 0; n = s.pg.Nodes[n].Parent {
		x := &s.pg.Nodes[n]
		if x.Last-x.First > 1 || x.Tag == atom.Figure {
			return false
		}
		if namesCredit(s.pg.Names[x.Called[0]]) {
			return true
		}
	}
	return false
}

// creditOf is who made a picture, by the text of its caption: its last line, sentence or
// bracket, or the whole of it, if that reads like a credit or its element is called one.
func creditOf(text string, called bool) string {
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		text = text[i+1:]
	}
	if name := photographed(text); name != "" {
		return name
	}
	if i := strings.LastIndex(text, "©"); i >= 0 && page.Measure(text[i:]) <= longestCredit {
		return creditName(text[i:])
	}
	if i := strings.LastIndexByte(text, '('); i > 0 && strings.HasSuffix(text, ")") {
		// Agencies sign "(Agency/Name)".
		if tail := text[i:]; readsLikeCredit(tail) || strings.Contains(tail, "/") && !strings.ContainsAny(tail, "0123456789") && page.Measure(tail) <= longestCredit {
			return creditName(tail)
		}
	}
	for i := len(text) - 2; i > max(0, len(text)-longestTail); i-- {
		if text[i] == ' ' && page.EndsSentence(text[:i]) && readsLikeCredit(text[i+1:]) {
			return creditName(text[i+1:])
		}
	}
	if readsLikeCredit(text) || called && page.Measure(text) <= longestCredit {
		return creditName(text)
	}
	return ""
}

// readsLikeCredit reports whether a text is a stock line of a credit.
func readsLikeCredit(text string) bool {
	if page.Measure(text) > longestCredit {
		return false
	}
	class, _ := phrases.Match(text)
	return class == phrases.PhotoCredit || class == phrases.Copyright
}

// creditName is a credit without its brackets and label: "Foto: Ann Lee" names Ann Lee.
func creditName(text string) string {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(strings.Trim(strings.TrimSpace(text), "()[]")), "©"))
	if before, name, ok := strings.Cut(text, ":"); ok && len(strings.Fields(before)) <= 3 && strings.TrimSpace(name) != "" {
		text = strings.TrimSpace(name)
	}
	return text
}

// photographed is who took a picture by the verb that ends a caption: "…＝港町で、林明撮影".
func photographed(text string) string {
	text = strings.TrimRight(text, "。）) ")
	for _, verb := range [...]string{"撮影", "摄影", "攝影", "摄", "攝", "촬영"} {
		name, ok := strings.CutSuffix(text, verb)
		if !ok {
			continue
		}
		if i := strings.LastIndexAny(name, "＝=、。，（( \u3000\n:：/／"); i >= 0 {
			_, n := utf8.DecodeRuneInString(name[i:])
			name = name[i+n:]
		}
		const longest = 20 // runes
		if n := utf8.RuneCountInString(name); n > 1 && n <= longest {
			return name
		}
	}
	return ""
}

// setApart is the text of an element inside the element of a caption that is small print, or
// called a credit.
func (s *assembler) setApart(i int32) string {
	root := s.pg.Nodes[s.pg.Blocks[i].Node].DOM
	if root == nil {
		return ""
	}
	const most = 60 // elements and texts of a caption
	steps := 0
	for n := range root.Descendants() {
		if steps++; steps > most {
			break
		}
		if n.Type != html.ElementNode || n.DataAtom != atom.Small && !isCalledCredit(n) {
			continue
		}
		var text strings.Builder
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				text.WriteString(c.Data)
			}
		}
		return strings.Join(strings.Fields(text.String()), " ")
	}
	return ""
}

func isCalledCredit(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && namesCredit(a.Val) {
			return true
		}
	}
	return false
}

// namesCredit reports whether a class says that its element is a credit.
func namesCredit(class string) bool {
	class = strings.ToLower(class)
	return strings.Contains(class, "credit") || strings.Contains(class, "copyright") || strings.Contains(class, "photographer")
}

// isPrintedCredit reports whether a block that is not story is the credit of a picture.
func (s *assembler) isPrintedCredit(i int32) bool {
	return s.labels[i].Role == label.PhotoCredit && (readsLikeCredit(s.pg.Blocks[i].Text) || s.isCredit(i))
}
