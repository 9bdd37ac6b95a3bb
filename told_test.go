package newsparse_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// toldStory is 66 words in two paragraphs.
var toldStory = [2]string{
	"The night ferry between Alderport and the outer islands sails again, three nights a week, eleven years after the last one was taken out of service.",
	"The first crossing on Friday carried sixty-one passengers, twice as many as the harbour office had hoped for. Tickets cost as much as those of the day boats, and the council pays for the rest until the end of next year.",
}

// shell is a page whose scripts write the story, with an articleBody as JSON has it.
func shell(body, more, visible string) string {
	return fmt.Sprintf(`<html><head><title>Night ferry returns | The Alderport Echo</title><script type="application/ld+json">{"@context":"https://schema.org",
		"@type":"NewsArticle","headline":"Night ferry returns","datePublished":"2024-03-08","author":{"@type":"Person","name":"Mara Lindqvist"},
		"articleBody":"%s"%s}</script></head><body><div id="app">%s</div><script src="/app.js"></script></body></html>`, body, more, visible)
}

// A page that shows no story has the one that its JSON-LD tells, as lines or with its markup; what is told
// besides is removed, and stands there.
func TestToldStories(t *testing.T) {
	first, second := toldStory[0], toldStory[1]
	for _, c := range []struct{ name, page, besides string }{
		{"an empty page", shell(first+`\n\n`+second, "", ""), ""},
		{"a page of menus", shell(first+`\n`+second, "", "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"), ""},
		{"a notice", shell(first+`\n`+second, "", "<noscript>You need to enable JavaScript to run this app.</noscript>"), ""},
		{"markup", shell(`<p>`+first+`</p><p>`+second+`</p>`, "", ""), ""},
		{"markup, encoded once more", shell(`&lt;p&gt;`+first+`&lt;/p&gt;&lt;p&gt;`+second+`&lt;/p&gt;`, "", ""), ""},
		{"the headline above", shell(`Night ferry returns\n\n`+first+`\n\n`+second, "", ""), "Night ferry returns"},
		{"an ad label inside", shell(first+`\n\nAdvertisement\n\n`+second, "", ""), "Advertisement"},
	} {
		art, err := newsparse.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, b := range art.Body {
			got = append(got, b.Text)
		}
		if !slices.Equal(got, toldStory[:]) || !art.FromMetadata || art.Confidence < 0.5 {
			t.Errorf("%s: told %v, confidence %.2f, body %q", c.name, art.FromMetadata, art.Confidence, got)
		}
		if art.Title != "Night ferry returns" || art.Published.String() != "2024-03-08" || len(art.Authors) != 1 {
			t.Errorf("%s: title %q, published %v, authors %v", c.name, art.Title, art.Published, art.Authors)
		}
		var besides []string
		for _, r := range art.Removed {
			if r.Place.Path == "articleBody" {
				besides = append(besides, r.Text)
			}
			if told := r.Reason == newsparse.AdLabel || r.Reason == newsparse.Duplicate; (r.Place.Path == "articleBody") != told {
				t.Errorf("%s: removed %+v", c.name, r)
			}
		}
		if got := strings.Join(besides, "|"); got != c.besides {
			t.Errorf("%s: removed of what is told %q, want %q", c.name, got, c.besides)
		}
	}
}

// What is told is not taken where the page shows a story, where it is a teaser, and where somebody must pay.
func TestStoriesThatAreNotTold(t *testing.T) {
	all := toldStory[0] + `\n` + toldStory[1]
	visible := "<h1>Night ferry returns</h1><p>" + strings.Repeat("The harbour office says that the boat is older than its crew, and that both are fit for the sea. ", 6) + "</p>"
	for _, c := range []struct {
		name, page string
		want       error
	}{
		{"the page shows a story", shell(all, "", visible), nil},
		{"a teaser", shell(toldStory[0], "", ""), newsparse.ErrEmpty},
		{"not free", shell(all, `,"isAccessibleForFree":false`, ""), newsparse.ErrEmpty},
		{"a login wall", shell(all, "", "<h1>Night ferry returns</h1><p>Log in to continue reading</p><p>Subscribe now</p>"), newsparse.ErrNoArticle},
		{"an error page", shell(all, "", "<h1>Page not found</h1><p>Error 404</p>"), newsparse.ErrNoArticle},
	} {
		art, err := newsparse.Parse(strings.NewReader(c.page))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
		if art == nil || art.FromMetadata || strings.Contains(art.Text(), "sixty-one") {
			t.Errorf("%s: the told story was taken", c.name)
		}
	}
}
