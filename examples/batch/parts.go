package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/seed-90a94633/newsparse/examples/batch/row"
)

// formats are the formats of the output. The name is the ending of its files.
var formats = map[string]func(io.Writer) rowWriter{
	"jsonl":     func(w io.Writer) rowWriter { return newJSONL(w, nil) },
	"jsonl.gz":  func(w io.Writer) rowWriter { z := gzip.NewWriter(w); return newJSONL(z, z.Close) },
	"jsonl.zst": newJSONLZstd,
	"parquet":   newParquet,
}

// A rowWriter writes a file of rows; close completes it.
type rowWriter interface {
	write(*row.Row) error
	close() error
}

type jsonlWriter struct {
	encoder  *json.Encoder
	complete func() error
}

func newJSONL(w io.Writer, complete func() error) rowWriter {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return &jsonlWriter{encoder, complete}
}

func newJSONLZstd(w io.Writer) rowWriter {
	z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1)) // one: the same bytes in each run
	if err != nil {
		return failedWriter{err}
	}
	return newJSONL(z, z.Close)
}

func (j *jsonlWriter) write(r *row.Row) error { return j.encoder.Encode(r) }

func (j *jsonlWriter) close() error {
	if j.complete == nil {
		return nil
	}
	return j.complete()
}

type failedWriter struct{ err error }

func (f failedWriter) write(*row.Row) error { return f.err }
func (f failedWriter) close() error         { return f.err }

// rowGroupBytes is how much text a row group of Parquet holds: it is built in memory.
const rowGroupBytes = 32 << 20

type parquetWriter struct {
	*parquet.GenericWriter[row.Row]
	bytes int // of the row group
}

func newParquet(w io.Writer) rowWriter {
	return &parquetWriter{GenericWriter: parquet.NewGenericWriter[row.Row](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("newsparse", "", ""))}
}

func (p *parquetWriter) write(r *row.Row) error {
	if _, err := p.Write([]row.Row{*r}); err != nil {
		return err
	}
	if p.bytes += len(r.Text) + len(r.Article); p.bytes < rowGroupBytes {
		return nil
	}
	p.bytes = 0
	return p.Flush()
}

func (p *parquetWriter) close() error { return p.Close() }

// A part is a run of the output that becomes visible as a whole: the articles of some pages,
// and the failures of the others, each in a file. A file without content is not made.
type part struct {
	dir      string
	number   int
	format   string
	articles rowWriter
	failures *json.Encoder
	files    []*os.File
}

const articlesName, failuresName = "articles", "failures"

func (p *part) create(kind, ending string) (*os.File, error) {
	file, err := os.Create(filepath.Join(p.dir, fmt.Sprintf("%s-%06d.%s%s", kind, p.number, ending, temporary)))
	if err == nil {
		p.files = append(p.files, file)
	}
	return file, err
}

func (p *part) addRow(r *row.Row) error {
	if p.articles == nil {
		file, err := p.create(articlesName, p.format)
		if err != nil {
			return err
		}
		p.articles = formats[p.format](file)
	}
	return p.articles.write(r)
}

func (p *part) addFailure(f *row.Failure) error {
	if p.failures == nil {
		file, err := p.create(failuresName, "jsonl")
		if err != nil {
			return err
		}
		p.failures = json.NewEncoder(file)
		p.failures.SetEscapeHTML(false)
	}
	return p.failures.Encode(f)
}

// complete gives the files of the part their names, when all they hold is on the disk.
func (p *part) complete() error {
	if p.articles != nil {
		if err := p.articles.close(); err != nil {
			return err
		}
	}
	for _, file := range p.files {
		if err := errors.Join(file.Sync(), file.Close()); err != nil {
			return err
		}
		if err := os.Rename(file.Name(), strings.TrimSuffix(file.Name(), temporary)); err != nil {
			return err
		}
	}
	return syncDir(p.dir)
}

// abandon removes what there is of the part.
func (p *part) abandon() {
	for _, file := range p.files {
		file.Close()
		os.Remove(file.Name())
	}
}

// partNumber is the number of the part that a file belongs to, complete or not.
func partNumber(name string) (number int, ok bool) {
	kind, rest, _ := strings.Cut(name, "-")
	digits, _, _ := strings.Cut(rest, ".")
	number, err := strconv.Atoi(digits)
	return number, err == nil && (kind == articlesName || kind == failuresName)
}

// removeParts removes the files of a directory that belong to parts from first on: those of a
// run that was stopped before it could account for them.
func removeParts(dir string, first int) (removed int, err error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		number, ok := partNumber(file.Name())
		if !ok || number < first && !strings.HasSuffix(file.Name(), temporary) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, file.Name())); err != nil {
			return removed, err
		}
		removed++
	}
	return removed, nil
}
