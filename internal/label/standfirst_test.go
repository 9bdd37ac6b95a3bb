package label

import (
	"slices"
	"strings"
	"testing"
)

// standfirsts are the first words of the standfirst's blocks, and of the story's first block below it. In the page, blocks of
// more than three words are story, "maybe" rather not, and what says "sum" reads like a standfirst.
func standfirsts(t *testing.T, p *page_, prepare func(*labeller)) string {
	t.Helper()
	m := wordy()
	l := newLabeller(p, m, new(workspace))
	for i := range p.Blocks {
		b := &p.Blocks[i]
		switch {
		case strings.HasPrefix(b.Text, "maybe"):
			l.out.Labels[i].Story = threshold / 3
		case b.Words > 3:
			l.out.Labels[i].Story = 950
		}
		l.rows.Row(i)[fCommas] = 0
		if strings.Contains(b.Text, "sum") {
			l.rows.Row(i)[fCommas] = 1 // a word that its trees know
		}
	}
	m.HTML[AskStandfirst] = Forest{Trees: []Tree{tree(fCommas, 0, -2*Unit, Unit/2)}}
	m.Text[AskStandfirst] = m.HTML[AskStandfirst]
	l.chooseStory()
	l.span()
	if prepare != nil {
		prepare(&l)
	}
	l.standfirst()
	var words []string
	for i := range p.Blocks {
		if l.out.Labels[i].Role == Standfirst {
			words = append(words, strings.Fields(p.Blocks[i].Text)[0])
		}
	}
	if l.body < len(p.Blocks) {
		words = append(words, "|", strings.Fields(p.Blocks[l.body].Text)[0])
	}
	if first := slices.Index(l.in, true); l.out.First != first {
		t.Errorf("the story begins at block %d, want %d", l.out.First, first)
	}
	return strings.Join(words, " ")
}

// The standfirst is the block at the beginning that reads most like one, with those that are set like it.
func TestStandfirst(t *testing.T) {
	const story = "<p>one begins the story of the mill<p>two goes on with the mill<p>three ends the story"
	item := func(first string) string { return "<li>" + first + " is a point of it" }
	for _, c := range []struct{ name, html, want string }{
		{"none", story, "| one"},
		{"in the story", "<div>sum of all that is below</div>" + story, "sum | one"},
		{"above it", "<div>maybe a sum</div>" + story, "maybe | one"},
		{"above it, quite unlikely", "<div>a sum</div>" + story, "| one"},
		{"the second block", "<p>one begins the story of the mill<p class=x>sum of all that is below<p>two goes on with the mill", "sum | one"},
		{"far down", strings.Repeat("<p>one begins the story of the mill", opening) + "<p class=x>sum of all that is below", "| one"},
		{"far above", "<div>maybe a sum</div>" + strings.Repeat("<p>Home", Around) + story, "| one"},
		{"near above", "<div>maybe a sum</div>" + strings.Repeat("<p>Home", Around-1) + story, "maybe | one"},
		{"above a story of one block", "<div>maybe a sum</div><p>one begins the story of the mill", "maybe | one"},
		{"in a story that the page hides", "<p class=x hidden>sum of all that is below" + story, "sum | one"},
		{"said again as a heading", "<div>sum of all that is below</div>" + story + "<h2>sum of all that is below</h2>", "sum | one"},
		{"a breadcrumb", "<div>Home » News » Marrow Hill</div>" + story, "| Home"},
		{"nothing else", "<p>sum of all that is below", "| sum"},
		{"hidden", "<div hidden>maybe a sum</div>" + story, "| one"},
		{"dropped", "<div>maybe a dropped sum</div>" + story, "| one"},
		{"something else", "<div>maybe a named sum</div>" + story, "| one"},
		{"a stock line", "<div>Advertisement</div>" + story, "| one"},
		{"a date", "<div>18:30</div>" + story, "| one"},
		{"mostly a date", "<div>sum 03/05/2024 18:30</div>" + story, "| sum"},
		{"a caption", "<div>caption and sum of all that is below</div>" + story, "| caption"},
		{"two of one kind", "<p class=x>sum of all that is below<p class=x>another sum of it all" + story, "sum another | one"},
		{"two, the likelier below", "<p class=x>another sum of it all<p class=x>sum sum of all that is" + story, "another sum | one"},
		{"another of its kind that does not read like it", "<p class=x>sum of all that is below<p class=x>begins the story of the mill" + story, "sum | begins"},
		{"of different kinds", "<p class=x>sum of all that is below<p class=y>another sum of it all" + story, "sum | another"},
		{"of different elements", "<p class=x>sum of all that is below<div class=x>another sum of it all</div>" + story, "sum | another"},
		{"the second hidden", "<p class=x>sum of all that is below<p class=x hidden>another sum of it all" + story, "sum | another"},
		{"the second dropped", "<p class=x>sum of all that is below<p class=x>another dropped sum here" + story, "sum | one"},
		{"the second something else", "<p class=x>sum of all that is below<p class=x>another named sum here" + story, "sum | another"},
		{"items", "<ul>" + item("sum") + item("b") + item("c") + "</ul>" + story, "sum b c | one"},
		{"items, the last one likeliest", "<ul>" + item("a") + item("b") + item("sum") + "</ul>" + story, "a b sum | one"},
		{"items that the page says again", "<ul><li>sum of it" + item("b") + "</ul>" + story + "<h2>sum of it</h2>", "| b"},
		{"an item that it says again", "<ul>" + item("sum") + item("b") + "</ul>" + story + "<h2>b is a point of it</h2>", "sum | b"},
	} {
		p := fromHTML(t, "<body>"+c.html)
		for i := range p.Blocks {
			p.Blocks[i].Dropped = strings.Contains(p.Blocks[i].Text, "dropped")
		}
		got := standfirsts(t, p, func(l *labeller) {
			l.forests[AskCaption] = Forest{Trees: []Tree{tree(fBegins, 99, -8*Unit, 8*Unit)}}
			for i := range p.Blocks {
				row, text := l.rows.Row(i), p.Blocks[i].Text
				if row[fBegins] = 0; strings.Contains(text, "caption") {
					row[fBegins] = 100
				}
				if strings.Contains(text, "named") {
					l.out.Labels[i].Role = Related
				}
				if text == "Advertisement" || strings.Contains(text, "»") || text == "18:30" {
					row[fCommas] = 1
				}
			}
		})
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// In a text nothing tells how a line is set: the standfirst must read more like one, and is one line.
func TestStandfirstOfText(t *testing.T) {
	for _, c := range []struct {
		text  string
		reads int16 // log odds of the lines that say "sum"
		want  string
	}{
		{"sum of all that is below\n\nanother sum of it all\n\none begins the story.", Unit + 1, "sum | another"},
		{"sum of all that is below\n\nanother sum of it all\n\none begins the story.", Unit, "| sum"},
	} {
		got := standfirsts(t, fromText(t, c.text), func(l *labeller) {
			l.forests[AskStandfirst].Trees[0] = tree(fCommas, 0, -2*Unit, c.reads)
		})
		if got != c.want {
			t.Errorf("log odds %d: %q, want %q", c.reads, got, c.want)
		}
	}
}

// A list at the beginning sums up the story, if it has a few items of some words and the story says more.
func TestPoints(t *testing.T) {
	const story = "<p>one begins the story of the mill"
	long := "<p>two goes on" + strings.Repeat(" word", 400)
	list := func(items int, item string) string { return "<ul>" + strings.Repeat("<li>"+item, items) + "</ul>" }
	point := func(words int) string { return "point" + strings.Repeat(" word", words-1) }
	for _, c := range []struct {
		name, html string
		want       int // items
	}{
		{"two items", list(2, point(6)) + story + long, 2},
		{"one item", list(1, point(6)) + story + long, 0},
		{"eight", list(mostPoints, point(6)) + story + long, mostPoints},
		{"nine", list(mostPoints+1, point(6)) + story + long, 0},
		{"short ones", list(3, point(leastPointWords)) + story + long, 3},
		{"too short", list(3, point(leastPointWords-1)) + story + long, 0},
		{"long ones", list(3, point(mostPointWords)) + story + long, 3},
		{"too long", list(3, point(mostPointWords+1)) + story + long, 0},
		{"half of them links", list(2, "point word word <a href=/>word word word</a>") + story + long, 2},
		{"more links", list(2, "point word word <a href=/>word word word word</a>") + story + long, 0},
		{"the story says as much", list(2, point(6)) + "<p>" + point(12), 2},
		{"it says less", list(2, point(6)) + "<p>" + point(11), 0},
		{"below a paragraph", story + list(2, point(6)) + long, 0},
	} {
		p := fromHTML(t, "<body>"+c.html)
		l := newLabeller(p, wordy(), new(workspace))
		for i := range p.Blocks {
			l.out.Labels[i].Story, l.rows.Row(i)[fRepeats] = 950, 1 // these items say all the same
		}
		l.chooseStory()
		l.span()
		first, last := l.points()
		if got := last - first; got != c.want {
			t.Errorf("%s: %d items, want %d", c.name, got, c.want)
		}
	}
}
