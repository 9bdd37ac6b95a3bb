package decode

import (
	"bytes"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// wideEncoding is the encoding of b if that is UTF-16 or UTF-32, with or without a byte
// order mark, and nil otherwise.
func wideEncoding(b []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")):
		return utf32LE()
	case bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		return utf32BE()
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return utf16LE()
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return utf16BE()
	case bytes.IndexByte(b[:min(len(b), wideSample)], 0) < 0:
		return nil, ""
	}

	// Without a mark: ASCII characters, if only white space and markup, have zero bytes at
	// one side. zeros counts them by their position in groups of four.
	var zeros [4]int
	groups := min(len(b), wideSample) / 4
	for i, c := range b[:groups*4] {
		if c == 0 {
			zeros[i%4]++
		}
	}
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	// One character in fifty is plenty: Chinese prose has as many spaces, digits or line ends.
	// A text may hold a stray zero or two.
	few := 2 + groups/25
	switch {
	case groups == 0:
		return nil, ""
	case zeros[3] == groups && zeros[2] >= groups-few && zeros[0] <= few:
		return utf32LE()
	case zeros[0] == groups && zeros[1] >= groups-few && zeros[3] <= few:
		return utf32BE()
	case odd > few && even <= odd/16:
		return utf16LE()
	case even > few && odd <= even/16:
		return utf16BE()
	}
	return nil, ""
}

// wideSample is the number of bytes that are looked at for zeros.
const wideSample = 4096

func utf16LE() (encoding.Encoding, string) {
	return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
}

func utf16BE() (encoding.Encoding, string) {
	return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
}

func utf32LE() (encoding.Encoding, string) {
	return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le"
}

func utf32BE() (encoding.Encoding, string) {
	return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be"
}
