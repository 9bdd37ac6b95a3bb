package page

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"
)

// A page of Markdown has the blocks, marks and pictures that the text stands for, on the lines where it says them, and what
// its head tells.
func TestFromMarkdown(t *testing.T) {
	p, err := FromMarkdown(context.Background(), strings.Join([]string{
		"---", "title: The ferry", "author: Ann Lee", "---", // 1
		"# The **ferry**", "", // 5
		"It [sails](https://echo.example/a)", "at dawn.", "", // 7
		"![The quay](/quay.jpg)", "", // 10
		"- one", "- two", "", // 12
		"> Board!", "", // 15
		"|a|", "|-|", "|b|", "", // 17
		"```", "wait()", "sail()", "```", // 21
		"<div>raw</div>", // 25
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range p.Blocks {
		got = append(got, fmt.Sprintf("%d %v %q", b.Line, b.Tag, b.Text))
	}
	want := []string{
		`5 h1 "The ferry"`, `7 p "It sails at dawn."`, `12 li "one"`, `13 li "two"`, `15 p "Board!"`, `17 th "a"`, `19 td "b"`, `19 pre "wait()\nsail()"`, `19  "raw"`,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("blocks\n got %q\nwant %q", got, want)
	}
	if m := p.Blocks[1].Marks; len(m) != 1 || m[0].URL != "https://echo.example/a" || p.Blocks[1].LinkWords != 1 {
		t.Errorf("marks %+v", m)
	}
	if len(p.Images) != 1 || p.Images[0].URL != "/quay.jpg" || p.Images[0].Alt != "The quay" {
		t.Errorf("pictures %+v", p.Images)
	}
	if !p.Markdown || p.FromText || p.Title != "The ferry" {
		t.Errorf("Markdown %t, text %t, title %q", p.Markdown, p.FromText, p.Title)
	}
	if n := p.Nodes[p.Blocks[4].Node]; p.Nodes[n.Parent].Tag != atom.Blockquote {
		t.Errorf("the quotation stands in %v", p.Nodes[n.Parent].Tag)
	}
}

func TestFromMarkdownStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := FromMarkdown(ctx, "# The ferry\n\nIt sails."); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
