package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// Settings of the boosting. They were chosen by cross-validation; see MODEL.md.
const (
	rowsPerTree = 150_000 // drawn anew for each tree, but at most half of all
	columnShare = 0.4     // of the features for each tree
	lambda      = 4.0     // shrinks leaves with little weight
	minHessian  = 3.0     // the least of a leaf
)

// A dataset is a set of blocks, or of pages, with what is known of them.
type dataset struct {
	target []float32 // the probability that is to be learned, 0 to 1
	weight []float32
}

// boost trains a forest of trees for logistic loss. use says which rows count: the
// others may be of a fold that is kept apart.
func boost(d *dataset, b *binned, use []int32, of size, seed uint64) label.Forest {
	var yes, all float64
	for _, i := range use {
		all += float64(d.weight[i])
		yes += float64(d.weight[i]) * float64(d.target[i])
	}
	p := min(max(yes/all, 1e-4), 1-1e-4)
	forest := label.Forest{Bias: int32(math.Round(math.Log(p/(1-p)) * label.Unit))}
	score := slices.Repeat([]int32{forest.Bias}, len(d.target))
	rng := rand.New(rand.NewPCG(seed, 1))
	g := &grower{b: b, rate: of.rate, pull: make([]pull, len(d.target)), rows: make([]int32, 0, len(use))}
	rowShare := min(0.5, rowsPerTree/float64(len(use)))
	for range of.trees {
		g.rows = g.rows[:0]
		for _, i := range use {
			if rng.Float64() < rowShare {
				g.rows = append(g.rows, i)
			}
		}
		g.columns = g.columns[:0]
		for f := range label.NumFeatures {
			if len(b.cuts[f]) > 1 && rng.Float64() < columnShare {
				g.columns = append(g.columns, f)
			}
		}
		g.gradients(d, score)
		tree, cells := g.grow()
		forest.Trees = append(forest.Trees, tree)
		each(len(use), func(k int) {
			row, at := b.row(use[k]), 0
			for range label.Depth {
				at = 2*at + 1
				if feature, _ := tree.Split((at - 1) / 2); row[feature] > cells[(at-1)/2] {
					at++
				}
			}
			score[use[k]] += int32(tree.Leaf[at-label.Splits])
		})
	}
	return forest
}

// A pull is how a row wants its log odds changed: the gradient of its loss in the upper
// half, the second derivative in the lower one, both as whole numbers, so that sums do not
// depend on their order and the difference of two of them is exact.
type pull int64

func (p pull) parts() (g, h float64) { return float64(int64(p) >> 32), float64(uint32(p)) }

// A grower grows one tree after the other.
type grower struct {
	b       *binned
	rate    float64
	columns []int   // features that the tree may look at
	rows    []int32 // that it learns from; the rows of a node stand side by side
	spare   []int32
	pull    []pull // by row
	scale   float64
	level   []branch // the nodes of a level
	sums    [][]pull // of each of them, and of their parents: by column and bin
	above   [][]pull
}

// A branch is a node on the level that grows: rows[from:to], and the best split found.
type branch struct {
	from, to int
	best     []split // by part of the columns
}

type split struct {
	gain   float64
	column int
	cell   uint8
}

// gradients fills pull for the rows.
func (g *grower) gradients(d *dataset, score []int32) {
	slope := make([]struct{ g, h float32 }, len(g.rows))
	each(len(g.rows), func(k int) {
		i := g.rows[k]
		q := 1 / (1 + math.Exp(-float64(score[i])/label.Unit))
		slope[k].g, slope[k].h = (float32(q)-d.target[i])*d.weight[i], float32(q*(1-q))*d.weight[i]
	})
	var most, h float64
	for _, s := range slope {
		most += math.Abs(float64(s.g))
		h += float64(s.h)
	}
	g.scale = (1 << 30) / max(most, h, 1e-9)
	for k, i := range g.rows {
		g.pull[i] = pull(int64(math.Round(float64(slope[k].g)*g.scale))<<32 + int64(math.Round(float64(slope[k].h)*g.scale)))
	}
}

// grow builds a tree level by level from histograms of gradients. The sums of the larger
// of two siblings are what those of the smaller one leave of their parent's. cells are the
// thresholds in bins.
func (g *grower) grow() (t label.Tree, cells [label.Splits]uint8) {
	g.spare = slices.Grow(g.spare[:0], len(g.rows))[:len(g.rows)]
	g.level = []branch{{0, len(g.rows), make([]split, workers)}}
	for depth := range label.Depth {
		g.sums, g.above = g.above, g.sums
		for len(g.sums) < len(g.level) {
			g.sums = append(g.sums, nil)
		}
		for n := range g.level {
			if need := len(g.columns) * bins; cap(g.sums[n]) < need {
				g.sums[n] = make([]pull, label.NumFeatures*bins)
			}
		}
		var wg sync.WaitGroup
		for w := range workers {
			wg.Go(func() { g.search(depth, w) })
		}
		wg.Wait()
		next := make([]branch, 0, 2*len(g.level))
		for n, br := range g.level {
			at := len(g.level) - 1 + n
			best := split{gain: 1e-3}
			for _, s := range br.best {
				if s.gain > best.gain {
					best = s
				}
			}
			t.SetSplit(at, 0, math.MaxInt16) // all to the left, where no split pays
			cells[at] = bins
			middle := br.to
			if best.gain > 1e-3 {
				t.SetSplit(at, uint8(best.column), g.b.cuts[best.column][best.cell])
				cells[at] = best.cell
				middle = g.part(br.from, br.to, best)
			}
			next = append(next, branch{br.from, middle, make([]split, workers)}, branch{middle, br.to, make([]split, workers)})
		}
		g.level = next
	}
	for n, br := range g.level {
		var sum pull
		for _, i := range g.rows[br.from:br.to] {
			sum += g.pull[i]
		}
		x, h := sum.parts()
		v := -x / (h + lambda*g.scale) * g.rate
		t.Leaf[n] = int16(math.Round(min(max(v, -4), 4) * label.Unit))
	}
	return t, cells
}

// part brings the rows that go left to the front, in their order, and tells where the
// others begin.
func (g *grower) part(from, to int, s split) int {
	left, right := from, 0
	for _, i := range g.rows[from:to] {
		if g.b.row(i)[s.column] > s.cell {
			g.spare[right] = i
			right++
		} else {
			g.rows[left] = i
			left++
		}
	}
	copy(g.rows[left:to], g.spare[:right])
	return left
}

// search finds the best split of each node of the level, in a part of the columns.
func (g *grower) search(depth, worker int) {
	first := len(g.columns) * worker / workers
	columns := g.columns[first : len(g.columns)*(worker+1)/workers]
	lo, hi := first*bins, (first+len(columns))*bins
	if depth == 0 {
		g.sum(0, columns, lo, hi)
	}
	for n := 0; depth > 0 && n < len(g.level); n += 2 {
		less, more := n, n+1
		if g.level[n].to-g.level[n].from > g.level[n+1].to-g.level[n+1].from {
			less, more = more, less
		}
		g.sum(less, columns, lo, hi)
		all, part, rest := g.above[n/2][lo:hi], g.sums[less][lo:hi], g.sums[more][lo:hi]
		for k := range rest {
			rest[k] = all[k] - part[k]
		}
	}
	for n := range g.level {
		best := &g.level[n].best[worker]
		for k, f := range columns {
			g.split(best, f, g.sums[n][lo+k*bins:lo+(k+1)*bins])
		}
	}
}

// sum adds up the pulls of a node's rows by column and bin.
func (g *grower) sum(n int, columns []int, lo, hi int) {
	sums := g.sums[n][lo:hi]
	clear(sums)
	for _, i := range g.rows[g.level[n].from:g.level[n].to] {
		row, p := g.b.row(i), g.pull[i]
		for k, f := range columns {
			sums[k*bins+int(row[f])] += p
		}
	}
}

// split looks for a better split than best in the sums of one feature.
func (g *grower) split(best *split, f int, sums []pull) {
	var all, left pull
	for _, p := range sums {
		all += p
	}
	g0, h0 := all.parts()
	l, least := lambda*g.scale, minHessian*g.scale
	whole := g0 * g0 / (h0 + l)
	for c := 0; c < len(g.b.cuts[f])-1; c++ {
		left += sums[c]
		gl, hl := left.parts()
		if hl < least || h0-hl < least {
			continue
		}
		gr, hr := g0-gl, h0-hl
		if gain := (gl*gl/(hl+l) + gr*gr/(hr+l) - whole) / g.scale; gain > best.gain {
			*best = split{gain, f, uint8(c)}
		}
	}
}
