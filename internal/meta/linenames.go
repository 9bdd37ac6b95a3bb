package meta

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// bareNames are the names in a line that holds nothing else and that stands among the story's
// paragraphs, before the first or behind the last.
func (r *resolver) bareNames() []Author {
	first, last := r.in.Printed.BodyFirst, r.in.Printed.BodyLast
	n := int32(len(r.page.Blocks))
	const least = 3 // blocks of a story
	if first < 0 || last-first < least || last >= n {
		return nil
	}
	for _, i := range []int32{last, last + 1, last + 2, first} {
		if i < 0 || i >= n || i > first && i < last {
			continue
		}
		of := last
		if i <= first {
			of = first
			if i == first {
				of++
			}
		}
		if of < n && !r.siblings(i, of) {
			continue
		}
		if found := r.nothingButNames(&r.page.Blocks[i], false); len(found) > 0 {
			return found
		}
	}
	return nil
}

// bioNames are the first lines about the author that are nothing but a name, or else say who wrote the piece.
func (r *resolver) bioNames() []Author {
	for _, i := range r.in.Printed.Bio {
		if found := r.bioName(i); found != nil {
			return found
		}
	}
	for _, i := range r.in.Printed.Bio {
		if r.isBlock(i) && !r.page.Blocks[i].Hidden {
			if found := writers(r.page.Blocks[i].Text); found != nil {
				return found
			}
		}
	}
	return nil
}

// writers are whoever a sentence says to have written the piece: "This post was written by Ada Moss, who …".
func writers(text string) []Author {
	const far = 8 // words before the name
	words := strings.Fields(text)
	for i := 1; i+1 < min(len(words), far); i++ {
		if !wrote.has(words[i-1] + " " + words[i]) {
			continue
		}
		name := words[i+1:]
		for k, w := range name {
			if last := w[len(w)-1]; last == ',' || last == '.' && utf8.RuneCountInString(w) > 2 {
				name = name[:k+1]
				break
			}
		}
		return names(strings.TrimRight(strings.Join(name, " "), ",."), true)
	}
	return nil
}

// bioName is who a line about the author names and nothing else.
func (r *resolver) bioName(i int32) []Author {
	const longest = 60 // bytes
	if !r.isBlock(i) || len(r.page.Blocks[i].Text) > longest || r.page.Blocks[i].Hidden {
		return nil
	}
	text := r.page.Blocks[i].Text
	if class, _ := phrases.Match(text); class != phrases.None && class != phrases.Byline {
		return nil
	}
	rest, _ := signed(text)
	if found := names(rest, true); len(found) == 1 && !found[0].Organization {
		return found
	}
	return nil
}

// belowLabel are the names in the block below the only one of the page that says nothing but
// "Written by" or "Author", wherever it stands: boxes about the author stand far below the story.
func (r *resolver) belowLabel() []Author {
	const longest = 30 // bytes of a label
	blocks, label := r.page.Blocks, -1
	for i := range blocks {
		b := &blocks[i]
		if len(b.Text) > longest || b.Hidden || b.Dropped || !isAuthorLabel(b.Text) {
			continue
		}
		if label >= 0 && label != i-1 { // "Author", and below it "Written by"
			return nil
		}
		label = i
	}
	if label < 0 || label+1 == len(blocks) || blocks[label+1].Hidden {
		return nil
	}
	return r.nothingButNames(&blocks[label+1], true)
}

// siblings reports whether two blocks are paragraphs of one element.
func (r *resolver) siblings(i, j int32) bool {
	a, b := &r.page.Blocks[i], &r.page.Blocks[j]
	x, y := a.Node, b.Node
	return int(x) < len(r.page.Nodes) && int(y) < len(r.page.Nodes) && x >= 0 && y >= 0 &&
		a.Tag == b.Tag && (x == y || r.page.Nodes[x].Parent == r.page.Nodes[y].Parent)
}

// nothingButNames are the names of a short line, each part of which is one; an entry of a list or
// a heading is none, unless it is labelled.
func (r *resolver) nothingButNames(b *page.Block, labelled bool) []Author {
	const longest = 60 // bytes
	text := strings.TrimSpace(b.Text)
	if b.Hidden || b.Dropped || text == "" || len(text) > longest || !labelled && (b.Tag == atom.Li || page.IsHeading(b.Tag)) {
		return nil
	}
	found := names(text, true)
	if !nothingElse(found, text) || slices.ContainsFunc(found, func(a Author) bool { return !r.surelyPerson(a.Name) }) {
		return nil
	}
	return found
}

// besideDate are the names that stand in one line with a date near the headline.
func (r *resolver) besideDate() []Author {
	for _, i := range r.head {
		b := &r.page.Blocks[i]
		const longest = 12 // words
		if b.Words > longest || len(b.Text) > 150 || i >= r.in.Printed.BodyFirst && r.in.Printed.BodyFirst >= 0 {
			continue
		}
		text := r.undated(b.Text)
		if text == b.Text {
			continue
		}
		for line := range strings.FieldsFuncSeq(text, lineBreaks.has) {
			line = strings.Trim(line, " ,-–—:")
			if line != "" && r.surelyPerson(line) {
				if found := names(line, true); len(found) > 0 {
					return found
				}
			}
		}
	}
	return nil
}

// surelyPerson reports whether words that nothing else says to be a name can only be one: no
// stock line or section of the page, none of them a frequent word, or written in lower case
// elsewhere on the page.
func (r *resolver) surelyPerson(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 {
		return false
	}
	inner := 0 // words between the first name and the last
	for _, w := range words[1:max(len(words)-1, 1)] {
		if !particles.has(w) && !strings.HasSuffix(w, ".") {
			inner++
		}
	}
	if inner > 0 || strings.ContainsRune(line, '_') || !looksLikePerson(words) || isDesk(line) || r.own.holds(line) || !hasCase(line) || hasRole(words) {
		return false
	}
	if class, _ := phrases.Match(line); class != phrases.None && class != phrases.Byline {
		return false
	}
	if frequent, genre := r.commonWords(words); frequent || genre {
		return false
	}
	const tries = 8 // of reading the whole page
	if r.read++; r.read > tries {
		return false
	}
	lines := 0
	for i := range r.page.Blocks {
		if r.page.Blocks[i].Text == line {
			lines++
		}
	}
	return lines <= 1 && !r.standsInLower(words)
}

// commonWords reports whether one of the words of a name is a frequent one of the language, and whether one is
// that of a genre: "Opinion".
func (r *resolver) commonWords(words []string) (frequent, genre bool) {
	for _, w := range words {
		f := fold(w)
		frequent = frequent || isFrequent(f, r.loc.language) && !particles[f]
		genre = genre || genreOf[f] != ""
	}
	return frequent, genre
}

// standsInLower reports whether a word that a name begins with a capital stands somewhere on the page without. In
// Vietnamese names are of common words.
func (r *resolver) standsInLower(words []string) bool {
	if r.loc.language == "vi" {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) {
			continue
		}
		w = strings.ToLower(w)
		for i := range r.page.Blocks {
			if hasLowerWord(r.page.Blocks[i].Text, w) {
				return true
			}
		}
	}
	return false
}

// hasLowerWord reports whether a text has a word as it stands.
func hasLowerWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if (i == 0 || !isWordRune(before) && !strings.ContainsRune("@./-_#", before)) && (i+len(word) == len(text) || !isWordRune(after) && !strings.ContainsRune("@/-_", after)) {
			return true
		}
		at = i + len(word)
	}
}
