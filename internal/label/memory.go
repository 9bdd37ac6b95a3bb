package label

import (
	"hash/maphash"
	"sync"
)

// A workspace is memory that is used again from page to page: a page's is a quarter of a megabyte.
// It holds nothing of a page.
type workspace struct {
	rows    Matrix
	dist    []distances
	said    []uint32
	tallies []tally
	shapes  []shape
	blocks  blockIndex
	int16s  stock[int16]
	int32s  stock[int32]
	int64s  stock[int64]
	bools   stock[bool]
	sums    stock[lexiconSums]
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// newPage takes back what was taken for the page before.
func (w *workspace) newPage() {
	w.int16s.used, w.int32s.used, w.int64s.used, w.bools.used, w.sums.used = 0, 0, 0, 0, 0
}

// A stock is memory of which slices are taken, all to be given back at once.
type stock[T any] struct {
	all  []T
	used int
}

// mostSpare is how much a stock grows at most beyond what is asked for: enough for all but the
// largest pages, whose memory is bounded.
const mostSpare = 1 << 14

// take takes n zeroes.
func (s *stock[T]) take(n int) []T {
	if s.used+n > len(s.all) {
		s.all, s.used = make([]T, n+min(len(s.all), mostSpare)), 0 // what was taken stays with who took it
	}
	from := s.used
	s.used += n
	out := s.all[from:s.used:s.used]
	clear(out)
	return out
}

// seed and spread are drawn when the program starts: nobody can make a page whose words, texts or
// elements fall into the same slots.
var (
	seed   = maphash.MakeSeed()
	spread = maphash.String(seed, "") | 1 // a number times an odd one has no other's product; its upper bits are mixed
)

// A blockIndex tells which block of a page was first with a key. It takes a third of the time of a
// map, most of whose time was spent to make it.
type blockIndex struct{ slots []blockSlot }

// A blockSlot holds a block, counted from 1, and some of the hash of its key.
type blockSlot struct{ hash, block uint32 }

// reset makes room for n blocks.
func (x *blockIndex) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if size > cap(x.slots) {
		x.slots = make([]blockSlot, size)
		return
	}
	x.slots = x.slots[:size]
	clear(x.slots)
}

// first is the first block, of those that were asked for, with the key of block i, which has this
// hash. same tells whether a block has that key, too.
func (x *blockIndex) first(i int, hash uint64, same func(block int) bool) int {
	mask := uint64(len(x.slots) - 1)
	for at := hash >> 32 & mask; ; at = (at + 1) & mask {
		switch slot := &x.slots[at]; {
		case slot.block == 0:
			*slot = blockSlot{uint32(hash), uint32(i + 1)}
			return i
		case slot.hash == uint32(hash) && same(int(slot.block-1)):
			return int(slot.block - 1)
		}
	}
}
