// Package calendar names the months and the days of the week in the languages of the world.
package calendar

import (
	_ "embed"
	"iter"
	"strconv"
	"strings"
)

//go:embed months.txt
var months string

//go:embed weekdays.txt
var weekdays string

//go:embed persian.txt
var persian string

//go:embed eras.txt
var eras string

// A Name is a name of a month or a day of the week in lower case, or what it is shortened to, without
// the full stop.
type Name struct {
	Language string // ISO 639-1
	Number   int    // January and Monday are 1
	Name     string
}

// Months are the names of the months, language by language.
func Months() iter.Seq[Name] { return names(months) }

// Weekdays are the names of the days of the week, language by language.
func Weekdays() iter.Seq[Name] { return names(weekdays) }

// PersianMonths are the names of the months of the Persian calendar, of which the first begins in March.
func PersianMonths() iter.Seq[Name] { return names(persian) }

// Eras are the eras in which years are counted, each with the year before its first.
func Eras() map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(eras) {
		era, year, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if n, err := strconv.Atoi(year); err == nil {
			out[era] = n
		}
	}
	return out
}

func names(file string) iter.Seq[Name] {
	return func(yield func(Name) bool) {
		for line := range strings.Lines(file) {
			language, rest, ok := strings.Cut(line, ": ")
			if !ok || line[0] == '#' {
				continue
			}
			n := 0
			for forms := range strings.SplitSeq(rest, "|") {
				n++
				for form := range strings.SplitSeq(strings.TrimSpace(forms), "/") {
					if !yield(Name{language, n, form}) {
						return
					}
				}
			}
		}
	}
}
