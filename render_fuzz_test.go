package newsparse_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
	"golang.org/x/net/html"
)

func addSeeds(f *testing.F) {
	for _, text := range rendertest.Seeds {
		for _, address := range rendertest.URLs {
			f.Add(text, address, []byte{})
			f.Add(text, address, []byte("\x03\x01\x02\x05\x00\x04\x01\x03\x09\x01\x02\x03\x08\x02\x07\x04\x01\x01\x02\x02\x06\x02\x05\x01\x03\x09"))
		}
	}
}

// FuzzHTML: a browser shows the words of the article and nothing else, and finds only the
// elements, attributes and addresses that are ours.
func FuzzHTML(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text, address string, choices []byte) {
		a := rendertest.Article(text, address, choices)
		output := a.HTML()
		checkCharacters(t, output)
		root, err := html.Parse(strings.NewReader(output))
		if err != nil {
			t.Fatal(err)
		}
		var shown strings.Builder
		for n := range root.Descendants() {
			switch n.Type {
			case html.TextNode:
				shown.WriteString(n.Data)
			case html.ElementNode:
				checkElement(t, n)
				if n.Data == "br" || n.Data == "li" || n.Data == "td" || n.Data == "th" {
					shown.WriteByte(' ')
				}
			default:
				if n.Type != html.DocumentNode {
					t.Fatalf("node of type %d: %q", n.Type, n.Data)
				}
			}
		}
		if got, want := words(shown.String()), words(wordsOf(a)); got != want {
			t.Fatalf("got  %q\nwant %q\nHTML %q", got, want, output)
		}
	})
}

// wordsOf returns the text that a rendering of all parts shows.
func wordsOf(a *newsparse.Article) string {
	out := []string{a.Kicker, a.Title, a.Standfirst}
	var authors []string
	for _, author := range a.Authors {
		if words(author.Name) != "" {
			authors = append(authors, author.Name)
		}
	}
	out = append(out, strings.Join(authors, ", "), "2024-04-19 08:30 +00:00")
	for _, b := range a.Body {
		out = append(out, b.Text)
		if b.Image != nil && !strings.Contains(b.Text, b.Image.Credit) {
			out = append(out, b.Image.Credit)
		}
		if b.Kind == newsparse.Embed && isWebAddress(b.URL) {
			out = append(out, b.URL)
		}
		for _, item := range b.Items {
			out = append(out, item.Text)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				out = append(out, cell.Text)
			}
		}
	}
	return strings.Join(out, " ")
}

// isWebAddress is a second opinion on which addresses are linked, for those in use here.
func isWebAddress(address string) bool {
	a := newsparse.Article{Body: []newsparse.Block{{Kind: newsparse.Paragraph, Text: "x",
		Marks: []newsparse.Mark{{Kind: newsparse.Link, End: 1, URL: address}}}}}
	return strings.Contains(a.HTML(), "<a ")
}

// words returns s with single spaces, and without what is not text.
func words(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

var (
	ourElements = strings.Fields(`html head body article header h1 h2 h3 h4 h5 h6 p blockquote aside figure
		img figcaption caption ul ol li table tbody tr td th pre code a strong em sup sub br time`)
	ourAttributes = strings.Fields("lang dir href src alt width height datetime value")
	ourSchemes    = []string{"http://", "https://", "mailto:"}
)

func checkElement(t testing.TB, n *html.Node) {
	t.Helper()
	if !slices.Contains(ourElements, n.Data) || n.Namespace != "" {
		t.Fatalf("element %s", n.Data)
	}
	for _, attr := range n.Attr {
		if !slices.Contains(ourAttributes, attr.Key) {
			t.Fatalf("attribute %s=%q of %s", attr.Key, attr.Val, n.Data)
		}
		if attr.Key != "href" && attr.Key != "src" {
			continue
		}
		if !slices.ContainsFunc(ourSchemes, func(s string) bool { return strings.HasPrefix(strings.ToLower(attr.Val), s) }) {
			t.Fatalf("%s=%q", attr.Key, attr.Val)
		}
	}
}

// FuzzText: plain text is the words of the article, clean.
func FuzzText(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text, address string, choices []byte) {
		a := rendertest.Article(text, address, choices)
		var out strings.Builder
		if err := a.WriteText(&out, newsparse.All); err != nil {
			t.Fatal(err)
		}
		checkCharacters(t, out.String())
		for i := range a.Body {
			a.Body[i].URL = "" // plain text holds no addresses
		}
		hints := strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "") // plain text leaves them out
		if got, want := words(out.String()), words(hints.Replace(wordsOf(a))); got != want {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}

func checkCharacters(t *testing.T, output string) {
	t.Helper()
	if !utf8.ValidString(output) {
		t.Fatalf("not UTF-8: %q", output)
	}
	if i := strings.IndexFunc(output, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }); i >= 0 {
		t.Fatalf("control character at %d: %q", i, output)
	}
}
