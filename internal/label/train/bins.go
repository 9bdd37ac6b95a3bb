package main

import (
	"math"
	"slices"
	"sync"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// bins is the most parts into which the values of a feature are cut.
const bins = 64

// binned are the features of a dataset, cut into bins.
type binned struct {
	cells []uint8   // NumFeatures a row: the bin of each feature
	cuts  [][]int16 // of feature f: bin b holds values up to cuts[f][b]
}

// bin cuts the features of rows into bins that are about as full as one another on some of
// them, those that are learned from.
func bin(rows []int16, some []int32) *binned {
	const width = label.NumFeatures
	n := len(rows) / width
	b := &binned{make([]uint8, len(rows)), make([][]int16, width)}
	each(width, func(f int) {
		sample := make([]int16, 0, 20001)
		step := max(1, len(some)/20000)
		for k := 0; k < len(some); k += step {
			sample = append(sample, rows[int(some[k])*width+f])
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
		b.cuts[f] = cuts
	})
	each(n, func(i int) {
		for f, cuts := range b.cuts {
			k, _ := slices.BinarySearch(cuts, rows[i*width+f])
			b.cells[i*width+f] = uint8(k)
		}
	})
	return b
}

// hide keeps the features [from, to) from those who learn.
func (b *binned) hide(from, to int) {
	for f := from; f < to; f++ {
		b.cuts[f] = b.cuts[f][:1]
	}
}

func (b *binned) row(i int32) []uint8 {
	return b.cells[int(i)*label.NumFeatures : int(i+1)*label.NumFeatures]
}

// workers is on how many cores the trainer works. What each of them does is the same
// wherever it runs, and so is the model.
const workers = 2

// each calls do with 0 to n-1, on all cores.
func each(n int, do func(int)) {
	halves(n, func(from, to int) {
		for i := from; i < to; i++ {
			do(i)
		}
	})
}

// halves calls do with a part of the numbers from 0 to n-1 on each core.
func halves(n int, do func(from, to int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { do(n*w/workers, n*(w+1)/workers) })
	}
	wg.Wait()
}
