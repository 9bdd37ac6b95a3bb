package newsparse_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata/golden")

// expectedFiles are the outputs that a case may hold. One that a case lacks must not come
// about: an Article without removals or repairs has no removed.txt, a success no error.txt.
var expectedFiles = []string{"article.json", "article.md", "removed.txt", "error.txt"}

// TestGolden parses the page of every folder in testdata/golden, the bytes as they were
// scraped, and compares what comes out with the files that stand beside it.
//
// After a change that is meant to change outputs, run "go test -run TestGolden -update ."
// and read the differences: they are what the change did.
func TestGolden(t *testing.T) {
	const golden = "testdata/golden"
	entries, err := os.ReadDir(golden)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		t.Run(entry.Name(), func(t *testing.T) {
			folder := filepath.Join(golden, entry.Name())
			page, src := readCase(t, folder)
			var p newsparse.Parser
			art, err := p.Parse(context.Background(), bytes.NewReader(page), src)
			outputs := goldenOutputs(t, art, err)
			for _, name := range expectedFiles {
				file := filepath.Join(folder, name)
				if *update {
					writeOrRemove(t, file, outputs[name])
					continue
				}
				want, err := os.ReadFile(file)
				if err != nil && !errors.Is(err, fs.ErrNotExist) {
					t.Fatal(err)
				}
				if got := outputs[name]; !bytes.Equal(got, want) {
					t.Errorf("%s differs (- expected, + got):\n%s", file, lineDiff(string(want), string(got)))
				}
			}
		})
	}
}

// readCase returns the one page of a case and what its source.json says of it.
func readCase(t *testing.T, folder string) (page []byte, src newsparse.Source) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "page.html" || name == "page.txt" || name == "page.md":
			pages++
			if page, err = os.ReadFile(filepath.Join(folder, name)); err != nil {
				t.Fatal(err)
			}
		case name == "source.json":
			src = readSource(t, filepath.Join(folder, name))
		case !slices.Contains(expectedFiles, name):
			t.Fatalf("%s: a case has no file %s", folder, name)
		}
	}
	if pages != 1 {
		t.Fatalf("%s holds %d pages; want one page.html, page.txt or page.md", folder, pages)
	}
	return page, src
}

func readSource(t *testing.T, file string) newsparse.Source {
	t.Helper()
	var s struct {
		URL         string    `json:"url"`
		ContentType string    `json:"contentType"`
		Fetched     time.Time `json:"fetched"`
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return newsparse.Source{URL: s.URL, ContentType: s.ContentType, Fetched: s.Fetched}
}

// goldenOutputs renders the result of Parse as the contents of expectedFiles. An output
// without content has no entry.
func goldenOutputs(t *testing.T, art *newsparse.Article, parseErr error) map[string][]byte {
	t.Helper()
	outputs := map[string][]byte{}
	if parseErr != nil {
		outputs["error.txt"] = endLine(parseErr.Error())
	}
	if art == nil {
		if parseErr == nil {
			t.Fatal("Parse returned neither an Article nor an error")
		}
		return outputs
	}

	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	if err := e.Encode(art); err != nil {
		t.Fatal(err)
	}
	outputs["article.json"] = b.Bytes()

	if md := art.Markdown(); md != "" {
		outputs["article.md"] = endLine(md)
	}
	if account := removalAccount(art); account != "" {
		outputs["removed.txt"] = []byte(account)
	}
	return outputs
}

// removalAccount lists the removals and then the repairs, a line each, columns parted by tabs.
func removalAccount(art *newsparse.Article) string {
	var b strings.Builder
	for _, r := range art.Removed {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", r.Reason, placeColumn(r.Place), oneLine(r.Text))
	}
	for _, r := range art.Repairs {
		fmt.Fprintf(&b, "repair %s\t%s\t%s\n", r.Kind, oneLine(r.Before), oneLine(r.After))
	}
	return b.String()
}

func placeColumn(p newsparse.Place) string {
	if p.Line > 0 {
		return fmt.Sprintf("line %d", p.Line)
	}
	return p.Path
}

var oneLine = strings.NewReplacer("\\", `\\`, "\n", `\n`, "\t", `\t`).Replace

func endLine(s string) []byte {
	return []byte(strings.TrimSuffix(s, "\n") + "\n")
}

func writeOrRemove(t *testing.T, file string, content []byte) {
	t.Helper()
	var err error
	if content == nil {
		if err = os.Remove(file); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	} else {
		err = os.WriteFile(file, content, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// lineDiff shows the lines that differ between two texts, by a longest common subsequence
// of what lies between their common beginning and end.
func lineDiff(want, got string) string {
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	for len(a) > start && len(b) > start && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	a, b = a[start:], b[start:]

	// common[i][j] is the number of lines that a[i:] and b[j:] have in common.
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}

	var d strings.Builder
	line := func(sign, text string, number int) {
		fmt.Fprintf(&d, "%s %4d  %s\n", sign, start+number+1, strings.TrimSuffix(text, "\n"))
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			line("-", a[i], i)
			i++
		default:
			line("+", b[j], j)
			j++
		}
	}
	return d.String()
}
