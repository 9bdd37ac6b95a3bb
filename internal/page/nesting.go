package page

import (
	"context"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits of a page that html.Parse refuses for its nesting (it gives up past 512 open
// elements), or that would cost it more than memory in proportion to its size.
const (
	deepest           = 300 // elements that are open at once
	deepestFormatting = 20  // of these, formatting elements
)

// ParseHTML is ParseHTMLContext without a context.
func ParseHTML(text string) (*html.Node, error) {
	return ParseHTMLContext(context.Background(), text)
}

// ParseHTMLContext parses a page of any nesting, in time and memory in proportion to its
// size. Browsers flatten what nests too deep: so does ParseHTMLContext, in a second pass that
// only such pages need. The only error is that of ctx.
func ParseHTMLContext(ctx context.Context, text string) (*html.Node, error) {
	var flat *flattener
	if suspect(text) {
		if flat = flatten(ctx, text); !flat.taxing() {
			flat = nil
		}
	}
	if flat == nil {
		if root, err := parse(ctx, text); err == nil || ctx.Err() != nil {
			return root, err
		}
		flat = flatten(ctx, text)
	}
	if root, err := parse(ctx, flat.out.String()); err == nil || ctx.Err() != nil {
		return root, err
	}
	return bare(ctx, text)
}

func parse(ctx context.Context, text string) (*html.Node, error) {
	root, err := html.Parse(&stoppable{ctx, strings.NewReader(text)})
	if err == nil && namesControl(text) {
		return Sound(ctx, root)
	}
	return root, err
}

// namesControl reports whether a character reference may be one to a control character.
func namesControl(text string) bool {
	for {
		i := strings.Index(text, "&#")
		if i < 0 {
			return false
		}
		text = text[i+2:]
		base, digits := 10, strings.TrimLeft(text, "xX")
		if len(digits) < len(text) {
			base = 16
		}
		digits = strings.TrimLeft(digits[:min(len(digits), 64)], "0")
		end := 0
		for end < len(digits) && end < 4 && isNameByte(digits[end]) {
			end++
		}
		if n, err := strconv.ParseUint(digits[:end], base, 32); err != nil || n < ' ' && n != '\n' && n != '\t' || 0x7F <= n && n < 0xA0 {
			return true
		}
	}
}

// A stoppable reader fails once its context has ended.
type stoppable struct {
	ctx  context.Context
	text io.Reader
}

// stopBytes is how much is read between two looks at the context: less than a millisecond's
// worth of parsing.
const stopBytes = 16 << 10

func (s *stoppable) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.text.Read(b[:min(len(b), stopBytes)])
}

// What a page may hold before it is looked at more closely: formatting elements open at
// once, bytes of their tags, and html and body elements, whose attributes the parser merges.
const (
	mostFormatting      = 3
	mostFormattingBytes = 2 << 10
	mostBodies          = 100
)

// suspect reports whether a page may make html.Parse do more than work in proportion to its
// size. The parser opens formatting elements that were not closed again in every block, with
// all of their attributes. Most pages are none by a mere count of tags.
func suspect(text string) bool {
	open, bytes, bodies := 0, 0, 0
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '<')
		if n < 0 || i+n+2 >= len(text) {
			return false
		}
		i += n + 1
		end := text[i] == '/'
		if end {
			i++
		}
		var name [len("strong")]byte // in lower case
		size := 0
		for ; i < len(text) && isNameByte(text[i]); i++ {
			if size < len(name) {
				name[size] = text[i] | 0x20
			}
			size++
		}
		if size == 0 || size > len(name) {
			continue
		}
		switch tag := atom.Lookup(name[:size]); {
		case !end && (tag == atom.Body || tag == atom.Html):
			bodies++
		case !isFormatting(tag):
		case end:
			if open = max(open-1, 0); open == 0 {
				bytes = 0
			}
		default:
			open++
			if n := strings.IndexByte(text[i:], '>'); n > 0 {
				bytes += n
			}
		}
		if open > mostFormatting || bytes > mostFormattingBytes || bodies > mostBodies {
			return true
		}
	}
}

func isNameByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' }
