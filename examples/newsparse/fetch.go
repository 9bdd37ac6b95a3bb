package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/seed-90a94633/newsparse"
)

const userAgent = "newsparse (+https://github.com/seed-90a94633/newsparse)"

// A fetcher opens pages.
type fetcher struct {
	stdin   io.Reader
	timeout time.Duration
}

// open returns the page's bytes, and what is known of it. The size is bounded by the parser.
func (f *fetcher) open(ctx context.Context, page string) (io.ReadCloser, newsparse.Source, error) {
	scheme, _, isURL := strings.Cut(page, "://")
	switch {
	case page == "-":
		return io.NopCloser(f.stdin), newsparse.Source{}, nil
	case isURL && (scheme == "http" || scheme == "https"):
		return f.get(ctx, page)
	case isURL:
		return nil, newsparse.Source{}, fmt.Errorf("%s is not fetched: only http and https are", scheme)
	}
	file, err := os.Open(page)
	return file, newsparse.Source{}, err
}

func (f *fetcher) get(ctx context.Context, address string) (io.ReadCloser, newsparse.Source, error) {
	var src newsparse.Source
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, src, err
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9")
	client := http.Client{Timeout: f.timeout} // covers reading the body too
	response, err := client.Do(request)
	if err != nil {
		return nil, src, err
	}
	if response.StatusCode != http.StatusOK {
		response.Body.Close()
		return nil, src, fmt.Errorf("the server answers %s", response.Status)
	}
	src = newsparse.Source{
		URL:         response.Request.URL.String(), // after redirects
		ContentType: response.Header.Get("Content-Type"),
		Fetched:     time.Now(),
	}
	return response.Body, src, nil
}
