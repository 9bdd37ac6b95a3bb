// Package newsparse extracts the article from a scraped news page.
//
// [Parse] takes a page as it was scraped, HTML or plain text in any encoding and language,
// and returns an [Article]:
//
//	art, err := newsparse.Parse(r)
//
// The Article holds what the newsroom wrote, typed: the headline, the standfirst, authors
// and dates, and the body as a list of blocks: paragraphs, headings, quotes, lists, tables,
// figures. All other text of the page is in Article.Removed, with a reason and its place;
// no visible text is lost, and none stands twice. Where lines were joined or stray
// punctuation was taken out, Article.Repairs says so; words never change.
//
// A [Parser] takes what the caller knows: the page's address and encoding, selectors of
// elements to drop, a limit of size, a context. Its zero value is ready, and one Parser
// serves any number of goroutines. [Parser.ParseNode] and [Parser.ParseDocument] take pages
// that are parsed already.
//
//	p := newsparse.Parser{Drop: newsparse.MustSelector(".promo")}
//	art, err := p.Parse(ctx, resp.Body, newsparse.Source{URL: u, ContentType: resp.Header.Get("Content-Type")})
//
// [Clean] does the same for plain text alone, for callers who want clean paragraphs and
// nothing else.
//
// What counts as the text of an article is a matter of convention. [Article.Text],
// [Article.Markdown] and [Article.HTML] render the common choice; [Article.WriteText] and
// its siblings take [Parts], with the presets [News], [Body] and [Wide]. An Article goes to
// JSON and back unchanged.
//
// Errors are [ErrEmpty], [ErrTooLarge], [ErrNotText] and [ErrNoArticle], to be compared
// with errors.Is. A [NoArticleError] says what the page is instead: a consent wall, a bot
// check, an error page, a listing.
//
// Nothing is fetched, logged or kept between pages. The story is found by a small model of
// boosted trees that is part of the library; Article.Confidence is the F1 that the body is
// expected to have.
package newsparse
