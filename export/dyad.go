package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"nuncio"
)

// DyadHeader names the columns of WriteDyads, in order.
var DyadHeader = []string{
	"id", "date_start", "date_end", "source", "target", "source_name", "target_name", "cameo", "event", "mode",
	"quad", "goldstein", "status", "first_of_chain", "place", "lat", "lon", "url",
}

// Dyads writes records as comma-separated dyadic rows.
type Dyads struct {
	w      *csv.Writer
	headed bool
}

// NewDyads writes to w; the header comes with the first record.
func NewDyads(w io.Writer) *Dyads { return &Dyads{w: csv.NewWriter(w)} }

// Write adds one row for each pair of actor and recipient of each event. An
// event without recipient has one row an actor, with an empty target.
func (d *Dyads) Write(rec *nuncio.Record) error {
	if err := d.head(); err != nil {
		return err
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		for _, pair := range Pairs(e) {
			if err := d.w.Write(dyadRow(rec, e, pair)); err != nil {
				return fmt.Errorf("csv row of %s/%s: %w", rec.Report.ID, e.ID, err)
			}
		}
	}
	d.w.Flush()
	return d.w.Error()
}

// Close writes the header of an export without records, and what is buffered.
func (d *Dyads) Close() error {
	if err := d.head(); err != nil {
		return err
	}
	d.w.Flush()
	return d.w.Error()
}

func (d *Dyads) head() error {
	if d.headed {
		return nil
	}
	d.headed = true
	return d.w.Write(DyadHeader)
}

// Pair is one direction of an event.
type Pair struct{ Source, Target nuncio.Party }

// Pairs lists the directed pairs of an event: every actor with every recipient,
// and back again for a reciprocal event; a side that nobody is named for is empty.
func Pairs(e *nuncio.Event) []Pair {
	var pairs []Pair
	if len(e.Actor) == 0 { // nobody is named who did it
		for _, r := range e.Recipient {
			pairs = append(pairs, Pair{Target: r})
		}
		return pairs
	}
	for _, a := range e.Actor {
		if len(e.Recipient) == 0 && !e.Reciprocal {
			pairs = append(pairs, Pair{Source: a})
		}
		for _, r := range e.Recipient {
			pairs = append(pairs, Pair{a, r})
		}
	}
	if !e.Reciprocal {
		return pairs
	}
	if len(e.Recipient) == 0 {
		// All parties stand in actor: every ordered pair of them.
		for i, a := range e.Actor {
			for k, b := range e.Actor {
				if i != k {
					pairs = append(pairs, Pair{a, b})
				}
			}
		}
		return pairs
	}
	for _, r := range e.Recipient {
		for _, a := range e.Actor {
			pairs = append(pairs, Pair{r, a})
		}
	}
	return pairs
}

func dyadRow(rec *nuncio.Record, e *nuncio.Event, p Pair) []string {
	place, lat, lon := "", "", ""
	if e.Where != nil {
		place = e.Where.Name
		if e.Where.Lat != nil && e.Where.Lon != nil {
			lat = strconv.FormatFloat(*e.Where.Lat, 'f', -1, 64)
			lon = strconv.FormatFloat(*e.Where.Lon, 'f', -1, 64)
		}
	}
	first := ""
	if len(e.Chain) > 0 {
		first = e.Chain[0].Name
	}
	return []string{
		rec.Report.ID + "/" + e.ID, e.When.Start.String(), e.When.End.String(), code(p.Source), code(p.Target),
		p.Source.Name, p.Target.Name, e.CAMEO, e.Event, e.Mode, strconv.Itoa(e.Quad),
		strconv.FormatFloat(e.Goldstein, 'f', -1, 64), string(e.Status), first, place, lat, lon, rec.Report.URL,
	}
}

func code(p nuncio.Party) string {
	if p.Code != "" {
		return p.Code
	}
	return p.Country + p.Sector
}
