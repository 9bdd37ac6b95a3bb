package newsparse

import (
	"slices"

	"github.com/seed-90a94633/newsparse/internal/meta"
)

// gatherCorrections adds the notes of the Body that correct the story to what the metadata told.
func (a *Article) gatherCorrections() {
	for i := range a.Body {
		if len(a.Corrections) == mostCorrections {
			return
		}
		b := &a.Body[i]
		if (b.Kind == Note || b.Kind == Paragraph) && meta.IsCorrection(b.Text) && !slices.Contains(a.Corrections, b.Text) {
			a.Corrections = append(a.Corrections, b.Text)
		}
	}
}

// mostCorrections is more than any story has.
const mostCorrections = 50
