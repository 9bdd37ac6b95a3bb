package newsparse

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// A picture is what the assembler knows of one of the page's images.
type picture struct {
	story  bool      // part of the story
	class  fileClass // unread before somebody asks: see classOf
	copyOf int       // the picture that this is another size of; itself if it is none
	figure int       // its place in the Body; none before it has one
}

// findPictures tells which of the page's images are part of the story, and finds their
// captions. lead is the address of the image that the page shows to others.
func (s *assembler) findPictures(lead string) {
	s.pictures = make([]picture, len(s.pg.Images))
	s.top = s.headlineEnd()
	files := map[string]int{}
	lead = fileOf(lead)
	for k := range s.pg.Images {
		p, img := &s.pictures[k], &s.pg.Images[k]
		p.figure = none
		p.copyOf = s.sameFigure(k)
		if p.copyOf != k || !s.nearStory(img.Block) { // most: their addresses are not read
			continue
		}
		file := fileOf(img.URL)
		if p.story = s.inStory(img.Block, img.Node, file == lead && file != "") && s.classOf(k) == ordinary; !p.story {
			continue
		}
		if at, ok := files[file]; ok {
			p.copyOf = at
		} else {
			files[file] = k
		}
	}
	s.captionOf = map[int32]int32{}
	for i := range s.labels {
		k := none
		switch role := s.labels[i].Role; {
		case role == label.Caption || s.isPrintedCredit(int32(i)):
			k = s.pictureBeside(int32(i))
		case role == label.Cell:
			k = s.framedPicture(int32(i))
		}
		if k != none {
			k = s.pictures[k].copyOf
			s.captionOf[int32(i)] = int32(k)
			s.pictures[k].story = s.pictures[k].story || s.labels[i].Role.InBody()
		}
	}
}

// classOf is what picture k is, by its size or its address.
func (s *assembler) classOf(k int) fileClass {
	p, img := &s.pictures[k], &s.pg.Images[k]
	if p.class == unread {
		switch {
		case p.copyOf != k:
			p.class = ordinary
		case img.Width > 0 && img.Width < leastWidth || img.Height > 0 && img.Height < leastHeight:
			p.class = icon
		default:
			p.class = classOf(img.URL)
		}
	}
	return p.class
}

// sameFigure is the picture right before picture k in the same figure element, if both may
// be one picture in two sizes; else k.
func (s *assembler) sameFigure(k int) int {
	if k == 0 {
		return k
	}
	before, img := &s.pg.Images[k-1], &s.pg.Images[k]
	if before.Block != img.Block || img.Alt != "" && before.Alt != "" && img.Alt != before.Alt || s.sideBySide(k-1, k) {
		return k
	}
	if figure := s.up(img.Node, atom.Figure); figure == 0 || figure != s.up(before.Node, atom.Figure) {
		return k
	}
	return s.pictures[k-1].copyOf
}

// sideBySide reports whether two pictures are two of a gallery: other files of the same size, or in elements of the same shape that
// stand beside each other.
func (s *assembler) sideBySide(a, b int) bool {
	x, y := &s.pg.Images[a], &s.pg.Images[b]
	if fileOf(x.URL) == fileOf(y.URL) {
		return false
	}
	m, n := &s.pg.Nodes[max(0, x.Node)], &s.pg.Nodes[max(0, y.Node)]
	return x.Width > 0 && x.Width == y.Width && x.Height == y.Height || x.Node != y.Node && m.Parent == n.Parent && m.Signature == n.Signature
}

// up is the nearest element of a kind at or above node n; 0 for none.
func (s *assembler) up(n int32, tag atom.Atom) int32 {
	for n > 0 && s.pg.Nodes[n].Tag != tag {
		n = s.pg.Nodes[n].Parent
	}
	return n
}

// besideCaption is how many blocks a container of a picture and its caption may hold.
const besideCaption = 8

// pictureBeside is the picture that a caption or credit belongs to: the nearest one in the
// smallest container that holds no story, or the one right before it among the story's
// paragraphs.
func (s *assembler) pictureBeside(i int32) int {
	images := s.pg.Images
	n := s.pg.Blocks[i].Node
	for ; n > 0 && !s.holdsStory(n); n = s.pg.Nodes[n].Parent {
		if k := s.pictureIn(n, i); k != none || s.pg.Nodes[n].Tag == atom.Figure {
			return k
		}
	}
	k := s.firstImage(i+1) - 1
	if k >= 0 && images[k].Block == i && s.pg.Above(max(0, s.pg.Nodes[images[k].Node].Parent), s.pg.Blocks[i].Node) && s.classOf(k) != icon {
		return k
	}
	return none
}

// pictureIn is the last picture before block i in an element, or else the first one after it.
func (s *assembler) pictureIn(n, i int32) int {
	x, images, best := &s.pg.Nodes[n], s.pg.Images, none
	for k := s.firstImage(x.First); k < len(images) && images[k].Block <= x.Last; k++ {
		if (best == none || images[k].Block <= i) && s.pg.Above(n, images[k].Node) && s.classOf(k) != icon {
			best = k
		}
	}
	return best
}

// framedPicture is the picture in the table of a cell, where the table is no more than a
// frame around a picture and a text.
func (s *assembler) framedPicture(i int32) int {
	table := s.up(s.pg.Blocks[i].Node, atom.Table)
	if t := &s.pg.Nodes[table]; table == 0 || t.Last-t.First > 1 {
		return none
	}
	return s.pictureIn(table, i)
}

// firstImage is the first of the page's images with as many blocks before it, or more.
func (s *assembler) firstImage(blocks int32) int {
	return sort.Search(len(s.pg.Images), func(k int) bool { return s.pg.Images[k].Block >= blocks })
}

// holdsStory reports whether an element holds more than a picture with its captions.
func (s *assembler) holdsStory(n int32) bool {
	x := &s.pg.Nodes[n]
	return x.Last-x.First > besideCaption || slices.ContainsFunc(s.labels[x.First:x.Last], func(l label.Label) bool {
		return l.Role != label.Caption && (l.Role.InBody() || l.Role == label.Title || l.Role == label.Standfirst)
	})
}

// The smallest declared sizes of a picture of a story, in pixels: below them are icons and
// the faces of authors.
const (
	leastWidth  = 100
	leastHeight = 60
)

// headlineEnd is the first block below the headline, or of the story where that has none.
func (s *assembler) headlineEnd() int32 {
	for i := s.first - 1; i >= max(0, s.first-label.Around); i-- {
		if s.labels[i].Role == label.Title {
			return i + 1
		}
	}
	return s.first
}

// nearStory reports whether what stands before a block may be part of the story by its place.
func (s *assembler) nearStory(before int32) bool {
	return s.last > 0 && before >= s.top-label.Around && before <= s.last
}

// inStory reports whether something without text that stands before a block is part of the
// story: it lies between the headline and the story's end, in no element that is called
// something else, and beside no text that is something else. The image that the page shows
// to others may also stand above the headline.
func (s *assembler) inStory(before, node int32, lead bool) bool {
	if !s.nearStory(before) || before < s.top && !lead {
		return false
	}
	if before >= s.last && !s.pg.Above(s.container(), node) {
		return false
	}
	beside := true // there was no text beside it yet
	for n := node; n > 0; n = s.pg.Nodes[n].Parent {
		x := &s.pg.Nodes[n]
		if x.First <= s.first && x.Last >= s.last {
			break
		}
		if isFurniture(x, lead) || beside && x.Last > x.First && s.isOther(x) {
			return false
		}
		beside = beside && x.Last == x.First
	}
	return true
}

// container is the smallest element that holds the whole story.
func (s *assembler) container() int32 {
	n := s.pg.Blocks[s.first].Node
	for n > 0 && (s.pg.Nodes[n].First > s.first || s.pg.Nodes[n].Last < s.last) {
		n = s.pg.Nodes[n].Parent
	}
	return n
}

// isFurniture reports whether an element is of the page rather than of the story.
func isFurniture(x *page.Node, lead bool) bool {
	const furniture = page.ClassAd | page.ClassShare | page.ClassNav | page.ClassNewsletter | page.ClassComment | page.ClassBio |
		page.ClassByline | page.ClassTool | page.ClassCommerce | page.ClassRelated
	switch {
	case x.Hidden || x.Tag == atom.Nav || x.Tag == atom.Footer || x.Tag == atom.Form:
		return true
	case lead:
		return x.Class&(page.ClassNav|page.ClassAd|page.ClassHeader) != 0
	case x.Class&page.ClassMedia != 0: // of a gallery: its slides are called cards and its buttons tools
		return x.Class&(page.ClassAd|page.ClassRelated|page.ClassByline|page.ClassBio) != 0
	}
	return x.Class&(furniture|page.ClassTeaser) != 0 || x.Tag == atom.Aside
}

// otherRoles are the roles of texts whose pictures are not the story's.
var otherRoles = [...]label.Role{
	label.Related, label.Teaser, label.Navigation, label.Breadcrumb, label.Bio, label.Byline, label.AdLabel, label.Newsletter,
	label.ShareBar, label.Comment, label.Consent, label.PaywallPrompt, label.TagList, label.Legal, label.PublisherLabel, label.Dropped,
}

// isOther reports whether all of the few texts in an element are of otherRoles. In a figure
// a button or a credit that is taken for a byline does not count.
func (s *assembler) isOther(x *page.Node) bool {
	if x.Last-x.First > besideCaption {
		return false
	}
	for i := x.First; i < x.Last; i++ {
		role := s.labels[i].Role
		if role == label.PhotoCredit && !s.isPrintedCredit(i) && s.pg.Blocks[i].Words > 3 {
			continue // a caption, but none of the story
		}
		if !slices.Contains(otherRoles[:], role) || x.Tag == atom.Figure && (role == label.ShareBar || role == label.Byline) {
			return false
		}
	}
	return true
}

// media adds the pictures and embeds of the story that stand before block i.
func (s *assembler) media(i int32) {
	for ; s.image < len(s.pg.Images) && s.pg.Images[s.image].Block <= i; s.image++ {
		if p := &s.pictures[s.image]; p.story && p.copyOf == s.image {
			s.show(i, s.image)
		}
	}
	for ; s.embed < len(s.pg.Embeds) && s.pg.Embeds[s.embed].Block <= i; s.embed++ {
		e := &s.pg.Embeds[s.embed]
		if !s.inStory(e.Block, e.Node, false) {
			continue
		}
		if u := s.resolve(e.URL); u != "" {
			s.insert(i, embedOf(u, e.Tag))
		}
	}
}

// insert adds a block that does not end an open table.
func (s *assembler) insert(i int32, b Block) {
	table := s.table
	s.add(i, b)
	s.table = table
}

// show adds the Figure of a picture, if it is not there yet, and returns its place; none if
// the picture has no address.
func (s *assembler) show(i int32, k int) int {
	p, img := &s.pictures[k], &s.pg.Images[k]
	if p.figure != none {
		return p.figure
	}
	u := s.resolve(img.URL)
	if u == "" {
		return none
	}
	s.insert(i, Block{Kind: Figure, Image: &Image{URL: u, Alt: img.Alt, Width: img.Width, Height: img.Height}})
	p.figure = len(s.a.Body) - 1
	return p.figure
}

// caption gives a caption or a credit to its picture, wherever that stands beside it, or to
// the caption before it.
func (s *assembler) caption(i int32, out Block) bool {
	at := none
	if k, ok := s.captionOf[i]; ok && s.pictures[k].story {
		at = s.show(i, int(k))
	} else if last := len(s.a.Body) - 1; s.labels[i].Role == label.Caption && last >= 0 && s.a.Body[last].Kind == Figure && s.a.Body[last].Image == nil {
		if figure := s.up(s.pg.Blocks[i].Node, atom.Figure); figure != 0 && figure == s.up(s.pg.Blocks[s.places.body[last]].Node, atom.Figure) {
			at = last
		}
	}
	if at == none {
		return false
	}
	f := &s.a.Body[at]
	if len(f.Text) >= longestJoined {
		return false
	}
	if f.Text == "" {
		s.places.body[at] = i
	}
	s.appendText(&f.Text, &f.Marks, out)
	if f.Image != nil && f.Image.Credit == "" {
		if apart := s.setApart(i); apart != "" && apart != out.Text && strings.HasSuffix(out.Text, apart) && page.Measure(apart) <= longestCredit {
			f.Image.Credit = creditName(apart)
		} else {
			f.Image.Credit = creditOf(out.Text, s.isCredit(i))
		}
	}
	return true
}

// leadImage takes the first picture of the story, where the page declares none.
func (a *Article) leadImage() {
	for i := 0; i < len(a.Body) && a.Image == nil; i++ {
		if img := a.Body[i].Image; img != nil {
			lead := *img
			a.Image = &lead
		}
	}
}
