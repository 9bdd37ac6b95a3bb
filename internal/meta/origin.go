package meta

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

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
		if agencies[fold(a.Name)] {
			r.originCandidate("authors", a.Name, a.URL, 0.8)
		}
	}
	for _, i := range r.tail {
		b := &r.page.Blocks[i]
		const longest = 60 // words
		if b.Words > longest || b.Tag == atom.H1 {
			continue
		}
		r.originOf(b)
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
		text := strings.Trim(fold(b.Text[m.Start:m.End]), " :.›»[]()")
		before := strings.TrimRight(fold(b.Text[max(0, int(m.Start)-longest):m.Start]), " :\"")
		label := before == "" && contains(origins["link"], text)
		phrase := before != "" && endsInPhrase(before)
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
	folded := fold(b.Text)
	for _, p := range origins["phrase"] {
		if i := strings.Index(folded, p+" "); i >= 0 {
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
	for _, own := range []string{r.in.URL, r.f.URL} {
		if v, err := url.Parse(own); err == nil && v.Host != "" && strings.TrimPrefix(v.Host, "www.") == strings.TrimPrefix(u.Host, "www.") {
			return true
		}
	}
	return false
}
