package meta

import "testing"

func TestThereIsABitForEachLanguage(t *testing.T) {
	if len(listed) > 64 {
		t.Errorf("%d languages have a list of frequent words, and a word has 64 bits for its languages", len(listed))
	}
}
