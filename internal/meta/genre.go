package meta

import "strings"

// genres are the words that tell a genre, by the genre; see data/genres.txt.
var genres = table("genres.txt")

// genreNames are the genres in the order in which they are tried: one that few pieces have
// tells more than "news".
var genreNames = []string{"sponsored", "press release", "live blog", "interview", "review", "analysis", "opinion", "news"}

// genreOf is the genre of each of their words.
var genreOf = func() map[string]string {
	out := map[string]string{}
	for i := len(genreNames) - 1; i >= 0; i-- {
		for _, w := range genres[genreNames[i]] {
			out[fold(w)] = genreNames[i]
		}
	}
	return out
}()

// genre resolves what kind of piece the story is: what its JSON-LD says it is, else what its
// metadata, its kicker, its section or its address are called. A plain article stays without
// one.
func (r *resolver) genre() {
	note := func(source, genre, value string, confidence float64) {
		if genre == "" {
			return
		}
		i := r.consider("genre", source, value, confidence)
		if r.f.Genre == "" || r.f.Genre == "news" && genre != "news" {
			if r.f.Genre != "" {
				r.unchoose("genre")
			}
			r.f.Genre = genre
			r.choose(i)
		}
	}
	for _, t := range r.article.Types {
		for _, g := range genreNames {
			if contains(genres["type "+g], t) {
				note("json-ld type", g, t, 0.9)
			}
		}
	}
	for _, v := range r.article.Genres {
		note("json-ld", genreOf[fold(v)], v, 0.9)
	}
	for _, n := range []string{"genre", "article:genre", "dc.type", "content_type", "content-type-name", "article:content_type", "cxenseparse:articletype", "parsely-type"} {
		if v := r.meta(n); v != "" {
			note(n, genreOf[fold(v)], v, 0.8)
		}
	}
	note("kicker", leadingGenre(r.f.Kicker), r.f.Kicker, 0.8)
	for _, a := range r.f.Authors {
		if contains(genres["wire press release"], a.Name) {
			note("authors", "press release", a.Name, 0.8)
		}
	}
	for _, w := range genres["wire press release"] {
		if r.f.Dateline != "" && strings.Contains(r.f.Dateline, "/"+w+"/") {
			note("dateline", "press release", r.f.Dateline, 0.9)
		}
	}
	for _, s := range r.f.Section {
		note("section", genreOf[fold(s)], s, 0.7)
	}
	if r.self != nil {
		parts := strings.Split(strings.Trim(r.self.Path, "/"), "/")
		for _, p := range parts[:len(parts)-1] {
			note("url", genreOf[fold(strings.ReplaceAll(p, "-", " "))], p, 0.6)
		}
	}
}

// leadingGenre is the genre that a kicker is called or begins with: "Opinion: the quays".
func leadingGenre(kicker string) string {
	folded := fold(kicker)
	if g := genreOf[folded]; g != "" {
		return g
	}
	for _, sep := range []string{":", " | ", " - ", " · ", " / ", " zu ", " to "} {
		if head, _, ok := strings.Cut(folded, sep); ok {
			if g := genreOf[strings.TrimSpace(head)]; g != "" {
				return g
			}
		}
	}
	return ""
}

func (r *resolver) unchoose(field string) {
	for i := range r.f.Candidates {
		if r.f.Candidates[i].Field == field {
			r.f.Candidates[i].Chosen = false
		}
	}
}
