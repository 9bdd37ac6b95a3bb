package prose

import "testing"

// Scripts that set no spaces between words, and characters that take two columns, by a character at each end of their ranges
// and beside them.
func TestScripts(t *testing.T) {
	for _, c := range []struct {
		what           string
		r              rune
		unspaced, wide bool
	}{
		{"Latin", 'z', false, false}, {"Devanagari", 'क', false, false}, {"Sinhala, before Thai", 0x0DFF, false, false},
		{"Thai", 0x0E01, true, false}, {"Lao", 0x0EFF, true, false}, {"Tibetan", 0x0F00, false, false}, {"Tibetan, at its end", 0x0FFF, false, false},
		{"Burmese", 0x1000, true, false}, {"Burmese, at its end", 0x109F, true, false}, {"Georgian", 0x10A0, false, false},
		{"Hangul letters", 0x1100, false, true}, {"at their end", 0x115F, false, true}, {"vowels, which take none of their own", 0x1160, false, false},
		{"before Khmer", 0x177F, false, false}, {"Khmer", 0x1780, true, false}, {"at its end", 0x17FF, true, false}, {"Mongolian", 0x1800, false, false},
		{"before the radicals", 0x2E7F, false, false}, {"radicals of Chinese", 0x2E80, false, true},
		{"a stop of Chinese", '。', false, true}, {"before the mark of repetition", 0x3004, false, true}, {"the mark of repetition", '々', true, true}, {"the zero of Chinese", '〇', true, true}, {"brackets", '〈', false, true},
		{"half a space", 0x303F, false, false}, {"Hiragana", 'ぁ', true, true}, {"Bopomofo", 0x312F, true, true}, {"Hangul, compatible", 0x3130, false, true},
		{"strokes", 0x31EF, false, true}, {"Katakana, small", 0x31F0, true, true}, {"at its end", 0x31FF, true, true}, {"enclosed", 0x3200, false, true},
		{"before Han", 0x33FF, false, true}, {"rare Han", 0x3400, true, true}, {"at its end", 0x4DBF, true, true}, {"hexagrams", 0x4DC0, false, true}, {"at their end", 0x4DFF, false, true},
		{"Han", 0x4E00, true, true}, {"at its end", 0x9FFF, true, true}, {"Yi", 0xA000, false, true}, {"at its end", 0xA4CF, false, true}, {"Lisu", 0xA4D0, false, false},
		{"before Hangul", 0xABFF, false, false}, {"Hangul", '가', false, true}, {"at its end", 0xD7A3, false, true}, {"beyond it", 0xD7A4, false, false},
		{"private use", 0xF8FF, false, false}, {"Han, compatible", 0xF900, true, true}, {"at its end", 0xFAFF, true, true}, {"ligatures", 'ﬀ', false, false},
		{"before upright marks", 0xFE2F, false, false}, {"upright marks", 0xFE30, false, true}, {"small ones", 0xFE6F, false, true}, {"Arabic forms", 0xFE70, false, false},
		{"a mark without width", 0xFF00, false, false}, {"full-width", '！', false, true}, {"at its end", 0xFF60, false, true}, {"a half-width stop", 0xFF61, false, false},
		{"half-width Katakana", 0xFF66, true, false}, {"at its end", 0xFF9F, true, false}, {"half-width Hangul", 0xFFA0, false, false},
		{"before signs of money", 0xFFDF, false, false}, {"signs of money", '￠', false, true}, {"at their end", 0xFFE6, false, true}, {"beyond", 0xFFE7, false, false},
		{"before rare Han", 0x1FFFF, false, false}, {"rarer Han", 0x20000, true, true}, {"at its end", 0x31FFF, true, true}, {"beyond it", 0x32000, false, true}, {"at the end of the plane", 0x3FFFF, false, true}, {"the next plane", 0x40000, false, false},
	} {
		if got := Unspaced(c.r); got != c.unspaced {
			t.Errorf("%s, %U: unspaced %t", c.what, c.r, got)
		}
		if got := Wide(c.r); got != c.wide {
			t.Errorf("%s, %U: wide %t", c.what, c.r, got)
		}
	}
}

func TestEndsInFunctionWord(t *testing.T) {
	for s, want := range map[string]bool{"the town of": true, "the town": false, "": false, "de l’": true, "an extraordinarilylongwordthatisnone": false} {
		if got := EndsInFunctionWord(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// Edits that do not fit a text, or one another, change nothing of it.
func TestApplyOfEditsThatDoNotFit(t *testing.T) {
	for _, edits := range [][]Edit{{{Start: 3, End: 2}}, {{Start: 3, End: 99}}, {{Start: 0, End: 0}, {Start: 5, End: 4}}} {
		if got := Apply("It is so.", edits); got != "It is so." {
			t.Errorf("%v: %q", edits, got)
		}
	}
	if got := Apply("It is so.", []Edit{{Start: 2, End: 5}, {Start: 4, End: 8}}); got != "It so." {
		t.Errorf("of two that overlap the first: %q", got)
	}
	for _, e := range []Edit{{Start: -1, End: 2}, {Start: 3, End: 2}} {
		if before, after := Passage("It is so.", e); before != "" || after != "" {
			t.Errorf("the passage of %v: %q, %q", e, before, after)
		}
	}
}
