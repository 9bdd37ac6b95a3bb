package newsparse_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
)

// parsed parses a page and makes all outputs of it; it returns how long that took.
func parsed(t testing.TB, text string) time.Duration {
	t.Helper()
	start := time.Now()
	art, err := newsparse.Parse(strings.NewReader(text))
	if err != nil && !errors.Is(err, newsparse.ErrNoArticle) && !errors.Is(err, newsparse.ErrEmpty) && !errors.Is(err, newsparse.ErrTooLarge) {
		t.Fatal(err)
	}
	if art != nil {
		for _, write := range []func(io.Writer, newsparse.Parts) error{art.WriteText, art.WriteMarkdown, art.WriteHTML} {
			if err := write(io.Discard, newsparse.All); err != nil {
				t.Fatal(err)
			}
		}
	}
	return time.Since(start)
}

// No shape of a page costs more than in proportion to its size: a page four times as large
// takes four times as long, give or take what a busy machine does.
func TestTimeIsLinear(t *testing.T) {
	if raceDetector {
		t.Skip("it takes ten times as long")
	}
	small, factor := 64<<10, 4
	if testing.Short() {
		small = 16 << 10
	}
	parsed(t, "<p>once, for the tables")
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			one, many := s.build(small), s.build(factor*small)
			for try := 1; ; try++ {
				a, b := parsed(t, one), parsed(t, many)
				// Short times are noise.
				if b < 200*time.Millisecond || b < time.Duration(3*factor)*a {
					t.Logf("%d bytes: %v", len(many), b)
					return
				}
				if try == 4 {
					t.Fatalf("%d bytes take %v, %d bytes %v", len(one), a, len(many), b)
				}
			}
		})
	}
}

// heap is how many bytes objects take, those included that are not collected yet.
func heap() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// peak is the most memory that f holds at once. The collector runs often meanwhile, so that
// little garbage is counted.
func peak(f func()) int64 {
	defer debug.SetGCPercent(debug.SetGCPercent(4))
	runtime.GC()
	before, most := heap(), int64(0)
	stop, done := make(chan bool), make(chan bool)
	go func() {
		for {
			most = max(most, heap())
			select {
			case <-stop:
				close(done)
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	}()
	f()
	close(stop)
	<-done
	return most - before
}

// A page takes at most 25 times its size, and 3 MB, whatever its shape; so do those of the
// corpus, where it is there.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	const times, extra = 25, 3 << 20
	parsed(t, "<p>once, for the tables")
	for _, s := range shapes {
		for _, size := range []int{256 << 10, 768 << 10} {
			text := s.build(size)
			most, bound := peak(func() { parsed(t, text) }), int64(times*len(text)+extra)
			for try := 0; most > bound && try < 4; try++ { // a busy machine collects garbage late
				most = min(most, peak(func() { parsed(t, text) }))
			}
			t.Logf("%-40s %7d bytes: %5.1f times the page", s.name, len(text), float64(most)/float64(len(text)))
			if most > bound {
				t.Errorf("%s: %d bytes of memory for a page of %d bytes, want at most %d", s.name, most, len(text), bound)
			}
		}
	}
	ratio, which, n := 0.0, "", 0
	files := pages(t)
	for i := 0; i < len(files); i += 40 {
		text := string(readPage(t, files[i]))
		if len(text) < 200<<10 {
			continue // what every page takes counts for more
		}
		n++
		if r := float64(peak(func() { parsed(t, text) })) / float64(len(text)); r > ratio {
			ratio, which = r, files[i]
		}
	}
	t.Logf("%d pages of the corpus: %.1f times the page at the most, %s", n, ratio, which)
	if ratio > times {
		t.Errorf("%s takes %.1f times its size", which, ratio)
	}
}

// Where the context ends, the road ends within 50 ms: in reading, parsing, labelling and
// mending alike. A busy machine may add to that, so the best of some tries counts.
func TestAnEndedContextStopsTheRoad(t *testing.T) {
	size, parts, tries := 2<<20, 5, 4
	if testing.Short() {
		size, parts, tries = 1<<20, 3, 4
	}
	if raceDetector {
		t.Skip("it takes ten times as long")
	}
	parsed(t, "<p>once, for the tables")
	for _, name := range []string{
		"one huge paragraph", "plain text, one line", "plain text, short lines", "wrapped text", "small paragraphs", "link farm", "long table",
		"words and breaks", "deep divs with text", "deep mix", "formatting reopened in each paragraph", "marks", "stops and quotes", "JSON-LD, many authors", "metas",
		"Markdown, paragraphs", "Markdown, items", "Markdown, links",
	} {
		var text string
		for _, s := range shapes {
			if s.name == name {
				text = s.build(size)
			}
		}
		whole := parsed(t, text)
		for part := range parts {
			after := whole * time.Duration(2*part+1) / time.Duration(2*parts)
			best := time.Hour
			for try := 0; try < tries && best > 50*time.Millisecond; try++ {
				ctx, cancel := context.WithCancel(context.Background())
				var ended time.Time
				timer := time.AfterFunc(after, func() {
					ended = time.Now()
					cancel()
				})
				_, err := new(newsparse.Parser).Parse(ctx, strings.NewReader(text), newsparse.Source{})
				if timer.Stop() || !errors.Is(err, context.Canceled) {
					best = 0 // it was done before
				} else {
					best = min(best, time.Since(ended))
				}
				cancel()
			}
			if best > 50*time.Millisecond {
				t.Errorf("%s, %d bytes: ended after %v of %v, it goes on for %v", name, len(text), after, whole, best)
			}
		}
	}
}

// Clean has no error for a text of too many blocks: the last one holds the rest.
func TestCleanKeepsTheRest(t *testing.T) {
	if raceDetector {
		t.Skip("it takes ten times as long")
	}
	const lines = 251_000
	var text strings.Builder
	for i := range lines {
		fmt.Fprintf(&text, "Ferry %d sailed at night.\n\n", i)
	}
	c := newsparse.Clean(text.String())
	words := 0
	count := func(s string) { words += len(strings.Fields(s)) }
	for _, p := range c.Paragraphs {
		count(p)
	}
	for _, h := range c.Header {
		count(h)
	}
	for _, r := range c.Removed {
		count(r.Text)
	}
	if words != 5*lines {
		t.Errorf("%d words of %d", words, 5*lines)
	}
}

// A countdown is a context that ends after it was asked so many times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever the context ends, it is its error that is told, and no article: not in the middle of a story that the page
// tells as metadata either.
func TestWhereverTheContextEnds(t *testing.T) {
	story := strings.Repeat(toldStory[0]+" ", 40)
	for name, input := range map[string]string{
		"HTML":                 "<html><body><h1>Night ferry returns</h1>" + strings.Repeat("<p>"+toldStory[1]+"</p>", 600),
		"plain text":           "Night ferry returns\n\n" + strings.Repeat(toldStory[1]+"\n\n", 600),
		"a story that is told": shell(strings.Repeat(story+`\n`, 300), "", ""),
	} {
		ended, done := 0, false
		for asks := 0; !done; asks++ {
			art, err := new(newsparse.Parser).Parse(&countdown{context.Background(), asks}, strings.NewReader(input), newsparse.Source{})
			switch {
			case err == nil:
				done = true
			case !errors.Is(err, context.Canceled) || art != nil:
				t.Fatalf("%s, ended after %d questions: %v, article %v", name, asks, err, art != nil)
			default:
				ended++
			}
		}
		if ended < 10 {
			t.Errorf("%s: the context was asked only %d times", name, ended)
		}
	}
}

func TestTooLargeSaysWhatAndByHowMuch(t *testing.T) {
	for _, c := range []struct {
		name  string
		input io.Reader
		max   int64
		want  newsparse.TooLargeError
		says  string
	}{
		{"bytes of a known number", strings.NewReader(strings.Repeat("word ", 30)), 100, newsparse.TooLargeError{What: "bytes", Limit: 100, Size: 150},
			"150 bytes, 50 more than 100; raise Parser.MaxBytes"},
		{"bytes of an unknown number", io.MultiReader(strings.NewReader(strings.Repeat("word ", 30))), 100, newsparse.TooLargeError{What: "bytes", Limit: 100},
			"more than 100 bytes; raise Parser.MaxBytes"},
		{"blocks of HTML", strings.NewReader(strings.Repeat("<p>"+prose, 260_000)), 0, newsparse.TooLargeError{What: "blocks of text", Limit: 250_000}, "more than 250000 blocks of text"},
		{"blocks of plain text", strings.NewReader(strings.Repeat("A "+prose+"\n\n", 260_000)), 0, newsparse.TooLargeError{What: "blocks of text", Limit: 250_000}, "more than 250000 blocks of text"},
	} {
		_, err := (&newsparse.Parser{MaxBytes: c.max}).Parse(context.Background(), c.input, newsparse.Source{})
		var got *newsparse.TooLargeError
		if !errors.Is(err, newsparse.ErrTooLarge) || !errors.As(err, &got) || *got != c.want || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Trees of callers may hold what no parser makes.
func TestTreesThatNoParserMakes(t *testing.T) {
	parse := func(root *html.Node) (*newsparse.Article, error) {
		return new(newsparse.Parser).ParseNode(context.Background(), root, newsparse.Source{})
	}
	if art, err := parse(nil); !errors.Is(err, newsparse.ErrEmpty) || art == nil {
		t.Errorf("no tree: %v", err)
	}
	if _, err := new(newsparse.Parser).ParseDocument(context.Background(), nil, newsparse.Source{}); !errors.Is(err, newsparse.ErrEmpty) {
		t.Errorf("no document: %v", err)
	}

	// A hundred thousand elements deep, without atoms, with bytes that are no UTF-8.
	root := &html.Node{Type: html.DocumentNode}
	in := root
	for range 100_000 {
		n := &html.Node{Type: html.ElementNode, Data: "div", Attr: []html.Attribute{{Key: "class", Val: "story\xff"}}}
		in.AppendChild(n)
		in = n
	}
	for range 3 {
		p := &html.Node{Type: html.ElementNode, Data: "p"}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: prose + "The mill\xff\x00 stands."})
		in.AppendChild(p)
	}
	before := treeText(root)
	art, err := parse(root)
	if err != nil {
		t.Fatal(err)
	}
	if want := prose + "The mill\uFFFD stands."; len(art.Body) == 0 || art.Body[0].Text != want {
		t.Errorf("%+v, want %q", art.Body, want)
	}
	checkOutputs(t, art)
	if treeText(root) != before {
		t.Error("the tree has changed")
	}
}
