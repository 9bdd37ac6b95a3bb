package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// story is a page with an article and a link to the next.
func story(title, next string) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s | The Alderport Echo</title></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>%[1]s</h1>
<p>The council met on Monday evening to hear what the harbour works will cost, and how long they will take.</p>
<p>“We had hoped to be done by spring,” said Ole Brandt, who manages the harbour. It will be autumn at the earliest.</p>
<p>Until then the ferries leave from the old pier, which has neither a roof nor a light, as passengers found out.</p>
</article><p>Read next: <a href="%s">more</a></p></body></html>`, title, next)
}

// site serves pages by their path, and remembers what it was asked for.
type site struct {
	pages map[string]string
	mu    sync.Mutex
	asked []string
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path)
	s.mu.Unlock()
	page, ok := s.pages[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if r.URL.Path == "/robots.txt" {
		w.Header().Set("Content-Type", "text/plain")
	}
	fmt.Fprint(w, page)
}

func TestCrawl(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("the crawl left the site")
	}))
	defer elsewhere.Close()
	away := strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1)
	pages := &site{pages: map[string]string{
		"/robots.txt": "User-agent: *\nDisallow: /private/\n",
		"/": `<html><head><title>The Alderport Echo</title></head><body><ul>
<li><a href="/one">One</a></li><li><a href="/two">Two</a></li><li><a href="/two#comments">Comments</a></li>
<li><a href="/gone">Gone</a></li><li><a href="/private/three">Three</a></li><li><a href="` + away + `">Partners</a></li></ul></body></html>`,
		"/one":           story("Harbour works delayed", "/four"),
		"/two":           story("Ferries move to the old pier", "/"),
		"/four":          story("A roof for the old pier", "/five"),
		"/five":          story("Too far from the front page", "/"),
		"/private/three": story("Not for crawlers", "/"),
	}}
	server := httptest.NewServer(pages)
	defer server.Close()

	var out, log strings.Builder
	c := crawl{depth: 2, pages: 50, out: &out, log: &log}
	if err := c.run(context.Background(), server.URL+"/"); err != nil {
		t.Fatal(err)
	}

	var titles []string
	for line := range strings.Lines(out.String()) {
		var art newsparse.Article
		if err := json.Unmarshal([]byte(line), &art); err != nil {
			t.Fatal(err)
		}
		if len(art.Body) != 3 || !strings.HasPrefix(art.URL, server.URL) {
			t.Errorf("%s: %s, %d blocks", art.Title, art.URL, len(art.Body))
		}
		titles = append(titles, art.Title)
	}
	slices.Sort(titles)
	if want := []string{"A roof for the old pier", "Ferries move to the old pier", "Harbour works delayed"}; !slices.Equal(titles, want) {
		t.Errorf("articles are %q, want %q", titles, want)
	}
	for _, note := range []string{server.URL + "/: the page holds no article", server.URL + "/gone: Not Found"} {
		if !strings.Contains(log.String(), note) {
			t.Errorf("the log does not say %q:\n%s", note, &log)
		}
	}
	slices.Sort(pages.asked)
	if want := []string{"/", "/four", "/gone", "/one", "/robots.txt", "/two"}; !slices.Equal(pages.asked, want) {
		t.Errorf("asked for %v, want %v", pages.asked, want)
	}
}

func TestCrawlStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	c := crawl{depth: 1, pages: 5, out: new(strings.Builder), log: new(strings.Builder)}
	server := httptest.NewServer(&site{})
	defer server.Close()
	if err := c.run(ctx, server.URL); err == nil {
		t.Error("a crawl that was stopped reports no error")
	}
}
