package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// How an organization is called by those who sit in it: "the Heads of State of the East
// African Community", and "the Heads of State" alone from then on.

// wholeReason is why a name that begins with those who sit in a body is the body's.
const wholeReason = "those in whom the organization meets"

// wholeOf links the name of those who sit in an international organization to it.
func (r *Resolver) wholeOf(i int, name string) bool {
	m := &r.d.Mentions[i]
	words := strings.Fields(name)
	if len(words) < 2 || !r.words.has(lower(words[0]), useWhole) {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	inside := len(words)
	if m.End < len(s.Tokens) && s.Tokens[m.End].Form == "of" { // the organization's own name is another mention
		for k := m.End; k < len(s.Tokens) && k < m.End+longestName; k++ {
			words = append(words, s.Tokens[k].Form)
		}
	}
	for _, h := range r.scan.Scan(words) {
		if h.First < 2 || h.First < inside && h.End != inside || h.First > inside+2 || lower(words[h.First-1]) != "of" && (lower(words[h.First-1]) != "the" || lower(words[h.First-2]) != "of") {
			continue
		}
		for _, x := range h.Matches {
			if x.Entity.Kind == nuncio.KindOrganization && x.Entity.Sector == "IGO" && (x.Spell.Holds(r.on) || r.on.IsZero()) {
				m.Entity, m.Reason = r.known(x.Entity), wholeReason
				return true
			}
		}
	}
	return false
}

// longestName is how many words an organization's name may have.
const longestName = 10

// begun links the first words of a body's longer name to the body: "the Heads of State"
// after "the Heads of State and Government of the community".
func (r *Resolver) begun(i int, name string) bool {
	if !strings.Contains(name, " ") {
		return false
	}
	d := r.d
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.Reason != wholeReason && c.Reason != newBodyReason {
			continue
		}
		if long, ok := strings.CutPrefix(strings.Join(strings.Fields(d.Words(c.Range)), " "), name); ok && (strings.HasPrefix(long, " ") || long == "" && c.Reason == wholeReason) {
			d.Mentions[i].Entity, d.Mentions[i].Link, d.Mentions[i].Reason = c.Entity, k, wholeReason
			return true
		}
	}
	return false
}
