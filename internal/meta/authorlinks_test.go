package meta

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// TestAuthorAddress: a name from the head gets the address that the page links it to.
func TestAuthorAddress(t *testing.T) {
	const text = "Ada Moss"
	linked := func(url, rel string) page.Block {
		return page.Block{Text: text, Words: 2, Marks: []page.Mark{{Kind: page.Link, End: int32(len(text)), URL: url, Rel: rel}}}
	}
	for _, tt := range []struct {
		name   string
		block  page.Block
		byline []int32
		want   string
	}{
		{"in the byline", linked("/moss", ""), []int32{1}, "https://post.example/moss"},
		{"near the story, as an author's", linked("/moss", "author"), nil, "https://post.example/moss"},
		{"near the story, at an address of authors", linked("/author/moss", ""), nil, "https://post.example/author/moss"},
		{"near the story, of another kind", linked("/moss", ""), nil, ""},
		{"a mailbox is none", linked("mailto:moss@post.example", ""), []int32{1}, ""},
		{"not linked", page.Block{Text: text, Words: 2}, []int32{1}, ""},
	} {
		p := &page.Page{
			Blocks: []page.Block{{Text: "The ferry is back"}, tt.block, {Text: prose}},
			Metas:  metas("article:author", "Ada Moss"), Nodes: []page.Node{{Parent: -1}},
		}
		f := Resolve(p, Input{URL: "https://post.example/ferry", Printed: Printed{Title: []int32{0}, Byline: tt.byline, BodyFirst: 2, BodyLast: 2}})
		if len(f.Authors) != 1 || f.Authors[0].URL != tt.want {
			t.Errorf("%s: got %+v, want the address %q", tt.name, f.Authors, tt.want)
		}
	}
}

// TestTopicsAreNoAuthors: a byline that links to its topics names them beside the author.
func TestTopicsAreNoAuthors(t *testing.T) {
	const text = "By Ada Moss, Budget Travel, Harbour Towns, Web Design Business"
	link := func(of, url string) page.Mark {
		at := int32(strings.Index(text, of))
		return page.Mark{Kind: page.Link, Start: at, End: at + int32(len(of)), URL: url}
	}
	p := &page.Page{Nodes: []page.Node{{Parent: -1}}, Blocks: []page.Block{
		{Text: "The ferry is back"},
		{Text: text, Words: 7, Marks: []page.Mark{
			link("Ada Moss", "/author/moss/"), link("Budget Travel", "/category/budget-travel/"), link("Harbour Towns", "https://post.example/tag/harbours/"),
			link("Web Design Business", "/category/web-design/"),
		}},
		{Text: prose},
	}}
	f := Resolve(p, Input{URL: "https://post.example/ferry", Printed: Printed{Title: []int32{0}, Byline: []int32{1}, BodyFirst: 2, BodyLast: 2}})
	if got := showAuthors(f.Authors); got != "Ada Moss" {
		t.Errorf("got %q", got)
	}
}

// TestProfileLinks: a link to a profile names the author if it is of the page's own site, or reads like a name.
func TestProfileLinks(t *testing.T) {
	for _, tt := range []struct{ text, url, want string }{
		{"gizmo", "/author/gizmo/", "gizmo"},
		{"gizmo", "https://www.post.example/author/gizmo/", "gizmo"},
		{"Ada Moss", "https://network.example/profile/moss/", "Ada Moss"},
		{"pictures of boats", "https://network.example/profile/moss/", ""},
	} {
		p := &page.Page{Nodes: []page.Node{{Parent: -1}}, Blocks: []page.Block{
			{Text: "The ferry is back"},
			{Text: tt.text, Words: 3, Marks: []page.Mark{{Kind: page.Link, End: int32(len(tt.text)), URL: tt.url}}},
			{Text: prose},
		}}
		f := Resolve(p, Input{URL: "https://post.example/ferry", Printed: Printed{Title: []int32{0}, BodyFirst: 2, BodyLast: 2}})
		if got := showAuthors(f.Authors); got != tt.want {
			t.Errorf("%q at %s: got %q, want %q", tt.text, tt.url, got, tt.want)
		}
	}
}

// TestAddressOfItsOwn: a page whose source is not known tells by its canonical address what
// relative ones refer to.
func TestAddressOfItsOwn(t *testing.T) {
	for _, tt := range []struct{ canonical, image, want string }{
		{"https://post.example/ferry", "/ferry.jpg", "https://post.example/ferry.jpg"},
		{"https://post.example/ferry", "https://img.example/ferry.jpg", "https://img.example/ferry.jpg"},
		{"/ferry", "/ferry.jpg", ""},
	} {
		p := &page.Page{Metas: metas("og:url", tt.canonical, "og:image", tt.image)}
		if got := Resolve(p, Input{Printed: noBody}).Image.URL; got != tt.want {
			t.Errorf("%s at %s: got %q, want %q", tt.image, tt.canonical, got, tt.want)
		}
	}
}
