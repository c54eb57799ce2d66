package voice

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Claim is the attribution that a token stands in: the innermost whose content
// holds it and whose cue says whose word it is; -1 when it is the report's own.
func Claim(d *doc.Document, at doc.Ref) int {
	best, size := -1, 0
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if n := len(a.Content); n == 0 || a.Content[0].Sent > at.Sent || a.Content[n-1].Sent < at.Sent || a.Also >= 0 || !Tells(a) {
			continue
		}
		n, in := 0, false
		for _, r := range a.Content {
			n += r.End - r.First
			in = in || r.Has(at)
		}
		if in && (setAside(d, a, at) || presupposed(d, a, at)) {
			continue
		}
		if in && (best < 0 || n < size || n == size && within(d, i, best)) {
			best, size = i, n
		}
	}
	return best
}

// setAside reports whether a token stands in a clause that whoever reports throws in about
// somebody whom the words of another name: what is known of Chad in "Chad, which shelled the
// town in May, will pay, an envoy said", or in "is expected to see Berg, whom Lima expelled".
func setAside(d *doc.Document, a *doc.Attribution, at doc.Ref) bool {
	behind := a.Cue.Sent == at.Sent && !a.Cue.IsZero() && a.Cue.First > at.Tok && a.Style == nuncio.StyleIndirect
	nobody := a.Source.IsZero() || a.Reason == "noun" || a.Reason == "object" || strings.HasPrefix(a.Reason, "preposition ")
	if !behind && !nobody {
		return false
	}
	s := &d.Sentences[at.Sent]
	for i, n := at.Tok, 0; i >= 0 && n <= len(s.Tokens); i, n = s.Tokens[i].Head, n+1 {
		h := s.Tokens[i].Head
		if !doc.IsRel(s.Tokens[i].Deprel, "acl") || h < 0 || h > i || s.Tokens[i].XPOS == "VBG" || s.Tokens[i].XPOS == "VB" {
			continue
		}
		first, end := s.Subtree(i)
		for k := first; k <= i; k++ {
			if x := s.Tokens[k].XPOS; x != "WDT" && x != "WP" && x != "WP$" && s.Tokens[k].Form != "," {
				continue
			} else if x == "WDT" && lower(s.Tokens[k].Form) == "that" || s.Tokens[k].Form == "," {
				continue
			}
			if k > 0 && s.Tokens[k-1].UPOS == "ADP" {
				k-- // ", in which"
			}
			return k > 0 && s.Tokens[k-1].Form == "," && (nobody || end < a.Cue.First)
		}
	}
	return false
}

// Tells reports whether an attribution gives somebody's word for a fact: what a
// chain is made of. Wishes, judgements and the way things seem are attributions
// too, but nobody's claim.
func Tells(a *doc.Attribution) bool {
	switch a.Class {
	case Say, Relay:
		return a.Reason != "asked" && a.Reason != "reminder" && a.Reason != "turned down" && a.Reason != "unsaid"
	case Show, Think:
		return a.Reason != "reminder" && a.Reason != "seeming" && a.Reason != "question" && a.Reason != "evidence" && !a.Source.IsZero() && a.Reason != "object" && a.Reason != "noun" || a.Reason == "passive"
	}
	return false
}

func within(d *doc.Document, i, outer int) bool {
	for p, n := d.Attributions[i].Parent, 0; p >= 0 && n < len(d.Attributions); p, n = d.Attributions[p].Parent, n+1 {
		if p == outer {
			return true
		}
	}
	return false
}

// Chain is the way by which the word at a token came to the report: whose word
// it is first, who passed it on last, the report's own outlet left out. Where
// several say it side by side, further holds the other ways. claim is the
// attribution that it stands in, -1 when it is the report's own word.
func (r *Reader) Chain(d *doc.Document, at doc.Ref) (chain []nuncio.Link, further [][]nuncio.Link, claim int) {
	claim = Claim(d, at)
	if claim < 0 {
		return nil, nil, -1
	}
	path := []int{}
	for i, n := claim, 0; i >= 0 && n <= len(d.Attributions); i, n = d.Attributions[i].Parent, n+1 {
		a := &d.Attributions[i]
		if i != claim && !passesOn(a) {
			continue
		}
		if Tells(a) {
			path = append(path, i)
		}
	}
	path = append(path, carriedOn(d, path)...)
	chain = r.links(d, path)
	for step, i := range path {
		for j := range d.Attributions {
			if d.Attributions[j].Also != i {
				continue
			}
			other := append([]int(nil), path...)
			other[step] = j
			if l := r.links(d, other); len(l) > 0 {
				further = append(further, l)
			}
		}
	}
	return chain, further, claim
}

// passesOn reports whether who speaks of another's claim passes it on. Who rejects it, will
// not comment on it, or promises to speak of it does not.
func passesOn(a *doc.Attribution) bool {
	switch a.Reason {
	case "object", "passive object", "infinitive", "object and as":
		return false
	}
	return !strings.HasPrefix(a.Reason, "preposition ")
}

// links turns attributions, inner before outer, into the hops of a chain.
func (r *Reader) links(d *doc.Document, path []int) []nuncio.Link {
	var out []nuncio.Link
	for n, i := range path {
		if r.own(d, &d.Attributions[i]) || r.himself(d, &d.Attributions[i], n+1 < len(path)) {
			continue
		}
		l := r.link(d, i)
		if sameName(l.Name, d.Report.Outlet) {
			continue
		}
		if k := len(out); k > 0 && (l.Entity != "" && out[k-1].Entity == l.Entity || l.Name == out[k-1].Name) {
			continue // "he added that he": the same hop
		}
		out = append(out, l)
	}
	return out
}

// himself reports whether a source is "I" or "we" in what somebody says, and so he himself, or
// the "you" of "you know that", who is nobody.
func (r *Reader) himself(d *doc.Document, a *doc.Attribution, quoted bool) bool {
	if a.Source.IsZero() || a.Source.End-a.Source.First != 1 || a.Entity >= 0 {
		return false
	}
	f := lower(d.Token(doc.Ref{Sent: a.Source.Sent, Tok: a.Source.First}).Form)
	return f == "you" || quoted && r.t.words["own-voice"][f]
}

func (r *Reader) link(d *doc.Document, i int) nuncio.Link {
	a := &d.Attributions[i]
	b := speakerFor(d, a)
	if b == nil && (a.Entity < 0 || a.Entity >= len(d.Entities) || d.Entities[a.Entity].Kind != nuncio.KindOutlet) {
		b = r.outletBefore(d, a)
	}
	if b != nil {
		l := nuncio.Link{Kind: b.Kind, Authority: a.Level}
		l.Name = strings.TrimRight(d.Words(b.Source), ", ")
		if b.Entity >= 0 && b.Entity < len(d.Entities) {
			e := &d.Entities[b.Entity]
			l.Name, l.Entity, l.Country = e.Name, e.ID, e.Country
		}
		return l
	}
	l := nuncio.Link{Kind: a.Kind, Authority: a.Level}
	if a.Entity >= 0 && a.Entity < len(d.Entities) {
		e := &d.Entities[a.Entity]
		l.Name, l.Entity, l.Country = e.Name, e.ID, e.Country
		return l
	}
	if a.Source.IsZero() {
		l.Name, l.Kind = "unnamed", nuncio.LinkUnnamed
		return l
	}
	source := a.Source
	if r, h := antecedent(d, source); h >= 0 {
		source = r
	}
	if l.Kind != nuncio.LinkUnnamed {
		source = plainName(d, source) // how somebody asked to be named is part of what he is
	}
	l.Name = strings.TrimRight(d.Words(source), ", ")
	if l.Kind == nuncio.LinkStateMedia {
		l.Country = stateWithin(d, source)
	}
	return l
}

// plainName is a source without the clause that says more of it: "a letter [seen by
// the daily]", "an officer [who had fled]"; not what stands before its noun ("Iran's
// state-owned agency").
func plainName(d *doc.Document, source doc.Range) doc.Range {
	noun := false
	for i := source.First; i < source.End; i++ {
		t := d.Token(doc.Ref{Sent: source.Sent, Tok: i})
		modifies := i+1 < source.End && t.UPOS != "PRON" && t.UPOS != "SCONJ" && nameWord(d.Token(doc.Ref{Sent: source.Sent, Tok: i + 1})) && d.Token(doc.Ref{Sent: source.Sent, Tok: i + 1}).UPOS != "DET"
		if noun && !modifies && (t.XPOS == "VBN" || t.XPOS == "VBG" || t.XPOS == "WDT" || t.XPOS == "WP" || lower(t.Form) == "that" || finite(t)) {
			source.End = i
			break
		}
		noun = noun || t.UPOS == "PROPN" || t.UPOS == "NOUN" && (i+1 == source.End || !nameWord(d.Token(doc.Ref{Sent: source.Sent, Tok: i + 1})))
	}
	return source
}

// stateWithin is the one state that a phrase names, or that what it names belongs to:
// "state media in North Korea", "Iran's state television" speak for it. It is empty
// where there are several.
func stateWithin(d *doc.Document, phrase doc.Range) string {
	country := ""
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity < 0 || m.Sent != phrase.Sent || m.First < phrase.First || m.End > phrase.End {
			continue
		}
		e := &d.Entities[m.Entity]
		if e.Country == "" || e.Country == country {
			continue
		}
		if country != "" {
			return ""
		}
		country = e.Country
	}
	return country
}

// speakerFor is the last named speaker before a pronoun that nobody resolved: who
// goes on speaking as "he" or "it" is mostly the one who spoke. It is nil when the
// source is no such pronoun, or nobody spoke within two sentences.
func speakerFor(d *doc.Document, a *doc.Attribution) *doc.Attribution {
	if a.Entity >= 0 || a.Source.End-a.Source.First != 1 {
		return nil
	}
	switch lower(d.Words(a.Source)) {
	case "he", "she", "it", "they":
	default:
		return nil
	}
	var best *doc.Attribution
	for i := range d.Attributions {
		b := &d.Attributions[i]
		if b.Class != Say || b.Source.IsZero() || b.Cue.IsZero() || !before(doc.Ref{Sent: b.Cue.Sent, Tok: b.Cue.First}, doc.Ref{Sent: a.Source.Sent, Tok: a.Source.First}) {
			continue
		}
		if t := d.Token(doc.Ref{Sent: b.Source.Sent, Tok: b.Source.First}); t.UPOS == "PRON" && b.Source.End-b.Source.First == 1 && b.Entity < 0 {
			continue
		}
		if b.Parent >= 0 || a.Cue.Sent-b.Cue.Sent > 2 || d.Sentences[a.Cue.Sent].Part != d.Sentences[b.Cue.Sent].Part {
			continue
		}
		if best == nil || best.Cue.Sent < b.Cue.Sent || best.Cue.Sent == b.Cue.Sent && best.Cue.First < b.Cue.First {
			best = b
		}
	}
	return best
}

// antecedent is the noun phrase that a relative pronoun stands for, and its head;
// -1 when the source is none.
func antecedent(d *doc.Document, source doc.Range) (doc.Range, int) {
	if source.End-source.First != 1 {
		return doc.Range{}, -1
	}
	s := &d.Sentences[source.Sent]
	t := &s.Tokens[source.First]
	if t.XPOS != "WP" && t.XPOS != "WDT" || t.Head < 0 {
		return doc.Range{}, -1
	}
	v := &s.Tokens[t.Head]
	for n := 0; n < 3 && v.Head >= 0 && !doc.IsRel(v.Deprel, "acl"); n++ {
		v = &s.Tokens[v.Head] // a further verb of the same relative clause
	}
	if v.Head < 0 || !doc.IsRel(v.Deprel, "acl") || v.Head >= source.First {
		return nameBefore(s, source)
	}
	h := v.Head
	if k := s.Tokens[h].Head; t.XPOS == "WP" && k >= 0 && k < h && s.Tokens[source.First-1].Form == "," && oneOf(s, k, h) {
		h = k
	}
	r := doc.Range{Sent: source.Sent, First: h, End: h + 1}
	for c := range s.Children(h) {
		switch rel := s.Tokens[c].Deprel; {
		case rel == "punct" || doc.IsRel(rel, "acl") || rel == "case" || rel == "cc" || rel == "conj":
		default:
			if first, end := s.Subtree(c); end <= source.First {
				r.First, r.End = min(r.First, first), max(r.End, end)
			}
		}
	}
	return r, h
}

// oneOf reports whether a phrase tells whose relative or what part somebody is who is new to
// the report: of "a cousin of the man, who said", the cousin speaks.
func oneOf(s *doc.Sentence, k, h int) bool {
	if s.Tokens[k].UPOS != "NOUN" || s.Tokens[h].Deprel != "nmod" || !hasPrep(s, h, "of") {
		return false
	}
	outer, inner := s.Child(k, "det", "nummod"), s.Child(h, "det", "nmod:poss")
	if outer < 0 || inner < 0 {
		return false
	}
	o, i := lower(s.Tokens[outer].Form), lower(s.Tokens[inner].Form)
	return o != "the" && i != "a" && i != "an"
}

func sameName(a, b string) bool {
	a, b = strings.TrimPrefix(strings.ToLower(a), "the "), strings.TrimPrefix(strings.ToLower(b), "the ")
	return a != "" && a == b
}

// nameBefore is the antecedent by the order of words, where the tree took the
// relative clause for a main one: the nouns right before the pronoun.
func nameBefore(s *doc.Sentence, source doc.Range) (doc.Range, int) {
	end := source.First
	if end > 0 && s.Tokens[end-1].Form == "," {
		end--
	}
	first := end
	for first > 0 && nameWord(&s.Tokens[first-1]) {
		first--
	}
	if first == end {
		return doc.Range{}, -1
	}
	h := end - 1
	for n := 0; n < 4; n++ {
		if up := s.Tokens[h].Head; up >= first && up < end {
			h = up
		}
	}
	return doc.Range{Sent: source.Sent, First: first, End: end}, h
}

// carriedOn is who passes on what a speaker goes on to say as a pronoun, when he passed
// on what the speaker said in the sentence before: "the envoy told Reuters. He added that".
func carriedOn(d *doc.Document, path []int) []int {
	if len(path) == 0 {
		return nil
	}
	a := &d.Attributions[path[len(path)-1]]
	if a.Class != Say || a.Entity < 0 || a.Source.End-a.Source.First != 1 || d.Token(doc.Ref{Sent: a.Source.Sent, Tok: a.Source.First}).UPOS != "PRON" {
		return nil
	}
	for i := range d.Attributions {
		b := &d.Attributions[i]
		if b.Class != Say || b.Entity != a.Entity || b.Cue.Sent >= a.Cue.Sent || len(b.Content) == 0 || max(b.Cue.Sent, b.Content[len(b.Content)-1].Sent) != a.Cue.Sent-1 || b.Parent < 0 {
			continue
		}
		var up []int
		for p := b.Parent; p >= 0 && len(up) < len(d.Attributions); p = d.Attributions[p].Parent {
			if d.Attributions[p].Class != Relay {
				return nil
			}
			up = append(up, p)
		}
		return up
	}
	return nil
}
