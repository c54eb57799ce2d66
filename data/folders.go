package data

import "embed"

// FS is the folder that this file lies in; a new topic is named in the line below.
//
//go:embed catalogue clause codebook intake text voice when where/*.md where/*.tsv occurrence who score
var FS embed.FS
