package main

import (
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"time"
)

// A runner is an extractor, or html.Parse.
type runner struct {
	name string
	// extract does the work that is measured. What it returns turns the extractor's own
	// result into a prediction; it is nil for a runner that extracts nothing. There may be
	// a partial result beside an error.
	extract func(*page) (toPrediction, error)
}

type toPrediction func() prediction

func allRunners(ours oursOptions) []runner {
	return append([]runner{newsparseRunner(ours), floor}, peers...)
}

func runnerNames(runners []runner) (names []string) {
	for _, r := range runners {
		names = append(names, r.name)
	}
	return names
}

// A result is what a runner made of a set.
type result struct {
	name        string
	costs       []cost // of each page of the set
	predictions []prediction
	failures    int // pages with an error or a panic
}

// A cost is what one page took.
type cost struct {
	page   int // its size in bytes
	time   time.Duration
	bytes  uint64 // allocated
	allocs uint64
}

// runSet runs all runners over all pages. They take turns page by page, so that what else
// the machine does falls on all of them, in a random order, so that none always runs after
// the same one.
func runSet(set *corpusSet, runners []runner, rounds int) ([]result, error) {
	results := make([]result, len(runners))
	for i, r := range runners {
		results[i].name = r.name
	}
	random := rand.New(rand.NewPCG(1, 2))
	progress := isTerminal(os.Stderr)
	for n, facts := range set.pages {
		p, err := set.page(facts)
		if err != nil {
			return nil, err
		}
		if n == 0 { // what is only done once is not the first page's cost
			for _, r := range runners {
				r.run(p)
			}
		}
		for round := range rounds {
			for _, i := range random.Perm(len(runners)) {
				convert, c, err := runners[i].run(p)
				results[i].add(p, round, convert, c, err)
			}
		}
		if progress {
			fmt.Fprintf(os.Stderr, "\r%s: %d of %d pages", set.name, n+1, len(set.pages))
		}
	}
	if progress {
		fmt.Fprint(os.Stderr, "\r\033[K")
	}
	return results, nil
}

// add records one run: the cost of the fastest round and the outcome of the first.
func (r *result) add(p *page, round int, convert toPrediction, c cost, err error) {
	if round > 0 {
		if last := &r.costs[len(r.costs)-1]; c.time < last.time {
			*last = c
		}
		return
	}
	r.costs = append(r.costs, c)
	if err == nil && convert == nil {
		return
	}
	prediction := prediction{}
	if convert != nil {
		var broken error
		if prediction, broken = convert.safely(); err == nil {
			err = broken
		}
	}
	prediction.ID = p.ID
	r.predictions = append(r.predictions, prediction)
	if err != nil {
		r.failures++
		log.Printf("%s: %s: %v", r.name, p.ID, err)
	}
}

// run extracts p once, from a heap without garbage. A panic becomes an error.
func (r runner) run(p *page) (convert toPrediction, c cost, err error) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	convert, err = r.extractSafely(p)
	c.time = time.Since(start)
	runtime.ReadMemStats(&after)
	c.page = len(p.raw)
	c.bytes = after.TotalAlloc - before.TotalAlloc
	c.allocs = after.Mallocs - before.Mallocs
	return convert, c, err
}

func (r runner) extractSafely(p *page) (convert toPrediction, err error) {
	defer func() {
		if v := recover(); v != nil {
			convert, err = nil, fmt.Errorf("panic: %v", v)
		}
	}()
	return r.extract(p)
}

func (f toPrediction) safely() (p prediction, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	return f(), nil
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
