package meta

import (
	"net/url"
	"strings"
)

// address resolves the page's own address: the canonical link, og:url, the JSON-LD's, else
// the one that it was fetched from. A canonical link to the site's front page is a mistake of
// its makers.
func (r *resolver) address() {
	if u, err := url.Parse(r.in.URL); err == nil && r.in.URL != "" {
		r.addresses = append(r.addresses, u)
		if u.Host != "" {
			r.base = u
		}
	}
	if b, err := url.Parse(strings.TrimSpace(r.page.Base)); err == nil && r.page.Base != "" {
		if r.base != nil {
			b = r.base.ResolveReference(b)
		}
		if b.Host != "" {
			r.base = b
		}
	}
	done := false
	for _, c := range []titleCandidate{
		{"canonical", r.canonical(), 0.95, -1}, {"og:url", r.meta("og:url"), 0.9, -1}, {"json-ld", r.article.URL, 0.8, -1}, {"source", r.in.URL, 0.7, -1},
	} {
		if r.settled(done) {
			break
		}
		u := r.webAddress(c.value)
		if u == nil {
			continue
		}
		i := r.consider("url", c.source, c.value, c.confidence)
		front := strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
		if !done && (!front || c.source == "source") {
			r.f.URL, r.self = u.String(), u
			r.choose(i)
			done = true
		}
	}
	if r.self == nil {
		return
	}
	r.addresses = append(r.addresses, r.self)
	if r.base == nil {
		r.base = r.self // relative addresses refer to the page's own, which it tells itself
	}
}

// absolute resolves a link of the page. It is empty for what is no address of the web.
func (r *resolver) absolute(ref string) string {
	if u := r.webAddress(ref); u != nil {
		return u.String()
	}
	return ""
}

// webAddress is absolute before it is written; nil for what is no address of the web.
func (r *resolver) webAddress(ref string) *url.URL {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return nil
	}
	u, err := url.Parse(ref)
	if err != nil {
		return nil
	}
	u = Against(r.base, u)
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// Against is what an address means on a page with a base, which may be nil. Most have a scheme and
// no dots in their path: they stay as they are, and need no copy.
func Against(base, u *url.URL) *url.URL {
	if base == nil || u.Scheme != "" && !strings.Contains(u.Path, "/.") {
		return u
	}
	return base.ResolveReference(u)
}
