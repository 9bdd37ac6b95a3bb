package meta

import (
	"reflect"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse/internal/page"
)

// TestAuthorSources: who signs, by where the names stand.
func TestAuthorSources(t *testing.T) {
	link := func(text, name, address string) page.Block {
		i := int32(strings.Index(text, name))
		return page.Block{Text: text, Words: 5, Marks: []page.Mark{{Kind: page.Link, Start: i, End: i + int32(len(name)), URL: address}}}
	}
	head := page.Block{Text: "The ferry is back"}
	body := page.Block{Text: prose, Words: 25}
	for _, tt := range []struct {
		name   string
		metas  []page.Meta
		blocks []page.Block // the headline, a line, the story
		role   string       // of the line
		want   string
	}{
		{"a login gives way", metas("article:author", "ada-moss"), []page.Block{head, {Text: "By Ada Moss", Words: 3}, body}, "byline", "Ada Moss"},
		{"a login of one word whose page the byline links to", metas("article:author", "gulleditor"), []page.Block{head, link("By Ada Moss, Jr.", "Ada Moss, Jr.", "/author/gulleditor/"), body}, "byline", "Ada Moss Jr."},
		{"a pen name of one word", metas("article:author", "gulleditor"), []page.Block{head, link("By Ada Moss", "Ada Moss", "/author/moss/"), body}, "byline", "gulleditor"},
		{"a login alone", metas("article:author", "ada-moss"), []page.Block{head, {Text: "x"}, body}, "", "ada-moss"},
		{"the site's name behind a person's", metas("og:site_name", "HARBOUR POST"), []page.Block{head, {Text: "Ada Moss HARBOUR POST", Words: 4}, body}, "byline", "Ada Moss"},
		{"a link ends the name", nil, []page.Block{head, link("By Ada MossIn Travel", "Ada Moss", "/author/ada"), body}, "byline", "Ada Moss"},
		{"a desk in the date line", nil, []page.Block{head, {Text: "12-03-2011 | Redacção", Words: 3}, body}, "date", "Redacção*"},
		{"a name in the date line", nil, []page.Block{head, {Text: "12-03-2011, 14:30 | Ada Moss", Words: 4}, body}, "date", "Ada Moss"},
		{"a name with its function in the date line", nil, []page.Block{head, {Text: "홍길동 기자 | 입력 2011.12.03 14:30", Words: 6}, body}, "date", "홍길동"},
		{"which is none if its words stand elsewhere too", nil, []page.Block{head, {Text: "12-03-2011 | Next Stop", Words: 4}, {Text: prose + " The next ferry calls at the quay.", Words: 32}}, "date", ""},
		{"in one line, glued", nil, []page.Block{head, {Text: "Dec 17, 2011Ada M. Moss", Words: 5}, body}, "date", "Ada M. Moss"},
		{"nobody but the site in the metadata", metas("og:site_name", "Harbour Post", "article:author", "Harbour Post"), []page.Block{head, {Text: "Ada Moss | 12.03.2011 - Updated: 12.03.2011", Words: 6}, body}, "", "Ada Moss"},
		{"by and a date", nil, []page.Block{head, {Text: "by wren on June 9, 2016", Words: 6}, body}, "byline", "wren"},
		{"who edited is no author", nil, []page.Block{head, {Text: "By Ada Moss, Senior Ferry Reporter, edited by Ben Carter", Words: 10}, body}, "byline", "Ada Moss"},
		{"the piece is called first", nil, []page.Block{head, {Text: "Ein Kommentar von Ada Moss", Words: 5}, body}, "byline", "Ada Moss"},
		{"or where it stands", nil, []page.Block{head, {Text: "Posted in Quays by gull9 on Friday, 3 May 2024", Words: 10}, body}, "byline", "gull9"},
		{"a picture's maker did not write", nil, []page.Block{head, {Text: "Text von Ada Moss Illustration von Ben Carter", Words: 8}, body}, "byline", "Ada Moss"},
		{"the metadata tell the first name only", metas("article:author", "Ada"), []page.Block{head, {Text: "By Ada Moss", Words: 3}, body}, "byline", "Ada Moss"},
		{"the site behind a person", metas("og:site_name", "Moor"), []page.Block{head, {Text: "von Ada Moss, MOOR MIDLANDS", Words: 5}, body}, "byline", "Ada Moss"},
		{"the line about the author", nil, []page.Block{head, {Text: "x"}, body, {Text: "Ada Moss", Words: 2}, {Text: "Ada Moss has written of ferries since 2001.", Words: 8}}, "", "Ada Moss"},
		{"a meta element by its loose name", metas("og:site_name", "Harbour Post", "article-author", "Ada Moss"), []page.Block{head, {Text: "x"}, body}, "", "Ada Moss"},
		{"brackets at the end", nil, []page.Block{head, {Text: "x"}, {Text: prose + " (Ada Moss)", Words: 27}}, "", "Ada Moss"},
		{"brackets at the end, without spaces", nil, []page.Block{head, {Text: "x"}, {Text: "フェリーは金曜日に港へ戻ってきました。（及川真帆）", Words: 20}}, "", "及川真帆"},
		{"brackets after the dateline", nil, []page.Block{head, {Text: "x"}, {Text: "港口晚报讯（记者 林小明）渡轮星期五回到了港口，居民们都很高兴。", Words: 20}}, "", "林小明"},
		{"the site's name is one", metas("og:site_name", "Rope and Tar", "article:author", "Rope and Tar"), []page.Block{head, {Text: "x"}, body}, "", "Rope and Tar*"},
		{"the site's name keeps its article", metas("og:site_name", "De Oude Kade", "article:author", "De Oude Kade"), []page.Block{head, {Text: "x"}, body}, "", "De Oude Kade"},
		{"an address names nobody", metas("article:author", "https://social.example/harbour.post"), []page.Block{head, {Text: "x"}, body}, "", ""},
		{"nor without its scheme", metas("article:author", "social.example/harbour.post", "author", "www.social.example"), []page.Block{head, {Text: "x"}, body}, "", ""},
		{"what is printed is told beside an address", metas("article:author", "social.example/harbour.post"), []page.Block{head, {Text: "By Ada Moss", Words: 3}, body}, "byline", "Ada Moss"},
		{"the site's name gives way to no guess", metas("og:site_name", "Harbour Post", "article:author", "Harbour Post"), []page.Block{head, {Text: "x"}, {Text: prose + " (Second Quay)", Words: 27}}, "", "Harbour Post"},
	} {
		p := &page.Page{Blocks: tt.blocks, Metas: tt.metas, Nodes: []page.Node{{Parent: -1}}}
		in := Input{URL: "https://post.example/ferry", Printed: Printed{Title: []int32{0}, BodyFirst: 2, BodyLast: 2}}
		for i := 3; i < len(tt.blocks); i++ {
			in.Printed.Bio = append(in.Printed.Bio, int32(i))
		}
		switch tt.role {
		case "byline":
			in.Printed.Byline = []int32{1}
		case "date":
			in.Printed.Dates = []int32{1}
		}
		if got := showAuthors(Resolve(p, in).Authors); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOrigin: whom the story was taken from, and by what name.
func TestOrigin(t *testing.T) {
	const story = "https://nvn.example/ferry"
	source := page.Block{Text: "Source link", Words: 2, Marks: []page.Mark{{Kind: page.Link, End: 11, URL: story}}}
	note := page.Block{Text: "Джерело: Рада", Words: 2, Marks: []page.Mark{{Kind: page.Link, Start: int32(len("Джерело: ")), End: int32(len("Джерело: Рада")), URL: "https://rada.example"}}}
	line := func(s string) page.Block { return page.Block{Text: s, Words: int32(len(strings.Fields(s)))} }
	for _, tt := range []struct {
		name   string
		blocks []page.Block
		author string
		last   int32
		want   Publisher
	}{
		{"a link alone has its host's name", []page.Block{line("The ferry is back"), line(prose), source}, "", 1, Publisher{"nvn.example", story}},
		{"or what stands behind the title", []page.Block{line("The ferry is back again | NVN"), line("NVN"), line(prose), source}, "", 2, Publisher{"NVN", story}},
		{"a note", []page.Block{line("The ferry is back"), line(prose), note}, "", 1, Publisher{"Рада", "https://rada.example"}},
		{"a note without a link", []page.Block{line("The ferry is back"), line(prose), line("Quelle: Hafenblatt")}, "", 1, Publisher{"Hafenblatt", ""}},
		{"initials of the one who signs", []page.Block{line("The ferry is back"), line("PORT HALVEN (NP) — " + prose)}, "Norvane Press", 1, Publisher{"Norvane Press", ""}},
		{"an agency's sign-off", []page.Block{line("The ferry is back"), line(prose + " (dpa)")}, "", 1, Publisher{"dpa", ""}},
		{"the site itself is none", []page.Block{line("The ferry is back"), line("PORT HALVEN, May 3 (Post). " + prose)}, "", 1, Publisher{}},
	} {
		p := &page.Page{Blocks: tt.blocks, Title: tt.blocks[0].Text, Metas: metas("og:site_name", "Harbour Post"), Nodes: []page.Node{{Parent: -1}}}
		if tt.author != "" {
			p.JSONLD = []string{`{"@type":"NewsArticle","headline":"The ferry is back","author":{"@type":"Organization","name":"` + tt.author + `"}}`}
		}
		f := Resolve(p, Input{URL: "https://post.example/ferry", Printed: Printed{Title: []int32{0}, BodyFirst: tt.last, BodyLast: tt.last}})
		if f.Origin != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, f.Origin, tt.want)
		}
	}
}

// TestSections: where no block is labelled as the breadcrumb.
func TestSections(t *testing.T) {
	for _, tt := range []struct {
		name  string
		metas []page.Meta
		lines []string
		class page.Class // of the first lines but the last one
		want  []string
	}{
		{"named for it", nil, []string{"Start", "Local", "Harbour", "The ferry is back"}, page.ClassBreadcrumb, []string{"Local", "Harbour"}},
		{"begins at home", nil, []string{"Home / City", "The ferry is back"}, 0, []string{"City"}},
		{"a label before it, the page's kind behind it", nil, []string{"您的位置：首页 > 文化 > 正文", "The ferry is back"}, 0, []string{"文化"}},
		{"told by any prefix", metas("og:article:section", "Ideas"), []string{"The ferry is back"}, 0, []string{"Ideas"}},
		{"told by microdata", []page.Meta{{Name: "articlesection", Content: "Ideas", Item: true}}, []string{"The ferry is back"}, 0, []string{"Ideas"}},
		{"not told", nil, []string{"News / Sport", "The ferry is back"}, 0, nil},
	} {
		p := textPage(append(tt.lines, prose)...)
		p.FromText, p.Metas = false, tt.metas
		p.Nodes = append(p.Nodes, page.Node{Class: tt.class, Depth: 1})
		title := int32(len(tt.lines) - 1)
		for i := range title {
			p.Blocks[i].Node = 1
		}
		f := Resolve(p, Input{Printed: Printed{Title: []int32{title}, BodyFirst: title + 1, BodyLast: title + 1}})
		if !reflect.DeepEqual(f.Section, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, f.Section, tt.want)
		}
	}
}

// TestTextSite: a text that was scraped tells its site's name by two marks that agree.
func TestTextSite(t *testing.T) {
	for _, tt := range []struct {
		name                     string
		lines                    []string
		title, byline            int32
		want, publisher, authors string
	}{
		{"behind the title", []string{"« La lenteur des bacs » - Le Quotidien de Port", "Le Quotidien de Port", prose}, 0, -1, "« La lenteur des bacs »", "Le Quotidien de Port", "Le Quotidien de Port"}, // who else signs: as in HTML
		{"in the byline", []string{"Harbour Post", "The ferry is back", "By ADA MOSS | ada@post.example | Harbour Post", prose}, 1, 2, "The ferry is back", "Harbour Post", "ADA MOSS"},
		{"one mark is not enough", []string{"The ferry is back - Somewhere", prose}, 0, -1, "The ferry is back - Somewhere", "", ""},
	} {
		p := textPage(tt.lines...)
		last := int32(len(tt.lines) - 1)
		in := Input{Printed: Printed{Title: []int32{tt.title}, BodyFirst: last, BodyLast: last}}
		if tt.byline >= 0 {
			in.Printed.Byline = []int32{tt.byline}
		}
		f := Resolve(p, in)
		if f.Title != tt.want || f.Publisher.Name != tt.publisher || showAuthors(f.Authors) != tt.authors {
			t.Errorf("%s: title %q, publisher %q, authors %q", tt.name, f.Title, f.Publisher.Name, showAuthors(f.Authors))
		}
	}
}

// TestTitlePublisher: the title element of an old page names the site; a picture or the last
// line confirms it.
func TestTitlePublisher(t *testing.T) {
	for _, tt := range []struct{ title, alt, last, want string }{
		{"Harbour Post / Archive / The ferry is back", "Harbour Post", "x", "Harbour Post"},
		{"The ferry is back_港口在线", "", "Copyright © 2021 港口在线", "港口在线"},
		{"The ferry is back - Somewhere", "", "x", ""},
	} {
		p := textPage("The ferry is back", prose, tt.last)
		p.FromText, p.Title, p.Images = false, tt.title, []page.Image{{Alt: tt.alt}}
		if got := Resolve(p, Input{Printed: Printed{Title: []int32{0}, BodyFirst: 1, BodyLast: 1}}).Publisher.Name; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.title, got, tt.want)
		}
	}
	for title, want := range map[string]string{"Old Quay: The ferry is back": "Old Quay", "The ferry is back | Old Quay": "Old Quay", "Old Quay ferry is back": ""} { // with a masthead
		p := textPage("Old Quay", "Letters", "Ropes", "Tar", "Gulls", "The ferry is back", prose, prose, "x", "x", "x", "x")
		p.FromText, p.Title, p.Metas = false, title, metas("og:title", "The ferry is back")
		p.Blocks[0].Marks = []page.Mark{{Kind: page.Link, End: int32(len("Old Quay")), URL: "https://quay.example/"}}
		if got := Resolve(p, Input{Printed: Printed{Title: []int32{5}, BodyFirst: 6, BodyLast: 7}}).Publisher.Name; got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
}

// TestStandfirstAndTags: the word for "summary" and the site's own name are neither.
func TestStandfirstAndTags(t *testing.T) {
	p := textPage("渡轮回来了", "摘要：渡轮星期五回到了港口。", prose)
	p.FromText, p.Metas = false, metas("og:site_name", "港口在线", "keywords", "渡轮,港口在线,港口")
	f := Resolve(p, Input{Printed: Printed{Title: []int32{0}, Standfirst: []int32{1}, BodyFirst: 2, BodyLast: 2}})
	if f.Standfirst != "渡轮星期五回到了港口。" || !reflect.DeepEqual(f.Tags, []string{"渡轮", "港口"}) {
		t.Errorf("standfirst %q, tags %q", f.Standfirst, f.Tags)
	}
}
