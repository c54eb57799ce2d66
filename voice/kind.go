package voice

import (
	"fmt"
	"io/fs"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// kindRule says what kind of source a phrase names by its words.
type kindRule struct {
	kind  nuncio.LinkKind
	where string              // head, any, who
	words map[string]bool     // single words
	runs  map[string][]string // words in a row, by their first
}

func (t *tables) loadKinds(fsys fs.FS) error {
	err := table(fsys, "voice/kinds.tsv", 3, func(f []string) error {
		switch f[1] {
		case "head", "any", "who":
		default:
			return fmt.Errorf("%q: want head, any or who", f[1])
		}
		r := kindRule{kind: nuncio.LinkKind(f[0]), where: f[1], words: map[string]bool{}, runs: map[string][]string{}}
		for w := range strings.FieldsSeq(f[2]) {
			first, rest, several := strings.Cut(w, "_")
			if several {
				r.runs[first] = append(r.runs[first], strings.ReplaceAll(rest, "_", " "))
			} else {
				r.words[w] = true
			}
		}
		t.kinds = append(t.kinds, r)
		return nil
	})
	if err != nil {
		return err
	}
	return table(fsys, "voice/levels.tsv", 3, func(f []string) error {
		words := func(s string) []string {
			if s == "-" {
				return nil
			}
			list := strings.Fields(s)
			for i := range list {
				list[i] = strings.ReplaceAll(list[i], "_", " ")
			}
			return list
		}
		r := levelRule{level: f[0], issuer: words(f[1]), medium: words(f[2])}
		t.levels = append(t.levels, r)
		return nil
	})
}

// identify fills mention, entity, kind and level of an attribution.
func (w *work) identify(a *doc.Attribution, c *candidate) {
	if c.source.IsZero() {
		a.Kind = nuncio.LinkUnnamed
		return
	}
	source, head := c.source, doc.Ref{Sent: c.source.Sent, Tok: c.head}
	if r, h := antecedent(w.d, c.source); h >= 0 {
		source, head.Tok = r, h // "Ruto, who said …" is Ruto
	}
	if m := w.author(c); m >= 0 {
		a.Mention, a.Entity = m, w.d.Mentions[m].Entity
		a.Kind = w.kind(a.Entity, w.d.Mentions[m].Range, doc.Ref{Sent: w.d.Mentions[m].Sent, Tok: w.d.Mentions[m].Head})
		return
	}
	a.Mention = w.mention(source, head)
	if a.Mention >= 0 {
		a.Entity = w.d.Mentions[a.Mention].Entity
	}
	if a.Entity >= 0 && (w.otherThanCalled(a.Entity, source, head) || c.class == Relay && w.namedOtherwise(a.Entity, source, head)) {
		a.Mention, a.Entity = -1, -1
	}
	if b := w.speaksOn(a, c); b != nil {
		a.Mention, a.Entity, a.Kind = -1, b.Entity, b.Kind
		a.Level = w.level(a, c)
		return
	}
	a.Kind = w.kind(a.Entity, source, head)
	if a.Kind == nuncio.LinkGovernment && a.Entity < 0 && c.class == Relay && w.t.words["sort-agency"][w.low(w.d.Token(head).Lemma)] {
		a.Kind = nuncio.LinkAgency // who passes words on is no office
	}
	if c.class == Relay && (a.Kind == nuncio.LinkGroup || a.Kind == nuncio.LinkPerson) && w.perhapsPaper(source.Sent, head.Tok) {
		a.Kind = nuncio.LinkNewspaper
	}
	a.Level = w.level(a, c)
}

// mention is the mention that the source's head heads, or the longest that
// fills most of the source. A noun that a name follows has the name's: "the news
// agency Kabar".
func (w *work) mention(source doc.Range, head doc.Ref) int {
	if i := w.called(source, head); i >= 0 {
		return i
	}
	best := -1
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent > source.Sent {
			break
		}
		if m.Sent != source.Sent || m.Range.IsZero() {
			continue
		}
		if m.Head == head.Tok && m.Has(head) {
			if best < 0 || m.End-m.First > w.d.Mentions[best].End-w.d.Mentions[best].First {
				best = i
			}
		}
	}
	if best >= 0 {
		return best
	}
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent == source.Sent && m.Has(head) && source.Contains(m.Range) {
			return i
		}
	}
	return -1
}

// called is the name that stands right behind the source's head, a noun, and tells
// what it is called, or behind the source and a comma; -1 for none.
func (w *work) called(source doc.Range, head doc.Ref) int {
	if w.d.Token(head).UPOS != "NOUN" && w.low(w.d.Token(head).Form) != "one" {
		return -1
	}
	t := w.d.Sentences[source.Sent].Tokens
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent == source.Sent && w.apposedName(source, m) && (w.t.office(w.low(w.d.Token(head).Lemma)) || w.low(w.d.Token(head).Form) == "one") {
			return i
		}
		if m.Sent == source.Sent && (m.First == source.End+1 || m.First == source.End+2 && t[source.End+1].UPOS == "PROPN") && t[source.End].Form == "," && m.Kind == doc.Named && m.Entity >= 0 && w.d.Entities[m.Entity].Kind == nuncio.KindPerson && (m.End == len(t) || t[m.End].UPOS == "PUNCT") && w.t.office(w.low(w.d.Token(head).Lemma)) {
			return i
		}
		if m.Sent == source.Sent && m.First == head.Tok+1 && m.Kind == doc.Named && m.Entity >= 0 && source.Contains(m.Range) {
			if t := w.d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}); t.Head == head.Tok && (t.Deprel == "appos" || t.Deprel == "flat") {
				return i
			}
		}
	}
	return -1
}

// apposedName reports whether a mention is of a person by name between the commas of a source:
// "the head of the council, [Ali Larijani]", "one of the passengers, [Jan Lund], a clerk".
func (w *work) apposedName(source doc.Range, m *doc.Mention) bool {
	t := w.d.Sentences[source.Sent].Tokens
	if m.Kind != doc.Named || m.Entity < 0 || w.d.Entities[m.Entity].Kind != nuncio.KindPerson || m.First <= source.First+1 || m.End > source.End || t[m.First-1].Form != "," {
		return false
	}
	return m.End == source.End || t[m.End].Form == ","
}

// kind asks the entity first and the words then.
func (w *work) kind(entity int, source doc.Range, head doc.Ref) nuncio.LinkKind {
	var byEntity nuncio.LinkKind
	if entity >= 0 && entity < len(w.d.Entities) {
		e := &w.d.Entities[entity].Entity
		byEntity = w.entityKind(e)
		if e.Kind == nuncio.KindPerson && w.known(e.ID) == nil && !w.named(source) {
			// "an Emirati official" is what his words say; a name met elsewhere is what is known of him.
			if k := w.kindByWords(source, head); k != "" && (k == nuncio.LinkUnnamed || byEntity == "") {
				return k
			}
		}
		// What no catalogue holds is what its words say: "two diplomats", "the APP news agency".
		if byEntity != "" && (e.Kind == nuncio.KindState || e.Kind == nuncio.KindPerson || e.Kind == nuncio.KindOutlet || w.known(e.ID) != nil) {
			return byEntity
		}
	}
	if k := w.kindByWords(source, head); k != "" {
		return k
	}
	if w.named(source) {
		if k := w.kindBeside(source, head); k != "" {
			return k
		}
	}
	if byEntity != "" {
		return byEntity
	}
	if e := w.lookup(source); e != nil {
		if k := catalogueKind(e); k != "" {
			return k
		}
	}
	if w.named(source) {
		if k := w.kindByTitle(source); k != "" {
			return k
		}
		return w.kindByName(source, head)
	}
	return nuncio.LinkPerson
}

// kindByName falls back on how a paper is called and on what nlp says of the name.
func (w *work) kindByName(source doc.Range, head doc.Ref) nuncio.LinkKind {
	if w.calledPaper(source.Sent, head.Tok) {
		return nuncio.LinkNewspaper
	}
	for _, n := range w.d.Names {
		if n.Has(head) {
			switch n.Type {
			case doc.ORG:
				return nuncio.LinkGroup
			case doc.LOC:
				return nuncio.LinkGovernment
			case doc.NORP:
				return nuncio.LinkGroup
			}
		}
	}
	return nuncio.LinkPerson
}

func (w *work) entityKind(e *nuncio.Entity) nuncio.LinkKind {
	switch e.Kind {
	case nuncio.KindState:
		return nuncio.LinkGovernment
	case nuncio.KindGroup:
		return nuncio.LinkGroup
	case nuncio.KindOutlet:
		if c := w.known(e.ID); c != nil {
			if k := catalogue.LinkKindOf(c.Type, c.State); k != "" {
				return k
			}
		}
		return ""
	case nuncio.KindOrganization:
		if c := w.known(e.ID); c != nil {
			if k := catalogueKind(c); k != "" {
				return k
			}
		}
		return sectorKind(e.Sector)
	case nuncio.KindPerson:
		if e.Role != nil || e.Sector == "GOV" || e.Sector == "MIL" || e.Sector == "LEG" || e.Sector == "JUD" {
			return nuncio.LinkOfficial
		}
	}
	return ""
}

func catalogueKind(e *catalogue.Entity) nuncio.LinkKind {
	switch e.Kind {
	case nuncio.KindOutlet:
		return catalogue.LinkKindOf(e.Type, e.State)
	case nuncio.KindState:
		return nuncio.LinkGovernment
	case nuncio.KindOrganization:
		switch e.Type {
		case "party":
			return nuncio.LinkParty
		case "igo":
			return nuncio.LinkInternational
		case "rebels":
			return nuncio.LinkGroup
		}
		return sectorKind(e.Sector)
	case nuncio.KindPerson:
		return nuncio.LinkOfficial
	}
	return ""
}

func sectorKind(sector string) nuncio.LinkKind {
	switch sector {
	case "GOV", "MIL", "LEG", "JUD", "SPY", "COP":
		return nuncio.LinkGovernment
	case "PTY", "OPP":
		return nuncio.LinkParty
	case "IGO":
		return nuncio.LinkInternational
	case "REB", "NGO", "BUS", "MNC":
		return nuncio.LinkGroup
	}
	return ""
}

func (w *work) known(id string) *catalogue.Entity {
	if w.cat == nil || id == "" {
		return nil
	}
	return w.cat.Entity(id)
}

// lookup asks the catalogue for a source's words by themselves.
func (w *work) lookup(source doc.Range) *catalogue.Entity {
	if w.cat == nil {
		return nil
	}
	for _, m := range w.cat.Lookup(strings.TrimPrefix(w.d.Words(source), "the ")) {
		if m.Kind <= catalogue.NameFormer {
			return m.Entity
		}
	}
	return nil
}

// office reports whether a noun is one of office or of people who ask not to be named, so
// that it may be whom a report cites.
func (t *tables) office(lemma string) bool {
	for i := range t.kinds {
		switch r := &t.kinds[i]; {
		case r.where == "any" || !r.words[lemma]:
		case r.kind == nuncio.LinkOfficial, r.kind == nuncio.LinkGovernment, r.kind == nuncio.LinkUnnamed:
			return true
		}
	}
	return false
}

func (w *work) kindByWords(source doc.Range, head doc.Ref) nuncio.LinkKind {
	t := w.d.Sentences[source.Sent].Tokens
	lemma := w.low(t[head.Tok].Lemma)
	forms := w.forms[:0] // what may be said about a source stands behind it too
	aside := w.asideFollows(source)
	for k := source.First; k < min(source.End+16, len(t)); k++ {
		if k >= source.End && (!aside || t[k].Form == "." || mark(t[k].Form) != 0) {
			break
		}
		forms = append(forms, w.low(t[k].Form))
	}
	w.forms = forms
	own := source.End - source.First
	named, definite := w.named(source), w.definite(source)
	for i := range w.t.kinds {
		r := &w.t.kinds[i]
		switch r.where {
		case "head":
			if r.words[lemma] {
				return r.kind
			}
		case "who":
			if r.words[lemma] && !named && !definite {
				return r.kind
			}
		case "any":
			for k := range forms {
				if k >= own && r.kind != nuncio.LinkUnnamed {
					break
				}
				if r.fits(forms, k) {
					return r.kind
				}
			}
		}
	}
	return ""
}

// fits reports whether one of the rule's words or phrases begins at form k.
func (r *kindRule) fits(forms []string, k int) bool {
	if r.words[forms[k]] {
		return true
	}
	if k+2 < len(forms) && forms[k+1] == "-" {
		for w := range r.words {
			if len(w) == len(forms[k])+1+len(forms[k+2]) && strings.HasPrefix(w, forms[k]) && w[len(forms[k])] == '-' && strings.HasSuffix(w, forms[k+2]) {
				return true
			}
		}
	}
	for _, rest := range r.runs[forms[k]] {
		if follows(forms, k+1, rest) {
			return true
		}
	}
	return false
}

func (w *work) named(source doc.Range) bool {
	t := w.d.Sentences[source.Sent].Tokens
	for i := source.First; i < source.End; i++ {
		if t[i].UPOS == "PROPN" && !doc.IsRel(t[i].Deprel, "nmod") && t[i].Deprel != "compound" && t[i].Deprel != "amod" {
			return true
		}
	}
	return false
}

func (w *work) definite(source doc.Range) bool {
	switch lower(w.d.Sentences[source.Sent].Tokens[source.First].Form) {
	case "his", "her", "their", "its", "our", "my":
		return true
	}
	return false
}
