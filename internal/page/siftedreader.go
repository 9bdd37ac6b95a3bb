package page

import (
	"context"
	"io"
)

// A siftedReader reads a page without what is cut from it, until its context ends.
type siftedReader struct {
	ctx   context.Context
	text  string
	cuts  []cut
	shelf bool // the attributes of tags are on a shelf
	at    int
	put   []byte   // is read before the text from at on
	mark  [16]byte // the memory of put
}

func (r *siftedReader) Read(b []byte) (n int, err error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	b = b[:min(len(b), stopBytes)]
	for n < len(b) && (r.at < len(r.text) || len(r.put) > 0) {
		if len(r.put) > 0 {
			copied := copy(b[n:], r.put)
			n, r.put = n+copied, r.put[copied:]
			continue
		}
		r.nextCut()
		end := len(r.text)
		if len(r.cuts) > 0 {
			end = int(r.cuts[0].start)
		}
		copied := copy(b[n:], r.text[r.at:end])
		n += copied
		if r.at += copied; r.at == end && len(r.cuts) > 0 {
			c := r.cuts[0]
			r.at, r.cuts = int(c.end), r.cuts[1:]
			if c.shelved > 0 {
				r.put = appendMark(r.mark[:0], c.shelved)
			}
		}
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// nextCut passes over the cuts that do not count: those inside of another one, or that one.
func (r *siftedReader) nextCut() {
	for len(r.cuts) > 0 && (!r.shelf && r.cuts[0].shelved > 0 || int(r.cuts[0].start) < r.at) {
		r.cuts = r.cuts[1:]
	}
}
