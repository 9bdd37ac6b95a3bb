package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"

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
	pages := make([]*corpus, len(all))
	each(len(all), func(i int) {
		p, _ := page.FromText(all[i].Text)
		if g, ok := golds[all[i].ID]; ok && len(p.Blocks) > 0 {
			pages[i] = learnable(p, g, weight)
		}
	})
	for _, one := range pages {
		if one == nil {
			left++
			continue
		}
		c.add(one)
	}
	return len(all), left, sc.Err()
}
