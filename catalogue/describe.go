package catalogue

import (
	"slices"
	"strings"

	"nuncio"
)

// mostUnnamed is how many bodies may have a post that is asked for without its body ("the pope").
const mostUnnamed = 3

// Described gives those who on a day held the office that a description names:
// "the emir of Qatar", "Pakistan's army chief", "UN secretary general", "the mayor
// of Moscow". The surest come first; with no day, all who ever held it, the latest
// first. It is empty when the words describe no office.
func (c *Catalogue) Described(text string, on nuncio.Date) []Candidate {
	words := strings.Fields(text)
	for len(words) > 1 && (strings.EqualFold(words[0], "the") || strings.EqualFold(words[0], "then")) {
		words = words[1:]
	}
	if held := c.titled(bareTitle(Fold(strings.Join(words, " "))), on); len(held) > 0 {
		return c.asCandidates(held, on)
	}
	for _, s := range splits(words) {
		p := c.post(s.post)
		p.body = strings.Fields(Fold(s.body))
		bodies := c.Lookup(s.body)
		if !strings.HasSuffix(p.text, "man") && p.heads() {
			bodies = append(bodies, c.Lookup(s.body+" Party")...) // "the Labour leader"
		}
		for _, m := range bodies {
			if m.Entity.Kind == nuncio.KindPerson || m.Kind == NameDescription || !m.Entity.Spell.Holds(on) {
				continue
			}
			if m.Kind == NameSeat { // "the Pentagon chief", "the Kremlin boss"
				if held := c.seated(m.Entity, text, &p, on); len(held) > 0 {
					return c.asCandidates(held, on)
				}
			}
			if held := c.holders(m.Entity, &p, on); len(held) > 0 {
				return c.asCandidates(held, on)
			}
		}
	}
	return nil
}

// seated are those whom a state's seat and a word for a head mean: by the title that says
// so, else who leads the state.
func (c *Catalogue) seated(state *Entity, text string, p *post, on nuncio.Date) []*Role {
	text = strings.TrimPrefix(Fold(text), "the ")
	if t, ok := c.TitleOf(text); ok && t.Office != "" {
		return c.OfficeHolder(state.ID, t.Office, on)
	}
	if slices.Contains(headWords, p.text) {
		return c.LeaderOf(state.ID, on)
	}
	return nil
}

type split struct{ body, post string }

// splits are the ways to part a description into body and post: "X of Y", then
// "Y's X" and "Y X", the longer body first.
func splits(words []string) []split {
	var out []split
	for k := 1; k < len(words)-1; k++ {
		if w := strings.ToLower(words[k]); w == "of" || w == "in" {
			out = append(out, split{body: strings.Join(words[k+1:], " "), post: strings.Join(words[:k], " ")})
		}
	}
	for k := len(words) - 1; k > 0; k-- {
		out = append(out, split{body: strings.Join(words[:k], " "), post: strings.Join(words[k:], " ")})
	}
	return out
}

// holders are those who held a post of a body on a day: whose title it is, else
// whose office the words mean, else, of a state, who held it in one of its organs,
// and of an organ, who held it in its state.
func (c *Catalogue) holders(body *Entity, p *post, on nuncio.Date) []*Role {
	var titled []*Role
	var held [meansNothing][]*Role
	for _, i := range c.byOf[body.ID] {
		r := &c.roles[i]
		if !r.Holds(on) {
			continue
		}
		if c.titleIs(r, p.text, body) {
			titled = append(titled, r)
		} else if how := p.means(r, body); how < meansNothing {
			held[how] = append(held[how], r)
		}
	}
	for _, rs := range held {
		if len(titled) == 0 {
			titled = c.closest(rs, p, body)
		}
	}
	if len(titled) == 0 && p.title != nil {
		head := slices.Contains(leading, p.title.Office)
		switch {
		case body.Kind != nuncio.KindState && !head:
			titled = c.closest(c.OfficeHolder(c.stateOfOrgan(body), p.title.Office, on), p, body)
		case body.Kind == nuncio.KindState && head && len(p.rest) == 0:
			return c.LeaderOf(body.ID, on)
		case body.Kind == nuncio.KindState:
			titled = c.closest(c.inOrgans(body.ID, p, on), p, body)
		}
	}
	c.sortRoles(titled, on)
	return titled
}

// stateOfOrgan is the state whose organ a body is, "" when it is none.
func (c *Catalogue) stateOfOrgan(body *Entity) string {
	if c.isState(body.Country) && slices.Contains(organSectors, body.Sector) {
		return body.Country
	}
	return ""
}

// titleIs reports whether a post is what the role is called, "secretary-general"
// being enough for the "secretary-general of the United Nations" of that body.
func (c *Catalogue) titleIs(r *Role, text string, body *Entity) bool {
	title := bareTitle(Fold(r.Name()))
	rest, ok := strings.CutPrefix(title, text)
	if !ok || rest == "" {
		return ok
	}
	of, ok := strings.CutPrefix(rest, " of ")
	return ok && c.mayMean(of, body)
}

// inOrgans are the roles on a day in the organs of a state that the post may
// mean: the head of its central bank, of its intelligence service.
func (c *Catalogue) inOrgans(state string, p *post, on nuncio.Date) []*Role {
	var out []*Role
	for i := range c.roles {
		r := &c.roles[i]
		if !r.Office(p.title.Office) || !r.Holds(on) {
			continue
		}
		if of := c.Entity(r.Of); of != nil && of.Kind == nuncio.KindOrganization && of.Country == state && slices.Contains(organSectors, of.Sector) {
			out = append(out, r)
		}
	}
	return out
}

// titled are those who bore on a day a title that says all by itself.
func (c *Catalogue) titled(text string, on nuncio.Date) []*Role {
	var out []*Role
	var bodies []string
	for i := range c.roles {
		r := &c.roles[i]
		if r.Title == "" || !r.Holds(on) || bareTitle(Fold(r.Title)) != text {
			continue
		}
		out = append(out, r)
		if !slices.Contains(bodies, r.Of) {
			bodies = append(bodies, r.Of)
		}
	}
	if len(bodies) > mostUnnamed {
		return nil
	}
	c.sortRoles(out, on)
	return out
}

// asCandidates makes one candidate of each holder, with the reasons.
func (c *Catalogue) asCandidates(roles []*Role, on nuncio.Date) []Candidate {
	var out []Candidate
	for _, r := range roles {
		e := c.Entity(r.Person)
		if k := slices.IndexFunc(out, func(x Candidate) bool { return x.Entity == e }); k >= 0 {
			out[k].Roles = append(out[k].Roles, r)
			continue
		}
		why := []string{NameDescription.String() + " of the office: " + r.Name() + " (" + r.Of + ")"}
		switch {
		case on.IsZero():
		case r.surely(on):
			why = append(why, "held it on that day")
		default:
			why = append(why, "held it on that day as far as the dates tell")
		}
		if r.Acting() {
			why = append(why, "stood in or shared it")
		}
		out = append(out, Candidate{Match: Match{Entity: e, Kind: NameDescription}, Roles: []*Role{r}, Reasons: why})
	}
	return out
}
