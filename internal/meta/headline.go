package meta

import (
	"strings"
	"unicode/utf8"
)

// likely are the printed titles that can be the headline: labelled ones, and the h1 that is
// nearest to a title of the head, where it shares half its words. Others head other stories.
func (r *resolver) likely(head, printed []titleCandidate, s site) []titleCandidate {
	var out []titleCandidate
	var h1 *titleCandidate
	nearest := 0.0
	for i := range printed {
		c := &printed[i]
		if c.source == "printed" {
			out = append(out, *c)
			continue
		}
		if s.isName(c.value) || siteSegment(c.value, clean(r.page.Title)) {
			continue
		}
		toks := tokens(c.value)
		for _, h := range head {
			other := tokens(h.value)
			share := overlap(toks, other)
			if near := share * overlap(other, toks); share >= 0.5 && near > nearest {
				nearest, h1 = near, c
			}
		}
		if h1 == nil && (len(head) == 0 || s.isName(head[0].value) || homes[fold(head[0].value)]) {
			return append(out, *c)
		}
	}
	if h1 != nil {
		out = append(out, *h1)
	}
	return out
}

// siteSegment reports whether a line is one of the shorter parts of the title element, as a
// site's name is where the page makes it an h1.
func siteSegment(line, title string) bool {
	for _, sep := range []string{" | ", " » ", " : ", " · ", " « "} {
		if parts := strings.Split(title, sep); len(parts) > 1 {
			found, longer := false, false
			for _, p := range parts {
				found = found || compact(p) == compact(line)
				longer = longer || len(p) > len(line)
			}
			if found && longer {
				return true
			}
		}
	}
	return false
}

// titleWeights say how much a source counts where titles differ. They were fitted on pages
// with known headlines. The headline that a news article's JSON-LD tells wins alone.
var titleWeights = map[string]float64{"json-ld news": 20, "printed": 3.6, "h1": 2.4, "og:title": 0.9, "twitter:title": 0.5, "itemprop": 0.6, "json-ld": 0.4, "title": 0.2}

// choose is the index of the best title: the weights of those with the same words add up. A
// title that was cut off by its maker counts little.
func choose(all []titleCandidate) int {
	best, most := -1, 0.0
	keys := make([]string, len(all))
	for i, c := range all {
		keys[i] = strings.Join(tokens(c.value), " ")
	}
	for i := range all {
		sum := 0.0
		for j := range all {
			if keys[i] == keys[j] {
				sum += titleWeights[all[j].source]
			}
		}
		if truncated(all[i].value) {
			sum /= 500
		}
		if sum > most {
			best, most = i, sum
		}
	}
	return best
}

// withoutKicker cuts "Kicker: " or " | Section" off a title where another title of the page
// is the rest.
func withoutKicker(title string, all []titleCandidate) string {
	for _, c := range all {
		v := c.value
		if len(v) >= len(title) || len(tokens(v)) < 3 {
			continue
		}
		if head, ok := strings.CutSuffix(title, v); ok && strings.ContainsAny(lastRune(strings.TrimSpace(head)), ":|–—-•·»") {
			return v
		}
		if tail, ok := strings.CutPrefix(title, v); ok && (strings.HasPrefix(tail, " | ") || strings.HasPrefix(tail, " • ")) {
			return v
		}
	}
	return title
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}
