package label

import "testing"

// Lines of a story that are set alike are headings together: what is doubtful of one line, others tell.
func TestLinesSetAlikeAreHeadingsTogether(t *testing.T) {
	p := fromHTML(t, "<p><b>Ferry</b></p><p><b>Harbour town</b></p><p>Two words</p><p>Ferry</p><p><i>Two words</i></p>")
	// One word is surely a heading, two are rather none.
	m := &Model{}
	m.HTML[AskHeading] = Forest{Trees: []Tree{tree(fWords, 1, 3*Unit, -Unit/2)}}
	m.Text[AskHeading] = m.HTML[AskHeading]
	l := newLabeller(p, m, new(workspace))
	l.nameShort([]int32{0, 1, 2, 3, 4})
	for i, want := range []Role{Heading, Heading, Heading, Heading, Paragraph} {
		if got := l.out.Labels[i].Role; got != want {
			t.Errorf("%q: %v, want %v", p.Blocks[i].Text, got, want)
		}
	}
	// Elements of headings tell nothing of paragraphs that are set like them.
	p = fromHTML(t, "<h3>Harbour town</h3><h3>Harbour town</h3><p>Ferry</p><p>Ferry</p><p>Two words</p>")
	l = newLabeller(p, m, new(workspace))
	l.nameShort([]int32{0, 1, 2, 3, 4})
	for i, want := range []Role{Paragraph, Paragraph, Heading, Heading, Heading} {
		if got := l.out.Labels[i].Role; got != want {
			t.Errorf("beside elements of headings, %q: %v, want %v", p.Blocks[i].Text, got, want)
		}
	}
	text := fromText(t, "FERRY\n\nHARBOUR TOWN")
	l = newLabeller(text, m, new(workspace))
	l.nameShort([]int32{0, 1})
	if l.out.Labels[0].Role != Heading || l.out.Labels[1].Role != Paragraph {
		t.Errorf("in text, %v and %v", l.out.Labels[0].Role, l.out.Labels[1].Role)
	}
}

// A short element of a heading is one. Of a longer one the forest is asked, which must be the surer.
func TestElementsOfHeadings(t *testing.T) {
	p := fromHTML(t, "<h2>Nobody believes that this is one</h2><h3>One and two and three and four and five</h3>"+
		"<h3>One and two and three and four and five and six, did you not?</h3><p>One and two and three and four and five:</p>") // set in three ways
	m := &Model{} // the longer a line is, the less likely
	m.HTML[AskHeading] = Forest{Bias: -Unit / 4, Trees: []Tree{tree(fWords, 11, 0, -Unit)}}
	l := newLabeller(p, m, new(workspace))
	l.in = []bool{true, true, true, true}
	l.out.Last = len(l.in)
	l.nameAll()
	for i, want := range []Role{Heading, Heading, Paragraph, Paragraph} {
		if got := l.out.Labels[i].Role; got != want {
			t.Errorf("%q: %v, want %v", p.Blocks[i].Text, got, want)
		}
	}
}

// A heading inside the story, right above a block of it, is one of its own, if it is not quite unlikely.
func TestHeadingsAbove(t *testing.T) {
	const above, below = "<h1>Old mill to be saved</h1><p>one begins the story of the mill", "<p>two goes on with the mill"
	for _, c := range []struct {
		name, heading string
		likely        int16
		want          string
	}{
		{"doubtful", "<h2>What comes next", 300, "one What two"},
		{"unlikely", "<h2>What comes next", 100, "one two"},
		{"a link", "<h2><a href=/a>What comes next</a>", 300, "one two"},
		{"no element of a heading", "<p>What comes next", 300, "one two"},
		{"a stock line, doubtful", "<h2>Advertisement", 600, "one two"},
		{"a stock line, likely", "<h2>Advertisement", 800, "one Advertisement two"},
		{"above another heading", "<h2>What comes next<h3>When it comes", 300, "one When two"},
		{"as unlikely as none is", "<h2>What comes next", likelyAbove - 1, "one two"},
		{"as unlikely as some are", "<h2>What comes next", likelyAbove, "one What two"},
		{"hidden", "<h2 hidden>What comes next", 300, "one two"},
		{"likely, above another", "<h2>What comes now at last<h3>When it comes", 100, "one What two"},
		{"below what is no story", "<div>A mill</div><h2>What comes next", 300, "one What two"},
		{"above what is none", "<h2>What comes next</h2><div>A mill</div>", 300, "one two"},
	} {
		got := taken(t, above+c.heading+below, func(l *labeller) {
			for i := range l.p.Blocks {
				if b := &l.p.Blocks[i]; b.Words <= 3 {
					l.out.Labels[i].Story = c.likely
				}
			}
			l.headingsAbove()
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}
