package voice

import (
	"nuncio"
	"nuncio/doc"
)

// speaksOn is the attribution of the sentence before whose speaker goes on speaking
// as a pronoun: "The ministry said Peru had attacked. It added that …" is the
// ministry's, whichever party stands nearer. It is nil where the pronoun's own
// reading is one of those who spoke, or none of them fits it.
func (w *work) speaksOn(a *doc.Attribution, c *candidate) *doc.Attribution {
	if !(c.speech && c.class == Say || c.class == Relay) || a.Source.End-a.Source.First != 1 || a.Source.Sent == 0 {
		return nil
	}
	form := w.low(w.d.Sentences[a.Source.Sent].Tokens[a.Source.First].Form)
	switch form {
	case "he", "she", "it":
	default:
		return nil
	}
	var best *doc.Attribution
	for i := len(w.d.Attributions) - 1; i >= 0; i-- {
		b := &w.d.Attributions[i]
		if b.Class != Say && b.Class != Relay || b.Source.IsZero() || b.Cue.IsZero() || b.Cue.Sent != a.Source.Sent-1 || b.Reason == "citing" ||
			w.d.Sentences[b.Cue.Sent].Part != w.d.Sentences[a.Source.Sent].Part || w.inQuote(doc.Ref{Sent: b.Cue.Sent, Tok: b.Cue.First}) >= 0 {
			continue
		}
		if a.Entity >= 0 && b.Entity == a.Entity {
			return nil
		}
		if w.fitsPronoun(b, form) {
			best = b // the outermost stands first
		}
	}
	return best
}

// fitsPronoun reports whether a speaker can be spoken of by a pronoun. One without
// an entity is left to [speakerFor].
func (w *work) fitsPronoun(b *doc.Attribution, form string) bool {
	if b.Entity < 0 || b.Entity >= len(w.d.Entities) {
		return false
	}
	switch b.Kind {
	case nuncio.LinkAgency, nuncio.LinkNewspaper, nuncio.LinkBroadcaster, nuncio.LinkStateMedia:
		return form == "it" // a name that no catalogue holds may be taken for a person's
	}
	e := &w.d.Entities[b.Entity]
	if e.Plural {
		return false
	}
	switch form {
	case "it":
		return e.Kind != nuncio.KindPerson
	case "he":
		return e.Kind == nuncio.KindPerson && e.Gender != 'f'
	}
	return e.Kind == nuncio.KindPerson && e.Gender != 'm'
}
