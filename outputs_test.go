package newsparse_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/seed-90a94633/newsparse"
)

// checkOutputs sees that whatever an Article holds is fit to be shown: no control characters
// but newline and tab, valid UTF-8, HTML of our own elements and addresses alone, and JSON
// that comes back the same.
func checkOutputs(t testing.TB, art *newsparse.Article) {
	t.Helper()
	if s := unfit(reflect.ValueOf(art)); s != "" {
		t.Errorf("control characters or no UTF-8 in the Article: %.200q", s)
	}
	var tei, wrapped, front strings.Builder
	if err := errors.Join(art.WriteTEI(&tei, newsparse.All), art.WriteWrappedText(&wrapped, newsparse.All, 72), art.WriteFrontMatter(&front)); err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(strings.NewReader(tei.String())); ; {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("the TEI does not parse: %v", err)
		}
	}
	for name, out := range map[string]string{
		"text": art.Text(), "Markdown": art.Markdown(), "HTML": art.HTML(), "TEI": tei.String(), "wrapped text": wrapped.String(), "front matter": front.String(),
	} {
		if !fit(out) {
			t.Errorf("control characters or no UTF-8 in the %s: %.200q", name, out)
		}
	}
	root, err := html.Parse(strings.NewReader(art.HTML()))
	if err != nil {
		t.Fatalf("the HTML does not parse: %v", err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			checkElement(t, n)
		}
	}
	data, err := json.Marshal(art)
	if err != nil {
		t.Fatal(err)
	}
	back := new(newsparse.Article)
	if err := json.Unmarshal(data, back); err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(back); string(data) != string(again) {
		t.Errorf("JSON changes on its way back:\n%.500s\n%.500s", data, again)
	}
}

// fit reports whether s is text that any program may show.
func fit(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
}

// unfit is the first string in v that is not fit; empty if there is none.
func unfit(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		if !fit(v.String()) {
			return v.String()
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return unfit(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if s := unfit(v.Index(i)); s != "" {
				return s
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				if s := unfit(v.Field(i)); s != "" {
					return s
				}
			}
		}
	}
	return ""
}
