package newsparse

import (
	"net/url"

	readability "github.com/go-shiori/go-readability"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// How large a page may be for a second opinion: it takes several times as long as everything
// else together, copies the tree, reads the text of an element again for each element around
// it, and cannot be stopped.
const (
	opinionElements = 10_000
	opinionNodes    = 6_000    // elements and texts, each of which takes some 500 bytes
	opinionBytes    = 20 << 20 // of text, times the depth of the page
)

// secondOpinion asks go-readability which blocks are the story; nil for plain text.
func secondOpinion(pg *page.Page) label.Opinion {
	root := pg.Nodes[0].DOM
	if root == nil || len(pg.Nodes) > opinionElements {
		return nil
	}
	text, deepest := 0, 0
	for i := range pg.Blocks {
		text += len(pg.Blocks[i].Text)
		deepest = max(deepest, int(pg.Nodes[pg.Blocks[i].Node].Depth))
	}
	if text*deepest > opinionBytes {
		return nil
	}
	return func() map[string]bool {
		nodes := 0
		for range root.Descendants() {
			if nodes++; nodes > opinionNodes {
				return nil
			}
		}
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
