package label

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

func TestMarks(t *testing.T) {
	p, _ := page.FromText(comments)
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	check(t, m, []want{
		{1, fMarkAbove + int(markEnd), reach}, {1, fMarkBelow + int(markEnd), 1}, {2, fMarkAbove + int(markEnd), reach}, {3, fMarkAbove + int(markEnd), 1},
		{0, fMarkBelow + int(markComments), 3}, {8, fMarkAbove + int(markComments), 5}, {5, fMarkAbove + int(markComments), 2}, {5, fMarkAbove + int(markJoin), reach},
		{0, fSinceTimed, reach}, {0, fToTimed, 4}, {0, fTimedAbove, 0}, {0, fTimedBelow, 3}, {5, fSinceTimed, 1}, {5, fTimedAbove, 1}, {5, fTimedBelow, 2}, {7, fTimedBelow, 1},
	})
	likely := []int16{900, 900, 0, 0, 0, 900, 0, 0, 0, 0, 0, 0, 0}
	story := s.surveyStory(likely)
	story.fill(m, make([]int32, len(likely)))
	check(t, m, []want{
		{2, fMarkRest + int(markEnd), -1}, {3, fMarkRest + int(markEnd), story.share(story.before[2])}, {5, fMarkRest + int(markComments), story.share(story.before[3])},
		{0, fMarkRest + int(markComments), -1},
	})
}

// Every mark has phrases, and none of a story's.
func TestMarksOfPhrases(t *testing.T) {
	var count [numMarks]int
	for class := range int16(256) {
		if m := markOfPhrase(class); m != markNone {
			count[m]++
		}
	}
	for m, n := range count {
		if n == 0 {
			t.Errorf("mark %d has no phrases", m)
		}
	}
	for _, c := range []phrases.Class{phrases.None, phrases.PhotoCredit, phrases.Consent} {
		if markOfPhrase(int16(c)) != markNone {
			t.Errorf("class %d has a mark", c)
		}
	}
}
