package label

import (
	"testing"

	"github.com/seed-90a94633/newsparse/internal/phrases"
)

func TestMentions(t *testing.T) {
	for _, test := range []struct {
		line string
		want phrases.Class
	}{
		{"We and our partners USE COOKIES on this site.", phrases.Consent},
		{"The shop uses its own cookies.", phrases.Consent},
		{"The story of the pier appeared first on The Alderport Echo", phrases.FirstAppeared},
		{"This article was first published in March.", phrases.FirstAppeared},
		{"Add us as a preferred source on Google News", phrases.Follow},
		{"本站内容版权所有，不得转载。", phrases.Copyright},
		{"本作品の無断転載を禁じます。", phrases.Copyright},
		{"Все права защищены, 2024", phrases.Copyright},
		{"The rights of the islanders are reserved for all.", phrases.None},
		{"She baked cook ies.", phrases.None},
		{"The ferry sailed at last.", phrases.None},
		{"", phrases.None},
	} {
		if got := textMentions().in(hashes(nil, test.line, true)); got != test.want {
			t.Errorf("%q: %v, want %v", test.line, got, test.want)
		}
	}
}

// A phrase that has no words would stand in every line.
func TestEveryMentionHasWords(t *testing.T) {
	for _, m := range phrases.Mentions() {
		for _, options := range m.Parts {
			for _, o := range options {
				if len(hashes(nil, o, true)) == 0 {
					t.Errorf("%v: %q has no words", m.Class, o)
				}
			}
		}
	}
}
