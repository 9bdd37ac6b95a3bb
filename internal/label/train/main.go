// Train builds the model of package label from pages with gold.
//
// Usage, from the root of the module:
//
//	go run ./internal/label/train [-cv DIR] CORPUS_DIR
//
// It writes internal/label/model.bin, the same bytes at every run. With -cv it also
// writes the models of five folds grouped by site, DIR/fold0.bin to fold4.bin, each
// trained without the pages of its fold; the bench measures with them.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// sets are the folders of the corpus to learn from, and how much a page of each weighs:
// news pages more than the mixed ones, hand-annotated ones most.
var sets = []struct {
	name   string
	weight float32
}{
	{"fundus-dev", 3},
	{"blocks-dev", 2},
	{"wcxb-dev", 1},
}

// leastCover is how much of its gold a page must hold to be learned from: what is below
// was annotated on another version of the page.
const leastCover = 0.7

// A corpus is all blocks of all pages of all sets.
type corpus struct {
	rows   []int16
	story  []bool
	weight []float32
	roles  []string // "" for none
	tells  []bool   // the page has roles, and the block is near its story: there they are asked for
	fold   []uint8
}

func main() {
	log.SetFlags(0)
	cvDir := flag.String("cv", "", "also write the models of each fold to `DIR`")
	out := flag.String("o", filepath.Join("internal", "label", "model.bin"), "the model's `file`")
	storyTrees := flag.Int("story", 200, "trees for the story")
	roleTrees := flag.Int("roles", 50, "trees for each role")
	only := flag.String("only", "", "train only `html or text`, and keep the other half of the model")
	dumps := flag.String("textdump", filepath.Join("..", "shared", "textdump"), "the `folder` of the program that renders pages to text")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: train [-cv DIR] CORPUS_DIR")
	}
	start := time.Now()
	t := trainer{storyTrees: *storyTrees, roleTrees: *roleTrees, start: start}
	var err error
	if *only != "text" {
		if t.html, err = readCorpus(flag.Arg(0)); err != nil {
			log.Fatal(err)
		}
		t.say("%d blocks of HTML read", len(t.html.story))
		t.htmlBins = bin(t.html.rows)
	}
	if *only != "html" {
		if t.text, err = readDumps(flag.Arg(0), *dumps); err != nil {
			log.Fatal(err)
		}
		t.say("%d blocks of text read", len(t.text.story))
		t.textBins = bin(t.text.rows)
	}
	if *cvDir != "" {
		if err := os.MkdirAll(*cvDir, 0o777); err != nil {
			log.Fatal(err)
		}
		for k := range cv.Folds {
			if err := t.write(cv.Path(*cvDir, k), k); err != nil {
				log.Fatal(err)
			}
		}
	}
	if *out != "" {
		if err := t.write(*out, -1); err != nil {
			log.Fatal(err)
		}
	}
}

// A trainer holds what a model is learned from.
type trainer struct {
	html, text            *corpus // nil where it is not to be trained
	htmlBins, textBins    *binned
	storyTrees, roleTrees int
	start                 time.Time
}

func (t *trainer) say(format string, args ...any) {
	log.Printf("%6v  "+format, append([]any{time.Since(t.start).Round(time.Second)}, args...)...)
}

// write trains a model without a fold and writes it to a file. The half that is not to be
// trained stays as it is there.
func (t *trainer) write(file string, without int) error {
	m := new(label.Model)
	if old, err := os.ReadFile(file); err == nil && (t.html == nil || t.text == nil) {
		if m, err = label.ReadModel(old); err != nil {
			return err
		}
	}
	if t.html != nil {
		t.html.train(&m.HTML, t.htmlBins, without, t.storyTrees, t.roleTrees)
	}
	if t.text != nil {
		t.text.train(&m.Text, t.textBins, without, t.storyTrees, t.roleTrees)
	}
	data := m.AppendBinary(nil)
	t.say("%s: %d bytes", file, len(data))
	return os.WriteFile(file, data, 0o666)
}

// readCorpus reads and aligns all pages.
func readCorpus(dir string) (*corpus, error) {
	c := new(corpus)
	for _, set := range sets {
		path := filepath.Join(dir, set.name)
		golds, err := readGold(path)
		if err != nil {
			return nil, err
		}
		pages := make([]*corpus, len(golds))
		errs := make([]error, len(golds))
		each(len(golds), func(i int) { pages[i], errs[i] = readOne(path, golds[i], set.weight) })
		left := 0
		for i, one := range pages {
			if errs[i] != nil {
				return nil, fmt.Errorf("%s/%s: %w", set.name, golds[i].ID, errs[i])
			}
			if one == nil {
				left++
				continue
			}
			c.add(one)
		}
		log.Printf("%s: %d pages, %d left out for their gold", set.name, len(golds), left)
	}
	return c, nil
}

func (c *corpus) add(one *corpus) {
	c.rows = append(c.rows, one.rows...)
	c.story = append(c.story, one.story...)
	c.weight = append(c.weight, one.weight...)
	c.roles = append(c.roles, one.roles...)
	c.tells = append(c.tells, one.tells...)
	c.fold = append(c.fold, one.fold...)
}

func readOne(set string, g goldPage, pageWeight float32) (*corpus, error) {
	p, err := readPage(set, g.ID)
	if err != nil {
		return nil, err
	}
	return learnable(p, g, pageWeight), nil
}

// learnable is what a page teaches; nil for a page whose gold does not fit.
func learnable(p *page.Page, g goldPage, pageWeight float32) *corpus {
	t := align(g, p)
	if t.cover < leastCover {
		return nil
	}
	n := len(p.Blocks)
	c := &corpus{rows: label.Features(p), story: t.story, weight: make([]float32, n), roles: t.role, tells: make([]bool, n), fold: make([]uint8, n)}
	f := uint8(cv.Fold(g.URL, g.ID))
	var sum float32
	for i := range p.Blocks {
		// A block counts for its length, and for being one.
		c.weight[i] = 1 + float32(min(p.Blocks[i].Words, 80))/10
		if !t.story[i] {
			c.weight[i] = 1 + float32(min(p.Blocks[i].Words, 80))/20
		}
		sum += c.weight[i]
		c.fold[i] = f
	}
	first, last := slices.Index(t.story, true), len(t.story)-1
	for last >= 0 && !t.story[last] {
		last--
	}
	if len(g.Parts) > 0 && first >= 0 {
		for i := max(0, first-label.Around); i < min(n, last+1+label.Around); i++ {
			c.tells[i] = true
		}
	}
	for i := range c.weight {
		c.weight[i] *= pageWeight * 250 / (sum + 150)
	}
	return c
}

// roleOf names the gold's role that each question after the first asks for.
var roleOf = map[label.Question]string{
	label.AskStandfirst: "standfirst", label.AskHeading: "heading", label.AskCaption: "caption", label.AskByline: "byline", label.AskDate: "date",
	label.AskRelated: "related", label.AskBio: "bio", label.AskNote: "note", label.AskFactbox: "factbox", label.AskKicker: "kicker", label.AskQuote: "quote",
	label.AskTitle: "title",
}

// train builds forests from all folds but one; from all where without is negative.
func (c *corpus) train(forests *[label.NumQuestions]label.Forest, b *binned, without, storyTrees, roleTrees int) {
	var use, useRoles []int32
	for i := range c.story {
		if int(c.fold[i]) == without {
			continue
		}
		use = append(use, int32(i))
		if c.tells[i] {
			useRoles = append(useRoles, int32(i))
		}
	}
	d := &dataset{c.rows, c.story, c.weight}
	forests[label.AskStory] = boost(d, b, use, storyTrees, 0.1, 1)
	for q := label.AskStandfirst; q < label.NumQuestions; q++ {
		labels := make([]bool, len(c.roles))
		for i, r := range c.roles {
			labels[i] = r == roleOf[q]
		}
		d := &dataset{c.rows, labels, c.weight}
		forests[q] = boost(d, b, useRoles, roleTrees, 0.2, uint64(q)+1)
	}
}
