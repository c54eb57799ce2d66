// Package examples holds the example reports, which nuncio serve --demo shows; README.md
// tells what is in them. It has no logic.
package examples

import "embed"

// FS are the reports, one a .txt file.
//
//go:embed *.txt echo/*.txt
var FS embed.FS
