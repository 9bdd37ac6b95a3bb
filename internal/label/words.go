package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/runes"
)

// A wordSet holds hashes of words in lower case.
type wordSet struct {
	slots []uint32 // 0 for none; so many that the search for a word that is not there ends soon
	words int
}

// find is the slot of a word, or where it would be.
func (w *wordSet) find(h uint32) *uint32 {
	mask := uint64(len(w.slots) - 1)
	for at := uint64(h) * spread >> 32 & mask; ; at = (at + 1) & mask {
		if slot := &w.slots[at]; *slot == h || *slot == 0 {
			return slot
		}
	}
}

func (w *wordSet) has(h uint32) bool { return len(w.slots) > 0 && *w.find(h) == h && h != 0 }

// lowered are the letters and digits of ASCII in lower case, 0 for all other bytes.
var lowered = func() (lower [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			lower[c] = c
		case 'A' <= c && c <= 'Z':
			lower[c] = c | 0x20
		}
	}
	return lower
}()

// hashes appends the hash of each word of s in lower case. Chinese and Japanese have no
// spaces: in plain text, where words say most, each two neighbours are a word, and marks belong
// to their letters. In HTML, where that gained nothing, each character is.
func hashes(words []uint32, s string, plain bool) []uint32 {
	const offset, prime = 2166136261, 16777619 // FNV-1a
	h, in, ideograph := uint32(offset), false, rune(0)
	for i := 0; i < len(s); {
		if c := lowered[s[i]]; c != 0 { // most bytes; a loop of their own halves the time
			for c != 0 {
				h = (h ^ uint32(c)) * prime
				if i++; i == len(s) {
					return append(words, h)
				}
				c = lowered[s[i]]
			}
			in, ideograph = true, 0
		}
		if s[i] < utf8.RuneSelf {
			if in {
				words = append(words, h)
			}
			h, in, ideograph = offset, false, 0
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		letter := runes.IsLetter(r) || unicode.IsDigit(r) || plain && unicode.IsMark(r)
		if letter {
			r = runes.ToLower(r)
		}
		i += size
		ideographic := isIdeographic(r)
		if letter && ideographic && plain {
			if in {
				words = append(words, h)
				h, in = offset, false
			}
			if ideograph != 0 {
				words = append(words, (offset^uint32(ideograph))*prime^uint32(r))
			}
			ideograph = r
			continue
		}
		ideograph = 0
		if letter {
			h, in = (h^uint32(r))*prime, true
		}
		if in && (!letter || i == len(s) || ideographic) {
			words = append(words, h)
			h, in = offset, false
		}
	}
	return words
}

func (w *wordSet) add(s string, plain bool) {
	w.addHashes(hashes(make([]uint32, 0, len(s)/5), s, plain))
}

func (w *wordSet) addHashes(words []uint32) {
	for _, h := range words {
		if 2*w.words >= len(w.slots) {
			w.grow()
		}
		if slot := w.find(h); *slot != h {
			*slot = h
			w.words++
		}
	}
}

func (w *wordSet) grow() {
	old := w.slots
	w.slots = make([]uint32, max(32, 4*len(old)))
	for _, h := range old {
		*w.find(h) = h
	}
}

// among appends those of words, given by their hashes, that are in the set.
func (w *wordSet) among(to, words []uint32) []uint32 {
	for _, h := range words {
		if w.has(h) {
			to = append(to, h)
		}
	}
	return to
}

// overlap is the share of n words in the set, and of the set's words among them, in thousandths.
// words are the hashes of those that may be in the set. Those that come twice count once for the
// second.
func (w *wordSet) overlap(words []uint32, n int) (in, cover int16) {
	if w.words == 0 {
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
	return share(hits, int32(n)), share(distinct, int32(min(w.words, len(found))))
}

// longNames is the most bytes of a list of authors: what is longer holds more than names.
const longNames = 200

// headWords are the words of the page's declared titles, of its description and of its
// authors' names, and those of all three.
func headWords(p *page.Page) (title, description, authors, all wordSet) {
	for _, m := range p.Metas {
		switch m.Name {
		case "og:title", "twitter:title", "headline":
			if title.words == 0 {
				title.add(m.Content, p.FromText)
			}
		case "og:description", "description", "twitter:description":
			description.add(m.Content, p.FromText)
		case "author", "creator", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl":
			if len(m.Content) <= longNames && !strings.Contains(m.Content, "://") {
				authors.add(m.Content, p.FromText)
			}
		}
	}
	if title.words == 0 {
		title.add(p.Title, p.FromText)
	}
	if p.FromText && len(p.Blocks) > 0 && p.Blocks[0].Words <= 40 {
		title.add(p.Blocks[0].Text, p.FromText) // the title element, where all of the document was taken
	}
	var words []uint32
	for _, w := range [...]*wordSet{&title, &description, &authors} {
		for _, h := range w.slots {
			if h != 0 {
				words = append(words, h)
			}
		}
	}
	all.addHashes(words)
	return title, description, authors, all
}

// isIdeographic reports whether r is written without spaces in Chinese or Japanese.
func isIdeographic(r rune) bool { return 0x3040 <= r && r <= 0x9FFF }
