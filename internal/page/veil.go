package page

import "golang.org/x/net/html"

// mostVeils is how many elements that hide the story may stand one inside of the other.
const mostVeils = 3

// veil is the outermost element that hides four fifths or more of what reads like running text,
// nil if there is none. That is the story, and a script shows it: so do pages that are sent
// piece by piece, or that are to be seen only once they are laid out. Galleries and second
// copies of a story that are hidden have less.
func (p *Page) veil() *html.Node {
	for i := range p.Nodes {
		n := &p.Nodes[i]
		if n.Hidden && !p.Nodes[n.Parent].Hidden && n.Prose > 0 && 5*int64(n.Prose) >= 4*int64(p.Nodes[0].Prose) {
			return n.DOM
		}
	}
	return nil
}

// Unseen reports whether a page shows a block only after a script has, if ever. Trees are asked that, for what they learned is
// what pages hide.
func (b *Block) Unseen() bool { return b.Hidden || b.Veiled }
