package main

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/row"
	"github.com/seed-90a94633/newsparse/examples/batch/source"
)

// options are what the pipeline is made for.
type options struct {
	inputs  []string // patterns of the file system of each: gs://bucket/dir/*.warc.gz
	output  string   // the directory of the output
	format  string   // one of row.Formats
	shards  int      // files of the output
	spread  bool     // distribute the pages of a file over all workers
	parts   newsparse.Parts
	article bool
	source  source.Options
}

// build makes the pipeline:
//
//	match files ─▶ read ─▶ (spread) ─▶ extract ─▶ articles-…
//	                 └────────────────────┴─────▶ failures-…
func build(s beam.Scope, o options) {
	files := fileio.MatchAll(s, beam.CreateList(s, o.inputs), fileio.MatchEmptyAllowIfWildcard())
	// Without this, one worker that matched the pattern would read all that it stands for.
	files = beam.Reshuffle(s, files)
	pages, unread := beam.ParDo2(s, &readFn{MaxBytes: o.source.MaxBytes}, files)
	if o.spread {
		pages = beam.Reshuffle(s, pages)
	}
	rows, failed := beam.ParDo2(s, &extractFn{
		Parts: uint32(o.parts), Article: o.article, MaxBytes: o.source.MaxBytes,
		PageField: o.source.PageField, URLField: o.source.URLField,
	}, pages)
	write(s.Scope("articles"), "articles", o, rows)
	write(s.Scope("failures"), "failures", o, beam.Flatten(s, unread, failed))
}

func init() {
	register.DoFn4x1[context.Context, fileio.FileMetadata, func(page), func(row.Failure), error](&readFn{})
	register.DoFn4x1[context.Context, page, func(row.Row), func(row.Failure), error](&extractFn{})
	register.Emitter1[page]()
	register.Emitter1[row.Row]()
	register.Emitter1[row.Failure]()
	beam.RegisterType(reflect.TypeFor[page]())
	// Beam's own coder of structs does not know time.Time and json.RawMessage.
	beam.RegisterCoder(reflect.TypeFor[row.Row](), encodeRow, decodeRow)
}

func encodeRow(r row.Row) ([]byte, error) { return json.Marshal(r) }

func decodeRow(data []byte) (r row.Row, err error) {
	err = json.Unmarshal(data, &r)
	return r, err
}

// A page is a source.Item on its way between workers.
type page struct {
	File        string
	Record      int64
	Kind        string
	URL         string
	ContentType string
	Fetched     int64 // milliseconds since 1970; 0 where it is not known
	Data        []byte
}

func pageOf(it source.Item) page {
	p := page{File: it.File, Record: it.Record, Kind: string(it.Kind), URL: it.URL, ContentType: it.ContentType, Data: it.Data}
	if !it.Fetched.IsZero() {
		p.Fetched = it.Fetched.UnixMilli()
	}
	return p
}

func (p page) item() source.Item {
	it := source.Item{File: p.File, Record: p.Record, Kind: source.Kind(p.Kind), URL: p.URL, ContentType: p.ContentType, Data: p.Data}
	if p.Fetched != 0 {
		it.Fetched = time.UnixMilli(p.Fetched).UTC()
	}
	return it
}

// readFn cuts files into pages. A file is read as a stream, by one worker, from its start.
type readFn struct{ MaxBytes int64 }

func (fn *readFn) ProcessElement(ctx context.Context, file fileio.FileMetadata, emit func(page), fail func(row.Failure)) error {
	if strings.HasSuffix(file.Path, "/") { // a directory
		return nil
	}
	fs, err := filesystem.New(ctx, file.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	content, err := fs.OpenRead(ctx, file.Path)
	if err != nil {
		return err
	}
	reader := source.New(file.Path, content, source.Options{MaxBytes: fn.MaxBytes})
	defer reader.Close()
	for it := range reader.Items(&err) {
		if it.Err != nil {
			failed(ctx, row.Failure{ID: it.ID(), URL: it.URL, Reason: row.Reason(it.Err), Error: it.Err.Error()}, fail)
			continue
		}
		emit(pageOf(it))
	}
	return err // of the file system: the runner tries again
}

// extractFn makes rows of pages.
type extractFn struct {
	Parts               uint32
	Article             bool
	MaxBytes            int64
	PageField, URLField string

	extractor row.Extractor
}

func (fn *extractFn) Setup() {
	fn.extractor = row.Extractor{
		Parser:  newsparse.Parser{MaxBytes: fn.MaxBytes},
		Source:  source.Options{MaxBytes: fn.MaxBytes, PageField: fn.PageField, URLField: fn.URLField},
		Parts:   newsparse.Parts(fn.Parts),
		Article: fn.Article,
	}
}

func (fn *extractFn) ProcessElement(ctx context.Context, p page, emit func(row.Row), fail func(row.Failure)) error {
	start := time.Now()
	r, failure, err := fn.extractor.Extract(ctx, p.item())
	switch {
	case err != nil: // the worker is being stopped
		return err
	case failure != nil:
		failed(ctx, *failure, fail)
		return nil
	}
	beam.NewCounter(namespace, "articles").Inc(ctx, 1)
	beam.NewDistribution(namespace, "microseconds per article").Update(ctx, time.Since(start).Microseconds())
	emit(*r)
	return nil
}

// namespace is that of the pipeline's metrics: the counters "articles" and "failed: " with
// each reason, and the time that an article takes.
const namespace = "newsparse"

func failed(ctx context.Context, failure row.Failure, fail func(row.Failure)) {
	beam.NewCounter(namespace, "failed: "+failure.Reason).Inc(ctx, 1)
	fail(failure)
}
