package newsparse_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Pages of the corpus and golden pages, cut off at places spread over their length and with
// bytes flipped at random: nothing is lost, and what comes out is fit to be shown. EVERY=1 in
// the environment takes every page at 50 places and with 10 kinds of noise; else it is a
// sample.
func TestDamagedPages(t *testing.T) {
	all, cuts, noises := pages(t), 5, 2
	files := some(all, max(1, len(all)/60))
	if os.Getenv("EVERY") != "" {
		cuts, noises = 50, 10
	} else if testing.Short() {
		cuts, noises = 2, 1
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			raw := readPage(t, file)
			for i := range cuts {
				at := len(raw) * (i + 1) / (cuts + 1)
				survives(t, raw[:at])
				if t.Failed() {
					t.Fatalf("cut off at byte %d", at)
				}
			}
			for seed := range noises {
				survives(t, flipped(raw, uint64(seed)))
				if t.Failed() {
					t.Fatalf("with the noise of seed %d", seed)
				}
			}
		})
	}
	t.Logf("%d pages, %d places and %d kinds of noise each", len(files), cuts, noises)
}

// some is every n-th of a list, another n if the environment has it in EVERY.
func some(list []string, n int) (out []string) {
	if every, err := strconv.Atoi(os.Getenv("EVERY")); err == nil && every > 0 {
		n = every
	}
	for i := 0; i < len(list); i += n {
		out = append(out, list[i])
	}
	return out
}

// flipped is a page with noise: one bit in 20, 200 or 2,000 bytes, in runs of tags or text
// alike. Binary noise at the beginning would make another format of it, so that is spared.
func flipped(raw []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 7))
	every := []int{2000, 200, 20}[seed%3]
	out := []byte(strings.Clone(string(raw)))
	for range len(out) / every {
		if at := r.IntN(len(out)); at > 16 {
			out[at] ^= 1 << r.IntN(8)
		}
	}
	return out
}
