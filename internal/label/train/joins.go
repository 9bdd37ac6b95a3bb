package main

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

// How many trees tell where lines are joined, and how much each of them corrects.
const joinTrees, joinRate = 192, 0.1

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

// joins learns where lines are joined: at places inside a paragraph of the gold, and not between two of them
// or between two blocks.
func joins(texts []nodeText, models int) *readers {
	type places struct {
		rows   label.Matrix
		target []float32
		weight []float32
	}
	parts := make([]places, len(texts))
	each(len(texts), func(i int) {
		t, part := &texts[i], &parts[i]
		lines, folded := t.lines()
		gold, blocks := paragraphs(t.gold.story()), paragraphs(strings.Split(t.blocks, "\n"))
		weight := t.weight * 200 / float32(200+len(lines))
		for k := 1; k < len(lines); k++ {
			joined, known := isJoined(gold, folded[k-1], folded[k])
			share := float32(1)
			if !known && blocks.hold(folded[k-1]) && blocks.hold(folded[k]) && !blocks.hold(folded[k-1]+" "+folded[k]) {
				known, share = true, otherBreak
			}
			if !known {
				continue
			}
			row := make([]int16, label.NumFeatures)
			prose.JoinRow(row, lines, k)
			part.rows = append(part.rows, row...)
			part.weight = append(part.weight, weight*share)
			if joined {
				part.target = append(part.target, 1)
			} else {
				part.target = append(part.target, 0)
			}
		}
	})
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
		r[k].Text[label.AskJoin] = boost(d, b, without(k, folds, all), joinTrees, joinRate, 7)
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

func paragraphs(texts []string) passages {
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

// story is the text of the gold, by paragraphs.
func (g *goldPage) story() []string {
	if len(g.Paragraphs) > 0 {
		return g.Paragraphs
	}
	return strings.Split(g.Body, "\n")
}
