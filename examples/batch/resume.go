package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// The files of the output directory beside its parts.
const (
	stateFile   = "state.json"
	planFile    = "inputs.jsonl"
	entriesFile = "fingerprints.bin"
	lockFile    = "lock"
)

// open reads how far the directory has come, and removes what a killed run left half done.
// The function returned lets go of the directory.
func (b *batch) open(args []string, options string) (release func(), err error) {
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(b.dir, lockFile))
	if locked, err := lock.TryLock(); err != nil || !locked {
		return nil, fmt.Errorf("%s is in use by another run (%v)", b.dir, err)
	}
	if err := b.recover(args, options); err != nil {
		lock.Unlock()
		return nil, err
	}
	return func() {
		b.entries.Close()
		lock.Unlock()
	}, nil
}

func (b *batch) recover(args []string, options string) error {
	var known bool
	var err error
	if b.state, known, err = readState(b.file(stateFile)); err != nil {
		return err
	}
	if known && b.state.Options != options {
		return fmt.Errorf("%s was begun with the options %s, not with %s: go on with those, or choose another directory", b.dir, b.state.Options, options)
	}
	if !known {
		if err := b.refuseForeign(); err != nil {
			return err
		}
		b.state = state{Options: options, Failures: map[string]int64{}}
		if err := b.state.write(b.file(stateFile)); err != nil {
			return err
		}
	}
	if _, err := removeParts(b.dir, b.state.Parts); err != nil {
		return err
	}
	found, err := expand(args)
	if err != nil {
		return err
	}
	if b.plan, err = planned(b.file(planFile), found); err != nil {
		return err
	}
	if next := b.state.Next; next.Record > 0 && b.plan[next.Input].Size < 0 {
		return fmt.Errorf("%s has changed since a run stopped in the midst of it", b.plan[next.Input].Name)
	}
	b.index = newNearIndex(b.window)
	b.entries, err = openEntries(b.file(entriesFile), b.state.Fingerprints, b.index)
	return err
}

// refuseForeign protects what another program has put in the directory under our names.
func (b *batch) refuseForeign() error {
	files, err := os.ReadDir(b.dir)
	for _, file := range files {
		if _, ours := partNumber(file.Name()); ours {
			return fmt.Errorf("%s holds %s but no %s: choose another directory", b.dir, file.Name(), stateFile)
		}
	}
	return err
}

func (b *batch) file(name string) string { return filepath.Join(b.dir, name) }

// totalBytes is the size of all inputs.
func (b *batch) totalBytes() (total int64) {
	for _, in := range b.plan {
		total += max(in.Size, 0)
	}
	return total
}
