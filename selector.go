package newsparse

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
)

// Selector compiles a CSS selector, or several separated by commas, for the fields Drop and
// Body of a [Parser]. A Parser compiled once serves every page:
//
//	p := newsparse.Parser{
//		Drop: newsparse.MustSelector("aside, .promo"),
//		Body: newsparse.MustSelector("div.story-text"),
//	}
//
// Pseudo-elements such as ::before select no element and are refused.
func Selector(css string) (goquery.Matcher, error) {
	matcher, err := cascadia.Compile(css)
	if err != nil {
		return nil, fmt.Errorf("newsparse: selector %q: %w", css, err)
	}
	return matcher, nil
}

// MustSelector is [Selector] for a selector that stands in the program: it panics if the
// selector is malformed.
func MustSelector(css string) goquery.Matcher {
	matcher, err := Selector(css)
	if err != nil {
		panic(err)
	}
	return matcher
}
