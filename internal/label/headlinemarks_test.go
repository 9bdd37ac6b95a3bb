package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// What speaks for or against a line as the headline of a text is seen where it is, and not where it is not.
func TestMarksOfALine(t *testing.T) {
	const headline = "Old mill of Marrow Hill to be saved"
	body := strings.Join(paragraphs(6), "\n\n")
	for _, c := range []struct {
		name, text, line string
		mark             int
		want             bool
	}{
		{"a sentence", headline + ".\n\n" + body, headline + ".", int(sentence), true},
		{"none", headline + "\n\n" + body, headline, int(sentence), false},
		{"ends in a colon", headline + ":\n\n" + body, headline + ":", int(openColon), true},
		{"does not", headline + "\n\n" + body, headline, int(openColon), false},
		{"begins small", "old mill to be saved\n\n" + body, "old mill to be saved", int(beginsSmall), true},
		{"begins with a capital", headline + "\n\n" + body, headline, int(beginsSmall), false},
		{"tells what the story tells", headline + "\n\n" + body, headline, int(toldShare), true},
		{"tells nothing of it", "Zebras visit zoos\n\n" + body, "Zebras visit zoos", int(toldShare), false},
		{"in as many words", headline + "\n\n" + body, headline, int(toldWords), true},
		{"a time soon below", headline + "\n\n5 March 2024\n\n" + body, headline, int(timeBelow), true},
		{"no time below", headline + "\n\nHarbour and town\n\n" + body, headline, int(timeBelow), false},
		{"a byline below", headline + "\n\nBy Ada Quill\n\n" + body, headline, int(bylineBelow), true},
		{"none below", headline + "\n\nHarbour and town\n\n" + body, headline, int(bylineBelow), false},
		{"below the steps of a breadcrumb", "Home\nNews\n" + headline + "\n\n" + body, headline, int(crumbsAbove), true},
		{"below other lines", "Harbour\nTown\n" + headline + "\n\n" + body, headline, int(crumbsAbove), false},
		{"another line begins with it", headline + "\n\n" + headline + " | Marrow Post\n\n" + body, headline, int(beginsOther), true},
		{"another line holds it", headline + "\n\nNow: " + headline + " at last\n\n" + body, headline, int(inOther), true},
		{"no other does", headline + "\n\n" + body, headline, int(beginsOther), false},
		{"the site's name stands alone, too", headline + " | Marrow Post\nMarrow Post\n\n" + body, headline + " | Marrow Post", int(suffixAlone), true},
		{"the site's name does not", headline + " | Marrow Post\n\n" + body, headline + " | Marrow Post", int(suffixAlone), false},
	} {
		found := false
		for _, l := range HeadlineLines(fromText(t, c.text), Builtin) {
			if l.Text == c.line && !found {
				found = true
				if got := l.Marks[c.mark] > 0; got != c.want {
					t.Errorf("%s: %q has the mark %s %t", c.name, c.line, lineMarkNames[c.mark], got)
				}
			}
		}
		if !found {
			t.Errorf("%s: %q is not asked about", c.name, c.line)
		}
	}
}

// A breadcrumb may end in the headline, or in the beginning of it.
func TestEndsBreadcrumb(t *testing.T) {
	const title = "Old mill of Marrow Hill to be saved"
	for _, c := range []struct {
		crumb string
		lines int // between it and the headline
		want  bool
	}{
		{"Home » News » Old Mill of Marrow Hill to be saved", 0, true},
		{"Home » News » Old mill of Marrow...", 0, true},
		{"Home » News » Old mill of …", 0, false}, // eleven letters
		{"Home » News » Ferry is back", 0, false},
		{"Home » News » Old mill of Marrow Hill to be saved", 4, true},
		{"Home » News » Old mill of Marrow Hill to be saved", 5, false},
	} {
		p := fromText(t, c.crumb+"\n\n"+strings.Repeat("Harbour\n\n", c.lines)+title)
		l := newLabeller(p, Builtin, new(workspace))
		for i := range p.Blocks {
			if l.rows.Row(i)[fPhrase] = 0; i == 0 {
				l.rows.Row(i)[fPhrase] = int16(phrases.BreadcrumbLine)
			}
		}
		if got := l.endsBreadcrumb(len(p.Blocks) - 1); got != c.want {
			t.Errorf("%q, %d lines above: %t", c.crumb, c.lines, got)
		}
	}
}

// Texts are alike that differ in case and in the form of their apostrophes and quotation marks.
func TestFold(t *testing.T) {
	for s, want := range map[string]string{"It’s ‘so’": "it's 'so'", "ÉTÉ “là”": "été 'là'", "A`Z\"": "a'z'", "港": "港", "": ""} {
		if got := fold(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// The name of a site is what follows the last separator of a title, if that is short.
func TestSuffixOf(t *testing.T) {
	for title, want := range map[string]string{
		"The ferry is back | Marrow Post": "Marrow Post", "The ferry is back - Marrow Post": "Marrow Post", "The ferry | back | Post": "Post",
		"| Marrow Post": "", "The ferry is back | ": "", "The ferry is back | one two three four five": "one two three four five",
		"The ferry is back | one two three four five six": "", "The ferry is back-up": "", "": "",
	} {
		if got := suffixOf(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
