package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A wordSet holds hashes of words in lower case. The bits say cheaply of most other words
// that they are not in it.
type wordSet struct {
	words map[uint32]struct{}
	bits  [16]uint64
}

func (w *wordSet) has(h uint32) bool {
	if w.bits[h>>6&15]>>(h&63)&1 == 0 {
		return false
	}
	_, ok := w.words[h]
	return ok
}

// A word's hash begins with these.
const (
	noWord   = 2166136261
	nextRune = 16777619
)

// eachWord calls yield with the hash of each word of s in lower case. Chinese and Japanese
// have no spaces: there, each two neighbours are a word.
func eachWord(s string, yield func(uint32)) {
	h, in, ideograph := uint32(noWord), false, rune(0)
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		letter := 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
		if !letter && r >= 'A' {
			if letter = unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r); letter {
				r = unicode.ToLower(r)
			}
		}
		if letter && 0x3040 <= r && r <= 0x9FFF {
			if in {
				yield(h)
				h, in = noWord, false
			}
			if ideograph != 0 {
				yield((noWord^uint32(ideograph))*nextRune ^ uint32(r))
			}
			ideograph = r
			continue
		}
		ideograph = 0
		if letter {
			h, in = (h^uint32(r))*nextRune, true
		}
		if in && (!letter || i == len(s)) {
			yield(h)
			h, in = noWord, false
		}
	}
}

func (w *wordSet) add(s string) {
	if w.words == nil {
		w.words = make(map[uint32]struct{})
	}
	eachWord(s, func(h uint32) {
		w.words[h] = struct{}{}
		w.bits[h>>6&15] |= 1 << (h & 63)
	})
}

// hashes appends the hash of each word of s in lower case.
func hashes(words []uint32, s string) []uint32 {
	eachWord(s, func(h uint32) { words = append(words, h) })
	return words
}

// overlap is the share of words, given by their hashes, in the set, and of the set's words
// among them, in thousandths. Words that come twice count once for the second.
func (w *wordSet) overlap(words []uint32) (in, cover int16) {
	if len(w.words) == 0 {
		return 0, 0
	}
	var hits, distinct int32
	var found [32]uint32
	for _, h := range words {
		if !w.has(h) {
			continue
		}
		hits++
		if !slices.Contains(found[:distinct], h) && int(distinct) < len(found) {
			found[distinct] = h
			distinct++
		}
	}
	return share(hits, int32(len(words))), share(distinct, int32(min(len(w.words), len(found))))
}

// longNames is the most bytes of a list of authors: what is longer holds more than names.
const longNames = 200

// headWords are the words of the page's declared titles, of its description and of its
// authors' names.
func headWords(p *page.Page) (title, description, authors wordSet) {
	for _, m := range p.Metas {
		switch m.Name {
		case "og:title", "twitter:title", "headline":
			if len(title.words) == 0 {
				title.add(m.Content)
			}
		case "og:description", "description", "twitter:description":
			description.add(m.Content)
		case "author", "creator", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl":
			if len(m.Content) <= longNames && !strings.Contains(m.Content, "://") {
				authors.add(m.Content)
			}
		}
	}
	if len(title.words) == 0 {
		title.add(p.Title)
	}
	if p.FromText && len(p.Blocks) > 0 && p.Blocks[0].Words <= 40 {
		title.add(p.Blocks[0].Text) // the title element, where all of the document was taken
	}
	return title, description, authors
}
