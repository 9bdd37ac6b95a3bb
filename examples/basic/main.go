// Basic parses a page that is part of the program, and prints what the newsroom wrote and
// what was left out.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"log"

	"github.com/seed-90a94633/newsparse"
)

//go:embed page.html
var page []byte

func main() {
	art, err := newsparse.Parse(bytes.NewReader(page))
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println("title:     ", art.Title)
	fmt.Println("standfirst:", art.Standfirst)
	for _, author := range art.Authors {
		fmt.Println("author:    ", author.Name)
	}
	fmt.Println("published: ", art.Published)
	fmt.Printf("expected F1: %.2f\n", art.Confidence)

	fmt.Println("\nbody")
	for _, block := range art.Body {
		fmt.Printf("  %s: %s\n", block.Kind, block.Text)
	}

	fmt.Println("\nremoved")
	for _, r := range art.Removed {
		fmt.Printf("  %s: %q\n", r.Reason, r.Text)
	}
}
