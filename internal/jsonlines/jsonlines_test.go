package jsonlines

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

type row struct{ ID string }

func write(t *testing.T, content string) string {
	path := filepath.Join(t.TempDir(), "rows.jsonl")
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadAll(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	got, err := ReadAll[row](write(t, `{"id":"a"}`+"\n\n \r\n"+`{"id":"`+long+`"}`+"\r\n"+`{"id":"c"}`))
	if want := []row{{"a"}, {long}, {"c"}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%d rows, %v", len(got), err)
	}
}

func TestReadAllErrors(t *testing.T) {
	path := write(t, "{}\n\n{\n{}\n")
	if _, err := ReadAll[row](path); err == nil || !strings.HasPrefix(err.Error(), path+":3: ") {
		t.Errorf("error %v", err)
	}
	if _, err := ReadAll[row](path + "x"); !os.IsNotExist(err) {
		t.Errorf("error %v", err)
	}
}

// TestReadStops: who has seen enough reads no further.
func TestReadStops(t *testing.T) {
	for got, err := range Read[row](write(t, `{"id":"a"}`+"\nno JSON")) {
		if got.ID != "a" || err != nil {
			t.Errorf("%v, %v", got, err)
		}
		break
	}
}
