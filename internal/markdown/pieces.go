package markdown

import "iter"

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
		from := 0
		for i, start := range s.starts {
			if length := start - from; length >= longestPiece || length >= pieceLength && s.apart[i] {
				if !yield(from, start) {
					return
				}
				from = start
			}
		}
		if from < len(s.text) {
			yield(from, len(s.text))
		}
	}
}
