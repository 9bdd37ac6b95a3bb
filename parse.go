package newsparse

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/markdown"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// A Parser turns scraped pages into Articles. The zero Parser is ready to use, and a
// Parser is safe for concurrent use as long as its fields are not changed.
type Parser struct {
	// MaxBytes is the most that is read of a page; 0 stands for 32 MiB. A larger page gives
	// ErrTooLarge. A page takes at most 25 times its size of memory, and 3 MB.
	MaxBytes int64
	// Drop selects elements that are not part of the story, whatever they hold. Their text
	// goes to Removed. See [Selector].
	Drop goquery.Matcher
	// Body selects the elements that hold the story, where the caller knows them. All text
	// outside of them goes to Header or Removed. A page without a match is parsed as if
	// Body were nil.
	Body goquery.Matcher
	// Evidence keeps the values that were considered for the fields, for [Article.Evidence].
	// Without it Article.Candidates is empty. The rest of the Article is the same.
	Evidence bool
}

// defaultMaxBytes is far above the largest news page seen (5 MB).
const defaultMaxBytes = 32 << 20

// largestPage is the size of the largest page whose places fit into the 32 bits that they have.
const largestPage = 1<<31 - 1

// A Source is what the caller knows of a page beside its bytes. The zero Source is fine.
type Source struct {
	URL         string    // its address: resolves relative links, may hold a date
	ContentType string    // the Content-Type header of the response, with its charset; text/markdown is believed
	Fetched     time.Time // when it was fetched: dates after it are refused
}

// Parse reads a page, HTML, Markdown or plain text in any encoding, and returns its article.
// It is [Parser.Parse] with the zero Parser and the zero Source.
func Parse(r io.Reader) (*Article, error) {
	return new(Parser).Parse(context.Background(), r, Source{})
}

// Parse reads a page, HTML, Markdown or plain text in any encoding, and returns its article. It reads
// r to its end, or to MaxBytes, and does not close it.
//
// The error is one of r, of ctx, or one of this package: [ErrEmpty], [ErrTooLarge],
// [ErrNotText], [ErrNoArticle]. With ErrNoArticle the Article holds what else the page
// tells, with all of its text in Header and Removed; with ErrEmpty, what its head tells.
// With the others it is nil.
func (p *Parser) Parse(ctx context.Context, r io.Reader, src Source) (*Article, error) {
	raw, lent, err := p.read(ctx, r)
	if err != nil {
		return nil, err
	}
	doc, err := decode.Decode(raw, src.ContentType)
	if err != nil {
		return refused(err)
	}
	if len(doc.Text) > largestPage {
		return nil, &TooLargeError{What: "bytes", Limit: largestPage, Size: int64(len(doc.Text))}
	}
	if lent && !doc.HTML { // of HTML, the parser copies what it keeps
		doc.Text = strings.Clone(doc.Text)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !doc.HTML {
		pg, notes := readText(ctx, doc.Text, decode.IsMarkdown(src.ContentType))
		a, err := p.article(ctx, pg, notes, src)
		return a.decoded(doc.Mended), err
	}
	parse := page.ParseSifted
	if p.Drop != nil || p.Body != nil {
		parse = page.ParseHTML // selectors may look at what nobody else does
	}
	root, err := parse(ctx, doc.Text)
	if err != nil {
		return nil, err
	}
	a, err := p.parseTree(ctx, root, src)
	return a.decoded(doc.Mended), err
}

// decoded records what was mended of the page's encoding. a may be nil.
func (a *Article) decoded(m decode.Mending) *Article {
	if a != nil && m.Count > 0 {
		a.Repairs = slices.Insert(a.Repairs, 0, Repair{Kind: DoubleEncoding, Before: m.Before, After: m.After, Confidence: 1})
	}
	return a
}

// ParseNode returns the article of a page that is parsed already. The tree is not modified.
// Errors are those of Parse.
func (p *Parser) ParseNode(ctx context.Context, root *html.Node, src Source) (*Article, error) {
	if root == nil {
		return new(Article), ErrEmpty
	}
	root, err := page.Sound(ctx, root)
	if err != nil {
		return nil, err
	}
	return p.parseTree(ctx, root, src)
}

// parseTree is the road from a sound tree on.
func (p *Parser) parseTree(ctx context.Context, root *html.Node, src Source) (*Article, error) {
	o, err := p.selected(ctx, root)
	if err != nil {
		return nil, err
	}
	o.Stop = func() bool { return ctx.Err() != nil }
	return p.article(ctx, page.FromHTML(root, o), nil, src)
}

// ParseDocument is ParseNode for a goquery document. Where src has no URL, the document's
// is taken.
func (p *Parser) ParseDocument(ctx context.Context, doc *goquery.Document, src Source) (*Article, error) {
	if doc == nil || doc.Selection == nil || len(doc.Nodes) == 0 {
		return new(Article), ErrEmpty
	}
	if src.URL == "" && doc.Url != nil {
		src.URL = doc.Url.String()
	}
	return p.ParseNode(ctx, doc.Nodes[0], src)
}

// readText makes a page of a plain text, or of Markdown, of which there are no notes. declared says that its sender calls
// it Markdown.
func readText(ctx context.Context, text string, declared bool) (*page.Page, *page.TextNotes) {
	if markdown.Is(text, declared) {
		if pg, err := page.FromMarkdown(ctx, text); err == nil && len(pg.Blocks) <= page.MostBlocks {
			return pg, nil
		}
	}
	pg, notes := label.FromContext(ctx).ReadText(text, func() bool { return ctx.Err() != nil })
	return pg, &notes
}

// article is the road from a page to its article. notes is nil for HTML and Markdown.
func (p *Parser) article(ctx context.Context, pg *page.Page, notes *page.TextNotes, src Source) (*Article, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(pg.Blocks) > page.MostBlocks {
		return nil, &TooLargeError{What: "blocks of text", Limit: page.MostBlocks}
	}
	head := meta.Read(pg)
	labels := labelled(pg, notes, label.FromContext(ctx))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	verdict := labels.NotArticle(pg)
	if verdict != "" {
		labels.Reject(verdict)
	}
	facts := head.Resolve(meta.Input{URL: src.URL, Fetched: src.Fetched, Printed: printed(labels), NoStory: verdict != "", Evidence: p.Evidence, Weigh: meta.WeigherOf(ctx)})
	correct(pg, labels, facts, verdict)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a, at := assemble(pg, notes, labels, facts, src)
	mend(a, at)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a.Truncated = labels.Truncated()
	a.leadImage()
	a.markLiveBlog()
	a.gatherCorrections()
	told := verdict != "" && a.tellStory(ctx, facts, verdict)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case told:
		return a, nil
	case len(pg.Blocks) == 0:
		return a, ErrEmpty
	case verdict != "":
		return a, &NoArticleError{Reason: NoArticleReason(verdict)}
	}
	return a, nil
}

// read reads a page whole, up to the limit. The bytes are lent if they are still the reader's:
// who holds it may change them when the page is parsed.
func (p *Parser) read(ctx context.Context, r io.Reader) (raw []byte, lent bool, err error) {
	limit := min(p.MaxBytes, largestPage)
	if limit <= 0 {
		limit = defaultMaxBytes
	}
	if sized, ok := r.(interface{ Len() int }); ok { // a buffer: its length is known
		if size := int64(sized.Len()); size > limit {
			return nil, false, &TooLargeError{What: "bytes", Limit: limit, Size: size}
		}
		if raw, lent, ok := decode.InMemory(r); ok {
			return raw, lent, ctx.Err()
		}
		raw = make([]byte, 0, sized.Len()+bytes.MinRead)
	}
	buffer := bytes.NewBuffer(raw)
	if _, err := buffer.ReadFrom(io.LimitReader(page.ReaderUntil(ctx, r), limit+1)); err != nil {
		if ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		return nil, false, fmt.Errorf("newsparse: reading the page: %w", err)
	}
	if int64(buffer.Len()) > limit {
		return nil, false, &TooLargeError{What: "bytes", Limit: limit}
	}
	return buffer.Bytes(), false, nil
}

// refused makes an error of decode one of this package.
func refused(err error) (*Article, error) {
	var notText *decode.NotTextError
	switch {
	case errors.As(err, &notText):
		return nil, fmt.Errorf("%w but %s", ErrNotText, notText.Format)
	case errors.Is(err, decode.ErrEmpty):
		return new(Article), ErrEmpty
	}
	return nil, err
}

// selected are the elements that the Parser's selectors match.
func (p *Parser) selected(ctx context.Context, root *html.Node) (o page.Options, err error) {
	if p.Drop == nil && p.Body == nil {
		return o, nil
	}
	o.Drop, o.Body = map[*html.Node]bool{}, map[*html.Node]bool{}
	steps := 0
	for n := range root.Descendants() {
		if steps++; steps%1024 == 0 && ctx.Err() != nil {
			return o, ctx.Err()
		}
		if n.Type != html.ElementNode {
			continue
		}
		if p.Drop != nil && p.Drop.Match(n) {
			o.Drop[n] = true
		}
		if p.Body != nil && p.Body.Match(n) {
			o.Body[n] = true
		}
	}
	return o, nil
}
