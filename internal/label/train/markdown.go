package main

import (
	"context"
	"iter"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// bareWeight is what a page counts whose links have no addresses and which has no pictures, as a share of one that has
// them: many scrapers leave them out.
const bareWeight = 0.5

// readMarkdown renders the pages of all sets to Markdown, with the program in a folder of the bench. stories are their
// stories alone.
func readMarkdown(corpusDir string) (all, stories []example) {
	dir, err := os.MkdirTemp("", "markdown")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "dump")
	build := exec.Command("go", "build", "-o", program, "./markdown")
	build.Dir, build.Stderr = bench, os.Stderr
	if err := build.Run(); err != nil {
		log.Fatalf("building %s/markdown: %v", bench, err)
	}
	render := func(set string) iter.Seq2[goldPage, string] {
		path, dump := filepath.Join(corpusDir, set), filepath.Join(dir, set+".jsonl")
		if out, err := exec.Command(program, path, dump).CombinedOutput(); err != nil {
			log.Fatalf("markdown: %v: %s", err, out)
		}
		return rendered(path, dump)
	}
	for _, set := range sets {
		for g, text := range render(set.name) {
			all = append(all, markdownExample(set.name, g, text, set.weight))
			all = append(all, markdownExample(set.name, g, bare(text), set.weight*bareWeight))
			crop, story := cropMarkdown(g, text)
			if crop == "" {
				continue
			}
			e := markdownExample(set.name, g, crop, set.weight/2)
			e.crop = true
			all = append(all, e)
			stories = append(stories, markdownExample(set.name, g, story, 0), markdownExample(set.name, g, bare("# "+g.Title+"\n\n"+story), 0))
		}
	}
	for g, text := range render(otherPages) {
		all = append(all, markdownExample(otherPages, g, text, 1))
	}
	return all, stories
}

func markdownExample(set string, g goldPage, text string, weight float32) example {
	return example{set: set, gold: g, weight: weight, load: func() (*page.Page, error) { return readMarkdownPage(text) }}
}

func readMarkdownPage(text string) (*page.Page, error) {
	p, err := page.FromMarkdown(context.Background(), text)
	if err == nil {
		forgetDOM(p)
	}
	return p, err
}

var (
	picture = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	link    = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// bare is Markdown without pictures and without the addresses of links.
func bare(text string) string { return link.ReplaceAllString(picture.ReplaceAllString(text, ""), "$1") }

// cropMarkdown is the story of a page with a few blocks around it, and the story alone.
func cropMarkdown(g goldPage, text string) (crop, story string) {
	p, err := readMarkdownPage(text)
	if err != nil {
		log.Fatal(err)
	}
	in := align(g, p).story
	first, after := g.around(in)
	if after == 0 {
		return "", ""
	}
	lines := strings.SplitAfter(text, "\n")
	upTo := func(block int) int { // the lines before a block
		if block < len(p.Blocks) {
			return int(p.Blocks[block].Line) - 1
		}
		return len(lines)
	}
	var taken strings.Builder
	for i := first; i < after; i++ {
		if from, to := upTo(i), upTo(i+1); in[i] && from < to {
			taken.WriteString(strings.TrimSpace(strings.Join(lines[from:to], "")) + "\n\n")
		}
	}
	return strings.Join(lines[upTo(first):upTo(after)], ""), taken.String()
}
