// Package label gives every block of a page a role: part of the story, of its header, or
// the reason why it is neither. It knows nothing of HTML beyond what a Page tells.
package label

import (
	_ "embed"
	"math"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

//go:embed model.bin
var modelBytes []byte

// Builtin is the model that the library carries. It is never changed.
var Builtin = func() *Model {
	m, err := ReadModel(modelBytes)
	if err != nil {
		return new(Model) // the trainer runs before a model of its version is there
	}
	return m
}()

// threshold is the least probability of story, in thousandths, of a block that is taken.
const threshold = 500

// A Labelled is a page with its labels.
type Labelled struct {
	Labels      []Label // one a block
	First, Last int     // the story is Blocks[First:Last]; both 0 where there is none
	// Confidence is the F1 that the body may be expected to have, 0 to 1.
	Confidence float64
}

// An Opinion is somebody else's view of a page: the texts of the blocks that they take for
// the story.
type Opinion func() map[string]bool

// Apply labels the blocks of a page. second is asked where the labels are unsure; it may
// be nil.
func Apply(p *page.Page, m *Model, second Opinion) Labelled {
	l := labeller{p: p, forests: m.forests(p.FromText), rows: Features(p), out: Labelled{Labels: make([]Label, len(p.Blocks))}}
	l.scoreStory()
	l.confidence()
	if second != nil && l.out.Confidence < unsure {
		l.consult(second())
	}
	l.chooseStory()
	l.duplicates()
	l.span()
	l.standfirst()
	l.liveEntries()
	l.rivals()
	l.frame()
	l.nameAll()
	return l.out
}

type labeller struct {
	p       *page.Page
	forests *[NumQuestions]Forest
	rows    Matrix
	out     Labelled
	in      []bool // part of the story, its standfirst included
	title   int    // block of the printed headline, -1 for none; set by frame
}

// scoreStory asks of each block whether it is part of the story.
func (l *labeller) scoreStory() {
	f := &l.forests[AskStory]
	for i := range l.p.Blocks {
		l.out.Labels[i].Story = probability(f.Score(l.rows.Row(i)))
	}
}

// unsure is the confidence below which a second opinion is asked for, and opinionWeight
// how much of a block's probability it then decides, in percent. Both by measured gain.
const (
	unsure        = 0.75
	opinionWeight = 35
)

// consult moves the probabilities towards a second opinion.
func (l *labeller) consult(story map[string]bool) {
	if len(story) == 0 {
		return
	}
	weight := int16(opinionWeight)
	if l.out.Confidence == 0 {
		weight = 60 // any view is better than none
	}
	for i := range l.p.Blocks {
		s := &l.out.Labels[i].Story
		*s -= *s / 100 * weight
		if story[l.p.Blocks[i].Text] {
			*s += 10 * weight
		}
	}
}

// probability of log odds, in thousandths.
func probability(logOdds int32) int16 {
	return int16(math.Round(1000 / (1 + math.Exp(-float64(logOdds)/Unit))))
}

func (l *labeller) ask(q Question, block int) int32 {
	return l.forests[q].Score(l.rows.Row(block))
}

// chooseStory takes the blocks that are more likely in the story than not, but none that
// the caller dropped, and none that says of itself that it is boilerplate.
func (l *labeller) chooseStory() {
	l.in = make([]bool, len(l.p.Blocks))
	for i := range l.p.Blocks {
		b, row := &l.p.Blocks[i], l.rows.Row(i)
		story := l.out.Labels[i].Story
		switch {
		case b.Dropped || l.p.Chosen && !b.Chosen:
		case b.Words == 0: // a line of asterisks or dashes
		case b.Hidden && 2*b.LinkWords > b.Words: // some sites hide their stories, none only its links
		case phrases.Strength(row[fPhraseSure]) == phrases.Sure:
		case l.p.Chosen:
			l.in[i] = story >= threshold/4 || b.ReadsLikeProse()
		default:
			l.in[i] = story >= threshold
		}
	}
}

// longCopy is the least length of a text whose second occurrence is a copy: shorter lines
// may be said twice in one story.
const longCopy = 8

// duplicates leaves one copy of a long text: the one that is most likely story.
func (l *labeller) duplicates() {
	best := make(map[string]int)
	for i := range l.p.Blocks {
		b := &l.p.Blocks[i]
		if !l.in[i] || b.Words < longCopy || l.rows.Row(i)[fRepeats] < 2 {
			continue
		}
		k, ok := best[b.Text]
		switch {
		case !ok:
			best[b.Text] = i
		case l.out.Labels[i].Story > l.out.Labels[k].Story:
			l.in[k], best[b.Text] = false, i
			l.out.Labels[k].Role = Duplicate
		default:
			l.in[i] = false
			l.out.Labels[i].Role = Duplicate
		}
	}
}

// confidence expects the F1 of the body from the probabilities of its words.
func (l *labeller) confidence() {
	var taken, right, missed float64
	for i := range l.p.Blocks {
		w, q := float64(l.p.Blocks[i].Words), float64(l.out.Labels[i].Story)/1000
		if l.out.Labels[i].Story >= threshold {
			taken += w
			right += w * q
		} else {
			missed += w * q
		}
	}
	if taken > 0 {
		l.out.Confidence = math.Round(1000*2*right/(taken+right+missed)) / 1000
	}
}

// Around is how many blocks before and after the story may belong to its header or its
// foot.
const Around = 25

// span finds the range of the story.
func (l *labeller) span() {
	first := slices.Index(l.in, true)
	if first < 0 {
		return
	}
	last := len(l.in) - 1
	for !l.in[last] {
		last--
	}
	l.out.First, l.out.Last = first, last+1
}

// standfirst finds the standfirst, in the story or before it. It may be less likely story
// than other blocks: many sites set it apart.
func (l *labeller) standfirst() {
	best, bestScore := -1, int32(0)
	for i := max(0, l.out.First-Around); i < l.out.Last; i++ {
		b := &l.p.Blocks[i]
		if !l.in[i] && (l.out.Labels[i].Role != unset || b.Dropped || b.Hidden || l.rows.Row(i)[fPhraseSure] == 2) {
			continue
		}
		s := l.ask(AskStandfirst, i)
		if !l.in[i] && l.out.Labels[i].Story < threshold/3 {
			s -= Unit // then it must be the surer
		}
		if s > bestScore {
			best, bestScore = i, s
		}
	}
	if best >= 0 {
		l.set(best, Standfirst)
		l.out.First = min(l.out.First, best)
	}
}

// lateHeader is how many blocks after the story a byline or a date may still be the story's.
const lateHeader = 8

// longByline is the most words of a line of the header that a phrase alone makes one.
const longByline = 15

// leastOutside is the least log odds of a role around the story.
const leastOutside = -Unit / 2

// outside are the questions asked of blocks near the story that are not part of it, and
// the roles that a yes gives.
var outside = [...]struct {
	ask  Question
	role Role
}{
	{AskCaption, Caption}, {AskByline, Byline}, {AskDate, Date}, {AskRelated, Related}, {AskBio, Bio},
	{AskNote, Note}, {AskFactbox, Factbox}, {AskKicker, Kicker},
}

// nameAll gives every block that has no role yet its role.
func (l *labeller) nameAll() {
	for i := range l.p.Blocks {
		b, label := &l.p.Blocks[i], &l.out.Labels[i]
		switch {
		case label.Role != unset:
		case b.Dropped || l.p.Chosen && !b.Chosen && label.Story >= threshold:
			label.Role = Dropped
		case l.in[i]:
			label.Role = l.storyRole(i)
		default:
			label.Role = l.otherRole(i)
		}
	}
}

// rivals takes out of the story what is more likely something else.
func (l *labeller) rivals() {
	story := &l.forests[AskStory]
	for i := l.out.First; i < l.out.Last; i++ {
		if !l.in[i] || l.out.Labels[i].Role != unset {
			continue
		}
		role, score := l.outsideRole(i)
		edge := i < l.out.First+2 || i >= l.out.Last-2
		if score > 0 && (edge || score > story.Score(l.rows.Row(i))) {
			l.set(i, role)
		}
	}
}

// outsideRole is the likeliest of the roles around the story, with its log odds.
func (l *labeller) outsideRole(i int) (best Role, score int32) {
	score = math.MinInt32
	for _, o := range outside {
		if s := l.ask(o.ask, i); s > score {
			best, score = o.role, s
		}
	}
	return best, score
}

// storyRole is the role of a block that is part of the story.
func (l *labeller) storyRole(i int) Role {
	b, row := &l.p.Blocks[i], l.rows.Row(i)
	inside := func(tag atom.Atom, levels int16) bool {
		return !l.p.FromText && row[fTags+tagIndex(tag)] < levels
	}
	switch {
	case isHeading(b.Tag) && b.Words <= 40:
		return Heading
	case b.Tag == atom.Pre || b.Tag == atom.Listing:
		return Code
	case b.Tag == atom.Td || b.Tag == atom.Th || inside(atom.Table, 3):
		return Cell
	case inside(atom.Blockquote, far):
		return Quote
	case b.Tag == atom.Li || inside(atom.Li, 2):
		return ListItem
	case b.Words <= 30 && l.ask(AskHeading, i) > 0:
		return Heading
	case !l.p.FromText && l.ask(AskQuote, i) > 0:
		return Quote
	}
	return Paragraph
}

func tagIndex(tag atom.Atom) int {
	for i, t := range tagDistances {
		if t == tag {
			return i
		}
	}
	return 0
}

// otherRole is the role of a block that is not part of the story.
func (l *labeller) otherRole(i int) Role {
	b, row := &l.p.Blocks[i], l.rows.Row(i)
	sure := phrases.Strength(row[fPhraseSure])
	byPhrase, isPhrase := rolesOfPhrases[phrases.Class(row[fPhrase])]
	near := l.out.Last > 0 && i >= l.out.First-Around && i < l.out.Last+Around
	if b.Hidden {
		return Hidden
	}
	if sure == phrases.Sure && isPhrase && !byPhrase.InHeader() && !byPhrase.InBody() {
		return byPhrase
	}
	if near {
		late := i >= l.out.Last+lateHeader
		role, score := l.outsideRole(i)
		if score > leastOutside && !(late && role.InHeader()) {
			return role
		}
		if isPhrase && byPhrase.InHeader() && b.Words <= longByline && i >= l.out.First-Around/2 && !late && phrases.Class(row[fPhrase]) != phrases.RelativeTime {
			return byPhrase
		}
	}
	if isPhrase && !byPhrase.InHeader() && !byPhrase.InBody() {
		return byPhrase
	}
	return l.reason(i)
}

// reasons are the classes that tell why a block is not story, the more telling ones first.
var reasons = [...]struct {
	class page.Class
	role  Role
}{
	{page.ClassConsent, Consent}, {page.ClassComment, Comment}, {page.ClassShare, ShareBar}, {page.ClassBreadcrumb, Breadcrumb},
	{page.ClassNewsletter, Newsletter}, {page.ClassPaywall, PaywallPrompt}, {page.ClassAd, AdLabel}, {page.ClassTags, TagList},
	{page.ClassRelated, Teaser}, {page.ClassCaption, PhotoCredit}, {page.ClassFooter, Legal}, {page.ClassNav, Navigation},
	{page.ClassTool, Tool}, {page.ClassTeaser, Teaser}, {page.ClassSidebar, Teaser}, {page.ClassHeader, Navigation},
}

// reason says why a block without a phrase is not story: by what its nearest ancestors
// are called.
func (l *labeller) reason(i int) Role {
	if l.p.FromText {
		return Other
	}
	for n := l.p.Blocks[i].Node; n > 0; n = l.p.Nodes[n].Parent {
		node := &l.p.Nodes[n]
		for _, r := range reasons {
			if node.Class&r.class != 0 {
				return r.role
			}
		}
		switch node.Tag {
		case atom.Nav, atom.Menu:
			return Navigation
		case atom.Footer:
			if n := l.p.Nodes[node.Parent].Tag; n != atom.Article && n != atom.Main {
				return Legal
			}
		case atom.Header:
			if i < l.title {
				return Navigation
			}
		case atom.Form, atom.Button, atom.Select:
			return Tool
		case atom.Figure:
			return PhotoCredit
		}
	}
	if i < l.title && l.p.Blocks[i].Words <= shortLabel {
		return Navigation
	}
	return Other
}

// shortLabel is the most words of an entry of a menu.
const shortLabel = 6
