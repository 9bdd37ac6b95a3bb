package meta

import "testing"

func TestThereIsABitForEachLanguage(t *testing.T) {
	if len(listed) > mostLanguages {
		t.Errorf("%d languages have a list of frequent words, and a word has %d bits for its languages", len(listed), mostLanguages)
	}
}

func TestAllFrequentWordsAreFound(t *testing.T) {
	for w, languages := range stopwords {
		if got := languagesWith([]byte(w)); got != languages {
			t.Errorf("%q: %x, want %x", w, got, languages)
		}
	}
}
