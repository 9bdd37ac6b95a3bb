package newsparse

import (
	"strconv"
	"strings"
)

// header prints the teiHeader: what the article's fields tell, whatever parts are printed.
func (p *teiPrinter) header(a *Article) {
	p.raw("<teiHeader>\n<fileDesc>\n<titleStmt>\n")
	p.names(a)
	p.raw("</titleStmt>\n<publicationStmt>\n")
	if isBlank(a.Publisher.Name) { // TEI wants a publisher, or prose
		p.raw("<p>The page does not name its publisher.</p>\n")
	} else {
		p.publication(a)
	}
	p.raw("</publicationStmt>\n<sourceDesc>\n<bibl>\n")
	p.names(a)
	p.publication(a)
	if address, ok := safeURL(a.URL); ok {
		p.raw("<ptr")
		p.attribute("target", address)
		p.raw("/>\n")
	}
	p.element(`note type="origin"`, a.Origin.Name, nil)
	p.raw("</bibl>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n")
	p.raw("<p>Extracted from the web page by newsparse. The text is expected to reach an F1 of " +
		strconv.FormatFloat(a.Confidence, 'f', 2, 64) + ".</p>\n</encodingDesc>\n")
	p.profile(a)
	p.raw("</teiHeader>\n")
}

// names prints the titles and the authors.
func (p *teiPrinter) names(a *Article) {
	p.raw(`<title type="main">` + xmlText(strings.TrimSpace(a.Title)) + "</title>\n") // TEI wants one
	p.element(`title type="kicker"`, a.Kicker, nil)
	for _, author := range a.Authors {
		if isBlank(author.Name) {
			continue
		}
		element := "persName"
		if author.Organization {
			element = "orgName"
		}
		p.raw("<author>")
		p.raw("<" + element)
		if address, ok := safeURL(author.URL); ok {
			p.attribute("ref", address)
		}
		p.raw(">" + xmlText(author.Name) + "</" + element + "></author>\n")
	}
}

// publication prints the publisher and the dates.
func (p *teiPrinter) publication(a *Article) {
	p.element("publisher", a.Publisher.Name, nil)
	for _, d := range []struct {
		kind string
		date Date
	}{{"published", a.Published}, {"modified", a.Modified}} {
		if !d.date.IsZero() {
			p.date(d.kind, d.date, d.date.String(), nil)
			p.raw("\n")
		}
	}
}

// profile prints the standfirst, the language, the section and the tags.
func (p *teiPrinter) profile(a *Article) {
	lang := languageTag(a.Language)
	if isBlank(a.Standfirst) && lang == "" && len(a.Section)+len(a.Tags) == 0 {
		return
	}
	p.raw("<profileDesc>\n")
	if !isBlank(a.Standfirst) {
		p.open("abstract")
		for line := range strings.Lines(a.Standfirst) {
			p.element("p", strings.TrimSuffix(line, "\n"), nil)
		}
		p.close("abstract")
	}
	if lang != "" {
		p.raw("<langUsage><language")
		p.attribute("ident", lang)
		p.raw("/></langUsage>\n")
	}
	if len(a.Section)+len(a.Tags) > 0 {
		p.open("textClass")
		p.keywords("section", a.Section)
		p.keywords("tags", a.Tags)
		p.close("textClass")
	}
	p.raw("</profileDesc>\n")
}

func (p *teiPrinter) keywords(kind string, terms []string) {
	if len(terms) == 0 {
		return
	}
	p.raw("<keywords")
	p.attribute("scheme", "#"+kind)
	p.raw(">\n")
	for _, term := range terms {
		p.raw("<term>" + xmlText(term) + "</term>\n")
	}
	p.close("keywords")
}
