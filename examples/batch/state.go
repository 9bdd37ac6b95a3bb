package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A state says how far a batch has come. It is written to the output directory with each part,
// after the part: what the state does not count is not there, and is made again.
type state struct {
	Options      string           `json:"options"`        // those that shape the output: a run must go on with the same
	Parts        int              `json:"parts"`          // written and complete
	Next         position         `json:"next"`           // the first page that no part accounts for
	Bytes        int64            `json:"bytes"`          // of input before Next
	Pages        int64            `json:"pages"`          // read so far: Articles and the Failures
	Articles     int64            `json:"articles"`       //
	Near         int64            `json:"nearDuplicates"` // of the Articles
	Failures     map[string]int64 `json:"failures"`       // by reason
	Fingerprints int64            `json:"fingerprints"`   // entries in the file of that name
	Done         bool             `json:"done"`           // all inputs of the plan are read
}

// A position is a page in the inputs.
type position struct {
	Input  int   `json:"input"`  // in the plan
	Record int64 `json:"record"` // in the input
}

// readState returns the state of a directory; of one where no batch has run, ok is false.
func readState(file string) (s state, ok bool, err error) {
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return state{}, false, nil
	case err != nil:
		return state{}, false, err
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return state{}, false, fmt.Errorf("%s: %w", file, err)
	}
	return s, true, nil
}

func (s state) write(file string) error {
	return replaceFile(file, func(w *bufio.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(s)
	})
}

// replaceFile writes a file so that at any moment, through a kill or a power cut, the old or
// the new content is there, whole.
func replaceFile(name string, write func(*bufio.Writer) error) error {
	file, err := os.Create(name + temporary)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(file)
	err = errors.Join(write(buffer), buffer.Flush(), file.Sync(), file.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(file.Name(), name); err != nil {
		return err
	}
	return syncDir(filepath.Dir(name))
}

// temporary ends the names of files that are not complete.
const temporary = ".tmp"

// syncDir makes renames in a directory last. Where directories cannot be synced, as on
// Windows, the file system does so itself.
func syncDir(dir string) error {
	handle, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer handle.Close()
	if err := handle.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}
