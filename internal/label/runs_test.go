package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// What stands between a block and the longest run of likely blocks tells whether the block belongs to it.
func TestMainRun(t *testing.T) {
	lines := append(paragraphs(6), "Share this article")
	p, _ := page.FromText(strings.Join(append(lines, paragraphs(14)...), "\n\n"))
	likely := make([]int16, len(p.Blocks))
	for i := range likely {
		if i == 1 || i >= 12 && i < 20 {
			likely[i] = 900
		}
	}
	s := survey(p, Lexica{}, new(workspace))
	m := s.features()
	s.surveyStory(likely).fill(m, make([]int32, len(likely)))
	words := func(from, to int) (n int16) {
		for i := from; i < to; i++ {
			n += int16(p.Blocks[i].Words)
		}
		return n
	}
	check(t, m, []want{
		{12, fMainRunGap, 0}, {19, fMainRunGap, 0}, {20, fMainRunGap, 0}, {20, fMainRunStock, 0}, {11, fMainRunGap, 0}, {10, fMainRunGap, -words(11, 12)},
		{7, fMainRunStock, 0}, {6, fMainRunStock, 0}, {5, fMainRunStock, 1}, {1, fMainRunStock, 1}, {1, fMainRunGap, -words(2, 12)},
	})
}
