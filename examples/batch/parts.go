package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/seed-90a94633/newsparse/examples/batch/row"
)

// A part is a run of the output that becomes visible as a whole: the articles of some pages,
// and the failures of the others, each in a file. A file without content is not made.
type part struct {
	dir      string
	number   int
	format   string
	articles row.Writer
	failures *json.Encoder
	files    []*os.File
}

const articlesName, failuresName = "articles", "failures"

func (p *part) create(kind, ending string) (*os.File, error) {
	file, err := os.Create(filepath.Join(p.dir, fmt.Sprintf("%s-%06d.%s%s", kind, p.number, ending, temporary)))
	if err == nil {
		p.files = append(p.files, file)
	}
	return file, err
}

func (p *part) addRow(r *row.Row) error {
	if p.articles == nil {
		file, err := p.create(articlesName, p.format)
		if err != nil {
			return err
		}
		if p.articles, err = row.NewWriter(file, p.format); err != nil {
			return err
		}
	}
	return p.articles.Write(r)
}

func (p *part) addFailure(f *row.Failure) error {
	if p.failures == nil {
		file, err := p.create(failuresName, "jsonl")
		if err != nil {
			return err
		}
		p.failures = json.NewEncoder(file)
		p.failures.SetEscapeHTML(false)
	}
	return p.failures.Encode(f)
}

// complete gives the files of the part their names, when all they hold is on the disk.
func (p *part) complete() error {
	if p.articles != nil {
		if err := p.articles.Close(); err != nil {
			return err
		}
	}
	for _, file := range p.files {
		if err := errors.Join(file.Sync(), file.Close()); err != nil {
			return err
		}
		if err := os.Rename(file.Name(), strings.TrimSuffix(file.Name(), temporary)); err != nil {
			return err
		}
	}
	return syncDir(p.dir)
}

// abandon removes what there is of the part.
func (p *part) abandon() {
	for _, file := range p.files {
		file.Close()
		os.Remove(file.Name())
	}
}

// partNumber is the number of the part that a file belongs to, complete or not.
func partNumber(name string) (number int, ok bool) {
	kind, rest, _ := strings.Cut(name, "-")
	digits, _, _ := strings.Cut(rest, ".")
	number, err := strconv.Atoi(digits)
	return number, err == nil && (kind == articlesName || kind == failuresName)
}

// removeParts removes the files of a directory that belong to parts from first on: those of a
// run that was stopped before it could account for them.
func removeParts(dir string, first int) (removed int, err error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		number, ok := partNumber(file.Name())
		if !ok || number < first && !strings.HasSuffix(file.Name(), temporary) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, file.Name())); err != nil {
			return removed, err
		}
		removed++
	}
	return removed, nil
}
