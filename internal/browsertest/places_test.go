package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	rendererhtml "github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
)

const source = "https://paper.example/news/ferry"

// prose makes an article of a page, so that what stands beside it is taken for story.
const prose = `<p>The ferry to Marrow Hill left at dawn, and the harbour master, who had waited for it all night, went home.
</p><p>“We had hoped for thirty passengers,” said Ole Brandt, who manages the harbour. Sixty-one came, he said, and more are expected.</p>`

func article(head, body string) string {
	return "<!doctype html><html lang=en><head><title>Night ferry returns</title>" + head + "</head><body><article><h1>Night ferry returns</h1>" + prose + body + prose + "</article></body></html>"
}

// A place is where on a page a payload stands.
type place struct {
	name string
	page func(payload string) string
}

var places = []place{
	{"the whole page", func(p string) string { return p }},
	{"a page's body", func(p string) string { return "<body>" + p + prose }},
	{"between paragraphs", func(p string) string { return article("", p) }},
	{"inside a paragraph", func(p string) string {
		return article("", "<p>It was the harbour master who said "+p+" before he left.</p>")
	}},
	{"text of a paragraph", func(p string) string { return article("", "<p>He wrote "+html.EscapeString(p)+" and left.</p>") }},
	{"text of code", func(p string) string {
		return article("", "<p>He wrote <code>"+html.EscapeString(p)+"</code> and left.</p><pre><code>"+html.EscapeString(p)+"</code></pre>")
	}},
	{"the title", func(p string) string {
		return "<title>" + html.EscapeString(p) + "</title><article><h1>" + html.EscapeString(p) + "</h1>" + prose + prose
	}},
	{"a caption", func(p string) string {
		return article("", "<figure><img src=/ferry.jpg width=640 height=480><figcaption>"+p+"</figcaption></figure>")
	}},
	{"text of a caption", func(p string) string {
		return article("", "<figure><img src=/ferry.jpg width=640 height=480><figcaption>"+html.EscapeString(p)+"</figcaption></figure>")
	}},
	{"a link", func(p string) string {
		return article("", `<p>He told <a href="`+html.EscapeString(p)+`">the paper</a> and left the harbour.</p>`)
	}},
	{"a script link", func(p string) string {
		return article("", `<p>He told <a href="javascript:`+html.EscapeString(p)+`">the paper</a> and left the harbour.</p>`)
	}},
	{"the text of a link", func(p string) string {
		return article("", `<p>He told <a href="/paper">`+html.EscapeString(p)+`</a> and left the harbour.</p>`)
	}},
	{"an image", func(p string) string {
		return article("", `<figure><img width=640 height=480 src="`+html.EscapeString(p)+`" alt="`+html.EscapeString(p)+`"><figcaption>The ferry at dawn</figcaption></figure>`)
	}},
	{"an embed", func(p string) string { return article("", `<iframe src="`+html.EscapeString(p)+`"></iframe>`) }},
	{"a list", func(p string) string {
		return article("", "<ul><li>The first of the ferries "+p+"<li>"+html.EscapeString(p)+" was the second</ul>")
	}},
	{"a table", func(p string) string {
		return article("", "<table><tr><th>Ferry<th>"+html.EscapeString(p)+"<tr><td>"+p+"<td>12</table>")
	}},
	{"JSON-LD", func(p string) string {
		ld, _ := json.Marshal(map[string]any{
			"@type": "NewsArticle", "headline": p, "description": p, "url": p, "image": p, "datePublished": p, "keywords": p,
			"author": map[string]any{"@type": "Person", "name": p, "url": p}, "publisher": map[string]any{"name": p, "url": p},
		})
		return article(`<script type="application/ld+json">`+string(ld)+`</script>`, "")
	}},
	{"metas", func(p string) string {
		e := html.EscapeString(p)
		return article(`<meta property="og:title" content="`+e+`"><meta name=description content="`+e+`"><meta name=author content="`+e+`">`+
			`<meta property="og:image" content="`+e+`"><link rel=canonical href="`+e+`"><base href="`+e+`">`, `<p>See <a href="?x">here</a> for the times of the ferry.</p>`)
	}},
	{"plain text", func(p string) string {
		return "Night ferry returns\n\nThe ferry to Marrow Hill left at dawn, and the harbour master went home.\n\n" + p + "\n\nHe said that more passengers are expected, and that the ferry would come again.\n"
	}},
}

// payloads are those of DOMPurify's tests where they lie beside the clone, and some of our own.
func payloads(t *testing.T) []string {
	t.Helper()
	list := []string{
		`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `<svg onload=alert(1)>`, `<a href="javascript:alert(1)" autofocus onfocus=alert(1)>x</a>`,
		`javascript:alert(1)`, " java\tscript:alert(1)", `data:text/html,<script>alert(1)</script>`, `"><script>alert(1)</script>`, `' onmouseover='alert(1)`,
		`](javascript:alert(1))`, "```\n<script>alert(1)</script>", `<iframe srcdoc="<script>alert(1)</script>">`, `</title><script>alert(1)</script>`,
		`<style>@import "https://thief.example/a.css";</style>`, `https://thief.example/"onload="alert(1)`, `<form action="javascript:alert(1)"><input type=submit autofocus>`,
		`<meta http-equiv=refresh content="0;url=https://thief.example/">`, `<!--><script>alert(1)</script>-->`, `\"-alert(1)}//`, `<object data="javascript:alert(1)">`,
		`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`, `<math><mtext><style><img src=x onerror=alert(1)></style>`, "<\x00script>alert(1)</script>",
		`![x](x"onerror="alert(1))`, `<https://paper.example/"onclick=alert(1)>`, `[x]: javascript:alert(1)`,
	}
	data, err := os.ReadFile("../../../shared/security/xss-payloads.json")
	if errors.Is(err, os.ErrNotExist) {
		return list
	}
	var more []string
	if err := json.Unmarshal(data, &more); err != nil {
		t.Fatal(err)
	}
	return append(list, more...)
}

// unsafeMarkdown passes on all HTML and all addresses that stand in Markdown.
var unsafeMarkdown = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(rendererhtml.WithUnsafe()))

// A document is an output that a browser is to show.
type document struct {
	name   string
	markup string
}

// documents are the outputs for a payload in all places.
func documents(t *testing.T, payload string) (out []document) {
	t.Helper()
	for _, p := range places {
		art, err := new(newsparse.Parser).Parse(context.Background(), strings.NewReader(p.page(payload)), newsparse.Source{URL: source})
		if art == nil {
			if !errors.Is(err, newsparse.ErrEmpty) {
				t.Fatalf("%s: %v", p.name, err)
			}
			continue
		}
		var rendered bytes.Buffer
		if err := unsafeMarkdown.Convert([]byte(art.Markdown()), &rendered); err != nil {
			t.Fatal(err)
		}
		out = append(out, document{p.name, art.HTML()}, document{p.name + ", by Markdown", rendered.String()})
	}
	return out
}

// joined is the outputs of one kind one after the other, in two documents.
func joined(all []document) []document {
	two := []document{{name: "HTML"}, {name: "Markdown"}}
	for i, d := range all {
		two[i%2].markup += d.markup
	}
	return two
}

// checkWhole sees that an output does not swallow what comes after it: all of its elements
// are ours, and what follows stands outside of them.
func checkWhole(t *testing.T, d document) {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(d.markup + "<hr>"))
	if err != nil {
		t.Fatal(err)
	}
	after := false
	for n := range root.Descendants() {
		switch n.Type {
		case xhtml.ElementNode:
			after = after || n.Data == "hr" && n.Parent.Data == "body" && n.NextSibling == nil
			if !slices.Contains(allowed, n.Data) {
				t.Errorf("%s: element %s in %.300s", d.name, n.Data, d.markup)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src") && !isOurs(a.Val) && !strings.HasPrefix(a.Val, "mailto:") {
					t.Errorf("%s: attribute %s=%q in %.300s", d.name, a.Key, a.Val, d.markup)
				}
			}
		case xhtml.CommentNode:
			t.Errorf("%s: a comment in %.300s", d.name, d.markup)
		}
	}
	if !after {
		t.Errorf("%s: it does not end in %.300s", d.name, d.markup)
	}
}

// allowed are the elements that outputs may have.
var allowed = strings.Fields("html head body article header h1 h2 h3 h4 h5 h6 p blockquote aside figure img figcaption " +
	"ul ol li table caption thead tbody tr td th pre code a strong em br time hr")

// isOurs reports whether an image may be asked for: it has an address of the web.
func isOurs(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

// page is a document as a browser gets it.
func (d document) page() string {
	return fmt.Sprintf("<!doctype html><meta charset=utf-8><title>x</title><body>%s", d.markup)
}
