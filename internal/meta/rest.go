package meta

import (
	"cmp"
	"strconv"
	"strings"
)

// rest resolves what needs no weighing.
func (r *resolver) rest() {
	r.publisher()
	r.tags()
	r.image()
	r.licence()
	r.amp()
	r.direction()
	r.genre()
	r.f.Corrections = r.article.Corrections
	r.f.ArticleBody = r.article.Body
	for i := range r.things {
		t := &r.things[i]
		if t.Free == "false" && r.article.Free != "true" && (t.IsArticle() || t.Is("WebPage")) {
			r.f.Paywalled = true
			r.choose(r.consider("paywalled", "json-ld", "isAccessibleForFree: false", 0.9))
			break
		}
	}
	for _, m := range r.items("isaccessibleforfree") {
		if free := fold(m.Content); !r.f.Paywalled && strings.HasSuffix(free, "false") {
			r.f.Paywalled = true
			r.choose(r.consider("paywalled", "itemprop", m.Content, 0.9))
		}
	}
	if tier := strings.ToLower(r.meta("article:content_tier", "og:article:content_tier")); tier == "locked" && !r.f.Paywalled && r.article.Free != "true" {
		r.f.Paywalled = true
		r.choose(r.consider("paywalled", "article:content_tier", tier, 0.8))
	}
}

func (r *resolver) publisher() {
	for _, n := range r.own.told {
		if r.settled(r.f.Publisher.Name != "") {
			break
		}
		i := r.consider("publisher", n.source, n.name, 0.8)
		if r.f.Publisher.Name == "" && !r.unlikelyPublisher(n) {
			r.f.Publisher.Name = n.name
			r.choose(i)
		}
	}
	if r.f.Publisher.Name == "" {
		if r.f.Publisher.Name = cmp.Or(r.titlePublisher(), r.own.masthead); r.f.Publisher.Name == "" {
			return
		}
		r.choose(r.consider("publisher", "title", r.f.Publisher.Name, 0.5))
	}
	if r.article.Publisher.Name == r.f.Publisher.Name {
		r.f.Publisher.URL = r.absolute(r.article.Publisher.URL)
	}
	if r.f.Publisher.URL == "" && r.self != nil {
		r.f.Publisher.URL = r.self.Scheme + "://" + r.self.Host + "/"
	}
}

// unlikelyPublisher: a copyright line is no name, and "source" may mean anything.
func (r *resolver) unlikelyPublisher(n siteName) bool {
	return n.source == "copyright" || n.source == "source" || n.source == "twitter:site" || n.source == "cre" || strings.ContainsAny(n.name, "©|")
}

// image takes the picture that the page shows to others; its size and text from wherever
// the same address has them.
func (r *resolver) image() {
	all := make([]Image, 0, 2+len(r.article.Images))
	sources := make([]string, 0, cap(all))
	add := func(source string, im Image) {
		if im.URL != "" {
			all, sources = append(all, im), append(sources, source)
		}
	}
	add("og:image", Image{URL: r.meta("og:image:secure_url", "og:image", "og:image:url"), Alt: r.meta("og:image:alt"), Width: number(r.meta("og:image:width")), Height: number(r.meta("og:image:height"))})
	for _, im := range r.article.Images {
		add("json-ld", Image{URL: im.URL, Alt: im.Caption, Width: im.Width, Height: im.Height})
	}
	add("twitter:image", Image{URL: r.meta("twitter:image", "twitter:image:src"), Alt: r.meta("twitter:image:alt")})
	chosen := "" // as it was told
	for i, im := range all {
		address := r.f.Image.URL
		if im.URL != chosen { // most say the same
			if address = r.absolute(im.URL); address == "" {
				continue
			}
		}
		n := r.consider("image", sources[i], im.URL, 0.8)
		if r.f.Image.URL == "" {
			chosen = im.URL
			r.f.Image = im
			r.f.Image.URL = address
			r.choose(n)
		} else if r.f.Image.URL == address {
			if r.f.Image.Width == 0 {
				r.f.Image.Width, r.f.Image.Height = im.Width, im.Height
			}
			if r.f.Image.Alt == "" {
				r.f.Image.Alt = im.Alt
			}
		}
	}
	for n := range r.page.Images {
		im := &r.page.Images[n]
		if r.f.Image.URL == "" || r.f.Image.Alt != "" {
			break
		}
		if im.Alt == "" {
			continue
		}
		file := im.URL[strings.LastIndexByte(im.URL, '/')+1:] // most are other pictures'
		if strings.HasSuffix(r.f.Image.URL, strings.TrimSpace(file)) && r.absolute(im.URL) == r.f.Image.URL {
			r.f.Image.Alt = clean(im.Alt)
		}
	}
}

func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "px"))
	if err != nil || n < 0 || n > 1<<20 {
		return 0
	}
	return n
}
