package main

import (
	"bytes"
	"fmt"
	"html"
	"math"
	"os"
	"slices"
)

// The picture, in its own units.
const (
	plotWidth, plotHeight = 900, 560
	plotLeft, plotRight   = 70, 730 // of the field; the names stand right of it
	plotTop, plotBottom   = 60, 500
)

// plotColors are those of the runners, told apart by people who see few colors, too.
var plotColors = []string{"#d55e00", "#555555", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"}

// A scale maps the logarithm of a value to a place.
type scale struct{ low, high, from, to float64 }

func (s scale) at(v float64) float64 {
	return s.from + (s.to-s.from)*(math.Log(v)-math.Log(s.low))/(math.Log(s.high)-math.Log(s.low))
}

// writePlot draws the time of a page against its size: a dot for each page and, for each
// runner, a line through the medians of pages of about one size.
func writePlot(file string, set *corpusSet, results []result) error {
	x, y := scale{math.Inf(1), 0, plotLeft, plotRight}, scale{math.Inf(1), 0, plotBottom, plotTop}
	for _, r := range results {
		for _, c := range r.costs {
			x.low, x.high = min(x.low, kilobytes(c)), max(x.high, kilobytes(c))
			y.low, y.high = min(y.low, milliseconds(c.time)), max(y.high, milliseconds(c.time))
		}
	}
	if x.low >= x.high || y.low >= y.high {
		return fmt.Errorf("%s: too few pages for a picture", set.name)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">`+"\n", plotWidth, plotHeight)
	fmt.Fprintf(&out, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", plotWidth, plotHeight)
	fmt.Fprintf(&out, `<text x="%d" y="30" font-size="17">Time of a page by its size: %s, %d pages</text>`+"\n", plotLeft, html.EscapeString(set.name), len(set.pages))
	for _, tick := range ticks(x) {
		fmt.Fprintf(&out, `<path d="M%.1f %dV%d" stroke="#dddddd"/><text x="%.1f" y="%d" text-anchor="middle">%g kB</text>`+"\n",
			x.at(tick), plotTop, plotBottom, x.at(tick), plotBottom+20, tick)
	}
	for _, tick := range ticks(y) {
		fmt.Fprintf(&out, `<path d="M%d %.1fH%d" stroke="#dddddd"/><text x="%d" y="%.1f" text-anchor="end">%g ms</text>`+"\n",
			plotLeft, y.at(tick), plotRight, plotLeft-8, y.at(tick)+4, tick)
	}
	var names []plotName
	for i, r := range results {
		color := plotColors[i%len(plotColors)]
		fmt.Fprintf(&out, `<g fill="%s" fill-opacity=".25">`, color)
		for _, c := range r.costs {
			fmt.Fprintf(&out, `<circle cx="%.1f" cy="%.1f" r="1.6"/>`, x.at(kilobytes(c)), y.at(milliseconds(c.time)))
		}
		fmt.Fprint(&out, "</g>\n")
		line := medians(r.costs)
		fmt.Fprintf(&out, `<polyline fill="none" stroke="%s" stroke-width="%.1f" points="`, color, lineWidth(i))
		for _, p := range line {
			fmt.Fprintf(&out, "%.1f,%.1f ", x.at(p.size), y.at(p.time))
		}
		fmt.Fprint(&out, "\"/>\n")
		last := line[len(line)-1]
		names = append(names, plotName{r.name, color, y.at(last.time)})
	}
	for _, n := range spread(names) {
		fmt.Fprintf(&out, `<text x="%d" y="%.1f" fill="%s">%s</text>`+"\n", plotRight+10, n.y+4, n.color, html.EscapeString(n.name))
	}
	fmt.Fprintf(&out, `<text x="%d" y="%d">size of the page, as scraped</text>`+"\n</svg>\n", plotLeft, plotHeight-15)
	return os.WriteFile(file, out.Bytes(), 0o666)
}

func kilobytes(c cost) float64 { return float64(max(c.page, 1)) / 1000 }

// lineWidth sets the first runner, newsparse, off from the others.
func lineWidth(runner int) float64 {
	if runner == 0 {
		return 3.5
	}
	return 1.8
}

// ticks are the powers of ten within a scale, and where there are few, their halves and fifths.
func ticks(s scale) (at []float64) {
	steps := []float64{1}
	if s.high/s.low < 100 {
		steps = []float64{1, 2, 5}
	}
	for power := math.Pow(10, math.Floor(math.Log10(s.low))); power <= s.high; power *= 10 {
		for _, step := range steps {
			if v := math.Round(power*step*1e6) / 1e6; v >= s.low && v <= s.high {
				at = append(at, v)
			}
		}
	}
	return at
}

// A median is one point of a line.
type median struct{ size, time float64 }

// leastBucket is how many pages of about one size make a point of a line.
const leastBucket = 5

// medians sums up pages of about one size, of which the largest is twice as large as the smallest.
func medians(costs []cost) (line []median) {
	sorted := slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return a.page - b.page })
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && (sorted[to].page < 2*sorted[from].page || to-from < leastBucket) {
			to++
		}
		if len(sorted)-to < leastBucket {
			to = len(sorted)
		}
		var sizes, times []float64
		for _, c := range sorted[from:to] {
			sizes, times = append(sizes, kilobytes(c)), append(times, milliseconds(c.time))
		}
		slices.Sort(times)
		line = append(line, median{quantile(sizes, .5), quantile(times, .5)})
		from = to
	}
	return line
}

// A plotName stands at the end of a line.
type plotName struct {
	name, color string
	y           float64
}

// spread moves names apart that would stand on each other.
func spread(names []plotName) []plotName {
	const apart = 17
	slices.SortFunc(names, func(a, b plotName) int { return int(math.Round(b.y - a.y)) }) // the lowest first
	for i := 1; i < len(names); i++ {
		names[i].y = min(names[i].y, names[i-1].y-apart)
	}
	return names
}
