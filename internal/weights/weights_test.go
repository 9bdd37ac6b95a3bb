package weights

import (
	"slices"
	"testing"
)

// TestWeights: what is written is read, rounded, mark by mark and not line by line.
func TestWeights(t *testing.T) {
	file := Write("Marks: 3", []string{"says by", "word count"}, []float64{2.0749, -0.305})
	if want := "# Marks: 3\nsays by: 207\nword count: -31\n"; file != want {
		t.Errorf("written %q", file)
	}
	if got, want := Read(file, []string{"word count", "another", "says by"}), []int32{-31, 0, 207}; !slices.Equal(got, want) {
		t.Errorf("read %d, not %d", got, want)
	}
	if got := Read("says by: much\nsays", []string{"says by", "says"}); !slices.Equal(got, []int32{0, 0}) {
		t.Errorf("read %d where no weight is", got)
	}
}
