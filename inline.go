package newsparse

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneLine puts a text with line breaks and tabs on a single line.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ")

// printable returns s with a space for each byte of a control character, but newline and tab,
// and for each byte that is not UTF-8. Its length stays, so that marks stay in place.
func printable(s string) string {
	start := strings.IndexFunc(s, unprintable)
	if start < 0 && utf8.ValidString(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unprintable(r) || r == utf8.RuneError && n == 1 {
			for range n {
				out = append(out, ' ')
			}
		} else {
			out = append(out, s[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// isBlank reports whether a printer would show nothing of s.
func isBlank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsControl(r) && r != utf8.RuneError })
}

func unprintable(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }

// nestMarks returns the marks of text as a printer can open and close them: ordered, inside
// the text, each with a text of its own, none crossing another or inside one of its kind,
// and every link with an address that is safe to follow.
func nestMarks(text string, marks []Mark) []Mark {
	if len(marks) == 0 {
		return nil
	}
	sorted := make([]Mark, 0, len(marks))
	for _, m := range marks {
		if m, ok := fitMark(text, m); ok {
			sorted = append(sorted, m)
		}
	}
	slices.SortStableFunc(sorted, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})

	var open []Mark // the marks around the current one, at most one of each kind
	type place struct{ at, depth int }
	last := make(map[MarkKind]place) // the last mark of each kind: where in nested, and how many are around it
	nested := sorted[:0]
	for _, m := range sorted {
		for len(open) > 0 && open[len(open)-1].End <= m.Start {
			open = open[:len(open)-1]
		}
		if slices.ContainsFunc(open, func(o Mark) bool { return o.Kind == m.Kind }) {
			continue
		}
		if len(open) > 0 && m.End > open[len(open)-1].End {
			m.End = open[len(open)-1].End
			var ok bool
			if m, ok = fitMark(text, m); !ok {
				continue
			}
		}
		// Two marks that touch would be one in Markdown, or none: they are one here, unless they have other marks around them.
		if k, seen := last[m.Kind]; seen && nested[k.at].End == m.Start && m.Kind != Link {
			if before := &nested[k.at]; k.depth == len(open) && (len(open) == 0 || open[len(open)-1].Start <= before.Start) {
				before.End = m.End
				open = append(open, *before)
			}
			continue
		}
		last[m.Kind] = place{len(nested), len(open)}
		open = append(open, m)
		nested = append(nested, m)
	}
	return nested
}

// fitMark returns m clipped to the text, without white space at its ends, and whether
// something is left of it to print.
func fitMark(text string, m Mark) (Mark, bool) {
	switch m.Kind {
	case Link:
		var ok bool
		if m.URL, ok = safeURL(m.URL); !ok {
			return m, false
		}
	case Bold, Italic, Mono, Superscript, Subscript:
	default:
		return m, false
	}
	m.Start, m.End = max(m.Start, 0), min(m.End, len(text))
	for m.Start < m.End && !utf8.RuneStart(text[m.Start]) {
		m.Start++
	}
	for m.End < len(text) && m.End > m.Start && !utf8.RuneStart(text[m.End]) {
		m.End--
	}
	if m.Start >= m.End {
		return m, false
	}
	marked := text[m.Start:m.End]
	m.End -= len(marked) - len(strings.TrimRightFunc(marked, unicode.IsSpace))
	m.Start += len(marked) - len(strings.TrimLeftFunc(marked, unicode.IsSpace))
	return m, m.Start < m.End
}

// An inlineEdge is where a mark opens or closes.
type inlineEdge struct {
	Mark
	At     int // byte offset in the text
	Closes bool
}

// edges returns where nested marks open and close, in the order of the text.
func edges(marks []Mark) []inlineEdge {
	out := make([]inlineEdge, 0, 2*len(marks))
	var open []Mark
	closeUntil := func(at int) {
		for len(open) > 0 && open[len(open)-1].End <= at {
			m := open[len(open)-1]
			open = open[:len(open)-1]
			out = append(out, inlineEdge{Mark: m, At: m.End, Closes: true})
		}
	}
	end := 0
	for _, m := range marks {
		closeUntil(m.Start)
		open = append(open, m)
		out = append(out, inlineEdge{Mark: m, At: m.Start})
		end = max(end, m.End)
	}
	closeUntil(end)
	return out
}

// safeURL returns an address that may be followed from any page: an absolute one of the web,
// or a mail address. All of it is printable and stands in an attribute or a Markdown link
// without further escaping than of "&".
func safeURL(raw string) (string, bool) {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil {
		return "", false
	}
	switch u.Scheme { // in lower case
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "mailto":
		if u.Opaque == "" {
			return "", false
		}
	default:
		return "", false
	}
	if !strings.ContainsFunc(raw, needsPercent) && utf8.ValidString(raw) && !strings.Contains(raw, "%") {
		return raw, true
	}
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRuneInString(raw[i:])
		for _, b := range []byte(raw[i : i+n]) {
			if needsPercent(r) || r == '%' && !isEscape(raw[i:]) {
				out.WriteByte('%')
				out.WriteByte(hex[b>>4])
				out.WriteByte(hex[b&15])
			} else {
				out.WriteByte(b)
			}
		}
		i += n
	}
	return out.String(), true
}

// likeBrowsers is an address that url.Parse refuses, as browsers take it: without line ends and tabs, with percent signs
// that escape nothing.
func likeBrowsers(address string) string {
	var out strings.Builder
	for i := range len(address) {
		switch c := address[i]; {
		case c == '\n' || c == '\r' || c == '\t':
		case c == '%' && !isEscape(address[i:]):
			out.WriteString("%25")
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// isEscape reports whether s begins with a percent sign and two hexadecimal digits.
func isEscape(s string) bool {
	digit := func(b byte) bool { return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'f' }
	return len(s) >= 3 && s[0] == '%' && digit(s[1]) && digit(s[2])
}

// needsPercent reports whether a character of an address is written as %XX: what HTML or
// Markdown could take for markup, what is not visible, and what is not UTF-8.
func needsPercent(r rune) bool {
	return strings.ContainsRune("\"'<>`()\\^{|}", r) || r == utf8.RuneError || !unicode.IsPrint(r) || r == ' '
}
