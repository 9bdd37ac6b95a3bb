package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// TestNearRole: what a phrase says of a block near the story, where the forests say nothing.
func TestNearRole(t *testing.T) {
	p := fromHTML(t, "<html><body><article>"+story(4)+"</article><div>The Marrow Post, winter issue</div>")
	l := newLabeller(p, Builtin, new(workspace))
	l.out.Last, l.body, l.title = 4, 1, -1
	for i := range l.out.Last {
		l.out.Labels[i].Role = Paragraph
	}
	for name, tt := range map[string]struct {
		hint hint
		want Role
	}{
		"nothing is told":          {hint{reason: Other}, Other},
		"a source note":            {hint{reason: Other, isPhrase: true, byPhrase: Note}, Note},
		"a source note, in footer": {hint{reason: Legal, isPhrase: true, byPhrase: Note}, Legal},
		"a share bar":              {hint{reason: Other, isPhrase: true, byPhrase: ShareBar}, ShareBar},
	} {
		if got := l.nearRole(4, tt.hint, likelyRole{score: -8 * Unit}); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// What a block near the story is depends on where it stands, on how likely which role is, and on what its words and elements say.
func TestNearRoleByPlace(t *testing.T) {
	const first, last, title, body = 40, 80, 35, 42 // of the story below
	plain := hint{reason: Other}
	byline, caption := hint{reason: Other, isPhrase: true, byPhrase: Byline}, hint{reason: Other, byPhrase: Caption}
	for _, c := range []struct {
		name  string
		at    int
		words int32
		hint  hint
		role  Role
		score int32
		least int32
		row   map[int]int16
		want  Role
	}{
		{"a likely byline above", first - 1, 3, plain, Byline, 1, 0, nil, Byline},
		{"a likely byline soon below", last + lateHeader - 1, 3, plain, Byline, 1, 0, nil, Byline},
		{"too far below", last + lateHeader, 3, plain, Byline, 1, 0, nil, Other},
		{"at the story's beginning", first + lateHeader - 1, 3, plain, Byline, 1, 0, nil, Byline},
		{"in the midst of it", first + lateHeader, 3, plain, Byline, 1, 0, nil, Other},
		{"in the midst of it, below", last - lateHeader - 1, 3, plain, Byline, 1, 0, nil, Other},
		{"at its end", last - lateHeader, 3, plain, Byline, 1, 0, nil, Byline},
		{"a likely caption in the midst", first + lateHeader, 3, plain, Caption, 1, 0, nil, Caption},
		{"likely related, but a share bar by its words", last, 3, hint{reason: Other, isPhrase: true, byPhrase: ShareBar}, Related, 1, 0, nil, ShareBar},

		{"a note that may be one", last, 3, plain, Note, Open + 1, Open, nil, Note},
		{"as unlikely as others", last, 3, plain, Note, Open, Open, nil, Other},
		{"in an element that tells why it is none", last, 3, hint{reason: Navigation}, Note, Open + 1, Open, nil, Navigation},
		{"near enough above", first - lateHeader, 3, plain, Note, Open + 1, Open, nil, Note},
		{"too far above", first - lateHeader - 1, 3, plain, Note, Open + 1, Open, nil, Other},
		{"near enough below", last + lateHeader, 3, plain, Note, Open + 1, Open, nil, Note},
		{"too far below to be one", last + lateHeader + 1, 3, plain, Note, Open + 1, Open, nil, Other},
		{"a byline that may be one in the midst", first + lateHeader, 3, plain, Byline, -1, -Unit, nil, Other},

		{"a time below the headline", title + 1, 2, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Date},
		{"a time above it", title - 1, 2, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Other},
		{"a time in the story", body, 2, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Other},
		{"right above the story's first paragraph", body - 1, 2, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Date},
		{"one word", title + 1, 1, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Other},
		{"a line with a time", title + 1, longByline, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Date},
		{"a longer line with a time", title + 1, longByline + 1, plain, Byline, -1, 0, map[int]int16{fTime: 1}, Other},
		{"mostly figures", title + 1, 4, plain, Byline, -1, 0, map[int]int16{fWords: 4, fDigitShare: manyDigits + 1}, Date},
		{"fewer figures", title + 1, 4, plain, Byline, -1, 0, map[int]int16{fWords: 4, fDigitShare: manyDigits}, Other},
		{"a time in an element that tells what it is", title + 1, 2, hint{reason: ShareBar}, Byline, -1, 0, map[int]int16{fTime: 1}, ShareBar},

		{"a byline by its words", first - Around/2, longByline, byline, Note, Open, Open, nil, Byline},
		{"farther above", first - Around/2 - 1, longByline, byline, Note, Open, Open, nil, Other},
		{"longer", first - 1, longByline + 1, byline, Note, Open, Open, nil, Other},
		{"below the story", last + lateHeader, 3, byline, Note, Open, Open, nil, Other},
		{"how long ago it was, as teasers say", last, 3, hint{reason: Other, isPhrase: true, byPhrase: Date}, Note, Open, Open, map[int]int16{fPhrase: int16(phrases.RelativeTime)}, Other},
		{"the credit of its picture", last, 3, caption, Note, Open, Open, nil, Caption},

		{"a credit that may be a caption", last, 3, hint{reason: PhotoCredit}, Caption, Open + 1, 0, nil, Caption},
		{"a credit that hardly is one", last, 3, hint{reason: PhotoCredit}, Caption, Open, 0, nil, PhotoCredit},
		{"a credit that is rather a note", last, 3, hint{reason: PhotoCredit}, Note, Open + 1, 0, nil, PhotoCredit},
	} {
		p := fromHTML(t, strings.Repeat("<div>Elmford</div>", last+Around))
		l := newLabeller(p, Builtin, new(workspace))
		l.out.First, l.out.Last, l.title, l.body = first, last, title, body
		p.Blocks[c.at].Words = c.words
		for feature, value := range c.row {
			l.rows.Row(c.at)[feature] = value
		}
		if got := l.nearRole(c.at, c.hint, likelyRole{c.role, c.score, c.least}); got != c.want {
			t.Errorf("%s: role %d, want %d", c.name, got, c.want)
		}
		l.title = -1
		if got := l.nearRole(c.at, c.hint, likelyRole{c.role, c.score, c.least}); got == Date {
			t.Errorf("%s, without a headline: a date", c.name)
		}
	}
}

// What a block outside of the story is called, and what stands around it, tells why it is none.
func TestReason(t *testing.T) {
	const title = "<h1>Old mill to be saved</h1>"
	for _, c := range []struct {
		name, html string
		want       Role // of the block that says "this"
	}{
		{"a menu", title + "<nav><p>this</nav>", Navigation},
		{"a form", title + "<form><p>this</form>", Tool},
		{"a figure", title + "<figure><p>this</figure>", PhotoCredit},
		{"the page's footer", title + "<footer><p>this</footer>", Legal},
		{"the footer of the article", "<article>" + title + "<footer><p>this</footer></article>", Other},
		{"the footer of what is main", "<main>" + title + "<footer><p>this</footer></main>", Other},
		{"the page's header", "<header><p>this is a line of some seven words or more</header>" + title, Navigation},
		{"the article's header", "<header>" + title + "<p>this</header>", Other},
		{"a name that tells more than the element", title + "<nav class=comments><p>this</nav>", Comment},
		{"a short line above the headline", "<p>this is one of six words" + title, Navigation},
		{"a longer line above it", "<p>this is one of seven words now" + title, Other},
		{"a short line below it", title + "<p>this", Other},
	} {
		l := newLabeller(fromHTML(t, "<title>Old mill to be saved</title><body>"+c.html), Builtin, new(workspace))
		l.title = int(l.survey.title)
		for i := range l.p.Blocks {
			if strings.HasPrefix(l.p.Blocks[i].Text, "this") {
				if got := l.reason(i); got != c.want {
					t.Errorf("%s: role %d, want %d", c.name, got, c.want)
				}
			}
		}
	}
}
