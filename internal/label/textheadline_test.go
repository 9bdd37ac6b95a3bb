package label

import (
	"strings"
	"testing"
)

// Of the lines of a text, the headline is the one that the story, its copies and what stands
// around it speak for.
func TestHeadlineOfText(t *testing.T) {
	body := strings.Join(paragraphs(6), "\n\n")
	const headline = "Old mill of Marrow Hill to be saved by the council"
	for name, tt := range map[string]struct{ text, want string }{
		"below a menu":               {"World\nSport\nCulture\n\n" + headline + "\n\nBy Ada Quill\n5 March 2024\n\n" + body, headline},
		"a caption below it":         {headline + "\n\nBy Ada Quill\n5 March 2024\n\nThe old mill that the council of Marrow Hill keeps, by the river.\n\n" + body, headline},
		"buttons below it":           {headline + "\nAdd us to your list\nCopy the link\n\n5 March 2024\n\n" + body, headline},
		"the page's title first":     {headline + " | Marrow Post\nMarrow Post\n\n" + headline + "\n\n5 March 2024\n\n" + body, headline},
		"a reader's comment above":   {headline + "\n\nI think the mill should be sold to whoever pays.\n\n" + body, headline},
		"below a breadcrumb's steps": {"Home\nNews\n" + headline + "\n\nBy Ada Quill\n\n" + body, headline},
		"no line at all":             {body, ""},
	} {
		p := fromText(t, tt.text)
		got := ""
		for i, b := range Apply(p, Builtin, nil).Labels {
			if b.Role == Title {
				got = p.Blocks[i].Text
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// A line of the page's title with the site's name is a copy of the headline.
func TestTheTitleLineOfTextIsACopy(t *testing.T) {
	const headline = "Old mill of Marrow Hill to be saved by the council"
	p := fromText(t, headline+" | Marrow Post\nMarrow Post\n\n"+headline+"\n\n5 March 2024\n\n"+strings.Join(paragraphs(6), "\n\n"))
	labels := Apply(p, Builtin, nil).Labels
	if labels[0].Role != Duplicate || labels[1].Role != PublisherLabel || labels[2].Role != Title {
		t.Errorf("got %s, %s, %s", roleNames[labels[0].Role], roleNames[labels[1].Role], roleNames[labels[2].Role])
	}
}

func TestSuffixAfter(t *testing.T) {
	for _, tt := range []struct{ line, headline, want string }{
		{"The ferry is back | Harbour Post", "The ferry is back", "Harbour Post"},
		{"The ferry is back - on Sundays | Harbour Post", "The ferry is back", ""},
		{"The ferry is back on Sundays", "The ferry is back", ""},
		{"The ferry is back", "The ferry is back", ""},
		{"A ferry | Harbour Post", "The ferry is back", ""},
	} {
		if got := suffixAfter(tt.line, tt.headline); got != tt.want {
			t.Errorf("%q: got %q", tt.line, got)
		}
	}
}
