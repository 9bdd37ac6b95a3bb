package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// An input is a file to read. The order of inputs is that of the output.
type input struct {
	Name string `json:"name"` // as the user named it: the IDs of its pages begin so
	Path string `json:"path"` // absolute: what tells two inputs apart
	Size int64  `json:"size"` // in bytes, as it is stored
}

// endings are the files that are taken from a directory; a named file may end in anything.
var endings = map[string]bool{
	".html": true, ".htm": true, ".xhtml": true, ".txt": true, ".jsonl": true, ".ndjson": true, ".warc": true,
}

// expand returns the files that the arguments stand for: files, directories with all below
// them, and patterns, in which ** stands for any directories.
func expand(args []string) ([]input, error) {
	var found []input
	add := func(name string, info fs.FileInfo) error {
		path, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		found = append(found, input{Name: filepath.ToSlash(name), Path: path, Size: info.Size()})
		return nil
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			err = walk(arg, add)
		case err == nil:
			err = add(arg, info)
		case strings.ContainsAny(arg, "*?[{"):
			err = glob(arg, add)
		}
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func walk(dir string, add func(string, fs.FileInfo) error) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(entry.Name(), ".") && path != dir:
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case entry.IsDir() || !isPages(entry.Name()):
			return nil
		}
		info, err := os.Stat(path) // follows links
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		return add(path, info)
	})
}

// isPages reports whether a name ends as pages do, compressed or not.
func isPages(name string) bool {
	name = strings.ToLower(name)
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	return endings[filepath.Ext(name)]
}

func glob(pattern string, add func(string, fs.FileInfo) error) error {
	names, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly())
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", pattern, err)
	case len(names) == 0:
		return fmt.Errorf("%s: no such file", pattern)
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		if err := add(name, info); err != nil {
			return err
		}
	}
	return nil
}

// planned returns the inputs in the order of the plan that an earlier run wrote to the file,
// with those that are new behind them, and writes the plan anew if there are any. Positions
// in the plan stay what they are, so a run may go on with more inputs than it began with.
func planned(file string, found []input) ([]input, error) {
	plan, err := readPlan(file)
	if err != nil {
		return nil, err
	}
	known := map[string]int{}
	for i, in := range plan {
		known[in.Path] = i
	}
	before := len(plan)
	for _, in := range found {
		if i, ok := known[in.Path]; ok {
			if i < before && plan[i].Size != in.Size {
				plan[i].Size = -1 // it is not the file that was planned
			}
			continue
		}
		known[in.Path] = len(plan)
		plan = append(plan, in)
	}
	if len(plan) == before {
		return plan, nil
	}
	return plan, replaceFile(file, func(w *bufio.Writer) error {
		encoder := json.NewEncoder(w)
		for _, in := range plan {
			if err := encoder.Encode(in); err != nil {
				return err
			}
		}
		return nil
	})
}

func readPlan(name string) (plan []input, err error) {
	file, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	defer file.Close()
	decoder := json.NewDecoder(bufio.NewReader(file))
	for decoder.More() {
		var in input
		if err := decoder.Decode(&in); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		plan = append(plan, in)
	}
	return plan, nil
}
