package jsonld

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// show brings what a test asks of a thing to one line.
func show(things []Thing) string {
	var out []string
	for _, t := range things {
		var authors []string
		for _, a := range t.Authors {
			authors = append(authors, strings.TrimRight(fmt.Sprintf("%s:%s:%s", a.Name, a.Type, a.URL), ":"))
		}
		out = append(out, strings.Trim(fmt.Sprintf("%s|%s|%s|%s|%s", strings.Join(t.Types, "+"), t.Headline, t.Published, strings.Join(authors, ","), t.Publisher.Name), "|"))
	}
	return strings.Join(out, " // ")
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, script, want string
	}{
		{"plain", `{"@type":"NewsArticle","headline":"Ferry returns","datePublished":"2024-05-03","author":{"@type":"Person","name":"Ada Moss","url":"/ada"},"publisher":{"name":"The Harbour Post"}}`,
			"NewsArticle|Ferry returns|2024-05-03|Ada Moss:Person:/ada|The Harbour Post"},
		{"graph with references", `{"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ada Moss"}]}`,
			"Article|H||Ada Moss:Person // Person"},
		{"references that say a name, too", `{"@graph":[{"@type":"Article","headline":"H","author":{"name":"Ada Moss","@id":"#a"},"publisher":{"@type":"Organization","@id":"#o"}},{"@type":"Person","@id":"#a","name":"Ada Moss","url":"/ada"},{"@type":"Organization","@id":"#o","name":"The Harbour Post"}]}`,
			"Article|H||Ada Moss:Person:/ada|The Harbour Post // Person // Organization"},
		{"list at the top", `[{"@type":"WebSite","name":"S"},{"@type":"BlogPosting","headline":"H"}]`, "WebSite // BlogPosting|H"},
		{"several values in a row", `{"@type":"Article","headline":"A"}{"@type":"Article","headline":"B"}`, "Article|A // Article|B"},
		{"HTML comment around", `<!-- {"@type":"Article","headline":"H"} -->`, "Article|H"},
		{"CDATA around", "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"H\"}\n//]]>", "Article|H"},
		{"trailing commas", `{"@type":"Article","author":["Ada",],"headline":"H",}`, "Article|H||Ada"},
		{"comma forgotten", "{\"@type\":\"Article\"\n\"headline\":\"H\"}", "Article|H"},
		{"raw line break in a string", "{\"@type\":\"Article\",\"headline\":\"two\nlines\"}", "Article|two\nlines"},
		{"quotes not escaped", `{"@type":"Article","headline":"He said "no", and left","datePublished":"2024"}`, `Article|He said "no", and left|2024`},
		{"entities", `{"@type":"Article","headline":"Tom &amp; Ann&#39;s"}`, "Article|Tom & Ann's"},
		{"entities for all quotes", `{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;H&quot;}`, "Article|H"},
		{"escapes", `{"@type":"Article","headline":"a\u00e9\ud83d\ude00\/\q"}`, "Article|aé😀/q"},
		{"type with its vocabulary", `{"@type":["http://schema.org/NewsArticle","schema:Thing"],"headline":"H"}`, "NewsArticle+Thing|H"},
		{"headline as a list", `{"@type":"Article","headline":["H","I"]}`, "Article|H"},
		{"headline as an object", `{"@type":"Article","headline":{"@value":"H"}}`, "Article|H"},
		{"authors as names, objects and lists", `{"@type":"Article","author":["Ada",{"name":["Ben","Cleo"]},[{"name":"Dan"}]]}`, "Article|||Ada,Ben,Cleo,Dan"},
		{"author as a role", `{"@type":"Article","author":{"@type":"Role","author":{"@type":"Person","name":"Ada"}}}`, "Article|||Ada:Person"},
		{"author in two parts", `{"@type":"Article","author":{"givenName":"Ada","familyName":"Moss"}}`, "Article|||Ada Moss"},
		{"main entity", `{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"H"}}`, "WebPage // NewsArticle|H"},
		{"a carousel is not the page", `{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"other"}]}`, "ItemList"},
		{"an object left open", `[{"@type":"Article","headline":"H"]`, "Article|H"},
		{"cut off", `{"@type":"Article","headline":"H","author":{"name":"Ada`, "Article|H||Ada"},
		{"no JSON", `window.x = 1;`, ""},
		{"empty", ``, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(Read([]string{tt.script})); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestReadFields(t *testing.T) {
	things := Read([]string{`{"@type":"LiveBlogPosting","dateModified":"2024-05-04","isAccessibleForFree":"http://schema.org/False","inLanguage":{"@type":"Language","name":"de"},
		"articleSection":["World","Asia"],"keywords":"a, b","mainEntityOfPage":{"@type":"WebPage","@id":"https://post.example/1"},"articleBody":"One.\n\nTwo.",
		"image":[{"@type":"ImageObject","url":"/a.jpg","width":"1200px","height":800,"caption":"A quay"},"/b.jpg"]}`,
		`{"@type":"BreadcrumbList","itemListElement":[{"position":2,"item":{"@id":"/w","name":"World"}},{"position":"1","name":"Home","item":"/"}]}`})
	want := Thing{Types: []string{"LiveBlogPosting"}, Modified: "2024-05-04", Free: "false", Language: "de", Sections: []string{"World", "Asia"}, Keywords: []string{"a, b"},
		URL: "https://post.example/1", Body: "One.\n\nTwo.", Images: []Image{{"/a.jpg", "A quay", 1200, 800}, {URL: "/b.jpg"}}}
	if !reflect.DeepEqual(things[0], want) {
		t.Errorf("got  %+v\nwant %+v", things[0], want)
	}
	if !things[0].IsArticle() || !things[0].Is("LiveBlogPosting") {
		t.Error("a live blog is an article")
	}
	if got, want := things[len(things)-1].Crumbs, []Crumb{{"Home", "/"}, {"World", "/w"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("crumbs %v, want %v", got, want)
	}
}

// TestBombs: whatever a script holds, the time is linear in its size.
func TestBombs(t *testing.T) {
	const n = 1 << 20
	for name, unit := range map[string]string{
		"lists": "[", "objects": `{"author":`, "skipped objects": `{"x":`, "graphs": `{"@graph":[`, "quotes": `"`, "open strings": `["`, "spaces in quotes": `" `, "escapes": `"\`, "entities": "&quot;", "comments": "/*<!--",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			Read([]string{strings.Repeat(unit, n/len(unit))})
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("a megabyte took %v", d)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"@type":"Article","headline":"H","author":[{"name":"A"}]}`)
	f.Add("<!-- [{\"@graph\":[{\"@id\":\"#a\",\"image\":{\"@id\":\"#a\"}}]}, -->")
	f.Fuzz(func(t *testing.T, s string) {
		for _, thing := range Read([]string{s, s}) {
			thing.IsArticle()
		}
	})
}

func BenchmarkRead(b *testing.B) {
	script := `{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry returns to the quay","datePublished":"2024-05-03T10:00:00+02:00","author":[{"@type":"Person","name":"Ada Moss"}],"articleBody":"` +
		strings.Repeat("The ferry came back on Friday. ", 200) + `","publisher":{"@type":"Organization","name":"The Harbour Post","logo":{"@type":"ImageObject","url":"/l.png"}}}`
	b.SetBytes(int64(len(script)))
	b.ReportAllocs()
	for b.Loop() {
		Read([]string{script})
	}
}
