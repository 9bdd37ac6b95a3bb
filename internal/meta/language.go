package meta

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listed are the languages that have a list of frequent words, and stopwords the languages of
// each of these words, by a bit for each of listed.
var listed, stopwords = languagesOf(table("stopwords.txt"))

// mostLanguages is how many bits a word has.
const mostLanguages = 64

func languagesOf(lists map[string][]string) (listed []string, words map[string]uint64) {
	listed = slices.Sorted(maps.Keys(lists))
	words = map[string]uint64{}
	for i, language := range listed {
		for _, w := range strings.Fields(strings.Join(lists[language], " ")) {
			words[fold(w)] |= 1 << i
		}
	}
	return listed, words
}

// stopwordLengths are the lengths of the frequent words, as bits, by their first and last byte.
var stopwordLengths = func() (lengths [stopwordShapes]uint16) {
	for w := range stopwords {
		lengths[stopwordShape(w[0], w[len(w)-1])] |= 1 << len(w)
	}
	return lengths
}()

const stopwordShapes, longestStopword = 512, 15 // longest: in bytes

func stopwordShape(first, last byte) int { return (int(first) ^ int(last)<<4) % stopwordShapes }

// languagesWith are the languages of which a folded word is a frequent one. Most words are none,
// by their length alone or by their ends: asking the map for all takes twice as long.
func languagesWith(word []byte) uint64 {
	n := len(word)
	if n > longestStopword || stopwordLengths[stopwordShape(word[0], word[n-1])]>>n&1 == 0 {
		return 0
	}
	return stopwords[string(word)]
}

// isFrequent reports whether a folded word is a frequent one of a language.
func isFrequent(word, language string) bool {
	languages := stopwords[word]
	if languages == 0 {
		return false
	}
	i, ok := slices.BinarySearch(listed, language)
	return ok && languages>>i&1 != 0
}

// language resolves the language: what the page declares unless its text says otherwise.
func (r *resolver) language() {
	text := r.sample()
	guess, sure := detect(text)
	type declared struct{ source, value string }
	all := []declared{
		{"json-ld", r.article.Language}, {"lang", r.page.Lang}, {"og:locale", r.meta("og:locale")},
		{"content-language", r.meta("content-language", "language", "dc.language", "dcterms.language", "inlanguage")},
	}
	for _, d := range all {
		tag := languageTag(d.value)
		if tag == "" {
			continue
		}
		base, region, _ := strings.Cut(tag, "-")
		ok := sameLanguage(base, guess) || guess == "" || !sure && script(base) == script(guess) && !(r.in.Printed.BodyFirst >= 0 && lacks(text, base))
		c := 0.9
		if !ok {
			c = 0.2
		}
		n := r.consider("language", d.source, d.value, c)
		old, _, hasRegion := strings.Cut(r.f.Language, "-")
		switch {
		case !ok:
		case r.f.Language == "":
			r.f.Language = tag
			r.choose(n)
		case old == base && !hasRegion && len(region) == 2:
			r.f.Language = tag // the same, told more precisely
		}
	}
	if guess != "" {
		n := r.consider("language", "text", guess, 0.8)
		if r.f.Language == "" {
			r.f.Language = guess
			r.choose(n)
		}
	}
}

// regions are the countries where a language is at home.
var regions = table("regions.txt")

// oldCodes are codes that pages use for those of BCP 47.
var oldCodes = map[string]string{"iw": "he", "in": "id", "ji": "yi", "jp": "ja", "cz": "cs", "ger": "de", "eng": "en", "gr": "el", "ua": "uk", "deu": "de", "fra": "fr", "spa": "es"}

// languageTag brings a declaration to BCP 47: "EN_us" to "en-US", "ar-AR" to "ar", "German"
// to nothing.
func languageTag(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, ",;. "); i >= 0 {
		s = s[:i]
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	out := strings.ToLower(parts[0])
	for _, c := range out {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	if code, ok := oldCodes[out]; ok {
		out = code
	}
	for _, p := range parts[1:] {
		switch len(p) {
		case 2:
			region := strings.ToUpper(p)
			base, _, _ := strings.Cut(out, "-")
			if home := regions[base]; len(home) > 0 && !contains(home, region) {
				return out
			}
			return out + "-" + region
		case 4:
			out += "-" + strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		}
	}
	return out
}

// families are languages that a few frequent words cannot tell apart, or that have two names.
var families = []string{"no nb nn da", "hr sr bs sh sl", "id ms", "cs sk", "pt gl es", "ru uk be bg mk sr", "ca es", "zh yue", "fil tl", "hi mr ne", "fa ur ps ckb sd ug", "af nl", "zu xh nr ss"}

func sameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	if a == b {
		return true
	}
	for _, f := range families {
		if hasWord(f, a) && hasWord(f, b) {
			return true
		}
	}
	return false
}

// script groups languages by their letters.
func script(language string) string {
	base, _, _ := strings.Cut(language, "-")
	for _, s := range scripts {
		if hasWord(s.languages, base) {
			return s.name
		}
	}
	return "latin"
}

var scripts = []struct{ name, languages string }{
	{"cyrillic", "ru uk bg mk be kk ky mn tg"}, {"arabic", "ar fa ur ps ckb"}, {"cjk", "zh ja yue"}, {"hangul", "ko"}, {"greek", "el"}, {"hebrew", "he yi"}, {"devanagari", "hi mr ne"},
	{"thai", "th"}, {"bengali", "bn as"}, {"tamil", "ta"}, {"telugu", "te"}, {"gujarati", "gu"}, {"georgian", "ka"}, {"armenian", "hy"},
}

// sample is the text by which the language is told: of the story, else of the longest blocks.
func (r *resolver) sample() string {
	const enough = 1000 // bytes; languages are told as well by 1,000 as by 3,000
	var b strings.Builder
	b.Grow(2 * enough)
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	if first < 0 || last < first || int(last) >= len(r.page.Blocks) || first == 0 && last == 0 {
		first, last = 0, int32(len(r.page.Blocks)-1)
	}
	for least := int32(15); least >= 0 && b.Len() < enough/6; least -= 15 { // short blocks only where nothing else is
		for i := first; i <= last && b.Len() < enough; i++ {
			if t := r.page.Blocks[i].Text; int32(len(t)/8) >= least {
				b.WriteString(t[:min(len(t), enough)])
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// detect tells the language of a text by its script and most frequent words. sure is false
// where the text is short or two languages are close.
func detect(text string) (language string, sure bool) {
	var latin, cyrillic, greek, hebrew, arabic, han, kana, hangul, other int
	var others [len(otherScripts)]int
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf: // most
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				latin++
			}
		case r < 0x250:
			if unicode.IsLetter(r) {
				latin++
			}
		case r < 0x370:
		case r < 0x400:
			greek++
		case r < 0x530:
			cyrillic++
		case r < 0x5FF && r >= 0x590:
			hebrew++
		case r < 0x780 && r >= 0x600:
			arabic++
		case r >= 0x3040 && r < 0x3100:
			kana++
		case r >= 0x3400 && r < 0xA000:
			han++
		case r >= 0xAC00 && r < 0xD7B0:
			hangul++
		default:
			for i, s := range otherScripts {
				if r >= s.from && r <= s.to {
					others[i]++
					other++
				}
			}
		}
	}
	total := latin + cyrillic + greek + hebrew + arabic + han + kana + hangul + other
	if total < 20 {
		return "", false
	}
	half := total / 2
	switch {
	case (han+kana)*3 > total:
		if kana*20 > han+kana {
			return "ja", total > 60
		}
		return "zh", total > 60
	case hangul*3 > total:
		return "ko", true
	case greek > half:
		return "el", true
	case hebrew > half:
		return "he", true
	case arabic > half:
		return arabicLanguage(text), total > 60
	}
	for i, n := range others {
		if n > half {
			return otherScripts[i].language, true
		}
	}
	return frequent(text, cyrillic > half)
}

var otherScripts = [...]struct {
	from, to rune
	language string
}{{0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"}, {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B80, 0x0BFF, "ta"}, {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"},
	{0x0D80, 0x0DFF, "si"}, {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"}, {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"}, {0x0530, 0x058F, "hy"}, {0x1780, 0x17FF, "km"}, {0x1200, 0x137F, "am"}}

// arabicLanguage tells Persian and Urdu from Arabic by letters that only they have.
func arabicLanguage(text string) string {
	urdu, persian := 0, 0
	for _, r := range text {
		switch r {
		case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ', 'ھ':
			urdu++
		case 'پ', 'چ', 'ژ', 'گ', 'ی', 'ک':
			persian++
		}
	}
	switch {
	case urdu*40 > len(text)/2:
		return "ur"
	case persian*40 > len(text)/2:
		return "fa"
	}
	return "ar"
}

// lacks reports whether a text of some length has next to no frequent words of a language
// whose lists would find a third of it: it is in another one, which may have no list.
func lacks(text, language string) bool {
	const enough, least = 60, 0.04 // words; their share
	words, found := 0, 0
	for w := range eachToken(text) {
		words++
		if isFrequent(string(w), language) {
			found++
		}
	}
	return slices.Contains(listed, language) && words >= enough && float64(found) < least*float64(words)
}

// foreignLetters are letters that some languages do not have, which share most of their frequent words with one that has: in a
// short text these alone do not tell them apart.
var foreignLetters = []struct {
	letters   string
	languages []string
}{
	{"ыэё", []string{"bg", "mk", "sr", "sr-Cyrl", "uk"}},
	{"іїє", []string{"bg", "mk", "sr", "sr-Cyrl", "ru"}},
	{"ãõç", []string{"gl"}},
}

// fewBytes is in how many bytes of a text at the most one of foreignLetters stands, on average: a name or a quotation has them, too.
const fewBytes = 300

// frequent counts the stop words of each language.
func frequent(text string, cyrillic bool) (language string, sure bool) {
	var score [mostLanguages]float64
	words := 0
	for w := range eachToken(text) {
		words++
		if languages := languagesWith(w); languages != 0 {
			weight := 1 / float64(bits.OnesCount64(languages)) // a word of one language alone tells most
			for ; languages != 0; languages &= languages - 1 {
				score[bits.TrailingZeros64(languages)] += 0.5 + weight
			}
		}
	}
	for _, x := range foreignLetters {
		n := 0
		for _, letter := range x.letters {
			n += strings.Count(text, string(letter))
		}
		if n*fewBytes >= len(text) && n > 0 {
			for i, l := range listed {
				if slices.Contains(x.languages, l) {
					score[i] = 0
				}
			}
		}
	}
	var best, second string
	var bestScore, secondScore float64
	for i, l := range listed {
		switch s := score[i]; {
		case s == 0:
		case s > bestScore:
			best, bestScore, second, secondScore = l, s, best, bestScore
		case s > secondScore:
			second, secondScore = l, s
		}
	}
	if best == "" || bestScore < 4 || bestScore < 0.06*float64(words) {
		return "", false
	}
	sure = words >= 40 && bestScore > 0.15*float64(words) && (second == "" || bestScore > 1.4*secondScore || sameLanguage(best, second))
	if base, _, _ := strings.Cut(best, "-"); cyrillic {
		best = base // "sr-Cyrl" is what Serbian text in these letters is anyway
	}
	return best, sure
}
