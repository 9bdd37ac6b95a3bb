package meta

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// sourceLabels are the labels of a link to the original, with a colon.
var sourceLabels = func() (labels []string) {
	for _, label := range origins["link"] {
		labels = append(labels, label+":")
	}
	return labels
}()

// originCandidate notes who the story was taken from; the first stays.
func (r *resolver) originCandidate(source, name, address string, confidence float64) {
	value := name
	if value == "" {
		value = address
	}
	n := r.consider("origin", source, value, confidence)
	if r.f.Origin == (Publisher{}) {
		r.f.Origin = Publisher{Name: name, URL: address}
		r.choose(n)
	}
}

// origin finds the wire service or site that a story was taken from: the dateline's agency,
// an agency among the authors, a label after the body.
func (r *resolver) origin() {
	for _, a := range r.f.Authors {
		if agencies.has(a.Name) {
			r.originCandidate("authors", a.Name, a.URL, 0.8)
		}
	}
	if last := r.in.Printed.BodyLast; last >= 0 && int(last) < len(r.page.Blocks) {
		if inner := closingBracket(r.page.Blocks[last].Text); agencies.has(inner) {
			r.originCandidate("sign-off", inner, "", 0.7)
		}
	}
	for _, blocks := range [][]int32{r.in.Printed.Byline, r.in.Printed.Dates} {
		for _, i := range blocks {
			if i >= 0 && int(i) < len(r.page.Blocks) {
				r.sourceNote(r.page.Blocks[i].Text, 0.7)
			}
		}
	}
	for _, i := range r.edges {
		b := &r.page.Blocks[i]
		const longest = 60 // words
		if i >= r.in.Printed.BodyLast && b.Words <= longest && b.Tag != atom.H1 {
			r.originOf(b)
		}
	}
	r.nameOrigin()
}

// nameOrigin completes the name of the origin: an agency's initials stand for the
// organisation that signs, and a lone link for what the title says after its bar, "… | NVN",
// or for its host.
func (r *resolver) nameOrigin() {
	o := &r.f.Origin
	for _, a := range r.f.Authors {
		if a.Organization && o.Name != "" && o.Name == initials(a.Name) {
			o.Name = a.Name
		}
	}
	if *o != (Publisher{}) && o.Name == "" {
		if o.Name = r.titleSuffix; o.Name == "" {
			if u, err := url.Parse(o.URL); err == nil {
				o.Name = strings.TrimPrefix(u.Hostname(), "www.")
			}
		}
	}
}

// initials are the first letters of a name of several words in capitals: "AP".
func initials(name string) string {
	out := ""
	words := strings.Fields(name)
	for _, w := range words {
		if startsUpper(w) {
			out += string(firstRune(w))
		}
	}
	if len(words) < 2 {
		return ""
	}
	return out
}

// sourceNote finds "Source: Name" in a line: the label, a colon, a short name.
func (r *resolver) sourceNote(text string, confidence float64) {
	if !colonSigns.in(text) {
		return
	}
	for part := range strings.FieldsFuncSeq(text, lineBreaks.has) {
		if !colonSigns.in(part) {
			continue
		}
		const wide = "："
		hasWide := strings.Contains(part, wide)
		trimmed := strings.TrimSpace(part)
		for _, label := range sourceLabels {
			at, n := -1, 0
			if hasWide {
				at, n = strings.Index(part, label[:len(label)-1]+wide), len(label)-1+len(wide)
			}
			if at < 0 {
				k, ok := foldedPrefix(trimmed, label)
				if !ok {
					continue
				}
				part, at, n = trimmed, 0, k
			}
			name := strings.TrimSpace(beforeLabel(strings.TrimSpace(part[at+n:])))
			if i := strings.IndexAny(name, " \u3000"); i > 0 && isIdeograph(firstRune(name)) {
				name = name[:i]
			}
			const longest = 60 // bytes
			if name = strings.Trim(name, " .:"); name != "" && len(name) <= longest && !r.own.isName(name) && !strings.Contains(name, "://") {
				r.originCandidate("source note", name, "", confidence)
			}
			return
		}
	}
}

func (r *resolver) originOf(b *page.Block) {
	for n := range b.Marks {
		m := &b.Marks[n]
		if m.Kind != page.Link || m.Start < 0 || m.Start >= m.End || int(m.End) > len(b.Text) {
			continue
		}
		const longest = 60 // bytes of a label
		if m.End-m.Start > longest {
			continue
		}
		before := strings.TrimRight(fold(b.Text[max(0, int(m.Start)-longest):m.Start]), " :\"")
		label := before == "" && originLinks[strings.Trim(fold(b.Text[m.Start:m.End]), " :.›»[]()")]
		phrase := before != "" && (endsInPhrase(before) || originLinks[before])
		if !label && !phrase {
			continue
		}
		if address := r.absolute(m.URL); address == "" || r.ownHost(address) {
			continue
		} else if label {
			r.originCandidate("source link", "", address, 0.7)
		} else {
			r.originCandidate("text", strings.TrimSpace(b.Text[m.Start:m.End]), address, 0.8)
		}
	}
	if len(b.Marks) > 0 {
		return
	}
	r.sourceNote(b.Text, 0.5)
	folded := appendFolded(make([]byte, 0, 512), b.Text) // longer than most; no memory is taken for it
	for _, spaced := range originPhrases {
		if bytes.Contains(folded, spaced) {
			p := string(spaced[:len(spaced)-1])
			n := len(p)
			for j := range b.Text { // the phrase's place in the text as it stands
				if k, ok := foldedPrefix(b.Text[j:], p); ok {
					n = j + k
					break
				}
			}
			if name := strings.Trim(b.Text[min(n, len(b.Text)):], " .:\"“”"); name != "" && len(name) <= 60 {
				r.originCandidate("text", name, "", 0.6)
			}
			return
		}
	}
}

// ownAgency reports whether the site's names hold the words of a name: an agency's own page.
func (r *resolver) ownAgency(name string) bool {
	words := tokens(name)
	for _, n := range r.own.told {
		if overlap(words, tokens(n.name)) == 1 {
			return true
		}
	}
	return false
}

func endsInPhrase(folded string) bool {
	for _, p := range origins["phrase"] {
		if strings.HasSuffix(folded, p) {
			return true
		}
	}
	return false
}

func (r *resolver) ownHost(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	for _, v := range r.addresses {
		if v.Host != "" && strings.TrimPrefix(v.Host, "www.") == strings.TrimPrefix(u.Host, "www.") {
			return true
		}
	}
	return false
}
