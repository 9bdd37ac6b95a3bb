package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/seed-90a94633/newsparse"
	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/markdown"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// A view is all that is shown of one page.
type view struct {
	ID, Name, Address string
	Error             string // why there is no article, or no page
	Summary           string // format, size and time
	Original          template.HTML
	Legend            []legendEntry

	Article  *newsparse.Article // nil if the input is no text
	Expected int                // the expected F1, in percent
	Facts    []fact
	Story    template.HTML // safe by itself: see Article.WriteHTML
	Removed  []removal
	Repairs  []repair
	Evidence []fieldEvidence
	Outputs  []output
}

type legendEntry struct {
	Class, Label string
	Blocks       int
}

type fact struct{ Name, Value string }

type removal struct {
	newsparse.Removal
	Tint string
}

type repair struct {
	newsparse.Repair
	Old, New difference
	Percent  int
}

type fieldEvidence struct {
	Field      string
	Candidates []newsparse.Candidate
}

// An output is a rendering of the Article as text.
type output struct{ ID, Name, Text string }

// newView parses a page and prepares what is shown of it.
func newView(ctx context.Context, name string, raw []byte, address string) *view {
	v := &view{Name: name, Address: address}
	parser := newsparse.Parser{Evidence: true}
	started := time.Now()
	art, err := parser.Parse(ctx, bytes.NewReader(raw), newsparse.Source{URL: address})
	took := time.Since(started)
	if err != nil {
		v.Error = err.Error()
	}
	format := v.readOriginal(ctx, raw, art)
	v.Summary = fmt.Sprintf("%s, %s, parsed in %s", format, size(len(raw)), took.Round(10*time.Microsecond))
	if art != nil {
		v.Article = art
		v.Expected = int(art.Confidence*100 + .5)
		v.Facts = facts(art)
		v.Story = template.HTML(art.HTML())
		for _, r := range art.Removed {
			v.Removed = append(v.Removed, removal{r, role{Name: string(r.Reason), Removed: true}.tint()})
		}
		for _, r := range art.Repairs {
			before, after := differences(r.Before, r.After)
			v.Repairs = append(v.Repairs, repair{r, before, after, int(r.Confidence*100 + .5)})
		}
		v.Evidence = evidence(art)
		v.Outputs = outputs(art)
	}
	return v
}

// readOriginal reads the page as the parser does, and tints its text. It returns the format.
func (v *view) readOriginal(ctx context.Context, raw []byte, art *newsparse.Article) string {
	doc, err := decode.Decode(raw, "")
	if err != nil {
		v.Original = template.HTML("<p>" + template.HTMLEscapeString(err.Error()) + "</p>")
		return "unreadable"
	}
	text, format := doc.Text, "HTML"
	switch {
	case doc.HTML:
	case markdown.Is(text, false):
		text, format = markdown.HTML(text, nil), "Markdown"
	default:
		pg, _ := label.Builtin.ReadText(doc.Text, nil)
		roles := rolesOf(pg, art)
		v.Original, v.Legend = tintedText(doc.Text, pg, roles), legend(roles)
		return "plain text"
	}
	root, err := page.ParseHTML(ctx, text)
	if err != nil {
		v.Original = template.HTML("<p>" + template.HTMLEscapeString(err.Error()) + "</p>")
		return "unreadable"
	}
	pg := page.FromHTML(root, page.Options{})
	roles := rolesOf(pg, art)
	v.Original, v.Legend = tintedHTML(root, pg, roles), legend(roles)
	return format
}

func legend(roles []role) []legendEntry {
	blocks := map[string]int{}
	for _, r := range roles {
		blocks[r.tint()]++
	}
	var entries []legendEntry
	for _, t := range tints {
		if blocks[t.Class] > 0 {
			entries = append(entries, legendEntry{t.Class, t.Label, blocks[t.Class]})
		}
	}
	return entries
}

func size(bytes int) string {
	if bytes < 1<<10 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%.1f KiB", float64(bytes)/(1<<10))
}

// facts are the fields of the Article that have a value.
func facts(art *newsparse.Article) []fact {
	var out []fact
	add := func(name, value string) {
		if value != "" {
			out = append(out, fact{name, value})
		}
	}
	var authors []string
	for _, author := range art.Authors {
		authors = append(authors, author.Name)
	}
	add("Title", art.Title)
	add("Kicker", art.Kicker)
	add("Standfirst", art.Standfirst)
	add("Authors", strings.Join(authors, ", "))
	add("Published", art.Published.String())
	add("Modified", art.Modified.String())
	add("Scraped", art.Scraped.String())
	add("Publisher", art.Publisher.Name)
	add("Origin", art.Origin.Name)
	add("Dateline", art.Dateline)
	add("Section", strings.Join(art.Section, " › "))
	add("Tags", strings.Join(art.Tags, ", "))
	add("Language", art.Language)
	add("Address", art.URL)
	if art.Image != nil {
		add("Image", art.Image.URL)
	}
	if art.Paywalled {
		add("Paywalled", "the page declares that it is not free to read")
	}
	if art.Truncated {
		add("Truncated", "the body ends in a prompt to pay or log in")
	}
	if art.FromMetadata {
		add("Told", "the page shows no story; this one is from its JSON-LD")
	}
	add("Fingerprint", art.Fingerprint().String())
	return out
}

// evidence are the candidates by field, in the order of the fields' names.
func evidence(art *newsparse.Article) []fieldEvidence {
	fields := map[string]bool{}
	for _, c := range art.Candidates {
		fields[c.Field] = true
	}
	var out []fieldEvidence
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		out = append(out, fieldEvidence{field, art.Evidence(field)})
	}
	return out
}

func outputs(art *newsparse.Article) []output {
	var data bytes.Buffer
	e := json.NewEncoder(&data)
	e.SetEscapeHTML(false) // the template escapes
	e.SetIndent("", "  ")
	if err := e.Encode(art); err != nil {
		data.WriteString(err.Error())
	}
	written := func(write func(io.Writer, newsparse.Parts) error, parts newsparse.Parts) string {
		var out strings.Builder
		write(&out, parts) // a Builder takes every write
		return out.String()
	}
	var markdown strings.Builder
	art.WriteFrontMatter(&markdown)
	markdown.WriteString("\n" + art.Markdown())
	return []output{
		{"json", "JSON", data.String()},
		{"markdown", "Markdown", markdown.String()},
		{"text", "Text", art.Text()},
		{"html", "HTML", art.HTML()},
		{"tei", "TEI", written(art.WriteTEI, newsparse.All)},
	}
}

// A difference is a passage with the part that a repair changed.
type difference struct{ Before, Changed, After string }

// differences returns where two passages differ, white space made visible there.
func differences(a, b string) (difference, difference) {
	x, y := []rune(a), []rune(b)
	start := 0
	for start < len(x) && start < len(y) && x[start] == y[start] {
		start++
	}
	end := 0
	for end < len(x)-start && end < len(y)-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	part := func(s []rune) difference {
		return difference{string(s[:start]), visible.Replace(string(s[start : len(s)-end])), string(s[len(s)-end:])}
	}
	return part(x), part(y)
}

var visible = strings.NewReplacer(" ", "␣", "\n", "⏎", "\t", "⇥", "\u00a0", "⍽", "\u00ad", "[soft hyphen]", "\u200b", "[zero width]", "\ufeff", "[byte order mark]")
