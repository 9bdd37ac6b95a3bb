package label

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// Links and bold words break sentences of a text that has a line for each text node: where lines go on, no rule
// that looks at two of them can tell.
func TestReadTextJoinsLines(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"names that are links", []string{
			"Home", "About us", "Contact",
			"The council of", "Wexmoor", "has closed the bridge", ".",
			"On Friday the engineer", "Ada Lind", "told reporters that it was unsafe.",
			"The", "Wexmoor Trust", "wants to keep it.",
			"A second bridge (", "opened in 1950", ") stays open.",
			"More on this", "Bridges of the county", "The oldest bridges",
		}, []string{
			"Home", "About us", "Contact",
			"The council of Wexmoor has closed the bridge.",
			"On Friday the engineer Ada Lind told reporters that it was unsafe.",
			"The Wexmoor Trust wants to keep it.",
			"A second bridge (opened in 1950) stays open.",
			"More on this", "Bridges of the county", "The oldest bridges",
		}},
		{"names behind open lines, and questions", []string{
			"Startseite", "Wetter",
			"Vier Fragen zur Brücke",
			"Nach der Zählung vom Montag stehen viele Häuser leer.",
			"Das sagte die Bürgermeisterin", "Runa Lindal", ", die im Herbst wieder antritt.",
			"Wann wird gebaut?", "Im Frühjahr, sobald das Eis weg ist.",
			"Die", "Wexmoorer Zeitung", "hatte berichtet, dass der Bau zwei Jahre dauert; die Stadt spricht von",
			"einem", "Jahr.",
			"Mehr zum Thema", "Impressum",
		}, []string{
			"Startseite", "Wetter",
			"Vier Fragen zur Brücke",
			"Nach der Zählung vom Montag stehen viele Häuser leer.",
			"Das sagte die Bürgermeisterin Runa Lindal, die im Herbst wieder antritt.",
			"Wann wird gebaut?", "Im Frühjahr, sobald das Eis weg ist.",
			"Die Wexmoorer Zeitung hatte berichtet, dass der Bau zwei Jahre dauert; die Stadt spricht von einem Jahr.",
			"Mehr zum Thema", "Impressum",
		}},
	} {
		p, notes := Builtin.ReadText(strings.Join(c.lines, "\n"), nil)
		var got []string
		for i := range p.Blocks {
			got = append(got, p.Blocks[i].Text)
		}
		if notes.Shape != page.LineANode || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v\ngot  %q\nwant %q", c.name, notes.Shape, got, c.want)
		}
	}
}
