package label

import "testing"

// TestAnnounced: the title below a line such as "Also read:" is that of another story, and nothing else.
func TestAnnounced(t *testing.T) {
	const above, below = "The mill of Marrow Hill has turned for the last time.", "Its wheel goes to the museum in spring."
	for name, tt := range map[string]struct {
		lines string
		want  string // the first words of the story's blocks
	}{
		"a title":                {"Also read:\nFerry to Elmford stops at night", "The Its"},
		"in another language":    {"Lire aussi :\nLe dernier moulin cherche un repreneur", "The Its"},
		"only the first":         {"Also read:\nFerry to Elmford stops at night\nWhat the wheel is made of", "The What Its"},
		"a sentence":             {"Also read:\nNobody knows who will own the mill.", "The Nobody Its"},
		"no colon":               {"Also read\nFerry to Elmford stops at night", "The Ferry Its"},
		"a line of the story":    {"He read:\nFerry to Elmford stops at night", "The He Ferry Its"},
		"a stock line below it":  {"Also read:\nAdvertisement\nFerry to Elmford stops at night", "The Ferry Its"},
		"a heading of a list":    {"Related stories:\nFerry to Elmford stops at night", "The Its"},
		"what a story says, too": {"Read:\nFerry to Elmford stops at night", "The Read: Ferry Its"},
		"a phrase of other kind": {"Advertisement:\nFerry to Elmford stops at night", "The Ferry Its"},
	} {
		p := fromText(t, above+"\n"+tt.lines+"\n"+below)
		l := newLabeller(p, Builtin, new(workspace))
		for i := range p.Blocks {
			l.out.Labels[i].Story = 900
		}
		l.chooseStory()
		l.span()
		l.announced()
		for i, in := range l.in {
			want := Related
			if l.isStock(i) || in {
				want = unset
			}
			if got := l.out.Labels[i].Role; got != want {
				t.Errorf("%s: %q is %v, want %v", name, p.Blocks[i].Text, got, want)
			}
		}
		if got := l.kept(); got != tt.want {
			t.Errorf("%s: the story is %q, want %q", name, got, tt.want)
		}
	}
}
