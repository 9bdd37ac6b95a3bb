package page

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// words are those of a page's blocks, sorted: the parser moves text out of tables.
func words(t *testing.T, root *html.Node) []string {
	t.Helper()
	list := strings.Fields(strings.Join(blockTexts(FromHTML(root, Options{})), " "))
	slices.Sort(list)
	return list
}

func nodesOf(root *html.Node) (n int) {
	for range root.Descendants() {
		n++
	}
	return n
}

// Pages with more tags than they can pay for are thinned out: what is left costs no more than
// their budget, and each word is still there, whole.
func TestDensePagesAreThinnedOut(t *testing.T) {
	const size = 400 << 10
	for _, unit := range []string{
		"<p>a", "<p>one</p>two", "<p></p>a", "</p>one", "one<br>", "one</br>two ", "on<b>e</b> ", "<i></i>one ", "one &lt<b></b>p &am<b></b>p; <<b></b>b> ",
		"<table><tr><td>one<td>two</table>", "<li>one</li>two", "<ul><li>one</ul>", "<dl><dt>one<dd>two</dl>", "<h1>one</h1>", "<option>one",
		"<a href=x>one</a> two ", "one <i hidden>two</i> three ", "<xmp><b>one</xmp>two", "<pre>one</pre>", "<svg><text>no</text></svg>one ", "<template>no</template>one ",
		"<textarea>no</textarea>one ", "<script>no</script><p>one", "<p><!-- no -->one", "<img src=a>one ", "<p id=1 id=2 id=3>one", "<details><summary>one</summary>two</details>",
		"<blockquote><p>one", "<form>one</form>", "<button>one</button>", "<p>one<ul><li>two<a href=x>three</a></ul><table><tr><td>four</table>",
	} {
		page := "<title>Ferry</title><h1>Ferry</h1>" + strings.Repeat(unit, size/len(unit))
		whole, err := html.Parse(strings.NewReader(page))
		if err != nil {
			continue // too deep
		}
		for _, sifted := range []bool{false, true} {
			s := newSieve(t.Context(), page)
			s.whole = !sifted
			root, err := parseUnlessSuspect(s, s.sift())
			if err != nil {
				t.Fatal(err)
			}
			if got, want := words(t, root), words(t, whole); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %d words, want %d: %.100q, %.100q", unit, len(got), len(want), got, want)
			}
			if n := nodesOf(root); n*nodeCost > memoryBudget(len(page)) {
				t.Errorf("%s: %d nodes for %d bytes", unit, n, len(page))
			}
		}
	}
}

// A story around what is too dense keeps its paragraphs.
func TestAStoryAroundDenseTagsStays(t *testing.T) {
	var story strings.Builder
	for range 1000 {
		story.WriteString("<p>The ferry to <a href=/hill>Marrow Hill</a> left at dawn, and the harbour master, who had waited for it all night, went home to his house on the hill.</p>\n")
	}
	page := "<article>" + story.String() + "<table>" + strings.Repeat("<tr><td>1<td>2", 60_000) + "</table>" + story.String() + "</article>"
	root, err := ParseSifted(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs, links, cells := 0, 0, 0
	for _, b := range FromHTML(root, Options{}).Blocks {
		if strings.HasPrefix(b.Text, "The ferry") {
			paragraphs++
			links += len(b.Marks)
		} else {
			cells++
		}
	}
	if paragraphs != 2000 || links < 1990 || cells == 0 || cells > 20_000 {
		t.Errorf("%d paragraphs with %d links, %d cells", paragraphs, links, cells)
	}
}

// A text with more lines than it can pay for has longer blocks, and all of its words.
func TestDenseTextHasLongerBlocks(t *testing.T) {
	for _, unit := range []string{"a\n", "A\n\n", "the\nferry\nleft\nat\n", "8 March 2024\n\n", "* one\n* two\n", "\nReferences\n", "[1]Home [2]News\n"} {
		text := strings.Repeat(unit, (400<<10)/len(unit))
		p, notes := FromText(text)
		got := strings.Fields(strings.Join(blockTexts(p), " "))
		for _, s := range notes.Stripped {
			got = append(got, strings.Fields(s.Text)...)
		}
		want := strings.Fields(text)
		slices.Sort(got)
		slices.Sort(want)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %d words, want %d", unit, len(got), len(want))
		}
		if taken := len(p.Blocks)*textBlockCost + len(notes.Joins)*joinCost + len(notes.Stripped)*stripCost; taken > memoryBudget(len(text))+textBlockCost {
			t.Errorf("%q: %d blocks, %d joins, %d stripped", unit, len(p.Blocks), len(notes.Joins), len(notes.Stripped))
		}
	}
}

// Of an element with very many attributes the first ones are kept.
func TestSurplusAttributesAreCut(t *testing.T) {
	many := strings.Repeat(" a", 100_000)
	for _, c := range []string{
		"<p id=story" + many + ">ferry", "<p id=story" + many + "/>ferry", "<svg><p id=story" + many + ">ferry", "ferry<p id=story" + many, "<img id=story" + many + ">ferry",
	} {
		for _, parse := range []func(*testing.T) (*html.Node, error){
			func(t *testing.T) (*html.Node, error) { return ParseSifted(t.Context(), c) },
			func(t *testing.T) (*html.Node, error) { return ParseHTML(t.Context(), c) },
		} {
			root, err := parse(t)
			if err != nil {
				t.Fatal(err)
			}
			for n := range root.Descendants() {
				if len(n.Attr) > mostAttributes {
					t.Errorf("%.20s: %d attributes", c, len(n.Attr))
				}
			}
			if got := blockTexts(FromHTML(root, Options{})); !reflect.DeepEqual(got, []string{"ferry"}) {
				t.Errorf("%.20s: %q", c, got)
			}
		}
	}
}
