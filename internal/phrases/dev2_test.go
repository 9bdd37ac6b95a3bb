package phrases

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
	"time"
)

func TestDev2(t *testing.T) {
	st := time.Now()
	load()
	fmt.Println("load", time.Since(st))
	fs, _ := os.ReadDir("data")
	type x struct {
		n int
		l string
	}
	var xs []x
	tot := 0
	for _, f := range fs {
		b, _ := os.ReadFile("data/" + f.Name())
		for _, l := range strings.Split(string(b), "\n") {
			l = strings.TrimPrefix(strings.TrimPrefix(l, "? "), "…")
			n := len(expand(l))
			tot += n
			xs = append(xs, x{n, f.Name() + " " + l})
		}
	}
	sort.Slice(xs, func(i, j int) bool { return xs[i].n > xs[j].n })
	for _, v := range xs[:12] {
		fmt.Println(v.n, v.l[:min(len(v.l), 230)])
	}
	fmt.Println(tot)
}
