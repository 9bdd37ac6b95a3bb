package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/google/uuid"

	"github.com/seed-90a94633/newsparse/examples/batch/row"
)

// write writes rows or failures to o.shards files. Beam's own text and Parquet writers for Go
// gather all elements on one worker; here, each worker writes files of its own.
//
// A row's file follows from its ID, and a file gets its name when it is complete: bundles that
// the runner tries again, or twice at a time, make the same files, and no row is there twice.
func write(s beam.Scope, kind string, o options, elements beam.PCollection) {
	base := strings.TrimSuffix(o.output, "/") + "/" + kind
	if kind == "failures" {
		keyed := beam.ParDo(s, &failureShardFn{Shards: o.shards}, elements)
		beam.ParDo0(s, &writeFailuresFn{shardWriter{base, o.shards}}, beam.GroupByKey(s, keyed))
		return
	}
	keyed := beam.ParDo(s, &rowShardFn{Shards: o.shards}, elements)
	beam.ParDo0(s, &writeRowsFn{shardWriter{base, o.shards}, o.format}, beam.GroupByKey(s, keyed))
}

func init() {
	register.DoFn1x2[row.Row, int, row.Row](&rowShardFn{})
	register.DoFn1x2[row.Failure, int, row.Failure](&failureShardFn{})
	register.DoFn3x1[context.Context, int, func(*row.Row) bool, error](&writeRowsFn{})
	register.DoFn3x1[context.Context, int, func(*row.Failure) bool, error](&writeFailuresFn{})
	register.Iter1[row.Row]()
	register.Iter1[row.Failure]()
	beam.RegisterType(reflect.TypeFor[row.Failure]())
}

func shard(id string, shards int) int {
	hash := fnv.New32a()
	io.WriteString(hash, id)
	return int(hash.Sum32() % uint32(shards))
}

type rowShardFn struct{ Shards int }

func (fn *rowShardFn) ProcessElement(r row.Row) (int, row.Row) { return shard(r.ID, fn.Shards), r }

type failureShardFn struct{ Shards int }

func (fn *failureShardFn) ProcessElement(f row.Failure) (int, row.Failure) {
	return shard(f.ID, fn.Shards), f
}

type writeRowsFn struct {
	To     shardWriter
	Format string
}

func (fn *writeRowsFn) ProcessElement(ctx context.Context, shard int, next func(*row.Row) bool) error {
	return fn.To.write(ctx, shard, fn.Format, func(w io.Writer) error {
		rows, err := row.NewWriter(w, fn.Format)
		if err != nil {
			return err
		}
		for r := new(row.Row); next(r); r = new(row.Row) {
			if err := rows.Write(r); err != nil {
				return err
			}
		}
		return rows.Close()
	})
}

type writeFailuresFn struct{ To shardWriter }

func (fn *writeFailuresFn) ProcessElement(ctx context.Context, shard int, next func(*row.Failure) bool) error {
	return fn.To.write(ctx, shard, "jsonl", func(w io.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		for f := new(row.Failure); next(f); f = new(row.Failure) {
			if err := encoder.Encode(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// A shardWriter writes the files BASE-00002-of-00010.ENDING.
type shardWriter struct {
	Base   string
	Shards int
}

func (to shardWriter) write(ctx context.Context, shard int, ending string, content func(io.Writer) error) error {
	name := fmt.Sprintf("%s-%05d-of-%05d.%s", to.Base, shard, to.Shards, ending)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	temporary := name + "." + uuid.NewString() + ".tmp"
	file, err := fs.OpenWrite(ctx, temporary)
	if err != nil {
		return err
	}
	if err := errors.Join(content(file), file.Close()); err != nil {
		return err
	}
	return filesystem.Rename(ctx, fs, temporary, name)
}
