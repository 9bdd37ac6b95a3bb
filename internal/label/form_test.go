package label

import "testing"

func TestFormOfALine(t *testing.T) {
	for _, test := range []struct {
		line    string
		feature int
		want    int16
	}{
		{"The ferry sailed at last.", fEnding, endsStop},
		{"The harbour master said that the last …", fEnding, endsCut},
		{"The harbour master said that the last...", fEnding, endsCut},
		{"港は一日中閉鎖された。", fEnding, endsStop},
		{"Who pays for the new quay?", fEnding, endsQuestion},
		{"“We had hoped for thirty.”", fEnding, endsQuote},
		{"The crew on Friday (Mara Lindqvist/Echo)", fEnding, endsBracket},
		{"What we know:", fEnding, endsColon},
		{"Spring 2024", fEnding, endsDigit},
		{"A quay for everybody", fEnding, endsLetter},
		{"Next »", fEnding, endsQuote},
		{"Menu ☰", fEnding, endsSign},
		{"", fEnding, endsSign},

		{"The ferry sailed.", fOpening, beginsPlain},
		{"„Wir fahren“, sagte sie.", fOpening, beginsQuote},
		{"– Vi drar nå", fOpening, beginsDash},
		{"(dpa)", fOpening, beginsBracket},
		{"• Tickets", fOpening, beginsSign},

		{"Night Ferry Returns to Alderport", fCapitals, 800},
		{"night ferry returns", fCapitals, 0},
		{"It's O'Neill's co-op", fCapitals, 666},
		{"Die Fähre fährt", fCapitals, 666},
		{"2024", fCapitals, 0},

		{"8 March 2024, 14:30", fNumbers, 4},
		{"8 March 2024, 14:30", fYears, 1},
		{"8 March 2024, 14:30", fClocks, 1},
		{"Room 1999a, order 20244", fYears, 1},
		{"Score: 3:2, 14:30 and 15:45", fClocks, 3},
		{"12: 30 boats", fClocks, 0},

		{"“One” and ‘two’", fQuotes, 3},
		{"(ab)c", fBracketed, 600},
		{"a)b(c", fBracketed, 400},
		{"（写真）", fBracketed, 750},
	} {
		row := make([]int16, NumFeatures)
		fillForm(row, test.line)
		if row[test.feature] != test.want {
			t.Errorf("%q: feature %d is %d, want %d", test.line, test.feature, row[test.feature], test.want)
		}
	}
}
