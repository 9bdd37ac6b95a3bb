package newsparse_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/net/html"

	"github.com/PuerkitoBio/goquery"
	"github.com/seed-90a94633/newsparse"
)

func TestBadInput(t *testing.T) {
	broken := errors.New("the line is cut")
	for _, c := range []struct {
		name  string
		input io.Reader
		max   int64
		want  error
		says  string
	}{
		{"nothing", strings.NewReader(""), 0, newsparse.ErrEmpty, "no visible text"},
		{"white space", strings.NewReader(" \n\t "), 0, newsparse.ErrEmpty, ""},
		{"a page without text", strings.NewReader("<html><body><div id=app></div><script>run()</script>"), 0, newsparse.ErrEmpty, "render it in a browser"},
		{"a PDF", strings.NewReader("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), 0, newsparse.ErrNotText, "PDF"},
		{"an image", strings.NewReader("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), 0, newsparse.ErrNotText, "PNG"},
		{"too large", strings.NewReader("<p>" + strings.Repeat("word ", 100)), 100, newsparse.ErrTooLarge, "503 bytes, 403 more than 100"},
		{"a reader that fails", iotest.ErrReader(broken), 0, broken, "reading the page"},
	} {
		p := newsparse.Parser{MaxBytes: c.max}
		art, err := p.Parse(context.Background(), c.input, newsparse.Source{})
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want %v that says %q", c.name, err, c.want, c.says)
		}
		if (art != nil) != (c.want == newsparse.ErrEmpty) {
			t.Errorf("%s: article %v", c.name, art)
		}
	}
}

func TestAPageAsLargeAsTheLimitIsNotTooLarge(t *testing.T) {
	page := "<p>" + strings.Repeat("The mill of Marrow Hill stands by the river. ", 20)
	p := newsparse.Parser{MaxBytes: int64(len(page))}
	if _, err := p.Parse(context.Background(), strings.NewReader(page), newsparse.Source{}); err != nil {
		t.Error(err)
	}
}

func TestACancelledContextEndsTheRoad(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := new(newsparse.Parser).Parse(ctx, strings.NewReader("<p>text"), newsparse.Source{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// A page that stops anywhere is parsed as far as it goes, and no text of it is lost.
func TestTruncatedAnywhere(t *testing.T) {
	raw, err := os.ReadFile("testdata/golden/copied-story-html/page.html")
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n < len(raw); n += len(raw)/60 + 1 {
		art, err := newsparse.Parse(bytes.NewReader(raw[:n]))
		if err != nil && !errors.Is(err, newsparse.ErrNoArticle) && !errors.Is(err, newsparse.ErrEmpty) {
			t.Fatalf("cut after %d bytes: %v", n, err)
		}
		if art == nil {
			art = new(newsparse.Article)
		}
		checkAccount(t, raw[:n], art)
	}
}

// The tree and the document that a caller hands over stay as they are.
func TestTheCallersTreeIsNotModified(t *testing.T) {
	raw, err := os.ReadFile("testdata/golden/listing/page.html") // no article: the second opinion is asked too
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	render := func() string {
		var b strings.Builder
		if err := html.Render(&b, root); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	before := render()
	p := newsparse.Parser{Drop: newsparse.MustSelector("nav, footer")}
	if _, err := p.ParseDocument(context.Background(), goquery.NewDocumentFromNode(root), newsparse.Source{}); err != nil && !errors.Is(err, newsparse.ErrNoArticle) {
		t.Fatal(err)
	}
	if render() != before {
		t.Error("the tree has changed")
	}
}
