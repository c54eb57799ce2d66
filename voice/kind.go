package voice

import (
	"io/fs"
)

type kindRule struct{}

func (t *tables) loadKinds(fsys fs.FS) error { return nil }
