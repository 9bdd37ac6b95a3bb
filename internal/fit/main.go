// Fit finds the weights of the marks by which the headline and the byline of a plain text are known.
//
// Usage, from the root of the module:
//
//	go run ./internal/fit -cv DIR -texts DIR [-only headlines|bylines] CORPUS_DIR
//
// DIR/fold0.bin to fold4.bin are models of labels that have not seen a fold (internal/label/train -cv writes them), so
// that lines are labelled as on pages that nobody has seen. The texts are SET-STYLE.jsonl, as the program that renders the
// corpus writes them. It writes internal/label/headlineweights.txt and internal/meta/data/bylineweights.txt, the same bytes
// at every run, and prints what a cross-validation by the same folds finds. Bylines are looked for around the headline: where
// its weights change, theirs are to be fitted once more.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/jsonlines"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
	"github.com/seed-90a94633/newsparse/internal/weights"
)

// styles are the renderings that are learned from: those that keep a page's lines.
var styles = []string{"innertext", "gettext-nl"}

// A task is a kind of line that is known by its marks.
type task struct {
	name  string
	sets  []string // of the corpus
	marks []string
	file  string
	how
	// read is what a text teaches. It is labelled by a model that has not seen the site.
	read func(g gold, in string, m *label.Model) *text
	// of is how well the lines are found by weights that have not seen a text's site.
	of func(list []*text, unseen [][]float64) string
}

func main() {
	log.SetFlags(0)
	models := flag.String("cv", "", "the `folder` of the models of the folds")
	texts := flag.String("texts", "", "the `folder` of the texts")
	only := flag.String("only", "", "fit only `headlines or bylines`")
	flag.Parse()
	if flag.NArg() != 1 || *models == "" || *texts == "" {
		flag.Usage()
		os.Exit(2)
	}
	folds, err := cv.ReadModels(*models)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range []task{headlines, bylines} {
		if *only == "" || *only == t.name {
			if err := t.run(flag.Arg(0), *texts, folds); err != nil {
				log.Fatal(err)
			}
		}
	}
}

// run fits the weights, writes them, and prints what they find.
func (t *task) run(corpus, texts string, models [cv.Folds]*label.Model) error {
	var all []*text
	type rendered struct {
		name string
		list []*text
	}
	var sets []rendered
	for _, set := range t.sets {
		for k, style := range styles {
			name := set + "-" + style
			log.Printf("%s: reading %s", t.name, name)
			list, err := t.readSet(filepath.Join(corpus, set, "gold.jsonl"), filepath.Join(texts, name+".jsonl"), models)
			if err != nil {
				return err
			}
			for _, x := range list {
				x.weight = t.weight(set, k)
			}
			sets = append(sets, rendered{name, list})
			all = append(all, list...)
		}
	}
	var unseen [cv.Folds][]float64
	for fold := range unseen {
		unseen[fold] = t.fit(all, len(t.marks), fold)
	}
	for _, s := range sets {
		fmt.Printf("%s: %-28s %s\n", t.name, s.name, t.of(s.list, unseen[:]))
	}
	const comment = "How much each mark of a line of a text speaks for it as one of the %s, in hundredths of log odds. Written by internal/fit."
	return os.WriteFile(t.file, []byte(weights.Write(fmt.Sprintf(comment, t.name), t.marks, t.fit(all, len(t.marks), -1))), 0o666)
}

// A gold is what is known of a page.
type gold struct {
	ID, URL, Title string
	Authors        []string
}

// readSet reads the texts of a set that teach something.
func (t *task) readSet(golds, texts string, models [cv.Folds]*label.Model) (list []*text, err error) {
	of := map[string]gold{}
	for g, err := range jsonlines.Read[gold](golds) {
		if err != nil {
			return nil, err
		}
		of[g.ID] = g
	}
	for in, err := range jsonlines.Read[struct{ ID, Text string }](texts) {
		if err != nil {
			return nil, err
		}
		g := of[in.ID]
		fold := cv.Fold(g.URL, g.ID)
		if x := t.read(g, in.Text, models[fold]); x != nil {
			x.fold = fold
			list = append(list, x)
		}
	}
	return list, nil
}

// letters are the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
