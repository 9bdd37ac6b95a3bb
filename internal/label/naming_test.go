package label

import "testing"

// TestNearRole: what a phrase says of a block near the story, where the forests say nothing.
func TestNearRole(t *testing.T) {
	p := fromHTML(t, "<html><body><article>"+story(4)+"</article><div>The Marrow Post, winter issue</div>")
	l := newLabeller(p, Builtin, new(workspace))
	l.out.Last, l.body, l.title = 4, 1, -1
	for i := range l.out.Last {
		l.out.Labels[i].Role = Paragraph
	}
	for name, tt := range map[string]struct {
		hint hint
		want Role
	}{
		"nothing is told":          {hint{reason: Other}, Other},
		"a source note":            {hint{reason: Other, isPhrase: true, byPhrase: Note}, Note},
		"a source note, in footer": {hint{reason: Legal, isPhrase: true, byPhrase: Note}, Legal},
		"a share bar":              {hint{reason: Other, isPhrase: true, byPhrase: ShareBar}, ShareBar},
	} {
		if got := l.nearRole(4, tt.hint, likelyRole{score: -8 * Unit}); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
