package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nuncio"
	"nuncio/codebook"
)

// finish merges what is told twice, fills in the offices held on each event's
// day, and numbers events in text order, the title's first.
func (w *Worker) finish() []nuncio.Event {
	events := make([]nuncio.Event, 0, len(w.deeds))
	for i := range w.deeds {
		e := w.deeds[i].event
		// Deeds may share their parties ("met Berg and thanked her"); events own theirs.
		e.Actor, e.Recipient, e.Via = slices.Clone(e.Actor), slices.Clone(e.Recipient), slices.Clone(e.Via)
		e.Where, e.StatusText, e.Condition = owned(e.Where), owned(e.StatusText), owned(e.Condition)
		events = append(events, e)
	}
	w.deeds = w.deeds[:0]
	on := w.doc.Report.Published
	events = merge(events, on, func(a, b string) bool { return w.Catalogue.Same(a, b, on) })
	slices.SortStableFunc(events, func(a, b nuncio.Event) int {
		if a.In != b.In {
			return -cmp.Compare(a.In, b.In) // "title" before ""
		}
		return cmp.Compare(a.Evidence.Trigger.Span.Start, b.Evidence.Trigger.Span.Start)
	})
	for i := range events {
		e := &events[i]
		e.ID = fmt.Sprintf("e%d", i+1)
		day := e.When.End
		if day.IsZero() {
			day = e.When.Start
		}
		w.titles(e.Actor, day)
		w.titles(e.Recipient, day)
		w.titles(e.Via, day)
	}
	w.events = events
	slices.SortStableFunc(w.uncoded, func(a, b nuncio.Uncoded) int {
		if a.In != b.In {
			return -cmp.Compare(a.In, b.In)
		}
		return cmp.Compare(a.Sentence, b.Sentence)
	})
	return events
}

// between are the ids of a relation's parties, the first side before the second.
func (w *Worker) between(sent int, m *codebook.Match) []string {
	between := w.ids(w.slotParties(sent, m.Actor, true, true))
	for _, id := range w.ids(w.slotParties(sent, m.Recipient, true, true)) {
		if !slices.Contains(between, id) {
			between = append(between, id)
		}
	}
	return between
}

// owned is a copy of what a pointer points to.
func owned[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

// relation adds a standing fact: one with all its parties where it holds both
// ways, else one from each of the first side to each of the second.
func (w *Worker) relation(sent int, m *codebook.Match) {
	first := w.ids(w.slotParties(sent, m.Actor, true, true))
	between := w.between(sent, m)
	if len(between) < 2 {
		return
	}
	if m.Reciprocal || len(first) == 0 || len(first) == len(between) {
		w.addRelation(sent, m, between)
		return
	}
	for _, a := range first {
		for _, b := range between[len(first):] {
			w.addRelation(sent, m, []string{a, b})
		}
	}
}

func (w *Worker) addRelation(sent int, m *codebook.Match, between []string) {
	at := refOf(sent, m.Tok)
	status := w.Voice.Status(&w.doc, at)
	if m.Status != "" {
		status.Status = m.Status // "threatened to suspend Mali from the bloc", whose member it is
	} else if unreal(&w.doc.Sentences[sent], m.Tok) {
		return // what will or may be does not stand yet
	}
	chain, _, _ := w.chain(at)
	r := nuncio.Relation{
		ID: fmt.Sprintf("s%d", len(w.relations)+1), Relation: m.Rule.Rel, Value: w.relationValue(sent, m), Between: between, Status: status.Status,
		Chain: chain, Evidence: w.evidence(sent, m.Trigger), Rule: m.Rule.ID, In: in(w.doc.Sentences[sent].Part),
	}
	for i := range w.relations {
		have := &w.relations[i]
		if have.Relation == r.Relation && have.Value == r.Value && slices.Equal(have.Between, r.Between) && have.Status == r.Status {
			return
		}
	}
	w.relations = append(w.relations, r)
}

// relationValue is what the rule says of a relation, else the adjective that the
// sentence says of it: "trade between them remains minimal".
func (w *Worker) relationValue(sent int, m *codebook.Match) string {
	if m.Rule.Value != "" || m.Rule.Rel != "trade" && m.Rule.Rel != "supply" {
		return m.Rule.Value // only of what flows does the sentence say how much
	}
	s := &w.doc.Sentences[sent]
	for i := m.Tok + 1; i < len(s.Tokens) && i <= m.Tok+valueReach; i++ {
		t := &s.Tokens[i]
		if t.UPOS == "ADJ" && (t.Deprel == "xcomp" || s.Child(i, "cop") >= 0) {
			return t.Lemma
		}
	}
	return ""
}

// valueReach is how many words behind a relation its adjective may stand.
const valueReach = 8

// ids are the entities of the parties of a relation; a government stands for its state.
func (w *Worker) ids(list []nuncio.Party) []string {
	var out []string
	for i := range list {
		p := &list[i]
		id := p.Entity
		if f := strings.Fields(p.Name); p.Sector == "GOV" && p.Country != "" && len(f) > 0 && strings.HasPrefix(id, "group/") && w.Codebook.Among("regimes", strings.ToLower(f[len(f)-1])) {
			id = p.Country
		}
		out = append(out, id)
	}
	return out
}
