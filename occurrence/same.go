package occurrence

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"nuncio"
)

// verdict is what comparing two events gave.
type verdict struct {
	same  bool
	score float64 // of two that may be one: how much speaks for it
	why   string
}

// Merger merges the events of blocks.
type Merger struct {
	kin   Kin
	rules *Rules
}

// New makes a Merger, which may be shared.
func New(rules *Rules, kin Kin) *Merger { return &Merger{kin, rules} }

// Block is the key under which an event is compared.
func (m *Merger) Block(e *Event) string { return Block(e, m.kin) }

// item is an event made ready for comparing.
type item struct {
	*Event
	class            string
	win              window
	dated            bool
	actor, recipient side
	all              side     // both, for acts without direction
	words            []string // of the piece it was read from, those that mean something and name no party
	named            int      // parties that are known by name, not only by description
}

// side are the parties on one side of an event, each with its principal.
type side struct {
	parties    []nuncio.Party
	principals []string
}

func (m *Merger) side(e *Event, ps []nuncio.Party, acting bool) side {
	s := side{ps, make([]string, len(ps))}
	for i := range ps {
		s.principals[i] = m.kin.principal(e, &ps[i], acting)
	}
	return s
}

func (m *Merger) item(e *Event) item {
	it := item{Event: e, class: e.Event.Event}
	it.win, it.dated = windowOf(e)
	it.actor = m.side(e, e.Actor, true)
	it.recipient = m.side(e, e.Recipient, e.Reciprocal)
	var names []string
	for _, list := range [][]nuncio.Party{e.Actor, e.Recipient} {
		for i := range list {
			names = append(names, contentWords(list[i].Name+" "+list[i].Text)...)
		}
	}
	it.words = slices.DeleteFunc(contentWords(e.Words), func(w string) bool { return slices.Contains(names, w) })
	it.all = side{slices.Concat(e.Actor, e.Recipient), slices.Concat(it.actor.principals, it.recipient.principals)}
	for i := range it.all.parties {
		if !vague(&it.all.parties[i]) {
			it.named++
		}
	}
	return it
}

// compare says whether two events of one block may be one happening. The reason is
// written only when it is asked for, since most comparisons are of events that
// have nothing to do with each other.
func (m *Merger) compare(a, b *item, explain bool) verdict {
	if a.Status != b.Status {
		return no(explain, "one is %s, the other %s", a.Status, b.Status)
	}
	v := m.similar(a, b, explain)
	if !v.same {
		return v
	}
	if share, ok := alike(a, b); !ok {
		return no(explain, "without day or counterpart the words must agree, and %.0f %% do", 100*share)
	}
	return v
}

func no(explain bool, format string, args ...any) verdict {
	if !explain {
		return verdict{}
	}
	return verdict{why: fmt.Sprintf(format, args...)}
}

// similar is compare for events of any status, and of any words: a denial says
// what it denies in its own. Cheap tests come first.
func (m *Merger) similar(a, b *item, explain bool) verdict {
	if !a.dated || !b.dated {
		return no(explain, "one has no day, and its report neither")
	}
	if !a.win.overlaps(b.win) {
		return no(explain, "%s and %s do not overlap", a.win, b.win)
	}
	if !m.rules.sameMode(a.class, a.Mode, b.Mode) {
		return no(explain, "%s is told as %s and as %s", a.class, a.Mode, b.Mode)
	}
	if apart(a.Where, b.Where) {
		return no(explain, "one is in %s, the other in %s", a.Where.Name, b.Where.Name)
	}
	if len(a.all.parties) == 0 && (a.Where == nil || b.Where == nil || a.Where.Name != b.Where.Name) {
		return no(explain, "nobody is named in either, and no place of both")
	}
	v := m.parties(a, b, explain)
	if !v.same {
		return v
	}
	share, _ := likeness(a.words, b.words)
	v.score += share
	if a.win == b.win && !a.win.assumed {
		v.score += 2
	} else {
		meet := a.win.meet(b.win)
		v.score += 2 * float64(meet.days()) / float64(max(a.win.days(), b.win.days()))
	}
	if a.Mode == b.Mode {
		v.score++
	}
	if a.Where != nil && b.Where != nil && a.Where.Name == b.Where.Name {
		v.score++
	}
	if strings.EqualFold(a.Evidence.Trigger.Text, b.Evidence.Trigger.Text) {
		v.score++
	}
	if a.CAMEO != "" && a.CAMEO == b.CAMEO {
		v.score += 0.5
	}
	if explain {
		v.why += "; " + overlapWhy(a.win, b.win)
	}
	return v
}

// loose reports whether an event is told too vaguely for its parties, class and time
// to single it out: without a day or counted on an assumed one, or without a
// counterpart.
func loose(it *item) bool {
	return it.win.coarse() || len(it.all.parties) < 2
}

// alike reports whether two events are told in words that agree as far as they must,
// with the share that agrees.
func alike(a, b *item) (share float64, ok bool) {
	if !loose(a) && !loose(b) || len(a.words) == 0 || len(b.words) == 0 || sameText(a, b) {
		return 1, true
	}
	share, common := likeness(a.words, b.words)
	return share, share >= enough(a, b) && (common >= 2 || share >= 0.5)
}

// enough is the share of words in which two events must agree where one is loose;
// more where nobody is called by name.
func enough(a, b *item) float64 {
	described := func(it *item) bool {
		return !slices.ContainsFunc(it.all.parties, func(p nuncio.Party) bool { return p.Entity != "" && !strings.HasPrefix(p.Entity, "group/") })
	}
	if described(a) || described(b) {
		return 0.5
	}
	return 0.34
}

// sameText reports whether two events stand in copies of one text.
func sameText(a, b *item) bool {
	return a.Voice.Report != "" && a.Voice.Report == b.Voice.Report && a.Report != b.Report
}

// apart reports whether two places cannot be one: two cities far from each other,
// or a city and another country. Provinces and districts are held against nothing:
// their names are too often read from other words.
func apart(a, b *nuncio.Where) bool {
	if a == nil || b == nil {
		return false
	}
	if precise(a) && precise(b) {
		return kilometres(*a.Lat, *a.Lon, *b.Lat, *b.Lon) > nearKilometres
	}
	known := func(w *nuncio.Where) bool { return precise(w) || w.Precision == nuncio.PrecisionCountry }
	return known(a) && known(b) && a.Country != "" && b.Country != "" && a.Country != b.Country
}

// nearKilometres is how far apart two names of one place may lie: a village and
// the town that a desk names for it.
const nearKilometres = 60

func precise(w *nuncio.Where) bool {
	return w.Lat != nil && w.Lon != nil && (w.Precision == nuncio.PrecisionPoint || w.Precision == nuncio.PrecisionCity)
}

// kilometres along the great circle.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad, earth = math.Pi / 180, 6371
	h := func(x float64) float64 { s := math.Sin(x / 2); return s * s }
	x := h((lat2-lat1)*rad) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*h((lon2-lon1)*rad)
	return 2 * earth * math.Asin(math.Sqrt(min(1, x)))
}

// parties says whether the parties of two events are the same.
func (m *Merger) parties(a, b *item, explain bool) verdict {
	if a.Reciprocal || b.Reciprocal {
		return m.sameSide(a, &a.all, &b.all, explain)
	}
	v := m.sameSide(a, &a.actor, &b.actor, explain)
	if !v.same {
		return v
	}
	w := m.sameSide(a, &a.recipient, &b.recipient, explain)
	if !w.same {
		return w
	}
	v.score += w.score
	if w.why != "" && w.why != v.why {
		v.why += ", " + w.why
	}
	return v
}

// sameSide compares one side of two events: each party of either must be the same
// as one of the other.
func (m *Merger) sameSide(a *item, x, y *side, explain bool) verdict {
	if len(x.parties) == 0 && len(y.parties) == 0 {
		return verdict{same: true}
	}
	if len(x.parties) == 0 || len(y.parties) == 0 {
		return no(explain, "one names no such party")
	}
	v := verdict{same: true}
	var reasons []string
	for _, dir := range [][2]*side{{x, y}, {y, x}} {
		for i := range dir[0].parties {
			best := verdict{score: -1}
			for k := range dir[1].parties {
				if s := m.sameParty(a, dir[0], i, dir[1], k, explain); s.score > best.score {
					best = s
				}
			}
			if !best.same {
				return best
			}
			v.score += 2 * best.score / float64(len(x.parties)+len(y.parties))
			if explain && dir[0] == x {
				reasons = append(reasons, best.why)
			}
		}
	}
	v.why = strings.Join(reasons, ", ")
	return v
}

// sameParty compares two parties of two events.
func (m *Merger) sameParty(a *item, x *side, i int, y *side, k int, explain bool) verdict {
	p, q := &x.parties[i], &y.parties[k]
	if p.Entity != "" && p.Entity == q.Entity {
		return verdict{true, 1, p.Name}
	}
	u := x.principals[i]
	switch {
	case u != y.principals[k]:
		return no(explain, "%s is not %s", p.Name, q.Name)
	case !vague(p) && !vague(q) && !m.kin.Same(p.Entity, q.Entity, a.day()):
		v := no(explain, "%s and %s are two parties, though both stand for %s", p.Name, q.Name, u)
		v.score = 0.1 // nearer than a party of another state: the better reason
		return v
	case !explain:
		return verdict{same: true, score: 0.5}
	}
	return verdict{true, 0.5, fmt.Sprintf("%s and %s both stand for %s", p.Name, q.Name, u)}
}
