package main

import (
	"math"
	"math/rand/v2"

	"github.com/seed-90a94633/newsparse/internal/meta"
)

// How the weights are found: AdaGrad, text by text.
const (
	rounds = 30
	rate   = 0.3
	decay  = 0.01 // L2
)

// fit finds the weights by which the right lines of the texts outside of a fold are likeliest; where no line is right,
// none is, whose score is 0.
func fit(all []text, without int) []float64 {
	n := len(meta.BylineMarks())
	weights, squares := make([]float64, n), make([]float64, n)
	for i := range squares {
		squares[i] = 0.001
	}
	var list []text
	for _, t := range all {
		if t.fold != without && len(t.lines) > 0 {
			list = append(list, t)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	gradient := make([]float64, n)
	for range rounds {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		for _, t := range list {
			slope(gradient, t.lines, weights)
			for i, g := range gradient {
				if g == 0 {
					continue
				}
				g -= decay * weights[i]
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
