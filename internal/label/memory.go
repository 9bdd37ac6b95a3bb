package label

import (
	"hash/maphash"
	"sync"
)

// A workspace is memory that is used again from page to page: a page's is half a megabyte. It holds
// nothing of a page.
type workspace struct {
	rows    Matrix
	dist    []distances
	said    []uint32
	texts   textIndex
	tallies []tally
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// A textIndex tells which block of a page says a text first. It takes a third of the time of a map,
// most of whose time was spent to make it.
type textIndex struct {
	seed  maphash.Seed
	slots []textSlot
}

// A textSlot holds a block, counted from 1, and some of the hash of its text.
type textSlot struct{ hash, block uint32 }

// reset makes room for n texts.
func (x *textIndex) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if size > cap(x.slots) {
		x.seed, x.slots = maphash.MakeSeed(), make([]textSlot, size)
		return
	}
	x.slots = x.slots[:size]
	clear(x.slots)
}

// first is the first block that says what block i says, as far as the blocks were asked for. textOf
// tells what a block says.
func (x *textIndex) first(i int, textOf func(int) string) int {
	text := textOf(i)
	h := maphash.String(x.seed, text)
	mask := uint64(len(x.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		switch slot := &x.slots[at]; {
		case slot.block == 0:
			*slot = textSlot{uint32(h >> 32), uint32(i + 1)}
			return i
		case slot.hash == uint32(h>>32) && textOf(int(slot.block-1)) == text:
			return int(slot.block - 1)
		}
	}
}
