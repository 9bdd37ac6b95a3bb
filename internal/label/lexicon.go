package label

import (
	"encoding/binary"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A Lexicon tells what single words say of the block that they stand in: how much each
// speaks for what the features from fWordsStory on are about. The words by which elements are called
// have one of their own, see fNamesOwn.
type Lexicon struct {
	Entries []Entry
	// slots hold, by hash, the number of an entry, counted from 1, below the upper half of its
	// hash, which tells most other words from it; 0 for none.
	slots []uint32
}

// Lexica are those by which a page is read; none of them need be there.
type Lexica struct {
	Words *Lexicon // of the words of blocks
	Names *Lexicon // of the words of elements' names; for HTML
}

// An Entry is a word of a Lexicon.
type Entry struct {
	Hash    uint32             // of the word in lower case
	Weights [lexiconWidth]int8 // in lexiconUnit
}

const (
	lexiconWidth = fWordsEnd - fWordsStory
	// LexiconUnit is how many steps of a weight are log odds of 1.
	LexiconUnit = 32

	slotNumber = 1<<16 - 1 // the bits of a slot that number an entry
)

// NewLexicon returns a Lexicon that finds the entries.
func NewLexicon(entries []Entry) Lexicon {
	l := Lexicon{Entries: entries}
	if len(entries) == 0 {
		return l
	}
	n := 1
	for n < 4*len(entries) { // so many that the search for a word that is not there ends at once
		n *= 2
	}
	l.slots = make([]uint32, n)
	for i, e := range entries {
		at := int(e.Hash) & (n - 1)
		for l.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		l.slots[at] = e.Hash&^slotNumber | uint32(i+1)
	}
	return l
}

// Fill fills a row's features with the sums of what the words, given by their hashes, say.
func (l *Lexicon) Fill(row []int16, words []uint32) {
	for k, sum := range l.sums(words) {
		row[fWordsStory+k] = clamp(int(sum))
	}
}

// A lexiconSums holds sums of weights, in their order.
type lexiconSums [lexiconWidth]int32

func (s *lexiconSums) add(t *lexiconSums) {
	for k, x := range t {
		s[k] += x
	}
}

// sums are those of what words, given by their hashes, say.
func (l *Lexicon) sums(words []uint32) (sums lexiconSums) {
	if l == nil || len(l.slots) == 0 {
		return sums
	}
	mask := len(l.slots) - 1
	for _, h := range words {
		for at := int(h) & mask; l.slots[at] != 0; at = (at + 1) & mask {
			slot := l.slots[at]
			if (slot^h)&^slotNumber != 0 {
				continue
			}
			if e := &l.Entries[slot&slotNumber-1]; e.Hash == h {
				for k, w := range e.Weights {
					sums[k] += int32(w)
				}
				break
			}
		}
	}
	return sums
}

// appendTo writes the lexicon as readLexicon reads it.
func (l *Lexicon) appendTo(b []byte) []byte {
	b = binary.LittleEndian.AppendUint16(b, uint16(len(l.Entries)))
	for i := range l.Entries {
		b = binary.LittleEndian.AppendUint32(b, l.Entries[i].Hash)
		for _, w := range l.Entries[i].Weights {
			b = append(b, byte(w))
		}
	}
	return b
}

func readLexicon(b []byte) (l Lexicon, rest []byte, ok bool) {
	if len(b) < 2 {
		return l, nil, false
	}
	n := int(binary.LittleEndian.Uint16(b))
	b = b[2:]
	const size = 4 + lexiconWidth
	if len(b) < n*size {
		return l, nil, false
	}
	entries := make([]Entry, n)
	for i := range entries {
		entries[i].Hash = binary.LittleEndian.Uint32(b)
		for k := range entries[i].Weights {
			entries[i].Weights[k] = int8(b[4+k])
		}
		b = b[size:]
	}
	return NewLexicon(entries), b, true
}

// LexiconWords are the hashes of a block's words, if it is short enough to be looked up.
func LexiconWords(p *page.Page, block int) []uint32 {
	b := &p.Blocks[block]
	if b.Words > longDescription {
		return nil
	}
	return hashes(nil, b.Text, p.FromText)
}
