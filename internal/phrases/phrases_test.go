package phrases

import (
	"strings"
	"testing"
)

// The table is well-formed: every line of the data files could be read.
func TestTheDataFilesAreWellFormed(t *testing.T) {
	tab, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tab.lines.patterns); n < 5000 {
		t.Errorf("only %d patterns", n)
	}
}

// A mistake in a data file is told with its place, and the other lines are read.
func TestMistakesInDataFiles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"read on", "a.txt:1: read on: outside of any class"},
		{"[reed more]", "a.txt:1: [reed more]: no such class or list"},
		{"[read more]\nread on\n\n[legal]\nRead on!", `"read on" is both read more (a.txt:2) and legal (a.txt:5), or not as sure in both`},
		{"[read more]\nread (on|more)\n? (read|view) more", `"read more" is both read more (a.txt:2) and read more (a.txt:3), or not as sure in both`},
		{"[read more]\n(read|view) more\n[legal]\n(read|see) more\n[comments]\nread more", ""},
		{"[read more]\nread … on\n[legal]\nread … on", `"read" is both read more (a.txt:2) and legal (a.txt:4), or not as sure in both`},
		{"[read more]\n(read|-)", "a.txt:2: (read|-): nothing but decoration"},
		{"[read more]\nread … {date}", "a.txt:2: read … {date}: … before a {tail}"},
		{"[read more]\nread on {code}", "a.txt:2: read on {code}: a placeholder that is unknown, or stands before the end"},
		{"[read more]\nread {date} on", "a.txt:2: read {date} on: a placeholder that is unknown, or stands before the end"},
		{"[read more]\n… # replies", "a.txt:2: … # replies: numbers and names are not looked for inside of lines"},
	} {
		b := newBuilder()
		b.read("a.txt", c.text+"\n[tags]\nfiled under")
		tab, err := b.finish()
		got := ""
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		if s, ok := tab.whole.find([]byte("filed under")); !ok || s != (stock{Tags, Sure}) {
			t.Errorf("%q: the line after it was not read", c.text)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		class    Class
		strength Strength
		lines    string // separated by |
	}{
		{AdLabel, Sure, "Advertisement|- Advertisement -|ADVERTISEMENT|Story continues below advertisement|Anzeige|Publicité|Publicidad|Pubblicità|Publicidade|Реклама|Reklama|Advertentie|广告|広告|광고|विज्ञापन|إعلان"},
		{AdLabel, Sure, "Advertisment|- Advertisment -|Advertisemnt|ADVERTISEMNET"},
		{SourceLink, Sure, "Source link|阅读原文|元記事を読む|رابط المصدر"},
		{ReadMore, Sure, "Read more|Weiterlesen|Lire la suite|Czytaj więcej|続きを読む|阅读更多|اقرأ المزيد"},
		{ReadMore, Hint, "Read more: The mill that came back|Lesen Sie auch: Die Mühle|Czytaj także: Młyn wraca|यह भी पढ़ें: पुरानी चक्की"},
		{RelatedHeading, Sure, "Related articles|Das könnte Sie auch interessieren|関連記事|相关新闻|관련기사"},
		{ShareBar, Sure, "Share this article|Facebook Twitter WhatsApp|Artikel teilen|Per WhatsApp teilen|Facebook'ta paylaş|分享|シェアする|공유하기|Bagikan"},
		{Newsletter, Sure, "Newsletter|Uutiskirje|Hírlevél"},
		{Comments, Sure, "12 comments|コメント|댓글|التعليقات"},
		{Comments, Hint, "3 Gedanken zu „Die Mühle“|Kommentare zu: Die Mühle|2 réflexions sur « Le moulin »|4 comentarios en «El molino»|5 komentarzy do „Młyn”|3 комментария к «Мельница»|2 svar på ”Kvarnen”"},
		{ReadingTime, Hint, "5 min read|Lesezeit: 4 Minuten"},
		{DateAlone, Hint, "Friday, April 19, 2024|19. April 2024|19 avril 2024|19 April 2024, updated 20 April 2024"},
		{DateAlone, Hint, "الجمعة 19 أبريل 2024|शुक्रवार, 19 अप्रैल 2024|Παρασκευή 19 Απριλίου 2024|Jumat, 19 April 2024 10:30 WIB|2024년 4월 19일 금요일|2024年4月19日 星期五|2024年4月19日（金）"},
		{PublishedDate, Sure, "Published 19 April 2024 Updated 20 April 2024|Veröffentlicht am 19.4.2024, zuletzt aktualisiert am 20.4.2024|Mis à jour le 20 avril 2024 à 10:30"},
		{Byline, Hint, "By Ada Miller|By Ada Miller · May 19, 2024|By Ada Miller, Friday 19 April 2024 10:30|Par Ada Miller le 19 avril 2024"},
		{Legal, Sure, "Privacy policy|利用規約|隐私政策|개인정보처리방침|سياسة الخصوصية"},
		{Legal, Hint, "Impressum|Mentions légales"},
		{SkipLink, Sure, "Skip to content|본문 바로가기"},
		{BackToTop, Sure, "Back to top|Nach oben|ページトップへ|返回顶部"},
		{ErrorPage, Sure, "Page not found|Error 404|Seite nicht gefunden|Lo sentimos, la página que busca no existe|404 sayfa bulunamadı|ページが見つかりません|الصفحة غير موجودة"},
		{Consent, Sure, "Accept all|Alle akzeptieren|すべて受け入れる"},
		{BreadcrumbLine, Hint, "HomeWorldThe mill that came back|Home > World > The mill"},
	} {
		for line := range strings.SplitSeq(c.lines, "|") {
			class, strength := Match(line)
			if class != c.class || strength != c.strength {
				t.Errorf("%q: %v, %v; want %v, %v", line, class, strength, c.class, c.strength)
			}
		}
	}
}

// Of a line that is not short the beginning is looked at first: it must not hide what the line is.
func TestMatchOfLongLines(t *testing.T) {
	for _, c := range []struct {
		line  string
		class Class
	}{
		{"Advertisement" + strings.Repeat(" .", 50), AdLabel},
		{"Advertisment" + strings.Repeat(" -", 50), AdLabel},
		{strings.Repeat("* ", 50) + "Menu", Menu},
		{"Read more: " + strings.Repeat("the mill that came back, ", 6), ReadMore},
		{"Friday, April 19, 2024" + strings.Repeat(", Friday, April 19, 2024", 2), DateAlone},
		{"Пятница, 19 апреля 2024" + strings.Repeat(", 19 апреля", 4), DateAlone},
		{"HomeWorldThe mill that came back " + strings.Repeat("and stayed ", 6), BreadcrumbLine},
		{"Facebook " + strings.Repeat("Twitter WhatsApp ", 5), ShareBar},
		{"We use cookies " + strings.Repeat("to make the pages of the mill better ", 9), Consent},
		{"The mill " + strings.Repeat("came back and stayed ", 8), None},
		{"Webster ground " + strings.Repeat("the corn of the hill ", 15), None},
	} {
		if class, _ := Match(c.line); class != c.class {
			t.Errorf("%q: %v, want %v", c.line, class, c.class)
		}
	}
}

func TestStartsOfOneByte(t *testing.T) {
	var s starts
	s.add("x")
	s.add("by the mill")
	for line, want := range map[string]bool{"x ray": true, "xylophone": false, "by the way": false, "by the miller": true, "y": false} {
		if got := s.mayBegin([]byte(line), keyOf(line)); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

// Sentences of stories that hold, or are made like, stock phrases are never sure.
func TestStoriesAreNeverSure(t *testing.T) {
	for _, line := range []string{
		"Advertisement spending rose by five percent, the agency said.",
		"Share prices fell again on Tuesday.",
		"Join us in Marrow Hill for the opening of the mill.",
		"Log on to the council's course often, she advises.",
		"Update often: the prices of flour change every week.",
		"Source: the mill's own books",
		"Published by the Harbour Press, the book sold out.",
		"Subscribe to that view, and you will never build a bridge.",
		"Home was a small room above the bakery.",
		"The cookie-cutter houses of the new quarter please nobody.",
		"Follow the river for two miles and turn left at the chapel.",
		"Comments like these have made him enemies.",
		"Werbung für Tabak bleibt verboten, entschied das Gericht.",
		"Anzeige erstattete am Montag auch der Müller.",
		"Mehr dazu wollte die Sprecherin am Abend nicht sagen.",
		"La publicité pour le tabac reste interdite, a jugé la cour.",
		"Partager son pain, disait-elle, c'est partager sa maison.",
		"La publicidad en las calles se ha duplicado en un año.",
		"Реклама табака останется под запретом, решил суд.",
		"Reklama tytoniu pozostanie zakazana, orzekł sąd.",
		"広告費は前年より五パーセント増えた、と同社は述べた。",
		"广告支出同比增长百分之五，公司表示。",
		"분享은 그의 오랜 습관이었다고 이웃들은 말했다.",
		"10 Tipps für den Garten im Herbst", "1462351", "+12", "404 people came to the fair.",
		"All rights reserved for the council are listed in the charter of 1704.",
	} {
		if class, strength := Match(line); strength == Sure {
			t.Errorf("%q is surely %v", line, class)
		}
	}
}

func TestANumberIsNoErrorPage(t *testing.T) {
	for _, line := range []string{"10 Tipps", "8 March 2024", "+12", "12", "1462351"} {
		if class, _ := Match(line); class == ErrorPage {
			t.Errorf("%q is an error page", line)
		}
	}
}

func TestDecorationsDoNotCount(t *testing.T) {
	for _, line := range []string{"Advertisement", "Read more", "Source link"} {
		class, strength := Match(line)
		for _, s := range []string{"- " + line + " -", "*" + line + "*", "[" + line + "]", strings.ToUpper(line), "  " + line + "  "} {
			if c, st := Match(s); c != class || st != strength {
				t.Errorf("%q: %v, %v; %q: %v, %v", line, class, strength, s, c, st)
			}
		}
	}
}

func TestEveryClassHasAName(t *testing.T) {
	seen := map[string]bool{}
	for c := Class(0); c < numClasses; c++ {
		if name := c.String(); name == "" || name == "unknown" || seen[name] {
			t.Errorf("class %d is named %q", c, name)
		} else {
			seen[name] = true
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, s := range []string{"", "Advertisement", "Read more: x", "\xff\xfe", "广告", strings.Repeat("a ", 400), "5 min read", "HomeWorld"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		class, strength := Match(s)
		if class >= numClasses || strength > Sure || (class == None) != (strength == No) {
			t.Fatalf("%q: %v, %v", s, class, strength)
		}
		if c, st := Match(s); c != class || st != strength {
			t.Fatalf("%q is now %v, now %v", s, class, c)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	lines := []string{"Read more", "The council voted on Monday to keep the mill, to the relief of its friends.", "World", "By Ann Lee, London", strings.Repeat("A long paragraph of a story. ", 12)}
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			Match(l)
		}
	}
}

func TestIsServerError(t *testing.T) {
	for text, want := range map[string]bool{
		"Warning: Undefined variable $title in /srv/www/marrow/single.php on line 12":                              true,
		"Strict Standards: Redefining the constructor of class Db in C:\\www\\db.php on line 56 Notice: and so on": true,
		"Warning: the ferry in /srv does not call here":                                                            false,
		"Warning: buses on line 12 stop at nine":                                                                   false,
		"Warning signs in /srv/www on line 12":                                                                     false,
		"He said: Warning: nothing in /srv/www on line 12":                                                         false,
		"Warning: in /srv/www on line ":                                                                            false,
		"":                                                                                                         false,
	} {
		if got := IsServerError(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
