package meta

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

//go:embed data/*.txt
var data embed.FS

// file is the text of a data file.
func file(name string) string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		return "" // cannot be: the files are part of the program
	}
	return string(b)
}

// table reads a data file: lines of "key: item | item", comments after "#" at a line's start.
// A key may have several lines.
func table(name string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(file(name)) {
		key, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || key[0] == '#' {
			continue
		}
		for item := range strings.SplitSeq(rest, " | ") {
			out[key] = append(out[key], strings.TrimSpace(item))
		}
	}
	return out
}

// A foldedSet is a set of texts as fold leaves them.
type foldedSet map[string]bool

func set(items []string) foldedSet {
	m := make(foldedSet, len(items))
	for _, s := range items {
		m[fold(s)] = true
	}
	return m
}

// has reports whether the set has fold(s), which no memory is taken for.
func (m foldedSet) has(s string) bool { return m[string(appendFolded(make([]byte, 0, 64), s))] }

var (
	homes       = set(table("home.txt")["home"])
	pageWords   = set(table("home.txt")["page"])
	agencyNames = table("agencies.txt")["agency"]
	agencies    = set(agencyNames)
	byline      = table("bylines.txt")
	nameRoles   = set(byline["role"])
	nameNone    = set(byline["none"])
	nameDesks   = set(byline["desk"])
	generations = set(byline["generation"])
	fields      = set(byline["field"])
	particles   = set(byline["particle"])
	places      = set(byline["place"])
	nameAnds    = set(byline["and"])
	pieces      = set(byline["piece"])
	wrote       = set(byline["wrote"])
	dateTails   = set(byline["date tail"])
	articles    = set(byline["article"])
	helpers     = foldedAll(byline["helper"])
	origins     = table("origin.txt")

	authorFolders = set(byline["author folder"])
	topicFolders  = set(byline["topic folder"])
	originLinks   = set(origins["link"])
	originPhrases = func() (spaced [][]byte) {
		for _, p := range origins["phrase"] {
			spaced = append(spaced, []byte(p+" "))
		}
		return spaced
	}()
)

// foldRune brings the forms of one character together: case, quotes, dashes, spaces,
// full-width letters, and the digits of other scripts. A dropped rune gives -1.
func foldRune(r rune) rune {
	if r >= utf8.RuneSelf { // seldom: apart, so that the rest becomes part of its callers
		return foldBeyondASCII(r)
	}
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

func foldBeyondASCII(r rune) rune {
	switch {
	case r == '’' || r == '‘' || r == '‛' || r == 'ʼ' || r == '´' || r == '′':
		return '\''
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '‟':
		return '"'
	case r == '‐' || r == '‑' || r == '‒' || r == '–' || r == '—' || r == '―' || r == '−':
		return '-'
	case r >= 0xFF01 && r <= 0xFF5E:
		return foldRune(r - 0xFF01 + '!')
	case r >= 0x0660 && r <= 0x0669: // Arabic digits
		return r - 0x0660 + '0'
	case r >= 0x06F0 && r <= 0x06F9: // Persian
		return r - 0x06F0 + '0'
	case r >= 0x0966 && r <= 0x096F: // Devanagari
		return r - 0x0966 + '0'
	case r >= 0x09E6 && r <= 0x09EF: // Bengali
		return r - 0x09E6 + '0'
	case r == 'İ':
		return 'i'
	case r == 0x00AD || r == 0x200B || r == 0x200C || r == 0x200E || r == 0x200F || r == 0xFEFF || r == 0x0307:
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return runes.ToLower(r)
}

// fold is s for comparisons: see foldRune. White space is collapsed.
func fold(s string) string {
	if isFolded(s) {
		return s
	}
	return string(appendFolded(make([]byte, 0, 256), s)) // longer than most lines
}

// appendFolded appends fold(s), which many ask for only to look it up, to what is empty.
func appendFolded(out []byte, s string) []byte {
	space := false
	for _, r := range s {
		switch r = foldRune(r); {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
			space = len(out) > 0
		case r >= 0:
			if space {
				out = append(out, ' ')
				space = false
			}
			if r < utf8.RuneSelf {
				out = append(out, byte(r))
			} else {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return out
}

// isFolded reports whether nothing needs to be done: small ASCII letters with single spaces.
func isFolded(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x80 || 'A' <= c && c <= 'Z' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isWordRune(r rune) bool {
	if uint32(r) < utf8.RuneSelf { // nearly all: apart, so that it becomes part of its callers
		return asciiWords.starts[r]
	}
	return isWordBeyondASCII(r)
}

var asciiWords = signsOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

func isWordBeyondASCII(r rune) bool {
	return runes.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// isIdeograph holds for the scripts that are written without spaces between words.
func isIdeograph(r rune) bool { return r >= 0x0E00 && isUnspaced(r) }

func isUnspaced(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// tokens are the folded words of s; each ideograph is one.
func tokens(s string) []string {
	if s == "" {
		return nil
	}
	return appendTokens(make([]string, 0, len(s)/6+1), s) // a word has five letters
}

func appendTokens(out []string, s string) []string {
	s = fold(s)
	start := -1
	for i, r := range s {
		word := isWordRune(r)
		ideo := word && isIdeograph(r)
		if start >= 0 && (!word || ideo) {
			out = append(out, s[start:i])
			start = -1
		}
		if ideo {
			out = append(out, s[i:i+utf8.RuneLen(r)])
		} else if word && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}

// eachToken yields the folded words of s without keeping them.
func eachToken(s string) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		const long = 64 // bytes
		word := make([]byte, 0, long)
		for _, r := range s {
			r = foldRune(r)
			if 'a' <= r && r <= 'z' { // most
				word = append(word, byte(r))
				continue
			}
			if r < 0 {
				continue
			}
			is := isWordRune(r)
			ideo := is && isIdeograph(r)
			if len(word) > 0 && (!is || ideo) {
				if !yield(word) {
					return
				}
				word = word[:0]
			}
			if is {
				word = utf8.AppendRune(word, r)
			}
			if ideo {
				if !yield(word) {
					return
				}
				word = word[:0]
			}
		}
		if len(word) > 0 {
			yield(word)
		}
	}
}

// compact is s without anything but folded letters and digits: "The Daily-News" and
// "thedailynews" are one.
func compact(s string) string {
	out := appendCompact(make([]byte, 0, 128), s) // longer than most headlines
	if string(out) == s {
		return s
	}
	return string(out)
}

// appendCompact appends compact(s), which many ask for only to look at it.
func appendCompact(out []byte, s string) []byte {
	for _, r := range s {
		if 'a' <= r && r <= 'z' { // most
			out = append(out, byte(r))
		} else if r = foldRune(r); r >= 0 && isWordRune(r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// overlap is the share of a's tokens that stand in b.
func overlap(a, b []string) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(common(a, b)) / float64(len(a))
}

// common is how many tokens two texts have in common.
func common(a, b []string) int {
	n := 0
	const few = 64 // a bit for each of b
	if len(b) <= few {
		used := uint64(0)
		for _, t := range a {
			for i, u := range b {
				if t == u && used>>i&1 == 0 {
					used |= 1 << i
					n++
					break
				}
			}
		}
		return n
	}
	have := make(map[string]int, len(b))
	for _, t := range b {
		have[t]++
	}
	for _, t := range a {
		if have[t] > 0 {
			have[t]--
			n++
		}
	}
	return n
}

// clean is s with its white space collapsed to single spaces.
func clean(s string) string {
	space := true // the character before is white space, or there is none
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case ' ' < c && c < utf8.RuneSelf: // most
			space = false
		case c == ' ' && !space:
			space = true
		case c <= ' ':
			return strings.Join(strings.Fields(s), " ")
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if unicode.IsSpace(r) {
				return strings.Join(strings.Fields(s), " ")
			}
			space = false
			i += n - 1
		}
	}
	if space && s != "" {
		return strings.TrimRight(s, " ")
	}
	return s
}

// foldsTo reports whether fold(s) is folded. The first letter says no of most texts.
func foldsTo(s, folded string) bool {
	return firstFolded(strings.TrimSpace(s)) == firstRune(folded) && fold(s) == folded
}

func containsFolded(list []string, s string) bool {
	s = fold(s)
	for _, x := range list {
		if fold(x) == s {
			return true
		}
	}
	return false
}
