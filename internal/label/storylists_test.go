package label

import (
	"strings"
	"testing"
)

// TestStoryLists: titles under a line such as "Most read" are other stories, up to what is no title.
func TestStoryLists(t *testing.T) {
	const link = "<li><a href=/x>Ferry to Elmford stops at night</a></li>"
	for name, tt := range map[string]struct {
		html, text string
		want       string // the roles of the blocks below the heading: S for other stories, - for unknown
	}{
		"links":                 {html: "<aside><h3>Most read</h3><ol>" + link + link + "</ol></aside>", want: "SS"},
		"headings in cards":     {html: "<div><h2>Most read</h2><div><h3>Ferry stops at night</h3></div><div><h3>Mill is sold</h3></div></div>", want: "SS"},
		"beside the element":    {html: "<div><h3>Most read</h3>" + link + "</div>" + link, want: "S-"},
		"no link":               {html: "<div><h3>Most read</h3><p>Ask us at the counter</p>" + link + "</div>", want: "--"},
		"no heading":            {html: "<div><h3>Opening hours</h3>" + link + "</div>", want: "-"},
		"something else begins": {html: "<div><h3>Most read</h3>" + link + "<p><a href=/>Terms of use</a></p>" + link + "</div>", want: "S.-"},
		"lines of text":         {text: "Most read\nFerry to Elmford stops at night\nMill is sold\nThe ferry is run by the town.\nMill is sold", want: "SS--"},
		"two words":             {text: "Most read\nMill sold\nElmford", want: "S-"},
		"titles of many words":  {html: "<div><h3>Most read</h3><li><a href=/x>word" + strings.Repeat(" word", 29) + "</a><li><a href=/x>word" + strings.Repeat(" word", 30) + "</a></div>", want: "S-"},
		"one word":              {text: "Most read\nElmford\nMill is sold", want: "--"},
	} {
		p := fromText(t, tt.text)
		if tt.html != "" {
			p = fromHTML(t, "<html><body>"+tt.html)
		}
		l := newLabeller(p, Builtin, new(workspace))
		for i := range p.Blocks {
			l.out.Labels[i].Role = Other
			if l.isStock(i) {
				l.out.Labels[i].Role = rolesOfPhrases[l.rows.Row(i)[fPhrase]]
			}
		}
		l.storyLists()
		var got strings.Builder
		for i := range p.Blocks[1:] {
			switch l.out.Labels[i+1].Role {
			case Teaser:
				got.WriteByte('S')
			case Other:
				got.WriteByte('-')
			default:
				got.WriteByte('.')
			}
		}
		if got.String() != tt.want {
			t.Errorf("%s: %s, want %s", name, got.String(), tt.want)
		}
	}
}
