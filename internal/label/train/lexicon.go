package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

// Settings of the lexicon. Chosen by cross-validation, see MODEL.md.
const (
	wordSites   = 6    // the least sites on which a word stands
	mostWords   = 4000 // words of a lexicon: those that say most
	lexiconRate = 0.3
	shrinkage   = 0.02
	epochs      = 8
	mostWeight  = 4 // of a block, in means of all
)

// wordRoles are what the features of a lexicon are about, in their order. "" is the story.
var wordRoles = [...]string{"", "note", "related", "bio", "caption", "byline"}

// lexicon learns what words say, without each fold, and fills the features of all rows
// with what the lexicons say that have not seen a row's site.
func (l *learned) lexicon(c *corpus) {
	sites := c.wordSites()
	each(l.models, func(k int) { l.lexicons[k] = c.lexicon(k, sites) })
	each(len(c.story), func(i int) { l.lexicons[c.fold[i]].Fill(c.row(i), c.said[i]) })
}

// wordSites counts the sites of each word near stories, by fold.
func (c *corpus) wordSites() map[uint32]*[cv.Folds]int32 {
	type on struct{ word, site uint32 }
	seen := map[on]bool{}
	sites := map[uint32]*[cv.Folds]int32{}
	for k := range c.pages {
		p := &c.pages[k]
		for i := p.from; i < p.to; i++ {
			if !c.near[i] {
				continue
			}
			for _, h := range c.said[i] {
				if key := (on{h, p.site}); !seen[key] {
					seen[key] = true
					if sites[h] == nil {
						sites[h] = new([cv.Folds]int32)
					}
					sites[h][p.fold]++
				}
			}
		}
	}
	return sites
}

// lexicon learns from the pages that are not in a fold.
func (c *corpus) lexicon(fold int, sites map[uint32]*[cv.Folds]int32) label.Lexicon {
	var entries []label.Entry
	for h, on := range sites {
		n := int32(0)
		for k, x := range on {
			if k != fold {
				n += x
			}
		}
		if n >= wordSites {
			entries = append(entries, label.Entry{Hash: h})
		}
	}
	slices.SortFunc(entries, func(a, b label.Entry) int { return cmp.Compare(a.Hash, b.Hash) })
	index := make(map[uint32]int32, len(entries))
	for i := range entries {
		index[entries[i].Hash] = int32(i)
	}
	for q, role := range wordRoles {
		use := without(fold, c.fold, func(i int) bool {
			return len(c.said[i]) > 0 && (role == "" && c.near[i] || role != "" && c.tells[i])
		})
		said := make([][]int32, len(use))
		target, weight := make([]float64, len(use)), make([]float64, len(use))
		for k, i := range use {
			for _, h := range c.said[i] {
				if word, ok := index[h]; ok {
					said[k] = append(said[k], word)
				}
			}
			weight[k] = float64(c.weight[i])
			if role == "" && c.story[i] > 0 || role != "" && c.roles[i] == role {
				target[k] = 1
			}
		}
		for i, w := range logistic(len(entries), said, target, weight) {
			entries[i].Weights[q] = int8(math.Round(min(max(w*label.LexiconUnit, -127), 127)))
		}
	}
	says := func(e *label.Entry) (most int) {
		for _, w := range e.Weights {
			most = max(most, int(w), -int(w))
		}
		return most
	}
	slices.SortStableFunc(entries, func(a, b label.Entry) int { return says(&b) - says(&a) })
	return label.NewLexicon(slices.Clone(entries[:min(len(entries), mostWords)]))
}

// logistic is a logistic regression over the words of blocks, which are numbers below n.
func logistic(n int, said [][]int32, target, weight []float64) []float64 {
	w, squares := make([]float64, n), make([]float64, n)
	bias, biasSquares := 0.0, 1e-6
	var mean float64
	order := make([]int32, len(said))
	for k := range order {
		order[k] = int32(k)
		mean += weight[k] / float64(len(said))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range epochs {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, k := range order {
			sum := bias
			for _, i := range said[k] {
				sum += w[i]
			}
			g := (1/(1+math.Exp(-sum)) - target[k]) * min(weight[k]/mean, mostWeight)
			biasSquares += g * g
			bias -= lexiconRate * g / math.Sqrt(biasSquares)
			for _, i := range said[k] {
				x := g + shrinkage*w[i]
				squares[i] += x * x
				w[i] -= lexiconRate * x / math.Sqrt(squares[i]+1e-6)
			}
		}
	}
	return w
}
