package meta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// printedCrumbs are the steps of the printed breadcrumb: of the labelled one, else of the
// blocks above the story whose elements are named for it, else of a line that begins with "Home".
func (r *resolver) printedCrumbs() []string {
	blocks := r.in.Printed.Breadcrumb
	likely := r.likelyCrumbs()
	if len(blocks) == 0 || len(likely) > len(blocks) && slices.Contains(likely, blocks[0]) { // each step may be a block
		blocks = likely
	}
	var out []string
	for _, i := range blocks {
		if !r.isBlock(i) {
			continue
		}
		b := &r.page.Blocks[i]
		if steps := linkSteps(b); len(steps) > 1 {
			out = append(out, steps...)
			continue
		}
		out = append(out, splitCrumbs(b.Text, r.f.Title)...)
	}
	return out
}

// likelyCrumbs finds the breadcrumb where no block is labelled as one.
func (r *resolver) likelyCrumbs() []int32 {
	const reach, longest, most = 150, 16, 8 // blocks; words; steps
	end := int32(min(len(r.page.Blocks), reach))
	if first := r.in.Printed.BodyFirst; first >= 0 {
		end = min(end, first)
	}
	var named []int32
	home := int32(-1)
	for i := range end {
		b := &r.page.Blocks[i]
		if b.Hidden || b.Dropped || b.Words > longest {
			continue
		}
		switch {
		case r.named(i, page.ClassBreadcrumb):
			if len(named) > 0 && i-named[len(named)-1] > 2 {
				return named
			}
			named = append(named, i)
		case home < 0 && startsHome(b.Text):
			home = i
		}
	}
	switch {
	case len(named) > 0 && len(named) <= most:
		return named
	case home >= 0:
		return []int32{home}
	}
	return nil
}

// startsHome reports whether a line is a path: "Home / World".
func startsHome(text string) bool {
	const longest = 150 // bytes
	if len(text) > longest {
		return false
	}
	i := crumbSigns.index(text)
	if i <= 0 {
		return false
	}
	head := fold(strings.TrimSpace(text[:i]))
	if _, rest, ok := strings.Cut(head, ":"); ok {
		head = strings.TrimSpace(rest)
	}
	return homes[head]
}

// linkSteps are the texts of a block's links, where these are nearly all of it.
func linkSteps(b *page.Block) []string {
	var out []string
	for _, m := range b.Marks {
		if m.Kind == page.Link && m.Start >= 0 && m.Start < m.End && int(m.End) <= len(b.Text) {
			out = append(out, b.Text[m.Start:m.End])
		}
	}
	return out
}

// splitCrumbs splits a breadcrumb at its signs or, where it has none because a scraper lost
// them, at the joints of "HomeWorldThe title, cut off...": a capital after a small letter.
func splitCrumbs(text, title string) []string {
	const longest = 600 // bytes
	text = clean(text)
	if len(text) > longest {
		return nil
	}
	for _, sep := range []string{"»", "›", ">", "→", " / ", "|", "·", "•", "\\", "/"} {
		if strings.Contains(text, sep) {
			return strings.Split(text, sep)
		}
	}
	head, cut := cutTitleTail(text, title)
	home := false
	for h := range homes {
		if n, ok := foldedPrefix(head, h); ok && n < len(head) && n > 2 {
			if next, _ := utf8.DecodeRuneInString(head[n:]); unicode.IsUpper(next) {
				head, home = head[n:], true
				break
			}
		}
	}
	if !cut && !home {
		return []string{text}
	}
	var out []string
	start := 0
	last := rune(0)
	for i, r := range head {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			out = append(out, head[start:i])
			start = i
		}
		last = r
	}
	return append(out, head[start:])
}

// cutTitleTail takes the title, or its beginning, off the end of a fused breadcrumb.
func cutTitleTail(text, title string) (head string, cut bool) {
	want := fold(title)
	const least = 12 // bytes of the title that must be there
	if len(want) < least {
		return text, false
	}
	body := strings.TrimRight(text, " .…")
	probe := want[:least]
	for !utf8.ValidString(probe) {
		probe = probe[:len(probe)-1]
	}
	for i := range body {
		if len(body)-i < least {
			break
		}
		if _, ok := foldedPrefix(body[i:], probe); ok && strings.HasPrefix(want, fold(body[i:])) {
			return strings.TrimSpace(body[:i]), true
		}
	}
	return text, false
}
