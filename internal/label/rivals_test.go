package label

import (
	"strings"
	"testing"
)

// A block that other roles are likelier of is taken out of the story: any block if that role is likelier than the story, and one
// of the first or the last two if it is not quite unlikely.
func TestRivals(t *testing.T) {
	for _, c := range []struct {
		name         string
		story, rival int32 // log odds
		text         bool
		want         string // the first words of what stays of five blocks
	}{
		{"likelier story", Unit, Unit, false, "three"},
		{"likelier something else", Unit, Unit + 1, false, ""},
		{"neither", -Unit, 1, false, ""},
		{"not quite unlikely", 0, -Unit / 4, false, "one two three four five"}, // nor at the edges
		{"unlikely", 0, -Unit, false, "one two three four five"},
		{"surely story", unrivalled + 1, 8 * Unit, false, "one two three four five"},
		{"as surely as that", unrivalled, 8 * Unit, false, ""},
		{"in text, likelier than not", Unit, 1, true, "three"},
		{"in text, not quite unlikely", 0, 0, true, "one two three four five"},
	} {
		m := wordy()
		m.HTML[AskRelated].Bias, m.Text[AskRelated].Bias = c.rival, c.rival
		words := strings.Fields("one two three four five")
		p := fromHTML(t, "<p>"+strings.Join(words, " of the mill<p>")+" of the mill")
		if c.text {
			p = fromText(t, strings.Join(words, " of the mill.\n\n")+" of the mill.")
		}
		l := newLabeller(p, m, new(workspace))
		l.in = make([]bool, len(p.Blocks))
		for i := range l.in {
			l.in[i] = true
			l.story = append(l.story, c.story)
		}
		l.out.Last = len(l.in)
		l.rivals()
		if got := l.kept(); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// A copyright among the last lines of a story and a date among its first ones are none of it; elsewhere they may be.
func TestLinesAtTheEdges(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"a copyright at the end", "one two © four", "one two four"},
		{"farther up", "one two © four five", "one two © four five"},
		{"a date at the beginning", "one 03/05/2024 three four", "one three four"},
		{"farther down", "one two 03/05/2024 four", "one two 03/05/2024 four"},
		{"figures that are hardly a date", "one 12345678 three four", "one 12345678 three four"},
		{"a line with a day in it", "one May three four", "one May three four"},
	} {
		m := wordy()
		m.HTML[AskDate] = Forest{Trees: []Tree{tree(fWords, 1, Open, Open+1)}}
		html := strings.NewReplacer(" ", "<p>", "©", "© 2024 Marrow Post", "03/05/2024", "03/05/2024 18:30", "May", "May of this year").Replace(c.html)
		l := newLabeller(fromHTML(t, "<p>"+html), m, new(workspace))
		l.in = make([]bool, len(l.p.Blocks))
		for i := range l.in {
			l.in[i] = true
			l.story = append(l.story, 8*Unit)
		}
		l.out.Last = len(l.in)
		l.rivals()
		if got := l.kept(); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}
