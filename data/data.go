// Package data holds the knowledge that a political scientist reads and changes,
// one folder a topic, as an embedded file system. It has no logic: commands and
// tests hand [FS] to the package that reads a topic.
//
// The two large files that no person edits stand beside it as they lie in the
// program, so that nobody need copy them to read them.
package data

import _ "embed" // the two files below

// Model is model/en.nuncio, the language model. It must not be written to.
//
//go:embed model/en.nuncio
var Model []byte

// Gazetteer is where/gazetteer.bin.
//
//go:embed where/gazetteer.bin
var Gazetteer string
