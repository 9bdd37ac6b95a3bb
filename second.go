package newsparse

import (
	"net/url"

	readability "github.com/go-shiori/go-readability"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// opinionElements is how large a page may be, in elements, for a second opinion: it takes
// several times as long as everything else together.
const opinionElements = 20_000

// secondOpinion asks go-readability which blocks are the story; nil for plain text.
func secondOpinion(pg *page.Page) label.Opinion {
	root := pg.Nodes[0].DOM
	if root == nil {
		return nil
	}
	return func() map[string]bool {
		parser := readability.NewParser()
		parser.MaxElemsToParse = opinionElements
		parser.DisableJSONLD = true
		art, err := parser.ParseDocument(root, new(url.URL))
		if err != nil || art.Node == nil {
			return nil
		}
		found := map[string]bool{}
		for _, b := range page.FromHTML(art.Node, page.Options{}).Blocks {
			found[b.Text] = true
		}
		return found
	}
}
