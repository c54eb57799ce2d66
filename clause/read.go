package clause

import (
	"slices"

	"nuncio/doc"
)

// Reader holds the memory that reading needs; one a worker.
type Reader struct {
	words *Words
	args  []doc.Arg
	seen  []int // predicates on the way up, against cycles of inheritance
}

// New makes a reader; words may be shared by readers that run side by side.
func New(words *Words) *Reader { return &Reader{words: words} }

// Read fills Predicates of every sentence of d.
func (r *Reader) Read(d *doc.Document) {
	r.args = r.args[:0]
	for i := range d.Sentences {
		r.Sentence(&d.Sentences[i])
	}
}

// Sentence fills s.Predicates.
func (r *Reader) Sentence(s *doc.Sentence) {
	s.Predicates = s.Predicates[:0]
	auxiliaries(s)
	due(s)
	dateline(s)
	labelled(s)
	r.words.headline(s)
	restore(s)
	reduced(s)
	r.words.mend(s)
	subjects(s)
	r.words.weekdays(s)
	r.words.counted(s)
	for i := range s.Tokens {
		kind, ok := kindOf(s, i)
		if !ok {
			continue
		}
		first := len(r.args)
		p := doc.Predicate{Tok: i, Kind: kind}
		switch kind {
		case doc.NominalPredicate:
			r.nominal(s, i)
		default:
			p.Passive = r.words.passive(s, i)
			p.Particle = particle(s, i)
			r.verbal(s, i, p.Passive)
			if kind == doc.Copular && isNoun(s, i) {
				r.nominal(s, i)
			}
		}
		slices.SortStableFunc(r.args[first:], func(a, b doc.Arg) int {
			if a.Role != b.Role {
				return int(a.Role) - int(b.Role)
			}
			return a.Tok - b.Tok
		})
		p.Args = r.args[first:len(r.args):len(r.args)]
		s.Predicates = append(s.Predicates, p)
	}
}

func (r *Reader) add(role doc.ArgRole, origin doc.Origin, tok int, prep string) {
	r.args = append(r.args, doc.Arg{Role: role, Origin: origin, Tok: tok, Case: prep})
}

// addAll adds a filler and the members coordinated with it.
func (r *Reader) addAll(s *doc.Sentence, role doc.ArgRole, origin doc.Origin, tok int, prep string) {
	tok = r.words.called(s, tok)
	r.add(role, origin, tok, prep)
	r.members(s, doc.Arg{Role: role, Origin: origin, Conj: true, Case: prep}, tok, 0)
}

// called is the noun that "what" stands for where a clause gives it its name: "condemned
// what it called [an attack]", "what he saw as [a plot]", "what they said was [a raid]"; else
// the token itself.
func (w *Words) called(s *doc.Sentence, tok int) int {
	if t := &s.Tokens[tok]; t.UPOS != "PRON" || t.Lemma != "what" {
		return tok
	}
	v := s.Child(tok, "acl:relcl")
	if v < 0 || !w.has(s.Tokens[v].Lemma, naming) || s.Child(v, "nsubj") < 0 {
		return tok
	}
	for c := range s.Children(v) {
		if c < v || s.Tokens[c].UPOS != "NOUN" {
			continue
		}
		switch d := s.Tokens[c].Deprel; {
		case d == "obj" && s.Tokens[v].Lemma != "say", (d == "xcomp" || d == "ccomp") && s.Child(c, "nsubj") < 0:
			return c
		case doc.IsRel(d, "obl") && caseOf(s, c) == "as":
			return c
		}
	}
	return tok
}

// members adds what is coordinated with a token, and with that in turn, where
// the tree hangs a list from its own members.
func (r *Reader) members(s *doc.Sentence, like doc.Arg, tok, depth int) {
	if depth > maxNesting {
		return
	}
	for c := range s.Children(tok) {
		if s.Tokens[c].Deprel != "conj" || !fillsLike(s, c) {
			continue
		}
		like.Tok = c
		if k := caseOf(s, c); k != "" && like.Role == doc.Obl {
			like.Case = k
		}
		r.args = append(r.args, like)
		r.members(s, like, c, depth+1)
	}
}

// maxNesting bounds how deep a coordination may hang from itself.
const maxNesting = 8

// fillsLike guards against clauses that were attached as members of a nominal coordination.
func fillsLike(s *doc.Sentence, c int) bool {
	switch s.Tokens[c].UPOS {
	case "VERB", "AUX", "SCONJ", "CCONJ", "PUNCT":
		return false
	}
	return s.Child(c, "nsubj", "cop") < 0
}

func kindOf(s *doc.Sentence, i int) (doc.PredicateKind, bool) {
	t := &s.Tokens[i]
	switch t.UPOS {
	case "VERB":
		return doc.Verbal, true
	case "AUX":
		// An auxiliary that heads a clause has lost its verb ("he did").
		if t.Deprel == "aux" || t.Deprel == "aux:pass" || t.Deprel == "cop" {
			return 0, false
		}
		return doc.Verbal, true
	case "NOUN":
		if s.Child(i, "cop") >= 0 && s.Child(i, "nsubj", "csubj") >= 0 {
			return doc.Copular, true
		}
		return doc.NominalPredicate, true
	case "ADJ", "PROPN", "PRON", "ADV", "NUM":
		if s.Child(i, "nsubj", "csubj", "cop") >= 0 {
			return doc.Copular, true
		}
		if t.UPOS == "ADJ" && (t.Deprel == "xcomp" || s.Child(i, "xcomp", "obl") >= 0) {
			return doc.Copular, true
		}
	}
	return 0, false
}

func isNoun(s *doc.Sentence, i int) bool {
	return s.Tokens[i].UPOS == "NOUN" || s.Tokens[i].UPOS == "PROPN"
}

// passive reports whether a verb's surface subject is its deep object.
func (w *Words) passive(s *doc.Sentence, i int) bool {
	if s.Child(i, "nsubj:pass", "csubj:pass", "aux:pass") >= 0 {
		return true
	}
	t := &s.Tokens[i]
	if t.XPOS != "VBN" && !t.Feat("VerbForm", "Part") || t.Feat("Tense", "Pres") || t.XPOS == "VBG" {
		return false
	}
	if t.Deprel == "conj" && (t.Feat("VerbForm", "Fin") || w.answers(s, i)) {
		return false
	}
	switch {
	case t.Deprel == "advcl" && markOf(s, i) == "with" && s.Child(i, "aux", "obj") < 0 && s.Child(i, "nsubj") >= 0:
		return true // "with the curfew lifted"
	case s.Child(i, "aux") >= 0 || s.Child(i, "nsubj") >= 0:
		return false
	case doc.IsRel(t.Deprel, "acl"), t.Deprel == "amod":
		return true
	case t.Deprel == "conj" && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB":
		return w.passive(s, t.Head)
	case t.Deprel == "advcl", t.Deprel == "xcomp":
		return s.Child(i, "obj") < 0
	}
	return s.Child(i, "obl:agent") >= 0
}

// answers reports whether a verb tells what somebody did who was asked to do
// something: "was asked to come, and accepted".
func (w *Words) answers(s *doc.Sentence, i int) bool {
	h := s.Tokens[i].Head
	if h < 0 || s.Child(h, "xcomp") < 0 {
		return false
	}
	return w.has(s.Tokens[h].Lemma, answer)
}

func particle(s *doc.Sentence, i int) string {
	if c := s.Child(i, "compound:prt"); c >= 0 {
		return s.Tokens[c].Lemma
	}
	return ""
}
