package label

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		address                                      string
		hyphens, folders, digits, ofStory, ofAnother int16
	}{
		{"", -1, 0, 0, 0, 0},
		{"https://harbour.example", -1, 0, 0, 0, 0},
		{"https://harbour.example/", 0, 0, 0, 0, 0},
		{"https://harbour.example/news/2024/05/ferry-is-back-in-service", 4, 3, 6, 1, 0}, // a headline's words tell nothing
		{"https://harbour.example/Blog/services?tag=news", 0, 1, 0, 1, 1},
		{"https://forum.harbour.example/showthread.php?t=7", 0, 0, 0, 0, 2},
		{"https://harbour.example/tienda/producto/7", 0, 2, 1, 0, 2},
	} {
		row := make([]int16, NumFeatures)
		s := pageSurvey{p: &page.Page{Rels: []page.Rel{{Rel: "canonical", Href: c.address}}}}
		s.address(row)
		got := [...]int16{row[pSlug], row[pPath], row[pPathDigits], row[pStoryWords], row[pOtherWords]}
		if want := [...]int16{c.hyphens, c.folders, c.digits, c.ofStory, c.ofAnother}; got != want {
			t.Errorf("%s: got %v, want %v", c.address, got, want)
		}
	}
}
