// Package jsonld reads the JSON-LD of news pages as the web has it: several scripts, graphs,
// comments around and trailing commas inside, values of the wrong type. It decodes only what
// tells of an article, in linear time, and returns what it could read; it has no errors.
package jsonld

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Thing is one typed object of a page's JSON-LD. Its texts are as they stand, entities decoded.
type Thing struct {
	Types         []string // without the vocabulary's address: "NewsArticle"
	Name          string
	AlternateName string
	Headline      string
	Description   string
	Published     string
	Modified      string
	Created       string
	Authors       []Agent
	Publisher     Agent
	Sections      []string
	Keywords      []string // lists as they stand; a single string is not split
	Images        []Image
	Language      string
	Free          string // isAccessibleForFree in lower case: "true", "false" or empty
	Body          string
	URL           string // its url, or else the page that it is the main entity of
	Crumbs        []Crumb
	Genres        []string
	License       string // an address or a name
	Corrections   []string
}

// An Agent is a person or an organisation.
type Agent struct {
	Name string
	URL  string
	Type string // "Person", "Organization", …; empty if it is not told
}

// An Image is a picture.
type Image struct {
	URL, Caption  string
	Width, Height int
}

// A Crumb is one step of a BreadcrumbList.
type Crumb struct{ Name, URL string }

// Is reports whether the thing has one of the types.
func (t *Thing) Is(types ...string) bool {
	for _, have := range t.Types {
		for _, want := range types {
			if have == want {
				return true
			}
		}
	}
	return false
}

// IsArticle reports whether the thing is an article or a kind of it, LiveBlogPosting included.
func (t *Thing) IsArticle() bool {
	for _, have := range t.Types {
		if strings.HasSuffix(have, "Article") || strings.HasSuffix(have, "BlogPosting") || have == "Report" || have == "Review" {
			return true
		}
	}
	return false
}

// Organization reports whether the agent says that it is no person.
func (a Agent) Organization() bool {
	return a.Type != "" && a.Type != "Person" && a.Type != "Thing"
}

// Read returns the things of the scripts in page order, an outer one before its parts.
func Read(scripts []string) []Thing {
	if len(scripts) == 0 {
		return nil
	}
	var all []value
	const many = 32 // members that are open at a time, and things with a type: seldom more
	sc := scanner{left: maxValues, open: make([]value, 0, many)}
	left := maxBytes
	for _, s := range scripts {
		s = s[:min(len(s), left)]
		left -= len(s)
		all = append(all, sc.roots(s)...)
	}
	r := reader{byID: map[string]*value{}, typed: make([]*value, 0, many)}
	for i := range all {
		r.index(&all[i])
	}
	for i := range all {
		r.things(&all[i])
	}
	out := make([]Thing, len(r.typed))
	for i, v := range r.typed {
		out[i] = r.thing(v)
	}
	return out
}

// A reader turns values into things. References are followed one step.
type reader struct {
	byID  map[string]*value
	typed []*value // what becomes a thing
}

// index notes the objects that others may refer to: those with an @id and something else.
func (r *reader) index(v *value) {
	if v.kind == object && len(v.items) > 1 {
		if id := v.get(keyID).first(); id != "" {
			if old := r.byID[id]; old == nil || len(old.items) < len(v.items) {
				r.byID[id] = v
			}
		}
	}
	for i := range v.items {
		r.index(&v.items[i])
	}
}

// mostOfReference is how many properties a reference has at the most: an @id, and perhaps a type and a name.
const mostOfReference = 3

// deref follows an @id to what says more of the same.
func (r *reader) deref(v *value) *value {
	if v.kind == object && len(v.items) <= mostOfReference {
		if w := r.byID[v.get(keyID).first()]; w != nil && len(w.items) > len(v.items) {
			return w
		}
	}
	return v
}

// things notes the typed objects in v.
func (r *reader) things(v *value) {
	switch v.kind {
	case list:
		for i := range v.items {
			r.things(&v.items[i])
		}
	case object:
		if v.get(keyType).kind != null && len(r.typed) < maxThings {
			r.typed = append(r.typed, v)
		}
		for i := range v.items {
			switch v.items[i].key {
			case keyGraph, keyMainEntity, keyMainEntityOfPage, keyPartOf:
				r.things(&v.items[i])
			case keyElements:
				// A carousel lists other pages' articles, a breadcrumb list no articles at all.
			}
		}
	}
}

func (r *reader) thing(v *value) Thing {
	t := Thing{
		Name: v.get(keyName).first(), AlternateName: v.get(keyAlternateName).first(),
		Headline:    v.get(keyHeadline).first(),
		Description: v.get(keyDescription).first(),
		Published:   v.get(keyPublished).first(), Modified: v.get(keyModified).first(), Created: v.get(keyCreated).first(),
		Sections: v.get(keySection).all(), Keywords: v.get(keyKeywords).all(),
		Language: v.get(keyLanguage).first(), Body: v.get(keyBody).first(),
		URL: v.get(keyURL).first(), License: license(v.get(keyLicense)),
		Genres: v.get(keyGenre).all(), Corrections: v.get(keyCorrection).all(),
	}
	t.Types = v.get(keyType).all()
	for i, name := range t.Types {
		t.Types[i] = name[strings.LastIndexAny(name, "/:#")+1:]
	}
	if page := v.get(keyMainEntityOfPage); t.URL == "" && page.kind != null {
		if t.URL = page.get(keyID).first(); t.URL == "" && page.kind == text && strings.Contains(page.text, "/") { // not "True"
			t.URL = page.text
		}
	}
	free := strings.ToLower(v.get(keyFree).first())
	if i := strings.LastIndexByte(free, '/'); i >= 0 { // http://schema.org/False
		free = free[i+1:]
	}
	if free == "true" || free == "false" {
		t.Free = free
	}
	for i := range v.items {
		switch v.items[i].key {
		case keyAuthor:
			t.Authors = r.agents(t.Authors, &v.items[i], 0)
		case keyPublisher:
			if p := r.agents(nil, &v.items[i], 0); len(p) > 0 && t.Publisher.Name == "" {
				t.Publisher = p[0]
			}
		case keyImage:
			t.Images = r.images(t.Images, &v.items[i])
		case keyElements:
			if t.Is("BreadcrumbList") {
				t.Crumbs = r.crumbs(&v.items[i])
			}
		}
	}
	return t
}

// license is the address of a licence, or its name where it has none.
func license(v *value) string {
	for _, k := range [...]key{keyURL, keyID} {
		if s := v.get(k).first(); s != "" {
			return s
		}
	}
	return v.first()
}

// agents appends who v names. An author may be a text, an object, a reference, a list of
// these, an object whose name is a list, or a role with the author inside.
func (r *reader) agents(out []Agent, v *value, depth int) []Agent {
	v = r.deref(v)
	switch {
	case depth > 4 || len(out) > 50:
	case v.kind == text:
		out = append(out, Agent{Name: v.text})
	case v.kind == list:
		for i := range v.items {
			out = r.agents(out, &v.items[i], depth+1)
		}
	case v.kind == object:
		if inner := v.get(keyAuthor); inner.kind != null {
			return r.agents(out, inner, depth+1)
		}
		if inner := v.get(keyList); inner.kind != null {
			return r.agents(out, inner, depth+1)
		}
		a := Agent{Type: strings.TrimPrefix(v.get(keyType).first(), "schema:"), URL: v.get(keyURL).first()}
		if i := strings.LastIndexByte(a.Type, '/'); i >= 0 {
			a.Type = a.Type[i+1:]
		}
		names := v.get(keyName).all()
		if len(names) == 0 {
			if s := strings.TrimSpace(v.get(keyGivenName).first() + " " + v.get(keyFamilyName).first()); s != "" {
				names = []string{s}
			} else if s := v.get(keyAlternateName).first(); s != "" {
				names = []string{s}
			}
		}
		for _, a.Name = range names {
			out = append(out, a)
		}
	}
	return out
}

func (r *reader) images(out []Image, v *value) []Image {
	v = r.deref(v)
	switch {
	case len(out) >= 10:
	case v.kind == text:
		out = append(out, Image{URL: v.text})
	case v.kind == list:
		for i := range v.items {
			if v.items[i].kind != list {
				out = r.images(out, &v.items[i])
			}
		}
	case v.kind == object:
		im := Image{URL: v.get(keyURL).first(), Caption: v.get(keyCaption).first(),
			Width: pixels(v.get(keyWidth).first()), Height: pixels(v.get(keyHeight).first())}
		if im.URL == "" {
			im.URL = v.get(keyContentURL).first()
		}
		if id := v.get(keyID).first(); im.URL == "" && strings.HasPrefix(id, "http") && !strings.Contains(id, "#") {
			im.URL = id
		}
		if im.URL != "" {
			out = append(out, im)
		}
	}
	return out
}

// pixels reads "1200", "1200px" and "1200.0"; 0 if it is none of these.
func pixels(s string) int {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(s[:end])
	if err != nil || n > 1<<20 {
		return 0
	}
	return n
}

// crumbs are the steps of a BreadcrumbList, by their position.
func (r *reader) crumbs(v *value) []Crumb {
	if v.kind == object {
		v = &value{kind: list, items: []value{*v}}
	}
	type step struct {
		Crumb
		position int
	}
	steps := make([]step, 0, len(v.items))
	for i := range v.items {
		el := r.deref(&v.items[i])
		item := r.deref(el.get(keyItem))
		s := step{Crumb{Name: el.get(keyName).first()}, i + 1}
		if n, err := strconv.Atoi(el.get(keyPosition).first()); err == nil {
			s.position = n
		}
		if item.kind == text {
			s.URL = item.text
		} else {
			if s.Name == "" {
				s.Name = item.get(keyName).first()
			}
			if s.URL = item.get(keyID).first(); s.URL == "" {
				s.URL = item.get(keyURL).first()
			}
		}
		if s.Name != "" {
			steps = append(steps, s)
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(a.position, b.position) })
	var out []Crumb
	for _, s := range steps {
		out = append(out, s.Crumb)
	}
	return out
}
