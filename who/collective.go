package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// collective kinds: what the members of "both …", "the two …" are.
type collective uint8

const (
	anyPair collective = iota
	statePair
	personPair
	orgPair
)

// collectiveNoun says what "the two X" are.
func collectiveNoun(lemma string) (collective, bool) {
	switch lemma {
	case "country", "nation", "state", "capital", "government", "neighbour", "neighbor", "republic", "people", "ally", "power":
		return statePair, true
	case "side", "party":
		return anyPair, true
	case "leader", "minister", "president", "man", "woman", "diplomat", "official", "envoy", "statesman", "chief", "premier",
		"negotiator", "ambassador", "counterpart", "general", "politician", "secretary", "monarch", "king", "delegate":
		return personPair, true
	case "organization", "organisation", "group", "company", "agency", "body", "bloc":
		return orgPair, true
	}
	return 0, false
}

// spotCollective reports whether token i heads "the two", "both countries",
// "the two leaders", "both", and of what.
func spotCollective(s *doc.Sentence, i int) (collective, bool) {
	t := &s.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	switch {
	case t.UPOS == "NUM" && lemma == "two", t.UPOS == "NUM" && t.Form == "two":
		// "the two" with no noun
		if i > 0 && strings.EqualFold(s.Tokens[i-1].Form, "the") && s.Tokens[i-1].Head == i && !strings.HasPrefix(t.Deprel, "nummod") {
			return anyPair, true
		}
	case (lemma == "both" || lemma == "pair" || lemma == "duo") && (t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "NOUN"):
		if doc.IsRel(t.Deprel, "nsubj") || t.Deprel == "obj" || t.Deprel == "obl" {
			return anyPair, s.Child(i, "nmod") < 0
		}
	case t.UPOS == "NOUN":
		kind, ok := collectiveNoun(lemma)
		if !ok {
			return 0, false
		}
		plural := t.XPOS == "NNS" || t.Feat("Number", "Plur") || !strings.EqualFold(t.Form, t.Lemma)
		two, the, named := false, false, false
		for c := range s.Children(i) {
			w := strings.ToLower(s.Tokens[c].Form)
			switch {
			case w == "two" || w == "both":
				two = true
			case w == "the" || w == "these" || w == "those":
				the = true
			case s.Tokens[c].Deprel == "amod", s.Tokens[c].Deprel == "compound", s.Tokens[c].Deprel == "nmod":
				named = named || s.Tokens[c].UPOS == "PROPN"
			case s.Tokens[c].Deprel == "nmod:poss":
				named = true
			}
		}
		if two && !named {
			return kind, true
		}
		// "the countries", "the sides" after two have been named
		return kind, the && plural && !named && (kind == statePair && (lemma == "country" || lemma == "nation") || lemma == "side")
	}
	return 0, false
}

// pair links a collective mention to the last two different parties of its
// kind. Members named in the same sentence come first, then those of the
// sentences before; among several the ones coordinated or in one event win by
// being nearest.
func (r *Resolver) pair(i int, kind collective) bool {
	d := r.d
	m := &d.Mentions[i]
	if kind == anyPair {
		// People first where two of them stand near, else states.
		if r.pairOf(i, personPair, 1) {
			return true
		}
		return r.pairOf(i, statePair, 4) || r.pairOf(i, personPair, 4) || r.pairOf(i, orgPair, 4)
	}
	if r.pairOf(i, kind, 40) {
		return true
	}
	m.Reason = "two are spoken of, but not two of that kind before"
	return false
}

func (r *Resolver) pairOf(i int, kind collective, back int) bool {
	d := r.d
	m := &d.Mentions[i]
	var members []int
	for k := i - 1; k >= 0 && len(members) < 2; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part || m.Sent-c.Sent > back {
			break
		}
		if kind == statePair && len(c.Members) == 2 && r.d.Entities[c.Members[0]].Kind == nuncio.KindState {
			members = append(members[:0], c.Members...)
			break
		}
		if c.Entity < 0 {
			continue
		}
		e := c.Entity
		switch kind {
		case statePair:
			if d.Entities[e].Kind != nuncio.KindState {
				e = -1
			}
		case personPair:
			if d.Entities[e].Kind != nuncio.KindPerson {
				e = -1
			}
		case orgPair:
			if k := d.Entities[e].Kind; k != nuncio.KindOrganization && k != nuncio.KindGroup {
				e = -1
			}
		}
		if e >= 0 && !contains(members, e) && !r.reporter(k) {
			members = append(members, e)
		}
	}
	if len(members) < 2 && kind == statePair {
		members = r.statesOfPeople(i)
	}
	if len(members) != 2 {
		return false
	}
	if members[0] > members[1] {
		members[0], members[1] = members[1], members[0]
	}
	m.Entity, m.Members = -1, members
	m.Reason = "collective: the last two named before, " + d.Entities[members[0]].Name + " and " + d.Entities[members[1]].Name
	return true
}

// reporter reports whether a mention only tells on whose word something
// stands: an outlet, or the state that an outlet belongs to.
func (r *Resolver) reporter(k int) bool {
	m := &r.d.Mentions[k]
	return r.d.Entities[m.Entity].Kind == nuncio.KindOutlet || m.Reason == modifierReason
}

// statesOfPeople gives the two states of the last two people of different states.
func (r *Resolver) statesOfPeople(i int) []int {
	d := r.d
	var members []int
	for k := i - 1; k >= 0 && len(members) < 2; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Kind != nuncio.KindPerson && e.Kind != nuncio.KindState || e.Country == "" {
			continue
		}
		if s := r.stateEntity(e.Country); s >= 0 && !contains(members, s) {
			members = append(members, s)
		}
	}
	return members
}
