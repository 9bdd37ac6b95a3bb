package phrases

import (
	"errors"
	"strings"
)

// A tail says what must follow the head of a pattern.
type tail uint8

const (
	tailAny      tail = iota // anything, with the pattern's rest somewhere in it
	tailDate                 // a date or a time
	tailNetworks             // names of networks
	tailAgency               // names of agencies
	tailNames                // names of people
)

var tailsByName = map[string]tail{"{date}": tailDate, "{networks}": tailNetworks, "{agency}": tailAgency, "{names}": tailNames}

// A pattern is one line of a data file with its alternatives written out.
type pattern struct {
	head     string     // folded; the line begins with it
	rest     [][]string // of tailAny: what follows the head, in this order; one of each list
	atEnd    bool       // of tailAny: the last of rest ends the line
	tail     tail
	class    Class
	strength Strength

	floating bool
	parts    [][]string // of a floating one: what Mention has
	line     int32      // number of the fileLine that it comes from
}

// key is the same for patterns that match the same lines.
func (p *pattern) key() string {
	kind := "0123456789"[p.tail : p.tail+1]
	if p.floating {
		kind += "…"
	}
	if p.atEnd {
		kind += "$"
	}
	key := kind + p.head
	for _, options := range p.rest {
		key += "…" + strings.Join(options, "|")
	}
	return key
}

func (p *pattern) defaultStrength() Strength {
	if p.tail == tailAny || p.tail == tailNames {
		return Hint
	}
	return Sure
}

// expand writes out the alternatives in parentheses, up to the first "…" on each way.
// A parenthesis without "|" stands for itself.
func expand(s string) []string {
	for from := 0; ; {
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			return []string{s}
		}
		open += from
		end := strings.IndexByte(s[open:], ')')
		if end < 0 || strings.Contains(s[from:open], "…") {
			return []string{s}
		}
		end += open
		options := s[open+1 : end]
		n := strings.Count(options, "|") + 1
		if n == 1 {
			from = end
			continue
		}
		rests := expand(s[end+1:])
		out := make([]string, 0, n*len(rests))
		for option := range strings.SplitSeq(options, "|") {
			if strings.Contains(option, "…") {
				out = append(out, s[:open]+option+s[end+1:])
				continue
			}
			for _, rest := range rests {
				out = append(out, s[:open]+option+rest)
			}
		}
		return out
	}
}

// cutTail cuts the {tail} from the end of a phrase; tailAny is for none.
func cutTail(s string) (rest string, t tail) {
	if open := strings.LastIndexByte(s, '{'); open >= 0 {
		if t = tailsByName[s[open:]]; t != tailAny {
			return s[:open], t
		}
	}
	return s, tailAny
}

// parse parses a phrase that is no whole line, with its alternatives written out and without its tail; a
// floating one begins with "…".
func (b *builder) parse(s string, t tail, floating bool) (pattern, error) {
	p := pattern{tail: t, floating: floating}
	for strings.Contains(s, "… …") {
		s = strings.ReplaceAll(s, "… …", "…")
	}
	segments := strings.Split(s, "…")
	last := len(segments) - 1
	if p.tail != tailAny && last > 0 {
		return p, errors.New("… before a {tail}")
	}
	if p.tail == tailAny {
		if p.atEnd = segments[last] != ""; !p.atEnd {
			segments = segments[:last]
			last--
		}
	}
	for i, segment := range segments {
		if p.floating {
			p.parts = append(p.parts, expand(segment))
		}
		var options []string
		for _, option := range expand(segment) {
			option = b.fold(option, i == 0 && !p.floating, i == last && p.atEnd)
			if option == "" {
				return p, errDecoration
			}
			options = append(options, option)
		}
		if i > 0 {
			p.rest = append(p.rest, options)
		} else if len(options) == 1 {
			p.head = options[0]
		} else {
			return p, errors.New("alternatives in the head") // cannot be: expand wrote them out
		}
	}
	if len(segments) == 0 {
		return p, errors.New("no phrase")
	}
	return p, nil
}

func (b *builder) fold(s string, trimLeft, trimRight bool) string {
	b.folded.fold(s, trimLeft, trimRight)
	return string(b.folded.bytes())
}
