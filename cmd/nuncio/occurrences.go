package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/store"
	"nuncio/store/sqlite"
)

// occurrencesCmd lists happenings and who tells of them.
type occurrencesCmd struct {
	storing
	Between       []string `help:"Two parties, each on a side of the event: state codes, ids or names." placeholder:"A,B"`
	With          string   `arg:"" optional:"" hidden:""`
	Party         []string `help:"One of these parties takes part." placeholder:"ID"`
	Class         []string `help:"PLOVER classes." placeholder:"CLASS"`
	Quad          []int    `help:"Quad classes: 0 statements, 1 and 2 cooperation in words and deeds, 3 and 4 conflict." placeholder:"N"`
	Status        []string `help:"asserted, negated, planned, possible or demanded." placeholder:"STATUS"`
	Origin        string   `help:"On the word of this origin." placeholder:"ID"`
	Since         string   `help:"On or after this day: YYYY, YYYY-MM or YYYY-MM-DD." placeholder:"DATE"`
	Until         string   `help:"On or before this day." placeholder:"DATE"`
	Corroboration int      `help:"At least so many independent origins." placeholder:"N"`
	Text          string   `help:"Words that a report has." placeholder:"WORDS"`
	ID            string   `help:"Only this occurrence." placeholder:"ID"`
	Order         string   `enum:"strongest,latest,earliest" default:"strongest" help:"strongest, latest or earliest first." placeholder:"ORDER"`
	Limit         int      `default:"50" help:"At most so many; 0 is all." placeholder:"N"`
	Format        string   `enum:"text,json" default:"text" help:"text, or json (JSON Lines)." placeholder:"FORMAT"`
}

// Help is shown by nuncio occurrences --help.
func (occurrencesCmd) Help() string {
	return `Each occurrence comes with its independent origins, its reports and their words, why they were merged, and what was
kept apart. The strongest have the most origins: forty reports that go back to one agency are one.

Examples:
  nuncio occurrences --between PRK CUB --since 2017
  nuncio occurrences --party person/lavrov-sergei --class CONSULT --order latest
  nuncio occurrences --corroboration 2 --format json`
}

func (c *occurrencesCmd) Run(ctx context.Context, std streams) error {
	cat, err := catalogue.Load(sub("catalogue"))
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	f, err := c.filter(cat)
	if err != nil {
		return err
	}
	st, err := c.openExisting(ctx, cat)
	if err != nil {
		return err
	}
	defer st.Close()
	order := map[string]store.Order{"strongest": store.Strongest, "latest": store.Latest, "earliest": store.Earliest}[c.Order]
	enc := json.NewEncoder(std.out)
	enc.SetEscapeHTML(false)
	shown := 0
	err = eachOccurrence(ctx, st, f, order, c.Limit, func(o *store.Occurrence) error {
		if c.Format == "json" {
			return enc.Encode(o)
		}
		if shown > 0 {
			fmt.Fprintln(std.out)
		}
		shown++
		return showOccurrence(std.out, o)
	})
	if err == nil && shown == 0 && c.Format == "text" {
		fmt.Fprintln(std.err, "nuncio: no such occurrence")
	}
	return err
}

func eachOccurrence(ctx context.Context, st *sqlite.Store, f store.Filter, order store.Order, most int, use func(*store.Occurrence) error) error {
	p := store.Page{Order: order, Limit: store.MaxPage}
	for n := 0; ; {
		list, err := st.Occurrences(ctx, f, p)
		if err != nil {
			return err
		}
		for i := range list.Rows {
			if n++; most > 0 && n > most {
				return nil
			}
			o, err := st.Occurrence(ctx, list.Rows[i].ID)
			if err != nil {
				return err
			}
			if err := use(o); err != nil {
				return err
			}
		}
		if p.Cursor = list.Next; p.Cursor == "" {
			return nil
		}
	}
}

func (c *occurrencesCmd) filter(cat *catalogue.Catalogue) (store.Filter, error) {
	f := store.Filter{Class: upper(c.Class), Quad: c.Quad, Origin: c.Origin, Corroboration: c.Corroboration, Text: c.Text, Occurrence: c.ID}
	between := c.Between
	if c.With != "" {
		between = append(between, c.With)
	}
	switch len(between) {
	case 0:
	case 2:
		f.Between = [2]string{partyID(cat, between[0]), partyID(cat, between[1])}
	default:
		return f, fmt.Errorf("--between takes two parties, as in --between PRK RUS")
	}
	for _, p := range c.Party {
		f.Party = append(f.Party, partyID(cat, p))
	}
	for _, s := range c.Status {
		if !slices.Contains([]nuncio.Status{nuncio.Asserted, nuncio.Negated, nuncio.Planned, nuncio.Possible, nuncio.Demanded}, nuncio.Status(s)) {
			return f, fmt.Errorf("--status %q: want asserted, negated, planned, possible or demanded", s)
		}
		f.Status = append(f.Status, nuncio.Status(s))
	}
	var err error
	if f.Since, err = bound(c.Since, false); err != nil {
		return f, fmt.Errorf("--since: %w", err)
	}
	if f.Until, err = bound(c.Until, true); err != nil {
		return f, fmt.Errorf("--until: %w", err)
	}
	return f, nil
}

func upper(ss []string) []string {
	var out []string
	for _, s := range ss {
		out = append(out, strings.ToUpper(s))
	}
	return out
}

// partyID is the id that a user means: an id, a state's code, or a name that the
// catalogue knows.
func partyID(cat *catalogue.Catalogue, s string) string {
	if cat.Entity(s) != nil {
		return s
	}
	if id := strings.ToUpper(s); len(s) == 3 && cat.Entity(id) != nil {
		return id
	}
	if m := cat.Lookup(s); len(m) > 0 {
		return m[0].Entity.ID
	}
	return s
}

// bound reads YYYY, YYYY-MM or YYYY-MM-DD; the last day of it when end is set.
func bound(s string, end bool) (nuncio.Date, error) {
	switch len(s) {
	case 0:
		return nuncio.Date{}, nil
	case 4:
		d, err := nuncio.ParseDate(s + "-01-01")
		if err == nil && end {
			d = nuncio.NewDate(d.Year, 12, 31)
		}
		return d, err
	case 7:
		d, err := nuncio.ParseDate(s + "-01")
		if err == nil && end {
			d = nuncio.NewDate(d.Year, d.Month+1, 0)
		}
		return d, err
	}
	return nuncio.ParseDate(s)
}
