package newsparse

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// WriteFrontMatter writes what the article's fields tell as a block of YAML between lines of
// "---", the form in which site generators, note programs and Pandoc take the facts of a
// Markdown file. [Article.WriteMarkdown] writes what stands below it. The keys are those in
// common use: title, description (the standfirst), author, date, lastmod, publisher,
// categories, tags, lang, canonical (the address), image; a fact that the page does not tell
// has no key.
func (a *Article) WriteFrontMatter(w io.Writer) error {
	p := yamlPrinter{out: bufio.NewWriter(w)}
	p.out.WriteString("---\n")
	p.field("title", a.Title)
	p.field("description", a.Standfirst)
	var authors []string
	for _, author := range a.Authors {
		authors = append(authors, author.Name)
	}
	p.list("author", authors)
	p.date("date", a.Published)
	p.date("lastmod", a.Modified)
	p.field("publisher", a.Publisher.Name)
	p.list("categories", a.Section)
	p.list("tags", a.Tags)
	p.field("lang", languageTag(a.Language))
	p.field("canonical", a.URL)
	if a.Image != nil {
		p.field("image", a.Image.URL)
	}
	p.out.WriteString("---\n")
	return p.out.Flush()
}

// A yamlPrinter holds the state of printing YAML. Strings are quoted as in Go, whose escapes
// are among those of YAML: no text can end them or be taken for a number, a date or a tag.
type yamlPrinter struct {
	out *bufio.Writer // keeps the first error for Flush
}

// field prints a string, unless it is blank.
func (p *yamlPrinter) field(key, value string) {
	if !isBlank(value) {
		p.out.WriteString(key + ": " + yamlString(value) + "\n")
	}
}

// list prints the strings that are not blank.
func (p *yamlPrinter) list(key string, values []string) {
	started := false
	for _, value := range values {
		if isBlank(value) {
			continue
		}
		if !started {
			p.out.WriteString(key + ":\n")
			started = true
		}
		p.out.WriteString("  - " + yamlString(value) + "\n")
	}
}

// date prints a date bare, so that it is read as one.
func (p *yamlPrinter) date(key string, d Date) {
	if !d.IsZero() {
		p.out.WriteString(key + ": " + d.String() + "\n")
	}
}

func yamlString(s string) string {
	return strconv.Quote(strings.TrimSpace(oneLine.Replace(breakHints.Replace(printable(s)))))
}
