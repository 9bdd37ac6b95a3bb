package prose

import "testing"

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		why, above, below string
		join              bool
		sep               string
	}{
		{"closing punctuation", "The council of Wexmoor", ", which met on Monday,", true, ""},
		{"a lone stop", "They went to Eastholm", ".", true, ""},
		{"a closing bracket", "the Union (founded in 1901", ") said no", true, ""},
		{"English genitive", "The town of Wexmoor", "’s council met", true, ""},
		{"an opening quote is no genitive", "He read", "’Tis the season", false, ""},
		{"a file extension is no stop", "Made with the framework", ".NET 9", false, ""},
		{"a second stop is left for mending", "It was the end.", ".", true, " "},
		{"open above, lower case below", "The mayor said that", "the bridge stays closed.", true, " "},
		{"a byline in lower case", "How to cross the river by ferry in two days", "by Ada Moss", false, ""},
		{"a German one", "Die Fähre ist nach zwei Jahren zurück", "von Ada Moss", false, ""},
		{"the same in a sentence", "The ferry was painted, as the mayor had wished,", "by Ada Moss", true, " "},
		{"no name", "The ferry was painted in two days", "by the people of Aldholm", true, " "},
		{"a sentence's end", "The ferry was painted in two days", "by Ada Moss.", true, " "},
		{"German", "Der Rat von", "Aldholm hat die Brücke gesperrt.", true, " "},
		{"German, a heading that ends in a verb's prefix", "Die Preise für Strom steigen weiter an", "Am Montag hat der Versorger neue Tarife genannt, die ab Mai gelten.", false, ""},
		{"French article", "Le maire a fermé la", "Vieille Halle", true, " "},
		{"French elision", "Le maire de l’", "Île-aux-Moines a démissionné", true, ""},
		{"French space before the same mark", "Combien reste-t-il ? Et qui le paie", "? Personne", true, " "},
		{"narrow French space", "Il a crié «\u202fau feu\u202f» et puis «\u202fà l’eau", "»", true, " "},
		{"no French space", "How much is left? And who pays", "? Nobody", true, ""},
		{"Chinese mark before Latin letters", "从五月起，", "YouTube", true, ""},
		{"French space before a mark", "Il a crié « au feu » et puis « à l’eau", "»", true, " "},
		{"Spanish", "El presidente de la", "Junta dimitió ayer", true, " "},
		{"Spanish opening mark", "Y preguntó: ¿", "por qué no?", true, ""},
		{"Polish", "Rada miasta w", "Krakowie zamknęła most", true, " "},
		{"Russian", "Мост через реку закрыли по", "решению совета", true, " "},
		{"Greek", "Ο δήμαρχος της", "Πάτρας παραιτήθηκε χθες", true, " "},
		{"Turkish", "Belediye başkanı ve", "Meclis üyeleri toplandı", true, " "},
		{"German quotation closes with “", "Er nannte es „unnötig", "“, sagte sie", true, ""},
		{"the same mark opens in English", "A friend said it was", "“Never again” that he heard", true, " "},
		{"a comma above", "In the north, as in the south,", "Wexmoor and Eastholm disagree", true, " "},
		{"a name in lower case below a finished sentence", "It was denied.", "kyiv is also expected to watch", false, ""},
		{"an abbreviation above", "The firm Lind & Sons Inc.", "said that it would pay", true, " "},
		{"sentence and sentence", "The bridge is closed.", "Nobody was hurt.", false, ""},
		{"heading and paragraph", "Bridge closed for the winter", "The council has closed the old bridge.", false, ""},
		{"two entries of a menu", "Home", "about us", false, ""},
		{"two entries of a menu, a function word at the end", "Log in", "Register", false, ""},
		{"an entry and a brand", "Sell your old telephone today", "eBay opens a shop", false, ""},
		{"an address below", "Write to the editors of the paper", "post@paper.example", false, ""},
		{"a dash label", "- Advertisment -", "The council has closed the bridge.", false, ""},
		{"a label with a colon", "What to read next:", "old bridges of the county and their keepers", false, ""},
		{"an item of a list", "What you need for the cake", "- two eggs", false, ""},
		{"a paragraph that begins with a link", "The", "Eastholm Herald reported it first on Monday", true, " "},
		{"Japanese particle", "市長は", "を訪れた。", true, ""},
		{"Japanese heading and paragraph", "橋を閉鎖", "市議会は月曜日、古い橋を閉鎖した。", false, ""},
		{"Chinese punctuation", "市议会关闭了“老桥", "”，工程师说。", true, ""},
		{"Chinese comma above", "市议会星期一开会，", "决定关闭老桥。", true, ""},
		{"Korean particle", "시장 김민수", "는 월요일에 말했다", true, ""},
		{"Arabic comma", "قال العمدة،", "إن الجسر مغلق", true, " "},
		{"Hindi, two sentences", "पुल बंद है।", "महापौर ने कहा", false, ""},
		{"nothing above", "", "text", false, ""},
	} {
		join, sep := Join(c.above, c.below)
		if join != c.join || join && sep != c.sep {
			t.Errorf("%s: Join(%q, %q) = %v, %q; want %v, %q", c.why, c.above, c.below, join, sep, c.join, c.sep)
		}
	}
}

func TestEndsSentence(t *testing.T) {
	for s, want := range map[string]bool{
		"It is over.": true, "Is it?”": true, "(It is.)": true, "„Es ist aus.“": true, "C’est fini ! »": true,
		"結束了。」": true, "انتهى؟": true, "समाप्त।": true, "ختم۔": true, "Τέλος.": true,
		"It is": false, "": false, "It is,": false, "she said:": false, "”": false,
	} {
		if EndsSentence(s) != want {
			t.Errorf("EndsSentence(%q) = %v", s, !want)
		}
	}
}

func TestBeginsLower(t *testing.T) {
	for s, want := range map[string]bool{
		"and so on": true, "été": true, "жизнь": true, "well-known names": true, "end.": true,
		"And": false, "iPhone sales": false, "example.com is": false, "wchar_t is": false, "main() is": false, "a) eggs": false,
		"https://a.example": false, "1st": false, "": false, "市": false,
	} {
		if BeginsLower(s) != want {
			t.Errorf("BeginsLower(%q) = %v", s, !want)
		}
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"abc": 3, "äöü": 3, "東京": 4, "서울!": 5, "«Да»": 4, "": 0} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestWordsEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"year.The end", "year. The end", true},
		{"restart war”. at a", " restart war at a ", true},
		{"pro\u00adduct", "product", true},
		{"市長は 言った", "市長は言った", true},
		{"cam paign", "campaign", false},
		{"the end", "The end", false},
		{"the end", "the end of", false},
		{"a b", "b a", false},
		{"", " .", true},
	} {
		if got := WordsEqual(c.a, c.b); got != c.want {
			t.Errorf("WordsEqual(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestLinesLikeNames(t *testing.T) {
	for s, want := range map[string]bool{
		"Wexmoor": true, "Ada Lind": true, "Bank of Eastholm": true, "Agenda 2030": true, "市議会": true,
		"You can use": false, "The Herald": false, "told reporters": false, "": false,
	} {
		if name := NewLine(s, "").facts[factName] == 1; name != want {
			t.Errorf("%q is made as a name is: %v", s, !want)
		}
	}
}

// What stands between two lines of one sentence, whether the rules see that they are one or not.
func TestSeparator(t *testing.T) {
	for _, c := range []struct{ above, below, want string }{
		{"On Friday the engineer", "Ada Lind", " "},
		{"has closed the bridge", ".", ""},
		{"A second bridge (", "opened in 1950", ""},
		{"Le pont de l’", "Escaut", ""},
		{"市議会は", "古い橋", ""},
		{"the first of them.", "Then came another", " "},
	} {
		if got := Separator(c.above, c.below); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.above, c.below, got, c.want)
		}
	}
}
