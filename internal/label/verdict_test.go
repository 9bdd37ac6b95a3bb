package label

import (
	"strings"
	"testing"

	"golang.org/x/net/html/atom"
)

// labelledAs labels a page by hand: what stands in main is its story, whose elements tell the roles; what is of class standfirst,
// caption or bio is that.
func labelledAs(p *page_) Labelled {
	l := Labelled{Labels: make([]Label, len(p.Blocks)), Confidence: surelyStory}
	for i := range p.Blocks {
		inMain := false
		for n := p.Blocks[i].Node; n > 0; n = p.Nodes[n].Parent {
			inMain = inMain || p.Nodes[n].Tag == atom.Main
		}
		role := Other
		if inMain {
			if l.Last == 0 {
				l.First = i
			}
			l.Last = i + 1
			switch first, _, _ := strings.Cut(p.Blocks[i].Text, " "); {
			case first == "standfirst":
				role = Standfirst
			case first == "caption":
				role = Caption
			case first == "bio":
				role = Bio
			case p.Blocks[i].Tag == atom.H2:
				role = Heading
			case p.Blocks[i].Tag == atom.Li:
				role = ListItem
			default:
				role = Paragraph
			}
		}
		l.Labels[i].Role = role
	}
	return l
}

// said is a line of so many words.
func said(first string, words int) string { return first + strings.Repeat(" word", words-1) }

// What a page is instead of an article depends on how much its story says, and on what stands in it and near it.
func TestNotArticle(t *testing.T) {
	p := func(s string) string { return "<p>" + s }
	main := func(s string) string { return "<main>" + s + "</main>" }
	head := "<h2><a href=/x>Ferry is back</a></h2>"
	heads := func(n int) string { return strings.Repeat(head+p(said("teased", 8)), n) }
	bot, missing := "<title>Just a moment...</title>", "<title>Page not found</title>"
	accept, login := "<button>Accept all</button>", "<p>Subscribe to read this article</p>"
	links := strings.Repeat("<li><a href=/x>Sport</a>", 31)
	for _, c := range []struct{ name, html, want string }{
		{"a story", main(p(said("one", leastStory))), ""},
		{"hardly a story", main(p(said("one", leastStory-1))), NoProse},
		{"a standfirst and a story", main(p(said("standfirst", leastStory/2)) + p(said("one", leastStory/2))), ""},
		{"a story without words but captions and bios", main(p(said("caption", 20)) + p(said("bio", 20))), NoProse},

		{"headings that are links", main(heads(linkedHeads)), Listing},
		{"fewer of them", main(heads(linkedHeads - 1)), ""},
		{"of two words", main(strings.ReplaceAll(heads(linkedHeads), "Ferry is back", "Local sport")), ""},
		{"that are no links", main(strings.ReplaceAll(heads(linkedHeads), "<a href=/x>Ferry is back</a>", "Ferry <a href=/x>is back</a>")), ""},
		{"links that are no headings", main(strings.ReplaceAll(heads(linkedHeads), "h2", "p")), ""},
		{"with a paragraph as long as a story's", main(strings.Repeat(head+p(said("one", fewParagraph)), linkedHeads)), ""},
		{"with one as long as a teaser's", main(strings.Repeat(head+p(said("one", fewParagraph-1)), linkedHeads)), Listing},
		{"with items as long as a story's paragraphs", main(strings.Repeat(head+"<li>"+said("one", fewParagraph), linkedHeads)), ""},
		{"with dates between the teasers", main(strings.Repeat(head+p("3 May 2024")+p(said("teased", 8)), linkedHeads)), Listing},
		{"links alone that are no headings", main(strings.Repeat("<p><a href=/x>Ferry is back</a>", linkedHeads)), ""},
		{"with long captions", main(strings.Repeat(head+p(said("teased", 8))+p(said("caption", fewParagraph)), linkedHeads)), Listing},
		{"the last one below the story", main(heads(linkedHeads-1)) + p("a") + head, Listing},
		{"the last one farther below", main(heads(linkedHeads-1)) + p("a") + p("b") + head, ""},
		{"the first one above it", head + p("a") + main(heads(linkedHeads-1)), Listing},
		{"the first one farther above", head + p("a") + p("b") + main(heads(linkedHeads-1)), ""},
		{"far from the story", main(p(said("one", 20))) + p("a") + p("b") + strings.Repeat(head, linkedHeads), ""},
		{"far above it", strings.Repeat(head, linkedHeads) + p("a") + p("b") + main(p(said("one", 20))), ""},
		{"of a page without a story", strings.Repeat(head+p("x"), linkedHeads), Listing},
		{"a menu and nothing else", links, Listing},
		{"a short menu", strings.TrimSuffix(links, "<li><a href=/x>Sport</a>"), NoProse},
		{"as many words that are no links", links + p(said("x", 31)), NoProse},

		{"a long story on a page called a check", bot + main(p(said("one", longStory))), ""},
		{"a shorter one", bot + main(p(said("one", longStory-1))), BotCheck},
		{"a story on a page called missing", missing + main(p(said("one", 2*shortStory))), ""},
		{"a shorter one on it", missing + main(p(said("one", 2*shortStory-1))), ErrorPage},
		{"a page called what a story may say", "<title>Oops</title>" + main(p(said("one", 20))), ""},

		{"a page called like a button", "<title>Accept all</title>" + main(p(said("one", 20))), ""},
		{"a button below a story", main(p(said("one", 2*shortStory))) + accept, ""},
		{"two buttons below it", main(p(said("one", 2*shortStory))) + accept + accept, ConsentWall},
		{"a button below a short one", main(p(said("one", 2*shortStory-1))) + accept, ConsentWall},
		{"hidden", main(p(said("one", 20))) + strings.Replace(accept, "<button", "<button hidden", 1), ""},
		{"farther below", main(p(said("one", 20))) + p("a") + p("b") + accept, ""},
		{"a bit below", main(p(said("one", 20))) + p("a") + accept, ConsentWall},
		{"farther above", accept + p("a") + p("b") + main(p(said("one", 20))), ""},
		{"a bit above", accept + p("a") + main(p(said("one", 20))), ConsentWall},
		{"a button alone", p("a") + p("b") + p("c") + accept, ConsentWall},

		{"a button far above a notice", accept + p("a") + p("b") + "<div class=cookie-consent>" + p("c") + p("d") + main(p(said("one", 20))) + "</div>", ""},
		{"a button far above, in a page that has a notice somewhere", "<body class=has-consent>" + accept + p("a") + p("b") + main(p(said("one", 20))), ""},

		{"a long prompt below a story that is shorter", main(p(said("one", shortStory-1))) + p(said("Want to keep reading?", shortStory)), LoginWall},
		{"a longer prompt below a story", main(p(said("one", shortStory))) + p(said("Want to keep reading?", shortStory)), ""},
		{"a prompt below a line", main(p(said("one", 4))) + login, LoginWall},
		{"a prompt below a beginning", main(p(said("one", 5))) + login, NoProse},
		{"a prompt that was taken for the story", main("<p>Subscribe to read this article"), LoginWall},
		{"a long prompt below a short story", main(p(said("one", shortStory-1))) + strings.Repeat(login, 2), ""},
	} {
		p := fromHTML(t, c.html)
		l := labelledAs(p)
		if got := l.NotArticle(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The story of a page that holds no article is what the page is instead; what stands around it stays what it is.
func TestReject(t *testing.T) {
	l := Labelled{First: 1, Last: 4, Confidence: 0.5}
	for _, r := range []Role{Title, Standfirst, Paragraph, Caption, Related} {
		l.Labels = append(l.Labels, Label{Role: r})
	}
	l.Reject(Listing)
	for i, want := range []Role{Title, Teaser, Teaser, Teaser, Related} {
		if got := l.Labels[i].Role; got != want {
			t.Errorf("block %d: %v, want %v", i, got, want)
		}
	}
	if l.First != 0 || l.Last != 0 || l.Confidence != 0 {
		t.Errorf("a story from %d to %d, confidence %v", l.First, l.Last, l.Confidence)
	}
}

// A prompt cuts a story off where it stands right below it.
func TestTruncatedByAPromptNearby(t *testing.T) {
	for _, c := range []struct {
		between int // blocks
		want    bool
	}{{0, true}, {promptDistance - 1, true}, {promptDistance, false}} {
		l := Labelled{Last: 1, Labels: make([]Label, c.between+2)}
		l.Labels[c.between+1].Role = PaywallPrompt
		if got := l.Truncated(); got != c.want {
			t.Errorf("%d blocks between: %t", c.between, got)
		}
	}
	none := Labelled{Labels: []Label{{Role: PaywallPrompt}}}
	if none.Truncated() {
		t.Error("a page without a story is truncated")
	}
}
