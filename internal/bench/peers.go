package main

import (
	"bytes"
	"net/url"
	"strings"
	"time"

	readeck "codeberg.org/readeck/go-readability/v2"
	shiori "github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// floor is html.Parse, without which no extractor does.
var floor = runner{"html.Parse", func(p *page) (toPrediction, error) {
	_, err := html.Parse(bytes.NewReader(p.utf8))
	return nil, err
}}

// peers parse the page as the floor does. Their own readers guess the encoding first, which
// costs them time and, on pages that declare a wrong one, their text.
var peers = []runner{
	{"go-readability", func(p *page) (toPrediction, error) {
		doc, err := html.Parse(bytes.NewReader(p.utf8))
		if err != nil {
			return nil, err
		}
		art, err := shiori.FromDocument(doc, p.address())
		if err != nil {
			return nil, err
		}
		return func() prediction {
			pred := prediction{Title: art.Title, Authors: names(art.Byline)}
			if art.PublishedTime != nil {
				pred.Date = art.PublishedTime.Format(time.RFC3339)
			}
			pred.setBody(paragraphs(art.Node))
			return pred
		}, nil
	}},
	{"readeck-readability", func(p *page) (toPrediction, error) {
		doc, err := html.Parse(bytes.NewReader(p.utf8))
		if err != nil {
			return nil, err
		}
		parser := readeck.NewParser()
		art, err := parser.ParseAndMutate(doc, p.address())
		if err != nil {
			return nil, err
		}
		return func() prediction {
			pred := prediction{Title: art.Title(), Authors: names(art.Byline())}
			if t, err := art.PublishedTime(); err == nil {
				pred.Date = t.Format(time.RFC3339)
			}
			pred.setBody(paragraphs(art.Node))
			return pred
		}, nil
	}},
	{"go-trafilatura", func(p *page) (toPrediction, error) { return runTrafilatura(p, true) }},
	{"go-trafilatura-fast", func(p *page) (toPrediction, error) { return runTrafilatura(p, false) }},
	{"go-domdistiller", func(p *page) (toPrediction, error) {
		doc, err := html.Parse(bytes.NewReader(p.utf8))
		if err != nil {
			return nil, err
		}
		art, err := distiller.Apply(doc, &distiller.Options{OriginalURL: p.address(), SkipPagination: true})
		if err != nil {
			return nil, err
		}
		return func() prediction {
			pred := prediction{Title: art.Title, Authors: names(art.MarkupInfo.Author), Date: art.MarkupInfo.Article.PublishedTime}
			pred.setBody(paragraphs(art.Node))
			return pred
		}, nil
	}},
}

func runTrafilatura(p *page, fallback bool) (toPrediction, error) {
	doc, err := html.Parse(bytes.NewReader(p.utf8))
	if err != nil {
		return nil, err
	}
	art, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL:     p.address(),
		EnableFallback:  fallback,
		ExcludeComments: true,
	})
	if err != nil {
		return nil, err
	}
	return func() prediction {
		pred := prediction{Title: art.Metadata.Title, Authors: names(art.Metadata.Author)}
		if !art.Metadata.Date.IsZero() {
			pred.Date = art.Metadata.Date.Format(time.DateOnly)
		}
		pred.setBody(paragraphs(art.ContentNode))
		return pred
	}, nil
}

// address is the page's URL, or an invented one: some peers do not work without.
func (p *page) address() *url.URL {
	if u, err := url.Parse(p.URL); err == nil && u.IsAbs() {
		return u
	}
	return &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
}

// names splits a byline into names, so that peers which return a line can be compared with
// those which return a list.
func names(byline string) (all []string) {
	for _, separator := range []string{"; ", " and ", " und ", " et ", " y ", " & ", "\n"} {
		byline = strings.ReplaceAll(byline, separator, ",")
	}
	for name := range strings.SplitSeq(byline, ",") {
		name = strings.TrimSpace(name)
		for _, by := range []string{"By ", "by ", "Von ", "von ", "Par ", "par ", "Por ", "por "} {
			name = strings.TrimPrefix(name, by)
		}
		if name != "" {
			all = append(all, name)
		}
	}
	return all
}
