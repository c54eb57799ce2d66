package where

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

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
		if c < tok && c > 0 && t.Deprel == "obl:unmarked" && f.is(c, audience) && strings.HasSuffix(f.s.Tokens[0].Form, "ing") && f.s.Tokens[0].Head == c {
			return f.inside(c, 1, false) // "Briefing reporters in Juba", read as a compound
		}
		if c > tok || t.XPOS != "VBG" && !(c == 0 && strings.HasSuffix(t.Form, "ing")) && !(t.XPOS == "VBN" && f.is(c, gathered)) || !doc.IsRel(t.Deprel, "advcl") || f.s.Child(c, "mark", "aux", "advmod") >= 0 {
			continue
		}
		best := -1
		for k := range f.s.Children(c) {
			switch rel := f.s.Tokens[k].Deprel; {
			case (doc.IsRel(rel, "obl") || rel == "nmod") && caseOf(prepositionOf(f.s, k))&caseAt != 0 && !f.topic(c, k, prepositionOf(f.s, k)):
				best = f.better(best, f.under(k, 2, true))
			case (rel == "obj" || rel == "iobj" || doc.IsRel(rel, "obl")) && f.is(k, audience):
				best = f.better(best, f.inside(k, 1, false))
			}
		}
		return best
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
		if f.venue(k) {
			return f.better(k, f.inside(tok, depth, scene)) // "at the Canal Hotel in Baghdad"
		}
		return k
	}
	return f.inside(tok, depth, scene)
}

func (f *finder) inside(tok, depth int, scene bool) int {
	best := -1
	if depth == 0 {
		return best
	}
	if scene {
		best = f.heldAt(tok) // "at a reception given in Moscow"
	}
	for c := range f.s.Children(tok) {
		t := &f.s.Tokens[c]
		switch {
		case t.Deprel == "appos", t.Deprel == "flat":
		case t.Deprel == "compound", t.Deprel == "nmod:desc", t.Deprel == "nmod:poss", t.Deprel == "amod" && f.at(c) >= 0:
			if !scene && !f.is(tok, local|site|meeting) {
				continue
			}
		case t.Deprel == "nmod", doc.IsRel(t.Deprel, "obl"):
			if prep := prepositionOf(f.s, c); caseOf(prep)&(caseAt|caseTo) == 0 && !(prep == "of" && (f.is(tok, local|site|dweller) || scene && f.is(tok, meeting) || f.r.g.words.aside(f.s, c))) {
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
	case b >= 0 && f.d.Places[b].Precision == nuncio.PrecisionCity && f.venue(a):
		return b // a building that nobody knows is in the town beside it
	}
	return a
}

// venue reports whether a place is a building that the gazetteer does not hold, by a word in its
// name or behind it: "the Palace of Independence", "the Marriott hotel".
func (f *finder) venue(k int) bool {
	p := &f.d.Places[k]
	if f.r.Venue(&p.Where) {
		return true
	}
	return p.Precision == "" && p.GeoNames == 0 && p.End < len(f.s.Tokens) && f.is(p.End, venue)
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
