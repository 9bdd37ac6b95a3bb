// Batch extracts the articles of many pages that lie on disk.
//
//	batch -out DIR [flags] INPUT...
//
// An INPUT is a file, a directory or a pattern: pages one a file, JSON lines or WARC, plain
// or compressed. Run the same command again to go on after a stop. It exits with 0 when all
// inputs are read, 1 if it was stopped before or failed, and 2 if it was called wrongly.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/row"
)

const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the program without the process around it. It returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	b, inputs, options, err := parseFlags(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "batch: %v\n", err)
		return exitUsage
	}
	release, err := b.open(inputs, options)
	if err != nil {
		fmt.Fprintf(stderr, "batch: %v\n", err)
		return exitFailed
	}
	defer release()
	bar := newProgress(stderr, b.totalBytes(), b.state)
	err = b.run(ctx, bar.update)
	bar.finish()
	report(stdout, b.state, len(b.plan))
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "batch: stopped; run the same command again to go on")
		return exitFailed
	case err != nil:
		fmt.Fprintf(stderr, "batch: %v\n", err)
		return exitFailed
	}
	return exitOK
}

// parts are what the text of an article may be; the names are those of newsparse's presets.
var parts = map[string]newsparse.Parts{
	"news": newsparse.News, "body": newsparse.Body, "wide": newsparse.Wide, "all": newsparse.All,
}

// parseFlags returns the batch, its inputs, and the options that shape its output, as text.
func parseFlags(args []string, stderr io.Writer) (b *batch, inputs []string, options string, err error) {
	b = new(batch)
	names := strings.Join(slices.Sorted(maps.Keys(parts)), ", ")
	flags := flag.NewFlagSet("batch", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints the error
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: batch -out DIR [flags] INPUT...")
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		flags.SetOutput(io.Discard)
	}
	flags.StringVar(&b.dir, "out", "", "`directory` of the output")
	flags.StringVar(&b.format, "format", "jsonl", "`format` of the articles: "+strings.Join(row.Formats(), ", "))
	text := flags.String("parts", "wide", "`parts` of the article that the text holds: "+names)
	flags.BoolVar(&b.extractor.Article, "article", false, "write the whole Article too, as JSON in a column")
	flags.IntVar(&b.partPages, "part", 10_000, "`pages` that an output file accounts for, and that a kill may cost")
	flags.IntVar(&b.workers, "workers", runtime.GOMAXPROCS(0), "`pages` that are parsed at a time")
	flags.Int64Var(&b.inFlight, "in-flight", 64, "`MiB` of pages that are read and not written yet")
	flags.IntVar(&b.window, "near", 1_000_000, "`articles` among which near-duplicates are looked for: the latest; 40 bytes of memory each; 0 for none")
	flags.Int64Var(&b.extractor.Source.MaxBytes, "max-bytes", 8<<20, "`bytes` of the largest page that is parsed")
	flags.StringVar(&b.extractor.Source.PageField, "page-field", "", "`field` of a JSON line that holds the page (default html, then text)")
	flags.StringVar(&b.extractor.Source.URLField, "url-field", "", "`field` of a JSON line that holds the address (default url)")
	if err := flags.Parse(args); err != nil {
		return nil, nil, "", err
	}
	b.extractor.Parts = parts[*text]
	switch {
	case b.dir == "":
		return nil, nil, "", errors.New("-out is missing")
	case flags.NArg() == 0:
		return nil, nil, "", errors.New("no inputs")
	case !slices.Contains(row.Formats(), b.format):
		return nil, nil, "", fmt.Errorf("-format is one of %s, not %q", strings.Join(row.Formats(), ", "), b.format)
	case b.extractor.Parts == 0:
		return nil, nil, "", fmt.Errorf("-parts is one of %s, not %q", names, *text)
	case b.partPages < 1 || b.workers < 1 || b.inFlight < 1 || b.window < 0 || b.extractor.Source.MaxBytes < 1:
		return nil, nil, "", errors.New("-part, -workers, -in-flight and -max-bytes are at least 1")
	}
	b.inFlight <<= 20
	b.extractor.Parser.MaxBytes = b.extractor.Source.MaxBytes
	options = fmt.Sprintf("-format %s -parts %s -article=%t -near %d -max-bytes %d -page-field %q -url-field %q", b.format, *text,
		b.extractor.Article, b.window, b.extractor.Source.MaxBytes, b.extractor.Source.PageField, b.extractor.Source.URLField)
	return b, flags.Args(), options, nil
}
