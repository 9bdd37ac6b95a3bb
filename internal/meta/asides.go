package meta

import (
	"slices"
	"strings"
	"unicode"
)

// withoutAside is a printed name without what the next element of the page says, which may be glued to it: "Ada
// MossPolitical Editor", "Ada Moss Follow", "Ada Moss The Associated Press".
func withoutAside(s string) string {
	words := strings.Fields(s)
	if nameNone.has(s) || agencies.has(s) {
		return s
	}
	if half := len(words) / 2; half > 1 && slices.Equal(words[:half], words[half:]) { // below a picture that has the name as its text
		return strings.Join(words[:half], " ")
	}
	for i := 1; i < len(words); i++ {
		if at := glued(words[i]); at > 0 {
			aside := slices.Insert(slices.Clone(words[i+1:]), 0, words[i][at:])
			if rest := strings.Join(aside, " "); articles.has(aside[0]) || nameNone.has(rest) || agencies.has(rest) || hasRole(aside) {
				return strings.Join(words[:i], " ") + " " + words[i][:at]
			}
		}
		if i < 2 || !looksLikePerson(words[:i]) {
			continue
		}
		if rest := strings.Join(words[i:], " "); agencies.has(rest) || nameNone.has(rest) && !isDesk(s) && !hasRole(words[i:]) {
			return strings.Join(words[:i], " ")
		}
	}
	return s
}

// glued is where a capital follows a small letter inside of a word, not as in "McCarthy"; 0 for nowhere.
func glued(word string) int {
	const prefix = 3 // letters of "Mac", the longest before a capital of a name
	small, letters := false, 0
	for i, r := range word {
		if small && unicode.IsUpper(r) && letters > prefix {
			return i
		}
		small = unicode.IsLower(r)
		letters++
	}
	return 0
}

// nameBeforeFunction is how many words of a text are the name of a person, where what they do follows, or whom they do
// it for, and no sign parts the two: "ADA MOSS Staff Writer", "Ada Moss Political Editor", "Ada Moss Associated Press".
// It is 0 for other texts.
func nameBeforeFunction(words []string) int {
	const longest = 4 // words of a name
	for i := 2; i < len(words) && i <= longest; i++ {
		if looksLikePerson(words[:i]) && isFunctionAfter(words[:i], words[i:]) && !articles.has(words[0]) && !isDesk(strings.Join(words[:i], " ")) {
			return i
		}
	}
	return 0
}

// isFunctionAfter reports whether words after a name say what somebody does, or name an agency.
func isFunctionAfter(name, words []string) bool {
	if !startsUpper(words[0]) {
		return false
	}
	for n := len(words); n > 0; n-- { // "Associated Press Writer"
		if isAgencyAfter(name, words[:n]) {
			return n == len(words) || isFunctionAlone(words[n:])
		}
	}
	last := words[len(words)-1]
	switch {
	case wholeWords(name) == 2 && isRole(words[0]):
		return true
	case len(words) == 1 && !isShouted(name): // the third of "Ada Moss Lighthouse Editor" may be one of the name, or not
		return false
	case isShouted(name) && !isUpper(last):
		return isRole(last)
	}
	return isFunctionAlone(words)
}

// isFunctionAlone reports whether words are a function and nothing else: "Chief Political Correspondent".
func isFunctionAlone(words []string) bool {
	return isRole(words[len(words)-1]) && !slices.ContainsFunc(words, func(w string) bool { return !fields.has(w) && !isRole(w) })
}

// isRole reports whether a word is that of a person's function, or ends in one: "Lokalredakteur". "Editors" may be those
// of a paper, which is no person.
func isRole(w string) bool {
	if nameDesks.has(w) {
		return false
	}
	folded := fold(w)
	return hasRole([]string{w}) || slices.ContainsFunc(byline["role end"], func(end string) bool { return strings.HasSuffix(folded, end) })
}

// isAgencyAfter reports whether words after a name are an agency's. Those of one word, "EFE", may be a name as well
// where all of it is in capitals, or the word in small letters.
func isAgencyAfter(name, words []string) bool {
	agency := strings.Join(words, " ")
	return agencies.has(agency) && (len(words) > 1 || isUpper(agency) && !isUpper(strings.Join(name, " ")))
}

// isShouted reports whether a name is in capitals.
func isShouted(name []string) bool { return hasCase(name[0]) && isUpper(strings.Join(name, " ")) }

// wholeWords is how many words of a name are neither initials nor particles.
func wholeWords(name []string) (n int) {
	for _, w := range name {
		if !particles.has(w) && !strings.HasSuffix(w, ".") {
			n++
		}
	}
	return n
}
