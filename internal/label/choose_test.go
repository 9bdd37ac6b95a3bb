package label

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// In a text that is a story alone, or under its headline, no line is removed but known boilerplate; with a page
// around the story, the lines are judged each on its own.
func TestWholeText(t *testing.T) {
	story := paragraphs(12)
	odd := "* * *"
	for _, c := range []struct {
		name         string
		above, below []string
		line         string
		kept         bool
	}{
		{"a line of asterisks in a story alone", nil, nil, odd, true},
		{"known boilerplate in a story alone", nil, nil, "Advertisement", false},
		{"what known boilerplate announces in a story alone", nil, nil, "Also read:\n\nBridge to close for the winter", false},
		{"a figure in a story alone", nil, nil, "$142", true},
		{"a line that begins like a prompt in a story alone", nil, nil, "More than just ferries", true},
		{"a line of asterisks below a headline", []string{"Old ferry returns to the harbour"}, nil, odd, true},
		{"a line of asterisks with a page around", []string{"Home", "World", "Sport", "Log in", "Subscribe to Marrow Post"},
			[]string{"Related articles", "Bridge to close for the winter", "Ferry timetable changes on Monday", "Mayor opens the new library", "Market moves to the harbour", "School wins the cup again", "Privacy policy", "Terms of use", "© 2024 Marrow Post. All rights reserved."}, odd, false},
	} {
		lines := append(append(append(append([]string{}, c.above...), story[:6]...), c.line), append(story[6:], c.below...)...)
		p := fromText(t, strings.Join(lines, "\n\n"))
		out := Apply(p, Builtin, nil)
		for i := range p.Blocks {
			if last := c.line[strings.LastIndexByte(c.line, '\n')+1:]; p.Blocks[i].Text == last && out.Labels[i].Role.InBody() != c.kept {
				t.Errorf("%s: in the body %t, want %t", c.name, !c.kept, c.kept)
			}
		}
	}
}

// Lines of the header above a story alone are told from its first lines by what they are likely to be.
func TestWholeTextUnderItsHeader(t *testing.T) {
	m := wordy()
	m.Text[AskAlone].Bias, m.Text[AskTitle].Bias = 0, -64*Unit
	m.Text[AskByline] = Forest{Trees: []Tree{tree(fWords, 1, -Unit, 1)}}  // two words and more
	m.Text[AskRelated] = Forest{Trees: []Tree{tree(fWords, 2, -Unit, 2)}} // three words and more
	for _, c := range []struct {
		text  string
		roles string
	}{
		{"Elmford\n\nAda Quill\n\none begins the story.\n\ntwo ends the story.", "paragraph byline paragraph paragraph"},
		{"Ada Quill\n\nElmford\n\none begins the story.\n\ntwo ends the story.", "byline paragraph paragraph paragraph"},
		{"Ferry is back\n\none begins the story.\n\ntwo ends the story.", "paragraph paragraph paragraph"}, // a story alone has no related ones
		{"one begins the story.\n\nAda Quill\n\ntwo ends the story.", "paragraph paragraph paragraph"},
	} {
		p := fromText(t, c.text)
		l := Apply(p, m, nil)
		var roles []string
		for _, b := range l.Labels {
			roles = append(roles, roleNames[b.Role])
		}
		if got := strings.Join(roles, " "); got != c.roles {
			t.Errorf("%q: %s, want %s", c.text, got, c.roles)
		}
		if first := slices.Index(roles, "paragraph"); l.First != first || l.Last != len(roles) {
			t.Errorf("%q: the story is %d to %d", c.text, l.First, l.Last)
		}
	}
}

// The first line of a text that is nothing but a story may be its headline.
func TestWholeTextUnderHeadline(t *testing.T) {
	story := paragraphs(12)
	for first, want := range map[string]Role{
		"Old ferry returns to the harbour after a long winter":                                Title,
		"The old ferry came back to the harbour on Monday, after a long winter in the docks.": Paragraph,
	} {
		p := fromText(t, strings.Join(append([]string{first}, story...), "\n\n"))
		if got := Apply(p, Builtin, nil).Labels[0].Role; got != want {
			t.Errorf("%q: %v, want %v", first, got, want)
		}
	}
}

// A text whose blocks follow one another on one line must be the surer to be a story alone.
func TestAloneByShape(t *testing.T) {
	m := &Model{}
	m.Text[AskAlone].Bias = (Alone + aloneUnparted) / 2
	for sep, want := range map[string]bool{"\n\n": true, "\n": true, " ": false, "": false} {
		p := fromText(t, strings.Join(paragraphs(12), sep))
		l := newLabeller(p, m, new(workspace))
		l.scoreStory()
		if got := l.isAlone(); got != want {
			t.Errorf("paragraphs with %q between, %v: alone %t, want %t", sep, p.Shape, got, want)
		}
	}
}

// Markdown may be a story alone, too, if that is surer; HTML is a page.
func TestAloneInMarkdown(t *testing.T) {
	m := &Model{}
	m.HTML[AskAlone].Bias = 9 * Unit
	for bias, want := range map[int32]bool{aloneMarkdown: false, aloneMarkdown + 1: true} {
		m.Markdown[AskAlone].Bias = bias
		p, err := page.FromMarkdown(context.Background(), "# The ferry\n\n"+strings.Join(paragraphs(12), "\n\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ markdown, want bool }{{true, want}, {false, false}} {
			p.Markdown = c.markdown
			l := newLabeller(p, m, new(workspace))
			l.scoreStory()
			if got := l.isAlone(); got != c.want {
				t.Errorf("log odds %d, Markdown %t: alone %t", bias, c.markdown, got)
			}
		}
	}
}

// What stands at the end of the story must be surer than what stands inside, but where nothing is sure.
func TestTheEndOfTheStory(t *testing.T) {
	for _, c := range []struct {
		name   string
		likely []int16
		last   int // the story ends before this block
	}{
		{"a sure end", []int16{950, 600, 900, 100}, 3},
		{"a doubtful end", []int16{950, 900, 600, 100}, 2},
		{"two of them, apart", []int16{950, 900, 640, 100, 600}, 2},
		{"doubtful blocks inside", []int16{950, 600, 600, 900}, 4},
		{"nothing but doubt", []int16{450, 380, 100, 100}, 2},
		{"never the first", []int16{600, 100, 100, 100}, 1},
	} {
		p := fromText(t, strings.Join(paragraphs(len(c.likely)), "\n\n"))
		l := newLabeller(p, Builtin, new(workspace))
		for i, s := range c.likely {
			l.out.Labels[i].Story = s
		}
		l.chooseStory()
		l.span()
		l.cutEnd()
		if l.out.Last != c.last {
			t.Errorf("%s: the story ends before block %d, want %d", c.name, l.out.Last, c.last)
		}
	}
}

// At the end, too, stays what has a role in the story, a cell of a table, and what the caller chose.
func TestTheEndKeepsWhatIsKnown(t *testing.T) {
	const story = "<h1>Old mill to be saved</h1><p>one begins the story of the mill"
	for _, c := range []struct {
		name, end string
		chosen    bool
		want      string
	}{
		{"a doubtful line", "<p>maybe a line", false, "one"},
		{"a cell", "<table><tr><td>maybe a cell</table>", false, "one maybe"},
		{"a heading of a table", "<table><tr><th>maybe a heading</table>", false, "one maybe"},
		{"the time of an entry", "<p>maybe 18:30", false, "one maybe"},
		{"chosen by the caller", "<p>maybe a line", true, "one maybe"},
	} {
		got := taken(t, story+c.end, func(l *labeller) {
			if l.p.Chosen = c.chosen; strings.HasSuffix(c.end, "18:30") {
				l.out.Labels[len(l.in)-1].Role = LiveEntry
			}
			l.cutEnd()
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// A list inside the story is part of it if most of it is; what is doubtful of it is not if hardly any of it is.
func TestLists(t *testing.T) {
	item := func(first string) string { return "<li>" + first + " is an item of the list" }
	for _, c := range []struct{ name, items, want string }{
		{"most of it likely", item("a") + item("b") + item("c") + "<li>short", "one a b c short two"},
		{"some of it likely", item("a") + strings.Repeat("<li>short", 14), "one a two"},
		{"hardly any of it likely, the rest doubtful", "<li>maybe" + strings.Repeat("<li>short", 9), "one two"},
		{"a list inside", "<li>short<ul>" + item("a") + item("b") + "</ul>", "one short a b two"},
		{"a stock line inside", item("a") + item("b") + "<li>Advertisement", "one a b two"},
		{"a heading inside", item("a") + item("b") + "<li><h4>short</h4>", "one a b two"},
		{"a hidden item", item("a") + item("b") + "<li hidden>short", "one a b two"},
		{"an unlikely item", item("a") + item("b") + "<li>no", "one a b two"},
		{"half of it likely", item("a") + strings.Repeat("<li>no", 7), "one a two"},
		{"half of it likely, and one item that may be", item("a") + strings.Repeat("<li>no", 6) + "<li>short", "one a short two"},
		{"less than half of it", item("a") + strings.Repeat("<li>no", 7) + "<li>short", "one a two"},
		{"a quarter of it likely, the rest doubtful", "<li>maybe" + strings.Repeat("<li>no", 3), "one maybe two"},
		{"hardly any of it but that", "<li>four words are likely" + strings.Repeat("<li>no", 13), "one four two"},
		{"its only words in a list inside that is no story", "<li>no<ul><li>no<li>short</ul>" + item("a") + item("b"), "one short a b two"},
		{"hardly any of it likely, and a stock line that is", "<li>Subscribe to our newsletter" + strings.Repeat("<li>no", 14), "one two"},
		{"it begins the story", "<h1>Old mill to be saved<ul>" + item("a") + item("b") + "<li>short</ul><p>two goes on with the mill", "a b short two"},
		{"it begins above the story", "<h1>Old mill to be saved<ul><li>short" + item("a") + item("b") + "</ul><p>two goes on with the mill", "a b two"},
		{"it ends the story", "<h1>Old mill to be saved<p>one begins the story of the mill<ul><li>short" + item("a") + item("b") + "</ul>", "one short a b"},
		{"it ends below the story", "<h1>Old mill to be saved<p>one begins the story of the mill<ul>" + item("a") + item("b") + "<li>short</ul>", "one a b"},
		{"terms and what they mean", "</ul><dl><dt>short<dd>a is what it means<dd>b is what it means</dl><ul>", "one short a b two"},
	} {
		const above, below = "<h1>Old mill to be saved</h1><p>one begins the story of the mill<ul>", "</ul><p>two goes on with the mill"
		html := above + c.items + below
		if strings.HasPrefix(c.items, "<h1>") { // a page of its own
			html = c.items
		}
		got := taken(t, html, func(l *labeller) {
			for i := range l.p.Blocks {
				if b := &l.p.Blocks[i]; b.Text == "short" || b.Text == "Advertisement" {
					l.out.Labels[i].Story = likelyItem
				}
			}
			l.lists()
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}
