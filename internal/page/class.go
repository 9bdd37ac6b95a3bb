package page

// A Class says what the class, id, role, itemprop and data attributes of an element call it:
// one bit for each thing that designers of news pages name. An element may be several.
type Class uint64

// The bits of a Class.
const (
	ClassNav        Class = 1 << iota // menus, paging, "skip to"
	ClassHeader                       // the site's header, not the story's
	ClassFooter                       // the site's footer
	ClassSidebar                      // columns beside the story, widgets
	ClassAd                           // advertisements and their labels
	ClassShare                        // share and follow buttons
	ClassRelated                      // links to other stories
	ClassTeaser                       // cards and teasers, as lists of stories are made of
	ClassComment                      // readers' comments
	ClassNewsletter                   // sign-up forms
	ClassPaywall                      // prompts to pay or to log in
	ClassConsent                      // cookie notices, placeholders for foreign content
	ClassPopup                        // modals, overlays, toasts
	ClassTool                         // print, save, listen, font size
	ClassTags                         // topics, keywords
	ClassBreadcrumb                   // the path to the page
	ClassCaption                      // captions and credits
	ClassMedia                        // figures, galleries, players
	ClassTitle                        // the headline
	ClassKicker                       // the line above it
	ClassStandfirst                   // the summary below it
	ClassByline                       // who wrote it
	ClassDate                         // when
	ClassBio                          // about the author
	ClassArticle                      // the story with its header
	ClassBody                         // the story's body
	ClassQuote                        // pull quotes
	ClassFactbox                      // boxes beside the story
	ClassNote                         // editors' and agencies' notes, corrections
	ClassLive                         // live blogs and their entries
	ClassHidden                       // hidden by a well-known class
	ClassSocial                       // embedded posts
	ClassRating                       // votes, stars, likes
	ClassCommerce                     // shops, prices
)
