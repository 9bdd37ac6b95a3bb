package meta

import (
	"slices"
	"strings"
	"time"
)

// A dateWord is a phrase that tells what a printed date means.
type dateWord struct {
	meaning string
	tokens  []string // folded
}

// wordsBefore are the phrases before a date by their last words, wordsAfter those after it by their first.
var wordsBefore, wordsAfter = func() (before, after map[string][]dateWord) {
	before, after = map[string][]dateWord{}, map[string][]dateWord{}
	for meaning, phrases := range table("datewords.txt") {
		for _, p := range phrases {
			toks := tokens(strings.TrimPrefix(p, "<"))
			switch {
			case len(toks) == 0:
			case strings.HasPrefix(p, "<"):
				after[toks[0]] = append(after[toks[0]], dateWord{meaning, toks})
			default:
				last := toks[len(toks)-1]
				before[last] = append(before[last], dateWord{meaning, toks})
			}
		}
	}
	return before, after
}()

// dateMeaning is "published", "modified", "other" or empty, from the words around a date. The
// nearest phrase before it counts, of two that end there the longer one; where there is none,
// one after it.
func dateMeaning(before, after string) string {
	const reach = 60 // bytes
	if len(before) > reach {
		before = before[len(before)-reach:]
	}
	const many = reach / 2 // words of so many bytes
	toks := appendTokens(make([]string, 0, many), before)
	for i := len(toks) - 1; i >= 0; i-- {
		meaning, length := "", 0
		for _, w := range wordsBefore[toks[i]] {
			if n := len(w.tokens); n > length && n <= i+1 && slices.Equal(toks[i+1-n:i+1], w.tokens) {
				meaning, length = w.meaning, n
			}
		}
		if meaning != "" {
			return meaning
		}
	}
	toks = appendTokens(toks[:0], after[:min(len(after), reach/2)])
	if len(toks) == 0 {
		return ""
	}
	for _, w := range wordsAfter[toks[0]] {
		if n := len(w.tokens); n <= len(toks) && slices.Equal(toks[:n], w.tokens) {
			return w.meaning
		}
	}
	return ""
}

// reconcile chooses the publication date among candidates in the order of their trust. The
// first leads. Where a date printed beside the story, or in its address, is within a day of
// what the metadata tell, the printed day is right: metadata are often in another time zone.
func reconcile(published, modified []dateCandidate) (dateCandidate, bool) {
	if len(published) == 0 {
		return dateCandidate{}, false
	}
	lead := swap(published[0], published)
	for i := range published {
		c := &published[i]
		if c.dmy { // the other reading of 5/3/2024 where only that one agrees
			swapped := c.stamp
			swapped.day, swapped.month = c.month, c.day
			if c.source != lead.source && days(lead.stamp, c.stamp) != 0 && swapped.valid() && days(lead.stamp, swapped) == 0 {
				c.stamp = swapped
			}
		}
	}
	if lead.place != told {
		return precise(lead, published), true
	}
	lead = precise(lead, published)
	if c := earlier(lead, published, modified); c != nil {
		return *c, true
	}
	if c := shownInstead(lead, published, modified); c != nil {
		lead = precise(*c, published)
	}
	var near *dateCandidate
	confirmed := false
	for i := range published {
		c := &published[i]
		if c.place != shown {
			continue
		}
		d := days(lead.stamp, c.stamp)
		if d == 0 {
			if l := localise(lead, *c); l.stamp != lead.stamp {
				return l, true
			}
			confirmed = true
		}
		if near == nil && (d == 1 || d == -1) && (sameInstant(lead.stamp, c.stamp) || c.source == "printed" && stampedTwice(lead, modified)) && !updated(c.stamp, modified) {
			near = c
		}
	}
	if confirmed || near == nil || repeated(lead.stamp, modified) {
		return lead, true
	}
	if l := localise(lead, *near); l.stamp != lead.stamp {
		return l, true
	}
	return precise(*near, published), true
}

// shownInstead is what other metadata tell where the page prints their day and not the leading
// one's, or one next to it; nil for none.
func shownInstead(lead dateCandidate, published, modified []dateCandidate) *dateCandidate {
	var printed *dateCandidate
	for i := range published {
		c := &published[i]
		if gap := days(lead.stamp, c.stamp); c.place == shown && gap >= -1 && gap <= 1 {
			return nil
		}
		if c.place == shown && printed == nil && c.source != "url" {
			printed = c
		}
	}
	if printed == nil {
		return nil
	}
	for i := range published {
		c := &published[i]
		if c.place == told && days(c.stamp, printed.stamp) == 0 && (len(modified) == 0 || days(c.stamp, modified[0].stamp) >= 0) {
			return c
		}
	}
	return nil
}

// stampedTwice reports whether the metadata tell the same hour of the publication and of the last
// update: that of the software's last change.
func stampedTwice(lead dateCandidate, modified []dateCandidate) bool {
	return len(modified) > 0 && modified[0].place == told && lead.instant() && modified[0].instant() &&
		modified[0].time().Sub(lead.time()).Abs() < time.Hour
}

// sameInstant reports whether a printed day, or instant, can be that of an instant in some time
// zone.
func sameInstant(told, printed stamp) bool {
	if !told.instant() {
		return true
	}
	if printed.instant() {
		return printed.time().Sub(told.time()).Abs() < time.Hour
	}
	const west, east = -12 * 60, 14 * 60
	return days(told.at(west), printed) >= 0 && days(told.at(east), printed) <= 0
}

// swap exchanges day and month of a printed 5/3/2024 that leads, where another candidate that
// can be read in one way only agrees with that, and none with the date as it was read.
func swap(lead dateCandidate, others []dateCandidate) dateCandidate {
	swapped := lead
	swapped.day, swapped.month = lead.month, lead.day
	if !lead.dmy || !swapped.valid() {
		return lead
	}
	agrees := false
	for _, c := range others {
		switch {
		case c.dmy:
		case days(c.stamp, lead.stamp) == 0:
			return lead
		case days(c.stamp, swapped.stamp) == 0:
			agrees = true
		}
	}
	if agrees {
		return swapped
	}
	return lead
}

// earlier is the printed day where the leading metadata repeat the day of the last update as
// that of publication, or tell a later one, as software does that does not know it, and the
// page prints no such day.
func earlier(lead dateCandidate, published, modified []dateCandidate) *dateCandidate {
	if len(modified) == 0 || lead.source != modified[0].source || days(lead.stamp, modified[0].stamp) > 0 {
		return nil
	}
	var printed *dateCandidate
	for i := range published {
		c := &published[i]
		switch gap := days(c.stamp, lead.stamp); {
		case c.place != told && gap >= -1 && gap <= 1:
			return nil
		case c.place != shown || c.source == "url":
		case printed == nil && gap > 1:
			printed = c
		case printed == nil || days(printed.stamp, c.stamp) != 0:
			return nil // two days: of which story?
		}
	}
	if printed != nil && printed.source != "printed" {
		return nil
	}
	return printed
}

// repeated reports whether the page prints a day too, if under another name.
func repeated(s stamp, modified []dateCandidate) bool {
	for _, c := range modified {
		if c.place == shown && days(c.stamp, s) == 0 {
			return true
		}
	}
	return false
}

// updated reports whether an unlabelled printed day is that of the last update.
func updated(s stamp, modified []dateCandidate) bool {
	return len(modified) > 0 && modified[0].place == told && days(modified[0].stamp, s) == 0
}

// precise takes the instant of a lower candidate that names the same day, where the leading
// one is a day only.
func precise(lead dateCandidate, all []dateCandidate) dateCandidate {
	if lead.instant() {
		return lead
	}
	for _, c := range all {
		if c.instant() && days(lead.stamp, c.stamp) == 0 && (!lead.clock || lead.minute == c.minute) {
			return c
		}
	}
	return lead
}

// localise gives an instant the offset that the printed wall clock implies: 12:30Z and a
// printed 14:30 make 14:30+02:00. Offsets are whole quarters of an hour.
func localise(lead, printed dateCandidate) dateCandidate {
	if !lead.instant() || lead.offset != 0 || !printed.clock || printed.zone && printed.offset == 0 {
		return lead
	}
	if printed.zone {
		if gap := printed.time().Sub(lead.time()).Abs(); gap < time.Minute {
			lead.stamp = lead.at(printed.offset)
		}
		return lead
	}
	minutes := int(printed.local().Sub(lead.time().Truncate(time.Minute)) / time.Minute)
	if minutes%15 == 0 && minutes > -12*60 && minutes <= 14*60 { // nobody lives at UTC-12
		lead.stamp = lead.at(minutes)
	}
	return lead
}

// beginsLabelled reports whether a text begins with a word for publication or update and a
// date: it is a date line then, whatever its length.
func beginsLabelled(text string) bool {
	const label = 30 // bytes
	i := strings.IndexFunc(text, isDigit)
	return i > 0 && i <= label && dateMeaning(text[:i], "") != ""
}
