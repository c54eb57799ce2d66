package catalogue

import "math/bits"

// hashmap maps the hash of a phrase to a number. Two phrases of one 64-bit hash
// would be taken for each other; with a million names the odds are one in
// ten million.
type hashmap struct {
	keys []uint64
	vals []int32
	n    int
}

func newHashmap(capacity int) hashmap {
	size := 1 << bits.Len(uint(max(capacity, 8)*3/2))
	return hashmap{keys: make([]uint64, size), vals: make([]int32, size)}
}

// slot finds where a key stands or would stand. Zero marks an empty slot, so a
// key of zero is moved to one.
func (m *hashmap) slot(key uint64) (int, bool) {
	mask := len(m.keys) - 1
	for i := int(key>>7) & mask; ; i = (i + 1) & mask {
		switch m.keys[i] {
		case key:
			return i, true
		case 0:
			return i, false
		}
	}
}

func (m *hashmap) get(key uint64) (int32, bool) {
	if len(m.keys) == 0 {
		return 0, false
	}
	if key == 0 {
		key = 1
	}
	i, ok := m.slot(key)
	return m.vals[i], ok
}

// at is the place of a key's value, made with the given value when it was not there.
func (m *hashmap) at(key uint64, fresh int32) (*int32, bool) {
	if key == 0 {
		key = 1
	}
	if m.n*3 >= len(m.keys)*2 {
		m.grow()
	}
	i, ok := m.slot(key)
	if !ok {
		m.keys[i], m.vals[i] = key, fresh
		m.n++
	}
	return &m.vals[i], ok
}

func (m *hashmap) grow() {
	old := *m
	*m = newHashmap(max(16, old.n*2))
	for i, k := range old.keys {
		if k != 0 {
			j, _ := m.slot(k)
			m.keys[j], m.vals[j] = k, old.vals[i]
			m.n++
		}
	}
}

// noParty is the item of a name that stands for no party.
const noParty = -1

// entry is one reading of one phrase.
type entry struct {
	item  int32 // entity or title, or noParty
	next  int32 // next reading of the same phrase, -1 at the end
	kind  NameKind
	flags uint8
	spell int32 // into index.spells, 0 for always
}

const (
	needCaps  uint8 = 1 << iota // an acronym: "US" is not "us"
	needUpper                   // a proper name begins with a capital
	plural                      // a title's plural form
	weak                        // more often something else
	alone                       // no capitalised word follows: "The National" but not "the National Day"
	needThe                     // an article stands before it: "the island", "The Times"
	needInner                   // "LeT" is not "Let"
)

// index finds phrases by their folded words.
type index struct {
	first   hashmap // hash of a first word → most words of any phrase that begins so
	phrases hashmap // hash of a phrase → first entry
	entries []entry
	spells  []Spell
	f       folder
}

func newIndex(n int) index {
	return index{first: newHashmap(n), phrases: newHashmap(n), entries: make([]entry, 0, n+n/4), spells: make([]Spell, 1)}
}

// add enters a name and reports whether it holds any words. A leading article is
// left out; a description, or a name of one word besides it ("The Times"), needs
// it in the text.
func (x *index) add(name string, item int32, kind NameKind, flags uint8, spell Spell) bool {
	x.f.reset()
	x.f.add(name)
	subs := x.f.subs
	if len(subs) > 1 && x.f.article(subs[0]) {
		switch {
		case kind == NameDescription:
			flags |= needThe
		case len(subs) == 2 && subs[0].upper:
			flags |= needThe | weak | alone
		}
		subs = subs[1:]
	}
	if len(subs) == 1 && subs[0].inner && !subs[0].caps && subs[0].end-subs[0].start <= 5 {
		flags |= needInner
	}
	return x.addSubs(subs, item, kind, flags, spell)
}

func (f *folder) article(s subword) bool { return string(f.buf[s.start:s.end]) == "the" }

func (x *index) addSubs(subs []subword, item int32, kind NameKind, flags uint8, spell Spell) bool {
	if len(subs) == 0 || !subs[0].letter {
		return false
	}
	if flags&needCaps == 0 && subs[0].upper {
		flags |= needUpper
	}
	x.enter(subs[0].hash, phrase(subs), len(subs), item, kind, flags, spell)
	return true
}

func (x *index) enter(first, key uint64, words int, item int32, kind NameKind, flags uint8, spell Spell) {
	if n, ok := x.first.at(first, int32(words)); ok && *n < int32(words) {
		*n = int32(words)
	}
	at := int32(0)
	if spell != (Spell{}) {
		at = int32(len(x.spells))
		x.spells = append(x.spells, spell)
	}
	head, ok := x.phrases.at(key, int32(len(x.entries)))
	if ok {
		i := *head
		for {
			e := &x.entries[i]
			if e.item == item && e.kind == kind && x.spells[e.spell] == spell && e.flags == flags {
				return // the same reading again
			}
			if e.next < 0 {
				e.next = int32(len(x.entries))
				break
			}
			i = e.next
		}
	}
	x.entries = append(x.entries, entry{item, -1, kind, flags, at})
}

// fits reports whether words as they stand in a text may be this reading; article
// says whether "the" stands before them, capital whether a capitalised word follows.
func (e *entry) fits(subs []subword, article, capital bool) bool {
	if e.flags&needThe != 0 && !article || e.flags&alone != 0 && capital || e.flags&needInner != 0 && !subs[0].inner {
		return false
	}
	switch {
	case e.flags&needCaps != 0:
		for i := range subs {
			if !subs[i].caps {
				return false
			}
		}
	case e.flags&needUpper != 0:
		return subs[0].upper
	}
	return true
}
