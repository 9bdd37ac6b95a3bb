package decode

import (
	"bytes"
	"io"
	"strings"
	"unsafe"
)

// InMemory is what the standard library's readers of memory hold, to their end and without a
// copy: that saves a sixth of all memory that a page takes. The bytes are not to be changed, and
// where they are lent, whoever made the reader may change them once the page is parsed.
func InMemory(r io.Reader) (b []byte, lent, ok bool) {
	var all held
	switch r := r.(type) {
	case *strings.Reader:
		_, err := r.WriteTo(&all)
		return unsafe.Slice(unsafe.StringData(all.text), len(all.text)), false, err == nil
	case *bytes.Reader:
		_, err := r.WriteTo(&all)
		return all.bytes, true, err == nil
	case *bytes.Buffer:
		_, err := r.WriteTo(&all)
		return all.bytes, true, err == nil
	}
	return nil, false, false
}

// What a reader of memory holds: it writes it by one call.
type held struct {
	bytes []byte
	text  string
}

func (h *held) Write(b []byte) (int, error) {
	h.bytes = b
	return len(b), nil
}

func (h *held) WriteString(s string) (int, error) {
	h.text = s
	return len(s), nil
}
