package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A Reader cuts one file into items.
type Reader struct {
	name    string
	kind    Kind
	options Options
	read    *counter
	close   []func() error
	next    func() (Item, error)
	record  int64
	stopped bool
}

// Open opens a file. Its name says what it holds: NAME.warc, NAME.jsonl or NAME.ndjson, or
// else a page; a further .gz or .zst says how it is compressed.
func Open(name string, o Options) (*Reader, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return New(name, file, o), nil
}

// New is Open for a file that is open already: from a distributed file system, say. Closing
// the Reader closes it.
func New(name string, file io.ReadCloser, o Options) *Reader {
	r := &Reader{name: name, options: o, read: &counter{from: file}, close: []func() error{file.Close}}
	kind, compression := format(name)
	content := r.decompressed(compression)
	r.kind = kind
	switch kind {
	case Response:
		r.next = r.warcRecords(content)
	case JSONLine:
		r.next = r.jsonLines(content)
	default:
		r.next = r.onePage(content)
	}
	return r
}

// decompressed returns the plain content of the file. Where its head is damaged, the error
// comes with the first read.
func (r *Reader) decompressed(compression string) *bufio.Reader {
	const size = 256 << 10 // bytes: large reads suit a network file system
	raw := bufio.NewReaderSize(r.read, size)
	switch compression {
	case ".gz":
		// All members, one after the other: a WARC has one a record, but one that was
		// compressed again may have a single one.
		content, err := gzip.NewReader(raw)
		if err != nil {
			return bufio.NewReader(failing{err})
		}
		return bufio.NewReaderSize(content, size)
	case ".zst":
		content, err := zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return bufio.NewReader(failing{err})
		}
		r.close = append(r.close, func() error { content.Close(); return nil })
		return bufio.NewReaderSize(content, size)
	}
	return raw
}

// Next returns the next item, or io.EOF behind the last. Where the rest of the file is damaged,
// the last item says so in its Err. Another error is one of the file below.
func (r *Reader) Next() (Item, error) {
	switch {
	case r.read.err != nil:
		return Item{}, r.read.err
	case r.stopped:
		return Item{}, io.EOF
	}
	it, err := r.next()
	switch {
	case errors.Is(err, io.EOF):
		r.stopped = true
		return Item{}, io.EOF
	case r.read.err != nil: // the disk or the network: another try may read it
		return Item{}, r.read.err
	case err != nil:
		r.stopped = true
		it = Item{Kind: r.kind, Err: fmt.Errorf("%w: %w", ErrDamaged, err)}
	}
	it.File, it.Record = r.name, r.record
	r.record++
	return it, nil
}

// Skip passes over the first n items: those that an earlier run has dealt with.
func (r *Reader) Skip(n int64) error {
	for range n {
		if _, err := r.Next(); err != nil {
			return fmt.Errorf("%s has fewer records than when it was read before: %w", r.name, err)
		}
	}
	return nil
}

// BytesRead is how far the file has been read, in its compressed form. It may be called while
// another goroutine reads.
func (r *Reader) BytesRead() int64 { return r.read.n.Load() }

// Close closes the file.
func (r *Reader) Close() error {
	var errs []error
	for i := len(r.close) - 1; i >= 0; i-- {
		errs = append(errs, r.close[i]())
	}
	return errors.Join(errs...)
}

// onePage reads a file that is one page.
func (r *Reader) onePage(content io.Reader) func() (Item, error) {
	read := false
	return func() (Item, error) {
		if read {
			return Item{}, io.EOF
		}
		read = true
		data, err := readUpTo(content, r.options.maxBytes())
		switch {
		case errors.Is(err, ErrTooLarge):
			return Item{Kind: File, Err: err}, nil
		case errors.Is(err, io.EOF): // an empty file that should be compressed
			return Item{}, io.ErrUnexpectedEOF
		}
		return Item{Kind: File, Data: data}, err
	}
}

// readUpTo reads r to its end. More than limit bytes are ErrTooLarge.
func readUpTo(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
	}
	return data, nil
}

// A counter counts what is read through it.
type counter struct {
	from io.Reader
	n    atomic.Int64
	err  error // of from, if not io.EOF
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n.Add(int64(n))
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}

// failing is a reader that gives an error, which is never io.EOF.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) {
	if errors.Is(f.err, io.EOF) {
		return 0, io.ErrUnexpectedEOF
	}
	return 0, f.err
}

// Items ranges over Next. When it ends, *err is the error that ended it, or nil.
func (r *Reader) Items(err *error) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for {
			it, next := r.Next()
			if errors.Is(next, io.EOF) {
				*err = nil
				return
			}
			if *err = next; next != nil || !yield(it) {
				return
			}
		}
	}
}
