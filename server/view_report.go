package server

import (
	"net/http"

	"nuncio"
	"nuncio/store"
)

type reportView struct {
	Record      *nuncio.Record
	Title, Text []piece
	Rows        []reportRow
	Said        []said
	Versions    []store.Version
	Pasted      bool
}

// reportRow is an event of the report with the occurrence it belongs to.
type reportRow struct {
	nuncio.Event
	Words         string
	Occurrence    string
	Corroboration int
}

// said is an attribution as the list beside the text shows it.
type said struct {
	nuncio.Attribution
	Who   string
	Depth int
}

// report is the text with all that was read in it.
func (p *pages) report(r *http.Request) (page, error) {
	ctx := r.Context()
	id := r.PathValue("id")
	if err := checkWord("id", id, maxWord); err != nil {
		return page{}, err
	}
	rec, err := p.s.Store.Record(ctx, id)
	if err != nil {
		return page{}, err
	}
	v := viewOf(rec)
	if v.Versions, err = p.s.Store.Versions(ctx, id); err != nil {
		return page{}, err
	}
	l, err := p.s.Store.Events(ctx, store.Filter{Report: rec.Report.ID}, store.Page{Limit: store.MaxPage})
	if err != nil {
		return page{}, err
	}
	for _, e := range l.Rows {
		for i := range v.Rows {
			if v.Rows[i].ID == e.ID {
				v.Rows[i].Occurrence, v.Rows[i].Corroboration = e.Occurrence, e.Corroboration
			}
		}
	}
	title := rec.Report.Title
	if title == "" {
		title = "Report"
	}
	q := Query{Report: rec.Report.ID}
	c, err := p.count(ctx, r.URL.RequestURI(), "events", &q, ruleSays, "Shown as coded by version "+rec.Coder.Version+", codebook "+rec.Coder.Codebook+", model "+rec.Coder.Model+".")
	return page{template: "report.html", title: title, counted: c, view: v}, err
}

func viewOf(rec *nuncio.Record) reportView {
	v := reportView{Record: rec, Title: pieces(rec, "title"), Text: pieces(rec, "")}
	for _, e := range rec.Events {
		v.Rows = append(v.Rows, reportRow{Event: e, Words: rec.Report.Cut(e.In, e.Evidence.Span)})
	}
	depth := map[string]int{}
	for _, a := range rec.Attributions {
		if a.Within != "" {
			depth[a.ID] = min(depth[a.Within]+1, 4)
		}
		v.Said = append(v.Said, said{a, sourceName(rec, &a), depth[a.ID]})
	}
	return v
}
