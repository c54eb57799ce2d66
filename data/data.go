// Package data holds the knowledge that a political scientist reads and changes,
// one folder a topic, as an embedded file system. It has no logic: commands and
// tests hand [FS] to the package that reads a topic.
package data

import "embed"

// FS is the folder that this file lies in; a new topic is named in the line below.
//
//go:embed catalogue codebook intake text voice when model where occurrence who score
var FS embed.FS
