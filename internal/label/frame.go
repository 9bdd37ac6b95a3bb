package label

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
	"github.com/seed-90a94633/newsparse/internal/runes"
)

// frame names what stands above the story: the headline, the breadcrumb, the site's clock
// and the lone label of the publisher.
func (l *labeller) frame() {
	title := l.titleBlock()
	l.title = title
	if title >= 0 {
		l.set(title, Title)
		l.titleCopies(title)
	}
	above := min(l.out.First+2, len(l.p.Blocks)) // a lone label may pass for the first line of the story
	if l.out.Last == 0 {
		above = len(l.p.Blocks)
	}
	publishers := publisherNames(l.p, title)
	crumb := -1
	for i := range above {
		b, row := &l.p.Blocks[i], l.rows.Row(i)
		role := l.out.Labels[i].Role
		switch {
		case role != unset && role != Byline || b.Hidden || b.Dropped: // rivals may take it for a byline
		case role == unset && phrases.Class(row[fPhrase]) == phrases.BreadcrumbLine && !l.in[i]:
			l.set(i, Breadcrumb)
		case title >= 0 && slices.ContainsFunc(publishers, func(p string) bool { return strings.EqualFold(b.Text, p) }):
			l.set(i, PublisherLabel)
		}
		if l.out.Labels[i].Role == Breadcrumb || !l.p.FromText && l.reason(i) == Breadcrumb {
			if i <= title || title < 0 {
				crumb = i
			}
		}
	}
	// A date above the breadcrumb is not the story's: sites print the day there.
	for i := range max(crumb, 0) {
		if class := phrases.Class(l.rows.Row(i)[fPhrase]); class == phrases.DateAlone && l.out.Labels[i].Role == unset {
			l.set(i, HeaderDate)
		}
	}
}

func (l *labeller) set(i int, r Role) {
	l.out.Labels[i].Role = r
	l.in[i] = r == Standfirst || r.InBody()
}

// titleBlock is the block that is the printed headline, -1 for none.
func (l *labeller) titleBlock() int {
	if !l.p.FromText && !l.p.Markdown {
		if t := int(l.survey.title); t >= 0 && !l.p.Blocks[t].Dropped {
			return t
		}
		return -1
	}
	return l.textHeadline()
}

// endsBreadcrumb reports whether a breadcrumb above block i ends in its text, or in the
// beginning of it.
func (l *labeller) endsBreadcrumb(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		if phrases.Class(l.rows.Row(k)[fPhrase]) != phrases.BreadcrumbLine {
			continue
		}
		crumb := strings.TrimRight(fold(l.p.Blocks[k].Text), ".… ")
		title := fold(l.p.Blocks[i].Text)
		// The longest beginning of the title that the breadcrumb may end in.
		for n := min(len(crumb), len(title)); n >= 12; n-- {
			if strings.HasSuffix(crumb, title[:n]) {
				return true
			}
		}
	}
	return false
}

// fold makes texts comparable that differ in case and in the form of their apostrophes.
func fold(s string) string { return string(appendFolded(make([]byte, 0, len(s)), s)) }

// foldedASCII are the bytes of ASCII in the form that fold gives them.
var foldedASCII = func() (folded [utf8.RuneSelf]byte) {
	for c := range folded {
		switch b := byte(c); {
		case 'A' <= b && b <= 'Z':
			folded[c] = b | 0x20
		case b == '`' || b == '"':
			folded[c] = '\''
		default:
			folded[c] = b
		}
	}
	return folded
}()

// appendFolded appends a folded text. One pass over the bytes takes a sixth of the time of
// strings.Map and strings.ToLower.
func appendFolded(to []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			to = append(to, foldedASCII[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '‘', '’', '´', 'ʼ', '“', '”':
			to = append(to, '\'')
		default:
			to = utf8.AppendRune(to, runes.ToLower(r))
		}
		i += size
	}
	return to
}

// hasLoneSuffix reports whether what follows the last separator of block i also stands on
// a line of its own near it: the name of the publisher.
func (l *labeller) hasLoneSuffix(i int) bool {
	suffix := suffixOf(l.p.Blocks[i].Text)
	if suffix == "" {
		return false
	}
	for k := max(0, i-5); k < min(len(l.p.Blocks), i+6); k++ {
		if k != i && strings.EqualFold(l.p.Blocks[k].Text, suffix) {
			return true
		}
	}
	return false
}

// titleCopies are the lines that say the headline again: the title element, the end of a
// breadcrumb.
func (l *labeller) titleCopies(title int) {
	text := l.p.Blocks[title].Text
	for i := range l.p.Blocks {
		b := &l.p.Blocks[i]
		same := len(b.Text) == len(text) && strings.EqualFold(b.Text, text)
		if i != title && l.out.Labels[i].Role == unset && (same || l.p.FromText && suffixAfter(b.Text, text) != "") && !b.Dropped && !b.Hidden {
			l.set(i, Duplicate)
		}
	}
}

// suffixAfter is the name of the site that a line has after a headline; empty for other lines.
func suffixAfter(line, headline string) string {
	rest, ok := strings.CutPrefix(line, headline)
	if !ok || rest == "" {
		return ""
	}
	suffix := suffixOf(line)
	if suffix == "" || !slices.Contains(titleSeparators[:], strings.TrimSuffix(rest, suffix)) {
		return ""
	}
	return suffix
}

// titleSeparators stand between a headline and the name of its site.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "｜"}

// separatorBytes are the first bytes of titleSeparators without their spaces.
var separatorBytes = func() (is [256]bool) {
	for _, sep := range titleSeparators {
		is[strings.TrimSpace(sep)[0]] = true
	}
	return is
}()

// publisherNames are the names that the page gives its publisher: the declared one, and
// what follows the last separator of the printed headline and of the title element.
func publisherNames(p *page.Page, title int) (names []string) {
	for _, m := range p.Metas {
		if m.Name == "og:site_name" {
			names = append(names, strings.TrimSpace(m.Content))
		}
	}
	if s := suffixOf(p.Title); s != "" {
		names = append(names, s)
	}
	if title >= 0 {
		headline := p.Blocks[title].Text
		if s := suffixOf(headline); s != "" {
			names = append(names, s)
		}
		if s := suffixAfter(p.Blocks[0].Text, headline); p.FromText && s != "" {
			names = append(names, s)
		}
	}
	return names
}

// suffixOf is what follows the last separator of a title, if that is short.
func suffixOf(title string) string {
	if !mayHaveSeparator(title) {
		return "" // most lines: one look at their bytes instead of eight searches
	}
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(title, sep); i > 0 {
			if s := strings.TrimSpace(title[i+len(sep):]); s != "" && page.Measure(s) <= 5 {
				return s
			}
		}
	}
	return ""
}

// mayHaveSeparator reports whether one of titleSeparators may stand in a text.
func mayHaveSeparator(s string) bool {
	for i := range len(s) {
		if separatorBytes[s[i]] {
			return true
		}
	}
	return false
}
