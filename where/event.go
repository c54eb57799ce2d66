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
	f := finder{r: r, d: d, sent: at.Sent, s: &d.Sentences[at.Sent]}
	f.first = sort.Search(len(d.Places), func(i int) bool { return d.Places[i].Sent >= at.Sent })
	for f.end = f.first; f.end < len(d.Places) && d.Places[f.end].Sent == at.Sent; f.end++ {
	}
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
	w := d.Places[i].Where
	w.Text, w.Span = d.Words(d.Places[i].Range), d.Span(d.Places[i].Range)
	if nearby(f.s, d.Places[i].First) && (w.Precision == nuncio.PrecisionCity || w.Precision == nuncio.PrecisionPoint) {
		w.Precision = nuncio.PrecisionDistrict // known no finer than the land around it
	}
	return &w
}

// Spoken is the place where somebody spoke, by the words of the verb of saying at alone:
// "told reporters in Juba".
func (r *Resolver) Spoken(d *doc.Document, at doc.Ref) *nuncio.Where {
	if at.Sent < 0 || at.Sent >= len(d.Sentences) {
		return nil
	}
	f := finder{r: r, d: d, sent: at.Sent, s: &d.Sentences[at.Sent]}
	f.first = sort.Search(len(d.Places), func(i int) bool { return d.Places[i].Sent >= at.Sent })
	for f.end = f.first; f.end < len(d.Places) && d.Places[f.end].Sent == at.Sent; f.end++ {
	}
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
			if (a.Role == doc.Obj || a.Role == doc.IObj) && audience[f.s.Tokens[a.Tok].Lemma] {
				k = f.better(k, f.inside(a.Tok, 1, false))
			}
		}
	}
	if k < 0 {
		return nil
	}
	w := d.Places[k].Where
	w.Text, w.Span = d.Words(d.Places[k].Range), d.Span(d.Places[k].Range)
	return &w
}

// nearby reports whether the words before a place say that something was not in it
// but somewhere about it: "near the town of Kupiansk", "20 km north of Kharkiv".
func nearby(s *doc.Sentence, first int) bool {
	for i := first - 1; i >= 0 && i >= first-5; i-- {
		switch strings.ToLower(s.Tokens[i].Form) {
		case "near", "outside", "around", "close", "north", "south", "east", "west", "kilometres", "kilometers", "km", "miles", "northeast", "northwest", "southeast", "southwest":
			return i < first-1 || s.Tokens[i].UPOS == "ADP" || s.Tokens[i].UPOS == "SCONJ"
		case "the", "of", "from", "to", "town", "city", "village", "port", "capital":
		default:
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
			if saying[f.s.Tokens[up].Lemma] {
				return -1
			}
		case doc.IsRel(t.Deprel, "advcl"):
			if apart(f.s, tok) {
				return -1
			}
		}
		tok = up
	}
	return -1
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
	if k := f.oblique(p, caseAt); k >= 0 {
		return k
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
			if a.Tok != p.Tok && (a.Role == doc.Obj || a.Role == doc.Obl && a.Case == "with") && !aboutIt[f.s.Tokens[p.Tok].Lemma] {
				if k := f.deep(a.Tok, 3); k >= 0 {
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
	if l := f.s.Tokens[tok].Lemma; aboutIt[l] || saying[l] {
		return -1
	}
	return f.anywhere(tok, 6)
}

// heldAt is the place that a participle gives the deed that a noun names: "a meeting of
// commanders, held at Kunduz", "the accord signed in Lomé".
func (f *finder) heldAt(noun int) int {
	if f.s.Tokens[noun].UPOS != "NOUN" {
		return -1
	}
	for c := noun + 1; c < len(f.s.Tokens); c++ {
		t := &f.s.Tokens[c]
		if t.Deprel != "acl" || t.XPOS != "VBN" || t.Head != noun && !(happens[t.Lemma] && f.s.Dominates(noun, c)) {
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
		if a.Role == doc.Obl && a.Tok != p.Tok && (caseOf(a.Case)&cases != 0 || cases == caseTo && a.Case == "for" && setsOff[f.s.Tokens[p.Tok].Lemma]) && !f.others(p, a.Tok) && !f.topic(p.Tok, a.Tok, a.Case) {
			best = f.better(best, f.under(a.Tok, 3, cases == caseAt))
		}
	}
	if best < 0 && cases == caseAt {
		for c := range f.s.Children(p.Tok) { // "north of Sanaa"
			if f.s.Tokens[c].Deprel == "advmod" {
				best = f.better(best, f.inside(c, 1, true))
			}
		}
	}
	return best
}

// others reports whether words belong rather to a happening that is only spoken
// of: "condemned the attack in Kidal".
func (f *finder) others(p *doc.Predicate, tok int) bool {
	if !aboutIt[f.s.Tokens[p.Tok].Lemma] || tok < p.Tok {
		return false
	}
	o, ok := p.Arg(doc.Obj)
	return ok && o.Tok < tok && meeting[f.s.Tokens[o.Tok].Lemma]
}

// topic reports whether "on" or "over" leads to what something is about, and
// not to where it is: "talks on Darfur", but "a raid on Darfur", "on the island".
func (f *finder) topic(tok, c int, prep string) bool {
	if prep != "on" && prep != "over" && prep != "against" {
		return false
	}
	if k := f.at(c); k >= 0 {
		for w := range strings.FieldsSeq(strings.ToLower(f.d.Words(f.d.Places[k].Range))) {
			if landforms[w] {
				return false // "on Lake Albert"
			}
		}
	}
	return !dwellers[f.s.Tokens[c].Lemma] && !attackNoun[f.s.Tokens[tok].Lemma] && !localNoun[f.s.Tokens[c].Lemma] && !siteNoun[f.s.Tokens[c].Lemma] && !sceneNoun[f.s.Tokens[c].Lemma]
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

// below is the place that a clause of the same scene names: the next verb of the
// same subject ("was shot and buried near Ramallah"), what happened meanwhile or
// thereby ("died when the helicopter was downed outside Fallujah").
func (f *finder) below(tok int) int {
	if k := f.opening(tok); k >= 0 {
		return k
	}
	for c := range f.s.Children(tok) {
		p := f.s.Predicate(c)
		if p == nil || c < tok || p.Kind != doc.Verbal {
			continue
		}
		switch {
		case f.s.Tokens[c].Deprel == "conj":
			if f.s.Child(c, "nsubj") >= 0 {
				continue
			}
		case doc.IsRel(f.s.Tokens[c].Deprel, "advcl"):
			if apart(f.s, c) {
				continue
			}
		default:
			continue
		}
		if k := f.oblique(p, caseAt); k >= 0 {
			return k
		}
		if k := f.objects(p); k >= 0 {
			return k
		}
	}
	return -1
}

// opening is the place of a participle that opens the sentence: "Meeting in Mendoza, they
// expelled", "Briefing reporters in Juba, he said".
func (f *finder) opening(tok int) int {
	for c := range f.s.Children(tok) {
		t := &f.s.Tokens[c]
		if c > tok || t.XPOS != "VBG" || !doc.IsRel(t.Deprel, "advcl") || f.s.Child(c, "mark", "aux", "advmod") >= 0 {
			continue
		}
		best := -1
		for k := range f.s.Children(c) {
			switch rel := f.s.Tokens[k].Deprel; {
			case (doc.IsRel(rel, "obl") || rel == "nmod") && caseOf(prepositionOf(f.s, k))&caseAt != 0 && !f.topic(c, k, prepositionOf(f.s, k)):
				best = f.better(best, f.under(k, 2, true))
			case (rel == "obj" || rel == "iobj" || doc.IsRel(rel, "obl")) && audience[f.s.Tokens[k].Lemma]:
				best = f.better(best, f.inside(k, 1, false))
			}
		}
		return best
	}
	return -1
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
	if p.Kind == doc.Verbal && aboutIt[f.s.Tokens[p.Tok].Lemma] {
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
// "the capital, Bamako", "a hotel in Geneva". scene says that the noun is where
// or when something happens, so that "the Geneva talks" names a place.
func (f *finder) under(tok, depth int, scene bool) int {
	if k := f.at(tok); k >= 0 {
		return k
	}
	return f.inside(tok, depth, scene)
}

func (f *finder) inside(tok, depth int, scene bool) int {
	best := -1
	if depth == 0 {
		return best
	}
	lemma := f.s.Tokens[tok].Lemma
	if scene {
		best = f.heldAt(tok) // "at a reception given in Moscow"
	}
	for c := range f.s.Children(tok) {
		t := &f.s.Tokens[c]
		switch {
		case t.Deprel == "appos", t.Deprel == "flat":
		case t.Deprel == "compound", t.Deprel == "nmod:desc", t.Deprel == "nmod:poss":
			if !scene && !localNoun[lemma] && !siteNoun[lemma] && !meeting[lemma] {
				continue
			}
		case t.Deprel == "nmod", doc.IsRel(t.Deprel, "obl"):
			if prep := prepositionOf(f.s, c); caseOf(prep)&(caseAt|caseTo) == 0 && !(prep == "of" && (localNoun[lemma] || siteNoun[lemma] || dwellers[lemma] || scene && meeting[lemma] || aside(f.s, c))) {
				continue
			}
			if f.topic(tok, c, prepositionOf(f.s, c)) {
				continue
			}
		default:
			continue
		}
		best = f.better(best, f.under(c, depth-1, scene))
	}
	return best
}

// deep is the place of what stands under a noun, through "of", "with" and names
// beside it.
func (f *finder) deep(tok, depth int) int {
	best := f.inside(tok, 1, false)
	if best >= 0 || depth == 0 {
		return best
	}
	for c := range f.s.Children(tok) {
		if rel := f.s.Tokens[c].Deprel; (rel == "nmod" || rel == "appos" || rel == "flat") && f.at(c) < 0 {
			switch prepositionOf(f.s, c) {
			case "of", "with", "between", "":
				best = f.better(best, f.deep(c, depth-1))
			}
		}
	}
	return best
}

// better is the finer known of two places, the first where they are alike.
func (f *finder) better(a, b int) int {
	switch {
	case a < 0:
		return b
	case b >= 0 && fineness(f.d.Places[b].Precision) < fineness(f.d.Places[a].Precision):
		return b
	}
	return a
}

func fineness(p nuncio.Precision) int {
	switch p {
	case nuncio.PrecisionPoint:
		return 0
	case nuncio.PrecisionCity, "": // a name that the gazetteer does not hold is of something small
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

// apart reports whether an adverbial clause is no part of its governor's
// scene: "after", "before", "if", "although".
func apart(s *doc.Sentence, tok int) bool {
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
