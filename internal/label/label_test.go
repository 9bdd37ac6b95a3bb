package label

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

func fromHTML(t testing.TB, s string) *page.Page {
	t.Helper()
	root, err := page.ParseSifted(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return page.FromHTML(root, page.Options{})
}

func fromText(t testing.TB, s string) *page.Page {
	p, _ := page.FromText(s)
	return p
}

var roleNames = map[Role]string{
	Title: "title", Standfirst: "standfirst", Byline: "byline", Date: "date", Kicker: "kicker", Paragraph: "paragraph", Heading: "heading", Quote: "quote",
	ListItem: "list", Cell: "cell", Code: "code", Caption: "caption", Note: "note", LiveEntry: "live", Breadcrumb: "breadcrumb", HeaderDate: "clock",
	PublisherLabel: "publisher", AdLabel: "ad", SourceLink: "source", Duplicate: "duplicate", Hidden: "hidden", Dropped: "dropped",
	Related: "related", ShareBar: "share", Navigation: "nav", Legal: "legal",
}

// paragraphs are n paragraphs of an invented story.
func paragraphs(n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("The council of Marrow Hill voted on its motion number %d on Tuesday, and the members said that the old mill by the river will be kept, repaired and opened to visitors before the spring of next year.", i+1))
	}
	return out
}

func story(n int) string { return "<p>" + strings.Join(paragraphs(n), "</p><p>") + "</p>" }

// Each case marks blocks with the role that they must get, by their first words.
func TestRoles(t *testing.T) {
	const head = `<html><head><title>Old mill to be saved | Marrow Post</title><meta property="og:site_name" content="Marrow Post"></head><body>`
	page := func(s string) *page.Page {
		return fromHTML(t, head+`<nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav><main><article><h1>Old mill to be saved</h1>`+s+`</article></main><footer><p>© 2024 Marrow Post. All rights reserved.</p></footer>`)
	}
	for _, c := range []struct {
		name string
		page *page_
		want map[string]string // beginning of blocks: their roles, without repetitions
	}{
		{"headline, story, menu and footer", page(story(6)), map[string]string{"Old mill": "title", "The council": "paragraph", "World": "nav", "© 2024": "legal"}},
		{"a heading inside", page(story(3) + "<h2>What comes next</h2>" + story(3)), map[string]string{"What comes": "heading"}},
		{"an advertisement label inside", page(story(3) + "<div class=ad>Advertisement</div>" + story(3)), map[string]string{"Advertisement": "ad"}},
		{"a caption above the story", page("<figure><img src=/mill.jpg><figcaption>The old mill of Marrow Hill by the river, as it stood last year. Photo: Ada Quill</figcaption></figure>" + story(5)), map[string]string{"The old mill": "caption"}},
		{"a hidden menu", page(story(6) + "<ul hidden><li><a href=/x>Choose another edition</a></ul>"), map[string]string{"Choose": "hidden"}},
		{"points above the story", page("<ul><li>Marrow Hill keeps its old mill by the river.</li><li>Visitors may come from the spring of next year on.</li></ul>" + story(5)),
			map[string]string{"Marrow Hill keeps": "standfirst", "Visitors may": "standfirst"}},
		{"a list of contents above the story", page("<ul><li>Why the council kept the mill</li><li>When the first visitors may come</li></ul>" + story(3) + "<h2>Why the council kept the mill</h2>" + story(3) + "<h2>When the first visitors may come</h2>" + story(3)),
			map[string]string{"Why the council": "list heading", "When the first": "list heading"}},
		{"a story in a cell of a table that lays out the page", page("<table><tr><td>" + strings.Join(paragraphs(5), "<br><br>") + "</td></tr></table>"), map[string]string{"The council": "paragraph"}},
		{"cells inside the story", page(story(3) + "<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2021</td><td>Twelve hundred</td></tr><tr><td>2022</td><td>Fifteen hundred</td></tr></table>" + story(3)), map[string]string{"Twelve hundred": "cell"}},
		{"items of several paragraphs", page("<ol><li>" + strings.Join(paragraphs(6)[:3], "<br><br>") + "</li><li>" + strings.Join(paragraphs(6)[3:], "<br><br>") + "</li></ol>"), map[string]string{"The council": "paragraph"}},
		{"items of two lines", page(story(3) + "<ul><li>The wheel turns again.<br><br>It was built of oak.</li><li>The roof is new.<br><br>It is of slate.</li></ul>" + story(3)), map[string]string{"The wheel": "list", "It is of slate": "list"}},
		{"the site's name above the headline", fromHTML(t, head+"<div><a href=/>Marrow Post</a></div><h1>Old mill to be saved</h1>"+story(5)), map[string]string{"Marrow Post": "publisher"}},
		{"a publisher's label under the headline", page("<p>Marrow Post</p>" + story(4)), map[string]string{"Marrow Post": "publisher"}},
	} {
		l := Apply(c.page, Builtin, nil)
		for begin, want := range c.want {
			var got []string
			for i, b := range c.page.Blocks {
				if strings.HasPrefix(b.Text, begin) {
					got = append(got, roleNames[l.Labels[i].Role])
				}
			}
			if got := strings.Join(slices.Compact(got), " "); got != want {
				t.Errorf("%s: %q is %q, want %q", c.name, begin, got, want)
			}
		}
	}
}

type page_ = page.Page

func TestRolesOfText(t *testing.T) {
	text := "Friday, May 3, 2024\nHomeWorldOld mill of Marrow Hill to be saved...\n\nOld mill of Marrow Hill to be saved after a long vote | MPX\n\nMPX\n\n" +
		strings.Join(paragraphs(8), "\n\n") + "\n\nSource link\n\n- Advertisment -"
	p := fromText(t, text)
	l := Apply(p, Builtin, nil)
	var got []string
	for i := range p.Blocks {
		got = append(got, roleNames[l.Labels[i].Role])
	}
	want := "clock breadcrumb title publisher" + strings.Repeat(" paragraph", 8) + " source ad"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestAStoryOfOneBlockIsNoStandfirst(t *testing.T) {
	p := fromHTML(t, `<meta name=description content="`+paragraphs(1)[0]+`"><h1>Old mill to be saved</h1><div class=standfirst>`+paragraphs(1)[0]+`</div>`)
	l := Apply(p, Builtin, nil)
	if role := roleNames[l.Labels[1].Role]; role != "paragraph" {
		t.Errorf("it is %s", role)
	}
}

func TestTheSecondCopyOfAParagraphIsADuplicate(t *testing.T) {
	p := fromHTML(t, "<h1>Old mill to be saved</h1>"+story(5)+story(1))
	l := Apply(p, Builtin, nil)
	var copies, kept int
	for i, b := range p.Blocks {
		if strings.Contains(b.Text, "number 1 ") {
			if l.Labels[i].Role == Duplicate {
				copies++
			} else {
				kept++
			}
		}
	}
	if copies != 1 || kept != 1 {
		t.Errorf("%d kept, %d taken for copies", kept, copies)
	}
}

func TestWhatThePageIsInstead(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"a story", "<h1>Old mill to be saved</h1>" + story(5), ""},
		{"an error page", "<title>Page not found</title><h1>Page not found</h1><p>The page that you asked for is not here.</p>", ErrorPage},
		{"a bot check", "<title>Just a moment...</title><h1>Checking your browser before you go on</h1>", BotCheck},
		{"nothing much", "<p>Hello</p>", NoProse},
		{"a short story right above the button of a consent tool", "<h1>Old mill to be saved</h1>" + story(4) + "<button>Cookie settings</button>", ""},
		{"a notice above its only button", "<p>We and our partners use cookies to show you advertising, and to measure how you read this site. You can change your choice at any time.</p><button>Cookie settings</button>", ConsentWall},
	} {
		p := fromHTML(t, c.html)
		l := Apply(p, Builtin, nil)
		if got := l.NotArticle(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A page of short paragraphs under headings that are links is a list of stories, unless it
// is surely one story.
func TestLinkedHeadingsMakeAListingOnlyWhereItIsDoubtful(t *testing.T) {
	const heading, paragraph = "<h2><a href=/x>Another story of the day</a></h2>", "<p>What it is about, in a line of ten words or so, and where it was.</p>"
	for _, c := range []struct {
		paragraphs int // for each heading
		confidence float64
		want       string
	}{{2, 0.4, Listing}, {2, 0.9, ""}, {1, 0.9, Listing}, {3, 0.4, ""}} {
		p := fromHTML(t, strings.Repeat(heading+strings.Repeat(paragraph, c.paragraphs), 5))
		l := Labelled{Labels: make([]Label, len(p.Blocks)), Last: len(p.Blocks), Confidence: c.confidence}
		for i := range l.Labels {
			if l.Labels[i].Role = Paragraph; page.IsHeading(p.Blocks[i].Tag) {
				l.Labels[i].Role = Heading
			}
		}
		if got := l.NotArticle(p); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// The buttons of a consent notice make a wall of what stands in it, however far they are. An element that holds a
// menu, too, is no notice, whatever it is called.
func TestANoticeIsAWallWhereverItsButtonsStand(t *testing.T) {
	const text = "<p>We and our partners keep what your device tells of you, and show you what may please you.</p><p>You may take it back.</p>"
	const away = "<button>Accept all</button><p>One.</p><p>Two.</p><p>Three.</p>"
	for _, c := range []struct{ name, html, want string }{
		{"a notice", "<div class=consent-wall>" + away + text + "</div>", ConsentWall},
		{"a page with a menu", "<div class=has-consent><nav>" + strings.Repeat("<a href=/x>A story of the day</a> ", 9) + "</nav>" + away + text + "</div>", ""},
		{"a page", "<div class=page>" + away + text + "</div>", ""},
	} {
		p := fromHTML(t, c.html)
		l := Labelled{Labels: make([]Label, len(p.Blocks)), First: len(p.Blocks) - 2, Last: len(p.Blocks)}
		for i := l.First; i < l.Last; i++ {
			l.Labels[i].Role = Paragraph
		}
		if got := l.NotArticle(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Where all blocks are doubtful, the likelier ones are better than none.
func TestADoubtfulPageHasALineOfItsOwn(t *testing.T) {
	p := fromHTML(t, story(4)+"<p>Other.</p>")
	for _, c := range []struct {
		story []int16
		want  int16
	}{
		{[]int16{990, 980, 950, 960, 10}, 500},
		{[]int16{990, 980, 400, 300, 10}, 500},
		{[]int16{600, 400, 450, 300, 10}, 305},
		{[]int16{300, 300, 300, 300, 10}, 230},
		{[]int16{0, 0, 0, 0, 0}, 500},
	} {
		l := labeller{p: p}
		for _, s := range c.story {
			l.out.Labels = append(l.out.Labels, Label{Story: s})
		}
		if got := l.line(); got != c.want {
			t.Errorf("%d: %d, want %d", c.story, got, c.want)
		}
	}
}

func TestAStoryThatEndsAtAPromptIsTruncated(t *testing.T) {
	for end, want := range map[string]bool{
		"<div class=paywall><p>This article is for subscribers only.</p><a href=/s>Subscribe now</a></div>": true,
		"<footer><p>© 2024 Marrow Post. All rights reserved.</p></footer>":                                  false,
	} {
		l := Apply(fromHTML(t, "<h1>Old mill to be saved</h1>"+story(4)+end), Builtin, nil)
		if l.Truncated() != want {
			t.Errorf("a story before %q: truncated %v", end, !want)
		}
	}
}

func TestFeaturesOfABlock(t *testing.T) {
	p := fromHTML(t, `<title>Old mill saved</title><nav><a href=/x>World</a></nav><article class=story><h1>Old mill saved</h1><p>One, two, <b>three</b> words. And more.</p></article>`)
	m := Features(p, Lexica{})
	for _, c := range []struct {
		block, feature int
		want           int16
	}{
		{0, fLinkShare, 1000}, {0, fTags, 0}, {1, fTag, 3}, {1, fTitleShare, 1000}, {1, fSinceTitle, 0},
		{2, fWords, 6}, {2, fEnds, 1}, {2, fSentences, 2}, {2, fCommas, 2}, {2, fBegins, 2}, {2, fSinceTitle, 1}, {2, fTag, 1}, {2, fTags, far},
	} {
		if got := m.Row(c.block)[c.feature]; got != c.want {
			t.Errorf("block %d, feature %d: %d, want %d", c.block, c.feature, got, c.want)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	p := fromHTML(b, "<h1>Old mill to be saved</h1>"+strings.Repeat("<ul><li><a href=/x>Another story of the day</a></ul>", 300)+story(40))
	b.ReportAllocs()
	for b.Loop() {
		Apply(p, Builtin, nil)
	}
}

// The cells of a table are too short to be likely story each on its own.
func TestATableInsideTheStoryIsTakenWhole(t *testing.T) {
	const data = "<table><tr><th>Route</th><th>Days</th></tr><tr><td>Marrow Hill</td><td>3</td></tr><tr><td>Elmford</td><td>5</td></tr></table>"
	const links = "<table><tr><td><a href=/a>News</a></td><td><a href=/b>Sport</a></td></tr><tr><td><a href=/c>Weather</a></td><td><a href=/d>Jobs</a></td></tr></table>"
	for table, want := range map[string]bool{data: true, links: false} {
		all := paragraphs(8)
		p := fromHTML(t, "<h1>Old mill saved</h1><main><p>"+strings.Join(all[:4], "</p><p>")+"</p>"+table+"<p>"+strings.Join(all[4:], "</p><p>")+"</p></main>")
		l := Apply(p, Builtin, nil)
		for i := range p.Blocks {
			if p.Blocks[i].Tag == atom.Td && (l.Labels[i].Role == Cell) != want {
				t.Errorf("%q is %v", p.Blocks[i].Text, l.Labels[i].Role)
			}
		}
	}
}

// A stock line of credits is the caption of a picture of the story near it alone: farther away it is of another one.
func TestCreditsFarAway(t *testing.T) {
	credit := "<p>Photo: Reuters</p>"
	p := fromHTML(t, credit+story(Around)+credit+story(4)+story(Around)+credit)
	m := &Model{} // all answers are open
	l := newLabeller(p, m, new(workspace))
	l.out.First, l.out.Last = Around+2, Around+6
	for i, want := range map[int]Role{0: PhotoCredit, Around + 1: Caption, len(p.Blocks) - 1: PhotoCredit} {
		if got := l.hint(i).byPhrase; p.Blocks[i].Text != "Photo: Reuters" || got != want {
			t.Errorf("block %d, %q: role %d, want %d", i, p.Blocks[i].Text, got, want)
		}
	}
}
