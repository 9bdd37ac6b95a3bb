package newsparse_test

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// survives parses a page that may be broken in any way, and sees that nothing of it is lost
// and that all that is made of it is fit to be shown.
func survives(t testing.TB, raw []byte) {
	t.Helper()
	art, err := newsparse.Parse(strings.NewReader(string(raw)))
	if err != nil && !errors.Is(err, newsparse.ErrNoArticle) && !errors.Is(err, newsparse.ErrEmpty) && !errors.Is(err, newsparse.ErrNotText) {
		t.Fatal(err)
	}
	if errors.Is(err, newsparse.ErrNotText) {
		return
	}
	if art == nil {
		art = new(newsparse.Article)
	}
	checkAccount(t, raw, art)
	checkOutputs(t, art)
}

// Every case of html5lib-tests that ships with golang.org/x/net is a page, alone and inside
// of a story.
func TestConformanceCases(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	folder := filepath.Join(strings.TrimSpace(string(out)), "html", "testdata")
	cases := map[string][]string{}
	for _, file := range htmlTestFiles(t, folder) {
		cases[file] = casesOf(t, file)
	}
	if len(cases) == 0 {
		t.Fatal("no cases in ", folder)
	}
	n := 0
	for file, inputs := range cases {
		n += len(inputs)
		t.Run(filepath.Base(file), func(t *testing.T) {
			for _, input := range inputs {
				survives(t, []byte(input))
				survives(t, []byte("<title>Ferry</title><article><h1>Ferry</h1><p>"+prose+"</p>"+input+"<p>"+prose+"</article>"))
				if t.Failed() {
					t.Fatalf("%q", input)
				}
			}
		})
	}
	t.Logf("%d cases of %d files, twice each", n, len(cases))
}

func htmlTestFiles(t *testing.T, folder string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if ext := filepath.Ext(path); ext == ".dat" || ext == ".test" {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// casesOf reads the inputs of a file of html5lib-tests: of the parser, which stand between
// "#data" and "#errors", or of the tokenizer, in JSON.
func casesOf(t *testing.T, file string) (inputs []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(file) == ".test" {
		var all struct {
			Tests, XMLViolationTests []struct{ Input string }
		}
		if err := json.Unmarshal(data, &all); err != nil {
			t.Fatal(file, err)
		}
		for _, c := range append(all.Tests, all.XMLViolationTests...) {
			inputs = append(inputs, c.Input)
		}
		return inputs
	}
	for _, c := range strings.Split("\n"+string(data), "\n#data\n")[1:] {
		input, _, _ := strings.Cut(c, "\n#")
		inputs = append(inputs, input)
	}
	return inputs
}
