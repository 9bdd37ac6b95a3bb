// Package row makes rows of a table out of pages: what a batch keeps of an article, and why
// a page gave none.
package row

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/source"
)

// A Row is an article, flat, with the columns of the output.
type Row struct {
	ID                string                `json:"id" parquet:"id"` // the input file, and "#" and the record where it holds several
	URL               string                `json:"url,omitempty" parquet:"url"`
	Title             string                `json:"title,omitempty" parquet:"title"`
	Kicker            string                `json:"kicker,omitempty" parquet:"kicker"`
	Standfirst        string                `json:"standfirst,omitempty" parquet:"standfirst"`
	Authors           []string              `json:"authors,omitempty" parquet:"authors,list"`
	Published         string                `json:"published,omitempty" parquet:"published"` // a day or an instant with its offset, as told
	PublishedAt       *time.Time            `json:"published_at,omitempty" parquet:"published_at,optional,timestamp(millisecond)"`
	Modified          string                `json:"modified,omitempty" parquet:"modified"`
	Publisher         string                `json:"publisher,omitempty" parquet:"publisher"`
	Origin            string                `json:"origin,omitempty" parquet:"origin"`
	Language          string                `json:"language,omitempty" parquet:"language,dict"`
	Section           []string              `json:"section,omitempty" parquet:"section,list"`
	Tags              []string              `json:"tags,omitempty" parquet:"tags,list"`
	Text              string                `json:"text" parquet:"text,zstd"`
	Paywalled         bool                  `json:"paywalled,omitempty" parquet:"paywalled"`
	Truncated         bool                  `json:"truncated,omitempty" parquet:"truncated"`
	Confidence        float64               `json:"confidence" parquet:"confidence"`
	Fingerprint       newsparse.Fingerprint `json:"fingerprint" parquet:"fingerprint"`
	DuplicateOf       string                `json:"duplicate_of,omitempty" parquet:"duplicate_of"`             // the ID of an earlier row whose text is nearly the same
	DuplicateDistance int                   `json:"duplicate_distance,omitempty" parquet:"duplicate_distance"` // the distance of the two fingerprints
	Article           json.RawMessage       `json:"article,omitempty" parquet:"article,optional,json"`         // all of it, where asked for
}

// A Failure is a page without an article.
type Failure struct {
	ID     string `json:"id"`
	URL    string `json:"url,omitempty"`
	Reason string `json:"reason"` // one of few, to count by
	Error  string `json:"error"`  // in full
}

// An Extractor makes rows. It is safe for concurrent use.
type Extractor struct {
	Parser  newsparse.Parser
	Source  source.Options
	Parts   newsparse.Parts // what Row.Text holds
	Article bool            // fill Row.Article
}

// Extract returns the row of an item, or why there is none. The error is that of ctx.
func (x *Extractor) Extract(ctx context.Context, it source.Item) (*Row, *Failure, error) {
	page, err := it.Page(x.Source)
	if err == nil {
		var row *Row
		if row, err = x.row(ctx, it, page); err == nil {
			return row, nil, nil
		}
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	return nil, &Failure{ID: it.ID(), URL: page.URL, Reason: Reason(err), Error: err.Error()}, nil
}

// errPanic is a bug, of this program or of what it uses: one page must not stop millions.
var errPanic = errors.New("panic")

func (x *Extractor) row(ctx context.Context, it source.Item, page source.Page) (row *Row, err error) {
	defer func() {
		if p := recover(); p != nil {
			row, err = nil, fmt.Errorf("%w: %v", errPanic, p)
		}
	}()
	src := newsparse.Source{URL: page.URL, ContentType: page.ContentType, Fetched: page.Fetched}
	art, err := x.Parser.Parse(ctx, bytes.NewReader(page.Body), src)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := art.WriteText(&text, x.Parts); err != nil {
		return nil, err
	}
	row = &Row{
		ID:          it.ID(),
		URL:         firstOf(art.URL, page.URL),
		Title:       art.Title,
		Kicker:      art.Kicker,
		Standfirst:  art.Standfirst,
		Published:   art.Published.String(),
		Modified:    art.Modified.String(),
		Publisher:   art.Publisher.Name,
		Origin:      art.Origin.Name,
		Language:    art.Language,
		Section:     art.Section,
		Tags:        art.Tags,
		Text:        text.String(),
		Paywalled:   art.Paywalled,
		Truncated:   art.Truncated,
		Confidence:  art.Confidence,
		Fingerprint: art.Fingerprint(),
	}
	for _, author := range art.Authors {
		row.Authors = append(row.Authors, author.Name)
	}
	if !art.Published.IsZero() {
		at := art.Published.Time.UTC()
		row.PublishedAt = &at
	}
	if x.Article {
		if row.Article, err = json.Marshal(art); err != nil {
			return nil, err
		}
	}
	return row, nil
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// reasons are the errors that are counted, by the name of their class.
var reasons = []struct {
	is   error
	name string
}{
	{newsparse.ErrEmpty, "no visible text"},
	{newsparse.ErrNotText, "not text"},
	{newsparse.ErrTooLarge, "too large"},
	{source.ErrTooLarge, "too large"},
	{source.ErrDamaged, "damaged input"},
	{source.ErrNoPage, "not a page"},
	{errPanic, "panic"},
}

// Reason is the class of an error, for counting: one of a dozen or so.
func Reason(err error) string {
	var noArticle *newsparse.NoArticleError
	var status *source.StatusError
	switch {
	case errors.As(err, &noArticle):
		return "no article: " + string(noArticle.Reason)
	case errors.As(err, &status):
		return status.Error()
	}
	for _, reason := range reasons {
		if errors.Is(err, reason.is) {
			return reason.name
		}
	}
	return "other"
}
