// Package phrases recognises the stock lines of news pages: advertisement labels, share
// bars, read-more lines, cookie notices, legal links and the like, in many languages.
//
// The phrases themselves are data: one file a language under data, in the format that
// data/README.md describes. Matching folds a line once (case, accents, punctuation,
// numbers) and looks it up; it allocates nothing.
package phrases

// A Class says what kind of stock line a line is.
type Class uint8

// The classes. The names in data files are those that String returns.
const (
	None            Class = iota
	AdLabel               // "Advertisement", "Story continues below", "Sponsored"
	Disclosure            // "We may earn a commission …"
	SourceLink            // "Source link", the anchor after a copied story
	SourceNote            // "Quelle: APA", "With files from …", a lone agency code
	FirstAppeared         // "The post … appeared first on …"
	ReadMore              // "Read more", "Read more: title", "Lesen Sie auch: …"
	RelatedHeading        // "Related articles", "Most read"
	Tags                  // "Tags:", "Filed under: …"
	ShareBar              // "Share this article", "Facebook X WhatsApp"
	Follow                // "Follow us on …", "Add as a preferred source"
	Newsletter            // "Sign up for our newsletter"
	Subscribe             // "Subscribe", "Subscribe now"
	Login                 // "Log in", "My account"
	Paywall               // "This content is reserved for subscribers"
	AppPrompt             // "Download our app"
	Comments              // "12 comments", "View all comments"
	CommentForm           // "Leave a reply", "Your email address will not be published"
	Byline                // "By Jane Doe", "Written by"
	PublishedDate         // "Published: 1 May 2024", "Last updated 10:30"
	DateAlone             // "Friday, April 19, 2024"
	RelativeTime          // "3 hours ago"
	ReadingTime           // "5 min read"
	Clock                 // "10:30"
	PhotoCredit           // "Photo: AFP", "Image credit: …"
	Gallery               // "Click to enlarge", "Play video", "Image 1 of 5"
	Consent               // "We use cookies", "Accept all"
	ExternalContent       // the placeholder of an embed that awaits consent
	Copyright             // "© 2024 …", "All rights reserved"
	Legal                 // "Privacy policy", "Impressum", "Contact us", "Careers"
	Standards             // "Our standards: …", "Report an error"
	SkipLink              // "Skip to content"
	Menu                  // "Menu", "Search", "Close", "Home", "More"
	Section               // a section name of a news site: "Politics", "Sport"
	BackToTop             // "Back to top"
	BreadcrumbLine        // "Home > World > …", "HomeWorld…"
	PrevNext              // "Previous article", "Older posts"
	Contents              // "Table of contents"
	Tools                 // "Print", "Save", "Listen to this article", "Font size"
	PageNumber            // "Page 2 of 8"
	LanguageName          // "English", "Deutsch"
	BotCheck              // "Checking your browser", "I am not a robot"
	ErrorPage             // "Page not found"
	numClasses
)

var classNames = [numClasses]string{
	None: "none", AdLabel: "ad label", Disclosure: "disclosure", SourceLink: "source link", SourceNote: "source note",
	FirstAppeared: "first appeared", ReadMore: "read more", RelatedHeading: "related heading", Tags: "tags",
	ShareBar: "share bar", Follow: "follow", Newsletter: "newsletter", Subscribe: "subscribe", Login: "login",
	Paywall: "paywall", AppPrompt: "app prompt", Comments: "comments", CommentForm: "comment form",
	Byline: "byline", PublishedDate: "published date", DateAlone: "date alone", RelativeTime: "relative time",
	ReadingTime: "reading time", Clock: "clock", PhotoCredit: "photo credit", Gallery: "gallery",
	Consent: "consent", ExternalContent: "external content", Copyright: "copyright", Legal: "legal",
	Standards: "standards", SkipLink: "skip link", Menu: "menu", Section: "section", BackToTop: "back to top",
	BreadcrumbLine: "breadcrumb", PrevNext: "previous and next", Contents: "contents", Tools: "tools",
	PageNumber: "page number", LanguageName: "language name", BotCheck: "bot check", ErrorPage: "error page",
}

// String returns the class's name.
func (c Class) String() string {
	if c < numClasses {
		return classNames[c]
	}
	return "unknown"
}

// A Strength says how much a match proves.
type Strength uint8

const (
	No   Strength = iota // no match
	Hint                 // such lines occur in stories as well: a second mark is needed
	Sure                 // a line of this wording is boilerplate wherever it stands
)

// String returns "no", "hint" or "sure".
func (s Strength) String() string {
	switch s {
	case Hint:
		return "hint"
	case Sure:
		return "sure"
	default:
		return "no"
	}
}
