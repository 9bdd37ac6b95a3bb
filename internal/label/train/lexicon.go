package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

// Settings of the lexicons. Chosen by cross-validation, see MODEL.md.
const (
	lexiconRate = 0.3
	mostWeight  = 4 // of a block, in means of all
)

// A bag holds what a lexicon knows blocks by.
type bag struct {
	words     [][]uint32 // hashes, by block
	tells     []bool     // blocks that tell what speaks for the story
	roles     []string   // that it is about, "" for the story
	sites     int32      // the least on which a word stands
	most      int        // words of the lexicon: those that say most
	shrinkage float64
	epochs    int
}

// wordRoles are what the features of a block's own words are about, in their order. "" is the story.
var wordRoles = [...]string{"", "note", "related", "bio", "caption", "byline"}

// nameRoles are what those of the names of elements are about.
var nameRoles = [...]string{"", "date", "related", "bio", "caption", "byline"}

// lexica learns what words say, without each fold, and fills the features of all rows
// with what the lexicons say that have not seen a row's site.
func (l *learned) lexica(c *corpus) {
	said := &bag{c.said, c.near, wordRoles[:], 6, 4000, 0.02, 8}
	sites := c.wordSites(said)
	each(l.models, func(k int) { l.lexicons[k] = c.lexicon(said, k, sites) })
	if c.kind() == html {
		called := &bag{c.names, c.counts(), nameRoles[:], 4, 8000, 0.1, 4}
		sites = c.wordSites(called)
		each(l.models, func(k int) { l.names[k] = c.lexicon(called, k, sites) })
	}
	each(len(c.pages), func(i int) {
		p := &c.pages[i]
		copy(c.matrix(p), label.Features(p.page, l.of(p.fold)))
	})
}

// of are the lexicons that have not seen a fold.
func (l *learned) of(fold int) label.Lexica {
	return label.Lexica{Words: &l.lexicons[fold], Names: &l.names[fold]}
}

// counts are the blocks of which something is learned.
func (c *corpus) counts() []bool {
	counts := make([]bool, len(c.weight))
	for i, w := range c.weight {
		counts[i] = w > 0
	}
	return counts
}

// wordSites counts the sites of each word of a bag, by fold.
func (c *corpus) wordSites(b *bag) map[uint32]*[cv.Folds]int32 {
	type on struct{ word, site uint32 }
	seen := map[on]bool{}
	sites := map[uint32]*[cv.Folds]int32{}
	for k := range c.pages {
		p := &c.pages[k]
		for i := p.from; i < p.to; i++ {
			if !b.tells[i] {
				continue
			}
			for _, h := range b.words[i] {
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
func (c *corpus) lexicon(b *bag, fold int, sites map[uint32]*[cv.Folds]int32) label.Lexicon {
	var entries []label.Entry
	for h, on := range sites {
		n := int32(0)
		for k, x := range on {
			if k != fold {
				n += x
			}
		}
		if n >= b.sites {
			entries = append(entries, label.Entry{Hash: h})
		}
	}
	slices.SortFunc(entries, func(a, b label.Entry) int { return cmp.Compare(a.Hash, b.Hash) })
	index := make(map[uint32]int32, len(entries))
	for i := range entries {
		index[entries[i].Hash] = int32(i)
	}
	for q, role := range b.roles {
		use := without(fold, c.fold, func(i int) bool {
			return len(b.words[i]) > 0 && (role == "" && b.tells[i] || role != "" && c.tells[i])
		})
		said := make([][]int32, len(use))
		target, weight := make([]float64, len(use)), make([]float64, len(use))
		for k, i := range use {
			for _, h := range b.words[i] {
				if word, ok := index[h]; ok {
					said[k] = append(said[k], word)
				}
			}
			weight[k] = float64(c.weight[i])
			if role == "" && c.story[i] > 0 || role != "" && c.roles[i] == role {
				target[k] = 1
			}
		}
		for i, w := range b.logistic(len(entries), said, target, weight) {
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
	return label.NewLexicon(slices.Clone(entries[:min(len(entries), b.most)]))
}

// logistic is a logistic regression over the words of blocks, which are numbers below n.
func (b *bag) logistic(n int, said [][]int32, target, weight []float64) []float64 {
	w, squares := make([]float64, n), make([]float64, n)
	bias, biasSquares := 0.0, 1e-6
	var mean float64
	order := make([]int32, len(said))
	for k := range order {
		order[k] = int32(k)
		mean += weight[k] / float64(len(said))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range b.epochs {
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
				x := g + b.shrinkage*w[i]
				squares[i] += x * x
				w[i] -= lexiconRate * x / math.Sqrt(squares[i]+1e-6)
			}
		}
	}
	return w
}
