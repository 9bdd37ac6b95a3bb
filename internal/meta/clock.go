package meta

import (
	"strconv"
	"strings"
)

// zones are the offsets of the names of time zones, in minutes east of UTC.
var zones = func() map[string]int {
	out := map[string]int{}
	for offset, names := range table("zones.txt") {
		minutes, err := strconv.Atoi(offset)
		if err != nil {
			continue
		}
		for _, n := range names {
			out[n] = minutes
		}
	}
	return out
}()

// joints may stand between a day and its clock.
var joints = map[string]bool{",": true, "-": true, "|": true, "at": true, "um": true, "à": true, "a": true, "las": true, "às": true, "alle": true, "ore": true,
	"om": true, "kl": true, "klo": true, ".": true, "o": true, "godz": true, "ob": true, "v": true, "в": true, "о": true, "u": true, "у": true, "em": true,
	"t": true, "/": true, "•": true, "·": true, "(": true, ")": true, "saat": true, "στις": true, "год": true, "г": true, "года": true, "р": true, "uhr": true, ":": true,
	"pukul": true, "lúc": true, "time": true, "في": true, "الساعة": true, "को": true, "बजे": true, "月": true, "火": true, "水": true, "木": true, "金": true, "土": true, "日": true, "—": true, "jam": true, "ora": true, "as": true, "la": true}

// clockAfter reads the clock that follows a date at lexeme i, and its offset. It returns
// how many lexemes they take.
func clockAfter(x []lexeme, i int, d *found) int {
	j := i
	for n := 0; j < len(x) && n < 4 && joints[x[j].text]; n++ {
		j++
	}
	if j < len(x) && isThai(x[j]) { // "เวลา 14:30 น."
		if word, n := thaiWord(x[j:]); word == "เวลา" {
			j += n
		}
	}
	h, m, s, n := clockAt(x, j)
	if n == 0 {
		return 0
	}
	d.hour, d.minute, d.sec, d.clock = h, m, s, true
	j += n
	if offset, n := zoneAt(x, j); n > 0 {
		d.zone, d.offset = true, offset
		j += n
	}
	d.end = x[j-1].end
	return j - i
}

// clockBefore reads the clock right before a date, from lexeme from on: "14:30, 3 May 2024".
func clockBefore(x []lexeme, from, i int, d *found) {
	for back := min(9, i-from); back >= 3; back-- { // the longest: "05 PM" is a clock, too, as "8:05 PM" is
		h, m, s, n := clockAt(x, i-back)
		if n == 0 {
			continue
		}
		j := i - back + n
		offset, zn := zoneAt(x, j)
		for j += zn; j < i && joints[x[j].text]; j++ {
		}
		if j == i {
			d.hour, d.minute, d.sec, d.clock = h, m, s, true
			d.zone, d.offset = zn > 0, offset
			d.start = x[i-back].start
			return
		}
	}
}

// halves are the words for the halves of the day in other scripts: 12 for the second, 1 for the first.
var halves = map[string]int{"م": 12, "مساء": 12, "مساءً": 12, "ص": 1, "صباحا": 1, "صباحًا": 1, "μμ": 12, "πμ": 1, "अपराह्न": 12, "पूर्वाह्न": 1}

// clockAt reads 14:30, 14:30:05, 2.30 pm, 14h30, 14.30 Uhr, 14 Uhr, 14時30分, 오후 2:30.
func clockAt(x []lexeme, i int) (h, m, s, n int) {
	at := func(j int) string {
		if j < len(x) {
			return x[j].text
		}
		return ""
	}
	start := i
	half := 0
	switch {
	case at(i) == "오" && at(i+1) == "후", at(i) == "下" && at(i+1) == "午", at(i) == "午" && at(i+1) == "後":
		half, i = 12, i+2
	case at(i) == "오" && at(i+1) == "전", at(i) == "上" && at(i+1) == "午", at(i) == "午" && at(i+1) == "前":
		i += 2
	}
	if i >= len(x) || x[i].number < 0 || x[i].number > 24 || len(x[i].text) > 2 {
		return 0, 0, 0, 0
	}
	h = x[i].number
	minute := i+2 < len(x) && x[i+2].number >= 0 && x[i+2].number < 60 && len(x[i+2].text) == 2 && !x[i+2].space
	sep := at(i + 1)
	switch {
	case minute && (sep == ":" || sep == "h" || sep == "時" || sep == "시" || sep == "时" || sep == "點" || sep == "点"):
		m, i = x[i+2].number, i+3
		if i+1 < len(x) && sep == ":" && x[i].text == ":" && x[i+1].number >= 0 && x[i+1].number < 60 && len(x[i+1].text) == 2 {
			s, i = x[i+1].number, i+2
		}
		if t := at(i); t == "分" || t == "분" {
			i++
		}
	case minute && sep == ".":
		m, i = x[i+2].number, i+3
		if t := at(i); t == "." { // 14.30.2024 is no clock
			if i+1 < len(x) && x[i+1].number >= 0 && !x[i+1].space {
				return 0, 0, 0, 0
			}
		}
	case sep == "uhr" || sep == "時" || sep == "h" && (i+2 >= len(x) || x[i+2].number < 0):
		i += 2
	case sep == "am" || sep == "pm" || sep == "a" && at(i+2) == "." && at(i+3) == "m" || sep == "p" && at(i+2) == "." && at(i+3) == "m":
		i++
	default:
		return 0, 0, 0, 0
	}
	switch t := at(i); {
	case halves[t] == 12:
		half = 12
		i++
	case halves[t] == 1:
		if h == 12 {
			h = 0
		}
		i++
	case t == "pm" || t == "p" && at(i+1) == "." && at(i+2) == "m":
		half = 12
		i++
		if t == "p" {
			i += 2
			if at(i) == "." {
				i++
			}
		}
	case t == "am" || t == "a" && at(i+1) == "." && at(i+2) == "m":
		if h == 12 {
			h = 0
		}
		i++
		if t == "a" {
			i += 2
			if at(i) == "." {
				i++
			}
		}
	}
	if half == 12 && h < 12 {
		h += 12
	}
	if t := at(i); t == "uhr" || t == "h" {
		i++
	}
	if h > 23 {
		return 0, 0, 0, 0
	}
	return h, m, s, i - start
}

// zoneAt reads an offset: CET, (MESZ), GMT+1, UTC +05:30, +0200.
func zoneAt(x []lexeme, i int) (offset, n int) {
	start := i
	if i < len(x) && x[i].text == "(" {
		i++
	}
	named := false
	if i < len(x) && x[i].number < 0 {
		if offset, named = zones[x[i].text]; named {
			i++
		}
	}
	if i+1 < len(x) && (x[i].text == "+" || x[i].text == "-") && x[i+1].number >= 0 && !x[i+1].space && (!named || offset == 0) {
		num := x[i+1]
		minutes, used := 0, 2
		switch {
		case len(num.text) == 4:
			minutes = num.number/100*60 + num.number%100
		case len(num.text) <= 2:
			minutes = num.number * 60
			if i+3 < len(x) && x[i+2].text == ":" && len(x[i+3].text) == 2 && x[i+3].number >= 0 {
				minutes += x[i+3].number
				used = 4
			}
		default:
			minutes = 24 * 60
		}
		if minutes <= 14*60 && (named || len(num.text) == 4 || used == 4) {
			if x[i].text == "-" {
				minutes = -minutes
			}
			offset, named, i = minutes, true, i+used
		}
	}
	if !named {
		return 0, 0
	}
	if i < len(x) && x[i].text == ")" && x[start].text == "(" {
		i++
	}
	return offset, i - start
}

// parseMachine reads a date as metadata write it: RFC 3339 and what resembles it, HTTP dates,
// Unix seconds, 20240503. Where all fails it is read as a printed date.
func parseMachine(s string, loc locale) (d found, ok bool) {
	s = strings.TrimSpace(s)
	if d.stamp, ok = parseISO(s); ok {
		return d, true
	}
	if n := len(s); (n == 10 || n == 13) && strings.Trim(s, "0123456789") == "" {
		secs, err := strconv.ParseInt(s[:10], 10, 64)
		if d.stamp = unixStamp(secs); err == nil && d.valid() {
			return d, true
		}
	}
	for _, f := range findDates(s, loc) {
		return f, true
	}
	return found{}, false
}
