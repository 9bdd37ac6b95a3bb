package markdown

import (
	"slices"
	"strings"
)

// A source is Markdown that is read as CommonMark reads it.
type source struct {
	text   []byte
	starts []int   // where each line begins
	lines  []int32 // by line: which of the scraped text it is, from 1
	apart  []bool  // by line: no block above goes on there
}

// longLine is the length, in bytes and without addresses, from which on a line tells that nobody broke the lines of a text:
// each is a paragraph then.
const longLine = 140

// newSource makes CommonMark of what scrapers write that it reads otherwise: paragraphs without a blank line between them
// or below a list, a table or a quotation, and links around several paragraphs, whose brackets stand on lines of their own.
// first is the number of the first line of the text.
func newSource(text string, first int32) *source {
	var s source
	lines := strings.Split(text, "\n")
	fence := "" // of the code at hand
	link := ""  // the address of the link at hand
	unbroken := slices.ContainsFunc(lines, isLong)
	ends := false // the line above ends a block, if prose follows
	for i, line := range lines {
		line = strings.TrimRight(line, "\r")
		content := strings.TrimSpace(line)
		number := first + int32(i)
		if fence != "" || isFence(content) {
			s.add(line, number, fence != "")
			fence = fenceAfter(fence, content)
			ends = false
			continue
		}
		if link != "" && closes(content) {
			line = content[len("](")+closing(content[len("]("):])+len(")"):] // what stands behind the link
			content, link = strings.TrimSpace(line), ""
			s.add("", number, false)
		}
		switch {
		case link == "" && (content == "[" || content == "- [" || content == "* ["):
			if link = linkAround(lines[i+1:]); link != "" {
				line = ""
			}
		case link != "" && content != "":
			line = linked(content, link)
		}
		if ends && isProse(line) {
			s.add("", number, false)
		}
		s.add(guard(unnumbered(line)), number, false)
		ends = endsBlock(line, unbroken)
	}
	return &s
}

// add adds a line, perhaps one inside of a block of code.
func (s *source) add(line string, number int32, inCode bool) {
	n := len(s.text)
	blank := n < 2 || s.text[n-2] == '\n' // the line above is
	s.starts, s.lines, s.apart = append(s.starts, n), append(s.lines, number), append(s.apart, blank && !inCode && endsAll(line))
	s.text = append(append(s.text, line...), '\n')
}

// endsAll reports whether a line below a blank one is part of no block above: neither indented nor an item of a list.
func endsAll(line string) bool {
	return line != "" && line[0] != ' ' && line[0] != '\t' && itemText(line) == line
}

// isFence reports whether a line opens a block of code. Behind backticks others make code of a part of the line.
func isFence(line string) bool {
	return strings.HasPrefix(line, "~~~") || strings.HasPrefix(line, "```") && !strings.Contains(strings.TrimLeft(line, "`"), "`")
}

// fenceAfter is the fence that is open after a line, empty for none.
func fenceAfter(open, line string) string {
	switch {
	case open == "":
		return line[:len(line)-len(strings.TrimLeft(line, line[:1]))]
	case strings.HasPrefix(line, open) && strings.Trim(line, open[:1]) == "":
		return ""
	}
	return open
}

// isProse reports whether a line is a text that begins where lines begin, no item, row, heading or quotation.
func isProse(line string) bool {
	return line != "" && !strings.ContainsAny(line[:1], " \t|<#>-+=~`:*_") && itemText(line) == line || strings.HasPrefix(line, "**")
}

// itemText is the text of an item, after its sign or number; of other lines all.
func itemText(line string) string {
	for _, sign := range [...]string{"- ", "* ", "+ "} {
		if text, ok := strings.CutPrefix(line, sign); ok {
			return text
		}
	}
	digits := strings.TrimLeft(line, "0123456789")
	if digits != line && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")) {
		return digits[len(". "):]
	}
	return line
}

// endsBlock reports whether prose on the line below a line begins a block of its own. unbroken says that nobody broke the
// lines of the text.
func endsBlock(line string, unbroken bool) bool {
	switch {
	case line == "":
		return false
	case line[0] == '|' || line[0] == '>' || itemText(line) != line:
		return true
	}
	return unbroken && isProse(line) && !strings.HasSuffix(line, "  ") && !strings.HasSuffix(line, `\`)
}

// isLong reports whether a line is prose that is longer than lines are where somebody breaks them.
func isLong(line string) bool {
	if len(line) < longLine || !isProse(line) {
		return false
	}
	length := len(line)
	for {
		_, rest, ok := strings.Cut(line, "](")
		if !ok {
			return length >= longLine
		}
		end := strings.IndexByte(rest, ')')
		if end < 0 {
			return false
		}
		length -= end + len("]()")
		line = rest[end:]
	}
}

// unnumbered takes away the numbers that a reader service gives pictures: "![Image 3: The ferry](…)".
func unnumbered(line string) string {
	const sign = "![Image "
	parts := strings.Split(line, sign)
	for i, part := range parts[1:] {
		text := strings.TrimLeft(part, "0123456789")
		if after, ok := strings.CutPrefix(text, ": "); ok && text != part {
			parts[i+1] = "![" + after
		} else if strings.HasPrefix(text, "]") && text != part {
			parts[i+1] = "![" + text
		} else {
			parts[i+1] = sign + part
		}
	}
	return strings.Join(parts, "")
}

// mostLinked is how many lines a link may hold.
const mostLinked = 40

// linkAround is the address of the link that an opening bracket above lines begins; empty for none.
func linkAround(lines []string) string {
	for _, line := range lines[:min(len(lines), mostLinked)] {
		line = strings.TrimSpace(line)
		if closes(line) {
			return line[len("]("):strings.IndexAny(line, " )")]
		}
		if line == "[" || strings.Contains(line, "](") {
			break
		}
	}
	return ""
}

// closes reports whether a line ends a link around the lines above it.
func closes(line string) bool {
	address, ok := strings.CutPrefix(line, "](")
	return ok && isAddress(address) && closing(address) >= 0
}

// linked makes a link of the text of a line, after the signs of a heading or an item.
func linked(line, address string) string {
	text := strings.TrimLeft(line, "#*-> ")
	return line[:len(line)-len(text)] + "[" + text + "](" + address + ")"
}
