package voice

import "io/fs"

type statusTable struct{}

func (t *tables) loadStatus(fsys fs.FS) error { return nil }
