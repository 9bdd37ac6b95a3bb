package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/nlnwa/gowarc"

	"github.com/seed-90a94633/newsparse/examples/batch/source/sourcetest"
)

// compress writes what fill writes, compressed.
func compress(t testing.TB, ending, plain string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch ending {
	case ".gz":
		w = gzip.NewWriter(&b)
	case ".zst":
		w, _ = zstd.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	default:
		return plain
	}
	if _, err := io.WriteString(w, plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func warc(t testing.TB, compressed bool, records ...sourcetest.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := sourcetest.WriteWARC(&b, compressed, records...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pages reads a file and prints each item: its ID, its address, and its page or error.
func pages(t testing.TB, name, content string, o Options) []string {
	t.Helper()
	r := New(name, io.NopCloser(strings.NewReader(content)), o)
	defer r.Close()
	var got []string
	for len(got) < 1000 {
		it, err := r.Next()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		page, err := it.Page(o)
		text := string(page.Body)
		if err != nil {
			text = "error: " + err.Error()
		}
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", it.ID(), page.URL, text)))
	}
	t.Fatal("the reader does not end")
	return nil
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %q", want[i])
		case i >= len(want):
			t.Errorf("too much: %q", got[i])
		case !strings.HasPrefix(got[i], want[i]):
			t.Errorf("item %d is\n%q, want\n%q", i, got[i], want[i])
		}
	}
}

const html = "Content-Type: text/html"

func TestFormats(t *testing.T) {
	lines := `{"url": "https://a.example/1", "html": "<p>One"}` + "\n\n" + `{"text": "Two"}`
	records := []sourcetest.Record{
		sourcetest.Response("https://a.example/1", "200 OK", html, "<p>One"),
		{Type: gowarc.Conversion, URL: "https://a.example/2", ContentType: "text/plain", Block: "Two"},
	}
	for _, tc := range []struct {
		name, content string
		want          []string
	}{
		{"a.html", "<p>One", []string{"a.html  <p>One"}},
		{"a.TXT", "One", []string{"a.TXT  One"}},
		{"a.jsonl", lines, []string{"a.jsonl#0 https://a.example/1 <p>One", "a.jsonl#1  Two"}},
		{"a.warc", warc(t, false, records...), []string{"a.warc#0 https://a.example/1 <p>One", "a.warc#1 https://a.example/2 Two"}},
	} {
		for _, ending := range []string{"", ".gz", ".zst"} {
			var want []string
			for _, w := range tc.want {
				want = append(want, strings.Replace(w, tc.name, tc.name+ending, 1))
			}
			t.Run(tc.name+ending, func(t *testing.T) {
				compare(t, pages(t, tc.name+ending, compress(t, ending, tc.content), Options{}), want)
			})
		}
	}
	t.Run("a gzip member for each record", func(t *testing.T) {
		compare(t, pages(t, "a.warc.gz", warc(t, true, records...), Options{}),
			[]string{"a.warc.gz#0 https://a.example/1 <p>One", "a.warc.gz#1 https://a.example/2 Two"})
	})
}

// Records without a page are passed over and have no number.
func TestWARCRecords(t *testing.T) {
	content := warc(t, true,
		sourcetest.Record{Type: gowarc.Warcinfo, ContentType: "application/warc-fields", Block: "software: test\r\n"},
		sourcetest.Record{Type: gowarc.Request, URL: "https://a.example/", ContentType: "application/http; msgtype=request", Block: "GET / HTTP/1.1\r\n\r\n"},
		sourcetest.Record{Type: gowarc.Response, URL: "dns:a.example", ContentType: "text/dns", Block: "20240309 a.example 300 IN A 192.0.2.1"},
		sourcetest.Response("<https://a.example/>", "200 OK", html, "<p>One"),
		sourcetest.Record{Type: gowarc.Revisit, URL: "https://a.example/", ContentType: "application/http; msgtype=response", Block: "HTTP/1.1 200 OK\r\n\r\n"},
		sourcetest.Record{Type: gowarc.Resource, URL: "https://a.example/r", ContentType: "text/html", Block: "<p>Two"},
	)
	compare(t, pages(t, "a.warc.gz", content, Options{}), []string{"a.warc.gz#0 https://a.example/ <p>One", "a.warc.gz#1 https://a.example/r <p>Two"})
	it, err := New("a.warc.gz", io.NopCloser(strings.NewReader(content)), Options{}).Next()
	if err != nil || !it.Fetched.Equal(sourcetest.Fetched) {
		t.Errorf("fetched %v (%v), want %v", it.Fetched, err, sourcetest.Fetched)
	}
}

func TestHTTPResponses(t *testing.T) {
	const page = "<p>Grüße aus dem Hafen"
	chunked := "5\r\n<p>Gr\r\n" + fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page)-5, page[5:])
	for _, tc := range []struct{ name, response, want string }{
		{"plain", "HTTP/1.1 200 OK\r\n" + html + "\r\n\r\n" + page, page},
		{"HTTP/2 without a reason", "HTTP/2 200\r\n" + html + "\r\n\r\n" + page, page},
		{"bare line feeds", "HTTP/1.0 200 OK\n" + html + "\n\n" + page, page},
		{"a header line that is none", "HTTP/1.1 200 OK\r\nnonsense\r\n" + html + "\r\n\r\n" + page, page},
		{"no content type", "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n" + page, page},
		{"chunked", "HTTP/1.1 200 OK\r\n" + html + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked, page},
		{"chunked by its header alone", "HTTP/1.1 200 OK\r\n" + html + "\r\nTransfer-Encoding: chunked\r\n\r\n" + page, page},
		{"gzip", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: gzip\r\n\r\n" + compress(t, ".gz", page), page},
		{"gzip by its header alone", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: gzip\r\n\r\n" + page, page},
		{"deflate", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: deflate\r\n\r\n" + compress(t, "zlib", page), page},
		{"br", "HTTP/1.1 200 OK\r\n" + html + "\r\ncontent-encoding: BR\r\n\r\n" + compress(t, "br", page), page},
		{"zstd", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: zstd\r\n\r\n" + compress(t, ".zst", page), page},
		{"two encodings", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: gzip, br\r\n\r\n" + compress(t, "br", compress(t, ".gz", page)), page},
		{"a bomb", "HTTP/1.1 200 OK\r\n" + html + "\r\nContent-Encoding: gzip\r\n\r\n" + compress(t, ".gz", strings.Repeat(page, 1000)), "error: too large"},
		{"not found", "HTTP/1.1 404 Not Found\r\n" + html + "\r\n\r\n" + page, "error: HTTP status 404"},
		{"no status", "nonsense", "error: HTTP status unknown"},
		{"nothing", "", "error: HTTP status unknown"},
		{"a picture", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", "error: not a page: image/png"},
		{"an empty body", "HTTP/1.1 200 OK\r\n" + html + "\r\n\r\n", "error: not a page: empty"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := Item{Kind: Response, Data: []byte(tc.response)}.Page(Options{MaxBytes: 1000})
			text := string(got.Body)
			if err != nil {
				text = "error: " + err.Error()
			}
			compare(t, []string{text}, []string{tc.want})
		})
	}
}

// What is damaged is told, and what can be read around it is read.
func TestDamage(t *testing.T) {
	one, two := sourcetest.Response("https://a.example/1", "200 OK", html, "<p>One"), sourcetest.Response("https://a.example/2", "200 OK", html, "<p>Two")
	whole := warc(t, true, one, two)
	plain := warc(t, false, one)
	for _, tc := range []struct {
		name, file, content string
		want                []string
	}{
		{"a WARC cut off in a gzip member", "a.warc.gz", whole[:len(whole)-20], []string{"a.warc.gz#0 https://a.example/1 <p>One", "a.warc.gz#1  error: damaged input"}},
		{"a WARC cut off in a compressed header", "a.warc.gz", whole[:60], []string{"a.warc.gz#0  error: damaged input"}},
		{"a WARC cut off in a block", "a.warc", plain[:len(plain)-8], []string{"a.warc#0  error: damaged input"}},
		{"a WARC cut off in a header", "a.warc", plain[:30], []string{"a.warc#0  error: damaged input"}},
		{"garbage between records", "a.warc", plain + strings.Repeat("garbage ", 9) + warc(t, false, two),
			[]string{"a.warc#0 https://a.example/1 <p>One", "a.warc#1  error: damaged input: 72 bytes", "a.warc#2 https://a.example/2 <p>Two"}},
		{"garbage at the end", "a.warc", plain + strings.Repeat("garbage ", 9), []string{"a.warc#0 https://a.example/1 <p>One", "a.warc#1  error: damaged input"}},
		{"no WARC at all", "a.warc", strings.Repeat("garbage ", 9), []string{"a.warc#0  error: damaged input"}},
		{"a version and nothing else", "a.warc", "WARC/\n", []string{"a.warc#0  error: damaged input"}},
		{"an empty WARC", "a.warc", "", nil},
		{"not gzip", "a.jsonl.gz", "plain", []string{"a.jsonl.gz#0  error: damaged input"}},
		{"an empty gzip file", "a.html.gz", "", []string{"a.html.gz  error: damaged input"}},
		{"not Zstandard", "a.jsonl.zst", "plain text, long enough", []string{"a.jsonl.zst#0  error: damaged input"}},
		{"a bad JSON line", "a.jsonl", "{\n" + `{"html": "<p>Two"}`, []string{"a.jsonl#0  error: damaged input", "a.jsonl#1  <p>Two"}},
		{"a JSON line without a page", "a.jsonl", `{"url": "https://a.example/", "html": 7}`, []string{"a.jsonl#0 https://a.example/ error: not a page"}},
	} {
		t.Run(tc.name, func(t *testing.T) { compare(t, pages(t, tc.file, tc.content, Options{}), tc.want) })
	}
}

// A page that is too large costs no more memory than the limit, and those behind it are read.
func TestTooLarge(t *testing.T) {
	large := strings.Repeat("a", 100)
	for _, tc := range []struct {
		name, content string
		want          []string
	}{
		{"a.html", large, []string{"a.html  error: too large"}},
		{"a.jsonl", `{"html":"` + large + large + large + `"}` + "\n" + `{"html":"` + large + `"}` + "\n" + `{"html":"<p>Two"}`,
			[]string{"a.jsonl#0  error: too large", "a.jsonl#1  error: too large", "a.jsonl#2  <p>Two"}},
		{"a.warc", warc(t, false, sourcetest.Response("https://a.example/1", "200 OK", html, large), sourcetest.Response("https://a.example/2", "200 OK", html, "<p>Two")),
			[]string{"a.warc#0 https://a.example/1 error: too large", "a.warc#1 https://a.example/2 <p>Two"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			compare(t, pages(t, tc.name, tc.content, Options{MaxBytes: 90}), tc.want)
		})
	}
}

// An error of the disk or the network is not damage: the caller may try again.
func TestReadError(t *testing.T) {
	for _, name := range []string{"a.html", "a.jsonl", "a.jsonl.gz", "a.warc", "a.warc.gz"} {
		content := io.MultiReader(strings.NewReader(compress(t, filepath.Ext(name), "WARC/1.0")), iotest.ErrReader(io.ErrClosedPipe))
		r := New(name, io.NopCloser(content), Options{})
		for range 2 {
			if it, err := r.Next(); !errors.Is(err, io.ErrClosedPipe) {
				t.Errorf("%s: %+v, %v", name, it, err)
			}
		}
	}
}

func TestJSONFields(t *testing.T) {
	line := `{"url": "https://a.example/", "link": "https://b.example/", "html": "<p>One", "content": "Two", "fetched": "2024-03-09T06:30:00Z"}`
	for _, tc := range []struct {
		options Options
		want    string
	}{
		{Options{}, "a.jsonl#0 https://a.example/ <p>One"},
		{Options{PageField: "content", URLField: "link"}, "a.jsonl#0 https://b.example/ Two"},
	} {
		compare(t, pages(t, "a.jsonl", line, tc.options), []string{tc.want})
	}
	page, err := Item{Kind: JSONLine, Data: []byte(line)}.Page(Options{})
	if err != nil || !page.Fetched.Equal(sourcetest.Fetched) {
		t.Errorf("fetched %v (%v), want %v", page.Fetched, err, sourcetest.Fetched)
	}
}

// Skip leads to the same items as reading does.
func TestSkip(t *testing.T) {
	content := warc(t, true, sourcetest.StoryResponse(1), sourcetest.StoryResponse(2), sourcetest.StoryResponse(3))
	for n := range int64(4) {
		r := New("a.warc.gz", io.NopCloser(strings.NewReader(content)), Options{})
		if err := r.Skip(n); err != nil {
			t.Fatal(err)
		}
		it, err := r.Next()
		switch {
		case n == 3 && !errors.Is(err, io.EOF):
			t.Errorf("behind the last record: %v", err)
		case n < 3 && (err != nil || it.Record != n || it.URL != fmt.Sprintf("https://alderport.example/story/%d", n+1)):
			t.Errorf("after %d records: record %d, %s (%v)", n, it.Record, it.URL, err)
		}
	}
	if err := New("a.warc.gz", io.NopCloser(strings.NewReader(content)), Options{}).Skip(4); err == nil {
		t.Error("more records were skipped than there are")
	}
}

// FuzzReader: whatever a file holds, reading it ends, and pages stay within the limit.
func FuzzReader(f *testing.F) {
	plain := warc(f, false, sourcetest.Response("https://a.example/1", "200 OK", html, "<p>One"))
	f.Add(".warc", []byte(plain))
	f.Add(".warc.gz", []byte(warc(f, true, sourcetest.StoryResponse(1))))
	f.Add(".warc.zst", []byte(compress(f, ".zst", plain)))
	f.Add(".jsonl", []byte(`{"html": "<p>One"}`+"\n{"))
	f.Add(".warc", []byte("WARC/\n"))
	f.Fuzz(func(t *testing.T, ending string, content []byte) {
		o := Options{MaxBytes: 1 << 16}
		r := New("a"+ending, io.NopCloser(bytes.NewReader(content)), o)
		defer r.Close()
		for n := 0; ; n++ {
			it, err := r.Next()
			if err != nil {
				return
			}
			if n > len(content) {
				t.Fatal("more items than bytes")
			}
			if page, err := it.Page(o); err == nil && len(page.Body) > 1<<16 {
				t.Fatalf("a page of %d bytes", len(page.Body))
			}
		}
	})
}
