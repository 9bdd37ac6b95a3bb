package row

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
)

// A Writer writes a file of rows. Close completes the file and does not close what is below.
type Writer interface {
	Write(*Row) error
	Close() error
}

// Formats are the formats of the output; their names are the endings of the files.
func Formats() []string { return []string{"jsonl", "jsonl.gz", "jsonl.zst", "parquet"} }

// NewWriter returns a writer in one of Formats. The same rows give the same bytes.
func NewWriter(w io.Writer, format string) (Writer, error) {
	switch format {
	case "jsonl":
		return newJSONL(w, func() error { return nil }), nil
	case "jsonl.gz":
		z := gzip.NewWriter(w)
		return newJSONL(z, z.Close), nil
	case "jsonl.zst":
		z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return newJSONL(z, z.Close), nil
	case "parquet":
		return &parquetWriter{rows: parquet.NewGenericWriter[Row](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("newsparse", "", ""))}, nil
	}
	return nil, fmt.Errorf("%q is not one of the formats %v", format, Formats())
}

type jsonlWriter struct {
	encoder  *json.Encoder
	complete func() error
}

func newJSONL(w io.Writer, complete func() error) *jsonlWriter {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return &jsonlWriter{encoder, complete}
}

func (j *jsonlWriter) Write(r *Row) error { return j.encoder.Encode(r) }
func (j *jsonlWriter) Close() error       { return j.complete() }

// rowGroupBytes is how much text a row group of Parquet holds: it is built in memory.
const rowGroupBytes = 32 << 20

type parquetWriter struct {
	rows  *parquet.GenericWriter[Row]
	bytes int // of text in the row group
}

func (p *parquetWriter) Write(r *Row) error {
	if _, err := p.rows.Write([]Row{*r}); err != nil {
		return err
	}
	if p.bytes += len(r.Text) + len(r.Article); p.bytes < rowGroupBytes {
		return nil
	}
	p.bytes = 0
	return p.rows.Flush()
}

func (p *parquetWriter) Close() error { return p.rows.Close() }
