package main

import (
	"bytes"
	"context"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

func newTestServer(t *testing.T) *server {
	t.Helper()
	s, err := newServer()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// request answers a request as of a browser on this machine, following where it leads.
func request(s *server, method, path string, body string, header map[string]string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "localhost:8089"
	for name, value := range header {
		r.Header.Set(name, value)
	}
	if host := header["Host"]; host != "" {
		r.Host = host
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if to := w.Header().Get("Location"); to != "" {
		return request(s, http.MethodGet, to, "", nil)
	}
	return w
}

func form(t *testing.T, fields map[string]string, file, content string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, value := range fields {
		if err := w.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	part, err := w.CreateFormFile("file", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.String(), w.FormDataContentType()
}

const shortPage = `<html><body><h1>Night ferry returns</h1><p>After eleven years without one, the islands have a late crossing again.</p>
<p>The crossing takes 50 minutes, and costs the same as by day, <a href="/fares">as the county decided</a>.</p></body></html>`

func TestParsePastedPageAndFile(t *testing.T) {
	s := newTestServer(t)
	for name, tc := range map[string]struct {
		fields        map[string]string
		file, content string
		want          []string
	}{
		"pasted":  {map[string]string{"page": shortPage, "url": "https://echo.example/a"}, "", "", []string{"pasted</strong>: HTML", "Night ferry returns", "https://echo.example/fares", `<th scope="rowgroup" colspan="3">title</th>`}},
		"file":    {nil, "ferry.html", shortPage, []string{"ferry.html</strong>: HTML", "Night ferry returns"}},
		"a PDF":   {nil, "a.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", []string{"not HTML or text"}},
		"nothing": {map[string]string{"page": ""}, "", "", []string{"no visible text"}},
	} {
		body, contentType := form(t, tc.fields, tc.file, tc.content)
		w := request(s, http.MethodPost, "/pages", body, map[string]string{"Content-Type": contentType})
		for _, want := range tc.want {
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %d, no %q in\n%s", name, w.Code, want, w.Body)
			}
		}
	}
}

// Only a browser on this machine gets answers, and only the viewer's own form is taken.
func TestRefusals(t *testing.T) {
	s := newTestServer(t)
	body, contentType := form(t, map[string]string{"page": shortPage}, "", "")
	for _, tc := range []struct {
		name, method, path string
		header             map[string]string
		want               int
	}{
		{"this machine", "GET", "/", nil, 200},
		{"by number", "GET", "/", map[string]string{"Host": "127.0.0.1:8089"}, 200},
		{"by IPv6", "GET", "/", map[string]string{"Host": "[::1]:8089"}, 200},
		{"a name that was made to lead here", "GET", "/", map[string]string{"Host": "attacker.example:8089"}, 403},
		{"a name that looks like it", "GET", "/", map[string]string{"Host": "localhost.attacker.example"}, 403},
		{"a form of another site", "POST", "/pages", map[string]string{"Content-Type": contentType, "Sec-Fetch-Site": "cross-site"}, 403},
		{"its own form", "POST", "/pages", map[string]string{"Content-Type": contentType, "Sec-Fetch-Site": "same-origin"}, 200},
		{"no sample", "GET", "/samples/none.html", nil, 404},
		{"no way out of the samples", "GET", "/samples/..%2fserver.go", nil, 404},
		{"a page that is not kept", "GET", "/pages/0000", nil, 404},
	} {
		if w := request(s, tc.method, tc.path, body, tc.header); w.Code != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, w.Code, tc.want)
		}
	}
	for _, addr := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0"} {
		if l, err := listen(addr); err == nil {
			l.Close()
			t.Errorf("listens on %s", addr)
		}
	}
	l, err := listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
}

// Pages that are kept are bounded in number.
func TestOldPagesGo(t *testing.T) {
	s := newTestServer(t)
	for i := range maxPages + 5 {
		body, contentType := form(t, map[string]string{"page": fmt.Sprint(shortPage, i)}, "", "")
		if w := request(s, http.MethodPost, "/pages", body, map[string]string{"Content-Type": contentType}); w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
	}
	if len(s.views) != maxPages || len(s.order) != maxPages {
		t.Errorf("%d views, %d in order, want %d", len(s.views), len(s.order), maxPages)
	}
}

func TestPolicies(t *testing.T) {
	s := newTestServer(t)
	shown := request(s, http.MethodGet, "/samples/hostile-page.html", "", nil)
	policy := shown.Header().Get("Content-Security-Policy")
	if strings.Contains(policy, "unsafe") || !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "script-src 'self'") {
		t.Errorf("the page's policy is %q", policy)
	}
	if !strings.Contains(shown.Body.String(), `<iframe name="original" title="The original page, its text coloured by role" sandbox src=`) {
		t.Error("the frame has no sandbox")
	}
	var id string
	for id = range s.views {
	}
	original := request(s, http.MethodGet, "/pages/"+id+"/original", "", nil)
	policy = original.Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "sandbox; default-src 'none'") || strings.Contains(policy, "script-src") || strings.Contains(policy, "unsafe") {
		t.Errorf("the original's policy is %q", policy)
	}
}

// In the original of every sample, each block of text has its place and its role.
func TestEveryBlockIsTinted(t *testing.T) {
	for _, sample := range newTestServer(t).samples {
		raw, err := samples.ReadFile("samples/" + sample.File)
		if err != nil {
			t.Fatal(err)
		}
		v := newView(context.Background(), sample.File, raw, "")
		doc, err := decode.Decode(raw, "")
		if err != nil {
			t.Fatal(err)
		}
		pg, _ := label.Builtin.ReadText(doc.Text, nil)
		if doc.HTML {
			root, err := page.ParseHTML(t.Context(), doc.Text)
			if err != nil {
				t.Fatal(err)
			}
			pg = page.FromHTML(root, page.Options{})
		}
		for i, role := range rolesOf(pg, v.Article) {
			if role.Name == "kept" {
				t.Errorf("%s: block %d has no role: %q", sample.File, i, pg.Blocks[i].Text)
			}
			if !strings.Contains(string(v.Original), fmt.Sprintf(`id="b%d"`, i)) {
				t.Errorf("%s: block %d is not in the original: %q", sample.File, i, pg.Blocks[i].Text)
			}
		}
	}
}

// What is written of a page are elements and attributes that can do nothing.
func TestOriginalIsHarmless(t *testing.T) {
	for _, source := range []string{
		`<p onclick="x()" style="color:red" class="a" id="b0"><a href="javascript:x()">text</a></p><script>x()</script>`,
		`<svg><script>x()</script><a xlink:href="javascript:x()">t</a></svg><math><mi xlink:href="data:x">t</mi></math>`,
		`<form action="https://attacker.example"><input name="a"><button formaction="javascript:x()">b</button></form>`,
		`<meta http-equiv="refresh" content="0;url=https://attacker.example"><base href="//attacker.example"><link rel="stylesheet" href="x.css">`,
		`<p lang='"><script>x()</script>' dir="&quot; onload=&quot;x()">text</p><td colspan="2 onload=x()">c</td>`,
		`<table><td colspan=3 rowspan=9999>cell</table><img src=x onerror=x() alt="</span><script>x()</script>"><noscript><img src=x></noscript>`,
		`<custom-element onfocus=x() autofocus>t</custom-element><template><script>x()</script></template><plaintext><script>x()`,
		strings.Repeat("<div><b>", 400) + "deep<script>x()</script>",
	} {
		v := newView(context.Background(), "hostile", []byte("<!DOCTYPE html><html><body>"+source), "")
		root, err := html.Parse(strings.NewReader(string(v.Original)))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type == html.CommentNode || n.Type == html.ElementNode && leftOut[n.Data] && n.Data != "head" {
				t.Errorf("%.100s\nholds %s:\n%.300s", source, n.Data, v.Original)
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "class", "id", "title", "lang", "dir", "colspan", "rowspan":
				default:
					t.Errorf("%.100s\nholds the attribute %s:\n%.300s", source, a.Key, v.Original)
				}
			}
		}
	}
}

func TestDifferences(t *testing.T) {
	for _, tc := range []struct {
		a, b     string
		old, new difference
	}{
		{"found the\nbasin", "found the basin", difference{"found the", "⏎", "basin"}, difference{"found the", "␣", "basin"}},
		{"bird , known", "bird, known", difference{"bird", "␣", ", known"}, difference{"bird", "", ", known"}},
		{"same", "same", difference{"same", "", ""}, difference{"same", "", ""}},
		{"", "new", difference{}, difference{"", "new", ""}},
	} {
		if old, new := differences(tc.a, tc.b); old != tc.old || new != tc.new {
			t.Errorf("%q, %q: got %+v, %+v", tc.a, tc.b, old, new)
		}
	}
}
