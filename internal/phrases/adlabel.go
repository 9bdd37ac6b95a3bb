package phrases

// Themes misspell their own advertisement labels in ever new ways ("Advertisment",
// "Advertisemnet"), so one-word lines near a label count as the label.
const (
	maxSlips      = 2  // letters left out, added, changed or swapped
	maxLabelBytes = 24 // of the line
)

// misspelt reports whether word is a label with slips in it. The first two letters must
// be right: French "avertissement" is two letters off.
func (t *table) misspelt(word []byte) bool {
	if len(word) > maxLabelBytes {
		return false
	}
	for _, c := range word {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	for _, label := range t.adLabels {
		if d := len(word) - len(label); d < -maxSlips || d > maxSlips || string(word[:2]) != label[:2] {
			continue
		}
		if slips(word, label) <= maxSlips {
			return true
		}
	}
	return false
}

// slips counts the insertions, deletions, changes and swaps of neighbours between a and b,
// both of at most maxLabelBytes.
func slips(a []byte, b string) int {
	var rows [3][maxLabelBytes + 1]int
	before, above, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
