package meta

import (
	"iter"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// links are the links in blocks, each with its text.
func (r *resolver) links(blocks []int32) iter.Seq2[string, *page.Mark] {
	return func(yield func(string, *page.Mark) bool) {
		for _, i := range blocks {
			if !r.isBlock(i) {
				continue
			}
			b := &r.page.Blocks[i]
			for n := range b.Marks {
				m := &b.Marks[n]
				if m.Kind == page.Link && 0 <= m.Start && m.Start < m.End && int(m.End) <= len(b.Text) && !yield(b.Text[m.Start:m.End], m) {
					return
				}
			}
		}
	}
}

// linkedAuthors are the texts of links near the story with rel=author or, if not asked for
// rel, with an address of authors.
func (r *resolver) linkedAuthors(blocks []int32, rel bool) []Author {
	var out []Author
	for text, m := range r.links(blocks) {
		if rel && !hasWord(m.Rel, "author") || !rel && !authorAddress(m.URL) {
			continue
		}
		// On other sites, which the authors' profiles may be of, a text that leads there need not be their name.
		for _, a := range names(text, !rel && r.leadsOut(m.URL)) {
			if a.URL = m.URL; !hasName(out, a.Name) {
				out = append(out, a)
			}
		}
	}
	return out
}

// linkOf is where a link in a byline or near the story leads whose text is the author's name,
// for names that a source without addresses gave. A name in the story itself may lead
// anywhere, so such a link counts near the story only if it says that it is an author's.
func (r *resolver) linkOf(name string) string {
	want := fold(name)
	find := func(blocks []int32, byline bool) string {
		for text, m := range r.links(blocks) {
			if foldsTo(text, want) && (byline || hasWord(m.Rel, "author") || authorAddress(m.URL)) && r.absolute(m.URL) != "" {
				return m.URL
			}
		}
		return ""
	}
	if u := find(r.in.Printed.Byline, true); u != "" {
		return u
	}
	if u := find(r.head, false); u != "" {
		return u
	}
	return find(r.tail, false)
}

// isLinkedLogin reports whether one word in small letters is what the address of an author's page ends in, where a link
// near the story says another name: "/author/hheditor/", "Ada Moss".
func (r *resolver) isLinkedLogin(word string) bool {
	if !isASCII(word) || strings.ContainsRune(word, ' ') || strings.ToLower(word) != word {
		return false
	}
	end := "/" + word
	for _, blocks := range [...][]int32{r.in.Printed.Byline, r.head} {
		for text, m := range r.links(blocks) {
			if !strings.HasSuffix(strings.TrimSuffix(m.URL, "/"), end) || !authorAddress(m.URL) {
				continue
			}
			if found := names(text, true); len(found) == 1 && compact(found[0].Name) != compact(word) {
				return true
			}
		}
	}
	return false
}

func hasWord(list, word string) bool {
	if len(list) < len(word) { // most links have no rel
		return false
	}
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// authorAddress reports whether one of the folders of an address is for authors.
func authorAddress(address string) bool {
	return hasFolder(address, authorFolders) && !strings.Contains(address, "/licenses/") // "by" is a folder there, too
}

// isTopicLink reports whether a name is the beginning of a link of the block to the page of a topic: of "Harbour Towns
// Business" too, the end of which is taken for a label.
func isTopicLink(b *page.Block, name string) bool {
	return slices.ContainsFunc(b.Marks, func(m page.Mark) bool {
		return m.Kind == page.Link && m.Start >= 0 && m.Start < m.End && int(m.End) <= len(b.Text) && strings.HasPrefix(strings.TrimSpace(b.Text[m.Start:m.End]), name) &&
			hasFolder(m.URL, topicFolders) && !authorAddress(m.URL)
	})
}

// leadsOut reports whether an address is one of another site than the page's, as far as that tells its own.
func (r *resolver) leadsOut(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && len(r.addresses) > 0 && !r.ownHost(address)
}

// hasFolder reports whether one of the folders of an address is one of these.
func hasFolder(address string, folders foldedSet) bool {
	_, path, _ := strings.Cut(address, "/")
	for {
		folder, rest, ok := strings.Cut(path, "/")
		const longest = 12 // bytes
		if !ok {
			return false
		}
		if len(folder) <= longest && folders[strings.ToLower(folder)] {
			return true
		}
		path = rest
	}
}

// linkedName is the author whose printed name begins with the text of one of the block's
// links: what follows is glued to it, "Ada MossIn Travel".
func linkedName(b *page.Block, a Author) Author {
	for _, m := range b.Marks {
		if m.Kind != page.Link || m.Start < 0 || m.Start >= m.End || int(m.End) > len(b.Text) {
			continue
		}
		text := strings.TrimSpace(b.Text[m.Start:m.End])
		if strings.HasPrefix(a.Name, text) && len(text) < len(a.Name) && looksLikePerson(strings.Fields(text)) {
			return Author{Name: text, URL: m.URL}
		}
	}
	return a
}
