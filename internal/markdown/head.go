package markdown

import (
	"html"
	"slices"
	"strings"
)

// mostHead is how many bytes at the beginning of a text its head may take.
const mostHead = 16 << 10

// A fact is a line of a head: a key in lower case, and a value.
type fact struct{ key, value string }

// cutHead parts the head from a text: the front matter between lines of "---", or the lines down to "Markdown
// Content:" that a reader service writes.
func cutHead(text string) (facts []fact, body string, ok bool) {
	body = strings.TrimLeft(text, "\ufeff \t\r\n")
	if strings.HasPrefix(body, "---") {
		facts, body, ok = cutFrontMatter(body)
	} else if strings.HasPrefix(body, "Title:") || strings.HasPrefix(body, "URL Source:") {
		facts, body, ok = cutReaderHead(body)
	}
	if !ok {
		return nil, text, false
	}
	return facts, body, true
}

// cutFrontMatter reads the front matter. It is YAML, of which it reads what front matter has: strings, quoted or not, on
// one line or folded over several, and lists of them.
func cutFrontMatter(text string) (facts []fact, body string, ok bool) {
	key, size := "", 0
	for line := range strings.Lines(text) {
		first := size == 0
		if size += len(line); size > mostHead {
			return nil, "", false
		}
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case first:
			if line != "---" {
				return nil, "", false
			}
			continue
		case line == "---" || line == "...":
			return facts, text[size:], slices.ContainsFunc(facts, func(f fact) bool { return elements[f.key] != "" })
		}
		value, isItem := strings.CutPrefix(strings.TrimLeft(line, " \t"), "- ")
		switch {
		case isItem && key != "":
			facts = append(facts, fact{key, scalar(value)})
		case line == "" || line[0] == '#':
		case line[0] == ' ' || line[0] == '\t':
			if n := len(facts); n > 0 && facts[n-1].key == key { // a value folded over lines
				facts[n-1].value = strings.TrimSpace(facts[n-1].value + " " + strings.TrimSpace(line))
			}
		default:
			name, rest, found := strings.Cut(line, ":")
			if !found {
				return nil, "", false
			}
			key = strings.ToLower(strings.TrimSpace(name))
			facts = appendValues(facts, key, strings.TrimSpace(rest))
		}
	}
	return nil, "", false
}

// appendValues adds the value of a key, each one where it is a list on one line.
func appendValues(facts []fact, key, value string) []fact {
	switch {
	case strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"):
		for item := range strings.SplitSeq(value[1:len(value)-1], ",") {
			facts = append(facts, fact{key, scalar(item)})
		}
		return facts
	case strings.Trim(value, "|>+-") == "": // the lines below hold it
		return append(facts, fact{key, ""})
	}
	return append(facts, fact{key, scalar(value)})
}

// scalar is a string without its quotes.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return s
	}
	switch inner := s[1 : len(s)-1]; s[0] {
	case '\'':
		return strings.ReplaceAll(inner, "''", "'")
	case '"':
		return unescape.Replace(inner)
	}
	return s
}

var unescape = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, " ", `\t`, " ", `\/`, "/")

// cutReaderHead reads lines such as "Title: …" and "URL Source: …", with blank ones between them.
func cutReaderHead(text string) (facts []fact, body string, ok bool) {
	size := 0
	for line := range strings.Lines(text) {
		if size += len(line); size > mostHead {
			return nil, "", false
		}
		line = strings.TrimSpace(line)
		if line == "Markdown Content:" {
			return facts, text[size:], true
		}
		if key, value, found := strings.Cut(line, ":"); found {
			facts = append(facts, fact{strings.ToLower(key), strings.TrimSpace(value)})
		} else if line != "" {
			return nil, "", false
		}
	}
	return nil, "", false
}

// elements are those of an HTML head that say what a key of a head says; %s stands for the value.
var elements = func() map[string]string {
	const (
		title     = `<title>%s</title><meta property="og:title" content="%s">`
		author    = `<meta name="author" content="%s">`
		published = `<meta property="article:published_time" content="%s">`
		modified  = `<meta property="article:modified_time" content="%s">`
		address   = `<link rel="canonical" href="%s">`
		summary   = `<meta name="description" content="%s">`
		site      = `<meta property="og:site_name" content="%s">`
		tag       = `<meta property="article:tag" content="%s">`
		section   = `<meta property="article:section" content="%s">`
		image     = `<meta property="og:image" content="%s">`
		language  = `<meta property="og:locale" content="%s">`
	)
	keys := map[string][]string{
		title: {"title", "headline"}, author: {"author", "authors", "byline", "creator"},
		published: {"date", "published", "published time", "published_time", "publishedtime", "date_published", "datepublished", "pubdate", "publishdate", "publish_date", "published_date", "created"},
		modified:  {"modified", "updated", "lastmod", "date_modified", "modified_time", "last_modified"},
		address:   {"url", "url source", "source", "source_url", "sourceurl", "link", "canonical", "permalink"},
		summary:   {"description", "excerpt", "summary", "standfirst"},
		site:      {"sitename", "site_name", "site", "publisher", "website"},
		tag:       {"tags", "keywords"}, section: {"categories", "category", "section"}, image: {"image", "thumbnail", "cover"}, language: {"lang", "language", "locale"},
	}
	byKey := map[string]string{}
	for element, names := range keys {
		for _, name := range names {
			byKey[name] = element
		}
	}
	return byKey
}()

// writeHead writes the elements of an HTML head that say the same as facts.
func writeHead(w *strings.Builder, facts []fact) {
	for _, f := range facts {
		element := elements[f.key]
		if element == "" || f.value == "" || strings.Contains(element, "canonical") && !strings.HasPrefix(f.value, "http") {
			continue
		}
		w.WriteString(strings.ReplaceAll(element, "%s", html.EscapeString(f.value)))
	}
}
