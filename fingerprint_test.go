package newsparse_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// story returns an Article of paragraphs.
func story(paragraphs ...string) *newsparse.Article {
	a := &newsparse.Article{}
	for _, text := range paragraphs {
		a.Body = append(a.Body, newsparse.Block{Kind: newsparse.Paragraph, Text: text})
	}
	return a
}

// invented returns a text of n words that differ from those of any other subject.
func invented(subject string, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint(subject, i*i%97)
	}
	return words
}

func TestFingerprintIgnores(t *testing.T) {
	want := story("The ferry sails again at dawn, and the harbour is full.").Fingerprint()
	for name, a := range map[string]*newsparse.Article{
		"case and punctuation": story("THE FERRY SAILS AGAIN AT DAWN – and the “harbour” is full!"),
		"paragraphs":           story("The ferry sails again", "at dawn, and the\nharbour is full."),
		"soft hyphens":         story("The fer\u00adry sails again at dawn, and the har\u00adbour is full."),
		"other parts": {Title: "Ferry", Kicker: "Harbour", Standfirst: "It sails.", Body: []newsparse.Block{
			{Kind: newsparse.Figure, Text: "The pier"},
			{Kind: newsparse.List, Items: []newsparse.Item{{Text: "The ferry sails again at dawn,"}, {Text: "and the harbour is full."}}}}},
	} {
		if got := a.Fingerprint(); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestFingerprintDistance(t *testing.T) {
	words := invented("ferry", 300)
	base := story(strings.Join(words, " ")).Fingerprint()
	edited := func(change func(w []string) []string) newsparse.Fingerprint {
		return story(strings.Join(change(append([]string(nil), words...)), " ")).Fingerprint()
	}
	for _, tc := range []struct {
		name     string
		other    newsparse.Fingerprint
		min, max int
	}{
		{"itself", base, 0, 0},
		{"two words changed", edited(func(w []string) []string { w[20], w[200] = "new", "words"; return w }), 0, newsparse.NearDuplicate},
		{"the last five words cut", edited(func(w []string) []string { return w[:295] }), 0, newsparse.NearDuplicate},
		{"another story", story(strings.Join(invented("school", 300), " ")).Fingerprint(), 18, 46},
		{"the words in another order", edited(func(w []string) []string {
			for i := range w {
				w[i] = words[i*7%300]
			}
			return w
		}), newsparse.NearDuplicate + 1, 64},
	} {
		if d := base.Distance(tc.other); d < tc.min || d > tc.max || d != tc.other.Distance(base) {
			t.Errorf("%s: %d, want %d to %d", tc.name, d, tc.min, tc.max)
		}
	}
}

// Fingerprints are stored and compared with later ones: they must not change by themselves.
func TestFingerprintIsStable(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"", "0000000000000000"},
		{" … ", "0000000000000000"},
		{"Ferry", "3499cdfffc1e3c4e"},
		{"The ferry sails again at dawn.", "5fcab9df4c4ed0a5"},
		{"渡船明天清晨再次起航", "605555d8b5335ba4"},
	} {
		f := story(tc.text).Fingerprint()
		if f.String() != tc.want {
			t.Errorf("%q: %v, want %s", tc.text, f, tc.want)
		}
	}
	if a, b := story("渡船明天清晨再次起航").Fingerprint(), story("渡船明天起航清晨再次").Fingerprint(); a == b {
		t.Error("a text without spaces is one word")
	}
}

func TestFingerprintJSON(t *testing.T) {
	f := newsparse.Fingerprint(0x00c0ffee12345678)
	data, err := json.Marshal(f)
	if err != nil || string(data) != `"00c0ffee12345678"` {
		t.Fatal(string(data), err)
	}
	var back newsparse.Fingerprint
	if err := json.Unmarshal(data, &back); err != nil || back != f {
		t.Error(back, err)
	}
	for _, bad := range []string{`""`, `"c0ffee"`, `"00c0ffee1234567g"`, `"00c0ffee123456789"`, `7`} {
		if err := json.Unmarshal([]byte(bad), &back); err == nil {
			t.Errorf("%s is taken for a fingerprint", bad)
		}
	}
}
