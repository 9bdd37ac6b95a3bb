package main

import (
	"log"
	"slices"
	"strings"

	"github.com/seed-90a94633/newsparse/internal/label"
	"github.com/seed-90a94633/newsparse/internal/label/cv"
)

// cleaned are the story of a page alone, and under its headline: what data sets hold.
func (r *readers) cleaned(set string, g goldPage) (all []example) {
	separator, story := "\n\n", g.Body
	if g.sum()%3 == 0 {
		separator = "\n"
	}
	if len(g.Paragraphs) > 0 {
		story = strings.Join(g.Paragraphs, separator)
	}
	if strings.TrimSpace(story) == "" {
		return nil
	}
	all = append(all, example{set: set, gold: g, load: r.pageOf(g, story)})
	if g.Title != "" {
		all = append(all, example{set: set, gold: g, load: r.pageOf(g, g.Title+separator+story)})
	}
	return all
}

// alone learns which texts are nothing but a story: the cleaned ones, and crops that are, but not
// the other ones of c: a few lines around a story suffice to judge each line on its own. Pages in
// other scripts are left out: in these no story stands alone. rows are the features of the pages of c.
func (l *learned) alone(c *corpus, rows label.Matrix, cleaned []example) {
	n := len(c.pages) + len(cleaned)
	all := append(slices.Clip(rows), make(label.Matrix, len(cleaned)*label.NumFeatures)...)
	d, folds := &dataset{make([]float32, n), slices.Repeat([]float32{1}, n)}, make([]uint8, n)
	each(n, func(i int) {
		if i < len(c.pages) {
			p := &c.pages[i]
			folds[i] = uint8(p.fold)
			if p.crop && c.isAlone(p) {
				d.target[i] = 1
			}
			return
		}
		e := &cleaned[i-len(c.pages)]
		p, _ := e.load() // of text there is no error
		k := cv.Fold(e.gold.URL, e.gold.ID)
		copy(all.Row(i), label.TextLook(p, l.model(c.kind(), k)))
		folds[i], d.target[i] = uint8(k), 1
	})
	known := func(i int) bool { return i >= len(c.pages) || !c.pages[i].rewritten }
	b := bin(all, without(everything, folds, known))
	for k := range l.models {
		l.forests[k][label.AskAlone] = boost(d, b, without(k, folds, known), ofPage, 3)
	}
	var asked, told [2]int // pages and stories
	for i := range n {
		if known(i) {
			asked[int(d.target[i])]++
			if l.forests[folds[i]][label.AskAlone].Sum(all.Row(i)) > label.Alone {
				told[int(d.target[i])]++
			}
		}
	}
	log.Printf("%s alone: %d of %d told, and %d of %d pages pass for one", c.kind(), told[1], asked[1], told[0], asked[0])
}

// isAlone reports whether a page holds nothing but a story and its headline.
func (c *corpus) isAlone(p *span) bool {
	for i := p.from; i < p.to; i++ {
		if c.story[i] == 0 && c.roles[i] != roleOf[label.AskTitle] {
			return false
		}
	}
	return true
}
