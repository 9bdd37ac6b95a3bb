package label

import "github.com/seed-90a94633/newsparse/internal/phrases"

// announced takes out of the story of a text the title that a line such as "Also read:" announces: the line below
// it, if it ends open as titles do. The trees see both lines, but most often the title of another story reads like
// one's own heading. Of 31 such lines that they took, as innerText and as a line a text node (1,878 pages), all are titles
// of other stories; the gold has 7. In HTML, where links tell, they took 3.
func (l *labeller) announced() {
	for i := 1; i < len(l.in); i++ {
		if l.in[i] && l.rows.Row(i)[fEnds] == 0 && l.announces(i-1) {
			l.set(i, Related)
		}
	}
}

// announces reports whether a block is a stock line about other stories that ends in a colon.
func (l *labeller) announces(i int) bool {
	row := l.rows.Row(i)
	class := phrases.Class(row[fPhrase])
	return row[fEnds] == 2 && l.isStock(i) && (class == phrases.ReadMore || class == phrases.RelatedHeading)
}
