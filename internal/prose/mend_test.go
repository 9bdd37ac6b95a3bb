package prose

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// mend applies the edits of a document to its paragraphs.
func mend(paras []string) []string {
	byPara := make([][]Edit, len(paras))
	for _, e := range Mend(paras) {
		byPara[e.Para] = append(byPara[e.Para], e)
	}
	out := make([]string, len(paras))
	for i, p := range paras {
		out[i] = Apply(p, byPara[i])
	}
	return out
}

func TestMend(t *testing.T) {
	for _, c := range []struct {
		why, in, want string // the paragraphs of a document, one a line
	}{
		{"an orphan stop at the end", "The bridge is closed. .", "The bridge is closed."},
		{"an orphan stop before a capital", "He left. . She stayed.", "He left. She stayed."},
		{"an ellipsis set with spaces", "He left. . . and came back. . .", "He left. . . and came back. . ."},
		{"an orphan stop after a quotation", "“He left.” .", "“He left.”"},

		{"a stray stop without evidence stays", "The town started its long campaign. against the bridge.", "The town started its long campaign. against the bridge."},
		{"a stray stop beside an orphan stop", "The town started its long campaign. against the bridge.\nIt is closed. .", "The town started its long campaign against the bridge.\nIt is closed."},
		{"a surplus quote is evidence", "He said “yes” and “we will restart work”. at a better time for all.”\nThe town ended the campaign. against it.\nIt is closed.",
			"He said “yes” and “we will restart work at a better time for all.”\nThe town ended the campaign against it.\nIt is closed."},
		{"balanced quotes keep their quote", "He calls it “the work”. at a better time.\nIt is closed. .", "He calls it “the work” at a better time.\nIt is closed."},
		{"marks that are alike are not surplus", "”Vi vann matchen”. sade hon.", "”Vi vann matchen”. sade hon."},
		{"abbreviations", "Er kauft Äpfel, Birnen usw. auf dem Markt.\nIt meets approx. once a week.\nIt is closed. .", "Er kauft Äpfel, Birnen usw. auf dem Markt.\nIt meets approx. once a week.\nIt is closed."},
		{"initials and short words", "The U.S. officials met at 9 a.m. sharp.\nIt is closed. .", "The U.S. officials met at 9 a.m. sharp.\nIt is closed."},
		{"a name in lower case after a sentence", "She left the capital. kyiv was quiet. iPhone sales fell. libxml2 is old.\nAll is well. .", "She left the capital. kyiv was quiet. iPhone sales fell. libxml2 is old.\nAll is well."},
		{"a document in lower case", "we went there again. nobody was home. we waited outside. it rained all night. .", "we went there again. nobody was home. we waited outside. it rained all night."},

		{"a space before a comma", "In March , about ten came.", "In March, about ten came."},
		{"a space before a stop", "They came in March . Ten left.\nAll went .", "They came in March. Ten left.\nAll went."},
		{"French marks keep their space", "Il a dit : « Oui ! » Vraiment ? Non ; jamais.", "Il a dit : « Oui ! » Vraiment ? Non ; jamais."},
		{"a file extension", "It is a .csv file and uses .NET today.", "It is a .csv file and uses .NET today."},
		{"glued sentences", "It closed last year.The town paid.", "It closed last year. The town paid."},
		{"glued after a quotation", "“It closed last year.”The town paid.", "“It closed last year.” The town paid."},
		{"names of the web", "It closed last year.The town asked Booking.Com and Газета.Ru about Node.Js again.", "It closed last year. The town asked Booking.Com and Газета.Ru about Node.Js again."},
		{"a sentence of It", "The town paid for the bridge.It closed last year again.", "The town paid for the bridge. It closed last year again."},
		{"glued, Cyrillic", "Мост закрыли.Совет заплатил за него.", "Мост закрыли. Совет заплатил за него."},
		{"a name with a dot", "The service Table.Tennis told us.", "The service Table.Tennis told us."},
		{"a name with a capital in a document with glue", "It hit Wexmoor.The town paid. It was last year.Nobody knew.", "It hit Wexmoor. The town paid. It was last year. Nobody knew."},
		{"addresses and versions", "See example.Com/Path or v1.Two at www.Example.org today.", "See example.Com/Path or v1.Two at www.Example.org today."},
		{"code", "x = a.Foo ;\nif (b) { c.Bar() }\nd.Len = `e` .\nThe method file.Close returns nil , always.", "x = a.Foo ;\nif (b) { c.Bar() }\nd.Len = `e` .\nThe method file.Close returns nil , always."},
		{"Chinese needs no space", "桥关闭了。市议会付了钱。", "桥关闭了。市议会付了钱。"},

		{"soft hyphens", "Die Donau\u00addampf\u00adschiff\u00adfahrt ruht.", "Die Donaudampfschifffahrt ruht."},
		{"zero-width spaces and marks", "\ufeffThe\u200b end\u2060.", "The end."},
		{"a zero-width space parts words in Thai", "สะพาน\u200bปิด", "สะพาน\u200bปิด"},
		{"joiners are letters' own", "می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"},
	} {
		in := strings.Split(c.in, "\n")
		if got := strings.Join(mend(in), "\n"); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.why, got, c.want)
		}
	}
}

func TestEditsOfMend(t *testing.T) {
	paras := []string{"Nothing here.", "The town started its campaign. against the bridge , and lost. ."}
	got := Mend(paras)
	want := []Edit{
		{1, 29, 30, "", StrayStop, strayStopConfidence},
		{1, 49, 50, "", Space, spaceConfidence},
		{1, 61, 63, "", OrphanStop, orphanStopConfidence},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPassage(t *testing.T) {
	s := "The town started its campaign. against the old bridge. ."
	for _, c := range []struct {
		edit          Edit
		before, after string
	}{
		{Edit{Start: 29, End: 30}, "its campaign. against the", "its campaign against the"},
		{Edit{Start: 54, End: 56}, "old bridge. .", "old bridge."},
		{Edit{Start: 3, End: 4, With: " "}, "The town started", "The town started"},
		{Edit{Start: 9, End: 99}, "", ""},
	} {
		if b, a := Passage(s, c.edit); b != c.before || a != c.after {
			t.Errorf("Passage(%v) = %q, %q; want %q, %q", c.edit, b, a, c.before, c.after)
		}
	}
}

// TestSeed mends the page that the project began with, where it lies beside the repository.
func TestSeed(t *testing.T) {
	page, err := os.ReadFile("../../../shared/seed/page.txt")
	if err != nil {
		t.Skip(err)
	}
	ideal, err := os.ReadFile("../../../shared/seed/ideal.json")
	if err != nil {
		t.Skip(err)
	}
	var want struct{ Paragraphs []string }
	if err := json.Unmarshal(ideal, &want); err != nil {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(strings.Split(string(page), "\n"), func(l string) bool { return l == "" })
	var kinds []Kind
	for _, e := range Mend(lines) {
		kinds = append(kinds, e.Kind)
	}
	if !slices.Equal(kinds, []Kind{StrayStop, StrayQuote, StrayStop, OrphanStop}) {
		t.Errorf("edits %v", kinds)
	}
	got := mend(lines)
	for i, p := range want.Paragraphs {
		if !slices.Contains(got, p) {
			t.Errorf("paragraph %d is not there: %s", i+1, p)
		}
	}
}

func FuzzMend(f *testing.F) {
	f.Add("It closed last year.The end. . war”. at “a” “b", "Soft\u00adhyphens , and\u200b so on. campaign. against it")
	f.Add("a. .\u00ad.b ,\ufeff,", "”. .”A.“b„c“")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, "\uFFFD"), strings.ToValidUTF8(b, "\uFFFD") // as pages' texts are
		paras := []string{a, b, "It is closed. ."}
		edits := Mend(paras)
		last := Edit{Para: -1}
		for _, e := range edits {
			if e.Para < last.Para || e.Para == last.Para && e.Start < last.End || e.Start > e.End || e.End > len(paras[e.Para]) || e.Kind > Invisible {
				t.Fatalf("edit %v after %v", e, last)
			}
			Passage(paras[e.Para], e)
			last = e
		}
		for i, p := range mend(paras) {
			if !WordsEqual(p, paras[i]) {
				t.Fatalf("words changed: %q, %q", paras[i], p)
			}
		}
	})
}

func FuzzJoin(f *testing.F) {
	f.Add("The council (", "of Wexmoor")
	f.Add("„x“", "“")
	f.Fuzz(func(t *testing.T, above, below string) {
		above, below = strings.ToValidUTF8(above, "\uFFFD"), strings.ToValidUTF8(below, "\uFFFD")
		if _, sep := Join(above, below); sep != "" && sep != " " {
			t.Fatalf("separator %q", sep)
		}
	})
}

func BenchmarkMend(b *testing.B) {
	var paras []string
	size := 0
	for i := range 1000 {
		p := fmt.Sprintf("The council met %d times , and then closed the bridge. It said “no” to all. Nobody, it says, was hurt in 19%02d.", i, i%100)
		paras = append(paras, p)
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Mend(paras)
	}
}
