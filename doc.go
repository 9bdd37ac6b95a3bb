// Package newsparse extracts the article from a scraped news page.
//
// # Parse a page
//
// [Parse] takes a page as it was scraped, HTML, Markdown or plain text in any encoding and
// language, and returns an [Article]:
//
//	art, err := newsparse.Parse(r)
//
// It fetches nothing: r is a file, the body of a response, a string's reader. Where you know
// more of the page, say so with a [Parser] and a [Source]: the page's address resolves its
// links, its Content-Type header names its encoding, and a context bounds the time.
//
//	var p newsparse.Parser // its zero value is ready, and serves any number of goroutines
//	art, err := p.Parse(ctx, resp.Body, newsparse.Source{URL: u, ContentType: resp.Header.Get("Content-Type")})
//
// [Parser.ParseNode] and [Parser.ParseDocument] take pages that x/net/html or goquery have
// parsed already. [Clean] is for text of which only the paragraphs are wanted.
//
// # Check for errors
//
// Errors are [ErrEmpty], [ErrTooLarge], [ErrNotText] and [ErrNoArticle], to be compared
// with errors.Is. A [NoArticleError] says what the page is instead: a consent wall, a bot
// check, an error page, a listing. ErrNoArticle and ErrEmpty come with an Article that holds
// what else the page tells; with the other errors it is nil.
//
// # Read the Article
//
// The Article holds what the newsroom wrote, typed: the headline, the standfirst, authors and
// dates as fields, and the story as a list of blocks, each of a [Kind]: paragraphs, headings,
// quotes, lists, tables, figures. Links and emphasis are a block's [Mark] values.
//
//	for _, b := range art.Body {
//		if b.Kind == newsparse.Paragraph { … }
//	}
//
// Where scripts are to write the story, the page shows none; if its JSON-LD tells it, that is the
// Body, and Article.FromMetadata says so.
//
// A field that the page does not tell is empty; nothing is guessed. Article.Confidence is the
// F1 that the body is expected to have, from 0 to 1: a threshold on it keeps the doubtful
// pages out. Where a field comes from, and which candidates lost, [Article.Evidence] tells if
// Parser.Evidence asks for it.
//
// # See what was left out and mended
//
// All other visible text of the page is in Article.Removed, with a [Reason] and its [Place]:
// nothing is lost, and nothing stands twice. Where lines were joined or stray punctuation was
// taken out, Article.Repairs says so, before and after; words never change.
//
// # Print it
//
// [Article.Text], [Article.Markdown] and [Article.HTML] are the common choices, and an Article
// goes to JSON and back unchanged (schema/article.schema.json describes it). What counts as
// the text of an article is a matter of convention, so [Article.WriteText] and its siblings
// take [Parts], with the presets [News], [Body], [Wide] and [All]:
//
//	art.WriteText(w, newsparse.News)            // standfirst, headings, paragraphs, quotes
//	art.WriteWrappedText(w, newsparse.News, 72) // the same in lines of 72 columns
//	art.WriteMarkdown(w, newsparse.All&^newsparse.PartFigures)
//	art.WriteTEI(w, newsparse.All)              // for corpora
//
// [Article.WriteFrontMatter] writes the fields as YAML, to stand above the Markdown.
// [Article.Fingerprint] finds near-duplicates: one wire story on many sites.
//
// # Tell it more
//
// Where a site's pages have a part that does not belong to the story, or you know what holds
// it, Parser.Drop and Parser.Body take CSS selectors; see [Selector].
//
//	p := newsparse.Parser{Drop: newsparse.MustSelector(".promo")}
//
// # What a version promises
//
// The names of this package, the meaning of its fields and the schema of the JSON follow
// semantic versioning. What is extracted from a page is not frozen: a better model or one more
// phrase moves the border between Body and Removed. A minor version may do that, a patch
// version does it only to mend a fault, and the changelog says what moved. New kinds, reasons and
// fields may come with a minor version: programs should pass over what they do not know. A
// Parser with the same version gives the same Article for the same bytes on every machine.
//
// Nothing is fetched, logged or kept between pages. The story is found by a small model of
// boosted trees that is part of the library; where it finds none, or is very unsure, go-readability
// is asked for its view.
package newsparse
