package label

import (
	"strings"
	"testing"
)

// A short line inside the story of a text is part of it, if it is not quite unlikely.
func TestShortLines(t *testing.T) {
	const above, below = "one begins the story of the old mill.", "two goes on with the old mill."
	for _, c := range []struct {
		name   string
		lines  []string
		likely int16 // of all lines but those two
		want   string
	}{
		{"doubtful", []string{above, "What comes next", below}, 450, "one What two"},
		{"unlikely", []string{above, "What comes next", below}, 350, "one two"},
		{"below the story's block alone", []string{above, "What comes next", "Read our letters", "Best of the week", below}, 450, "one What Best two"},
		{"said again", []string{above, "What comes next", below, "What comes next", below + " Now"}, 450, "one two two"},
		{"a stock line", []string{above, "Advertisement", below}, 450, "one two"},
		{"long", []string{above, "What comes next is not known to anybody who lives in the town", below}, 450, "one two"},
		{"before the story", []string{"What comes next", above, below}, 450, "one two"},
		{"after it", []string{above, below, "What comes next"}, 450, "one two"},
	} {
		p := fromText(t, strings.Join(c.lines, "\n\n"))
		l := newLabeller(p, Builtin, new(workspace))
		for i := range p.Blocks {
			l.out.Labels[i].Story = c.likely
			if text := p.Blocks[i].Text; strings.HasPrefix(text, above) || strings.HasPrefix(text, below) {
				l.out.Labels[i].Story = 950
			}
		}
		l.chooseStory()
		l.span()
		l.shortLines()
		if got := l.kept(); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}
