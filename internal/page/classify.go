package page

import (
	_ "embed"
	"strings"
)

//go:embed classes.txt
var classWords string

// classNames names the bits of a Class in the order of their constants.
var classNames = strings.Fields("nav header footer sidebar ad share related teaser comment newsletter paywall consent popup tool tags breadcrumb caption media title kicker standfirst byline date bio article body quote factbox note live hidden social rating commerce")

// classTable holds the words of classes.txt; it is never changed after it is built.
var classTable = readClassWords(classWords)

// classShapes hold what the words of classTable look like, a bit each, by their first and last
// letters: few other words look so.
var classShapes = func() (shapes [32][32]uint64) { // 8 kB, which stay in the processor's cache
	for w := range classTable {
		shapes[w[0]%32][w[len(w)-1]%32] |= 1 << classShape(w)
	}
	return shapes
}()

// classShape is a number of a word's length and middle letter.
func classShape[T string | []byte](w T) int { return (8*len(w) + int(w[len(w)/2])) % 64 }

// classOfWord is what one word says, or several that are glued.
func classOfWord(w []byte) Class {
	if classShapes[w[0]%32][w[len(w)-1]%32]>>classShape(w)&1 == 0 {
		return 0
	}
	return classTable[string(w)]
}

func readClassWords(data string) map[string]Class {
	bits := make(map[string]Class, len(classNames))
	for i, name := range classNames {
		bits[name] = 1 << i
	}
	table := make(map[string]Class, 1024)
	for line := range strings.Lines(data) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			w = strings.ToLower(strings.ReplaceAll(w, "-", ""))
			table[w] |= bits[name]
		}
	}
	return table
}

// String names the bits that are set, for tests and for people.
func (c Class) String() string {
	var set []string
	for i, name := range classNames {
		if c&(1<<i) != 0 {
			set = append(set, name)
		}
	}
	return strings.Join(set, " ")
}

// longestAttr is how much of a class attribute is read, in bytes: some themes write
// thousands of utility classes.
const longestAttr = 512

// classify returns what the words of an attribute's value say. It does not allocate.
func classify(value string) (c Class) {
	if len(value) > longestAttr {
		value = value[:longestAttr]
	}
	var buf [longestAttr]byte // the pieces, glued
	n := 0
	var starts [3]int // where the last pieces begin in buf
	pieces := 0       // how many of starts are set since the last white space
	begin := 0
	end := func() {
		if n == begin {
			return
		}
		if pieces == len(starts) {
			copy(starts[:], starts[1:])
			pieces--
		}
		starts[pieces] = begin
		pieces++
		for _, s := range starts[:pieces] {
			c |= classOfWord(buf[s:n])
		}
		begin = n
	}
	for i := 0; i < len(value); i++ {
		b := value[i]
		switch {
		case b == ' ' || b == '\n' || b == '\t' || b == '/':
			end()
			pieces, n, begin = 0, 0, 0
		case 'a' <= b && b <= 'z' || b >= 0x80:
			buf[n] = b
			n++
		case 'A' <= b && b <= 'Z':
			if i > 0 && 'a' <= value[i-1] && value[i-1] <= 'z' {
				end()
			}
			buf[n] = b + ('a' - 'A')
			n++
		default:
			end()
		}
	}
	end()
	return c
}
