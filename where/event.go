package where

import (
	"nuncio"
	"nuncio/doc"
)

// ForEvent is the place of the deed that the predicate at tells of, by the words
// that govern it: its own "in", "at", "near"; where one goes; the thing or people
// it falls on; else the clause above it in the same sentence. The dateline and
// the place where somebody says so are not asked. It is nil when the sentence
// does not say.
func (r *Resolver) ForEvent(d *doc.Document, at doc.Ref) *nuncio.Where {
	if at.Sent < 0 || at.Sent >= len(d.Sentences) {
		return nil
	}
	f := finder{d: d, sent: at.Sent, s: &d.Sentences[at.Sent]}
	for f.first < len(d.Places) && d.Places[f.first].Sent != at.Sent {
		f.first++
	}
	for f.end = f.first; f.end < len(d.Places) && d.Places[f.end].Sent == at.Sent; f.end++ {
	}
	if f.first == f.end {
		return nil
	}
	i := f.event(at.Tok)
	if i < 0 {
		return nil
	}
	w := d.Places[i].Where
	w.Text, w.Span = d.Words(d.Places[i].Range), d.Span(d.Places[i].Range)
	return &w
}

// finder looks for the place of a deed among the places of one sentence.
type finder struct {
	d          *doc.Document
	sent       int
	s          *doc.Sentence
	first, end int // d.Places of the sentence
}

// event climbs from a predicate until some clause names a place.
func (f *finder) event(tok int) int {
	for range 6 {
		if p := f.own(tok); p >= 0 {
			return p
		}
		t := &f.s.Tokens[tok]
		if t.Head < 0 {
			return -1
		}
		up := t.Head
		switch {
		case doc.IsRel(t.Deprel, "acl"):
			// "the summit in Geneva at which they signed"
			if p := f.under(up, 2); p >= 0 {
				return p
			}
		case t.Deprel == "conj":
			// What comes before is the scene of what follows.
		case t.Deprel == "ccomp", t.Deprel == "parataxis", doc.IsRel(t.Deprel, "csubj"):
			if saying(f.s.Tokens[up].Lemma) {
				return -1
			}
		case doc.IsRel(t.Deprel, "advcl"):
			if purposeless(f.s, tok) {
				return -1
			}
		}
		tok = up
	}
	return -1
}

// own is the place that a predicate's own arguments name, the surest first.
func (f *finder) own(tok int) int {
	p := f.s.Predicate(tok)
	if p == nil {
		return f.under(tok, 1)
	}
	for _, cases := range [...]uint8{caseAt, caseTo, caseFrom} {
		best := -1
		for _, a := range p.Args {
			if a.Role != doc.Obl || caseOf(a.Case)&cases == 0 || a.Tok == tok {
				continue
			}
			if k := f.under(a.Tok, 3); k >= 0 && (best < 0 || finer(&f.d.Places[k], &f.d.Places[best])) {
				best = k
			}
		}
		if best >= 0 {
			return best
		}
		if cases == caseAt {
			if k := f.objects(p); k >= 0 {
				return k
			}
		}
	}
	if k := f.owners(p); k >= 0 {
		return k
	}
	if p.Kind == doc.Verbal {
		for _, a := range p.Args {
			if a.Role == doc.Subj && a.Origin == doc.Own && f.at(a.Tok) < 0 {
				if k := f.inside(a.Tok, 2); k >= 0 {
					return k
				}
			}
		}
	}
	return -1
}

// objects is the place that is the object ("visited Hanoi", "shelled Homs"), or
// where the object is ("held talks in Geneva").
func (f *finder) objects(p *doc.Predicate) int {
	for _, a := range p.Args {
		if a.Role != doc.Obj || a.Tok == p.Tok {
			continue
		}
		if k := f.at(a.Tok); k >= 0 {
			return k
		}
	}
	if p.Kind == doc.Verbal && aboutIt(f.s.Tokens[p.Tok].Lemma) {
		return -1
	}
	for _, a := range p.Args {
		if a.Role == doc.Obj && a.Tok != p.Tok {
			if k := f.inside(a.Tok, 3); k >= 0 {
				return k
			}
		}
	}
	return -1
}

// owners is the place before a noun: "the Geneva talks", "Aleppo's bombing".
func (f *finder) owners(p *doc.Predicate) int {
	for _, a := range p.Args {
		if a.Role == doc.Compound || a.Role == doc.Poss {
			if k := f.at(a.Tok); k >= 0 {
				return k
			}
		}
	}
	if p.Kind == doc.NominalPredicate {
		for _, a := range p.Args {
			if a.Role == doc.Obl && (a.Case == "of" || a.Case == "on" || a.Case == "against") {
				if k := f.at(a.Tok); k >= 0 {
					return k
				}
			}
		}
	}
	return -1
}

// at is the place that covers a token, -1 for none.
func (f *finder) at(tok int) int {
	for k := f.first; k < f.end; k++ {
		if f.d.Places[k].First <= tok && tok < f.d.Places[k].End {
			return k
		}
	}
	return -1
}

// under is the place that a noun is or that stands with it: "the town of Kidal",
// "the capital, Bamako", "a hotel in Geneva".
func (f *finder) under(tok, depth int) int {
	if k := f.at(tok); k >= 0 {
		return k
	}
	return f.inside(tok, depth)
}

func (f *finder) inside(tok, depth int) int {
	if depth == 0 {
		return -1
	}
	for c := range f.s.Children(tok) {
		t := &f.s.Tokens[c]
		switch {
		case t.Deprel == "appos", t.Deprel == "flat", t.Deprel == "compound", t.Deprel == "nmod:desc", t.Deprel == "nmod:poss":
		case t.Deprel == "nmod", doc.IsRel(t.Deprel, "obl"):
			prep := prepositionOf(f.s, c)
			if caseOf(prep)&(caseAt|caseTo) == 0 && !(prep == "of" && localNoun[f.s.Tokens[tok].Lemma]) {
				continue
			}
		default:
			continue
		}
		if k := f.under(c, depth-1); k >= 0 {
			return k
		}
	}
	return -1
}

// finer prefers the finer known of two places.
func finer(a, b *doc.Place) bool { return fineness(a.Precision) < fineness(b.Precision) }

func fineness(p nuncio.Precision) int {
	switch p {
	case nuncio.PrecisionPoint:
		return 0
	case nuncio.PrecisionCity:
		return 1
	case nuncio.PrecisionDistrict:
		return 2
	case nuncio.PrecisionProvince:
		return 3
	}
	return 4
}

const (
	caseAt   = 1 << iota // where something is
	caseTo               // where it goes
	caseFrom             // where it comes from
)

// caseOf says how a preposition leads to a place, 0 for not at all.
func caseOf(prep string) uint8 {
	switch prep {
	case "in", "at", "near", "outside", "inside", "around", "within", "across", "throughout", "along", "on", "off", "over", "between", "during", "amid",
		"close to", "north of", "south of", "east of", "west of", "beneath", "above", "behind", "beyond":
		return caseAt
	case "to", "into", "toward", "towards", "onto", "through", "via", "against", "upon":
		return caseTo
	case "from", "out of":
		return caseFrom
	}
	return 0
}

// saying are verbs of speech and thought: what stands in their clause is where
// it was said, not where it happened.
func saying(lemma string) bool {
	switch lemma {
	case "say", "tell", "report", "announce", "state", "claim", "add", "warn", "believe", "think", "note", "confirm", "deny", "insist", "argue",
		"write", "suggest", "declare", "accuse", "promise", "pledge", "threaten", "allege", "explain", "stress", "indicate", "reveal", "know", "hope", "expect",
		"admit", "acknowledge", "vow", "demand", "ask", "urge", "call", "quote", "recall", "predict":
		return true
	}
	return false
}

// aboutIt are verbs whose object is spoken of: where it was says nothing of
// where they were done.
func aboutIt(lemma string) bool {
	switch lemma {
	case "condemn", "denounce", "criticize", "criticise", "discuss", "praise", "welcome", "blame", "accuse", "urge", "demand", "reject", "support", "back",
		"oppose", "deplore", "mention", "cite", "describe", "recall", "deny", "claim", "investigate", "fear", "protest", "mourn", "follow", "precede":
		return true
	}
	return saying(lemma)
}

// purposeless reports whether an adverbial clause is no part of its governor's
// scene: "after", "before", "if", "although".
func purposeless(s *doc.Sentence, tok int) bool {
	for c := range s.Children(tok) {
		if s.Tokens[c].Deprel != "mark" {
			continue
		}
		switch s.Tokens[c].Lemma {
		case "to", "as", "while", "when", "by", "that":
			return false
		}
		return true
	}
	return false
}

// localNoun are nouns whose "of" gives their place.
var localNoun = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range [...]string{
		"town", "city", "village", "capital", "port", "district", "province", "region", "island", "suburb", "outskirt", "coast", "street", "part", "north",
		"south", "east", "west", "center", "centre", "area", "state", "county", "border", "neighborhood", "neighbourhood", "vicinity", "shore", "water", "edge",
		"heart", "university", "bank", "airport", "southeast", "northeast", "northwest", "southwest", "enclave", "peninsula", "kilometer", "kilometre", "mile", "km", "out",
	} {
		m[w] = true
	}
	return m
}()
