package label

import (
	"strings"
	"testing"
)

// The times, marked with @, between the entries of a live blog are part of it; elsewhere times are not.
func TestLiveEntries(t *testing.T) {
	entry := func(time string) string { return "<p>" + time + "<p>entry of what happened then" }
	blog := func(class, entries string) string {
		return "<h1>Old mill to be saved</h1><div class=" + class + ">" + entries + "</div>"
	}
	story := "<p>one begins the story of the mill"
	three := entry("18:30") + entry("18:15") + entry("18:02")
	for _, c := range []struct{ name, html, want string }{
		{"three times", blog("live-blog", story+three), "one @18:30 entry @18:15 entry @18:02 entry"},
		{"two times", blog("live-blog", story+entry("18:30")+entry("18:15")), "one entry entry"},
		{"no live blog", blog("story", story+three), "one entry entry entry"},
		{"times with the day", blog("live-blog", story+entry("3 May 2024")+entry("2 May 2024")+entry("1 May 2024")), "one @3 entry @2 entry @1 entry"},
		{"figures that are no times", blog("live-blog", story+entry("142")+entry("150")+entry("160")), "one entry entry entry"},
		{"lines that hold a date among other words", blog("live-blog", story+strings.Repeat(entry("Since Monday, 3 May 2024, in town"), 3)), "one Since entry Since entry Since entry"},
		{"lines longer than a label", blog("live-blog", story+strings.Repeat(entry("Published on 3 May 2024 at 18:30 CET"), 3)), "one entry entry entry"},
		{"hidden", blog("live-blog", story+strings.ReplaceAll(three, "<p>18", "<p hidden>18")), "one entry entry entry"},
		{"above the story", blog("live-blog", "<p>18:45"+story+entry("18:30")+entry("18:15")), "one entry entry"},
		{"below the story", blog("live-blog", story+entry("18:30")+entry("18:15")+"<p>18:02"), "one entry entry"},
	} {
		got := taken(t, c.html, func(l *labeller) {
			l.liveEntries()
			for i := range l.p.Blocks {
				if l.out.Labels[i].Role == LiveEntry {
					l.p.Blocks[i].Text = "@" + l.p.Blocks[i].Text
				}
			}
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
	text := fromText(t, "one begins the story of the mill.\n\n18:30\n\n18:15\n\n18:02\n\ntwo ends it.")
	l := newLabeller(text, Builtin, new(workspace))
	l.in, l.out.Last = make([]bool, len(text.Blocks)), len(text.Blocks)
	if l.liveEntries(); l.kept() != "" {
		t.Errorf("of a text: %q", l.kept())
	}
}
