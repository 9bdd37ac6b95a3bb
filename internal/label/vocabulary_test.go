package label

import (
	"math"
	"slices"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

func TestLogOf(t *testing.T) {
	for _, n := range []int64{0, 1, 2, 3, 10, 255, 1000, 123_456, 1 << 40} {
		if got, want := float64(logOf(n))/100, math.Log(float64(n)+0.5); math.Abs(got-want) > 0.006 {
			t.Errorf("logOf(%d) = %.2f, want %.4f", n, got, want)
		}
	}
}

// What a story says elsewhere speaks for a block, what only the rest of the page says against it.
func TestVocabulary(t *testing.T) {
	p, _ := page.FromText(`The harbour of Ostend froze over for the first time in forty years.

Fishermen walked across the harbour and sold herring on the ice.

Pilots say the ice in the harbour of Ostend may hold until Sunday.

This cookie stores your consent and the number of your visits.

This cookie counts the visits to our pages.`)
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	s.surveyStory([]int16{900, 900, 400, 100, 100}).fill(m, make([]int32, 5))
	doubtful, cookie := m.Row(2), m.Row(4)
	if doubtful[fToldOdds] <= 0 || cookie[fToldOdds] >= 0 {
		t.Errorf("odds %d for a paragraph, %d for a cookie", doubtful[fToldOdds], cookie[fToldOdds])
	}
	if doubtful[fToldShare] < 500 || cookie[fToldElsewhere] < 300 {
		t.Errorf("%d of a paragraph is told, %d of a cookie elsewhere", doubtful[fToldShare], cookie[fToldElsewhere])
	}
	if m.Row(3)[fToldAbove] <= 0 || m.Row(3)[fToldBelow] >= 0 {
		t.Errorf("beside the end of the story: %d above, %d below", m.Row(3)[fToldAbove], m.Row(3)[fToldBelow])
	}
}

// A look that follows another starts from nothing that the one before left in the rows.
func TestLooksDoNotMix(t *testing.T) {
	p, _ := page.FromText("One line of text that is there.\n\nAnother line of text that is there.\n\nA third line that differs.")
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	fresh := slices.Clone(m)
	s.surveyStory([]int16{900, 900, 100}).fill(m, []int32{3, 2, 1})
	for _, rows := range []Matrix{m, fresh} {
		s.surveyStory([]int16{100, 100, 900}).fill(rows, []int32{1, 2, 3})
	}
	for i := range m {
		if m[i] != fresh[i] {
			t.Errorf("block %d, feature %d: %d, want %d", i/NumFeatures, i%NumFeatures, m[i], fresh[i])
		}
	}
}
