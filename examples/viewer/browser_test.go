package main

import (
	"context"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// newBrowser starts a headless Chromium at the viewer's start page, with further options. Without one on the machine
// the test is skipped, unless BROWSER_TESTS is set to "required".
func newBrowser(t *testing.T, more ...chromedp.ExecAllocatorOption) (ctx context.Context, url string) {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("BROWSER_TESTS") == "required" {
			t.Fatal("no Chromium in the path")
		}
		t.Skip("no Chromium in the path")
	}
	s, err := newServer()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.WindowSize(1280, 800))
	if os.Geteuid() == 0 { // Chromium's own sandbox does not run as root
		options = append(options, chromedp.NoSandbox)
	}
	options = append(options, more...)
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	run(t, ctx, chromedp.Navigate(server.URL)) // starts the browser; a time limit here would end it
	ctx, cancelTimeout := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancelTimeout)
	run(t, ctx, chromedp.WaitVisible(css("textarea")))
	return ctx, server.URL
}

type css = chromedp.CSS

func run(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func get[T any](t *testing.T, ctx context.Context, action chromedp.Action[T]) T {
	t.Helper()
	out, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func text(t *testing.T, ctx context.Context, selector css) string {
	t.Helper()
	return get(t, ctx, chromedp.Text(selector))
}

// screenshot keeps a picture in the folder that VIEWER_SCREENSHOTS names, if it does.
func screenshot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	folder := os.Getenv("VIEWER_SCREENSHOTS")
	if folder == "" {
		return
	}
	run(t, ctx, chromedp.Sleep(300*time.Millisecond))
	png := get(t, ctx, chromedp.CaptureScreenshot())
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}

// A first visit: open a sample, look at a removed block in the original, switch outputs.
func TestBrowserSample(t *testing.T) {
	ctx, _ := newBrowser(t)
	run(t, ctx, chromedp.Click(`//a[text()="news page"]`), chromedp.WaitVisible(css("#article h1")))
	if got := text(t, ctx, "#article h1"); got != "Town library lends its first telescopes" {
		t.Errorf("title %q", got)
	}
	screenshot(t, ctx, "news-page")

	run(t, ctx, chromedp.Click(css(`.tabs a[href="#removed"]`)), chromedp.Click(`//section[@id="removed"]//a[contains(., "Sign up for our newsletter")]`))
	href := get(t, ctx, chromedp.AttributeValue(css(".removals .current"), "href")).Value
	if frame := frameURL(t, ctx); !strings.HasSuffix(frame, href) || !strings.Contains(href, "#b") {
		t.Errorf("the frame shows %s, want %s", frame, href)
	}
	screenshot(t, ctx, "removed")

	for _, tc := range []struct {
		tab   string
		panel css
		want  string
	}{
		{"json", "#json pre", `"title": "Town library lends its first telescopes"`},
		{"markdown", "#markdown pre", "# Town library lends its first telescopes"},
		{"tei", "#tei pre", `<head type="main">Town library`},
		{"evidence", "#evidence", "json-ld"},
	} {
		run(t, ctx, chromedp.Click(css(`.tabs a[href="#`+tc.tab+`"]`)))
		if got := text(t, ctx, tc.panel); !strings.Contains(got, tc.want) {
			t.Errorf("%s shows no %s: %.200s", tc.tab, tc.want, got)
		}
		if shown := get(t, ctx, chromedp.Evaluate[int](`[...document.querySelectorAll(".panel")].filter((p) => p.offsetParent !== null).length`)); shown != 1 {
			t.Errorf("%d panels are shown, want 1", shown)
		}
	}
	screenshot(t, ctx, "evidence")
}

// frameURL is where the frame of the original is.
func frameURL(t *testing.T, ctx context.Context) string {
	t.Helper()
	run(t, ctx, chromedp.Sleep(200*time.Millisecond)) // for it to go there
	return get(t, ctx, func(ctx context.Context, tab *chromedp.Target) (string, error) {
		targets, err := cdp.Call(ctx, tab, target.GetTargets, target.GetTargetsParams{})
		if err != nil {
			return "", err
		}
		for _, info := range targets.TargetInfos {
			if info.Type == "iframe" { // a frame without rights has a process of its own
				return info.URL, nil
			}
		}
		tree, err := cdp.Call(ctx, tab, page.GetFrameTree, cdp.Empty{})
		if err != nil || len(tree.FrameTree.ChildFrames) == 0 {
			return "", err
		}
		frame := tree.FrameTree.ChildFrames[0].Frame
		return frame.URL + frame.URLFragment, nil
	})
}

// Pasted text is parsed, and what was mended is shown before and after.
func TestBrowserPaste(t *testing.T) {
	ctx, _ := newBrowser(t)
	page, err := samples.ReadFile("samples/copied-text.txt")
	if err != nil {
		t.Fatal(err)
	}
	run(t, ctx, chromedp.SetValue(css("#page"), string(page)), chromedp.Click(css("button[type=submit]")), chromedp.WaitVisible(css("#article h1")))
	if status := text(t, ctx, ".status"); !strings.Contains(status, "plain text") {
		t.Errorf("status %q", status)
	}
	run(t, ctx, chromedp.Click(css(`.tabs a[href="#repairs"]`)))
	if before, after := text(t, ctx, "#repairs del"), text(t, ctx, "#repairs ins"); before != "⏎" || after != "␣" {
		t.Errorf("the first repair turns %q into %q", before, after)
	}
	screenshot(t, ctx, "repairs")
}

// All of it works from the keyboard.
func TestBrowserKeyboard(t *testing.T) {
	ctx, url := newBrowser(t)
	run(t, ctx, chromedp.Navigate(url+"/samples/news-page.html"), chromedp.WaitVisible(css("#article h1")),
		chromedp.Focus(css(`.tabs a[aria-selected=true]`)), chromedp.KeyEvent(kb.ArrowRight))
	if tab := get(t, ctx, chromedp.Evaluate[string](`document.activeElement.hash`)); tab != "#removed" {
		t.Fatalf("the arrow leads to %q", tab)
	}
	for range 3 {
		run(t, ctx, chromedp.KeyEvent("j"))
	}
	run(t, ctx, chromedp.KeyEvent("k"))
	if at := get(t, ctx, chromedp.Evaluate[int](`[...document.querySelectorAll(".removals a")].indexOf(document.querySelector(".current"))`)); at != 1 {
		t.Errorf("j, j, j, k lead to removal %d, want 1", at)
	}
}

// On a small screen there is one column, of which nothing sticks out, and a tab for the original.
func TestBrowserSmallScreen(t *testing.T) {
	ctx, url := newBrowser(t)
	run(t, ctx, chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Navigate(url+"/samples/news-page.html"), chromedp.WaitVisible(css("#article h1")))
	if sticksOut := get(t, ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > innerWidth`)); sticksOut {
		t.Error("the page is wider than the screen")
	}
	screenshot(t, ctx, "small")
	run(t, ctx, chromedp.Click(css(`.tabs a[href="#removed"]`)), chromedp.Click(css(".removals a")), chromedp.WaitVisible(css("iframe")))
	screenshot(t, ctx, "small-original")
}

func TestBrowserDark(t *testing.T) {
	ctx, url := newBrowser(t)
	get(t, ctx, func(ctx context.Context, tab *chromedp.Target) (cdp.Empty, error) {
		return cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
		})
	})
	run(t, ctx, chromedp.Navigate(url+"/samples/copied-text.txt"), chromedp.WaitVisible(css("#article h1")))
	if paper := get(t, ctx, chromedp.Evaluate[string](`getComputedStyle(document.body).backgroundColor`)); paper != "rgb(22, 24, 28)" {
		t.Errorf("the paper is %s", paper)
	}
	screenshot(t, ctx, "dark")
}

// A hostile page runs nothing, requests nothing and leaves nowhere; its words are shown.
func TestBrowserHostilePage(t *testing.T) {
	attacker, err := net.Listen("tcp", "127.0.0.1:0") // all that the page names leads here
	if err != nil {
		t.Fatal(err)
	}
	defer attacker.Close()
	var reached atomic.Int32
	go func() {
		for {
			conn, err := attacker.Accept()
			if err != nil {
				return
			}
			reached.Add(1)
			conn.Close()
		}
	}()
	ctx, url := newBrowser(t, chromedp.Flag("host-resolver-rules", "MAP *.example "+attacker.Addr().String()))
	run(t, ctx, chromedp.Navigate(url+"/samples/hostile-page.html"), chromedp.WaitVisible(css("#article h1")), chromedp.Sleep(time.Second))
	screenshot(t, ctx, "hostile")
	if title := get(t, ctx, chromedp.Evaluate[string]("document.title")); title != "hostile-page.html – newsparse viewer" {
		t.Errorf("the title became %q", title)
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("the attacker was reached %d times", n)
	}
	if !strings.HasPrefix(frameURL(t, ctx), url) {
		t.Errorf("the frame went to %s", frameURL(t, ctx))
	}
	if n := get(t, ctx, chromedp.Evaluate[int](`document.querySelectorAll("#article script, #article [onclick], #article iframe").length`)); n > 0 {
		t.Errorf("%d elements of the page came along", n)
	}
	if got := text(t, ctx, "#article .story"); !strings.Contains(got, `<script>alert("text")</script> is what the reporter typed`) {
		t.Errorf("the words are gone: %s", got)
	}
	run(t, ctx, chromedp.Navigate(url)) // the listener works: what is not contained reaches it
	chromedp.Do(ctx, chromedp.Navigate("http://attacker.example/"))
	if reached.Load() == 0 {
		t.Error("the attacker cannot be reached at all: the test tests nothing")
	}
}
