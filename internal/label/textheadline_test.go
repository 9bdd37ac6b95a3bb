package label

import (
	"context"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
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

// So it is in Markdown, whatever stands in the largest heading.
func TestHeadlineOfMarkdown(t *testing.T) {
	body := strings.Join(paragraphs(6), "\n\n")
	const headline = "Old mill of Marrow Hill to be saved by the council"
	for name, text := range map[string]string{
		"the largest heading":   "# " + headline + "\n\n## By the river\n\n" + body,
		"below the site's name": "# Marrow Post\n\n- [World](/world)\n- [Sport](/sport)\n\n## " + headline + "\n\n5 March 2024\n\n" + body,
	} {
		p, err := page.FromMarkdown(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, b := range Apply(p, Builtin, nil).Labels {
			if b.Role == Title {
				got = append(got, p.Blocks[i].Text)
			}
		}
		if len(got) != 1 || got[0] != headline {
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

// Each mark has its name and its weight, and no line that may be the headline is left out where the weights are fitted.
func TestHeadlineMarks(t *testing.T) {
	for m, name := range HeadlineMarks() {
		if name == "" || lineWeights[m] == 0 {
			t.Errorf("mark %d: %q weighs %d", m, name, lineWeights[m])
		}
	}
	if n := strings.Count(headlineWeights, ": "); n != int(lineMarks) {
		t.Errorf("%d weights, %d marks", n, lineMarks)
	}
	const headline = "Old mill of Marrow Hill to be saved by the council"
	p := fromText(t, "World and culture\n\n"+headline+"\n\nBy Ada Quill\n5 March 2024\n\n"+strings.Join(paragraphs(6), "\n\n"))
	told := map[string]bool{}
	for _, l := range HeadlineLines(p, Builtin) {
		told[l.Text] = true
		if len(l.Marks) != int(lineMarks) || l.Marks[anyHeadline] != 1000 {
			t.Errorf("%q: marks %d", l.Text, l.Marks)
		}
	}
	if !told[headline] || !told["World and culture"] {
		t.Errorf("told %v", told)
	}
}

// What is hoped of the marks that are asked last is the most that they may add, whatever their weights are.
func TestHope(t *testing.T) {
	var hoped, other [lineMarks]int32
	hope(&hoped)
	for _, late := range lateMarks {
		for _, x := range []int32{late.least, 0, late.most} {
			other = hoped
			other[late.mark] = x
			if weigh(&other) > weigh(&hoped) {
				t.Errorf("mark %s: %d adds more than %d", lineMarkNames[late.mark], x, hoped[late.mark])
			}
		}
	}
}

// TestHeadlineSite: a line that may be the headline tells the site's name at its end, by which the program that fits
// the weights knows it.
func TestHeadlineSite(t *testing.T) {
	for line, want := range map[string]string{
		"Ferry returns to the harbour":                                 "",
		"Ferry returns to the harbour | Marrow Post":                   "Marrow Post",
		"Ferry returns to the harbour – Marrow Post":                   "Marrow Post",
		"Ferry returns - after a long winter in the docks of the town": "", // too long for a name
	} {
		p := fromText(t, strings.Join(append([]string{line}, paragraphs(6)...), "\n\n"))
		lines := HeadlineLines(p, Builtin)
		if len(lines) == 0 || lines[0].Text != line || lines[0].Site != want {
			t.Errorf("%q: %+v", line, lines)
		}
	}
}
