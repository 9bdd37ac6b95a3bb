package newsparse

import (
	"time"
)

// An Article is what a newsroom wrote on one page, in the order in which it wrote it,
// with an account of everything that was left out or mended.
//
// Every run of visible text of the page stands exactly once in Header, Body or Removed.
// The other fields are facts about the story, resolved from all the evidence of the page:
// its markup, its metadata and its text. A field that the page does not tell is empty;
// nothing is guessed from the day of the call or from outside the page.
type Article struct {
	Title      string    `json:"title,omitempty"`      // the headline, without the site's name
	Kicker     string    `json:"kicker,omitempty"`     // the short line above the headline
	Standfirst string    `json:"standfirst,omitempty"` // the summary between headline and body, a line for each of its paragraphs or points
	Authors    []Author  `json:"authors,omitempty"`    // in printed order
	Published  Date      `json:"published,omitzero"`   // first publication, never an update
	Modified   Date      `json:"modified,omitzero"`    // last update
	Scraped    Date      `json:"scraped,omitzero"`     // the site's own clock: the day the page was fetched
	Publisher  Publisher `json:"publisher,omitzero"`   // who published the page or, in a copied text, the story
	Origin     Publisher `json:"origin,omitzero"`      // the wire service or site it was taken from
	Dateline   string    `json:"dateline,omitempty"`   // the place that opens the story, with the agency: "KYIV (Reuters)"
	Genre      Genre     `json:"genre,omitempty"`      // what kind of piece it is, where the page tells
	Section    []string  `json:"section,omitempty"`    // the breadcrumb, outermost first, without "Home" and the title
	Tags       []string  `json:"tags,omitempty"`       // keywords
	Language   string    `json:"language,omitempty"`   // BCP 47, such as "en" or "pt-BR"
	URL        string    `json:"url,omitempty"`        // the canonical URL, absolute
	AMP        string    `json:"amp,omitempty"`        // the URL of the AMP version, absolute
	License    string    `json:"license,omitempty"`    // the licence that the page declares: its URL, or a text
	Image      *Image    `json:"image,omitempty"`      // the lead image; nil where there is none
	Paywalled  bool      `json:"paywalled,omitempty"`  // the page declares that it is not free to read
	Truncated  bool      `json:"truncated,omitempty"`  // the body ends in a prompt to pay or log in

	// FromMetadata says that the page shows no story, for scripts are to write it, and Body is what its
	// JSON-LD tells: the articleBody. The places of what was removed from it and mended in it have
	// the path "articleBody".
	FromMetadata bool `json:"fromMetadata,omitempty"`

	// RightToLeft is the direction of the story's text, by its language or as declared.
	RightToLeft bool `json:"rightToLeft,omitempty"`
	// Corrections say what was wrong in the story: notes of Body, and what the metadata tell.
	Corrections []string `json:"corrections,omitempty"`

	// Header holds what is printed around the story and told by the fields above: kicker,
	// title, standfirst, byline and dates, in page order.
	Header []Block `json:"header,omitempty"`
	// Body is the story.
	Body []Block `json:"body,omitempty"`
	// Removed is all visible text that is neither in Header nor in Body, in page order.
	Removed []Removal `json:"removed,omitempty"`
	// Repairs are the changes that mending made to the text of Header and Body.
	// Words never change.
	Repairs []Repair `json:"repairs,omitempty"`
	// Confidence is the expected F1 of the body, 0 to 1.
	Confidence float64 `json:"confidence"`
	// Candidates are the values that were considered for the fields, where Parser.Evidence
	// asks for them; see [Article.Evidence].
	Candidates []Candidate `json:"candidates,omitempty"`
}

// A Kind is what a [Block] is.
type Kind string

// The kinds of blocks. The first five stand in an Article's Header only, but for [BylineLine],
// which may close a Body's live entry.
const (
	KickerLine     Kind = "kicker"
	TitleLine      Kind = "title"
	StandfirstLine Kind = "standfirst"
	BylineLine     Kind = "byline" // a line that names an author; it may print the date, too
	PrintedDate    Kind = "date"

	Paragraph Kind = "paragraph"
	Heading   Kind = "heading"    // Level 1 to 6
	Quote     Kind = "quote"      // a quotation set apart
	List      Kind = "list"       // Items
	Table     Kind = "table"      // Rows
	Figure    Kind = "figure"     // Image, Text is the caption as printed
	Embed     Kind = "embed"      // URL of a video, post or other foreign content; Text is what it shows without its player
	Code      Kind = "code"       // Text keeps its line breaks
	Note      Kind = "note"       // of the editors or an agency: corrections, sources
	Factbox   Kind = "factbox"    // a box beside the story
	Bio       Kind = "bio"        // about the author
	LiveEntry Kind = "live entry" // the head of an entry of a live blog; Time
)

// A Block is one piece of the article: a paragraph, a heading, a list. Which of its fields
// are set follows from its Kind.
type Block struct {
	Kind Kind `json:"kind"`
	// Text is the block's plain text with single spaces. A "\n" is a line break that the
	// page sets inside the block. It is empty for List, whose text is in its Items; of a Table it is the caption.
	// The soft hyphens of an HTML page stay; [Article.WriteText] leaves them out.
	Text string `json:"text,omitempty"`
	// Marks are links and emphasis in Text, ordered by Start. They may nest.
	Marks []Mark `json:"marks,omitempty"`
	// Level is the rank of a Heading, 1 to 6.
	Level int `json:"level,omitempty"`
	// Ordered says that a List is numbered.
	Ordered bool `json:"ordered,omitempty"`
	// Items are the entries of a List.
	Items []Item `json:"items,omitempty"`
	// Rows are the rows of a Table.
	Rows []Row `json:"rows,omitempty"`
	// Image is the picture of a Figure; nil where the page shows only its caption.
	Image *Image `json:"image,omitempty"`
	// URL is the address of an Embed, absolute.
	URL string `json:"url,omitempty"`
	// Provider is the platform that an Embed is of, such as "YouTube", or else its host.
	Provider string `json:"provider,omitempty"`
	// Media is what an Embed shows, where that is known.
	Media Media `json:"media,omitempty"`
	// Time is the printed time of a LiveEntry.
	Time Date `json:"time,omitzero"`
}

// A MarkKind is what a [Mark] does to its range of text.
type MarkKind string

// The kinds of marks.
const (
	Link   MarkKind = "link"
	Bold   MarkKind = "bold"
	Italic MarkKind = "italic"
	Mono   MarkKind = "code"

	// Small letters or digits above and below the line: of 10² the text has "102". Markdown knows neither.
	Superscript MarkKind = "superscript"
	Subscript   MarkKind = "subscript"
)

// A Mark is a range of a text that is a link or emphasised.
type Mark struct {
	Kind  MarkKind `json:"kind"`
	Start int      `json:"start"` // byte offset of the first byte
	End   int      `json:"end"`   // byte offset after the last byte
	URL   string   `json:"url,omitempty"`
}

// An Item is one entry of a list.
type Item struct {
	Text  string `json:"text"`
	Marks []Mark `json:"marks,omitempty"`
	Depth int    `json:"depth,omitempty"` // 0 for the outermost list
	// Number is what an ordered list calls the entry, where it says so: 0 stands for the number after that of the
	// entry before, and for 1 in the first one.
	Number int `json:"number,omitempty"`
}

// A Row is one row of a table.
type Row []Cell

// A Cell is one cell of a table.
type Cell struct {
	Text   string `json:"text"`
	Marks  []Mark `json:"marks,omitempty"`
	Header bool   `json:"header,omitempty"`
}

// An Image is a picture of the story.
type Image struct {
	URL    string `json:"url"`              // absolute where the page's address is known
	Alt    string `json:"alt,omitempty"`    // the text that stands for the picture
	Credit string `json:"credit,omitempty"` // who made it, where printed apart from the caption
	Width  int    `json:"width,omitempty"`  // in pixels, as declared; 0 if not
	Height int    `json:"height,omitempty"`
}

// An Author is a person or an organisation that signs the story.
type Author struct {
	Name         string `json:"name"`
	URL          string `json:"url,omitempty"`
	Organization bool   `json:"organization,omitempty"` // an agency or a desk, not a person
}

// A Publisher is a news site, a paper or an agency.
type Publisher struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// A Date is a point in time as precise as the page tells it: a day, or an instant with
// its offset. The zero Date means that the page does not tell.
type Date struct {
	Time    time.Time `json:"time"`              // midnight UTC of the day unless HasTime
	HasTime bool      `json:"hasTime,omitempty"` // Time is an instant, not just a day
	Printed string    `json:"printed,omitempty"` // as it stands on the page or in its metadata
}

// IsZero reports whether the page does not tell the date.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// String is RFC 3339 for an instant, 2006-01-02 for a day and empty for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.HasTime:
		return d.Time.Format(time.RFC3339)
	default:
		return d.Time.Format(time.DateOnly)
	}
}

// A Reason says why a run of text is not part of the story.
type Reason string

// The reasons for which text is removed.
const (
	Navigation      Reason = "navigation"
	Breadcrumb      Reason = "breadcrumb"
	HeaderDate      Reason = "header date"         // the site's clock: the day of the scrape
	PublisherLabel  Reason = "publisher label"     // a lone line that names the publisher
	AdLabel         Reason = "advertisement label" // "Advertisement", "Anzeige", "- Advertisment -"
	SourceLink      Reason = "source-link label"   // the anchor that aggregators put after a copied story
	ShareBar        Reason = "share bar"
	Related         Reason = "related"       // stories chosen for this one, read-more lines
	OtherStories    Reason = "other stories" // the site's latest and most read, not chosen for this story
	Newsletter      Reason = "newsletter"
	PaywallPrompt   Reason = "paywall prompt"
	ConsentNotice   Reason = "consent notice"
	Comments        Reason = "comments"
	TagList         Reason = "tags"
	ReadingTime     Reason = "reading time"
	PhotoCredit     Reason = "photo credit" // of a picture that is not part of the story
	LegalFooter     Reason = "legal footer" // copyright, imprint, terms
	Tools           Reason = "tools"        // print, save, listen, font size, form fields
	Duplicate       Reason = "duplicate"    // the text stands in the Article already
	Hidden          Reason = "hidden"       // not shown by the page
	LinkNumbers     Reason = "link numbers" // the "[12]" and reference lists of text browsers
	DroppedByCaller Reason = "selector"     // matched Parser.Drop, or outside of Parser.Body
	Boilerplate     Reason = "boilerplate"  // outside of the story, of no class above
)

// A Removal is a run of visible text that is not part of the story.
type Removal struct {
	Reason Reason `json:"reason"`
	Text   string `json:"text"`
	Place  Place  `json:"place"`
}

// A Place is where a text stood on the page.
type Place struct {
	// Block is the number of the block of text on the page, from 0.
	Block int `json:"block"`
	// Line is the line of a page of plain text or Markdown, from 1; 0 in HTML.
	Line int `json:"line,omitempty"`
	// Path leads to the element of an HTML page: "body/main/div.story/p"; empty in text and Markdown.
	Path string `json:"path,omitempty"`
}

// A RepairKind says what was mended.
type RepairKind string

// The kinds of repairs.
const (
	JoinedLines    RepairKind = "joined lines"         // a sentence broken over lines
	SplitBlocks    RepairKind = "split"                // a line of text that held several blocks
	StrayStop      RepairKind = "stray stop"           // a full stop inside a sentence
	StrayQuote     RepairKind = "stray stop and quote" // the same with a surplus closing quote
	OrphanStop     RepairKind = "orphan stop"          // a second full stop that stands alone
	SpaceRepair    RepairKind = "space"                // a space before a comma or stop, a missing one after it
	DoubleEncoding RepairKind = "double encoding"      // characters encoded twice, "Ã¶" for "ö"; one for the whole page, its first place
	InvisibleRune  RepairKind = "invisible characters" // soft hyphens and zero-width characters
)

// A Repair is one change of white space or punctuation that mending made.
type Repair struct {
	Kind   RepairKind `json:"kind"`
	Place  Place      `json:"place"`
	Before string     `json:"before"` // the changed passage with some words around it
	After  string     `json:"after"`
	// Confidence is the share of such changes that are right on clean text, 0 to 1.
	Confidence float64 `json:"confidence"`
}

// A Candidate is a value considered for a field of the Article.
type Candidate struct {
	Field      string  `json:"field"`            // the field's JSON name: "title", "published"
	Source     string  `json:"source"`           // where the value stands: "json-ld", "og:title", "h1", "text"
	Value      string  `json:"value"`            // the raw value
	Chosen     bool    `json:"chosen,omitempty"` // the Article holds it
	Confidence float64 `json:"confidence,omitempty"`
}

// Evidence returns the candidates for a field, named as in JSON, the chosen ones first. It
// is for an Article of a [Parser] that was told to keep them, by its field Evidence:
//
//	p := newsparse.Parser{Evidence: true}
//	art, err := p.Parse(ctx, r, newsparse.Source{})
//	art.Evidence("published")
//
// For any other Article it returns nil.
func (a *Article) Evidence(field string) []Candidate {
	var chosen, lost []Candidate
	for _, c := range a.Candidates {
		switch {
		case c.Field != field:
		case c.Chosen:
			chosen = append(chosen, c)
		default:
			lost = append(lost, c)
		}
	}
	return append(chosen, lost...)
}
