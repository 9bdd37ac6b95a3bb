// Beam extracts the articles of a crawl on a cluster, with Apache Beam.
//
//	beam --input 'gs://crawl/*.warc.gz' --output gs://articles/2024 --format parquet [--runner ...]
//
// Inputs are WARC files, JSON lines or pages one a file, plain or compressed, on any file
// system that Beam knows; see README.md for the runners.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/row"
)

var (
	input     = flag.String("input", "", "`patterns` of the input files, with commas between them")
	output    = flag.String("output", "", "`directory` of the output")
	format    = flag.String("format", "parquet", "`format` of the articles: "+strings.Join(row.Formats(), ", "))
	shards    = flag.Int("shards", 10, "`files` of the output")
	spread    = flag.Bool("spread", true, "distribute the pages of a file over all workers; without it, what a file holds stays on the worker that reads it")
	parts     = flag.String("parts", "wide", "`parts` of the article that the text holds: "+strings.Join(presetNames(), ", "))
	article   = flag.Bool("article", false, "write the whole Article too, as JSON in a column")
	maxBytes  = flag.Int64("max_bytes", 8<<20, "`bytes` of the largest page that is parsed")
	pageField = flag.String("page_field", "", "`field` of a JSON line that holds the page (default html, then text)")
	urlField  = flag.String("url_field", "", "`field` of a JSON line that holds the address (default url)")
)

func main() {
	flag.Parse()
	beam.Init() // on a worker, this does the work and does not return
	o, err := readOptions()
	if err != nil {
		log.Fatal(err)
	}
	pipeline, scope := beam.NewPipelineWithRoot()
	build(scope, o)
	result, err := beamx.RunWithMetrics(context.Background(), pipeline)
	if err != nil {
		log.Fatal(err)
	}
	if result != nil { // some runners return before the end, without metrics
		report(os.Stdout, result)
	}
}

func readOptions() (options, error) {
	o := options{
		output: *output, format: *format, shards: *shards, spread: *spread, parts: presets()[*parts], article: *article,
	}
	o.source.MaxBytes, o.source.PageField, o.source.URLField = *maxBytes, *pageField, *urlField
	if *input != "" {
		o.inputs = strings.Split(*input, ",")
	}
	switch {
	case len(o.inputs) == 0 || o.output == "":
		return o, errors.New("--input or --output is missing")
	case !slices.Contains(row.Formats(), o.format):
		return o, fmt.Errorf("--format is one of %v, not %q", row.Formats(), o.format)
	case o.parts == 0:
		return o, fmt.Errorf("--parts is one of %v, not %q", presetNames(), *parts)
	case o.shards < 1 || o.source.MaxBytes < 1:
		return o, errors.New("--shards and --max_bytes are at least 1")
	}
	return o, nil
}

func presets() map[string]newsparse.Parts {
	return map[string]newsparse.Parts{"news": newsparse.News, "body": newsparse.Body, "wide": newsparse.Wide, "all": newsparse.All}
}

func presetNames() []string { return slices.Sorted(maps.Keys(presets())) }

// report prints the pipeline's counters.
func report(w io.Writer, result beam.PipelineResult) {
	counters := counts(result)
	for _, name := range slices.Sorted(maps.Keys(counters)) {
		fmt.Fprintf(w, "%9d %s\n", counters[name], name)
	}
}

func counts(result beam.PipelineResult) map[string]int64 {
	found := result.Metrics().Query(func(r beam.MetricResult) bool { return r.Namespace() == namespace })
	sums := map[string]int64{}
	for _, c := range found.Counters() { // one for each step that counts
		sums[c.Name()] += counted(c)
	}
	return sums
}

// counted is the committed count, or, of a runner that does not commit, the attempted.
func counted(c metrics.CounterResult) int64 {
	return max(c.Committed, c.Attempted)
}
