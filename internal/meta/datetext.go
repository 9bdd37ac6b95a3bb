package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/calendar"
)

// A found is a date in a text, with its byte range there.
type found struct {
	stamp
	start, end int
	dmy        bool // numbers alone: day and month could be exchanged
}

// A monthName is what a word means in one language.
type monthName struct {
	language string
	month    int
}

// monthNames are the meanings of each word that names a month somewhere; most have one.
var monthNames = func() map[string][]monthName {
	out := map[string][]monthName{}
	for month := range calendar.Months() {
		form := fold(month.Name)
		out[form] = append(out[form], monthName{month.Language, month.Number})
	}
	return out
}()

// A locale decides what the page's language leaves open.
type locale struct {
	language   string // without region
	monthFirst bool   // 5/3/2024 is the third of May
}

// month is the month that a folded word names in a language or, where it names none there, in
// the languages that agree.
func month(word, language string) int {
	names := monthNames[strings.TrimSuffix(word, ".")]
	m := 0
	for _, n := range names {
		if n.language == language {
			return n.month
		}
		if m != 0 && m != n.month {
			m = -1
		} else if m == 0 {
			m = n.month
		}
	}
	return max(m, 0)
}

// findDates are the dates that a text prints, in order. A date needs its year.
func findDates(text string, loc locale) []found {
	const limit = 600 // bytes of a line that are read; dates stand at its start
	if !hasDigits(text, fewestDigits) {
		return nil
	}
	x := lex(make([]lexeme, 0, fewLexemes), text, limit)
	var out []found
	done := 0 // the lexemes of the last date end here
	for i := 0; i < len(x); {
		d, n := dateAt(x, i, loc)
		d.stamp = gregorianDay(d.stamp, loc.language)
		if n == 0 || !d.valid() {
			i++
			continue
		}
		d.start, d.end = x[i].start, x[i+n-1].end
		n += clockAfter(x, i+n, &d)
		if !d.clock {
			clockBefore(x, done, i, &d)
		}
		out = append(out, d)
		i += n
		done = i
	}
	return out
}

// datesIn is findDates for lines of the page: several sources ask of the same ones.
func (r *resolver) datesIn(line string) []found {
	if !hasDigits(line, fewestDigits) {
		return nil
	}
	dates, ok := r.dated[line]
	if !ok {
		if r.dated == nil {
			r.dated = map[string][]found{}
		}
		dates = findDates(line, r.loc)
		r.dated[line] = dates
	}
	return dates
}

// fewestDigits are those of "3 May 24".
const fewestDigits = 3

// hasDigits reports whether a text has so many digits.
func hasDigits(text string, least int) bool {
	for _, r := range text {
		if isDigit(r) {
			if least--; least == 0 {
				return true
			}
		}
	}
	return false
}

// dateAt reads a date that starts at lexeme i and returns how many lexemes it takes.
func dateAt(x []lexeme, i int, loc locale) (found, int) {
	if i > 0 && x[i].number >= 0 && !x[i].space && (x[i-1].number >= 0 || strings.Contains(".,:/-", x[i-1].text)) &&
		i > 1 && x[i-2].number >= 0 && !x[i-1].space {
		return found{}, 0 // inside a longer number
	}
	if d, n := cjkDate(x, i); n > 0 {
		return d, n
	}
	if x[i].number >= 0 {
		if d, n := persianDate(x, i); n > 0 {
			return d, n
		}
		if d, n := numericDate(x, i, loc.monthFirst); n > 0 {
			return d, n
		}
		return wordDate(x, i, loc.language)
	}
	return monthFirst(x, i, loc.language)
}

// numericDate reads three numbers with one sign between them: 2024-05-03, 3.5.2024, 5/3/24,
// "2024. 5. 3.". monthFirst decides where
// either of two could be the month.
func numericDate(x []lexeme, i int, monthFirst bool) (found, int) {
	if i+4 >= len(x) || x[i+2].number < 0 || x[i+4].number < 0 || x[i+1].text != x[i+3].text {
		return found{}, 0
	}
	sep := x[i+1].text
	if len(sep) != 1 || !strings.Contains("-./", sep) || x[i+1].space || x[i+3].space {
		return found{}, 0
	}
	a, b, c := x[i], x[i+2], x[i+4]
	if sep == "-" && (a.space && b.space && i > 0 && x[i-1].number >= 0) {
		return found{}, 0
	}
	switch {
	case len(a.text) == 4 && len(b.text) <= 2 && len(c.text) <= 2:
		return found{stamp: stamp{year: a.number, month: b.number, day: c.number}}, 5
	case len(a.text) > 2 || len(b.text) > 2:
		return found{}, 0
	}
	d := found{stamp: stamp{day: a.number, month: b.number, year: c.number}}
	switch {
	case len(c.text) == 4:
	case len(c.text) == 2 && sep != "-" && !c.space && !b.space:
		d.year = century(d.year, "")
		if i+6 < len(x) && x[i+5].text == sep && x[i+6].number >= 0 && !x[i+6].space {
			return found{}, 0 // a version or an address: 1.2.24.7
		}
	default:
		return found{}, 0
	}
	if d.month > 12 && d.day <= 12 || monthFirst && sep != "." && d.day <= 12 {
		d.day, d.month = d.month, d.day
	}
	d.dmy = d.day <= 12
	return d, 5
}

// fillers may stand between the parts of a printed date: "3rd of May, 2024", "3 de mayo del 2024".
var fillers = map[string]bool{".": true, ",": true, "-": true, "/": true, "de": true, "del": true, "of": true, "st": true, "nd": true, "rd": true,
	"th": true, "er": true, "º": true, "°": true, "ª": true, "o": true, "den": true, "tháng": true, "năm": true, "der": true, "'": true, "г": true, "d": true, "की": true, "،": true, "i": true}

// next skips fillers from i on, at most four.
func next(x []lexeme, i int) int {
	for n := 0; i < len(x) && n < 4 && fillers[x[i].text]; n++ {
		i++
	}
	return i
}

// thaiWord reads a word in Thai, whose letters are lexemes each: "พฤษภาคม", "พ.ค.".
func thaiWord(x []lexeme) (word string, n int) {
	const longest = 16 // lexemes
	word = x[0].text
	for n = 1; n < min(len(x), longest) && x[n].number < 0 && !x[n].space; n++ {
		word += x[n].text
	}
	return word, n
}

func isThai(x lexeme) bool {
	r, _ := utf8.DecodeRuneInString(x.text)
	return unicode.Is(unicode.Thai, r)
}

// monthAt reads a month's name of one or two words.
func monthAt(x []lexeme, i int, language string) (m, n int) {
	if i >= len(x) || x[i].number >= 0 {
		return 0, 0
	}
	if i+1 < len(x) && x[i+1].space && x[i+1].number < 0 && len(x[i].text) > 4 {
		if m := month(x[i].text+" "+x[i+1].text, language); m > 0 {
			return m, 2
		}
	}
	if isThai(x[i]) {
		if i > 0 && !x[i].space && isThai(x[i-1]) { // inside a word: most letters
			return 0, 1
		}
		name, n := thaiWord(x[i:])
		return month(name, "th"), n
	}
	return month(x[i].text, language), 1
}

// wordDate reads day, month's name and year, or year, name and day. A Vietnamese month is a
// number after "tháng".
func wordDate(x []lexeme, i int, language string) (found, int) {
	if len(x[i].text) == 4 {
		j := next(x, i+1)
		m, n := monthAt(x, j, language)
		if m == 0 {
			return found{}, 0
		}
		if k := next(x, j+n); k < len(x) && x[k].number > 0 && len(x[k].text) <= 2 {
			return found{stamp: stamp{year: x[i].number, month: m, day: x[k].number}}, k + 1 - i
		}
		return found{}, 0
	}
	if len(x[i].text) > 2 {
		return found{}, 0
	}
	j := next(x, i+1)
	m, n := monthAt(x, j, language)
	if m == 0 && j < len(x) && x[j].number > 0 && x[j-1].text == "tháng" {
		m, n = x[j].number, 1
	}
	if m == 0 {
		return found{}, 0
	}
	k := next(x, j+n)
	if again, n := monthAt(x, k, language); again == m && n > 0 { // Arabic has two sets: "3 أيار / مايو 2020"
		k = next(x, k+n)
	}
	if k < len(x) && isThai(x[k]) {
		if word, n := thaiWord(x[k:]); word == "พ.ศ." || word == "ค.ศ." { // the era: "3 พฤษภาคม พ.ศ. 2567"
			k += n
		}
	}
	if k >= len(x) || x[k].number < 0 {
		return found{}, 0
	}
	d := found{stamp: stamp{year: x[k].number, month: m, day: x[i].number}}
	switch {
	case len(x[k].text) == 4:
	case len(x[k].text) == 2 && (k+1 >= len(x) || x[k+1].text != ":" && x[k+1].text != "."):
		d.year = century(d.year, language) // 03 May 24
	default:
		return found{}, 0
	}
	return d, k + 1 - i
}

// century is the year that its last two digits stand for. In Thai they are those of the Buddhist year, of 543 more, where that
// is no year before minYear.
func century(digits int, language string) int {
	switch thai := 2500 - 543 + digits; {
	case language == "th" && thai >= minYear:
		return thai
	case digits >= minYear%100:
		return 1900 + digits
	}
	return 2000 + digits
}

// monthFirst reads "May 3, 2024".
func monthFirst(x []lexeme, i int, language string) (found, int) {
	m, n := monthAt(x, i, language)
	if m == 0 {
		return found{}, 0
	}
	j := i + n
	if j < len(x) && x[j].text == "." {
		j++
	}
	if j >= len(x) || x[j].number < 1 || len(x[j].text) > 2 {
		return found{}, 0
	}
	k := next(x, j+1)
	if k >= len(x) || len(x[k].text) != 4 || x[k].number < 0 {
		return found{}, 0
	}
	return found{stamp: stamp{year: x[k].number, month: m, day: x[j].number}}, k + 1 - i
}
