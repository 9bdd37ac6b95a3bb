package label

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A line that is like the paragraphs of the story in its end and in the lines around it has more
// of the story's style than a headline among others.
func TestStyle(t *testing.T) {
	p, _ := page.FromText(`Ostend

The harbour of Ostend froze over for the first time in forty years.

Fishermen walked across it and sold herring on the ice.

Pilots say that it may hold until Sunday.

Council keeps the old bridge
Mill burns down at night
Choir sings for the ferry
Ferry waits for the choir`)
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	s.surveyStory([]int16{100, 950, 950, 600, 600, 600, 600, 600}).fill(m, make([]int32, 8))
	paragraph, headline := m.Row(3), m.Row(5)
	for _, f := range []int{fStyleEnds, fStyleLies} {
		if paragraph[f] < 600 || headline[f] > 400 {
			t.Errorf("feature %d: %d of the story is like a paragraph, %d like a headline", f, paragraph[f], headline[f])
		}
	}
	if got := m.Row(1)[fStyleBegins]; got != 1000 {
		t.Errorf("%d of the story begins with a capital", got)
	}
	if got := m.Row(0)[fKindStory]; got != -1 {
		t.Errorf("%d: no other line is as short as the first", got)
	}
	if got := m.Row(6)[fKindStory]; got != 600 {
		t.Errorf("headlines are likely by %d", got)
	}
}
