package markdown

import (
	"iter"
	"strings"
)

// A text is read in pieces, each of which ends where no block goes on: the trees of all pieces together would take many
// times as much memory as the text, and nobody could stop the reading. The lengths are in bytes: from pieceLength on a
// piece ends where it can, and at longestPiece where a line ends.
const (
	pieceLength  = 32 << 10
	longestPiece = 256 << 10
)

// pieces yields where each piece begins and ends.
func (s *source) pieces() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		from, fence := 0, ""
		blank := false // the line above is
		for i, start := range s.starts {
			end := len(s.text)
			if i+1 < len(s.starts) {
				end = s.starts[i+1]
			}
			line := string(s.text[start : end-1])
			length := start - from
			if length >= pieceLength && fence == "" && blank && endsAll(line) || length >= longestPiece {
				if !yield(from, start) {
					return
				}
				from = start
			}
			if content := strings.TrimSpace(line); fence != "" || isFence(content) {
				fence = fenceAfter(fence, content)
			}
			blank = strings.TrimSpace(line) == ""
		}
		if from < len(s.text) {
			yield(from, len(s.text))
		}
	}
}

// endsAll reports whether a line below a blank one is part of no block above: neither indented nor an item of a list.
func endsAll(line string) bool {
	return line != "" && line[0] != ' ' && line[0] != '\t' && itemText(line) == line
}
