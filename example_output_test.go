package newsparse_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/seed-90a94633/newsparse"
)

func ExampleArticle_Text() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	first, _, _ := strings.Cut(art.Text(), "\n\n")
	fmt.Println(first)
	// Output: After eleven years without one, the islands have a late crossing again, and the first passengers were on board on Thursday.
}

func ExampleArticle_Markdown() {
	art := &newsparse.Article{
		Title: "Night ferry *returns*",
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "As decided in January.", Marks: []newsparse.Mark{
				{Kind: newsparse.Link, Start: 3, End: 10, URL: "https://echo.example/fares"},
			}},
			{Kind: newsparse.List, Items: []newsparse.Item{{Text: "Monday"}, {Text: "not on holidays", Depth: 1}, {Text: "Thursday"}}},
		},
	}
	fmt.Print(art.Markdown())
	// Output:
	// # Night ferry \*returns\*
	//
	// As [decided](https://echo.example/fares) in January.
	//
	// - Monday
	//   - not on holidays
	// - Thursday
}

// What a rendering holds is a set of parts.
func ExampleArticle_WriteText() {
	art := &newsparse.Article{
		Title: "Night ferry returns",
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "The islands have a late crossing again."},
			{Kind: newsparse.Figure, Text: "The ferry at the quay"},
			{Kind: newsparse.Quote, Text: "“We would come again.”"},
		},
	}
	art.WriteText(os.Stdout, newsparse.News|newsparse.PartTitle)
	// Output:
	// Night ferry returns
	//
	// The islands have a late crossing again.
	//
	// “We would come again.”
}

func ExampleArticle_WriteMarkdown() {
	art := &newsparse.Article{
		Title: "Night ferry returns",
		Body: []newsparse.Block{
			{Kind: newsparse.Heading, Text: "A trial", Level: 2},
			{Kind: newsparse.Paragraph, Text: "The county pays for six months."},
			{Kind: newsparse.Bio, Text: "Mara Lindqvist reports from the islands."},
		},
	}
	art.WriteMarkdown(os.Stdout, newsparse.Body)
	// Output:
	// ## A trial
	//
	// The county pays for six months.
}

// A note for Obsidian, a page for Hugo: the facts, then the text below them.
func ExampleArticle_WriteFrontMatter() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	art.WriteFrontMatter(os.Stdout)
	fmt.Println()
	art.WriteMarkdown(os.Stdout, newsparse.PartHeadings)
	// Output:
	// ---
	// title: "Night ferry returns"
	// author:
	//   - "Mara Lindqvist"
	// date: 2024-03-08T06:30:00+01:00
	// publisher: "The Alderport Echo"
	// lang: "en"
	// ---
	//
	// ## A trial until September
}

func ExampleArticle_HTML() {
	art := &newsparse.Article{
		Title: "Night ferry returns", Language: "en",
		Body: []newsparse.Block{
			{Kind: newsparse.Quote, Text: "We would come again."},
			{Kind: newsparse.Paragraph, Text: "What a page tries, <script>alert(1)</script>, is shown as text."},
		},
	}
	fmt.Print(art.HTML())
	// Output:
	// <article lang="en">
	// <header>
	// <h1>Night ferry returns</h1>
	// </header>
	// <blockquote>
	// <p>We would come again.</p>
	// </blockquote>
	// <p>What a page tries, &lt;script&gt;alert(1)&lt;/script&gt;, is shown as text.</p>
	// </article>
}

func ExampleArticle_WriteHTML() {
	art := &newsparse.Article{Body: []newsparse.Block{
		{Kind: newsparse.Paragraph, Text: "The islands have a late crossing again."},
		{Kind: newsparse.Figure, Text: "The ferry at the quay", Image: &newsparse.Image{URL: "https://echo.example/ferry.jpg", Alt: "A ferry"}},
	}}
	art.WriteHTML(os.Stdout, newsparse.PartFigures)
	// Output:
	// <article>
	// <figure>
	// <img src="https://echo.example/ferry.jpg" alt="A ferry">
	// <figcaption>The ferry at the quay</figcaption>
	// </figure>
	// </article>
}

// A Fingerprint can be stored, and compared with later ones.
func ExampleFingerprint_Distance() {
	var stored newsparse.Fingerprint
	if err := stored.UnmarshalText([]byte("5fcab9df4c4ed0a5")); err != nil {
		log.Fatal(err)
	}
	art := &newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: "The ferry sails again at dawn!"}}}
	fmt.Println(art.Fingerprint(), art.Fingerprint().Distance(stored))
	// Output: 5fcab9df4c4ed0a5 0
}

// Two sites print one wire story, each with its own headline and a word of its own.
func ExampleArticle_Fingerprint() {
	article := func(title, text string) *newsparse.Article {
		return &newsparse.Article{Title: title, Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: text}}}
	}
	const wire = `After eleven years without one, the islands have a late crossing again, and the first passengers
		were on board on Thursday. The crossing takes 50 minutes, and costs the same as by day, as the county decided
		in January. After six months, councillors want to see at least 40 passengers a night on the boats.`
	a := article("Night ferry returns", wire).Fingerprint()
	b := article("Late boat is back", strings.Replace(wire, "county", "district", 1)).Fingerprint()
	c := article("School reopens", `The school on Mill Lane opened its doors on Monday, two years after the fire that
		destroyed its gymnasium and both of its workshops.`).Fingerprint()
	fmt.Println(a.Distance(b) <= newsparse.NearDuplicate, a.Distance(c) <= newsparse.NearDuplicate)
	// Output: true false
}

func ExampleArticle_WriteTEI() {
	art := &newsparse.Article{
		Title: "Night ferry returns",
		Body: []newsparse.Block{
			{Kind: newsparse.Paragraph, Text: "The islands have a late crossing again."},
			{Kind: newsparse.Heading, Text: "A trial", Level: 2},
			{Kind: newsparse.Paragraph, Text: "The county pays for six months."},
		},
	}
	var out strings.Builder
	if err := art.WriteTEI(&out, newsparse.Body); err != nil {
		panic(err)
	}
	_, body, _ := strings.Cut(out.String(), "<body>\n")
	fmt.Println(body)
	// Output:
	// <div type="article">
	// <p>The islands have a late crossing again.</p>
	// <div type="section">
	// <head>A trial</head>
	// <p>The county pays for six months.</p>
	// </div>
	// </div>
	// </body>
	// </text>
	// </TEI>
}

func ExampleArticle_WriteWrappedText() {
	art := &newsparse.Article{Body: []newsparse.Block{
		{Kind: newsparse.Paragraph, Text: "After eleven years without one, the islands have a late crossing again."},
	}}
	art.WriteWrappedText(os.Stdout, newsparse.News, 40)
	// Output:
	// After eleven years without one, the
	// islands have a late crossing again.
}

func ExampleArticle_Words() {
	art, err := newsparse.Parse(strings.NewReader(ferryPage))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(art.Words() > 20)
	// Output: true
}

func ExampleArticle_ReadingTime() {
	art := &newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: strings.Repeat("渡轮回来了。", 200)}}}
	fmt.Println(art.Words(), art.ReadingTime())
	// Output: 500 2m0s
}
