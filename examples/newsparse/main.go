// Newsparse prints the article of scraped news pages.
//
//	newsparse [flags] PAGE...
//
// A PAGE is a file, an http or https address, or - for standard input: HTML, Markdown or plain text.
// It exits with 0 if every page held an article, 1 if one did not or could not be read, and
// 2 if it was called wrongly.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/seed-90a94633/newsparse"
)

const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// options are the command line.
type options struct {
	format  string
	facts   bool // front matter above the Markdown
	columns int  // of text; 0 is no limit
	parts   newsparse.Parts
	removed bool
	timeout time.Duration
	parser  newsparse.Parser
	pages   []string
}

// run is the program without the process around it. It returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	opts, err := parseOptions(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "newsparse: %v\n", err)
		return exitUsage
	}
	fetch := fetcher{stdin: stdin, timeout: opts.timeout}
	code := exitOK
	for _, page := range opts.pages {
		if err := opts.printPage(ctx, stdout, &fetch, page); err != nil {
			fmt.Fprintf(stderr, "newsparse: %s: %v\n", page, err)
			code = exitFailed
		}
	}
	return code
}

func parseOptions(args []string, stderr io.Writer) (*options, error) {
	var opts options
	flags := flag.NewFlagSet("newsparse", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // run prints the error
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: newsparse [flags] PAGE...\n\nA PAGE is a file, an http or https address, or - for standard input.")
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		flags.SetOutput(io.Discard)
	}
	flags.StringVar(&opts.format, "format", "text", "`format` of the output: text, markdown, html, json or tei")
	parts := flags.String("parts", "", "`parts` of the article in any format but json: news, body, wide or all\n(default wide for text, else all)")
	flags.BoolVar(&opts.removed, "removed", false, "print what was left out or mended, and why, in place of the article")
	flags.IntVar(&opts.columns, "columns", 0, "the longest line of `columns` that text is wrapped to; 0 wraps nothing")
	flags.BoolVar(&opts.facts, "frontmatter", false, "put title, authors, dates and so on above the markdown, as YAML")
	flags.BoolVar(&opts.parser.Evidence, "evidence", false, "put where each field comes from, and what else was considered for it, into the json")
	drop := flags.String("drop", "", "CSS `selector` of elements that are not part of the story")
	body := flags.String("body", "", "CSS `selector` of the elements that hold the story")
	flags.DurationVar(&opts.timeout, "timeout", 30*time.Second, "the longest `time` that fetching a page may take")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	opts.pages = flags.Args()
	if len(opts.pages) == 0 {
		flags.Usage()
		return nil, errors.New("no page given")
	}
	switch opts.format {
	case "text", "markdown", "html", "tei":
	case "json":
		if *parts != "" {
			return nil, errors.New("-parts does nothing with -format json, which holds everything")
		}
	default:
		return nil, fmt.Errorf("-format %s is not one of text, markdown, html, json, tei", opts.format)
	}
	if opts.facts && opts.format != "markdown" {
		return nil, errors.New("-frontmatter wants -format markdown")
	}
	if opts.parser.Evidence && opts.format != "json" {
		return nil, errors.New("-evidence wants -format json")
	}
	if opts.columns != 0 && (opts.format != "text" || opts.columns < 0) {
		return nil, errors.New("-columns wants -format text and a number above 0")
	}
	var err error
	if opts.parts, err = partsNamed(*parts, opts.format); err != nil {
		return nil, err
	}
	if *drop != "" {
		if opts.parser.Drop, err = newsparse.Selector(*drop); err != nil {
			return nil, fmt.Errorf("-drop: %w", err)
		}
	}
	if *body != "" {
		if opts.parser.Body, err = newsparse.Selector(*body); err != nil {
			return nil, fmt.Errorf("-body: %w", err)
		}
	}
	return &opts, nil
}

func partsNamed(name, format string) (newsparse.Parts, error) {
	if name == "" {
		name = "all"
		if format == "text" {
			name = "wide"
		}
	}
	switch name {
	case "news":
		return newsparse.News, nil
	case "body":
		return newsparse.Body, nil
	case "wide":
		return newsparse.Wide, nil
	case "all":
		return newsparse.All, nil
	}
	return 0, fmt.Errorf("-parts %s is not one of news, body, wide, all", name)
}

// printPage prints what the options ask of one page.
func (o *options) printPage(ctx context.Context, out io.Writer, fetch *fetcher, page string) error {
	input, src, err := fetch.open(ctx, page)
	if err != nil {
		return err
	}
	defer input.Close()
	art, parseErr := o.parser.Parse(ctx, input, src)
	if art == nil || parseErr != nil && !o.removed {
		return parseErr
	}
	if len(o.pages) > 1 && (o.removed || o.format == "text") {
		if _, err := fmt.Fprintf(out, "==> %s <==\n", page); err != nil {
			return err
		}
	}
	return cmp.Or(parseErr, o.printArticle(out, art))
}

func (o *options) printArticle(out io.Writer, art *newsparse.Article) error {
	if o.removed {
		return printRemoved(out, art)
	}
	switch o.format {
	case "markdown":
		if o.facts {
			if err := art.WriteFrontMatter(out); err != nil {
				return err
			}
			if _, err := fmt.Fprintln(out); err != nil {
				return err
			}
		}
		return art.WriteMarkdown(out, o.parts)
	case "tei":
		return art.WriteTEI(out, o.parts)
	case "html":
		return art.WriteHTML(out, o.parts)
	case "json":
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false) // this is no part of a page
		if len(o.pages) == 1 {
			encoder.SetIndent("", "  ") // of several pages, each is a line
		}
		return encoder.Encode(art)
	default:
		return art.WriteWrappedText(out, o.parts, o.columns)
	}
}
