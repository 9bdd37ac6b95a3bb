package main

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

// How many trees tell where lines are joined, and how much each of them corrects.
var ofJoins = size{192, 0.1}

// otherBreak is how much a break outside of the story counts, as a share of a place in it: nobody is hurt
// there by a join.
const otherBreak = 0.3

// A nodeText is a page as a text that has a line for each text node, and as one with a line for each block.
type nodeText struct {
	gold   goldPage
	nodes  string
	blocks string // empty where they are not known
	weight float32
}

// readers are models that know no more than where lines are joined, without each of the folds, and with all
// of them at the end.
type readers [cv.Folds + 1]label.Model

// of is the one that has not seen a page's site.
func (r *readers) of(g *goldPage) *label.Model { return &r[cv.Fold(g.URL, g.ID)] }

// places are those between two lines of a text of which it is known whether they are joined.
type places struct {
	rows   label.Matrix
	target []float32 // 1 for a join
	weight []float32
}

// places are those inside of a paragraph of the gold, between two of them, and between two blocks.
func (t *nodeText) places() (p places) {
	lines, folded := t.lines()
	gold, blocks := passagesOf(t.gold.story()), passagesOf(strings.Split(t.blocks, "\n"))
	weight := t.weight * 200 / float32(200+len(lines))
	for k := 1; k < len(lines); k++ {
		above, below := folded[k-1], folded[k]
		joined, known := isJoined(gold, above, below)
		share := float32(1)
		if !known && blocks.hold(above) && blocks.hold(below) && !blocks.hold(above+" "+below) {
			known, share = true, otherBreak
		}
		if !known {
			continue
		}
		row := make([]int16, label.NumFeatures)
		prose.JoinRow(row, lines, k)
		p.rows, p.weight = append(p.rows, row...), append(p.weight, weight*share)
		target := float32(0)
		if joined {
			target = 1
		}
		p.target = append(p.target, target)
	}
	return p
}

// joins learns where lines are joined.
func joins(texts []nodeText, models int) *readers {
	parts := make([]places, len(texts))
	each(len(texts), func(i int) { parts[i] = texts[i].places() })
	var rows label.Matrix
	d, folds := new(dataset), []uint8(nil)
	for i := range parts {
		rows = append(rows, parts[i].rows...)
		d.target, d.weight = append(d.target, parts[i].target...), append(d.weight, parts[i].weight...)
		for range parts[i].target {
			folds = append(folds, uint8(cv.Fold(texts[i].gold.URL, texts[i].gold.ID)))
		}
	}
	all := func(int) bool { return true }
	b := bin(rows, without(everything, folds, all))
	r := new(readers)
	for k := range models {
		r[k].Text[label.AskJoin] = boost(d, b, without(k, folds, all), ofJoins, 7)
	}
	var right, wrong, missed int
	for i, y := range d.target {
		switch likely := r[folds[i]].Text[label.AskJoin].Score(rows.Row(i)) > 0; {
		case likely && y > 0:
			right++
		case likely:
			wrong++
		case y > 0:
			missed++
		}
	}
	say("text: joins learned from %d places: precision %.3f, recall %.3f", len(d.target),
		float64(right)/float64(right+wrong), float64(right)/float64(right+missed))
	return r
}

// lines are those of the text that are not blank, and their words.
func (t *nodeText) lines() (lines []prose.Line, folded []string) {
	above := ""
	for line := range strings.Lines(t.nodes) {
		if line = strings.TrimSpace(line); line != "" {
			lines, folded = append(lines, prose.NewLine(line, above)), append(folded, fold(line))
			above = line
		}
	}
	return lines, folded
}

// passages are texts by their words, each between line ends.
type passages string

func passagesOf(texts []string) passages {
	var all strings.Builder
	for _, t := range texts {
		all.WriteString(" " + fold(t) + " \n")
	}
	return passages(all.String())
}

// hold reports whether one of the texts has some words in a row.
func (p passages) hold(words string) bool {
	return words != "" && strings.Contains(string(p), " "+words+" ")
}

// manyLetters is from how many bytes on the words of a line stand in a story by no chance.
const manyLetters = 20

// isJoined reports whether two lines, by their words, follow one another in a paragraph of the gold; it is
// known for lines of which one is surely of the story.
func isJoined(gold passages, above, below string) (joined, known bool) {
	switch a, b := gold.hold(above), gold.hold(below); {
	case above == "" || below == "":
		return false, false
	case a && b:
		joined = gold.hold(above + " " + below)
		return joined, joined || max(len(above), len(below)) > manyLetters
	case a:
		return false, len(above) > manyLetters
	case b:
		return false, len(below) > manyLetters
	}
	return false, false
}
