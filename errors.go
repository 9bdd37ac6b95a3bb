package newsparse

import (
	"errors"
	"fmt"
)

// The errors of Parse. They are compared with [errors.Is]; their text says what the page
// is. Where a partial Article could be made, it is returned beside the error.
var (
	// ErrEmpty: the input has no visible text.
	ErrEmpty = errors.New("the page has no visible text; if its scripts write the text, render it in a browser first")
	// ErrTooLarge: the input is larger than Parser.MaxBytes, or has more blocks of text than
	// any page. errors.As with a *TooLargeError tells which, and by how much.
	ErrTooLarge = errors.New("the page is too large")
	// ErrNotText: the input is a PDF, an image or another binary format.
	ErrNotText = errors.New("the input is not HTML or text")
	// ErrNoArticle: there is text but no story. errors.As with a *NoArticleError tells why.
	ErrNoArticle = errors.New("the page holds no article")
)

// A TooLargeError is an [ErrTooLarge] with what there is too much of.
type TooLargeError struct {
	What  string // "bytes", "blocks of text"
	Limit int64  // the most that is taken
	Size  int64  // how much there is; 0 if it was not counted to its end
}

func (e *TooLargeError) Error() string {
	says := fmt.Sprintf("%v: more than %d %s", ErrTooLarge, e.Limit, e.What)
	if e.Size > 0 {
		says = fmt.Sprintf("%v: %d %s, %d more than %d", ErrTooLarge, e.Size, e.What, e.Size-e.Limit, e.Limit)
	}
	if e.What == "bytes" {
		says += "; raise Parser.MaxBytes if that is meant"
	}
	return says
}

// Is makes errors.Is(err, ErrTooLarge) hold.
func (e *TooLargeError) Is(target error) bool { return target == ErrTooLarge }

// A NoArticleError is an [ErrNoArticle] with its reason.
type NoArticleError struct {
	Reason NoArticleReason
}

// A NoArticleReason is what a page without an article is instead.
type NoArticleReason string

// The reasons for which a page holds no article.
const (
	ConsentWall NoArticleReason = "consent wall" // asks to accept cookies before it shows anything
	BotCheck    NoArticleReason = "bot check"    // asks to prove that a human reads
	LoginWall   NoArticleReason = "login wall"   // asks to log in or to pay, and shows no story
	ErrorPage   NoArticleReason = "error page"   // not found, server error, gone
	Listing     NoArticleReason = "listing"      // a front page, a section, a search result
	NoProse     NoArticleReason = "no prose"     // none of these, and no running text
)

func (e *NoArticleError) Error() string {
	return ErrNoArticle.Error() + ": " + string(e.Reason)
}

// Is makes errors.Is(err, ErrNoArticle) hold.
func (e *NoArticleError) Is(target error) bool { return target == ErrNoArticle }
