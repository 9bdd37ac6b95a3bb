package newsparse

import (
	"context"
	"io"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// A Parser turns scraped pages into Articles. The zero Parser is ready to use, and a
// Parser is safe for concurrent use as long as its fields are not changed.
type Parser struct {
	// MaxBytes is the most that is read of a page; 0 stands for 32 MiB.
	// A larger page gives ErrTooLarge.
	MaxBytes int64
	// Drop selects elements that are not part of the story, whatever they hold. Their text
	// goes to Removed. See [Selector].
	Drop goquery.Matcher
	// Body selects the elements that hold the story, where the caller knows them. All text
	// outside of them goes to Header or Removed. A page without a match is parsed as if
	// Body were nil.
	Body goquery.Matcher
}

// A Source is what the caller knows of a page beside its bytes. The zero Source is fine.
type Source struct {
	URL         string    // its address: resolves relative links, may hold a date
	ContentType string    // the Content-Type header of the response, with its charset
	Fetched     time.Time // when it was fetched: dates after it are refused
}

// Parse reads a page, HTML or plain text in any encoding, and returns its article.
func Parse(r io.Reader) (*Article, error) {
	return new(Parser).Parse(context.Background(), r, Source{})
}

// Parse reads a page, HTML or plain text in any encoding, and returns its article. It reads
// r to its end, or to MaxBytes, and does not close it.
func (p *Parser) Parse(ctx context.Context, r io.Reader, src Source) (*Article, error) {
	return nil, ErrEmpty // TODO
}

// ParseNode returns the article of a page that is parsed already. The tree is not modified.
func (p *Parser) ParseNode(ctx context.Context, root *html.Node, src Source) (*Article, error) {
	return nil, ErrEmpty // TODO
}

// ParseDocument is ParseNode for a goquery document. Where src has no URL, the document's is taken.
func (p *Parser) ParseDocument(ctx context.Context, doc *goquery.Document, src Source) (*Article, error) {
	return nil, ErrEmpty // TODO
}
