package meta

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// Labels go by how a line looks, and of the names and dates on a page most are of other stories, of comments
// and of archives. Which of them are this story's shows once its authors and its days are known.

const (
	// belowBody is how many blocks after the body bylines and dates are the story's: those further below are
	// of comments and of other stories. Of pages annotated by hand 3 to 5 are best.
	belowBody = 4
	// longestByline and longestDate are how many words a line has at the most that is taken for one
	// only because it tells an author or a day. Bylines of 6 or 25 words, dates of 6 or 12, cost .001 to .007 of F1.
	longestByline, longestDate = 12, 8
	// longestShared is the same of a line that was labelled a byline or a date: it may hold both, and more.
	longestShared = 25
	// shortestBio is how many words a sentence about an author has at the least.
	shortestBio = 7
)

// headerLines decides which lines are bylines and dates of the story.
func (r *resolver) headerLines() {
	if r.in.NoStory || r.in.Printed.BodyFirst < 0 {
		r.f.BylineLines, r.f.DateLines = r.in.Printed.Byline, r.in.Printed.Dates
		return
	}
	for i := range r.f.Authors {
		if words := tokens(r.f.Authors[i].Name); len(words) > 0 {
			r.authorWords = append(r.authorWords, authorWords{words, !r.f.Authors[i].Organization})
		}
	}
	for _, i := range r.in.Printed.Byline {
		if r.isBlock(i) && !r.isFarBelow(i) {
			r.labelledByline(i)
		}
	}
	var bare []int32 // dates without a year, "3 hours ago", "Published"
	for _, i := range r.in.Printed.Dates {
		if !r.isBlock(i) {
			continue
		}
		b := &r.page.Blocks[i]
		dates := r.datesIn(b.Text)
		switch named, _ := r.namesAuthors(b, longestShared); {
		case named:
			r.f.BylineLines = append(r.f.BylineLines, i)
		case len(dates) == 0:
			bare = append(bare, i)
		case !r.isFarBelow(i) && (r.tellsDay(dates) || r.f.Published.Time.IsZero()):
			r.f.DateLines = append(r.f.DateLines, i)
		}
	}
	for _, i := range r.head {
		if i <= r.in.Printed.BodyFirst+1 && !slices.Contains(r.in.Printed.Byline, i) && !slices.Contains(r.in.Printed.Dates, i) {
			r.unlabelledLine(i)
		}
	}
	r.bioLines()
	r.bareDates(bare)
}

// bareDates keeps the dates without a year that stand right beside the headline, a byline or another date.
func (r *resolver) bareDates(bare []int32) {
	if len(bare) == 0 {
		return
	}
	beside := map[int32]bool{} // a page may have very many
	add := func(i int32) { beside[i-1], beside[i+1] = true, true }
	for _, lines := range [...][]int32{r.in.Printed.Title, r.f.BylineLines, r.f.DateLines} {
		for _, i := range lines {
			add(i)
		}
	}
	for _, i := range bare {
		if beside[i] {
			r.f.DateLines = append(r.f.DateLines, i)
			add(i)
		}
	}
}

// labelledByline keeps a byline that names somebody or says "by". Others are dates, or, where the authors are
// known, neither: "Full bio", "Tech industry".
func (r *resolver) labelledByline(i int32) {
	b := &r.page.Blocks[i]
	text := b.Text
	named, _ := r.namesAuthors(b, longestShared)
	line, signed := r.signedLine(text)
	switch {
	case named, signed, isAuthorLabel(text), len(names(line, true)) > 0:
		r.f.BylineLines = append(r.f.BylineLines, i)
	case len(r.datesIn(text)) > 0:
		r.f.DateLines = append(r.f.DateLines, i)
	case len(r.f.Authors) == 0:
		r.f.BylineLines = append(r.f.BylineLines, i)
	}
}

// unlabelledLine finds the bylines and dates among the lines near the headline that nobody took for any: they hold
// hardly anything but an author, or the day.
func (r *resolver) unlabelledLine(i int32) {
	b := &r.page.Blocks[i]
	if b.Tag == atom.H1 || b.Words > longestByline { // a blog may have its author's name at its head
		return
	}
	named, nothingElse := r.namesAuthors(b, longestByline)
	isDate := b.Words <= longestDate && r.tellsDay(r.datesIn(b.Text))
	switch {
	case nothingElse || named && isDate:
		r.f.BylineLines = append(r.f.BylineLines, i)
	case isDate:
		r.f.DateLines = append(r.f.DateLines, i)
	}
}

func (r *resolver) isFarBelow(i int32) bool { return i > r.in.Printed.BodyLast+belowBody }

// tellsDay reports whether one of the dates is the day on which the story was published or changed, or the one
// before or after it: what the metadata tell may be a day of another time zone.
func (r *resolver) tellsDay(dates []found) bool {
	for _, of := range [...]Date{r.f.Published, r.f.Modified} {
		if of.Time.IsZero() {
			continue
		}
		for i := range dates {
			if n := days(stampOf(of), dates[i].stamp); -1 <= n && n <= 1 {
				return true
			}
		}
	}
	return false
}

// An authorWords is the name of an author.
type authorWords struct {
	words  []string // folded
	person bool
}

// namesAuthors reports whether a line of at most so many words names an author, and whether at least half of
// its words, numbers aside, are names of persons among the authors.
func (r *resolver) namesAuthors(b *page.Block, longest int32) (named, nothingElse bool) {
	if len(r.authorWords) == 0 || b.Words > longest {
		return false, false
	}
	r.lineWords = appendTokens(r.lineWords[:0], b.Text)
	words := r.lineWords
	persons, others := 0, 0
	for len(words) > 0 {
		n, person := r.authorAt(words)
		switch {
		case person:
			persons += n
		case n == 0 && !hasDigits(words[0], 1):
			others++
		}
		named = named || n > 0
		words = words[max(n, 1):]
	}
	return named, persons > 0 && persons >= others
}

// authorAt is how many words of an author's name some words begin with, 0 for none.
func (r *resolver) authorAt(words []string) (n int, person bool) {
	for _, a := range r.authorWords {
		if len(a.words) > n && len(a.words) <= len(words) && slices.Equal(a.words, words[:len(a.words)]) {
			n, person = len(a.words), a.person
		}
	}
	return n, person
}

// bioLines finds the sentences about an author at the end of the story, which begin with the name, and names right
// above such a line.
func (r *resolver) bioLines() {
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	const inBody = 2          // blocks at its end that may be about the author
	signed := last + edgeSize // the first byline
	if len(r.f.BylineLines) > 0 {
		signed = slices.Min(r.f.BylineLines)
	}
	for i := last + edgeSize; i > max(first, last-inBody); i-- {
		if !r.isBlock(i) {
			continue
		}
		b := &r.page.Blocks[i]
		if b.Hidden || b.Dropped {
			continue
		}
		_, nothingElse := r.namesAuthors(b, longestByline)
		switch {
		case nothingElse && i > last && (slices.Contains(r.in.Printed.Bio, i+1) || slices.Contains(r.f.BioLines, i+1)),
			!nothingElse && i > signed && b.Words >= shortestBio && r.beginsWithAuthor(b.Text):
			r.f.BioLines = append(r.f.BioLines, i)
		}
	}
}

// beginsWithAuthor reports whether a text begins with the full name of a person among the authors. In an interview
// whoever speaks next is named like that, before a colon.
func (r *resolver) beginsWithAuthor(text string) bool {
	const longest = 100 // bytes of a name
	start := text[:min(len(text), longest)]
	n, person := r.authorAt(tokens(start))
	speaker, _, _ := strings.Cut(start, ":")
	return person && n > 1 && len(tokens(speaker)) != n
}
