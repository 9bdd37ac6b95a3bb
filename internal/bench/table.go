package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// largePage is the size in bytes from which the ratio of a single page says something: the
// times of smaller ones are too short.
const largePage = 20 << 10

// printTable prints a line a runner. Ratios are to html.Parse, where it ran.
func printTable(w io.Writer, set *corpusSet, results []result) {
	var base *result
	for i := range results {
		if results[i].name == floor.name {
			base = &results[i]
		}
	}
	fmt.Fprintf(w, "%s, %d pages: ms a page and ratios to html.Parse\n", set.name, len(set.pages))
	fmt.Fprintf(w, "%-20s %8s %8s %8s %8s %7s %7s %7s %7s %6s %6s\n",
		"", "mean", "median", "p99", "slowest", "×", "p99 ×", "bytes", "allocs", "failed", "empty")
	for _, r := range results {
		if len(r.costs) == 0 {
			continue
		}
		times := make([]float64, len(r.costs))
		for i, c := range r.costs {
			times[i] = milliseconds(c.time)
		}
		slices.Sort(times)
		total := r.total()
		fmt.Fprintf(w, "%-20s %8.2f %8.2f %8.2f %8.2f", r.name, milliseconds(total.time)/float64(len(times)),
			quantile(times, .5), quantile(times, .99), times[len(times)-1])
		if base == nil {
			fmt.Fprintf(w, " %7s %7s %7s %7s", "–", "–", "–", "–")
		} else {
			floor := base.total()
			fmt.Fprintf(w, " %7.2f %7.2f %7.2f %7.2f", ratio(total.time, floor.time), quantile(r.pageRatios(base), .99),
				ratio(total.bytes, floor.bytes), ratio(total.allocs, floor.allocs))
		}
		fmt.Fprintf(w, " %6d %6d\n", r.failures, r.empty())
	}
}

func (r *result) total() (sum cost) {
	for _, c := range r.costs {
		sum.time += c.time
		sum.bytes += c.bytes
		sum.allocs += c.allocs
	}
	return sum
}

// pageRatios are the times of the large pages as multiples of base's, in rising order.
func (r *result) pageRatios(base *result) (ratios []float64) {
	for i, c := range r.costs {
		if c.page > largePage {
			ratios = append(ratios, ratio(c.time, base.costs[i].time))
		}
	}
	slices.Sort(ratios)
	return ratios
}

// empty is the number of pages of which r returned no text.
func (r *result) empty() (n int) {
	for _, p := range r.predictions {
		if p.Text == "" {
			n++
		}
	}
	return n
}

// quantile is the value below which the share q of the sorted values lies; 0 where there are none.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[int(q*float64(len(sorted)-1)+.5)]
}

func ratio[T ~int64 | ~uint64](a, b T) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
