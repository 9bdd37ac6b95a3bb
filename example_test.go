package newsparse_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"reflect"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
)

const ferryPage = `<!DOCTYPE html>
<html lang="en">
<head>
  <title>Night ferry returns – The Alderport Echo</title>
  <meta property="og:title" content="Night ferry returns">
  <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Night ferry returns", "author": {"@type": "Person", "name": "Mara Lindqvist"},
    "datePublished": "2024-03-08T06:30:00+01:00", "publisher": {"@type": "Organization", "name": "The Alderport Echo"}}</script>
</head>
<body>
  <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
  <article>
    <h1>Night ferry returns</h1>
    <p>After eleven years without one, the islands have a late crossing again, and the first passengers were on board on Thursday.</p>
    <div class="ad">Advertisement</div>
    <p>The crossing takes 50 minutes, and costs the same as by day, <a href="/news/fares">as the county decided in January</a>.</p>
    <h2>A trial until September</h2>
    <p>The county pays for six months. After that, councillors want to see at least 40 passengers a night on the boats.</p>
    <div class="promo">Sign up for our newsletter: stories from the islands, every Friday.</div>
    <p>Hanna Voss, who keeps the shop on the outer island, was on board with three neighbours, and would come again.</p>
  </article>
  <footer>© 2024 The Alderport Echo. All rights reserved.</footer>
</body>
</html>`

func Example() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Title)
	fmt.Println(art.Authors[0].Name, art.Published)
	for _, block := range art.Body {
		fmt.Printf("%s: %.40s…\n", block.Kind, block.Text)
	}
	// Output:
	// Night ferry returns
	// Mara Lindqvist 2024-03-08T06:30:00+01:00
	// paragraph: After eleven years without one, the isla…
	// paragraph: The crossing takes 50 minutes, and costs…
	// heading: A trial until September…
	// paragraph: The county pays for six months. After th…
	// paragraph: Hanna Voss, who keeps the shop on the ou…
}

// Nothing of a page is lost: what is not part of the story stands in Removed.
func Example_removed() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range art.Removed {
		if r.Reason == newsparse.AdLabel || r.Reason == newsparse.LegalFooter {
			fmt.Printf("%s: %s\n", r.Reason, r.Text)
		}
	}
	// Output:
	// advertisement label: Advertisement
	// legal footer: © 2024 The Alderport Echo. All rights reserved.
}

// One Parser, with what is known of the pages, may serve all of them at the same time.
func ExampleParser() {
	parser := newsparse.Parser{
		Drop: newsparse.MustSelector(".promo, aside"),
		Body: newsparse.MustSelector("article"),
	}
	art, err := parser.Parse(context.Background(), strings.NewReader(ferryPage), newsparse.Source{
		URL:         "https://echo.example/news/night-ferry",
		ContentType: "text/html; charset=utf-8",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Body[1].Marks[0].URL)
	for _, r := range art.Removed {
		if r.Reason == newsparse.DroppedByCaller && r.Place.Path == "body/article/div.promo" {
			fmt.Println(r.Text)
		}
	}
	// Output:
	// https://echo.example/news/fares
	// Sign up for our newsletter: stories from the islands, every Friday.
}

// A document that goquery has parsed need not be parsed again.
func ExampleParser_ParseDocument() {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	var parser newsparse.Parser
	art, err := parser.ParseDocument(context.Background(), doc, newsparse.Source{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Title)
	// Output: Night ferry returns
}

// Nor need a tree of x/net/html; it is not modified.
func ExampleParser_ParseNode() {
	root, err := html.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	var parser newsparse.Parser
	art, err := parser.ParseNode(context.Background(), root, newsparse.Source{URL: "https://echo.example/news/night-ferry"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Publisher.Name)
	// Output: The Alderport Echo
}

// A context bounds how long a page may take.
func ExampleParser_Parse() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	parser := newsparse.Parser{MaxBytes: 1 << 10}
	_, err := parser.Parse(ctx, strings.NewReader(ferryPage), newsparse.Source{ContentType: "text/html; charset=utf-8"})
	fmt.Println(errors.Is(err, newsparse.ErrTooLarge))
	// Output: true
}

func ExampleParse() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Title, "|", art.Published)
	// Output: Night ferry returns | 2024-03-08T06:30:00+01:00
}

// An error tells what a page without an article is instead.
func ExampleParse_noArticle() {
	const page = `<html><body><h1>Before you continue</h1>
		<p>We and our partners use cookies. Please choose which ones you accept.</p>
		<button>Accept all</button> <button>Reject all</button></body></html>`
	_, err := newsparse.Parse(strings.NewReader(page))
	if errors.Is(err, newsparse.ErrNoArticle) {
		fmt.Println(err)
	}
	var noArticle *newsparse.NoArticleError
	if errors.As(err, &noArticle) && noArticle.Reason == newsparse.ConsentWall {
		fmt.Println("accept cookies, and fetch it again")
	}
	// Output:
	// the page holds no article: consent wall
	// accept cookies, and fetch it again
}

// Text that was copied out of a page, or stands in a data set, needs no Parser.
func ExampleClean() {
	const text = `Home
News
Weather

Night ferry returns

By Mara Lindqvist

After eleven years without one, the islands have a late crossing again, and
the first passengers were on board on Thursday.

- Advertisement -

The crossing takes 50 minutes, and costs the same as by day, as the county
decided in January. After six months, councillors want to see at least 40
passengers a night on the boats.

Hanna Voss, who keeps the shop on the outer island, was on board with three
neighbours. All of them, she said, would come again.

Share this:
© 2024 The Alderport Echo. All rights reserved.
`
	for _, paragraph := range newsparse.Clean(text).Paragraphs {
		fmt.Println(paragraph)
	}
	// Output:
	// After eleven years without one, the islands have a late crossing again, and the first passengers were on board on Thursday.
	// The crossing takes 50 minutes, and costs the same as by day, as the county decided in January. After six months, councillors want to see at least 40 passengers a night on the boats.
	// Hanna Voss, who keeps the shop on the outer island, was on board with three neighbours. All of them, she said, would come again.
}

// Where a field comes from, and what else the page says about it.
func ExampleArticle_Evidence() {
	parser := newsparse.Parser{Evidence: true} // else none is kept
	art, err := parser.Parse(context.Background(), strings.NewReader(ferryPage), newsparse.Source{})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range art.Evidence("published") {
		fmt.Println(c.Source, c.Value, c.Chosen)
	}
	// Output: json-ld 2024-03-08T06:30:00+01:00 true
}

// A selector that is part of the program is compiled once, when it starts.
func ExampleMustSelector() {
	var parser = newsparse.Parser{Drop: newsparse.MustSelector("article > h2, .promo")}
	art, err := parser.Parse(context.Background(), strings.NewReader(ferryPage), newsparse.Source{})
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range art.Body {
		fmt.Println(block.Kind)
	}
	// Output:
	// paragraph
	// paragraph
	// paragraph
	// paragraph
}

// An error of the user's is told, not thrown.
func ExampleSelector() {
	_, err := newsparse.Selector("div.story >")
	fmt.Println(err != nil)
	matcher, err := newsparse.Selector("div.story > p, blockquote")
	fmt.Println(matcher != nil, err)
	// Output:
	// true
	// true <nil>
}

func ExampleDate() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Published, art.Published.HasTime, art.Published.Time.UTC().Format(time.Kitchen))
	fmt.Println(art.Modified.IsZero())
	// Output:
	// 2024-03-08T06:30:00+01:00 true 5:30AM
	// true
}

// An Article goes to JSON and back unchanged; schema/article.schema.json describes it.
func ExampleArticle() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	data, err := json.Marshal(art)
	if err != nil {
		log.Fatal(err)
	}
	var back newsparse.Article
	if err := json.Unmarshal(data, &back); err != nil {
		log.Fatal(err)
	}
	fmt.Println(back.Title, reflect.DeepEqual(&back, art))
	// Output: Night ferry returns true
}

// A page as Markdown, as reader services and converters write it, is read like any other.
func ExampleParse_markdown() {
	const page = `---
url: https://echo.example/ferry
---
[Home](/) [News](/news) [Sport](/sport)

# The ferry sails again

By [Ann Lee](/authors/ann-lee)

After a winter in the docks, [the old ferry](/history) is back on the river, and it sails twice an hour.

“I had my hair cut over there, so I waited,” said Ole Brandt, who was the first on board.

### Most read

- [The bridge has to wait](/bridge)
`
	art, err := newsparse.Parse(strings.NewReader(page))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Title, "|", art.Authors[0].Name, "|", art.URL)
	fmt.Println(art.Body[0].Text)
	fmt.Println(art.Body[0].Marks[0].URL)
	for _, r := range art.Removed {
		fmt.Printf("line %d (%s): %s\n", r.Place.Line, r.Reason, r.Text)
	}
	// Output:
	// The ferry sails again | Ann Lee | https://echo.example/ferry
	// After a winter in the docks, the old ferry is back on the river, and it sails twice an hour.
	// https://echo.example/history
	// line 4 (breadcrumb): Home News Sport
	// line 14 (related): Most read
	// line 16 (related): The bridge has to wait
}
