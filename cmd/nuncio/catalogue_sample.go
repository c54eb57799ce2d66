package main

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/catalogue"
)

type catalogueSampleCmd struct {
	Seed      string `required:"" help:"Any word; the same word draws the same spells."`
	Number    int    `short:"n" default:"200" help:"How many spells; 0 for all, in the order of the draw."`
	Since     string `default:"1990-01-01" help:"Spells that ended before this day are not drawn."`
	Basis     string `help:"Draw only among rows of this basis (verified, unverified, disputed)." placeholder:"BASIS"`
	Show      bool   `help:"Print basis, source, file and line too; without it the reader judges blind."`
	Catalogue string `help:"Folder of catalogue tables laid over the built-in ones." type:"existingdir" placeholder:"DIR"`
}

// Help is shown by nuncio catalogue sample --help.
func (catalogueSampleCmd) Help() string {
	return `The draw is by a digest of the seed and the row, so that anybody can draw the same spells again from the same tables, and a row that is
mended since leaves the others where they were. The columns are those of roles/*.tsv, with the person's name, without basis and source.

Examples:
  nuncio catalogue sample --seed spring -n 200 > to-judge.tsv
  nuncio catalogue sample --seed spring -n 50 --basis unverified --show`
}

func (c *catalogueSampleCmd) Run(std streams) error {
	since, err := nuncio.ParseDate(c.Since)
	if err != nil {
		return fmt.Errorf("--since: %w", err)
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return fmt.Errorf("catalogue:\n%w", err)
	}
	for _, r := range cat.Sample(c.Seed, c.Number, since, c.Basis) {
		name := r.Person
		if e := cat.Entity(r.Person); e != nil {
			name = e.Name
		}
		row := []string{name, strings.Join(r.Offices, "|"), r.Title, r.Of, r.From.String(), r.To.String()}
		if c.Show {
			file, line := r.At()
			row = append(row, r.Basis, r.Source, fmt.Sprintf("%s:%d", file, line))
		}
		fmt.Fprintln(std.out, strings.Join(row, "\t"))
	}
	return nil
}
