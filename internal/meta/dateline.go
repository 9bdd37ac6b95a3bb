package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateline finds the place and agency that open the story: "KYIV (Reuters) -". The text stays
// in the body.
func (r *resolver) dateline() {
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	if first < 0 {
		return
	}
	const tries = 4 // a heading or a picture may stand before the first paragraph
	for i := first; i <= min(last, first+tries) && int(i) < len(r.page.Blocks); i++ {
		b := &r.page.Blocks[i]
		if b.Words < 8 && len(b.Text) < 60 {
			continue
		}
		line, agency := findDateline(b.Text)
		if line == "" {
			return
		}
		r.f.Dateline = line
		r.choose(r.consider("dateline", "text", line, 0.9))
		if agency != "" && !r.ownAgency(agency) {
			r.originCandidate("dateline", agency, "", 0.9)
		}
		return
	}
}

// findDateline reads the dateline at the start of a paragraph, and the agency in it.
func findDateline(text string) (line, agency string) {
	const reach = 90 // bytes
	head := text[:min(len(text), reach)]
	for !utf8.ValidString(head) && head != "" {
		head = head[:len(head)-1]
	}
	head = strings.TrimSpace(head)
	if inner, ok := strings.CutPrefix(head, "【"); ok { // 【Place = Agency】
		if i := strings.Index(inner, "】"); i > 0 {
			return trailing(inner[:i], "=＝、・ 　")
		}
	}
	for _, mark := range []string{"电 ", "电）", "電）", "電 ", "日电", "日電", "讯）"} { // 中新社北京5月3日电
		if i := strings.Index(head, mark); i > 0 && i < 60 {
			line = strings.Trim(head[:i+len("电")], "（( ")
			if mark == "日电" || mark == "日電" {
				line = strings.Trim(head[:i+len(mark)], "（( ")
			}
			for _, a := range agencyNames {
				if strings.HasPrefix(line, a) && len(a) > len(agency) {
					agency = a
				}
			}
			if agency != "" {
				return line, agency
			}
		}
	}
	end, next := -1, ""
	for _, dash := range []string{" — ", " – ", " - ", "— ", "– ", " ― ", " -- ", ") ", ").", "/ ", "/. ", ": ", "– ", "—", "\n"} {
		if i := strings.Index(head, dash); i > 0 && (end < 0 || i < end) {
			end, next = i, dash
			if dash == ") " || dash == ")." || dash == "/ " || dash == "/. " {
				end++
			}
		}
	}
	if end < 0 {
		return "", ""
	}
	line = strings.TrimSpace(head[:end])
	place, inner := line, ""
	if i := strings.IndexAny(line, "(/"); i >= 0 {
		place = strings.TrimSpace(line[:i])
		inner = strings.Trim(line[i:], "()/ .")
	}
	known := agencies.has(inner)
	for _, part := range strings.FieldsFunc(inner, func(r rune) bool { return r == '/' || r == ',' }) {
		known = known || agencies.has(part)
	}
	switch {
	case known && placeLike(place, false):
		return line, inner
	case inner != "" && strings.HasSuffix(line, ")") && placeLike(place, true) && agencyLike(inner) &&
		(strings.Contains(place, ",") || startsDash(head[end:])):
		return line, inner
	case inner != "" || next == ") " || next == "/ " || next == ": " || next == "\n":
		return "", ""
	case placeLike(place, true):
		return line, ""
	}
	return "", ""
}

func startsDash(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	return foldRune(r) == '-'
}

// agencyLike reports whether a text in the brackets of a dateline can be an agency's name.
func agencyLike(s string) bool {
	words := strings.Fields(s)
	return len(words) > 0 && len(words) <= 3 && startsUpper(words[0]) && strings.IndexFunc(s, isDigit) < 0
}

func trailing(s, seps string) (line, agency string) {
	i := strings.LastIndexAny(s, seps)
	if i > 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		if name := strings.TrimSpace(s[i+n:]); agencies.has(name) {
			return s, name
		}
	}
	return s, ""
}

// placeLike reports whether words can be a place before a dateline's dash, a date after it
// allowed. In capitals it needs no agency to be believed.
func placeLike(s string, capitals bool) bool {
	place, _, _ := strings.Cut(s, ",")
	words := strings.Fields(place)
	if len(words) == 0 {
		return !capitals
	}
	if len(words) > 5 || len(strings.Fields(s)) > 8 {
		return false
	}
	upper := 0
	for _, w := range words {
		if !startsUpper(w) && !particles.has(w) {
			return false
		}
	}
	for _, r := range place {
		if unicode.IsLower(r) && capitals {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return !capitals || upper >= 3
}
