package newsparse_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// The seed is the page that the library began with: a story that was translated by machine,
// copied by an aggregator and scraped as text. It lies beside the repository, not in it.
const (
	seedPage  = "../shared/seed/page.txt"
	seedIdeal = "../shared/seed/ideal.json"
)

type ideal struct {
	Title      string      `json:"title"`
	Publisher  string      `json:"publisher"`
	Section    []string    `json:"section"`
	Scraped    string      `json:"scraped"`
	Language   string      `json:"language"`
	Paragraphs []string    `json:"paragraphs"`
	Removed    [][2]string `json:"removed"` // reason, text
	Repairs    [][2]string `json:"repairs"` // before, after
}

// seedRepairKinds are the kinds of the ideal's repairs, in page order.
var seedRepairKinds = []newsparse.RepairKind{
	newsparse.StrayStop, newsparse.StrayQuote, newsparse.StrayStop, newsparse.OrphanStop,
}

func TestSeed(t *testing.T) {
	page, err := os.ReadFile(seedPage)
	if err != nil {
		t.Skip("the seed is not beside this repository: ", err)
	}
	data, err := os.ReadFile(seedIdeal)
	if err != nil {
		t.Skip("the seed's ideal result is not beside this repository: ", err)
	}
	var want ideal
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Paragraphs) != 40 || len(want.Removed) != 5 || len(want.Repairs) != len(seedRepairKinds) {
		t.Fatalf("%s is not the ideal that this test knows", seedIdeal)
	}
	art, err := newsparse.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}

	t.Run("fields", func(t *testing.T) {
		for _, f := range []struct{ name, got, want string }{
			{"title", art.Title, want.Title},
			{"publisher", art.Publisher.Name, want.Publisher},
			{"section", strings.Join(art.Section, " > "), strings.Join(want.Section, " > ")},
			{"scraped", art.Scraped.String(), want.Scraped},
			{"published", art.Published.String(), ""},
			{"modified", art.Modified.String(), ""},
			{"language", art.Language, want.Language},
		} {
			if f.got != f.want {
				t.Errorf("%s: got %q, want %q", f.name, f.got, f.want)
			}
		}
		if len(art.Authors) != 0 {
			t.Errorf("authors: got %v, want none", art.Authors)
		}
	})

	t.Run("paragraphs", func(t *testing.T) {
		for i, b := range art.Body {
			if b.Kind != newsparse.Paragraph {
				t.Errorf("block %d is a %s, want a paragraph: %q", i, b.Kind, b.Text)
			}
		}
		for i := range max(len(art.Body), len(want.Paragraphs)) {
			switch {
			case i >= len(art.Body):
				t.Errorf("paragraph %d is missing: %q", i+1, want.Paragraphs[i])
			case i >= len(want.Paragraphs):
				t.Errorf("paragraph %d is one too many: %q", i+1, art.Body[i].Text)
			case art.Body[i].Text != want.Paragraphs[i]:
				t.Errorf("paragraph %d:\ngot  %q\nwant %q", i+1, art.Body[i].Text, want.Paragraphs[i])
			}
		}
	})

	t.Run("removed", func(t *testing.T) {
		if len(art.Removed) != len(want.Removed) {
			t.Errorf("got %d removals, want %d: %+v", len(art.Removed), len(want.Removed), art.Removed)
		}
		for i := range min(len(art.Removed), len(want.Removed)) {
			r, w := art.Removed[i], want.Removed[i]
			if string(r.Reason) != w[0] || r.Text != w[1] {
				t.Errorf("removal %d: got %q %q, want %q %q", i+1, r.Reason, r.Text, w[0], w[1])
			}
		}
	})

	t.Run("repairs", func(t *testing.T) {
		if len(art.Repairs) != len(want.Repairs) {
			t.Errorf("got %d repairs, want %d: %+v", len(art.Repairs), len(want.Repairs), art.Repairs)
		}
		for i := range min(len(art.Repairs), len(want.Repairs)) {
			r, w := art.Repairs[i], want.Repairs[i]
			if r.Kind != seedRepairKinds[i] {
				t.Errorf("repair %d: got kind %q, want %q", i+1, r.Kind, seedRepairKinds[i])
			}
			// How many words a repair shows around the change is not fixed: what counts is
			// what it makes of the line.
			line := onlyLineWith(t, string(page), w[0])
			if strings.Count(line, r.Before) != 1 {
				t.Errorf("repair %d: %q is not once in %q", i+1, r.Before, line)
				continue
			}
			got, want := strings.Replace(line, r.Before, r.After, 1), strings.Replace(line, w[0], w[1], 1)
			if got != want {
				t.Errorf("repair %d:\ngot  %q\nwant %q", i+1, got, want)
			}
		}
	})
}

// onlyLineWith returns the one line of a text that holds a passage.
func onlyLineWith(t *testing.T, text, passage string) string {
	t.Helper()
	var found []string
	for line := range strings.Lines(text) {
		if strings.Contains(line, passage) {
			found = append(found, strings.TrimSuffix(line, "\n"))
		}
	}
	if len(found) != 1 {
		t.Fatalf("%q stands on %d lines, want one", passage, len(found))
	}
	return found[0]
}
