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
		{"nothing below", "text", "", false, ""},
		{"a bracket that closes what was quoted", "He said (“It was late.”", ") and left", true, ""},
		{"a quotation opens after a finished sentence", "It is closed. (", "Nobody was hurt.)", true, ""},
		{"a finished sentence in brackets, lower case below", "It was denied!", "said the mayor of the town", false, ""},
		{"an abbreviation, a capital below", "The firm Lind & Sons Inc.", "Said what it would pay", false, ""},
		{"an entry of a list that ends in a dash", "- the ferry of the town -", "painted in two days", false, ""},
		{"a dash inside of a sentence, lower case below", "The ferry of the town –", "painted in two days", true, " "},
		{"two short lines, a comma between", "Wexmoor,", "and so on", true, " "},
		{"a short line that ends in a function word", "Eastholm and", "its ferry", true, " "},
		{"a short line in lower case below, a long one above", "The mayor of Wexmoor said", "it stays", true, " "},
		{"a short line above, a long one in lower case below", "The mayor", "said that it stays closed", true, " "},
		{"names with a comma", "Wexmoor,", "Eastholm", false, ""},
		{"a comma, and a long line above alone", "In the north and south,", "Wexmoor", true, " "},
		{"a comma, and a long line below alone", "Yesterday,", "Wexmoor and Eastholm disagree again", true, " "},
		{"a comma above a list", "What you need for it,", "• Two eggs and some flour", false, ""},
		{"a comma of Japanese", "市長は、", "Wexmoor", true, ""},
		{"a semicolon of Chinese", "市议会开会；", "Wexmoor", true, ""},
		{"a semicolon of Arabic", "قال العمدة؛", "إن الجسر مغلق", true, " "},
		{"a dash above a name", "The old bridge of Wexmoor –", "Ada Lind built it", true, " "},
		{"a short label with a dash", "The bridge –", "Ada Lind built it", false, ""},
		{"a dash above a list", "The old bridge of Wexmoor –", "• Ada Lind built it", false, ""},
		{"a dash between two parts", "The old bridge of Wexmoor", "— which Ada Lind built — is closed", true, " "},
		{"the shorter dash", "The old bridge of Wexmoor", "– which Ada Lind built – is closed", true, " "},
		{"a dash below a short line", "The bridge", "– which Ada Lind built – is closed", false, ""},
		{"a dash before a capital", "The old bridge of Wexmoor", "– Ada Lind built it", false, ""},
		{"an entry that is no dash", "What you need for the cake", "• two eggs", false, ""},
		{"two words that end in an article, a long line below", "Close the", "Vieille Halle of Eastholm today", true, " "},
		{"two words that end in an article, a short line below", "Close the", "Vieille Halle", false, ""},
		{"a paragraph that begins with a link, a short one", "The", "Eastholm Herald reported", false, ""},
		{"a byline of one name", "How to cross the river by ferry in two days", "by Moss", true, " "},
		{"a byline of four names", "How to cross the river by ferry in two days", "by Ada Bea Cea Moss", false, ""},
		{"more names than an author has", "How to cross the river by ferry in two days", "by Ada Bea Cea Dea Moss", true, " "},
		{"a quotation that closes, and a word", "He read “Never again", "”, he said", true, ""},
		{"a quotation mark that opens in Swedish", "Hon sade att det var så och", "”Vi vann matchen”", true, " "},
		{"a question mark before a space", "Is it so", "? Nobody knows", true, ""},
		{"a stop before a closing quote", "He said “never", ".” She left", true, ""},
		{"marks in a row", "Is it really so", "?! Nobody knows", true, ""},
		{"signs of code", "It is true that a is not b, so", "!= c", false, ""},
		{"guillemets that point inwards, closed before a comma", "Er nannte es »unnötig", "«, sagte sie", true, ""},
		{"closed at the end of a line", "Er nannte es »unnötig", "«", true, ""},
		{"closed before a space", "Er nannte es »unnötig", "« und ging", true, ""},
		{"another opens", "Er nannte es »unnötig und sehr", "«teuer", false, ""},
		{"single ones", "Er nannte es ›unnötig", "‹, sagte sie", true, ""},
		{"guillemets that point outwards", "Il l’appelle «inutile", "», dit-elle", true, ""},
		{"single ones, too", "Il l’appelle ‹inutile", "›, dit-elle", true, ""},
		{"a bullet that looks like one", "Il l’appelle inutile", "» Vieille Halle", false, ""},
		{"a straight mark that closes", `He called it "never again`, `", she said`, true, ""},
		{"at the end", `He called it "never again`, `"`, true, ""},
		{"before a space", `He called it "never again`, `" and left`, true, ""},
		{"one that opens", `He called it so, once and again`, `"never again"`, false, ""},
		{"a contraction at the end of a line", "The ferry is the town", "’s", true, ""},
		{"a dash before a bracket that closes", "the Union (founded in 1901 –", ") said no", true, ""},
		{"a dash before a quotation that closes", "He said “never –", "” and left", true, ""},
		{"a dash before a comma", "The Union of Wexmoor –", ", it said", true, " "},
		{"French spaces inside of guillemets that are closed", "Il a crié « au feu et puis", "; personne", true, " "},
		{"French spaces before those that close", "Il a crié «au feu » et puis", "; personne", true, " "},
		{"Chinese in two lines", "市议会星期一开会决定的", "「老桥」", false, ""},
		{"a bracket above", "The Union (", "founded in 1901) said no", true, ""},
		{"a square bracket above", "He said that [", "the Union] said no", true, ""},
		{"a slash above", "The council of Wexmoor and/", "or the Union said no", true, ""},
		{"a hyphen in a word", "The council of all the vice-", "mayors said no", true, ""},
		{"a dash in a word", "The council of Wexmoor—", "and the Union—said no", true, ""},
		{"a dash that stands free", "The council of Wexmoor —", "and the Union — said no", true, " "},
		{"an account", "Write to the paper of the town @", "marrowpost today", true, ""},
		{"a tag", "Write of the old mill with #", "marrowpost today", true, ""},
		{"an opening mark of Spanish", "Y dijo a todos en la plaza: ¡", "Por fin!", true, ""},
		{"a quotation opens at the beginning", "“", "Never again” is what he said", true, ""},
		{"in a bracket", "He said (“", "Never again” is what he said)", true, ""},
		{"a quotation of German that closes above", "Er nannte es „unnötig “", "Am Montag", false, ""},
		{"a straight mark that closes above", `He called it "never "`, "On Monday", false, ""},
		{"an inch", `A wheel of 12"`, "On Monday", false, ""},
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
		"https://a.example": false, "1st": false, "a. eggs": false, "a1 is": false, "and/or it": false, "post@paper is": false, `c\\windows is`: false, "a=b is": false, "a<b is": false,
		"said: no": true, "see:here": false, "so.": true, "he said:": true, "mailto://x": false, "end. Then": true, "": false, "市": false,
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
