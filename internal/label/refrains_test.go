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
func TestRefrains(t *testing.T) {
	p, _ := page.FromText(comments)
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	check(t, m, []want{
		{0, fRefrainCopies, 0}, {0, fRefrainBefore, -1}, {0, fCopies, 0}, {2, fCopies, 1}, {0, fRefrainAbove, reach}, {0, fRefrainAboveCopies, 0}, {0, fRefrainBelow, 6}, {0, fRefrainBelowCopies, 3},
		{6, fCopies, 3}, {6, fRefrainCopies, 0}, {6, fRefrainAbove, reach}, {6, fRefrainBelow, 3},
		{8, fRefrainCopies, 3}, {8, fRefrainAfter, 0}, {8, fRefrainAbove, 2}, {8, fRefrainBelow, 1},
		{11, fRefrainCopies, 3}, {12, fRefrainCopies, 0}, {12, fRefrainBelow, reach},
	})
	likely := []int16{900, 900, 0, 0, 0, 600, 0, 0, 400, 0, 0, 200, 0}
	s.surveyStory(likely).fill(m, make([]int32, len(likely)))
	words := func(i int) int { return int(p.Blocks[i].Words) }
	check(t, m, []want{
		{0, fRefrainStory, -1}, {5, fRefrainStory, -1},
		{8, fRefrainStory, int16(words(11) * 200 / (words(7) + words(10) + words(11)))},
	})
}

// Lines that stand far apart are no refrain: headings of a long story may come again.
func TestStanzasAreShort(t *testing.T) {
	paragraph := "The harbour of Ostend froze over for the first time in forty years.\n\n"
	for _, c := range []struct {
		between int
		copies  int16
	}{{longestStanza - 1, 3}, {longestStanza, 0}} {
		p, _ := page.FromText(strings.Repeat("On ice\n\n"+strings.Repeat(paragraph, c.between), 3))
		if got := Features(p, Lexica{}).Row(2)[fRefrainCopies]; got != c.copies {
			t.Errorf("%d paragraphs between: %d lines, want %d", c.between, got, c.copies)
		}
	}
}

func TestRefrainKey(t *testing.T) {
	same := func(a, b string) bool {
		x, short := refrainKey(a)
		y, also := refrainKey(b)
		return short && also && x == y
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Reply (2)", "Reply (11)", true}, {"3 likes", "likes 3", true}, {"回复 2", "回复 3", true}, {"Reply", "Report", false},
		{"12", "34", false}, {strings.Repeat("x", longRefrain+1), strings.Repeat("x", longRefrain+1), false},
	} {
		if same(c.a, c.b) != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, !c.want)
		}
	}
}
