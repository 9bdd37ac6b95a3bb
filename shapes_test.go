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

const ferryMarkdown = "# Ferry\n\n## Dawn\n\n"

const ferryHead = "<title>Ferry</title><body><h1>Ferry</h1>"

var shapes = []shape{
	{"one huge paragraph", repeated(ferryHead+"<p>", prose, "")},
	{"huge paragraphs", repeated(ferryHead, "<p>"+strings.Repeat(prose, 500), "")},
	{"plain text, one line", repeated("", prose, "")},
	{"plain text, short lines", repeated("", "The ferry %d left\n", "")},
	{"plain text, a letter a line", repeated("", "a\n", "")},
	{"plain text, one line of characters", repeated("", "橋 ", "")},
	{"plain text, one line that goes on", repeated("", "橋 、 ", "")},
	{"small paragraphs", repeated(ferryHead, "<p>The ferry %d left at dawn.</p>\n", "")},
	{"tiny paragraphs", repeated(ferryHead, "<p>a", "")},
	{"link farm", repeated(ferryHead, `<a href="/story/%d.html">Story number %d</a> `, "")},
	{"link list", repeated(ferryHead+"<ul>", `<li><a href="/story/%d.html">Story number %d</a></li>`+"\n", "")},
	{"long table", repeated(ferryHead+"<table>", "<tr><td>Ferry %d</td><td>dawn</td><td>12</td></tr>\n", "")},
	{"wide table", repeated(ferryHead+"<table><tr>", "<td>%d</td>", "")},
	{"scripts in scripts", repeated(ferryHead, "<script><!--<script>ferry %d</script>", "")},
	{"scripts that end at once", repeated(ferryHead, "<script>ferry %d</script>\n", "")},
	{"drawings", repeated(ferryHead, `<svg viewBox="0 0 1 1"><path d="M%d 0"></svg>`, "")},
	{"one drawing, deep", repeated(ferryHead+"<svg>", "<g>", "")},
	{"attributes that nobody reads", repeated(ferryHead+"<p", ` onclick%d="sail()"`, ">"+prose)},
	{"white space between blocks", repeated(ferryHead, "<p>ferry</p>\n          ", "")},
	{"breaks", repeated(ferryHead+"<p>", "<br>", "")},
	{"words and breaks", repeated(ferryHead+"<p>", "ferry %d<br>", "")},
	{"wide", repeated(ferryHead, "<div>%d</div>", "")},
	{"deep divs, closed", func(n int) string {
		return ferryHead + strings.Repeat("<div>", n/11) + prose + strings.Repeat("</div>", n/11)
	}},
	{"deep divs with text", repeated(ferryHead, "<div>ferry %d ", "")},
	{"deep spans", repeated(ferryHead, "<span>ferry ", "")},
	{"deep unknown elements", repeated(ferryHead, "<x-%d>ferry ", "")},
	{"deep bold", repeated(ferryHead, "<b id=%d>ferry ", "")},
	{"deep lists", repeated(ferryHead, "<ul><li>ferry ", "")},
	{"deep tables", repeated(ferryHead, "<table><tr><td>ferry ", "")},
	{"deep quotes with links", repeated(ferryHead, "<blockquote><a href=/%d>ferry</a> ", "")},
	{"deep mix", repeated(ferryHead, "<div><b><p><i><table><tr><td><ul><li><font size=%d>ferry ", "")},
	{"formatting reopened in each paragraph", repeated(ferryHead, "<p><b id=%d>ferry</p>", "")},
	{"formatting reopened in many paragraphs", func(n int) string {
		return repeated(ferryHead+repeated("", "<b id=%d>", "")(3000), "<p>a", "")(n)
	}},
	{"misnested", repeated(ferryHead, "<b><i>ferry</b> dawn</i> ", "")},
	{"misnested blocks", repeated(ferryHead, "<a href=/%d><p>ferry</a> dawn", "")},
	{"stray end tags in text", repeated(ferryHead+"<p>", "ferry</x>", "")},
	{"stray tags in text", repeated(ferryHead+"<p>", "ferry<td>", "")},
	{"body attributes", repeated(ferryHead, "<body a%d=1>", "")},
	{"attributes", func(n int) string { return ferryHead + "<p " + repeated("", "a%d=1 ", "")(n) + ">ferry" }},
	{"tags in a select", repeated(ferryHead+"<select>", "ferry<p>", "")},
	{"options", repeated(ferryHead+"<select>", "<option>ferry %d", "")},
	{"nested forms", repeated(ferryHead, "<form>ferry ", "")},
	{"text in tables", repeated(ferryHead+"<table>", "ferry<tr>", "")},
	{"marks", repeated(ferryHead+"<p>", "<b>a</b> ", "")},
	{"marks in marks", repeated(ferryHead+"<p>", "<b>a<i>b<code>c</code></i></b> ", "")},
	{"a span of many cells", repeated(ferryHead+"<table>", "<tr><td colspan=1000 rowspan=65534>ferry %d</td></tr>", "")},
	{"images", repeated(ferryHead, `<img src="/p/%d.jpg" alt="ferry">`, "")},
	{"figures", repeated(ferryHead, `<figure><img src="/p/%d.jpg"><figcaption>Ferry %d</figcaption></figure>`, "")},
	{"times", repeated(ferryHead, `<time datetime=2024-03-08>8 March</time>`, "")},
	{"metas", repeated("<head>", `<meta name=author content="Ann Lee %d">`, "<p>"+prose)},
	{"items", repeated(ferryHead, `<span itemprop=author>Ann Lee %d</span>`, "")},
	{"nested items", repeated(ferryHead, `<div itemprop=author>Ann Lee %d`, "")},
	{"JSON-LD scripts", repeated(ferryHead, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry %d"}</script>`, "<p>"+prose)},
	{"JSON-LD, deep", func(n int) string {
		return ferryHead + `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n/11) + `</script><p>` + prose
	}},
	{"JSON-LD, many authors", repeated(ferryHead+`<script type="application/ld+json">{"@type":"NewsArticle","author":[`, `{"@type":"Person","name":"Ann Lee %d"},`, `]}</script><p>`+prose)},
	{"JSON-LD, quotes", repeated(ferryHead+`<script type="application/ld+json">{"headline":"`, `"`, `</script><p>`+prose)},
	{"hidden", repeated(ferryHead, "<p hidden>ferry %d</p>", "")},
	{"hidden inline", repeated(ferryHead+"<p>", "ferry <span hidden>dawn %d</span> ", "")},
	{"classes", repeated(ferryHead, `<div class="story-%d teaser related">ferry</div>`, "")},
	{"pre", repeated(ferryHead+"<pre>", "ferry %d\n", "")},
	{"code in paragraphs", repeated(ferryHead, "<p><code>ferry %d</code></p>", "")},
	{"ruby", repeated(ferryHead+"<p>", "<ruby>a<rt>b</ruby>", "")},
	{"comments", repeated(ferryHead, "<!-- %d -->ferry ", "")},
	{"entities", repeated(ferryHead+"<p>", "&amp;&#8217;&lt;", "")},
	{"repeated paragraphs", repeated(ferryHead, "<p>"+prose+"</p>", "")},
	{"stops and quotes", repeated(ferryHead, "<p>The ferry . left\" . at dawn ,and </p>", "")},
	{"bylines", repeated(ferryHead, "<p class=byline>By Ann Lee %d</p>", "")},
	{"dates", repeated(ferryHead, "<p>8 March 2024, 12:%d</p>", "")},
	{"corrections", repeated(ferryHead, "<p>Correction: the ferry %d left at noon.</p>", "")},
	{"captions", repeated(ferryHead+"<table>", "<caption>ferry %d</caption>", "<tr><td>x")},
	{"posts", repeated(ferryHead, `<blockquote class="twitter-tweet"><p>ferry %d <a href="https://x.example/%d">link</a></p></blockquote>`, "")},
	{"brackets", repeated("", "[%d]", "")},
	{"Markdown, paragraphs", repeated(ferryMarkdown, prose+"\n\n", "")},
	{"Markdown, one paragraph", repeated(ferryMarkdown, prose, "")},
	{"Markdown, links", repeated(ferryMarkdown, "[Ferry %d](/story/%d) ", "")},
	{"Markdown, links that nothing closes", repeated(ferryMarkdown, "[a](", "")},
	{"Markdown, addresses that nothing closes", repeated(ferryMarkdown, "[a](<b) ", "")},
	{"Markdown, titles that nothing closes", repeated(ferryMarkdown, `[a](b "c) [a](b 'c) `, "")},
	{"Markdown, brackets", repeated(ferryMarkdown, "[", "")},
	{"Markdown, references", repeated(ferryMarkdown, "[ferry %d]: /ferry/%d\n", "")},
	{"Markdown, references to nothing", repeated(ferryMarkdown, "[ferry][%d] ", "")},
	{"Markdown, pictures", repeated(ferryMarkdown, "![Ferry %d](/p/%d.jpg)\n\n", "")},
	{"Markdown, emphasis", repeated(ferryMarkdown, "**ferry %d** ", "")},
	{"Markdown, emphasis that nothing closes", repeated(ferryMarkdown, "*ferry **dawn ", "")},
	{"Markdown, emphasis in emphasis", func(n int) string {
		return ferryMarkdown + strings.Repeat("*a **a ", n/14) + "ferry" + strings.Repeat("** a*", n/14)
	}},
	{"Markdown, code", repeated(ferryMarkdown, "`ferry` ", "")},
	{"Markdown, items", repeated(ferryMarkdown, "- ferry %d\n", "")},
	{"Markdown, tiny items", repeated(ferryMarkdown, "- a\n", "")},
	{"Markdown, deep items", repeated(ferryMarkdown, "- ", "ferry")},
	{"Markdown, deeper and deeper items", func(n int) string {
		var b strings.Builder
		b.WriteString(ferryMarkdown)
		for depth := 0; b.Len() < n; depth++ {
			b.WriteString(strings.Repeat("  ", depth) + "- ferry\n")
		}
		return b.String()
	}},
	{"Markdown, quotations", repeated(ferryMarkdown, "> ferry %d\n\n", "")},
	{"Markdown, deep quotations", repeated(ferryMarkdown, ">", "ferry")},
	{"Markdown, table", repeated(ferryMarkdown+"|ferry|dawn|\n|-|-|\n", "|ferry %d|12|\n", "")},
	{"Markdown, wide table", func(n int) string {
		return ferryMarkdown + strings.Repeat("|a", n/8) + "|\n" + strings.Repeat("|-", n/8) + "|\n" + strings.Repeat("|a|\n", n/8)
	}},
	{"Markdown, headings", repeated(ferryMarkdown, "# ferry %d\n", "")},
	{"Markdown, lines", repeated(ferryMarkdown, "* * *\n", "")},
	{"Markdown, tags", repeated(ferryMarkdown, "<b>ferry ", "")},
	{"Markdown, comments", repeated(ferryMarkdown, "ferry <!-- ", "")},
	{"Markdown, front matter", func(n int) string { return "---\n" + repeated("", "author: Ann Lee %d\n", "---\n")(n) + prose }},
	{"references", repeated("", "\nReferences\n", "")},
	{"wrapped text", repeated("", "The ferry to Marrow Hill left at dawn, and the harbour master who had\nwaited for it all night went home to his house on the hill, and there he\n", "")},
	{"less-than signs", repeated(ferryHead+"<p>", "<", "")},
	{"half a tag", repeated(ferryHead+"<p ", "a", "")},
	{"an open comment", repeated(ferryHead+"<p>"+prose+"<!--", "-", "")},
	{"an open script", repeated(ferryHead+"<p>"+prose+"<script>", "<!--<script>", "")},
	{"templates", repeated(ferryHead, "<template>ferry ", "")},
	{"SVG", repeated(ferryHead, "<svg><g>ferry ", "")},
	{"MathML", repeated(ferryHead, "<math><mi>ferry ", "")},
	{"empty tags", repeated(ferryHead, "<i></i>", "")},
	{"empty blocks", repeated(ferryHead, "<p></p>", "")},
	{"stray ends of paragraphs", repeated(ferryHead, "</p>a", "")},
	{"stray ends of breaks", repeated(ferryHead, "a</br>", "")},
	{"cells without ends", repeated(ferryHead+"<table>", "<tr><td>a<td>b", "")},
	{"tables", repeated(ferryHead, "<table><td>a</table>", "")},
	{"empty links", repeated(ferryHead, "<a href=a>b</a>", "")},
	{"entries without ends", repeated(ferryHead+"<ul>", "<li>a", "")},
	{"definitions", repeated(ferryHead+"<dl>", "<dt>a<dd>b", "")},
	{"definitions of many lists", repeated(ferryHead, "<dl><dt>a</dt><dd>b</dd></dl>", "")},
	{"a mix", repeated(ferryHead, "<p>a<b>b</b><br>c<ul><li>d<a href=e>f</a></ul><table><tr><td>g</table><img src=h>", "")},
	{"dense in the middle of a story", func(n int) string {
		story := repeated("", "<p>"+prose+"</p>", "")(n / 3)
		return ferryHead + "<article>" + story + repeated("<table>", "<tr><td>1<td>2", "</table>")(n/3) + story + "</article>"
	}},
	{"hidden words", repeated(ferryHead+"<p>", "a<i hidden>b</i>", "")},
	{"listings without markup", repeated(ferryHead, "<xmp>a</xmp>", "")},
	{"short attributes", func(n int) string { return ferryHead + "<p" + repeated("", " a", "")(n) + ">ferry" }},
	{"attributes that are read", repeated(ferryHead, "<p id id id id id id id id id id id id id id id id id id>a", "")},
	{"short attributes in a drawing", func(n int) string { return ferryHead + "<svg><p" + repeated("", " a", "")(n) + ">ferry" }},
	{"short attributes after a style in a drawing", func(n int) string { return ferryHead + "<svg><style><p" + repeated("", " a", "")(n) + ">ferry" }},
	{"paragraphs after a style in a drawing", repeated(ferryHead+"<svg><style>", "<p id=a>a", "")},
	{"formatting reopened after a style in a drawing", func(n int) string {
		return ferryHead + "<svg><style>" + repeated("", "<b id=%d>", "")(n/4) + repeated("", "<p>a", "")(3*n/4)
	}},
	{"paragraphs in the title of a drawing", repeated(ferryHead+"<svg><title>", "<p id=a>a", "")},
	{"sections of a drawing", repeated(ferryHead+"<svg>", "<![CDATA[<p>a]]>", "")},
	{"drawings that may have ended", repeated(ferryHead, "<q><svg></q><style><b>a</b></style>ferry ", "")},
	{"drawings in words of a formula", repeated(ferryHead+"<math>", "<mi><svg><desc><p>a<script><b></script>", "")},
	{"half a tag of short attributes", repeated(ferryHead+"<p", " a", "")},
	{"empty comments", repeated(ferryHead, "a<!>", "")},
	{"embeds", repeated(ferryHead, "<embed src=a>", "")},
	{"metas of many names", repeated("<head>", "<meta name=%d content=a>", "<p>"+prose)},
	{"links of the head", repeated("<head>", "<link rel=a href=b>", "<p>"+prose)},
	{"short times", repeated(ferryHead, "<time>1</time>", "")},
	{"JSON-LD, small things", repeated(ferryHead+`<script type="application/ld+json">[`, `{"@type":"Article"},`, `]</script><p>`+prose)},
	{"JSON-LD, numbers", repeated(ferryHead+`<script type="application/ld+json">{"keywords":[`, `1,`, `]}</script><p>`+prose)},
	{"JSON-LD, empty lists", repeated(ferryHead+`<script type="application/ld+json">[`, `[],`, `]</script><p>`+prose)},
	{"plain text, broken lines", repeated("", "the\nferry\nleft\nat\n", "")},
	{"plain text, blank lines", repeated("", "A\n\n", "")},
	{"wrapped text, link numbers", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			fmt.Fprintf(&b, "[%d]a ", i)
			if i%10 == 0 {
				b.WriteByte('\n')
			}
		}
		return b.String()
	}},
	{"wrapped text, bullets", repeated("", "   The ferry to Marrow Hill left at dawn, and the harbour master who\n   had\n   * a\n   * b\n   * c\n", "")},
	{"plain text, dates", repeated("", "8 March 2024\n\n", "")},
	{"glued text", repeated("", "HomeNewsSportThe ferry left. ", "")},
	{"stray commas", repeated(ferryHead+"<p>The ferry", " ,b", "")},
	{"stray stops", repeated(ferryHead+"<p>", "The ferry . left at dawn . ", "")},
	{"soft hyphens", repeated("", "a\u00adb\u200bc ", "")},
	{"links in text", repeated(ferryHead+"<p>", "<a href=%d>a</a>b", "")},
	{"framesets", repeated("<frameset>", "<frameset>", "")},
}
