package voice

import (
	"nuncio"
	"nuncio/doc"
)

// kindBeside reads what a name is called by a noun before or behind it, where that
// names an outlet: "the newspaper Zerkalo", "Zerkalo, a weekly".
func (w *work) kindBeside(source doc.Range, head doc.Ref) nuncio.LinkKind {
	s := &w.d.Sentences[head.Sent]
	for k := head.Tok - 1; k >= source.First && nameWord(&s.Tokens[k]); k-- {
		if kind := w.outletKind(w.low(s.Tokens[k].Lemma)); kind != "" && s.Tokens[k].UPOS != "PROPN" {
			return kind
		}
	}
	for c := range s.Children(head.Tok) {
		if d := s.Tokens[c].Deprel; s.Tokens[c].UPOS != "NOUN" || d != "appos" && d != "compound" && !doc.IsRel(d, "nmod") || s.Child(c, "case") >= 0 {
			continue
		}
		if kind := w.outletKind(w.low(s.Tokens[c].Lemma)); kind != "" {
			return kind
		}
	}
	return ""
}

// outletKind is the kind of outlet that a noun names, "" for none.
func (w *work) outletKind(lemma string) nuncio.LinkKind {
	for i := range w.t.kinds {
		r := &w.t.kinds[i]
		switch r.kind {
		case nuncio.LinkNewspaper, nuncio.LinkBroadcaster, nuncio.LinkAgency:
			if r.where == "head" && r.words[lemma] {
				return r.kind
			}
		}
	}
	return ""
}

// otherThanCalled reports whether a source that is called an outlet ("Cambodia's AKP
// news agency") was taken for something in the catalogue that is none.
func (w *work) otherThanCalled(entity int, source doc.Range, head doc.Ref) bool {
	e := &w.d.Entities[entity].Entity
	if e.Kind == nuncio.KindOutlet || w.known(e.ID) == nil || !w.named(source) && w.d.Token(head).UPOS == "PRON" {
		return false
	}
	switch w.kindByWords(source, head) {
	case nuncio.LinkAgency, nuncio.LinkNewspaper, nuncio.LinkBroadcaster, nuncio.LinkStateMedia:
		return true
	}
	return false
}

// namedOtherwise reports whether one who passes words on is called an outlet by its
// noun and has a name of its own ("told the BNS agency"), but was taken for something
// in the catalogue that is none.
func (w *work) namedOtherwise(entity int, source doc.Range, head doc.Ref) bool {
	e := &w.d.Entities[entity].Entity
	if e.Kind == nuncio.KindOutlet || w.known(e.ID) == nil || !w.t.words["outlet"][w.low(w.d.Token(head).Lemma)] {
		return false
	}
	for i := source.First; i < head.Tok; i++ {
		if w.d.Token(doc.Ref{Sent: source.Sent, Tok: i}).UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// kindByTitle reads an office beside a name: "Foreign Minister Kasuri", "Mwangi, a
// spokesman for the army".
func (w *work) kindByTitle(source doc.Range) nuncio.LinkKind {
	for i := range w.t.kinds {
		r := &w.t.kinds[i]
		if r.kind != nuncio.LinkOfficial || r.where != "head" {
			continue
		}
		for k := source.First; k < source.End; k++ {
			t := &w.d.Sentences[source.Sent].Tokens[k]
			if (t.UPOS == "NOUN" || t.UPOS == "PROPN") && r.words[w.low(t.Lemma)] {
				return r.kind
			}
		}
	}
	return ""
}
