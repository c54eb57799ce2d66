package where

import (
	"sort"
	"strings"

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
	f := r.finder(d, at.Sent)
	i := -1
	if f.first < f.end {
		i = f.event(at.Tok)
	}
	if w := f.pointed(at.Tok, i); w != nil {
		return w
	}
	i = f.finer(at.Tok, i)
	if i < 0 {
		return nil
	}
	w := f.where(i)
	if f.r.g.words.nearby(f.s, d.Places[i].First) && (w.Precision == nuncio.PrecisionCity || w.Precision == nuncio.PrecisionPoint) {
		w.Precision = nuncio.PrecisionDistrict // known no finer than the land around it
	}
	return w
}

// Spoken is the place where somebody spoke, by the words of the verb of saying at alone:
// "told reporters in Juba".
func (r *Resolver) Spoken(d *doc.Document, at doc.Ref) *nuncio.Where {
	if at.Sent < 0 || at.Sent >= len(d.Sentences) {
		return nil
	}
	f := r.finder(d, at.Sent)
	p := f.s.Predicate(at.Tok)
	if p == nil || f.first == f.end {
		return nil
	}
	k := f.oblique(p, caseAt)
	if k < 0 {
		k = f.opening(at.Tok)
	}
	if k < 0 {
		for _, a := range p.Args { // "told journalists in Juba"
			if (a.Role == doc.Obj || a.Role == doc.IObj) && f.is(a.Tok, audience) {
				k = f.better(k, f.inside(a.Tok, 1, false))
			}
		}
	}
	return f.where(k)
}

// OfNoun is the place that the words of a noun give the deed that it names: "the meeting in
// Oslo", "the deal, struck in Lomé"; nil for none.
func (r *Resolver) OfNoun(d *doc.Document, at doc.Ref) *nuncio.Where {
	f := r.finder(d, at.Sent)
	if f.first == f.end {
		return nil
	}
	return f.where(f.inside(at.Tok, 3, true))
}

// finder looks among the places of a sentence.
func (r *Resolver) finder(d *doc.Document, sent int) finder {
	f := finder{r: r, d: d, sent: sent, s: &d.Sentences[sent]}
	f.first = sort.Search(len(d.Places), func(i int) bool { return d.Places[i].Sent >= sent })
	for f.end = f.first; f.end < len(d.Places) && d.Places[f.end].Sent == sent; f.end++ {
	}
	return f
}

// where is a place of the sentence with its words, nil for -1.
func (f *finder) where(i int) *nuncio.Where {
	if i < 0 {
		return nil
	}
	w := f.d.Places[i].Where
	w.Text, w.Span = f.d.Words(f.d.Places[i].Range), f.d.Span(f.d.Places[i].Range)
	return &w
}

// nearby reports whether the words before a place say that something was not in it
// but somewhere about it: "near the town of Kupiansk", "20 km north of Kharkiv".
func (w *words) nearby(s *doc.Sentence, first int) bool {
	for i := first - 1; i >= 0 && i >= first-5; i-- {
		form := strings.ToLower(s.Tokens[i].Form)
		if w.has(form, near) {
			return i < first-1 || s.Tokens[i].UPOS == "ADP" || s.Tokens[i].UPOS == "SCONJ"
		}
		if !w.has(form, beforeName) {
			return false
		}
	}
	return false
}

// finder looks for the place of a deed among the places of one sentence.
type finder struct {
	r          *Resolver
	d          *doc.Document
	sent       int
	s          *doc.Sentence
	first, end int // d.Places of the sentence
}

// is reports whether the word at a token has one of the uses.
func (f *finder) is(tok int, u use) bool { return f.r.g.words.has(f.s.Tokens[tok].Lemma, u) }

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
		case t.Deprel == "acl" && t.XPOS == "VB" && f.s.Child(up, "cop") >= 0: // "was in Oslo to sign"
		case doc.IsRel(t.Deprel, "acl"):
			if k := f.beforeWhere(tok); k >= 0 {
				return k
			}
			// "the summit in Geneva at which they signed"; what the clause around the
			// noun tells is another deed.
			if f.at(up) >= 0 && !f.relative(tok) {
				return -1 // "said in Paris that …" misread; "Goma, seized in May," is an object
			}
			return f.under(up, 2, true)
		case t.Deprel == "conj":
			// What comes before is the scene of what follows.
		case t.Deprel == "ccomp", t.Deprel == "parataxis", doc.IsRel(t.Deprel, "csubj"):
			if f.is(up, saying) {
				return -1
			}
		case doc.IsRel(t.Deprel, "advcl"):
			if apart(f.s, tok) {
				return -1
			}
		}
		if t.Deprel == "conj" && f.nextScene(tok, up) {
			return -1
		}
		tok = up
	}
	return -1
}

// nextScene reports whether a later clause with a subject and a time of its own goes on to
// another scene: "bombed Goma on Monday, and on Tuesday Uganda protested".
func (f *finder) nextScene(tok, up int) bool {
	if f.s.Child(tok, "nsubj", "nsubj:pass") < 0 {
		return false
	}
	before, own := false, false
	for i := sort.Search(len(f.d.Times), func(k int) bool { return f.d.Times[k].Sent >= f.sent }); i < len(f.d.Times) && f.d.Times[i].Sent == f.sent; i++ {
		x := &f.d.Times[i]
		own = own || f.s.Dominates(tok, x.First)
		before = before || !f.s.Dominates(tok, x.First) && f.s.Dominates(up, x.First)
	}
	return before && own
}

// relative reports whether a clause speaks of its noun as where it happens.
func (f *finder) relative(tok int) bool {
	for c := range f.s.Children(tok) {
		if l := f.s.Tokens[c].Lemma; l == "where" || l == "which" {
			return true
		}
	}
	return false
}

// beforeWhere is the place right before the "where" of a relative clause, whatever
// noun the tree hangs the clause on: "sent a team to Vienna, where both will meet".
func (f *finder) beforeWhere(tok int) int {
	c := f.s.Child(tok, "advmod")
	if c < 2 || f.s.Tokens[c].Lemma != "where" {
		return -1
	}
	if f.s.Tokens[c-1].Form == "," {
		c--
	}
	return f.at(c - 1)
}

// own is the place that a predicate's own arguments name, the surest first.
func (f *finder) own(tok int) int {
	p := f.s.Predicate(tok)
	if p == nil {
		return f.under(tok, 1, true)
	}
	if k := f.heldAt(tok); k >= 0 {
		return k
	}
	if p.Kind == doc.Copular && caseOf(prepositionOf(f.s, tok))&caseAt != 0 { // "was in Oslo"
		if k := f.under(tok, 2, true); k >= 0 {
			return k
		}
	}
	if k := f.oblique(p, caseAt); k >= 0 {
		return f.finest(k, p)
	}
	if k := f.objects(p); k >= 0 {
		return k
	}
	for _, cases := range [...]uint8{caseTo, caseFrom} {
		if k := f.oblique(p, cases); k >= 0 {
			return k
		}
	}
	if k := f.owners(p); k >= 0 {
		return k
	}
	if p.Kind == doc.Verbal {
		// "talks with his counterpart in Colombo", "led a group of ministers to Vienna"
		for _, a := range p.Args {
			if a.Tok != p.Tok && (a.Role == doc.Obj || a.Role == doc.Obl && a.Case == "with") && !f.is(p.Tok, about) {
				if k := f.deep(a.Tok, 3); k >= 0 {
					return k
				}
			}
		}
		for _, a := range p.Args {
			if a.Role == doc.Obl && a.Case == "on" && f.is(a.Tok, paper) { // "agreed on a text in Lausanne"
				if k := f.inside(a.Tok, 1, false); k >= 0 {
					return k
				}
			}
		}
		for _, a := range p.Args {
			if a.Role == doc.Subj && a.Origin == doc.Own && f.at(a.Tok) < 0 {
				if k := f.inside(a.Tok, 2, false); k >= 0 {
					return k
				}
			}
		}
	}
	if k := f.below(tok); k >= 0 {
		return k
	}
	if k := f.afterTalks(tok); k >= 0 {
		return k
	}
	if f.is(tok, about|saying) {
		return -1
	}
	return f.anywhere(tok, 6)
}

// finest is the place that a predicate's object is or stands at, where it lies in the land that
// the words name besides: "entered the town of Zugdidi in western Georgia"; else that land.
func (f *finder) finest(k int, p *doc.Predicate) int {
	if q := f.d.Places[k].Precision; q != nuncio.PrecisionCountry && q != nuncio.PrecisionProvince {
		return k
	}
	o := f.objects(p)
	if o < 0 || f.d.Places[o].Country != f.d.Places[k].Country {
		return k
	}
	return f.better(k, o)
}

// heldAt is the place that a participle gives the deed that a noun names: "a meeting of
// commanders, held at Kunduz", "the accord signed in Lomé".
func (f *finder) heldAt(noun int) int {
	if f.s.Tokens[noun].UPOS != "NOUN" {
		return -1
	}
	for c := noun + 1; c < len(f.s.Tokens); c++ {
		t := &f.s.Tokens[c]
		if t.Deprel != "acl" || t.XPOS != "VBN" || t.Head != noun && !(f.is(c, held) && f.s.Dominates(noun, c)) {
			continue
		}
		if p := f.s.Predicate(c); p != nil {
			if k := f.oblique(p, caseAt); k >= 0 {
				return k
			}
		}
	}
	return -1
}

// oblique is the finest place among the arguments with a class of prepositions.
func (f *finder) oblique(p *doc.Predicate, cases uint8) int {
	best := -1
	for _, a := range p.Args {
		if (a.Role == doc.Obl || a.Role == doc.IObj && a.Case != "") && a.Tok != p.Tok && (caseOf(a.Case)&cases != 0 || cases == caseTo && a.Case == "for" && f.is(p.Tok, setOff)) && !f.others(p, a.Tok) && !f.topic(p.Tok, a.Tok, a.Case) {
			best = f.better(best, f.under(a.Tok, 3, cases == caseAt))
		}
	}
	if best < 0 && cases == caseAt {
		best = f.aside(p.Tok, best)
		if o, ok := p.Arg(doc.Obj); ok && o.Tok > p.Tok {
			best = f.aside(o.Tok, best) // "bombed a barracks north of Sanaa"
		}
	}
	return best
}

// aside is the finer of a place and one that a word's adverb leads to: "north of Sanaa".
func (f *finder) aside(tok, best int) int {
	for c := range f.s.Children(tok) {
		if f.s.Tokens[c].Deprel == "advmod" && (c > tok || f.s.Tokens[tok].UPOS == "VERB") {
			best = f.better(best, f.inside(c, 1, true))
		}
	}
	return best
}

// others reports whether words belong rather to a happening that is only spoken
// of: "condemned the attack in Kidal".
func (f *finder) others(p *doc.Predicate, tok int) bool {
	if !f.is(p.Tok, about) || tok < p.Tok {
		return false
	}
	o, ok := p.Arg(doc.Obj)
	return ok && o.Tok < tok && f.is(o.Tok, meeting)
}

// topic reports whether "on" or "over" leads to what something is about, and
// not to where it is: "talks on Darfur", but "a raid on Darfur", "on the island".
func (f *finder) topic(tok, c int, prep string) bool {
	if prep == "in" && f.is(c, cause) {
		return true
	}
	if k := f.s.Child(c, "case"); k > 1 && f.is(k-1, cause) && strings.EqualFold(f.s.Tokens[k-2].Form, "in") {
		return true // "in reply to a strike", hung beside the reply
	}
	if prep != "on" && prep != "over" && prep != "against" {
		return false
	}
	if f.is(c, person) && !f.is(tok, meeting|about|saying) {
		return false // "fired on demonstrators in Oslo"
	}
	if k := f.at(c); k >= 0 {
		for w := range strings.FieldsSeq(strings.ToLower(f.d.Words(f.d.Places[k].Range))) {
			if f.r.g.words.has(w, landform) {
				return false // "on Lake Albert"
			}
		}
	}
	if prep == "over" && f.is(tok, airborne) {
		return false // "shot down a plane over Kashmir"
	}
	return !f.is(tok, attack) && !f.is(c, dweller|local|ground|site|occasion)
}

// anywhere is the first place in a predicate's own clause that something is said
// to be at, however deep: for deeds that leave their mark where they are done.
func (f *finder) anywhere(tok, depth int) int {
	best := -1
	if depth == 0 {
		return best
	}
	for c := range f.s.Children(tok) {
		rel := f.s.Tokens[c].Deprel
		if rel == "ccomp" || rel == "parataxis" || rel == "conj" && f.s.Tokens[c].UPOS == "VERB" || doc.IsRel(rel, "acl") || doc.IsRel(rel, "advcl") || doc.IsRel(rel, "nsubj") {
			continue
		}
		prep := prepositionOf(f.s, c)
		switch prep {
		case "after", "before", "since", "despite", "following":
			continue // "a week after the talks in Geneva": not there
		}
		if f.topic(tok, c, prep) {
			continue
		}
		k := -1
		if caseOf(prep)&caseAt != 0 {
			k = f.under(c, 2, true)
		}
		if k < 0 {
			k = f.anywhere(c, depth-1)
		}
		best = f.better(best, k)
	}
	return best
}

// afterTalks is where the talks were after which something was settled: "agreed on a truce after
// 16 hours of talks in Minsk"; -1 for none, or where days lie between.
func (f *finder) afterTalks(tok int) int {
	if !f.is(tok, dealing) {
		return -1
	}
	best := -1
	for c := range f.s.Children(tok) {
		if prep := prepositionOf(f.s, c); (prep == "after" || prep == "following") && f.spans(c, meeting) && f.s.Child(c, "nmod:unmarked", "obl:unmarked", "advmod") < 0 {
			best = f.better(best, f.deep(c, 3))
		}
	}
	return best
}

// spans reports whether a noun has a use, or one that it measures: "talks", "16 hours of talks".
func (f *finder) spans(noun int, u use) bool {
	if f.is(noun, u) {
		return true
	}
	for c := range f.s.Children(noun) {
		if f.s.Tokens[c].Deprel == "nmod" && f.is(c, u) && prepositionOf(f.s, c) == "of" {
			return true
		}
	}
	return false
}

// objects is the place that is the object ("visited Hanoi", "shelled Homs"), or
// where the object is ("held talks in Geneva").
func (f *finder) objects(p *doc.Predicate) int {
	for _, a := range p.Args {
		if a.Role == doc.Obj && a.Tok != p.Tok {
			if k := f.at(a.Tok); k >= 0 {
				return k
			}
		}
	}
	if p.Kind == doc.Verbal && f.is(p.Tok, about) {
		return -1
	}
	best := -1
	for _, a := range p.Args {
		if a.Role == doc.Obj && a.Tok != p.Tok {
			best = f.better(best, f.inside(a.Tok, 3, false))
		}
	}
	return best
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

const (
	caseAt   = 1 << iota // where something is
	caseTo               // where it goes
	caseFrom             // where it comes from
)
