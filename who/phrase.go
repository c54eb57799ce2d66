package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// class is the sort of a phrase as an anaphor; each has weights of its own.
type class uint8

const (
	classHe class = iota
	classShe
	classIt
	classThey
	classI
	classWe
	classYou
	classThis
	className
	classDefinite
	classBare
	classes
)

var classNames = [classes]string{"he", "she", "it", "they", "i", "we", "you", "this", "name", "definite", "bare"}

// pronominal reports whether a class looks for what it stands for nearby.
func (c class) pronominal() bool { return c < className }

// How a phrase begins.
const (
	detNone = iota
	detA
	detThe
	detThis
	detPoss
	dets
)

// What a phrase is of its clause.
const (
	relSubj = iota
	relObj
	relIObj
	relObl
	relPoss
	relNmod
	relRoot
	relOther
	rels
)

// Sorts of things, as the nouns table tells.
const (
	sortUnknown = iota
	sortPerson
	sortGroup
	sortPlace
	sortTime
	sortAnimal
	sortThing
	sorts
)

// phrase is a noun phrase or pronoun, party or not: a candidate for what a
// pronoun stands for.
type phrase struct {
	sent, first, end int
	head             int
	name, nameEnd    int // tokens of the proper name at its head
	class            class
	self             bool
	coord            bool // "Chad and Niger" as one
	gender           byte // m, f, n, 0
	number           byte // s, p, 0
	det              uint8
	rel              uint8
	sort             uint8
	quoted           bool
	lead             bool // first of its sentence
	lemma            string
	lemmaHash        uint32
	bag              uint64 // of the words of its name
	mention          int    // that the head heads, -1
	entity           int    // of that mention, -1
	link             int    // phrase that it was linked to, -1
	chain            int32
}

// chainInfo is what is known of a chain of phrases.
type chainInfo struct {
	gender, number byte
	sort           uint8
	size           int32
	entity         int
	last           int32
}

// collectPhrases fills r.phrases with the noun phrases of the document in text
// order. Names must be linked and the cover be indexed.
func (r *Resolver) collectPhrases() {
	r.phrases = r.phrases[:0]
	quoted, name := false, 0
	for i := range r.d.Sentences {
		for name < len(r.d.Names) && r.d.Names[name].Sent < i {
			name++
		}
		quoted = r.sentencePhrases(i, name, quoted)
	}
}

func (r *Resolver) sentencePhrases(i, name int, quoted bool) bool {
	d := r.d
	s := &d.Sentences[i]
	from := len(r.phrases)
	if i > 0 && (d.Sentences[i-1].Part != s.Part || paragraphBetween(d, i)) {
		quoted = false
	}
	for k := range s.Tokens {
		t := &s.Tokens[k]
		switch t.UPOS {
		case "PUNCT":
			switch t.Form {
			case `"`:
				quoted = !quoted
			case "“", "``":
				quoted = true
			case "”", "''":
				quoted = false
			}
			continue
		case "NOUN", "PROPN", "PRON", "DET":
		default:
			continue
		}
		if p, ok := r.phraseAt(i, k, false); ok {
			p.quoted = quoted
			for n := name; n < len(d.Names) && d.Names[n].Sent == i; n++ {
				if nm := &d.Names[n]; nm.First <= k && k < nm.End && p.mention < 0 {
					p.named(nm.Type)
				}
			}
			r.phrases = append(r.phrases, p)
			if whole, ok := r.coordination(i, k, &p); ok {
				r.phrases = append(r.phrases, whole)
			}
		}
	}
	sortPhrases(r.phrases[from:])
	if from < len(r.phrases) {
		r.phrases[from].lead = true
	}
	return quoted
}

// paragraphBetween reports whether an empty line stands before sentence i: a
// quotation that was not closed ends there.
func paragraphBetween(d *doc.Document, i int) bool {
	a, b := d.Sentences[i-1].End, d.Sentences[i].Start
	text := d.Text(d.Sentences[i].Part)
	return a < b && b <= len(text) && strings.Count(text[a:b], "\n") > 1
}

// sortPhrases orders by place, outer before inner; the runs are short and nearly in order.
func sortPhrases(p []phrase) {
	for i := 1; i < len(p); i++ {
		for k := i; k > 0 && (p[k].first < p[k-1].first || p[k].first == p[k-1].first && p[k].end > p[k-1].end); k-- {
			p[k], p[k-1] = p[k-1], p[k]
		}
	}
}

// named takes what a name's type says of the phrase that it heads.
func (p *phrase) named(typ string) {
	switch typ {
	case doc.PER:
		p.sort = sortPerson
	case doc.ORG:
		p.sort, p.gender = sortGroup, 'n'
	case doc.LOC:
		p.sort, p.gender = sortPlace, 'n'
	case doc.NORP:
		p.sort = sortGroup
	default:
		p.sort, p.gender = sortThing, 'n'
	}
}

// phraseAt reads the phrase that token k of sentence i heads. Names that are parts
// of other names are none, unless they are given.
func (r *Resolver) phraseAt(i, k int, given bool) (phrase, bool) {
	s := &r.d.Sentences[i]
	t := &s.Tokens[k]
	p := phrase{sent: i, first: k, end: k + 1, head: k, name: k, nameEnd: k + 1, mention: -1, entity: -1, link: -1, chain: -1, class: classBare}
	switch t.Deprel {
	case "compound":
		if given {
			break
		}
		if t.UPOS != "PROPN" || t.Head >= 0 && s.Tokens[t.Head].UPOS == "PROPN" {
			return p, false
		}
	case "flat", "fixed", "goeswith", "appos", "expl", "det", "reparandum", "cc", "cc:preconj", "det:predet", "dep", "vocative", "discourse":
		if !given {
			return p, false
		}
	}
	p.rel = relOf(t.Deprel)
	if t.Deprel == "conj" && t.Head >= 0 {
		p.rel = relOf(s.Tokens[t.Head].Deprel)
	}
	if t.UPOS == "PRON" || t.UPOS == "DET" {
		if !r.pronounPhrase(&p, s, k) {
			return p, false
		}
	}
	for c := range s.Children(k) {
		u := &s.Tokens[c]
		switch rel := u.Deprel; {
		case rel == "case" && c > k, rel == "det", rel == "det:predet", rel == "amod", rel == "nummod", rel == "nmod:poss", rel == "compound", rel == "flat",
			doc.IsRel(rel, "nmod"), rel == "appos", doc.IsRel(rel, "acl"):
			f, e := s.Subtree(c)
			p.first, p.end = min(p.first, f), max(p.end, e)
			if rel == "det" && c < k && p.det == detNone {
				p.det = detOf(u)
			}
			if rel == "nmod:poss" {
				p.det = detPoss
			}
		}
	}
	for p.end > k+1 && s.Tokens[p.end-1].UPOS == "PUNCT" && !closes(s.Tokens[p.end-1].Form) {
		p.end--
	}
	for p.first < k && s.Tokens[p.first].UPOS == "PUNCT" {
		p.first++
	}
	if p.class.pronominal() {
		return p, true
	}
	r.nominalPhrase(&p, s, k)
	return p, true
}

func closes(form string) bool { return form == ")" || form == "]" || form == "”" || form == `"` }

func detOf(t *doc.Token) uint8 {
	switch lower(t.Form) {
	case "the":
		return detThe
	case "this", "that", "these", "those", "such":
		return detThis
	case "a", "an", "another", "some", "any", "no", "every", "each":
		return detA
	}
	return detNone
}

// nominalPhrase reads head, number, gender and sort of a noun or name.
func (r *Resolver) nominalPhrase(p *phrase, s *doc.Sentence, k int) {
	t := &s.Tokens[k]
	p.lemma = t.Lemma
	if t.UPOS == "PROPN" {
		p.class = className
		for p.name > p.first && s.Tokens[p.name-1].UPOS == "PROPN" && s.Tokens[p.name-1].Deprel != "nmod:poss" {
			p.name--
		}
		for p.nameEnd < p.end && s.Tokens[p.nameEnd].UPOS == "PROPN" && s.Tokens[p.nameEnd].Head == k {
			p.nameEnd++
		}
		for w := p.name; w < p.nameEnd; w++ {
			p.bag |= 1 << (hashLower(s.Tokens[w].Form) & 63)
		}
		p.lemma = t.Form
	} else if p.det == detThe || p.det == detThis || p.det == detPoss {
		p.class = classDefinite
	}
	p.lemmaHash = hashLower(p.lemma)
	if t.XPOS == "NNS" || t.XPOS == "NNPS" || t.Feat("Number", "Plur") {
		p.number = 'p'
	} else {
		p.number = 's'
	}
	if n, ok := r.words.noun(p.lemma, t.UPOS == "PROPN"); ok {
		p.sort, p.gender = n.sort, n.gender
	} else if t.UPOS == "NOUN" {
		p.sort, p.gender = sortThing, 'n'
	}
	if p.sort != sortPerson && p.sort != sortUnknown && p.sort != sortAnimal {
		p.gender = 'n'
	}
	if p.class == className {
		p.gender = r.words.genderOfName(s, p.name, p.nameEnd)
		if p.gender != 0 && p.sort == sortUnknown {
			p.sort = sortPerson
		}
	}
	k = r.cover.Headed(doc.Ref{Sent: p.sent, Tok: p.head})
	if k < 0 || r.d.Mentions[k].Kind != doc.Named || r.d.Mentions[k].Entity < 0 {
		return
	}
	p.mention, p.entity = k, r.d.Mentions[k].Entity
	switch e := &r.d.Entities[p.entity]; e.Kind {
	case nuncio.KindPerson:
		p.sort = sortPerson
		if e.Gender != 0 {
			p.gender = e.Gender
		}
	case nuncio.KindState, nuncio.KindPlace:
		p.sort, p.gender = sortPlace, 'n'
	case nuncio.KindGroup:
		p.sort, p.gender = sortGroup, 0
	default:
		p.sort, p.gender = sortGroup, 'n'
	}
}

// pronounPhrase reads a pronoun; false for those that stand for nothing before.
func (r *Resolver) pronounPhrase(p *phrase, s *doc.Sentence, k int) bool {
	t := &s.Tokens[k]
	word := lower(t.Form)
	if t.UPOS == "DET" || word == "this" || word == "that" || word == "these" || word == "those" {
		switch word {
		case "this", "that":
			p.number = 's'
		case "these", "those":
			p.number = 'p'
		default:
			return false
		}
		if t.Feat("PronType", "Rel") || t.XPOS == "WDT" || p.rel == relOther {
			return false
		}
		p.class, p.gender = classThis, 'n'
		return true
	}
	switch word {
	case "you", "your", "yours", "yourself", "yourselves":
		p.class, p.sort = classYou, sortPerson
		return true
	}
	q, ok := pronounOf(word)
	if !ok {
		if t.XPOS == "WP" || t.XPOS == "WDT" || t.XPOS == "WP$" || t.XPOS == "EX" || t.Feat("PronType", "Rel") || t.Feat("PronType", "Int") {
			return false
		}
		p.lemma, p.number, p.sort = word, 's', sortUnknown
		p.lemmaHash = hashLower(word)
		return true // "everyone"
	}
	p.self, p.number = q.self, 's'
	if q.plural {
		p.number = 'p'
	}
	switch {
	case q.person == '1' && q.plural:
		p.class, p.sort = classWe, sortPerson
	case q.person == '1':
		p.class, p.sort = classI, sortPerson
	case q.plural:
		p.class = classThey
	case q.gender == 'm':
		p.class, p.gender, p.sort = classHe, 'm', sortPerson
	case q.gender == 'f':
		p.class, p.gender, p.sort = classShe, 'f', sortPerson
	default:
		p.class, p.gender, p.sort = classIt, 'n', sortUnknown
	}
	return true
}

// coordination is "Chad and Niger" as one phrase, where k is its first member.
func (r *Resolver) coordination(i, k int, p *phrase) (phrase, bool) {
	s := &r.d.Sentences[i]
	end, found := p.end, false
	for c := range s.Children(k) {
		if s.Tokens[c].Deprel != "conj" {
			continue
		}
		if u := s.Tokens[c].UPOS; u != "NOUN" && u != "PROPN" && u != "PRON" {
			return phrase{}, false
		}
		_, e := s.Subtree(c)
		end, found = max(end, e), true
	}
	if !found {
		return phrase{}, false
	}
	for end > p.end && s.Tokens[end-1].UPOS == "PUNCT" && !closes(s.Tokens[end-1].Form) {
		end--
	}
	w := *p
	w.end, w.coord, w.number, w.class, w.lemma, w.lemmaHash, w.bag = end, true, 'p', classBare, "", 0, 0
	w.mention, w.entity, w.self = -1, -1, false
	if w.sort == sortPerson {
		w.gender = 0
	}
	return w, true
}

func relOf(deprel string) uint8 {
	switch {
	case doc.IsRel(deprel, "nsubj"):
		return relSubj
	case deprel == "obj":
		return relObj
	case deprel == "iobj":
		return relIObj
	case doc.IsRel(deprel, "obl"):
		return relObl
	case deprel == "nmod:poss":
		return relPoss
	case doc.IsRel(deprel, "nmod"):
		return relNmod
	case deprel == "root", deprel == "ccomp", deprel == "xcomp", deprel == "parataxis", deprel == "advcl":
		return relRoot
	}
	return relOther
}

// hashLower is the hash (FNV-1a) of a word in small letters.
func hashLower(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// lower is strings.ToLower without work for what is in small letters already.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(w)
		}
	}
	return w
}
