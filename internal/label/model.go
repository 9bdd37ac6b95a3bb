package label

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
)

// A Model is two sets of boosted trees, for pages of HTML and of text, with a Forest for
// each question asked of a block. It is never changed after it is read.
type Model struct {
	HTML, Text               [NumQuestions]Forest
	HTMLLexicon, TextLexicon Lexicon
}

func (m *Model) lexicon(fromText bool) *Lexicon {
	if fromText {
		return &m.TextLexicon
	}
	return &m.HTMLLexicon
}

// forests are those for a kind of page.
func (m *Model) forests(fromText bool) *[NumQuestions]Forest {
	if fromText {
		return &m.Text
	}
	return &m.HTML
}

// A Question is what a Forest answers with yes or no.
type Question uint8

// The questions, in the order in which a model's file holds their forests.
const (
	AskStory      Question = iota // is it part of the story: its body or its standfirst?
	AskStandfirst                 // is it the standfirst? and so on
	AskHeading
	AskCaption
	AskByline
	AskDate
	AskRelated
	AskBio
	AskNote
	AskFactbox
	AskKicker
	AskQuote
	AskTitle
	AskAgain   // is it part of the story, now that the first answers for all blocks are known?
	AskFurther // the same, now that these answers are known
	AskPage    // not of a block but of a page: the F1 of its body, as a probability; 0 for what is no article
	NumQuestions
)

// Looks are the questions that are asked about the story after the first one, each when the
// answers before are known for all blocks of the page. Asking once more gains .002 of F1 in
// text, nothing in HTML.
func Looks(fromText bool) []Question {
	if fromText {
		return []Question{AskAgain, AskFurther}
	}
	return []Question{AskAgain}
}

// Depth is the depth of every tree: five questions lead to one of 32 leaves.
const Depth = 5

const (
	// Splits is how many splits a tree has.
	Splits = 1<<Depth - 1
	leaves = 1 << Depth
)

// A Tree is a complete binary tree, its splits in level order. One more place for a split, which
// is not used, lets the compiler see that no index is out of bounds.
type Tree struct {
	Feature   [Splits + 1]uint8
	Threshold [Splits + 1]int16 // left where the feature is at most this
	Leaf      [leaves]int16     // log odds in 1/Unit
}

// Unit is the log odds of 1 as leaves count them.
const Unit = 1024

// A Forest sums up its trees.
type Forest struct {
	Bias  int32 // log odds of a block of which nothing is known
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

// checkpoints are after how many eighths of the trees a block that is that unlikely, or that
// likely, needs no more of them. Most blocks of a page do not.
var checkpoints = [...]struct {
	eighths      int
	below, above int32
}{{1, -5 * Unit / 2, math.MaxInt32}, {2, -3 * Unit, math.MaxInt32}, {3, -3 * Unit, certain}, {8, 0, 0}}

// ScoreAll is Score for all rows of a matrix. It takes some trees at a time for all rows,
// so that they stay in the processor's cache.
func (f *Forest) ScoreAll(m Matrix) []int32 {
	sums := make([]int32, len(m)/NumFeatures)
	for i := range sums {
		sums[i] = f.Bias
	}
	from, below, above := 0, int32(math.MinInt32), int32(math.MaxInt32)
	for _, c := range checkpoints {
		to := len(f.Trees) * c.eighths / 8
		for i := range sums {
			if below <= sums[i] && sums[i] <= above {
				sums[i] += score(f.Trees[from:to], m.Row(i))
			}
		}
		from, below, above = to, c.below, c.above
	}
	return sums
}

// score sums up the leaves that a row falls into. Four trees are walked at a time: each step
// waits for the one before it, and the processor has hands free for other trees. It cannot
// guess where a step leads, so the steps are sums and no branches.
func score(trees []Tree, row []int16) (sum int32) {
	r := (*[NumFeatures]int16)(row)
	for ; len(trees) >= 4; trees = trees[4:] {
		t, u, v, w := &trees[0], &trees[1], &trees[2], &trees[3]
		i, j, k, l := uint32(0), uint32(0), uint32(0), uint32(0)
		for range Depth {
			i, j, k, l = t.next(r, i), u.next(r, j), v.next(r, k), w.next(r, l)
		}
		sum += t.leaf(i) + u.leaf(j) + v.leaf(k) + w.leaf(l)
	}
	for t := range trees {
		i := uint32(0)
		for range Depth {
			i = trees[t].next(r, i)
		}
		sum += trees[t].leaf(i)
	}
	return sum
}

// next is where a row goes on from split i: to 2i+1 on the left, 2i+2 on the right.
func (t *Tree) next(row *[NumFeatures]int16, i uint32) uint32 {
	i &= Splits
	right := uint32(int32(t.Threshold[i])-int32(row[t.Feature[i]])) >> 31 // the sign
	return 2*i + 1 + right
}

func (t *Tree) leaf(i uint32) int32 { return int32(t.Leaf[(i-Splits)&Splits]) }

// forest is the i-th in the order of a model's file.
func (m *Model) forest(i int) *Forest {
	return &m.forests(i >= int(NumQuestions))[i%int(NumQuestions)]
}

// AppendBinary writes the model as ReadModel reads it, little-endian.
func (m *Model) AppendBinary(b []byte) []byte {
	b = append(b, modelMagic...)
	b = binary.LittleEndian.AppendUint16(b, uint16(NumFeatures))
	for i := range 2 * int(NumQuestions) {
		f := m.forest(i)
		b = binary.LittleEndian.AppendUint32(b, uint32(f.Bias))
		b = binary.LittleEndian.AppendUint16(b, uint16(len(f.Trees)))
		for t := range f.Trees {
			b = append(b, f.Trees[t].Feature[:Splits]...)
			for _, x := range f.Trees[t].Threshold[:Splits] {
				b = binary.LittleEndian.AppendUint16(b, uint16(x))
			}
			for _, x := range f.Trees[t].Leaf {
				b = binary.LittleEndian.AppendUint16(b, uint16(x))
			}
		}
	}
	return m.TextLexicon.appendTo(m.HTMLLexicon.appendTo(b))
}

const modelMagic = "newsparse trees 3\n"

var errModel = errors.New("label: not a model of this version; rebuild it with the trainer")

// ReadModel reads what AppendBinary wrote.
func ReadModel(b []byte) (*Model, error) {
	if len(b) < len(modelMagic)+2 || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	b = b[len(modelMagic):]
	if int(binary.LittleEndian.Uint16(b)) != NumFeatures {
		return nil, errModel
	}
	b = b[2:]
	const size = Splits + 2*Splits + 2*leaves
	m := new(Model)
	for i := range 2 * int(NumQuestions) {
		if len(b) < 6 {
			return nil, errModel
		}
		f := m.forest(i)
		f.Bias = int32(binary.LittleEndian.Uint32(b))
		n := int(binary.LittleEndian.Uint16(b[4:]))
		b = b[6:]
		if len(b) < n*size {
			return nil, errModel
		}
		f.Trees = make([]Tree, n)
		for t := range f.Trees {
			tree := &f.Trees[t]
			copy(tree.Feature[:Splits], b)
			for j := range Splits {
				tree.Threshold[j] = int16(binary.LittleEndian.Uint16(b[Splits+2*j:]))
			}
			for j := range tree.Leaf {
				tree.Leaf[j] = int16(binary.LittleEndian.Uint16(b[3*Splits+2*j:]))
			}
			b = b[size:]
		}
		for t := range f.Trees {
			for _, feature := range f.Trees[t].Feature {
				if int(feature) >= NumFeatures {
					return nil, errModel
				}
			}
		}
	}
	for _, l := range [...]*Lexicon{&m.HTMLLexicon, &m.TextLexicon} {
		var ok bool
		if *l, b, ok = readLexicon(b); !ok {
			return nil, errModel
		}
	}
	return m, nil
}

type modelKey struct{}

// WithModel returns a context in which FromContext finds m. The trainer and the bench
// cross-validate with it.
func WithModel(ctx context.Context, m *Model) context.Context {
	return context.WithValue(ctx, modelKey{}, m)
}

// FromContext is the model of the context, the built-in one if it has none.
func FromContext(ctx context.Context) *Model {
	if m, ok := ctx.Value(modelKey{}).(*Model); ok {
		return m
	}
	return Builtin
}
