package newsparse

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
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

// defaultMaxBytes is far above the largest news page seen (5 MB).
const defaultMaxBytes = 32 << 20

// A Source is what the caller knows of a page beside its bytes. The zero Source is fine.
type Source struct {
	URL         string    // its address: resolves relative links, may hold a date
	ContentType string    // the Content-Type header of the response, with its charset
	Fetched     time.Time // when it was fetched: dates after it are refused
}

// Parse reads a page, HTML or plain text in any encoding, and returns its article.
// It is [Parser.Parse] with the zero Parser and the zero Source.
func Parse(r io.Reader) (*Article, error) {
	return new(Parser).Parse(context.Background(), r, Source{})
}

// Parse reads a page, HTML or plain text in any encoding, and returns its article. It reads
// r to its end, or to MaxBytes, and does not close it.
//
// The error is one of r, of ctx, or one of this package: [ErrEmpty], [ErrTooLarge],
// [ErrNotText], [ErrNoArticle]. With ErrNoArticle the Article holds what else the page
// tells, with all of its text in Header and Removed; with ErrEmpty, what its head tells.
// With the others it is nil.
func (p *Parser) Parse(ctx context.Context, r io.Reader, src Source) (*Article, error) {
	raw, err := p.read(r)
	if err != nil {
		return nil, err
	}
	doc, err := decode.Decode(raw, src.ContentType)
	if err != nil {
		return nil, publicError(err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !doc.HTML {
		pg, notes := page.FromText(doc.Text)
		return p.article(ctx, pg, &notes, src)
	}
	root, err := page.ParseHTML(doc.Text)
	if err != nil {
		return nil, fmt.Errorf("newsparse: %w", err)
	}
	o := p.selected(root)
	o.Size = len(doc.Text)
	return p.article(ctx, page.FromHTML(root, o), nil, src)
}

// ParseNode returns the article of a page that is parsed already. The tree is not modified.
// Errors are those of Parse.
func (p *Parser) ParseNode(ctx context.Context, root *html.Node, src Source) (*Article, error) {
	return p.article(ctx, page.FromHTML(root, p.selected(root)), nil, src)
}

// ParseDocument is ParseNode for a goquery document. Where src has no URL, the document's
// is taken.
func (p *Parser) ParseDocument(ctx context.Context, doc *goquery.Document, src Source) (*Article, error) {
	if src.URL == "" && doc.Url != nil {
		src.URL = doc.Url.String()
	}
	if len(doc.Nodes) == 0 {
		return nil, ErrEmpty
	}
	return p.ParseNode(ctx, doc.Nodes[0], src)
}

// article is the road from a page to its article. notes is nil for HTML.
func (p *Parser) article(ctx context.Context, pg *page.Page, notes *page.TextNotes, src Source) (*Article, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	head := meta.Read(pg)
	labels := labelled(pg, notes, label.FromContext(ctx))
	verdict := labels.NotArticle(pg)
	if verdict != "" {
		labels.Reject(verdict)
	}
	facts := head.Resolve(meta.Input{URL: src.URL, Fetched: src.Fetched, Printed: printed(labels), NoStory: verdict != ""})
	correct(pg, labels, facts, verdict)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a, at := assemble(pg, notes, labels, facts, src)
	mend(a, at)
	a.Truncated = labels.Truncated()
	a.leadImage()
	a.markLiveBlog()
	a.gatherCorrections()
	switch {
	case len(pg.Blocks) == 0:
		return a, ErrEmpty
	case verdict != "":
		return a, &NoArticleError{Reason: NoArticleReason(verdict)}
	}
	return a, nil
}

// read reads a page whole, up to the limit.
func (p *Parser) read(r io.Reader) ([]byte, error) {
	limit := p.MaxBytes
	if limit <= 0 {
		limit = defaultMaxBytes
	}
	var raw []byte
	if sized, ok := r.(interface{ Len() int }); ok { // a buffer: its length is known
		raw = make([]byte, 0, min(int64(sized.Len()), limit)+bytes.MinRead)
	}
	buffer := bytes.NewBuffer(raw)
	if _, err := buffer.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, fmt.Errorf("newsparse: reading the page: %w", err)
	}
	raw = buffer.Bytes()
	if int64(len(raw)) > limit {
		return nil, fmt.Errorf("%w (more than %d bytes)", ErrTooLarge, limit)
	}
	return raw, nil
}

// publicError makes an error of decode one of this package.
func publicError(err error) error {
	var notText *decode.NotTextError
	switch {
	case errors.As(err, &notText):
		return fmt.Errorf("%w but %s", ErrNotText, notText.Format)
	case errors.Is(err, decode.ErrEmpty):
		return ErrEmpty
	}
	return err
}

// selected are the elements that the Parser's selectors match.
func (p *Parser) selected(root *html.Node) (o page.Options) {
	if p.Drop == nil && p.Body == nil {
		return o
	}
	match := func(m goquery.Matcher) map[*html.Node]bool {
		if m == nil {
			return nil
		}
		found := map[*html.Node]bool{}
		for _, n := range goquery.NewDocumentFromNode(root).FindMatcher(m).Nodes {
			found[n] = true
		}
		return found
	}
	return page.Options{Drop: match(p.Drop), Body: match(p.Body)}
}
