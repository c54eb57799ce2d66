package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/eval"
	"nuncio/where"
)

// evalPlacesCmd measures the resolving of toponyms, the mention given.
type evalPlacesCmd struct {
	coding
	Form   string `arg:"" enum:"lgl,geovirus,events" help:"Form of the file: lgl, geovirus, or events (a verb and its place)."`
	File   string `arg:"" help:"XML file, or JSON Lines for events; plain or gzipped." type:"existingfile"`
	Half   string `enum:"all,tuned,kept" default:"all" help:"Only one half, by a hash of the article's id: tuned (weights were set on it) or kept (set aside)." placeholder:"HALF"`
	Every  int    `default:"1" help:"Only every so many rows of events." placeholder:"N"`
	Errors int    `default:"0" help:"Print this many errors, spread over the articles." placeholder:"N"`
}

// Help is shown by nuncio eval places --help.
func (evalPlacesCmd) Help() string {
	return `Resolves the annotators' toponyms of each article and says how many lie within
161 km (100 miles) of the annotators' place, or are the very same place. A toponym that
is not found counts as wrong; one for which the annotators had no place is left out.

Example:
  nuncio eval places lgl ../shared/data/geo/geoparsing/lgl.xml.gz --half kept`
}

func (c *evalPlacesCmd) Run(ctx context.Context, std streams) error {
	f, err := c.open()
	if err != nil {
		return err
	}
	defer f.Close()
	if c.Form == "events" {
		return c.events(ctx, std, f)
	}
	read := eval.ReadGeoVirus
	if c.Form == "lgl" {
		read = eval.ReadLGL
	}
	texts, err := read(f)
	if err != nil {
		return err
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return fmt.Errorf("catalogue: %w", err)
	}
	gaz, err := where.Load(data.Gazetteer, sub("where"))
	if err != nil {
		return fmt.Errorf("gazetteer: %w", err)
	}
	scorer := eval.ToponymScorer{Resolver: where.New(gaz), Catalogue: cat}
	var score eval.ToponymScore
	n := 0
	for i := range texts {
		if c.Half == "all" || c.Half == eval.ToponymHalf(texts[i].ID) {
			scorer.Add(&score, &texts[i])
			n++
		}
	}
	for i := 0; i < c.Errors && i < len(score.Errors); i++ {
		e := score.Errors[i*len(score.Errors)/min(c.Errors, len(score.Errors))]
		got := "nothing"
		if e.Got.OK {
			got = fmt.Sprintf("%s, %s (%s; %.0f km off): %s", e.Got.Name, e.Got.Country, e.Got.Precision, e.Distance, e.Got.Reason)
		}
		fmt.Fprintf(std.out, "%s  %s\n    gold %.2f %.2f %s; got %s\n", e.Text, strings.Join(strings.Fields(e.Context), " "), e.Gold.Lat, e.Gold.Lon, e.Gold.Country, got)
	}
	fmt.Fprintf(std.out, "%d articles, %d toponyms with a place, %d resolved (%.1f %%)\n", n, score.Located, score.Resolved, 100*ratio(float64(score.Resolved), score.Located))
	fmt.Fprintf(std.out, "within %d km  %5.1f %%\nsame place     %5.1f %%\nerror          median %.1f km, mean %.0f km\n", eval.NearKM, 100*score.Accuracy(),
		100*ratio(float64(score.Same), score.Located), score.Median(), score.Mean())
	fmt.Fprintf(std.out, "resolved to a point, town or district: %d, of which within %d km %.1f %%\n", score.Spots.TP+score.Spots.FP, eval.NearKM, 100*score.Spots.Precision())
	if k := score.Country; k.TP+k.FP+k.FN > 0 {
		fmt.Fprintf(std.out, "country        %5.1f %%\n", 100*ratio(float64(k.TP), k.TP+k.FP+k.FN))
	}
	return nil
}

// open opens the file, through gzip when its name says so.
func (c *evalPlacesCmd) open() (io.ReadCloser, error) {
	f, err := os.Open(c.File)
	if err != nil || !strings.HasSuffix(c.File, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", c.File, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// events reads each sentence with the whole coder and asks for the place of the
// marked verb.
func (c *evalPlacesCmd) events(ctx context.Context, std streams, in io.Reader) error {
	rows, err := eval.ReadEventPlaces(in)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	parts, err := c.parts()
	if err != nil {
		return err
	}
	worker, places := coder.New(parts).NewWorker(), where.New(parts.Where)
	var score eval.EventPlaceScore
	for i := 0; i < len(rows); i += max(c.Every, 1) {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := worker.Read(&nuncio.Report{Text: rows[i].Text})
		if at, ok := eval.TokenAt(d, rows[i].Verb); ok {
			score.Add(&rows[i], places.ForEvent(d, at))
		}
	}
	for i := 0; i < c.Errors && i < len(score.Errors); i++ {
		e := score.Errors[i*len(score.Errors)/min(c.Errors, len(score.Errors))]
		got := "nothing"
		if e.Got != nil {
			got = e.Got.Text
		}
		fmt.Fprintf(std.out, "%s\n    %s: gold [%s], got [%s]\n", e.Gold.Text, cut(e.Gold.Text, []nuncio.Span{e.Gold.Verb}), cut(e.Gold.Text, e.Gold.Places), got)
	}
	fmt.Fprintf(std.out, "%d events\nplaces  %s\nright or rightly silent  %.1f %%\n", score.Events, score.PRF, 100*ratio(float64(score.TP+score.Silent), score.Events))
	return nil
}
