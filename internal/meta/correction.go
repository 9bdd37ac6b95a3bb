package meta

import "strings"

// corrections are how notes begin that correct a story, by their first letter.
var corrections = func() map[rune][]string {
	out := map[rune][]string{}
	for _, c := range foldedAll(table("corrections.txt")["correction"]) {
		out[firstRune(c)] = append(out[firstRune(c)], c)
	}
	return out
}()

// firstFolded is the first character of s that folding leaves, in its form.
func firstFolded(s string) rune {
	for _, r := range s {
		if r = foldRune(r); r >= 0 {
			return r
		}
	}
	return -1
}

func foldedAll(list []string) []string {
	folded := make([]string, len(list))
	for i, s := range list {
		folded[i] = fold(s)
	}
	return folded
}

// IsCorrection reports whether a note says what was wrong in the story: "Correction: …".
func IsCorrection(note string) bool {
	note = strings.TrimLeftFunc(note, noteOpeners.has)
	for _, c := range corrections[firstFolded(note)] { // hardly ever any
		n, ok := foldedPrefix(note, c)
		if !ok {
			continue
		}
		rest := note[n:]
		if strings.ContainsRune(c, ' ') && rest != "" {
			return true
		}
		// A word alone needs its colon, or a date before it: "Correction, 3 May: …".
		const reach = 60 // bytes
		head := strings.TrimLeft(rest[:min(len(rest), reach)], ")] ")
		for _, sep := range []string{":", "：", "-", "–", "—", "\n", "("} {
			if strings.HasPrefix(head, sep) {
				return true
			}
		}
		if i := strings.IndexAny(head, ":：\n"); i > 0 && strings.IndexFunc(head[:i], isDigit) >= 0 {
			return true
		}
	}
	return false
}
