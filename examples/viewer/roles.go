package main

import (
	"strings"
	"unicode"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// A role is what became of a block of the page.
type role struct {
	Name    string // the kind of block, or the reason for its removal
	Removed bool
}

// tint names the colour of a role: a class of the style sheets.
func (r role) tint() string {
	if !r.Removed {
		switch newsparse.Kind(r.Name) {
		case newsparse.KickerLine, newsparse.TitleLine, newsparse.StandfirstLine, newsparse.BylineLine, newsparse.PrintedDate:
			return "front"
		case newsparse.Figure, newsparse.Embed, newsparse.Note, newsparse.Factbox, newsparse.Bio:
			return "extra"
		}
		return "story"
	}
	switch newsparse.Reason(r.Name) {
	case newsparse.Navigation, newsparse.Breadcrumb, newsparse.Tools, newsparse.HeaderDate, newsparse.PublisherLabel, newsparse.TagList:
		return "navigation"
	case newsparse.AdLabel, newsparse.Newsletter, newsparse.PaywallPrompt, newsparse.ShareBar, newsparse.ConsentNotice:
		return "promotion"
	case newsparse.Related, newsparse.OtherStories, newsparse.SourceLink, newsparse.Comments:
		return "related"
	}
	return "other"
}

// tints are the colours with what they stand for, as the legend shows them.
var tints = []struct{ Class, Label string }{
	{"front", "title, byline, dates"}, {"story", "story"}, {"extra", "pictures, notes, boxes"},
	{"navigation", "navigation, tools"}, {"promotion", "ads, prompts, sharing"}, {"related", "other stories, comments"}, {"other", "other removals"},
}

// rolesOf tells for each block of a page what became of it. The Article says so of removals;
// what is left stands, in order, in its Header and Body.
func rolesOf(pg *page.Page, art *newsparse.Article) []role {
	roles := make([]role, len(pg.Blocks))
	if art == nil {
		return roles
	}
	for _, r := range art.Removed {
		if r.Place.Block < len(roles) && roles[r.Place.Block].Name == "" && 2*len(r.Text) > len(pg.Blocks[r.Place.Block].Text) {
			roles[r.Place.Block] = role{Name: string(r.Reason), Removed: true}
		}
	}
	var kept []keptText
	for _, b := range append(append([]newsparse.Block(nil), art.Header...), art.Body...) {
		kept = appendTexts(kept, b)
	}
	next := 0 // of kept: blocks follow one another there as on the page, with few exceptions
	for i := range roles {
		if roles[i].Name != "" {
			continue
		}
		words := lettersOf(pg.Blocks[i].Text)
		for n := range kept {
			at := (next + n) % len(kept)
			if text := kept[at].letters; strings.Contains(text, words) || text != "" && strings.Contains(words, text) {
				roles[i].Name, next = string(kept[at].kind), at
				break
			}
		}
		if roles[i].Name == "" {
			roles[i].Name = "kept"
		}
	}
	return roles
}

// A keptText is a text of the Article.
type keptText struct {
	kind    newsparse.Kind
	letters string
}

func appendTexts(kept []keptText, b newsparse.Block) []keptText {
	add := func(text string) {
		if letters := lettersOf(text); letters != "" {
			kept = append(kept, keptText{b.Kind, letters})
		}
	}
	add(b.Text)
	for _, item := range b.Items {
		add(item.Text)
	}
	for _, row := range b.Rows {
		for _, cell := range row {
			add(cell.Text)
		}
	}
	if b.Image != nil {
		add(b.Image.Credit)
	}
	return kept
}

// lettersOf is a text without what mending may change.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, text)
}
