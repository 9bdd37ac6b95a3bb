package newsparse

import (
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

// Marks stay on their words while what stands before and in them is mended.
func TestMarksMoveWithTheirText(t *testing.T) {
	const text = "It is open , so they say ."
	without := func(start, end int) prose.Edit { return prose.Edit{Start: start, End: end} }
	for _, c := range []struct {
		name  string
		edits []prose.Edit
		mark  string // the marked words before
		want  string // and after
	}{
		{"above the edits", []prose.Edit{without(10, 11)}, "It is", "It is"},
		{"up to an edit", []prose.Edit{without(10, 11)}, "open", "open"},
		{"below one", []prose.Edit{without(10, 11)}, "so they", "so they"},
		{"around one", []prose.Edit{without(10, 11)}, "open , so", "open, so"},
		{"below two", []prose.Edit{without(5, 6), without(10, 11)}, "so they", "so they"},
		{"from within one", []prose.Edit{without(5, 11)}, "open ,", ","},
		{"the end in one", []prose.Edit{without(5, 11)}, "is open", "is"},
		{"below what grows", []prose.Edit{{Start: 0, End: 2, With: "The pier"}}, "open", "open"},
		{"right below what is left out", []prose.Edit{without(10, 11)}, ", so", ", so"},
	} {
		start := strings.Index(text, c.mark)
		marks := []Mark{{Kind: Bold, Start: start, End: start + len(c.mark)}}
		shiftMarks(marks, c.edits)
		after := prose.Apply(text, c.edits)
		if got := after[marks[0].Start:marks[0].End]; got != c.want {
			t.Errorf("%s: %q of %q, want %q", c.name, got, after, c.want)
		}
	}
}

// All texts of the story are mended, but code.
func TestWhatIsMended(t *testing.T) {
	const wrong, right = "It took long .", "It took long."
	a := assembled(t, start+`<p>`+wrong+`</p><ul><li role=item>`+wrong+`</ul><table><tr><td role=cell>`+wrong+`<td role=cell>b</table><pre role=code>`+wrong+`</pre>`+end, meta.Facts{})
	want := `paragraph "` + right + `"; list *0 "` + right + `"; table |` + right + `|b|; code "` + wrong + `"`
	if got := outline(a.Body); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(a.Repairs) != 3 {
		t.Errorf("%d repairs", len(a.Repairs))
	}
	// Where a word may break is the page's own typesetting, and stays; of a text it is left over.
	if got := assembled(t, start+"<p>The har\u00adbour is open.</p>"+end, meta.Facts{}).Body[0].Text; got != "The har\u00adbour is open." {
		t.Errorf("a soft hyphen of a page: %q", got)
	}
	if got := assembled(t, "The har\u00adbour is open.\n\nThe pier is, too.", meta.Facts{}).Body[0].Text; got != "The harbour is open." {
		t.Errorf("a soft hyphen of a text: %q", got)
	}
}
