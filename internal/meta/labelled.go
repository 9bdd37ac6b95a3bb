package meta

import "strings"

// beginsLabelled reports whether a text begins with a word for publication or update and a
// date: it is a date line then, whatever its length.
func beginsLabelled(text string) bool {
	const label = 30 // bytes
	i := strings.IndexFunc(text, isDigit)
	return i > 0 && i <= label && dateMeaning(text[:i], "") != ""
}
