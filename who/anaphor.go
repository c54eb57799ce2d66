package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// counterpartTitle is the post of those who are only called a counterpart.
var counterpartTitle = catalogue.Title{Phrase: "counterpart", Kind: "person", Sector: "GOV"}

// spotAnaphors adds "the former", "the latter", and nouns by which a state may be
// called again ("the island").
func (r *Resolver) spotAnaphors(i, first int) {
	s := &r.d.Sentences[i]
	for k := 1; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		word := lower(t.Form)
		if word == "here" && r.fromHere(s, k) {
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: k, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{here: true})
			continue
		}
		nth := 0
		if r.spotGathering(s, k) {
			if !r.taken(first, k) {
				from, _ := s.Subtree(k)
				r.add(doc.Mention{Range: doc.Range{Sent: i, First: max(from, k-1), End: k + 1}, Head: k, Kind: doc.Nominal}, spot{gathering: true})
			}
			continue
		}
		switch {
		case word == "former":
			nth = 1
		case word == "latter":
			nth = 2
		case word == "state" && t.UPOS == "NOUN" && t.XPOS == "NN" && r.describes(s, k):
		case t.UPOS != "NOUN" && word != "north" && word != "south" || !r.words.has(word, useDescription):
			continue
		}
		from := k - 1
		if nth == 0 {
			for from > 0 && k-from < 3 && s.Tokens[from].UPOS != "DET" && s.Tokens[from].Head == k {
				from--
			}
		} else if t.Deprel == "amod" || t.Deprel == "compound" {
			continue // "the former president"
		}
		if lower(s.Tokens[from].Form) != "the" || r.taken(first, k) {
			continue
		}
		r.add(doc.Mention{Range: doc.Range{Sent: i, First: from, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{nth: nth, described: nth == 0})
	}
}

// describes reports whether a word before a noun tells, of few states only, which it is: "the
// Baltic state", not "the southern state".
func (r *Resolver) describes(s *doc.Sentence, k int) bool {
	for c := range s.Children(k) {
		if c < k && r.words.described[lower(s.Tokens[c].Form)] != nil {
			return true
		}
	}
	return false
}

// fromHere reports whether "here" is where the report comes from: no speaker's here.
func (r *Resolver) fromHere(s *doc.Sentence, k int) bool {
	t := &s.Tokens[k]
	if r.d.Report.DatelinePlace == "" || s.Part == doc.Title || t.Deprel != "advmod" || t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" {
		return false
	}
	open := false
	for c := range k {
		switch s.Tokens[c].Form {
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		case `"`:
			open = !open
		}
	}
	return !open
}

// here links "here" to the place that the report comes from.
func (r *Resolver) here(i int) {
	m := &r.d.Mentions[i]
	m.Place = true
	if r.dateline == "" {
		m.Reason = "where the report comes from, of which no state is known"
		return
	}
	name := strings.TrimSpace(r.d.Report.DatelinePlace)
	m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "place/" + slug(r.dateline+" "+name), Kind: nuncio.KindPlace, Name: name, Country: r.dateline}, Gender: 'n'})
	m.Reason = "where the report comes from"
}

// taken reports whether a mention of this sentence, from first on, covers a token.
func (r *Resolver) taken(first, t int) bool {
	for k := first; k < len(r.d.Mentions); k++ {
		if m := &r.d.Mentions[k]; m.First <= t && t < m.End {
			return true
		}
	}
	return false
}

// ordered links "the former" and "the latter" to the two parties last named, in
// this sentence or the one before.
func (r *Resolver) ordered(i int) {
	d := r.d
	m := &d.Mentions[i]
	var last [2]int // mention, the later first
	n := 0
	if r.spots[i].nth == 2 && r.former.at.Sent == m.Sent && r.former.at.Tok < m.First && r.former.pair[0] != r.former.pair[1] {
		// "the former praised Chad; the latter …": of the two of whom one has been told
		last, n = r.former.pair, 2
	}
	for k := i - 1; k >= 0 && n < 2; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > 1 || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		if c.Entity < 0 || c.Place || c.Kind != doc.Named || c.Reason == modifierReason || n == 1 && d.Mentions[last[0]].Entity == c.Entity {
			continue
		}
		last[n] = k
		n++
	}
	if n < 2 {
		m.Reason = "of two, but not two are named before"
		return
	}
	m.Link, m.Reason = last[0], "the second of the two named before"
	if r.spots[i].nth == 1 {
		r.former.at, r.former.pair = doc.Ref{Sent: m.Sent, Tok: m.First}, last
		m.Link, m.Reason = last[1], "the first of the two named before"
	}
	m.Entity = d.Mentions[m.Link].Entity
}

// described links "the island" to the state of that description that was spoken
// of last.
func (r *Resolver) described(i int) {
	d := r.d
	m := &d.Mentions[i]
	readings := r.cat.Lookup(lower(strings.Join(strings.Fields(d.Words(m.Range)), " ")))
	for k := i - 1; k >= 0; k-- {
		e := d.Mentions[k].Entity
		if e < 0 || d.Entities[e].Country == "" {
			continue
		}
		for _, x := range readings {
			if x.Kind == catalogue.NameDescription && x.Entity.ID == d.Entities[e].Country && d.Entities[e].Kind != nuncio.KindPlace && r.subjectState(i) != x.Entity.ID {
				m.Entity, m.Link, m.Reason = r.known(x.Entity), k, "a description of "+x.Entity.Name+", which was spoken of before"
				m.Place = r.isPlace(i)
				return
			}
		}
	}
	for _, x := range readings {
		if x.Kind == catalogue.NameDescription && x.Entity.ID == r.dateline && r.dateline != "" {
			m.Entity, m.Reason = r.known(x.Entity), "a description of "+x.Entity.Name+", where the report comes from"
			m.Place = r.isPlace(i)
			return
		}
	}
	s := &r.d.Sentences[m.Sent]
	part := s.Tokens[m.Head].Form // "the North" of Korea
	side := m.End < len(s.Tokens) && s.Tokens[m.End].Lemma == "side"
	for k := i - 1; k >= 0 && (isUpper(part) || side); k-- {
		e := d.Mentions[k].Entity
		if e >= 0 && d.Entities[e].Kind == nuncio.KindState && len(d.Entities[e].Name) > len(part) && strings.EqualFold(d.Entities[e].Name[:len(part)+1], part+" ") {
			m.Entity, m.Link, m.Reason = e, k, "a part of the name of "+d.Entities[e].Name
			m.Place = r.isPlace(i)
			return
		}
	}
	if e := r.otherHalf(i, part); e >= 0 && isUpper(part) {
		m.Entity, m.Reason = e, "the half of a country whose other half was spoken of"
		m.Place = r.isPlace(i)
		return
	}
	q := r.descriptionOf(m)
	if fits := r.words.described[lower(part)]; fits != nil && len(q.fits) == 0 && !q.other {
		q.fits = append(q.fits, fits) // "the kingdom"
	}
	if len(q.fits) > 0 || q.plain && !q.other && lower(part) == "republic" { // "the small republic"
		if e := r.describedState(i, &q, r.subjectState(i)); e >= 0 {
			m.Entity, m.Reason = e, "the state spoken of before that the words describe"
			m.Place = r.isPlace(i)
			return
		}
	}
	m.Reason = "a description of no state spoken of before"
}

// otherHalf is the state that "the North" is where only somebody of the South, or of the
// North, was spoken of; -1 for none.
func (r *Resolver) otherHalf(i int, part string) int {
	for k := i - 1; k >= 0 && r.d.Mentions[i].Sent-r.d.Mentions[k].Sent <= reach; k-- {
		e := r.d.Mentions[k].Entity
		if e < 0 || r.d.Entities[e].Country == "" {
			continue
		}
		state, ok := r.cat.State(r.d.Entities[e].Country)
		if !ok {
			continue
		}
		half, rest, two := strings.Cut(state.Name, " ")
		if _, known := opposite[half]; !two || !known || half != part && opposite[half] != part {
			continue
		}
		for _, x := range r.cat.Lookup(lower(part + " " + rest)) {
			if x.Entity.Kind == nuncio.KindState {
				return r.known(x.Entity)
			}
		}
	}
	return -1
}

var opposite = map[string]string{"North": "South", "South": "North", "East": "West", "West": "East"}

// goBetween links "the envoy" to the person through whom something passed before.
func (r *Resolver) goBetween(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if !r.words.has(lower(s.Tokens[m.Head].Lemma), useEnvoy) || described(s, m) {
		return false
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= reach; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson || country != "" && d.Entities[c.Entity].Country != country {
			continue
		}
		if p := lower(prepositionOf(&d.Sentences[c.Sent], c.Head)); p == "through" || p == "via" {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the one through whom it passed before"
			return true
		}
	}
	return false
}

// visitReach is how many sentences back a visit may have been told of.
const visitReach = 6

// fugitive links "the exile" and "the defector" to the person last told to have fled or defected.
func (r *Resolver) fugitive(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	country := r.countryBeside(m)
	if s := &d.Sentences[m.Sent]; !r.words.has(lower(s.Tokens[m.Head].Lemma), useFugitive) || described(s, m) || s.Child(m.Head, "nmod:poss") >= 0 {
		return false
	}
	for n := m.Sent - 1; n >= max(0, m.Sent-describedReach) && d.Sentences[n].Part == d.Sentences[m.Sent].Part; n-- {
		s := &d.Sentences[n]
		for k := len(s.Predicates) - 1; k >= 0; k-- {
			p := &s.Predicates[k]
			if p.Kind != doc.Verbal || !r.words.has(s.Tokens[p.Tok].Lemma, useExile) {
				continue
			}
			a, ok := p.Arg(doc.Subj)
			if !ok {
				continue
			}
			c := r.cover.Headed(doc.Ref{Sent: n, Tok: a.Tok})
			if c < 0 || d.Mentions[c].Entity < 0 {
				continue
			}
			e := &d.Entities[d.Mentions[c].Entity]
			if e.Kind != nuncio.KindPerson || e.Plural || country != "" && e.Country != country {
				continue
			}
			m.Entity, m.Link, m.Reason = d.Mentions[c].Entity, c, "the one who fled, as was told before"
			return true
		}
	}
	if came, _ := r.visit(i); came >= 0 && (country == "" || d.Entities[d.Mentions[came].Entity].Country == country) { // "resigned and left for Rome"
		m.Entity, m.Link, m.Reason = d.Mentions[came].Entity, came, "the one who left, as was told before"
		return true
	}
	return false
}

// ownerOf is the entity that a possessor at a noun names, by a pronoun or in full;
// -1 for none.
func (r *Resolver) ownerOf(i int) int {
	m := &r.d.Mentions[i]
	c := r.d.Sentences[m.Sent].Child(m.Head, "nmod:poss")
	if c < 0 {
		return -1
	}
	k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c})
	if k < 0 || k == i {
		return -1
	}
	if r.d.Mentions[k].Entity < 0 && r.d.Mentions[k].Kind == doc.Pronoun && r.d.Mentions[k].Members == nil {
		r.refer(k) // it stands inside and has not had its turn
	}
	return r.d.Mentions[k].Entity
}

// counterpart finds who holds, for another state, the office of the one whose
// counterpart is spoken of.
func (r *Resolver) counterpart(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	owner := r.ownerOf(i)
	if country == "" || owner < 0 || r.on.IsZero() {
		return false
	}
	x, office := r.sameOffice(owner, country)
	if x < 0 {
		return false
	}
	m.Entity, m.Reason = x, "catalogue: "+office+" of "+country+", as "+d.Entities[owner].Name+" is"
	return true
}

// sameOffice is who holds, for a state, an office that a person holds for his own; -1
// where the catalogue does not know.
func (r *Resolver) sameOffice(person int, country string) (holder int, office string) {
	e := &r.d.Entities[person]
	var offices []string
	if c := r.cat.Entity(e.ID); c != nil {
		for _, role := range r.cat.RolesOn(c, r.on) {
			offices = append(offices, role.Offices...)
		}
	}
	if e.Role != nil && len(offices) == 0 {
		if t, ok := r.cat.TitleOf(e.Role.Title); ok {
			offices = append(offices, t.Office)
		}
	}
	for _, office := range offices {
		if !r.single(office) {
			continue
		}
		if roles := r.cat.OfficeHolder(country, office, r.on); len(roles) > 0 {
			if x := r.cat.Entity(roles[0].Person); x != nil {
				return r.known(x), office
			}
		}
	}
	return -1, ""
}

// spotAcronyms adds capitals in brackets behind a name: "Harbour Council (HC)".
func (r *Resolver) spotAcronyms(i, first int) {
	s := &r.d.Sentences[i]
	for k := 2; k+1 < len(s.Tokens); k++ {
		w := s.Tokens[k].Form
		if s.Tokens[k-1].Form != "(" || s.Tokens[k+1].Form != ")" || len(w) < 2 || len(w) > 6 || w != strings.ToUpper(w) || w == lower(w) || r.taken(first, k) {
			continue
		}
		for n := first; n < len(r.d.Mentions); n++ {
			if r.d.Mentions[n].End == k-1 {
				r.add(doc.Mention{Range: doc.Range{Sent: i, First: k, End: k + 1}, Head: k, Kind: doc.Named}, spot{typ: doc.ORG})
				break
			}
		}
	}
}
