package label

import (
	"math"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
	"github.com/seed-90a94633/newsparse/internal/phrases"
)

// lateHeader is how many blocks after the story a byline or a date may still be the story's.
const lateHeader = 8

// longByline is the most words of a line of the header that a phrase alone makes one.
const longByline = 15

// outside are the questions asked of blocks near the story that are not part of it, the roles that a yes
// gives, and from which log odds on they give them where nothing tells why the block is no part of it: F1 of
// notes .31 → .35, of bios .607 → .614, of bylines .698 → .7005, of related .580 → .581; dates, kickers and
// captions gained nothing.
var outside = [...]struct {
	ask   Question
	role  Role
	least int32
}{
	{AskCaption, Caption, 0}, {AskByline, Byline, -Unit / 2}, {AskDate, Date, 0}, {AskRelated, Related, -Unit / 2}, {AskBio, Bio, Open},
	{AskNote, Note, Open}, {AskFactbox, Factbox, 0}, {AskKicker, Kicker, 0},
}

// nameAll gives every block that has no role yet its role.
func (l *labeller) nameAll() {
	flat := l.survey.memory.int32s.take(2 * len(l.p.Blocks))
	open := flat[:0:len(l.p.Blocks)]    // near the story, of a role that nothing tells but the forests
	short := flat[len(l.p.Blocks):][:0] // in the story, perhaps headings
	var hints []hint                    // by open
	holders, held := l.holders()
	for i := range l.p.Blocks {
		if l.p.Stopped(i) {
			return
		}
		b, label := &l.p.Blocks[i], &l.out.Labels[i]
		switch {
		case label.Role != unset:
		case b.Dropped || l.p.Chosen && !b.Chosen && label.Story >= threshold:
			label.Role = Dropped
		case l.in[i]:
			if label.Role = l.storyRole(i, holders[i], held[holders[i]]); label.Role == unset {
				short = append(short, int32(i))
			}
		default:
			h := l.hint(i)
			if label.Role = l.tellingRole(i, h); label.Role == unset {
				open, hints = append(open, int32(i)), append(hints, h)
			}
		}
	}
	l.nameShort(short)
	for k, likely := range l.outsideRoles(open) {
		i := int(open[k])
		l.out.Labels[i].Role = l.nearRole(i, hints[k], likely)
	}
	l.galleries()
	l.storyLists()
	if l.p.Chosen {
		l.dropOutside()
	}
}

// dropOutside drops what stands outside of the elements that the caller chose, but near the story: captions, notes, bios.
func (l *labeller) dropOutside() {
	for i := range l.p.Blocks {
		if role := &l.out.Labels[i].Role; !l.p.Blocks[i].Chosen && role.InBody() {
			*role = Dropped
		}
	}
}

// unrivalled are the log odds of story that no other role is asked about.
const unrivalled = 5 * Unit / 2

// rivals takes out of the story what is more likely something else, and of its first and last two blocks what is likely
// something else: there stand its bylines, notes and bios.
func (l *labeller) rivals() {
	var doubtful []int32
	var edges []bool // by doubtful: the block is the first or the last of the story, or next to it
	for i := l.out.First; i < l.out.Last; i++ {
		if l.p.Stopped(i) {
			return
		}
		if !l.in[i] || l.out.Labels[i].Role != unset {
			continue
		}
		if i >= l.out.Last-2 && phrases.Class(l.rows.Row(i)[fPhrase]) == phrases.Copyright {
			l.set(i, Legal) // at the end of many agencies' stories
			continue
		}
		if i < l.out.First+2 && l.isDateLine(i) {
			l.set(i, Date)
			continue
		}
		edge := i < l.out.First+2 || i >= l.out.Last-2
		if l.story[i] > unrivalled {
			continue
		}
		doubtful = append(doubtful, int32(i))
		edges = append(edges, edge)
	}
	for k, likely := range l.outsideRoles(doubtful) {
		if i := int(doubtful[k]); likely.score > 0 && (edges[k] || likely.score > l.story[i]) {
			l.set(i, likely.role)
		}
	}
}

// manyDigits is the share of digits, in thousandths, of a line that is mostly dates.
const manyDigits = 250

// isDateLine reports whether a line at the beginning of the story is rather a date than
// anything else, even if it is not likely one.
func (l *labeller) isDateLine(i int) bool {
	return isMostlyDate(l.rows.Row(i)) && l.ask(AskDate, i) > Open
}

// A likelyRole is the likeliest of the roles around the story, with its log odds.
type likelyRole struct {
	role  Role
	score int32
	least int32 // see outside
}

// outsideRoles are the likeliest roles of blocks. Each question is asked of all of them before the
// next one, so that its trees stay in the processor's cache.
func (l *labeller) outsideRoles(blocks []int32) []likelyRole {
	best := make([]likelyRole, len(blocks))
	for k := range best {
		best[k].score = math.MinInt32
	}
	for _, o := range outside {
		for k, i := range blocks {
			if l.p.Stopped(k) {
				return best
			}
			if s := l.ask(o.ask, int(i)); s > best[k].score {
				best[k] = likelyRole{o.role, s, o.least}
			}
		}
	}
	return best
}

// storyRole is the role of a block that is part of the story, unset for one that may be a heading.
// holder is its holder, which holds that many blocks of the story, see holders.
func (l *labeller) storyRole(i int, holder, held int32) Role {
	b := &l.p.Blocks[i]
	in := l.p.Nodes[holder].Tag
	if l.p.FromText {
		in = b.Tag
	} else if in != atom.Blockquote && held >= passage {
		in = 0
	}
	switch {
	case page.IsHeading(b.Tag) && b.Words <= sureHeading:
		return Heading
	case b.Tag == atom.Pre || b.Tag == atom.Listing:
		return Code
	case in == atom.Td || in == atom.Th:
		return Cell
	case in == atom.Li:
		return ListItem // of a list in a quote, too
	case in == atom.Blockquote:
		return Quote
	case b.Words <= longHeading:
		return unset
	}
	return Paragraph
}

// passage is from how many blocks of the story on a cell or an item is none, but lays out the page.
// Quotes may be that long.
const passage = 3

// holder is the innermost cell, item or quote that holds a block, 0 for none.
func (l *labeller) holder(i int) int32 {
	for n := l.p.Blocks[i].Node; n > 0; n = l.p.Nodes[n].Parent {
		switch l.p.Nodes[n].Tag {
		case atom.Td, atom.Th, atom.Li, atom.Blockquote:
			return n
		}
	}
	return 0
}

// holders are the holders of the blocks of the story, by block, and of how many of these each node
// is the holder.
func (l *labeller) holders() (holders, held []int32) {
	holders, held = l.survey.memory.int32s.take(len(l.p.Blocks)), l.survey.memory.int32s.take(len(l.p.Nodes))
	for i := range l.in {
		if l.in[i] {
			holders[i] = l.holder(i)
			held[holders[i]]++
		}
	}
	return holders, held
}

func tagIndex(tag atom.Atom) int {
	for i, t := range tagDistances {
		if t == tag {
			return i
		}
	}
	return 0
}

// A hint is what the words and the elements of a block outside of the story say of its role.
type hint struct {
	byPhrase Role // of its phrase
	isPhrase bool // it has one
	reason   Role // see reason
}

func (l *labeller) hint(i int) (h hint) {
	if l.p.Blocks[i].Hidden {
		return hint{}
	}
	class := phrases.Class(l.rows.Row(i)[fPhrase])
	h.byPhrase = rolesOfPhrases[class]
	if class == phrases.FirstAppeared && l.ask(AskDate, i) > 0 {
		h.byPhrase = Date // "First published on 3 May" tells when, not where
	}
	h.isPhrase = h.byPhrase != unset
	if class == phrases.PhotoCredit && l.isNear(i) && l.ask(AskCaption, i) > Open {
		h.byPhrase = Caption // the credit of a picture that is part of the story
	}
	if h.byPhrase == Related && (i < l.out.First || i >= l.out.Last) && l.ask(AskRelated, i) <= 0 {
		h.byPhrase = Teaser // lines such as "Read more" stand over all lists of stories
	}
	h.reason = l.reason(i)
	return h
}

// removes reports whether the phrase is one of what is neither story nor header.
func (h hint) removes() bool { return h.isPhrase && !h.byPhrase.InHeader() && !h.byPhrase.InBody() }

// isNear reports whether a block stands in the story or so near that it may belong to it.
func (l *labeller) isNear(i int) bool {
	return l.out.Last > 0 && i >= l.out.First-Around && i < l.out.Last+Around
}

// tellingRole is the role of a block that is not part of the story, as far as its hint tells it;
// unset where the forests are to be asked.
func (l *labeller) tellingRole(i int, h hint) Role {
	switch {
	case l.p.Blocks[i].Hidden:
		return Hidden
	case h.removes() && l.isStock(i):
		return h.byPhrase
	case h.reason == Breadcrumb && !h.isPhrase:
		return Breadcrumb
	case l.isNear(i):
		return unset
	case h.removes():
		return h.byPhrase
	}
	return h.reason
}

// nearRole is the role of a block near the story that is not part of it, by its hint and the
// likeliest role around the story.
func (l *labeller) nearRole(i int, h hint, likely likelyRole) Role {
	b, row := &l.p.Blocks[i], l.rows.Row(i)
	role, score := likely.role, likely.score
	late := i >= l.out.Last+lateHeader || i >= l.out.First+lateHeader && i < l.out.Last-lateHeader
	fits := !(late && role.InHeader())
	switch {
	case (role == Related || role == Note) && h.removes():
		return h.byPhrase // the phrase knows better what is no link to a story, and no note: "© 2024 The Echo"
	case score > 0 && fits:
		return role
	case l.title >= 0 && l.title < i && i < l.body && h.reason == Other && b.Words > 1 && (tellsTime(row) || row[fTime] > 0 && b.Words <= longByline):
		return Date // between headline and story
	case score > likely.least && fits && h.reason == Other && i >= l.out.First-lateHeader && i <= l.out.Last+lateHeader:
		return role
	case h.isPhrase && h.byPhrase.InHeader() && b.Words <= longByline && i >= l.out.First-Around/2 && !late && phrases.Class(row[fPhrase]) != phrases.RelativeTime:
		return h.byPhrase
	case h.removes() || h.byPhrase == Caption:
		return h.byPhrase
	case h.reason == PhotoCredit && role == Caption && score > Open: // with the phrase above, captions .771 → .777
		return Caption
	case h.reason == Other && (h.byPhrase == Note || !h.isPhrase && l.followsStory(i)): // by the phrase, F1 of notes .331 → .342
		return Note
	}
	return h.reason
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

// telling are all of the classes in reasons: most elements have none of them.
var telling = func() (all page.Class) {
	for _, r := range reasons {
		all |= r.class
	}
	return all
}()

// reason says why a block without a phrase is not story: by what its nearest ancestors
// are called.
func (l *labeller) reason(i int) Role {
	if l.p.FromText {
		return Other
	}
	for n := l.p.Blocks[i].Node; n > 0; n = l.p.Nodes[n].Parent {
		node := &l.p.Nodes[n]
		if node.Class&telling != 0 {
			for _, r := range reasons {
				if node.Class&r.class != 0 {
					return r.role
				}
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
