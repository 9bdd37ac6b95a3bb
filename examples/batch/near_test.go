package main

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// nearestOf is nearIndex.nearest done the plain way.
func nearestOf(entries []entry, f newsparse.Fingerprint) (best entry, distance int, found bool) {
	for _, e := range entries {
		if d := f.Distance(e.Fingerprint); d <= newsparse.NearDuplicate && (!found || d < distance) {
			best, distance, found = e, d, true
		}
	}
	return best, distance, found
}

// The index finds what comparing with all of the last articles finds.
func TestNearest(t *testing.T) {
	const window, articles = 50, 2000
	r := rand.New(rand.NewPCG(7, 7))
	x := newNearIndex(window)
	var all []entry
	hits := 0
	for i := range articles {
		f := newsparse.Fingerprint(r.Uint64())
		if i > 0 && r.IntN(2) == 0 { // an edit of one of the last 100: half of them are out of the window
			f = all[max(0, len(all)-1-r.IntN(2*window))].Fingerprint
			for range r.IntN(10) {
				f ^= 1 << r.IntN(64)
			}
		}
		want, wantDistance, wantFound := nearestOf(all[max(0, len(all)-window):], f)
		got, distance, found := x.nearest(f)
		if got != want || distance != wantDistance || found != wantFound {
			t.Fatalf("article %d: %+v at %d (%t), want %+v at %d (%t)", i, got, distance, found, want, wantDistance, wantFound)
		}
		if found {
			hits++
		}
		e := entry{f, position{Record: int64(i)}}
		all = append(all, e)
		x.add(e)
	}
	if hits < 200 || hits > 900 {
		t.Errorf("%d of %d articles were found: the test does not test", hits, articles)
	}
}

// An article without words is like no other.
func TestNearestOfNothing(t *testing.T) {
	x := newNearIndex(10)
	x.add(entry{})
	if _, _, found := x.nearest(0); found {
		t.Error("two articles without words are near-duplicates")
	}
	none := newNearIndex(0)
	none.add(entry{Fingerprint: 1})
	if _, _, found := none.nearest(1); found {
		t.Error("an index without room finds something")
	}
}

// A resumed run knows the entries that were accounted for, and no others.
func TestOpenEntries(t *testing.T) {
	name := filepath.Join(t.TempDir(), entriesFile)
	file, err := openEntries(name, 0, newNearIndex(2))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		if _, err := file.Write(appendEntry(nil, entry{newsparse.Fingerprint(0xffff << (16 * i)), position{1, int64(i)}})); err != nil {
			t.Fatal(err)
		}
	}
	file.Close()

	x := newNearIndex(2)
	if file, err = openEntries(name, 3, x); err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for i, want := range []bool{false, true, true, false} { // the last 2 of 3
		at, _, found := x.nearest(newsparse.Fingerprint(0xffff << (16 * i)))
		if found != want || found && at.At != (position{1, int64(i)}) {
			t.Errorf("entry %d: %+v, found %t, want %t", i, at, found, want)
		}
	}
	if info, err := file.Stat(); err != nil || info.Size() != 3*storedEntrySize {
		t.Errorf("the file holds %d bytes (%v), want %d", info.Size(), err, 3*storedEntrySize)
	}
}
