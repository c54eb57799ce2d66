package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"nuncio"
	"nuncio/coder"
	"nuncio/store"
	"nuncio/store/sqlite"
)

// ingestCmd codes reports into a store.
type ingestCmd struct {
	inputs
	storing
}

// Help is shown by nuncio ingest --help.
func (ingestCmd) Help() string {
	return `Reports that the store has already are passed over, so that an interrupted run is completed by running it again.
A report with the URL (or else the outlet and day) of a stored one, its title and much of its text corrects it: the
earlier version is kept. Occurrences are brought up to date with every batch.

Examples:
  nuncio ingest reports/
  nuncio ingest --data ./store wire.jsonl
  nuncio occurrences --data ./store --between PRK RUS --since 2017

Exit status: 0 when every input was stored, 1 when some were refused (each is named), 2 when the command line is wrong.`
}

func (c *ingestCmd) Run(ctx context.Context, std streams) error {
	parts, err := c.parts()
	if err != nil {
		return err
	}
	st, err := c.open(ctx, parts.Catalogue)
	if err != nil {
		return err
	}
	defer st.Close()
	b := batch{store: st}
	newWorker := coder.New(parts)
	err = c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := newWorker.NewWorker()
		return func(rep *nuncio.Report) result {
			has, err := st.Has(ctx, rep.ID)
			if err != nil {
				return result{failed: err}
			}
			if has[rep.ID] {
				return result{record: nuncio.Record{Report: *rep}}
			}
			rec := w.Code(rep)
			return result{record: rec, words: w.Words()}
		}
	}, func(res *result) error {
		if res.failed != nil {
			return res.failed
		}
		return b.add(ctx, &res.record)
	})
	// What was coded before an interruption is kept.
	if flushErr := b.flush(context.WithoutCancel(ctx)); flushErr != nil {
		return errors.Join(flushErr, err)
	}
	if b.counts[store.New]+b.counts[store.Corrected] >= 100 {
		if optimizeErr := st.Optimize(context.WithoutCancel(ctx)); optimizeErr != nil {
			return errors.Join(optimizeErr, err)
		}
	}
	fmt.Fprintf(std.err, "nuncio: %d new, %d corrected, %d known", b.counts[store.New], b.counts[store.Corrected]+b.counts[store.Earlier], b.counts[store.Known])
	if b.copies > 0 {
		fmt.Fprintf(std.err, ", %d of them copies", b.copies)
	}
	fmt.Fprintln(std.err)
	return err
}

// batch puts records into a store several at a time: a transaction costs more
// than a record.
type batch struct {
	store  *sqlite.Store
	recs   []*nuncio.Record
	since  time.Time
	counts map[store.Outcome]int
	copies int
}

// A batch is stored when it has so many records, or is so old.
const (
	batchSize = 64
	batchAge  = 2 * time.Second
)

func (b *batch) add(ctx context.Context, rec *nuncio.Record) error {
	if rec.Schema == "" { // known, and not coded again
		b.count(store.Put{Outcome: store.Known})
		return nil
	}
	if len(b.recs) == 0 {
		b.since = time.Now()
	}
	keep := *rec
	b.recs = append(b.recs, &keep)
	if len(b.recs) >= batchSize || time.Since(b.since) > batchAge {
		return b.flush(ctx)
	}
	return nil
}

func (b *batch) flush(ctx context.Context) error {
	if len(b.recs) == 0 {
		return nil
	}
	puts, err := b.store.Put(ctx, b.recs...)
	b.recs = b.recs[:0]
	for _, p := range puts {
		b.count(p)
	}
	return err
}

func (b *batch) count(p store.Put) {
	if b.counts == nil {
		b.counts = map[store.Outcome]int{}
	}
	b.counts[p.Outcome]++
	if p.CopyOf != "" {
		b.copies++
	}
}
