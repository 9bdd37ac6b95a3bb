package meta

import (
	"strings"
	"unicode/utf8"
)

// splitNames splits at commas, slashes and the words for "and". A slash without spaces
// joins a sign-off, "dpa/xy", unless there are full names at both sides.
func splitNames(s string) []string {
	var out []string
	add := func(words []string) {
		if n := len(out); n > 0 && len(words) == 1 && isGeneration(words[0]) { // "Ada Moss, Jr."
			out[n-1] += " " + words[0]
			return
		}
		out = append(out, strings.Join(words, " "))
	}
	s = strings.ReplaceAll(s, " / ", ", ")
	if a, b, ok := strings.Cut(s, "/"); ok && strings.Contains(strings.TrimSpace(a), " ") && strings.Contains(strings.TrimSpace(b), " ") {
		s = strings.ReplaceAll(s, "/", ", ")
	}
	for _, part := range strings.FieldsFunc(s, commas.has) {
		words := strings.Fields(part)
		start := 0
		for i, w := range words {
			if len(w) > 2 && startsUpper(w) { // "ADA MOSS AND BEN CARTER"; "Y" and "Dan" are names
				if foldsTo(w, "and") || foldsTo(w, "und") || isUpper(w) && isUpper(part) {
					w = fold(w)
				}
			}
			if i > start && i+1 < len(words) && nameAnds[w] && (len(w) > 1 || w == "&" || w == "+" || len(words)-i > 2 && i-start > 1 || w == "и") {
				add(words[start:i])
				start = i + 1
			}
		}
		if start < len(words) && nameAnds[words[start]] && start+1 < len(words) { // after a comma: ", and Jane Doe"
			start++
		}
		if start < len(words) {
			add(words[start:])
		}
	}
	return out
}

// isPlaceAfter reports whether a part is one word after a full name, and the names of the line
// have more than one: "Ada Moss, London, Ben Carter".
func isPlaceAfter(parts []string, i int) bool {
	p := parts[i]
	if i == 0 || !lone(p) || !startsUpper(p) || isDesk(p) || strings.ContainsAny(p, "./0123456789") || !hasCase(p) {
		return false
	}
	return looksLikePerson(strings.Fields(parts[i-1]))
}

// endsInInitials reports whether a part is one word with initials after it: "Jane M."
func endsInInitials(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if initial := utf8.RuneCountInString(strings.TrimSuffix(w, ".")) == 1; initial != (i > 0) || !startsUpper(w) {
			return false
		}
	}
	return len(words) > 1
}

// isFamilyName reports whether a part is one word, perhaps after particles.
func isFamilyName(s string) bool {
	last := strings.LastIndexByte(s, ' ') + 1
	for w := range strings.FieldsSeq(s[:last]) {
		if !particles.has(w) {
			return false
		}
	}
	return lone(s[last:]) && !agencies.has(s)
}

// lone reports whether a part is one word and no agency.
func lone(s string) bool { return !strings.ContainsRune(s, ' ') && !agencies.has(s) && s != "" }

// sharesFunction reports whether a part is the last of several names and what they all do: "ADA MOSS and BEN CARTER Staff
// Writers", but not "Ada Moss, Quay and Harbour Security Editor".
func sharesFunction(line string, parts []string, i int) bool {
	if i == 0 || !looksLikePerson(strings.Fields(parts[i-1])) || nameBeforeFunction(strings.Fields(parts[i])) == 0 {
		return false
	}
	before := strings.TrimRight(line[:max(strings.Index(line, parts[i]), 0)], " ")
	return nameAnds.has(before[strings.LastIndexByte(before, ' ')+1:])
}

// withoutSuffix is a name without the words that some languages set after it: "홍길동 기자".
func withoutSuffix(s string) string {
	for _, suffix := range byline["suffix"] {
		if t := strings.TrimSuffix(s, suffix); t != s && t != "" {
			s = strings.TrimSpace(t)
		}
	}
	return s
}

// isGeneration reports whether a word after a name is the rest of it: "Jr.", "III".
func isGeneration(w string) bool { return generations.has(strings.TrimSuffix(w, ".")) }

// isAddress reports whether a text holds a web address, or is one without its scheme: "social.example/ada".
func isAddress(s string) bool {
	if strings.Contains(s, "://") {
		return true
	}
	host, _, ok := strings.Cut(s, "/")
	return ok && !strings.ContainsRune(s, ' ') && (host == "" || strings.ContainsRune(host, '.') && strings.ToLower(host) == host)
}
