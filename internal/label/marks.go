package label

// A mark is what kind of furniture a stock line begins or ends. Where the story is over, what follows
// may read like one: comments, teasers, what the site says of itself.
type mark int8

const (
	markNone     mark = iota - 1
	markComments      // reader's comments, or a form for them
	markRelated       // other stories
	markShare         // share bars and tools
	markEnd           // tags, sources, and how a story was made
	markJoin          // newsletters, subscriptions, logins
	markLegal         // copyright and legal notes
	markMenu          // menus, and the way to other pages
	markByline        // who wrote the story
	numMarks     = iota - 1
)

// markOfPhrase is the mark of a line that says a phrase of that class. Lines that say no more than
// a time have features of their own, see isTimed.
func markOfPhrase(class int16) mark {
	switch rolesOfPhrases[uint8(class)] {
	case Comment:
		return markComments
	case Related:
		return markRelated
	case ShareBar, Tool:
		return markShare
	case TagList, SourceLink, Note:
		return markEnd
	case Newsletter, PaywallPrompt:
		return markJoin
	case Legal:
		return markLegal
	case Navigation:
		return markMenu
	case Byline, ReadingTime:
		return markByline
	}
	return markNone
}

// shortLine is the most words of a line that says nothing but what a phrase in it says.
const shortLine = 15

// markOf is the mark of a line, by its phrase or the one inside of it.
func markOf(row []int16) mark {
	if m := markOfPhrase(row[fPhrase]); m != markNone || row[fWords] > shortLine {
		return m
	}
	return markOfPhrase(row[fMention])
}

// isTimed reports whether a line tells when something was said, and little else: each comment has one.
func isTimed(row []int16) bool {
	return printsTime(row) || row[fWords] <= shortLine && (row[fClocks] > 0 || row[fYears] > 0 && row[fNumbers] > 1)
}

// seenMarks are the blocks where each mark and a line with a time were seen last on a way through the
// page, and how many lines with a time were.
type seenMarks struct {
	marks        [numMarks]int
	timed, count int
}

// seenAt is where nothing was seen yet: all is as far away as block i.
func seenAt(i int) (s seenMarks) {
	for k := range s.marks {
		s.marks[k] = i
	}
	s.timed = i
	return s
}

func (s *seenMarks) see(i int, row []int16) {
	if k := markOf(row); k != markNone {
		s.marks[k] = i
	}
	if isTimed(row) {
		s.timed = i
		s.count++
	}
}

// fillMarks fills how far away marks and lines with a time are.
func (s *pageSurvey) fillMarks(m Matrix) {
	n := len(s.p.Blocks)
	above, below := seenAt(-reach), seenAt(n+reach)
	for i := range n {
		row := m.Row(i)
		for k, at := range above.marks {
			row[fMarkAbove+k] = int16(min(i-at, reach))
		}
		row[fSinceTimed], row[fTimedAbove] = int16(min(i-above.timed, reach)), clamp(above.count)
		above.see(i, row)
	}
	for i := n - 1; i >= 0; i-- {
		row := m.Row(i)
		for k, at := range below.marks {
			row[fMarkBelow+k] = int16(min(at-i, reach))
		}
		row[fToTimed], row[fTimedBelow] = int16(min(below.timed-i, reach)), clamp(below.count)
		below.see(i, row)
	}
}

// fillMarkRest fills how much of the story stands before the last line of each mark.
func (t *storySurvey) fillMarkRest(m Matrix) {
	var rest [numMarks]int16
	for k := range rest {
		rest[k] = -1
	}
	for i := range t.p.Blocks {
		row := m.Row(i)
		copy(row[fMarkRest:], rest[:])
		if k := markOf(row); k != markNone {
			rest[k] = t.share(t.before[i])
		}
	}
}
