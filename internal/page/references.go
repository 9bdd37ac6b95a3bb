package page

import "strings"

// referenceShare is the share of the lines below "References" that must be numbered links.
const referenceShare = 0.8

// cutReferences parts the list of links from the end of what a text browser printed: a line
// "References", perhaps "Visible links", and numbered addresses. refs is empty where there
// is no such list.
func cutReferences(text string) (body, refs string) {
	at, found := -1, strings.HasPrefix(text, "References")
	for from := 0; ; { // forwards: LastIndex is slow
		i := strings.Index(text[from:], "\nReferences")
		if i < 0 {
			break
		}
		at, found = from+i, true
		from = at + 1
	}
	if !found {
		return text, ""
	}
	body, refs = text[:at+1], text[at+1:]
	links, others := 0, 0
	for l := range lines(refs) {
		line := trimLine(l.text)
		switch {
		case line == "":
		case isReference(line):
			links++
		case l.number == 1 && strings.TrimRight(line, ":") != "References":
			return text, ""
		case l.number > 1 && !strings.HasPrefix(line, "Visible links") && !strings.HasPrefix(line, "Hidden links"):
			others++
		}
	}
	if links == 0 || float64(links) < referenceShare*float64(links+others) {
		return text, ""
	}
	return body, refs
}

// isReference reports whether a line is a numbered address: "12. https://…", "[12] https://…".
func isReference(line string) bool {
	rest := strings.TrimPrefix(line, "[")
	digits := leadingDigits(rest)
	if digits == 0 || digits == len(rest) || rest[digits] != '.' && rest[digits] != ']' {
		return false
	}
	address, _, spaced := strings.Cut(strings.TrimLeft(rest[digits+1:], " "), " ")
	if !spaced {
		return strings.Trim(address, "0123456789.,") != "" // pages' own addresses are often relative: "ferry.html"
	}
	colon := strings.IndexByte(address, ':')
	return 0 < colon && colon < len(address)-1 // "mailto:ann@paper.example?subject=A letter"
}

// leadingDigits is the number of digits at the beginning of s.
func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// linkNumbers strips the numbers that a text browser puts before links. They count up from
// 1; a number that does not is text.
type linkNumbers struct{ last int }

// missing is how many numbers may be skipped between two links, of those that were hidden.
const missing = 40

// next returns the place of the next link number in s, "[12]"; start is -1 if there is none.
func (n *linkNumbers) next(s string) (start, end int) {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '[')
		if i < 0 {
			return -1, -1
		}
		i += from
		digits := leadingDigits(s[i+1:])
		end := i + 1 + digits
		if digits > 0 && digits < 7 && end < len(s) && s[end] == ']' {
			number := 0
			for _, c := range s[i+1 : end] {
				number = 10*number + int(c-'0')
			}
			if number > n.last && number <= n.last+missing {
				n.last = number
				return i, end + 1
			}
		}
		from = i + 1
	}
}
