package meta

import (
	"strings"
	"unicode/utf8"
)

var corrections = foldedAll(table("corrections.txt")["correction"])

var correctionInitials = func() map[rune]bool {
	initials := map[rune]bool{}
	for _, c := range corrections {
		initials[firstRune(c)] = true
	}
	return initials
}()

func foldedAll(list []string) []string {
	folded := make([]string, len(list))
	for i, s := range list {
		folded[i] = fold(s)
	}
	return folded
}

// IsCorrection reports whether a note says what was wrong in the story: "Correction: …".
func IsCorrection(note string) bool {
	note = strings.TrimLeft(note, "*†([ ")
	if r, _ := utf8.DecodeRuneInString(note); foldRune(r) >= 0 && !correctionInitials[foldRune(r)] {
		return false // nearly all
	}
	for _, c := range corrections {
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
