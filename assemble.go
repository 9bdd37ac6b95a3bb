package newsparse

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// kinds are the kinds of the roles that stand in an Article's Header and Body.
var kinds = [label.NumRoles]Kind{
	label.Kicker: KickerLine, label.Title: TitleLine, label.Standfirst: StandfirstLine, label.Byline: BylineLine, label.Date: PrintedDate,
	label.Paragraph: Paragraph, label.Heading: Heading, label.Quote: Quote, label.ListItem: List, label.Cell: Table, label.Code: Code,
	label.Caption: Figure, label.Note: Note, label.Factbox: Factbox, label.LiveEntry: LiveEntry, label.Bio: Bio,
}

// removalReasons are the reasons of the other roles.
var removalReasons = [label.NumRoles]Reason{
	label.Navigation: Navigation, label.Breadcrumb: Breadcrumb, label.HeaderDate: HeaderDate, label.PublisherLabel: PublisherLabel,
	label.AdLabel: AdLabel, label.SourceLink: SourceLink, label.ShareBar: ShareBar, label.Related: Related, label.Teaser: OtherStories, label.Newsletter: Newsletter,
	label.PaywallPrompt: PaywallPrompt, label.Consent: ConsentNotice, label.Comment: Comments, label.TagList: TagList,
	label.ReadingTime: ReadingTime, label.PhotoCredit: PhotoCredit, label.Legal: LegalFooter, label.Tool: Tools, label.Duplicate: Duplicate,
	label.Hidden: Hidden, label.Reference: LinkNumbers, label.Dropped: DroppedByCaller, label.Other: Boilerplate,
}

// printed tells meta which blocks print what.
func printed(l label.Labelled) meta.Printed {
	p := meta.Printed{BodyFirst: -1, BodyLast: -1}
	for i := range l.Labels {
		n := int32(i)
		switch l.Labels[i].Role {
		case label.Title:
			p.Title = append(p.Title, n)
		case label.Kicker:
			p.Kicker = append(p.Kicker, n)
		case label.Standfirst:
			p.Standfirst = append(p.Standfirst, n)
		case label.Byline:
			p.Byline = append(p.Byline, n)
		case label.Date:
			p.Dates = append(p.Dates, n)
		case label.Breadcrumb:
			p.Breadcrumb = append(p.Breadcrumb, n)
		case label.HeaderDate:
			p.HeaderDate = append(p.HeaderDate, n)
		case label.TagList:
			p.Tags = append(p.Tags, n)
		case label.Bio:
			p.Bio = append(p.Bio, n)
		case label.Paragraph, label.Heading, label.Quote, label.ListItem, label.Cell, label.Code:
			if p.BodyFirst < 0 {
				p.BodyFirst = n
			}
			p.BodyLast = n
		}
	}
	return p
}

// assemble puts every block of the page where its label says: into the Header, the Body
// or Removed.
func assemble(pg *page.Page, notes *page.TextNotes, l label.Labelled, f meta.Facts, src Source) (*Article, *places) {
	a := new(Article)
	a.setFacts(f)
	a.Confidence = l.Confidence
	s := assembler{
		pg: pg, a: a, labels: l.Labels, base: baseURL(pg, f.URL, src.URL),
		first: int32(l.First), last: int32(l.Last), places: newPlaces(pg),
		list: none, table: none, cellsLeft: 2 * len(pg.Nodes),
	}
	s.makeRoom()
	s.findPictures(f.Image.URL)
	for i := range pg.Blocks {
		if pg.Stopped(i) {
			return a, s.places
		}
		s.media(int32(i))
		s.block(int32(i))
	}
	s.media(int32(len(pg.Blocks)))
	s.stripped(notes)
	return a, s.places
}

// makeRoom takes the memory for the blocks at once: an Article's blocks are large.
func (s *assembler) makeRoom() {
	header, body, removed := 0, 0, 0
	for i := range s.labels {
		switch role := s.labels[i].Role; {
		case role.InHeader():
			header++
		case role.InBody():
			body++
		default:
			removed++
		}
	}
	s.a.Header = slices.Grow(s.a.Header, header)
	s.a.Body = slices.Grow(s.a.Body, body)
	s.a.Removed = slices.Grow(s.a.Removed, removed)
}

// setFacts copies what meta resolved.
func (a *Article) setFacts(f meta.Facts) {
	a.Title, a.Kicker, a.Standfirst, a.Dateline = oneLine.Replace(f.Title), oneLine.Replace(f.Kicker), f.Standfirst, f.Dateline
	for _, x := range f.Authors {
		a.Authors = append(a.Authors, Author(x))
	}
	a.Published, a.Modified, a.Scraped = Date(f.Published), Date(f.Modified), Date(f.Scraped)
	a.Publisher, a.Origin = Publisher(f.Publisher), Publisher(f.Origin)
	a.Section, a.Tags, a.Language, a.URL, a.Paywalled = f.Section, f.Tags, f.Language, f.URL, f.Paywalled
	a.Genre, a.AMP, a.License, a.RightToLeft, a.Corrections = Genre(f.Genre), f.AMP, f.License, f.RightToLeft, f.Corrections
	if f.Image.URL != "" {
		a.Image = &Image{URL: f.Image.URL, Alt: f.Image.Alt, Width: f.Image.Width, Height: f.Image.Height}
	}
	a.Candidates = slices.Grow(a.Candidates, len(f.Candidates))
	for _, c := range f.Candidates {
		a.Candidates = append(a.Candidates, Candidate(c))
	}
}

// baseURL is what relative addresses on the page refer to; nil if it is not known.
func baseURL(pg *page.Page, canonical, source string) *url.URL {
	var base *url.URL
	for _, s := range []string{canonical, source} {
		if u, err := url.Parse(s); err == nil && u.IsAbs() && len(s) <= longestAddress {
			base = u
		}
	}
	if pg.Base != "" && len(pg.Base) <= longestAddress {
		if u, err := url.Parse(pg.Base); err == nil {
			if base != nil {
				u = base.ResolveReference(u)
			}
			if u.IsAbs() {
				return u
			}
		}
	}
	return base
}

// none is no node.
const none = -1

// An assembler builds an Article block by block.
type assembler struct {
	pg          *page.Page
	a           *Article
	labels      []label.Label
	base        *url.URL
	first, last int32 // the story is Blocks[first:last]
	top         int32 // the first block below the headline
	places      *places

	pictures  []picture       // of pg.Images
	captionOf map[int32]int32 // by block: the picture that it is the caption or credit of
	image     int             // the next of pg.Images
	embed     int             // the next of pg.Embeds

	list, listItem   int32                 // the list element and the item that the last block stood in
	numbers          map[int32]int         // of the last items of ordered lists; 0 where it follows from the one before
	table, row       int32                 // the same for a table
	tableAt          int                   // its place in the Body
	grids            map[int32][]cellPlace // of the tables that were opened
	cells            []cellPlace           // of the row, from the one on that was filled last
	cellsLeft        int                   // how many more the rows of all tables may be opened with
	cellsOf          int32                 // the table of which lastCell knows the answer
	cellsEnd         int32
	social, socialAt int32 // the same for a post; 0 is none

	joined strings.Builder // the text that blocks were joined to last
}

// block puts one block in its place.
func (s *assembler) block(i int32) {
	b, role := &s.pg.Blocks[i], s.labels[i].Role
	kind := kinds[role]
	kept := kind != ""
	out := Block{Kind: kind, Text: b.Text}
	if kept || i >= s.first && i < s.last { // not for the many links of menus
		out.Marks = s.marks(b.Marks)
	}
	switch {
	case s.post(i, out) || s.caption(i, out) || s.tableCaption(i, out):
	case !kept:
		s.a.Removed = append(s.a.Removed, Removal{Reason: removalReasons[role], Text: b.Text, Place: s.places.of(i)})
	case role.InHeader():
		s.a.Header = append(s.a.Header, out)
		s.places.header = append(s.places.header, i)
	case kind == List:
		s.item(i, out)
	case kind == Table:
		s.tableCell(i, out)
	case kind == Code:
		s.code(i, out)
	case kind == Heading:
		out.Level = headingLevel(b.Tag)
		s.add(i, out)
	case kind == LiveEntry:
		out.Time = s.timeOf(i)
		s.add(i, out)
	default:
		s.add(i, out)
	}
}

// add puts a block at the end of the Body.
func (s *assembler) add(i int32, b Block) {
	s.list, s.table = none, none
	s.a.Body = append(s.a.Body, b)
	s.places.body = append(s.places.body, i)
}

// timeOf is the time that a time element of block i tells.
func (s *assembler) timeOf(i int32) Date {
	at, _ := slices.BinarySearchFunc(s.pg.Times, i, func(t page.Time, i int32) int { return int(t.Block - i) })
	for ; at < len(s.pg.Times) && s.pg.Times[at].Block == i; at++ {
		if t, err := time.Parse(time.RFC3339, s.pg.Times[at].Datetime); err == nil {
			return Date{Time: withOffset(t), HasTime: true, Printed: s.pg.Times[at].Text}
		}
	}
	return Date{}
}

func headingLevel(tag atom.Atom) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 2
}

// marks turns the page's marks into the Article's, with absolute addresses. A link whose
// address says nothing outside of its page is left out.
func (s *assembler) marks(in []page.Mark) []Mark {
	if len(in) == 0 {
		return nil
	}
	out := make([]Mark, 0, len(in))
	for _, m := range in {
		k := Mark{Kind: markKinds[m.Kind], Start: int(m.Start), End: int(m.End)}
		if k.Kind == Link {
			if k.URL = s.resolve(m.URL); k.URL == "" {
				continue
			}
		}
		out = append(out, k)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

var markKinds = [...]MarkKind{page.Link: Link, page.Bold: Bold, page.Italic: Italic, page.Mono: Mono, page.Superscript: Superscript, page.Subscript: Subscript}

// longestAddress is the most bytes of an address that is followed; servers refuse longer ones.
const longestAddress = 8 << 10

// resolve makes an address absolute. It is empty for scripts, data and places inside the
// page, and for what is no address.
func (s *assembler) resolve(address string) string {
	address = strings.TrimSpace(address)
	if address == "" || address[0] == '#' || len(address) > longestAddress {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		if u, err = url.Parse(likeBrowsers(address)); err != nil {
			return ""
		}
	}
	switch u = meta.Against(s.base, u); u.Scheme {
	case "http", "https", "mailto", "":
		return u.String()
	}
	return ""
}

// stripped accounts for what the text road took out of lines.
func (s *assembler) stripped(notes *page.TextNotes) {
	if notes == nil {
		return
	}
	for _, x := range notes.Stripped {
		s.a.Removed = append(s.a.Removed, Removal{Reason: LinkNumbers, Text: x.Text, Place: Place{Block: int(x.Block), Line: int(x.Line)}})
	}
	s.bounds(notes)
}
