package newsparse

import (
	"net/url"

	readability "github.com/go-shiori/go-readability"
	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// opinionElements is how large a page may be, in elements, for a second opinion: it takes
// several times as long as everything else together.
const opinionElements = 20_000

// secondOpinion is the set of texts of blocks that go-readability takes for the story.
func secondOpinion(root *html.Node, base *url.URL) map[string]bool {
	if base == nil {
		base = new(url.URL)
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = opinionElements
	parser.DisableJSONLD = true
	art, err := parser.ParseDocument(root, base)
	if err != nil || art.Node == nil {
		return nil
	}
	found := map[string]bool{}
	for _, b := range page.FromHTML(art.Node, page.Options{}).Blocks {
		found[b.Text] = true
	}
	return found
}
