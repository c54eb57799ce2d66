package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nuncio"
	"nuncio/catalogue"
)

// catalogueCmd holds what is done with the catalogue itself.
type catalogueCmd struct {
	Check  catalogueCheckCmd  `cmd:"" help:"Look for overlaps, gaps, impossible dates and doubled names."`
	Sample catalogueSampleCmd `cmd:"" help:"Draw spells at random, to be judged by a reader."`
	Import catalogueImportCmd `cmd:"" help:"Make an overlay from PETRARCH/Phoenix dictionaries or a Wikidata dump."`
}

type catalogueCheckCmd struct {
	Catalogue string   `help:"Folder of catalogue tables laid over the built-in ones." type:"existingdir" placeholder:"DIR"`
	Since     string   `default:"1990-01-01" help:"Heads of state and of government leave no gap from this day on."`
	Until     string   `default:"2025-12-31" help:"… up to this day."`
	Slack     int      `default:"3" help:"Days that a gap may last."`
	Kinds     []string `default:"overlap,gap,date,name" enum:"overlap,gap,date,name" help:"What to look for."`
	Coverage  bool     `help:"Print, for each office that coverage.tsv promises, the share of days with a holder and of verified spells."`
}

// Help is shown by nuncio catalogue check --help.
func (catalogueCheckCmd) Help() string {
	return `Faults of form (an unknown id, a bad date, a missing column) are errors, named by file and line. Then come the findings: two
who hold an office that only one can hold, days on which a state had no head, roles before birth or after death or after
the end of a state, one name for two bodies of a country. Vacancies that are known stand in vacancies.tsv and are not reported.

Examples:
  nuncio catalogue check
  nuncio catalogue check --catalogue my-tables/ --kinds gap,overlap

Exit status: 0 when nothing was found, 1 when something was.`
}

func (c *catalogueCheckCmd) Run(std streams) error {
	since, err := nuncio.ParseDate(c.Since)
	if err != nil {
		return fmt.Errorf("--since: %w", err)
	}
	until, err := nuncio.ParseDate(c.Until)
	if err != nil {
		return fmt.Errorf("--until: %w", err)
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return fmt.Errorf("catalogue:\n%w", err)
	}
	wanted := map[string]bool{}
	for _, k := range c.Kinds {
		wanted[k] = true
	}
	if c.Coverage {
		printCoverage(std.out, cat.Coverage(until))
	}
	found := 0
	for _, f := range cat.Check(catalogue.CheckOptions{Since: since, Until: until, Slack: c.Slack}) {
		if wanted[f.Kind] {
			found++
			fmt.Fprintln(std.out, f)
		}
	}
	counts := cat.Counts()
	fmt.Fprintf(std.err, "%d states, %d persons, %d organizations, %d armed groups, %d outlets, %d roles (%d verified): %d findings\n",
		counts.States, counts.Persons, counts.Organizations, counts.Groups, counts.Outlets, counts.Roles, counts.Verified, found)
	if found > 0 {
		return errFindings
	}
	return nil
}

// printCoverage writes one line an office, then those whose office is not filled
// on every day, the worst first.
func printCoverage(w io.Writer, rows []catalogue.Covered) {
	for _, r := range rows {
		fmt.Fprintf(w, "%s since %d: %d bodies, %.2f %% of %d days; %d spells, %d verified\n", r.Office, r.Since.Year, r.Bodies,
			100*float64(r.Held)/float64(max(r.Days, 1)), r.Days, r.Spells, r.Verified)
		slices.SortStableFunc(r.Short, func(a, b catalogue.Shortfall) int { return cmp.Compare(b.Days-b.Held, a.Days-a.Held) })
		for _, s := range r.Short {
			fmt.Fprintf(w, "  %s: %d of %d days without a holder\n", s.Of, s.Days-s.Held, s.Days)
		}
	}
}

var errFindings = errors.New("the catalogue needs a look")

type catalogueImportCmd struct {
	Inputs []string `arg:"" help:"Dictionary files, or a Wikidata JSON dump (- for standard input)."`
	From   string   `enum:"petrarch,wikidata" required:"" help:"petrarch: actor and agent dictionaries of TABARI, PETRARCH, Phoenix; wikidata: a JSON dump, one item a line, uncompressed." placeholder:"KIND"`
	Out    string   `short:"o" required:"" help:"Folder for the overlay; made when it is not there." placeholder:"DIR" type:"path"`
	Source string   `help:"Id for the source column (default: the kind)." placeholder:"ID"`
}

// Help is shown by nuncio catalogue import --help.
func (catalogueImportCmd) Help() string {
	return `The result is a folder of tables to read, mend and use with --catalogue; nothing built in is changed. What could not be taken in is
named in skipped.txt there, by file and line, with the reason. Rows say basis unverified.

Examples:
  nuncio catalogue import --from petrarch -o mine Phoenix.Countries.actors.txt Phoenix.agents.txt
  bzcat latest-all.json.bz2 | nuncio catalogue import --from wikidata -o wd -
  nuncio who "Name" --on 2012-06-01 --catalogue mine

Exit status: 0 when it was written, 1 when not.`
}

func (c *catalogueImportCmd) Run(std streams) error {
	cat, err := catalogue.Load(sub("catalogue"))
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	id, title := c.Source, "Imported from PETRARCH dictionaries"
	if c.From == "wikidata" {
		title = "Imported from a Wikidata dump"
	}
	if id == "" {
		id = c.From
	}
	o := catalogue.NewOverlay(id, title, "that of the source")
	for _, in := range c.Inputs {
		if err := c.read(cat, in, std.in, o); err != nil {
			return err
		}
	}
	return c.write(o, std)
}

func (c *catalogueImportCmd) read(cat *catalogue.Catalogue, in string, stdin io.Reader, o *catalogue.Overlay) (err error) {
	r := stdin
	if in != "-" {
		f, err := os.Open(in)
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	if c.From == "wikidata" {
		return cat.ImportWikidata(r, filepath.Base(in), o)
	}
	return cat.ImportPETRARCH(r, filepath.Base(in), o)
}

func (c *catalogueImportCmd) write(o *catalogue.Overlay, std streams) error {
	for _, name := range o.Files() {
		path := filepath.Join(c.Out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		err = o.WriteFile(f, name)
		if cerr := f.Close(); err == nil {
			err = cerr
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fmt.Fprintf(std.out, "%s: %d rows\n", path, o.Rows(name))
	}
	if o.SkippedCount() > 0 {
		path := filepath.Join(c.Out, "skipped.txt")
		if err := os.WriteFile(path, []byte(strings.Join(o.Skipped, "\n")+"\n"), 0o644); err != nil {
			return err
		}
		fmt.Fprintf(std.out, "%s: %d entries left out\n", path, o.SkippedCount())
	}
	if _, err := catalogue.Load(sub("catalogue"), os.DirFS(c.Out)); err != nil {
		return fmt.Errorf("the overlay does not load: %w", err)
	}
	return nil
}
