package markdown

import "strings"

const (
	// longestAddress is how far from a link's bracket its address ends, in bytes.
	longestAddress = 4 << 10
	// mostColumns is how many columns a table has at the most. Its rows have as many cells, whatever they say.
	mostColumns = 100
	// deepest is how many quotations and lists stand inside one another, and deepestIndent how many spaces lead to the
	// innermost one.
	deepest, deepestIndent = 50, 200
)

// guard escapes in a line what makes the reading of a page take more than its length in time: brackets of links that
// nothing closes, for each of which the rest of the paragraph is searched, rows of tables that are endless, and
// quotations inside of quotations.
func guard(line string) string {
	if text := strings.TrimLeft(line, " "); len(line)-len(text) > deepestIndent {
		line = line[len(line)-len(text)-deepestIndent:]
	}
	if strings.Count(line, "|") > mostColumns && strings.Trim(line, "|-: \t") == "" {
		return `\` + line
	}
	if nested := strings.TrimLeft(line, ">-*+ \t"); len(line)-len(nested) > deepest {
		marks := line[:len(line)-len(nested)]
		if strings.Count(marks, ">")+strings.Count(marks, "- ")+strings.Count(marks, "* ")+strings.Count(marks, "+ ") > deepest {
			return `\` + strings.TrimLeft(line, " \t")
		}
	}
	return addresses(line)
}

// addresses makes addresses of links those that CommonMark knows: with %20 for their spaces, without the data of pictures that
// stand in the address itself, and no addresses at all where none ends.
func addresses(line string) string {
	before, rest, ok := strings.Cut(line, "](")
	if !ok {
		return line
	}
	var out strings.Builder
	closed := true // a bracket stands somewhere below
	for ok {
		out.WriteString(before)
		if strings.HasPrefix(rest, "data:") && closed {
			if end := strings.IndexByte(rest, ')'); end > 0 {
				out.WriteString("](data:,")
				before, rest, ok = strings.Cut(rest[end:], "](")
				continue
			}
			closed = false
		}
		if end := closing(rest); end < 0 {
			out.WriteString(`]\(`)
		} else {
			out.WriteString("](")
			if address := rest[:end]; isAddress(rest) && strings.Contains(address, " ") && !strings.ContainsAny(address, `"'<`) {
				out.WriteString(strings.ReplaceAll(address, " ", "%20"))
				rest = rest[end:]
			}
		}
		before, rest, ok = strings.Cut(rest, "](")
	}
	out.WriteString(before)
	return out.String()
}

// closing is where an address at the beginning of a text ends, -1 where that is not near.
func closing(s string) int {
	s = s[:min(len(s), longestAddress)]
	from := 0
	if strings.HasPrefix(s, "<") {
		if from = strings.IndexByte(s, '>'); from < 0 {
			return -1
		}
	}
	end := strings.IndexByte(s[from:], ')')
	if end < 0 {
		return -1
	}
	return from + end
}

// What Markdown takes of memory, in bytes: for each line, and for each sign that may begin or end something inside of a
// line. Measured on texts of short lines and of signs alone.
const (
	perLine, perSign = 400, 250
	// costFactor and costFree are how much a text may take: so many times its length, and so many bytes.
	costFactor, costFree = 20, 1 << 20
)

// isAffordable reports whether a text can be read as Markdown in memory that is in proportion to its length, and in pieces.
// What cannot is no page, but was made to be large.
func isAffordable(text string) bool {
	signs := 0
	for _, sign := range [...]string{"[", "*", "_", "`", "~", "<", "|"} {
		signs += strings.Count(text, sign)
	}
	if perLine*strings.Count(text, "\n")+perSign*signs > costFactor*len(text)+costFree {
		return false
	}
	for line := range strings.Lines(text) {
		if len(line) > longestPiece && len(addresses(line)) > longestPiece {
			return false
		}
	}
	return true
}
