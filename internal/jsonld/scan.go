package jsonld

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// maxDepth is far above what real pages nest (12 at most); what lies deeper is skipped.
	maxDepth = 32
	// maxBytes is the most that is read of all scripts of a page, and maxValues and maxThings
	// are the most that is made of it: a value of two bytes takes 48.
	maxBytes  = 2 << 20
	maxValues = 20_000
	maxThings = 1_000
)

// A scanner reads JSON as the web writes it. It never fails: what it does not understand
// it skips. Every byte is read a constant number of times.
type scanner struct {
	s     string
	pos   int
	depth int
	left  int     // values that may still be read of the page
	open  []value // the members, so far, of the objects and lists that are still open
}

// roots are the values at the top of a script: mostly one, sometimes several in a row.
func (sc *scanner) roots(script string) []value {
	if !strings.Contains(script, `"`) && strings.Contains(script, "&quot;") {
		script = html.UnescapeString(script)
	}
	sc.s, sc.pos = script, 0
	var out []value
	for {
		sc.space()
		if sc.pos >= len(sc.s) {
			return out
		}
		if c := sc.s[sc.pos]; c == '{' || c == '[' {
			out = append(out, sc.value())
		} else {
			sc.pos++
		}
	}
}

// space skips white space, comments of JavaScript and HTML, and CDATA marks.
func (sc *scanner) space() {
	for sc.pos < len(sc.s) {
		switch c := sc.s[sc.pos]; {
		case c <= ' ':
			sc.pos++
		case c == 0xEF && strings.HasPrefix(sc.s[sc.pos:], "\uFEFF"), c == 0xC2 && strings.HasPrefix(sc.s[sc.pos:], "\u00A0"):
			_, n := utf8.DecodeRuneInString(sc.s[sc.pos:])
			sc.pos += n
		case c == '<' && strings.HasPrefix(sc.s[sc.pos:], "<!--"):
			sc.pos += 4
		case c == '<' && strings.HasPrefix(sc.s[sc.pos:], "<![CDATA["):
			sc.pos += 9
		case c == '-' && strings.HasPrefix(sc.s[sc.pos:], "-->"):
			sc.pos += 3
		case c == '/' && strings.HasPrefix(sc.s[sc.pos:], "/*"), c == '/' && strings.HasPrefix(sc.s[sc.pos:], "*/"):
			sc.pos += 2
		case c == '*' && strings.HasPrefix(sc.s[sc.pos:], "*/"):
			sc.pos += 2
		case c == '/' && strings.HasPrefix(sc.s[sc.pos:], "//"):
			sc.pos += 2
		default:
			return
		}
	}
}

// value reads the value that starts here.
func (sc *scanner) value() value {
	sc.space()
	if sc.pos >= len(sc.s) {
		return value{}
	}
	if sc.left--; sc.left < 0 {
		sc.skip()
		return value{}
	}
	switch sc.s[sc.pos] {
	case '"':
		return value{kind: text, text: sc.text()}
	case '{', '[':
		if sc.depth >= maxDepth {
			sc.skip()
			return value{}
		}
		v := value{kind: list}
		from := len(sc.open)
		sc.depth++
		if sc.s[sc.pos] == '{' {
			v.kind = object
			sc.object()
		} else {
			sc.list()
		}
		sc.depth--
		v.items = make([]value, len(sc.open)-from)
		copy(v.items, sc.open[from:])
		sc.open = sc.open[:from]
		return v
	}
	return sc.bare()
}

// object reads from "{" to after its "}" or to the end of the script.
func (sc *scanner) object() {
	sc.pos++
	for {
		sc.space()
		if sc.pos >= len(sc.s) {
			return
		}
		switch sc.s[sc.pos] {
		case '}':
			sc.pos++
			return
		case ']': // closes a list outside: this object was left open
			return
		case '"':
			name := sc.raw()
			sc.space()
			if sc.pos >= len(sc.s) || sc.s[sc.pos] != ':' {
				continue
			}
			sc.pos++
			k := keyOf[name]
			if k == keyNone {
				sc.skip()
				continue
			}
			if item := sc.value(); item.kind != null {
				item.key = k
				sc.open = append(sc.open, item)
			}
		default:
			sc.pos++
		}
	}
}

// list reads from "[" to after its "]" or to the end of the script.
func (sc *scanner) list() {
	sc.pos++
	for {
		sc.space()
		if sc.pos >= len(sc.s) {
			return
		}
		switch sc.s[sc.pos] {
		case ']':
			sc.pos++
			return
		case '}':
			return
		case ',', ':':
			sc.pos++
		default:
			if item := sc.value(); item.kind != null {
				sc.open = append(sc.open, item)
			}
		}
	}
}

// bare reads a number, true, false, null, or a word that lacks its quotes.
func (sc *scanner) bare() value {
	start := sc.pos
	for sc.pos < len(sc.s) && strings.IndexByte(",]}[{\"\n", sc.s[sc.pos]) < 0 {
		sc.pos++
	}
	if sc.pos == start {
		return value{}
	}
	s := strings.TrimSpace(sc.s[start:sc.pos])
	switch {
	case s == "" || s == "null" || s == "undefined":
		return value{}
	case s == "true" || s == "false":
		return value{kind: boolean, text: s}
	}
	return value{kind: number, text: s}
}

// skip passes over the value that starts here without keeping it, however deep it is.
func (sc *scanner) skip() {
	sc.space()
	open := 0
	for sc.pos < len(sc.s) {
		switch sc.s[sc.pos] {
		case '"':
			sc.raw()
			if open == 0 {
				return
			}
			continue
		case '{', '[':
			open++
		case '}', ']':
			if open == 0 {
				return
			}
			if open--; open == 0 {
				sc.pos++
				return
			}
		case ',':
			if open == 0 {
				return
			}
		}
		sc.pos++
	}
}

// raw reads a string and returns what stands between its quotes.
func (sc *scanner) raw() string {
	sc.pos++
	start := sc.pos
	quote := -1 // the next one, unless it is behind
	for {
		if quote < sc.pos {
			n := strings.IndexByte(sc.s[sc.pos:], '"')
			if n < 0 {
				break
			}
			quote = sc.pos + n
		}
		if n := strings.IndexByte(sc.s[sc.pos:quote], '\\'); n >= 0 {
			sc.pos += n + 2
			continue
		}
		sc.pos = quote
		if sc.closes(sc.pos + 1) {
			sc.pos++
			return sc.s[start : sc.pos-1]
		}
		sc.pos++
	}
	sc.pos = len(sc.s)
	return sc.s[start:]
}

// closes says whether a quote that stands just before i ends its string. Some pages forget
// to escape the quotes of a headline: a closing quote is followed by what can follow a string.
// The look ahead is short, so that a text of nothing but quotes stays linear.
func (sc *scanner) closes(i int) bool {
	const ahead = 256
	end := min(i+ahead, len(sc.s))
	newline := false
	next := func() byte {
		for i < end {
			switch sc.s[i] {
			case '\n', '\r':
				newline = true
			case ' ', '\t':
			default:
				return sc.s[i]
			}
			i++
		}
		return 0
	}
	switch next() {
	case 0, ':', '}', ']', '<', '/':
		return true
	case '"':
		return newline // a comma was forgotten
	case ',':
		i++
		c := next()
		return c == 0 || strings.IndexByte("\"{[]}-0123456789tfn<,/", c) >= 0
	}
	return false
}

// text reads a string and decodes its escapes and entities. White space is collapsed at
// its ends only: line breaks inside an article's body are worth keeping.
func (sc *scanner) text() string {
	s := sc.raw()
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescape(s)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
		if strings.IndexByte(s, '&') >= 0 { // &amp;quot; is frequent
			s = html.UnescapeString(s)
		}
		s = withoutControls(s)
	}
	return strings.TrimSpace(s)
}

// withoutControls is s without the control characters that references may name, but white
// space.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// unescape decodes the escapes of JSON. An unknown one stands for its character.
func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		n := strings.IndexByte(s, '\\')
		if n < 0 || n+1 >= len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:n])
		c := s[n+1]
		s = s[n+2:]
		switch c {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r', 'b', 'f':
			b.WriteByte(' ')
		case 'u':
			r, ok := hex4(s)
			if !ok {
				continue
			}
			s = s[4:]
			if r < ' ' || 0x7F <= r && r <= 0x9F {
				r = ' '
			}
			if utf16.IsSurrogate(r) {
				low, ok := rune(0), false
				if strings.HasPrefix(s, `\u`) {
					low, ok = hex4(s[2:])
				}
				if r = utf16.DecodeRune(r, low); ok && r != utf8.RuneError {
					s = s[6:]
				}
			}
			b.WriteRune(r)
		default:
			b.WriteByte(c)
		}
	}
}

func hex4(s string) (rune, bool) {
	if len(s) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[:4]) {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
