package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// styles are the ways in which people scrape pages to text, and how much of a page's
// weight each gets.
var styles = []struct {
	name   string
	weight float32
	dense  script // how its texts look in a script without spaces; nil where spaces part blocks
}{
	{"innertext", 0.6, dense},
	{"gettext-nl", 0.6, dense},
	{"wrapped", 0.3, denseWrapped},
	{"concat", 0.3, nil},
	{"gettext-sp", 0.3, nil},
}

// stylesOfOthers are those in which pages without an article are learned from.
const stylesOfOthers = 2

// readDumps renders the pages of all sets to text in every style, with the program in the
// folder textdump. stories are their golds as text.
func readDumps(corpusDir, textdump string) (all, stories []example, err error) {
	dir, err := os.MkdirTemp("", "dumps")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "textdump")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir, build.Stderr = textdump, os.Stderr
	if err := build.Run(); err != nil {
		return nil, nil, fmt.Errorf("building %s: %w", textdump, err)
	}
	read := func(set string, weight float32, n int) error {
		path := filepath.Join(corpusDir, set)
		golds, err := readGold(path)
		if err != nil {
			return err
		}
		byID := map[string]goldPage{}
		for _, g := range golds {
			byID[g.ID] = g
		}
		for i, style := range styles[:n] {
			dump := filepath.Join(dir, "dump.jsonl")
			if out, err := exec.Command(program, "-style", style.name, path, dump).CombinedOutput(); err != nil {
				return fmt.Errorf("textdump: %w: %s", err, out)
			}
			examples, err := readDump(dump, set, byID, weight*style.weight, i)
			if err != nil {
				return err
			}
			all = append(all, examples...)
		}
		return nil
	}
	for _, set := range sets {
		if err := read(set.name, set.weight, len(styles)); err != nil {
			return nil, nil, err
		}
		golds, err := readGold(filepath.Join(corpusDir, set.name))
		if err != nil {
			return nil, nil, err
		}
		for _, g := range golds {
			stories = append(stories, cleaned(set.name, g)...)
		}
	}
	return all, stories, read(otherPages, 1, stylesOfOthers)
}

// readDump reads the pages of one file of texts, some of them in another script, too, and crops
// of those that hold an article. style is that of the file, an index of styles.
func readDump(file, set string, golds map[string]goldPage, weight float32, style int) (all []example, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<28)
	for sc.Scan() {
		var t struct{ ID, Text string }
		if err := json.Unmarshal(sc.Bytes(), &t); err != nil {
			return nil, err
		}
		g, ok := golds[t.ID]
		if !ok {
			continue
		}
		all = append(all, example{set: set, gold: g, weight: weight, load: pageOfText(t.Text)})
		if ofGold, ofText := otherScript(g.sum()/512+style, styles[style].dense); ofText != nil {
			all = append(all, example{set: set, gold: g.in(ofGold), weight: weight * scriptWeight, rewritten: true, load: pageOfText(ofText(t.Text))})
		}
		if set == otherPages {
			continue
		}
		if p, _ := page.FromText(t.Text); len(p.Blocks) > 0 {
			if text := crop(p, g); text != "" {
				all = append(all, example{set: set, gold: g, weight: weight / 2, crop: true, load: pageOfText(text)})
			}
		}
	}
	return all, sc.Err()
}

// sum is a number that differs from page to page.
func (g *goldPage) sum() int {
	h := fnv.New32a()
	io.WriteString(h, g.ID)
	return int(h.Sum32())
}

func pageOfText(text string) func() (*page.Page, error) {
	return func() (*page.Page, error) {
		p, _ := page.FromText(text)
		return p, nil
	}
}

// crop is the story of a page with a few lines around it: what people copy by hand, and
// what columns of data sets hold. How many lines differs from page to page, none often.
func crop(p *page.Page, g goldPage) string {
	in := align(g, p).story
	first, last := slices.Index(in, true), len(in)-1
	if first < 0 {
		return ""
	}
	for !in[last] {
		last--
	}
	sum := g.sum()
	first = max(0, first-max(0, sum%8-2))
	last = min(len(in)-1, last+max(0, sum/8%8-3))
	var lines []string
	for _, b := range p.Blocks[first : last+1] {
		lines = append(lines, b.Text)
	}
	separator := "\n\n"
	if sum/64%3 == 0 {
		separator = "\n"
	}
	return strings.Join(lines, separator)
}
