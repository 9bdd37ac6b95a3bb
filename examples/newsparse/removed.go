package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/seed-90a94633/newsparse"
)

// shownRunes is how much of a removed text is shown.
const shownRunes = 60

// printRemoved prints what was taken away from a page and what was mended, a line each.
func printRemoved(out io.Writer, art *newsparse.Article) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if art.FromMetadata {
		fmt.Fprintln(table, "the page shows no story; this one is from its JSON-LD (articleBody)")
	}
	fmt.Fprintf(table, "%d removed\n", len(art.Removed))
	for _, r := range art.Removed {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", position(r.Place), r.Reason, shorten(r.Text), r.Place.Path)
	}
	table.Flush() // the columns of the two lists differ
	fmt.Fprintf(table, "%d repaired\n", len(art.Repairs))
	for _, r := range art.Repairs {
		fmt.Fprintf(table, "  %s\t%s\t%q → %q\t%.2f\n", position(r.Place), r.Kind, r.Before, r.After, r.Confidence)
	}
	return table.Flush()
}

func position(p newsparse.Place) string {
	if p.Line > 0 {
		return fmt.Sprintf("line %d", p.Line)
	}
	return fmt.Sprintf("block %d", p.Block)
}

// shorten puts text on one line of at most shownRunes.
func shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= shownRunes {
		return text
	}
	return string([]rune(text)[:shownRunes-1]) + "…"
}
