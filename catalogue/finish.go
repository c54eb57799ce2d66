package catalogue

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nuncio"
)

// finish links the tables to each other and builds the indexes.
func (l *loader) finish() {
	for i := range l.states {
		l.states[i].Entity = &l.entities[l.byID[l.states[i].ID]]
	}
	l.linkBodies()
	l.linkRoles()
	l.indexNames()
	l.indexTitles()
}

// linkBodies turns the bare ids in "of" into entity ids.
func (l *loader) linkBodies() {
	for i := range l.entities {
		e := &l.entities[i]
		if e.Of == "" {
			continue
		}
		of, ok := l.resolve(e.Of)
		if !ok {
			l.fail(fmt.Errorf("%s: of %q is neither a state nor an organization, group or outlet", e.ID, e.Of))
			continue
		}
		e.Of = of
	}
}

// linkRoles gives each person and each body its roles in order of time. The
// roles of a person whom an overlay replaced are the overlay's alone.
func (l *loader) linkRoles() {
	l.roles = slices.DeleteFunc(l.roles, func(r Role) bool {
		return l.entities[l.byID[r.Person]].layer > r.layer
	})
	byStart := make([]int32, len(l.roles))
	for i := range byStart {
		byStart[i] = int32(i)
	}
	slices.SortFunc(byStart, func(a, b int32) int {
		return cmp.Or(cmp.Compare(l.roles[a].From.ordinal(), l.roles[b].From.ordinal()), cmp.Compare(a, b))
	})
	for _, i := range byStart {
		r := &l.roles[i]
		p := &l.entities[l.byID[r.Person]]
		p.roles = append(p.roles, i)
		l.byOf[r.Of] = append(l.byOf[r.Of], i)
		if p.Country == "" && stateID(r.Of) {
			p.Country = r.Of
		}
	}
}

// indexNames enters every spelling of every entity.
func (l *loader) indexNames() {
	l.names = newIndex(len(l.entities)*3 + len(l.extra))
	l.full, l.short, l.family = newHashmap(len(l.entities)), newHashmap(len(l.entities)), newHashmap(len(l.entities))
	l.part = newHashmap(2 * len(l.entities))
	l.keyed = make([]keyed, 0, 8*len(l.entities))
	l.tails = make([]int32, 0, 8*len(l.entities))
	for i := range l.states {
		s := &l.states[i]
		at := l.byID[s.ID]
		l.names.add(s.Name, at, NameProper, 0, Spell{})
		if s.Official != s.Name {
			l.names.add(s.Official, at, NameProper, 0, Spell{})
		}
		l.names.add(s.Adjective, at, NameAdjective, 0, Spell{})
		l.names.add(s.Person, at, NamePerson, 0, Spell{})
		l.names.add(s.People, at, NamePeople, 0, Spell{})
		l.names.add(s.Capital, at, NameCapital, 0, Spell{})
	}
	for _, n := range l.extra {
		flags := uint8(0)
		if shout(n.name) {
			flags = needCaps
		}
		if !l.names.add(n.name, l.byID[n.state], n.kind, flags, n.spell) {
			l.fail(fmt.Errorf("state_names.tsv: %s: name %q holds no words", n.state, n.name))
		}
	}
	for i := range l.entities {
		e := &l.entities[i]
		switch e.Kind {
		case nuncio.KindState:
		case nuncio.KindPerson:
			l.indexPerson(int32(i))
		default:
			l.indexName(int32(i), e.Name)
			for _, a := range e.aliases {
				l.indexName(int32(i), a)
			}
		}
	}
	l.markWeak()
	for _, name := range l.things {
		l.names.add(name, noParty, NameProper, 0, Spell{})
	}
}

// markWeak flags every reading of the names that are more often something else.
func (l *loader) markWeak() {
	x := &l.names
	for _, name := range l.weak {
		x.f.reset()
		x.f.add(name)
		subs := x.f.subs
		if len(subs) > 1 && x.f.article(subs[0]) {
			subs = subs[1:]
		}
		head, ok := x.phrases.get(phrase(subs))
		if !ok {
			continue // a name that an overlay may hold
		}
		for i := head; i >= 0; i = x.entries[i].next {
			x.entries[i].flags |= weak
		}
	}
}

// shout reports whether a name is an acronym: short, and capitals only.
func shout(name string) bool {
	letters := 0
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z':
			letters++
		case c == '.' || c == '&' || '0' <= c && c <= '9' || c == '-' || c == '/':
		default:
			return false
		}
	}
	return letters > 0 && letters <= 8
}

func (l *loader) indexName(at int32, name string) {
	kind, flags := NameProper, uint8(0)
	if strings.HasPrefix(name, "the ") && name == strings.ToLower(name) { // "the fund", "the bloc"
		kind, flags = NameDescription, weak
	}
	if shout(name) {
		kind, flags = NameAcronym, needCaps
	}
	if !l.names.add(name, at, kind, flags, Spell{}) {
		l.fail(fmt.Errorf("%s: name %q holds no words", l.entities[at].ID, name))
	}
}

// indexPerson enters a person's names as written, with the order turned, and by
// sound, and the family name by itself.
func (l *loader) indexPerson(at int32) {
	e := &l.entities[at]
	f := &l.names.f
	l.indexName(at, e.Name)
	if e.Name != e.Family {
		given := strings.TrimSpace(strings.Replace(e.Name, e.Family, "", 1))
		f.reset()
		if e.givenFirst {
			f.add(e.Family)
			f.add(given)
		} else {
			f.add(given)
			f.add(e.Family)
		}
		l.names.addSubs(f.subs, at, NameTurned, 0, Spell{})
		l.keys(at, e.Family, given)
	}
	for _, a := range e.aliases {
		l.indexName(at, a)
		if given, ok := aroundFamily(a, e.Family); ok {
			l.keys(at, e.Family, given)
		} else if i := strings.LastIndexByte(a, ' '); i > 0 && !shout(a) {
			// An alias in another spelling: its order is that of the name.
			if e.givenFirst {
				l.keys(at, a[i+1:], a[:i])
			} else {
				i = strings.IndexByte(a, ' ')
				l.keys(at, a[:i], a[i+1:])
			}
		}
	}
	f.reset()
	f.add(e.Family)
	l.link(&l.family, phrase(f.subs), at)
	for fam := f.subs; len(fam) > 1 && particles[string(f.buf[fam[0].start:fam[0].end])]; {
		fam = fam[1:] // "Assad" for "al-Assad", "Araújo" for "de Araújo"
		l.link(&l.family, phrase(fam), at)
	}
	f.reset()
	f.add(e.Name)
	for _, a := range e.aliases {
		f.add(a)
	}
	for _, w := range f.subs {
		if w.letter && w.upper && w.end-w.start > 2 { // not the "the" and "of" of "the Queen of England"
			l.link(&l.part, w.hash, at)
		}
	}
}

// particles stand before family names and are often left out on second mention.
var particles = map[string]bool{
	"al": true, "el": true, "as": true, "az": true, "ad": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "la": true,
	"las": true, "los": true, "di": true, "du": true, "le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "ould": true,
}

// aroundFamily is what is left of a name when the family name is taken out.
func aroundFamily(name, family string) (string, bool) {
	if rest, ok := strings.CutSuffix(name, " "+family); ok {
		return rest, true
	}
	return strings.CutPrefix(name, family+" ")
}

// keys enters the sound of a family and given name.
func (l *loader) keys(at int32, family, given string) {
	e := &l.entities[at]
	f := &l.names.f
	f.reset()
	f.add(family)
	n := len(f.subs)
	f.add(given)
	fam, giv := f.subs[:n], f.subs[n:]
	if n == 0 || len(giv) == 0 {
		return
	}
	var s sounder
	l.link(&l.full, s.key(f.buf, fam, giv, false), at)
	if e.Country == "PRK" || e.Country == "KOR" {
		l.link(&l.full, s.key(f.buf, fam, giv, true), at)
	}
	if e.givenFirst && len(giv) > 1 {
		l.link(&l.short, s.key(f.buf, fam, giv[:1], false), at)
	}
	l.link(&l.family, chain(1, s.key(f.buf, fam, nil, false)), at)
}

// link puts a person into the chain of a key, once. Persons come one after the
// other, so a second time can only follow the first.
func (l *loader) link(m *hashmap, key uint64, person int32) {
	n := int32(len(l.keyed))
	head, ok := m.at(key, n)
	if !ok {
		l.keyed, l.tails = append(l.keyed, keyed{person, -1}), append(l.tails, n)
		return
	}
	last := l.tails[*head]
	if l.keyed[last].person == person {
		return
	}
	l.keyed[last].next = n
	l.tails[*head] = n
	l.keyed, l.tails = append(l.keyed, keyed{person, -1}), append(l.tails, n)
}

func (l *loader) indexTitles() {
	l.phrases = newIndex(len(l.titles))
	for i, t := range l.titles {
		flags := uint8(0)
		if t.Plural {
			flags = plural
		}
		if !l.phrases.add(t.Phrase, int32(i), 0, flags, Spell{}) {
			l.fail(fmt.Errorf("titles.tsv: %q holds no words", t.Phrase))
		}
	}
	l.organIdx = newIndex(len(l.organs) * 4)
	for i := range l.organs {
		for _, form := range l.organs[i].forms {
			if !l.organIdx.add(form, int32(i), NameOrgan, 0, Spell{}) {
				l.fail(fmt.Errorf("organs.tsv: %s: form %q holds no words", l.organs[i].id, form))
			}
		}
	}
	l.makeOrgans()
}

// sounder makes sound keys without allocating.
type sounder struct{ buf []byte }

// key is the hash of how a family name and a given name sound; given may be empty.
func (s *sounder) key(text []byte, family, given []subword, korean bool) uint64 {
	h := uint64(fnvOffset)
	if korean {
		h = chain(h, 'k')
	}
	s.buf = s.buf[:0]
	if korean && len(family) == 1 {
		if k, ok := koreanFamily[string(text[family[0].start:family[0].end])]; ok {
			s.buf = append(s.buf, k...)
		} else {
			s.buf = sound(s.buf, text[family[0].start:family[0].end])
		}
	} else {
		s.buf = soundAll(s.buf, text, family)
	}
	h = chain(h, hashBytes(s.buf))
	if len(given) > 0 {
		s.buf = s.buf[:0]
		if korean {
			for _, g := range given {
				s.buf = append(s.buf, text[g.start:g.end]...)
			}
			n := len(s.buf)
			s.buf = koreanGiven(s.buf, s.buf[:n:n])
			h = chain(h, hashBytes(s.buf[n:]))
			return h
		}
		s.buf = soundAll(s.buf, text, given)
		h = chain(h, hashBytes(s.buf))
	}
	return h
}

// soundAll appends the sound of several words run together; the Arabic article
// says nothing.
func soundAll(dst, text []byte, words []subword) []byte {
	for i, w := range words {
		b := text[w.start:w.end]
		if len(words) > 1 && i < len(words)-1 && len(b) == 2 && (string(b) == "al" || string(b) == "el" || string(b) == "as" || string(b) == "ad" || string(b) == "ul") {
			continue
		}
		dst = sound(dst, b)
	}
	return dst
}
