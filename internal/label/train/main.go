// Train builds the model of package label from pages with gold.
//
// Usage, from the root of the module:
//
//	go run ./internal/label/train [-cv DIR] [-only html|text|markdown] [-try] [-o FILE] [-textdump DIR] CORPUS_DIR
//
// It writes internal/label/model.bin, the same bytes at every run, and prints what a
// cross-validation in five folds grouped by site finds. With -cv it also writes the models
// of the folds, DIR/fold0.bin to fold4.bin, each trained without the pages of its fold; the
// bench measures with them. What the features of the golden pages were is written to
// testdata/features.txt, and a test tells where they have changed since: then the command would
// write another model. With -try it does no more than that: the quickest experiment is
// "-only html -try".
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
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

// otherPages are a set of pages that are no articles: of these, nothing is learned but that.
const otherPages = "wcxb-dev-notarticle"

// bench is the module that renders pages to Markdown.
var bench = filepath.Join("internal", "bench")

// builtin is the file of the model that the library carries.
var builtin = filepath.Join("internal", "label", "model.bin")

func main() {
	log.SetFlags(0)
	cvDir := flag.String("cv", "", "also write the models of each fold to `DIR`")
	out := flag.String("o", builtin, "the model's `file`")
	only := flag.String("only", "", "train only `html, text or markdown`, and keep the other parts of the model")
	textdump := flag.String("textdump", filepath.Join("..", "shared", "textdump"), "the `folder` of the program that renders pages to text")
	try := flag.Bool("try", false, "only cross-validate: train no model on everything")
	flag.Parse()
	if flag.NArg() != 1 || *only != "" && !slices.Contains(kinds[:], *only) {
		log.Fatal("usage: train [-cv DIR] [-only html|text|markdown] [-try] [-o FILE] [-textdump DIR] CORPUS_DIR")
	}
	files, models := []string{*out}, everything+1
	if *try {
		files, models = []string{""}, everything
	}
	for k := range cv.Folds {
		if *cvDir != "" {
			files = append(files, cv.Path(*cvDir, k))
		}
	}
	if *cvDir != "" {
		if err := os.MkdirAll(*cvDir, 0o777); err != nil {
			log.Fatal(err)
		}
	}
	if *only == "" || *only == html {
		examples, err := readSets(flag.Arg(0))
		if err != nil {
			log.Fatal(err)
		}
		if err := write(files, html, learn(html, examples, nil, models)); err != nil {
			log.Fatal(err)
		}
	}
	if *only == "" || *only == text {
		examples, cleaned, readers := readDumps(flag.Arg(0), *textdump, models)
		l := learn(text, examples, cleaned, models)
		for k := range readers {
			l.forests[k][label.AskJoin] = readers[k].Text[label.AskJoin]
		}
		if err := write(files, text, l); err != nil {
			log.Fatal(err)
		}
	}
	if *only == "" || *only == markdown {
		examples, cleaned := readMarkdown(flag.Arg(0))
		if err := write(files, markdown, learn(markdown, examples, cleaned, models)); err != nil {
			log.Fatal(err)
		}
	}
	if !*try && *out == builtin {
		if err := sumUp(*out, *only); err != nil {
			log.Fatal(err)
		}
	}
}

// sumUp writes down with which features the halves of a model were trained.
func sumUp(model, only string) error {
	b, err := os.ReadFile(model)
	if err != nil {
		return err
	}
	m, err := label.ReadModel(b)
	if err != nil {
		return err
	}
	trained := kinds[:]
	if only != "" {
		trained = []string{only}
	}
	return writeFeatureSums(".", m, trained...)
}

var start = time.Now()

func say(format string, args ...any) {
	log.Printf("%6v  "+format, append([]any{time.Since(start).Round(time.Second)}, args...)...)
}

// write puts a part of a model into each of the files: that of all folds into the first, those
// without a fold into the next ones. The other parts stay as they are there.
func write(files []string, kind string, l learned) error {
	for i, file := range files {
		if file == "" {
			continue
		}
		m := new(label.Model)
		if old, err := os.ReadFile(file); err == nil {
			if read, err := label.ReadModel(old); err == nil {
				m = read
			} else {
				say("%s is of another version: nothing of it stays", file)
			}
		}
		l.put(m, kind, (i+cv.Folds)%(cv.Folds+1))
		data := m.AppendBinary(nil)
		if err := os.WriteFile(file, data, 0o666); err != nil {
			return err
		}
		say("%s: %d bytes", file, len(data))
	}
	return nil
}

// readSets lists the pages of all sets.
func readSets(dir string) (all []example, err error) {
	for _, set := range sets {
		path := filepath.Join(dir, set.name)
		golds, err := readGold(path)
		if err != nil {
			return nil, err
		}
		for _, g := range golds {
			all = append(all, example{set: set.name, gold: g, weight: set.weight, load: pageOf(path, g.ID)})
		}
	}
	path := filepath.Join(dir, otherPages)
	golds, err := readGold(path)
	if err != nil {
		return nil, err
	}
	for _, g := range golds {
		all = append(all, example{set: otherPages, gold: g, weight: 1, load: pageOf(path, g.ID)})
	}
	return all, nil
}
