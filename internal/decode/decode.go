// Package decode turns the bytes of a page into UTF-8 and tells HTML from plain text.
//
// Declarations of charsets lie so often that the bytes are asked first: a byte order mark,
// then valid UTF-8, then what the HTTP header and the page declare, then detection.
package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// A Result is a decoded page.
type Result struct {
	Text    string  // valid UTF-8 without a byte order mark; of control characters only \t \n \r, in plain text \f
	HTML    bool    // Text is HTML; else it is plain text
	Mended  Mending // of text that was encoded twice
	Charset string  // as the WHATWG names it: "utf-8", "windows-1252", "shift_jis"; "utf-32le" and "utf-32be" too
}

var (
	// ErrEmpty: there is nothing but white space.
	ErrEmpty = errors.New("the input is empty")
	// ErrNotText: the bytes are no text. errors.As with a *NotTextError tells what they are.
	ErrNotText = errors.New("the input is not text")
)

// A NotTextError is an [ErrNotText] with what the input is.
type NotTextError struct {
	Format string // "PDF", "PNG image"; "binary data" where it is not known
}

func (e *NotTextError) Error() string { return ErrNotText.Error() + " but " + e.Format }

// Is makes errors.Is(err, ErrNotText) hold.
func (e *NotTextError) Is(target error) bool { return target == ErrNotText }

// Decode decodes the bytes of a page. contentType is its Content-Type header, or empty.
// Text shares the memory of b where that is UTF-8 already, as most pages are: it saves a copy
// of the page. b is not changed here, and must not be afterwards.
func Decode(b []byte, contentType string) (Result, error) {
	if format := binaryFormat(b); format != "" {
		return Result{}, &NotTextError{format}
	}
	text, charset := toUTF8(b, contentType)
	text = strings.TrimLeft(text, "\uFEFF")
	if holdsControl(text) { // few pages do
		if charset == "utf-8" && isISO2022JP(b) { // its escape sequences begin with one
			enc, name := lookup("iso-2022-jp")
			text, charset = decodeWith(enc, b), name
		}
		if tooManyControls(text) {
			return Result{}, &NotTextError{"binary data"}
		}
		text = dropControls(text)
	}
	text, mended := mendDoubles(text)
	if strings.TrimSpace(text) == "" {
		return Result{}, ErrEmpty
	}
	html := isHTML(text, contentType)
	if html { // in plain text it ends a line
		text = strings.ReplaceAll(text, "\f", " ")
	}
	return Result{Text: text, HTML: html, Mended: mended, Charset: charset}, nil
}

// toUTF8 decodes b, control characters and all.
func toUTF8(b []byte, contentType string) (text, charset string) {
	if enc, name := wideEncoding(b); enc != nil {
		return decodeWith(enc, b), name
	}
	if utf8.Valid(b) {
		return unsafe.String(unsafe.SliceData(b), len(b)), "utf-8"
	}
	if mostlyUTF8(b) {
		return replaceInvalid(b), "utf-8"
	}
	enc, name := legacyEncoding(b, contentType)
	return decodeWith(enc, b), name
}

// mostlyUTF8 reports whether b is UTF-8 with a few broken sequences. In text of other
// encodings at most a third of the bytes beyond ASCII happen to look like UTF-8 (measured
// on GBK); here it must be four sequences to one stray byte.
func mostlyUTF8(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			good++
		case !utf8.FullRune(b[i:]) && (good > 0 || len(b)-i > 1):
			return good >= 4*bad // cut off inside a sequence, which is no mistake
		default:
			bad++
		}
		i += size
	}
	return good >= 4*bad
}

// replaceInvalid is b with one U+FFFD for each run of invalid bytes.
func replaceInvalid(b []byte) string {
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// isISO2022JP reports whether b, which is valid UTF-8, is ASCII with the escape sequences
// that switch to a Japanese character set.
func isISO2022JP(b []byte) bool {
	if bytes.IndexByte(b, 0x1B) < 0 {
		return false
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return bytes.Contains(b, []byte("\x1B$B")) || bytes.Contains(b, []byte("\x1B$@"))
}

// unwanted has a bit for each control character that a text does not hold: all of C0 but tab, line
// feed, form feed and carriage return.
const unwanted uint32 = (1<<32 - 1) &^ (1<<'\t' | 1<<'\n' | 1<<'\f' | 1<<'\r')

func isUnwanted(c byte) bool { return c < 0x20 && unwanted>>c&1 != 0 || c == 0x7F }

// holdsControl reports whether s holds an unwanted control character.
func holdsControl(s string) bool {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	for ; len(b) >= 32; b = b[32:] {
		w, x, y, z := word(b), word(b[8:]), word(b[16:]), word(b[24:])
		if (belowSpace(w)|belowSpace(x)|belowSpace(y)|belowSpace(z))&highs != 0 && // few stretches without line ends have any
			(controls(w)|controls(x)|controls(y)|controls(z))&highs != 0 {
			return true
		}
	}
	return nextControl(s, len(s)-len(b)) < len(s)
}

// word is eight bytes at once.
func word(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }

// The numbers of eight equal bytes.
const ones, lows, highs = 0x0101010101010101, 0x7F7F7F7F7F7F7F7F, 0x8080808080808080

// belowSpace has high bits if one of eight bytes is below a space or is 0x7F. Where it has one, those above it
// say nothing.
func belowSpace(w uint64) uint64 { return ((w - ' '*ones) | (w&lows + ones)) &^ w }

// controls has the high bit of each of eight bytes that is an unwanted control character. In each byte of
// a number of eight, the high bit tells whether the seven below it, and what is added to them, come to 0x80.
func controls(w uint64) uint64 {
	low := w & lows
	fromTab, fromAbove, fromSpace := low+(0x80-'\t')*ones, low+(0x80-'\r'-1)*ones, low+(0x80-' ')*ones
	notVertical := (w^'\v'*ones)&lows + lows // 0 for a vertical tab
	return (fromAbove&^fromSpace | ^fromTab | ^notVertical | (low + ones)) &^ w
}

// nextControl is the index of the first unwanted control character of s from i on, or len(s).
func nextControl(s string, i int) int {
	for i < len(s) && !isUnwanted(s[i]) {
		i++
	}
	return i
}

// tooManyControls reports whether more than one byte in twenty is a control character. In
// compressed data it is one in ten, in a damaged text one in thousands.
func tooManyControls(s string) bool {
	limit := 4 + len(s)/20
	n := 0
	for i := nextControl(s, 0); i < len(s); i = nextControl(s, i+1) {
		if n++; n > limit {
			return true
		}
	}
	return false
}

// dropControls removes the unwanted control characters; those that separate become a space.
func dropControls(s string) string {
	var sb strings.Builder
	sb.Grow(len(s))
	start := 0
	for i := nextControl(s, 0); i < len(s); i = nextControl(s, i+1) {
		sb.WriteString(s[start:i])
		if c := s[i]; c == '\v' || 0x1C <= c && c <= 0x1F {
			sb.WriteByte(' ')
		}
		start = i + 1
	}
	sb.WriteString(s[start:])
	return sb.String()
}
