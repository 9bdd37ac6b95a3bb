package page

import "unicode/utf8"

// proseWords is the least length of a block that reads like running text without a full
// stop at its end.
const proseWords = 20

// ReadsLikeProse reports whether a block is running text rather than a label, a link or a
// line of a menu.
func (b *Block) ReadsLikeProse() bool {
	if b.Words < 6 || 2*b.LinkWords > b.Words {
		return false
	}
	return b.Words >= proseWords || EndsSentence(b.Text)
}

// EndsSentence reports whether s ends in a full stop or its like, closing quotes and
// brackets aside.
func EndsSentence(s string) bool {
	for s != "" {
		r, size := rune(s[len(s)-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(s)
		}
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।':
			return true
		case '"', '\'', '”', '’', '»', '“', '«', ')', ']', '）', '」', '』', '】', '›', ' ':
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}
