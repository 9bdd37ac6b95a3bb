// Package jsonlines reads files that hold a JSON value on each line, as the corpus and its renderings are kept.
package jsonlines

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// Read yields the values of a file, line by line; lines of white space are passed over. An error comes last, with
// the file and the line in it. Lines may be of any length.
func Read[T any](path string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		f, err := os.Open(path)
		if err != nil {
			yield(none, err)
			return
		}
		defer f.Close()
		in := bufio.NewReader(f)
		for n := 1; ; n++ {
			line, end := in.ReadString('\n')
			if end != nil && !errors.Is(end, io.EOF) {
				yield(none, fmt.Errorf("%s:%d: %w", path, n, end))
				return
			}
			if strings.TrimSpace(line) != "" {
				var value T
				if err := json.Unmarshal([]byte(line), &value); err != nil {
					yield(none, fmt.Errorf("%s:%d: %w", path, n, err))
					return
				}
				if !yield(value, nil) {
					return
				}
			}
			if end != nil {
				return
			}
		}
	}
}

// ReadAll reads all values of a file.
func ReadAll[T any](path string) (all []T, err error) {
	for value, err := range Read[T](path) {
		if err != nil {
			return nil, err
		}
		all = append(all, value)
	}
	return all, nil
}
