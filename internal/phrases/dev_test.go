package phrases

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestDev(t *testing.T) {
	tb, err := load()
	if err != nil {
		t.Log(err)
	}
	t.Log(len(tb.lines.patterns), len(tb.mentions.patterns), len(tb.words))
	f, _ := os.Open("/tmp/dev.txt")
	if f == nil {
		return
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c, s := Match(sc.Text())
		fmt.Printf("%-18v %-5v %-18v| %s\n", c, s, Mentions(sc.Text()), sc.Text())
	}
}
