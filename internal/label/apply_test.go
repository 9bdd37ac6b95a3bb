package label

import (
	"slices"
	"strings"
	"testing"
)

// wordy is a model that takes what has more than three words for story, and is surely right; of what is shorter it has its
// doubts. It says no to all other questions.
func wordy() *Model {
	m := &Model{}
	for q := range NumQuestions {
		m.HTML[q].Bias, m.Text[q].Bias = -8*Unit, -8*Unit
	}
	// Each further look halves the answer, for it has nothing to say.
	m.HTML[AskStory] = Forest{Trees: []Tree{tree(fWords, 3, -2*Unit, 6*Unit)}}
	m.Text[AskStory] = Forest{Trees: []Tree{tree(fWords, 3, -4*Unit, 12*Unit)}}
	for _, forests := range []*[NumQuestions]Forest{&m.HTML, &m.Text} {
		forests[AskAgain].Bias, forests[AskFurther].Bias, forests[AskPage].Bias = 0, 0, 4*Unit
	}
	return m
}

// inStory are the first words of the blocks of a story and its standfirst.
func (l *Labelled) inStory(p *page_) string {
	var words []string
	for i := range p.Blocks {
		if role := l.Labels[i].Role; role.InBody() || role == Standfirst {
			words = append(words, strings.Fields(p.Blocks[i].Text)[0])
		}
	}
	return strings.Join(words, " ")
}

// Each rule is asked, where it knows better than the trees, and the story's range is that of the blocks that are left.
func TestEveryRuleIsAsked(t *testing.T) {
	const (
		head   = "<title>Old mill saved</title><h1>Old mill saved</h1>"
		teaser = "<div class=card><h3><a href=/2>heading of some other story</a></h3><p>teased text of another story</div>"
	)
	next := func(title, first string) string {
		return "<div class=page><h1>" + title + "</h1><p>" + first + " tells what the town decided</div>"
	}
	for _, c := range []struct{ name, html, text, want string }{
		{name: "a heading right above a paragraph", html: head + "<p>one begins the story<h2>What next</h2><p>two ends the story", want: "one What two"},
		{name: "an item of the story's list", html: head + "<p>one begins the story<ul><li>a is an item<li>b is an item<li>short</ul><p>two ends the story", want: "one a b short two"},
		{name: "a cell of its table", html: head + "<p>one begins the story<table><tr><td>a<td>b<tr><td>c<td>d</table><p>two ends the story", want: "one a b c d two"},
		{name: "a paragraph of a comment", html: head + "<p>one begins the story<p>two goes on with it<p>three ends the story<div class=comment><p>four is no part of it</div>", want: "one two three"},
		{name: "a paragraph said twice", html: head + strings.Repeat("<p>one is the story of the mill in a few words", 2), want: "one"},
		{name: "the article that follows", html: "<title>Old mill saved</title>" + next("Old mill saved", "one") + next("The ferry is back again", "two"), want: "one"},
		{name: "teasers below the story", html: head + "<p>one is the story<p>two ends it for now<div>" + strings.Repeat(teaser, 3) + "</div>", want: "one two"},
		{name: "a copyright at the end", html: head + "<p>one is the story<p>two ends it for now<p>© 2024 by the Marrow Post", want: "one two"},
		{name: "a date at the beginning", html: head + "<p>03/05/2024 18:30 03/05/2024 19:15<p>one is the story<p>two ends it for now", want: "one two"},
		{name: "a title that is announced", text: "one begins the story.\n\nAlso read:\n\nThe ferry is back again\n\ntwo ends the story.", want: "one two"},
		{name: "a short line between two others", text: "one begins the story.\n\nWhat next\n\ntwo ends the story.", want: "one What two"},
	} {
		m := wordy()
		m.HTML[AskDate].Bias = Open + 1
		if c.text != "" { // nothing but what the rule says of short lines
			m.Text[AskStory].Trees[0] = tree(fWords, 3, -Unit, 12*Unit)
		}
		p := fromText(t, c.text)
		if c.html != "" {
			p = fromHTML(t, c.html)
		}
		l := Apply(p, m, nil)
		if got := l.inStory(p); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
		body := func(b Label) bool { return b.Role.InBody() || b.Role == Standfirst }
		if !body(l.Labels[l.First]) || slices.ContainsFunc(l.Labels[:l.First], body) {
			t.Errorf("%s: the story begins at block %d", c.name, l.First)
		}
		if l.Last == 0 || !body(l.Labels[l.Last-1]) || slices.ContainsFunc(l.Labels[l.Last:], body) {
			t.Errorf("%s: the story ends before block %d", c.name, l.Last)
		}
	}
}

// Where the model is not sure of a page, or finds no story, the second opinion has a say, the more the less there is.
func TestTheSecondOpinion(t *testing.T) {
	for _, c := range []struct {
		name       string
		likely     int32 // log odds of the blocks of more than three words
		sure       bool
		paragraphs string // their first words
		takes      string // that of the block that the second opinion takes
		want       string
	}{
		{"sure", 0, true, "one two", "two", "one two"},
		{"unsure", 0, false, "one two", "two", "two"},
		{"unsure, and it finds nothing", 0, false, "one two", "", "one two"},
		{"unsure, but not of these", 4 * Unit, false, "one two", "two", "one two"},
		{"rather none", -5 * Unit / 8, true, "one two three four five six", "six", "six"},
		{"rather none, and it finds nothing", -5 * Unit / 8, true, "one two", "", "one two"},
	} {
		m := wordy()
		m.HTML[AskStory].Trees[0] = tree(fWords, 3, -6*Unit, int16(2*c.likely))
		if !c.sure {
			m.HTML[AskPage].Bias = -4 * Unit
		}
		var html string
		for first := range strings.FieldsSeq(c.paragraphs) {
			html += "<p>" + first + " may be the story"
		}
		p := fromHTML(t, html)
		asked := false
		l := Apply(p, m, func() map[string]bool {
			asked = true
			if c.takes == "" {
				return nil
			}
			found := map[string]bool{}
			for _, b := range p.Blocks {
				if strings.HasPrefix(b.Text, c.takes) {
					found[b.Text] = true
				}
			}
			return found
		})
		if got := l.inStory(p); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
		if asked != (!c.sure || c.likely < 0) {
			t.Errorf("%s: asked %t", c.name, asked)
		}
	}
}
