package label

import (
	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// What a page is that holds no article.
const (
	ConsentWall = "consent wall"
	BotCheck    = "bot check"
	LoginWall   = "login wall"
	ErrorPage   = "error page"
	Listing     = "listing"
	NoProse     = "no prose"
)

// A story of fewer words than leastStory is one only if nothing else says what the page is;
// of fewer than leastProse it is none.
const (
	leastStory = 60
	leastProse = 12
)

// NotArticle says what a page is that holds no article; it is empty for an article.
func (l *Labelled) NotArticle(p *page.Page) string {
	var story, wall, links, words int32
	counts := map[phrases.Class]int{}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		words += b.Words
		links += b.LinkWords
		if l.Labels[i].Role.InBody() || l.Labels[i].Role == Standfirst {
			story += b.Words
		}
	}
	if story >= leastStory {
		return ""
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		switch class, strength := phrases.Match(b.Text); class {
		case phrases.BotCheck, phrases.ErrorPage, phrases.Consent, phrases.Login, phrases.Paywall:
			counts[class] += int(strength)
			wall += b.Words
		}
	}
	switch {
	case counts[phrases.BotCheck] > 0:
		return BotCheck
	case counts[phrases.ErrorPage] > 0:
		return ErrorPage
	case counts[phrases.Consent] > 1 && words < 2000:
		return ConsentWall
	case counts[phrases.Login]+counts[phrases.Paywall] > 2 && words < 400:
		return LoginWall
	case story >= leastProse:
		return ""
	case 2*links > words && len(p.Blocks) > 30:
		return Listing
	}
	return NoProse
}
