package phrases

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/calendar"
)

//go:embed data/*.txt
var dataFiles embed.FS

// A fileLine is a line of a data file, with what it says of the patterns that it stands for.
type fileLine struct {
	file     string
	number   int
	class    Class
	mark     Strength // No where none stands in front
	variants int      // how many patterns it stands for
}

// A builder gathers what the data files say. The program's first page waits for it.
type builder struct {
	table    *table
	lines    []fileLine
	patterns []pattern // all but whole lines
	whole    map[string]int32
	rivals   []rival
	errs     []error
	folded   folded
}

// Rivals are two lines of files that say something else of the same phrase, and stand for as many.
type rival struct {
	phrase string
	lines  [2]int32
}

func newBuilder() *builder {
	return &builder{table: &table{words: map[string]wordKind{}}, whole: make(map[string]int32, 32_000), patterns: make([]pattern, 0, 20_000)} // a few more than there are
}

// build builds the table; an error leaves the good lines in it. The tests want none.
func build() (*table, error) {
	b := newBuilder()
	files, err := dataFiles.ReadDir("data")
	b.errs = append(b.errs, err)
	for _, f := range files {
		text, err := dataFiles.ReadFile("data/" + f.Name())
		b.errs = append(b.errs, err)
		b.read(f.Name(), string(text))
	}
	for month := range calendar.Months() {
		b.words(month.Name, wordMonth)
	}
	for day := range calendar.Weekdays() {
		b.words(day.Name, wordWeekday)
	}
	return b.finish()
}

// finish makes the table of what was read.
func (b *builder) finish() (*table, error) {
	b.table.whole.take(b.whole, b.lines)
	b.takePatterns()
	b.takeWords()
	for _, r := range b.rivals {
		if b.whole[r.phrase] == r.lines[0] { // no third line spells it out
			b.disagree(r.phrase, r.lines[0], r.lines[1])
		}
	}
	return b.table, errors.Join(b.errs...)
}

// disagree notes that two lines say something else of the same phrase.
func (b *builder) disagree(phrase string, first, second int32) {
	x, y := &b.lines[first], &b.lines[second]
	b.errs = append(b.errs, fmt.Errorf("%q is both %v (%s:%d) and %v (%s:%d), or not as sure in both", phrase, x.class, x.file, x.number, y.class, y.file, y.number))
}

// takePatterns takes the patterns into the table. What a line spells out goes before what the
// alternatives of another line give.
func (b *builder) takePatterns() {
	all := b.patterns
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	sortNumbers(all, order, func(p, q *pattern) int { return cmp.Compare(b.lines[p.line].variants, b.lines[q.line].variants) })
	seen := make(map[string]int32, len(all))
	var lines []int32
	for _, k := range order {
		p := &all[k]
		key := p.key()
		if k, ok := seen[key]; ok {
			old := &all[k]
			if b.lines[old.line].variants == b.lines[p.line].variants && (old.class != p.class || old.strength != p.strength) {
				b.disagree(p.head, old.line, p.line)
			}
			continue
		}
		seen[key] = k
		if p.floating {
			b.table.mentions = append(b.table.mentions, Mention{p.class, p.parts, p.atEnd})
		} else {
			lines = append(lines, k)
		}
	}
	t := b.table
	t.lines = newIndex(all, lines)
	for i := range t.lines.patterns {
		if p := &t.lines.patterns[i]; p.isPrompt() {
			t.promptStarts.add(p.head)
		}
	}
}

// takeWords takes what is asked of words.
func (b *builder) takeWords() {
	t := b.table
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
}

// sortNumbers brings the numbers of patterns in order; equal ones keep theirs. Patterns are large:
// to sort them themselves took most of the time to load the table.
func sortNumbers(patterns []pattern, numbers []int32, compare func(a, b *pattern) int) {
	slices.SortStableFunc(numbers, func(i, j int32) int { return compare(&patterns[i], &patterns[j]) })
}

// read reads one data file.
func (b *builder) read(file, text string) {
	class, kind := None, wordKind(0)
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		bad := func(why string) { b.errs = append(b.errs, fmt.Errorf("%s:%d: %s: %s", file, n, line, why)) }
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
			b.words(line, kind)
		case class == None:
			bad("outside of any class")
		default:
			of, phrase := fileLine{file: file, number: n, class: class}, line
			switch line[0] {
			case '?':
				of.mark, phrase = Hint, strings.TrimSpace(line[1:])
			case '!':
				of.mark, phrase = Sure, strings.TrimSpace(line[1:])
			}
			if err := b.phrase(of, phrase); err != nil {
				bad(err.Error())
			}
		}
	}
}

// words takes the words of a line, of which something is asked.
func (b *builder) words(line string, kind wordKind) {
	for w := range strings.FieldsSeq(line) {
		b.table.words[b.fold(w, true, true)] |= kind
	}
}

func classNamed(name string) Class {
	for c, n := range classNames {
		if n == name {
			return Class(c)
		}
	}
	return None
}

// placeholders puts examples, which folding makes tokens of.
var placeholders = strings.NewReplacer("{d}", "1.2.2000", "{t}", "10:30", "#", "1")

// phrase takes a phrase with its alternatives. A floating one begins with "…".
func (b *builder) phrase(of fileLine, phrase string) error {
	phrase, floating := strings.CutPrefix(phrase, "…")
	if floating && strings.ContainsAny(phrase, "#{") {
		return errors.New("numbers and names are not looked for inside of lines")
	}
	phrase = placeholders.Replace(phrase)
	variants := expand(phrase)
	of.variants = len(variants)
	at := int32(len(b.lines))
	b.lines = append(b.lines, of)
	for _, variant := range variants {
		rest, tail := cutTail(strings.TrimSpace(variant))
		if strings.Contains(rest, "{") {
			return errPlaceholder
		}
		if !floating && tail == tailAny && !strings.Contains(variant, "…") { // two in three
			if err := b.wholeLine(variant, at); err != nil {
				return err
			}
			continue
		}
		p, err := b.parse(rest, tail, floating)
		if err != nil {
			return err
		}
		p.class, p.line = of.class, at
		if p.strength = of.mark; of.mark == No {
			p.strength = p.defaultStrength()
		}
		b.patterns = append(b.patterns, p)
	}
	return nil
}

// errPlaceholder is for a phrase with a placeholder that stands for nothing, or for nothing but the rest of a line.
var errPlaceholder = errors.New("a placeholder that is unknown, or stands before the end")

// errDecoration is for a phrase, or a part of one, of which folding leaves nothing.
var errDecoration = errors.New("nothing but decoration")

// wholeLine takes a pattern that is a whole line, and comes from a line of a file. The file's line that
// stands for fewer patterns tells what it is.
func (b *builder) wholeLine(variant string, from int32) error {
	b.folded.fold(variant, true, true)
	line := b.folded.bytes()
	if len(line) == 0 {
		return errDecoration
	}
	old, ok := b.whole[string(line)]
	switch {
	case !ok || b.lines[from].variants < b.lines[old].variants:
		b.whole[string(line)] = from
	case b.lines[from].variants == b.lines[old].variants && b.lines[from].stock() != b.lines[old].stock():
		b.rivals = append(b.rivals, rival{string(line), [2]int32{old, from}})
	}
	return nil
}

// stock is what the line's whole lines are.
func (l *fileLine) stock() stock {
	if l.mark == No {
		return stock{l.class, Sure}
	}
	return stock{l.class, l.mark}
}
