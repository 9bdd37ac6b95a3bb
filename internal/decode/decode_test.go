package decode

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Invented sentences, long enough to show the habits of their language.
const (
	german    = "Die Bürgermeisterin der Stadt Möhrlingen hat am späten Abend erklärt, dass die neue Brücke über den Fluss früher öffnen soll. „Wir können den Menschen ein gutes Gefühl geben“, sagte sie."
	french    = "La mairie a décidé de fermer l’école après les fêtes d’été. Les élèves seront accueillis à la bibliothèque, où une équipe préparée les attend déjà."
	euro      = "Das Bündnis fordert 500 € für jede Schule in der Region, auch für die Grundschulen im Süden."
	polish    = "Mieszkańcy wsi Łąkowo już dziś będą mogli przejść przez nowy most. Wójt powiedział, że budowa trwała dłużej, niż się spodziewał, ale się opłaciła."
	czech     = "Obyvatelé městečka Říčkov se dočkali nového mostu přes řeku. Starosta řekl, že stavba trvala déle, než původně čekali."
	russian   = "Жители посёлка Берёзовка наконец получили новый мост через реку. Глава района сообщил, что строительство продолжалось почти три года."
	ukrainian = "Мешканці села Вербівка нарешті отримали новий міст через річку. Голова громади повідомив, що будівництво тривало майже три роки."
	greek     = "Οι κάτοικοι του χωριού απέκτησαν επιτέλους τη νέα γέφυρα πάνω από το ποτάμι, είπε ο δήμαρχος."
	arabic    = "قال رئيس البلدية إن الجسر الجديد فوق النهر سيفتح أبوابه أمام السكان في بداية الأسبوع المقبل."
	hebrew    = "ראש המועצה אמר כי הגשר החדש מעל הנחל ייפתח לתושבים בתחילת השבוע הבא."
	thai      = "นายกเทศมนตรีกล่าวว่าสะพานใหม่ข้ามแม่น้ำจะเปิดให้ประชาชนใช้ในสัปดาห์หน้า"
	japanese  = "町長は、川に架かる新しい橋が来週から住民に開放されると発表しました。工事には三年ほどかかったということです。"
	chinese   = "镇长说，河上的新桥将在下个星期向居民开放。这个工程用了差不多三年的时间，比原来的计划要长。"
	taiwanese = "鎮長說，河上的新橋將在下個星期向居民開放。這個工程用了差不多三年的時間，比原來的計畫要長。"
	korean    = "군수는 강을 가로지르는 새 다리가 다음 주부터 주민에게 개방된다고 밝혔다. 공사는 예상보다 오래 걸렸다고 한다."
)

// encode writes s in a charset; it fails the test where the charset lacks a character.
func encode(t testing.TB, s, label string) []byte {
	t.Helper()
	var enc encoding.Encoding
	switch label {
	case "utf-8":
		return []byte(s)
	case "utf-16le":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "utf-32le":
		enc = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case "utf-32be":
		enc = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	default:
		enc, _ = charset.Lookup(label)
	}
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	return b
}

func htmlPage(body, declaration string) string {
	return "<!DOCTYPE html>\n<html><head>" + declaration + "<title>Bridge</title></head>\n<body><p>" + body + "</p></body></html>"
}

func meta(label string) string { return `<meta charset="` + label + `">` }

// encodings holds for each charset a text that is written in it, and whether the text's bytes
// alone tell the charset.
var encodings = []struct {
	charset  string
	text     string
	want     string // the name in Result.Charset
	detected bool
}{
	{"utf-8", german, "utf-8", true},
	{"windows-1252", german, "windows-1252", true},
	{"windows-1252", french, "windows-1252", true},
	{"iso-8859-1", strings.NewReplacer("„", "\"", "“", "\"").Replace(german), "windows-1252", true},
	{"iso-8859-15", euro, "iso-8859-15", false},
	{"iso-8859-9", "Belediye başkanı yeni köprünün açılacağını söyledi.", "windows-1254", true},
	{"iso-8859-2", polish, "iso-8859-2", false},
	{"windows-1250", polish, "windows-1250", true},
	{"windows-1250", czech, "windows-1250", true},
	{"windows-1251", russian, "windows-1251", true},
	{"windows-1251", ukrainian, "windows-1251", true},
	{"koi8-r", russian, "koi8-r", true},
	{"windows-1253", greek, "windows-1253", true},
	{"windows-1255", hebrew, "windows-1255", true},
	{"windows-1256", arabic, "windows-1256", true},
	{"windows-874", thai, "windows-874", true},
	{"shift_jis", japanese, "shift_jis", true},
	{"euc-jp", japanese, "euc-jp", true},
	{"iso-2022-jp", japanese, "iso-2022-jp", true},
	{"gbk", chinese, "gbk", true},
	{"gb2312", chinese, "gbk", true},
	{"gb18030", chinese, "gb18030", false},
	{"big5", taiwanese, "big5", true},
	{"euc-kr", korean, "euc-kr", true},
	{"utf-16le", japanese + "\n" + german, "utf-16le", true},
	{"utf-16be", german, "utf-16be", true},
	{"utf-32le", russian, "utf-32le", true},
	{"utf-32be", german, "utf-32be", true},
}

func TestDecodesDeclaredCharsets(t *testing.T) {
	for _, tt := range encodings {
		declarations := []struct{ where, head, contentType string }{
			{"in the header", "", "text/html; charset=" + tt.charset},
			{"in the header, quoted", "", `text/html;charset="` + strings.ToUpper(tt.charset) + `"`},
			{"in a meta element", meta(tt.charset), "text/html"},
			{"in an old meta element", `<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=` + tt.charset + `">`, ""},
			{"after three kilobytes", "<!-- " + strings.Repeat("x", 3000) + " -->" + meta(tt.charset), ""},
		}
		for _, d := range declarations {
			page := htmlPage(tt.text, d.head)
			got, err := Decode(encode(t, page, tt.charset), d.contentType)
			if err != nil || got.Text != page || got.Charset != tt.want || !got.HTML {
				t.Errorf("%s declared %s: %s, HTML %t, error %v, text\n%s", tt.charset, d.where, got.Charset, got.HTML, err, got.Text)
			}
		}
	}
}

func TestXMLDeclaration(t *testing.T) {
	page := `<?xml version="1.0" encoding="iso-8859-2"?>` + "\n" + htmlPage(polish, "")
	got, err := Decode(encode(t, page, "iso-8859-2"), "")
	if err != nil || got.Text != page || !got.HTML {
		t.Errorf("%s, error %v: %s", got.Charset, err, got.Text)
	}
}

func TestDetectsUndeclaredCharsets(t *testing.T) {
	for _, tt := range encodings {
		if !tt.detected {
			continue
		}
		for _, page := range []string{tt.text, htmlPage(tt.text, "")} {
			got, err := Decode(encode(t, page, tt.charset), "")
			if err != nil || got.Text != page || got.Charset != tt.want {
				t.Errorf("%s: taken for %s, error %v, text\n%s", tt.charset, got.Charset, err, got.Text)
			}
		}
	}
}

func TestLyingDeclarations(t *testing.T) {
	tests := []struct {
		name        string
		charset     string // that the bytes are in
		text        string
		head        string
		contentType string
	}{
		{"UTF-8 declared as Shift_JIS", "utf-8", japanese, meta("Shift_JIS"), ""},
		{"UTF-8 declared as Latin 1 by the server", "utf-8", german, "", "text/html; charset=iso-8859-1"},
		{"one accent in UTF-8 declared as Latin 1", "utf-8", "Café", meta("iso-8859-1"), ""},
		{"GBK declared as UTF-8", "gbk", chinese, meta("utf-8"), ""},
		{"Latin 1 declared as UTF-8", "windows-1252", german, meta("utf-8"), "text/html; charset=utf-8"},
		{"Cyrillic declared as Latin 1 by the server", "windows-1251", russian, "", "text/html; charset=iso-8859-1"},
		{"Cyrillic declared as Latin 1 by the server, right in the page", "windows-1251", ukrainian, meta("windows-1251"), "text/html; charset=iso-8859-1"},
		{"Cyrillic declared as another Cyrillic", "koi8-r", russian, meta("windows-1251"), ""},
		{"EUC-JP declared as Shift_JIS", "euc-jp", japanese, meta("Shift_JIS"), ""},
		{"Korean declared as Latin 1", "euc-kr", korean, meta("iso-8859-1"), ""},
		{"Polish right in the header, wrong in the page", "windows-1250", polish, meta("big5"), "text/html; charset=windows-1250"},
		{"an unknown charset", "windows-1251", russian, meta("cyrillic-of-our-own"), ""},
		{"UTF-16 declared in ASCII", "windows-1252", french, meta("utf-16"), ""},
	}
	for _, tt := range tests {
		page := htmlPage(tt.text, tt.head)
		got, err := Decode(encode(t, page, tt.charset), tt.contentType)
		if err != nil || got.Text != page {
			t.Errorf("%s: taken for %s, error %v, text\n%s", tt.name, got.Charset, err, got.Text)
		}
	}
}

func TestByteOrderMarks(t *testing.T) {
	for label, mark := range map[string]string{
		"utf-8":    "\xEF\xBB\xBF",
		"utf-16le": "\xFF\xFE",
		"utf-16be": "\xFE\xFF",
		"utf-32le": "\xFF\xFE\x00\x00",
		"utf-32be": "\x00\x00\xFE\xFF",
	} {
		for _, text := range []string{"A", "橋", german, htmlPage(chinese, meta("gbk"))} {
			got, err := Decode(append([]byte(mark), encode(t, text, label)...), "text/html; charset=koi8-r")
			if err != nil || got.Text != text || got.Charset != label {
				t.Errorf("%s: taken for %s, error %v, text %q", label, got.Charset, err, got.Text)
			}
		}
	}
}

func TestBrokenUTF8IsUTF8(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a stray byte", german + "\xFF.", german + "\uFFFD."},
		{"a word in Latin 1", german + " M\xFCnster", german + " M\uFFFDnster"},
		{"cut off inside a character", "Die Br\u00FCcke soll fr\xC3", "Die Brücke soll fr\uFFFD"},
		{"cut off inside the only character", "500 \xE2\x82", "500 \uFFFD"},
	}
	for _, tt := range tests {
		got, err := Decode([]byte(tt.in), "text/html; charset=iso-8859-1")
		if err != nil || got.Text != tt.want || got.Charset != "utf-8" {
			t.Errorf("%s: %s, error %v, text %q", tt.name, got.Charset, err, got.Text)
		}
	}
}

func TestTruncationKeepsTheEncoding(t *testing.T) {
	for _, tt := range encodings {
		page := encode(t, htmlPage(tt.text+" "+tt.text, meta(tt.charset)), tt.charset)
		for n := len(page) / 2; n < len(page); n++ {
			got, err := Decode(page[:n], "")
			if err != nil || got.Charset != tt.want || !got.HTML || strings.Count(got.Text, "\uFFFD") > 2 {
				t.Fatalf("%s cut off at %d of %d bytes: %s, error %v, text %q", tt.charset, n, len(page), got.Charset, err, got.Text)
			}
		}
	}
}

func TestControlCharacters(t *testing.T) {
	tests := []struct{ in, want string }{
		{"The bri\x00dge is open.", "The bridge is open."},
		{"The\x0Bbridge\x1Fis open.", "The bridge is open."},
		{"The bridge\x08\x7F is open.", "The bridge is open."},
		{"Tabs\tand\r\nlines\fstay.", "Tabs\tand\r\nlines\fstay."},
		{"Colours \x1B[1mgo\x1B[0m, their letters stay.", "Colours [1mgo[0m, their letters stay."},
		{"br\xFCcke\x00n in Latin 1", "brücken in Latin 1"},
	}
	for _, tt := range tests {
		if got, err := Decode([]byte(tt.in), ""); err != nil || got.Text != tt.want {
			t.Errorf("%q: error %v, text %q", tt.in, err, got.Text)
		}
	}
}

func TestControlCharactersAreFoundEverywhere(t *testing.T) {
	for at := range 40 {
		for c := range 128 {
			in := strings.Repeat("\t\n é", 8)
			in = in[:at] + string(rune(c)) + in[at:]
			want := at
			if c >= 0x20 && c != 0x7F || c == '\t' || c == '\n' || c == '\f' || c == '\r' {
				want = len(in)
			}
			if got := nextControl(in, 0); got != want {
				t.Fatalf("control character %#x at %d found at %d", c, at, got)
			}
			if got := holdsControl(in); got != (want < len(in)) {
				t.Fatalf("control character %#x at %d: %v", c, at, got)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	binary := strings.Repeat("\x00\x01\x02\x03abc\xF0\xF1", 50)
	for format, in := range map[string]string{
		"PDF":                            "\n%PDF-1.7\n%\xE2\xE3\xCF\xD3",
		"PNG image":                      "\x89PNG\r\n\x1A\n" + binary,
		"JPEG image":                     "\xFF\xD8\xFF\xE0" + binary,
		"GIF image":                      "GIF89a\x01",
		"WebP image":                     "RIFF\x10\x00\x00\x00WEBPVP8 ",
		"ZIP archive or Office document": "PK\x03\x04" + binary,
		"gzip data":                      "\x1F\x8B\x08",
		"WebAssembly":                    "\x00asm\x01\x00\x00\x00",
		"ELF program":                    "\x7FELF\x02\x01\x01" + binary,
		"MP4 video or AVIF image":        "\x00\x00\x00\x18ftypmp42" + binary,
		"binary data":                    binary,
	} {
		_, err := Decode([]byte(in), "text/html; charset=utf-8")
		var notText *NotTextError
		if !errors.Is(err, ErrNotText) || !errors.As(err, &notText) || notText.Format != format {
			t.Errorf("%s: error %v", format, err)
		}
	}
	for _, in := range []string{"", " \r\n\t\f", "\xEF\xBB\xBF", "\xFF\xFE", "\x00\x00", "\xEF\xBB\xBF \u00A0\n"} {
		if _, err := Decode([]byte(in), "text/html"); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: error %v", in, err)
		}
	}
}

func TestInputIsNotChanged(t *testing.T) {
	in := []byte("\xEF\xBB\xBF<p>The \x00bri\xFFdge</p>")
	before := string(in)
	got, err := Decode(in, "")
	if string(in) != before {
		t.Errorf("input changed to %q", in)
	}
	for i := range in {
		in[i] = 'x'
	}
	if err != nil || got.Text != "<p>The bri\uFFFDdge</p>" {
		t.Errorf("error %v, text %q", err, got.Text)
	}
}
