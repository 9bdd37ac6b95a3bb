package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/runes"
)

// fillForm fills the features of how a line is written: with what it ends and begins, and its
// capitals, figures, quotes and brackets. In text, where no element says so, they tell teasers,
// captions and headings apart.
func fillForm(row []int16, s string) {
	row[fEnding], row[fOpening] = endingOf(s), openingOf(s)
	var words, capitals, numbers, years, clocks, quotes, bracketed, open int32
	inWord, afterHour, number := false, false, "" // what stands before: a part of a word, a number and a colon, digits
	for i, r := range s {
		if inWord && 'a' <= r && r <= 'z' && number == "" && open == 0 { // most
			continue
		}
		letter := (r < 0x2000 || 0x206F < r) && runes.IsLetter(r) // quotes and dashes stand there
		if letter && !inWord {
			words++
			if runes.IsUpper(r) {
				capitals++
			}
		}
		inWord = letter || r == '\'' || r == '’' || r == '-' || unicode.IsDigit(r)
		switch {
		case '0' <= r && r <= '9':
			if number == "" {
				numbers++
				if afterHour {
					clocks++
				}
			}
			number = s[i-len(number) : i+1]
		case number != "":
			if isYear(number) {
				years++
			}
			afterHour = r == ':'
			number = ""
		default:
			afterHour = false
		}
		switch r {
		case '(', '[', '（', '【':
			open++
		case ')', ']', '）', '】':
			open = max(0, open-1)
		case '"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '‘':
			quotes++
		}
		if open > 0 {
			bracketed += int32(utf8.RuneLen(r))
		}
	}
	if isYear(number) {
		years++
	}
	row[fCapitals] = share(capitals, words)
	row[fNumbers], row[fYears], row[fClocks], row[fQuotes] = clamp(int(numbers)), clamp(int(years)), clamp(int(clocks)), clamp(int(quotes))
	row[fBracketed] = share(bracketed, int32(len(s)))
}

func isYear(number string) bool {
	return len(number) == 4 && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20"))
}

// How a line may end, in about the order in which that speaks for a paragraph.
const (
	endsCut  = iota // "…"
	endsSign        // anything that is not below
	endsLetter
	endsDigit
	endsBracket
	endsColon
	endsQuestion // or with a "!"
	endsQuote
	endsStop
	numEndings = iota
)

func endingOf(s string) int16 {
	s = strings.TrimRight(s, " \u00a0\n")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '…':
		return endsCut
	case '.', '。', '۔', '।':
		if strings.HasSuffix(s, "...") {
			return endsCut
		}
		return endsStop
	case '!', '?', '！', '？', '؟':
		return endsQuestion
	case '"', '”', '’', '»', '“', '«', '」', '』', '›', '\'':
		return endsQuote
	case ')', ']', '）', '】':
		return endsBracket
	case ':', '：':
		return endsColon
	}
	switch {
	case unicode.IsDigit(r):
		return endsDigit
	case runes.IsLetter(r) || unicode.IsMark(r):
		return endsLetter
	}
	return endsSign
}

// How a line may begin.
const (
	beginsPlain = iota // with a letter or a digit
	beginsQuote
	beginsDash
	beginsBracket
	beginsSign // anything else
)

func openingOf(s string) int16 {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case runes.IsLetter(r) || unicode.IsDigit(r):
		return beginsPlain
	case strings.ContainsRune("\"'“”„‘’«»「『‹", r):
		return beginsQuote
	case strings.ContainsRune("–—-", r):
		return beginsDash
	case strings.ContainsRune("([（【", r):
		return beginsBracket
	}
	return beginsSign
}
