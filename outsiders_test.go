package newsparse_test

import (
	"context"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/seed-90a94633/newsparse"
)

// What stands in comments, footers and the like is no part of the story, and takes nothing of it away.
func TestOutsiders(t *testing.T) {
	const (
		said  = `<p>“Nobody knows how long the money lasts,” said Mara Lindqvist, who counts the tickets at the quay.</p>`
		table = `<table><tr><td>Route</td><td>Days</td></tr><tr><td>Elmford</td><td>5</td></tr><tr><td>Marrow Hill</td><td>3</td></tr></table>`
	)
	for _, box := range []string{"comments", "newsletter-box", "site-footer", "author-bio"} {
		inside := func(s string) string { return `<div class="` + box + `">` + s + `</div>` }
		for _, order := range []string{inside(said) + said, said + inside(said)} {
			a := selected(t, factsPage("", "", order+factsStory), nil)
			if n := strings.Count(bodyOf(a), "how long the money"); n != 1 {
				t.Errorf("%s: a line of the story that is said there, too, stands in the body %d times", box, n)
			}
		}
		if a := selected(t, factsPage("", "", inside(table)+factsStory), nil); strings.Contains(bodyOf(a), "Marrow Hill") {
			t.Errorf("%s: a table of it stands in the body", box)
		}
	}
	if a := selected(t, factsPage("", "", table+factsStory), nil); !strings.Contains(bodyOf(a), "Marrow Hill") {
		t.Error("a table of the story does not stand in the body")
	}
	live := `<div class="live-blog"><p>14:30</p><p>14:50</p><p>15:30</p></div>`
	figure := `<figure><img src="/a.jpg" width="800" height="500"><figcaption>The ferry leaves the quay on Friday night.</figcaption></figure>`
	chosen := newsparse.MustSelector("article > p")
	if a := selected(t, factsPage("", "", table+live+figure+factsStory), chosen); strings.ContainsAny(bodyOf(a), "0123456789") || strings.Contains(bodyOf(a), "leaves") {
		t.Errorf("what stands outside of the selected elements is in the body: %s", bodyOf(a))
	}
}

func selected(t *testing.T, page string, body goquery.Matcher) *newsparse.Article {
	t.Helper()
	a, err := (&newsparse.Parser{Body: body}).Parse(context.Background(), strings.NewReader(page), newsparse.Source{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func bodyOf(a *newsparse.Article) string {
	var text []string
	for _, b := range a.Body {
		text = append(text, b.Text)
		for _, row := range b.Rows {
			for _, cell := range row {
				text = append(text, cell.Text)
			}
		}
	}
	return strings.Join(text, "\n")
}

// What a page hides inside of a sentence it does not say.
func TestHiddenWords(t *testing.T) {
	for _, hidden := range []string{`<span style="display: none">4.5</span>`, `<span hidden>(link opens in a new window)</span>`, `<span class=term style="display:none">A quay is a place where ships lie, and where people wait for them in the wind.</span>`} {
		a := selected(t, factsPage("", "", strings.Replace(factsStory, "three nights", "three"+hidden+" nights", 1)), nil)
		if body := bodyOf(a); strings.Contains(body, hidden[strings.Index(hidden, ">")+1:len(hidden)-len("</span>")]) || !strings.Contains(body, "three nights a week") {
			t.Errorf("%s: body %q", hidden, body)
		}
	}
}

// In a text, the title below "Also read:" is that of another story, also where it is the first line below the headline.
func TestAnnouncedBelowTheHeadline(t *testing.T) {
	text := "Old mill to be saved\n\nAlso read:\n\nFerry to Elmford stops at night\n\n" + strings.Repeat("The mill of Marrow Hill stands by the river, and the council has found the money to save it after eleven years of talks.\n\nIts wheel will turn again in spring, said Ole Brandt, who keeps the keys and the books of the place.\n\n", 4)
	c := newsparse.Clean(text)
	if strings.Contains(strings.Join(c.Paragraphs, "\n"), "stops at night") {
		t.Errorf("paragraphs %q", c.Paragraphs[:2])
	}
}
