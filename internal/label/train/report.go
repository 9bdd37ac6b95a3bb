package main

import (
	"cmp"
	"log"
	"math"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// f1 is the F1 of the words that a page's last answers take; 0 for what is no article.
func (c *corpus) f1(p *span, last []int32) float64 {
	var both, taken, gold float64
	for i := p.from; i < p.to; i++ {
		w := float64(c.words[i])
		if last[i] > 0 {
			taken += w
			both += w * float64(c.story[i])
		}
		gold += w * float64(c.story[i])
	}
	if !p.article() || taken+gold == 0 {
		return 0
	}
	return 2 * both / (taken + gold)
}

// report prints what the models find on pages of sites that they have not seen: of the
// labels alone, without the rules around them.
func report(kind string, c *corpus, first, last []int32, roles [label.NumQuestions][]int32, confidence []float64) {
	for _, set := range sets {
		var n, f1First, f1, exact, low, off float64
		var good, bad []float64
		for k := range c.pages {
			p := &c.pages[k]
			if p.set != set.name || p.rewritten {
				continue
			}
			n++
			f := c.f1(p, last)
			f1 += f
			f1First += c.f1(p, first)
			off += math.Abs(f - confidence[k])
			if f < 0.5 {
				low++
			}
			if f < 0.8 {
				bad = append(bad, confidence[k])
			} else {
				good = append(good, confidence[k])
			}
			wrong := 0
			for i := p.from; i < p.to; i++ {
				if c.words[i] > 0 && (last[i] > 0) != (c.story[i] > 0) {
					wrong++
				}
			}
			if wrong == 0 {
				exact++
			}
		}
		log.Printf("%s %-12s word F1 %.4f (first look %.4f), all blocks right %.3f, under .5 %.3f; confidence: mean error %.4f, AUC of F1 under .8 %.3f",
			kind, set.name, f1/n, f1First/n, exact/n, low/n, off/n, auc(good, bad))
	}
	var articles, others []float64
	for k := range c.pages {
		switch p := &c.pages[k]; {
		case p.rewritten:
		case !p.article():
			others = append(others, confidence[k])
		case p.set == sets[len(sets)-1].name:
			articles = append(articles, confidence[k])
		}
	}
	log.Printf("%s is an article: AUC of the confidence %.3f (%d against %d pages)", kind, auc(articles, others), len(articles), len(others))
	for q := label.Question(0); q < label.NumQuestions; q++ {
		if roles[q] == nil {
			continue
		}
		var right, given, gold float64
		for i, r := range c.roles {
			if !c.tells[i] || c.rewritten[i] {
				continue
			}
			if r == roleOf[q] {
				gold++
			}
			if roles[q][i] > 0 {
				given++
				if r == roleOf[q] {
					right++
				}
			}
		}
		log.Printf("%s role %-10s F1 %.3f (precision %.3f, recall %.3f, %.0f blocks)", kind, roleOf[q], 2*right/(given+gold), right/given, right/gold, gold)
	}
}

// auc is the chance that one of good is above one of bad.
func auc(good, bad []float64) float64 {
	if len(good) == 0 || len(bad) == 0 {
		return math.NaN()
	}
	slices.Sort(good)
	var sum float64
	for _, b := range bad {
		below, _ := slices.BinarySearchFunc(good, b, cmp.Compare)
		upTo, _ := slices.BinarySearchFunc(good, b, func(g, b float64) int {
			if g <= b {
				return -1
			}
			return 1
		})
		sum += float64(len(good)-upTo) + float64(upTo-below)/2
	}
	return sum / float64(len(good)) / float64(len(bad))
}
