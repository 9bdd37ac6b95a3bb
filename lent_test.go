package newsparse_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// Pages in memory are parsed where they stand. The Article stays the same when the memory is
// used for something else.
func TestTheArticleKeepsNothingOfItsReader(t *testing.T) {
	pages, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, name := range pages {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		want, _ := newsparse.Parse(strings.NewReader(text))
		fromReader, _ := newsparse.Parse(bytes.NewReader(raw))
		fromBuffer, _ := newsparse.Parse(bytes.NewBuffer(raw))
		for i := range raw {
			raw[i] = 'x'
		}
		for _, got := range []*newsparse.Article{fromReader, fromBuffer} {
			if a, b := inJSON(t, got), inJSON(t, want); a != b {
				t.Errorf("%s: %s\nwant %s", name, a, b)
			}
		}
	}
}

func inJSON(t *testing.T, a *newsparse.Article) string {
	t.Helper()
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
