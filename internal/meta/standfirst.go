package meta

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// standfirst resolves the summary: the printed one, else the line between headline and body
// that the metadata give as the story's description.
func (r *resolver) standfirst() {
	printed := cutLabel(r.text(r.in.Printed.Standfirst, "\n"))
	if printed != "" {
		r.choose(r.consider("standfirst", "printed", printed, 0.9))
		r.f.Standfirst = printed
	}
	for _, c := range []titleCandidate{
		{"json-ld", clean(r.article.Description), 0.5, -1}, {"og:description", r.meta("og:description"), 0.4, -1}, {"description", r.meta("description"), 0.3, -1},
	} {
		if r.settled(r.f.Standfirst != "" || r.in.NoStory) {
			break
		}
		if c.value == "" {
			continue
		}
		i := r.consider("standfirst", c.source, c.value, c.confidence)
		if r.f.Standfirst != "" || r.in.NoStory {
			continue
		}
		if line := r.describedLine(c.value); line >= 0 {
			r.f.Standfirst, r.f.StandfirstLine = r.text([]int32{line}, ""), line
			r.choose(i)
		}
	}
}

// describedLine is the block between headline and body that a description repeats, a heading
// right below the headline included; -1 for none. A paragraph of the body that is repeated is
// the body's: software takes descriptions from there.
func (r *resolver) describedLine(description string) int32 {
	const least, reach = 40, 12 // bytes; blocks
	first := r.in.Printed.BodyFirst
	want := strings.TrimRight(fold(description), " .…")
	if len(r.in.Printed.Title) == 0 || first < 0 || len(description) < least || want == "" {
		return -1
	}
	title := r.in.Printed.Title[0]
	for i := title + 1; i <= first && i <= title+reach && int(i) < len(r.page.Blocks); i++ {
		b := &r.page.Blocks[i]
		heading := b.Tag == atom.H2 || b.Tag == atom.H3 || b.Tag == atom.H4
		if b.Hidden || b.Dropped || i == first && !heading {
			continue
		}
		if firstFolded(strings.TrimSpace(b.Text)) != firstRune(want) { // most
			continue
		}
		text := strings.TrimRight(fold(b.Text), " .…")
		if text == want || truncated(description) && strings.HasPrefix(text, want) {
			return i
		}
	}
	return -1
}

// cutLabel takes the word for "summary" off a standfirst: "摘要：…".
func cutLabel(s string) string {
	for _, label := range byline["summary"] {
		if n, ok := foldedPrefix(s, label); ok {
			return strings.TrimSpace(s[n:])
		}
	}
	return s
}
