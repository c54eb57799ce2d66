package codebook

import (
	"fmt"
	"slices"
	"strings"

	"nuncio/doc"
)

// A noun may tell what a verb tells: "the expulsion of the envoy by Chad". The
// templates of a verb hold for its nouns of nominals.tsv, once the phrases are
// where nouns have them.

// nominal is a noun of a verb.
type nominal struct {
	noun string
	done bool // whose it is alone, it is done to: "her arrest"
	upon bool // whom it is done to stands behind "on", "against" or "at": "the raid on the camp"
}

func (b *Codebook) readNominals(file, src string) error {
	return tsv(file, src, "verb nouns alone", func(_ int, f []string) error {
		if f[2] != "done" && f[2] != "doer" && f[2] != "upon" {
			return fmt.Errorf("alone: %q is neither done nor doer nor upon", f[2])
		}
		for noun := range strings.FieldsSeq(f[1]) {
			verb, particle, _ := strings.Cut(f[0], "_")
			key := [2]int32{b.intern(verb)}
			if particle != "" {
				key[1] = b.intern(particle)
			}
			b.nominals[key] = append(b.nominals[key], nominal{noun, f[2] == "done", f[2] == "upon"})
		}
		return nil
	})
}

// nounOf is what a pattern of a verb is for the verb's nouns, those with "on" or the others;
// false where it has none, or asks for what stands at no noun.
func (b *Codebook) nounOf(p *pattern, upon bool) (pattern, bool) {
	r := &b.Rules[p.rule]
	if p.kind != verbPattern || r.Rel != "" || r.Event == "" || r.Inside || r.Future || r.Negated || r.Content.Any || len(p.elems) == 0 {
		return pattern{}, false
	}
	if s := &p.elems[0]; s.rel != relSubj || s.slot != actorSlot || s.plural {
		return pattern{}, false
	}
	out := *p
	out.kind, out.nominal, out.upon, out.bare, out.triggers = nounPattern, true, upon, false, nil
	for i := range p.triggers {
		a := &p.triggers[i]
		for _, n := range b.nominals[[2]int32{a.head, a.particle}] {
			if n.upon != upon {
				continue
			}
			out.triggers = append(out.triggers, alt{head: b.intern(n.noun), mods: a.mods})
			b.done[b.intern(n.noun)] = n.done
		}
	}
	if len(out.triggers) == 0 {
		return pattern{}, false
	}
	out.elems = slices.Clone(p.elems)
	for i := range out.elems {
		e := &out.elems[i]
		switch {
		case e.on >= 0, e.rel == relIObj, e.rel == relComp:
			return pattern{}, false
		case i == 0:
			e.rel = relOwner
		case e.rel == relObj:
			e.rel, e.preps, e.patient = relObl, []int32{b.of}, true
			if upon {
				e.preps = []int32{b.intern("on"), b.intern("against"), b.intern("at")}
			}
		}
	}
	out.score-- // a template written for the noun knows better
	out.most--
	return out, true
}

// bindPatient looks for whom or what a noun's deed is done to: behind "of", before
// the noun ("arms deliveries"), or whose the noun is ("the envoy's expulsion").
func (m *Matcher) bindPatient(p *pattern, e, n int) bool {
	el := &p.elems[e]
	if m.bindNounOblique(p, e, n, 0) {
		return true
	}
	pr := m.s.Predicate(n)
	if pr == nil {
		return false
	}
	for k := range pr.Args {
		a := &pr.Args[k]
		if a.Conj {
			continue
		}
		switch a.Role {
		case doc.Compound, doc.Mod:
			if el.slot != noSlot {
				continue
			}
		case doc.Poss:
			if !m.book.done[m.id(n)] || el.slot == noSlot {
				continue
			}
		default:
			continue
		}
		if m.accept(p, e, binding{tok: a.Tok, role: a.Role, pred: pr}) {
			return true
		}
	}
	return false
}

// bindAgent looks for who does a noun's deed behind "by", which trees often hang from
// the noun before it: "the arrest of [the editor by Chad]".
func (m *Matcher) bindAgent(p *pattern, e, n, depth int) bool {
	for c := range m.s.Children(n) {
		if c < n || !doc.IsRel(m.s.Tokens[c].Deprel, "nmod") || m.s.Tokens[c].Deprel == "nmod:poss" {
			continue
		}
		if m.caseIs(c, "by") || depth == 1 && m.spoken(p) && m.caseIs(n, "of") && m.caseIs(c, "from") {
			if m.accept(p, e, binding{tok: c, role: doc.Obl, cas: "by"}) {
				return true
			}
		} else if (p.nominal && depth < 2 || depth < 1 && (m.kind(c)&Party != 0 || m.spoken(p) || m.worded(p, c) || !m.deedNoun(c))) && m.bindAgent(p, e, c, depth+1) {
			return true
		}
	}
	return false
}

// deedNoun reports whether a noun may tell a deed, which has a doer of its own.
func (m *Matcher) deedNoun(tok int) bool {
	for _, n := range m.book.events[max(m.id(tok), 0)] {
		if p := &m.book.patterns[n]; p.kind == nounPattern && m.book.Rules[p.rule].Event != "" {
			return true
		}
	}
	return false
}

// spoken reports whether a pattern tells of words, which come from somebody: "threats
// of [sanctions from Oslo]".
func (m *Matcher) spoken(p *pattern) bool {
	switch m.book.Rules[p.rule].Event {
	case "THREATEN", "REQUEST", "AGREE", "ACCUSE":
		return true
	}
	return false
}

// bindDoerOfNoun takes who does a passive without agent from the noun that it is about:
// "the expulsion of the envoy [by Chad] was announced".
func (m *Matcher) bindDoerOfNoun(p *pattern, e int, pr *doc.Predicate) bool {
	if p.kind != verbPattern || p.elems[e].slot != actorSlot || !pr.Passive {
		return false
	}
	if _, ok := pr.Arg(doc.Subj); ok {
		return false
	}
	for k := range p.elems {
		if n := m.try.bound[k].tok; (m.book.sets.light[m.id(pr.Tok)] || m.book.sets.issuing[m.id(pr.Tok)]) && p.elems[k].slot == noSlot && n >= 0 && m.s.Tokens[n].UPOS == "NOUN" {
			if m.bindAgent(p, e, n, 0) {
				return true
			}
			if c := m.s.Child(n, "nmod:poss"); c >= 0 && !m.book.done[m.id(n)] && m.accept(p, e, binding{tok: c, role: doc.Poss}) {
				return true // "the rebels' withdrawal was announced"
			}
		}
	}
	for k := range p.elems {
		if n := m.try.bound[k].tok; p.elems[k].slot == noSlot && n >= 0 && m.kind(n)&Armed != 0 && m.caseIs(n, "of") && m.bindOfState(p, e, n) {
			return true // "the withdrawal of French troops was completed"
		}
	}
	return false
}

// bindOfState takes the state whose forces a noun names: "[French] troops".
func (m *Matcher) bindOfState(p *pattern, e, n int) bool {
	for c := range m.s.Children(n) {
		switch m.s.Tokens[c].Deprel {
		case "amod", "compound", "nmod:poss":
			if m.kind(c)&State != 0 && m.accept(p, e, binding{tok: c}) {
				return true
			}
		}
	}
	return false
}

// worded reports whether a token is one of the words that a pattern asks for.
func (m *Matcher) worded(p *pattern, tok int) bool {
	for e := range p.elems {
		if p.elems[e].slot == noSlot && m.try.bound[e].tok == tok {
			return true
		}
	}
	return false
}

// nameless reports whether a noun's deed holds though nobody is named who did it: a
// clear act towards somebody, told as one that is known ("the arrest of the editor").
func (m *Matcher) nameless(p *pattern, el *elem, tok int) bool {
	if !p.nominal || el.slot != actorSlot || el.cons.want != 0 || len(el.cons.classes) > 0 || p.needs[contentSlot] {
		return false
	}
	if m.wished(tok) >= 0 {
		return true // who asks, promises or refuses says whose it is
	}
	r := &m.book.Rules[p.rule]
	if !p.needs[recipientSlot] {
		return r.Mode != "restrict" && p.whole(r) && m.definite(tok) // "the lifting of the curfew"
	}
	if !m.book.done[m.id(tok)] && !p.upon {
		return false
	}
	switch r.Event {
	case "ASSAULT":
		if m.mishap() {
			return false
		}
	case "COERCE", "SANCTION", "RETREAT":
	default:
		return false
	}
	for e := range p.elems {
		if p.elems[e].slot == recipientSlot && m.try.bound[e].tok >= 0 {
			return m.kind(m.try.bound[e].tok)&Party != 0 && (m.definite(tok) || p.upon && m.certain(tok))
		}
	}
	return false
}

// definite reports whether a noun is told as one that is known: "the arrest",
// "her arrest", "this arrest".
func (m *Matcher) definite(tok int) bool {
	for c := range m.s.Children(tok) {
		switch t := &m.s.Tokens[c]; t.Deprel {
		case "nmod:poss":
			return true
		case "det":
			return t.Lemma != "a" && t.Lemma != "an" && t.Lemma != "any" && t.Lemma != "no"
		}
	}
	return false
}

// certain reports whether a noun is told as one or several that were: "an attack", "two
// raids"; not "any attack", nor "attacks" at large.
func (m *Matcher) certain(tok int) bool {
	if c := m.s.Child(tok, "det"); c >= 0 {
		return m.s.Tokens[c].Lemma != "any" && m.s.Tokens[c].Lemma != "no"
	}
	return m.s.Child(tok, "nummod") >= 0
}

// fact reports whether a clause takes the deed that a noun tells for one that was
// done, or says itself how far it was: its subject, what it judges or reports, what it
// came after. What is discussed, feared or demanded is none.
func (m *Matcher) fact(tok int) bool {
	if m.wished(tok) >= 0 {
		return true // inside the act of speech alone
	}
	for range 4 {
		t := &m.s.Tokens[tok]
		h := t.Head
		if h < 0 {
			return m.s.Part == doc.Title || tok == 0 || m.s.Tokens[tok].Deprel == "root"
		}
		switch {
		case t.Deprel == "conj":
			tok = h
			continue
		case m.calledSo(tok, h) >= 0:
			tok = m.calledSo(tok, h)
			continue
		case t.Deprel == "appos", t.Deprel == "parataxis":
			return true
		case doc.IsRel(t.Deprel, "nsubj"):
			f := m.form(h)
			return m.book.sets.happen[m.id(h)] || !f.Future && !f.Modal && !f.Must && !f.Negated && m.settled(h)
		case t.Deprel == "obj":
			return m.book.sets.light[m.id(h)] || m.book.sets.witness[m.id(h)]
		case doc.IsRel(t.Deprel, "obl"), doc.IsRel(t.Deprel, "nmod"):
			if doc.IsRel(t.Deprel, "nmod") && (m.book.sets.transparent[m.id(h)] || m.book.sets.tidings[m.id(h)]) && m.caseIs(tok, "of") {
				tok = h
				continue
			}
			return m.behindFact(tok, h)
		}
		return false
	}
	return false
}

// calledSo is the "what" that a noun gives its name to, below a verb: "condemned [what] it
// called an attack"; -1 for none.
func (m *Matcher) calledSo(tok, verb int) int {
	what := m.s.Tokens[verb].Head
	if what < 0 || m.s.Tokens[what].Lemma != "what" || m.s.Tokens[what].Head < 0 {
		return -1
	}
	if p := m.s.Predicate(m.s.Tokens[what].Head); p != nil {
		for k := range p.Args {
			if p.Args[k].Tok == tok {
				return what
			}
		}
	}
	return -1
}

// settled reports whether a verb stands for itself: under no other that makes it a
// wish, a plan or a condition.
func (m *Matcher) settled(v int) bool {
	t := &m.s.Tokens[v]
	switch t.Deprel {
	case "advcl":
		for c := range m.s.Children(v) {
			if m.s.Tokens[c].Deprel == "mark" {
				switch m.s.Tokens[c].Lemma {
				case "if", "unless", "whether", "lest":
					return false
				}
			}
		}
	case "xcomp":
		return false
	}
	return true
}

// behindFact reports whether the preposition of a noun takes it for a fact.
func (m *Matcher) behindFact(tok, head int) bool {
	for c := range m.s.Children(tok) {
		if m.s.Tokens[c].Deprel != "case" {
			continue
		}
		switch m.s.Tokens[c].Lemma {
		case "after", "following", "since", "despite", "over", "amid", "amidst", "because", "during", "ahead":
			return true
		case "for", "on":
			return m.book.sets.witness[m.id(head)]
		case "of", "to", "at":
			return m.book.sets.tidings[m.id(head)]
		case "by", "with":
			f := m.form(head)
			return m.s.Tokens[head].UPOS == "VERB" && !f.Future && !f.Modal && !f.Must
		}
		return false
	}
	return false
}
