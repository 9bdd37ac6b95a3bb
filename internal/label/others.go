package label

import (
	"net/url"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// The text of a page's other stories reads like its own. What tells them apart are the elements: each of
// them stands in one of its own, of one shape with the others.

const (
	// fewTeasers is how many siblings are a list of teasers.
	fewTeasers = 3
	// longTeaser is how many words a teaser has at the most: longer ones are the sections of a story whose
	// headings are links.
	longTeaser = 250
	// shortHeadline is how many words the headline of a teaser has at the least: shorter ones are tags and
	// sections.
	shortHeadline = 3
)

// nextArticles takes out of the story the articles that follow it: some sites load them when their reader has come to
// the end. The elements around them are of the same shapes as those around the headline, down to their headlines.
func (l *labeller) nextArticles() {
	title := l.survey.title
	if title < 0 || l.p.Blocks[title].Tag != atom.H1 {
		return
	}
	first := title + 1 // block of the story below the headline
	for ; int(first) < len(l.in) && !l.in[first]; first++ {
	}
	for i := title + 1; int(i) < len(l.p.Blocks); i++ {
		if b := &l.p.Blocks[i]; b.Tag != atom.H1 || b.Text == l.p.Blocks[title].Text {
			continue
		}
		if own, other := l.twinElements(title, i); other != nil && first < own.Last {
			for i = other.First; i < other.Last; i++ {
				l.takeOut(int(i))
			}
			i--
		}
	}
}

// twinElements are the outermost elements around two blocks that are siblings of one shape, as are all elements
// between them and the blocks; nil where there are none.
func (l *labeller) twinElements(a, b int32) (of, twin *page.Node) {
	x, y := l.p.Blocks[a].Node, l.p.Blocks[b].Node
	for x > 0 && y > 0 && x != y {
		m, n := &l.p.Nodes[x], &l.p.Nodes[y]
		if m.Signature != n.Signature {
			return nil, nil
		}
		if m.Parent == n.Parent {
			return m, n
		}
		x, y = m.Parent, n.Parent
	}
	return nil, nil
}

// takeOut says that a block is of another story, if it was taken for part of this one.
func (l *labeller) takeOut(i int) {
	if l.in[i] {
		l.set(i, Related)
	}
}

// A list is what may be one of teasers: the children of an element that are of one kind.
type list struct {
	parent int32
	tag    atom.Atom
}

// teasers takes lists of teasers out of the end of the story, with the doubtful lines around them. Lists inside of it are
// its own: chapters, recipes, products.
func (l *labeller) teasers() {
	t := teaserSearch{l, make(map[list]bool), make(map[*page.Node]teased)}
	end := l.out.Last // of what is not taken out yet
	for i := l.out.Last - 1; i > l.body; i-- {
		if l.p.Stopped(i) {
			return
		}
		if !l.in[i] {
			continue
		}
		teaser := t.around(int32(i))
		if teaser == nil {
			if l.out.Labels[i].Story >= lastLine {
				break
			}
			continue
		}
		i = int(teaser.First)
		for k := i; k < end; k++ {
			l.takeOut(k)
		}
		end = i
	}
}

// A teaserSearch remembers what was found of elements: many blocks stand in the same ones.
type teaserSearch struct {
	*labeller
	lists map[list]bool // which are of teasers
	leads map[*page.Node]teased
}

// around is the element around a block that is one of a list of teasers, nil if there is none.
func (l *teaserSearch) around(block int32) *page.Node {
	for n := l.p.Blocks[block].Node; n > 0; n = l.p.Nodes[n].Parent {
		node := &l.p.Nodes[n]
		if node.Words > longTeaser || node.First <= l.survey.title || int(node.First) <= l.body {
			return nil
		}
		if l.teases(node) != ownPage {
			continue
		}
		of := list{node.Parent, node.Tag}
		isList, ok := l.lists[of]
		if !ok {
			isList = l.isListOfTeasers(of)
			l.lists[of] = isList
		}
		if isList {
			return node
		}
	}
	return nil
}

// isListOfTeasers reports whether several of a list lead to pages of the same site. Where some lead to other sites they
// are parts of the story.
func (l *teaserSearch) isListOfTeasers(of list) bool {
	count := 0
	for n := of.parent + 1; int(n) < len(l.p.Nodes) && l.p.Nodes[n].Depth > l.p.Nodes[of.parent].Depth; n++ {
		if node := &l.p.Nodes[n]; node.Parent == of.parent && node.Tag == of.tag {
			switch l.teases(node) {
			case ownPage:
				count++
			case otherSite:
				return false
			}
		}
	}
	return count >= fewTeasers
}

// A teased is where the link leads with which an element begins.
type teased uint8

const (
	nothing teased = iota // it does not begin with a link, or holds nothing else
	ownPage
	otherSite
)

// teases is leadsTo, looked for once.
func (l *teaserSearch) teases(element *page.Node) teased {
	to, ok := l.leads[element]
	if !ok {
		to = l.leadsTo(element)
		l.leads[element] = to
	}
	return to
}

// leadsTo says where the first line of an element leads that goes on below it. Tags and sections above that line do not count.
func (l *labeller) leadsTo(element *page.Node) teased {
	if element.LinkWords < shortHeadline {
		return nothing
	}
	for i := element.First; i < element.Last-1; i++ {
		b := &l.p.Blocks[i]
		if b.Words < shortHeadline {
			continue
		}
		k := slices.IndexFunc(b.Marks, func(m page.Mark) bool { return m.Kind == page.Link })
		switch {
		case k < 0 || b.LinkWords < b.Words:
			return nothing
		case l.isOwn(b.Marks[k].URL):
			return ownPage
		}
		return otherSite
	}
	return nothing
}

// isOwn reports whether a link leads to another page of the same site.
func (l *labeller) isOwn(link string) bool {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return err == nil && u.Path != ""
	}
	if l.host == nil {
		host := mostLinked(l.p)
		l.host = &host
	}
	return u.Host == *l.host
}

// mostLinked is the host to which most links of a page lead, as those to its own site do. It is empty if these name none.
func mostLinked(p *page.Page) (host string) {
	links := map[string]int{}
	for i := range p.Blocks {
		for _, m := range p.Blocks[i].Marks {
			if m.Kind != page.Link {
				continue
			}
			if u, err := url.Parse(m.URL); err == nil && u.Opaque == "" {
				if links[u.Host]++; links[u.Host] > links[host] {
					host = u.Host
				}
			}
		}
	}
	return host
}
