package meta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// names are the authors that a byline or a metadata string names. A loose string is
// printed text, where a name must look like one; a strict one is a field made for names.
func names(s string, loose bool) []Author {
	const longest = 300 // bytes of a byline
	if len(s) > longest {
		return nil
	}
	cut := cutFieldPrefix
	if loose {
		cut = cutPrefix
	}
	var out []Author
	for line := range strings.FieldsFuncSeq(s, nameBreaks.has) {
		line = strings.TrimSpace(line)
		if isAddress(line) || strings.ContainsRune(line, '@') && !strings.ContainsRune(line, ' ') {
			continue
		}
		line, _ = cut(beforeHelpers(withoutAddresses(line)))
		line, _ = cut(afterPiece(line))
		line = brackets(beforeLabel(line), &out)
		parts := splitNames(line)
		if len(parts) == 2 && !loose && strings.Count(line, ",") == 1 && isFamilyName(parts[0]) && (lone(parts[1]) || endsInInitials(parts[1])) {
			parts = []string{parts[1] + " " + parts[0]} // "Doe, Jane", "Doe, Jane M.", "De Luca, Marco"
		}
		for i, p := range parts {
			if len(out) > 0 && (isDegree(p) || isPlaceAfter(parts, i) || strings.IndexFunc(p, isDigit) >= 0 || isFunction(p) && !sharesFunction(line, parts, i)) {
				continue
			}
			if a, ok := name(p, loose); ok && !hasName(out, a.Name) {
				out = append(out, a)
			}
		}
	}
	return out
}

// withoutAddresses is a line without mail addresses and handles: "Ada Moss ada@post.example", "Ada Moss@adamoss".
func withoutAddresses(line string) string {
	if !strings.ContainsRune(line, '@') { // nearly all
		return line
	}
	words := strings.Fields(line)
	for i, w := range words {
		if before, after, ok := strings.Cut(w, "@"); ok {
			if strings.ContainsRune(after, '.') {
				before = ""
			}
			words[i] = before
		}
	}
	line = strings.TrimSpace(strings.Join(words, " "))
	if inner, ok := strings.CutPrefix(line, "("); ok { // feeds write "ada@post.example (Ada Moss)"
		line = strings.TrimSuffix(inner, ")")
	}
	return line
}

// beforeLabel cuts a line where another label of the page begins: "记者 林小明字号：大 中 小".
func beforeLabel(s string) string {
	for _, label := range byline["label"] {
		if i := strings.Index(s, label); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// beforeHelpers cuts a line where names follow that did not write the story: "Ada Moss, edited
// by Ben Carter".
func beforeHelpers(s string) string {
	folded := fold(s)
	for _, p := range helpers {
		if i := strings.Index(folded, p); i >= 0 && (i == 0 || !isWordRune(rune(folded[i-1]))) {
			if n, ok := foldedPrefix(s, folded[:i]); ok {
				s, folded = s[:n], folded[:i]
			}
		}
	}
	return s
}

func hasName(list []Author, name string) bool {
	if len(list) == 0 { // most
		return false
	}
	c := compact(name)
	for _, a := range list {
		if compact(a.Name) == c {
			return true
		}
	}
	return false
}

// brackets takes brackets out of a byline. An agency inside is an author when nobody else is.
func brackets(s string, out *[]Author) string {
	for range 4 {
		i := strings.IndexAny(s, "([（")
		if i < 0 {
			break
		}
		j := strings.IndexAny(s[i:], ")]）")
		if j < 0 {
			s = s[:i]
			break
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		inner := s[min(i+n, i+j) : i+j]
		_, n = utf8.DecodeRuneInString(s[i+j:])
		s = strings.TrimSpace(s[:i] + " " + s[i+j+n:])
		if s == "" && agencies.has(inner) {
			*out = append(*out, Author{Name: strings.TrimSpace(inner), Organization: true})
		}
	}
	return s
}

// name cleans one name and reports whether it is one.
func name(s string, loose bool) (Author, bool) {
	s, _ = cutFieldPrefix(s)
	dotted := strings.HasSuffix(s, ".")
	s = strings.Trim(strings.TrimSpace(s), ".:-–—*•●·|★☆✓✔\"“”„»«<> ")
	s = withoutSuffix(s)
	if head, tail, ok := strings.Cut(strings.ReplaceAll(s, " – ", " - "), " - "); ok && isDesk(tail) && looksLikePerson(strings.Fields(head)) {
		s = head // "Ada Moss - Editorial Team"
	}
	if loose {
		s = withoutAside(s)
	}
	words := strings.Fields(s)
	if n := nameBeforeFunction(words); n > 0 && !nameNone.has(s) {
		words = words[:n]
		s = strings.Join(words, " ")
	}
	folded := fold(s)
	if first, _, _ := strings.Cut(folded, "/"); agencies[folded] || agencies[first] {
		return Author{Name: s, Organization: true}, true
	}
	if s == "" || len(s) > 80 || len(words) > 7 || nameNone[folded] || nameless.in(s) || strings.Contains(s, "www.") {
		return Author{}, false
	}
	for i, w := range words { // "Jane Doe in Washington", "Jane Doe 3 May 2024"
		digit := strings.IndexFunc(w, isDigit) >= 0
		dated := i+1 < len(words) && monthNames[strings.Trim(fold(w), ".,")] != nil && strings.IndexFunc(words[i+1], isDigit) >= 0 // "May" alone ends names, too
		if i > 1 && (digit || dated || isPlaceWord(w) && (i+1 == len(words) && loose || i+1 < len(words) && startsUpper(words[i+1]))) {
			words = words[:i]
			break
		}
		if digit && (loose || i > 0 && len(words) > 3) {
			return Author{}, false
		}
	}
	s = strings.Trim(strings.Join(words, " "), " -–—,")
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && r != '\'' || size == len(s) {
		return Author{}, false
	}
	desk := isDesk(s)
	for _, w := range tokens(s) {
		if nameRoles[w] && !desk {
			return Author{}, false
		}
		if months := monthNames[w]; loose && len(months) > 1 && len(w) > 3 && len(words) == 1 {
			return Author{}, false
		}
	}
	if loose && len(words[0]) > 1 && isPlaceWord(words[0]) { // "Em São Paulo"
		return Author{}, false
	}
	if loose && !desk && isStockLine(s) {
		return Author{}, false
	}
	if loose && !desk && !looksLikePerson(words) || loose && desk && !startsUpper(words[0]) && hasCase(words[0]) {
		return Author{}, false
	}
	if dotted && isGeneration(words[len(words)-1]) { // "Jr." keeps its stop
		s += "."
	}
	return Author{Name: s, Organization: desk}, true
}

// isStockLine reports whether a text is a line that pages say of themselves: "Privacy Policy".
func isStockLine(s string) bool {
	class, strength := phrases.Match(s)
	return strength == phrases.Sure && class != phrases.Byline
}

// isPlaceWord reports whether a word can stand between a name and a place, "in", or in what
// capitalises everything, "In". Particles of names cannot.
func isPlaceWord(w string) bool {
	return places[w] || len(w) > 1 && startsUpper(w) && places.has(w) && !particles.has(w)
}

// isDesk reports whether a name is that of a newsroom or an organisation.
func isDesk(s string) bool {
	folded := fold(s)
	if agencies[folded] {
		return true
	}
	for from, i := 0, 0; i <= len(folded); i++ {
		if i == len(folded) || strings.IndexByte(" -./", folded[i]) >= 0 {
			if nameDesks[folded[from:i]] {
				return true
			}
			from = i + 1
		}
	}
	for _, d := range deskPhrases {
		if strings.Contains(folded, d) {
			return true
		}
	}
	return false
}

// deskPhrases are the desks of several words, and those in scripts without spaces.
var deskPhrases = func() []string {
	var out []string
	for _, d := range byline["desk"] {
		if r, _ := utf8.DecodeRuneInString(d); strings.ContainsRune(d, ' ') || r > 0x2E80 {
			out = append(out, fold(d))
		}
	}
	return out
}()

// isFunction reports whether a part after a name says what somebody does: "News Editor", but not "Echo Editors" or "News".
func isFunction(s string) bool {
	return nameNone.has(s) || slices.ContainsFunc(tokens(s), func(w string) bool { return nameRoles[w] && !nameDesks[w] })
}

// isDegree reports whether a part after a name is a title such as "MD" or "Ph.D.".
func isDegree(s string) bool {
	letters := strings.Trim(strings.ReplaceAll(s, ".", ""), " ®™")
	if len(letters) > 6 || agencies.has(s) || strings.Contains(letters, " ") {
		return false
	}
	upper := 0
	for _, r := range letters {
		if unicode.IsUpper(r) {
			upper++
		} else if !unicode.IsLower(r) {
			return false
		}
	}
	return upper >= 2 && upper*2 >= len(letters)
}

func hasCase(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsLower(r)
}

// isUpper reports whether a text has no small letters.
func isUpper(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.ToUpper(r) != r }) < 0
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“„‘’("))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// looksLikePerson reports whether printed words can be a name: two to five words that begin
// with capitals, but for particles; in scripts without capitals, few letters.
func looksLikePerson(words []string) bool {
	if len(words) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	if !unicode.IsUpper(first) && !unicode.IsLower(first) { // no case in this script
		n := utf8.RuneCountInString(strings.Join(words, ""))
		if isIdeograph(first) || first >= 0xAC00 && first <= 0xD7A3 {
			return n >= 2 && n <= 8
		}
		return len(words) >= 2 && len(words) <= 5
	}
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		if !startsUpper(w) && (!particles.has(w) || i == len(words)-1) {
			return false
		}
	}
	return true
}
