package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"github.com/seed-90a94633/newsparse"
)

// A nearIndex finds, among the last articles, one that is nearly the same as a new one. Its
// memory is bounded by the number of articles that it looks back: 40 bytes each.
//
// Fingerprints are cut into 4 blocks of 16 bits. Of two that differ in at most 7 bits, one
// block differs in at most 1: so for each block, the 17 values that are so near are looked up.
type nearIndex struct {
	entries []entry          // a ring: entry number n is at n % len
	earlier [][blocks]uint64 // for each entry and block, the number + 1 of the one before it with the same bits
	latest  [blocks][]uint64 // for each block and its bits, the number + 1 of the latest entry with them
	count   uint64           // entries added
}

// blocks × 16 bits are a fingerprint; 2*blocks-1 is the largest distance that is found for sure.
const blocks = 4

// An entry is an article in the index.
type entry struct {
	Fingerprint newsparse.Fingerprint
	At          position
}

func newNearIndex(window int) *nearIndex {
	x := &nearIndex{entries: make([]entry, window), earlier: make([][blocks]uint64, window)}
	for b := range x.latest {
		x.latest[b] = make([]uint64, 1<<16)
	}
	return x
}

// nearest returns the entry with the smallest distance to f, at most newsparse.NearDuplicate,
// and among equals the first.
func (x *nearIndex) nearest(f newsparse.Fingerprint) (best entry, distance int, found bool) {
	if len(x.entries) == 0 || f == 0 { // 0: no words, so nothing to compare
		return entry{}, 0, false
	}
	oldest := x.count - min(x.count, uint64(len(x.entries)))
	var bestNumber uint64
	for b := range blocks {
		bits := block(f, b)
		for flipped := -1; flipped < 16; flipped++ {
			key := bits
			if flipped >= 0 {
				key ^= 1 << flipped
			}
			for n := x.latest[b][key]; n > oldest; n = x.earlier[(n-1)%uint64(len(x.entries))][b] {
				e := x.entries[(n-1)%uint64(len(x.entries))]
				d := f.Distance(e.Fingerprint)
				if d > newsparse.NearDuplicate || found && (d > distance || d == distance && n >= bestNumber) {
					continue
				}
				best, distance, bestNumber, found = e, d, n, true
			}
		}
	}
	return best, distance, found
}

// add puts an article in, and drops the oldest if there is no more room.
func (x *nearIndex) add(e entry) {
	if len(x.entries) == 0 || e.Fingerprint == 0 {
		return
	}
	slot := x.count % uint64(len(x.entries))
	x.count++
	x.entries[slot] = e
	for b := range blocks {
		latest := &x.latest[b][block(e.Fingerprint, b)]
		x.earlier[slot][b], *latest = *latest, x.count
	}
}

func block(f newsparse.Fingerprint, b int) uint16 { return uint16(f >> (16 * b)) }

// storedEntry is an entry in the file from which a resumed run fills its index.
type storedEntry struct{ Fingerprint, Input, Record uint64 }

const storedEntrySize = 24 // bytes

func appendEntry(buf []byte, e entry) []byte {
	buf, _ = binary.Append(buf, binary.LittleEndian, storedEntry{uint64(e.Fingerprint), uint64(e.At.Input), uint64(e.At.Record)})
	return buf
}

// openEntries opens the file of entries, cuts off what lies behind the first count, which are
// complete, and adds the last of those to the index.
func openEntries(name string, count int64, x *nearIndex) (*os.File, error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = errors.Join(file.Truncate(count*storedEntrySize), x.fill(file, count))
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// fill adds the last entries of a file of count, and leaves the file at its end.
func (x *nearIndex) fill(file *os.File, count int64) error {
	wanted := min(count, int64(len(x.entries)))
	if _, err := file.Seek((count-wanted)*storedEntrySize, io.SeekStart); err != nil {
		return err
	}
	reader := bufio.NewReader(file)
	for range wanted {
		var s storedEntry
		if err := binary.Read(reader, binary.LittleEndian, &s); err != nil {
			return err
		}
		x.add(entry{newsparse.Fingerprint(s.Fingerprint), position{int(s.Input), int64(s.Record)}})
	}
	_, err := file.Seek(0, io.SeekEnd)
	return err
}
