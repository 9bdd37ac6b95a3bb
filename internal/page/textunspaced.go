package page

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// isUnspaced reports whether most of s is written without spaces between words, as Chinese
// and Japanese are.
func isUnspaced(s string) bool {
	n := 0
	for _, r := range s {
		if parts(r) {
			n += utf8.RuneLen(r)
		}
	}
	return 2*n > len(s)
}

// parts reports whether a space beside r parts more than words: r is a letter or a mark of
// Chinese or Japanese.
func parts(r rune) bool {
	return prose.Wide(r) && !(r >= 0xAC00 && r < 0xD7A4) // Korean has spaces
}

// unspacedPieces yields what spaces part in a line of such a text: where the writer sets none,
// a text node ended there. Long pieces are cut into sentences.
func (b *textBuilder) unspacedPieces(s string, number int32) iter.Seq[textLine] {
	return func(yield func(textLine) bool) {
		at := 0
		for i, steps := 0, 1; i < len(s); i, steps = i+1, steps+1 {
			if b.page.Stopped(steps) {
				return
			}
			end := strings.IndexByte(s[i:], ' ')
			if end < 0 {
				end = len(s) - i
			}
			if i += end; i < len(s) {
				last, _ := utf8.DecodeLastRuneInString(s[at:i])
				next, _ := utf8.DecodeRuneInString(s[i+1:])
				if !(parts(last) && (parts(next) || strings.ContainsRune("。！？", last))) {
					continue
				}
			}
			piece := s[at:i]
			at = i + 1
			if len(piece) < longPiece {
				if !yield(textLine{piece, number}) {
					return
				}
				continue
			}
			for group := range b.sentences(piece) {
				if !yield(textLine{group, number}) {
					return
				}
			}
		}
	}
}
