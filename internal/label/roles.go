package label

import "github.com/seed-90a94633/newsparse/internal/phrases"

// A Role is what a block of a page is.
type Role uint8

// The roles. Those up to Date stand around the story, those up to Bio in it; the others
// say why a block is not part of it.
const (
	unset Role = iota
	Kicker
	Title
	Standfirst
	Byline
	Date

	Paragraph
	Heading
	Quote
	ListItem
	Cell
	Code
	Caption
	Note
	Factbox
	LiveEntry
	Bio

	Navigation
	Breadcrumb
	HeaderDate
	PublisherLabel
	AdLabel
	SourceLink
	ShareBar
	Related
	Teaser
	Newsletter
	PaywallPrompt
	Consent
	Comment
	TagList
	ReadingTime
	PhotoCredit
	Legal
	Tool
	Duplicate
	Hidden
	Reference
	Dropped
	Other
	NumRoles // how many there are
)

// InHeader reports whether the role stands around the story.
func (r Role) InHeader() bool { return Kicker <= r && r <= Date }

// InBody reports whether the role stands in the story.
func (r Role) InBody() bool { return Paragraph <= r && r <= Bio }

// A Label is a block's role.
type Label struct {
	Role Role
	// Story is the probability that the block is part of the story, in thousandths.
	Story int16
}

// rolesOfPhrases says what a boilerplate phrase makes of a block that is not story, by its class.
var rolesOfPhrases = [256]Role{
	phrases.AdLabel: AdLabel, phrases.Disclosure: AdLabel, phrases.SourceLink: SourceLink, phrases.SourceNote: Note, phrases.FirstAppeared: SourceLink,
	phrases.ReadMore: Related, phrases.RelatedHeading: Related, phrases.Tags: TagList, phrases.ShareBar: ShareBar, phrases.Follow: ShareBar,
	phrases.Newsletter: Newsletter, phrases.Subscribe: Newsletter, phrases.AppPrompt: Newsletter, phrases.Login: PaywallPrompt, phrases.Paywall: PaywallPrompt,
	phrases.Comments: Comment, phrases.CommentForm: Comment, phrases.Byline: Byline, phrases.PublishedDate: Date, phrases.DateAlone: Date,
	phrases.RelativeTime: Date, phrases.Clock: Date, phrases.ReadingTime: ReadingTime, phrases.PhotoCredit: PhotoCredit, phrases.Gallery: PhotoCredit,
	phrases.Consent: Consent, phrases.ExternalContent: Consent, phrases.Copyright: Legal, phrases.Legal: Legal, phrases.Standards: Legal,
	phrases.SkipLink: Navigation, phrases.Menu: Navigation, phrases.Section: Navigation, phrases.BackToTop: Navigation, phrases.PrevNext: Navigation,
	phrases.Contents: Navigation, phrases.LanguageName: Navigation, phrases.PageNumber: Navigation, phrases.BreadcrumbLine: Breadcrumb, phrases.Tools: Tool,
}
