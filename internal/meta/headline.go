package meta

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A titleMark is something that speaks for or against a title: see titleWeights.
type titleMark int

const (
	// The sources that say it. The headline of a news article's JSON-LD is a source of its own.
	inNews titleMark = iota
	inJSONLD
	inOpenGraph
	inTwitter
	inItem
	inTitleElement
	labelled      // as the title, by its block
	labelledWhole // several labelled blocks joined
	inHeading     // the first h1 of the page with these words
	laterHeading
	inLower    // a heading of lower rank above the story: an h2 or h3
	lowerAlone // and nobody else says it
	// The same on a page whose JSON-LD tells the headline of a news article.
	newsOpenGraph
	newsTitleElement
	newsLabelled
	newsHeading
	// How it stands on the page.
	inStory // printed only after the story's first block
	// Its words.
	like        // the share of words common with the nearest other title of the head
	likeSlug    // the share of its words in the page's address
	isSlug      // the same, times the share of the address's words that it has
	cutOff      // by its maker: not printed so, and another title goes on
	sitesName   // the site's name, or a part of the title element that is shorter than the others
	tooShort    // less than three words
	withKicker  // another title stands at its end
	inKickered  // it stands at the end of another title
	gluedKicker // printed, with a title of the head at its end
	inGlued     // of the head, at the end of a printed title
	withTail    // another title stands at its beginning
	inTailed    // it stands at the beginning of another
	lowerKicked // of lower rank; the head says it after a kicker, and nobody prints both as one
	// Only the page says it, as its heading, and the head is of several minds.
	amongMany
	titleMarks
)

// longestKicker is how many words a kicker may have that is told from a headline.
const longestKicker = 7

// A titleGroup is all the titles of a page that have the same words.
type titleGroup struct {
	first   int // in the list of candidates
	tokens  []string
	printed bool // the page shows it
	marks   [titleMarks]float64
}

// headline is the index of the best of the titles, -1 for none.
func (r *resolver) headline(all []titleCandidate, s site) int {
	best, most := -1, 0.0
	for _, g := range r.titleGroups(all, s) {
		sum := 0.0
		for m, v := range g.marks {
			sum += v * titleWeights[m]
		}
		if best < 0 || sum > most {
			best, most = g.first, sum
		}
	}
	return best
}

// titleGroups brings the titles with the same words together and gathers their marks.
func (r *resolver) titleGroups(all []titleCandidate, s site) []titleGroup {
	groups := make([]titleGroup, 0, 4)
	headings := 0
	for i, c := range all {
		n := 0
		for n < len(groups) && all[groups[n].first].value != c.value {
			n++
		}
		if n == len(groups) { // seldom: most say the same
			words := tokens(c.value)
			for n = 0; n < len(groups) && !slices.Equal(groups[n].tokens, words); {
				n++
			}
			if n == len(groups) {
				groups = append(groups, titleGroup{first: i, tokens: words})
				groups[n].marks[inStory] = 1
			}
		}
		if c.block >= 0 {
			groups[n].printed = true
		}
		m := &groups[n].marks
		switch c.source {
		case "json-ld news":
			m[inNews] = 1
		case "json-ld":
			m[inJSONLD] = 1
		case "og:title":
			m[inOpenGraph] = 1
		case "twitter:title":
			m[inTwitter] = 1
		case "itemprop":
			m[inItem] = 1
		case "title":
			m[inTitleElement] = 1
		case "printed":
			m[labelled] = 1
		case "printed whole":
			m[labelledWhole] = 1
		case "h1":
			if headings++; headings == 1 {
				m[inHeading] = 1
			} else if m[inHeading] == 0 {
				m[laterHeading] = 1
			}
		case "heading":
			m[inLower] = 1
			if groups[n].first == i { // these come last
				m[lowerAlone] = 1
			}
		}
		if c.block < 0 || r.in.Printed.BodyFirst < 0 || c.block < r.in.Printed.BodyFirst {
			m[inStory] = 0
		}
		if c.block >= 0 && s.isName(c.value) {
			m[sitesName] = 1
			if own := compact(c.value); s.exactly(c.value) || contains(s.mastheads, own) || contains(s.labels, own) {
				m[sitesName] = 2
			}
		}
	}
	slug := r.slug()
	told := 0 // titles of the head
	for i := range groups {
		if all[groups[i].first].block < 0 {
			told++
		}
	}
	for i := range groups {
		g := &groups[i]
		m := &g.marks
		for j := range groups {
			h := &groups[j]
			if i == j || len(h.tokens) == 0 {
				continue
			}
			if all[h.first].block < 0 {
				n := float64(common(g.tokens, h.tokens))
				m[like] = max(m[like], n/float64(max(len(g.tokens), 1))*(n/float64(len(h.tokens))))
			}
			if len(h.tokens) >= 3 && len(h.tokens) < len(g.tokens) {
				if endIn(g.tokens, h.tokens) {
					m[withKicker] = 1
					if all[h.first].block < 0 && m[labelled]+m[inHeading] > 0 && len(g.tokens)-len(h.tokens) <= longestKicker {
						m[gluedKicker] = 1
					}
				}
				if beginWith(g.tokens, h.tokens) {
					m[withTail] = 1
				}
			}
			if len(g.tokens) >= 3 && len(g.tokens) < len(h.tokens) {
				if endIn(h.tokens, g.tokens) {
					m[inKickered] = 1
					if m[inLower] > 0 && !h.printed && kickered(all[h.first].value, all[g.first].value) {
						m[lowerKicked] = 1
					}
					if all[g.first].block < 0 && h.marks[labelled]+h.marks[inHeading] > 0 && len(h.tokens)-len(g.tokens) <= longestKicker {
						m[inGlued] = 1
					}
				}
				if beginWith(h.tokens, g.tokens) {
					m[inTailed] = 1
					if m[labelled]+m[inHeading] == 0 && (truncated(all[g.first].value) || cutAtQuote(all[g.first].value, all[h.first].value)) {
						m[cutOff] = 1
					}
				}
				if m[labelled]+m[inHeading] == 0 && h.marks[labelled] > 0 && cutAtLength(all[g.first].value, all[h.first].value) {
					m[cutOff] = 1
				}
			}
		}
		if all[g.first].block < 0 {
			m[like] = 1
		} else if told > 1 && m[withKicker]+m[withTail] == 0 {
			m[amongMany] = m[labelled] * m[inHeading]
		}
		if len(all) > 0 && all[0].source == "json-ld news" {
			m[newsOpenGraph], m[newsTitleElement], m[newsLabelled], m[newsHeading] = m[inOpenGraph], m[inTitleElement], m[labelled], m[inHeading]
		}
		m[likeSlug] = overlap(g.tokens, slug)
		m[isSlug] = m[likeSlug] * overlap(slug, g.tokens)
		if len(g.tokens) < 3 {
			m[tooShort] = 1
		}
	}
	return groups
}

func beginWith(words, first []string) bool { return slices.Equal(words[:len(first)], first) }

func endIn(words, last []string) bool { return slices.Equal(words[len(words)-len(last):], last) }

// cutAtQuote reports whether a title ends where another goes on with a quotation mark: its
// maker wrote it into an attribute as it is.
func cutAtQuote(title, whole string) bool {
	rest, ok := strings.CutPrefix(whole, title)
	return ok && strings.HasPrefix(strings.TrimSpace(rest), "\"")
}

// cutAtLength reports whether a title is a beginning of another, as long as its maker allows
// one to be, that ends inside of a sentence.
func cutAtLength(title, whole string) bool {
	const shortestLimit = 90 // runes: the limits that are met are from 100 on, with the site's name
	rest, ok := strings.CutPrefix(whole, title)
	return ok && utf8.RuneCountInString(title) >= shortestLimit && isWordRune(firstRune(strings.TrimLeft(rest, " ")))
}

// kickered reports whether a title is a headline with a kicker and a sign before it.
func kickered(title, headline string) bool {
	kicker, ok := strings.CutSuffix(title, headline)
	return ok && endsInSeparator(kicker)
}

// slug are the words of the last part of the page's address.
func (r *resolver) slug() []string {
	for _, u := range r.addresses {
		path := strings.Trim(u.Path, "/")
		if words := tokens(strings.TrimSuffix(path[strings.LastIndexByte(path, '/')+1:], ".html")); len(words) > 2 {
			return words
		}
	}
	return nil
}

// titleWeights say how much each mark counts. They are those of a conditional logit, fitted
// on pages with known headlines and checked by fivefold cross-validation over sites.
var titleWeights = [titleMarks]float64{
	inNews: 1.8, inJSONLD: 0.2, inOpenGraph: 0.9, inTwitter: 0.2, inItem: 0.6, inTitleElement: -0.3,
	labelled: 1.1, labelledWhole: 0, inHeading: 0.8, laterHeading: 1, inLower: 0.5, lowerAlone: -0.7, newsOpenGraph: 0.3, newsTitleElement: -0.8,
	newsLabelled: 0.3, newsHeading: -0.9, inStory: -2.1, like: 0.3, likeSlug: 0.7, isSlug: 1, cutOff: -5, sitesName: -0.8,
	tooShort: -0.6, withKicker: -0.4, inKickered: 0.6, gluedKicker: -0.3, inGlued: 0.8, withTail: -0.2, inTailed: 0.1, lowerKicked: 4, amongMany: 1,
}
