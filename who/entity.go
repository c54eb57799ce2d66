package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// entity enters an entity once and gives its index.
func (r *Resolver) entity(e doc.Entity) int {
	if i, ok := r.byID[e.ID]; ok {
		return i
	}
	r.d.Entities = append(r.d.Entities, e)
	r.byID[e.ID] = len(r.d.Entities) - 1
	return len(r.d.Entities) - 1
}

// known enters an entity of the catalogue, with the role it has on the report's day.
func (r *Resolver) known(c *catalogue.Entity) int {
	if i, ok := r.byID[c.ID]; ok {
		return i
	}
	e := doc.Entity{Entity: nuncio.Entity{ID: c.ID, Kind: c.Kind, Name: c.Name, Country: c.Country, Sector: c.Sector}, Gender: c.Gender}
	switch c.Kind {
	case nuncio.KindState:
		e.Country, e.Gender = c.ID, 'n'
		if e.Sector == "" {
			e.Sector = "GOV"
		}
	case nuncio.KindPerson:
		e.Country, e.Sector = r.cat.CountryOn(c, r.on), r.cat.SectorOn(c, r.on)
		if e.Country == "" {
			e.Country = c.Country
		}
		if roles := r.cat.RolesOn(c, r.on); len(roles) > 0 {
			e.Role = roleOf(roles[0])
		}
	default:
		e.Gender = 'n'
	}
	return r.entity(e)
}

func roleOf(role *catalogue.Role) *nuncio.Role {
	return &nuncio.Role{Title: role.Name(), Of: role.Of, From: role.From.First(), To: role.To.Last(), Basis: "catalogue"}
}

// TitleOn is the office that an entity held on a day, "" when none is known.
// What the report itself says holds on the report's day only.
func (r *Resolver) TitleOn(id string, on nuncio.Date) string {
	if c := r.cat.Entity(id); c != nil {
		if c.Kind != nuncio.KindPerson {
			return ""
		}
		if roles := r.cat.RolesOn(c, on); len(roles) > 0 {
			return roles[0].Name()
		}
	}
	if i, ok := r.byID[id]; ok && r.d.Entities[i].Role != nil && r.d.Entities[i].Role.Basis == "text" {
		return r.d.Entities[i].Role.Title
	}
	return ""
}

// stateEntity is the entity of a state's id, entered when need be; -1 when the
// id is no state's.
func (r *Resolver) stateEntity(id string) int {
	if i, ok := r.byID[id]; ok {
		return i
	}
	if s, ok := r.cat.State(id); ok {
		return r.known(s.Entity)
	}
	return -1
}

// slug makes an id of a name: folded words joined by hyphens.
func slug(name string) string {
	var b strings.Builder
	for _, f := range strings.FieldsFunc(catalogue.Fold(name), func(c rune) bool { return !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c > 127) }) {
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(f)
	}
	if b.Len() == 0 {
		return "unnamed"
	}
	return b.String()
}

// homeState is the state most spoken of, for parties that name none ("police"):
// the dateline's where it has one and the report speaks of it, else the most
// frequent; of several, the first spoken of. A report that never names the state it is dated
// from is about that state unless its title or first sentence speaks of another.
func (r *Resolver) homeState() string {
	counts, order := map[string]int{}, r.order[:0]
	lead := false // the title or the first sentence speaks of a state otherwise than by a demonym ("the French embassy")
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Entity < 0 || r.d.Entities[m.Entity].Country == "" {
			continue
		}
		c := r.d.Entities[m.Entity].Country
		if _, ok := r.cat.State(c); !ok || r.d.Entities[m.Entity].Kind == nuncio.KindOutlet {
			continue
		}
		if counts[c] == 0 {
			order = append(order, c)
		}
		counts[c]++
		if s := &r.d.Sentences[m.Sent]; m.Reason != modifierReason && !r.words.has(lower(s.Tokens[m.Head].Lemma), useAbroadOnly) {
			lead = lead || m.Sent == 0 || r.d.Sentences[m.Sent-1].Part == doc.Title || s.Part == doc.Title
		}
	}
	r.order = order
	best := ""
	for _, c := range order {
		if best == "" || counts[c] > counts[best] {
			best = c
		}
	}
	c := r.datedFrom()
	if counts[c] > 0 && !r.abroadFrom(c, best, counts) || c != "" && counts[c] == 0 && !lead {
		r.dateline = c
		return c
	}
	return best
}

// datedFrom is the state of the dateline's place: "AK-SAI, Kyrgyzstan"; "" for none that is known,
// or for one where bodies of many states sit.
func (r *Resolver) datedFrom() string {
	for place := range strings.SplitSeq(r.d.Report.DatelinePlace, ",") {
		if place = strings.TrimSpace(place); place == "" || r.words.has(lower(place), useSeat) {
			continue
		}
		for _, m := range r.cat.Lookup(place) {
			if m.Entity.Kind == nuncio.KindState {
				return m.Entity.ID
			}
		}
	}
	return ""
}

// abroadFrom reports whether a report is written in a state next door to what it is about:
// dated from Dakar, and about the Gambia. The title then names the other state, or somebody of
// it, and not this one, or where there is none the first sentence begins with the other, and the report speaks of the other much more.
func (r *Resolver) abroadFrom(dateline, best string, counts map[string]int) bool {
	if best == dateline || counts[best] < foreign*counts[dateline] {
		return false
	}
	there, lead := false, len(r.d.Sentences) > 0 && r.d.Sentences[0].Part != doc.Title
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if r.d.Sentences[m.Sent].Part != doc.Title && !(lead && m.Sent == 0) {
			break
		}
		if m.Entity < 0 || r.d.Entities[m.Entity].Country == "" {
			continue
		}
		if lead { // no title: whom the first sentence begins with
			return r.d.Entities[m.Entity].Country == best
		}
		switch r.d.Entities[m.Entity].Country {
		case dateline:
			return false
		case best:
			there = true
		}
	}
	return there
}

// foreign is how many times more a report must speak of another state than of the one that it
// is dated from.
const foreign = 3
