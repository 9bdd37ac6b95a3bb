package page

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html/atom"
)

// textsOf is the text of all blocks of a plain text.
func textsOf(text string) ([]string, TextNotes) {
	p, notes := FromText(text)
	return texts(p), notes
}

func checkBlocks(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("blocks:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestLineABlock(t *testing.T) {
	got, notes := textsOf("Harbour Post\nNews\nSport\n\nFerry returns after storm\n\n" +
		"The ferry to Eastholm sailed again on Monday.\n\nkalmar is the next port on its way.\n" +
		"Captain Jo Marsh said she was glad.\r\n\r\n  Share \t this\u00a0story  \n")
	checkBlocks(t, got, []string{
		"Harbour Post", "News", "Sport", "Ferry returns after storm",
		"The ferry to Eastholm sailed again on Monday.",
		"kalmar is the next port on its way.", // below a blank line, nothing is joined
		"Captain Jo Marsh said she was glad.",
		"Share this story",
	})
	if notes.Shape != LineABlock {
		t.Errorf("shape %v", notes.Shape)
	}
}

func TestLinesOfBlocks(t *testing.T) {
	p, _ := FromText("One\n\n\nTwo\r\nThree is long,\nand goes on here\nFour")
	var lines []int32
	for _, b := range p.Blocks {
		lines = append(lines, b.Line)
	}
	if want := []int32{1, 4, 5, 7}; !slices.Equal(lines, want) {
		t.Errorf("lines %v, want %v", lines, want)
	}
	if p.Nodes[0].Last != 4 || p.Nodes[0].Words == 0 || !p.FromText {
		t.Errorf("root %+v", p.Nodes[0])
	}
}

// Where nobody tells how likely they are, lines are joined by rules.
func TestLineANode(t *testing.T) {
	got, notes := textsOf(strings.Join([]string{
		"Home", "About us", "Contact",
		"The council of", "Wexmoor", "has closed the bridge", ".",
		"On Friday an engineer of", "Ostend", "told reporters that it was unsafe.",
		"A second bridge (", "opened in 1950", ") stays open.",
		"More on this", "Bridges of the county", "The oldest bridges",
	}, "\n"))
	checkBlocks(t, got, []string{
		"Home", "About us", "Contact",
		"The council of Wexmoor has closed the bridge.",
		"On Friday an engineer of Ostend told reporters that it was unsafe.",
		"A second bridge (opened in 1950) stays open.",
		"More on this", "Bridges of the county", "The oldest bridges",
	})
	if notes.Shape != LineANode || len(notes.Joins) != 7 {
		t.Errorf("shape %v, joins %v", notes.Shape, notes.Joins)
	}
	if j := notes.Joins[1]; j.Block != 3 || got[j.Block][j.Offset:] != "has closed the bridge." {
		t.Errorf("join %+v", j)
	}
}

const wrappedPage = `   [1]Skip to content
     * [2]News
     * [3]Sport
     * [4]Letters from our readers, who write more than we can print on a single
       page

Bridge at Wexmoor closed for the winter

   The council of [5]Wexmoor has closed the old bridge over the river Ann, which
   engineers call unsafe since the flood of last year. Traffic goes over the new
   one.

   [6]
   Nobody was hurt. The council meets again on the [7]second Monday of the
   month, and will then decide what becomes of the bridge [sic] and its toll
   house.
   Photo: A. Lind

References

   Visible links
   1. https://news.example/#content
   2. https://news.example/
   3. https://news.example/sport
   4. https://news.example/letters
   5. https://wexmoor.example/
   6. https://news.example/picture
   7. mailto:council@wexmoor.example?subject=The old bridge
`

func TestListInLowerCase(t *testing.T) {
	got, _ := textsOf("The kitchen needs:\na sharp knife for the bread\na board of hard wood\na pot of five litres\n")
	checkBlocks(t, got, []string{"The kitchen needs:", "a sharp knife for the bread", "a board of hard wood", "a pot of five litres"})
}

// A line that begins in lower case goes on with the one above, unless it is a date, a credit or another label.
func TestLabelsInLowerCase(t *testing.T) {
	want := []string{
		"Hafen von Altersund wieder für Fähren geöffnet", "vor 3 Stunden",
		"Nach elf Jahren legen im alten Hafen wieder Fähren an, dreimal in der Woche und auch bei Nacht.", "Niemand weiß, wie lange das Geld reicht.",
		"Der Rat hat das Geld für die Brücke gefunden und wird sie in den Jahren bauen, die noch kommen.",
		"Im Frühjahr sieht sich ein Ingenieur aus der Hauptstadt die Pfeiler an, wenn das Wasser niedrig ist.", "Bis dahin bleibt der Weg am Ufer zu.",
	}
	for _, boat := range []string{"Ada", "Bente", "Cleo", "Dora", "Elke", "Frida", "Gesa", "Hanne"} {
		want = append(want, "Die "+boat+" liegt am Kai und fährt erst wieder, wenn der Kapitän gesund ist.")
	}
	got, notes := textsOf(strings.Join(want, "\n"))
	if notes.Shape != LineABlock {
		t.Fatalf("shape %v", notes.Shape)
	}
	checkBlocks(t, got, want)
	for line, label := range map[string]bool{
		"publié le 12 mars 2024 à 10h30": true, "автор: Мария Орлова": true, "photo: Mary D’Souza / Reuters": true, "há 2 horas": true, "aktualisiert am 3. Mai": true,
		"and will build it in the years to come.": false, "und die Stadt zahlt 3 Millionen.": false, "2024 and": false, "in 2024, after the flood,": false, "Vor 3 Stunden": false,
	} {
		if isLabel(line) != label {
			t.Errorf("%q: label %v", line, !label)
		}
	}
}

// Thai is wrapped at its spaces, which mean something, and so are compounds with a hyphen.
func TestWrappedSpaces(t *testing.T) {
	for name, c := range map[string]struct{ last, first, want string }{
		"Thai":                 {"สะพาน", "เก่า", "สะพาน เก่า"},
		"Chinese":              {"市议会", "决定", "市议会决定"},
		"Chinese and a figure": {"其中，", "2000人", "其中，2000人"},
		"a compound":           {"die SPD-", "Fraktion", "die SPD-Fraktion"},
		"a shared end":         {"Vor-", "und Nachteile", "Vor- und Nachteile"},
		"words":                {"the old", "bridge", "the old bridge"},
	} {
		if got := c.last + unwrapSpace(c.last, c.first) + c.first; got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWrapped(t *testing.T) {
	p, notes := FromText(wrappedPage)
	if notes.Shape != Wrapped {
		t.Fatalf("shape %v", notes.Shape)
	}
	checkBlocks(t, texts(p)[:notes.References], []string{
		"Skip to content", "News", "Sport",
		"Letters from our readers, who write more than we can print on a single page",
		"Bridge at Wexmoor closed for the winter",
		"The council of Wexmoor has closed the old bridge over the river Ann, which engineers call unsafe since the flood of last year. Traffic goes over the new one.",
		"Nobody was hurt. The council meets again on the second Monday of the month, and will then decide what becomes of the bridge [sic] and its toll house.",
		"Photo: A. Lind",
	})
	if n := len(p.Blocks) - int(notes.References); n != 9 {
		t.Errorf("%d blocks of references, want 9", n)
	}
	if p.Blocks[1].Tag != atom.Li || p.Blocks[4].Tag != atom.H2 || p.Blocks[5].Tag != 0 {
		t.Errorf("tags %v %v %v", p.Blocks[1].Tag, p.Blocks[4].Tag, p.Blocks[5].Tag)
	}
	var stripped []string
	for _, s := range notes.Stripped {
		stripped = append(stripped, s.Text)
	}
	if got := strings.Join(stripped, " "); got != "[1] * [2] * [3] * [4] [5] [6] [7]" {
		t.Errorf("stripped %s", got)
	}
	if s := notes.Stripped[8]; s.Text != "[6]" || s.Block != 6 || s.Line != 13 {
		t.Errorf("lone link number %+v", s)
	}
}

func TestWrappedMail(t *testing.T) {
	got, notes := textsOf(`Dear readers,

the printing press at our works in Aldholm has been out of order since
last week. Until the spare part comes, the paper is printed at Wexmoor,
where it leaves the press two hours later than you are used to; we ask
for patience and thank everybody who has called. Those who have not had
their paper by nine may call the works, where somebody answers until
noon.

The editors
`)
	checkBlocks(t, got, []string{
		"Dear readers,",
		"the printing press at our works in Aldholm has been out of order since last week. Until the spare part comes, the paper is printed at Wexmoor, where it leaves the press two hours later than you are used to; we ask for patience and thank everybody who has called. Those who have not had their paper by nine may call the works, where somebody answers until noon.",
		"The editors",
	})
	if notes.Shape != Wrapped {
		t.Errorf("shape %v", notes.Shape)
	}
}

func TestWrappedFootnotes(t *testing.T) {
	text := strings.Replace(wrappedPage[:strings.Index(wrappedPage, "References")], "[1]Skip to content", "Notes", 1)
	for _, n := range []string{"[2]", "[3]", "[4]", "[6]"} {
		text = strings.Replace(text, n, "", 1)
	}
	text = strings.Replace(strings.Replace(text, "[5]", "[1] ", 1), "[7]", "[2] ", 1)
	p, notes := FromText(text)
	if notes.Shape != Wrapped || !strings.Contains(strings.Join(texts(p), "\n"), "The council of [1] Wexmoor") {
		t.Errorf("shape %v, blocks %q", notes.Shape, texts(p))
	}
}

// story is a text with n paragraphs, long enough to be seen as flat.
func story(sep string) string {
	return strings.Join([]string{
		"Home", "World", "Letters", "Old bridge at Wexmoor closed",
		"The council has closed the old bridge over the river Ann, which engineers call unsafe since the flood of last year.",
		"Traffic now goes over the new bridge, which was opened in 1950 and widened twice since then, at some cost to the town.",
		"“We had no choice,” the mayor, Ada Lind, told a meeting on Monday. “The piers are hollow.”",
		"A firm from MacArthur Street that sells on TikTok has offered to buy the toll house, as the mayor confirmed when asked.",
		"The council meets again on the second Monday of the month and will then decide what becomes of the bridge and its keeper.",
		"The keeper, who has lived in the toll house for forty years, says that he will not leave before the last stone is gone.",
		"What happens next", "An engineer from the capital will look at the piers in spring, when the water is low enough to see them.",
		"Until then boats must not pass below the arches, and the towpath on the western bank stays closed to walkers and cyclists.",
		"Anglers have complained, because the best places of the lower river can only be reached by that path, or by boat.",
		"The brewery at the northern end fears for its summer guests, most of whom came over the bridge on foot in other years.",
		"The new bridge has no pavement, and the bus that crosses it runs once an hour, on Sundays not at all, as it always did.",
		"Nobody was hurt when a parapet fell into the river in January, but two swans had to be rescued by the fire brigade.",
		"Contact", "Imprint",
	}, sep)
}

func TestGlued(t *testing.T) {
	got, notes := textsOf("Old bridge at Wexmoor closed - Harbour Post\n" + story(""))
	want := append([]string{"Old bridge at Wexmoor closed - Harbour Post"}, strings.Split(story("\n"), "\n")...)
	checkBlocks(t, got, want)
	if notes.Shape != Glued || len(notes.Splits) != len(want)-2 || notes.Splits[0] != (Split{Block: 2}) {
		t.Errorf("shape %v, splits %v", notes.Shape, notes.Splits)
	}
}

// Where blocks are glued, apostrophes and the quotation marks of each language neither begin one nor hide its beginning.
func TestGluedQuotes(t *testing.T) {
	for name, blocks := range map[string][]string{
		"French": {
			"Le vieux pont reste fermé cet hiver", "Le conseil d’Alderport a fermé le vieux pont sur l’Anne, que l’Agence portuaire juge trop fragile depuis la crue.",
			"« Nous avions peur », dit le maire d’Yverdon, qui attend l’ingénieur de la ville.", "Les bateaux restent au port, et l’Office du tourisme aussi s’en plaint.",
			"Personne ne sait qui paiera les travaux, dit l’Association des pêcheurs.", "© 2024 Le Courrier du port",
		},
		"German": {
			"Die alte Brücke bleibt zu", "Der Rat hat die alte Brücke gesperrt, wie die Stadt am Montag mitteilte.", "»Wir hatten keine Wahl«, sagte die Bürgermeisterin Ada Lind im Rathaus.",
			"Die Boote bleiben im Hafen, und der Fährmann auch.", "»Niemand weiß, wer das zahlt«, sagt er den AnwohnerInnen am Ufer.", "Im Frühjahr kommt ein Ingenieur aus der Hauptstadt und sieht sich die Pfeiler an.",
		},
		"names": {
			"Old bridge closed", "By Sean O’Neill", "The council of Wexmoor has closed the bridge, Fiona D’Souza said on Monday.", "“We had no choice,” said Mary O’Hara.",
			"The keeper stays.", "Boats must not pass below the arches, the O’Briens were told, and the towpath stays closed until an engineer has seen the piers.",
		},
		"Russian": {
			"Мост закрыт до весны", "В понедельник совет города закрыл старый мост через реку.", "К весне приедет инженер из столицы и осмотрит опоры.", "О деньгах никто не говорит.",
			"И лодки остались в порту, и паромщик тоже, потому что ходить под арками нельзя.",
		},
		"Korean": {
			"시의회는 월요일 오후에 강 위의 오래된 다리를 닫기로 결정했다고 밝혔다.", "기술자들은 지난해 홍수 이후로 다리가 더는 안전하지 않다고 말했다.",
			"시민들은 이제 새 다리로 돌아가야 하며 배는 아치 아래로 지나갈 수 없다.", "봄이 오면 수도에서 온 기술자가 물이 낮을 때 교각을 살펴볼 예정이라고 한다.",
		},
		"Arabic": {
			"قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم فوق النهر حتى الربيع القادم.", "وقال المهندسون إن الجسر لم يعد آمنا منذ فيضان العام الماضي الذي أضر بالدعائم.",
			"يسأل الناس من سيدفع ثمن العمل؟", "لا يعرف أحد كم سيستمر الإغلاق أو متى تعود القوارب إلى المرور تحت الأقواس.",
		},
	} {
		for len(strings.Join(blocks, "")) < 1300 {
			blocks = slices.Concat(blocks, blocks)
		}
		got, notes := textsOf(strings.Join(blocks, ""))
		if notes.Shape != Glued {
			t.Errorf("%s: shape %v", name, notes.Shape)
		}
		if !slices.Equal(got, blocks) {
			t.Errorf("%s: %q", name, got[:min(len(got), 8)])
		}
	}
}

func TestOneLine(t *testing.T) {
	got, notes := textsOf(story(" "))
	if notes.Shape != OneLine {
		t.Fatalf("shape %v", notes.Shape)
	}
	if len(got) < 5 || got[0] != "Home World Letters" {
		t.Errorf("the menu was not parted from the story: %q", got[:2])
	}
	for _, b := range got[1 : len(got)-1] {
		if !EndsSentence(b) {
			t.Errorf("block ends inside a sentence: %s", b)
		}
	}
	if strings.Join(got, " ") != story(" ") {
		t.Error("text changed")
	}
}

func TestOneLineChinese(t *testing.T) {
	sentence := "昨天下午，市议会决定关闭河上的老桥，因为工程师认为它自去年洪水以来已不再安全。"
	got, notes := textsOf(strings.Repeat(sentence, 20))
	if notes.Shape != OneLine || len(got) < 5 {
		t.Fatalf("shape %v, %d blocks", notes.Shape, len(got))
	}
	for _, b := range got {
		if !strings.HasSuffix(b, "。") {
			t.Errorf("block ends inside a sentence: %s", b)
		}
	}
}

// In a script without spaces, the spaces of a text in one line are where text nodes met.
func TestOneLineJapanese(t *testing.T) {
	menu := []string{"ニュース", "地域", "天気・交通", "お問い合わせ"}
	body := []string{
		"川沿いの古い橋が来月から通行止めに",
		"市議会は三日、老朽化が進む橋を閉鎖すると決めた。技術者は、昨年の洪水のあと安全とは言えないとしている。",
		"橋は１９３４年に架けられ、通勤や通学で一日に四千人が渡る。渡し船を出す案もあるが、費用の見通しは立っていない。",
		"Bridge 34 の隣に新しい橋を架ける計画は、早くても五年後になるという。",
	}
	lines := slices.Concat(menu, slices.Repeat(body, 3))
	got, notes := textsOf(strings.Join(lines, " "))
	if notes.Shape != OneLine {
		t.Fatalf("shape %v", notes.Shape)
	}
	checkBlocks(t, got, lines)
	if len(notes.Splits) != len(lines)-1 || len(notes.Joins) != 0 {
		t.Errorf("%d splits, %d joins", len(notes.Splits), len(notes.Joins))
	}

	// A link ended before the comma.
	broken := strings.Replace(strings.Join(lines, " "), "技術者は、", "技術者は 、", 1)
	got, notes = textsOf(broken)
	checkBlocks(t, got, lines)
	if len(notes.Joins) != 1 {
		t.Errorf("%d joins", len(notes.Joins))
	}

	// A long part is cut at the ends of sentences, where no space stands.
	_, notes = textsOf(strings.Join(menu, " ") + " " + strings.Repeat(body[1], 10))
	spaced := 0
	for _, split := range notes.Splits {
		if split.Spaced {
			spaced++
		}
	}
	if without := len(notes.Splits) - spaced; spaced != len(menu) || without < 5 {
		t.Errorf("%d splits at spaces, %d without", spaced, without)
	}
}

func TestOneLineKorean(t *testing.T) {
	sentence := "시의회는 어제 오후 강을 가로지르는 오래된 다리를 폐쇄하기로 결정했다고 밝혔다."
	got, _ := textsOf(strings.Repeat(sentence+" ", 20))
	for _, b := range got {
		if !strings.HasSuffix(b, "다.") {
			t.Errorf("block ends inside a sentence: %s", b)
		}
	}
}

func TestLineEnds(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r", "\u2028"} {
		got, _ := textsOf("One sentence." + end + end + "Another one." + end)
		checkBlocks(t, got, []string{"One sentence.", "Another one."})
	}
}

func TestNothingIsLost(t *testing.T) {
	for _, s := range []string{
		"", "\n \n\u00a0\n", "a", "[1]", "[1]a\n[2]\n[3]b[4]", "\xff\xfe broken \xe2\x80", wrappedPage,
		story(""), story(" "), story("\n"), strings.Repeat("東京 を出た。 社会 ", 80), "References\n1. https://a.example/", "\ufeffText",
	} {
		checkNothingLost(t, s)
	}
}

// checkNothingLost asks that the letters and digits of s stand in the blocks, in order, but
// for those that the notes say were stripped.
func checkNothingLost(t *testing.T, s string) {
	t.Helper()
	p, notes := FromText(s)
	in := []rune(letters(strings.ToValidUTF8(s, "\uFFFD")))
	var out, stripped strings.Builder
	for i, b := range p.Blocks {
		if b.Text == "" || b.Text != strings.TrimSpace(b.Text) || strings.Contains(b.Text, "  ") {
			t.Fatalf("block %d is not tidy: %q", i, b.Text)
		}
		out.WriteString(letters(b.Text))
	}
	for _, x := range notes.Stripped {
		stripped.WriteString(letters(x.Text))
		if x.Block < 0 || int(x.Block) > len(p.Blocks) {
			t.Fatalf("stripped from block %d of %d", x.Block, len(p.Blocks))
		}
	}
	for _, j := range notes.Joins {
		if int(j.Offset) > len(p.Blocks[j.Block].Text) {
			t.Fatalf("join %+v outside of its block", j)
		}
	}
	at, got := 0, []rune(out.String())
	for _, r := range in {
		if at < len(got) && got[at] == r {
			at++
		}
	}
	if at < len(got) || len(got)+len([]rune(stripped.String())) != len(in) {
		t.Fatalf("text lost or moved in %q:\nin  %s\nout %s\nstripped %s", s, string(in), string(got), stripped.String())
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func FuzzFromText(f *testing.F) {
	for _, s := range []string{wrappedPage, story(""), story(" "), story("\n"), "a\rb\n[1]c\n", "東京\nを出た。\n", strings.Repeat("東京 を出た。 社会 ", 80)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkNothingLost(t, s) })
}

func BenchmarkFromText(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"block", strings.Repeat(story("\n\n"), 100)},
		{"node", strings.Repeat(strings.ReplaceAll(story("\n"), " of ", "\nof\n"), 100)},
		{"wrapped", strings.Repeat(wrappedPage, 100)},
		{"glued", strings.Repeat(story(""), 100)},
		{"one line", strings.Repeat(story(" "), 100)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				FromText(c.text)
			}
		})
	}
}

// A text browser lists the links of a page; a scholar's list of sources is a part of the text.
func TestReferencesAreAddresses(t *testing.T) {
	for line, want := range map[string]bool{
		"1. https://paper.example/":                    true,
		"[12] https://paper.example/":                  true,
		"3. file:///home/ann/page.html":                true,
		"4. mailto:ann@paper.example?subject=A letter": true,
		"5. ferry.html":                                true,
		"5. /ferry":                                    true,
		"5. 1.50":                                      false,
		"6. Ann Lee (2021). Ferries of the north. https://a.org": false,
		"7. Lee: Ferries of the north. https://a.org":            false,
		"8.":        false,
		"Ferries":   false,
		"2021 was.": false,
	} {
		if got := isReference(line); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}
