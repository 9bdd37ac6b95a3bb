package label

import (
	"strings"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// beside fills the features that tell of the text beside each block. The features of the
// blocks' own text must be there already.
func (s *pageSurvey) beside(m Matrix) {
	for i := 1; i < len(s.p.Blocks); i++ {
		row, above := m.Row(i), m.Row(i-1)
		row[fPrevPhrase], row[fPrevEnds] = above[fPhrase], above[fEnds]
		above[fNextPhrase] = row[fPhrase]
	}
}

// elementsBeside fills those that tell of the elements beside each block of HTML.
func (s *pageSurvey) elementsBeside(m Matrix) {
	p := s.p
	related, heading := -reach, int16(0)
	for i := range p.Blocks {
		row := m.Row(i)
		if i > 0 {
			above := m.Row(i - 1)
			row[fPrevTag], above[fNextTag] = above[fTag], row[fTag]
			if p.Nodes[p.Blocks[i].Node].Signature == p.Nodes[p.Blocks[i-1].Node].Signature {
				row[fPrevSame], above[fNextSame] = 1, 1
			}
		}
		row[fSinceRelated], row[fHeadPhrase] = int16(min(i-related, reach)), heading
		if c := phrases.Class(row[fPhrase]); c == phrases.RelatedHeading || c == phrases.ReadMore {
			related = i
		}
		if page.IsHeading(p.Blocks[i].Tag) {
			heading = row[fPhrase]
		}
	}
}

// pictures fills how far the pictures around each block are, and whether they say the same.
func (s *pageSurvey) pictures(m Matrix) {
	p, n := s.p, len(s.p.Blocks)
	for k, i := 0, 0; i < n; i++ {
		for k < len(p.Images) && int(p.Images[k].Block) <= i {
			k++
		}
		row := m.Row(i)
		row[fSincePicture], row[fToPicture] = reach, reach
		if k > 0 {
			row[fSincePicture] = int16(min(i-int(p.Images[k-1].Block), reach))
		}
		if k < len(p.Images) {
			row[fToPicture] = int16(min(int(p.Images[k].Block)-1-i, reach))
		}
	}
	holds := s.memory.bools.take(len(p.Nodes))
	for k := range p.Images {
		img := &p.Images[k]
		for node := img.Node; node >= 0 && !holds[node]; node = p.Nodes[node].Parent {
			holds[node] = true
		}
		for i := max(0, int(img.Block)-1); i < min(n, int(img.Block)+2); i++ {
			row := m.Row(i)
			row[fAlt] = max(row[fAlt], sameAs(img.Alt, p.Blocks[i].Text))
		}
	}
	for i := range n {
		node, up := p.Blocks[i].Node, int16(0)
		for node > 0 && up < far && !holds[node] {
			node = p.Nodes[node].Parent
			up++
		}
		row, holder := m.Row(i), &p.Nodes[node]
		row[fUpPicture] = up
		row[fPictureBlocks], row[fPictureWords] = clamp(int(holder.Last-holder.First)), clamp(int(holder.Words))
	}
}

// shortestAlt is the least length, in bytes, of an alternative text that says anything.
const shortestAlt = 4

// sameAs compares a picture's alternative text with a block's.
func sameAs(alt, text string) int16 {
	switch {
	case len(alt) < shortestAlt || text == "":
		return 0
	case alt == text:
		return 2
	case strings.HasPrefix(text, alt) || strings.HasPrefix(alt, text):
		return 1
	}
	return 0
}

// items fills what the page's own marks say of its blocks: time elements and item
// properties.
func (s *pageSurvey) items(m Matrix) {
	p := s.p
	for k := range p.Times {
		t := &p.Times[k]
		if i := s.holding(t.Text, t.Block); i >= 0 {
			row := m.Row(i)
			row[fTime] = 1
			if 3*len(t.Text) >= 2*len(p.Blocks[i].Text) {
				row[fTime] = 2
			}
		}
	}
	for k := range p.Metas {
		item := &p.Metas[k]
		if !item.Item {
			continue
		}
		if code := itemCodes[item.Name]; code > 0 {
			if i := s.holding(item.Content, item.Block); i >= 0 {
				m.Row(i)[fItem] = code
			}
		}
	}
}

// The most words and bytes of a block that a time or an item property says something of.
const (
	longItem      = 60
	longItemBytes = 4000
)

// holding is the block that holds a text found when so many blocks had begun, -1 for none.
func (s *pageSurvey) holding(text string, begun int32) int {
	if text == "" {
		return -1
	}
	for i := int(begun); i >= max(0, int(begun)-1); i-- {
		if i < len(s.p.Blocks) && s.p.Blocks[i].Words < longItem && len(s.p.Blocks[i].Text) < longItemBytes && strings.Contains(s.p.Blocks[i].Text, text) {
			return i
		}
	}
	return -1
}
