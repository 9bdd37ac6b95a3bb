package page

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The parser reads the page anew for each question. mostQuestions bounds these, and what it reads
// for them is at most 8 times the page and 16 MB: with a flipped bit in 20 bytes, the worst page
// of the corpus takes 39 questions for its 640 kB. mostPlaces are in one question.
const (
	mostQuestions = 40
	mostPlaces    = 1000
)

func mostRead(page int) int { return 8*page + 16<<20 }

// A place is one that the parser is asked about: whether the raw text that begins there is part of
// a drawing, or whether a section may begin there.
type place struct {
	at      int
	section bool
}

// isDrawn reports what the parser says of a place, by the element that it made of the mark there:
// nil where it made none.
func (p place) isDrawn(mark *html.Node) bool {
	return mark != nil && (mark.Namespace != "" || p.section && mark.Parent.Namespace != "")
}

// An answer is what the parser said of a place. All those before it are part of no drawing.
type answer struct {
	place
	drawn bool     // of this one
	open  []string // there, see foreign
	doubt doubt
}

// ask reports whether a place is part of a drawing, which the parser knows. With the last answer
// it also finds out what is open there.
func (s *sieve) ask(p place) bool {
	f := &s.foreign
	switch {
	case s.ahead:
		if len(s.places) < mostPlaces {
			s.places = append(s.places, p)
		}
		return false
	case p.at <= f.answer.at: // it is known already
	case f.asked == mostQuestions || f.read > mostRead(len(s.text)) || !s.question(p):
		s.giveUp()
		return false
	}
	if p.at < f.answer.at {
		f.lose() // until the last place that is known
		return false
	}
	f.forget(f.answer.doubt)
	f.open = append(f.open, f.answer.open...)
	return f.answer.drawn
}

// skip keeps a range from the parser where the sieve only looks ahead; an end of -1 is that of the
// page.
func (s *sieve) skip(start, end int) {
	if end < 0 {
		end = len(s.text)
	}
	if s.ahead && start < end {
		s.cuts = append(s.cuts, cut{start: int32(start), end: int32(end)})
	}
}

// question lets the parser read the page with a mark, an element of style, at a place and at those
// that come after it: one question for all. Which places these are is a guess, that none is
// part of a drawing: the first one that is shows that the guess was wrong from there on. The
// parser does not see what is in them, so that it reads no more than what was counted, whether
// the guess is right or wrong. question reports whether there is an answer: else the context has
// ended.
func (s *sieve) question(first place) bool {
	guess := sieve{ctx: s.ctx, text: s.text, tags: s.tags, whole: true, lost: true, ahead: true, foreign: foreign{doubt: deep}}
	guess.read(first.at)
	places := guess.places
	if len(places) == 0 { // the context has ended
		return false
	}
	name := "\uE000" // it has no capital letter
	for strings.Contains(s.text, name) {
		name += name
	}
	var marked strings.Builder
	at, cuts := 0, guess.cuts
	until := func(end int) {
		for ; len(cuts) > 0 && int(cuts[0].start) < end; cuts = cuts[1:] {
			marked.WriteString(s.text[at:cuts[0].start])
			at = int(cuts[0].end)
		}
		marked.WriteString(s.text[at:end])
		at = end
	}
	for i, p := range places {
		until(p.at)
		marked.WriteString("<style " + name + "=" + strconv.Itoa(i) + "></style>")
	}
	before := len(s.cuts)
	for before > 0 && int(s.cuts[before-1].end) > first.at {
		before--
	}
	part := sieve{ctx: s.ctx, text: marked.String(), cuts: s.cuts[:before], tags: guess.tags, drawnRaw: s.drawnRaw}
	root, err := parseUnlessSuspect(&part, part.tags.suspect())
	if err != nil {
		return false
	}
	marks := make([]*html.Node, len(places))
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && len(n.Attr) > 0 && n.Attr[0].Key == name {
			if i, err := strconv.Atoi(n.Attr[0].Val); err == nil && i < len(marks) {
				marks[i] = n
			}
		}
	}
	last := len(places) - 1
	for i := range places {
		if places[i].isDrawn(marks[i]) {
			last = i
			break
		}
	}
	f := &s.foreign
	f.asked++
	f.read += marked.Len()
	f.leave()
	if marks[last] != nil {
		s.found(marks[last])
	}
	f.answer = answer{places[last], places[last].isDrawn(marks[last]), slices.Clone(f.open), f.doubt}
	return true
}

// found notes what is open around the element that shows where the parser is.
func (s *sieve) found(n *html.Node) {
	f := &s.foreign
	last := n
	for up := range n.Ancestors() {
		switch {
		case up.Namespace == "":
		case last.Namespace != "" || len(f.open) == 0:
			f.open = append(f.open, up.Data)
			if holdsHTML(up.Namespace, strings.ToLower(up.Data)) && last != n && last.Namespace != "" {
				f.lose() // a drawing in HTML in a drawing
				return
			}
		default:
			f.lose()
			return
		}
		last = up
	}
	slices.Reverse(f.open)
	if n.Namespace == "" && len(f.open) > 0 {
		f.doubt = hosting
	}
}

// giveUp says that nobody knows what the parser makes of the page. From here on, the sieve reads
// it as if no drawing were open.
func (s *sieve) giveUp() {
	s.astray = true
	s.foreign.leave()
}
