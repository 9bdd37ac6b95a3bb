package page

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Where a drawing is broken, the sieve still reads the page as the parser does: a script after it
// is a script, one inside is none, and the attributes of a tag that has too many are cut where the
// parser takes it for a tag.
func TestABrokenDrawingEndsWhereTheParserEndsIt(t *testing.T) {
	many := strings.Repeat(" a", mostAttributes+200)
	for _, c := range []struct {
		name, page string
		asked      int // the parser, where only it knows
	}{
		{"a block ends it", "<svg><g><p{}>ferry</p>", 0},
		{"a font with a size ends it", "<svg><font size=1>ferry<style><b{}>dawn</b></style>", 0},
		{"any other font does not", "<svg><font>ferry<style><b{}>dawn</b></style>", 0},
		{"the end tag of an element around it", "<div><svg><g{}><div><svg></div>ferry<p{}>dawn", 0},
		{"the end tag of a paragraph", "<svg><g></p>ferry<style><b{}>no</b></style>dawn", 0},
		{"an end tag of nothing", "<div><svg><g></q><style><b{}>ferry</b></style>dawn", 1},
		{"an end tag of something around it", "<div><q><svg><g></q><style><b{}>no</b></style>ferry", 1},
		{"an end tag of nothing, and its own", "<div><svg><g></q></svg>ferry<style><b{}>no</b></style>dawn", 0},
		{"a style holds markup", "<svg><style><b{}>ferry</b></style>dawn", 0},
		{"a script holds markup", "<svg><script><p{}>ferry</script>dawn", 0},
		{"a script without content", "<svg><script/><p{}>ferry", 0},
		{"a title holds HTML", "<svg><title><b{}>no</b><style><p>no</style></title></svg>ferry<style><b{}>no</b></style>dawn", 1},
		{"a title that is not closed", "<svg><title>no</title-><path d=1></svg><p{}>no<script>'<p>'</script>no", 0},
		{"a title in a formula holds none", "<math><title><p{}>ferry</title>dawn", 0},
		{"a word of a formula holds HTML", "<math><mi><p{}>no<style><p></style></mi></math>no", 0},
		{"an image with a caption", "<svg><foreignObject><div{}>no</div></foreignObject></svg>ferry<script>'<p>'</script>dawn", 1},
		{"a drawing in HTML in a drawing", "<svg><desc><p><svg><style><b{}>ferry</b></style>no", 1},
		{"a section is text", "<svg><![CDATA[<p{}><style>]]><p{}>ferry", 0},
		{"a section without end", "<svg><![CDATA[<p{}><style><p{}>ferry", 0},
		{"no section outside", "<svg></svg><![CDATA[<p{}>ferry]]>dawn", 0},
		{"a section where a drawing may have ended", "<q><svg></q><![CDATA[<p{}>ferry]]>dawn", 1},
		{"another one where it has not", "<svg></q><![CDATA[<p{}>no]]>no<p>dawn", 1},
		{"many scripts after it", "<q><svg></q>" + strings.Repeat("<script>'<p{}>'</script>ferry", 50), 1},
		{"many styles inside of it", "<svg></q>" + strings.Repeat("<style><g{}>no</g></style>", 50) + "<p>dawn", 1},
		{"drawings that do not end in one another", strings.Repeat("<svg><title><script>'<p{}>'</script>", 10), 10},
		{"sections where it may have ended", "<q><svg></q>" + strings.Repeat("<![CDATA[<p{}>ferry]]>dawn", 50), 1},
		{"a script that a section holds", "<svg></q><![CDATA[<script>]]><script>'<p{}>'</script>no<p>dawn", 1},
		{"a cell ends it", "<table><tr><td><svg><title><i></td></tr></table>ferry<style><b{}>no</b></style>dawn", 1},
	} {
		page := strings.ReplaceAll(c.page, "{}", many)
		want, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, whole := range []bool{false, true} {
			s := newSieve(t.Context(), page)
			s.whole = whole
			root, err := parseUnlessSuspect(s, s.sift())
			if err != nil {
				t.Fatal(err)
			}
			if got, want := blockTexts(FromHTML(root, Options{})), blockTexts(FromHTML(want, Options{})); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %q, want %q", c.name, got, want)
			}
			if s.foreign.asked != c.asked || s.astray {
				t.Errorf("%s: asked %d times, want %d", c.name, s.foreign.asked, c.asked)
			}
			for n := range root.Descendants() {
				if len(n.Attr) > mostAttributes {
					t.Errorf("%s: %d attributes of %s", c.name, len(n.Attr), n.Data)
				}
			}
		}
	}
}

// Who asks too often gets the text of the page, and no more.
func TestThePartsOfAPageThatNobodyKnows(t *testing.T) {
	page := "<p>ferry" + strings.Repeat("<svg></q><style><g>no</g></style></svg>", mostQuestions+1) + "<p>dawn"
	s := newSieve(context.Background(), page)
	root, err := parseUnlessSuspect(s, s.sift())
	if err != nil || !s.astray {
		t.Fatalf("astray %t, %v", s.astray, err)
	}
	if got, want := blockTexts(FromHTML(root, Options{})), []string{"ferry", "dawn"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
