package newsparse

import (
	"context"
	"html"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// Pages whose scripts write the story show none, and many tell it to search engines all the same:
// as the articleBody of their JSON-LD.

const (
	// leastTold is how many words a told story has at the least: a shorter one is mostly a teaser.
	leastTold = 60
	// toldConfidence is the mean F1 of the 115 told stories of that length on pages that show theirs, too.
	toldConfidence = 0.91
)

// toldPath is the path of places in a told story.
const toldPath = "articleBody"

// tellStory makes the told story the Body of a page that the verdict says holds none, and reports whether
// there is one. Who must pay or log in is not told it, and the stories of a listing are others.
func (a *Article) tellStory(ctx context.Context, f meta.Facts, verdict string) bool {
	switch verdict {
	case label.LoginWall, label.ErrorPage, label.Listing:
		return false
	}
	if f.Paywalled || f.ArticleBody == "" {
		return false
	}
	stop := func() bool { return ctx.Err() != nil }
	story := cleaned(ctx, toldText(ctx, f.ArticleBody))
	if stop() || story.Words() < leastTold {
		return false
	}
	for _, b := range story.Header {
		if b.Kind == StandfirstLine {
			a.Body = append(a.Body, Block{Kind: Paragraph, Text: b.Text, Marks: b.Marks})
		} else { // the JSON-LD tells it apart, too
			a.Removed = append(a.Removed, Removal{Reason: Duplicate, Text: b.Text, Place: Place{Path: toldPath}})
		}
	}
	for _, r := range story.Removed {
		r.Place.Path = toldPath
		a.Removed = append(a.Removed, r)
	}
	for _, r := range story.Repairs {
		r.Place.Path = toldPath
		a.Repairs = append(a.Repairs, r)
	}
	a.Body = append(a.Body, story.Body...)
	a.FromMetadata, a.Confidence = true, toldConfidence
	return true
}

// toldText is a told story as plain text: some sites tell it with its markup, or encode its characters
// once more.
func toldText(ctx context.Context, s string) string {
	s = html.UnescapeString(s)
	if !strings.Contains(s, "</") && !strings.Contains(s, "<br") {
		return s
	}
	root, err := page.ParseHTML(ctx, s)
	if err != nil {
		return ""
	}
	var text []string
	for _, b := range page.FromHTML(root, page.Options{}).Blocks {
		text = append(text, b.Text)
	}
	return strings.Join(text, "\n\n")
}
