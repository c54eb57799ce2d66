package coder

import (
	"math"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/score"
)

// Grounded is an event before merging with the grounds of its confidence.
type Grounded struct {
	In, Rule string
	Sentence int
	Trigger  string
	Grounds  score.Grounds
}

// weigh asks the scorer what a sentence is about, for the events in it.
func (w *Worker) weigh(sent int, matches []codebook.Match) {
	if w.Score == nil || len(matches) == 0 {
		return
	}
	w.scored = Acts(w.scored[:0], w.Codebook, matches)
	w.about = w.Score.Quad.Classify(w.features.Sentence(&w.doc, sent, w.scored))
}

// Acts appends what the scorer looks at in a sentence's matches.
func Acts(acts []score.Act, book *codebook.Codebook, matches []codebook.Match) []score.Act {
	for i := range matches {
		m := &matches[i]
		a := score.Act{
			Rule: m.Rule.ID, Event: m.Event, Quad: book.Quad(m.Event), Tok: m.Tok, Actor: -1, Recipient: -1,
			Negated: m.Clause.Negated, Demanded: m.Status == nuncio.Demanded,
		}
		if len(m.Actor) > 0 {
			a.Actor = m.Actor[0]
		}
		if len(m.Recipient) > 0 {
			a.Recipient = m.Recipient[0]
		}
		acts = append(acts, a)
	}
	return acts
}

// proposed is the confidence of every event whose class no rule gave: about the
// share of them that stand, by docs/scorer.md.
const proposed = 0.2

// confidence is how likely an event stands as it was coded, by the scorer's
// weights; without a scorer a rank by how much of the rule's wording was found.
func (w *Worker) confidence(sent int, m *codebook.Match, e *nuncio.Event) float64 {
	if m.Proposed != nil {
		return proposed
	}
	if w.Score == nil {
		return rank(m)
	}
	g := w.grounds(sent, m, e)
	if w.trace != nil {
		w.trace.Grounds = append(w.trace.Grounds, Grounded{
			In: e.In, Rule: e.Rule, Sentence: e.Evidence.Sentence, Trigger: e.Evidence.Trigger.Text, Grounds: g,
		})
	}
	return w.Score.Trust.Confidence(&g)
}

func (w *Worker) grounds(sent int, m *codebook.Match, e *nuncio.Event) score.Grounds {
	s := &w.doc.Sentences[sent]
	var g score.Grounds
	g[score.One] = 1
	g[score.Wording] = math.Min(float64(m.Score), 60) / 20
	g[score.Words] = math.Min(float64(len(m.Trigger)-1), 3)
	g[score.HasRecipient] = holds(len(e.Recipient) > 0)
	g[score.NamedActor] = holds(headedByName(s, m.Actor))
	g[score.NamedReceiver] = holds(headedByName(s, m.Recipient))
	g[score.Asserted] = holds(e.Status == nuncio.Asserted)
	g[score.OnWord] = holds(len(e.Chain) > 0)
	g[score.Dated] = holds(e.When.Basis == nuncio.WhenExpression || e.When.Basis == nuncio.WhenContext)
	if q := w.Codebook.Quad(m.Event); q > 0 && q < score.Classes {
		g[score.Agreement] = math.Log(w.about[q]*score.Classes + 0.05)
	}
	g[score.NoAct] = w.about[0]
	g[score.ByNoun] = holds(s.Tokens[m.Tok].UPOS == "NOUN")
	g[score.InTitle] = holds(s.Part == doc.Title)
	g[score.Inner] = holds(m.Parent >= 0)
	g[score.Length] = math.Min(float64(len(s.Tokens)), 80) / 40
	if len(m.Actor) > 0 {
		g[score.Far] = math.Min(math.Abs(float64(m.Actor[0]-m.Tok)), 30) / 10
	}
	return g
}

// headedByName reports whether a slot is filled by a name.
func headedByName(s *doc.Sentence, toks []int) bool {
	return len(toks) > 0 && s.Tokens[toks[0]].UPOS == "PROPN"
}

func holds(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// rank rises with how much of the rule's wording was found.
func rank(m *codebook.Match) float64 {
	c := 0.6 + 0.05*float64(len(m.Trigger)-1)
	if len(m.Recipient) > 0 {
		c += 0.1
	}
	return min(c, 0.95)
}
