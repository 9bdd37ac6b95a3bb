package meta

import (
	"strings"
	"time"
)

// parseISO reads 2024-05-03T14:30:05.123+02:00 and its kin: a space for the T, slashes for
// the dashes, no colon in the offset, a space before it, a zone's name, no clock at all,
// no dashes at all. What stands after a complete date is ignored.
func parseISO(s string) (stamp, bool) {
	var d stamp
	digits := func(n int) (int, bool) {
		if len(s) < n {
			return 0, false
		}
		v := 0
		for _, c := range []byte(s[:n]) {
			if c < '0' || c > '9' {
				return 0, false
			}
			v = v*10 + int(c-'0')
		}
		s = s[n:]
		return v, true
	}
	one := func() (int, bool) { // one or two digits
		if len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
			return digits(2)
		}
		return digits(1)
	}
	sign := func(set string) bool {
		if s != "" && strings.IndexByte(set, s[0]) >= 0 {
			s = s[1:]
			return true
		}
		return false
	}
	var ok bool
	if d.year, ok = digits(4); !ok {
		return d, false
	}
	d.year = gregorian(d.year)
	if sign("-/") {
		if d.month, ok = one(); !ok || !sign("-/") {
			return d, false
		}
		if d.day, ok = one(); !ok {
			return d, false
		}
	} else {
		if d.month, ok = digits(2); !ok {
			return d, false
		}
		if d.day, ok = digits(2); !ok {
			return d, false
		}
		if s != "" && s[0] >= '0' && s[0] <= '9' && len(s) < 4 {
			return d, false // a number of another kind
		}
	}
	if !d.valid() {
		return d, false
	}
	s = strings.TrimLeft(s, " ")
	sign("Tt,")
	s = strings.TrimLeft(s, " ")
	h, ok := one()
	if !ok || h > 24 {
		return d, true
	}
	colon := sign(":.")
	m, ok := digits(2)
	if !ok || m > 59 {
		return d, true
	}
	d.hour, d.minute, d.clock = h%24, m, true
	if colon && sign(":.") || !colon && len(s) > 1 && s[0] >= '0' && s[0] <= '9' {
		if sec, ok := digits(2); ok && sec < 60 {
			d.sec = sec
		}
	}
	if sign(".,") { // parts of a second
		s = strings.TrimLeft(s, "0123456789")
	}
	readOffset(&d, strings.TrimSpace(s))
	return d, true
}

// readOffset reads what follows the clock of a metadata date.
func readOffset(d *stamp, s string) {
	if s == "" {
		return
	}
	x := lex(make([]lexeme, 0, fewLexemes), s, 24)
	i := 0
	for i < len(x) && (x[i].text == "am" || x[i].text == "pm") {
		if x[i].text == "pm" && d.hour < 12 {
			d.hour += 12
		} else if x[i].text == "am" && d.hour == 12 {
			d.hour = 0
		}
		i++
	}
	if offset, n := zoneAt(x, i); n > 0 {
		d.zone, d.offset = true, offset
		return
	}
	// +02, +2:00 without GMT before it
	if i+1 < len(x) && (x[i].text == "+" || x[i].text == "-") && x[i+1].number >= 0 && x[i+1].number <= 14 {
		d.zone, d.offset = true, x[i+1].number*60
		if x[i].text == "-" {
			d.offset = -d.offset
		}
	}
}

func unixStamp(secs int64) stamp {
	t := time.Unix(secs, 0).UTC()
	return stamp{year: t.Year(), month: int(t.Month()), day: t.Day(), hour: t.Hour(), minute: t.Minute(), sec: t.Second(), clock: true, zone: true}
}

// urlDate reads the day in an address: /2024/05/03/, /2024-05-03-, -20240503, /2024/may/03/.
func urlDate(address string) (stamp, bool) {
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		address = address[:i]
	}
	if i := strings.Index(address, "://"); i >= 0 {
		address = address[i+3:]
	}
	const limit, fewest = 400, 5 // bytes; digits, of "/2024/may/3/"
	from := strings.IndexFunc(address, isDigit)
	if from < 0 || from >= limit || !hasDigits(address, fewest) {
		return stamp{}, false
	}
	x := lex(make([]lexeme, 0, fewLexemes), address[from:], limit-from)
	for i := range x {
		y := x[i]
		if y.number < 0 {
			continue
		}
		if len(y.text) == 8 {
			if d := (stamp{year: y.number / 10000, month: y.number / 100 % 100, day: y.number % 100}); d.valid() {
				return d, true
			}
		}
		if len(y.text) != 4 || i+4 >= len(x) || x[i+1].text != x[i+3].text || !strings.Contains("/-_", x[i+1].text) || x[i+4].number < 0 || len(x[i+4].text) > 2 {
			continue
		}
		d := stamp{year: y.number, month: x[i+2].number, day: x[i+4].number}
		if d.month < 0 {
			d.month = month(x[i+2].text, "en")
		}
		if d.valid() {
			return d, true
		}
	}
	return stamp{}, false
}
