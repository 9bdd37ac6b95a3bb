package main

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/jsonlines"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// A goldPage is a line of a set's gold.jsonl.
type goldPage struct {
	ID         string   `json:"id"`
	URL        string   `json:"url"`
	Title      string   `json:"title"`
	Body       string   `json:"body"`
	Paragraphs []string `json:"paragraphs"`
	Parts      []struct {
		Role string `json:"role"`
		Text string `json:"text"`
	} `json:"parts"`
}

// story is the text of the gold, by paragraphs.
func (g *goldPage) story() []string {
	if len(g.Paragraphs) > 0 {
		return g.Paragraphs
	}
	return strings.Split(g.Body, "\n")
}

func readGold(set string) ([]goldPage, error) {
	return jsonlines.ReadAll[goldPage](filepath.Join(set, "gold.jsonl"))
}

func pageOf(set, id string) func() (*page.Page, error) {
	return func() (*page.Page, error) { return readPage(set, id) }
}

// readPage reads a page of a set as Parse would.
func readPage(set, id string) (*page.Page, error) {
	f, err := os.Open(filepath.Join(set, "pages", id+".html.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return readHTML(b)
}

func readHTML(b []byte) (*page.Page, error) {
	d, err := decode.Decode(b, "text/html")
	if err != nil {
		return nil, err
	}
	root, err := page.ParseSifted(context.Background(), d.Text)
	if err != nil {
		return nil, err
	}
	p := page.FromHTML(root, page.Options{})
	forgetDOM(p)
	return p, nil
}

// forgetDOM drops the tree of a page: the largest part of it, and nothing to learn from.
func forgetDOM(p *page.Page) {
	for i := range p.Nodes {
		p.Nodes[i].DOM = nil
	}
}

// words are the words of s in lower case, as the scorer counts them.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && r != '_'
	})
}

func fold(s string) string { return strings.Join(words(s), " ") }

// shingle is the number of words that are compared at once.
const shingle = 4

// A truth is what the gold says of a page's blocks.
type truth struct {
	story []bool
	role  []string // "" where the gold has no roles or the block has none
	cover float64  // share of the gold's words that were found in blocks
}

// align finds the blocks that the gold holds.
func align(g goldPage, p *page.Page) truth {
	n := len(p.Blocks)
	t := truth{make([]bool, n), make([]string, n), 0}
	if len(g.Parts) > 0 {
		alignParts(g, p, &t)
		return t
	}
	lines := g.story()
	whole := map[string]bool{}
	shingles := map[string]bool{}
	total := 0
	var all []string
	for _, l := range lines {
		w := words(l)
		total += len(w)
		all = append(all, w...)
		whole[strings.Join(w, " ")] = true
	}
	for i := 0; i+shingle <= len(all); i++ {
		shingles[strings.Join(all[i:i+shingle], " ")] = true
	}
	title := fold(g.Title)
	found := 0
	for i := range p.Blocks {
		w := words(p.Blocks[i].Text)
		text := strings.Join(w, " ")
		switch {
		case len(w) == 0 || text == title && !whole[text]:
		case whole[text]:
			t.story[i] = true
		case len(w) >= 2*shingle:
			hits := 0
			for k := 0; k+shingle <= len(w); k++ {
				if shingles[strings.Join(w[k:k+shingle], " ")] {
					hits++
				}
			}
			t.story[i] = 3*hits >= 2*(len(w)-shingle+1)
		}
	}
	keepOneCopy(p, t.story)
	for i := range p.Blocks {
		if t.story[i] {
			found += len(words(p.Blocks[i].Text))
		}
	}
	if total > 0 {
		t.cover = float64(found) / float64(total)
	}
	return t
}

// keepOneCopy leaves, of blocks with the same text, the one with most of the story
// around it.
func keepOneCopy(p *page.Page, story []bool) {
	around := func(i int) (n int) {
		for k := max(0, i-8); k < min(len(story), i+9); k++ {
			if story[k] && k != i {
				n += int(p.Blocks[k].Words)
			}
		}
		return n
	}
	copies := map[string][]int{}
	var texts []string // in the order of the page: which copy goes first decides about the next
	for i, in := range story {
		if in {
			k := fold(p.Blocks[i].Text)
			if copies[k] == nil {
				texts = append(texts, k)
			}
			copies[k] = append(copies[k], i)
		}
	}
	for _, text := range texts {
		c := copies[text]
		if len(c) < 2 {
			continue
		}
		best := c[0]
		for _, i := range c {
			if around(i) > around(best) {
				best = i
			}
		}
		for _, i := range c {
			// Short lines may well be said twice in one story.
			if i != best && (p.Blocks[i].Words > 5 || around(i) < around(best)/3) {
				story[i] = false
			}
		}
	}
}

// storyRoles are the roles of blocks that are part of the story.
var storyRoles = map[string]bool{"standfirst": true, "paragraph": true, "heading": true, "quote": true, "list": true, "table": true}

// alignParts matches blocks with hand-annotated parts, which stand in page order.
func alignParts(g goldPage, p *page.Page, t *truth) {
	type part struct {
		role string
		at   int
	}
	parts := map[string][]*part{}
	total := 0
	for i, x := range g.Parts {
		w := words(x.Text)
		k := strings.Join(w, " ")
		parts[k] = append(parts[k], &part{role: x.Role, at: i})
		if storyRoles[x.Role] {
			total += len(w)
		}
	}
	// Blocks whose text is that of exactly one part fix where the parts stand.
	count := map[string]int{}
	for i := range p.Blocks {
		count[fold(p.Blocks[i].Text)]++
	}
	near := make([]float64, len(p.Blocks)) // the part that should stand at each block
	last, lastAt := -1, -1.0
	for i := range p.Blocks {
		k := fold(p.Blocks[i].Text)
		if ps := parts[k]; len(ps) == 1 && count[k] == 1 && k != "" {
			for j := last + 1; j <= i; j++ {
				near[j] = lastAt + (float64(ps[0].at)-lastAt)*float64(j-last)/float64(i-last)
			}
			last, lastAt = i, float64(ps[0].at)
		}
	}
	for j := last + 1; j < len(near); j++ {
		near[j] = lastAt + float64(j-last)
	}
	found := 0
	used := map[string][]int{}
	for i := range p.Blocks {
		k := fold(p.Blocks[i].Text)
		if k != "" && len(parts[k]) > 0 {
			used[k] = append(used[k], i)
		}
	}
	for k, blocks := range used {
		for _, part := range parts[k] {
			best, bestOff := -1, 0.0
			for _, i := range blocks {
				off := near[i] - float64(part.at)
				if off < 0 {
					off = -off
				}
				if t.role[i] == "" && (best < 0 || off < bestOff) {
					best, bestOff = i, off
				}
			}
			if best >= 0 {
				t.role[best] = part.role
				t.story[best] = storyRoles[part.role]
				if t.story[best] {
					found += len(words(p.Blocks[best].Text))
				}
			}
		}
	}
	if total > 0 {
		t.cover = float64(found) / float64(total)
	}
}
