package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// bodyOf is body for a noun that may be somebody's: "his army" is no other state's.
func (r *Resolver) bodyOf(i int, country string) bool {
	if country == "" && r.owned(i) {
		if country = r.ownerCountry(i); country == "" {
			s := &r.d.Sentences[r.d.Mentions[i].Sent]
			if p, ok := pronounOf(lower(s.Tokens[s.Child(r.d.Mentions[i].Head, "nmod:poss")].Form)); ok && p.person == '1' {
				return false // whose it is, the quotation's source tells later
			}
		}
	}
	if s := &r.d.Sentences[r.d.Mentions[i].Sent]; country == "" {
		if c := s.Child(r.d.Mentions[i].Head, "nmod:poss"); c >= 0 && s.Tokens[c].UPOS != "PRON" { // "the king's army"
			r.early(doc.Ref{Sent: r.d.Mentions[i].Sent, Tok: c}, &r.d.Mentions[i])
			if k := r.ownerOf(i); k >= 0 {
				country = r.d.Entities[k].Country
			}
		}
	}
	return r.body(i, country) || r.leaders(i)
}

// sameForceNamed links "the guards" to the force that was called so by more words just
// before: "Tajik border guards".
func (r *Resolver) sameForceNamed(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if s.Part == doc.Title || described(s, m) || s.Child(m.Head, "nmod:poss", "amod", "compound", "nummod", "appos") >= 0 {
		return false
	}
	word := lower(s.Tokens[m.Head].Form)
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= kinReach; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < 2 || d.Sentences[c.Sent].Part != s.Part || lower(d.Sentences[c.Sent].Tokens[c.End-1].Form) != word {
			continue
		}
		if e := &d.Entities[c.Entity]; e.Kind == nuncio.KindOrganization && (e.Sector == "MIL" || e.Sector == "COP" || e.Sector == "REB") && !r.deepSubject(m, c.Entity) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the force of that name just before"
			return true
		}
	}
	return false
}

// leaders finds the movement that a noun speaks of by its leader, where the report
// names only him and the catalogue knows what he leads.
func (r *Resolver) leaders(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	if !r.words.has(lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Lemma), useBody) || r.on.IsZero() {
		return false
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= kinReach; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		known := r.cat.Entity(d.Entities[c.Entity].ID)
		if known == nil {
			continue
		}
		for _, role := range r.cat.RolesOn(known, r.on) {
			if of := r.cat.Entity(role.Of); of != nil && of.Kind == nuncio.KindOrganization && of.Sector != "GOV" && of.Sector != "IGO" && sectorFits(of.Sector) {
				m.Entity, m.Link, m.Reason = r.known(of), k, "the body that "+d.Entities[c.Entity].Name+" leads"
				return true
			}
		}
	}
	return false
}

// body finds the organization or armed group named before that a noun speaks of:
// "the bloc", "the rebels", "the party".
func (r *Resolver) body(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	head := strings.ToLower(d.Sentences[m.Sent].Tokens[m.Head].Lemma)
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Kind == nuncio.KindOutlet && r.words.has(head, useOutlet) && r.onlyThe(m) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the outlet spoken of before"
			return true
		}
		if e.Kind != nuncio.KindOrganization && e.Kind != nuncio.KindGroup || strings.HasSuffix(e.ID, "-people") {
			continue
		}
		switch {
		case (head == "union" || head == "league") && r.societyOf(m):
			continue
		case (head == "militia" || head == "faction" || head == "front" || head == "network") && e.Sector == "":
			continue
		case r.words.has(head, useBody) && e.Kind == nuncio.KindOrganization && sectorFits(e.Sector):
		case r.words.has(head, useUnion) && d.Sentences[m.Sent].Tokens[m.Head].XPOS == "NNS": // "the unions" are no union of states
			continue
		case head == "agency" && e.Sector == "SPY": // "the agency", of a CIA
		case r.words.has(head, useUnion):
			if known := r.cat.Entity(e.ID); known == nil || known.Type != "igo" || !wordInName(e, head) && r.calledSo(i, head) {
				continue
			}
		case country == "" && r.wordOf(c, e, head) && r.namedBy(e, m): // "the Council" after "the Security Council"
		case e.Sector != sp.post.Sector || e.Sector == "" || country != "" && country != e.Country || !namedFor(e, head) || e.Sector == "GOV" && !r.namedBy(e, m):
			continue
		}
		if country == "" && r.foreignForce(c, m) {
			continue
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, "the body spoken of before"
		if x := r.cat.Entity(e.ID); x != nil && x.Of != "" && (head == "bloc" || head == "union") && !wordInName(e, head) { // its leaders are the bloc's
			if whole := r.cat.Entity(x.Of); whole != nil && whole.Type == "igo" {
				m.Entity = r.known(whole)
			}
		}
		return true
	}
	return r.publisher(i)
}

// publisher takes a body with a capital that nobody has named yet for the one whose paper the
// report is: "The Council adopted …", in the results that the Council itself publishes.
func (r *Resolver) publisher(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if !isCapitalized(t.Form) || s.Child(m.Head, "nmod:poss", "nmod", "compound", "amod", "appos") >= 0 {
		return false
	}
	for _, x := range r.cat.Lookup(r.d.Report.Outlet) {
		if x.Entity.Kind != nuncio.KindOrganization {
			continue
		}
		for f := range strings.FieldsSeq(r.d.Report.Outlet) {
			if strings.EqualFold(f, t.Form) {
				m.Entity, m.Reason = r.known(x.Entity), "the body whose report it is"
				return true
			}
		}
	}
	return false
}

// worldBody links "the world body", though nothing named it before, to the one that is called so.
func (r *Resolver) worldBody(i int) bool {
	m := &r.d.Mentions[i]
	for _, x := range r.cat.Lookup(lower(strings.Join(strings.Fields(r.d.Words(m.Range)), " "))) {
		if x.Entity.Kind == nuncio.KindOrganization && x.Entity.Sector == "IGO" {
			m.Entity, m.Reason = r.known(x.Entity), "the body that is called so"
			return true
		}
	}
	return false
}

func isCapitalized(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// wordInName reports whether a noun is a word of a body's name.
func wordInName(e *doc.Entity, noun string) bool {
	for f := range strings.FieldsSeq(e.Name) {
		if strings.EqualFold(f, noun) {
			return true
		}
	}
	return false
}

// calledSo reports whether an international body with a noun in its name was spoken of
// before: "the league" is the Arab League, whatever union was named since.
func (r *Resolver) calledSo(i int, noun string) bool {
	for k := i - 1; k >= 0; k-- {
		c := &r.d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 {
			continue
		}
		if e := &r.d.Entities[c.Entity]; e.Kind == nuncio.KindOrganization && e.Sector == "IGO" && wordInName(e, noun) {
			return true
		}
	}
	return false
}

// foreignForce reports whether mention c is a force of another state than the
// report's, and m stands in a later paragraph: "the army" there is the one at home.
func (r *Resolver) foreignForce(c, m *doc.Mention) bool {
	e := &r.d.Entities[c.Entity]
	return (e.Sector == "MIL" || e.Sector == "COP") && r.home != "" && e.Country != r.home && !r.sameParagraph(c.Sent, m.Sent)
}

// wordOf reports whether a body is called by more words, of which a noun is the last.
func (r *Resolver) wordOf(c *doc.Mention, e *doc.Entity, noun string) bool {
	s := &r.d.Sentences[c.Sent]
	return e.Kind == nuncio.KindOrganization && c.End-c.First > 1 && (lower(s.Tokens[c.End-1].Form) == noun || lower(s.Tokens[c.Head].Form) == noun)
}

// namedBy reports whether the name of a body has each word that tells of which of its
// kind a noun is: "the defence ministry" is no foreign ministry.
func (r *Resolver) namedBy(e *doc.Entity, m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	name := ""
	for k := m.First; k < m.Head; k++ {
		if rel := s.Tokens[k].Deprel; rel != "compound" && rel != "amod" {
			continue
		}
		if name == "" {
			name = " " + catalogue.Fold(e.Name) + " "
		}
		if !strings.Contains(name, " "+catalogue.Fold(s.Tokens[k].Form)+" ") {
			return false
		}
	}
	return true
}

// onlyThe reports whether a noun in the singular has no word of its own but an
// article.
func (r *Resolver) onlyThe(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	return s.Tokens[m.Head].XPOS == "NN" && !described(s, m) && s.Child(m.Head, "nmod:poss", "compound", "amod", "appos") < 0
}

// namedFor reports whether a noun may stand for a body of its sector: armed bodies,
// parties, parliaments, courts and firms are each of one sort; of ministries and
// offices the name must have the noun ("the agency" is no ministry).
func namedFor(e *doc.Entity, noun string) bool {
	if e.Sector != "GOV" && e.Sector != "IGO" {
		return true
	}
	for f := range strings.FieldsSeq(catalogue.Fold(e.Name)) {
		if f == noun || singular(f) == noun {
			return true
		}
	}
	return false
}

// sectorFits reports whether "the group" or "the movement" may speak of a body of a
// sector: of one that people join, not of an organ.
func sectorFits(sector string) bool {
	switch sector {
	case "REB", "OPP", "PTY", "NGO", "CRM", "LAB", "CVL", "":
		return true
	}
	return false
}

// byName links "the M23 movement" to the body whose name stands in it.
func (r *Resolver) byName(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; rel != "compound" && rel != "amod" {
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c})
		if k < 0 || k == i || d.Mentions[k].Kind != doc.Named || d.Mentions[k].Entity < 0 {
			continue
		}
		if e := &d.Entities[d.Mentions[k].Entity]; e.Kind == nuncio.KindOrganization || e.Kind == nuncio.KindGroup && !strings.HasSuffix(e.ID, "-people") && !r.words.has(lower(s.Tokens[c].Form), useCreed) {
			m.Entity, m.Link, m.Reason = d.Mentions[k].Entity, k, "the body of that name"
			return true
		}
	}
	return false
}
