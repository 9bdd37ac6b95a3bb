package phrases

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// A tail says what must follow the head of a pattern.
type tail uint8

const (
	tailEnd      tail = iota // nothing
	tailAny                  // anything, with the pattern's rest somewhere in it
	tailDate                 // a date or a time
	tailNetworks             // names of networks
	tailAgency               // names of agencies
	tailNames                // names of people
)

var tailsByName = map[string]tail{"{date}": tailDate, "{networks}": tailNetworks, "{agency}": tailAgency, "{names}": tailNames}

// A pattern is one line of a data file with its alternatives written out.
type pattern struct {
	head     string     // folded; the line begins with it
	rest     [][]string // of tailAny: what follows the head, in this order; one of each list
	atEnd    bool       // of tailAny: the last of rest ends the line
	tail     tail
	class    Class
	strength Strength

	floating bool
	parts    [][]string // of a floating one: what Mention has
	variants int        // how many patterns the line in the file stands for
	source   string     // file and number of that line
}

// A wordKind is a set of the lists that a word is in.
type wordKind uint16

const (
	wordMonth wordKind = 1 << iota
	wordWeekday
	wordDateFiller
	wordNetwork
	wordNetworkFiller
	wordAgency
	wordParticle
	wordHome
	wordAdvertisement

	anyWord wordKind = 1<<iota - 1
)

var wordKinds = map[string]wordKind{
	"month": wordMonth, "weekday": wordWeekday, "date filler": wordDateFiller,
	"network": wordNetwork, "network filler": wordNetworkFiller, "agency": wordAgency,
	"name particle": wordParticle, "home": wordHome, "advertisement": wordAdvertisement,
}

// A table holds all data files. It does not change once it is built.
type table struct {
	whole        wholeSet // patterns that are a line
	lines        index    // patterns that begin a line
	mentions     []Mention
	promptStarts starts // of the heads of prompts
	words        map[string]wordKind
	initials     [1 << 12]initial // by the first two bytes: most begin none
	adLabels     []string
}

// An initial is what the words that begin with the same bytes are, and their lengths, a bit each.
type initial struct {
	kinds   wordKind
	lengths uint64
}

// initial is that of the words that begin as a word does.
func (t *table) initial(word []byte) *initial {
	at := uint(word[0]) << 4
	if len(word) > 1 {
		at ^= uint(word[1])
	}
	return &t.initials[at%uint(len(t.initials))]
}

// kind is that of a word, as far as it is one of kinds.
func (t *table) kind(word []byte, kinds wordKind) wordKind {
	in := t.initial(word)
	if in.kinds&kinds == 0 || in.lengths>>min(len(word), 63)&1 == 0 {
		return 0
	}
	return t.words[string(word)] & kinds
}

// load builds the table once.
var load = sync.OnceValues(build)

// build builds the table; an error leaves the good lines in it. The tests want none.
func build() (*table, error) {
	t := &table{words: map[string]wordKind{}}
	t.whole.lines = make(map[string]stock, 32_000) // a few more than there are
	files, err := dataFiles.ReadDir("data")
	errs := []error{err}
	all := make([]pattern, 0, 50_000) // a few more than there are
	for _, f := range files {
		text, err := dataFiles.ReadFile("data/" + f.Name())
		errs = append(errs, err)
		all, err = t.read(all, f.Name(), string(text))
		errs = append(errs, err)
	}
	var lines []int32
	// What a line spells out goes before what the alternatives of another line give.
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	sortNumbers(all, order, func(a, b *pattern) int { return cmp.Compare(a.variants, b.variants) })
	seen := make(map[string]int32, len(all))
	for _, k := range order {
		p := all[k]
		key := p.key()
		if k, ok := seen[key]; ok {
			old := &all[k]
			if old.variants == p.variants && (old.class != p.class || old.strength != p.strength) {
				errs = append(errs, fmt.Errorf("%q is both %v, %v (%s) and %v, %v (%s)", key,
					old.class, old.strength, old.source, p.class, p.strength, p.source))
			}
			continue
		}
		seen[key] = k
		switch {
		case p.floating:
			t.mentions = append(t.mentions, Mention{p.class, p.parts, p.atEnd})
		case p.tail == tailEnd:
			t.whole.add(&p)
		default:
			lines = append(lines, k)
		}
	}
	t.lines = newIndex(all, lines)
	for i := range t.lines.patterns {
		if p := &t.lines.patterns[i]; p.isPrompt() {
			t.promptStarts.add(p.head)
		}
	}
	for w, kind := range t.words {
		if w != "" {
			in := t.initial([]byte(w))
			in.kinds |= kind
			in.lengths |= 1 << min(len(w), 63)
		}
		if kind&wordAdvertisement != 0 && len(w) > 8 {
			t.adLabels = append(t.adLabels, w)
		}
	}
	sort.Strings(t.adLabels)
	return t, errors.Join(errs...)
}

// sortNumbers brings the numbers of patterns in order; equal ones keep theirs. Patterns are large:
// to sort them themselves took most of the time to load the table.
func sortNumbers(patterns []pattern, numbers []int32, compare func(a, b *pattern) int) {
	slices.SortStableFunc(numbers, func(i, j int32) int { return compare(&patterns[i], &patterns[j]) })
}

// key is the same for patterns that match the same lines.
func (p *pattern) key() string {
	kind := "0123456789"[p.tail : p.tail+1]
	if p.floating {
		kind += "…"
	}
	if p.atEnd {
		kind += "$"
	}
	key := kind + p.head
	for _, options := range p.rest {
		key += "…" + strings.Join(options, "|")
	}
	return key
}

// read parses one data file. Words go into t, patterns are appended.
func (t *table) read(patterns []pattern, name, text string) ([]pattern, error) {
	var errs []error
	class, kind := None, wordKind(0)
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		bad := func(why string) { errs = append(errs, fmt.Errorf("%s:%d: %s: %s", name, n, line, why)) }
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case line[0] == '[' && line[len(line)-1] == ']':
			header := line[1 : len(line)-1]
			class, kind = None, 0
			if list, ok := strings.CutPrefix(header, "words: "); ok {
				kind = wordKinds[list]
			} else {
				class = classNamed(header)
			}
			if class == None && kind == 0 {
				bad("no such class or list")
			}
		case kind != 0:
			for _, w := range strings.Fields(line) {
				t.words[foldString(w, true, true)] |= kind
			}
		case class == None:
			bad("outside of any class")
		default:
			mark, phrase := No, line
			if line[0] == '?' || line[0] == '!' {
				mark, phrase = map[byte]Strength{'?': Hint, '!': Sure}[line[0]], strings.TrimSpace(line[1:])
			}
			source := fmt.Sprintf("%s:%d", name, n)
			phrase, floating := strings.CutPrefix(phrase, "…")
			variants := expand(phrase)
			for _, variant := range variants {
				p, err := parsePattern(variant, floating)
				if err != nil {
					bad(err.Error())
					break
				}
				p.class, p.source, p.variants = class, source, len(variants)
				p.strength = mark
				if mark == No {
					p.strength = p.defaultStrength()
				}
				patterns = append(patterns, p)
			}
		}
	}
	return patterns, errors.Join(errs...)
}

func classNamed(name string) Class {
	for c, n := range classNames {
		if n == name {
			return Class(c)
		}
	}
	return None
}

func (p *pattern) defaultStrength() Strength {
	if p.tail == tailAny || p.tail == tailNames {
		return Hint
	}
	return Sure
}

// expand writes out the alternatives in parentheses, up to the first "…" on each way.
// A parenthesis without "|" stands for itself.
func expand(s string) []string {
	for from := 0; ; {
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			return []string{s}
		}
		open += from
		end := strings.IndexByte(s[open:], ')')
		if end < 0 || strings.Contains(s[from:open], "…") {
			return []string{s}
		}
		end += open
		if !strings.Contains(s[open:end], "|") {
			from = end
			continue
		}
		var out []string
		for _, option := range strings.Split(s[open+1:end], "|") {
			if strings.Contains(option, "…") {
				out = append(out, s[:open]+option+s[end+1:])
				continue
			}
			for _, t := range expand(s[end+1:]) {
				out = append(out, s[:open]+option+t)
			}
		}
		return out
	}
}

// placeholders puts examples, which folding makes tokens of.
var placeholders = strings.NewReplacer("{d}", "1.2.2000", "{t}", "10:30", "#", "1")

// parsePattern parses a phrase with its alternatives written out; a floating one begins with "…".
func parsePattern(s string, floating bool) (pattern, error) {
	p := pattern{floating: floating}
	if floating && strings.ContainsAny(s, "#{") {
		return p, errors.New("numbers and names are not looked for inside of lines")
	}
	s = placeholders.Replace(strings.TrimSpace(s))
	for suffix, tail := range tailsByName {
		if rest, ok := strings.CutSuffix(s, suffix); ok {
			p.tail, s = tail, rest
		}
	}
	for strings.Contains(s, "… …") {
		s = strings.ReplaceAll(s, "… …", "…")
	}
	segments := strings.Split(s, "…")
	last := len(segments) - 1
	if p.tail == tailEnd && (last > 0 || p.floating) {
		p.tail = tailAny
		p.atEnd = segments[last] != ""
		if !p.atEnd {
			segments = segments[:last]
			last--
		}
	} else if last > 0 {
		return p, errors.New("… before a {tail}")
	}
	for i, segment := range segments {
		if p.floating {
			p.parts = append(p.parts, expand(segment))
		}
		wholeEnd := i == last && (p.tail == tailEnd || p.atEnd)
		var options []string
		for _, option := range expand(segment) {
			option = foldString(option, i == 0 && !p.floating, wholeEnd)
			if option == "" {
				return p, errors.New("nothing but decoration")
			}
			options = append(options, option)
		}
		if i > 0 {
			p.rest = append(p.rest, options)
		} else if len(options) == 1 {
			p.head = options[0]
		} else {
			return p, errors.New("alternatives in the head") // cannot be: expand wrote them out
		}
	}
	if len(segments) == 0 {
		return p, errors.New("no phrase")
	}
	return p, nil
}

func foldString(s string, trimLeft, trimRight bool) string {
	var f folded
	f.fold(s, trimLeft, trimRight)
	return string(f.bytes())
}
