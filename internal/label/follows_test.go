package label

import "testing"

// TestFollowsStory: what follows the story in its own element and shape is kept as a note.
func TestFollowsStory(t *testing.T) {
	const last = "Open from nine to seven, closed on Mondays."
	for name, tt := range map[string]struct {
		end  string
		want bool
	}{
		"a paragraph of the same shape": {"<p>" + last, true},
		"of another":                    {"<p class=x>" + last, false},
		"another element":               {"<div>" + last + "</div>", false},
		"outside":                       {"</article><p>" + last, false},
		"a link":                        {"<p>" + last + " <a href=/>More about the museum</a>", false},
		"two words":                     {"<p>The end", false},
	} {
		p := fromHTML(t, "<html><body><article>"+story(4)+tt.end)
		l := newLabeller(p, Builtin, new(workspace))
		l.out.Last = 4
		for i := range l.out.Last {
			l.out.Labels[i].Role = Paragraph
		}
		if got := l.followsStory(4); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
