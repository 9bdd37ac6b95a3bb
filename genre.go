package newsparse

// A Genre is what kind of piece an [Article] is.
type Genre string

// The genres.
const (
	GenreNews         Genre = "news"
	GenreOpinion      Genre = "opinion" // comment, leader, column
	GenreAnalysis     Genre = "analysis"
	GenreReview       Genre = "review"
	GenreLiveBlog     Genre = "live blog"
	GenreInterview    Genre = "interview"
	GenrePressRelease Genre = "press release"
	GenreSponsored    Genre = "sponsored"
)

// liveEntries is how many entries make a page a live blog, whatever it says of itself.
const liveEntries = 3

// markLiveBlog sets the genre of a page that is built of entries.
func (a *Article) markLiveBlog() {
	entries := 0
	for i := range a.Body {
		if a.Body[i].Kind == LiveEntry {
			entries++
		}
	}
	if entries >= liveEntries && (a.Genre == "" || a.Genre == GenreNews) {
		a.Genre = GenreLiveBlog
	}
}
