package main

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// What the gold and the blocks of a page say of places between lines of its text nodes.
func TestPlacesOfJoins(t *testing.T) {
	gold := passagesOf([]string{"The bridge will close, the council said on Monday.", "Nobody knows who will pay for it."})
	for _, c := range []struct {
		above, below  string
		joined, known bool
	}{
		{"The bridge will close, the", "council", true, true},
		{"council", "said on Monday.", true, true},
		{"said on Monday.", "Nobody knows who will pay for it.", false, true},
		{"Nobody knows who will pay for it.", "Read more", false, true},
		{"it", "on", false, false}, // short words stand there by chance
		{"Home", "News", false, false},
		{"…", "Nobody knows who", false, false},
	} {
		if joined, known := isJoined(gold, fold(c.above), fold(c.below)); joined != c.joined || known != c.known {
			t.Errorf("%q, %q: joined %v, known %v", c.above, c.below, joined, known)
		}
	}
}

// Trees learn from texts what rules do not know: here, that a line goes on behind a town.
func TestJoinsAreLearned(t *testing.T) {
	const nodes = "Last year the town had\nclosed the old bridge.\nThe new one leads from\nhere to the market of Ostend\nNear Old Mill\nHome"
	var texts []nodeText
	for i := range 60 {
		texts = append(texts, nodeText{
			gold: goldPage{ID: string(rune('a' + i%20)), Paragraphs: []string{
				"Last year the town had closed the old bridge.", "The new one leads from here to the market of Ostend Near Old Mill",
			}},
			nodes:  nodes,
			blocks: "Last year the town had closed the old bridge.\nThe new one leads from here to the market of Ostend Near Old Mill\nHome",
			weight: 1,
		})
	}
	r := joins(texts, everything+1)
	p, _ := r[everything].ReadText(nodes, nil)
	byRules, _ := page.FromText(nodes)
	if len(p.Blocks) != 3 || len(byRules.Blocks) != 4 {
		t.Errorf("%d blocks, %d by rules", len(p.Blocks), len(byRules.Blocks))
	}
}
