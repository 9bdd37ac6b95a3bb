package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"log"
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
}{
	{"innertext", 0.6},
	{"gettext-nl", 0.6},
	{"wrapped", 0.3},
	{"concat", 0.3},
	{"gettext-sp", 0.3},
}

// readDumps renders the pages of all sets to text in every style, with the program in the
// folder textdump, and reads and aligns them.
func readDumps(corpusDir, textdump string) (*corpus, error) {
	dir, err := os.MkdirTemp("", "dumps")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "textdump")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir, build.Stderr = textdump, os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("building %s: %w", textdump, err)
	}
	c := new(corpus)
	for _, set := range sets {
		path := filepath.Join(corpusDir, set.name)
		golds, err := readGold(path)
		if err != nil {
			return nil, err
		}
		byID := map[string]goldPage{}
		for _, g := range golds {
			byID[g.ID] = g
		}
		for _, style := range styles {
			dump := filepath.Join(dir, "dump.jsonl")
			if out, err := exec.Command(program, "-style", style.name, path, dump).CombinedOutput(); err != nil {
				return nil, fmt.Errorf("textdump: %w: %s", err, out)
			}
			n, left, err := c.readDump(dump, byID, set.weight*style.weight)
			if err != nil {
				return nil, err
			}
			log.Printf("%s as %s: %d pages, %d left out for their gold", set.name, style.name, n, left)
		}
	}
	return c, nil
}

// readDump adds the pages of one file of texts.
func (c *corpus) readDump(file string, golds map[string]goldPage, weight float32) (n, left int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	type text struct{ ID, Text string }
	var all []text
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<28)
	for sc.Scan() {
		var t text
		if err := json.Unmarshal(sc.Bytes(), &t); err != nil {
			return 0, 0, err
		}
		all = append(all, t)
	}
	pages := make([]*corpus, 2*len(all))
	each(len(all), func(i int) {
		p, _ := page.FromText(all[i].Text)
		g, ok := golds[all[i].ID]
		if !ok || len(p.Blocks) == 0 {
			return
		}
		pages[2*i] = learnable(p, g, weight)
		if text := crop(p, g); text != "" {
			if p, _ := page.FromText(text); len(p.Blocks) > 0 {
				pages[2*i+1] = learnable(p, g, weight/2)
			}
		}
	})
	for _, one := range pages {
		if one == nil {
			left++
			continue
		}
		c.add(one)
	}
	return len(pages), left, sc.Err()
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
	h := fnv.New32a()
	io.WriteString(h, g.ID)
	sum := int(h.Sum32())
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
