package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// comments are a short story with what its readers say below.
const comments = `The harbour of Ostend froze over for the first time in forty years.

Pilots say that it may hold until Sunday.

Tags: harbour

3 comments

Ada, 3 May 2024

My father walked on it when he was a boy, and so did I.

Reply (2)

Bo, 4 May 2024

Nobody should walk on it.

Reply (1)

Cy, 4 May 2024

Herring tastes best on ice.

Reply (11)`

// Comments stand between lines that come again and again, stories do not.
func TestFrames(t *testing.T) {
	p, _ := page.FromText(comments)
	s := survey(p, new(Lexicon), new(workspace))
	m := s.features()
	check(t, m, []want{
		{0, fFrameCopies, 0}, {0, fFrameBefore, -1}, {0, fCopies, 0}, {2, fCopies, 1}, {0, fRepeatAbove, reach}, {0, fRepeatAboveCopies, 0}, {0, fRepeatBelow, 6}, {0, fRepeatBelowCopies, 3},
		{6, fCopies, 3}, {6, fFrameCopies, 0}, {6, fRepeatAbove, reach}, {6, fRepeatBelow, 3},
		{8, fFrameCopies, 3}, {8, fFrameAfter, 0}, {8, fRepeatAbove, 2}, {8, fRepeatBelow, 1},
		{11, fFrameCopies, 3}, {12, fFrameCopies, 0}, {12, fRepeatBelow, reach},
	})
	likely := []int16{900, 900, 0, 0, 0, 600, 0, 0, 400, 0, 0, 200, 0}
	s.surveyStory(likely).fill(m, make([]int32, len(likely)))
	words := func(i int) int { return int(p.Blocks[i].Words) }
	check(t, m, []want{
		{0, fFrameStory, -1}, {5, fFrameStory, -1},
		{8, fFrameStory, int16(words(11) * 200 / (words(7) + words(10) + words(11)))},
	})
}

// Lines that stand far apart frame nothing: headings of a long story may come again.
func TestFramesAreShort(t *testing.T) {
	paragraph := "The harbour of Ostend froze over for the first time in forty years.\n\n"
	for _, c := range []struct {
		between int
		copies  int16
	}{{longestFrame - 1, 3}, {longestFrame, 0}} {
		p, _ := page.FromText(strings.Repeat("On ice\n\n"+strings.Repeat(paragraph, c.between), 3))
		if got := Features(p).Row(2)[fFrameCopies]; got != c.copies {
			t.Errorf("%d paragraphs between: %d lines, want %d", c.between, got, c.copies)
		}
	}
}

func TestFrameKey(t *testing.T) {
	same := func(a, b string) bool {
		x, short := frameKey(a)
		y, also := frameKey(b)
		return short && also && x == y
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Reply (2)", "Reply (11)", true}, {"3 likes", "likes 3", true}, {"回复 2", "回复 3", true}, {"Reply", "Report", false},
		{"12", "34", false}, {strings.Repeat("x", longFrame+1), strings.Repeat("x", longFrame+1), false},
	} {
		if same(c.a, c.b) != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, !c.want)
		}
	}
}
