package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// A pairJoiner joins every second line, and keeps the rows that it was asked about.
type pairJoiner struct{ rows [][]int16 }

func (j *pairJoiner) Score(row []int16) int32 {
	j.rows = append(j.rows, slices.Clone(row))
	return int32(len(j.rows)%2*2 - 1)
}

// However long a text is, each place between its lines is asked about once, with the lines around it, and
// none next to a blank line.
func TestJoinerIsAskedAboutEachPlace(t *testing.T) {
	for _, n := range []int{1, 2, 3, prose.FarLines, prose.FarLines + 1, 500} {
		var text strings.Builder
		var lines []prose.Line
		above := ""
		for i := range n {
			line := fmt.Sprintf("Line %d of the text", i)
			switch {
			case i%5 == 4:
				line += " ends."
			case i%3 == 1:
				line = "goes on " + line
			}
			text.WriteString(line + "\n")
			lines = append(lines, prose.NewLine(line, above))
			above = line
		}
		text.WriteString("\nanother part of it\ngoes on")
		j := new(pairJoiner)
		b := textBuilder{page: new(Page), joiner: j, size: 1 << 20}
		b.byNode(b.lines(text.String()))
		b.endBlock()
		if len(j.rows) != n { // n-1 places and that in the last part
			t.Fatalf("%d lines: asked about %d places", n, len(j.rows))
		}
		row := make([]int16, prose.JoinFeatures)
		for i := 1; i < n; i++ {
			if prose.JoinRow(row, lines, i); !slices.Equal(row, j.rows[i-1]) {
				t.Fatalf("%d lines: place %d: %v, want %v", n, i, j.rows[i-1], row)
			}
		}
		if got := len(b.notes.Joins); got != (n+1)/2 {
			t.Errorf("%d lines: %d joins", n, got)
		}
	}
}
