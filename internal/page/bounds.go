package page

// MostBlocks is how many blocks a page may have; FromHTML and FromText stop after one more.
// The largest of 3,000 pages has 9,000.
const MostBlocks = 250_000

// What is kept of a page, at the most. No page seen comes near; what is beyond is nothing
// that a reader sees.
const (
	mostAttributes = 1000      // of one element
	mostMetas      = 256       // of one name
	mostThings     = 50_000    // images, embeds, times and links of the head, of each
	mostMarks      = 1_000_000 // links and emphasis
	mostOpenMarks  = 32        // marks that go on from one block to the next
	mostReopened   = 1 << 20   // bytes of these with their addresses
	markBytes      = 128       // of one, here and in the Article
)

// addMeta keeps a meta, unless there are many of its name.
func (w *walker) addMeta(m Meta) {
	if w.named[m.Name]++; w.named[m.Name] <= mostMetas {
		w.page.Metas = append(w.page.Metas, m)
	}
}

// appendBounded adds a thing to a list, unless that is full.
func appendBounded[T any](list []T, x T) []T {
	if len(list) >= mostThings {
		return list
	}
	return append(list, x)
}
