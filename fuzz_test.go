package newsparse_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// FuzzParse parses anything: nothing panics, no visible text vanishes or stands twice, the
// same bytes give the same Article, and that goes to JSON and back unchanged.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/golden/*/page.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("<p>a<b>b<div>c</b>d<table>e<tr>f"))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<17 {
			return
		}
		parse := func() *newsparse.Article {
			art, err := new(newsparse.Parser).Parse(context.Background(), bytes.NewReader(raw), newsparse.Source{})
			if art == nil && err == nil {
				t.Fatal("neither an Article nor an error")
			}
			return art
		}
		art := parse()
		if art == nil {
			return
		}
		checkAccount(t, raw, art)
		if !reflect.DeepEqual(art, parse()) {
			t.Fatal("the second Article differs")
		}
		data, err := json.Marshal(art)
		if err != nil {
			t.Fatal(err)
		}
		back := new(newsparse.Article)
		if err := json.Unmarshal(data, back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); !bytes.Equal(data, again) {
			t.Fatalf("JSON changes on its way back:\n%s\n%s", data, again)
		}
	})
}
