// Markdown renders the pages of a corpus set to Markdown, as scrapers do.
//
// Usage:
//
//	go run ./markdown SET_DIR DUMP.jsonl
//
// SET_DIR holds gold.jsonl (id and url are read) and pages/ID.html.gz. The dump has a line a page, {"id", "text"}: the
// whole page, with its menus and footers, its links absolute where the page's address is known.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"path/filepath"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"

	"github.com/seed-90a94633/newsparse/internal/decode"
	"github.com/seed-90a94633/newsparse/internal/jsonlines"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: markdown SET_DIR DUMP.jsonl")
	}
	if err := dump(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func dump(set, file string) error {
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer out.Close()
	w := bufio.NewWriter(out)
	lines := json.NewEncoder(w)
	for g, err := range jsonlines.Read[struct{ ID, URL string }](filepath.Join(set, "gold.jsonl")) {
		if err != nil {
			return err
		}
		text, err := render(filepath.Join(set, "pages", g.ID+".html.gz"), g.URL)
		if err != nil {
			return fmt.Errorf("%s: %w", g.ID, err)
		}
		if err := lines.Encode(map[string]string{"id": g.ID, "text": text}); err != nil {
			return err
		}
	}
	return w.Flush()
}

func render(file, address string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return "", err
	}
	page, err := decode.Decode(b, "text/html")
	if err != nil {
		return "", err
	}
	var options []converter.ConvertOptionFunc
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		options = append(options, converter.WithDomain(u.Scheme+"://"+u.Host))
	}
	c := converter.NewConverter(converter.WithPlugins(base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin()))
	return c.ConvertString(page.Text, options...)
}
