package label

import "testing"

func TestStockLendsZeroes(t *testing.T) {
	var s stock[int32]
	for page := range 3 {
		s.used = 0
		var lent [][]int32
		for n := range 5 {
			lent = append(lent, s.take(n+page))
		}
		for n, some := range lent {
			if len(some) != n+page {
				t.Errorf("%d numbers, want %d", len(some), n+page)
			}
			for i := range some {
				if some[i] != 0 {
					t.Errorf("page %d: %d is left, or lent twice", page, some[i])
				}
				some[i] = int32(n + 1)
			}
		}
	}
}

func TestBlockIndexTellsTheFirst(t *testing.T) {
	texts := []string{"a", "b", "a", "c", "b", "a"}
	var x blockIndex
	for _, hash := range []func(string) uint64{
		func(s string) uint64 { return uint64(s[0]) * spread },
		func(string) uint64 { return 7 }, // all in one slot
	} {
		x.reset(len(texts))
		for i, want := range []int{0, 1, 0, 3, 1, 0} {
			if got := x.first(i, hash(texts[i]), func(k int) bool { return texts[k] == texts[i] }); got != want {
				t.Errorf("block %d: %d is the first, want %d", i, got, want)
			}
		}
	}
}

func TestWordSet(t *testing.T) {
	var set wordSet
	if set.has(1) {
		t.Error("an empty set has a word")
	}
	for h := range uint32(100) { // it grows
		set.addHashes([]uint32{h * h, h * h})
	}
	for h := uint32(1); h < 100; h++ {
		if !set.has(h*h) || set.has(h*h+h+1) {
			t.Errorf("%d: %t, %d: %t", h*h, set.has(h*h), h*h+h+1, set.has(h*h+h+1))
		}
	}
	if in, cover := set.overlap([]uint32{1, 4, 4, 2}, 5); in != 600 || cover != 62 { // of 5 words 3, of 32 words 2
		t.Errorf("%d of the words are in it, %d of its own", in, cover)
	}
}
