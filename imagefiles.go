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
	at := strings.LastIndexByte(address, '/') + 1
	folder, stem := address[:at], address[at:]
	if i := strings.LastIndexByte(stem, '.'); i > 0 {
		stem = stem[:i]
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
	for part := range strings.SplitSeq(folder, "/") {
		if isSize(part) { // seldom
			return strings.Join(slices.DeleteFunc(strings.Split(folder, "/"), isSize), "/") + stem
		}
	}
	return address[:at+len(stem)]
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

// A fileClass is what the words of its address say that an image is.
type fileClass uint8

const (
	unread   fileClass = iota
	ordinary           // they say nothing
	sign               // no picture of a story unless it has a caption
	icon               // no picture of any story
)

// fileWords are the words by which the files of images call signs and icons.
var fileWords = map[string]fileClass{
	"logo": sign, "logos": sign, "banner": sign, "banners": sign,
	"avatar": icon, "avatars": icon, "gravatar": icon, "ico": icon, "icon": icon, "icons": icon, "favicon": icon, "spacer": icon, "sprite": icon,
	"emoji": icon, "placeholder": icon, "arrow": icon, "arrows": icon, "bullet": icon, "button": icon,
}

// classOf is what an image's address says that it is.
func classOf(address string) fileClass {
	address, _, _ = strings.Cut(address, "?")
	class := ordinary
	for w := range strings.FieldsFuncSeq(address, func(r rune) bool { return !unicode.IsLetter(r) }) {
		class = max(class, fileWords[strings.ToLower(w)])
	}
	return class
}
