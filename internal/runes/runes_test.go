package runes

import (
	"testing"
	"unicode"
)

// Of every character there is, and of what is none, the answers are those of package unicode.
func TestAsUnicode(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		if got, want := IsLetter(r), unicode.IsLetter(r); got != want {
			t.Errorf("IsLetter(%U) = %v, want %v", r, got, want)
		}
		if got, want := IsUpper(r), unicode.IsUpper(r); got != want {
			t.Errorf("IsUpper(%U) = %v, want %v", r, got, want)
		}
		if got, want := ToLower(r), unicode.ToLower(r); got != want {
			t.Errorf("ToLower(%U) = %U, want %U", r, got, want)
		}
	}
}
