package decode

import (
	"strings"
	"testing"
)

func TestHTMLOrText(t *testing.T) {
	prose := strings.Repeat("The mayor said that the bridge would open next week. ", 40)
	tests := []struct {
		name        string
		in          string
		contentType string
		html        bool
	}{
		{"doctype", "\n <!doctype html>\n<title>x</title>", "", true},
		{"doctype after a comment", "<!-- saved --><!DOCTYPE html>", "", true},
		{"XHTML", `<?xml version="1.0"?><html xmlns="x">`, "", true},
		{"doctype sent as text", "<!DOCTYPE html><html><p>x</html>", "text/plain", true},
		{"html tag", "<HTML lang=en><p>x", "", true},
		{"fragment", "<p>The bridge is open.</p>", "", true},
		{"fragment cut off", "<p>The bridge is", "", true},
		{"fragment that opens with emphasis", "<b>Bridge</b> open.", "", true},
		{"fragment that opens with a link", `<a href="/x">Bridge</a> open.`, "", true},
		{"fragment that opens with text", "Lead text<p>One.</p><p>Two.</p><p>Three.</p>", "", true},
		{"lines broken by tags", "One<br>two<br/>three<br />four", "", true},
		{"type says HTML, one tag", "The bridge is <i>open</i>.", "text/html; charset=utf-8", true},
		{"type says HTML, character references", "Bridge &amp; river", "text/html", true},
		{"type says HTML, nothing else does", prose, "text/html", false},
		{"prose", prose, "", false},
		{"less than", "3 < 4 and 5 > 4. I <3 bridges.", "", false},
		{"less than, first", "< 3 days left", "", false},
		{"a quoted tag", "Use <b> for bold text.", "", false},
		{"quoted tags", "Write <p> and </p> around it, and <h1> above. " + prose, "", false},
		{"code inside a long text", prose + `<div class="a"></div> <div class="b"></div> <p></p>` + prose, "", false},
		{"an address", "<editor@example.org> wrote: yes", "", false},
		{"an unknown tag", "<bridge>open</bridge>", "", false},
		{"text sent as text", "Lead<p>One.</p><p>Two.</p><p>Three.</p>", "text/plain; charset=utf-8", false},
	}
	for _, tt := range tests {
		got, err := Decode([]byte(tt.in), tt.contentType)
		if err != nil || got.HTML != tt.html || got.Text != tt.in {
			t.Errorf("%s: HTML %t, error %v, text %q", tt.name, got.HTML, err, got.Text)
		}
	}
}

func TestIsMarkdown(t *testing.T) {
	for contentType, want := range map[string]bool{
		"text/markdown": true, "Text/Markdown; charset=UTF-8": true, "text/x-markdown": true, "text/markdown; variant": true, "text/plain": false, "text/html": false, "": false,
	} {
		if got := IsMarkdown(contentType); got != want {
			t.Errorf("%q: %t", contentType, got)
		}
	}
}
