package meta

import "time"

// A stamp is a date as it was read: a day, perhaps with a clock, perhaps with an offset.
type stamp struct {
	year, month, day  int
	hour, minute, sec int
	clock, zone       bool
	offset            int // minutes east of UTC, if zone
}

// minYear: no page of the web is older, and a smaller number is rarely a date.
const minYear = 1990

func (s stamp) valid() bool {
	if s.year < minYear || s.year > 2100 || s.month < 1 || s.month > 12 || s.day < 1 || s.day > 31 {
		return false
	}
	return s.midnight().Day() == s.day
}

// midnight is the day as the house writes days: its start in UTC.
func (s stamp) midnight() time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC)
}

// instant reports whether the stamp is a point in time: a clock without an offset is not.
func (s stamp) instant() bool { return s.clock && s.zone }

// time is the instant in its own offset, or the day.
func (s stamp) time() time.Time {
	if !s.instant() {
		return s.midnight()
	}
	zone := time.UTC
	if s.offset != 0 {
		zone = time.FixedZone("", s.offset*60)
	}
	return time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, s.sec, 0, zone)
}

// local is the wall clock as if it were UTC: for comparing stamps of unlike offsets.
func (s stamp) local() time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, s.sec, 0, time.UTC)
}

func (s stamp) date(printed string) Date {
	return Date{Time: s.time(), HasTime: s.instant(), Printed: printed}
}

// at shifts an instant to another offset.
func (s stamp) at(offset int) stamp {
	t := s.time().In(time.FixedZone("", offset*60))
	s.year, s.month, s.day = t.Year(), int(t.Month()), t.Day()
	s.hour, s.minute, s.sec, s.offset = t.Hour(), t.Minute(), t.Second(), offset
	return s
}

// days is how many days b is after a.
func days(a, b stamp) int { return int(b.midnight().Sub(a.midnight()) / (24 * time.Hour)) }

// after reports whether the stamp lies after a point in time wherever on Earth it was
// written: a day begins first at UTC+14. An hour is allowed for clocks that are wrong.
func (s stamp) after(t time.Time) bool {
	if t.IsZero() {
		return false
	}
	if s.instant() {
		return s.time().After(t.Add(time.Hour))
	}
	return s.midnight().After(t.Add(14 * time.Hour))
}
