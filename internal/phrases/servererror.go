package phrases

import "strings"

// errorKinds are the words with which PHP begins the messages that it writes into a page.
var errorKinds = [...]string{"Warning", "Notice", "Deprecated", "Strict Standards", "Fatal error", "Parse error"}

// IsServerError reports whether a text begins with the message of an error of the site's own program: "Warning: … in
// /www/index.php on line 12".
func IsServerError(text string) bool {
	for _, kind := range errorKinds {
		if rest, ok := strings.CutPrefix(text, kind); ok && strings.HasPrefix(rest, ":") {
			_, after, found := strings.Cut(rest, " on line ")
			return found && after != "" && '0' <= after[0] && after[0] <= '9' && strings.ContainsAny(rest, `/\`)
		}
	}
	return false
}
