package coder

import (
	"fmt"

	"nuncio"
	"nuncio/doc"
)

// Layers is what lies under a record. All spans are code points of the report's
// text, or of its title where In is "title".
type Layers struct {
	Report       string               `json:"report"`
	Sentences    []SentenceLayer      `json:"sentences,omitempty"`
	Tokens       []TokenLayer         `json:"tokens,omitempty"`
	Names        []NameLayer          `json:"names,omitempty"`
	Times        []TimeLayer          `json:"times,omitempty"`
	Places       []PlaceLayer         `json:"places,omitempty"`
	Entities     []EntityLayer        `json:"entities,omitempty"`
	Attributions []nuncio.Attribution `json:"attributions,omitempty"`
}

// SentenceLayer is one sentence.
type SentenceLayer struct {
	Number int         `json:"number"`
	Span   nuncio.Span `json:"span"`
	In     string      `json:"in,omitempty"`
}

// TokenLayer is one syntactic word. Head counts within the sentence from 1; 0 is the root.
type TokenLayer struct {
	Sentence int         `json:"sentence"`
	ID       int         `json:"id"`
	Form     string      `json:"form"`
	Lemma    string      `json:"lemma"`
	UPOS     string      `json:"upos"`
	XPOS     string      `json:"xpos"`
	Feats    string      `json:"feats"`
	Head     int         `json:"head"`
	Deprel   string      `json:"deprel"`
	Span     nuncio.Span `json:"span"`
	In       string      `json:"in,omitempty"`
}

// NameLayer is one named thing.
type NameLayer struct {
	Type string      `json:"type"`
	Text string      `json:"text"`
	Span nuncio.Span `json:"span"`
	In   string      `json:"in,omitempty"`
}

// TimeLayer is one time expression.
type TimeLayer struct {
	Type  string      `json:"type"`
	Value string      `json:"value"`
	Mod   string      `json:"mod,omitempty"`
	Text  string      `json:"text"`
	Span  nuncio.Span `json:"span"`
	nuncio.Interval
	In string `json:"in,omitempty"`
}

// PlaceLayer is one resolved toponym.
type PlaceLayer struct {
	nuncio.Where
	In string `json:"in,omitempty"`
}

// EntityLayer is an entity with every mention and why it was linked.
type EntityLayer struct {
	nuncio.Entity
	Links []MentionLayer `json:"links"`
}

// MentionLayer is one mention.
type MentionLayer struct {
	Text   string      `json:"text"`
	Span   nuncio.Span `json:"span"`
	Kind   string      `json:"kind"`
	Place  bool        `json:"place,omitempty"`
	Reason string      `json:"reason,omitempty"`
	In     string      `json:"in,omitempty"`
}

var mentionKinds = [...]string{doc.Named: "name", doc.Nominal: "nominal", doc.Pronoun: "pronoun"}

// Annotate reads a report and gives its layers; wanted names some of them, none
// means all.
func (w *Worker) Annotate(rep *nuncio.Report, wanted map[string]bool) Layers {
	d := w.Read(rep)
	want := func(layer string) bool { return len(wanted) == 0 || wanted[layer] }
	points := [2]func(nuncio.Span) nuncio.Span{doc.Body: nuncio.CodePoints(rep.Text), doc.Title: nuncio.CodePoints(rep.Title)}
	span := func(r doc.Range) nuncio.Span { return points[d.Sentences[r.Sent].Part](d.Span(r)) }
	inside := func(r doc.Range) string { return in(d.Sentences[r.Sent].Part) }
	out := Layers{Report: rep.ID}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if want("sentences") {
			out.Sentences = append(out.Sentences, SentenceLayer{s.Number, points[s.Part](s.Span()), in(s.Part)})
		}
		if !want("tokens") {
			continue
		}
		for k := range s.Tokens {
			t := &s.Tokens[k]
			out.Tokens = append(out.Tokens, TokenLayer{
				s.Number, k + 1, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Feats, t.Head + 1, t.Deprel,
				points[s.Part](nuncio.Span{Start: t.Start, End: t.End}), in(s.Part),
			})
		}
	}
	for i := range d.Names {
		if n := &d.Names[i]; want("names") {
			out.Names = append(out.Names, NameLayer{n.Type, d.Words(n.Range), span(n.Range), inside(n.Range)})
		}
	}
	for i := range d.Times {
		if t := &d.Times[i]; want("times") {
			out.Times = append(out.Times, TimeLayer{t.Type, t.Value, t.Mod, d.Words(t.Range), span(t.Range), t.Interval, inside(t.Range)})
		}
	}
	for i := range d.Places {
		if p := d.Places[i]; want("places") {
			p.Where.Text, p.Where.Span = d.Words(p.Range), span(p.Range)
			out.Places = append(out.Places, PlaceLayer{p.Where, inside(p.Range)})
		}
	}
	if want("entities") {
		for i := range d.Entities {
			out.Entities = append(out.Entities, w.entityLayer(i, span))
		}
	}
	if want("attributions") {
		rec := nuncio.Record{Report: *rep, Attributions: w.attributions()}
		rec.InCodePoints()
		out.Attributions = rec.Attributions
	}
	return out
}

func (w *Worker) entityLayer(i int, span func(doc.Range) nuncio.Span) EntityLayer {
	d := &w.doc
	e := EntityLayer{Entity: d.Entities[i].Entity}
	e.Mentions = nil
	for k := range d.Mentions {
		m := &d.Mentions[k]
		stands := m.Entity == i
		for _, member := range m.Members {
			stands = stands || member == i
		}
		if stands {
			e.Links = append(e.Links, MentionLayer{
				d.Words(m.Range), span(m.Range), mentionKinds[m.Kind], m.Place, m.Reason, in(d.Sentences[m.Sent].Part),
			})
		}
	}
	return e
}

// LayerNames are the layers that Annotate knows.
var LayerNames = []string{"sentences", "tokens", "names", "times", "places", "entities", "attributions"}

// ParseLayers checks the names of layers.
func ParseLayers(names []string) (map[string]bool, error) {
	wanted := map[string]bool{}
next:
	for _, n := range names {
		for _, known := range LayerNames {
			if n == known {
				wanted[n] = true
				continue next
			}
		}
		return nil, fmt.Errorf("no layer %q; there are %v", n, LayerNames)
	}
	return wanted, nil
}
