// Feed makes a digest of an RSS or Atom feed, in Markdown: each story in full, as its page
// has it.
//
//	feed [flags] URL > digest.md
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/mmcdole/gofeed"
	"golang.org/x/sync/errgroup"

	"github.com/seed-90a94633/newsparse"
)

const userAgent = "newsparse-feed (+https://github.com/seed-90a94633/newsparse)"

func main() {
	items := flag.Int("n", 10, "`items` of the feed: the first")
	timeout := flag.Duration("timeout", 30*time.Second, "the longest `time` that fetching a page may take")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: feed [flags] URL")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	d := digest{client: &http.Client{Timeout: *timeout}, items: *items}
	if err := d.write(ctx, os.Stdout, flag.Arg(0)); err != nil {
		fmt.Fprintf(os.Stderr, "feed: %v\n", err)
		os.Exit(1)
	}
}

// A digest is made of the first items of a feed.
type digest struct {
	client *http.Client
	items  int
	parser newsparse.Parser
}

func (d *digest) write(ctx context.Context, w io.Writer, address string) error {
	feeds := gofeed.NewParser()
	feeds.Client, feeds.UserAgent = d.client, userAgent
	feed, err := feeds.ParseURLWithContext(address, ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	items := feed.Items[:min(d.items, len(feed.Items))]
	stories := make([]string, len(items))
	var fetching errgroup.Group
	fetching.SetLimit(4)
	for i, item := range items {
		fetching.Go(func() error {
			stories[i] = d.story(ctx, item)
			return nil
		})
	}
	fetching.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "# %s\n\n%s", escape(cmp.Or(feed.Title, address)), strings.Join(stories, "\n"))
	return err
}

// story is an item in Markdown: from its page or, where that gives no article, from what the
// feed itself tells.
func (d *digest) story(ctx context.Context, item *gofeed.Item) string {
	art, err := d.fetch(ctx, item.Link)
	if err != nil {
		note := fmt.Sprintf("*The page could not be read: %s.*\n", escape(err.Error()))
		return heading(item.Title, item.Link) + fromFeed(item) + note
	}
	var b strings.Builder
	b.WriteString(heading(cmp.Or(art.Title, item.Title), item.Link))
	if line := byline(art, item); line != "" {
		fmt.Fprintf(&b, "*%s*\n\n", escape(line))
	}
	art.WriteMarkdown(&b, newsparse.Wide) // a strings.Builder gives no errors
	return b.String()
}

func (d *digest) fetch(ctx context.Context, address string) (*newsparse.Article, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", userAgent)
	response, err := d.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answers %s", response.Status)
	}
	return d.parser.Parse(ctx, response.Body, newsparse.Source{
		URL:         response.Request.URL.String(), // after redirects
		ContentType: response.Header.Get("Content-Type"),
		Fetched:     time.Now(),
	})
}

// fromFeed is the text of the item in the feed, or nothing.
func fromFeed(item *gofeed.Item) string {
	fragment, err := goquery.NewDocumentFromReader(strings.NewReader(cmp.Or(item.Content, item.Description)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, paragraph := range newsparse.Clean(fragment.Text()).Paragraphs {
		b.WriteString(escape(paragraph) + "\n\n")
	}
	return b.String()
}

// byline is who wrote the story, and when.
func byline(art *newsparse.Article, item *gofeed.Item) string {
	var parts []string
	for _, author := range art.Authors {
		parts = append(parts, author.Name)
	}
	switch {
	case !art.Published.IsZero():
		parts = append(parts, art.Published.Time.Format("2 January 2006"))
	case item.PublishedParsed != nil:
		parts = append(parts, item.PublishedParsed.Format("2 January 2006"))
	}
	return strings.Join(parts, ", ")
}

// heading is that of an item, with a link to its page if it is one of the web.
func heading(title, link string) string {
	text := escape(strings.Join(strings.Fields(title), " "))
	if strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") {
		text = fmt.Sprintf("[%s](<%s>)", text, strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(link))
	}
	return "## " + text + "\n\n"
}

// escape makes plain text Markdown that shows it as it is.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_[]<>#&!|~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
