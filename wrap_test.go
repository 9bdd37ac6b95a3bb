package newsparse_test

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/rendertest"
)

func wrappedText(t *testing.T, a *newsparse.Article, columns int) string {
	t.Helper()
	var out strings.Builder
	if err := a.WriteWrappedText(&out, newsparse.All, columns); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteWrappedText(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		columns    int
		want       string
	}{
		{"at spaces", "The ferry sails again at dawn.", 12, "The ferry\nsails again\nat dawn."},
		{"a line may be full", "The ferry sails", 9, "The ferry\nsails"},
		{"a long word is not broken", "An extraordinarily long word", 8, "An\nextraordinarily\nlong\nword"},
		{"a no-break space is kept", "It cost 12\u00a0000\u00a0euros in all", 12, "It cost\n12\u00a0000\u00a0euros\nin all"},
		{"breaks of the page are kept", "one two\nthree four", 9, "one two\nthree\nfour"},
		{"Chinese, two columns a character", "渡船明天清晨再次起航。", 10, "渡船明天清\n晨再次起\n航。"},
		{"no line begins with what closes", "他说：“渡船起航。”", 10, "他说：“渡\n船起航。”"},
		{"Latin words in Japanese", "港はABC社の船で満員", 8, "港はABC\n社の船で\n満員"},
		{"combining marks take no column", "e\u0301e\u0301e\u0301 abc", 7, "e\u0301e\u0301e\u0301 abc"},
		{"no line begins with a small letter of Japanese", "港のコーヒーの店でチョコ", 10, "港のコー\nヒーの店で\nチョコ"},
		{"no line ends with what opens", "渡船は「起航」", 8, "渡船は\n「起航」"},
		{"no-break spaces among wide characters", "渡船\u00a0起\u2060航", 6, "渡\n船\u00a0起\u2060航"},
		{"full-width letters take two columns", "ＡＢＣＤ", 4, "ＡＢ\nＣＤ"},
		{"a word before wide characters", "ABC港", 3, "ABC\n港"},
		{"a long word first", "extraordinarily long", 8, "extraordinarily\nlong"},
		{"no limit", "The ferry sails again", 0, "The ferry sails again"},
	} {
		if got := strings.TrimSuffix(wrappedText(t, story(tc.text), tc.columns), "\n"); got != tc.want {
			t.Errorf("%s\n got %q\nwant %q", tc.name, got, tc.want)
		}
	}
}

func TestWriteWrappedTextOfOtherBlocks(t *testing.T) {
	a := &newsparse.Article{Body: []newsparse.Block{
		{Kind: newsparse.List, Items: []newsparse.Item{{Text: "from the north"}, {Text: "and the south pier", Depth: 1}}},
		{Kind: newsparse.Code, Text: "a line of code that is long"},
		{Kind: newsparse.Table, Rows: []newsparse.Row{{{Text: "a long cell"}, {Text: "another cell"}}}},
	}}
	want := "from the\nnorth\n  and the\n  south\n  pier\n\na line of code that is long\n\na long cell\tanother cell\n"
	if got := wrappedText(t, a, 10); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// Wrapping changes white space, and nothing else.
func FuzzWrappedText(f *testing.F) {
	for _, text := range rendertest.Seeds {
		f.Add(text, 10)
	}
	f.Fuzz(func(t *testing.T, text string, columns int) {
		a := story(text)
		var plain strings.Builder
		if err := a.WriteText(&plain, newsparse.All); err != nil {
			t.Fatal(err)
		}
		got := wrappedText(t, a, columns)
		if visibleOf(got) != visibleOf(plain.String()) {
			t.Fatalf("got %q\nfrom %q", got, &plain)
		}
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if columns > 0 && !strings.ContainsFunc(line, func(r rune) bool { return r >= 0x80 }) &&
				len(line) > columns && strings.Contains(strings.TrimLeft(line, " "), " ") {
				t.Fatalf("%q is longer than %d columns", line, columns)
			}
		}
	})
}
