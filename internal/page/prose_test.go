package page

import (
	"strings"
	"testing"
)

func TestReadsLikeProse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		links      int32
		want       bool
	}{
		{"a sentence", "The ferry stays in the harbour.", 0, true},
		{"a label", "Stay in touch.", 0, false},
		{"a long line without a stop", strings.Repeat("ferry ", proseWords), 0, true},
		{"a shorter one", strings.Repeat("ferry ", proseWords-1), 0, false},
		{"links", "The ferry stays in the harbour.", 4, false},
		{"a headline of forty ideographs", strings.Repeat("港", 2*proseWords), 0, false},
		{"and one of forty letters of Thai", strings.Repeat("ก", 2*proseWords), 0, false},
		{"twice as many", strings.Repeat("港", 4*proseWords), 0, true},
		{"a sentence of ideographs", strings.Repeat("港", 12) + "。", 0, true},
		{"English that quotes some", strings.Repeat("ferry ", proseWords) + "港の船", 0, true},
	} {
		b := Block{Text: c.text, Line: 1, Words: int32(Measure(c.text)), LinkWords: c.links}
		if got := b.ReadsLikeProse(); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if b.Line = 0; isDenseText(b.Text, int(b.Words)) && !b.ReadsLikeProse() {
			t.Errorf("%s: no prose in HTML", c.name)
		}
	}
}
