package codebook

import (
	"io/fs"
	"testing/fstest"
)

// mapFS is a folder of files given as text.
type mapFS map[string]string

func (m mapFS) Open(name string) (fs.File, error) {
	files := fstest.MapFS{}
	for n, text := range m {
		files[n] = &fstest.MapFile{Data: []byte(text)}
	}
	return files.Open(name)
}
