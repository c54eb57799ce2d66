package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// linkShort links a single word that names a person or body: by an acronym of
// the text, by the family name of a person of the report (the nearest before,
// else after), else by the catalogue where one holder of that family name leads.
func (r *Resolver) linkShort(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	word := d.Words(m.Range)
	if r.acronym(i) {
		return
	}
	if e, ok := r.acronyms[word]; ok {
		m.Entity, m.Reason = e, "acronym that the report introduced"
		return
	}
	if r.initials(i) {
		return
	}
	folded := catalogue.Fold(word)
	if k := r.nearestByFamily(i, folded); k >= 0 {
		m.Entity, m.Link = d.Mentions[k].Entity, k
		m.Reason = "family name of " + d.Entities[m.Entity].Name
		r.takeRole(i)
		return
	}
	if sp.typ == doc.ORG && r.lastWord(i, word) {
		return
	}
	if k := r.givenBefore(i, folded); k >= 0 {
		m.Entity, m.Link = d.Mentions[k].Entity, k
		m.Reason = "the first name of " + d.Entities[m.Entity].Name
		r.takeRole(i)
		return
	}
	if sp.typ == doc.ORG {
		r.bodyOrPlace(i, word)
		return
	}
	if x, ok := r.leading(word, i); ok {
		m.Entity, m.Reason = r.known(x.Entity), "catalogue: the holder of that family name who was in office"
		r.takeRole(i)
		return
	}
	if sp.typ != doc.PER {
		m.Reason = "a name of no party"
		return
	}
	if _, ok := r.byID["place/"+slug(word)]; sp.post == nil && (ok || r.ofSite(m)) { // "near Malakal … to Malakal", once taken for a person
		r.newPlace(i, word)
		return
	}
	if sp.post == nil && r.locates(m) {
		r.newPlace(i, word)
		return
	}
	m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "person/" + slug(word), Kind: nuncio.KindPerson, Name: word}})
	m.Reason = unknownShort
	r.takeRole(i)
}

// locates reports whether a phrase of a verb puts something in, near or outside what a name
// stands for, so that it is a town of which nobody has heard: "detained a man in Brikama".
func (r *Resolver) locates(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	if s.Tokens[m.Head].UPOS == "PROPN" && r.takenTown(m) {
		return true
	}
	if !doc.IsRel(s.Tokens[m.Head].Deprel, "obl") || s.Tokens[m.Head].UPOS != "PROPN" {
		return false
	}
	switch lower(prepositionOf(s, m.Head)) {
	case "in":
		v := s.Tokens[m.Head].Head
		return v >= 0 && r.words.has(s.Tokens[v].Lemma, useSeize, useHarm, useStrike, useMeet, useReach)
	case "near", "outside", "around":
		return true
	}
	return false
}

// takenTown reports whether an army or rebels took, shelled or left what a name stands for: "Serb
// troops seized Zepa" is told of a town, where the one arrested would have a name in full.
func (r *Resolver) takenTown(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || s.Tokens[m.Head].Deprel != "obj" && s.Tokens[m.Head].Deprel != "nsubj:pass" || !r.words.has(s.Tokens[v].Lemma, useReach) {
		return false
	}
	by := s.Child(v, "nsubj", "obl:agent")
	if by < 0 {
		return false
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: by})
	if k < 0 {
		return false
	}
	if e := r.d.Mentions[k].Entity; e >= 0 {
		return r.d.Entities[e].Sector == "MIL" || r.d.Entities[e].Sector == "REB"
	}
	post := r.spots[k].post
	return r.spots[k].organ != "" && r.spots[k].organ != "police" || post != nil && (post.Sector == "MIL" || post.Sector == "REB")
}

// lastWord links a word to a body that was named before by more words of which it is the
// last: "the Tigers" after "the Tamil Tigers".
func (r *Resolver) lastWord(i int, word string) bool {
	d := r.d
	word = singular(lower(word))
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < 2 || d.Entities[c.Entity].Kind != nuncio.KindOrganization {
			continue
		}
		if singular(lower(d.Sentences[c.Sent].Tokens[c.End-1].Form)) == word {
			d.Mentions[i].Entity, d.Mentions[i].Link, d.Mentions[i].Reason = c.Entity, k, "the last word of a name before"
			return true
		}
	}
	return false
}

// nearestByFamily finds the mention of a person whose family name the word is.
// A post before the word that contradicts a candidate's country rules him out; the
// dead come last.
func (r *Resolver) nearestByFamily(i int, folded string) int {
	d := r.d
	country := r.besideTitle(i)
	fits := func(k int) bool {
		c := &d.Mentions[k]
		if k == i || c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			return false
		}
		e := &d.Entities[c.Entity]
		if country != "" && e.Country != "" && country != e.Country {
			return false
		}
		return r.family(e, folded) || c.End-c.First > 1 && lastName(catalogue.Fold(d.Words(c.Range))) == lastName(folded)
	}
	late := -1
	for k := i - 1; k >= 0; k-- {
		if !fits(k) {
			continue
		}
		if !r.late(k) {
			return k
		}
		late = max(late, k)
	}
	if late >= 0 {
		return late
	}
	for k := i + 1; k < len(d.Mentions); k++ {
		if fits(k) {
			return k
		}
	}
	return -1
}

// givenBefore finds the person named in full before whose first name the word is, as Thais,
// Burmese and Ethiopians are called by: "Chamlong" after "Chamlong Srimuang"; -1 for none.
func (r *Resolver) givenBefore(i int, folded string) int {
	if r.spots[i].typ == doc.LOC || len(folded) < 4 {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		c := &r.d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < 2 || r.d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		if first, _, _ := strings.Cut(catalogue.Fold(r.d.Words(c.Range)), " "); first == folded {
			return k
		}
	}
	return -1
}

// late reports whether a mention speaks of somebody dead, who is not meant by the
// family name alone where another bears it: "the late Hafez al-Assad".
func (r *Resolver) late(k int) bool {
	m, first := &r.d.Mentions[k], r.d.Mentions[k].First
	if t := r.spots[k].title; !t.IsZero() {
		first = min(first, t.First)
	}
	t := r.d.Sentences[m.Sent].Tokens
	for c := first - 1; c >= max(0, first-2); c-- {
		if t[c].Form == "late" {
			return true
		}
	}
	return first < m.First && t[first].Form == "late"
}

// lastName is the last word of a folded name without the article of Arabic names:
// "al-Dbeibah" is called "Dbeibah".
func lastName(folded string) string {
	folded = folded[strings.LastIndexByte(folded, ' ')+1:]
	if len(folded) > 5 && (strings.HasPrefix(folded, "al-") || strings.HasPrefix(folded, "el-")) {
		return folded[3:]
	}
	return folded
}

// family reports whether a folded word is the name by which a person is called
// on second mention: the catalogue's family name, else the last word, or the
// first of a three-part name in East Asian order.
func (r *Resolver) family(e *doc.Entity, folded string) bool {
	if c := r.cat.Entity(e.ID); c != nil {
		family := c.Family
		if family == "" {
			f := strings.Fields(c.Name)
			family = f[len(f)-1]
		}
		if catalogue.Fold(family) == folded {
			return true
		}
	}
	f := strings.Fields(catalogue.Fold(e.Name))
	if len(f) < 2 {
		return len(f) == 1 && f[0] == folded
	}
	return f[len(f)-1] == folded || f[0] == folded && (len(f) == 3 || len(f) == 2 && strings.Contains(e.Name, "-"))
}
