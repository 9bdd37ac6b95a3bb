package main

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/label"
)

func TestSaysTitle(t *testing.T) {
	const title = "The ferry is back"
	for _, tt := range []struct {
		line, site string
		want       bool
	}{
		{"The ferry is back", "", true},
		{"THE FERRY IS BACK!", "", true},
		{"The ferry is back | Harbour Post", "Harbour Post", true},
		{"The ferry is back – Harbour Post", "Harbour Post", true},
		{"The ferry is back - on Sundays only", "on Sundays only", true}, // a name of a site may be anything
		{"The ferry is back | Harbour Post", "", false},
		{"Harbour Post | The ferry is back", "The ferry is back", false},
		{"The ferry is back on Sundays", "", false},
		{"The ferry", "", false},
	} {
		if got := saysTitle(label.HeadlineLine{Text: tt.line, Site: tt.site}, title); got != tt.want {
			t.Errorf("%s: %v", tt.line, got)
		}
	}
}

// TestFound: what is taken for the story is a headline only if it scores higher.
func TestFound(t *testing.T) {
	weights := [][]float64{{1}}
	scored := func(score float64, right, inside bool) line {
		return line{right: right, inside: inside, marks: []float64{score}}
	}
	for name, tt := range map[string]struct {
		lines []line
		want  float64
	}{
		"the best":              {[]line{scored(-1, false, false), scored(1, true, false)}, 1},
		"another is better":     {[]line{scored(2, false, false), scored(1, true, false)}, 0},
		"too little":            {[]line{scored(-3, true, false)}, 0},
		"inside the story":      {[]line{scored(-1, true, true)}, 0},
		"inside, and surely":    {[]line{scored(1, true, true)}, 1},
		"another one is inside": {[]line{scored(-0.5, false, true), scored(-1, true, false)}, 1},
		"no line":               {nil, 0},
	} {
		if got := found([]*text{{lines: tt.lines}}, weights); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
