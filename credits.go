package newsparse

import (
	"strings"

	"golang.org/x/net/html/atom"

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
		name := strings.ToLower(x.ClassAttr)
		for _, word := range [...]string{"credit", "copyright", "photographer"} {
			if strings.Contains(name, word) {
				return true
			}
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
