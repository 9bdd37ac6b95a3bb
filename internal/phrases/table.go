package phrases

import "sync"

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

	wordOfDates = wordMonth | wordWeekday | wordDateFiller
)

var wordKinds = map[string]wordKind{
	"month": wordMonth, "date filler": wordDateFiller, "network": wordNetwork, "network filler": wordNetworkFiller, "agency": wordAgency,
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
