package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows on a terminal how far the batch has come, how fast, and how long it will
// take: by the bytes of input, which are known beforehand. Elsewhere it shows nothing.
type progress struct {
	bar     *progressbar.ProgressBar // nil: show nothing
	started time.Time
	before  state // what earlier runs have done
	shown   time.Time
}

// every is how often the bar is drawn at most.
const every = 100 * time.Millisecond

func newProgress(w io.Writer, total int64, before state) *progress {
	p := &progress{started: time.Now(), before: before}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	p.bar = progressbar.NewOptions64(max(total-before.Bytes, 1),
		progressbar.OptionSetWriter(w),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowTotalBytes(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(every),
		progressbar.OptionSetRenderBlankState(true),
		progressbar.OptionClearOnFinish(),
	)
	return p
}

// update is called with each page that is done.
func (p *progress) update(s state) {
	if p.bar == nil || time.Since(p.shown) < every {
		return
	}
	p.shown = time.Now()
	pages := s.Pages - p.before.Pages
	rate := float64(pages) / time.Since(p.started).Seconds()
	p.bar.Describe(fmt.Sprintf("%d pages, %.0f/s", pages, rate))
	p.bar.Set64(s.Bytes - p.before.Bytes)
}

// finish takes the bar away.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
