package label

import "testing"

func TestALexiconSumsUpWhatWordsSay(t *testing.T) {
	word := func(s string) uint32 { return hashes(nil, s, true)[0] }
	lexicon := NewLexicon([]Entry{
		{word("newsletter"), [lexiconWidth]int8{-40, 7}},
		{word("subscribe"), [lexiconWidth]int8{-30, 5}},
		{word("she"), [lexiconWidth]int8{20, -3}},
		{word("newsletter") + 1, [lexiconWidth]int8{100}}, // falls into the next slot
	})
	read, rest, ok := readLexicon(lexicon.appendTo(nil))
	if !ok || len(rest) > 0 {
		t.Fatal("what is written cannot be read")
	}
	row := make([]int16, NumFeatures)
	for _, l := range []*Lexicon{&lexicon, &read} {
		for text, want := range map[string][2]int16{
			"Subscribe to our newsletter": {-70, 12}, "She said no": {20, -3}, "nothing known": {0, 0}, "": {0, 0}, "newsletter, Newsletter": {-80, 14},
		} {
			l.Fill(row, hashes(nil, text, true))
			if row[fWordsStory] != want[0] || row[fWordsStory+1] != want[1] {
				t.Errorf("%q: %d", text, row[fWordsStory:fWordsEnd])
			}
		}
	}
	new(Lexicon).Fill(row, hashes(nil, "newsletter", true)) // of no words: says nothing
	for _, cut := range []int{0, 1, 5, 2 + 4*(4+lexiconWidth) - 1} {
		if _, _, ok := readLexicon(lexicon.appendTo(nil)[:cut]); ok {
			t.Errorf("%d bytes are read as a lexicon", cut)
		}
	}
}
