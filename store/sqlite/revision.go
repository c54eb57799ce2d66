package sqlite

import "context"

// Revision is Stats.Revision alone, without the counting: what was answered stays
// true while it stands.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, `SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'revision'), 0)`).Scan(&n)
	return n, err
}
