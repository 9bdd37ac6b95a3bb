package label

import (
	"strings"
	"testing"
)

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
		var kept []string
		for i, in := range l.in {
			if in {
				kept = append(kept, strings.Fields(p.Blocks[i].Text)[0])
			} else if !l.isStock(i) && l.out.Labels[i].Role != Related {
				t.Errorf("%s: %q is %v", name, p.Blocks[i].Text, l.out.Labels[i].Role)
			}
		}
		if got := strings.Join(kept, " "); got != tt.want {
			t.Errorf("%s: the story is %q, want %q", name, got, tt.want)
		}
	}
}
