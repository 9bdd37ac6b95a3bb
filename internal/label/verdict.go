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

// The marks that part articles from other pages.
const (
	longStory    = 250  // words: a story of this length is one, whatever else the page says
	shortStory   = 60   // words: below, any mark of another kind of page suffices
	leastStory   = 12   // words: below, there is none
	linkedHeads  = 4    // headings that are links: so many between paragraphs make a listing
	nearStory    = 2    // blocks around the story in which a wall's buttons stand
	fewParagraph = 45   // words: teasers are shorter, and stories have longer paragraphs
	surelyStory  = 0.75 // confidence: from here on, a listing has a heading that is a link for each paragraph
)

// NotArticle says what a page is that holds no article; it is empty for an article.
func (l *Labelled) NotArticle(p *page.Page) string {
	v := l.verdict(p)
	switch {
	case v.heads >= linkedHeads && v.longest < fewParagraph && (v.heads >= v.paragraphs || 2*v.heads >= v.paragraphs && l.Confidence < surelyStory):
		return Listing
	case v.marks[phrases.BotCheck] > 0:
		return BotCheck
	case v.marks[phrases.ErrorPage] > 0 && v.story < 2*shortStory:
		return ErrorPage
	case v.marks[phrases.Consent] > 1 || v.marks[phrases.Consent] > 0 && v.story < 2*shortStory: // one may be a button below a story
		return ConsentWall
	case v.story < shortStory && v.story < v.wall:
		return LoginWall
	case v.story >= leastStory:
		return ""
	case 2*v.links > v.words && len(p.Blocks) > 30:
		return Listing
	}
	return NoProse
}

// promptDistance is how many blocks after the story a prompt to pay still cuts it off.
const promptDistance = 3

// Truncated reports whether the story ends at a prompt to pay or to log in.
func (l *Labelled) Truncated() bool {
	for i := l.Last; l.Last > 0 && i < min(len(l.Labels), l.Last+promptDistance); i++ {
		if l.Labels[i].Role == PaywallPrompt {
			return true
		}
	}
	return false
}

// Instead is the role that a verdict gives to what looked like an article.
func Instead(verdict string) Role {
	switch verdict {
	case ConsentWall:
		return Consent
	case LoginWall:
		return PaywallPrompt
	case Listing:
		return Teaser
	}
	return Other
}

// Reject labels a page that holds no article: what looked like a story gets the role that
// goes with the verdict.
func (l *Labelled) Reject(verdict string) {
	role := Instead(verdict)
	for i := range l.Labels {
		if r := &l.Labels[i].Role; r.InBody() || *r == Standfirst {
			*r = role
		}
	}
	l.First, l.Last, l.Confidence = 0, 0, 0
}

// A verdict is what speaks for and against an article, in words and blocks.
type verdict struct {
	story, words, links, wall int32
	longest                   int32 // paragraph of the story
	paragraphs, heads         int   // of the story; heads are headings that are links
	marks                     map[phrases.Class]int
}

// tellsStory reports whether a block of that role is one that a page without a story lacks.
func tellsStory(role Role) bool {
	return role.InBody() && role != Caption && role != Bio || role == Standfirst
}

// saysDate reports whether a block says nothing but a date, as the teasers of a listing do.
func saysDate(b *page.Block) bool {
	const longest = 8 // words: what is longer says more, and is not worth a look
	if b.Words > longest {
		return false
	}
	class, _ := phrases.Match(b.Text)
	return rolesOfPhrases[class] == Date
}

// noticeAround are the blocks [first, last) of the outermost element around the story that is called a consent
// notice and holds few links, as no page does that has a menu: of a long notice the buttons may stand far from
// what reads like a story.
func (l *Labelled) noticeAround(p *page.Page) (first, last int32) {
	if l.Last == 0 {
		return 0, 0
	}
	for n := p.Blocks[l.First].Node; n > 0; n = p.Nodes[n].Parent {
		node := &p.Nodes[n]
		if isPart(node) && node.Class&page.ClassConsent != 0 && int(node.Last) >= l.Last && 4*node.LinkWords < node.Words {
			first, last = node.First, node.Last
		}
	}
	return first, last
}

func (l *Labelled) verdict(p *page.Page) verdict {
	v := verdict{marks: map[phrases.Class]int{}}
	for i := range p.Blocks {
		b, role := &p.Blocks[i], l.Labels[i].Role
		v.words += b.Words
		v.links += b.LinkWords
		if tellsStory(role) {
			v.story += b.Words
			if (role == Paragraph || role == ListItem) && !page.IsHeading(b.Tag) && !saysDate(b) {
				v.paragraphs++
				v.longest = max(v.longest, b.Words)
			}
		}
		near := i >= l.First-nearStory && i < l.Last+nearStory || l.Last == 0
		if near && page.IsHeading(b.Tag) && b.Words > 2 && b.LinkWords == b.Words {
			v.heads++
		}
	}
	if v.story >= longStory {
		return v // without marks
	}
	noticeFirst, noticeLast := l.noticeAround(p)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		near := i >= l.First-nearStory && i < l.Last+nearStory || l.Last == 0 || noticeFirst <= int32(i) && int32(i) < noticeLast
		if !near || b.Hidden {
			continue
		}
		switch class, strength := phrases.Match(b.Text); class {
		case phrases.BotCheck:
			v.marks[class]++
		case phrases.ErrorPage:
			if strength == phrases.Sure {
				v.marks[class]++
			}
		case phrases.Consent:
			if strength == phrases.Sure {
				v.marks[class]++
			}
		case phrases.Login, phrases.Paywall:
			v.wall += b.Words
			if tellsStory(l.Labels[i].Role) { // a wall with nothing else on the page looks like one
				v.story -= b.Words
			}
		}
	}
	if class, strength := phrases.Match(p.Title); strength == phrases.Sure && (class == phrases.BotCheck || class == phrases.ErrorPage) {
		v.marks[class]++
	}
	return v
}
