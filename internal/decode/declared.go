package decode

import (
	"bytes"
	"mime"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// prescanBytes is how far into a page a declaration of its charset is searched. HTML wants
// it in the first 1024 bytes; not all pages comply.
const prescanBytes = 4096

// headerCharset is the charset of a Content-Type header.
func headerCharset(contentType string) string {
	_, after, ok := strings.Cut(strings.ToLower(contentType), "charset")
	if !ok {
		return ""
	}
	return charsetValue(after)
}

// charsetValue reads `="label"` in all the ways in which it is written.
func charsetValue(s string) string {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "=") {
		return ""
	}
	s = strings.TrimLeft(s[1:], " \t\r\n\"'")
	if end := strings.IndexAny(s, "\"';, \t\r\n>?"); end >= 0 {
		s = s[:end]
	}
	return s
}

// pageCharset is the charset that the page declares in a meta element or XML declaration.
func pageCharset(b []byte) string {
	b = b[:min(len(b), prescanBytes)]
	if head := bytes.TrimLeft(b, " \t\r\n"); bytes.HasPrefix(head, []byte("<?xml")) {
		declaration, _, _ := bytes.Cut(head, []byte("?>"))
		if _, after, ok := strings.Cut(string(declaration), "encoding"); ok {
			return charsetValue(after)
		}
	}
	for z := html.NewTokenizer(bytes.NewReader(b)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			if atom.Lookup(name) != atom.Meta {
				continue
			}
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				switch string(key) {
				case "charset":
					return strings.TrimSpace(string(value))
				case "content":
					if label := headerCharset(string(value)); label != "" {
						return label
					}
				}
			}
		}
	}
}

// lookup finds an encoding by one of its WHATWG labels. It is nil for unknown ones, and for
// UTF-8 and UTF-16 as well: whoever asks knows by then that b is not in these.
func lookup(label string) (encoding.Encoding, string) {
	enc, name := charset.Lookup(label)
	switch {
	case enc == nil, strings.HasPrefix(name, "utf-"), name == "replacement", name == "x-user-defined":
		return nil, ""
	case name == "gbk":
		return simplifiedchinese.GB18030, name // its superset, as in browsers
	}
	return enc, name
}

// mediaType is the type of a Content-Type header in lower case, without parameters.
func mediaType(contentType string) string {
	if t, _, err := mime.ParseMediaType(contentType); err == nil {
		return t
	}
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}
