package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
)

const storyPage = `<!DOCTYPE html><html lang="en"><head><title>Tram line 7 opens</title>
<meta property="og:title" content="Tram line 7 opens"></head><body>
<nav><a href="/a">Home</a> <a href="/b">Sport</a></nav>
<article><h1>Tram line 7 opens</h1>
<p>The first tram of the new line left the depot at five in the morning, with the mayor at the bell.</p>
<div class="teaser-box">Our columnist has been riding trams for forty years, and she has an opinion on all of them.</div>
<div class="ad">Advertisement</div>
<p>It runs every ten minutes between the harbour and the university, and stops at <b>eleven</b> places on its way.</p>
<p>The works took four years and cost, the city says, a little less than was planned when they began.</p>
</article><footer>© The Alderport Echo</footer></body></html>`

const consentPage = `<html><head><title>Before you continue</title></head><body>
<h1>We value your privacy</h1><p>We and our partners use cookies. Choose what you accept.</p>
<button>Accept all</button> <button>Reject all</button></body></html>`

// call runs the program and returns its exit code and what it printed.
func call(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	code = run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFormats(t *testing.T) {
	file := write(t, "story.html", storyPage)
	for _, tc := range []struct {
		args []string
		want []string // in this order
		not  string
	}{
		{nil, []string{"The first tram", "\n\nIt runs every ten minutes"}, "Tram line 7"},
		{[]string{"-parts", "all"}, []string{"Tram line 7 opens\n\n", "The first tram"}, "Advertisement"},
		{[]string{"-format", "markdown"}, []string{"# Tram line 7 opens\n\n", "**eleven**"}, "Advertisement"},
		{[]string{"-format", "markdown", "-parts", "news"}, []string{"The first tram"}, "# Tram"},
		{[]string{"-format", "markdown", "-frontmatter"}, []string{"---\ntitle: \"Tram line 7 opens\"\n", "---\n\n# Tram line 7 opens\n"}, "Advertisement"},
		{[]string{"-format", "tei", "-parts", "body"}, []string{`<TEI xmlns="http://www.tei-c.org/ns/1.0">`, `<hi rend="bold">eleven</hi>`}, "Advertisement"},
		{[]string{"-columns", "1"}, []string{"The\nfirst\ntram"}, "Advertisement"},
		{[]string{"-format", "html"}, []string{`<article lang="en">`, "<h1>Tram line 7 opens</h1>", "<strong>eleven</strong>"}, "Advertisement"},
		{[]string{"-removed"}, []string{"removed", "advertisement label  Advertisement", "0 repaired"}, "The first tram"},
		{[]string{"-drop", ".teaser-box"}, []string{"The first tram"}, "columnist"},
		{[]string{"-removed", "-drop", ".teaser-box"}, []string{"selector", "Our columnist", "div.teaser-box"}, "The first tram"},
		{[]string{"-body", "article > p"}, []string{"The first tram", "The works took"}, "columnist"},
	} {
		t.Run(strings.Join(tc.args, " "), func(t *testing.T) {
			code, out, errs := call(t, "", append(tc.args, file)...)
			if code != exitOK || errs != "" {
				t.Fatalf("exit code %d, error %q", code, errs)
			}
			rest := out
			for _, want := range tc.want {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("%q is missing, or out of order, in\n%s", want, out)
				}
				rest = after
			}
			if strings.Contains(out, tc.not) {
				t.Errorf("%q should not be in\n%s", tc.not, out)
			}
		})
	}
}

func TestJSON(t *testing.T) {
	file := write(t, "story.html", storyPage)
	code, out, _ := call(t, storyPage, "-format", "json", file, "-")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != exitOK || len(lines) != 2 {
		t.Fatalf("exit code %d, want one line for each of 2 pages, got %d", code, len(lines))
	}
	for _, line := range lines {
		var art newsparse.Article
		if err := json.Unmarshal([]byte(line), &art); err != nil || art.Title != "Tram line 7 opens" {
			t.Errorf("title %q, error %v", art.Title, err)
		}
		if len(art.Candidates) > 0 {
			t.Errorf("nobody asked for %+v", art.Candidates)
		}
	}
	_, out, _ = call(t, "", "-format", "json", "-evidence", file)
	var art newsparse.Article
	if err := json.Unmarshal([]byte(out), &art); err != nil || len(art.Evidence("title")) == 0 {
		t.Errorf("-evidence: %+v, error %v", art.Candidates, err)
	}
}

// A page that fails does not keep the others from being printed.
func TestSeveralPages(t *testing.T) {
	file := write(t, "story.html", storyPage)
	code, out, errs := call(t, storyPage, file, "missing.html", "-")
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(out, "==> "+file+" <==\n") || !strings.Contains(out, "==> - <==\n") {
		t.Errorf("the pages are not told apart:\n%s", out)
	}
	if !strings.Contains(errs, "missing.html") || strings.Count(errs, "\n") != 1 {
		t.Errorf("want one line about the missing file, got %q", errs)
	}
}

func TestFetch(t *testing.T) {
	var agent string
	mux := http.NewServeMux()
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		w.Write([]byte(strings.Replace(storyPage, "the mayor", "the caf\xe9 owner and <a href=\"/mayor\">the mayor</a>", 1)))
	})
	mux.Handle("/old", http.RedirectHandler("/story", http.StatusMovedPermanently))
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := httptest.NewServer(mux)
	defer server.Close()

	code, out, errs := call(t, "", "-format", "markdown", server.URL+"/old")
	if code != exitOK {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	if want := "the café owner and [the mayor](" + server.URL + "/mayor)"; !strings.Contains(out, want) {
		t.Errorf("charset of the header and address of the page are not used: %q is not in\n%s", want, out)
	}
	if !strings.HasPrefix(agent, "newsparse ") {
		t.Errorf("user agent %q", agent)
	}
	if code, _, errs := call(t, "", server.URL+"/missing"); code != exitFailed || !strings.Contains(errs, "404 Not Found") {
		t.Errorf("exit code %d, error %q", code, errs)
	}
	start := time.Now()
	if code, _, errs := call(t, "", "-timeout", "50ms", server.URL+"/slow"); code != exitFailed || time.Since(start) > 10*time.Second {
		t.Errorf("exit code %d after %s, error %q", code, time.Since(start), errs)
	}
}

func TestErrors(t *testing.T) {
	for _, tc := range []struct {
		name  string
		stdin string
		args  []string
		code  int
		want  string
	}{
		{"no page", "", nil, exitUsage, "no page given"},
		{"help", "", []string{"-h"}, exitOK, "usage: newsparse"},
		{"unknown flag", "", []string{"-speed", "-"}, exitUsage, "-speed"},
		{"unknown format", "", []string{"-format", "pdf", "-"}, exitUsage, "text, markdown, html, json"},
		{"unknown parts", "", []string{"-parts", "most", "-"}, exitUsage, "news, body, wide, all"},
		{"front matter of text", "", []string{"-frontmatter", "-"}, exitUsage, "-frontmatter"},
		{"evidence of text", "", []string{"-evidence", "-"}, exitUsage, "-evidence"},
		{"columns of HTML", "", []string{"-format", "html", "-columns", "40", "-"}, exitUsage, "-columns"},
		{"columns below 0", "", []string{"-columns", "-3", "-"}, exitUsage, "-columns"},
		{"parts of JSON", "", []string{"-format", "json", "-parts", "news", "-"}, exitUsage, "-parts"},
		{"bad selector", "", []string{"-drop", "p[", "-"}, exitUsage, `-drop: newsparse: selector "p["`},
		{"other scheme", "", []string{"ftp://example.org/page"}, exitFailed, "only http and https"},
		{"directory", "", []string{t.TempDir()}, exitFailed, "is a directory"},
		{"empty", " \n", []string{"-"}, exitFailed, newsparse.ErrEmpty.Error()},
		{"an image", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", []string{"-"}, exitFailed, newsparse.ErrNotText.Error()},
		{"no article", consentPage, []string{"-"}, exitFailed, "consent wall"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			code, out, errs := call(t, tc.stdin, tc.args...)
			if code != tc.code || !strings.Contains(errs, tc.want) {
				t.Errorf("exit code %d, want %d; error %q, want %q", code, tc.code, errs, tc.want)
			}
			if out != "" {
				t.Errorf("prints %q", out)
			}
		})
	}
}

// A story that the page does not show is told from one that it does.
func TestRemovedOfAToldStory(t *testing.T) {
	body := strings.Repeat("The first tram of line 7 left the depot at five, full of people who had waited for eleven years. ", 5)
	page := `<title>Tram line 7 opens</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Tram line 7 opens","articleBody":"` + body + `"}</script><div id=app></div>`
	if code, out, errs := call(t, page, "-removed", "-"); code != exitOK || errs != "" || !strings.HasPrefix(out, "the page shows no story") {
		t.Errorf("exit code %d, error %q, output\n%s", code, errs, out)
	}
	if code, out, errs := call(t, page, "-"); code != exitOK || errs != "" || !strings.HasPrefix(out, "The first tram of line 7") {
		t.Errorf("exit code %d, error %q, output\n%s", code, errs, out)
	}
}

// What was found on a page without an article can be looked at.
func TestRemovedOfNoArticle(t *testing.T) {
	code, out, errs := call(t, consentPage, "-removed", "-")
	if code != exitFailed || !strings.Contains(out, "We and our partners use cookies") || !strings.Contains(errs, "consent wall") {
		t.Errorf("exit code %d, error %q, output\n%s", code, errs, out)
	}
}
