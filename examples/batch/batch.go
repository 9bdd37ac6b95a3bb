package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/seed-90a94633/newsparse/examples/batch/row"
	"github.com/seed-90a94633/newsparse/examples/batch/source"
)

// A batch is a run over inputs, into a directory.
//
//	read ──▶ extract, on all cores ──▶ write, in the order of the inputs
//
// One goroutine reads, so the disk sees one stream; decoding is left to the workers. One
// writes, so the output is the same in every run, however often it is stopped.
type batch struct {
	dir       string
	extractor row.Extractor
	format    string
	partPages int   // pages of a part: what a kill may cost
	workers   int   // goroutines that extract
	inFlight  int64 // bytes of pages that are read and not written yet
	window    int   // articles that near-duplicates are looked for among

	plan    []input
	state   state
	index   *nearIndex
	entries *os.File
	part    *part
	inPart  int // pages in the part

	weightInFlight atomic.Int64 // bytes, at most inFlight
}

// A job is a page on its way.
type job struct {
	item    source.Item
	at      position
	next    position // where to go on once it is written
	bytes   int64    // of input up to behind the page
	weight  int64    // of inFlight
	row     *row.Row
	failure *row.Failure
	done    chan struct{} // closed when row or failure is there
}

// run reads the inputs from where the state says. When ctx ends, it stops, and what is done
// is kept. progress is called with each page that is done.
func (b *batch) run(ctx context.Context, progress func(state)) error {
	b.state.Done = false
	memory := semaphore.NewWeighted(b.inFlight)
	waiting := 4 * b.workers
	ordered := make(chan *job, waiting)
	work := make(chan *job, waiting)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(ordered)
		defer close(work)
		return b.read(ctx, memory, func(j *job) error {
			for _, queue := range []chan *job{ordered, work} {
				select {
				case queue <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	})
	for range b.workers {
		group.Go(func() error {
			for j := range work {
				var err error
				if j.row, j.failure, err = b.extractor.Extract(ctx, j.item); err != nil {
					return err
				}
				j.item.Data = nil
				close(j.done)
			}
			return nil
		})
	}
	group.Go(func() error {
		for j := range ordered {
			select {
			case <-j.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err := b.write(j); err != nil {
				return err
			}
			progress(b.state)
			b.weightInFlight.Add(-j.weight)
			memory.Release(j.weight)
		}
		return nil
	})
	err := group.Wait()
	switch {
	case err == nil:
		b.state.Next, b.state.Bytes, b.state.Done = position{Input: len(b.plan)}, b.totalBytes(), true
	case !errors.Is(err, context.Canceled):
		if b.part != nil {
			b.part.abandon()
		}
		return err
	}
	return errors.Join(err, b.commit())
}

// read gives each page from the state's position on to send.
func (b *batch) read(ctx context.Context, memory *semaphore.Weighted, send func(*job) error) error {
	start := b.state.Next // the writer moves the state on
	var before int64      // bytes of the inputs that are read
	for i, in := range b.plan {
		if i >= start.Input {
			from := int64(0)
			if i == start.Input {
				from = start.Record
			}
			err := b.readInput(i, from, func(j *job) error {
				j.bytes += before
				j.weight = min(int64(len(j.item.Data)), b.inFlight)
				j.done = make(chan struct{})
				if err := memory.Acquire(ctx, j.weight); err != nil {
					return err
				}
				b.weightInFlight.Add(j.weight)
				return send(j)
			})
			if err != nil {
				return err
			}
		}
		before += max(in.Size, 0)
	}
	return nil
}

// readInput gives the pages of one input from a record on to send. An input that is gone is a
// failure, not an error: the others can be read.
func (b *batch) readInput(number int, from int64, send func(*job) error) error {
	in := b.plan[number]
	reader, err := source.Open(in.Path, b.extractor.Source)
	switch {
	case errors.Is(err, fs.ErrNotExist) && from == 0:
		gone := source.Item{File: in.Name, Kind: source.File, Err: fmt.Errorf("%w: %w", source.ErrDamaged, err)}
		return send(&job{item: gone, at: position{number, 0}, next: position{number + 1, 0}})
	case err != nil:
		return err
	}
	defer reader.Close()
	if err := reader.Skip(from); err != nil {
		return err
	}
	for record := from; ; record++ {
		it, err := reader.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		it.File = in.Name
		err = send(&job{item: it, at: position{number, record}, next: position{number, record + 1}, bytes: reader.BytesRead()})
		if err != nil {
			return err
		}
	}
}

// write adds a page that is done to the part, and completes the part where it is full.
func (b *batch) write(j *job) error {
	if b.part == nil {
		b.part = &part{dir: b.dir, number: b.state.Parts, format: b.format}
	}
	var err error
	if j.failure != nil {
		b.state.Failures[j.failure.Reason]++
		err = b.part.addFailure(j.failure)
	} else {
		err = b.addArticle(j)
	}
	if err != nil {
		return err
	}
	b.state.Pages++
	b.state.Bytes = j.bytes
	b.state.Next = j.next
	if b.inPart++; b.inPart < b.partPages {
		return nil
	}
	return b.commit()
}

func (b *batch) addArticle(j *job) error {
	if near, distance, found := b.index.nearest(j.row.Fingerprint); found {
		j.row.DuplicateOf, j.row.DuplicateDistance = b.idOf(near.At), distance
		b.state.Near++
	}
	e := entry{j.row.Fingerprint, j.at}
	b.index.add(e)
	if e.Fingerprint != 0 {
		if _, err := b.entries.Write(appendEntry(nil, e)); err != nil {
			return err
		}
		b.state.Fingerprints++
	}
	b.state.Articles++
	return b.part.addRow(j.row)
}

// idOf is the ID of the row that a page became.
func (b *batch) idOf(at position) string {
	in := b.plan[at.Input]
	return source.Item{File: in.Name, Kind: source.KindOf(in.Name), Record: at.Record}.ID()
}

// commit completes the part, and then the state that accounts for it.
func (b *batch) commit() error {
	if b.part != nil {
		if err := errors.Join(b.part.complete(), b.entries.Sync()); err != nil {
			return err
		}
		b.state.Parts++
	}
	b.part, b.inPart = nil, 0
	return b.state.write(b.file(stateFile))
}
