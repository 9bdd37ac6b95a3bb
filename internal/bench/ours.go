package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

// conventions are what different corpora count as the text of an article.
var conventions = []string{"news", "body", "wide"}

// oursOptions say how newsparse is run.
type oursOptions struct {
	convention string                  // one of conventions
	models     *[cv.Folds]*label.Model // by fold; nil for the model that the library carries
}

// newsparseRunner runs newsparse. That a page has no article
// or no text is an answer, not a failure.
func newsparseRunner(o oursOptions) runner {
	var parser newsparse.Parser
	return runner{"newsparse", func(p *page) (toPrediction, error) {
		var in io.Reader = bytes.NewReader(p.raw)
		src := newsparse.Source{URL: p.URL}
		if p.text != nil {
			in, src.ContentType = strings.NewReader(*p.text), "text/plain"
		}
		ctx := context.Background()
		if o.models != nil {
			ctx = label.WithModel(ctx, o.models[cv.Fold(p.URL, p.ID)])
		}
		art, err := parser.Parse(ctx, in, src)
		if errors.Is(err, newsparse.ErrNoArticle) || errors.Is(err, newsparse.ErrEmpty) {
			err = nil
		}
		if art == nil {
			art = &newsparse.Article{}
		}
		return func() prediction { return ourPrediction(art, o.convention) }, err
	}}
}

func ourPrediction(art *newsparse.Article, convention string) prediction {
	p := prediction{
		Title:      art.Title,
		Date:       art.Published.String(),
		Standfirst: art.Standfirst,
		Parts:      articleParts(art),
		Confidence: art.Confidence,
	}
	if p.Date == "" { // scorers know one date a page; newsparse keeps the two apart
		p.Date = art.Modified.String()
	}
	for _, a := range art.Authors {
		p.Authors = append(p.Authors, a.Name)
	}
	p.setBody(bodyParagraphs(art.Body, convention))
	return p
}

// bodyParagraphs are the texts of the blocks that a convention counts as body. The
// standfirst is none of them: whether it counts is the scorer's choice.
func bodyParagraphs(body []newsparse.Block, convention string) (paragraphs []string) {
	for _, b := range body {
		switch b.Kind {
		case newsparse.Paragraph, newsparse.Heading, newsparse.Quote:
		case newsparse.List, newsparse.Table, newsparse.Code, newsparse.Embed:
			if convention == "news" {
				continue
			}
		default:
			continue
		}
		for _, row := range b.Rows {
			paragraphs = append(paragraphs, strings.Join(cellTexts(row), "\t"))
		}
		if b.Kind != newsparse.Table {
			paragraphs = append(paragraphs, blockTexts(b)...)
		}
	}
	return paragraphs
}

// articleParts are the blocks of the page by their roles, as the scorer names them.
func articleParts(art *newsparse.Article) (parts []part) {
	for _, blocks := range [][]newsparse.Block{art.Header, art.Body} {
		for _, b := range blocks {
			for _, text := range blockTexts(b) {
				parts = append(parts, part{roleOf(b.Kind), text})
			}
		}
	}
	for _, r := range art.Removed {
		if r.Reason == newsparse.Related {
			parts = append(parts, part{"related", r.Text})
		}
	}
	return parts
}

// roleOf is the scorer's name for a kind of block. Most have the same name.
func roleOf(kind newsparse.Kind) string {
	switch kind {
	case newsparse.Figure:
		return "caption"
	case newsparse.Code:
		return "paragraph"
	case newsparse.Embed:
		return "quote"
	case newsparse.LiveEntry:
		return "heading"
	}
	return string(kind)
}

// blockTexts are the texts of b: one, or one for each item or cell.
func blockTexts(b newsparse.Block) (texts []string) {
	switch {
	case b.Text == "":
	case b.Kind == newsparse.Embed || b.Kind == newsparse.Figure: // the lines of a post; a caption's blocks and credits
		texts = append(texts, strings.Split(b.Text, "\n")...)
	default:
		texts = append(texts, b.Text)
	}
	for _, item := range b.Items {
		texts = append(texts, item.Text)
	}
	for _, row := range b.Rows {
		texts = append(texts, cellTexts(row)...)
	}
	return texts
}

func cellTexts(row newsparse.Row) (texts []string) {
	for _, c := range row {
		if c.Text != "" {
			texts = append(texts, c.Text)
		}
	}
	return texts
}
