// Package browsertest loads what newsparse makes of hostile pages in headless Chromium.
package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/debugger"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A browser shows documents and notes what they do.
type browser struct {
	ctx    context.Context
	server *httptest.Server

	mu        sync.Mutex
	documents []document
	events    []string // scripts, requests, dialogs and navigations that no document may cause
}

// probeName is the name of our own script, which is not counted.
const probeName = "probe.js"

func openBrowser(t *testing.T) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("BROWSER_TESTS") == "required" {
			t.Fatal("there is no Chromium")
		}
		t.Skip("there is no Chromium")
	}
	profile, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		t.Fatal(err)
	}
	b := new(browser)
	b.server = httptest.NewServer(b)
	t.Cleanup(b.server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile))
	t.Cleanup(func() { os.RemoveAll(profile) }) // after the browser has ended
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	b.ctx = ctx
	chromedp.ListenTarget(ctx, b.listen)
	if err := chromedp.Run(ctx, fetch.Enable(), page.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := debugger.Enable().Do(ctx)
		return err
	})); err != nil {
		t.Fatal(err)
	}
	return b
}

// ServeHTTP serves "/" as a page with each document in a frame, and "/N" as document N.
func (b *browser) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	n := -1
	fmt.Sscanf(r.URL.Path, "/%d", &n)
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case n >= 0 && n < len(b.documents):
		fmt.Fprint(w, b.documents[n].page())
	case r.URL.Path == "/":
		fmt.Fprint(w, "<!doctype html><link rel=icon href=data:,>") // or the browser asks for one
		for i := range b.documents {
			fmt.Fprintf(w, "<iframe src=/%d></iframe>", i)
		}
	default:
		http.NotFound(w, r)
	}
}

func (b *browser) note(format string, values ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.events = append(b.events, fmt.Sprintf(format, values...))
}

// listen notes what the documents do, and keeps every request inside.
func (b *browser) listen(event any) {
	switch e := event.(type) {
	case *debugger.EventScriptParsed:
		if e.URL != probeName && !strings.HasPrefix(e.URL, "pprt:") {
			b.note("a script ran: %s, %d bytes", e.URL, e.Length)
		}
	case *page.EventJavascriptDialogOpening:
		b.note("a dialog opened: %s", e.Message)
		go chromedp.Run(b.ctx, page.HandleJavaScriptDialog(false))
	case *fetch.EventRequestPaused:
		address := e.Request.URL
		if strings.HasPrefix(address, b.server.URL+"/") && e.ResourceType == network.ResourceTypeDocument {
			go chromedp.Run(b.ctx, fetch.ContinueRequest(e.RequestID))
			return
		}
		if e.ResourceType != network.ResourceTypeImage || !isOurs(address) {
			b.note("a request: %s %s", e.ResourceType, address)
		}
		go chromedp.Run(b.ctx, fetch.FailRequest(e.RequestID, network.ErrorReasonBlockedByClient))
	}
}

// probe looks at every frame for what is dangerous in a live document.
const probe = `(function () {
	const found = [];
	for (const frame of document.querySelectorAll("iframe")) {
		const d = frame.contentDocument;
		const where = frame.getAttribute("src") + ": ";
		if (!d || !d.body) { found.push(where + "the document is gone"); continue; }
		for (const e of d.querySelectorAll("*")) {
			if (["SCRIPT", "IFRAME", "OBJECT", "EMBED", "STYLE", "LINK", "FORM", "INPUT", "BUTTON", "BASE", "FRAME", "TEMPLATE", "AUDIO", "VIDEO"].includes(e.tagName.toUpperCase()) || e.namespaceURI !== "http://www.w3.org/1999/xhtml")
				found.push(where + "element " + e.tagName);
			for (const a of e.attributes) {
				if (/^on/i.test(a.name) || ["style", "srcdoc", "action", "formaction", "ping", "srcset", "background", "id", "name"].includes(a.name) && !(e.tagName === "META")) found.push(where + "attribute " + a.name);
			}
			for (const address of [e.href, e.src])
				if (typeof address === "string" && address !== "" && !/^(https?|mailto):/.test(address)) found.push(where + "address " + address);
		}
	}
	return JSON.stringify(found);
})()
//# sourceURL=` + probeName

// show loads documents, each in a frame, and returns what was wrong.
func (b *browser) show(t *testing.T, documents []document) []string {
	t.Helper()
	b.mu.Lock()
	b.documents, b.events = documents, nil
	b.mu.Unlock()
	ctx, stop := context.WithTimeout(b.ctx, time.Minute)
	defer stop()
	var found string
	if err := chromedp.Run(ctx, chromedp.Navigate(b.server.URL+"/"), chromedp.Evaluate(probe, &found)); err != nil {
		t.Fatal(err)
	}
	var wrong []string
	if err := json.Unmarshal([]byte(found), &wrong); err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return append(wrong, b.events...)
}

// EACH=1 in the environment shows each output in a frame of its own; else those of a payload
// are shown in two, HTML and Markdown. That none of them swallows the next is seen without
// a browser.
func TestNothingRunsInABrowser(t *testing.T) {
	b := openBrowser(t)
	list := payloads(t)
	shown := 0
	for _, payload := range list {
		all := documents(t, payload)
		shown += len(all)
		for _, d := range all {
			checkWhole(t, d)
		}
		together := all
		if os.Getenv("EACH") == "" {
			together = joined(all)
		}
		if len(b.show(t, together)) == 0 {
			continue
		}
		for _, d := range all { // one at a time, to tell which
			if wrong := b.show(t, []document{d}); len(wrong) > 0 {
				t.Errorf("%.200q in %s: %.300q\n%.1000s", payload, d.name, wrong, d.markup)
			}
		}
	}
	t.Logf("%d payloads in %d places, %d outputs", len(list), len(places), shown)
}

// The test sees what it looks for: shown as they are, the payloads do run.
func TestTheBrowserSeesWhatRuns(t *testing.T) {
	b := openBrowser(t)
	for _, c := range []struct{ markup, says string }{
		{"<script>window.x = 1</script>", "a script ran"},
		{"<img src=x onerror='window.x = 1'>", "attribute onerror"},
		{"<img src='data:,x' onerror='alert(1)'>", "a dialog opened"},
		{"<a href='javascript:alert(1)'>x</a>", "address javascript:"},
		{"<link rel=stylesheet href=https://thief.example/a.css>", "a request: Stylesheet"},
		{"<iframe src=https://thief.example/></iframe>", "a request: Document"},
		{"<meta http-equiv=refresh content='0;url=https://thief.example/'>", "a request: Document"},
	} {
		var wrong []string
		for range 20 { // a reload or a handler may come after the page is loaded
			if wrong = append(wrong, b.show(t, []document{{"", c.markup}})...); strings.Contains(strings.Join(wrong, "\n"), c.says) {
				break
			}
		}
		if !strings.Contains(strings.Join(wrong, "\n"), c.says) {
			t.Errorf("%s: %q, want %q", c.markup, wrong, c.says)
		}
	}
}
