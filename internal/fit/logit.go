package main

import (
	"math"
	"math/rand/v2"
)

// A text is a page with the lines that come into question.
type text struct {
	fold   int
	weight float64
	gold   map[string]bool // authors, see letters
	lines  []line
}

type line struct {
	right  bool
	marks  []float64
	inside bool     // of the story
	names  []string // in a byline, see letters
}

// best is the line with the highest score above least, -1 for none. Lines may be left out.
func (t *text) best(weights []float64, least float64, leaveOut func(line *line, score float64) bool) int {
	best := -1
	for i := range t.lines {
		l := &t.lines[i]
		if s := dot(weights, l.marks); s > least && (leaveOut == nil || !leaveOut(l, s)) {
			best, least = i, s
		}
	}
	return best
}

// how tells how weights are found.
type how struct {
	rounds int
	decay  float64                             // L2
	weight func(set string, style int) float64 // how much a text counts
}

// rate is that of AdaGrad, which goes text by text.
const rate = 0.3

// fit finds the n weights by which the right lines of the texts outside of a fold are likeliest; where no line is right,
// none is, whose score is 0.
func (h *how) fit(all []*text, n, without int) []float64 {
	weights, squares := make([]float64, n), make([]float64, n)
	for i := range squares {
		squares[i] = 0.001
	}
	var list []*text
	for _, t := range all {
		if t.fold != without && len(t.lines) > 0 {
			list = append(list, t)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	gradient := make([]float64, n)
	for range h.rounds {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for _, t := range list {
			slope(gradient, t.lines, weights)
			for i, g := range gradient {
				if g == 0 {
					continue
				}
				g = t.weight*g - h.decay*weights[i]
				squares[i] += g * g
				weights[i] += rate * g / math.Sqrt(squares[i])
			}
		}
	}
	return weights
}

// slope is the gradient of the log likelihood of one text.
func slope(gradient []float64, lines []line, weights []float64) {
	clear(gradient)
	most := 0.0 // of none
	scores := make([]float64, len(lines))
	for i, l := range lines {
		scores[i] = dot(weights, l.marks)
		most = max(most, scores[i])
	}
	all, right := math.Exp(-most), 0.0
	for i, l := range lines {
		scores[i] = math.Exp(scores[i] - most)
		all += scores[i]
		if l.right {
			right += scores[i]
		}
	}
	for i, l := range lines {
		pull := -scores[i] / all
		if l.right && right > 0 {
			pull += scores[i] / right
		}
		for k, m := range l.marks {
			gradient[k] += pull * m
		}
	}
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
