package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func fromString(t testing.TB, s string) *Page {
	t.Helper()
	root, err := ParseSifted(t.Context(), s)
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
		{"spans that are line breaks", `<p>one<span class="part br"></span>two<span class=br></span> <span class=br></span>three<span class="brand"></span></p>`, "one\ntwo|three"},
		{"an inline element around blocks", "<a href=/x><h2>Title</h2><p>More</p></a>", "Title|More"},
		{"pre keeps its lines", "<pre>a\n  b</pre>", "a\n  b"},
		{"pre keeps its spaces and tabs", "<pre>\n  a  =\t1;\n\n\tb&nbsp;&nbsp;c \n</pre>", "  a  =\t1;\n\n\tb  c"},
		{"pre keeps its indentation before an element", "<pre> <code>\ta</code></pre>", " \ta"},
		{"spaces of any script are trimmed", "<p>\u3000\u3000本文。\u2003</p><p>\u2003&#8203;</p><p>\u3000<b>次\u3000</b></p>", "本文。|次"},
		{"spaces of any script stay inside", "<p>一\u3000二</p>", "一\u3000二"},
		{"scripts are no text", "<script>var a</script><style>b{}</style><p>c</p><template>d</template>", "c"},
		{"cells and items", "<table><tr><td>a<td>b</table><ul><li>c<li>d</ul>", "a|b|c|d"},
	} {
		if got := strings.Join(texts(fromString(t, c.html)), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlocksOfHiddenInlineElements(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"after its block", `<h3>Leave a reply <small hidden>Cancel  <a href=/c>reply</a></small></h3><p>Next</p>`, "Leave a reply|-Cancel reply|Next"},
		{"by style", `<p>One <span style="display:none">two</span> three</p>`, "One three|-two"},
		{"a word goes on around it", `<p>fo<span hidden>bar</span>o</p>`, "foo|-bar"},
		{"each on its own", `<p><i hidden>a</i>b<i hidden>c<br>d</i></p>`, "b|-a|-c d"},
		{"nothing else in the block", `<p><b hidden>a</b></p>`, "-a"},
		{"blocks inside", `<div>a<span hidden>b<p>c</p>d</span>e</div>`, "a|-b|-c|e|-d"},
		{"inside of a hidden block nothing is apart", `<p hidden>a <b hidden>b</b></p>`, "-a b"},
	} {
		p := fromString(t, c.html)
		var got []string
		for _, b := range p.Blocks {
			if b.Hidden {
				b.Text = "-" + b.Text
			}
			got = append(got, b.Text)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHiddenLinksLeaveNoMarks(t *testing.T) {
	p := fromString(t, `<p>see <a href=/x hidden>it</a><span hidden> or <a href=/y>that</a></span></p>`)
	for _, b := range p.Blocks {
		if len(b.Marks) > 0 || b.LinkWords > 0 {
			t.Errorf("%q has marks %v", b.Text, b.Marks)
		}
	}
}

func TestBlockOfADroppedInlineElement(t *testing.T) {
	root, err := ParseSifted(t.Context(), `<p>One <b>two</b> three</p>`)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Drop: map[*html.Node]bool{}}
	for n := range root.Descendants() {
		if n.DataAtom == atom.B {
			opt.Drop[n] = true
		}
	}
	p := FromHTML(root, opt)
	if got := strings.Join(texts(p), "|"); got != "One three|two" || p.Blocks[0].Dropped || !p.Blocks[1].Dropped {
		t.Errorf("%q, dropped: %v", got, p.Blocks)
	}
}

func TestNeighboursThatStandApart(t *testing.T) {
	for html, want := range map[string]string{
		// On the screen these are two things.
		`<span class=author>Ann Osei-Ward</span><time>6 February</time>`:               "Ann Osei-Ward 6 February",
		`By Ann<time>6 February</time>Updated`:                                         "By Ann 6 February Updated",
		`<a href=/author>Solène Aubertin</a><span class=role>géographe</span>`:         "Solène Aubertin géographe",
		`<a href=/home>Home</a><a href=/world>World</a>`:                               "Home World",
		`<a href=/home>home</a><svg><path/></svg><span></span><a href=/w>world</a>`:    "home world",
		`<span class=shares>9</span><span class=likes>24</span>`:                       "9 24",
		`<b class=name><i>Ann</i></b><b class=place><i>Rome</i></b>`:                   "Ann Rome",
		`<a class="tab home" href=/home>首页</a><a class="tab world" href=/world>新闻</a>`: "首页 新闻",
		`<span class=caption>The pier.</span><span class=credit>Photo: Ann</span>`:     "The pier. Photo: Ann",
		`<span class=label>Tags:</span><a href=/t>ferries</a>`:                         "Tags: ferries",
		`<span>Next article</span><a href=/n>Copper falls</a>`:                         "Next article Copper falls",
		// These are one word, or punctuation beside one.
		`<b>bold</b><i>er</i>`:                                            "bolder",
		`<b>bold</b><i class=x>er</i>`:                                    "bolder",
		`<b>Bold</b><i>Er</i>`:                                            "BoldEr",
		`<span class=dropcap>T</span><span class=first>he</span>`:         "The",
		`<span class=dropcap>„T</span><span class=first>he</span>`:        "„The",
		`<a href=/x>onlin</a><a href=/x>e</a>`:                            "online",
		`<span class=s1>Châ</span><span class=s2>teau</span>`:             "Château",
		`<span class="run a">Châ</span><span class="run b">teau`:          "Château",
		`<span class=name>Ann</span><span class=stop>, Rome</span>`:       "Ann, Rome",
		`<span class=currency>€</span><span class=amount>42</span>`:       "€42",
		`<span class=formula>CO</span><sub class=index>2</sub>`:           "CO2",
		`<span class=name>Ann</span>a`:                                    "Anna",
		`<span class=name>Ann</span><span class=icon></span>a`:            "Anna",
		`(<time>6 February</time>)`:                                       "(6 February)",
		`发布于<time>5月3日</time>更新`:                                          "发布于5月3日更新",
		`<pre><i class=type>int</i><i class=name>x</i></pre>`:             "intx",
		`<code><i class=type>int</i><i class=name>x</i></code>`:           "intx",
		`<span class=name>One</span> <span class=role>two</span>`:         "One two",
		`<span class=name>One</span><br><span class=role>two</span>`:      "One\ntwo",
		`<ruby><rb class=base>a</rb><rt class=read>b</rt></ruby>`:         "ab",
		`<span class=name>One</span><i hidden>x</i><i class=role>two</i>`: "One two|x",
		`<p>One<time></time>s</p>`:                                        "Ones",
	} {
		if got := strings.Join(texts(fromString(t, html)), "|"); got != want {
			t.Errorf("%s: %q, want %q", html, got, want)
		}
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"of AMP", `<amp-img src=/a.jpg alt=A width=16 height=9 layout=responsive></amp-img>`, "/a.jpg A 0x0"},
		{"loaded late", `<img src="data:x" data-src=/a.jpg>`, "/a.jpg  0x0"},
		{"with a small picture in its place", `<img src=/small.jpg data-src=/a.jpg>`, "/a.jpg  0x0"},
		{"with another one in its place", `<img src=/theme/lazy.svg data-own-src="/a.jpg?x=1" data-id=/7>`, "/a.jpg?x=1  0x0"},
		{"with sizes only", `<img srcset="/s.jpg 320w, /l.jpg 1024w">`, "/l.jpg  0x0"},
		{"with sizes, without spaces", "<img srcset='/s.jpg 320w,/l.jpg 1024w,\n/m.jpg 640w'>", "/l.jpg  0x0"},
		{"with commas in addresses", `<img srcset="/w_1,h_1/s.jpg 1x, /w_2,h_2/l.jpg 2x">`, "/w_2,h_2/l.jpg  0x0"},
		{"with addresses alone", `<img srcset="/a.jpg, /b.jpg">`, "/a.jpg  0x0"},
		{"in a picture element", `<picture><source srcset="/s.webp 1x, /l.webp 2x"><img alt=A src="data:x"></picture>`, "/l.webp A 0x0"},
		{"without a script", `<figure><img class=lazy><noscript><img src="/a.jpg?b&amp;c" width=640></noscript></figure>`, "/a.jpg?b&c  640x0"},
		{"without a script, once", `<figure><img data-src=/a.jpg><noscript><img src=/b.jpg></noscript></figure>`, "/a.jpg  0x0"},
		{"pixels", `<img src=/p.gif width=1 height=1><noscript><img src=/p.gif height=1></noscript><noscript><img src=/p style="display:none"></noscript>`, ""},
		{"faces, buttons, adverts", `<img class=author-image src=/a><a class=share href=/><img src=/b></a><span class=ad-slot><img src=/c></span>`, ""},
		{"no address", `<img src="data:x"><img>`, ""},
	} {
		var got []string
		for _, img := range fromString(t, c.html).Images {
			got = append(got, fmt.Sprintf("%s %s %dx%d", img.URL, img.Alt, img.Width, img.Height))
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEmbeds(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"a frame", `<iframe src=/v></iframe>`, "/v"},
		{"loaded late", `<iframe src="about:blank" data-lazy-src=/v></iframe><iframe data-src=/w></iframe><iframe src="data:x" data-cmp-src=/x></iframe>`, "/v|/w|/x"},
		{"loaded late, and without a script", `<p><iframe data-lazy-src=/v></iframe><noscript><iframe src=/v></iframe></noscript></p>`, "/v"},
		{"without a script", `<p><div class=player data-src=/v></div><noscript><iframe title=V src="/v?a&amp;b" width=500></iframe></noscript></p>`, "/v?a&b"},
		{"frames that count readers", `<noscript><iframe src=/c height=0 width=0></iframe></noscript><noscript><iframe src=/c style="display:none"></iframe></noscript>`, ""},
		{"without an address", `<iframe src="about:blank"></iframe><video></video>`, ""},
		{"a source", `<video><source src=/v.webm><source src=/v.mp4></video>`, "/v.webm"},
		{"light players", `<lite-youtube videoid=a1 playlabel=Play></lite-youtube><lite-youtube></lite-youtube>`, "https://www.youtube.com/embed/a1"},
		{"of AMP", `<amp-youtube data-videoid=a1></amp-youtube><amp-twitter data-tweetid=42></amp-twitter><amp-instagram data-shortcode=b2></amp-instagram>`,
			"https://www.youtube.com/embed/a1|https://twitter.com/i/status/42|https://www.instagram.com/p/b2/"},
		{"frames and films of AMP", `<amp-iframe src=/f></amp-iframe><amp-video><source src=/v.mp4></amp-video><amp-video src=/w.mp4></amp-video>`, "/f|/v.mp4|/w.mp4"},
	} {
		var got []string
		for _, e := range fromString(t, c.html).Embeds {
			got = append(got, e.URL)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMarks(t *testing.T) {
	p := fromString(t, "<p>See <a href=/a rel=author> the <b>big</b> map </a>, now.</p><p><i>all<p>of it</i></p><p>\u3000<b>\u3000本\u3000</b>\u3000</p><p><b>\u3000</b></p><p>x<sup>y</sup><sub>z</sub></p>")
	var got []string
	for _, b := range p.Blocks {
		for _, m := range b.Marks {
			got = append(got, fmt.Sprintf("%d:%s%s", m.Kind, b.Text[m.Start:m.End], m.URL))
		}
	}
	want := "0:the big map/a 1:big 2:all 2:of it 1:本 4:y 5:z"
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
		"promoted-content":   ClassAd,
		"node--promoted":     0, // to the front page
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

func TestNameWordsAreKnown(t *testing.T) {
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

func TestPropertiesOfRDFa(t *testing.T) {
	for html, want := range map[string]string{
		`<p property="schema:datePublished" content="2024-05-03">3 May</p>`: "datepublished=2024-05-03",
		`<h1 property="https://schema.org/headline">Old mill</h1>`:          "headline=Old mill",
		`<span property=author>Ann Lee</span>`:                              "author=Ann Lee",
		`<span property="sioc:num_replies" content=3></span>`:               "", // another vocabulary
		`<span property="name" itemprop=author>Ann Lee</span>`:              "author=Ann Lee",
	} {
		got := ""
		for _, m := range fromString(t, html).Metas {
			if m.Item {
				got += m.Name + "=" + m.Content
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", html, got, want)
		}
	}
}

func TestHiddenStories(t *testing.T) {
	const story = "<p>The ferry left the harbour at noon. <p>Nobody was on board but the crew of four."
	for _, c := range []struct {
		name, html string
		shown      bool
	}{
		{"a page that is sent piece by piece", `<div hidden id="S:0"><h1>Ferry</h1>` + story + `</div><p>Loading the page.`, true},
		{"a page that is shown when it is laid out", `<body style="visibility:hidden"><main hidden>` + story + `</main>`, true},
		{"an inline element around it", `<span hidden><div>` + story + `</div></span>`, true},
		{"a gallery beside a story", story + `<div hidden>` + story + `</div>`, false},
		{"nothing but a label", `<div hidden><p>Menu</div>`, false},
	} {
		p := fromString(t, c.html+`<p id=x style="display:none">Shut</p>`)
		if inside := p.Blocks[len(p.Blocks)/2]; inside.Hidden == c.shown {
			t.Errorf("%s: %q is hidden: %v", c.name, inside.Text, inside.Hidden)
		}
		if last := p.Blocks[len(p.Blocks)-1]; !last.Hidden {
			t.Errorf("%s: %q is shown", c.name, last.Text)
		}
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

func TestNameWords(t *testing.T) {
	word := func(s string) uint32 { return hash(s) }
	pair := func(a, b string) uint32 { return (hash(a)*fnvPrime ^ hash(b)) * fnvPrime }
	for name, want := range map[string][]uint32{
		"":                   nil,
		"--12 _":             nil,
		"story":              {word("story")},
		"story-body__text":   {word("story"), word("body"), pair("story", "body"), word("text"), pair("body", "text")},
		"storyBody\n\tclear": {word("story"), word("body"), pair("story", "body"), word("clear")},
		"c-3 STORY":          {word("c"), word("story")},
		"história":           {word("história")},
		strings.Repeat(" ", longestAttr) + "story": nil,
	} {
		if got := NameWords(nil, name); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
