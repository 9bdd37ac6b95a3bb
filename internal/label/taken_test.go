package label

import (
	"strings"
	"testing"
)

// Some blocks are no story, however likely the trees find them, and what the caller chose is, if it reads like prose.
func TestWhatIsTaken(t *testing.T) {
	const likely, hardly, unlikely = 950, threshold / 4, threshold/4 - 1
	for _, c := range []struct {
		name, html string
		story      int16
		want       string
	}{
		{"likely", "<p>one begins the story of the mill", likely, "one"},
		{"as likely as not", "<p>sure words of a longer story of the old mill by the river<p>maybe", threshold, "sure maybe"},
		{"less likely than not", "<p>sure words of a longer story of the old mill by the river<p>maybe", threshold - 1, "sure"},
		{"what the caller dropped", "<p>dropped by whoever reads the mill's story", likely, ""},
		{"a line of asterisks", "<p>* * *", likely, ""},
		{"a hidden story", "<p hidden>one begins the story of the mill", likely, "one"},
		{"hidden, half of it links", "<p hidden>one begins <a href=/>the story now</a>", likely, "one"},
		{"hidden, most of it links", "<p hidden>one begins <a href=/>the story right now</a>", likely, ""},
		{"hidden words of a sentence", "<p>one begins<span hidden> share this</span> the story", likely, "one"},
		{"a stock line", "<p>Advertisement", likely, ""},
		{"an error of the server", "<p>Warning: file not found in /home/mill.php on line 12", likely, ""},
		{"the same in code", "<pre>Warning: file not found in /home/mill.php on line 12</pre>", likely, "Warning:"},
		{"chosen, unlikely prose", "<p>chosen words begin the story of the mill.", unlikely, "chosen"},
		{"chosen, an unlikely label", "<p>chosen words", unlikely, ""},
		{"chosen, a label that may be story", "<p>chosen words", hardly, "chosen"},
		{"chosen, a stock line", "<div id=chosen><p>Advertisement</div>", likely, ""},
		{"beside what is chosen", "<p>one begins the story of the mill<p>chosen words", likely, "chosen"},
		{"chosen, dropped in it", "<p>dropped and chosen words of the mill's story", likely, ""},
	} {
		p := fromHTML(t, c.html)
		l := newLabeller(p, Builtin, new(workspace))
		p.Chosen = strings.Contains(c.html, "chosen")
		for i := range p.Blocks {
			b := &p.Blocks[i]
			b.Dropped, b.Chosen = strings.HasPrefix(b.Text, "dropped"), strings.Contains(b.Text, "chosen") || b.Text == "Advertisement"
			if l.out.Labels[i].Story = c.story; strings.HasPrefix(b.Text, "sure") {
				l.out.Labels[i].Story = likely
			}
		}
		l.chooseStory()
		if got := l.kept(); got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}

// A copy is taken once, where it is likelier story; short lines may be said twice.
func TestDuplicates(t *testing.T) {
	const long, short = "said by the keeper on the very day", "said by the keeper on the day" // words: longCopy, and one less
	for _, c := range []struct {
		name, text string
		story      [2]int16
		want       [2]Role
	}{
		{"the likelier above", long, [2]int16{900, 800}, [2]Role{unset, Duplicate}},
		{"the likelier below", long, [2]int16{800, 900}, [2]Role{Duplicate, unset}},
		{"both alike", long, [2]int16{900, 900}, [2]Role{unset, Duplicate}},
		{"one of them no story", long, [2]int16{100, 900}, [2]Role{unset, unset}},
		{"short", short, [2]int16{900, 900}, [2]Role{unset, unset}},
	} {
		p := fromHTML(t, "<p>"+c.text+"<p>"+c.text)
		l := newLabeller(p, Builtin, new(workspace))
		for i, s := range c.story {
			l.out.Labels[i].Story = s
		}
		l.chooseStory()
		l.duplicates()
		for i, want := range c.want {
			if got := l.out.Labels[i].Role; got != want || l.in[i] != (want == unset && c.story[i] >= threshold) {
				t.Errorf("%s, %d: role %d, in the story %t, want role %d", c.name, i, got, l.in[i], want)
			}
		}
	}
}

// A table of data inside the story is taken whole, with its cells that say nothing, but not with those that are hidden or
// not of the story by the caller's word.
func TestTables(t *testing.T) {
	const (
		data  = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
		one   = "<p>one begins the story of the mill"
		two   = "<p>two goes on with the mill"
		links = "<a href=/>a b c</a>"
	)
	cell := "cell" + strings.Repeat(" word", longCell-1)
	for _, c := range []struct{ name, html, want string }{
		{"data", one + data + two, "one a b c d two"},
		{"a dash in a cell", one + strings.Replace(data, "<td>b", "<td>–", 1) + two, "one a – c d two"},
		{"a cell that is dropped", one + strings.Replace(data, "<td>b", "<td>dropped", 1) + two, "one a c d two"},
		{"a hidden cell", one + strings.Replace(data, "<td>b", "<td hidden>b", 1) + two, "one a c d two"},
		{"a cell with a role", one + strings.Replace(data, "<td>b", "<td>named", 1) + two, "one a c d two"},
		{"a cell that is not chosen", one + strings.Replace(data, "<td>b", "<td>unchosen", 1) + two, "one a c d two"},
		{"a hidden table", one + strings.Replace(data, "<table", "<table hidden", 1) + two, "one two"},
		{"above the story", data + one + two, "one two"},
		{"below the story", one + two + data, "one two"},
		{"the story begins and ends in it", strings.NewReplacer("<td>a", "<td>a begins the story here", "<td>d", "<td>d ends the story here").Replace(data), "a b c d"},
		{"three cells", one + "<table><tr><td>a<td>b<tr><td>c</table>" + two, "one two"},
		{"nothing but dashes", one + "<table><tr><td>–<td>–<tr><td>–<td>–</table>" + two, "one two"},
		{"as many words in links as others", one + "<table><tr><td>" + links + "<td>a<td>b<td>c</table>" + two, "one a a b c two"},
		{"more words in links", one + "<table><tr><td>" + links + "<td>a<td>b<td>–</table>" + two, "one two"},
		{"short cells", one + "<table>" + strings.Repeat("<td>"+cell, 4) + "</table>" + two, "one" + strings.Repeat(" cell", 4) + " two"},
		{"cells that lay out a page", one + "<table>" + strings.Repeat("<td>"+cell, 3) + "<td>" + cell + " word</table>" + two, "one two"},
	} {
		got := taken(t, "<h1>Old mill to be saved</h1>"+c.html, func(l *labeller) {
			for i := range l.p.Blocks {
				l.p.Blocks[i].Chosen = true
				switch l.p.Blocks[i].Text {
				case "dropped":
					l.p.Blocks[i].Dropped = true
				case "unchosen":
					l.p.Chosen, l.p.Blocks[i].Chosen = true, false
				case "named":
					l.out.Labels[i].Role = Hidden
				}
			}
			for i := range l.in {
				if strings.HasPrefix(l.p.Blocks[i].Text, "cell") {
					l.in[i] = false
				}
			}
			l.tables()
		})
		if got != c.want {
			t.Errorf("%s: the story is %q, want %q", c.name, got, c.want)
		}
	}
}
