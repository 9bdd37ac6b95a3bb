package phrases

// Two patterns in three are whole lines: they are not searched for but looked up. A line that is
// one of them is none of another pattern, for no other head is as long.

// A wholeSet holds the patterns that are whole lines.
type wholeSet struct {
	lines  map[string]int32 // numbers of stocks
	stocks []stock          // by line of the data files
	spots  bitSet           // of the lines: it spares nine lines in ten the look-up
	starts bitSet           // of those that are as long, their beginnings, see wholeStart
}

// A stock is what Match says.
type stock struct {
	class    Class
	strength Strength
}

// take takes whole lines, with the numbers of the files' lines that they come from.
func (w *wholeSet) take(lines map[string]int32, from []fileLine) {
	w.lines, w.stocks = lines, make([]stock, len(from))
	for i := range from {
		w.stocks[i] = from[i].stock()
	}
	for line := range lines {
		w.spots.add(spotOf(line))
		if len(line) >= wholeStart {
			w.starts.add(spotOf(line[:wholeStart]))
		}
	}
}

// wholeStart is how many bytes of a line tell most from those that begin like a longer whole one.
const wholeStart = 16

// mayBegin reports whether a whole line may begin as a text of wholeStart bytes or more does.
func (w *wholeSet) mayBegin(text []byte) bool { return w.starts.has(spotOf(text[:wholeStart])) }

func (w *wholeSet) find(line []byte) (s stock, ok bool) {
	if !w.spots.has(spotOf(line)) {
		return s, false
	}
	from, ok := w.lines[string(line)]
	if ok {
		s = w.stocks[from]
	}
	return s, ok
}

// spotOf is a number by which lines differ that do so in their length or at their ends.
func spotOf[T string | []byte](line T) uint64 {
	return keyOf(line) + keyOf(line[max(0, len(line)-8):])*31 + uint64(len(line))
}

// A bitSet holds numbers, a few too many: its bits are shared.
type bitSet [1 << 12]uint64

func (b *bitSet) add(n uint64)      { i := b.bit(n); b[i/64] |= 1 << (i % 64) }
func (b *bitSet) has(n uint64) bool { i := b.bit(n); return b[i/64]>>(i%64)&1 != 0 }

// bit is the one that stands for a number: the product with 2^64 over the golden ratio spreads.
func (b *bitSet) bit(n uint64) uint64 { return n * 0x9E3779B97F4A7C15 >> (64 - 18) }
