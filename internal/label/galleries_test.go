package label

import (
	"strings"
	"testing"
)

// A gallery's captions are captions all, whether they are shown or not.
func TestGalleries(t *testing.T) {
	slide := func(style, text string) string {
		return "<div class=slide" + style + "><img src=/a.jpg><p class=text>" + text + "</p></div>"
	}
	const story = "<p class=story>The mill was built when the town was young."
	for _, c := range []struct {
		name, html string
		roles      string // by block: c Caption, h Hidden, o Other, p PhotoCredit, t Teaser, . Paragraph
		want       string
	}{
		{"hidden slides", slide("", "one") + slide("", "two") + slide(" hidden", "three") + slide(" hidden", "four") + story, "cchh.", "cccc."},
		{"credits and lines that nothing tells", slide("", "one") + slide("", "two") + slide("", "three") + slide("", "four") + story, "ccpo.", "cccc."},
		{"what is something else", slide("", "one") + slide("", "two") + slide("", "three") + story, "cct.", "cct."},
		{"one caption makes no gallery", slide("", "one") + slide("", "two") + story, "co.", "co."},
		{"most slides are something else", strings.Repeat(slide("", "one"), 8) + story, "ccoooooo.", "ccoooooo."},
		{"as many as a gallery has at the least", strings.Repeat(slide("", "one"), 10) + story, "cccooooooo.", "cccccccccc."},
		{"a line of asterisks", slide("", "one") + slide("", "two") + slide("", "* * *") + story, "cco.", "cco."},
		{"far above the story", slide("", "one") + slide("", "two") + slide("", "three") + strings.Repeat("<p class=x>Home", Around-1) + story, "coc" + strings.Repeat("t", Around-1) + ".", "coc" + strings.Repeat("t", Around-1) + "."},
		{"of another shape", slide("", "one") + slide("", "two") + "<p class=text>three</p>" + story, "cco.", "cco."},
	} {
		l := newLabeller(fromHTML(t, c.html), Builtin, new(workspace))
		names := map[byte]Role{'c': Caption, 'h': Hidden, 'o': Other, 'p': PhotoCredit, 't': Teaser, '.': Paragraph}
		if len(l.p.Blocks) != len(c.roles) {
			t.Fatalf("%s: %d blocks", c.name, len(l.p.Blocks))
		}
		for i := range l.p.Blocks {
			l.out.Labels[i].Role = names[c.roles[i]]
		}
		l.out.First, l.out.Last = len(c.roles)-1, len(c.roles)
		l.galleries()
		for i, want := range []byte(c.want) {
			if got := l.out.Labels[i].Role; got != names[want] {
				t.Errorf("%s, block %d: %v, want %v", c.name, i, got, names[want])
			}
		}
	}
}
