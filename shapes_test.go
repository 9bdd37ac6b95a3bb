package newsparse_test

import (
	"fmt"
	"strings"
)

// A shape is a kind of page that costs more than it seems to: build makes one of about the
// wanted size, in bytes.
type shape struct {
	name  string
	build func(size int) string
}

const prose = "The ferry to Marrow Hill left at dawn, and the harbour master, who had waited for it all night, went home. "

// repeated is head, then unit as often as the size allows; each "%d" of unit is its number.
func repeated(head, unit, tail string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		b.WriteString(head)
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.ReplaceAll(unit, "%d", fmt.Sprint(i)))
		}
		b.WriteString(tail)
		return b.String()
	}
}

const story = "<title>Ferry</title><body><h1>Ferry</h1>"

var shapes = []shape{
	{"one huge paragraph", repeated(story+"<p>", prose, "")},
	{"huge paragraphs", repeated(story, "<p>"+strings.Repeat(prose, 500), "")},
	{"plain text, one line", repeated("", prose, "")},
	{"plain text, short lines", repeated("", "The ferry %d left\n", "")},
	{"plain text, a letter a line", repeated("", "a\n", "")},
	{"small paragraphs", repeated(story, "<p>The ferry %d left at dawn.</p>\n", "")},
	{"tiny paragraphs", repeated(story, "<p>a", "")},
	{"link farm", repeated(story, `<a href="/story/%d.html">Story number %d</a> `, "")},
	{"link list", repeated(story+"<ul>", `<li><a href="/story/%d.html">Story number %d</a></li>`+"\n", "")},
	{"long table", repeated(story+"<table>", "<tr><td>Ferry %d</td><td>dawn</td><td>12</td></tr>\n", "")},
	{"wide table", repeated(story+"<table><tr>", "<td>%d</td>", "")},
	{"breaks", repeated(story+"<p>", "<br>", "")},
	{"words and breaks", repeated(story+"<p>", "ferry %d<br>", "")},
	{"wide", repeated(story, "<div>%d</div>", "")},
	{"deep divs, closed", func(n int) string {
		return story + strings.Repeat("<div>", n/11) + prose + strings.Repeat("</div>", n/11)
	}},
	{"deep divs with text", repeated(story, "<div>ferry %d ", "")},
	{"deep spans", repeated(story, "<span>ferry ", "")},
	{"deep unknown elements", repeated(story, "<x-%d>ferry ", "")},
	{"deep bold", repeated(story, "<b id=%d>ferry ", "")},
	{"deep lists", repeated(story, "<ul><li>ferry ", "")},
	{"deep tables", repeated(story, "<table><tr><td>ferry ", "")},
	{"deep quotes with links", repeated(story, "<blockquote><a href=/%d>ferry</a> ", "")},
	{"deep mix", repeated(story, "<div><b><p><i><table><tr><td><ul><li><font size=%d>ferry ", "")},
	{"formatting reopened in each paragraph", repeated(story, "<p><b id=%d>ferry</p>", "")},
	{"formatting reopened in many paragraphs", func(n int) string {
		return repeated(story+repeated("", "<b id=%d>", "")(3000), "<p>a", "")(n)
	}},
	{"misnested", repeated(story, "<b><i>ferry</b> dawn</i> ", "")},
	{"misnested blocks", repeated(story, "<a href=/%d><p>ferry</a> dawn", "")},
	{"stray end tags in text", repeated(story+"<p>", "ferry</x>", "")},
	{"stray tags in text", repeated(story+"<p>", "ferry<td>", "")},
	{"body attributes", repeated(story, "<body a%d=1>", "")},
	{"attributes", func(n int) string { return story + "<p " + repeated("", "a%d=1 ", "")(n) + ">ferry" }},
	{"tags in a select", repeated(story+"<select>", "ferry<p>", "")},
	{"options", repeated(story+"<select>", "<option>ferry %d", "")},
	{"nested forms", repeated(story, "<form>ferry ", "")},
	{"text in tables", repeated(story+"<table>", "ferry<tr>", "")},
	{"marks", repeated(story+"<p>", "<b>a</b> ", "")},
	{"marks in marks", repeated(story+"<p>", "<b>a<i>b<code>c</code></i></b> ", "")},
	{"a span of many cells", repeated(story+"<table>", "<tr><td colspan=1000 rowspan=65534>ferry %d</td></tr>", "")},
	{"images", repeated(story, `<img src="/p/%d.jpg" alt="ferry">`, "")},
	{"figures", repeated(story, `<figure><img src="/p/%d.jpg"><figcaption>Ferry %d</figcaption></figure>`, "")},
	{"times", repeated(story, `<time datetime=2024-03-08>8 March</time>`, "")},
	{"metas", repeated("<head>", `<meta name=author content="Ann Lee %d">`, "<p>"+prose)},
	{"items", repeated(story, `<span itemprop=author>Ann Lee %d</span>`, "")},
	{"nested items", repeated(story, `<div itemprop=author>Ann Lee %d`, "")},
	{"JSON-LD scripts", repeated(story, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry %d"}</script>`, "<p>"+prose)},
	{"JSON-LD, deep", func(n int) string {
		return story + `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n/11) + `</script><p>` + prose
	}},
	{"JSON-LD, many authors", repeated(story+`<script type="application/ld+json">{"@type":"NewsArticle","author":[`, `{"@type":"Person","name":"Ann Lee %d"},`, `]}</script><p>`+prose)},
	{"JSON-LD, quotes", repeated(story+`<script type="application/ld+json">{"headline":"`, `"`, `</script><p>`+prose)},
	{"hidden", repeated(story, "<p hidden>ferry %d</p>", "")},
	{"hidden inline", repeated(story+"<p>", "ferry <span hidden>dawn %d</span> ", "")},
	{"classes", repeated(story, `<div class="story-%d teaser related">ferry</div>`, "")},
	{"pre", repeated(story+"<pre>", "ferry %d\n", "")},
	{"code in paragraphs", repeated(story, "<p><code>ferry %d</code></p>", "")},
	{"ruby", repeated(story+"<p>", "<ruby>a<rt>b</ruby>", "")},
	{"comments", repeated(story, "<!-- %d -->ferry ", "")},
	{"entities", repeated(story+"<p>", "&amp;&#8217;&lt;", "")},
	{"repeated paragraphs", repeated(story, "<p>"+prose+"</p>", "")},
	{"stops and quotes", repeated(story, "<p>The ferry . left\" . at dawn ,and </p>", "")},
	{"bylines", repeated(story, "<p class=byline>By Ann Lee %d</p>", "")},
	{"dates", repeated(story, "<p>8 March 2024, 12:%d</p>", "")},
	{"captions", repeated(story+"<table>", "<caption>ferry %d</caption>", "<tr><td>x")},
	{"posts", repeated(story, `<blockquote class="twitter-tweet"><p>ferry %d <a href="https://x.example/%d">link</a></p></blockquote>`, "")},
	{"brackets", repeated("", "[%d]", "")},
	{"references", repeated("", "\nReferences\n", "")},
	{"wrapped text", repeated("", "The ferry to Marrow Hill left at dawn, and the harbour master who had\nwaited for it all night went home to his house on the hill, and there he\n", "")},
	{"less-than signs", repeated(story+"<p>", "<", "")},
	{"half a tag", repeated(story+"<p ", "a", "")},
	{"an open comment", repeated(story+"<p>"+prose+"<!--", "-", "")},
	{"an open script", repeated(story+"<p>"+prose+"<script>", "<!--<script>", "")},
	{"templates", repeated(story, "<template>ferry ", "")},
	{"SVG", repeated(story, "<svg><g>ferry ", "")},
	{"MathML", repeated(story, "<math><mi>ferry ", "")},
	{"framesets", repeated("<frameset>", "<frameset>", "")},
}
