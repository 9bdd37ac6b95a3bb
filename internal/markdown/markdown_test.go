package markdown

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

func TestIs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"links", "The ferry [sails](https://echo.example/a) again.\n\nRead [more](/b).", true},
		{"pictures", "![The ferry](a.jpg)\n\n![The quay](https://echo.example/quay.jpg) ![](/pier.jpg)", true},
		{"headings", "# The ferry\n\nIt sails again.\n\n## On Sundays\n\nNot yet.", true},
		{"headings right below prose", "# The ferry\nIt sails again.\n## On Sundays\nNot yet.", true},
		{"a link and a heading", "## The ferry\n\nIt [sails](mailto:ann@echo.example) again.", true},
		{"front matter", "---\ntitle: The ferry\n---\nIt sails again.", true},
		{"a reader's head", "Title: The ferry\n\nURL Source: https://echo.example/a\n\nMarkdown Content:\nIt sails again.", true},

		{"nothing", "", false},
		{"prose", "The ferry sails again.\n\nNot on Sundays.", false},
		{"one link", "The ferry [sails](https://echo.example/a) again.", false},
		{"brackets that are no links", "The ferry [sic](sails) again [and](again).", false},
		{"comments in program text", "# wait for the ferry\nwait()\n# board it\nboard()\n\n# sail\n\n# land\n", false},
		{"number signs", "#ferry #quay\n\n##\n\n####### seven\n\n# \n", false},
		{"numbers of a text browser", "The [3]ferry sails.\n\nReferences\n\n   3. https://echo.example/a\n", false},
		{"lines of dashes", "---\n\nThe ferry sails again.\n\n---\n", false},
		{"keys that no front matter has", "---\nferry: yes\n---\nIt sails.", false},
		{"glued", strings.Repeat("The ferry [sails](https://echo.example/a) again. ", 200), false},
		{"signs alone", strings.Repeat("[", 2<<20) + "\n\n## a\n\n## b\n", false},
	} {
		if got := Is(c.text, false); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	if !Is("The ferry [sails](https://echo.example/a) again.", true) || Is(strings.Repeat("[", 2<<20), true) {
		t.Error("what is declared to be Markdown is, if it can be read")
	}
}

var lineAttr = regexp.MustCompile(` ` + LineAttr + `="(\d+)"`)

// body is what HTML makes of a text, without head and lines.
func body(text string) string {
	_, rest, _ := strings.Cut(lineAttr.ReplaceAllString(HTML(text, nil), ""), "<body>")
	return strings.TrimSpace(strings.TrimSuffix(rest, "</body></html>"))
}

func TestHTML(t *testing.T) {
	long := strings.Repeat("The ferry sails again, said Ann. ", 5)
	for _, c := range []struct{ name, text, want string }{
		{"a paragraph over lines", "The ferry\nsails again.", "<p>The ferry\nsails again.</p>"},
		{"paragraphs without a blank line", long + "x\nShe smiled.\n" + long + "y", "<p>" + long + "x</p>\n<p>She smiled.</p>\n<p>" + long + "y</p>"},
		{"breaks of a page whose lines nobody broke", long + "\n\nThe quay:  \nat nine\\\nor ten", "<p>" + strings.TrimSpace(long) + "</p>\n<p>The quay:<br>\nat nine<br>\nor ten</p>"},
		{"long addresses", "See [the ferry](https://echo.example/" + strings.Repeat("x", 150) + ")\nand the quay.", "<p>See <a href=\"https://echo.example/" + strings.Repeat("x", 150) + "\">the ferry</a>\nand the quay.</p>"},
		{"prose below a quotation", "> It sails.\nSo she said.", "<blockquote>\n<p>It sails.</p>\n</blockquote>\n<p>So she said.</p>"},
		{"prose below an item", "- one\n- two\nSo she said.", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>So she said.</p>"},
		{"an item over lines", "1. one\n   and a half\n2. two", "<ol>\n<li>one\nand a half</li>\n<li>two</li>\n</ol>"},
		{"prose below a table", "|a|b|\n|-|-|\n|1|2|\nSo she said.", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n<p>So she said.</p>"},
		{"a link around a heading", "[\n\n### The bridge\n\n](https://echo.example/b)\nSo she said.", "<h3><a href=\"https://echo.example/b\">The bridge</a></h3>\n<p>So she said.</p>"},
		{"links around headings that touch", "[\n### The bridge\n](/b)[\n### The quay\n](/q) So she said.", "<h3><a href=\"/b\">The bridge</a></h3>\n<h3><a href=\"/q\">The quay</a></h3>\n<p>So she said.</p>"},
		{"a bracket that nothing closes", "[\n\n### The bridge\n\nSo she said.", "<p>[</p>\n<h3>The bridge</h3>\n<p>So she said.</p>"},
		{"numbered pictures", "![Image 12: The ferry](/a.jpg) ![Image 3](/b.jpg) ![Image of Ann](/c.jpg)", "<p><img src=\"/a.jpg\" alt=\"The ferry\"> <img src=\"/b.jpg\" alt=\"\"> <img src=\"/c.jpg\" alt=\"Image of Ann\"></p>"},
		{"code", "```\n[\n# wait\n](/a)\n```\nSo she said.", "<pre><code>[\n# wait\n](/a)\n</code></pre>\n<p>So she said.</p>"},
		{"code in a line", "```wait()``` for it\n> Board!\nSo she said.", "<p><code>wait()</code> for it</p>\n<blockquote>\n<p>Board!</p>\n</blockquote>\n<p>So she said.</p>"},
		{"code between waves", "~~~go\n```\n~~~", "<pre><code class=\"language-go\">```\n</code></pre>"},
		{"references", "[The ferry][1] sails.\n\n[1]: https://echo.example/a", "<p><a href=\"https://echo.example/a\">The ferry</a> sails.</p>"},
		{"tags", "The <b>ferry</b> sails.", "<p>The <b>ferry</b> sails.</p>"},
		{"a link that nothing closes", "[a](b", `<p>[a](b</p>`},
		{"spaces in addresses", "[a](/b c.html) [d](/e \"f g\")", `<p><a href="/b%20c.html">a</a> <a href="/e" title="f g">d</a></p>`},
		{"pictures in addresses", "![a](data:image/png;base64," + strings.Repeat("A", 3*longestAddress) + ") b", `<p><img src="data:," alt="a"> b</p>`},
		{"a table of too many columns", strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200), "<p>" + strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "</p>"},
		{"lines that end as in DOS", "# The ferry\r\n\r\nIt sails.\r\n", "<h1>The ferry</h1>\n<p>It sails.</p>"},
	} {
		if got := body(c.text); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.name, got, c.want)
		}
	}
	for _, text := range []string{strings.Repeat(">", 500), strings.Repeat("- ", 500), strings.Repeat(" ", 2000) + "- a"} {
		if n := strings.Count(body(text+"a"), "<"); n > 3*deepest {
			t.Errorf("%d tags of %.20q …", n, text)
		}
	}
}

func TestHead(t *testing.T) {
	head := func(text string) string {
		_, rest, _ := strings.Cut(HTML(text, nil), "<head>")
		head, _, _ := strings.Cut(rest, "</head>")
		return head
	}
	for _, c := range []struct{ name, text, want string }{
		{"none", "The ferry sails.", ""},
		{"strings", "---\ntitle: \"The \\\"ferry\\\"\"\nauthor: 'Ann O''Lee'\nurl: https://echo.example/a\n---\n",
			`<title>The &#34;ferry&#34;</title><meta property="og:title" content="The &#34;ferry&#34;"><meta name="author" content="Ann O&#39;Lee"><link rel="canonical" href="https://echo.example/a">`},
		{"lists", "---\nauthors:\n  - Ann Lee\n  - \"Ole Brandt\"\n# a comment\ntags: [ferry, 'quay']\n\nferry: yes\n---\n",
			`<meta name="author" content="Ann Lee"><meta name="author" content="Ole Brandt"><meta property="article:tag" content="ferry"><meta property="article:tag" content="quay">`},
		{"a string over lines", "---\ndescription: >-\n  The ferry\n  sails again.\ndate: 2024-03-08\n---\n",
			`<meta name="description" content="The ferry sails again."><meta property="article:published_time" content="2024-03-08">`},
		{"a language", "---\nlang: pt-BR\n---\n", `<meta property="og:locale" content="pt-BR">`},
		{"an address that is none", "---\ntitle: Ferry\nsource: Ann Lee\n---\n", `<title>Ferry</title><meta property="og:title" content="Ferry">`},
		{"a reader's", "Title: Ferry\n\nURL Source: https://echo.example/a\n\nPublished Time: 2024-03-08T06:00:00Z\n\nMarkdown Content:\nIt sails.",
			`<title>Ferry</title><meta property="og:title" content="Ferry"><link rel="canonical" href="https://echo.example/a"><meta property="article:published_time" content="2024-03-08T06:00:00Z">`},
		{"one that does not end", "---\ntitle: Ferry\n\nIt sails.", ""},
		{"lines that are no keys", "---\ntitle: Ferry\nIt sails.\n---\n", ""},
		{"a reader's, with a line that is no key", "Title: Ferry\n\nIt sails.\n\nMarkdown Content:\n", ""},
	} {
		if got := head(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Elements know the lines that they begin on, with a head above and where blank lines were put between them.
func TestLines(t *testing.T) {
	text := "---\ntitle: Ferry\n---\n# The ferry\n\n> It sails.\nSo she said.\n- one\n- two\n\n|a|\n|-|\n|b|\n"
	want := []string{"h1 4", "p 6", "p 7", "li 8", "li 9", "th 11", "td 13"}
	var got []string
	for _, m := range regexp.MustCompile(`<(\w+) `+LineAttr+`="(\d+)"`).FindAllStringSubmatch(HTML(text, nil), -1) {
		got = append(got, m[1]+" "+m[2])
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("%q, want %q", got, want)
	}
}

// A long text is read in pieces, and reads as one: none ends inside of a list or of code, and references hold in all of them.
func TestPieces(t *testing.T) {
	var text strings.Builder
	const sections = 1500
	for i := range sections {
		fmt.Fprintf(&text, "## Ferry %d\n\nIt sails at [dawn][dawn].\n\n- to the quay\n\n- to the pier\n\n```\na\n\nb\n```\n\n", i)
	}
	text.WriteString("[dawn]: https://echo.example/dawn\n")
	got := HTML(text.String(), nil)
	if len(text.String()) < 3*pieceLength {
		t.Fatal("too short to be read in pieces")
	}
	for part, want := range map[string]int{"<h2": sections, `<a href="https://echo.example/dawn">dawn</a>`: sections, "<ul>": sections, "<li>": 2 * sections, "<pre><code>a\n\nb\n</code></pre>": sections} {
		if n := strings.Count(got, part); n != want {
			t.Errorf("%d of %q, want %d", n, part, want)
		}
	}
	calls := 0
	part := HTML(text.String(), func() bool { calls++; return calls > 1 })
	if calls != 2 || len(part) == 0 || len(part) > len(got)/2 || !strings.HasSuffix(part, "</html>") {
		t.Errorf("stopped after %d questions with %d of %d bytes", calls, len(part), len(got))
	}
	list := strings.Repeat("- to the quay\n", 2*longestPiece/14)
	if n := strings.Count(HTML(list, nil), "<ul>"); n < 2 || n > 4 {
		t.Errorf("a list without end is read in %d pieces", n)
	}
}

// FuzzHTML: whatever the text, it is HTML, its elements stand on lines that it has, and no line without a link loses a word on
// the way to CommonMark.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"# a\n\nb [c](d) ![e](f \"g\")\n\n> h\n- i\n  - j\n", "---\ntitle: a\n---\nb", "Title: a\n\nMarkdown Content:\nb", "```\na\n```\n[\n\n## b\n\n](/c)\n",
		"|a|b|\n|-|-|\n|c|d|\ne", "[a]: /b\n\n[a] [c][a]", "[\n\n### a\n\n](/b)[\nc\n](/d) e", "<div>\n\n*a **b* c**\n</div>", "a\\\nb  \nc\x00\r\n\t- d",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Is(text, false)
		out := HTML(text, nil)
		if _, err := html.Parse(strings.NewReader(out)); err != nil {
			t.Fatal(err)
		}
		kept := string(newSource(text, 1).text)
		for line := range strings.Lines(text) {
			for _, word := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if !strings.Contains(line, "](") && !strings.Contains(line, "![Image ") && !strings.Contains(kept, word) {
					t.Fatalf("%q is lost: %q", word, kept)
				}
			}
		}
		if strings.Contains(text, LineAttr) {
			return
		}
		most := 1 + strings.Count(text, "\n")
		for _, m := range lineAttr.FindAllStringSubmatch(out, -1) {
			line, _ := strconv.Atoi(m[1])
			if line < 1 || line > most {
				t.Fatalf("line %d of %d: %q", line, most, out)
			}
		}
	})
}
