package decode

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzDecode(f *testing.F) {
	for _, tt := range encodings {
		f.Add(encode(f, tt.text, tt.charset), "")
		f.Add(encode(f, htmlPage(tt.text, meta(tt.charset)), tt.charset), "text/html; charset="+tt.charset)
	}
	f.Add([]byte("\xFF\xFE<\x00p"), "text/html;charset")
	f.Add([]byte("<<<<p<a =\x1B$B\x80"), "text/html; charset=\"iso-2022-jp")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		before := string(b)
		got, err := Decode(b, contentType)
		if string(b) != before {
			t.Fatal("the input was changed")
		}
		if err != nil {
			if !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrNotText) || got != (Result{}) {
				t.Fatalf("%+v, error %v", got, err)
			}
			return
		}
		if !utf8.ValidString(got.Text) || strings.HasPrefix(got.Text, "\uFEFF") || strings.TrimSpace(got.Text) == "" || got.Charset == "" {
			t.Fatalf("%q in %q", got.Text, got.Charset)
		}
		if i := nextControl(got.Text, 0); i < len(got.Text) {
			t.Fatalf("control character at %d of %q", i, got.Text)
		}
	})
}

func BenchmarkDecodeUTF8(b *testing.B) {
	page := []byte(htmlPage(strings.Repeat(german+"\n", 500), ""))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(page, "text/html; charset=utf-8"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeUndeclared(b *testing.B) {
	page := encode(b, htmlPage(strings.Repeat(russian+"\n", 500), ""), "windows-1251")
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(page, "text/html"); err != nil {
			b.Fatal(err)
		}
	}
}
