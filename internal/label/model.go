package label

import (
	"context"
	"encoding/binary"
	"errors"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A Model is three sets of boosted trees, for pages of HTML, of text and of Markdown, with a Forest for
// each question asked of a block. It is never changed after it is read.
type Model struct {
	HTML, Text, Markdown                      [NumQuestions]Forest
	HTMLLexicon, TextLexicon, MarkdownLexicon Lexicon
	NameLexicon                               Lexicon // of the names of elements
}

// sets are the forests, in the order of a model's file.
func (m *Model) sets() [3]*[NumQuestions]Forest {
	return [...]*[NumQuestions]Forest{&m.HTML, &m.Text, &m.Markdown}
}

// of are the forests and the lexica for a page.
func (m *Model) of(p *page.Page) (*[NumQuestions]Forest, Lexica) {
	switch {
	case p.Markdown:
		return &m.Markdown, Lexica{&m.MarkdownLexicon, nil}
	case p.FromText:
		return &m.Text, Lexica{&m.TextLexicon, nil}
	}
	return &m.HTML, Lexica{&m.HTMLLexicon, &m.NameLexicon}
}

// ReadText makes a page of a plain text, until stop says that nobody waits for it; stop may be nil.
func (m *Model) ReadText(text string, stop func() bool) (*page.Page, page.TextNotes) {
	return page.FromTextWith(text, page.TextOptions{Joiner: m.joiner(), Stop: stop})
}

// joiner is nil where the model has no trees for it.
func (m *Model) joiner() page.Joiner {
	if f := &m.Text[AskJoin]; len(f.Trees) > 0 {
		return f
	}
	return nil
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
	_ // a question about quotations, which elements answer as well; it keeps its number, on which the random numbers of the next ones' trees depend
	AskTitle
	AskAgain   // is it part of the story, now that the first answers for all blocks are known?
	AskFurther // the same, now that these answers are known
	AskPage    // not of a block but of a page: the F1 of its body, as a probability; 0 for what is no article
	AskAlone   // of a text: is it a story and nothing else? Not asked of HTML
	AskJoin    // of a place between two lines of a text that has one for each text node: does the second go on with the first? See prose.JoinRow
	NumQuestions
)

// Looks are the questions that are asked about the story after the first one, each when the
// answers before are known for all blocks of the page. Asking once more gains .002 of F1 in
// text, nothing in HTML.
func Looks(inText bool) []Question {
	if inText {
		return []Question{AskAgain, AskFurther}
	}
	return []Question{AskAgain}
}

// forest is the i-th in the order of a model's file.
func (m *Model) forest(i int) *Forest {
	return &m.sets()[i/int(NumQuestions)][i%int(NumQuestions)]
}

// numForests is how many forests a model has.
const numForests = 3 * int(NumQuestions)

// AppendBinary writes the model as ReadModel reads it, little-endian.
func (m *Model) AppendBinary(b []byte) []byte {
	b = append(b, modelMagic...)
	b = binary.LittleEndian.AppendUint16(b, uint16(NumFeatures))
	for i := range numForests {
		f := m.forest(i)
		b = binary.LittleEndian.AppendUint32(b, uint32(f.Bias))
		for _, x := range f.Exits {
			b = binary.LittleEndian.AppendUint32(b, uint32(x))
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(len(f.Trees)))
		for t := range f.Trees {
			for i := range Splits {
				feature, _ := f.Trees[t].Split(i)
				b = append(b, feature)
			}
			for i := range Splits {
				_, threshold := f.Trees[t].Split(i)
				b = binary.LittleEndian.AppendUint16(b, uint16(threshold))
			}
			for _, x := range f.Trees[t].Leaf {
				b = binary.LittleEndian.AppendUint16(b, uint16(x))
			}
		}
	}
	for _, l := range m.lexicons() {
		b = l.appendTo(b)
	}
	return b
}

// lexicons are all, in the order of a model's file.
func (m *Model) lexicons() [4]*Lexicon {
	return [...]*Lexicon{&m.HTMLLexicon, &m.TextLexicon, &m.NameLexicon, &m.MarkdownLexicon}
}

// forestHead is how many bytes of a forest stand before its trees.
const forestHead = 4 + 4*len(exitAfter) + 2

const modelMagic = "newsparse trees 7\n"

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
	for i := range numForests {
		if len(b) < forestHead {
			return nil, errModel
		}
		f := m.forest(i)
		f.Bias = int32(binary.LittleEndian.Uint32(b))
		for k := range f.Exits {
			f.Exits[k] = int32(binary.LittleEndian.Uint32(b[4+4*k:]))
		}
		n := int(binary.LittleEndian.Uint16(b[forestHead-2:]))
		b = b[forestHead:]
		if len(b) < n*size {
			return nil, errModel
		}
		f.Trees = make([]Tree, n)
		for t := range f.Trees {
			tree := &f.Trees[t]
			for j := range Splits {
				if int(b[j]) >= NumFeatures {
					return nil, errModel
				}
				tree.SetSplit(j, b[j], int16(binary.LittleEndian.Uint16(b[Splits+2*j:])))
			}
			for j := range tree.Leaf {
				tree.Leaf[j] = int16(binary.LittleEndian.Uint16(b[3*Splits+2*j:]))
			}
			b = b[size:]
		}
	}
	for _, l := range m.lexicons() {
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
