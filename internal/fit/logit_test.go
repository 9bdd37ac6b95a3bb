package main

import (
	"slices"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/meta"
)

// TestFit: a mark of right lines speaks for a line, one of wrong lines against it, one of both says nothing; the same
// texts give the same weights.
func TestFit(t *testing.T) {
	marked := func(right bool, on ...int) line {
		l := line{right: right, marks: make([]float64, len(meta.BylineMarks()))}
		for _, i := range on {
			l.marks[i] = 1
		}
		return l
	}
	var all []*text
	for i := range 40 {
		all = append(all, &text{fold: i % 5, weight: 1, lines: []line{marked(false, 1, 2), marked(true, 0, 2), marked(false, 2)}}, &text{fold: i % 5, weight: 1, lines: []line{marked(false, 1)}})
	}
	fit := func() []float64 { return bylines.fit(all, len(bylines.marks), 0) }
	w := fit()
	if w[0] < 1 || w[1] > -1 || w[2] > w[0]/2 || w[3] != 0 {
		t.Errorf("weights %.2f", w[:4])
	}
	if !slices.Equal(w, fit()) {
		t.Error("another time other weights")
	}
	list := []*text{{gold: map[string]bool{"adamoss": true}, lines: all[0].lines}}
	list[0].lines[1].names = []string{"adamoss"}
	if got := f1(list, [][]float64{w}); got != 1 {
		t.Errorf("F1 %.2f", got)
	}
}

func TestHolds(t *testing.T) {
	for name, want := range map[string]bool{"Ada Moss": true, "ADA MOSS": true, "Ada": false, "Ben Carter": false} {
		if got := (&text{gold: map[string]bool{letters("Ada Moss, Senior Editor"): true}}).holds(letters(name)); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
