package label

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// What an element is says what a block of the story is; long lines without one are paragraphs, or quotes if the trees say so.
func TestStoryRole(t *testing.T) {
	line := func(words int) string { return said("one", words) }
	for _, c := range []struct {
		name, html string
		want       Role
	}{
		{"a short heading", "<h2>" + line(sureHeading) + "</h2>", Heading},
		{"a longer one, to be asked about", "<h2>" + line(sureHeading+1) + "</h2>", unset},
		{"code", "<pre>" + line(40) + "</pre>", Code},
		{"a listing", "<listing>" + line(40) + "</listing>", Code},
		{"a quote", "<blockquote>" + line(40) + "</blockquote>", Quote},
		{"a long quote", "<blockquote>" + strings.Repeat("<p>"+line(40), passage) + "</blockquote>", Quote},
		{"an item of a few paragraphs", "<ul><li>" + strings.Repeat("<p>"+line(40), passage-1) + "</ul>", ListItem},
		{"an item that holds the story", "<ul><li>" + strings.Repeat("<p>"+line(40), passage) + "</ul>", Paragraph},
		{"a short line, to be asked about", "<p>" + line(longHeading), unset},
		{"a paragraph", "<p>" + line(longHeading+1), Paragraph},
	} {
		m := wordy()
		p := fromHTML(t, "<body>"+c.html)
		l := newLabeller(p, m, new(workspace))
		l.in = make([]bool, len(p.Blocks))
		for i := range l.in {
			l.in[i] = true
		}
		holders, held := l.holders()
		if got := l.storyRole(0, holders[0], held[holders[0]]); got != c.want {
			t.Errorf("%s: role %d, want %d", c.name, got, c.want)
		}
	}
	// A text has no elements but those that its marks stand for.
	l := newLabeller(fromText(t, line(longHeading+1)), wordy(), new(workspace))
	if got := l.storyRole(0, 0, 1); got != Paragraph {
		t.Errorf("in text: role %d", got)
	}
}

// What a phrase makes of a block may depend on what the trees say, and on where it stands.
func TestHint(t *testing.T) {
	for _, c := range []struct {
		name  string
		class phrases.Class
		ask   Question
		odds  int32 // of it
		at    int   // the story is blocks 1 and 2 of 4
		want  Role
	}{
		{"first published then", phrases.FirstAppeared, AskDate, 1, 3, Date},
		{"first published there", phrases.FirstAppeared, AskDate, 0, 3, SourceLink},
		{"a share bar that looks like a date", phrases.ShareBar, AskDate, 1, 3, ShareBar},
		{"a credit that may be a caption", phrases.PhotoCredit, AskCaption, Open + 1, 3, Caption},
		{"a credit that hardly is one", phrases.PhotoCredit, AskCaption, Open, 3, PhotoCredit},
		{"read more, below the story", phrases.ReadMore, AskRelated, 0, 3, Teaser},
		{"that may belong to it", phrases.ReadMore, AskRelated, 1, 3, Related},
		{"above it", phrases.ReadMore, AskRelated, 0, 0, Teaser},
		{"at its beginning", phrases.ReadMore, AskRelated, 0, 1, Related},
		{"at its end", phrases.ReadMore, AskRelated, 0, 2, Related},
	} {
		m := wordy()
		m.HTML[c.ask].Bias = c.odds
		l := newLabeller(fromHTML(t, strings.Repeat("<p>Elmford", 4)), m, new(workspace))
		l.out.First, l.out.Last = 1, 3
		l.rows.Row(c.at)[fPhrase] = int16(c.class)
		if got := l.hint(c.at).byPhrase; got != c.want {
			t.Errorf("%s: role %d, want %d", c.name, got, c.want)
		}
	}
}

// A page without a story has nothing near it.
func TestIsNear(t *testing.T) {
	l := labeller{}
	for _, c := range []struct {
		first, last, at int
		want            bool
	}{{0, 0, 3, false}, {0, 1, 3, true}, {40, 50, 40 - Around, true}, {40, 50, 40 - Around - 1, false}, {40, 50, 50 + Around - 1, true}, {40, 50, 50 + Around, false}} {
		l.out.First, l.out.Last = c.first, c.last
		if got := l.isNear(c.at); got != c.want {
			t.Errorf("block %d, story from %d to %d: %t", c.at, c.first, c.last, got)
		}
	}
}

// Near the story a phrase or an element tells what a block is only where it is sure; farther away it is all that tells.
func TestTellingRole(t *testing.T) {
	share := hint{isPhrase: true, byPhrase: ShareBar, reason: Other}
	for _, c := range []struct {
		name string
		html string
		hint hint
		near bool
		want Role
	}{
		{"hidden", "<p hidden>Elmford", share, true, Hidden},
		{"a sure phrase near", "<p>Advertisement", share, true, ShareBar},
		{"a sure phrase of a header near", "<p>Advertisement", hint{isPhrase: true, byPhrase: Byline, reason: Other}, true, unset},
		{"a phrase near", "<p>Elmford", share, true, unset},
		{"a phrase far away", "<p>Elmford", share, false, ShareBar},
		{"a breadcrumb near", "<p>Elmford", hint{reason: Breadcrumb}, true, Breadcrumb},
		{"a phrase in a breadcrumb near", "<p>Elmford", hint{isPhrase: true, byPhrase: Date, reason: Breadcrumb}, true, unset},
		{"an element near", "<p>Elmford", hint{reason: Navigation}, true, unset},
		{"an element far away", "<p>Elmford", hint{reason: Navigation}, false, Navigation},
	} {
		l := newLabeller(fromHTML(t, c.html), wordy(), new(workspace))
		if c.near {
			l.out.Last = 1
		}
		if got := l.tellingRole(0, c.hint); got != c.want {
			t.Errorf("%s: role %d, want %d", c.name, got, c.want)
		}
	}
}

// Where the caller chose the elements of the story, what would be story or its caption elsewhere is dropped, and the rest keeps
// its role.
func TestOutsideOfWhatIsChosen(t *testing.T) {
	const page = "<title>Old mill saved</title><p>likely words of some other story<p>unlikely<p>chosen words of the story of the mill<p>caption"
	m := wordy()
	m.HTML[AskCaption] = Forest{Trees: []Tree{tree(fWords, 1, Unit, -8*Unit)}}
	p := fromHTML(t, page)
	p.Chosen = true
	p.Blocks[2].Chosen = true
	m.HTML[AskByline] = Forest{Trees: []Tree{tree(fWords, 1, 2*Unit, -8*Unit)}}
	l := Apply(p, m, nil)
	for i, want := range []Role{Dropped, Byline, Paragraph, Byline} {
		if got := l.Labels[i].Role; got != want {
			t.Errorf("%q: role %d, want %d", p.Blocks[i].Text, got, want)
		}
	}
	m.HTML[AskByline].Trees[0] = tree(fWords, 1, -8*Unit, -8*Unit)
	if got := Apply(p, m, nil).Labels[3].Role; got != Dropped {
		t.Errorf("a caption outside: role %d", got)
	}
}
