// Bench runs newsparse and other extractors over a corpus set: it writes what they extract
// for a scorer, and prints what they cost beside html.Parse, the floor for all of them.
//
// Usage, in this folder:
//
//	go run . [-only NAME,…] [-rounds N] [-parts news|body|wide] [-text DUMP.jsonl] [-cv DIR] [-plot FILE.svg] OUT_DIR SET_DIR
//
// SET_DIR holds gold.jsonl, of whose lines "id" and "url" are read, and pages/ID.html.gz.
// OUT_DIR/NAME/SET.jsonl gets one prediction a line for each extractor.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

func main() {
	log.SetFlags(0)
	only := flag.String("only", "", "run these alone, separated by commas: "+strings.Join(runnerNames(allRunners(oursOptions{})), ", "))
	rounds := flag.Int("rounds", 1, "run each page `N` times and keep its fastest time")
	parts := flag.String("parts", "news", "what newsparse counts as text: "+strings.Join(conventions, ", "))
	text := flag.String("text", "", "let newsparse read this file of {\"id\", \"text\"} lines in place of the pages")
	folds := flag.String("cv", "", "let newsparse use the cross-validation's models in this `folder`: for each page the one that has not seen its site")
	plot := flag.String("plot", "", "draw the time of a page against its size into this `file`, an SVG")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: bench [flags] OUT_DIR SET_DIR")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 2 || *rounds < 1 || !slices.Contains(conventions, *parts) {
		flag.Usage()
		os.Exit(2)
	}
	ours := oursOptions{convention: *parts}
	if *folds != "" {
		models, err := cv.ReadModels(*folds)
		if err != nil {
			log.Fatal(err)
		}
		ours.models = &models
	}
	runners, err := choose(allRunners(ours), *only)
	if err != nil {
		log.Fatal(err)
	}
	set, err := openSet(flag.Arg(1), *text)
	if err != nil {
		log.Fatal(err)
	}
	results, err := runSet(set, runners, *rounds)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range results {
		if err := writePredictions(filepath.Join(flag.Arg(0), r.name), set.name, r.predictions); err != nil {
			log.Fatal(err)
		}
	}
	printTable(os.Stdout, set, results)
	if *plot != "" {
		if err := writePlot(*plot, set, results); err != nil {
			log.Fatal(err)
		}
	}
}

// choose are the runners named in only, or all where it is empty.
func choose(all []runner, only string) ([]runner, error) {
	if only == "" {
		return all, nil
	}
	var chosen []runner
	for name := range strings.SplitSeq(only, ",") {
		i := slices.IndexFunc(all, func(r runner) bool { return r.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no extractor is named %q; there are %s", name, strings.Join(runnerNames(all), ", "))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}
