package label

import (
	"slices"
	"strings"
	"testing"
)

// taken are the first words of the blocks that a step leaves in the story, on a page of which the model takes every block of
// more than three words below the headline. likely is how likely they are story, in thousandths; blocks that begin with
// "maybe" are less likely than lastLine.
func taken(t *testing.T, html string, step func(*labeller)) string {
	t.Helper()
	p := fromHTML(t, "<html><head><title>Old mill to be saved</title></head><body>"+html)
	l := newLabeller(p, Builtin, new(workspace))
	for i := range p.Blocks {
		switch b := &p.Blocks[i]; {
		case strings.HasPrefix(b.Text, "maybe"):
			l.out.Labels[i].Story = lastLine - 100
		case b.Words > 3 && i > int(l.survey.title):
			l.out.Labels[i].Story = 950
		}
	}
	l.chooseStory()
	l.span()
	l.body = l.out.First
	step(&l)
	return l.kept()
}

// kept are the first words of the blocks that are in the story so far.
func (l *labeller) kept() string {
	var words []string
	for i, in := range l.in {
		if in {
			words = append(words, strings.Fields(l.p.Blocks[i].Text)[0])
		}
	}
	return strings.Join(words, " ")
}

// Lists of teasers at the end of the story are no part of it.
func TestTeasers(t *testing.T) {
	const (
		head  = "<article><h1>Old mill to be saved</h1><p>one begins the story of the mill<p>two goes on with the mill</article>"
		prose = "<p>teased text of another story of the same paper"
	)
	teaser := func(link string) string {
		return `<div class=card><h3><a href="` + link + `">heading of some other story</a></h3>` + prose + "</div>"
	}
	list := strings.Repeat(teaser("/news/2"), 3)
	for _, c := range []struct{ name, html, want string }{
		{"three teasers", head + "<div>" + list + "</div>", "one two"},
		{"of classes of their own", head + `<div>` + strings.ReplaceAll(teaser("/a")+teaser("/b"), "card", "first") + teaser("/c") + "</div>", "one two"},
		{"with a tag above each", head + "<div>" + strings.ReplaceAll(list, "<h3>", "<p>Sport<h3>") + "</div>", "one two"},
		{"by their whole address, most links lead to the site", head + "<p><a href=https://marrow.example/>home</a><div>" + strings.Repeat(teaser("https://marrow.example/2"), 3) + "</div>", "one two"},
		{"a doubtful line below them", head + "<div>" + list + "</div><p>maybe this week's offers here", "one two"},
		{"headlines of three words", head + "<div>" + strings.ReplaceAll(list, "heading of some other story", "heading of another") + "</div>", "one two"},
		{"tags of two words above each", head + "<div>" + strings.ReplaceAll(list, "<h3>", "<p>Local sport<h3>") + "</div>", "one two"},
		{"items of a list", head + "<ul>" + strings.NewReplacer("<div class=card>", "<li>", "</div>", "</li>").Replace(list) + "</ul>", "one two"},
		{"by their whole address, beside many of mail", head + strings.Repeat("<p><a href=mailto:desk@marrow.example>write us</a>", 9) + "<div>" + strings.Repeat(teaser("https://marrow.example/2"), 3) + "</div>", "one two"},
		{"a link that is no address", head + "<p><a href=http://%zz/>home</a><div>" + strings.Repeat(teaser("https://marrow.example/2"), 3) + "</div>", "one two"},
		{"links that are no addresses", head + "<div>" + strings.Repeat(teaser("http://%zz/"), 3) + "</div>", "one two heading teased heading teased heading teased"},
		{"headlines of two words", head + "<div>" + strings.ReplaceAll(list, "heading of some other story", "some story") + "</div>", "one two teased teased teased"},
		{"links inside of sentences", head + "<div>" + strings.NewReplacer("<h3>", "<h3>read ", "</h3>", " today</h3>").Replace(list) + "</div>", "one two read teased read teased read teased"},
		{"two of one kind and one of another", head + "<div>" + teaser("/a") + teaser("/b") + strings.ReplaceAll(teaser("/c"), "div", "section") + "</div>", "one two" + strings.Repeat(" heading teased", 3)},
		{"the story begins like its own teaser", strings.Repeat("<article><h1><a href=/1>Old mill to be saved</a></h1><p>one begins the story of the mill<p>two goes on with the mill</article>", 1) +
			strings.Repeat("<article><h1><a href=/2>heading of some other story</a></h1>"+prose+"</article>", 2), "one two"},
		{"two teasers", head + "<div>" + teaser("/a") + teaser("/b") + "</div>", "one two heading teased heading teased"},
		{"the story goes on below", head + "<div>" + list + "</div><p>three ends the story of the mill", "one two heading teased heading teased heading teased three"},
		{"one leads to another site", head + "<div>" + list + teaser("https://shop.example/") + "</div>", "one two heading teased heading teased heading teased heading teased"},
		{"places on the page itself", head + "<div>" + strings.Repeat(teaser("#more"), 3) + "</div>", "one two heading teased heading teased heading teased"},
		{"mail", head + "<div>" + strings.Repeat(teaser("mailto:desk@marrow.example"), 3) + "</div>", "one two heading teased heading teased heading teased"},
		{"nothing below the links", head + "<ul>" + strings.Repeat(`<li><a href="/a">heading of some other story</a>`, 3) + "</ul>", "one two heading heading heading"},
		{"as long as teasers are", head + "<div>" + strings.Repeat(strings.Replace(teaser("/a"), prose, prose+strings.Repeat(" word", longTeaser-14), 1), 3) + "</div>", "one two"},
		{"chapters longer than that", head + "<div>" + strings.Repeat(strings.Replace(teaser("/a"), prose, prose+strings.Repeat(" word", longTeaser-13), 1), 3) + "</div>",
			"one two" + strings.Repeat(" heading teased", 3)},
	} {
		if got := taken(t, c.html, (*labeller).teasers); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// Articles that a site loads below the story stand in elements like those around it.
func TestNextArticles(t *testing.T) {
	article := func(title, first string) string {
		return "<div class=page><article><header><h1>" + title + "</h1></header><p>" + first + " tells what the town decided</article></div>"
	}
	for _, c := range []struct{ name, html, want string }{
		{"two more articles", article("Old mill to be saved", "one") + article("Ferry back in service", "two") + article("Bridge to be closed", "three"), "one"},
		{"of another shape", article("Old mill to be saved", "one") + strings.ReplaceAll(article("Ferry back in service", "two"), "article", "section"), "one Ferry two"},
		{"chapters with headings like the headline", "<article><h1>Old mill to be saved</h1><p>one tells what the town decided<h1>What will the town pay</h1><p>two tells of the price now</article>", "one What two"},
		{"a headline with nothing of the story in its element", "<div><h1>Old mill to be saved</h1></div><div><h1>What will the town pay</h1><p>one tells of the price now</div>", "What one"},
		{"a headline of two lines", "<h1>Old mill to be saved<br><br>and opened to all visitors</h1><p>one tells what the town decided", "and one"},
		{"the same headline again", article("Old mill to be saved", "one") + article("Old mill to be saved", "two"), "one Old two"},
	} {
		if got := taken(t, c.html, (*labeller).nextArticles); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// What an element is called counts more than how a block in it reads, unless the element holds most of the story.
func TestOutsideStory(t *testing.T) {
	const head = "<article><h1>Old mill to be saved</h1><p>one begins the story of the mill<p>two goes on with the mill</article>"
	for _, c := range []struct{ name, html, want string }{
		{"a comment", head + "<div class=comment><p>three says what a reader says</div>", "one two"},
		{"more of comments than of the story", head + strings.Repeat("<div class=comment><p>three says what a reader says</div>", 7), "one two"},
		{"a forum: nearly nothing but comments", "<h1>Old mill to be saved</h1>" + strings.Repeat("<div class=comment><p>post of one of the members</div>", 9), strings.TrimSpace(strings.Repeat(" post", 9))},
		{"a story in a footer", "<footer>" + head + "</footer><p>three stands outside of it", "one two three"},
		{"half of the story in an element called comments", "<h1>Old mill to be saved</h1><div class=comments><p>one begins the story of the mill</div><p>two goes on with the mill", "one two"},
		{"the footer of a caption", head + "<div class=caption><footer><p>three says what it shows</footer></div>", "one two three"},
		{"a comment with a picture", head + "<div class=comment><figure><p>three says what it shows</figure></div>", "one two"},
		{"a popup in a comment", head + "<div class=comment><div class=popup><p>three explains a word there</div></div>", "one two"},
		{"a stock line in a popup", head + "<div class=popup><p>Subscribe to our newsletter</div>", "one two"},
		{"a footer", head + "<footer><p>three tells of the newspaper itself</footer>", "one two"},
		{"the footer of a picture", head + "<figure><img src=a.jpg><footer><p>three says what it shows</footer></figure>", "one two three"},
		{"the footer of a quote", head + "<blockquote><p>three is what somebody said then<footer>four is the one who said it</footer></blockquote>", "one two three four"},
		{"a popup, surely story", head + "<div class=popup><p>three explains a word in the story</div>", "one two three"},
		{"a popup, doubtful", head + "<div class=popup><p>maybe a prompt to the reader</div>", "one two"},
		{"no special element, doubtful", head + "<div><p>maybe a prompt to the reader</div>", "one two maybe"},
	} {
		if got := taken(t, c.html, (*labeller).outsideStory); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// A comment takes neither its table into the story nor a paragraph out of it that it says, too.
func TestOwnStory(t *testing.T) {
	const (
		said  = "<p>said by the keeper of the old mill on the day of its opening"
		table = "<table><tr><td>cell<td>of a row<tr><td>cell<td>of another</table>"
		prose = "<p>one begins the story of the mill<p>two goes on with the mill"
	)
	comment := func(s string) string { return "<div class=comment>" + s + "</div>" }
	for _, c := range []struct{ name, html, want string }{
		{"a copy above", comment(said) + prose + said, "one two said"},
		{"a copy below", prose + said + comment(said), "one two said"},
		{"a copy in the story", prose + said + said, "one two said"},
		{"a table", prose + table + said, "one two cell of cell of said"},
		{"a table of a comment", prose + comment(table) + said, "one two said"},
	} {
		got := taken(t, "<article><h1>Old mill to be saved</h1>"+c.html+"</article>", func(l *labeller) {
			l.ownStory()
			if !l.in[l.out.First] || !l.in[l.out.Last-1] || slices.Contains(l.in[:l.out.First], true) || slices.Contains(l.in[l.out.Last:], true) {
				t.Errorf("%s: the range of the story is %d to %d", c.name, l.out.First, l.out.Last)
			}
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// Who names the elements that hold the story knows better than their names.
func TestTheChosenBodyIsTheCallers(t *testing.T) {
	p := fromHTML(t, "<title>Old mill to be saved</title><h1>Old mill to be saved</h1>"+story(5)+"<footer>"+story(1)+"</footer>")
	for _, chosen := range []bool{false, true} {
		p.Chosen = chosen
		last := len(p.Blocks) - 1
		for i := range p.Blocks {
			p.Blocks[i].Chosen = i > 0
		}
		p.Blocks[last].Text = "The mayor of Marrow Hill, who has a mill of her own, said after the vote that she was glad, and that visitors may come from May on."
		if got := Apply(p, Builtin, nil).Labels[last].Role.InBody(); got != chosen {
			t.Errorf("chosen %t: the footer is in the body %t", chosen, got)
		}
	}
}
