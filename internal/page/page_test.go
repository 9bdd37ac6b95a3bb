package page

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func fromString(t testing.TB, s string) *Page {
	t.Helper()
	root, err := ParseHTML(s)
	if err != nil {
		t.Fatal(err)
	}
	return FromHTML(root, Options{})
}

func texts(p *Page) []string {
	var out []string
	for _, b := range p.Blocks {
		out = append(out, b.Text)
	}
	return out
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"a block an element", "<p>One.</p><p>Two.</p>", "One.|Two."},
		{"text around blocks", "a<div>b</div>c", "a|b|c"},
		{"white space is one space", "<p> one\n\t two&nbsp;three </p>", "one two three"},
		{"inline elements join", "<p>The <b>bold</b><i>er</i> one</p>", "The bolder one"},
		{"a line break stays inside", "<p>one<br>two</p>", "one\ntwo"},
		{"two line breaks end a block", "<div>one<br> <br>two</div>", "one|two"},
		{"an inline element around blocks", "<a href=/x><h2>Title</h2><p>More</p></a>", "Title|More"},
		{"pre keeps its lines", "<pre>a\n  b</pre>", "a\n  b"},
		{"scripts are no text", "<script>var a</script><style>b{}</style><p>c</p><template>d</template>", "c"},
		{"cells and items", "<table><tr><td>a<td>b</table><ul><li>c<li>d</ul>", "a|b|c|d"},
	} {
		if got := strings.Join(texts(fromString(t, c.html)), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	p := fromString(t, `<p>See <a href="/a" rel=author> the <b>big</b> map </a>, now.</p><p><i>all<p>of it</i></p>`)
	var got []string
	for _, b := range p.Blocks {
		for _, m := range b.Marks {
			got = append(got, fmt.Sprintf("%d:%s%s", m.Kind, b.Text[m.Start:m.End], m.URL))
		}
	}
	want := "0:the big map/a 1:big 2:all 2:of it"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
	if p.Blocks[0].LinkWords == 0 || p.Blocks[1].LinkWords != 0 {
		t.Errorf("words in links: %d and %d", p.Blocks[0].LinkWords, p.Blocks[1].LinkWords)
	}
}

func TestClassify(t *testing.T) {
	for value, want := range map[string]Class{
		"related-articles":   ClassRelated,
		"relatedArticles":    ClassRelated,
		"more_from":          ClassRelated,
		"shareholder":        0,
		"c-ad-slot":          ClassAd,
		"wp-caption-text":    ClassCaption,
		"article__body text": ClassArticle | ClassBody,
		"headline":           ClassTitle,
		"":                   0,
	} {
		if got := classify(value); got&want != want || want == 0 && got != 0 {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestClassWordsAreKnown(t *testing.T) {
	for line := range strings.Lines(classWords) {
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		found := false
		for _, n := range classNames {
			found = found || n == name
		}
		if !found {
			t.Errorf("classes.txt names %q, which is no Class", name)
		}
	}
}

func TestInlineClassesOfABlock(t *testing.T) {
	p := fromString(t, `<div><span class="byline">By Ann</span></div><div><span class="byline">By Ann</span> in Rome</div>`)
	if p.Blocks[0].Cover&ClassByline == 0 {
		t.Error("a span around the whole text does not cover it")
	}
	if p.Blocks[1].Cover&ClassByline != 0 || p.Blocks[1].Inline&ClassByline == 0 {
		t.Error("a span around a part of the text covers it or is not seen")
	}
}

func TestHead(t *testing.T) {
	p := fromString(t, `<html lang=de><head><title> A
	b </title><meta property="og:Title" content="A"><link rel=Canonical href=/c><base href=/base>
	<script type="application/ld+json">{"a":1}</script></head><body><time datetime="2024-05-03">3 May</time>
	<span itemprop=author><span itemprop=name>Ann <b>Lee</b></span></span><img src="data:x" data-src=/i.jpg width=600 alt=" x ">
	<img src=/pixel.gif width=1 height=1><iframe src=/v></iframe>`)
	got := fmt.Sprint(p.Title, "|", p.Lang, "|", p.Base, "|", p.Rels, "|", p.JSONLD, "|", p.Times[0].Datetime, "|", p.Metas[0].Name, "|", p.Metas[1].Content, "|", p.Images, "|", p.Embeds[0].URL)
	want := `A b|de|/base|[{canonical /c}]|[{"a":1}]|2024-05-03|og:title|Ann Lee|[{/i.jpg x 600 0 `
	if !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(p.Images) != 1 {
		t.Errorf("%d images, want the pixel left out", len(p.Images))
	}
}

func TestHiddenElements(t *testing.T) {
	for html, hidden := range map[string]bool{
		`<p hidden>x</p>`: true, `<div style="color:red;display: none"><p>x</p></div>`: true, `<p style="text-decoration-display:none">x</p>`: false,
		`<dialog><p>x</p></dialog>`: true, `<dialog open><p>x</p></dialog>`: false, `<p style="visibility:hidden">x</p>`: true,
	} {
		if p := fromString(t, html); p.Blocks[0].Hidden != hidden {
			t.Errorf("%s: hidden %v", html, p.Blocks[0].Hidden)
		}
	}
}

func TestMeasure(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "one": 1, "Don’t stop-gap 1,000.5 times": 4, "— … —": 0, "日本語の文": 3, "ข่าววันนี้": 5, "Привет, мир": 2,
	} {
		if got := Measure(s); got != want {
			t.Errorf("%q: %d words, want %d", s, got, want)
		}
	}
}

func TestAnyNesting(t *testing.T) {
	story := "<p>The council voted on Monday to keep the library open, to the relief of its readers.</p>"
	for _, tag := range []string{"div", "span", "b", "table><tr><td", "ul><li", "p><b id=x"} {
		for _, n := range []int{600, 20000} {
			start := time.Now()
			p := fromString(t, strings.Repeat("<"+tag+">", n)+story)
			if !strings.Contains(strings.Join(texts(p), " "), "relief of its readers") {
				t.Errorf("%d × <%s>: the story is lost", n, tag)
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("%d × <%s> took %v", n, tag, d)
			}
		}
	}
}
