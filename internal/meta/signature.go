package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isLogin reports whether a name is that of an account, not of a person: "ada-moss2".
func isLogin(s string) bool {
	joints := false
	for _, r := range s {
		if r >= 0x80 || unicode.IsSpace(r) || unicode.IsUpper(r) {
			return false
		}
		joints = joints || r == '-' || r == '.' || r == '_' || unicode.IsDigit(r)
	}
	return joints && !agencies.has(s) && !strings.Contains(s, "/") && strings.Count(s, ".") < 2
}

// signature are the names in brackets that close or open the story: "(Ada Moss)" at the end
// of its last paragraph, "（记者 林小明）" after the dateline of the first.
func (r *resolver) signature() []Author {
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	if n := int32(len(r.page.Blocks)); first < 0 || first >= n || last >= n || last < first {
		return nil
	}
	const prose = 8 // words
	for i := last; i >= max(first, last-2); i-- {
		if r.page.Blocks[i].Words < prose && !startsBracket(r.page.Blocks[i].Text) {
			continue
		}
		if inner := closingBracket(r.page.Blocks[i].Text); inner != "" {
			if found := names(inner, true); len(found) > 0 {
				return found
			}
		}
	}
	const reach = 90 // bytes
	head := r.page.Blocks[first].Text
	head = strings.ToValidUTF8(head[:min(len(head), reach)], "")
	if i := strings.IndexAny(head, "(（"); i >= 0 {
		_, n := utf8.DecodeRuneInString(head[i:])
		if j := strings.IndexAny(head[i:], ")）"); j > n {
			if rest, ok := cutPrefix(head[i+n : i+j]); ok {
				return names(rest, true)
			}
		}
	}
	return nil
}

// dateLine are the names that a labelled date says after "By" or before a word such as "기자", and the desks.
func (r *resolver) dateLine() []Author {
	var out []Author
	for _, i := range r.in.Printed.Dates {
		if !r.isBlock(i) {
			continue
		}
		for part := range strings.FieldsFuncSeq(r.undated(r.page.Blocks[i].Text), dateBreaks.has) {
			rest, ok := cutPrefix(strings.TrimSpace(part))
			a, is := name(rest, true)
			if !is && ok && strings.Count(rest, " ") == 0 { // a pen name
				a, is = name(rest, false)
			}
			if is && (ok || isDesk(rest) || withoutSuffix(rest) != rest) && !hasName(out, a.Name) {
				out = append(out, a)
			}
		}
	}
	return out
}

// closingBracket is the text in the brackets that end a paragraph.
func closingBracket(s string) string {
	const longest = 60 // bytes
	s = strings.TrimRight(s, " .。\u3000")
	end, size := utf8.DecodeLastRuneInString(s)
	open := ""
	switch end {
	case ')':
		open = "("
	case '）':
		open = "（"
	case ']':
		open = "["
	default:
		return ""
	}
	i := strings.LastIndex(s, open)
	if i < 0 || len(s)-i > longest {
		return ""
	}
	return strings.TrimSpace(s[i+len(open) : len(s)-size])
}

func startsBracket(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return r == '(' || r == '（' || r == '['
}
