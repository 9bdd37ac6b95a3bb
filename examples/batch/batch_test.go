package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/nlnwa/gowarc"
	"github.com/parquet-go/parquet-go"

	"github.com/seed-90a94633/newsparse/examples/batch/row"
	"github.com/seed-90a94633/newsparse/examples/batch/source/sourcetest"
)

// call runs the program and returns its exit code and what it printed.
func call(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	code = run(context.Background(), args, &out, &errs)
	return code, out.String(), errs.String()
}

// succeed runs the program and returns its report.
func succeed(t testing.TB, args ...string) string {
	t.Helper()
	code, stdout, stderr := call(t, args...)
	if code != exitOK || stderr != "" {
		t.Fatalf("%v exits with %d: %s", args, code, stderr)
	}
	return stdout
}

func write(t testing.TB, name string, content []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, content, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// crawl makes a directory with pages in every kind of file: 4 stories, 1 near-duplicate of
// the second, and 3 pages without an article.
func crawl(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "pages", "one.html"), []byte(sourcetest.Story(1)))
	write(t, filepath.Join(dir, "pages", "notes.css"), []byte("p {}"))
	write(t, filepath.Join(dir, "pages", ".hidden.html"), []byte(sourcetest.Story(9)))

	var lines bytes.Buffer
	z := gzip.NewWriter(&lines)
	json.NewEncoder(z).Encode(map[string]string{"url": "https://alderport.example/2", "html": sourcetest.Story(2)})
	json.NewEncoder(z).Encode(map[string]string{"url": "https://alderport.example/consent", "html": sourcetest.Consent})
	z.Close()
	write(t, filepath.Join(dir, "pages", "two.jsonl.gz"), lines.Bytes())

	var warc bytes.Buffer
	edited := strings.Replace(sourcetest.Story(2), "<p>The ", "<p>A ", 1)
	err := sourcetest.WriteWARC(&warc, true,
		sourcetest.Record{Type: gowarc.Warcinfo, ContentType: "application/warc-fields", Block: "software: test\r\n"},
		sourcetest.StoryResponse(3),
		sourcetest.Response("https://other.example/2", "200 OK", "Content-Type: text/html", edited),
		sourcetest.Response("https://other.example/3", "404 Not Found", "Content-Type: text/html", sourcetest.Story(3)),
	)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "warc", "three.warc.gz"), warc.Bytes())

	encoder, _ := zstd.NewWriter(nil)
	write(t, filepath.Join(dir, "zst", "four.html.zst"), encoder.EncodeAll([]byte(sourcetest.Story(4)), nil))
	write(t, filepath.Join(dir, "zst", "five.html.zst"), []byte("not compressed at all"))
	return dir
}

// rows reads the articles of an output directory.
func rows(t testing.TB, dir string) (all []row.Row) {
	t.Helper()
	for _, name := range files(t, dir, articlesName+"-*") {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		var content io.Reader = file
		switch filepath.Ext(name) {
		case ".parquet":
			read, err := parquet.ReadFile[row.Row](name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, read...)
			continue
		case ".gz":
			content, err = gzip.NewReader(file)
		case ".zst":
			content, err = zstd.NewReader(file)
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, lines[row.Row](t, content)...)
	}
	return all
}

func failures(t testing.TB, dir string) (all []row.Failure) {
	t.Helper()
	for _, name := range files(t, dir, failuresName+"-*") {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		all = append(all, lines[row.Failure](t, file)...)
	}
	return all
}

func lines[T any](t testing.TB, r io.Reader) (all []T) {
	t.Helper()
	decoder := json.NewDecoder(bufio.NewReader(r))
	for decoder.More() {
		var one T
		if err := decoder.Decode(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

func files(t testing.TB, dir, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// summary is what a row is known by in these tests.
func summary(r row.Row) string {
	title, _, _ := strings.Cut(r.Title, ":")
	return strings.TrimSpace(fmt.Sprintf("%s | %s | %s", filepath.Base(r.ID), title, filepath.Base(r.DuplicateOf)))
}

func TestFormats(t *testing.T) {
	in := crawl(t)
	var first []row.Row
	for _, format := range []string{"jsonl", "jsonl.gz", "jsonl.zst", "parquet"} {
		t.Run(format, func(t *testing.T) {
			out := t.TempDir()
			printed := succeed(t, "-out", out, "-format", format, "-article", filepath.Join(in, "pages"), filepath.Join(in, "**", "*.warc.gz"), filepath.Join(in, "zst"))
			var got []string
			all := rows(t, out)
			for _, r := range all {
				got = append(got, summary(r))
			}
			want := []string{
				"one.html | Report 1 | .",
				"two.jsonl.gz#0 | Report 2 | .",
				"three.warc.gz#0 | Report 3 | .",
				"three.warc.gz#1 | Report 2 | two.jsonl.gz#0",
				"four.html.zst | Report 4 | .",
			}
			if !slices.Equal(got, want) {
				t.Errorf("articles are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if first == nil {
				first = all
			}
			same(t, all, first)

			got = nil
			for _, f := range failures(t, out) {
				got = append(got, filepath.Base(f.ID)+" | "+f.URL+" | "+f.Reason)
			}
			want = []string{
				"two.jsonl.gz#1 | https://alderport.example/consent | no article: consent wall",
				"three.warc.gz#2 | https://other.example/3 | HTTP status 404",
				"five.html.zst |  | damaged input",
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("failures are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			wantReport := `        5 inputs
        8 pages
        5 articles, 1 of them near-duplicates of an earlier one
        3 failures
        1   HTTP status 404
        1   damaged input
        1   no article: consent wall
`
			if printed != wantReport {
				t.Errorf("report is\n%swant\n%s", printed, wantReport)
			}
		})
	}
}

// same compares rows as JSON.
func same(t testing.TB, got, want []row.Row) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range got {
		a, errA := json.Marshal(got[i])
		b, errB := json.Marshal(want[i])
		if err := errors.Join(errA, errB); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("row %d is\n%s\nwant\n%s", i, a, b)
		}
	}
}

// A second run does nothing; one with further inputs reads those.
func TestGoOn(t *testing.T) {
	in, out := crawl(t), t.TempDir()
	first := succeed(t, "-out", out, filepath.Join(in, "pages"))
	if again := succeed(t, "-out", out, filepath.Join(in, "pages")); again != first {
		t.Errorf("the second run reports\n%swant\n%s", again, first)
	}
	before := rows(t, out)
	succeed(t, "-out", out, filepath.Join(in, "warc"), filepath.Join(in, "pages"))
	all := rows(t, out)
	if len(before) != 2 || len(all) != 4 {
		t.Fatalf("%d articles, then %d, want 2 and 4", len(before), len(all))
	}
	same(t, all[:2], before)
	if got, want := summary(all[3]), "three.warc.gz#1 | Report 2 | two.jsonl.gz#0"; got != want {
		t.Errorf("the near-duplicate of an article of the first run is %q, want %q", got, want)
	}
}

func TestRefusals(t *testing.T) {
	in := crawl(t)
	used := t.TempDir()
	succeed(t, "-out", used, filepath.Join(in, "pages"))
	foreign := t.TempDir()
	write(t, filepath.Join(foreign, "articles-000000.jsonl"), nil)
	for _, tc := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no output", []string{in}, exitUsage, "-out is missing"},
		{"no input", []string{"-out", used}, exitUsage, "no inputs"},
		{"unknown format", []string{"-out", used, "-format", "xml", in}, exitUsage, "jsonl, jsonl.gz, jsonl.zst, parquet"},
		{"unknown parts", []string{"-out", used, "-parts", "most", in}, exitUsage, "all, body, news, wide"},
		{"no workers", []string{"-out", used, "-workers", "0", in}, exitUsage, "at least 1"},
		{"an input that is not there", []string{"-out", t.TempDir(), filepath.Join(in, "gone.html")}, exitFailed, "gone.html"},
		{"a pattern without a match", []string{"-out", t.TempDir(), filepath.Join(in, "*.arc")}, exitFailed, "no such file"},
		{"other options than before", []string{"-out", used, "-parts", "news", in}, exitFailed, "-parts wide"},
		{"a directory with the files of others", []string{"-out", foreign, in}, exitFailed, "choose another directory"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			code, _, stderr := call(t, tc.args...)
			if code != tc.code || !strings.Contains(stderr, tc.says) {
				t.Errorf("exits with %d and says %q, want %d and %q", code, stderr, tc.code, tc.says)
			}
		})
	}
}

// Two runs into one directory would both write its parts.
func TestLock(t *testing.T) {
	in, out := crawl(t), t.TempDir()
	b, _, options, err := parseFlags([]string{"-out", out, in}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	release, err := b.open([]string{in}, options)
	if err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := call(t, "-out", out, in); code != exitFailed || !strings.Contains(stderr, "in use") {
		t.Errorf("a second run exits with %d: %s", code, stderr)
	}
	release()
	succeed(t, "-out", out, in)
}

// The pages that are read and not written stay within -in-flight, however large they are.
func TestInFlight(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	var content bytes.Buffer
	large := strings.Repeat("<p>Nobody knows how long the works on the bridge will take.</p>", 6_000) // 378 kB
	for range 12 {
		json.NewEncoder(&content).Encode(map[string]string{"html": large})
	}
	write(t, in, content.Bytes())
	b, args, options, err := parseFlags([]string{"-out", t.TempDir(), "-in-flight", "1", "-workers", "4", in}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	release, err := b.open(args, options)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	before, most := int64(0), int64(0)
	err = b.run(context.Background(), func(s state) {
		most = max(most, b.weightInFlight.Load())
		before = s.Pages
	})
	if err != nil || before != 12 {
		t.Fatalf("%d pages (%v)", before, err)
	}
	if most > 1<<20 || most < 500_000 {
		t.Errorf("%d bytes were in flight, want at most 1 MiB, and more than one page", most)
	}
}
