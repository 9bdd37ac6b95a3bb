package meta

import (
	"strings"
	"testing"
)

func showAuthors(list []Author) string {
	var out []string
	for _, a := range list {
		n := a.Name
		if a.Organization {
			n += "*"
		}
		out = append(out, n)
	}
	return strings.Join(out, "; ")
}

func TestNames(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"By Ada Moss", "Ada Moss"},
		{"By Ada Moss and Ben Carter-Hill", "Ada Moss; Ben Carter-Hill"},
		{"By Ada Moss, Ben Carter & Cleo Diaz | 3 May 2024", "Ada Moss; Ben Carter; Cleo Diaz"},
		{"Written by Ada Moss, Political Editor", "Ada Moss"},
		{"Ada Moss in Lisbon", "Ada Moss"},
		{"By Ada Moss ada.moss@post.example", "Ada Moss"},
		{"By Ada Moss @adamoss", "Ada Moss"},
		{"by Ada Moss@adamoss", "Ada Moss"},
		{"홍길동 기자 hong@post.example", "홍길동"},
		{"desk@post.example", ""},
		{"By Ada Moss, Staff Reporter", "Ada Moss"},
		{"By Ada Moss | Halven Bureau Chief", "Ada Moss"},
		{"By Ada Moss and Harbour Post editors", "Ada Moss; Harbour Post editors*"},
		{"By Caroline A. May", "Caroline A. May"},
		{"By Ada Moss May 3, 2024", "Ada Moss"},
		{"By Ada Moss (AP)", "Ada Moss"},
		{"(dpa)", "dpa*"},
		{"Reuters", "Reuters*"},
		{"Published 3 May 2024 by Ada Moss", "Ada Moss"},
		{"Ada Moss, Ph.D.", "Ada Moss"},
		{"Von Ada Moss und Jörg von der Au", "Ada Moss; Jörg von der Au"},
		{"Von unserer Redaktion", ""},
		{"Par Ada Moss et Zoé Dubois", "Ada Moss; Zoé Dubois"},
		{"Por Ada Moss y Luz Ortega", "Ada Moss; Luz Ortega"},
		{"Di Ada Moss e Ugo Neri", "Ada Moss; Ugo Neri"},
		{"Door Ada Moss en Kees de Wit", "Ada Moss; Kees de Wit"},
		{"Автор: Анна Белова", "Анна Белова"},
		{"記者 林小明", "林小明"},
		{"文／林小明", "林小明"},
		{"김하나 기자", "김하나"},
		{"بقلم سلمى حداد", "سلمى حداد"},
		{"记者 林小明字号：大 中 小", "林小明"},
		{"责任编辑：林小明", "林小明"},
		{"Von Ada Moss, Lissabon, Ben Carter", "Ada Moss; Ben Carter"},
		{"By Ada Moss - Harbour Editorial Team", "Ada Moss"},
		{"Per-Erik Moss", "Per-Erik Moss"},
		{"Ada Moss on behalf of the Harbour Group", "Ada Moss"},
		{"Ada Moss, RYT 200", "Ada Moss"},
		{"Ada Moss, Former Harbour Trust", "Ada Moss"},
		{"Ada Moss ●", "Ada Moss"},
		{"JANE DOE Staff Writer", "JANE DOE"},
		{"By JANE DOE AND JOHN SMITH Staff Writers", "JANE DOE; JOHN SMITH"},
		{"Jane Doe, John Smith and Ben Carter Staff Writers", "Jane Doe; John Smith; Ben Carter"},
		{"Jane Doe, Harbour Post Political Editor", "Jane Doe"},
		{"By JANE DOE Associated Press", "JANE DOE"},
		{"Jane van Doe Associated Press Writer", "Jane van Doe"},
		{"By JANE DOE Special to The Harbour Post", "JANE DOE"},
		{"JANE DOE Lighthouse Correspondent", "JANE DOE"},
		{"Jane Doe Political Editor", "Jane Doe"},
		{"Mary Jane Doe Chief Political Correspondent", "Mary Jane Doe"},
		{"Jane Doe Lighthouse Correspondent", ""}, // perhaps a Jane Doe Lighthouse
		{"Jane Doe | Harbour Security Expert", "Jane Doe"},
		{"Jane Doe, Quay and Harbour Security Editor", "Jane Doe"},
		{"About The Author", ""},
		{"Von Ada Moss Lokalredakteurin", "Ada Moss"},
		{"Jörg von der Au Chefreporter", "Jörg von der Au"},
		{"Harbour Post Editors", "Harbour Post Editors*"},
		{"Martin Luther King, Jr.", "Martin Luther King Jr."},
		{"By Ada Moss, Jr., and Ben Carter, III", "Ada Moss Jr.; Ben Carter III"},
		{"Ada Moss Sr", "Ada Moss Sr"},
		{"Ada Moss, MD, and Ben Carter, PhD", "Ada Moss; Ben Carter"},
		{"Ada Moss and Von Carter", "Ada Moss; Von Carter"},
		{"Filed Under", ""},
		{"ByAda Moss", "Ada Moss"},
		{"Ada MossPolitical Editor", "Ada Moss"},
		{"Ada MossThe Harbour Echo", "Ada Moss"},
		{"Ada MossPublished", "Ada Moss"},
		{"Ada Moss Follow", "Ada Moss"},
		{"Ada Moss The Associated Press", "Ada Moss"},
		{"Ada Moss Ada Moss", "Ada Moss"},
		{"Ada McCarthy", "Ada McCarthy"},
		{"Ada MacLeod-DeWitt", "Ada MacLeod-DeWitt"},
		{"DiCaprio Moss", "DiCaprio Moss"},
		{"View Full Profile", ""},
		{"Privacy Policy", ""},
		{"The Harbour Editors", "The Harbour Editors*"},
		{"View More Posts", ""},
		{"Share this article", ""},
		{"Bystanders watched", ""},
		{"", ""},
	} {
		if got := showAuthors(names(tt.in, true)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
	for _, tt := range []struct{ in, want string }{
		{"gizmo99", "gizmo99"},
		{"Moss, Ada", "Ada Moss"},
		{"Moss, Ada B.", "Ada B. Moss"},
		{"Moss, Ada Bell", "Moss; Ada Bell"},
		{"De Luca, Marco", "Marco De Luca"},
		{"von der Au, Jörg", "Jörg von der Au"},
		{"By De Luca, Marco", "Marco De Luca"},
		{"De Luca", "De Luca"},
		{"De Standaard", "De Standaard"},
		{"Von Ada Moss", "Ada Moss"},
		{"von ada", "ada"},
		{"Da Redação", "Redação*"},
		{"JANE DOE Staff Writer", "JANE DOE"},
		{"Jane Doe Associated Press", "Jane Doe"},
		{"Jane Doe Political Editor", "Jane Doe"},
		{"Ali Can Efe", "Ali Can Efe"},
		{"Martin Luther King, Jr.", "Martin Luther King Jr."},
		{"social.example/ada", ""},
		{"//social.example/ada", ""},
		{"ada.moss", "ada.moss"},
		{"hong@post.example (홍길동)", "홍길동"},
		{"ada@post.example (Ada Moss)", "Ada Moss"},
		{"dpa/am", "dpa/am*"},
		{"https://social.example/ada", ""},
		{"admin", ""},
		{"Nguyen Thi Mai", "Nguyen Thi Mai"},
		{"Ada Moss <ada@post.example>", "Ada Moss"},
		{"News Desk", "News Desk*"},
	} {
		if got := showAuthors(names(tt.in, false)); got != tt.want {
			t.Errorf("strict %q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSigned(t *testing.T) {
	for in, want := range map[string]string{
		"By Ada Moss": "Ada Moss", "Quays | By Ada Moss": "Ada Moss", "Updated\nVon Ada Moss\nHalven": "Ada Moss\nHalven",
		"（责编：林小明、王文）": "林小明、王文", "(By Ada Moss)": "Ada Moss", "Ada Moss": "", "By the quay": "the quay", "": "",
	} {
		got, ok := signed(in)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestWriters(t *testing.T) {
	for in, want := range map[string]string{
		"This post was written by Ada Moss, who keeps bees.":                   "Ada Moss",
		"This story was contributed by Ada B. Moss. She keeps bees.":           "Ada B. Moss",
		"Dieser Beitrag wurde geschrieben von Ada Moss, Imkerin.":              "Ada Moss",
		"Ada Moss keeps bees, and has read all that was written by Ben Carter": "", // too far from the beginning
		"Inspired by Ben Carter, she keeps bees.":                              "",
		"Written by": "",
	} {
		if got := showAuthors(writers(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestFindDateline(t *testing.T) {
	for _, tt := range []struct{ in, line, agency string }{
		{"KYIV (Reuters) - The ferry came back on Friday after repairs.", "KYIV (Reuters)", "Reuters"},
		{"BERLIN, 3. Mai (dpa) – Die Fähre ist zurück.", "BERLIN, 3. Mai (dpa)", "dpa"},
		{"Wien (APA) - Die Fähre ist zurück.", "Wien (APA)", "APA"},
		{"(AP) — The ferry came back.", "(AP)", "AP"},
		{"LISBON, Portugal (AP) — The ferry came back.", "LISBON, Portugal (AP)", "AP"},
		{"PARIS — The ferry came back.", "PARIS", ""},
		{"PORT HALVEN, Aug. 22 (NP) — The ferry came back.", "PORT HALVEN, Aug. 22 (NP)", "NP"},
		{"HALVEN (Norvane Press) – The ferry came back.", "HALVEN (Norvane Press)", "Norvane Press"},
		{"ХАЛВЕН, 18 червня (Степ). Пором повернувся.", "ХАЛВЕН, 18 червня (Степ)", "Степ"},
		{"NATO (North Atlantic Treaty Organization) wants a ferry.", "", ""},
		{"HALVEN (1970) – The ferry came back.", "", ""},
		{"МОСКВА, 3 мая. /ТАСС/. Паром вернулся.", "МОСКВА, 3 мая. /ТАСС/", "ТАСС"},
		{"【東京＝共同】フェリーが戻った。", "東京＝共同", "共同"},
		{"The ferry (built in 1970) – a landmark – came back.", "", ""},
		{"Paris – that is where the ferry was built.", "", ""},
		{"The ferry came back on Friday.", "", ""},
	} {
		line, agency := findDateline(tt.in)
		if line != tt.line || agency != tt.agency {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.in, line, agency, tt.line, tt.agency)
		}
	}
}

func TestSplitCrumbs(t *testing.T) {
	const title = "Harbour town’s ‘last ferry’ returns to the old quay after two years of repairs"
	for _, tt := range []struct{ in, want string }{
		{"Home > World > Asia", "World / Asia"},
		{"Startseite » Politik » Ausland", "Politik / Ausland"},
		{"HomeWorldHarbour town's 'last ferry' returns to the old...", "World"},
		{"HomeWorldAsiaHarbour town's 'last ferry' returns to the old...", "World / Asia"},
		{"InicioMundoHarbour town's 'last ferry' returns to the old quay after two years of repairs", "Mundo"},
		{"World", "World"},
		{"Home", ""},
	} {
		r := &resolver{Head: &Head{}, f: Facts{Title: title}}
		if got := strings.Join(r.withoutEnds(splitCrumbs(tt.in, title)), " / "); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDetect(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The ferry came back to the harbour on Friday after it had been out of service for two years, and people were glad that it did.",
		"de": "Die Fähre ist am Freitag in den Hafen zurückgekehrt, nachdem sie zwei Jahre lang nicht gefahren war, und die Leute waren froh.",
		"fr": "Le bac est revenu dans le port vendredi après deux ans de travaux, et les habitants sont heureux que la ville ne soit pas oubliée.",
		"es": "El transbordador volvió al puerto el viernes después de dos años de obras, y los vecinos se alegran de que la ciudad no quede olvidada.",
		"pt": "A balsa voltou ao porto na sexta-feira depois de dois anos de obras, e os moradores não escondem que estão felizes com isso.",
		"it": "Il traghetto è tornato nel porto venerdì dopo due anni di lavori, e gli abitanti sono felici che la città non sia più isolata.",
		"nl": "De veerboot is vrijdag in de haven teruggekeerd nadat hij twee jaar niet had gevaren, en de bewoners zijn blij met het nieuws.",
		"pl": "Prom wrócił do portu w piątek po dwóch latach remontu, a mieszkańcy nie kryją, że się cieszą, bo jest to dla nich ważne.",
		"ru": "Паром вернулся в порт в пятницу, после того как он два года не ходил, и жители были рады, что это случилось.",
		"bg": "Фериботът се върна в пристанището в петък, след като не беше плавал две години, и хората са доволни, че това се случи.",
		"uk": "Пором повернувся до порту в п'ятницу, після того як він два роки не ходив, і жителі були раді, що це сталося та не забуто.",
		"tr": "Feribot iki yıl süren onarımdan sonra cuma günü limana döndü ve bu haber için çok sevinenler var, daha önce bir kaza olmuştu.",
		"el": "Το πλοίο επέστρεψε στο λιμάνι την Παρασκευή.",
		"ja": "フェリーは金曜日に港へ戻ってきました。二年ぶりのことです。",
		"zh": "渡轮星期五回到了港口，这是两年来的第一次，居民们都很高兴。",
		"ko": "페리는 금요일에 항구로 돌아왔습니다. 이 년 만의 일입니다.",
		"ar": "عادت العبارة إلى الميناء يوم الجمعة بعد عامين من الإصلاحات.",
		"he": "המעבורת חזרה לנמל ביום שישי אחרי שנתיים של תיקונים.",
		"hi": "नौका शुक्रवार को बंदरगाह पर लौट आई और लोग खुश थे।",
		"":   "12345 67890",
	} {
		if got, _ := detect(text); got != want {
			t.Errorf("got %q, want %q: %s", got, want, text)
		}
	}
	const short = "Пожар на складе в порту. Пожарные прибыли на место и потушили огонь за два часа. По данным полиции, никто не пострадал. " +
		"Причина пожара пока неизвестна, её выясняют эксперты. Склад на окраине города принадлежит частной компании."
	if got, _ := detect(short); got != "ru" {
		t.Errorf("of letters that Bulgarian does not have: %q", got)
	}
}

func TestLanguageTag(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "EN_us": "en-US", "pt-br": "pt-BR", "zh-hans-CN": "zh-Hans-CN", "de-DE, en": "de-DE", "German": "", "": "", "x": "",
		"ar-AR": "ar", "ar_EG": "ar-EG", "ja-JA": "ja", "zh-Hant-TW": "zh-Hant-TW", "en-DE": "en-DE", "jp": "ja"} {
		if got := languageTag(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
