package meta

import (
	"slices"
	"strings"
	"time"

	"github.com/seed-90a94633/newsparse/internal/calendar"
)

var (
	eras          = calendar.Eras()
	persianMonths = func() map[string]int {
		out := map[string]int{}
		for month := range calendar.PersianMonths() {
			out[fold(month.Name)] = month.Number
		}
		return out
	}()
)

// gregorian is a year as the Gregorian calendar counts it: Thai pages count from the death of the Buddha, 543 years
// more.
func gregorian(year int) int {
	const more, since = 543, 2443 // 1900
	if year >= since && year < since+200 {
		return year - more
	}
	return year
}

// gregorianDay is a day of numbers alone as the Gregorian calendar counts it. Years that the web has not seen are those of
// the Persian calendar where that is in use; in Arabic they are of another.
func gregorianDay(s stamp, language string) stamp {
	if (language == "fa" || language == "ps") && s.year >= firstPersian && s.year <= lastPersian {
		return fromPersian(s.year, s.month, s.day)
	}
	s.year = gregorian(s.year)
	return s
}

// The years of the Persian calendar in which there are pages, and those that it is known for.
const firstPersian, lastPersian = 1368, 1472

// fromPersian is a day of the Persian calendar; what is none gives the zero stamp. The year begins at the spring
// equinox. Between 1343 and 1472 that makes 8 years of 33 a day longer.
func fromPersian(year, month, day int) stamp {
	leaps := func(before int) int { return (8*before + 21) / 33 }
	long := leaps(year+1) - leaps(year)
	before, days := 31*(month-1), 31 // of the month
	switch {
	case month == 12:
		before, days = 30*(month-1)+6, 29+long
	case month > 6:
		before, days = 30*(month-1)+6, 30
	}
	if year < firstPersian || year > lastPersian || month < 1 || month > 12 || day < 1 || day > days {
		return stamp{}
	}
	const known = 1403 // began on 20 March 2024
	since := 365*(year-known) + leaps(year) - leaps(known) + before + day - 1
	t := time.Date(2024, time.March, 20+since, 0, 0, 0, 0, time.UTC)
	return stamp{year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// persianDate reads ۱۴ آبان ۱۴۰۵ and ۱۴ آبان‌ماه ۱۴۰۵.
func persianDate(x []lexeme, i int) (found, int) {
	const month, year = "ماه", "سال" // what the numbers are of
	j := next(x, i+1)
	if len(x[i].text) > 2 || j >= len(x) {
		return found{}, 0
	}
	m := persianMonths[strings.TrimSuffix(x[j].text, month)]
	if m == 0 {
		return found{}, 0
	}
	k := next(x, j+1)
	for k < len(x) && (x[k].text == month || x[k].text == year) {
		k++
	}
	if k >= len(x) || x[k].number < 0 || len(x[k].text) != 4 {
		return found{}, 0
	}
	return found{stamp: fromPersian(x[k].number, m, x[i].number)}, k + 1 - i
}

// cjkDate reads 2024年5月3日, 令和6年5月3日, 2024年（令和6年）5月3日 and 2024년 5월 3일.
func cjkDate(x []lexeme, i int) (found, int) {
	year, j := cjkYear(x, i)
	if j == 0 || j+3 >= len(x) {
		return found{}, 0
	}
	signs := x[j+1].text + x[j+3].text
	if signs != "月日" && signs != "월일" {
		return found{}, 0
	}
	return found{stamp: stamp{year: year, month: x[j].number, day: x[j+2].number}}, j + 4 - i
}

// cjkYear reads the year before a month, and where that begins; that is 0 where there is none. Beside a year of one
// count that of another may stand in brackets.
func cjkYear(x []lexeme, i int) (year, after int) {
	year, after = x[i].number, i+1
	if year < 0 {
		if i+3 >= len(x) || x[i+2].number < 0 && x[i+2].text != "元" { // the first year of an era
			return 0, 0
		}
		before, ok := eras[x[i].text+x[i+1].text]
		if !ok {
			return 0, 0
		}
		year, after = before+max(x[i+2].number, 1), i+3
	}
	after = afterBracket(x, after)
	if after >= len(x) || x[after].text != "年" && x[after].text != "년" {
		return 0, 0
	}
	return year, afterBracket(x, after+1)
}

// afterBracket is the lexeme after a short bracket that begins at i, or i.
func afterBracket(x []lexeme, i int) int {
	const longest = 6 // lexemes
	if i < len(x) && x[i].text == "(" {
		if n := slices.IndexFunc(x[i:min(len(x), i+longest)], func(y lexeme) bool { return y.text == ")" }); n > 0 {
			return i + n + 1
		}
	}
	return i
}
