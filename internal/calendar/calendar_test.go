package calendar

import (
	"iter"
	"strings"
	"testing"
	"unicode"
)

// Each language names all of its months and days, in lower case and each in its place.
func TestEachLanguageNamesAll(t *testing.T) {
	for _, c := range []struct {
		what  string
		names iter.Seq[Name]
		all   int
		some  []Name
	}{
		{"months", Months(), 12, []Name{{"en", 1, "january"}, {"en", 9, "sept"}, {"de", 12, "dezember"}, {"ar", 1, "كانون الثاني"}, {"hi", 4, "अप्रैल"}}},
		{"Persian months", PersianMonths(), 12, []Name{{"fa", 1, "فروردین"}, {"fa", 8, "آبان"}, {"ps", 12, "حوت"}}},
		{"weekdays", Weekdays(), 7, []Name{{"en", 1, "monday"}, {"pt", 2, "terça"}, {"ar", 5, "الجمعة"}, {"ja", 7, "日"}, {"ko", 5, "금요일"}}},
	} {
		seen := map[string]int{}
		known := map[Name]bool{}
		for n := range c.names {
			known[n] = true
			if n.Number < 1 || n.Number > c.all || n.Name == "" || n.Name != strings.TrimSpace(n.Name) || strings.ContainsFunc(n.Name, unicode.IsUpper) {
				t.Errorf("%s: %+v", c.what, n)
			}
			seen[n.Language] |= 1 << n.Number
		}
		for language, numbers := range seen {
			if numbers != 1<<(c.all+1)-2 {
				t.Errorf("%s: %s names %b", c.what, language, numbers)
			}
		}
		for _, n := range c.some {
			if !known[n] {
				t.Errorf("%s: no %+v", c.what, n)
			}
		}
		for range c.names { // who has enough may stop
			break
		}
	}
}

func TestErasAreRead(t *testing.T) {
	if eras := Eras(); len(eras) < 2 || eras["令和"] != 2018 {
		t.Errorf("got %v", eras)
	}
}
