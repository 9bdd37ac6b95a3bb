package markdown

import "strings"

// leastSigns is how many links and headings make a text Markdown. Of 9,390 plain texts (1,878 pages in five renderings)
// six have as many: five hold Markdown, one the references of a text browser. Of the pages as Markdown one has fewer.
const leastSigns = 2

// longestLine is the length of a line, in bytes, from which on it is all of a text that others glued: what is Markdown in
// it is part of a story.
const longestLine = 8000

// Is reports whether a text is Markdown, as scrapers write it: it has links or pictures with their addresses, headings
// that stand alone, or the head of a converter. declared says that who sent it calls it Markdown: then it is, if it can be
// read as such in memory that is in proportion to its length.
func Is(text string, declared bool) bool {
	_, _, hasHead := cutHead(text)
	return (declared || hasHead || hasSigns(text)) && isAffordable(text)
}

// hasSigns reports whether a text has leastSigns links, pictures and headings.
func hasSigns(text string) bool {
	signs, titles := 0, 0
	alone := true // the line above is blank, or ends a sentence
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if len(line) <= longestLine {
			signs += links(line)
		}
		switch level := headingLevel(line); {
		case level == 0 || !alone:
		case level > 1:
			signs++
		case titles == 0: // comments in program text have the same sign
			titles++
			signs++
		}
		if signs >= leastSigns {
			return true
		}
		alone = line == "" || strings.ContainsAny(line[len(line)-1:], ".!?")
	}
	return false
}

// links counts the links and pictures of a line whose addresses stand behind them.
func links(line string) (n int) {
	for {
		label, rest, ok := strings.Cut(line, "](")
		if !ok {
			return n
		}
		if strings.Contains(label, "[") && isAddress(rest) {
			n++
		}
		line = rest
	}
}

// isAddress reports whether a text begins with an address that ends in a bracket, as a link's does.
func isAddress(s string) bool {
	end := strings.IndexAny(s, " )")
	if end < 0 {
		return false
	}
	address := strings.TrimPrefix(s[:end], "<")
	for _, start := range [...]string{"http://", "https://", "mailto:", "tel:", "/", "#", "./", "../", "javascript:", "data:"} {
		if strings.HasPrefix(address, start) {
			return true
		}
	}
	return false
}

// headingLevel is the rank of a line that is a heading, 0 for other lines: so many number signs, a space, and a text.
func headingLevel(line string) int {
	text := strings.TrimLeft(line, "#")
	if level := len(line) - len(text); level <= 6 && len(text) > 1 && text[0] == ' ' {
		return level
	}
	return 0
}
