package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"nuncio"
)

// Facts is what a careful reader takes from one report: what must come out of
// it and what must not. The form is described in docs/records.md.
type Facts struct {
	Events    []EventFact    `yaml:"events"`
	Relations []RelationFact `yaml:"relations"`
	Never     []EventFact    `yaml:"never"`
}

// EventFact describes one event; a field left out matches anything. Alternatives
// are parted by "|", parties of one list by ";".
type EventFact struct {
	Is        string `yaml:"is"`        // classes: "CONSULT", "SUPPORT|AGREE", "*"
	Mode      string `yaml:"mode"`      // modes, "-" for none
	CAMEO     string `yaml:"cameo"`     // codes, a prefix counts ("04" matches "042")
	Actor     string `yaml:"actor"`     // "Hakan Fidan (TUR); IRN"
	Recipient string `yaml:"recipient"` // "-" for none
	Via       string `yaml:"via"`
	When      string `yaml:"when"` // "2024-03-11", "2024-03-04..2024-03-10", "..2024-03-10", "-" for unknown
	Status    string `yaml:"status"`
	Chain     string `yaml:"chain"` // "TASS (state media) > Reuters", "-" for the report's own word
	Where     string `yaml:"where"`
	Note      string `yaml:"note"`
}

// RelationFact describes one standing relation.
type RelationFact struct {
	Relation string `yaml:"relation"`
	Between  string `yaml:"between"` // "TUR; AZE", in any order
	Value    string `yaml:"value"`
	Chain    string `yaml:"chain"`
	Note     string `yaml:"note"`
}

// ReadFacts reads one facts file and refuses fields that it does not know.
func ReadFacts(r io.Reader) (Facts, error) {
	var f Facts
	dec := yaml.NewDecoder(r, yaml.Strict())
	if err := dec.Decode(&f); err != nil && err != io.EOF {
		return Facts{}, fmt.Errorf("facts: %w", err)
	}
	return f, nil
}

// FactResult is how one report's record stands against its facts.
type FactResult struct {
	Found, Total int
	Forbidden    int      // events that must not come out and did
	Misses       []string // one line a fact that was not found, with what came closest
	Violations   []string // one line a forbidden event
}

// Add sums results.
func (r *FactResult) Add(o FactResult) {
	r.Found += o.Found
	r.Total += o.Total
	r.Forbidden += o.Forbidden
	r.Misses = append(r.Misses, o.Misses...)
	r.Violations = append(r.Violations, o.Violations...)
}

// CheckFacts compares a record with the facts of its report.
func CheckFacts(f Facts, rec *nuncio.Record) FactResult {
	var res FactResult
	events := calledBy(rec)
	wanted := make([]bool, len(events)) // what a fact asks for, another does not forbid
	for i := range f.Events {
		fact := &f.Events[i]
		res.Total++
		best, bestFails := -1, []string(nil)
		for k := range events {
			fails := fact.fails(&events[k])
			if best < 0 || len(fails) < len(bestFails) || len(fails) == len(bestFails) && !slices.Contains(fails, "is") && slices.Contains(bestFails, "is") {
				best, bestFails = k, fails
			}
			if len(fails) == 0 {
				break
			}
		}
		switch {
		case best >= 0 && len(bestFails) == 0:
			res.Found++
			wanted[best] = true
		case best < 0:
			res.Misses = append(res.Misses, fmt.Sprintf("event %d (%s): no event came out", i+1, fact))
		default:
			res.Misses = append(res.Misses, fmt.Sprintf("event %d (%s): closest is %s, wrong in %s",
				i+1, fact, Line(&rec.Events[best]), strings.Join(bestFails, ", ")))
		}
	}
	for i := range f.Relations {
		fact := &f.Relations[i]
		res.Total++
		if slices.ContainsFunc(rec.Relations, func(r nuncio.Relation) bool { return fact.matches(rec, &r) }) {
			res.Found++
		} else {
			res.Misses = append(res.Misses, fmt.Sprintf("relation %d (%s between %s)", i+1, fact.Relation, fact.Between))
		}
	}
	for i := range f.Never {
		fact := &f.Never[i]
		for k := range events {
			if e := &events[k]; e.Reciprocal && fact.Recipient == "" && !partiesMatch(fact.Actor, e.Actor) {
				continue // that somebody acts is forbidden, not that one acts with him
			}
			if !wanted[k] && len(fact.fails(&events[k])) == 0 {
				res.Forbidden++
				res.Violations = append(res.Violations, fmt.Sprintf("forbidden %d (%s): %s", i+1, fact, Line(&rec.Events[k])))
			}
		}
	}
	return res
}

// calledBy are the events of a record whose parties' and sources' words are all the names by which
// the report calls them: facts use the report's spelling, entities the catalogue's.
func calledBy(rec *nuncio.Record) []nuncio.Event {
	text := []rune(rec.Report.Text)
	names := map[string]string{}
	for i := range rec.Entities {
		e := &rec.Entities[i]
		var b strings.Builder
		for _, s := range e.Mentions {
			if s.Start < 0 || s.End > len(text) || s.End-s.Start > 60 || s.Start >= s.End || !unicode.IsUpper(text[s.Start]) {
				continue
			}
			if words := strings.Fields(string(text[s.Start:s.End])); len(words) > 1 {
				b.WriteString(" · " + strings.Join(words, " "))
			}
		}
		names[e.ID] = b.String()
	}
	called := func(list []nuncio.Party) []nuncio.Party {
		out := slices.Clone(list)
		for i := range out {
			if strings.HasPrefix(out[i].Entity, "person/") {
				out[i].Text += names[out[i].Entity]
			}
		}
		return out
	}
	events := slices.Clone(rec.Events)
	for i := range events {
		e := &events[i]
		e.Actor, e.Recipient, e.Via = called(e.Actor), called(e.Recipient), called(e.Via)
		e.Chain = slices.Clone(e.Chain)
		for k := range e.Chain {
			if l := &e.Chain[k]; strings.HasPrefix(l.Entity, "person/") {
				l.Name += names[l.Entity]
			}
		}
	}
	return events
}

// String is the fact on one line.
func (f *EventFact) String() string {
	return fmt.Sprintf("%s %s > %s %s %s", f.Is, f.Actor, f.Recipient, f.When, f.Status)
}

// fails names the fields in which the event does not fit the fact.
func (f *EventFact) fails(e *nuncio.Event) []string {
	var fails []string
	check := func(field, want string, ok func(alternative string) bool) {
		if want == "" || want == "*" {
			return
		}
		for alt := range strings.SplitSeq(want, "|") {
			if ok(strings.TrimSpace(alt)) {
				return
			}
		}
		fails = append(fails, field)
	}
	check("is", f.Is, func(s string) bool { return s == e.Event })
	check("mode", f.Mode, func(s string) bool { return s == e.Mode || s == "-" && e.Mode == "" })
	check("cameo", f.CAMEO, func(s string) bool { return strings.HasPrefix(e.CAMEO, s) })
	straight := partiesMatch(f.Actor, e.Actor) && partiesMatch(f.Recipient, e.Recipient)
	turned := e.Reciprocal && (partiesMatch(f.Recipient, e.Actor) && partiesMatch(f.Actor, e.Recipient) ||
		f.Recipient == "" && strings.Contains(f.Actor, ";") && partiesMatch(f.Actor, slices.Concat(e.Actor, e.Recipient)))
	if !straight && !turned {
		if !partiesMatch(f.Actor, e.Actor) {
			fails = append(fails, "actor")
		}
		if !partiesMatch(f.Recipient, e.Recipient) {
			fails = append(fails, "recipient")
		}
	}
	if !partiesMatch(f.Via, e.Via) {
		fails = append(fails, "via")
	}
	check("when", f.When, func(s string) bool { return intervalMatches(s, e.When.Interval) })
	check("status", f.Status, func(s string) bool { return s == string(e.Status) })
	check("chain", f.Chain, func(s string) bool {
		return chainMatches(s, e.Chain) || slices.ContainsFunc(e.Chains, func(c []nuncio.Link) bool { return chainMatches(s, c) })
	})
	check("where", f.Where, func(s string) bool {
		return e.Where != nil && (fold(e.Where.Name) == fold(s) || e.Where.Country == s)
	})
	return fails
}

func intervalMatches(want string, v nuncio.Interval) bool {
	if want == "-" {
		return v.IsZero()
	}
	start, end, ranged := strings.Cut(want, "..")
	if !ranged {
		end = start
	}
	return v.Start.String() == strings.TrimSpace(start) && v.End.String() == strings.TrimSpace(end)
}

// partiesMatch reports whether every wanted party is among those that came out.
// Alternatives are parted by "|" and bind closer than ";"; "-" among them is nobody.
func partiesMatch(want string, got []nuncio.Party) bool {
	want = strings.TrimSpace(want)
	switch want {
	case "", "*":
		return true
	case "-":
		return len(got) == 0
	}
	for one := range strings.SplitSeq(want, ";") {
		found := false
		for alt := range strings.SplitSeq(one, "|") {
			if a := strings.Trim(strings.TrimSpace(alt), `"`); a == "-" {
				found = found || len(got) == 0
				continue
			}
			found = found || slices.ContainsFunc(got, func(p nuncio.Party) bool { return partyMatches(alt, &p) })
		}
		if !found {
			return false
		}
	}
	return true
}

// partyMatches compares "Name (COUNTRY)", "Name" or "COUNTRY" with a party.
func partyMatches(want string, p *nuncio.Party) bool {
	want = strings.TrimSpace(want)
	name, country, _ := strings.Cut(want, "(")
	name, country = strings.TrimSpace(name), strings.TrimSuffix(strings.TrimSpace(country), ")")
	if country != "" && country != p.Country {
		return false
	}
	if name == "" || name == p.Entity || name == p.Country {
		return true
	}
	n := fold(name)
	if rest, un := strings.CutPrefix(n, "un "); un && strings.Contains(" "+fold(p.Name)+" ", " united nations "+rest+" ") {
		return true // "UN Security Council"
	}
	return fold(p.Name) == n || fold(p.Text) == n || strings.Contains(" "+fold(p.Name)+" ", " "+n+" ") || strings.Contains(" "+fold(p.Text)+" ", " "+n+" ")
}

// chainMatches compares "KCNA (state media) > Yonhap" with a chain.
func chainMatches(want string, chain []nuncio.Link) bool {
	if want == "-" {
		return len(chain) == 0
	}
	hops := strings.Split(want, ">")
	if len(hops) != len(chain) {
		return false
	}
	for i, hop := range hops {
		name, kind, _ := strings.Cut(strings.TrimSpace(hop), "(")
		kind = strings.TrimSuffix(strings.TrimSpace(kind), ")")
		name = fold(strings.TrimSpace(name))
		got := " " + fold(chain[i].Name) + " "
		if name != "" && !strings.Contains(got, " "+name+" ") && !strings.HasSuffix(chain[i].Entity, "/"+strings.ReplaceAll(name, " ", "-")) && fold(chain[i].Entity) != name {
			return false
		}
		if kind != "" && kind != string(chain[i].Kind) {
			return false
		}
	}
	return true
}

func (f *RelationFact) matches(rec *nuncio.Record, r *nuncio.Relation) bool {
	if !slices.Contains(strings.Split(f.Relation, "|"), r.Relation) {
		return false
	}
	if f.Value != "" && f.Value != r.Value {
		return false
	}
	if f.Chain != "" && !chainMatches(f.Chain, r.Chain) {
		return false
	}
	for want := range strings.SplitSeq(f.Between, ";") {
		want = strings.TrimSpace(want)
		if !slices.ContainsFunc(r.Between, func(id string) bool { return id == want || fold(entityName(rec, id)) == fold(want) }) {
			return false
		}
	}
	return true
}

func entityName(rec *nuncio.Record, id string) string {
	for i := range rec.Entities {
		if rec.Entities[i].ID == id {
			return rec.Entities[i].Name
		}
	}
	return id
}

// Line is an event on one line, for messages and golden files.
func Line(e *nuncio.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", e.Event)
	if e.Mode != "" {
		fmt.Fprintf(&b, "/%s", e.Mode)
	}
	arrow := ">"
	if e.Reciprocal {
		arrow = "<>"
	}
	fmt.Fprintf(&b, " %s %s %s", partyList(e.Actor), arrow, partyList(e.Recipient))
	if len(e.Via) > 0 {
		fmt.Fprintf(&b, " via %s", partyList(e.Via))
	}
	fmt.Fprintf(&b, " [%s..%s %s] %s", e.When.Start, e.When.End, e.When.Basis, e.Status)
	for _, chain := range append([][]nuncio.Link{e.Chain}, e.Chains...) {
		for i, l := range chain {
			sep := " > "
			if i == 0 {
				sep = " on the word of "
			}
			fmt.Fprintf(&b, "%s%s (%s)", sep, l.Name, l.Kind)
		}
	}
	return b.String()
}

func partyList(list []nuncio.Party) string {
	if len(list) == 0 {
		return "-"
	}
	var names []string
	for _, p := range list {
		n := p.Name
		if p.Code != "" {
			n += " (" + p.Code + ")"
		}
		names = append(names, n)
	}
	return strings.Join(names, " + ")
}
