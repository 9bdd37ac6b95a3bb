package newsparse

import (
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// verdict is nil for an article, and says what the page is instead if it is none.
func verdict(pg *page.Page, l label.Labelled) error {
	if reason := l.NotArticle(pg); reason != "" {
		return &NoArticleError{Reason: NoArticleReason(reason)}
	}
	return nil
}
