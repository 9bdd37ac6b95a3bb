package meta

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"
)

// TestHeaderLines: which lines are bylines (B), dates (D) and bios (A) of the story. Each begins with its label (T is
// a headline, P a paragraph of the story, - is neither) and, after a sign, with what it is on a page of which the
// author, Ada Moss, and the day, 3 May 2024, are known.
func TestHeaderLines(t *testing.T) {
	for name, lines := range map[string][]string{
		"a name that nobody labelled":     {"T: The ferry is back", "->B: Ada Moss", "P: " + prose},
		"a name and more":                 {"T: The ferry is back", "->B: Ada Moss, 14:30", "->-: Follow what our reporter Ada Moss writes", "P: " + prose},
		"a date that names the author":    {"T: The ferry is back", "D>B: 3 May 2024 by Ada Moss", "P: " + prose},
		"a day that nobody labelled":      {"T: The ferry is back", "->D: Harbour, 3 May 2024", "->-: 4 June 2023", "P: " + prose},
		"a day and the author":            {"T: The ferry is back", "->B: 3 May 2024 | Ada Moss", "P: " + prose},
		"the day in another time zone":    {"T: The ferry is back", "D>D: 4 May 2024, 00:30", "P: " + prose},
		"an author of one word among all": {"T: The ferry is back", "->-: Moss grows on all the piers", "P: " + prose},
		"dates of others":                 {"T: The ferry is back", "D>D: 3 May 2024", "P: " + prose, "D>-: 12 March 2019", "D>-: 1 April 2024"},
		"dates of the day far below":      {"T: The ferry is back", "P: " + prose, "-: a", "-: b", "-: c", "D>D: 3 May 2024", "D>-: 3 May 2024"},
		"no day, beside the author":       {"T: The ferry is back", "B>B: By Ada Moss", "D>D: 3 hours ago", "P: " + prose},
		"no day, far from all":            {"T: The ferry is back", "B>B: By Ada Moss", "P: " + prose, "P: " + prose, "D>-: 00:50"},
		"months of an archive":            {"D>-: March 2013", "D>-: April 2013", "-: a", "T: The ferry is back", "P: " + prose},
		"a byline of somebody else":       {"T: The ferry is back", "B>B: By Tom Reed", "P: " + prose},
		"a byline of nobody":              {"T: The ferry is back", "B>-: Full bio", "B>B: By Ada Moss", "P: " + prose},
		"a byline that is a date":         {"T: The ferry is back", "B>D: the edition of 3 May 2024", "P: " + prose},
		"only the word for by":            {"T: The ferry is back", "B>B: By", "B>B: Ada Moss", "P: " + prose},
		"about the author":                {"T: The ferry is back", "B>B: By Ada Moss", "P: " + prose, "P: " + prose, "P>A: Ada Moss writes about harbours and the sea."},
		"about the author, in a box":      {"T: The ferry is back", "B>B: By Ada Moss", "P: " + prose, "P: " + prose, "->A: Ada Moss", "A>A: She writes about the sea."},
		"the author speaks":               {"T: The ferry is back", "B>B: By Ada Moss", "P: " + prose, "P: " + prose, "P>-: Ada Moss: And when will the ferry be back?"},
		"about whom nobody knows":         {"T: The ferry is back", "P: " + prose, "P: " + prose, "P>-: Ada Moss writes about harbours and the sea."},
	} {
		in := Input{Printed: Printed{BodyFirst: -1}}
		var texts, want []string
		for k, line := range lines {
			label, text, _ := strings.Cut(line, ": ")
			label, role, _ := strings.Cut(label, ">")
			i := int32(k)
			switch label {
			case "T":
				in.Printed.Title = append(in.Printed.Title, i)
			case "B":
				in.Printed.Byline = append(in.Printed.Byline, i)
			case "D":
				in.Printed.Dates = append(in.Printed.Dates, i)
			case "A":
				in.Printed.Bio = append(in.Printed.Bio, i)
			case "P":
				in.Printed.BodyLast = i
				if in.Printed.BodyFirst < 0 {
					in.Printed.BodyFirst = i
				}
			}
			texts, want = append(texts, text), append(want, strings.Trim(role, "-"))
		}
		p := textPage(texts...)
		p.Metas = metas("article:author", "Ada Moss", "article:published_time", "2024-05-03T14:30:00Z")
		f := Resolve(p, in)
		for k := range lines {
			got, i := "", int32(k)
			switch {
			case slices.Contains(f.BylineLines, i):
				got = "B"
			case slices.Contains(f.DateLines, i):
				got = "D"
			case slices.Contains(f.BioLines, i), slices.Contains(in.Printed.Bio, i):
				got = "A"
			}
			if got != want[k] {
				t.Errorf("%s: line %d, %q: got %q, want %q", name, k, texts[k], got, want[k])
			}
		}
	}
}

// TestMastheadIsNoByline: a blog that has its author's name is not signed by its head.
func TestMastheadIsNoByline(t *testing.T) {
	p := textPage("Ada Moss", "The ferry is back", "Ada Moss", prose)
	p.Blocks[0].Tag, p.Blocks[1].Tag = atom.H1, atom.H2
	p.Metas = metas("article:author", "Ada Moss")
	f := Resolve(p, Input{Printed: Printed{Title: []int32{1}, BodyFirst: 3, BodyLast: 3}})
	if !slices.Equal(f.BylineLines, []int32{2}) {
		t.Errorf("got %v", f.BylineLines)
	}
}

// TestSectionKicker: the section, or a tag, right above the headline is its kicker, but not the last step of the
// way there.
func TestSectionKicker(t *testing.T) {
	for name, tt := range map[string]struct {
		lines []string // the last is the headline
		want  string
	}{
		"the section":                 {[]string{"Menu", "Harbour |", "The ferry is back"}, "Harbour"},
		"a tag":                       {[]string{"Menu", "Ships", "The ferry is back"}, "Ships"},
		"the way there":               {[]string{"Ships", "Harbour", "The ferry is back"}, ""},
		"the section, farther up":     {[]string{"Harbour", "Menu", "The ferry is back"}, ""},
		"what begins with its name":   {[]string{"Menu", "Harbour and sea", "The ferry is back"}, ""},
		"nothing is above a headline": {[]string{"The ferry is back"}, ""},
	} {
		p := textPage(append(tt.lines, prose)...)
		p.Metas = metas("article:section", "Harbour", "article:tag", "Ships")
		title := int32(len(tt.lines) - 1)
		f := Resolve(p, Input{Printed: Printed{Title: []int32{title}, BodyFirst: title + 1, BodyLast: title + 1}})
		if f.Kicker != tt.want || (f.KickerLine >= 0) != (tt.want != "") {
			t.Errorf("%s: got %q, line %d, want %q", name, f.Kicker, f.KickerLine, tt.want)
		}
	}
}
