package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// inventedResults are those of runners of which each takes twice the time of the one before.
func inventedResults(pages int) (results []result) {
	for i, name := range []string{"ours", "html.Parse", "a <peer>"} {
		r := result{name: name}
		for n := range pages {
			size := 1000 * (n + 1) * (n + 1)
			r.costs = append(r.costs, cost{page: size, time: time.Duration(size<<i) * time.Nanosecond})
		}
		results = append(results, r)
	}
	return results
}

func TestPlot(t *testing.T) {
	file := filepath.Join(t.TempDir(), "times.svg")
	if err := writePlot(file, &corpusSet{name: "invented-dev"}, inventedResults(40)); err != nil {
		t.Fatal(err)
	}
	picture, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dots, lines, texts := 0, 0, ""
	for d := xml.NewDecoder(strings.NewReader(string(picture))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "circle":
				dots++
			case "polyline":
				lines++
			}
		case xml.CharData:
			texts += string(token) + "\n"
		}
	}
	if dots != 3*40 || lines != 3 {
		t.Errorf("%d dots and %d lines, want 120 and 3", dots, lines)
	}
	for _, want := range []string{"invented-dev", "ours", "html.Parse", "a <peer>", "100 kB", "1 ms"} {
		if !strings.Contains(texts, want+"\n") && !strings.Contains(texts, want+",") {
			t.Errorf("%q is not written on it", want)
		}
	}
	if err := writePlot(file, &corpusSet{}, inventedResults(1)); err == nil {
		t.Error("a picture of one page")
	}
}

func TestMedians(t *testing.T) {
	line := medians(inventedResults(40)[0].costs)
	for i, p := range line {
		if ms := p.size / 1000; p.time < .99*ms || p.time > 1.01*ms {
			t.Errorf("%v kB take %v ms", p.size, p.time)
		}
		if i > 0 && p.size <= line[i-1].size {
			t.Errorf("sizes do not rise: %v", line)
		}
	}
	if len(line) < 5 {
		t.Errorf("%d points", len(line))
	}
}
