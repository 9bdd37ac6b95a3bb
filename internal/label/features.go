package label

import (
	"hash/maphash"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// A Matrix holds a row of features for each block of a page.
type Matrix []int16

func (m Matrix) Row(block int) []int16 { return m[block*NumFeatures : (block+1)*NumFeatures] }

// Features computes the features of all blocks of a page, those of the second look left out.
func Features(p *page.Page, lexica Lexica) Matrix {
	return survey(p, lexica, new(workspace)).features()
}

// features fills the matrix of the workspace.
func (s *pageSurvey) features() Matrix {
	p, w := s.p, s.memory
	m := w.rows[:0]
	if n := len(p.Blocks) * NumFeatures; n+wide <= cap(m) {
		m = m[:n]
		clear(m)
	} else {
		m = make(Matrix, n, n+wide)
	}
	w.rows = m
	s.said = w.said[:0]
	if p.FromText {
		s.said, s.saidEnd = slices.Grow(s.said, int(s.words)), w.int32s.take(len(p.Blocks))
	}
	for i := range p.Blocks {
		if p.Stopped(i) {
			return m
		}
		if first := int(s.firsts[i]); first < i { // of HTML, one block in four says what another says
			copy(m.Row(i), m.Row(first))
			s.sayAgain(i, first)
		} else {
			s.own(m.Row(i), i, s.say(i))
		}
		row := m.Row(i)
		row[fCopy], row[fTag] = clamp(int(s.copies[i])), tagCodes[p.Blocks[i].Tag]
		if !p.FromText {
			s.element(row, i)
		}
	}
	w.said = s.said
	s.title = s.findTitle(m)
	for i := range p.Blocks {
		s.position(m.Row(i), i)
		s.wholePage(m.Row(i))
	}
	s.beside(m)
	if p.FromText {
		s.lines(m)
		return m
	}
	s.elementsBeside(m)
	s.pictures(m)
	s.items(m)
	s.tree = s.surveyTree(w.dist)
	w.dist = s.tree.dist
	for i := range p.Blocks {
		s.tree.place(m, i)
	}
	s.readNames()
	for i := range p.Blocks {
		s.fillNames(m.Row(i), p.Blocks[i].Node)
	}
	return m
}

// The least and the most that a feature may be.
const leastValue, mostValue = -1000, 30000

func clamp(n int) int16 { return int16(max(leastValue, min(n, mostValue))) }

// share is part of whole in thousandths.
func share(part, whole int32) int16 {
	if whole <= 0 {
		return 0
	}
	return clamp(int(int64(part) * 1000 / int64(whole)))
}

// A pageSurvey is what the features of each block need to know of the whole page.
type pageSurvey struct {
	p           *page.Page
	memory      *workspace
	lexica      Lexica
	words       int32
	links       int32
	prose       int32
	proseBlocks int32
	wordsBefore []int32
	proseBefore []int32
	lastProse   []int32 // index of the last prose before each block, -1 for none
	nextProse   []int32
	isProse     []bool // see ReadsLikeProse, which is asked once a block
	lastHeading []int32
	title       int32   // block of the headline, -1 for none; set by features
	firsts      []int32 // the first block of the same text
	copies      []int32 // how many of the same text stand before
	repeats     []int32 // by the first block of a text: how many there are
	titleWords  wordSet
	described   wordSet
	authors     wordSet
	head        wordSet       // the words of these three
	said        []uint32      // hashes of the words of all blocks of a text; of HTML, of the block at hand
	saidEnd     []int32       // where those of each block of a text end
	refrains    []refrain     // of text
	stanzas     []int32       // of text: by block the number of the refrain in whose stanzas it stands, -1 for none
	kinds       []int32       // of text: the number of each block's kind, see kindOf
	numKinds    int           // how many there are
	called      []lexiconSums // of HTML, see readNames
	tree        *treeSurvey   // nil for text, and before it is asked for
}

func survey(p *page.Page, lexica Lexica, memory *workspace) *pageSurvey {
	n := len(p.Blocks)
	memory.newPage()
	flat := memory.int32s.take(8 * n)
	s := &pageSurvey{p: p, memory: memory, lexica: lexica, title: -1, isProse: memory.bools.take(n)}
	s.wordsBefore, s.proseBefore, s.lastProse, s.nextProse, s.lastHeading, s.copies =
		flat[:n], flat[n:2*n], flat[2*n:3*n], flat[3*n:4*n], flat[4*n:5*n], flat[5*n:6*n]
	s.firsts, s.repeats = flat[6*n:7*n], flat[7*n:]
	memory.blocks.reset(n)
	s.titleWords, s.described, s.authors, s.head = headWords(p)
	last, heading := int32(-1), int32(-1)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		s.wordsBefore[i], s.proseBefore[i] = s.words, s.prose
		s.lastProse[i], s.lastHeading[i] = last, heading
		s.words += b.Words
		s.links += b.LinkWords
		if s.isProse[i] = b.ReadsLikeProse(); s.isProse[i] {
			s.prose += b.Words
			s.proseBlocks++
			last = int32(i)
		}
		if page.IsHeading(b.Tag) {
			heading = int32(i)
		}
		first := int32(memory.blocks.first(i, maphash.String(seed, b.Text), func(k int) bool { return p.Blocks[k].Text == b.Text }))
		s.firsts[i], s.copies[i] = first, s.repeats[first]
		s.repeats[first]++
	}
	next := int32(n)
	for i := n - 1; i >= 0; i-- {
		s.nextProse[i] = next
		if s.isProse[i] {
			next = int32(i)
		}
	}
	return s
}

// findTitle is the first block that says what the page's title says, headings preferred;
// else the first h1.
func (s *pageSurvey) findTitle(m Matrix) int32 {
	best, bestScore := int32(-1), int32(0)
	for i := range s.p.Blocks {
		b := &s.p.Blocks[i]
		if b.Words > 50 || b.Unseen() {
			continue
		}
		in, cover := m.Row(i)[fTitleShare], m.Row(i)[fTitleCover]
		score := int32(in) + int32(cover)
		if in < 500 || cover < 400 {
			score = 0
		}
		if b.Tag == atom.H1 {
			score += 700
		} else if page.IsHeading(b.Tag) && score > 0 {
			score += 300
		}
		if score > bestScore && (score >= 700) {
			best, bestScore = int32(i), score
		}
	}
	return best
}

// The most words of blocks that are compared with the page's title and description.
const (
	longTitle       = 60
	longDescription = 150
)

// own fills the features of a block's own text, which are the same for all blocks that say the
// same. words are the hashes of its words.
func (s *pageSurvey) own(row []int16, i int, words []uint32) {
	b := &s.p.Blocks[i]
	t := readText(b.Text)
	row[fWords] = clamp(int(b.Words))
	row[fWordLength] = clamp(len(b.Text) * 10 / int(max(b.Words, 1)))
	switch {
	case page.EndsSentence(b.Text):
		row[fEnds] = 1
	case strings.HasSuffix(b.Text, ":") || strings.HasSuffix(b.Text, "："):
		row[fEnds] = 2
	}
	row[fSentences] = clamp(t.stops)
	row[fCommas] = clamp(t.commas)
	row[fBegins] = beginning(b.Text)
	row[fDigitShare] = share(t.digits, t.digits+t.letters)
	row[fUpperShare] = share(t.upper, t.letters)
	row[fSymbols] = clamp(t.symbols)
	row[fLineBreaks] = clamp(t.breaks)
	if s.p.FromText {
		row[fIdeographs] = share(t.ideographs, t.letters)
		fillForm(row, b.Text)
	}
	class, strength := phrases.Match(b.Text)
	row[fPhrase], row[fPhraseSure] = int16(class), int16(strength)
	row[fRepeats] = clamp(int(s.repeats[i]))
	if b.Words <= longDescription {
		s.lexica.Words.Fill(row, words)
		if s.p.FromText {
			row[fMention] = int16(textMentions().in(words))
		}
		var few [32]uint32
		n, words := len(words), s.head.among(few[:0], words) // most words are in none of the sets: they are looked up once
		row[fDescribed], _ = s.described.overlap(words, n)
		if b.Words <= longTitle {
			row[fTitleShare], row[fTitleCover] = s.titleWords.overlap(words, n)
		}
		if b.Words <= longByline {
			_, row[fAuthorCover] = s.authors.overlap(words, n)
		}
	}
}

// element fills the features of a block of HTML that tell what is inside its element: links, marks,
// and what elements there call it.
func (s *pageSurvey) element(row []int16, i int) {
	b := &s.p.Blocks[i]
	row[fLinkShare] = share(b.LinkWords, b.Words)
	if b.Words == 0 && len(b.Marks) > 0 && b.Marks[0].Kind == page.Link {
		row[fLinkShare] = 1000
	}
	row[fHidden] = bit(b.Unseen())
	var bold, italic int32
	row[fLinks] = 0
	for _, m := range b.Marks {
		switch m.Kind {
		case page.Bold:
			bold += m.End - m.Start
		case page.Italic:
			italic += m.End - m.Start
		case page.Link:
			row[fLinks]++
		}
	}
	row[fBoldShare], row[fItalicShare] = share(bold, int32(len(b.Text))), share(italic, int32(len(b.Text)))
	row[fInlineByline] = called(b, page.ClassByline)
	row[fInlineDate] = called(b, page.ClassDate)
	row[fInlineCaption] = called(b, page.ClassCaption)
	row[fInlineRelated] = called(b, page.ClassRelated|page.ClassTeaser|page.ClassAd)
}

func bit(b bool) int16 {
	if b {
		return 1
	}
	return 0
}

// called is 2 where an inline element around the whole text has the class, 1 where one
// inside it has.
func called(b *page.Block, c page.Class) int16 {
	switch {
	case b.Cover&c != 0:
		return 2
	case b.Inline&c != 0:
		return 1
	}
	return 0
}

// position fills where the block stands among the others.
func (s *pageSurvey) position(row []int16, i int) {
	p, n := s.p, int32(len(s.p.Blocks))
	row[fPosition] = share(int32(i), n)
	row[fWordsAbove] = share(s.wordsBefore[i], s.words)
	row[fSinceTitle] = 20000
	if s.title >= 0 {
		row[fSinceTitle] = clamp(i - int(s.title))
	}
	row[fSinceHead], row[fSinceProse], row[fToProse] = 1000, 1000, 1000
	if h := s.lastHeading[i]; h >= 0 {
		row[fSinceHead] = clamp(i - int(h))
	}
	if l := s.lastProse[i]; l >= 0 {
		row[fSinceProse] = clamp(i - int(l))
	}
	if x := s.nextProse[i]; x < n {
		row[fToProse] = clamp(int(x) - i)
	}
	if i > 0 {
		b := &p.Blocks[i-1]
		row[fPrevWords], row[fPrevLinks] = clamp(int(b.Words)), share(b.LinkWords, b.Words)
	}
	if i+1 < len(p.Blocks) {
		b := &p.Blocks[i+1]
		row[fNextWords], row[fNextLinks] = clamp(int(b.Words)), share(b.LinkWords, b.Words)
	}
	lo, hi := max(0, i-5), min(len(p.Blocks)-1, i+6)
	row[fAround] = clamp(int(s.proseBefore[hi] - s.proseBefore[lo]))
	row[fProseLeft] = share(s.prose-s.proseBefore[i], s.prose)
}

func (s *pageSurvey) wholePage(row []int16) {
	row[fPageWords] = clamp(int(s.words))
	row[fPageBlocks] = clamp(len(s.p.Blocks))
	row[fPageLinks] = share(s.links, s.words)
	row[fPageProse] = share(s.prose, s.words)
	row[fProseBlocks] = clamp(int(s.proseBlocks))
}

// say returns the hashes of the words of a block, none where they are not asked for. Those of
// a text are kept, for wordsOf.
func (s *pageSurvey) say(i int) []uint32 {
	b := &s.p.Blocks[i]
	switch from := len(s.said); {
	case s.p.FromText:
		s.said = hashes(s.said, b.Text, true)
		s.saidEnd[i] = int32(len(s.said))
		return s.said[from:]
	case b.Words <= longDescription:
		s.said = hashes(s.said[:0], b.Text, false)
		return s.said
	}
	return nil
}

// sayAgain is say for a block that says what an earlier one says.
func (s *pageSurvey) sayAgain(i, first int) {
	if s.p.FromText {
		s.said = append(s.said, s.wordsOf(first)...)
		s.saidEnd[i] = int32(len(s.said))
	}
}

// wordsOf are the hashes of the words of a block of a text.
func (s *pageSurvey) wordsOf(i int) []uint32 {
	if !s.p.FromText { // of Markdown, they are seldom asked for
		return hashes(nil, s.p.Blocks[i].Text, false)
	}
	from := int32(0)
	if i > 0 {
		from = s.saidEnd[i-1]
	}
	return s.said[from:s.saidEnd[i]]
}
