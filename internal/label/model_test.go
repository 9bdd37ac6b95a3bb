package label

import (
	"bytes"
	"slices"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// tree answers left below for feature f at most t, and right above.
func tree(f uint8, t, left, right int16) (tr Tree) {
	for i := range Splits {
		tr.SetSplit(i, 0, 32767)
	}
	tr.SetSplit(0, f, t)
	for i := range tr.Leaf {
		if i < leaves/2 {
			tr.Leaf[i] = left
		} else {
			tr.Leaf[i] = right
		}
	}
	return tr
}

func TestForestSumsItsTrees(t *testing.T) {
	f := Forest{Bias: 10, Trees: []Tree{tree(fWords, 5, -100, 200), tree(fEnds, 0, 1, 2)}}
	row := make([]int16, NumFeatures)
	row[fWords], row[fEnds] = 5, 0
	if got := f.Score(row); got != 10-100+1 {
		t.Errorf("at the thresholds: %d", got)
	}
	row[fWords], row[fEnds] = 6, 1
	if got := f.Score(row); got != 10+200+2 {
		t.Errorf("above the thresholds: %d", got)
	}
}

// Trees are walked in groups of several sizes, and thresholds may be beyond all values.
func TestForestOfManyTrees(t *testing.T) {
	for n := range 30 {
		f := Forest{Bias: 3}
		for i := range n {
			f.Trees = append(f.Trees, tree(fEnds, int16(i), 1, 100), tree(fWords, 32767, 1, 100), tree(fWords, -32768, 1, 100))
		}
		for _, words := range []int16{leastValue, 0, mostValue} {
			row := make([]int16, NumFeatures)
			row[fWords], row[fEnds] = words, 10
			right := min(n, 10) // of the first kind, and all of the third
			if got, want := f.Sum(row), 3+int32(2*n-right)+100*int32(n+right); got != want {
				t.Errorf("%d trees, %d words: %d, want %d", 3*n, words, got, want)
			}
		}
	}
}

// Ask ends where the sum is below an exit, and else with all trees.
func TestAskEndsAtAnExit(t *testing.T) {
	f := Forest{Bias: -100}
	for range 60 {
		f.Trees = append(f.Trees, tree(fWords, 5, -10, 10))
	}
	few, many := make([]int16, NumFeatures), make([]int16, NumFeatures)
	many[fWords] = 6
	for _, c := range []struct {
		exits     Exits
		few, many int32
	}{
		{Exits{-1000, -1000, -1000, -1000}, -700, 500},
		{Exits{-219, -1000, -1000, -1000}, -220, 500}, // after 12 trees
		{Exits{-220, -340, -579, -1000}, -580, 500},   // after 48
		{Exits{30, -1000, -1000, 1000}, -220, 20},     // the last exit is beyond the trees
	} {
		f.Exits = c.exits
		if gotFew, gotMany := f.Ask(few), f.Ask(many); gotFew != c.few || gotMany != c.many {
			t.Errorf("exits %v: %d and %d, want %d and %d", c.exits, gotFew, gotMany, c.few, c.many)
		}
	}
	sums, all := f.Sums(few)
	if want := (Exits{-220, -340, -580, -700}); sums != want || all != -700 {
		t.Errorf("sums %v and %d, want %v and -700", sums, all, want)
	}
}

func TestModelReadsWhatItWrites(t *testing.T) {
	m := new(Model)
	m.HTML[AskStory] = Forest{Bias: -7, Exits: Exits{-9, 8, 0, -1 << 30}, Trees: []Tree{tree(3, -1, 5, -5)}}
	m.Markdown[AskJoin].Bias = 3
	m.Text[AskTitle] = Forest{Bias: 9, Trees: []Tree{tree(0, 1, 2, 3), tree(4, 5, 6, 7)}}
	data := m.AppendBinary(nil)
	back, err := ReadModel(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(back.AppendBinary(nil), data) {
		t.Error("the model is another one after writing and reading")
	}
}

func TestReadModelRefusesWhatIsNone(t *testing.T) {
	good := new(Model).AppendBinary(nil)
	for name, data := range map[string][]byte{
		"nothing": nil, "another file": []byte("a file of another kind"), "a part": good[:len(good)-1], "the head": good[:len(modelMagic)],
	} {
		if _, err := ReadModel(data); err == nil {
			t.Errorf("%s is taken for a model", name)
		}
	}
}

func TestTheBuiltInModelIsThere(t *testing.T) {
	const unasked = AskKicker + 1
	for _, c := range []struct {
		name    string
		page    page.Page
		unasked []Question
	}{
		{"HTML", page.Page{}, []Question{unasked, AskAlone, AskFurther, AskJoin}},
		{"text", page.Page{FromText: true}, []Question{unasked}},
		{"Markdown", page.Page{Markdown: true}, []Question{unasked, AskJoin}},
	} {
		forests, lexica := Builtin.of(&c.page)
		for q := range NumQuestions {
			if trees := len(forests[q].Trees); (trees > 0) == slices.Contains(c.unasked, q) {
				t.Errorf("%s: forest %d has %d trees: rebuild the model with the trainer", c.name, q, trees)
			}
		}
		if len(lexica.Words.Entries) == 0 {
			t.Errorf("%s: the lexicon is empty", c.name)
		}
	}
}
