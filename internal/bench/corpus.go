package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/jsonlines"
)

// A corpusSet is a folder of pages with the facts about them.
type corpusSet struct {
	name, dir string
	pages     []pageFacts
	texts     map[string]string // by id, where text is read in place of pages; else nil
}

type pageFacts struct {
	ID  string `json:"id"`
	URL string `json:"url"`
}

// A page is what the runners get.
type page struct {
	pageFacts
	raw  []byte  // as scraped
	utf8 []byte  // the same where it is valid UTF-8, decoded otherwise
	text *string // the text of the page, where text is read in its place
}

func openSet(dir, textFile string) (*corpusSet, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	set := &corpusSet{name: filepath.Base(dir), dir: dir}
	if set.pages, err = jsonlines.ReadAll[pageFacts](filepath.Join(dir, "gold.jsonl")); err != nil || textFile == "" {
		return set, err
	}
	set.texts = map[string]string{}
	for text, err := range jsonlines.Read[struct{ ID, Text string }](textFile) {
		if err != nil {
			return nil, err
		}
		set.texts[text.ID] = text.Text
	}
	return set, nil
}

func (s *corpusSet) page(facts pageFacts) (*page, error) {
	f, err := os.Open(filepath.Join(s.dir, "pages", facts.ID+".html.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", facts.ID, err)
	}
	p := &page{pageFacts: facts}
	if p.raw, err = io.ReadAll(z); err != nil {
		return nil, fmt.Errorf("page %s: %w", facts.ID, err)
	}
	p.utf8 = p.raw
	if !utf8.Valid(p.raw) {
		if decoded, err := decode.Decode(p.raw, ""); err == nil {
			p.utf8 = []byte(decoded.Text)
		}
	}
	if s.texts != nil {
		text := s.texts[facts.ID]
		p.text = &text
	}
	return p, nil
}

// A prediction is a line of the output: what an extractor makes of a page.
type prediction struct {
	ID         string   `json:"id"`
	Title      string   `json:"title,omitempty"`
	Authors    []string `json:"authors,omitempty"`
	Date       string   `json:"date,omitempty"` // 2006-01-02 or RFC 3339
	Standfirst string   `json:"standfirst,omitempty"`
	Text       string   `json:"text,omitempty"` // the body
	Paragraphs []string `json:"paragraphs,omitempty"`
	Parts      []part   `json:"parts,omitempty"`
	Confidence float64  `json:"confidence,omitempty"` // the expected F1 of the body
}

// A part is a block of the page and what it is.
type part struct {
	Role string `json:"role"`
	Text string `json:"text"`
}

// setBody gives p its paragraphs and its text.
func (p *prediction) setBody(paragraphs []string) {
	p.Paragraphs = paragraphs
	p.Text = strings.Join(paragraphs, "\n\n")
}

// writePredictions writes DIR/SET.jsonl; nothing where there are no predictions.
func writePredictions(dir, set string, predictions []prediction) (err error) {
	if len(predictions) == 0 {
		return nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(dir, set+".jsonl"))
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	out := bufio.NewWriter(f)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, p := range predictions {
		if err := encoder.Encode(p); err != nil {
			return err
		}
	}
	return out.Flush()
}
