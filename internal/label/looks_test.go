package label

import (
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// A want is a feature that a row must have.
type want struct {
	block, feature int
	value          int16
}

func check(t *testing.T, m Matrix, wants []want) {
	t.Helper()
	for _, w := range wants {
		if got := m.Row(w.block)[w.feature]; got != w.value {
			t.Errorf("block %d, feature %d: %d, want %d", w.block, w.feature, got, w.value)
		}
	}
}

func TestWhatStandsBesideABlock(t *testing.T) {
	p := fromHTML(t, `<meta name=author content="Ada Quill"><h1>Old mill saved</h1><p>By Ada Quill</p><p><time datetime=2024-05-03>3 May 2024</time></p>
		<div><img src=/mill.jpg alt="The mill at dusk"><span>The mill at dusk</span></div><p>It was saved.</p><h3>Read more</h3><p>Another story</p>
		<p itemprop=author>Bo Ink</p>`)
	check(t, Features(p, Lexica{}), []want{
		{1, fAuthorCover, 500}, {0, fAuthorCover, 0}, {2, fTime, 2}, {1, fTime, 0},
		{3, fAlt, 2}, {3, fSincePicture, 0}, {3, fUpPicture, 0}, {4, fSincePicture, 1}, {2, fToPicture, 0}, {2, fAlt, 0}, {4, fUpPicture, 1},
		{6, fSinceRelated, 1}, {4, fSinceRelated, reach}, {1, fPrevTag, 3}, {0, fNextTag, 1}, {7, fItem, 1}, {6, fItem, 0},
	})
}

// What a block's elements are called says what the words of their names say: of its own, of the one around it,
// and of all around it, of which html and body are none.
func TestWhatNamesSay(t *testing.T) {
	word := func(s string) uint32 { return page.NameWords(nil, s)[0] }
	l := NewLexicon([]Entry{{word("story"), [lexiconWidth]int8{40, 0, -7}}, {word("promo"), [lexiconWidth]int8{-30, 0, 9}}, {page.NameWords(nil, "story-promo")[2], [lexiconWidth]int8{-100}}})
	p := fromHTML(t, `<body class=promo><div class="Story wide"><p class=promo>A mill</p><div class=story-promo><p>A mill</p></div><p id=story>Webster</p><p class=promo id=story>Miller</p><p role=promo>Baker</p></div>`)
	check(t, Features(p, Lexica{Names: &l}), []want{
		{0, fNamesOwn, -30}, {0, fNamesUp, 40}, {0, fNamesAround, 10}, {1, fNamesOwn, 0}, {1, fNamesUp, -90}, {1, fNamesAround, -50},
		{2, fNamesOwn, 40}, {2, fNamesUp, 40}, {2, fNamesAround, 80}, {3, fNamesOwn, 10}, {4, fNamesOwn, -30}, {4, fNamesAround, 10},
	})
	check(t, SecondLook(p, Lexica{Names: &l}, make([]int32, len(p.Blocks))), []want{ // of the second role
		{0, fNamesRoles + 2, 9}, {0, fNamesRoles + 3, 2}, {1, fNamesRoles + 2, 0}, {1, fNamesRoles + 3, -5}, {3, fNamesRoles + 2, 2}, {3, fNamesOwn, 10},
	})
	around := NameWords(p)
	if got := around[p.Blocks[1].Node]; len(got) != 4 { // each word once
		t.Errorf("%d words around the second block: %v", len(got), got)
	}
	check(t, Features(p, Lexica{}), []want{{0, fNamesOwn, 0}, {0, fNamesAround, 0}})
}

// A block that says what another one says has the features of its text, and of its place its own.
func TestABlockThatRepeatsAnother(t *testing.T) {
	p := fromHTML(t, `<p>By <b>Ada Quill</b>, today</p><li><a href=/a>By Ada Quill, today</a></li><p>A mill</p>`)
	check(t, Features(p, Lexica{}), []want{
		{0, fWords, 4}, {1, fWords, 4}, {0, fCommas, 1}, {1, fCommas, 1}, {0, fRepeats, 2}, {1, fRepeats, 2}, {2, fRepeats, 1},
		{0, fCopy, 0}, {1, fCopy, 1}, {0, fLinks, 0}, {1, fLinks, 1}, {0, fLinkShare, 0}, {1, fLinkShare, 1000},
		{0, fBoldShare, 473}, {1, fBoldShare, 0}, {0, fTag, tagCodes[atom.P]}, {1, fTag, tagCodes[atom.Li]},
	})
}

// Distances count on to far and no further, each by itself.
func TestDistances(t *testing.T) {
	var d distances
	d.setAll()
	d.setZero(3)
	d.setZero(50)
	for range far + 2 {
		below := d
		below.setBelow(&d)
		var at, got [numClasses + numTags]int16
		d.fill(at[:])
		below.fill(got[:])
		for j := range at {
			if want := min(at[j]+1, far); got[j] != want {
				t.Fatalf("below %d: %d, want %d", at[j], got[j], want)
			}
		}
		d = below
	}
}

// The second look of a page of two containers: the story in one, another story's teaser in
// the other.
func TestTheSecondLookSeesWhereTheStoryIs(t *testing.T) {
	p := fromHTML(t, "<h1>Old mill saved</h1><main>"+story(3)+"</main><section><div><h1>Another one</h1></div><p>"+paragraphs(1)[0]+"</p></section>")
	yes, no := int32(3*Unit), int32(-3*Unit)
	m := SecondLook(p, Lexica{}, []int32{no, yes, yes, yes, no, yes})
	check(t, m, []want{
		{1, fStory, 300}, {1, fStoryAbove, probability(no)}, {1, fStoryBelow, probability(yes)}, {3, fStoryBelow, probability(no)},
		{1, fHeart, 1}, {3, fUpHeart, 0}, {0, fHeart, 0}, {5, fHeart, 2}, {4, fUpHeart, 2},
		{1, fGapAbove, noGap}, {2, fGapAbove, 0}, {5, fGapAbove, 2}, {3, fGapBelow, 2}, {5, fGapBelow, noGap},
		{4, fHeadsSinceTitle, 0}, {5, fHeadsSinceTitle, 1}, {0, fStoryBefore, 0},
	})
}

// Two stories in elements of one shape, with a box of prose far from both.
func TestTheSecondLookTellsStoriesInARowApart(t *testing.T) {
	p := fromHTML(t, "<main><div class=story><h1>Old mill saved</h1><div class=text>"+story(3)+"</div></div><div class=story><h1>Another one</h1><div class=text>"+
		"<p>"+paragraphs(1)[0]+"</p></div></div></main><div>"+strings.Repeat("<p>A line of no story, which is quite long for what it says.</p>", 6)+"<p>"+paragraphs(1)[0]+"</p></div>")
	yes, no := int32(3*Unit), int32(-3*Unit)
	first := []int32{no, yes, yes, yes, no, yes, no, no, no, no, no, no, yes}
	check(t, SecondLook(p, Lexica{}, first), []want{
		{1, fUpTitle, 2}, {0, fUpTitle, 0}, {5, fUpTitle, 3}, {12, fUpTitle, 2},
		{1, fTwins, 0}, {5, fTwins, 588}, {12, fTwins, 0},
		{1, fBelowShared, 0}, {5, fBelowShared, 0}, {12, fBelowShared, 1},
		{1, fRun, 783}, {5, fBeforeRun, 0}, {12, fRun, 195}, {12, fBeforeRun, 804}, {8, fRun, 0},
		{1, fStoryBlocksAbove, 0}, {1, fStoryBlocksBelow, 5}, {12, fStoryBlocksAbove, 4}, {5, fStoryBlocksAbove, 3},
	})
}

func TestTheConfidenceOfAStoryIsThatOfItsPage(t *testing.T) {
	const head = `<title>Old mill saved</title><meta property="og:type" content="article"><h1>Old mill saved</h1><p>By Ada Quill</p>`
	good := Apply(fromHTML(t, head+story(12)), Builtin, nil).Confidence
	list := "<ul>" + strings.Repeat(`<li><h3><a href=/x>Another story of the day</a></h3><p>What it is about, in ten words or so.</p>`, 20) + "</ul>"
	other := Apply(fromHTML(t, "<title>All stories</title>"+list), Builtin, nil).Confidence
	if good < 0.9 || other > good-0.1 {
		t.Errorf("a story: %v, a list of stories: %v", good, other)
	}
}

func TestThePageLookSumsUpWhatIsTaken(t *testing.T) {
	p := fromHTML(t, `<link rel=canonical href="https://marrow.example/town/2024/05/old-mill-saved?x=1-2"><h1>Old mill saved</h1><p>One two three four.</p><ul><li>five <a href=/x>six</a></ul><p>seven</p>`)
	yes, no := int32(8*Unit), int32(-8*Unit)
	row := PageLook(p, []int32{no, yes, yes, no})
	for feature, want := range map[int]int16{pTaken: 6, pTakenBlocks: 2, pLongest: 4, pTakenLists: 333, pTakenLinks: 166, pSlug: 2, pPath: 3, pPathDigits: 6, pTitle: 1, pSinceTitle: 1, pHeads: 1, pHeadings: 0, pSpread: 1000} {
		if row[feature] != want {
			t.Errorf("feature %d: %d, want %d", feature, row[feature], want)
		}
	}
}
