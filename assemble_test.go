package newsparse

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// assembled is the Article of a page whose blocks have the roles that an attribute of their
// element names: role=caption. Blocks without one are paragraphs. The role of a text page's
// line stands before it: "item: A line".
func assembled(t *testing.T, input string, facts meta.Facts) *Article {
	t.Helper()
	roles := map[string]label.Role{
		"title": label.Title, "standfirst": label.Standfirst, "kicker": label.Kicker, "byline": label.Byline, "date": label.Date,
		"heading": label.Heading, "quote": label.Quote, "item": label.ListItem, "cell": label.Cell, "code": label.Code,
		"caption": label.Caption, "bio": label.Bio, "related": label.Related, "nav": label.Navigation, "consent": label.Consent, "credit": label.PhotoCredit,
		"tool": label.Tool, "other": label.Other, "ad": label.AdLabel,
	}
	var pg *page.Page
	if strings.HasPrefix(input, "<") {
		root, err := page.ParseSifted(t.Context(), input)
		if err != nil {
			t.Fatal(err)
		}
		pg = page.FromHTML(root, page.Options{})
	} else {
		p, _ := page.FromText(input)
		pg = p
	}
	l := label.Labelled{Labels: make([]label.Label, len(pg.Blocks)), First: -1}
	for i := range pg.Blocks {
		b := &pg.Blocks[i]
		role := label.Paragraph
		if pg.FromText {
			if name, rest, ok := strings.Cut(b.Text, ": "); ok && roles[name] != 0 {
				role, b.Text = roles[name], rest
			}
		} else if name := roleAttr(pg.Nodes[b.Node].DOM); name != "" {
			if role = roles[name]; role == 0 {
				t.Fatalf("no role %q", name)
			}
		}
		if b.Hidden {
			role = label.Hidden
		}
		l.Labels[i].Role = role
		if role.InBody() {
			if l.First < 0 {
				l.First = i
			}
			l.Last = i + 1
		}
	}
	l.First = max(l.First, 0)
	a, at := assemble(pg, nil, l, facts, Source{URL: "https://daily.example/story"})
	mend(a, at)
	return a
}

// roleAttr is the role that an element or one around it names.
func roleAttr(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		for _, a := range n.Attr {
			if a.Key == "role" {
				return a.Val
			}
		}
	}
	return ""
}

// outline writes a Body in one line.
func outline(body []Block) string {
	var out []string
	for _, b := range body {
		s := string(b.Kind)
		if b.Image != nil {
			s += " " + strings.TrimPrefix(b.Image.URL, "https://daily.example")
			if b.Image.Credit != "" {
				s += " by " + b.Image.Credit
			}
		}
		if b.URL != "" {
			s += " " + strings.TrimPrefix(b.URL, "https://daily.example")
		}
		if b.Text != "" {
			s += " " + fmt.Sprintf("%q", b.Text)
		}
		for _, item := range b.Items {
			s += fmt.Sprintf(" *%d ", item.Depth)
			if item.Number != 0 {
				s += fmt.Sprintf("%d. ", item.Number)
			}
			s += fmt.Sprintf("%q", item.Text)
		}
		for _, r := range b.Rows {
			s += " |"
			for _, c := range r {
				s += c.Text + "|"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

const start, end = `<article><h1 role=title>T</h1>`, `</article>`

func TestPicturesOfTheStory(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"the lead one, with its caption", start + `<figure><a href=/large><picture><img src=/a.jpg></picture></a><figcaption role=caption>A pier.</figcaption></figure><p>One.</p>` + end,
			`figure /a.jpg "A pier."; paragraph "One."`},
		{"the lead one, without", start + `<div><img src=/a.jpg></div><p>One.</p>` + end,
			`figure /a.jpg; paragraph "One."`},
		{"at the end of the story", start + `<p>One.</p><p>Two.</p><img src=/a.jpg>` + end + `<div><img src=/b.jpg></div>`,
			`paragraph "One."; paragraph "Two."; figure /a.jpg`},
		{"credit apart", start + `<p>One.</p><figure><img src=/a.jpg><figcaption><span><p role=caption>A pier.</p><p role=caption class=photo-credit>Ann Lee</p></span></figcaption></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg by Ann Lee "A pier.\nAnn Lee"; paragraph "Two."`},
		{"credit that was not taken for story", start + `<figure><img src=/a.jpg><p role=credit>Photo: Ann Lee</p></figure><p>One.</p>` + end,
			`figure /a.jpg by Ann Lee "Photo: Ann Lee"; paragraph "One."`},
		{"in a table, the caption in the next row", start + `<p>One.</p><table><tr><td><img src=/a.jpg></td></tr><tr><td role=caption>A pier.</td></tr></table><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg "A pier."; paragraph "Two."`},
		{"in a table, with a text that was taken for a cell", start + `<p>One.</p><table><tr><td><img src=/a.jpg></td><td role=cell>A pier.</td></tr></table><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg "A pier."; paragraph "Two."`},
		{"below its caption", start + `<p>One.</p><div><p role=caption>A pier.</p><img src=/a.jpg></div><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg "A pier."; paragraph "Two."`},
		{"right before its caption, among paragraphs", start + `<img src=/a.jpg><div role=caption>A pier.</div><p>One.</p>` + end,
			`figure /a.jpg "A pier."; paragraph "One."`},
		{"each with its caption", start + `<p>One.</p><div><img src=/a.jpg><p role=caption>A.</p><img src=/b.jpg><p role=caption>B.</p></div><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg "A."; figure /b.jpg "B."; paragraph "Two."`},
		{"two of one container", start + `<p>One.</p><p><img src=/a.jpg><img src=/b.jpg></p><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; figure /b.jpg; paragraph "Two."`},
		{"one in two sizes", start + `<p>One.</p><p><img src=/a-320x200.jpg><img src=/a-640x400.jpg></p><figure><img src=/b.jpg><img src=/other.jpg></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a-320x200.jpg; figure /b.jpg; paragraph "Two."`},
		{"a caption without a picture", start + `<p>One.</p><figure><p role=caption>A pier.</p><p role=caption>Ann Lee</p></figure>` + end,
			`paragraph "One."; figure "A pier.\nAnn Lee"`},
		{"authors, related stories, icons, logos, adverts", start + `<div class=author-box><img src=/1.jpg></div><p>One.</p><div><img src=/2.jpg><p role=related>Other</p></div>
			<img src=/3.jpg width=40><img src=/site-logo.png><div class=ad><img src=/4.jpg></div><p>Two.</p><div><img src=/5.jpg><p role=bio>Ann writes.</p></div>` + end,
			`paragraph "One."; paragraph "Two."; bio "Ann writes."`},
		{"above the headline, the one that the page shows to others", `<article><img src=/other.jpg><img src=/lead.jpg><h1 role=title>T</h1><p>One.</p>` + end,
			`figure /lead.jpg; paragraph "One."`},
		{"a gallery in one figure", start + `<p>One.</p><figure><div class=slide><img src=/a.jpg></div><div class=slide><img src=/b.jpg></div><div class=small><img src=/b-s.jpg></div></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; figure /b.jpg; paragraph "Two."`},
		{"an icon by its height, and one larger", start + `<p>One.</p><img src=/1.jpg height=20><p>Two.</p><img src=/a.jpg height=400>` + end,
			`paragraph "One."; paragraph "Two."; figure /a.jpg`},
		{"in a menu, a footer, a form, an aside and hidden", start + `<p>One.</p><nav><img src=/1.jpg></nav><footer><img src=/2.jpg></footer><form><img src=/3.jpg></form><aside><img src=/4.jpg></aside><div hidden><img src=/5.jpg></div><p>Two.</p>` + end,
			`paragraph "One."; paragraph "Two."`},
		{"in a figure with the one who made it", start + `<p>One.</p><figure><img src=/a.jpg><p role=byline>Ann Lee</p></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; paragraph "Two."`},
		{"of the one who wrote the story", start + `<p>One.</p><div><img src=/1.jpg><p role=byline>Ann Lee</p></div><p>Two.</p>` + end,
			`paragraph "One."; paragraph "Two."`},
		{"two of one figure with texts of their own", start + `<p>One.</p><figure><img src=/a.jpg alt=Pier><img src=/b.jpg alt=Mill></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; figure /b.jpg; paragraph "Two."`},
		{"two of one figure with the same text", start + `<p>One.</p><figure><img src=/a.jpg alt=Pier><img src=/b.jpg alt=Pier></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; paragraph "Two."`},
		{"two of one figure, of one size", start + `<p>One.</p><figure><img src=/a.jpg width=600 height=400><img src=/b.jpg width=600 height=400></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; figure /b.jpg; paragraph "Two."`},
		{"of two sizes", start + `<p>One.</p><figure><img src=/a.jpg width=600 height=400><img src=/b.jpg width=300 height=200></figure><p>Two.</p>` + end,
			`paragraph "One."; figure /a.jpg; paragraph "Two."`},
		{"credit in small print", start + `<figure><img src=/a.jpg><figcaption role=caption>A pier. <small>Ann Lee</small></figcaption></figure><p>One.</p>` + end,
			`figure /a.jpg by Ann Lee "A pier. Ann Lee"; paragraph "One."`},
		{"credit called one inside", start + `<figure><img src=/a.jpg><figcaption role=caption>A pier. <span class=Photographer>Ann Lee</span></figcaption></figure><p>One.</p>` + end,
			`figure /a.jpg by Ann Lee "A pier. Ann Lee"; paragraph "One."`},
		{"a word set apart that is no credit", start + `<figure><img src=/a.jpg><figcaption role=caption>A pier. <span class=name title=credit>Ann Lee</span></figcaption></figure><p>One.</p>` + end,
			`figure /a.jpg "A pier. Ann Lee"; paragraph "One."`},
		{"inside a table of data", start + `<table><tr><td role=cell>a</td><td><img src=/a.jpg></td></tr><tr><td role=cell>b</td></tr></table><p>One.</p>` + end,
			`table |a|| |b|; figure /a.jpg; paragraph "One."`},
	} {
		a := assembled(t, c.page, meta.Facts{Image: meta.Image{URL: "https://daily.example/lead.jpg?w=1200"}})
		if got := outline(a.Body); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestPartsOfTheStory(t *testing.T) {
	const post = `<blockquote class=twitter-tweet role=quote><p>The pier is <a href="https://social.example/tag/pier">#open</a>.</p>— Ann (@ann) <a href="https://social.example/ann/1">3 May</a></blockquote>`
	for _, c := range []struct{ name, page, want string }{
		{"a post", start + `<p>One.</p>` + post + `<p>Two.</p>` + end,
			`paragraph "One."; embed https://social.example/ann/1 "The pier is #open.\n— Ann (@ann) 3 May"; paragraph "Two."`},
		{"a post in a container with a text above it", start + `<div class=social-embed><p>See this:</p><blockquote role=quote>Hi. <a href=https://social.example/1>x</a></blockquote></div>` + end,
			`paragraph "See this:"; embed https://social.example/1 "Hi. x"`},
		{"a post with a line of its network", start + `<p>Zero.</p><blockquote class=instagram-media role=quote><div role=consent><a href="https://social.example/2">View this post</a></div><p>Hi.</p></blockquote><p>One.</p>` + end,
			`paragraph "Zero."; embed https://social.example/2 "Hi."; paragraph "One."`},
		{"a post of which nothing reads like a story", start + `<p>Zero.</p><blockquote class=instagram-media data-x-permalink="https://social.example/2"><a href="https://social.example/3"><div role=consent>View this post</div></a><p role=other><a href="https://social.example/4">A post shared by Ann</a></p></blockquote><p>One.</p>` + end,
			`paragraph "Zero."; embed https://social.example/2 "A post shared by Ann"; paragraph "One."`},
		{"a post that says its address", start + `<p>Zero.</p><blockquote class=tiktok-embed cite="https://social.example/ann/5"><p role=quote><a href="https://social.example/ann">@ann</a> Walk <a href="https://social.example/tag">#pier</a></p></blockquote><p>One.</p>` + end,
			`paragraph "Zero."; embed https://social.example/ann/5 "@ann Walk #pier"; paragraph "One."`},
		{"a post beside the story", start + `<p>Zero.</p><div class=related><blockquote class=tiktok-embed cite="https://social.example/ann/5"><p role=nav>Walk</p></blockquote></div><p>One.</p>` + end,
			`paragraph "Zero."; paragraph "One."`},
		{"a post with links elsewhere", start + `<p>Zero.</p><blockquote class=twitter-tweet role=quote>Hi. <a href=http://social.example/3>x</a> <b>now</b> <a href=mailto:ann@social.example>Ann</a></blockquote>` + end,
			`paragraph "Zero."; embed http://social.example/3 "Hi. x now Ann"`},
		{"a post with a hidden line", start + `<p>Zero.</p><blockquote class=twitter-tweet role=quote><p>Hi.</p><p hidden>Seen by ten</p></blockquote>` + end,
			`paragraph "Zero."; embed "Hi."`},
		{"a quote of a post's length", start + `<p>Zero.</p><blockquote class=twitter-tweet role=quote>` + strings.Repeat("<p>Hi.</p>", longestPost) + `</blockquote>` + end,
			`paragraph "Zero."; embed "` + strings.Repeat(`\nHi.`, longestPost)[2:] + `"`},
		{"longer than that", start + `<blockquote class=twitter-tweet role=quote>` + strings.Repeat("<p role=quote>Hi.</p>", longestPost+1) + `</blockquote>` + end,
			strings.Repeat(`; quote "Hi."`, longestPost+1)[2:]},
		{"a caption of a table", start + `<table><caption role=other>Piers</caption><tr><th role=cell>a<td role=cell>b</table><p>One.</p>` + end,
			`table "Piers" |a|b|; paragraph "One."`},
		{"a caption of a table that is not story", start + `<table><caption role=other>Piers</caption><tr><td role=nav>a</table><p>One.</p>` + end,
			`paragraph "One."`},
		{"cells without text", start + `<table><tr><td><th role=cell>2022<th role=cell>2023<tr><td role=cell>Trips<td> <td role=cell>98<tr><td hidden>x<td role=cell>Days<td role=cell>-</table>` + end,
			`table ||2022|2023| |Trips||98| |Days|-|`},
		{"cells over several columns", start + `<table role=cell><tr><th>a<th colspan=2>b<th>c<tr><td>1<td>2<td>3<td>4<tr><td colspan=100%>5</table>` + end,
			`table |a|b||c| |1|2|3|4| |5||||`},
		{"cells over several rows", start + `<table role=cell><tr><th rowspan=2>a<th colspan=2>b<th rowspan=2>c<tr><td>1<td>2<tr><td>3<td rowspan=0>4<td>5<td>6<tr><td>7<tbody><tr><td>8<td>9</table>` + end,
			`table |a|b||c| ||1|2|| |3|4|5|6| |7|| |8|9|`},
		{"a cell over more columns than there are", start + `<table role=cell><tr><td colspan=1000>a<td rowspan=x colspan=0>b<tr><td colspan=3>c</table>` + end,
			`table |a||b| |c||`},
		{"a table in a cell", start + `<table><tr><td role=cell>a<td><table><tr><td role=cell>b</table><td role=cell>c</table>` + end,
			`table |a|||; table |b|; table |||c|`},
		{"a listing in parts", start + `<pre role=code><code><div>a  b</div><div>	c</div></code></pre><p>One.</p>` + end,
			`code "a  b\n\tc"; paragraph "One."`},
		{"lists", start + `<ol role=item><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol><ul role=item><li>e</ul>` + end,
			`list *0 "a" *1 "b" *0 "c\nd"; list *0 "e"`},
		{"numbers of items", start + `<ol start=5 role=item><li>a<ul><li value=7>b</ul><li>c<li value=9>d<li value=-1>e</ol>` + end,
			`list *0 5. "a" *1 "b" *0 "c" *0 9. "d" *0 "e"`},
		{"numbers that go down", start + `<ol reversed role=item><li>a<ol reversed start=8><li>b<li>c</ol><li>d</ol>` + end,
			`list *0 2. "a" *1 8. "b" *1 7. "c" *0 1. "d"`},
		{"items without a list", start + `<div role=item>a</div><div role=item>b</div><p>One.</p><div role=item>c</div>` + end,
			`list *0 "a" *0 "b"; paragraph "One."; list *0 "c"`},
		{"items of a text", "One is a line.\n\nitem: a\n\nitem: b\n\nTwo is a line.\n\nitem: c\n",
			`paragraph "One is a line."; list *0 "a" *0 "b"; paragraph "Two is a line."; list *0 "c"`},
		{"cells of a text", "One is a line.\n\ncell: a\n\ncell: b\n", `paragraph "One is a line."; table |a| |b|`},
	} {
		if got := outline(assembled(t, c.page, meta.Facts{}).Body); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// The cells that stand for further places of others are bounded: a page could ask for any number of them.
func TestRowsOfSpannedTablesAreBounded(t *testing.T) {
	for name, page := range map[string]string{
		"cells that reach down":          `<table role=cell><tr>` + strings.Repeat("<td rowspan=65534>a", 300) + strings.Repeat("<tr><td>b", 1000),
		"cells that take many columns":   `<table role=cell>` + strings.Repeat("<tr><td colspan=1000>a", 1000),
		"a row that tables in it divide": `<table role=cell><tr>` + strings.Repeat("<td>a<table><tr><td>b</table>", 500),
	} {
		cells := 0
		for _, b := range assembled(t, page, meta.Facts{}).Body {
			for _, r := range b.Rows {
				cells += len(r)
			}
		}
		if cells > 8000 {
			t.Errorf("%s: %d cells", name, cells)
		}
	}
}

func TestResolve(t *testing.T) {
	base, _ := url.Parse("https://echo.example/news/1")
	s := assembler{base: base}
	for address, want := range map[string]string{
		"/a b":                          "https://echo.example/a%20b",
		"/50%-off.jpg":                  "https://echo.example/50%25-off.jpg",
		"https://shop.example/5%\n/x%2": "https://shop.example/5%25/x%252",
		"/a%20b%":                       "https://echo.example/a%20b%25",
		"java\nscript:alert(1)":         "",
		"javascript:alert('50%')":       "",
		"#top":                          "",
		"http://[::1":                   "",
		" /a ":                          "https://echo.example/a",
		" ":                             "",
		"/" + strings.Repeat("a", longestAddress-1): "https://echo.example/" + strings.Repeat("a", longestAddress-1),
		"/" + strings.Repeat("a", longestAddress):   "",
	} {
		if got := s.resolve(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

// Relative addresses refer to what the page says that they do, else to the address that it was fetched from, else to its own.
func TestBaseURL(t *testing.T) {
	const canonical, source = "https://echo.example/news/1", "https://m.echo.example/1"
	long := "https://echo.example/" + strings.Repeat("a", longestAddress)
	for _, c := range []struct{ name, base, canonical, source, want string }{
		{"nothing known", "", "", "", ""},
		{"its own", "", canonical, "", canonical},
		{"where it was fetched", "", canonical, source, source},
		{"which is no whole address", "", canonical, "/1", canonical},
		{"which is none", "", canonical, "http://[::1", canonical},
		{"which is too long", "", canonical, long, canonical},
		{"what it says", "https://cdn.echo.example/", canonical, source, "https://cdn.echo.example/"},
		{"in part", "/en/", canonical, source, "https://m.echo.example/en/"},
		{"in part of nothing known", "/en/", "", "", ""},
		{"what is no address", "http://[::1", canonical, source, source},
		{"what is too long", long, canonical, source, source},
	} {
		got := ""
		if u := baseURL(&page.Page{Base: c.base}, c.canonical, c.source); u != nil {
			got = u.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestListingsHaveNoCodeMarks(t *testing.T) {
	a := assembled(t, `<pre role=code><code>a <b>b</b></code></pre>`, meta.Facts{})
	if want := []Mark{{Kind: Bold, Start: 2, End: 3}}; !slices.Equal(a.Body[0].Marks, want) {
		t.Errorf("marks %v, want %v", a.Body[0].Marks, want)
	}
}

func TestFieldsThatOnlyTheHeaderTells(t *testing.T) {
	const header = `<p role=kicker>Harbour</p><h1 role=title>The pier<br>is open</h1><p role=standfirst>It took long .</p><p role=standfirst>It was worth it.</p><p>One.</p>`
	a := assembled(t, header, meta.Facts{})
	if got, want := a.Kicker+"|"+a.Title+"|"+a.Standfirst, "Harbour|The pier is open|It took long.\nIt was worth it."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := a.Header[1].Text; got != "The pier\nis open" {
		t.Errorf("the printed headline is %q", got)
	}
	a = assembled(t, header, meta.Facts{Title: "Pier\nopen", Standfirst: "Long."})
	if got, want := a.Title+"|"+a.Standfirst, "Pier open|Long."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPathsOfPlaces(t *testing.T) {
	a := assembled(t, `<div class="top bar"><p role=nav>Home</p></div><p>One.</p>`+strings.Repeat("<div>", 9)+`<p role=nav>More</p>`, meta.Facts{})
	for i, want := range []string{"body/div.top/p", "…/div/div/div/div/div/div/div/p"} {
		if got := a.Removed[i].Place.Path; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
