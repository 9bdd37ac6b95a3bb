package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// root is that of the module.
var root = filepath.Join("..", "..", "..")

// TestFeaturesAreTrained: the model was trained with the features that pages have now. Golden pages that are newer than
// the model, or were changed since, tell nothing.
func TestFeaturesAreTrained(t *testing.T) {
	trained, err := readFeatureSums(root)
	if err != nil {
		t.Fatal(err)
	}
	now, err := sumFeatures(root, label.Builtin, kinds[:]...)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for name, s := range trained {
		if now[name].bytes != s.bytes {
			continue
		}
		told[filepath.Base(name)]++
		if now[name].features != s.features {
			t.Errorf("%s has other features than when the model was trained: train it anew, see MODEL.md", name)
		}
	}
	for kind, least := range map[string]int{html: 20, text: 3, markdown: 3} {
		if n := told[fileOf[kind]]; n < least {
			t.Errorf("only %d golden pages are those of the training (%s); train anew", n, kind)
		}
	}
}

// TestFeatureSums: a training of one half leaves the sums of the other one; a page's text and its features count.
func TestFeatureSums(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		path := filepath.Join(dir, goldenPages, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	sums := func(kinds ...string) map[string]featureSum {
		if err := writeFeatureSums(dir, label.Builtin, kinds...); err != nil {
			t.Fatal(err)
		}
		sums, err := readFeatureSums(dir)
		if err != nil {
			t.Fatal(err)
		}
		return sums
	}
	write("mill/page.html", "<p>The mill of Marrow Hill turns again.")
	write("ferry/page.txt", "The ferry is back\n\nIt goes twice an hour.")
	first := sums(html, text)
	if len(first) != 2 {
		t.Fatalf("sums %v", first)
	}
	write("mill/page.html", "<p>The mill of Marrow Hill turns again. ") // the same features
	write("ferry/page.txt", "The ferry is back\n\nIt goes once a day, but not on Sundays.")
	second := sums(html)
	if a, b := first["mill/page.html"], second["mill/page.html"]; a.bytes == b.bytes || a.features != b.features {
		t.Errorf("%x and %x", a, b)
	}
	if first["ferry/page.txt"] != second["ferry/page.txt"] {
		t.Error("the sum of a text has changed with the training for HTML")
	}
	if a, b := first["ferry/page.txt"], sums(text)["ferry/page.txt"]; a.bytes == b.bytes || a.features == b.features {
		t.Errorf("%x and %x", a, b)
	}
}
