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
	bins        = 64
	rowsPerTree = 150_000 // drawn anew for each tree, but at most half of all
	columnShare = 0.4     // of the features for each tree
	lambda      = 4.0     // shrinks leaves with little weight
	minHessian  = 3.0     // the least of a leaf
)

// A dataset is a set of blocks, or of pages, with what is known of them.
type dataset struct {
	rows   []int16   // NumFeatures each
	target []float32 // the probability that is to be learned, 0 to 1
	weight []float32
}

func (d *dataset) len() int { return len(d.target) }

// binned is a dataset's features by column, cut into bins.
type binned struct {
	columns [][]uint8
	cuts    [][]int16 // of column f: bin b holds values up to cuts[f][b]
}

func bin(rows []int16) *binned {
	n := len(rows) / label.NumFeatures
	b := &binned{make([][]uint8, label.NumFeatures), make([][]int16, label.NumFeatures)}
	each(label.NumFeatures, func(f int) {
		sample := make([]int16, 0, 20001)
		step := max(1, n/20000)
		for i := 0; i < n; i += step {
			sample = append(sample, rows[i*label.NumFeatures+f])
		}
		slices.Sort(sample)
		distinct := slices.Compact(slices.Clone(sample))
		cuts := distinct
		if len(distinct) > bins {
			cuts = nil
			for k := 1; k <= bins; k++ {
				c := sample[(len(sample)-1)*k/bins]
				if len(cuts) == 0 || c > cuts[len(cuts)-1] {
					cuts = append(cuts, c)
				}
			}
		}
		cuts[len(cuts)-1] = math.MaxInt16
		column := make([]uint8, n)
		for i := range column {
			k, _ := slices.BinarySearch(cuts, rows[i*label.NumFeatures+f])
			column[i] = uint8(k)
		}
		b.columns[f], b.cuts[f] = column, cuts
	})
	return b
}

// each calls do with 0 to n-1, on all cores.
func each(n int, do func(int)) {
	var wg sync.WaitGroup
	const workers = 2
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}

type sums struct{ g, h float32 }

// boost trains a forest of trees for logistic loss. use says which rows count: the
// others may be of a fold that is kept apart.
func boost(d *dataset, b *binned, use []int32, trees int, rate float64, seed uint64) label.Forest {
	var pos, all float64
	for _, i := range use {
		all += float64(d.weight[i])
		pos += float64(d.weight[i]) * float64(d.target[i])
	}
	p := min(max(pos/all, 1e-4), 1-1e-4)
	forest := label.Forest{Bias: int32(math.Round(math.Log(p/(1-p)) * label.Unit))}
	score := make([]float32, d.len())
	for i := range score {
		score[i] = float32(forest.Bias) / label.Unit
	}
	grad := make([]sums, d.len())
	node := make([]uint8, d.len())
	rng := rand.New(rand.NewPCG(seed, 1))
	rows := make([]int32, 0, len(use))
	rowShare := min(0.5, rowsPerTree/float64(len(use)))
	for range trees {
		rows = rows[:0]
		for _, i := range use {
			if rng.Float64() < rowShare {
				rows = append(rows, i)
			}
		}
		for _, i := range rows {
			q := float32(1 / (1 + math.Exp(-float64(score[i]))))
			grad[i] = sums{(q - d.target[i]) * d.weight[i], q * (1 - q) * d.weight[i]}
			node[i] = 0
		}
		var columns []int
		for f := range label.NumFeatures {
			if len(b.cuts[f]) > 1 && rng.Float64() < columnShare {
				columns = append(columns, f)
			}
		}
		tree := grow(b, rows, grad, node, columns, rate)
		forest.Trees = append(forest.Trees, tree)
		one := label.Forest{Trees: []label.Tree{tree}}
		each(2, func(w int) {
			for k := w; k < len(use); k += 2 {
				i := use[k]
				score[i] += float32(one.Sum(d.rows[int(i)*label.NumFeatures:])) / label.Unit
			}
		})
	}
	return forest
}

// grow builds one tree level by level from histograms of gradients.
func grow(b *binned, rows []int32, grad []sums, node []uint8, columns []int, rate float64) (t label.Tree) {
	for i := range t.Threshold {
		t.Threshold[i] = math.MaxInt16 // all to the left, where no split pays
	}
	type split struct {
		gain float64
		bin  uint8
		cut  int16
	}
	for level := range label.Depth {
		width := 1 << level
		found := make([][]split, len(columns)) // by column, then node
		each(len(columns), func(k int) {
			f := columns[k]
			column := b.columns[f]
			hist := make([]sums, width*bins)
			for _, i := range rows {
				s := &hist[int(node[i])*bins+int(column[i])]
				s.g += grad[i].g
				s.h += grad[i].h
			}
			found[k] = make([]split, width)
			for n := range width {
				h := hist[n*bins : (n+1)*bins]
				var g0, h0 float64
				for _, s := range h {
					g0 += float64(s.g)
					h0 += float64(s.h)
				}
				var gl, hl float64
				best := &found[k][n]
				for c := 0; c < len(b.cuts[f])-1; c++ {
					gl += float64(h[c].g)
					hl += float64(h[c].h)
					if hl < minHessian || h0-hl < minHessian {
						continue
					}
					gr, hr := g0-gl, h0-hl
					gain := gl*gl/(hl+lambda) + gr*gr/(hr+lambda) - g0*g0/(h0+lambda)
					if gain > best.gain {
						*best = split{gain, uint8(c), b.cuts[f][c]}
					}
				}
			}
		})
		chosen := make([]struct {
			column []uint8
			bin    uint8
		}, width)
		for n := range width {
			best := split{gain: 1e-3}
			for k := range columns {
				if s := found[k][n]; s.gain > best.gain {
					best = s
					at := width - 1 + n
					t.Feature[at], t.Threshold[at] = uint8(columns[k]), s.cut
					chosen[n].column, chosen[n].bin = b.columns[columns[k]], s.bin
				}
			}
		}
		for _, i := range rows {
			c := &chosen[node[i]]
			if c.column != nil && c.column[i] > c.bin {
				node[i] = 2*node[i] + 1
			} else {
				node[i] = 2 * node[i]
			}
		}
	}
	var leaf [1 << label.Depth]struct{ g, h float64 }
	for _, i := range rows {
		leaf[node[i]].g += float64(grad[i].g)
		leaf[node[i]].h += float64(grad[i].h)
	}
	for n := range leaf {
		v := -leaf[n].g / (leaf[n].h + lambda) * rate
		t.Leaf[n] = int16(math.Round(min(max(v, -4), 4) * label.Unit))
	}
	return t
}
