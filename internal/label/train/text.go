package main

import (
	"hash/fnv"
	"io"
	"iter"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/jsonlines"
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

// dumps are the pages of the corpus, rendered to text.
type dumps struct {
	corpus, dir string // dir is where the program and what it writes are
	program     string
}

// render renders the pages of a set in a style, once, and yields them with their gold.
func (d *dumps) render(set, style string) iter.Seq2[goldPage, string] {
	path := filepath.Join(d.corpus, set)
	dump := filepath.Join(d.dir, set+"-"+style+".jsonl")
	if _, err := os.Stat(dump); err != nil {
		if out, err := exec.Command(d.program, "-style", style, path, dump).CombinedOutput(); err != nil {
			log.Fatalf("textdump: %v: %s", err, out)
		}
	}
	return rendered(path, dump)
}

// rendered yields the texts of a dump with their gold, that of a set's folder.
func rendered(set, dump string) iter.Seq2[goldPage, string] {
	golds, err := readGold(set)
	if err != nil {
		log.Fatal(err)
	}
	byID := map[string]goldPage{}
	for _, g := range golds {
		byID[g.ID] = g
	}
	return func(yield func(goldPage, string) bool) {
		for t, err := range jsonlines.Read[struct{ ID, Text string }](dump) {
			if err != nil {
				log.Fatal(err)
			}
			if g, ok := byID[t.ID]; ok && !yield(g, t.Text) {
				return
			}
		}
	}
}

// nodeTexts are the pages of all sets, and these in another script, as texts with a line for each text node.
func (d *dumps) nodeTexts() (all []nodeText) {
	const byNode = 1 // of styles
	for _, set := range sets {
		blocks := map[string]string{}
		for g, text := range d.render(set.name, "innertext") {
			blocks[g.ID] = text
		}
		for g, text := range d.render(set.name, styles[byNode].name) {
			all = append(all, nodeText{g, text, blocks[g.ID], set.weight})
			if ofGold, ofText := otherScript(g.sum()/512+byNode, styles[byNode].dense); ofText != nil {
				all = append(all, nodeText{g.in(ofGold), ofText(text), "", set.weight * scriptWeight})
			}
		}
	}
	return all
}

// readDumps renders the pages of all sets to text in every style, with the program in the
// folder textdump, and learns where their lines are joined. stories are their golds as text.
func readDumps(corpusDir, textdump string, models int) (all, stories []example, r *readers) {
	dir, err := os.MkdirTemp("", "dumps")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	d := &dumps{corpusDir, dir, filepath.Join(dir, "textdump")}
	build := exec.Command("go", "build", "-o", d.program, ".")
	build.Dir, build.Stderr = textdump, os.Stderr
	if err := build.Run(); err != nil {
		log.Fatalf("building %s: %v", textdump, err)
	}
	r = joins(d.nodeTexts(), models)
	for _, set := range sets {
		for i, style := range styles {
			for g, text := range d.render(set.name, style.name) {
				all = append(all, r.examples(set.name, g, text, set.weight*style.weight, i)...)
			}
		}
		golds, err := readGold(filepath.Join(corpusDir, set.name))
		if err != nil {
			log.Fatal(err)
		}
		for _, g := range golds {
			stories = append(stories, r.cleaned(set.name, g)...)
		}
	}
	for i, style := range styles[:stylesOfOthers] {
		for g, text := range d.render(otherPages, style.name) {
			all = append(all, r.examples(otherPages, g, text, style.weight, i)...)
		}
	}
	return all, stories, r
}

// examples are a page as a text in one of the styles, perhaps in another script, too, and a crop of it if it
// holds an article.
func (r *readers) examples(set string, g goldPage, text string, weight float32, style int) (all []example) {
	all = append(all, example{set: set, gold: g, weight: weight, load: r.pageOf(g, text)})
	if ofGold, ofText := otherScript(g.sum()/512+style, styles[style].dense); ofText != nil {
		all = append(all, example{set: set, gold: g.in(ofGold), weight: weight * scriptWeight, rewritten: true, load: r.pageOf(g, ofText(text))})
	}
	if set == otherPages {
		return all
	}
	if p, _ := r.of(&g).ReadText(text, nil); len(p.Blocks) > 0 {
		if text := crop(p, g); text != "" {
			all = append(all, example{set: set, gold: g, weight: weight / 2, crop: true, load: r.pageOf(g, text)})
		}
	}
	return all
}

// sum is a number that differs from page to page.
func (g *goldPage) sum() int {
	h := fnv.New32a()
	io.WriteString(h, g.ID)
	return int(h.Sum32())
}

func (r *readers) pageOf(g goldPage, text string) func() (*page.Page, error) {
	return func() (*page.Page, error) {
		p, _ := r.of(&g).ReadText(text, nil)
		return p, nil
	}
}

// crop is the story of a page with a few lines around it: what people copy by hand, and
// what columns of data sets hold.
func crop(p *page.Page, g goldPage) string {
	first, after := g.around(align(g, p).story)
	if after == 0 {
		return ""
	}
	var lines []string
	for _, b := range p.Blocks[first:after] {
		lines = append(lines, b.Text)
	}
	separator := "\n\n"
	if g.sum()/64%3 == 0 {
		separator = "\n"
	}
	return strings.Join(lines, separator)
}

// around is the range of a story with a few blocks around it; how many differs from page to page, none often. It is empty
// where in, which tells the blocks of the story, holds none.
func (g *goldPage) around(in []bool) (first, after int) {
	first, last := slices.Index(in, true), len(in)-1
	if first < 0 {
		return 0, 0
	}
	for !in[last] {
		last--
	}
	sum := g.sum()
	return max(0, first-max(0, sum%8-2)), min(len(in)-1, last+max(0, sum/8%8-3)) + 1
}
