package newsparse_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// One Parser serves many goroutines, and what it makes of a page does not depend on what was
// parsed before or beside it. EVERY=1 in the environment takes every page of the corpus.
func TestOneParserForManyGoroutines(t *testing.T) {
	const goroutines = 32
	files := some(pages(t), 4)
	raws := make([][]byte, len(files))
	for i, file := range files {
		raws[i] = readPage(t, file)
	}
	p := &newsparse.Parser{Drop: newsparse.MustSelector("nav, .promo"), Body: nil}
	made := func(raw []byte) []byte {
		art, err := p.Parse(context.Background(), bytes.NewReader(raw), newsparse.Source{URL: "https://paper.example/story"})
		data, jsonErr := json.Marshal(art)
		if jsonErr != nil {
			t.Error(jsonErr)
		}
		if err != nil {
			data = append(data, err.Error()...)
		}
		if art != nil {
			data = append(data, art.Markdown()...)
		}
		return data
	}
	want := make([][]byte, len(files))
	for i := range raws {
		want[i] = made(raws[i])
	}
	// Each page is parsed twice, in an order that is none, so that every goroutine meets
	// others' pages before its own.
	order := append(rand.New(rand.NewPCG(1, 2)).Perm(len(files)), rand.New(rand.NewPCG(3, 4)).Perm(len(files))...)
	next := make(chan int)
	var all sync.WaitGroup
	for range goroutines {
		all.Go(func() {
			for i := range next {
				if got := made(raws[i]); !bytes.Equal(got, want[i]) {
					t.Errorf("%s differs from what it was alone", files[i])
				}
			}
		})
	}
	for _, i := range order {
		next <- i
	}
	close(next)
	all.Wait()
	t.Logf("%d pages, twice each, by %d goroutines", len(files), goroutines)
}
