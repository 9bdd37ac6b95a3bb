package main

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// featureSums is the file that tells the features by which the model was trained, as sums over the golden pages: a line
// each for a page, "NAME SUM_OF_ITS_BYTES SUM_OF_ITS_FEATURES". Whoever changes what a feature sees must train anew, or the
// command no longer writes the model that is committed; TestFeaturesAreTrained tells,
// but for what no golden page has: a new phrase, the months of another language.
var featureSums = filepath.Join("internal", "label", "train", "testdata", "features.txt")

// goldenPages are the pages that the sums are of.
var goldenPages = filepath.Join("testdata", "golden")

// A featureSum is a line of the file.
type featureSum struct{ bytes, features uint64 }

// sumFeatures reads the golden pages of the kinds, and sums their features up as m leads to them.
func sumFeatures(root string, m *label.Model, kinds ...string) (sums map[string]featureSum, err error) {
	sums = map[string]featureSum{}
	for _, kind := range kinds {
		paths, err := filepath.Glob(filepath.Join(root, goldenPages, "*", fileOf[kind]))
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			var p *page.Page
			if kind == text {
				p, _ = m.ReadText(string(b), nil)
			} else if p, err = readHTML(b); err != nil {
				return nil, err
			}
			sums[filepath.Base(filepath.Dir(path))+"/"+fileOf[kind]] = featureSum{sum(b), sum(rowsOf(m, p))}
		}
	}
	return sums, nil
}

var fileOf = map[string]string{html: "page.html", text: "page.txt"}

func sum(b []byte) uint64 {
	h := fnv.New64a()
	h.Write(b)
	return h.Sum64()
}

// rowsOf are the features of all blocks of a page, those of the second look among them.
func rowsOf(m *label.Model, p *page.Page) (rows []byte) {
	lexica, story := label.Lexica{Words: &m.HTMLLexicon, Names: &m.NameLexicon}, &m.HTML[label.AskStory]
	if p.FromText {
		lexica, story = label.Lexica{Words: &m.TextLexicon}, &m.Text[label.AskStory]
	}
	first := story.ScoreAll(label.Features(p, lexica))
	for _, n := range label.SecondLook(p, lexica, first) {
		rows = binary.LittleEndian.AppendUint16(rows, uint16(n))
	}
	return rows
}

// writeFeatureSums writes the sums of the kinds into the file below root, and leaves the others there as they are.
func writeFeatureSums(root string, m *label.Model, kinds ...string) error {
	sums, err := readFeatureSums(root)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	all := map[string]featureSum{}
	for name, s := range sums {
		if !slices.ContainsFunc(kinds, func(kind string) bool { return filepath.Base(name) == fileOf[kind] }) {
			all[name] = s
		}
	}
	if sums, err = sumFeatures(root, m, kinds...); err != nil {
		return err
	}
	for name, s := range sums {
		all[name] = s
	}
	var lines []string
	for name, s := range all {
		lines = append(lines, fmt.Sprintf("%s %016x %016x\n", name, s.bytes, s.features))
	}
	slices.Sort(lines)
	path := filepath.Join(root, featureSums)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(strings.Join(lines, "")), 0o666)
}

func readFeatureSums(root string) (map[string]featureSum, error) {
	b, err := os.ReadFile(filepath.Join(root, featureSums))
	if err != nil {
		return nil, err
	}
	sums := map[string]featureSum{}
	for line := range strings.Lines(string(b)) {
		var name string
		var s featureSum
		if _, err := fmt.Sscanf(line, "%s %x %x", &name, &s.bytes, &s.features); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", featureSums, line, err)
		}
		sums[name] = s
	}
	return sums, nil
}
