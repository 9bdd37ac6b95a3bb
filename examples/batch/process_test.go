package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/seed-90a94633/newsparse/examples/batch/source/sourcetest"
)

// asProgram makes the test binary the program itself, to be killed.
const asProgram = "BATCH_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

func program(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// manyPages makes inputs of each kind with so many pages in all, some of them without an
// article and some near-duplicates.
func manyPages(t testing.TB, pages int) string {
	t.Helper()
	dir := t.TempDir()
	var lines, warc bytes.Buffer
	var records []sourcetest.Record
	for i := range pages {
		seed := uint64(i)
		switch {
		case i%10 == 9:
			seed /= 2 // an earlier one again
		case i%10 == 8:
			json.NewEncoder(&lines).Encode(map[string]string{"html": sourcetest.Consent})
			continue
		}
		switch i % 3 {
		case 0:
			records = append(records, sourcetest.StoryResponse(seed))
		case 1:
			json.NewEncoder(&lines).Encode(map[string]string{"html": sourcetest.Story(seed)})
		case 2:
			write(t, filepath.Join(dir, "pages", fmt.Sprintf("%02d", i%7), fmt.Sprintf("%04d.html", i)), []byte(sourcetest.Story(seed)))
		}
	}
	if err := sourcetest.WriteWARC(&warc, true, records...); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "crawl.warc.gz"), warc.Bytes())
	write(t, filepath.Join(dir, "lines.jsonl"), lines.Bytes())
	return dir
}

// A run that is killed over and over gives what a run gives that is left alone: each page
// once, in the same order, with the same near-duplicates and the same report.
func TestKill(t *testing.T) {
	const pages, wantKills = 600, 8
	in, whole, killed := manyPages(t, pages), t.TempDir(), t.TempDir()
	for _, format := range []string{"jsonl", "parquet"} {
		t.Run(format, func(t *testing.T) {
			args := func(out string) []string {
				return []string{"-out", filepath.Join(out, format), "-format", format, "-part", "25", in}
			}
			want := succeed(t, args(whole)...)
			if !strings.Contains(want, "540 articles, 30 of them near-duplicates") {
				t.Fatalf("the pages are not what they should be:\n%s", want)
			}
			r := rand.New(rand.NewPCG(1, 2))
			kills := 0
			var printed []byte
			for try := 0; ; try++ {
				if try > 20*wantKills {
					t.Fatal("the killed runs do not come to an end")
				}
				var out, errs bytes.Buffer
				cmd := program(args(killed)...)
				cmd.Stdout, cmd.Stderr = &out, &errs
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				ended := make(chan error, 1)
				go func() { ended <- cmd.Wait() }()
				var err error
				if kills < wantKills {
					err = killAfterSomeParts(cmd, ended, filepath.Join(killed, format), 1+r.IntN(2), time.Duration(r.IntN(30))*time.Millisecond)
				} else {
					err = <-ended
				}
				if err == nil {
					printed = out.Bytes()
					break
				}
				if errs.Len() > 0 {
					t.Fatalf("not killed, but failed: %v: %s", err, &errs)
				}
				kills++
			}
			if kills < wantKills/2 {
				t.Errorf("the run ended after %d kills: it is too fast for this test", kills)
			}
			if string(printed) != want {
				t.Errorf("report is\n%swant\n%s", printed, want)
			}
			same(t, rows(t, filepath.Join(killed, format)), rows(t, filepath.Join(whole, format)))
			got, wantFailures := failures(t, filepath.Join(killed, format)), failures(t, filepath.Join(whole, format))
			if len(got) != len(wantFailures) || len(got)+len(rows(t, filepath.Join(whole, format))) != pages {
				t.Errorf("%d failures, want %d", len(got), len(wantFailures))
			}
			if left := files(t, filepath.Join(killed, format), "*"+temporary); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// killAfterSomeParts kills a run with SIGKILL when it has completed so many parts, and a
// moment more, so that the kill hits writing, renaming and reading alike. It returns how the
// run ended: without error, if it came to its end before.
func killAfterSomeParts(cmd *exec.Cmd, ended <-chan error, out string, parts int, moment time.Duration) error {
	before, _, _ := readState(filepath.Join(out, stateFile))
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			return err
		case <-look.C:
		}
		if s, _, err := readState(filepath.Join(out, stateFile)); err == nil && s.Parts >= before.Parts+parts {
			time.Sleep(moment)
			cmd.Process.Kill()
			return <-ended
		}
	}
}

// Ctrl-C keeps what is done, without a part half made.
func TestInterrupt(t *testing.T) {
	in, out := manyPages(t, 600), t.TempDir()
	cmd := program("-out", out, "-part", "25", in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for try := 0; try < 5000; try++ {
		if s, _, err := readState(filepath.Join(out, stateFile)); err == nil && s.Parts > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err == nil || !strings.Contains(stderr.String(), "again to go on") {
		t.Fatalf("%v: %s", err, &stderr)
	}
	s, _, err := readState(filepath.Join(out, stateFile))
	if err != nil || s.Done || int(s.Articles) != len(rows(t, out)) || int(s.Pages-s.Articles) != len(failures(t, out)) {
		t.Errorf("state is %+v (%v), with %d articles and %d failures", s, err, len(rows(t, out)), len(failures(t, out)))
	}
	succeed(t, "-out", out, "-part", "25", in)
	if got := len(rows(t, out)) + len(failures(t, out)); got != 600 {
		t.Errorf("%d pages in the end, want 600", got)
	}
}

// On a terminal there is a bar with rate and time left; in a pipe, nothing but the report.
func TestProgress(t *testing.T) {
	in := manyPages(t, 1000)
	t.Run("terminal", func(t *testing.T) {
		terminal, err := pty.StartWithSize(program("-out", t.TempDir(), "-workers", "1", in), &pty.Winsize{Rows: 24, Cols: 120})
		if err != nil {
			t.Skip("no pseudo-terminals here:", err)
		}
		defer terminal.Close()
		screen, _ := io.ReadAll(terminal) // ends with an error of its own when the program does
		if bar := regexp.MustCompile(`\d+ pages, \d+/s +\d+% .*B/s\) \[\d+s:\d+s\]`); !bar.Match(screen) {
			t.Errorf("no bar in %q", screen)
		}
		if !bytes.Contains(screen, []byte("1000 pages")) {
			t.Errorf("no report in %q", screen)
		}
	})
	t.Run("pipe", func(t *testing.T) {
		cmd := program("-out", t.TempDir(), in)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		stdout, err := cmd.Output()
		if err != nil || stderr.Len() > 0 || !bytes.HasPrefix(stdout, []byte("      ")) || bytes.ContainsRune(stdout, '\r') {
			t.Errorf("%v, prints %q, %q", err, stdout, &stderr)
		}
	})
}
