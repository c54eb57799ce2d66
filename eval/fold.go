package eval

import "nuncio/catalogue"

// fold makes names comparable, as the catalogue does: lower case, no accents,
// hyphens as spaces.
func fold(s string) string { return catalogue.Fold(s) }
