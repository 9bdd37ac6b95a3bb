package main

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// featureSums is the file that tells the features by which the model was trained, as sums over the golden pages: a line
// each for a page, "NAME SUM_OF_ITS_BYTES SUM_OF_ITS_FEATURES". Whoever changes what a feature sees must train anew, or the
// command no longer writes the model that is committed; TestFeaturesAreTrained tells, but for what no golden page has: a
// new phrase, the months of another language.
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
			switch kind {
			case text:
				p, _ = m.ReadText(string(b), nil)
			case markdown:
				p, err = readMarkdownPage(string(b))
			default:
				p, err = readHTML(b)
			}
			if err != nil {
				return nil, err
			}
			sums[filepath.Base(filepath.Dir(path))+"/"+fileOf[kind]] = featureSum{sum(b), sum(bytesOf(label.Rows(p, m)))}
		}
	}
	return sums, nil
}

var fileOf = map[string]string{html: "page.html", text: "page.txt", markdown: "page.md"}

func sum(b []byte) uint64 {
	h := fnv.New64a()
	h.Write(b)
	return h.Sum64()
}

// bytesOf are features as bytes, little-endian.
func bytesOf(rows label.Matrix) (b []byte) {
	for _, n := range rows {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// writeFeatureSums writes the sums of the kinds into the file below root, and leaves the others there as they are.
func writeFeatureSums(root string, m *label.Model, kinds ...string) error {
	sums, err := readFeatureSums(root)
	if os.IsNotExist(err) {
		sums, err = map[string]featureSum{}, nil
	}
	if err != nil {
		return err
	}
	maps.DeleteFunc(sums, func(name string, _ featureSum) bool {
		return slices.ContainsFunc(kinds, func(kind string) bool { return filepath.Base(name) == fileOf[kind] })
	})
	now, err := sumFeatures(root, m, kinds...)
	if err != nil {
		return err
	}
	maps.Copy(sums, now)
	var lines []string
	for name, s := range sums {
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
