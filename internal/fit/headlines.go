package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// headlines are the lines that say what the gold has for the title.
var headlines = task{
	name:  "headlines",
	sets:  []string{"fundus-dev", "wcxb-dev", "blocks-dev"},
	marks: label.HeadlineMarks(),
	file:  filepath.Join("internal", "label", "headlineweights.txt"),
	how: how{rounds: 100, decay: 0.0001, weight: func(set string, style int) float64 {
		weight := 1 / float64(1+style)
		if set == "fundus-dev" { // they are few
			weight *= 3
		}
		return weight
	}},
	read: readHeadline,
	of: func(list []*text, unseen [][]float64) string {
		return fmt.Sprintf("right %.4f, on the page %.4f of %d", found(list, unseen), known(list), len(list))
	},
}

func readHeadline(g gold, in string, m *label.Model) *text {
	if g.Title == "" {
		return nil
	}
	t := &text{}
	p, _ := m.ReadText(in, nil)
	for _, h := range label.HeadlineLines(p, m) {
		l := line{right: saysTitle(h, g.Title), inside: h.In}
		for _, n := range h.Marks {
			l.marks = append(l.marks, float64(n)/thousandths)
		}
		t.lines = append(t.lines, l)
	}
	return t
}

// thousandths are what the label's marks and scores are counted in.
const thousandths = 1000.0

// saysTitle reports whether a line is a title, with the name of the site or without it.
func saysTitle(h label.HeadlineLine, title string) bool {
	want := letters(title)
	return letters(h.Text) == want || h.Site != "" && letters(strings.TrimSuffix(h.Text, h.Site)) == want
}

// found is the share of the texts whose headline is found by weights that have not seen the site.
func found(list []*text, unseen [][]float64) float64 {
	right := 0
	for _, t := range list {
		best := t.best(unseen[t.fold], label.LeastHeadline/thousandths, func(l *line, score float64) bool {
			return l.inside && score <= label.LeastInside/thousandths
		})
		if best >= 0 && t.lines[best].right {
			right++
		}
	}
	return float64(right) / float64(max(len(list), 1))
}

// known is the share of the texts that have a line with the headline.
func known(list []*text) float64 {
	n := 0
	for _, t := range list {
		for _, l := range t.lines {
			if l.right {
				n++
				break
			}
		}
	}
	return float64(n) / float64(max(len(list), 1))
}
