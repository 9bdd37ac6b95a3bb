package page

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/prose"
)

// isChineseOrJapanese reports whether most of s is.
func isChineseOrJapanese(s string) bool {
	n := 0
	for _, r := range s {
		if ofChineseOrJapanese(r) {
			n += utf8.RuneLen(r)
		}
	}
	return 2*n > len(s)
}

// ofChineseOrJapanese reports whether r is a letter or a mark of scripts that are written without
// spaces between words. Korean, as wide, has them.
func ofChineseOrJapanese(r rune) bool { return prose.Wide(r) && !unicode.Is(unicode.Hangul, r) }

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
				if !(ofChineseOrJapanese(last) && (ofChineseOrJapanese(next) || strings.ContainsRune("。！？", last))) {
					continue
				}
			}
			spaced := true
			for group := range b.sentences(s[at:i]) {
				if !yield(textLine{group, number, spaced}) {
					return
				}
				spaced = strings.HasSuffix(group, " ")
			}
			at = i + 1
		}
	}
}
