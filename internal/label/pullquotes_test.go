package label

import (
	"strings"
	"testing"
)

// A quote that a longer block of the story near it says word by word is a duplicate; one that the story does
// not say, or that is short, stays.
func TestPullQuotes(t *testing.T) {
	const pulled = "the members said that the old mill by the river will be kept"
	const postMark = "@" // of a case: its quote is the post of a social network
	lines := paragraphs(40)
	for _, c := range []struct {
		name  string
		quote string
		above int // paragraphs above the quote
		says  int // the paragraph that says it
		want  Role
	}{
		{"said right below", pulled, 3, 3, Duplicate},
		{"said above", pulled, 6, 2, Duplicate},
		{"said in other case, with other marks", "“The members said that the old mill by the river … will be kept!”", 3, 5, Duplicate},
		{"said as far away as may be", pulled, 2, 2 + nearPulled - 1, Duplicate},
		{"said farther away", pulled, 2, 2 + nearPulled, Quote},
		{"said far above", pulled, 38, 2, Quote},
		{"said far away", pulled, 2, 38, Quote},
		{"said nowhere", "Nobody in this town can remember the mill with its wheel at rest", 3, 3, Quote},
		{"said in other words at its end", pulled + " closed", 3, 3, Quote},
		{"as short as may be", "the members said that the old mill by", 3, 3, Duplicate},
		{"one word shorter", "members said that the old mill by", 3, 3, Quote},
		{"short", "the old mill by the river", 3, 3, Quote},
		{"a post that the story quotes", postMark + pulled, 3, 3, Quote},
	} {
		var b strings.Builder
		quote, isPost := strings.CutPrefix(c.quote, postMark)
		class := ""
		if isPost {
			class = " class=twitter-tweet"
		}
		for i, line := range lines {
			if i == c.above {
				b.WriteString("<blockquote" + class + ">" + quote + "</blockquote>")
			}
			if i != c.says {
				line = strings.Replace(line, "the old mill by the river", "the bridge on the hill", 1)
			}
			b.WriteString("<p>" + line + "</p>")
		}
		p := fromHTML(t, "<title>Old mill to be saved</title><article><h1>Old mill to be saved</h1>"+b.String()+"</article>")
		if got := Apply(p, Builtin, nil).Labels[1+c.above].Role; p.Blocks[1+c.above].Text != quote || got != c.want {
			t.Errorf("%s: role %d, want %d", c.name, got, c.want)
		}
	}
}
