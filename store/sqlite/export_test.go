package sqlite

import "context"

// LatestSchema is the version that Open brings a store to.
var LatestSchema = latestSchema

// MakeAt makes a store of an earlier schema.
func MakeAt(ctx context.Context, path string, version int) error {
	db, err := connect(path, 1, writing)
	if err != nil {
		return err
	}
	defer db.Close()
	return migrate(ctx, db, version)
}
