package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// textCounts is what one pass over a text sees.
type textCounts struct {
	letters, upper, digits         int32
	ideographs                     int32 // of the letters
	stops, commas, breaks, symbols int
}

// The counts of a text's ASCII bytes stand side by side in one number, from these bits on, so that
// a byte is counted by an addition, without asking what it is.
const (
	lettersAt = 10 * iota
	upperAt
	digitsAt
	commasAt
	breaksAt
	symbolsAt

	mostCounted = 1<<10 - 1
	lookCloser  = 1 << 63 // at a stop, or at a character beyond ASCII
)

// byteCounts are what each byte counts for.
var byteCounts = func() (counts [256]uint64) {
	for c := range 256 {
		switch b := byte(c); {
		case b >= utf8.RuneSelf || b == '.' || b == '!' || b == '?':
			counts[c] = lookCloser
		case 'a' <= b && b <= 'z':
			counts[c] = 1 << lettersAt
		case 'A' <= b && b <= 'Z':
			counts[c] = 1<<lettersAt + 1<<upperAt
		case '0' <= b && b <= '9':
			counts[c] = 1 << digitsAt
		case b == ',':
			counts[c] = 1 << commasAt
		case b == '\n':
			counts[c] = 1 << breaksAt
		case strings.IndexByte("|@/#*><+=_[", b) >= 0:
			counts[c] = 1 << symbolsAt
		}
	}
	return counts
}()

// add adds what up to mostCounted bytes counted for.
func (t *textCounts) add(counted uint64) {
	t.letters += int32(counted >> lettersAt & mostCounted)
	t.upper += int32(counted >> upperAt & mostCounted)
	t.digits += int32(counted >> digitsAt & mostCounted)
	t.commas += int(counted >> commasAt & mostCounted)
	t.breaks += int(counted >> breaksAt & mostCounted)
	t.symbols += int(counted >> symbolsAt & mostCounted)
}

func readText(s string) (t textCounts) {
	for i := 0; i < len(s); {
		counted, end := uint64(0), min(len(s), i+mostCounted)
		for i < end {
			if i+4 <= end { // four bytes at once: a third less time
				a, b, c, d := byteCounts[s[i]], byteCounts[s[i+1]], byteCounts[s[i+2]], byteCounts[s[i+3]]
				if (a|b|c|d)&lookCloser == 0 {
					counted += a + b + c + d
					i += 4
					continue
				}
			}
			n := byteCounts[s[i]]
			if n == lookCloser {
				i += t.look(s, i)
				continue
			}
			counted += n
			i++
		}
		t.add(counted)
	}
	return t
}

// look counts the stop or the character beyond ASCII at s[i:], and tells its length.
func (t *textCounts) look(s string, i int) (size int) {
	if s[i] < utf8.RuneSelf {
		if i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '"' || s[i+1] == '\n' || s[i+1] >= utf8.RuneSelf {
			t.stops++
		}
		return 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == '。' || r == '！' || r == '？' || r == '؟' || r == '…' || r == '।':
		t.stops++
	case r == '，' || r == '、' || r == '،':
		t.commas++
	case runes.IsUpper(r):
		t.letters++
		t.upper++
	case runes.IsLetter(r):
		t.letters++
		if isIdeographic(r) {
			t.ideographs++
		}
	case unicode.IsDigit(r):
		t.digits++
	case r == '•' || r == '©' || r == '»' || r == '›' || r == '·' || r == '→' || r == '▸' || r == '｜' || r == '\uFFFD' || unicode.Is(unicode.So, r):
		t.symbols++
	}
	return size
}

func beginning(s string) int16 {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLower(r):
		return 1
	case runes.IsUpper(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case strings.ContainsRune("\"'“”„‘’«»–—-「『", r):
		return 4
	}
	return 0
}
