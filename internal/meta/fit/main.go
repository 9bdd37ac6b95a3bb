// Fit finds the weights of the marks by which the byline of a plain text is known.
//
// Usage, from the root of the module:
//
//	go run ./internal/meta/fit -cv DIR -texts DIR CORPUS_DIR
//
// DIR/fold0.bin to fold4.bin are models of labels that have not seen a fold (internal/label/train -cv writes them), so
// that lines are labelled as on pages that nobody has seen. The texts are SET-STYLE.jsonl, as the program that renders the
// corpus writes them. It writes internal/meta/data/bylineweights.txt, the same bytes at every run, and prints what a
// cross-validation by the same folds finds.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/meta"
)

// What is learned from: sets of the corpus that have authors, in the renderings that keep a page's lines.
var (
	sets   = []string{"fundus-dev", "wcxb-dev", "trafilatura-dev"}
	styles = []string{"innertext", "gettext-nl"}
)

func main() {
	log.SetFlags(0)
	models := flag.String("cv", "", "the `folder` of the models of the folds")
	texts := flag.String("texts", "", "the `folder` of the texts")
	out := flag.String("o", filepath.Join("internal", "meta", "data", "bylineweights.txt"), "the weights' `file`")
	flag.Parse()
	if flag.NArg() != 1 || *models == "" || *texts == "" {
		flag.Usage()
		os.Exit(2)
	}
	folds, err := cv.ReadModels(*models)
	if err != nil {
		log.Fatal(err)
	}
	var all []text
	of := map[string][]text{}
	for _, set := range sets {
		for _, style := range styles {
			name := set + "-" + style
			log.Printf("reading %s", name)
			list, err := read(filepath.Join(flag.Arg(0), set, "gold.jsonl"), filepath.Join(*texts, name+".jsonl"), folds)
			if err != nil {
				log.Fatal(err)
			}
			of[name] = list
			all = append(all, list...)
		}
	}
	var unseen [cv.Folds][]float64 // weights
	for fold := range unseen {
		unseen[fold] = fit(all, fold)
	}
	for _, set := range sets {
		for _, style := range styles {
			name := set + "-" + style
			fmt.Printf("%-28s F1 %.4f\n", name, f1(of[name], unseen[:]))
		}
	}
	if err := write(*out, fit(all, -1)); err != nil {
		log.Fatal(err)
	}
}

// A text is a page with the lines that name somebody.
type text struct {
	fold  int
	gold  map[string]bool // authors, see letters
	lines []line
}

type line struct {
	names []string // see letters
	right bool     // it names an author
	marks []float64
}

// read reads the texts of a set whose gold has authors, with the marks of their lines.
func read(golds, texts string, models [cv.Folds]*label.Model) (list []text, err error) {
	type gold struct {
		ID, URL string
		Authors []string
	}
	of := map[string]gold{}
	if err := readLines(golds, func(g gold) { of[g.ID] = g }); err != nil {
		return nil, err
	}
	err = readLines(texts, func(in struct{ ID, Text string }) {
		g := of[in.ID]
		if len(g.Authors) == 0 {
			return
		}
		t := text{fold: cv.Fold(g.URL, g.ID), gold: map[string]bool{}}
		for _, a := range g.Authors {
			t.gold[letters(a)] = true
		}
		ctx := meta.WithWeigher(label.WithModel(context.Background(), models[t.fold]), func(names []meta.Author, marks []int16) {
			l := line{}
			for _, a := range names {
				l.names = append(l.names, letters(a.Name))
				l.right = l.right || t.holds(letters(a.Name))
			}
			for _, n := range marks {
				l.marks = append(l.marks, float64(n)/meta.Quarters)
			}
			t.lines = append(t.lines, l)
		})
		new(newsparse.Parser).Parse(ctx, strings.NewReader(in.Text), newsparse.Source{ContentType: "text/plain"})
		list = append(list, t)
	})
	return list, err
}

// holds reports whether a name is one of the gold's, or the beginning of what it says: "Ada Moss, Senior Editor".
func (t *text) holds(name string) bool {
	const least = 6 // bytes
	for g := range t.gold {
		if name == g || len(name) >= least && strings.Contains(g, name) {
			return true
		}
	}
	return false
}

// letters are the letters and digits of a name, in lower case.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// readLines reads a file of JSON lines.
func readLines[T any](path string, each func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<28)
	for sc.Scan() {
		var row T
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		each(row)
	}
	return sc.Err()
}

// f1 is that of the right names, by the weights that have not seen the page's site.
func f1(list []text, unseen [][]float64) float64 {
	var right, wrong, missing float64
	for _, t := range list {
		best, score := -1, meta.LeastByline/100.0
		for i, l := range t.lines {
			if s := dot(unseen[t.fold], l.marks); s > score {
				best, score = i, s
			}
		}
		found := 0.0
		if best >= 0 {
			for _, n := range t.lines[best].names {
				if t.gold[n] {
					found++
				} else {
					wrong++
				}
			}
		}
		right += found
		missing += float64(len(t.gold)) - found
	}
	return 2 * right / (2*right + wrong + missing)
}

func write(path string, weights []float64) error {
	var b strings.Builder
	b.WriteString("# How much each mark of a line of a text speaks for it as the byline, in hundredths of log odds. Written by internal/meta/fit.\n")
	for i, name := range meta.BylineMarks() {
		fmt.Fprintf(&b, "%s: %.0f\n", name, 100*weights[i])
	}
	return os.WriteFile(path, []byte(b.String()), 0o666)
}
