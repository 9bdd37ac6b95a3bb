package decode

import "testing"

func TestSense(t *testing.T) {
	var known senser // of the texts before, which must not matter
	for text, want := range map[string]float64{
		"":                0,
		"plain ASCII":     0,
		"Müller aß Öl":    0,
		"Привет, мир":     0,
		"新しい橋が開通":         0,
		"\uFFFDber":       -2,
		"soft\u00ADware":  0,
		"\u0085ber":       0,  // a line end
		"\u0092ber":       -2, // a control
		"приВет":          -1. / 6,
		"Приvет":          -2. / 5, // both ways
		"éàüé":            -2. / 4,
		"wort©":           -1,
		"© 2024":          0,
		"ﾃｽﾄ":             -1,
		"Ελληνικά Привет": 0,
	} {
		if got := new(senser).sense(text); got != want {
			t.Errorf("%q: %.3f, want %.3f", text, got, want)
		}
		if got := known.sense(text); got != want {
			t.Errorf("%q after other texts: %.3f, want %.3f", text, got, want)
		}
	}
}
