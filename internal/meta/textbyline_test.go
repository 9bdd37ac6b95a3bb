package meta

import (
	"slices"
	"strings"
	"testing"
)

// TestTextByline: of all lines of a text that may name somebody, the likeliest one does. "#" stands
// before the headline, "§" before a paragraph of the story, "*" before what tells about an author.
func TestTextByline(t *testing.T) {
	const story = "§The ferry across the estuary came back this morning, and with it the market, the children and the first of the carts."
	for _, tt := range []struct{ name, text, want string }{
		{"a name between headline and date", "Home\nNews\n#The ferry is back\nAda Moss\n3 May 2024\n" + story, "Ada Moss"},
		{"it stands in the box about the author, too", "#The ferry is back\nAda Moss\n3 May 2024\n" + story + "\n" + story + "\nAda Moss\n*Ada Moss writes about the coast and its people.", "Ada Moss"},
		{"far above the story", "#The ferry is back\nBy Ada Moss\nMay 3, 2024\nShare\nSave\nListen\nPrint\nMail\nA picture of the quay\n" + story, "Ada Moss"},
		{"a menu that reads like names", "Submit Your Book\nPrivate Lessons\nGift Cards\nOpening Hours\nOur Harbour\nHow We Work\nShip Models\nPress\n#The ferry is back\n" + story, ""},
		{"a function below", "#The ferry is back\nAda Moss\nSenior Editor\n" + story, "Ada Moss"},
		{"a label above", "#The ferry is back\n" + story + "\nShare this\nWritten by\nAda Moss\nMore stories", "Ada Moss"},
		{"who reviewed it did not write it", "#The ferry is back\nReviewed by: Ben Carter\nWritten by: Ada Moss\n" + story, "Ada Moss"},
		{"a kicker names whom the headline is about", "Ben Carter\n#What Ben Carter said at the quay\nBy Ada Moss\n" + story, "Ada Moss"},
		{"a pen name", "#The ferry is back\nPosted on 3 May 2024 by quaysider\n" + story, "quaysider"},
		{"what follows the date is a topic", "#The ferry is back\nAda Moss 3 May 2024 Harbour Life, Old Ships\n" + story, "Ada Moss"},
		{"two", "#The ferry is back\nBy Ada Moss and Ben Carter\n" + story, "Ada Moss; Ben Carter"},
		{"words that the text has in lower case", "#The ferry is back\nOld Market\n§The old market opened when the ferry came back this morning, and with it the children and the first of the carts.", ""},
		{"lines that come again and again", "Read Aloud\n#The ferry is back\nRead Aloud\n" + story + "\nRead Aloud\nNext story\nRead Aloud", ""},
		{"people in a story", "#The ferry is back\n" + story + "\nBen Carter\n" + strings.Repeat(story+"\n", 12) + story, ""},
		{"brackets at the end", "#The ferry is back\n" + story + "\n" + story + " (Ada Moss)", "Ada Moss"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := textPage(strings.Split(tt.text, "\n")...)
			in := Input{Printed: noBody}
			for i := range p.Blocks {
				text, n := p.Blocks[i].Text, int32(i)
				switch text[:1] {
				case "#":
					in.Printed.Title, text = append(in.Printed.Title, n), text[1:]
				case "*":
					in.Printed.Bio, text = append(in.Printed.Bio, n), text[1:]
				case "\xc2":
					text = strings.TrimPrefix(text, "§")
					if in.Printed.BodyFirst < 0 {
						in.Printed.BodyFirst = n
					}
					in.Printed.BodyLast = n
				}
				p.Blocks[i].Text = text
			}
			if got := showAuthors(Resolve(p, in).Authors); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestBylineWeights: each mark has its weight, and the file holds no other.
func TestBylineWeights(t *testing.T) {
	names := BylineMarks()
	if n := len(table("bylineweights.txt")); n != len(names) {
		t.Errorf("%d weights, %d marks", n, len(names))
	}
	for m, name := range names {
		if bylineWeights[m] == 0 {
			t.Errorf("%q has no weight", name)
		}
	}
}

// TestWeigher: who listens is told all lines that name somebody, however unlikely.
func TestWeigher(t *testing.T) {
	var got []string
	in := Input{Printed: Printed{Title: []int32{1}, BodyFirst: 3, BodyLast: 3}, Weigh: WeigherOf(WithWeigher(t.Context(), func(names []Author, marks []int16) {
		got = append(got, showAuthors(names))
		if len(marks) != len(BylineMarks()) || marks[anyLine] != Quarters {
			t.Errorf("%s: marks %d", names[0].Name, marks)
		}
	}))}
	f := Resolve(textPage("Old Harbour", "The ferry is back", "By Ada Moss", prose), in)
	if want := []string{"Old Harbour", "Ada Moss"}; !slices.Equal(got, want) || showAuthors(f.Authors) != "Ada Moss" {
		t.Errorf("told %q, authors %q", got, showAuthors(f.Authors))
	}
	if WeigherOf(t.Context()) != nil {
		t.Error("somebody listens where nobody does")
	}
}

// TestStandsInLower: a name's words that are common ones elsewhere speak against it, but in Vietnamese.
func TestStandsInLower(t *testing.T) {
	for _, tt := range []struct {
		language, name string
		want           bool
	}{{"en", "Old Harbour", true}, {"en", "Ada Moss", false}, {"vi", "Old Harbour", false}} {
		r := &resolver{Head: Read(textPage("The old harbour is shut")), loc: locale{language: tt.language}}
		if got := r.standsInLower(strings.Fields(tt.name)); got != tt.want {
			t.Errorf("%s, %s: %v", tt.language, tt.name, got)
		}
	}
}

// TestOctaves: quarters of the binary logarithm of n+1, never less for more.
func TestOctaves(t *testing.T) {
	var got []int32
	for n := range int32(9) {
		got = append(got, octaves(n))
	}
	if want := []int32{0, 4, 6, 8, 9, 10, 11, 12, 12}; !slices.Equal(got, want) {
		t.Errorf("got %d, want %d", got, want)
	}
}

// BenchmarkTextByline: a text of 20 kB whose menus read like names.
func BenchmarkTextByline(b *testing.B) {
	lines := strings.Split(strings.Repeat("Private Lessons\nGift Cards\nOpening Hours\n", 80)+"The ferry is back\nBy Ada Moss\n3 May 2024\n"+strings.Repeat("The ferry across the estuary came back this morning, and with it the market and its carts.\n", 180), "\n")
	p := textPage(lines...)
	in := Input{Printed: Printed{Title: []int32{240}, BodyFirst: 243, BodyLast: int32(len(lines) - 2)}}
	b.ReportAllocs()
	for b.Loop() {
		if list := Resolve(p, in).Authors; len(list) != 1 {
			b.Fatal(list)
		}
	}
}
