package label

import "math"

// Depth is the depth of every tree: five questions lead to one of 32 leaves.
const Depth = 5

const (
	// Splits is how many splits a tree has.
	Splits = 1<<Depth - 1
	leaves = 1 << Depth
)

// A Tree is a complete binary tree. Its splits are counted in level order from 1, so that those
// below split i are 2i, where a row goes on that is at most the threshold, and 2i+1.
type Tree struct {
	threshold [leaves]int16
	feature   [leaves]uint8
	Leaf      [leaves]int16 // log odds in 1/Unit
}

// Split is the i-th split in level order, counted from 0.
func (t *Tree) Split(i int) (feature uint8, threshold int16) {
	return t.feature[i+1], t.threshold[i+1]
}

// SetSplit sets the i-th split in level order, counted from 0. A threshold that no feature reaches
// is set to the nearest one that parts as little, so that no difference of both is beyond 16 bits.
func (t *Tree) SetSplit(i int, feature uint8, threshold int16) {
	t.feature[i+1], t.threshold[i+1] = feature, max(leastValue-1, min(threshold, mostValue))
}

// Unit is the log odds of 1 as leaves count them.
const Unit = 1024

// A Forest sums up its trees.
type Forest struct {
	Bias  int32 // log odds of a block of which nothing is known
	Exits Exits // of a role
	Trees []Tree
}

// settled is how far below what is known of no block the log odds must be, after a quarter
// of the trees, to stop there: the trees agree early on most blocks.
const settled = Unit / 2

// certain are the log odds from which on the other trees change little: of 14,000 blocks above
// it after three eighths of the trees none ended below 0, of 11,000 after a quarter 3.
const certain = 3 * Unit

// Sum is the log odds, in 1/Unit, that the answer is yes.
func (f *Forest) Sum(row []int16) int32 { return f.Bias + score(f.Trees, row) }

// Score is Sum where that matters: where the answer is clear early, it stops there.
func (f *Forest) Score(row []int16) int32 {
	first := len(f.Trees) / 4
	sum := f.Bias + score(f.Trees[:first], row)
	if sum < f.Bias-settled && sum < -2*Unit || sum > certain {
		return sum
	}
	return sum + score(f.Trees[first:], row)
}

// exitAfter are after how many trees a look at the sum may end Ask.
var exitAfter = [...]int{12, 24, 48, 96}

// Exits are sums after as many trees as exitAfter says, below which an answer is no. The trainer sets
// them to the least that it finds where the answer is Open: most blocks need no more than 12 trees.
type Exits [len(exitAfter)]int32

// Open are the log odds from which on a rule may make a yes of an answer.
const Open = -Unit

// Ask is Score where all that matters is how likely a yes is, if it is Open.
func (f *Forest) Ask(row []int16) int32 {
	sum, from := f.Bias, 0
	for k, to := range exitAfter {
		if to >= len(f.Trees) {
			break
		}
		sum += score(f.Trees[from:to], row)
		if sum < f.Exits[k] {
			return sum
		}
		from = to
	}
	return sum + score(f.Trees[from:], row)
}

// Sums are the sums that Ask compares with Exits, and at the end that of all trees.
func (f *Forest) Sums(row []int16) (sums Exits, all int32) {
	all, from := f.Bias, 0
	for k, to := range exitAfter {
		to = min(to, len(f.Trees))
		all += score(f.Trees[from:to], row)
		sums[k], from = all, to
	}
	return sums, all + score(f.Trees[from:], row)
}

// checkpoints are after how many sixteenths of the trees a block that is that unlikely, or that
// likely, needs no more of them. Most blocks of a page do not: of 513,000 half leave after a sixteenth, of which
// 417 would have ended above -3 Units and 5 above -1 (HTML, of sites that the trees have not seen).
var checkpoints = [...]struct {
	sixteenths   int
	below, above int32
}{{1, -2 * Unit, math.MaxInt32}, {2, -5 * Unit / 2, math.MaxInt32}, {4, -3 * Unit, math.MaxInt32}, {6, -3 * Unit, certain}, {16, 0, 0}}

// ScoreAll is Score for all rows of a matrix. It takes some trees at a time for all rows,
// so that they stay in the processor's cache.
func (f *Forest) ScoreAll(m Matrix) []int32 {
	sums := make([]int32, len(m)/NumFeatures)
	for i := range sums {
		sums[i] = f.Bias
	}
	from, below, above := 0, int32(math.MinInt32), int32(math.MaxInt32)
	for _, c := range checkpoints {
		to := len(f.Trees) * c.sixteenths / 16
		for i := range sums {
			if below <= sums[i] && sums[i] <= above {
				sums[i] += score(f.Trees[from:to], m.Row(i))
			}
		}
		from, below, above = to, c.below, c.above
	}
	return sums
}

// wide is how long the memory of a row is, so that any byte may number a feature: to check each
// number took a tenth of the time. A shorter row is copied.
const wide = 256

// score sums up the leaves that a row falls into. Twelve trees are walked at a time: each step
// waits for the one before it, and the processor has hands free for other trees. It cannot
// guess where a step leads, so the steps are sums and no branches. They are written out: without
// loops the compiler sees that no step leads out of a tree, and checks nothing. That bought a quarter.
func score(trees []Tree, row []int16) (sum int32) {
	if cap(row) < wide {
		row = append(make([]int16, 0, wide), row...)
	}
	r := (*[wide]int16)(row[:wide])
	for ; len(trees) >= 12; trees = trees[12:] {
		t := (*[12]Tree)(trees)
		a, b, c, d := t[0].next(r, 1), t[1].next(r, 1), t[2].next(r, 1), t[3].next(r, 1)
		e, f, g, h := t[4].next(r, 1), t[5].next(r, 1), t[6].next(r, 1), t[7].next(r, 1)
		i, j, k, l := t[8].next(r, 1), t[9].next(r, 1), t[10].next(r, 1), t[11].next(r, 1)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		e, f, g, h = t[4].next(r, e), t[5].next(r, f), t[6].next(r, g), t[7].next(r, h)
		i, j, k, l = t[8].next(r, i), t[9].next(r, j), t[10].next(r, k), t[11].next(r, l)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		e, f, g, h = t[4].next(r, e), t[5].next(r, f), t[6].next(r, g), t[7].next(r, h)
		i, j, k, l = t[8].next(r, i), t[9].next(r, j), t[10].next(r, k), t[11].next(r, l)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		e, f, g, h = t[4].next(r, e), t[5].next(r, f), t[6].next(r, g), t[7].next(r, h)
		i, j, k, l = t[8].next(r, i), t[9].next(r, j), t[10].next(r, k), t[11].next(r, l)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		e, f, g, h = t[4].next(r, e), t[5].next(r, f), t[6].next(r, g), t[7].next(r, h)
		i, j, k, l = t[8].next(r, i), t[9].next(r, j), t[10].next(r, k), t[11].next(r, l)
		sum += t[0].leaf(a) + t[1].leaf(b) + t[2].leaf(c) + t[3].leaf(d)
		sum += t[4].leaf(e) + t[5].leaf(f) + t[6].leaf(g) + t[7].leaf(h)
		sum += t[8].leaf(i) + t[9].leaf(j) + t[10].leaf(k) + t[11].leaf(l)
	}
	for ; len(trees) >= 4; trees = trees[4:] {
		t := (*[4]Tree)(trees)
		a, b, c, d := t[0].next(r, 1), t[1].next(r, 1), t[2].next(r, 1), t[3].next(r, 1)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		a, b, c, d = t[0].next(r, a), t[1].next(r, b), t[2].next(r, c), t[3].next(r, d)
		sum += t[0].leaf(a) + t[1].leaf(b) + t[2].leaf(c) + t[3].leaf(d)
	}
	for t := range trees {
		i := uint32(1)
		for range Depth {
			i = trees[t].next(r, i)
		}
		sum += trees[t].leaf(i)
	}
	return sum
}

// next is where a row goes on from split i: to the right where the value is above the threshold, and
// the sign of their difference is set.
func (t *Tree) next(row *[wide]int16, i uint32) uint32 {
	return 2*i + uint32(uint16(t.threshold[i]-row[t.feature[i]]))>>15
}

// leaf is the leaf that is counted i after all splits.
func (t *Tree) leaf(i uint32) int32 { return int32(t.Leaf[i-leaves]) }
