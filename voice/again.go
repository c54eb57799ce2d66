package voice

import "nuncio/doc"

// outletBefore is the last attribution before a whose source is an outlet that "the
// paper", "the agency" or "the channel" can speak of again; nil when a's source is no
// such phrase, or none was spoken of.
func (r *Reader) outletBefore(d *doc.Document, a *doc.Attribution) *doc.Attribution {
	sort := r.outletSort(d, a.Source)
	if sort == "" || a.Source.End-a.Source.First != 2 || lower(d.Token(doc.Ref{Sent: a.Source.Sent, Tok: a.Source.First}).Form) != "the" {
		return nil
	}
	var best *doc.Attribution
	for i := range d.Attributions {
		b := &d.Attributions[i]
		if b == a || b.Source.IsZero() || !earlier(b.Source, a.Source) || best != nil && earlier(b.Source, best.Source) {
			continue
		}
		if r.calledOutlet(d, b, sort) {
			best = b
		}
	}
	return best
}

func earlier(a, b doc.Range) bool {
	return before(doc.Ref{Sent: a.Sent, Tok: a.First}, doc.Ref{Sent: b.Sent, Tok: b.First})
}

// outletSort is the sort of outlet that the last word of a phrase names, "" for none.
func (r *Reader) outletSort(d *doc.Document, phrase doc.Range) string {
	if phrase.IsZero() {
		return ""
	}
	t := d.Token(doc.Ref{Sent: phrase.Sent, Tok: phrase.End - 1})
	if t.UPOS != "NOUN" || t.XPOS == "NNS" {
		return ""
	}
	for _, sort := range [...]string{"sort-agency", "sort-paper", "sort-broadcaster", "sort-outlet"} {
		if r.t.words[sort][lower(t.Lemma)] {
			return sort
		}
	}
	return ""
}

// calledOutlet reports whether a source is a named outlet of a sort: by the catalogue,
// or by the noun beside its name.
func (r *Reader) calledOutlet(d *doc.Document, b *doc.Attribution, sort string) bool {
	is, named := false, false
	if r.cat != nil && b.Entity >= 0 && b.Entity < len(d.Entities) {
		if e := r.cat.Entity(d.Entities[b.Entity].ID); e != nil {
			return e.Kind == "outlet" && (sort == "sort-outlet" || r.t.words[sort][e.Type])
		}
	}
	for i := b.Source.First; i < b.Source.End; i++ {
		t := d.Token(doc.Ref{Sent: b.Source.Sent, Tok: i})
		named = named || t.UPOS == "PROPN"
		is = is || r.t.words[sort][lower(t.Lemma)] || sort == "sort-outlet" && r.t.words["outlet"][lower(t.Lemma)]
	}
	return is && named
}
