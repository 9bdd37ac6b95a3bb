package label

import "golang.org/x/net/html/atom"

// The features of a block, each an integer so that every platform computes the same.
// Units and ranges: a share is in thousandths, 0 to 1000; a distance counts elements
// upwards, 0 for the block's own, far where there is none; a length is in words, see
// page.Measure, and counts are numbers of blocks, both up to 30000.
//
// A page is HTML or text, and each has features of its own; Markdown has those of HTML. Those of the one have the same
// columns as those of the other: rows are a quarter shorter so.
const (
	// The block's own text.
	fWords       = iota // length
	fWordLength         // bytes a word, times ten
	fLinkShare          // share of the words inside links
	fEnds               // 1: ends a sentence; 2: ends in ":"; 0: open
	fSentences          // count of sentence ends inside
	fCommas             // count of commas inside
	fBegins             // 0: other, 1: lower case, 2: upper case, 3: digit, 4: quote or dash
	fDigitShare         // share of digits among letters and digits
	fUpperShare         // share of upper-case letters among letters
	fSymbols            // count of separators and marks of menus: | • © @ / » and the like
	fTag                // what the element says, see tagCodes
	fLineBreaks         // count of br elements inside
	fPhrase             // class of a boilerplate phrase, 0 for none
	fPhraseSure         // how sure that is, 0 to 2
	fRepeats            // how often the same text stands on the page
	fCopy               // which of these it is, from 0
	fTitleShare         // share of its words that stand in the page's titles
	fTitleCover         // share of the title's words that stand in it
	fDescribed          // share of its words that stand in the page's description
	fAuthorCover        // share of the words of the declared authors' names that stand in it
	fInlineDate         // 1: part of it, 2: all of it is called a date by an inline element
	fTime               // the same for a time element

	// What its words say, as sums of log odds, see Lexicon; 0 for long texts.
	fWordsStory   // that it is part of a story
	fWordsNote    // that it is a note of an editor or an agency
	fWordsRelated // that it leads to another story
	fWordsBio     // that it tells who the author is
	fWordsCaption // that it is a caption
	fWordsByline  // that it is a byline

	// Where it stands among the others.
	fPosition   // share of the page's blocks before it
	fWordsAbove // share of the page's words before it
	fSinceTitle // blocks since the headline; negative before it, 20000 if there is none
	fSinceHead  // blocks since the last heading
	fSinceProse // blocks since the last prose
	fToProse    // blocks to the next prose
	fPrevWords  // length of the block before
	fNextWords  // length of the block after
	fPrevLinks  // link share of the block before
	fNextLinks  // link share of the block after
	fAround     // prose words in the five blocks before and after
	fProseLeft  // share of the page's prose after it
	fPrevPhrase // phrase class of the block before
	fNextPhrase // of the block after
	fPrevEnds   // how the block before ends

	// The page.
	fPageWords   // words of the page
	fPageBlocks  // blocks of the page
	fPageLinks   // link share of the page
	fPageProse   // share of the page's words in prose
	fProseBlocks // blocks of prose on the page

	endShared = iota
)

// The features of HTML alone at the first look: what elements and the tree say.
const (
	fHidden        = endShared + iota // 1: the page does not show it
	fBoldShare                        // share of bytes in bold
	fItalicShare                      // share of bytes in italics
	fLinks                            // count of links
	fInlineByline                     // 1: part of it, 2: all of it is called a byline by an inline element
	fInlineCaption                    // the same for a caption or credit
	fInlineRelated                    // the same for related links, teasers and ads
	fItem                             // what an itemprop calls it or a part of it, see itemCodes

	// What stands beside it.
	fPrevTag       // tag code of the block before
	fNextTag       // of the block after
	fPrevSame      // 1: in an element of the shape of the one before
	fNextSame      // 1: in an element of the shape of the one after
	fSinceRelated  // blocks since a line such as "Read more", up to reach
	fHeadPhrase    // phrase class of the last heading
	fSincePicture  // blocks since the last picture, 0 right after it, up to reach
	fToPicture     // blocks to the next picture, 0 right before it, up to reach
	fUpPicture     // distance to an ancestor that holds a picture
	fPictureBlocks // blocks in that ancestor
	fPictureWords  // and words
	fAlt           // 2: says what a picture beside it has as alternative text, 1: one begins like the other

	// Where it stands in the tree.
	fDirect       // prose directly in its container, as a share of the most of any container
	fInDense      // 1: inside that densest container
	fUpDense      // distance to an ancestor that holds the densest container
	fInBest       // 1: inside the container with the best sum of scores, see bestContainer
	fUpBest       // distance to an ancestor that holds it
	fBestPosition // share of that container's blocks before it, -1 outside
	fBestShare    // share of the page's prose in that container
	fShapeCount   // blocks in elements of its shape: tag, class and parent's tag and class
	fShapeWords   // their mean length
	fShapeLinks   // their link share
	fShapeShare   // their share of the page's words
	fDepth        // elements above it
	fSiblings     // blocks in its parent
	fAncestors    // then four figures for each of the ancestors at 1 to 4 levels: words, blocks, link share, share of prose

	fClasses = fAncestors + 4*ancestors // then the distance to each class
	fTags    = fClasses + numClasses    // then the distance to each of tagDistances

	// What the names of elements say, as sums of log odds that the block is part of a story, see Lexicon.
	fNamesOwn    = fTags + numTags // those of its own element
	fNamesUp     = fNamesOwn + 1   // those of the element around that
	fNamesAround = fNamesUp + 1    // those of all elements around it
	endHTML      = fNamesAround + 1
)

// The features of text alone at the first look: what stands for elements and the tree.
const (
	fPrev2Words = endShared + iota // length of the second block before
	fNext2Words                    // length of the second block after
	fAboveWords                    // words in the five blocks before
	fBelowWords                    // words in the five blocks after

	// How the blocks around it follow one another, see patterns.
	fAlike       // share of the blocks near it that are alike the next one
	fRhythm      // share of those near it that are alike the one some blocks further on, at the best distance from 2 to 6
	fRhythmSteps // that distance
	fCopyNear    // blocks to the nearest copy of it, up to reach

	// What lines around it come again and again, see refrain.
	fCopies             // how many lines are like it but for figures, 0 for long lines
	fRefrainAbove       // blocks since the last line of a refrain, up to reach
	fRefrainAboveCopies // how many copies that has
	fRefrainBelow       // blocks to the next such line
	fRefrainBelowCopies // how many copies that has
	fRefrainCopies      // how many copies the refrain has in whose stanzas it stands, 0 for none
	fRefrainPhrase      // phrase class of that refrain
	fRefrainBefore      // share of the page's prose before its first copy, -1 for none
	fRefrainAfter       // share of the page's prose after its last copy

	// Which lines around it tell a time: comments have one each.
	fSinceTimed // blocks since the last line that tells a time, see isTimed, up to reach
	fToTimed    // and to the next one
	fTimedAbove // how many of these stand above
	fTimedBelow // and below

	// How it is written, see fillForm.
	fIdeographs   // share of its letters that are Chinese or Japanese
	fMention      // class of a stock phrase inside of it, 0 for none and for long texts
	fEnding       // with what it ends
	fOpening      // with what it begins
	fCapitals     // share of its words that begin with a capital
	fNumbers      // count of numbers
	fYears        // count of numbers that may be years
	fClocks       // count of times of day
	fQuotes       // count of quotation marks
	fBracketed    // share of bytes in brackets
	fNextEnding   // with what the block after ends
	fPrevCapitals // share of words with a capital in the block before
	fNextCapitals // and in the block after

	// How the lines lie.
	fShape      // how the page is laid out, see page.Shape
	fBlankAbove // lines without text above it
	fBlankBelow // and below it

	fMarkAbove                         // then blocks since the last line of each mark, see markOf
	fMarkBelow = fMarkAbove + numMarks // then those to the next one
	endText    = fMarkBelow + numMarks
)

// numFirst is how many columns the first look has.
const numFirst = max(endHTML, endText)

// The features of the second look, once it is known how likely story each block is. Story
// words are words times that likelihood.
const (
	fStory            = numFirst + iota // log odds of the first answer, in hundredths; for roles, of the last one
	fStoryAbove                         // likelihood of the block before, a share as are the next
	fStoryAbove2                        // of the one before that
	fStoryBelow                         // of the block after
	fStoryBelow2                        // of the one after that
	fStoryWords                         // story words of the page
	fStoryBefore                        // share of them before it
	fStoryNear                          // story words in the five blocks before and after
	fStoryNearShare                     // their share of the words there
	fGapAbove                           // words since the last block that is likely story, 20000 for none
	fGapBelow                           // words to the next one, 20000 for none
	fStorySinceTitle                    // story words between the headline and it
	fHeadsSinceTitle                    // headings of the headline's rank or above since the headline
	fRun                                // share of the story words in the run of likely blocks that it stands in
	fBeforeRun                          // and before that run
	fStoryBlocksAbove                   // likely blocks before it
	fStoryBlocksBelow                   // and after it

	endStory
)

// The features of HTML alone at the second look.
const (
	fStoryShape  = endStory + iota // likelihood of the words in elements of its shape
	fStoryHolder                   // of the words in its container
	fStoryUnit                     // of the words in the list or table around it, -1 for none
	fHeart                         // 1: inside the deepest element that holds most of the story, 2: after it, 0: before it
	fUpHeart                       // distance to the child of that element's nearest ancestor that it has in common with it
	fBranchShare                   // share of the story words in that child
	fBranchMean                    // likelihood of the words in that child
	fBelowShared                   // how far below their nearest common ancestor the heart is
	fTwins                         // share of the story words in earlier siblings of that child that are of its shape
	fUpTitle                       // distance to an ancestor that holds the headline
	fHolderShare                   // share of the story words in its container

	// What names say of date, related, bio, caption and byline: two figures for each, its own element's and those of
	// all around it.
	fNamesRoles

	allHTML = fNamesRoles + 2*(lexiconWidth-1)
)

// The features of text alone at the second look.
const (
	// What its words say on this page, see vocabulary. Other blocks are all but itself.
	fToldShare     = endStory + iota // share of its words that stand in other likely blocks
	fToldOnly                        // share of those that stand there, and in no unlikely one
	fToldElsewhere                   // share of those that stand in unlikely ones only
	fToldOdds                        // mean log odds of its words that they are of a likely block, in hundredths
	fToldSum                         // and their sum, in tenths
	fToldAbove                       // these mean log odds of the words in the three blocks before
	fToldBelow                       // and of those in the three blocks after

	// Its style, see style. Of all blocks but itself.
	fKindStory   // likelihood of the words in blocks of its kind, see kindOf; -1 for none
	fStyleEnds   // share of what is surely story in blocks that end like it
	fStyleBegins // in blocks that begin like it
	fStyleLies   // in blocks with as many blank lines above and below

	// What lies between it and the story.
	fRefrainStory // likelihood of the other words in stanzas of the same refrain; -1 for none
	fMainRunGap   // words that are rather no story between it and the longest run of likely blocks, negative before it
	fMainRunStock // stock lines between these
	fMarkRest     // then the share of the story words before the last line of each mark above it, -1 for none

	allText = fMarkRest + numMarks
)

// NumFeatures is how many columns a row has.
const NumFeatures = max(allHTML, allText)

// RolesAlone are the features [from, to) that only the questions about roles go by: those about the story
// err more with them.
func RolesAlone() (from, to int) { return fNamesRoles, allHTML }

// fWordsEnd is the feature after those of the Lexicon.
const fWordsEnd = fWordsByline + 1

// far is the distance to what is not there.
const far = 15

// reach is how many blocks away a picture or a heading still says something of a block.
const reach = 100

const numClasses = 34

// tagDistances are the elements to whom the distance counts.
var tagDistances = [...]atom.Atom{
	atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Article, atom.Main, atom.Section, atom.Form, atom.Ul, atom.Ol,
	atom.Table, atom.Figure, atom.Blockquote, atom.P, atom.Li, atom.Button, atom.Dl,
}

const numTags = len(tagDistances)

// tagCodes order the elements from running text to furniture.
var tagCodes = map[atom.Atom]int16{
	atom.P: 1, atom.Blockquote: 2, atom.H1: 3, atom.H2: 4, atom.H3: 5, atom.H4: 6, atom.H5: 7, atom.H6: 7, atom.Pre: 8,
	atom.Li: 9, atom.Dd: 10, atom.Dt: 10, atom.Td: 11, atom.Th: 11, atom.Figcaption: 12, atom.Caption: 12, atom.Address: 13,
	atom.Summary: 13, atom.Legend: 13, atom.Button: 14, atom.Option: 15,
}

// itemCodes number the properties of schema.org that tell what a block is.
var itemCodes = map[string]int16{
	"author": 1, "creator": 1, "name": 2, "datepublished": 3, "datemodified": 3, "datecreated": 3, "headline": 4, "description": 5,
	"alternativeheadline": 5, "caption": 6, "articlesection": 7, "keywords": 8, "publisher": 9,
}
