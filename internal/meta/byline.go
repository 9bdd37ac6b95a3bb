package meta

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// bylinePrefixes are the words before names by their first letter, the longest first.
var bylinePrefixes = func() map[rune][]string {
	out := map[rune][]string{}
	for p := range set(byline["prefix"]) {
		first, _ := utf8.DecodeRuneInString(p)
		out[first] = append(out[first], p)
	}
	for _, list := range out {
		sort.Slice(list, func(i, j int) bool {
			return len(list[i]) > len(list[j]) || len(list[i]) == len(list[j]) && list[i] < list[j]
		})
	}
	return out
}()

// cutPrefix takes "By", "Von", "Автор:" off a byline, as often as they stand there, and
// reports whether one did. A prefix in letters ends at a space or colon.
func cutPrefix(s string) (rest string, found bool) {
	for range 3 {
		s = strings.TrimLeft(s, " :–—-|·•\u200e\u200f")
		cut := false
		first, _ := utf8.DecodeRuneInString(s)
		for _, p := range bylinePrefixes[foldRune(first)] {
			n, ok := foldedPrefix(s, p)
			if !ok {
				continue
			}
			rest := s[n:]
			last, _ := utf8.DecodeLastRuneInString(p)
			if first, _ := utf8.DecodeRuneInString(rest); isWordRune(last) && !isIdeograph(last) && rest != "" && (isWordRune(first) || first == '-' || first == '.' || first == '\'') {
				continue
			}
			s, cut, found = rest, true, true
			break
		}
		if !cut {
			break
		}
	}
	return strings.TrimLeft(s, " :–—-|·•"), found
}

// afterPrefix is cutPrefix for a line that may begin with a date: "Published 3 May 2024 by …".
func afterPrefix(s string) (rest string, found bool) {
	if rest, found = cutPrefix(s); found {
		return rest, true
	}
	words := strings.Fields(s)
	dated := false
	for i, w := range words {
		if dated && i+1 < len(words) && startsUpper(words[i+1]) && contains(bylinePrefixes[firstRune(fold(w))], fold(w)) {
			return strings.Join(words[i+1:], " "), true
		}
		dated = dated || strings.IndexFunc(w, isDigit) >= 0
	}
	return rest, false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// foldedPrefix reports whether s begins with the folded p, and where that ends in s.
func foldedPrefix(s, p string) (int, bool) {
	for i, r := range s {
		if p == "" {
			return i, true
		}
		r = foldRune(r)
		if r < 0 {
			continue
		}
		want, n := utf8.DecodeRuneInString(p)
		if r != want {
			return 0, false
		}
		p = p[n:]
	}
	return len(s), p == ""
}
