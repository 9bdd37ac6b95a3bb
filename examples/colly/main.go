// Colly crawls a news site and prints each article as it arrives, as a JSON line.
//
//	colly [flags] URL
//
// It stays on the host of the URL, keeps to robots.txt, and waits between requests.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/seed-90a94633/newsparse"
)

const userAgent = "newsparse-colly (+https://github.com/seed-90a94633/newsparse)"

func main() {
	depth := flag.Int("depth", 2, "`links` from the first page to the last")
	pages := flag.Uint("pages", 100, "`pages` that are fetched at most")
	delay := flag.Duration("delay", time.Second, "`time` between two requests")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: colly [flags] URL")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	c := crawl{depth: *depth, pages: uint32(*pages), delay: *delay, out: os.Stdout, log: os.Stderr}
	if err := c.run(ctx, flag.Arg(0)); err != nil {
		fmt.Fprintf(os.Stderr, "colly: %v\n", err)
		os.Exit(1)
	}
}

// A crawl is one walk over a site.
type crawl struct {
	depth    int
	pages    uint32
	delay    time.Duration
	out, log io.Writer

	parser newsparse.Parser
	mu     sync.Mutex // guards out and log: colly calls back from several goroutines
}

func (c *crawl) run(ctx context.Context, start string) error {
	address, err := url.Parse(start)
	if err != nil {
		return err
	}
	collector := colly.NewCollector(
		colly.StdlibContext(ctx),
		colly.Async(true),
		colly.UserAgent(userAgent),
		colly.AllowedDomains(address.Hostname()),
		colly.MaxDepth(c.depth+1), // colly counts the first page
		colly.MaxRequests(c.pages),
	)
	collector.IgnoreRobotsTxt = false
	if err := collector.Limit(&colly.LimitRule{DomainGlob: "*", Parallelism: 2, Delay: c.delay}); err != nil {
		return err
	}
	collector.OnResponse(func(r *colly.Response) { c.page(ctx, r) })
	collector.OnHTML("a[href]", func(a *colly.HTMLElement) {
		link, _, _ := strings.Cut(a.Attr("href"), "#") // for colly, a place on a page is a page
		// What is not followed was seen before, lies elsewhere or too deep, or is not allowed.
		_ = a.Request.Visit(link)
	})
	collector.OnError(func(r *colly.Response, err error) { c.note(r.Request.URL, err) })
	if err := collector.Visit(start); err != nil {
		return err
	}
	collector.Wait()
	return ctx.Err()
}

// page prints the article of a page, or why there is none.
func (c *crawl) page(ctx context.Context, r *colly.Response) {
	art, err := c.parser.Parse(ctx, bytes.NewReader(r.Body), newsparse.Source{
		URL:         r.Request.URL.String(),
		ContentType: r.Headers.Get("Content-Type"),
		Fetched:     time.Now(),
	})
	if err != nil {
		c.note(r.Request.URL, err)
		return
	}
	line, err := json.Marshal(art)
	if err != nil {
		c.note(r.Request.URL, err)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintf(c.out, "%s\n", line)
}

func (c *crawl) note(address *url.URL, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintf(c.log, "%s: %v\n", address, err)
}
