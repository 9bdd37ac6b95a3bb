package decode

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// whatwg are the encodings of the WHATWG's table by their names, each with a sentence that
// its characters can write.
var whatwg = map[string]string{
	"utf-8": german, "ibm866": russian, "iso-8859-2": polish, "iso-8859-3": "Il-port ta' Għawdex infetaħ filgħodu, qal is-sindku.", "iso-8859-4": "Tiltas per upę bus atidarytas kitą savaitę, sakė meras.",
	"iso-8859-5": russian, "iso-8859-6": arabic, "iso-8859-7": greek, "iso-8859-8": hebrew, "iso-8859-8-i": hebrew, "iso-8859-10": "Brúin yfir ána verður opnuð í næstu viku.",
	"iso-8859-13": "Tiltas per upę bus atidarytas kitą savaitę, sakė meras.", "iso-8859-14": "Mae'r tŷ wrth y dŵr, ac mae'r ŵyl yn y tŷ hwn: gŵyl y dŵr, meddai gŵr y tŷ.", "iso-8859-15": euro,
	"iso-8859-16": "Podul nou peste râu va fi deschis săptămâna viitoare, a spus primarul.", "koi8-r": russian, "koi8-u": ukrainian, "macintosh": french,
	"windows-874": thai, "windows-1250": polish, "windows-1251": russian, "windows-1252": german, "windows-1253": greek, "windows-1254": "Köprü gelecek hafta açılacak, dedi belediye başkanı.",
	"windows-1255": hebrew, "windows-1256": arabic, "windows-1257": "Tiltas per upę bus atidarytas kitą savaitę, sakė meras.", "windows-1258": "Cây cầu mới sẽ mở cửa.",
	"x-mac-cyrillic": russian, "gbk": chinese, "gb18030": chinese, "big5": taiwanese, "euc-jp": japanese, "iso-2022-jp": japanese, "shift_jis": japanese, "euc-kr": korean,
	"utf-16be": german, "utf-16le": japanese + german,
}

// encodable is text without the characters that an encoding lacks.
func encodable(enc encoding.Encoding, text string) string {
	return strings.Map(func(r rune) rune {
		if b, err := enc.NewEncoder().Bytes([]byte(string(r))); err != nil || len(b) == 0 {
			return -1
		}
		return r
	}, text)
}

// Every encoding of the table, declared in the header or in the page, is decoded, and the
// table leaves out none that x/net knows.
func TestEveryEncodingDeclared(t *testing.T) {
	for label := range labelsOfTable() {
		_, name := charset.Lookup(label)
		if name == "replacement" || name == "x-user-defined" {
			continue
		}
		sentence, ok := whatwg[name]
		if !ok {
			t.Errorf("%s is not tested", name)
			continue
		}
		enc, err := htmlindex.Get(label)
		if err != nil {
			t.Fatal(err)
		}
		sentence = encodable(enc, sentence)
		for _, where := range []string{"header", "page"} {
			page, contentType := htmlPage(sentence, ""), "text/html; charset="+label
			if where == "page" {
				page, contentType = htmlPage(sentence, meta(label)), ""
			}
			raw, err := enc.NewEncoder().Bytes([]byte(page))
			if err != nil {
				t.Fatal(name, err)
			}
			if got, err := Decode(raw, contentType); err != nil || got.Text != page {
				t.Errorf("%s in the %s: %s, error %v\n%s", label, where, got.Charset, err, got.Text)
			}
		}
	}
}

// labelsOfTable are the labels that x/net knows, of those that pages use.
func labelsOfTable() map[string]bool {
	labels := map[string]bool{}
	for name := range whatwg {
		labels[name] = true
	}
	for _, label := range strings.Fields(`latin1 iso-8859-1 us-ascii ascii cp1252 x-cp1250 cp1251 l2 l9 iso88592 csisolatin2 cyrillic arabic greek hebrew
		logical visual koi koi8 koi8-ru mac x-mac-roman dos-874 tis-620 x-sjis ms_kanji windows-31j x-euc-jp csiso2022jp x-x-big5 big5-hkscs cn-big5 gb2312 gb_2312-80 chinese x-gbk
		ks_c_5601-1987 ksc5601 windows-949 korean unicode-1-1-utf-8 utf8 utf-16 unicode ucs-2 csunicode unicodefeff 866 cp866 latin5 latin6 l10 iso-8859-9 iso-8859-11`) {
		if enc, _ := charset.Lookup(label); enc != nil {
			labels[label] = true
		}
	}
	return labels
}

// Whatever a page declares, and however it is damaged, its text comes out as valid UTF-8, in
// any encoding; and UTF-8 comes out as it is.
func TestEveryEncodingWithEveryDeclaration(t *testing.T) {
	names := make([]string, 0, len(whatwg))
	for name := range whatwg {
		names = append(names, name)
	}
	for _, name := range names {
		enc, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, declared := range append(names, "", "nonsense", "x-user-defined", "replacement") {
			head := ""
			if declared != "" {
				head = meta(declared)
			}
			page := htmlPage(encodable(enc, whatwg[name]), head)
			raw, err := enc.NewEncoder().Bytes([]byte(page))
			if err != nil {
				t.Fatal(err)
			}
			for damage, b := range map[string][]byte{
				"whole": raw, "cut": raw[:len(raw)-1], "cut early": raw[:len(raw)/2+1], "NULs": append(append([]byte(nil), raw...), 0, 0, 0),
				"a NUL inside": []byte(strings.Replace(string(raw), "p", "p\x00", 1)), "a stray byte": append(append([]byte{}, raw...), 0xFF),
				"a byte order mark of UTF-8": append([]byte("\xEF\xBB\xBF"), raw...),
			} {
				// The header says something else again.
				for _, contentType := range []string{"", "text/html; charset=" + declared, "text/html; charset=utf-8", "text/html; charset=iso-8859-1"} {
					got, err := Decode(b, contentType)
					what := fmt.Sprintf("%s declared as %q, %s, %q", name, declared, damage, contentType)
					switch {
					case strings.HasPrefix(name, "utf-16") && damage == "a NUL inside": // no character after it is whole
					case err != nil:
						t.Fatalf("%s: %v", what, err)
					case !utf8.ValidString(got.Text) || strings.ContainsAny(got.Text, "\x00\uFEFF"):
						t.Fatalf("%s: %q", what, got.Text)
					case name == "utf-8" && damage == "whole" && got.Text != page:
						t.Fatalf("%s: %q, taken for %s", what, got.Text, got.Charset)
					}
				}
			}
		}
	}
}

func TestDoubleEncoding(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		count            int
	}{
		{"ordinary text", "Die Bürgermeisterin öffnet die Brücke über den Fluß.", "Die Bürgermeisterin öffnet die Brücke über den Fluß.", 0},
		{"all of it", "Die BÃ¼rgermeisterin Ã¶ffnet die BrÃ¼cke.", "Die Bürgermeisterin öffnet die Brücke.", 3},
		{"quotation marks", "â€œWe had hopedâ€\u009d, he saidâ€¦", "“We had hoped”, he said…", 3},
		{"by way of Latin 1", "The harbour\u00e2\u0080\u0099s master", "The harbour’s master", 1},
		{"characters of windows-1252 by number", "The harbour\u0092s master \u0096 home", "The harbour’s master – home", 2},
		{"a control character that stands for nothing", "har\u0081bour", "harbour", 1},
		{"an emoji", "dawn ðŸ˜€", "dawn 😀", 1},
		{"between line ends", "ferry\r\nâ€œ\r\ndawn\fâ€\u009d\r", "ferry\r\n“\r\ndawn\f”\r", 2},
		{"after a line end", "ferry\râ€¦\fdawn", "ferry\r…\fdawn", 1},
		{"a page that is part this, part that", "Müller: â€œKÃ¶lnâ€¦", "Müller: “KÃ¶ln…", 2},
		{"a letter before a closing quotation mark", "“IRMÔ e “IRMÃ” disse", "“IRMÔ e “IRMÃ” disse", 0},
		{"a French word before a dash", "« voilà»— dit-il", "« voilà»— dit-il", 0},
		{"too few to be sure", "Ã© Ã¶", "Ã© Ã¶", 0},
		{"two bytes of a sequence of three", "â€", "â€", 0},
	} {
		got, m := mendDoubles(c.text)
		if got != c.want || m.Count != c.count {
			t.Errorf("%s: %q, %d mended, want %q, %d", c.name, got, m.Count, c.want, c.count)
		}
		if (m.Count > 0) != (m.Before != "" && m.Before != m.After) || strings.ContainsFunc(m.Before+m.After, unicode.IsControl) {
			t.Errorf("%s: reported as %q, %q", c.name, m.Before, m.After)
		}
	}
	d, err := Decode([]byte("<p>The harbour\u00e2\u0080\u0099s master"), "")
	if want := "<p>The harbour’s master"; err != nil || d.Text != want || d.Mended.Before != "harbour\u00e2\uFFFD\uFFFDs" || d.Mended.After != "harbour’s" {
		t.Errorf("%+v, error %v", d, err)
	}
}
