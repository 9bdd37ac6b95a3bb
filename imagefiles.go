package newsparse

import (
	"slices"
	"strings"
	"unicode"
)

// fileOf is what two addresses of one picture in two sizes have in common: the path with
// neither the extension nor a size; the query only where the path names no file.
func fileOf(address string) string {
	address, query, _ := strings.Cut(address, "?")
	if _, rest, ok := strings.Cut(address, "//"); ok {
		_, address, _ = strings.Cut(rest, "/")
	}
	address = strings.Trim(address, "/")
	folder, name := "", address
	if i := strings.LastIndexByte(address, '/'); i >= 0 {
		folder, name = address[:i], address[i+1:]
	}
	stem := name
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem = name[:i]
	} else if query != "" {
		return address + "?" + query
	}
	for {
		i := strings.LastIndexAny(stem, "-_@")
		if i <= 0 || !isSize(stem[i+1:]) {
			break
		}
		stem = stem[:i]
	}
	parts := slices.DeleteFunc(strings.Split(folder, "/"), isSize)
	return strings.Join(append(parts, stem), "/")
}

// isSize reports whether s, a part of an address, is a size: "640x480", "w640", "2x".
func isSize(s string) bool {
	if s == "scaled" {
		return true
	}
	digits, letters := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case c == 'x' || c == 'w' || c == 'h':
			letters++
		default:
			return false
		}
	}
	return letters > 0 && digits > 0
}

// icons are the words by which the files of images call what is no picture of a story, and
// signs those of what is none unless it has a caption.
var (
	icons = [...]string{"avatar", "avatars", "gravatar", "ico", "icon", "icons", "favicon", "spacer", "sprite", "emoji", "placeholder", "arrow", "arrows", "bullet", "button"}
	signs = [...]string{"logo", "logos", "banner", "banners"}
)

// isCalled reports whether an image's address holds one of several words.
func isCalled(address string, names []string) bool {
	address, _, _ = strings.Cut(address, "?")
	for w := range strings.FieldsFuncSeq(strings.ToLower(address), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(names, w) {
			return true
		}
	}
	return false
}
