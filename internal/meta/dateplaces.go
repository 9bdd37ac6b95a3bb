package meta

import (
	"slices"
	"sort"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A nearness says of each block whether it stands near the story, and whether its dates are read.
type nearness []byte

const (
	apart byte = iota
	unread
	wasRead
)

func (n nearness) of(i int32) byte {
	if i < 0 || int(i) >= len(n) {
		return apart
	}
	return n[i]
}

func (n nearness) setRead(i int32) {
	if i >= 0 && int(i) < len(n) {
		n[i] = wasRead
	}
}

// fromPage gathers what is printed, in the order in which it can be trusted: labelled dates near
// the headline, time elements beside the story, the address, blocks that are named for dates or
// bylines, other short blocks near the headline, the dateline; then what stands behind the story.
func (g *dateGatherer) fromPage() {
	near := make(nearness, len(g.page.Blocks))
	for _, i := range g.edges {
		near[i] = unread
	}
	labelled := slices.Concat(g.in.Printed.Dates, g.in.Printed.Byline)
	slices.SortStableFunc(labelled, func(a, b int32) int { return g.distance(a) - g.distance(b) })
	var times, strays []page.Time
	for _, t := range g.page.Times {
		if near.of(t.Block) != apart {
			times = append(times, t)
		} else if !g.isClock(t.Block) {
			strays = append(strays, t)
		}
	}
	slices.SortStableFunc(times, func(a, b page.Time) int { return g.distance(a.Block) - g.distance(b.Block) })
	const most = 40 // time elements
	strays, times = strays[:min(len(strays), most)], times[:min(len(times), most)]
	n := sort.Search(len(labelled), func(i int) bool { return g.distance(labelled[i]) >= behind })
	m := sort.Search(len(times), func(i int) bool { return g.distance(times[i].Block) >= behind })
	var after, far []int32 // behind the story, near and far
	for _, i := range labelled[n:] {
		if near.of(i) != apart {
			after = append(after, i)
		} else {
			far = append(far, i)
		}
	}
	g.fromLabelled(labelled[:n], times[:m], near)
	g.leadLabelled()
	for _, address := range []string{g.in.URL, g.f.URL} {
		if s, ok := urlDate(address); ok {
			g.add(&g.published, dateCandidate{s, shown, "url", address, false, 0.7, false})
			break
		}
	}
	named := func(blocks []int32) {
		for _, i := range blocks {
			if near[i] == unread && g.named(i, page.ClassDate|page.ClassByline) {
				g.block(i, "text", shown, 0.7)
				near.setRead(i)
			}
		}
	}
	named(g.head)
	for _, i := range g.head {
		if near[i] == unread {
			g.block(i, "text", shown, 0.5)
		}
	}
	g.fromOpening()
	g.fromLast()
	g.fromLabelled(after, times[m:], near)
	named(g.tail)
	for _, n := range looseMetas {
		g.machine(&g.published, told, n, g.meta(n), 0.45)
	}
	for _, t := range strays {
		g.time(t, stray, 0.4)
	}
	for _, i := range g.tail {
		if near[i] == unread {
			g.block(i, "text", stray, 0.4)
		}
	}
	const mostFar = 10
	for _, i := range far[:min(len(far), mostFar)] {
		g.block(i, "printed", stray, 0.4)
	}
}

// fromLabelled gathers labelled dates and time elements, both in the order of their distance.
func (g *dateGatherer) fromLabelled(labelled []int32, times []page.Time, near nearness) {
	for _, i := range labelled {
		for len(times) > 0 && g.distance(times[0].Block) < g.distance(i) {
			g.time(times[0], shown, 0.8)
			times = times[1:]
		}
		if near.of(i) != wasRead {
			g.block(i, "printed", shown, 0.85)
			near.setRead(i)
		}
	}
	for _, t := range times {
		g.time(t, shown, 0.8)
	}
}

// distance is how far a block stands from the headline. What stands below it is the story's
// rather than what stands above, where the end of something else may be; what stands behind
// the story may be another's.
func (g *dateGatherer) distance(i int32) int {
	title := g.in.Printed.BodyFirst
	if t := g.in.Printed.Title; len(t) > 0 {
		title = t[0]
	}
	const above = 3
	switch last := g.in.Printed.BodyLast; {
	case i < title:
		return above * int(title-i)
	case last >= 0 && i > last:
		return behind + int(i-last)
	}
	return int(i - title)
}

// behind is the distance of what stands behind the story.
const behind = 1 << 20

// leadLabelled puts a printed date that says that it is of the publication before those that
// say nothing.
func (g *dateGatherer) leadLabelled() {
	from := slices.IndexFunc(g.published, func(c dateCandidate) bool { return c.place == shown })
	if from < 0 {
		return
	}
	slices.SortStableFunc(g.published[from:], func(a, b dateCandidate) int {
		switch {
		case a.labelled == b.labelled:
			return 0
		case a.labelled:
			return -1
		}
		return 1
	})
}
