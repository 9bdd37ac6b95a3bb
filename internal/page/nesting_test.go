package page

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// textTokens is all text of a page outside of tags, white space aside.
func textTokens(text string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), "")
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}

func blockTexts(p *Page) (texts []string) {
	for _, b := range p.Blocks {
		texts = append(texts, b.Text)
	}
	return texts
}

func TestAnyNestingKeepsItsText(t *testing.T) {
	depths := []int{600, 5_000, 100_000}
	if testing.Short() {
		depths = depths[:2]
	}
	for _, open := range []string{
		"<div>", "<span>", "<b>", "<b id=%d>", "<a href=/%d>", "<font size=%d>", "<ul><li>", "<table><tr><td>", "<table><td>", "<table><caption>",
		"<blockquote><p>", "<section><article><header>", "<x-card>", "<x-%d>", "<p><b><i>", "<dl><dt>", "<details><summary>", "<form><fieldset>",
		"<button>", "<ruby><rt>", "<div><p><b><table><tr><td><ul><li><i><font size=%d>",
	} {
		for _, depth := range depths {
			for _, closed := range []bool{false, true} {
				var page strings.Builder
				page.WriteString("<title>Ferry</title><p>before</p>")
				for i := range depth {
					page.WriteString(strings.ReplaceAll(open, "%d", fmt.Sprint(i)))
				}
				page.WriteString("inmost")
				if closed {
					for range depth {
						page.WriteString(closing(open))
					}
					page.WriteString("<p>after</p>")
				}
				root, err := ParseSifted(t.Context(), page.String())
				if err != nil {
					t.Fatalf("%s, %d deep: %v", open, depth, err)
				}
				pg := FromHTML(root, Options{})
				got := strings.Join(blockTexts(pg), " ")
				for _, want := range []string{"before", "inmost", "after"} {
					if (want != "after" || closed) && strings.Count(got, want) != 1 {
						t.Errorf("%s, %d deep, closed %t: %q stands %d times", open, depth, closed, want, strings.Count(got, want))
					}
				}
				if pg.Title != "Ferry" {
					t.Errorf("%s, %d deep: title %q", open, depth, pg.Title)
				}
			}
		}
	}
}

// closing are the end tags for some start tags.
func closing(open string) (end string) {
	for _, tag := range strings.SplitAfter(open, ">") {
		if name := strings.FieldsFunc(tag, func(r rune) bool { return r == '<' || r == ' ' || r == '>' }); len(name) > 0 {
			end = "</" + strings.ReplaceAll(name[0], "%d", "1") + ">" + end
		}
	}
	return end
}

// What the parser would open again in each block is left to it on pages that are only
// carelessly written.
func TestOnlyTaxingPagesAreRewritten(t *testing.T) {
	var many strings.Builder
	for i := range 300 {
		fmt.Fprintf(&many, "<b id=%d>", i)
	}
	long := strings.Repeat("The ferry left at dawn. ", 10)
	for _, c := range []struct {
		name, page string
		taxing     bool
	}{
		{"an ordinary page", "<p><a href=/><b><i><u>x</u></i></b></a></p>", false},
		{"fonts that are not closed", strings.Repeat("<p><font size=2>x</p>", 1000), false},
		{"links that are not closed", strings.Repeat("<p><a name=x>"+long+"</p>", 10_000), false},
		{"paragraphs in a link", "<a href=/>" + strings.Repeat("<p>"+long+"</p>", 10_000), false},
		{"formatting that ends with its cell", "<table>" + strings.Repeat("<tr><td><b id=1><i id=2><u id=3><s id=4>"+long+"</td></tr>", 10_000), false},
		{"300 open again in each paragraph", "<p>" + many.String() + strings.Repeat("</p><p>x", 5000), true},
		{"ever more", strings.Repeat("<p><b a=1 b=2 c=3 d=4 e=5 f=6><b id=1><b id=2><b id=3></p>x", 5000), true},
		{"after what looks like a script", "<!--<script>--><p>" + many.String() + strings.Repeat("</p><p>x", 5000) + "</script>", true},
		{"after what only a parser understands", "<svg><p>" + many.String() + strings.Repeat("</p><p>x", 5000), true},
		{"in a style that is part of a drawing, after a script", "<p>x</p><script>go()</script><svg><style><p>" + many.String() + strings.Repeat("</p><p>x", 5000), true},
		{"inside a script", "<script>\"<p>" + many.String() + strings.Repeat("</p><p>x", 5000) + "\"</script>", false},
		{"one of many attributes", "<p><b " + strings.Repeat("a ", 5000) + ">" + strings.Repeat("</p><p>x", 5000), true},
		{"attributes for the body", strings.Repeat("<body a=1>", 200), true},
	} {
		for _, whole := range []bool{false, true} {
			s := newSieve(t.Context(), c.page)
			s.whole = whole
			if got := s.sift() && flatten(s).taxing(); got != c.taxing {
				t.Errorf("%s: taxing %t", c.name, got)
			}
		}
	}
}

func TestDepthOfTheFlattened(t *testing.T) {
	page := strings.Repeat("<div>", 1000) + "<b>one</b><i>two</i>" + strings.Repeat("</div>", 1000) + "<p>three</p>"
	root, err := ParseSifted(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := blockTexts(FromHTML(root, Options{})), []string{"onetwo", "three"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is flattened shows the words that it shows otherwise.
func TestTheFlattenedShowsTheSame(t *testing.T) {
	for _, page := range []string{
		"<div><i></div><div><svg></i>ferry", "<div><i></div><div><svg><path></i>ferry", "<div><i></div><div><svg><title></i>no</title></svg>ferry",
		"<div><i></div><div><svg></b>no", "<div><i></div><div><math><mi></i></mi>no</math>ferry",
		"<li><a href=/>ferry<ul><li><x-icon><a href=/dawn><svg></x-icon>no", "<a href=/>ferry <b><a href=/dawn>dawn</b><svg></b>no", "<a href=/><svg><a></svg></a>ferry",
		"<a href=/><div><a href=/dawn></a></div></div><div><svg></a>no",
		"<ul><form>one<form>two<li>three</ul></form>four", "<form>one<b></form>two", "<x-icon><i><div><svg></x-icon>no", "<div><table><td><b></div>one</table>",
		"<tr>one<i><math></tr>no", "<body><svg><body>one", "<p><a><svg><td>no",
	} {
		if flat, whole := shownFlattened(t, page), shownBy(t, page); !reflect.DeepEqual(flat, whole) {
			t.Errorf("%s: %q, want %q", page, flat, whole)
		}
	}
}

// The same of pages of tags put in a row at random, open and closed as it happens. Each list of
// names stands for what the parser has rules of its own for.
func TestTheFlattenedShowsTheSameAtRandom(t *testing.T) {
	const pages, longest = 4000, 18
	for _, list := range []string{
		"div li ul a b i span svg path title button code h2",
		"div p li ul a b i table tr td tbody caption object select option math mi textarea noscript template dl dd dt pre center font em nobr br hr img",
		"p a div svg li table td b script style button i h2 section html body head article x-icon",
		"frameset frame html head body title script style base link meta noscript template p b",
	} {
		names := strings.Fields(list)
		for seed := range uint64(pages) {
			r := rand.New(rand.NewPCG(seed, 1))
			var page strings.Builder
			for i := range 4 + r.IntN(longest-4) {
				switch name := names[r.IntN(len(names))]; r.IntN(5) {
				case 0, 1:
					page.WriteString("<" + name + ">")
				case 2:
					page.WriteString("</" + name + ">")
				default:
					page.WriteByte('a' + byte(i))
				}
			}
			if flat, whole := shownFlattened(t, page.String()), shownBy(t, page.String()); !reflect.DeepEqual(flat, whole) {
				t.Errorf("%s: %q, want %q", page.String(), flat, whole)
			}
		}
	}
}

// shownFlattened are the words that a page shows once it is flattened.
func shownFlattened(t *testing.T, page string) []string {
	return shownBy(t, flatten(newSieve(t.Context(), page)).out.String())
}

// shownBy are the words that the parser shows of a page.
func shownBy(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return words(t, root)
}

func TestBareKeepsTextAndHead(t *testing.T) {
	root, err := bare(newSieve(t.Context(), `<head><title>A ferry</title><meta name=author content="Ann Lee"><style>p{}</style>
		<script type="application/ld+json">{"@type":"NewsArticle"}</script></head>
		<div>one&#1;<b>two</b><svg><g><text>chart</text></g></svg><p>three<br>four</p><pre>five</pre><textarea>form</textarea>six`))
	if err != nil {
		t.Fatal(err)
	}
	p := FromHTML(root, Options{})
	if got, want := fmt.Sprintf("%q", blockTexts(p)), `["onetwo" "three\nfour" "five" "six"]`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p.Title != "A ferry" || len(p.Metas) != 1 || len(p.JSONLD) != 1 {
		t.Errorf("title %q, %d metas, %d scripts", p.Title, len(p.Metas), len(p.JSONLD))
	}
}

func TestParsingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, page := range []string{"<p>x", strings.Repeat("<div>", 5000), strings.Repeat("<body a=1>", 500)} {
		if _, err := ParseSifted(ctx, page); err != context.Canceled {
			t.Errorf("error %v", err)
		}
	}
}

// FuzzNesting: any page is parsed, and neither rewriting nor the last resort loses text.
func FuzzNesting(f *testing.F) {
	f.Add("<div>", "text", "</div>", uint(600))
	f.Add("<p><b id=1>", "a</b>", "</p>", uint(1000))
	f.Add("<table><td>", "x<", "</td>b>", uint(300))
	f.Add("<svg><title>", "&#1;", "<script>", uint(600))
	f.Add("<select><option>", "a&", "amp;</select>", uint(600))
	f.Add("<body a>", "<title>", "</body>", uint(200))
	f.Fuzz(func(t *testing.T, open, inmost, end string, depth uint) {
		depth = min(depth, 1200)
		if len(open)+len(inmost)+len(end) > 1000 {
			return
		}
		page := strings.ToValidUTF8(strings.Repeat(open, int(depth))+inmost+strings.Repeat(end, int(depth)), "?")
		root, err := ParseSifted(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		FromHTML(root, Options{})
		flat := flatten(newSieve(t.Context(), page))
		if got, want := textTokens(flat.out.String()), textTokens(page); got != want {
			t.Errorf("flattened %.300q, want %.300q", got, want)
		}
		if root, err = bare(newSieve(t.Context(), page)); err != nil {
			t.Fatal(err)
		}
		FromHTML(root, Options{})
	})
}
