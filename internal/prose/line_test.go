package prose

import "testing"

// How a line begins and ends is told by numbers that the trees know: these never change without a new model.
func TestHowALineBeginsAndEnds(t *testing.T) {
	for text, want := range map[string]int16{
		"the end": 0, "the end”": 1, "in 1950": 2, "in 1950)": 3, "100 %": 4, "(100 %)": 5, "It is.": 6, "It is.”": 7, "Is it?": 8, "他说。": 8, "Is it?)": 9,
		"He said:": 10, "He said,": 12, "他说，": 12, "他说、": 12, "قال،": 12, "It is;": 14, "It is –": 16, "It is (": 18,
		`and then "it ended"'`: 1, // two that close
	} {
		if got := endingOf(text); got != want {
			t.Errorf("%q ends as %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]int16{
		"the": 0, "“the": 1, "(the": 2, "[the": 2, "The": 3, `"The`: 4, "(The": 5, "1950": 6, "„1950": 7, "(1950": 8, "市": 9, "«市": 10, "(市": 11,
		"– the": 12, "• the": 13, ", the": 14, ") the": 14, "! the": 14, ": the": 15, "% the": 16,
	} {
		if got := beginningOf(text); got != want {
			t.Errorf("%q begins as %d, want %d", text, got, want)
		}
	}
}

func TestFactsOfALine(t *testing.T) {
	for _, c := range []struct {
		text, above string
		facts       map[int]int16
	}{
		{"Ada Lind", "", map[int]int16{factWords: 2, factCapitals: 1000, factName: 1, factLast: 1, factBinds: 0, factRule: 0}},
		{"Ada told them", "", map[int]int16{factWords: 3, factCapitals: 333, factName: 0, factLast: 0}},
		{"in 1950", "It was built by the town", map[int]int16{factLast: 2, factCapitals: 0, factRule: 1}},
		{"said he (", "", map[int]int16{factLast: 3, factBrackets: 1}},
		{"he said))))", "", map[int]int16{factBrackets: -3}},
		{"He read “Never again", "", map[int]int16{factQuotation: 1, factSentence: 0}},
		{"He read “Never again”.", "", map[int]int16{factQuotation: 0, factSentence: 1}},
		{"Er las „Nie wieder", "", map[int]int16{factQuotation: 1}},
		{`He read "Never again`, "", map[int]int16{factQuotation: 1}},
		{"The town’s", "", map[int]int16{factQuotation: 0}},
	} {
		l := NewLine(c.text, c.above)
		for fact, want := range c.facts {
			if got := l.facts[fact]; got != want {
				t.Errorf("%q: fact %d is %d, want %d", c.text, fact, got, want)
			}
		}
	}
}

// A place between two lines is told by the lines around it, and by how far the ends of sentences above and below are.
func TestJoinRow(t *testing.T) {
	var lines []Line
	above := ""
	for _, text := range []string{"It is closed.", "The mayor said", "that it stays", "closed in the winter", "and opens again.", "Nobody was hurt."} {
		lines = append(lines, NewLine(text, above))
		above = text
	}
	row := make([]int16, JoinFeatures)
	for _, c := range []struct {
		at                                        int
		first                                     int16 // words of the line two above
		wordsAbove, linesAbove, wordsBelow, below int16
		last                                      int16 // words of the line two below
	}{
		{1, -1, 3, 1, 3 + 3 + 4 + 3, 4, 4},
		{3, 3, 6, 2, 4 + 3, 2, 3},
		{5, 4, 3 + 3 + 4 + 3, 4, 3, 1, -1}, // the sentence that ends right above
	} {
		JoinRow(row, lines, c.at)
		got := [...]int16{row[factWords], row[jWordsAbove], row[jLinesAbove], row[jWordsBelow], row[jLinesBelow], row[4*numFacts+factWords]}
		if want := [...]int16{c.first, c.wordsAbove, c.linesAbove, c.wordsBelow, c.below, c.last}; got != want {
			t.Errorf("above line %d: %v, want %v", c.at, got, want)
		}
	}
	// No farther than that.
	var many []Line
	for range 2*FarLines + 2 {
		many = append(many, NewLine("and so on", ""))
	}
	JoinRow(row, many, FarLines+1)
	if row[jLinesAbove] != FarLines || row[jLinesBelow] != FarLines {
		t.Errorf("%d lines above, %d below", row[jLinesAbove], row[jLinesBelow])
	}
}
