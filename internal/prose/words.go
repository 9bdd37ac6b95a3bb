package prose

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/functionwords.txt
var functionWordsFile string

//go:embed data/abbreviations.txt
var abbreviationsFile string

//go:embed data/lowernames.txt
var lowerNamesFile string

//go:embed data/particles.txt
var particlesFile string

//go:embed data/bylinewords.txt
var bylineWordsFile string

var (
	functionWords = sync.OnceValue(func() map[string]bool { return readWords(functionWordsFile) }) // with their stars
	abbreviations = sync.OnceValue(func() map[string]bool { return readWords(abbreviationsFile) })
	lowerNames    = sync.OnceValue(func() map[string]bool { return readWords(lowerNamesFile) })
	particles     = sync.OnceValue(func() map[string]bool { return readWords(particlesFile) })
	bylineWords   = sync.OnceValue(func() map[string]bool { return readWords(bylineWordsFile) })
)

// readWords reads a file of words with white space between them. A word that ends in a
// colon names the language of its line; lines that begin with # are comments.
func readWords(file string) map[string]bool {
	words := make(map[string]bool)
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			if !strings.HasSuffix(w, ":") {
				words[w] = true
				if straight := strings.ReplaceAll(w, "’", "'"); straight != w {
					words[straight] = true
				}
			}
		}
	}
	return words
}

// binding is how firmly a word asks for another one after it.
type binding uint8

const (
	beforeShort binding = iota + 1 // it ends headings, too: the next line must be short
	always
)

// longestFunctionWord is the most bytes of one.
const longestFunctionWord = 24

// functionWord is the binding of a word in lower case, 0 if it is no function word.
func functionWord(word string) binding {
	switch words := functionWords(); {
	case word == "" || len(word) > longestFunctionWord:
		return 0
	case words[word+"*"]:
		return beforeShort
	case words[word]:
		return always
	}
	return 0
}

// IsAbbreviation reports whether word, without its full stop, is an abbreviation that stands
// inside sentences: "vs", "bzw", "Dr".
func IsAbbreviation(word string) bool {
	if len(word) > 16 {
		return false
	}
	return abbreviations()[word] || abbreviations()[strings.ToLower(word)]
}
