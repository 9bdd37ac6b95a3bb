package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const ferries = `<!DOCTYPE html><html lang="en"><head><title>Night ferry returns | The Alderport Echo</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Night ferry returns</h1><p class="byline">By Mara Lindqvist</p><time datetime="2024-03-08">8 March 2024</time>
<p>After eleven years without one, the islands have a late crossing again, <b>three</b> nights a week.</p>
<div class="ad">Advertisement</div>
<p>“We had hoped for thirty passengers,” said Ole Brandt, who manages the harbour. Sixty-one came.</p>
</article><footer>© 2024 The Alderport Echo. All rights reserved.</footer></body></html>`

const wantDigest = `# Alderport \*Echo\*

## [Night ferry returns](<SERVER/ferries>)

*Mara Lindqvist, 8 March 2024*

After eleven years without one, the islands have a late crossing again, **three** nights a week.

“We had hoped for thirty passengers,” said Ole Brandt, who manages the harbour. Sixty-one came.

## [Gone \[and\] missed](<SERVER/gone>)

The old crane is to be taken down in May.

*The page could not be read: the server answers 404 Not Found.*
`

// The same digest comes of both formats.
var feeds = map[string]string{
	"/rss": `<?xml version="1.0"?><rss version="2.0"><channel><title>Alderport *Echo*</title><link>SERVER/</link>
<item><title>Ferry</title><link>SERVER/ferries</link><pubDate>Thu, 07 Mar 2024 08:00:00 +0000</pubDate></item>
<item><title>Gone [and] missed</title><link>SERVER/gone</link><description>&lt;p&gt;The old crane is to be taken down in &lt;i&gt;May&lt;/i&gt;.&lt;/p&gt;</description></item>
<item><title>Too old</title><link>SERVER/old</link></item>
</channel></rss>`,
	"/atom": `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Alderport *Echo*</title>
<entry><title>Ferry</title><link href="SERVER/ferries"/><updated>2024-03-07T08:00:00Z</updated></entry>
<entry><title>Gone [and] missed</title><link href="SERVER/gone"/><content type="html">&lt;p&gt;The old crane is to be taken down in May.&lt;/p&gt;</content></entry>
<entry><title>Too old</title><link href="SERVER/old"/></entry>
</feed>`,
}

func serve(t *testing.T) *httptest.Server {
	t.Helper()
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case feeds[r.URL.Path] != "":
			w.Header().Set("Content-Type", "application/xml")
			fmt.Fprint(w, strings.ReplaceAll(feeds[r.URL.Path], "SERVER", server.URL))
		case r.URL.Path == "/ferries":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, ferries)
		case r.URL.Path == "/old":
			t.Error("an item behind the last was fetched")
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server
}

func TestDigest(t *testing.T) {
	server := serve(t)
	for path := range feeds {
		t.Run(path, func(t *testing.T) {
			d := digest{client: &http.Client{Timeout: 10 * time.Second}, items: 2}
			var got strings.Builder
			if err := d.write(context.Background(), &got, server.URL+path); err != nil {
				t.Fatal(err)
			}
			if want := strings.ReplaceAll(wantDigest, "SERVER", server.URL); got.String() != want {
				t.Errorf("digest is\n%s\nwant\n%s", &got, want)
			}
		})
	}
}

func TestDigestErrors(t *testing.T) {
	server := serve(t)
	d := digest{client: server.Client(), items: 2}
	for _, path := range []string{"/ferries", "/nothing"} { // not a feed, not there
		if err := d.write(context.Background(), new(strings.Builder), server.URL+path); err == nil {
			t.Errorf("%s makes a digest", path)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.write(ctx, new(strings.Builder), server.URL+"/rss"); err == nil {
		t.Error("a digest that was stopped reports no error")
	}
}

func TestHeading(t *testing.T) {
	for _, tc := range []struct{ title, link, want string }{
		{"A *star*", "https://a.example/?a=1&b=(2)", `## [A \*star\*](<https://a.example/?a=1&b=(2)>)`},
		{"Two\nlines", "", `## Two lines`},
		{"A script", "javascript:alert(1)", `## A script`},
		{"A bracket", "https://a.example/>\n# x", `## [A bracket](<https://a.example/%3E# x>)`},
	} {
		if got := heading(tc.title, tc.link); got != tc.want+"\n\n" {
			t.Errorf("%q is %q, want %q", tc.title, got, tc.want)
		}
	}
}
