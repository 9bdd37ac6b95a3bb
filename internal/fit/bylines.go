package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/weights"
)

// bylines are lines that name the authors; of a text that has none, no line does.
var bylines = task{
	name:  "bylines",
	sets:  []string{"fundus-dev", "wcxb-dev", "trafilatura-dev"},
	marks: meta.BylineMarks(),
	file:  filepath.Join("internal", "meta", "data", "bylineweights.txt"),
	how:   how{rounds: 30, decay: 0.01, weight: func(string, int) float64 { return 1 }},
	read:  readByline,
	of:    func(list []*text, unseen [][]float64) string { return fmt.Sprintf("F1 %.4f", f1(list, unseen)) },
}

func readByline(g gold, in string, m *label.Model) *text {
	if len(g.Authors) == 0 {
		return nil
	}
	t := &text{gold: map[string]bool{}}
	for _, a := range g.Authors {
		t.gold[letters(a)] = true
	}
	ctx := meta.WithWeigher(label.WithModel(context.Background(), m), func(names []meta.Author, marks []int16) {
		l := line{}
		for _, a := range names {
			l.names = append(l.names, letters(a.Name))
			l.right = l.right || t.holds(letters(a.Name))
		}
		for _, n := range marks {
			l.marks = append(l.marks, float64(n)/meta.Quarters)
		}
		t.lines = append(t.lines, l)
	})
	new(newsparse.Parser).Parse(ctx, strings.NewReader(in), newsparse.Source{ContentType: "text/plain"})
	return t
}

// holds reports whether a name is one of the gold's, or a part of one: "Ada Moss, Senior Editor".
func (t *text) holds(name string) bool {
	const least = 6 // bytes
	for g := range t.gold {
		if name == g || len(name) >= least && strings.Contains(g, name) {
			return true
		}
	}
	return false
}

// f1 is that of the right names, by the weights that have not seen the page's site.
func f1(list []*text, unseen [][]float64) float64 {
	var right, wrong, missing float64
	for _, t := range list {
		found := 0.0
		if best := t.best(unseen[t.fold], meta.LeastByline/float64(weights.Unit), nil); best >= 0 {
			for _, n := range t.lines[best].names {
				if t.gold[n] {
					found++
				} else {
					wrong++
				}
			}
		}
		right += found
		missing += float64(len(t.gold)) - found
	}
	return 2 * right / (2*right + wrong + missing)
}
