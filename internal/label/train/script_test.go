package main

import (
	"strings"
	"testing"
	"unicode"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/prose"
)

const scriptSample = "The old bridge, built in 1934, will close. Who pays?\n\n\"Nobody knows\", said Öykü (the mayor) at 3.5 p.m.\nНовый мост\n橋は来月から"

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		name string
		script
		want string
	}{
		{"shifted", shifted, "Uif pme csjehf, cvjmu jo 1934, xjmm dmptf. Xip qbzt?\n\n\"Opcpez lopxt\", tbje Õzlý (uif nbzps) bu 3.5 q.n.\nОпгьк нпту\n橋は来月から"},
		{"uncased", uncased, ""},
		{"dense", dense, ""},
	} {
		got := c.script(scriptSample)
		if c.want != "" && got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if strings.Count(got, "\n") != strings.Count(scriptSample, "\n") || !strings.Contains(got, "1934") || !strings.Contains(got, "3.5") {
			t.Errorf("%s: lines or numbers changed: %s", c.name, got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return r < 128 && unicode.IsLetter(r) }) != (c.name == "shifted") {
			t.Errorf("%s: in which letters? %s", c.name, got)
		}
		if cased := strings.ContainsFunc(got, unicode.IsUpper); cased != (c.name == "shifted") {
			t.Errorf("%s: capitals? %s", c.name, got)
		}
	}
}

func TestDense(t *testing.T) {
	got := dense("The old bridge, built in 1934, will close. The old bridge!\n\"No (not yet)\", he said.")
	first, second, _ := strings.Cut(got, "\n")
	if !strings.Contains(first, "、") || !strings.HasSuffix(first, "！") || strings.ContainsAny(first, ".,!") {
		t.Errorf("marks of another script: %s", first)
	}
	if strings.Count(first, " ") != 1 { // before the number
		t.Errorf("spaces between words: %s", first)
	}
	bridge := dense("The old bridge")
	if strings.Count(first, bridge) != 2 {
		t.Errorf("the same words are not the same characters: %s, %s", first, bridge)
	}
	for _, mark := range "「」（）、。" {
		if !strings.ContainsRune(second, mark) {
			t.Errorf("no %c in %s", mark, second)
		}
	}
	if dense("THE OLD BRIDGE") != bridge {
		t.Error("capitals make other words")
	}
}

// A hard-wrapped text is one in a script without spaces, too, and its blocks are the same.
func TestDenseWrapped(t *testing.T) {
	lines := []string{"Home", "Bridge to close", strings.Repeat("The old bridge across the river will close next month, the council said. ", 12), "Read more"}
	wrapped := denseWrapped(strings.Join(lines, "\n\n"))
	for line := range strings.Lines(wrapped) {
		if prose.Width(strings.TrimSuffix(line, "\n")) > denseColumns {
			t.Errorf("%d columns: %s", prose.Width(line), line)
		}
	}
	p, notes := page.FromText(wrapped)
	if notes.Shape != page.Wrapped || len(p.Blocks) != len(lines) {
		t.Fatalf("%v, %d blocks", notes.Shape, len(p.Blocks))
	}
	for i, line := range lines {
		if want := dense(strings.TrimSpace(line)); p.Blocks[i].Text != want {
			t.Errorf("got  %s\nwant %s", p.Blocks[i].Text, want)
		}
	}
}

// Whatever the script, the gold of a page in it is found in the page in it.
func TestOtherScriptAligns(t *testing.T) {
	text := "Home\nNews\nBridge to close\nThe old bridge across the river will close next month, the council said.\n" +
		"Engineers called it unsafe after last year's flood, and nobody knows who will pay for a new one.\nRead more\nPrivacy"
	g := goldPage{Title: "Bridge to close", Paragraphs: strings.Split(text, "\n")[3:5]}
	for name, write := range map[string]script{"shifted": shifted, "uncased": uncased, "dense": dense} {
		p, _ := page.FromText(write(text))
		got := align(g.in(write), p)
		if got.cover < 0.99 {
			t.Errorf("%s: the blocks hold %.2f of the gold", name, got.cover)
		}
		for i, in := range got.story {
			if in != (i == 3 || i == 4) {
				t.Errorf("%s: block %d: story %v", name, i, in)
			}
		}
	}
	if g.Paragraphs[0] != strings.Split(text, "\n")[3] {
		t.Error("the gold itself was changed")
	}
}
