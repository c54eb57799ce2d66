package coder

import (
	"fmt"

	"nuncio"
	"nuncio/doc"
	"nuncio/voice"
)

// entities are the document's entities with the spans of their mentions.
func (w *Worker) entities() []nuncio.Entity {
	d := &w.doc
	list := make([]nuncio.Entity, len(d.Entities))
	for i := range d.Entities {
		list[i] = d.Entities[i].Entity
		list[i].Mentions, list[i].TitleMentions = nil, nil
	}
	add := func(e int, m *doc.Mention) {
		if d.Sentences[m.Sent].Part == doc.Title {
			list[e].TitleMentions = append(list[e].TitleMentions, d.Span(m.Range))
		} else {
			list[e].Mentions = append(list[e].Mentions, d.Span(m.Range))
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity >= 0 {
			add(m.Entity, m)
		}
		for _, e := range m.Members {
			if e != m.Entity {
				add(e, m)
			}
		}
	}
	kept := list[:0]
	for i := range list {
		if len(list[i].Mentions)+len(list[i].TitleMentions) > 0 || w.used(list[i].ID) {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// used reports whether an entity without words of its own ("we" for a state)
// takes part in an event.
func (w *Worker) used(id string) bool {
	for i := range w.events {
		e := &w.events[i]
		for _, list := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
			for _, p := range list {
				if p.Entity == id {
					return true
				}
			}
		}
	}
	return false
}

func in(p doc.Part) string {
	if p == doc.Title {
		return "title"
	}
	return ""
}

// attributions are those of the document's attributions that give somebody's
// word for a fact; plans and judgements only matter to the status of deeds.
func (w *Worker) attributions() []nuncio.Attribution {
	d := &w.doc
	var list []nuncio.Attribution
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if w.claims[i] == 0 {
			continue
		}
		out := nuncio.Attribution{
			ID: w.claimID(i), Style: a.Style, In: in(d.Sentences[a.Content[0].Sent].Part),
			Source: w.phrase(a.Source), Cue: w.phrase(a.Cue), Content: nuncio.Content{Span: d.Span(a.Content[0])},
		}
		for _, c := range a.Content[1:] {
			out.Content.More = append(out.Content.More, d.Span(c))
		}
		if out.Source != nil {
			if e := w.attributionEntity(a); e >= 0 {
				out.Source.Entity = d.Entities[e].ID
			}
		}
		if !a.When.IsZero() {
			when := a.When
			out.When = &when
		}
		out.Within = w.claimID(a.Parent)
		list = append(list, out)
	}
	return list
}

// numberClaims numbers the attributions that a record shows.
func (w *Worker) numberClaims() {
	w.claims = w.claims[:0]
	n := 0
	for i := range w.doc.Attributions {
		a := &w.doc.Attributions[i]
		number := 0
		if len(a.Content) > 0 && voice.Tells(a) {
			n++
			number = n
		}
		w.claims = append(w.claims, number)
	}
}

func (w *Worker) attributionEntity(a *doc.Attribution) int {
	if a.Mention >= 0 && w.doc.Mentions[a.Mention].Entity >= 0 {
		return w.doc.Mentions[a.Mention].Entity
	}
	return a.Entity
}

// claimID is the record's name of the document's i-th attribution or, where the
// record does not show that one, of the nearest around it; "" for none.
func (w *Worker) claimID(i int) string {
	for n := 0; i >= 0 && n <= len(w.claims); i, n = w.doc.Attributions[i].Parent, n+1 {
		if w.claims[i] > 0 {
			return fmt.Sprintf("a%d", w.claims[i])
		}
	}
	return ""
}

func (w *Worker) phrase(r doc.Range) *nuncio.Phrase {
	if r.IsZero() {
		return nil
	}
	return &nuncio.Phrase{Text: w.doc.Words(r), Span: w.doc.Span(r)}
}
