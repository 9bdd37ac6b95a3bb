package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

func TestMarks(t *testing.T) {
	p, _ := page.FromText(comments)
	s := survey(p, new(Lexicon), new(workspace))
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

// The longest run of what is likely story is the heart; what stands between it and a block tells
// whether the block belongs to it.
func TestHeart(t *testing.T) {
	lines := append(paragraphs(6), "Share this article")
	p, _ := page.FromText(strings.Join(append(lines, paragraphs(14)...), "\n\n"))
	likely := make([]int16, len(p.Blocks))
	for i := range likely {
		switch {
		case i >= 12 && i < 20, i == 1:
			likely[i] = 900
		}
	}
	s := survey(p, new(Lexicon), new(workspace))
	m := s.features()
	s.surveyStory(likely).fill(m, make([]int32, len(likely)))
	words := func(from, to int) (n int16) {
		for i := from; i < to; i++ {
			n += int16(p.Blocks[i].Words)
		}
		return n
	}
	check(t, m, []want{
		{12, fHeartGap, 0}, {19, fHeartGap, 0}, {20, fHeartGap, 0}, {20, fHeartStock, 0}, {11, fHeartGap, 0}, {10, fHeartGap, -words(11, 12)},
		{7, fHeartStock, 0}, {6, fHeartStock, 0}, {5, fHeartStock, 1}, {1, fHeartStock, 1}, {1, fHeartGap, -words(2, 12)},
	})
}

// Every mark has phrases, and none of a story's.
func TestMarksOfPhrases(t *testing.T) {
	var count [numMarks]int
	for _, m := range marksOfPhrases {
		if m != markNone {
			count[m]++
		}
	}
	for m, n := range count {
		if n == 0 {
			t.Errorf("mark %d has no phrases", m)
		}
	}
	for _, c := range []phrases.Class{phrases.None, phrases.PhotoCredit, phrases.Consent} {
		if marksOfPhrases[c] != markNone {
			t.Errorf("class %d has a mark", c)
		}
	}
}
