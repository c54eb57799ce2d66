package catalogue

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strings"

	"nuncio"
)

// Sample draws n spells that touch the time from since on, all of them when n is
// 0, in the order of a digest of the seed and the row. Whoever has the same tables
// and seed draws the same; a row keeps its place in the order when others change.
// basis restricts it to rows of that basis, "" takes any.
func (c *Catalogue) Sample(seed string, n int, since nuncio.Date, basis string) []*Role {
	type drawn struct {
		role *Role
		key  [sha256.Size]byte
	}
	var all []drawn
	for i := range c.roles {
		r := &c.roles[i]
		if r.To.known() && r.To.Last().Before(since) || basis != "" && r.Basis != basis {
			continue
		}
		row := []string{seed, r.Person, strings.Join(r.Offices, "|"), r.Title, r.Of, r.From.String(), r.To.String()}
		all = append(all, drawn{r, sha256.Sum256([]byte(strings.Join(row, "\t")))})
	}
	slices.SortFunc(all, func(a, b drawn) int { return bytes.Compare(a.key[:], b.key[:]) })
	if n > 0 && n < len(all) {
		all = all[:n]
	}
	out := make([]*Role, len(all))
	for i := range all {
		out[i] = all[i].role
	}
	return out
}

// At is the file and line of the row, for those who mend it.
func (r *Role) At() (file string, line int) { return r.file, r.line }
