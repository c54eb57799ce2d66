package coder

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// issuerReach is how many sentences back a paper may have been spoken of that "the
// statement" means.
const issuerReach = 3

// issuer is who speaks by a paper that stands where the speaker would: who hands it
// over ("gave him a note demanding that"), or, for "the statement", who issued the
// one told of before. Whose a paper is by its own words the matcher has seen.
func (w *Worker) issuer(sent int, toks []int) []nuncio.Party {
	if len(toks) != 1 {
		return nil
	}
	s := &w.doc.Sentences[sent]
	lemma := strings.ToLower(s.Tokens[toks[0]].Lemma)
	if !w.Codebook.Among("paper", lemma) {
		return nil
	}
	if who := w.giver(sent, toks[0]); len(who) > 0 {
		return who
	}
	if who := w.council(sent, toks[0]); len(who) > 0 {
		return who
	}
	det := s.Child(toks[0], "det")
	if det < 0 || s.Tokens[det].Lemma == "a" || s.Tokens[det].Lemma == "an" {
		return nil
	}
	for back := sent - 1; back >= 0 && back >= sent-issuerReach; back-- {
		before := &w.doc.Sentences[back]
		if before.Part != s.Part {
			break
		}
		for i := len(before.Tokens) - 1; i >= 0; i-- {
			if before.Tokens[i].Lemma == lemma && before.Tokens[i].UPOS == "NOUN" {
				return w.issuerAt(back, i)
			}
		}
	}
	return nil
}

// issuerAt is whose a paper is where it is first told of: the party before or behind
// its noun, who issued it, or who said something in it.
func (w *Worker) issuerAt(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(noun) {
		switch r := s.Tokens[c].Deprel; {
		case r == "nmod:poss", r == "compound", r == "amod", doc.IsRel(r, "nmod"):
			if who := w.noOutlet(w.slotParties(sent, []int{c}, true, false)); len(who) > 0 {
				return who
			}
		}
	}
	if who := w.giver(sent, noun); len(who) > 0 {
		return who
	}
	for i := range w.doc.Attributions {
		if a := &w.doc.Attributions[i]; a.Cue.Sent == sent {
			if who := w.speakerOf(a, sent); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// giver is the subject of the verb whose object a noun is.
func (w *Worker) giver(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	if r := s.Tokens[noun].Deprel; r != "obj" && r != "iobj" {
		return nil
	}
	p := s.Predicate(s.Tokens[noun].Head)
	if p == nil {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	return w.noOutlet(w.slotParties(sent, []int{a.Tok}, true, false))
}

// noOutlet drops parties that only carry what others say.
func (w *Worker) noOutlet(who []nuncio.Party) []nuncio.Party {
	for _, p := range who {
		if i := w.entity(p.Entity); i >= 0 && w.doc.Entities[i].Kind == nuncio.KindOutlet {
			return nil
		}
	}
	return who
}

// council is the Security Council where a resolution has a number and nobody's name beside
// it ("Resolution 1701 calls on"), in a report that speaks of the Council.
func (w *Worker) council(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	if !strings.EqualFold(s.Tokens[noun].Lemma, "resolution") || noun+1 >= len(s.Tokens) || s.Tokens[noun+1].UPOS != "NUM" || s.Child(noun, "nmod:poss", "amod", "det") >= 0 {
		return nil
	}
	i := w.entity("org/un-security-council")
	if i < 0 {
		return nil
	}
	if mn := w.mentionIn(sent, i); mn != nil {
		return w.addParty(nil, i, mn)
	}
	return nil
}
