package formats

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
	"go.yaml.in/yaml/v3"
)

func frontMatter(t testing.TB, a *newsparse.Article) map[string]any {
	t.Helper()
	var out strings.Builder
	if err := a.WriteFrontMatter(&out); err != nil {
		t.Fatal(err)
	}
	block, ok := strings.CutPrefix(out.String(), "---\n")
	block, closed := strings.CutSuffix(block, "---\n")
	if !ok || !closed || strings.Contains("\n"+block, "\n---") {
		t.Fatalf("not one block between lines of ---: %q", out.String())
	}
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(block), &fields); err != nil {
		t.Fatalf("%v\n%s", err, block)
	}
	return fields
}

func TestFrontMatter(t *testing.T) {
	zone := time.FixedZone("", 3600)
	a := &newsparse.Article{
		Title: `Night: "ferry" #1`, Standfirst: "- no list,\nnot yes", Language: "en-GB", URL: "https://echo.example/ferry",
		Authors:   []newsparse.Author{{Name: "Mara Lindqvist"}, {Name: " "}, {Name: "null"}},
		Published: newsparse.Date{Time: time.Date(2024, 3, 8, 6, 30, 0, 0, zone), HasTime: true},
		Modified:  newsparse.Date{Time: time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC)},
		Publisher: newsparse.Publisher{Name: "The Echo"}, Section: []string{"News", "Islands"}, Tags: []string{"2024-03-08", "yes"},
		Image: &newsparse.Image{URL: "https://echo.example/a.jpg"},
	}
	want := map[string]any{
		"title": `Night: "ferry" #1`, "description": "- no list, not yes", "author": []any{"Mara Lindqvist", "null"},
		"date": time.Date(2024, 3, 8, 5, 30, 0, 0, time.UTC), "lastmod": time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC),
		"publisher": "The Echo", "categories": []any{"News", "Islands"}, "tags": []any{"2024-03-08", "yes"},
		"lang": "en-GB", "canonical": "https://echo.example/ferry", "image": "https://echo.example/a.jpg",
	}
	got := frontMatter(t, a)
	if date, ok := got["date"].(time.Time); ok {
		got["date"] = date.UTC()
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
	if got := frontMatter(t, &newsparse.Article{}); len(got) != 0 {
		t.Errorf("an empty article has %v", got)
	}
}

// No text can leave its place in the front matter.
func FuzzFrontMatter(f *testing.F) {
	for _, text := range append(rendertest.Seeds, "---\na: b", "\"\n---\n", "\\", "\u0085\u2028\ufeff", "\U0010ffff\x7f\u009f\ufffe") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := rendertest.Article(text, text, nil)
		a.Tags, a.Section, a.Publisher.Name, a.URL = []string{text}, []string{text}, text, text
		fields := frontMatter(t, a)
		for key := range fields {
			switch key {
			case "title", "description", "author", "date", "publisher", "categories", "tags", "lang", "canonical":
			default:
				t.Fatalf("key %q of %q", key, text)
			}
		}
	})
}
