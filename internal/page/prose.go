package page

import "unicode/utf8"

// proseWords is the least length of a block that reads like running text without a full
// stop at its end. In scripts without spaces headlines are as long, by that measure: in plain
// text they take twice as much. In HTML, whose tree tells headlines, that gained nothing.
const proseWords = 20

// ReadsLikeProse reports whether a block is running text rather than a label, a link or a
// line of a menu.
func (b *Block) ReadsLikeProse() bool {
	if b.Words < 6 || 2*b.LinkWords > b.Words {
		return false
	}
	ofText := b.Line > 0
	return b.Words >= 2*proseWords || b.Words >= proseWords && !(ofText && isDenseText(b.Text, int(b.Words))) || EndsSentence(b.Text)
}

// isDenseText reports whether most of the words of s are of scripts without spaces.
func isDenseText(s string, words int) bool {
	dense := 0
	for _, r := range s {
		if isDense(r) {
			dense++
		}
	}
	return dense > words
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
