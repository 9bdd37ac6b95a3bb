package newsparse

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/page"
)

// longestPost is how many blocks a post of a social network may have.
const longestPost = 15

// post adds a block to the Embed of the post of a social network that it stands in, unless it only says
// that there is a post. Where the post does not say its address, its last link leads to where it was posted.
func (s *assembler) post(i int32, out Block) bool {
	b := &s.pg.Blocks[i]
	if b.Hidden || b.Dropped || s.labels[i].Role == label.Duplicate {
		return false
	}
	n := s.postOf(b.Node)
	if n == 0 {
		return false
	}
	if s.social != n || len(s.a.Body[s.socialAt].Text) >= longestJoined {
		s.add(i, Block{Kind: Embed, Media: MediaPost})
		s.social, s.socialAt = n, int32(len(s.a.Body)-1)
	}
	e := &s.a.Body[s.socialAt]
	says := s.labels[i].Role != label.Consent // "View this post on Instagram"
	if says {
		s.appendText(&e.Text, &e.Marks, out)
	}
	address := s.pg.Nodes[n].PostAddress()
	if address != "" {
		e.URL = s.resolve(address)
	}
	for _, m := range out.Marks {
		if address == "" && m.Kind == Link && (strings.HasPrefix(m.URL, "https://") || strings.HasPrefix(m.URL, "http://")) {
			e.URL = m.URL
		}
	}
	e.describeEmbed()
	return says
}

// postOf is the post in the story that node n stands in: a blockquote that is called one, or
// inside an element that is; 0 for none. What a post says may read like no story: one that says
// its address is one of the story by its place.
func (s *assembler) postOf(n int32) int32 {
	quote := s.up(n, atom.Blockquote)
	for n = quote; n > 0; n = s.pg.Nodes[n].Parent {
		x := &s.pg.Nodes[n]
		if x.Last-x.First > longestPost {
			return 0
		}
		if x.Class&page.ClassSocial != 0 {
			q := &s.pg.Nodes[quote]
			if q.PostAddress() != "" && s.amidStory(q) || slices.ContainsFunc(s.labels[q.First:q.Last], func(l label.Label) bool { return l.Role.InBody() }) {
				return quote
			}
			return 0
		}
	}
	return 0
}

// amidStory reports whether an element lies between the headline and the story's end, in none that is called something else.
func (s *assembler) amidStory(x *page.Node) bool {
	if !s.nearStory(x.First) || x.First < s.top || x.First >= s.last {
		return false
	}
	for n := x.Parent; n > 0; n = s.pg.Nodes[n].Parent {
		around := &s.pg.Nodes[n]
		if around.First <= s.first && around.Last >= s.last {
			break
		}
		if isFurniture(around, false) {
			return false
		}
	}
	return true
}
