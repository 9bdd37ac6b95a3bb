// Package weights reads and writes how much marks count that speak for or against a line of a text, in files
// that the program fit writes: a line "mark: weight" each, the weight in hundredths of log odds.
package weights

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Unit is the log odds of 1.
const Unit = 100

// Read reads the weights of marks; that of a mark that the file does not have is 0.
func Read(file string, marks []string) []int32 {
	said := map[string]int32{}
	for line := range strings.Lines(file) {
		mark, weight, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if n, err := strconv.ParseInt(weight, 10, 32); err == nil {
			said[mark] = int32(n)
		}
	}
	all := make([]int32, len(marks))
	for i, mark := range marks {
		all[i] = said[mark]
	}
	return all
}

// Write writes the weights of marks below a comment of one line. They are log odds.
func Write(comment string, marks []string, logOdds []float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", comment)
	for i, mark := range marks {
		fmt.Fprintf(&b, "%s: %d\n", mark, int64(math.Round(Unit*logOdds[i])))
	}
	return b.String()
}
