package catalogue

import (
	"cmp"
	"slices"
	"strings"
)

// Entity is the entity of an id, nil when there is none.
func (c *Catalogue) Entity(id string) *Entity {
	if at, ok := c.byID[id]; ok {
		return &c.entities[at]
	}
	if rest, ok := strings.CutPrefix(id, orgPrefix); ok && len(rest) > 4 && rest[3] == '-' {
		return c.Organ(strings.ToUpper(rest[:3]), rest[4:])
	}
	return nil
}

// State is what is known of a state by its id.
func (c *Catalogue) State(id string) (*State, bool) {
	at, ok := c.stateOf[id]
	if !ok {
		return nil, false
	}
	return &c.states[at], true
}

// States are all states in the order of the tables.
func (c *Catalogue) States() []State { return c.states }

// Lookup gives every entity that a name may mean: by its spelling, as an organ of
// a state, as a person in other orders and Romanizations, by initials, by family
// name alone. Surer kinds of name come first; a surer kind that answers keeps
// the less sure ones out.
func (c *Catalogue) Lookup(name string) []Match {
	s := c.NewScanner()
	f := strings.Fields(name)
	if len(f) == 0 {
		return nil
	}
	if !strings.EqualFold(f[0], "the") { // asked for "Times", one may mean "The Times"
		f = append([]string{"the"}, f...)
	} else if len(f) == 1 {
		return nil
	}
	if hits := s.Scan(f); len(hits) == 1 && hits[0].First <= 1 && hits[0].End == len(f) {
		return slices.Clone(hits[0].Matches)
	}
	if m := c.Person(name); len(m) > 0 {
		return m
	}
	if name == strings.ToLower(name) { // typed without capitals
		f = strings.Fields(capitalise(name))
		if hits := s.Scan(f); len(hits) == 1 && hits[0].First == 0 && hits[0].End == len(f) {
			return slices.Clone(hits[0].Matches)
		}
	}
	return nil
}

// Honorific reports whether a word only says how a person is addressed, or of what rank
// he is: "Rev.", "Lieut.".
func (c *Catalogue) Honorific(word string) bool {
	return c.honorifics[Fold(strings.TrimSuffix(word, "."))]
}

// Person gives the persons whom a name may mean, surest reading first. It looks
// past honorifics and takes "Mugabe, Robert" for the same as "Robert Mugabe".
func (c *Catalogue) Person(name string) []Match {
	if family, given, ok := strings.Cut(name, ", "); ok {
		name = given + " " + family
	}
	var f folder
	f.add(name)
	subs := f.subs
	for _, s := range subs {
		if !s.letter {
			return nil
		}
	}
	for {
		if out := c.personOf(&f, subs); len(out) > 0 || len(subs) < 2 {
			return out
		}
		if !c.honorifics[string(f.buf[subs[0].start:subs[0].end])] {
			return nil
		}
		subs = subs[1:]
	}
}

func (c *Catalogue) personOf(f *folder, subs []subword) []Match {
	if len(subs) == 0 {
		return nil
	}
	if out := c.persons(nil, &c.names, subs); len(out) > 0 {
		return out
	}
	if len(subs) == 1 {
		return c.surname(nil, f, subs)
	}
	if out := c.bySound(nil, f, subs); len(out) > 0 {
		return out
	}
	if out := c.byShort(nil, f, subs); len(out) > 0 {
		return out
	}
	return c.byParts(nil, subs)
}

// persons appends the persons of an exact spelling.
func (c *Catalogue) persons(out []Match, x *index, subs []subword) []Match {
	head, ok := x.phrases.get(phrase(subs))
	if !ok {
		return out
	}
	for k := head; k >= 0; k = x.entries[k].next {
		e := &x.entries[k]
		if e.item != noParty && strings.HasPrefix(c.entities[e.item].ID, personPrefix) {
			out = append(out, Match{&c.entities[e.item], e.kind, x.spells[e.spell], e.flags&weak != 0})
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(a.Kind, b.Kind) })
	return out
}

// bySound tries every way to part the words into family and given name, in both
// orders.
func (c *Catalogue) bySound(out []Match, f *folder, subs []subword) []Match {
	var s sounder
	for k := 1; k < len(subs); k++ {
		for _, p := range [2][2][]subword{{subs[:k], subs[k:]}, {subs[k:], subs[:k]}} {
			out = c.keyedBy(out, &c.full, s.key(f.buf, p[0], p[1], false), NameSound)
			out = c.keyedBy(out, &c.full, s.key(f.buf, p[0], p[1], true), NameSound)
		}
	}
	return out
}

func (c *Catalogue) keyedBy(out []Match, m *hashmap, key uint64, kind NameKind) []Match {
	head, ok := m.get(key)
	if !ok {
		return out
	}
	for i := head; i >= 0; i = c.keyed[i].next {
		e := &c.entities[c.keyed[i].person]
		if !slices.ContainsFunc(out, func(x Match) bool { return x.Entity == e }) {
			out = append(out, Match{Entity: e, Kind: kind})
		}
	}
	return out
}

// byShort leaves out what papers leave out or put in: middle names ("Donald J.
// Trump"), the mother's name ("Raúl Castro Ruz"), given names but for initials
// ("V. Putin").
func (c *Catalogue) byShort(out []Match, f *folder, subs []subword) []Match {
	var s sounder
	n := len(subs)
	if n > 2 {
		out = c.keyedBy(out, &c.full, s.key(f.buf, subs[n-1:], subs[:1], false), NameShort)
		out = c.keyedBy(out, &c.full, s.key(f.buf, subs[n-2:n-1], subs[:n-2], false), NameShort)
		out = c.keyedBy(out, &c.full, s.key(f.buf, subs[1:2], subs[:1], false), NameShort)
	}
	out = c.keyedBy(out, &c.short, s.key(f.buf, subs[n-1:], subs[:1], false), NameShort)
	out = c.keyedBy(out, &c.short, s.key(f.buf, subs[:1], subs[1:2], false), NameShort)
	if len(out) > 0 {
		return out
	}
	switch {
	case subs[0].end-subs[0].start <= 2:
		for k := 1; k < n && len(out) == 0; k++ {
			out = c.byInitial(out, f, f.buf[subs[0].start], subs[k:])
		}
	case subs[n-1].end-subs[n-1].start == 1: // "Ramgoolam N."
		out = c.byInitial(out, f, f.buf[subs[n-1].start], subs[:n-1])
	}
	return out
}

// byInitial gives those of a family name whose given name has the initial.
func (c *Catalogue) byInitial(out []Match, f *folder, initial byte, family []subword) []Match {
	for _, m := range c.surname(nil, f, family) {
		e := m.Entity
		given := strings.TrimSpace(strings.Replace(e.Name, e.Family, "", 1))
		if g := Fold(given); g != "" && g[0] == initial {
			out = append(out, Match{Entity: e, Kind: NameShort})
		}
	}
	return out
}

// byParts gives those whose full name or an alias holds all the words: "Fogh
// Rasmussen", "Pinto da Costa".
func (c *Catalogue) byParts(out []Match, subs []subword) []Match {
	var f folder
	for i := c.rarest(subs); i >= 0; i = c.keyed[i].next {
		e := &c.entities[c.keyed[i].person]
		f.reset()
		f.add(e.Name)
		for _, a := range e.aliases {
			f.add(a)
		}
		all := true
		for _, s := range subs {
			all = all && slices.ContainsFunc(f.subs, func(w subword) bool { return w.hash == s.hash })
		}
		if all {
			out = append(out, Match{Entity: e, Kind: NameShort})
		}
	}
	return out
}

// rarest is the shortest chain of persons who have one of the words, -1 when a
// word that counts is nobody's.
func (c *Catalogue) rarest(subs []subword) int32 {
	best, length := int32(-1), 1<<30
	for _, s := range subs {
		if s.end-s.start <= 2 {
			continue
		}
		head, ok := c.part.get(s.hash)
		if !ok {
			return -1
		}
		n := 0
		for i := head; i >= 0 && n < length; i = c.keyed[i].next {
			n++
		}
		if n < length {
			best, length = head, n
		}
	}
	return best
}

// Surname gives the persons of a family name, those who spell it so first.
func (c *Catalogue) Surname(name string) []Match {
	var f folder
	f.add(name)
	return c.surname(nil, &f, f.subs)
}

func (c *Catalogue) surname(out []Match, f *folder, subs []subword) []Match {
	if len(subs) == 0 {
		return out
	}
	out = c.keyedBy(out, &c.family, phrase(subs), NameSurname)
	if len(out) == 0 && subs[len(subs)-1].end-subs[0].start > 3 {
		var s sounder
		out = c.keyedBy(out, &c.family, chain(1, s.key(f.buf, subs, nil, false)), NameSound)
	}
	return out
}

// loosely gives those who bear any of the words as a name, for a question that
// also gives a day: "Santos Calderón" for Juan Manuel Santos, "Chuan" for Chuan Leekpai.
func (c *Catalogue) loosely(name string) []Match {
	var f folder
	f.add(name)
	var out []Match
	var s sounder
	for i := range f.subs {
		one := f.subs[i : i+1]
		word := string(f.buf[one[0].start:one[0].end])
		if len(word) <= 2 || c.honorifics[word] || slices.Contains(joints, word) {
			continue
		}
		out = c.keyedBy(out, &c.family, phrase(one), NameSurname)
		out = c.keyedBy(out, &c.family, chain(1, s.key(f.buf, one, nil, false)), NamePart)
		out = c.keyedBy(out, &c.part, one[0].hash, NamePart)
	}
	return out
}
