package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// report prints what the batch has done, in all its runs.
func report(w io.Writer, s state, inputs int) {
	fmt.Fprintf(w, "%9d inputs\n%9d pages\n%9d articles, %d of them near-duplicates of an earlier one\n",
		inputs, s.Pages, s.Articles, s.Near)
	reasons := slices.SortedFunc(maps.Keys(s.Failures), func(a, b string) int {
		if s.Failures[a] != s.Failures[b] {
			return int(s.Failures[b] - s.Failures[a])
		}
		return strings.Compare(a, b)
	})
	fmt.Fprintf(w, "%9d failures\n", s.Pages-s.Articles)
	for _, reason := range reasons {
		fmt.Fprintf(w, "%9d   %s\n", s.Failures[reason], reason)
	}
}
