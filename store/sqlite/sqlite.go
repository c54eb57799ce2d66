// Package sqlite keeps records in one SQLite file that analysts may query with
// plain SQL.
//
// Records go in through Put and Recode, each call one transaction in which the
// touched occurrences are computed again; lists, counts and records come out of a
// pool of readers that see the last whole transaction. The file is in WAL mode
// with foreign keys; the program may be killed at any moment and the next Open
// finds what the last finished transaction left. (A power cut may take the last
// transactions back, never a part of one.)
//
// The tables are described in schema/*.sql, which are also the migrations: each
// file takes the schema from one version to the next and is never changed once
// released.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver

	"nuncio/occurrence"
	"nuncio/store"
)

//go:embed schema/*.sql
var schema embed.FS

// FileName is the name of the store's file in its folder.
const FileName = "nuncio.db"

// Store is an open store.
type Store struct {
	write  *sql.DB // one connection
	read   *sql.DB
	merger *occurrence.Merger

	writing sync.Mutex
}

var _ store.Store = (*Store)(nil)

// Open opens the store in a folder, makes it on first use, and brings an earlier
// schema up to date.
func Open(ctx context.Context, dir string, merger *occurrence.Merger) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	return openFile(ctx, filepath.Join(dir, FileName), merger)
}

func openFile(ctx context.Context, path string, merger *occurrence.Merger) (_ *Store, err error) {
	s := &Store{merger: merger}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	if s.write, err = connect(path, 1, writing); err != nil {
		return nil, err
	}
	if err := migrate(ctx, s.write, latestSchema()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := s.change(ctx, s.catchUp); err != nil {
		return nil, fmt.Errorf("%s: merge what an earlier version left: %w", path, err)
	}
	if s.read, err = connect(path, max(4, runtime.GOMAXPROCS(0)), "_pragma=query_only(1)"); err != nil {
		return nil, err
	}
	return s, nil
}

// catchUp computes what an earlier schema left undone, and everything when the
// rules of merging are newer than those that the store was merged by.
func (s *Store) catchUp(t *tx) error {
	var rules string
	if _, err := t.one([]any{&rules}, "SELECT value FROM meta WHERE key = 'merging'"); err != nil {
		return err
	}
	if rules != occurrence.Version {
		if err := t.exec("INSERT OR IGNORE INTO touched SELECT DISTINCT block, -1000000000, 1000000000 FROM event"); err != nil {
			return err
		}
		if err := t.exec("INSERT OR REPLACE INTO meta VALUES ('merging', ?)", occurrence.Version); err != nil {
			return err
		}
	}
	return s.settle(t)
}

// writing is what the connection that writes has beyond the others: room for the many
// pages that a batch touches, which would else be written and read again and again.
const writing = "_txlock=immediate&_pragma=cache_size(-256000)"

func connect(path string, conns int, more string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	pragmas := "_pragma=busy_timeout(20000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=foreign_keys(1)" +
		"&_pragma=temp_store(MEMORY)&_pragma=cache_size(-64000)&_pragma=mmap_size(2147418112)&" + more
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: pragmas}).String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// Close waits for running queries and closes the file.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Optimize lets the query planner look at what the store holds; worth doing after
// much was stored.
func (s *Store) Optimize(ctx context.Context) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	for _, q := range []string{"PRAGMA analysis_limit = 1000", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := s.write.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("optimize: %w", err)
		}
	}
	return nil
}

// change runs a transaction that writes.
func (s *Store) change(ctx context.Context, do func(*tx) error) (err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	t, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // nothing after Commit
	w := &tx{Tx: t, ctx: ctx, merger: s.merger, prepared: map[string]*sql.Stmt{}}
	defer w.close()
	if err := do(w); err != nil {
		return err
	}
	return t.Commit()
}

// tx is a transaction with its prepared statements.
type tx struct {
	*sql.Tx
	ctx      context.Context
	prepared map[string]*sql.Stmt
	actors   map[string]int64 // rows of parties seen in this transaction
	merger   *occurrence.Merger
}

func (t *tx) stmt(query string) (*sql.Stmt, error) {
	if st, ok := t.prepared[query]; ok {
		return st, nil
	}
	st, err := t.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	t.prepared[query] = st
	return st, nil
}

func (t *tx) exec(query string, args ...any) error {
	_, err := t.insert(query, args...)
	return err
}

// insert gives the row number of what it inserted.
func (t *tx) insert(query string, args ...any) (int64, error) {
	st, err := t.stmt(query)
	if err != nil {
		return 0, err
	}
	res, err := st.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("%w in %s", err, query)
	}
	return res.LastInsertId()
}

func (t *tx) rows(query string, args ...any) (*sql.Rows, error) {
	return t.QueryContext(t.ctx, query, args...)
}

// QueryContext keeps the statement: preparing one costs more than a small block.
func (t *tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

// one reads one row; found is false when there is none.
func (t *tx) one(dest []any, query string, args ...any) (found bool, err error) {
	st, err := t.stmt(query)
	if err != nil {
		return false, err
	}
	err = st.QueryRowContext(t.ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

func (t *tx) close() {
	for _, st := range t.prepared {
		st.Close()
	}
}

// latestSchema is the version that the migrations lead to.
func latestSchema() int {
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return 0
	}
	return len(names)
}

// migrate brings the schema to a version, one transaction a step.
func migrate(ctx context.Context, db *sql.DB, to int) error {
	var have int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
		return fmt.Errorf("this is no store: %w", err)
	}
	if have > latestSchema() {
		return fmt.Errorf("the store has schema %d and this program knows up to %d: use a newer nuncio", have, latestSchema())
	}
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		n, err := strconv.Atoi(strings.TrimPrefix(name, "schema/")[:4])
		if err != nil {
			return fmt.Errorf("migration %s: a name begins with four digits", name)
		}
		if n <= have || n > to {
			continue
		}
		if err := step(ctx, db, name, n); err != nil {
			return fmt.Errorf("migration %s: %w", name, err)
		}
	}
	return nil
}

func step(ctx context.Context, db *sql.DB, name string, n int) error {
	text, err := schema.ReadFile(name)
	if err != nil {
		return err
	}
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback()
	var have int // another process may have been quicker
	if err := t.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	if have >= n {
		return nil
	}
	if _, err := t.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", n)); err != nil {
		return err
	}
	return t.Commit()
}
