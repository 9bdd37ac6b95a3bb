package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/parquet-go/parquet-go"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/examples/batch/row"
	"github.com/seed-90a94633/newsparse/examples/batch/source"
	"github.com/seed-90a94633/newsparse/examples/batch/source/sourcetest"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

const stories = 40

// crawl writes a WARC and a JSON lines file, with stories and four pages without one.
func crawl(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var warc, lines bytes.Buffer
	records := []sourcetest.Record{
		sourcetest.Response("https://alderport.example/gone", "404 Not Found", "Content-Type: text/html", "gone"),
		sourcetest.Response("https://alderport.example/consent", "200 OK", "Content-Type: text/html", sourcetest.Consent),
	}
	encoder := json.NewEncoder(&lines)
	for i := range uint64(stories) {
		if i%4 == 0 {
			encoder.Encode(map[string]string{"url": fmt.Sprintf("https://alderport.example/story/%d", i), "html": sourcetest.Story(i)})
		} else {
			records = append(records, sourcetest.StoryResponse(i))
		}
	}
	lines.WriteString("{\"html\": \"cut o")
	if err := sourcetest.WriteWARC(&warc, true, records...); err != nil {
		t.Fatal(err)
	}
	warc.WriteString("what follows is not gzip")
	for name, content := range map[string][]byte{"a.warc.gz": warc.Bytes(), "b.jsonl": lines.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// The pipeline on Beam's own runner, with each element encoded and decoded between the steps
// as it is on a cluster.
func TestPipeline(t *testing.T) {
	in := crawl(t)
	for _, tc := range []struct {
		format string
		spread bool
	}{{"parquet", true}, {"jsonl", false}} {
		t.Run(tc.format, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			pipeline, scope := beam.NewPipelineWithRoot()
			build(scope, options{
				inputs: []string{filepath.Join(in, "*.warc.gz"), filepath.Join(in, "b.jsonl"), filepath.Join(in, "*.ndjson")},
				output: out, format: tc.format, shards: 3, spread: tc.spread, parts: newsparse.Wide, article: true,
				source: source.Options{MaxBytes: 1 << 20},
			})
			result, err := beam.Run(context.Background(), "prism", pipeline)
			if err != nil {
				t.Fatal(err)
			}
			checkRows(t, readRows(t, out, tc.format), in)
			checkFailures(t, out)
			want := map[string]int64{
				"articles": stories, "failed: HTTP status 404": 1, "failed: no article: consent wall": 1, "failed: damaged input": 2,
			}
			if got := counts(result); !maps.Equal(got, want) {
				t.Errorf("counters are %v, want %v", got, want)
			}
			if left, _ := filepath.Glob(filepath.Join(out, "*.tmp")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// checkRows checks that each story is there once, as the library itself reads it.
func checkRows(t *testing.T, rows []row.Row, in string) {
	t.Helper()
	if len(rows) != stories {
		t.Errorf("%d rows, want %d", len(rows), stories)
	}
	byURL := map[string]row.Row{}
	for _, r := range rows {
		byURL[r.URL] = r
	}
	for i := range uint64(stories) {
		r := byURL[fmt.Sprintf("https://alderport.example/story/%d", i)]
		art, err := newsparse.Parse(strings.NewReader(sourcetest.Story(i)))
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		if err := art.WriteText(&text, newsparse.Wide); err != nil {
			t.Fatal(err)
		}
		if r.Text != text.String() || r.Title != art.Title || r.Fingerprint != art.Fingerprint() || !strings.HasPrefix(r.ID, in) ||
			r.PublishedAt == nil || !r.PublishedAt.Equal(art.Published.Time) || len(r.Article) == 0 {
			t.Errorf("story %d is %+v", i, r)
		}
	}
}

func checkFailures(t *testing.T, out string) {
	t.Helper()
	var got []string
	for _, name := range glob(t, out, "failures-*-of-00003.jsonl") {
		for _, f := range lines[row.Failure](t, name) {
			got = append(got, strings.Join([]string{filepath.Base(f.ID), f.URL, f.Reason}, " | "))
		}
	}
	slices.Sort(got)
	want := []string{
		fmt.Sprintf("a.warc.gz#%d |  | damaged input", 2+stories*3/4),
		"a.warc.gz#0 | https://alderport.example/gone | HTTP status 404",
		"a.warc.gz#1 | https://alderport.example/consent | no article: consent wall",
		fmt.Sprintf("b.jsonl#%d |  | damaged input", stories/4),
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("failures are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func readRows(t *testing.T, out, format string) (rows []row.Row) {
	t.Helper()
	names := glob(t, out, "articles-*-of-00003."+format)
	if len(names) < 2 {
		t.Errorf("the articles are in %d files", len(names))
	}
	for _, name := range names {
		if format == "jsonl" {
			rows = append(rows, lines[row.Row](t, name)...)
			continue
		}
		read, err := parquet.ReadFile[row.Row](name)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, read...)
	}
	return rows
}

func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func lines[T any](t *testing.T, name string) (all []T) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	decoder := json.NewDecoder(file)
	for decoder.More() {
		var one T
		if err := decoder.Decode(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

// What an item tells is not lost on its way between workers.
func TestPageOf(t *testing.T) {
	it := source.Item{File: "a", Record: 3, Kind: source.Resource, Data: []byte("x"), URL: "u", ContentType: "text/html", Fetched: sourcetest.Fetched}
	if got := fmt.Sprintf("%+v", pageOf(it).item()); got != fmt.Sprintf("%+v", it) {
		t.Errorf("%s, want %+v", got, it)
	}
}
