package newsparse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/meta"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// kinds are the kinds of the roles that stand in an Article's Header and Body.
var kinds = map[label.Role]Kind{
	label.Kicker: KickerLine, label.Title: TitleLine, label.Standfirst: StandfirstLine, label.Byline: BylineLine, label.Date: PrintedDate,
	label.Paragraph: Paragraph, label.Heading: Heading, label.Quote: Quote, label.ListItem: List, label.Cell: Table, label.Code: Code,
	label.Caption: Figure, label.Note: Note, label.Factbox: Factbox, label.LiveEntry: LiveEntry, label.Bio: Bio,
}

// removalReasons are the reasons of the other roles.
var removalReasons = map[label.Role]Reason{
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
	s := assembler{pg: pg, a: a, base: baseURL(pg, f.URL, src.URL), first: int32(l.First), last: int32(l.Last), places: newPlaces(pg)}
	for i := range pg.Blocks {
		s.pictures(int32(i))
		s.block(int32(i), l.Labels[i].Role)
	}
	s.pictures(int32(len(pg.Blocks)))
	s.stripped(notes)
	return a, s.places
}

// setFacts copies what meta resolved.
func (a *Article) setFacts(f meta.Facts) {
	a.Title, a.Kicker, a.Standfirst, a.Dateline = f.Title, f.Kicker, f.Standfirst, f.Dateline
	for _, x := range f.Authors {
		a.Authors = append(a.Authors, Author(x))
	}
	a.Published, a.Modified, a.Scraped = Date(f.Published), Date(f.Modified), Date(f.Scraped)
	a.Publisher, a.Origin = Publisher(f.Publisher), Publisher(f.Origin)
	a.Section, a.Tags, a.Language, a.URL, a.Paywalled = f.Section, f.Tags, f.Language, f.URL, f.Paywalled
	if f.Image.URL != "" {
		a.Image = &Image{URL: f.Image.URL, Alt: f.Image.Alt, Width: f.Image.Width, Height: f.Image.Height}
	}
	for _, c := range f.Candidates {
		a.Candidates = append(a.Candidates, Candidate(c))
	}
}

// baseURL is what relative addresses on the page refer to; nil if it is not known.
func baseURL(pg *page.Page, canonical, source string) *url.URL {
	var base *url.URL
	for _, s := range []string{canonical, source} {
		if u, err := url.Parse(s); err == nil && u.IsAbs() {
			base = u
		}
	}
	if pg.Base != "" {
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

// An assembler builds an Article block by block.
type assembler struct {
	pg          *page.Page
	a           *Article
	base        *url.URL
	first, last int32 // the story is Blocks[first:last]
	image       int   // the next of pg.Images
	embed       int   // the next of pg.Embeds
	places      *places

	list, listItem   int32 // the list element and the item that the last block stood in
	table, row, cell int32 // the same for a table
	figure           int32 // the node that the last Figure without a caption stood in
}

// block puts one block in its place.
func (s *assembler) block(i int32, role label.Role) {
	b := &s.pg.Blocks[i]
	kind, ok := kinds[role]
	if !ok {
		s.a.Removed = append(s.a.Removed, Removal{Reason: removalReasons[role], Text: b.Text, Place: s.places.of(i)})
		return
	}
	out := Block{Kind: kind, Text: b.Text, Marks: s.marks(b.Marks)}
	if role.InHeader() {
		s.a.Header = append(s.a.Header, out)
		s.places.header = append(s.places.header, i)
		return
	}
	switch kind {
	case Heading:
		out.Level = headingLevel(b.Tag)
	case List:
		s.item(i, out)
		return
	case Table:
		s.tableCell(i, out)
		return
	case Figure:
		if s.caption(i, out) {
			return
		}
	}
	s.add(i, out)
}

func (s *assembler) add(i int32, b Block) {
	s.list, s.table, s.figure = 0, 0, 0
	s.a.Body = append(s.a.Body, b)
	s.places.body = append(s.places.body, i)
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

var markKinds = [...]MarkKind{page.Link: Link, page.Bold: Bold, page.Italic: Italic, page.Mono: Mono}

// resolve makes an address absolute. It is empty for scripts, data and places inside the
// page, and for what is no address.
func (s *assembler) resolve(address string) string {
	address = strings.TrimSpace(address)
	if address == "" || address[0] == '#' {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if s.base != nil {
		u = s.base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https", "mailto", "":
		return u.String()
	}
	return ""
}

// item adds a block to the list that it stands in: as a new item, or as a further line of
// the one before.
func (s *assembler) item(i int32, out Block) {
	li, list, depth := int32(0), int32(0), 0
	for n := s.pg.Blocks[i].Node; n > 0; n = s.pg.Nodes[n].Parent {
		switch s.pg.Nodes[n].Tag {
		case atom.Li:
			if li == 0 {
				li = n
			}
		case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
			if list != 0 {
				depth++
			}
			list = n
		}
	}
	if list == 0 {
		list = max(li, 1)
	}
	last := len(s.a.Body) - 1
	if s.list != list || last < 0 || s.a.Body[last].Kind != List {
		s.add(i, Block{Kind: List, Ordered: s.pg.Nodes[list].Tag == atom.Ol})
		s.list, s.listItem = list, 0
		last++
	}
	items := &s.a.Body[last].Items
	if li != 0 && li == s.listItem {
		appendText(&(*items)[len(*items)-1].Text, &(*items)[len(*items)-1].Marks, out)
		return
	}
	s.listItem = li
	*items = append(*items, Item{Text: out.Text, Marks: out.Marks, Depth: depth})
}

// appendText adds a block's text as a further line.
func appendText(text *string, marks *[]Mark, b Block) {
	offset := len(*text) + 1
	*text += "\n" + b.Text
	for _, m := range b.Marks {
		m.Start += offset
		m.End += offset
		*marks = append(*marks, m)
	}
}

// tableCell adds a block to the table that it stands in.
func (s *assembler) tableCell(i int32, out Block) {
	var cell, row, table int32
	for n := s.pg.Blocks[i].Node; n > 0 && table == 0; n = s.pg.Nodes[n].Parent {
		switch s.pg.Nodes[n].Tag {
		case atom.Td, atom.Th:
			if cell == 0 {
				cell = n
			}
		case atom.Tr:
			if row == 0 {
				row = n
			}
		case atom.Table:
			table = n
		}
	}
	last := len(s.a.Body) - 1
	if s.table != table || table == 0 || last < 0 || s.a.Body[last].Kind != Table {
		s.add(i, Block{Kind: Table})
		s.table, s.row, s.cell = table, -1, -1
		last++
	}
	rows := &s.a.Body[last].Rows
	if row != s.row || len(*rows) == 0 {
		*rows = append(*rows, nil)
		s.cell = -1
	}
	r := &(*rows)[len(*rows)-1]
	if cell != 0 && cell == s.cell {
		appendText(&(*r)[len(*r)-1].Text, &(*r)[len(*r)-1].Marks, out)
	} else {
		*r = append(*r, Cell{Text: out.Text, Marks: out.Marks, Header: cell > 0 && s.pg.Nodes[cell].Tag == atom.Th})
	}
	s.row, s.cell = row, cell
}

// figureOf is the figure, or else the container, in which a picture and its caption stand.
func (s *assembler) figureOf(n int32) int32 {
	for up := n; up > 0; up = s.pg.Nodes[up].Parent {
		if node := &s.pg.Nodes[up]; node.Tag == atom.Figure || node.Class&page.ClassMedia != 0 && node.Last-node.First <= 4 {
			n = up
			if node.Tag == atom.Figure {
				break
			}
		}
	}
	return n
}

// pictures adds the images and embeds that stand before block i, if that is inside the
// story.
func (s *assembler) pictures(i int32) {
	for ; s.image < len(s.pg.Images) && s.pg.Images[s.image].Block <= i; s.image++ {
		if img := &s.pg.Images[s.image]; s.inStory(img.Block, img.Node) {
			if u := s.resolve(img.URL); u != "" {
				n := s.figureOf(img.Node)
				if s.figure == n && n != 0 { // the same picture in other sizes
					continue
				}
				s.add(i, Block{Kind: Figure, Image: &Image{URL: u, Alt: img.Alt, Width: img.Width, Height: img.Height}})
				s.figure = n
			}
		}
	}
	for ; s.embed < len(s.pg.Embeds) && s.pg.Embeds[s.embed].Block <= i; s.embed++ {
		if e := &s.pg.Embeds[s.embed]; s.inStory(e.Block, e.Node) {
			if u := s.resolve(e.URL); u != "" {
				s.add(i, Block{Kind: Embed, URL: u})
			}
		}
	}
}

// inStory reports whether something that stands before a block is part of the story: it
// lies in its range, and in no element that is called furniture.
func (s *assembler) inStory(before, node int32) bool {
	if before <= s.first || before >= s.last || len(s.a.Body) == 0 {
		return false
	}
	const furniture = page.ClassAd | page.ClassRelated | page.ClassShare | page.ClassNav | page.ClassNewsletter | page.ClassComment | page.ClassBio | page.ClassTeaser | page.ClassTool
	for n := node; n > 0; n = s.pg.Nodes[n].Parent {
		x := &s.pg.Nodes[n]
		if x.First <= s.first && x.Last >= s.last {
			return true
		}
		if x.Class&furniture != 0 || x.Hidden || x.Tag == atom.Nav || x.Tag == atom.Aside || x.Tag == atom.Footer || x.Tag == atom.Form {
			return false
		}
	}
	return true
}

// caption gives its text to the picture that stands right before it.
func (s *assembler) caption(i int32, out Block) bool {
	last := len(s.a.Body) - 1
	if last < 0 || s.figure == 0 || s.a.Body[last].Kind != Figure || !s.pg.Above(s.figure, s.pg.Blocks[i].Node) {
		return false
	}
	f := &s.a.Body[last]
	if f.Text == "" {
		f.Text, f.Marks = out.Text, out.Marks
		s.places.body[last] = i
	} else {
		appendText(&f.Text, &f.Marks, out)
	}
	return true
}

// stripped accounts for what the text road took out of lines.
func (s *assembler) stripped(notes *page.TextNotes) {
	if notes == nil {
		return
	}
	for _, x := range notes.Stripped {
		s.a.Removed = append(s.a.Removed, Removal{Reason: LinkNumbers, Text: x.Text, Place: Place{Block: int(x.Block), Line: int(x.Line)}})
	}
	s.joins(notes)
}
