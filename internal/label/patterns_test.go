package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

func TestPatterns(t *testing.T) {
	teaser := "Harbour frozen over\n\nThe ice in the old harbour holds, says the pilot, and fishermen walk on it.\n\n12 January 2024, 10:15\n\n"
	paragraph := "The town council met on Monday and spoke for hours about the bridge, which many want to keep.\n\n"
	for _, c := range []struct {
		name, text string
		rhythm     int16
		alike      bool
	}{
		{"teasers come in threes", strings.Repeat(teaser, 8), 3, false},
		{"paragraphs are alike", strings.Repeat(paragraph, 20), 2, true},
	} {
		p, _ := page.FromText(c.text)
		m := Features(p, Lexica{})
		row := m.Row(len(p.Blocks) / 2)
		if row[fRhythmSteps] != c.rhythm || (row[fAlike] > 900) != c.alike {
			t.Errorf("%s: a rhythm of %d (%d), %d alike", c.name, row[fRhythmSteps], row[fRhythm], row[fAlike])
		}
	}
}

func TestCopiesAreNear(t *testing.T) {
	p, _ := page.FromText("Story goes on\n\nThe bridge stays.\n\nStory goes on\n\nSo does the mill.\n\nThe ferry does not.\n\nStory goes on")
	m := Features(p, Lexica{})
	for i, want := range []int16{2, reach, 2, reach, reach, 3} {
		if got := m.Row(i)[fCopyNear]; got != want {
			t.Errorf("block %d: the next copy is %d away, want %d", i, got, want)
		}
	}
}

func TestIdeographs(t *testing.T) {
	p, _ := page.FromText("記事\n\nA 記事 b\n\nstory")
	m := Features(p, Lexica{})
	for i, want := range []int16{1000, 500, 0} {
		if got := m.Row(i)[fIdeographs]; got != want {
			t.Errorf("block %d: %d, want %d", i, got, want)
		}
	}
}

// Chinese and Japanese are read in pairs of characters, and marks belong to their letters.
func TestEachWord(t *testing.T) {
	for _, c := range []struct {
		text  string
		words int
	}{
		{"two words", 2}, {"新聞記事", 3}, {"新", 0}, {"3月の記事 2024", 5}, {"हिन्दी समाचार", 2}, {"한국어 뉴스", 2}, {"", 0}, {"İstanbul'da", 2},
	} {
		if got := len(hashes(nil, c.text, true)); got != c.words {
			t.Errorf("%q has %d words, want %d", c.text, got, c.words)
		}
	}
	if got, again := hashes(nil, "記事と記事", true), hashes(nil, "記事", true); got[0] != again[0] || got[3] != again[0] {
		t.Error("the same characters have different hashes")
	}
}
