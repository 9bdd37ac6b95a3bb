package meta

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A bylinePrefix is what stands before names: words, folded.
type bylinePrefix struct {
	words  string
	second rune // their second character, 0 if they have but one
}

// bylinePrefixes are the words before names by their first character, the longest first.
var bylinePrefixes = func() map[rune][]bylinePrefix {
	out := map[rune][]bylinePrefix{}
	for p := range set(byline["prefix"]) {
		first, second := startOf(p)
		out[first] = append(out[first], bylinePrefix{p, second})
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b bylinePrefix) int {
			return cmp.Or(len(b.words)-len(a.words), strings.Compare(a.words, b.words))
		})
	}
	return out
}()

// startOf are the first character of s and the next one that folding leaves, in its forms; 0 for
// none.
func startOf(s string) (first, second rune) {
	for i, r := range s {
		switch r = foldRune(r); {
		case i == 0:
			first = r
		case r >= 0:
			return first, r
		}
	}
	return first, 0
}

// cutPrefix takes "By", "Von", "Автор:" off a byline, as often as they stand there, and
// reports whether one did. A prefix in letters ends at a space or colon.
func cutPrefix(s string) (rest string, found bool) { return cutPrefixes(s, false) }

// cutFieldPrefix is cutPrefix for a field made for names, where "De", "Di" and "Von" may begin one: see beginsName.
func cutFieldPrefix(s string) (rest string, found bool) { return cutPrefixes(s, true) }

func cutPrefixes(s string, field bool) (rest string, found bool) {
	for range 3 {
		s = strings.TrimLeftFunc(s, prefixSigns.has)
		rest, cut := cutOnePrefix(s)
		if !cut || field && beginsName(s, rest) {
			return s, found
		}
		s, found = rest, true
	}
	return strings.TrimLeft(s, " :–—-|·•"), found
}

// cutOnePrefix takes the longest of the words before names off a text that begins with them.
func cutOnePrefix(s string) (rest string, found bool) {
	first, second := startOf(s)
	for _, p := range bylinePrefixes[first] {
		if p.second != second && p.second != 0 { // most
			continue
		}
		n, ok := foldedPrefix(s, p.words)
		if !ok {
			continue
		}
		rest := s[n:]
		last, _ := utf8.DecodeLastRuneInString(p.words)
		if first, _ := utf8.DecodeRuneInString(rest); isWordRune(last) && !isIdeograph(last) && rest != "" && (isWordRune(first) || first == '-' || first == '.' || first == '\'') &&
			!(unicode.IsUpper(first) && strings.HasSuffix(s[:n], "y") && strings.HasSuffix(p.words, "by")) { // "ByAda Moss"; DiCaprio and DaCosta are names
			continue
		}
		return rest, true
	}
	return s, false
}

// beginsName reports whether the word before the rest of a text is the first of a name, as that is not whole without it:
// "De Luca", "von der Au, Jörg". Before "Von Ada Moss" and "Da Redação" it is not.
func beginsName(text, rest string) bool {
	if !particles.has(strings.TrimSuffix(text, rest)) {
		return false
	}
	family, _, inverted := strings.Cut(rest, ",")
	words := strings.Fields(family)
	return (inverted || startsUpper(text)) && len(words) > 0 && (len(words) == 1 || particles.has(words[0])) && !isDesk(family)
}

// afterPiece is what follows "by" in a line that says first what somebody wrote: "Posted in
// Travel by Ada Moss", "Kommentar von Ada Moss". Other languages' words for "by" stand in names
// too, so they need a word for the piece, or a number, before them; those of China do not.
func afterPiece(s string) string {
	words := strings.Fields(s)
	for i := 1; i+1 < len(words); i++ {
		w := fold(words[i])
		if w != "by" && !isIdeograph(firstRune(w)) && !pieces.has(words[i-1]) && strings.IndexFunc(words[i-1], isDigit) < 0 || !isPrefix(w) {
			continue
		}
		if _, person := name(strings.Join(words[:i], " "), true); person || hasRole(words[:i]) { // "Ada Moss, photos by Ben Carter"
			return s
		}
		return strings.Join(words[i+1:], " ")
	}
	return s
}

// isPrefix reports whether folded words are those before a name.
func isPrefix(words string) bool {
	return slices.ContainsFunc(bylinePrefixes[firstRune(words)], func(p bylinePrefix) bool { return p.words == words })
}

func hasRole(words []string) bool {
	for _, w := range words {
		if nameRoles[strings.Trim(fold(w), ".,:")] {
			return true
		}
	}
	return false
}

// signed is cutPrefix for several lines, or parts of one: those from the first that says "by".
// All of it may stand in brackets.
func signed(text string) (rest string, found bool) {
	if inner := closingBracket(text); inner != "" && startsBracket(text) {
		text = inner
	}
	for i := 0; i < len(text); {
		n := lineBreaks.index(text[i:])
		if n < 0 {
			n = len(text) - i
		}
		line := text[i : i+n]
		if rest, ok := cutPrefix(line); ok {
			return rest + text[i+n:], true
		}
		if strings.ContainsFunc(line, isIdeograph) {
			if rest := afterPiece(line); len(rest) < len(line) && isIdeograph(firstRune(rest)) { // the source stands before the reporter
				return rest + text[i+n:], true
			}
		}
		i += n
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return text, false
}

// signedLine is what a line without its dates says after its words for "by".
func (r *resolver) signedLine(line string) (rest string, found bool) { return signed(r.undated(line)) }

// undated is a byline with line ends in place of its dates, and without the words that join
// names to them: "Ada Moss on 3 May 2024, 14:30".
func (r *resolver) undated(text string) string {
	dates := r.datesIn(text)
	if len(dates) == 0 {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	at := 0
	for _, d := range dates {
		out.WriteString(withoutTail(text[at:d.start]))
		out.WriteByte('\n')
		at = d.end
	}
	out.WriteString(text[at:])
	return out.String()
}

// withoutTail is a text without the words at its end that lead to a date.
func withoutTail(s string) string {
	for {
		s = strings.TrimRight(s, " ,.:|·•–—-([@\u00a0")
		i := strings.LastIndexAny(s, " \n\u00a0") + 1
		if w := fold(s[i:]); w == "" || !dateTails[w] && dateMeaning(w, "") == "" {
			return s
		}
		s = s[:i]
	}
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
		if r = foldRune(r); r < 0 {
			continue
		}
		want, n := rune(p[0]), 1
		if want >= utf8.RuneSelf {
			want, n = utf8.DecodeRuneInString(p)
		}
		if r != want {
			return 0, false
		}
		p = p[n:]
	}
	return len(s), p == ""
}
