package newsparse_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// What is written as Markdown below its front matter is read back: the same headline, day, address and language, and the
// same story. Where its text is another one, a caption, a note or a bio has become a paragraph of it, or a line joined
// another one: few words.
func TestMarkdownIsReadBack(t *testing.T) {
	const (
		leastSame = 18 // stories that are read back word by word
		mostOther = 30 // words that another one has more or less
	)
	files, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		was, err := newsparse.Parse(bytes.NewReader(raw))
		if err != nil {
			continue // no article
		}
		var w strings.Builder
		was.WriteFrontMatter(&w)
		w.WriteString("\n")
		was.WriteMarkdown(&w, newsparse.All)
		is, err := newsparse.Parse(strings.NewReader(w.String()))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for _, fact := range [][2]string{{was.Title, is.Title}, {was.Published.String(), is.Published.String()}, {was.URL, is.URL}, {was.Language, is.Language}} {
			if fact[0] != fact[1] {
				t.Errorf("%s: %q became %q", file, fact[0], fact[1])
			}
		}
		text, again := strings.Fields(was.Text()), strings.Fields(is.Text())
		if strings.Join(text, " ") == strings.Join(again, " ") {
			same++
		} else if lost, more := difference(text, again); len(lost)+len(more) > mostOther {
			t.Errorf("%s: lost %q, has %q more", file, lost, more)
		}
	}
	if same < leastSame {
		t.Errorf("%d stories are read back word by word, want %d", same, leastSame)
	}
}
