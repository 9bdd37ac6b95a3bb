package newsparse_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-90a94633/newsparse"
)

const factsStory = `<p>After eleven years without one, the islands have a late crossing again, three nights a week, and the people of the port are glad of it.</p>
<p>“We had hoped for thirty passengers,” said Ole Brandt, who manages the harbour. Sixty-one came, and some had to wait for the next one.</p>
<p>The council will decide in the autumn whether the crossing stays, which depends on what the winter brings to the islands and the coast.</p>`

func authorNames(a *newsparse.Article) string {
	var names []string
	for _, author := range a.Authors {
		names = append(names, author.Name)
	}
	return strings.Join(names, "; ")
}

func factsPage(head, before, after string) string {
	return `<html lang="en"><head><title>Night ferry returns to the islands</title>` + head + `</head><body><article><h1>Night ferry returns to the islands</h1>` + before + factsStory + after + `</article></body></html>`
}

// TestFactsOfAPage: what a page tells beside its text, by where it stands.
func TestFactsOfAPage(t *testing.T) {
	for _, tt := range []struct {
		name                string
		head, before, after string
		got                 func(*newsparse.Article) string
		want                string
	}{
		{"genre by type", `<script type="application/ld+json">{"@type":"OpinionNewsArticle","headline":"Night ferry returns to the islands"}</script>`, "", "",
			func(a *newsparse.Article) string { return string(a.Genre) }, "opinion"},
		{"genre by section", `<meta property="article:section" content="Kommentar">`, "", "", func(a *newsparse.Article) string { return string(a.Genre) }, "opinion"},
		{"no genre", "", "", "", func(a *newsparse.Article) string { return string(a.Genre) }, ""},
		{"licence", `<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">`, "", "", func(a *newsparse.Article) string { return a.License }, "https://creativecommons.org/licenses/by/4.0/"},
		{"rights reserved are no licence", `<meta name="dc.rights" content="All rights reserved">`, "", "", func(a *newsparse.Article) string { return a.License }, ""},
		{"AMP version", `<link rel="amphtml" href="/amp/ferry">`, "", "", func(a *newsparse.Article) string { return a.AMP }, "https://echo.example/amp/ferry"},
		{"printed tags", "", "", `<div class="tags"><a href="/t/ferry" rel="tag">ferry</a> <a href="/t/quay" rel="tag">quay</a> <a href="/c/local" rel="category tag">Local</a></div>`,
			func(a *newsparse.Article) string { return strings.Join(a.Tags, ", ") }, "ferry, quay"},
		{"references in a title", `<meta property="og:site_name" content="Food &amp;amp; Wine">`, "", "", func(a *newsparse.Article) string { return a.Publisher.Name }, "Food & Wine"},
		{"a licence is no author", "", `<figure><img src="/a.jpg" width="800" height="500"><figcaption>The quay. <a href="https://creativecommons.org/licenses/by/2.0/">Creative Commons</a></figcaption></figure>`, "",
			func(a *newsparse.Article) string { return fmt.Sprint(a.Authors) }, "[]"},
		{"editors are no authors", "", "", `<p>Reporting by Jane Doe in Alderport; Editing by Ben Carter and Ann Lee</p>`,
			func(a *newsparse.Article) string { return authorNames(a) }, "Jane Doe"},
		{"true is no address", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Night ferry returns to the islands","mainEntityOfPage":"True"}</script>`, "", "",
			func(a *newsparse.Article) string { return a.URL }, "https://echo.example/ferry"},
		{"another article that is not free", `<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Night ferry returns to the islands","isAccessibleForFree":true},{"@type":"NewsArticle","headline":"Ropes","isAccessibleForFree":false}]</script>`, "", "",
			func(a *newsparse.Article) string { return fmt.Sprint(a.Paywalled) }, "false"},
		{"kicker in another title", `<meta property="og:title" content="Harbour: Night ferry returns to the islands">`, "", "", func(a *newsparse.Article) string { return a.Kicker }, "Harbour"},
		{"credit in small print", "", `<figure><img src="/a.jpg" width="800" height="500"><figcaption>The ferry at the quay on Friday. <small>Ann Lee</small></figcaption></figure>`, "", credits, "Ann Lee"},
		{"credit by its verb", "", `<figure><img src="/a.jpg" width="800" height="500"><figcaption>港に戻ったフェリー＝港町で、林明撮影</figcaption></figure>`, "", credits, "林明"},
		{"player", "", "", `<figure><iframe src="https://www.youtube-nocookie.com/embed/x1"></iframe></figure>` + factsStory, players, "YouTube video"},
		{"unknown player", "", "", `<figure><video src="https://media.echo.example/x.mp4"></video></figure>` + factsStory, players, "media.echo.example video"},
		{"sound of the page's own", "", "", `<figure><audio controls src="https://media.echo.example/x.mp3"></audio></figure>` + factsStory, players, "media.echo.example audio"},
		{"sound of a platform", "", "", `<figure><iframe src="https://open.spotify.com/embed/episode/x1"></iframe></figure>` + factsStory, players, "Spotify audio"},
	} {
		a, err := new(newsparse.Parser).Parse(t.Context(), strings.NewReader(factsPage(tt.head, tt.before, tt.after)), newsparse.Source{URL: "https://echo.example/ferry"})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := tt.got(a); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestHeadlineBelowBreadcrumb: a headline that is no h1 is the title, and stands in the header.
func TestHeadlineBelowBreadcrumb(t *testing.T) {
	page := `<html lang="en"><head><title>Halven ferry: times and prices of the night crossing</title><meta property="og:title" content="On the quays: Islands have a night ferry again"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Halven ferry: times and prices of the night crossing"}</script></head>
<body><nav><ol><li><a href="/">Home</a></li><li><a href="/local/">Local</a></li><li><h1>Halven ferry: times and prices of the night crossing</h1></li></ol></nav>
<main><header><h2><span>On the quays</span><div>Islands have a night ferry again</div></h2></header><article>` + factsStory + `</article></main></body></html>`
	a, err := new(newsparse.Parser).Parse(t.Context(), strings.NewReader(page), newsparse.Source{URL: "https://echo.example/halven-ferry-times-and-prices-of-the-night-crossing"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Kicker+" | "+a.Title, "On the quays | Islands have a night ferry again"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !slices.ContainsFunc(a.Header, func(b newsparse.Block) bool { return b.Kind == newsparse.TitleLine && b.Text == a.Title }) {
		t.Errorf("the header has no title %q: %v", a.Title, a.Header)
	}
	if len(a.Body) != 3 {
		t.Errorf("the body has %d blocks: %v", len(a.Body), a.Body)
	}
}

func credits(a *newsparse.Article) string {
	var out []string
	for _, b := range a.Body {
		if b.Image != nil {
			out = append(out, b.Image.Credit)
		}
	}
	return strings.Join(out, "; ")
}

func players(a *newsparse.Article) string {
	var out []string
	for _, b := range a.Body {
		if b.Kind == newsparse.Embed {
			out = append(out, b.Provider+" "+string(b.Media))
		}
	}
	return strings.Join(out, "; ")
}

// TestWords: words are counted in every script, and a minute is the least that reading takes.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		text  string
		words int
		time  time.Duration
	}{
		{"", 0, 0}, {"The ferry is back.", 4, time.Minute}, {"渡轮星期五回到了港口", 5, time.Minute}, {strings.Repeat("word ", 600), 600, 3 * time.Minute},
	} {
		a := &newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: tt.text}}}
		if a.Words() != tt.words || a.ReadingTime() != tt.time {
			t.Errorf("%.20q: %d words, %v; want %d, %v", tt.text, a.Words(), a.ReadingTime(), tt.words, tt.time)
		}
	}
}

// TestCorrections: a note that corrects the story is told beside it.
func TestCorrections(t *testing.T) {
	note := "Correction: An earlier version of this story said that the ferry had run for nine years."
	a, err := newsparse.Parse(strings.NewReader(factsPage("", "", "<p><em>"+note+"</em></p>"+factsStory)))
	if err != nil || !slices.Equal(a.Corrections, []string{note}) {
		t.Errorf("corrections %q, %v", a.Corrections, err)
	}
}

// TestOthersFacts: a page without a story tells nothing of the stories that it lists.
func TestOthersFacts(t *testing.T) {
	page := `<html lang="en"><head><title>Page not found | The Alderport Echo</title></head><body><header><h1><a href="/">The Alderport Echo</a></h1></header>
		<main><h2>404</h2><p>Page not found</p><p class="byline">By Ada Moss</p><time datetime="2024-03-08">8 March 2024</time></main></body></html>`
	a, err := newsparse.Parse(strings.NewReader(page))
	if err == nil {
		t.Fatal("an error page holds no article")
	}
	if a.Title != "Page not found" || !a.Published.IsZero() || a.Authors != nil {
		t.Errorf("title %q, published %v, authors %v", a.Title, a.Published, a.Authors)
	}
}
