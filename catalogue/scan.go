package catalogue

// Hit is a stretch of words that the catalogue knows.
type Hit struct {
	First, End int     // words [First, End) of the sentence
	Matches    []Match // every reading, most trusted kind first; good until the next Scan
}

// TitleHit is a stretch of words that names a post or a kind of people.
type TitleHit struct {
	First, End int
	Title      *Title
}

// Scanner finds names in sentences. It keeps its memory between calls and so
// belongs to one goroutine; make one for each worker.
type Scanner struct {
	c       *Catalogue
	f       folder
	word    []int // subword → word
	hits    []Hit
	matches []Match
	titles  []TitleHit
}

// NewScanner gives a scanner over the catalogue.
func (c *Catalogue) NewScanner() *Scanner { return &Scanner{c: c} }

// fold takes in a sentence's words. A word may give several subwords
// ("Jong-un") or none ("'s").
func (s *Scanner) fold(words []string) {
	s.f.reset()
	s.word = s.word[:0]
	for i, w := range words {
		s.f.add(w)
		for len(s.word) < len(s.f.subs) {
			s.word = append(s.word, i)
		}
	}
}

// longest finds the longest phrase of an index that begins at subword i and ends
// at the end of a word; ok says whether a reading fits.
func (s *Scanner) longest(x *index, i int) (end int, head int32, ok bool) {
	subs := s.f.subs
	n, found := x.first.get(subs[i].hash)
	if !found || !s.wordStart(i) {
		return 0, 0, false
	}
	article := s.article(i)
	h := uint64(fnvOffset)
	for j := i; j < len(subs) && j < i+int(n); j++ {
		h = chain(h, subs[j].hash)
		if j+1 < len(subs) && s.word[j+1] == s.word[j] {
			continue // within a word
		}
		first, found := x.phrases.get(h)
		if !found {
			continue
		}
		for k := first; k >= 0; k = x.entries[k].next {
			if x.entries[k].fits(subs[i:j+1], article, s.capital(j+1)) {
				end, head, ok = j+1, first, true
				break
			}
		}
	}
	return end, head, ok
}

// wordStart reports whether a subword begins a word, so that the "un" of
// "Jong-un" is not taken for the United Nations.
func (s *Scanner) wordStart(i int) bool { return i == 0 || s.word[i-1] != s.word[i] }

// Scan finds the names of states, persons, organizations, groups and outlets,
// from left to right, the longest first, none overlapping. words are the forms of
// a sentence's tokens. The result is good until the next call.
//
// A body that every state has ("the Turkish Foreign Ministry", "the parliament of
// Georgia") is one hit together with the state's name beside it. Words inside a
// hit are not looked at again.
func (s *Scanner) Scan(words []string) []Hit {
	s.fold(words)
	s.hits, s.matches = s.hits[:0], s.matches[:0]
	for i := 0; i < len(s.f.subs); {
		end, head, ok := s.longest(&s.c.names, i)
		oend, organ, isOrgan := s.longest(&s.c.organIdx, i)
		switch {
		case isOrgan && (!ok || oend > end):
			i = s.organHit(i, oend, organ)
		case ok:
			start := len(s.matches)
			if s.read(head, i, end); len(s.matches) > start {
				s.push(i, end, start)
			}
			i = end
		default:
			i++
		}
	}
	return s.hits
}

// read appends the readings of a phrase, most trusted kind first.
func (s *Scanner) read(head int32, i, end int) {
	x := &s.c.names
	start := len(s.matches)
	article := s.article(i)
	for k := head; k >= 0; k = x.entries[k].next {
		e := &x.entries[k]
		if e.item == noParty || !e.fits(s.f.subs[i:end], article, s.capital(end)) {
			continue
		}
		if s.doubled(start, e) {
			continue
		}
		s.matches = append(s.matches, Match{&s.c.entities[e.item], e.kind, x.spells[e.spell], e.flags&weak != 0})
	}
	m := s.matches[start:]
	for a := 1; a < len(m); a++ { // few: insertion sort keeps the order of the tables
		for b := a; b > 0 && m[b].Kind < m[b-1].Kind; b-- {
			m[b], m[b-1] = m[b-1], m[b]
		}
	}
}

// article reports whether "the" stands before subword i.
func (s *Scanner) article(i int) bool { return i > 0 && s.f.article(s.f.subs[i-1]) }

// capital reports whether a capitalised word stands at subword i.
func (s *Scanner) capital(i int) bool { return i < len(s.f.subs) && s.f.subs[i].upper }

// doubled reports whether an entity stands among the matches from start on by a
// name of its own already ("NATO", "Nato"). States keep each kind: their adjective and their
// acronym may be the same letters and mean different things.
func (s *Scanner) doubled(start int, e *entry) bool {
	for i := start; i < len(s.matches); i++ {
		m := &s.matches[i]
		if m.Entity == &s.c.entities[e.item] && (m.Kind == e.kind || !stateID(m.Entity.ID)) {
			return true
		}
	}
	return false
}

func (s *Scanner) push(i, end, start int) {
	s.hits = append(s.hits, Hit{s.word[i], s.word[end-1] + 1, s.matches[start:len(s.matches):len(s.matches)]})
}

// organHit joins an organ with the state named just before it, or just after it
// behind "of", "of the" or "in"; one without a state is no name and gives no hit.
func (s *Scanner) organHit(i, end int, head int32) int {
	organ := s.c.organIdx.entries[head].item
	if n := len(s.hits); n > 0 && s.hits[n-1].End == s.word[i] || n > 0 && s.onlyEmpty(s.hits[n-1].End, s.word[i]) {
		last := &s.hits[n-1]
		if st := stateReading(last.Matches); st != nil {
			start := len(s.matches)
			s.matches = append(s.matches, Match{s.c.organOf(st.ID, organ), NameOrgan, Spell{}, false})
			last.End = s.word[end-1] + 1
			last.Matches = s.matches[start:len(s.matches):len(s.matches)]
			return end
		}
	}
	j := end
	if j < len(s.f.subs) && (s.is(j, "of") || s.is(j, "in") && s.c.organs[organ].id != "embassy" && s.c.organs[organ].sector != "MIL") { // an embassy and troops are not of where they stand
		if j++; j < len(s.f.subs) && s.is(j, "the") {
			j++
		}
		if j < len(s.f.subs) {
			if nend, nhead, ok := s.longest(&s.c.names, j); ok {
				start := len(s.matches)
				s.read(nhead, j, nend)
				if st := stateReading(s.matches[start:]); st != nil {
					s.matches = append(s.matches[:start], Match{s.c.organOf(st.ID, organ), NameOrgan, Spell{}, false})
					s.push(i, nend, start)
					return nend
				}
				s.matches = s.matches[:start]
			}
		}
	}
	return end
}

// onlyEmpty reports whether the words from first to end gave no subwords, as a
// possessive does.
func (s *Scanner) onlyEmpty(first, end int) bool {
	if first >= end {
		return false
	}
	for _, w := range s.word {
		if first <= w && w < end {
			return false
		}
	}
	return true
}

func (s *Scanner) is(i int, word string) bool {
	sub := s.f.subs[i]
	return string(s.f.buf[sub.start:sub.end]) == word
}

// stateReading is the state that a name, adjective, capital or seat stands for.
func stateReading(m []Match) *Entity {
	for i := range m {
		if stateID(m[i].Entity.ID) && m[i].Kind != NamePerson && m[i].Kind != NameDescription {
			return m[i].Entity
		}
	}
	return nil
}

// Organ reports which body that every state has a phrase names, without its
// state: "the foreign ministry" gives "foreign-ministry".
func (c *Catalogue) OrganOf(phrase string) (id string, ok bool) {
	s := c.NewScanner()
	s.fold([]string{phrase})
	i := 0
	if len(s.f.subs) > 1 && s.f.article(s.f.subs[0]) {
		i = 1
	}
	if i < len(s.f.subs) {
		if head, ok := c.organIdx.phrases.get(phraseKey(s.f.subs[i:])); ok {
			return c.organs[c.organIdx.entries[head].item].id, true
		}
	}
	return "", false
}

func phraseKey(subs []subword) uint64 { return phrase(subs) }

// ScanTitles finds nouns of office and of kinds of people, in the same way.
func (s *Scanner) ScanTitles(words []string) []TitleHit {
	s.fold(words)
	s.titles = s.titles[:0]
	for i := 0; i < len(s.f.subs); {
		end, head, ok := s.longest(&s.c.phrases, i)
		if !ok {
			i++
			continue
		}
		s.titles = append(s.titles, TitleHit{s.word[i], s.word[end-1] + 1, &s.c.titles[s.c.phrases.entries[head].item]})
		i = end
	}
	return s.titles
}
