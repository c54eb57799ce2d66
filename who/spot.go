package who

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// spotNames adds the names of sentence i: the catalogue's and the model's, the
// longer one where they overlap.
func (r *Resolver) spotNames(i int) {
	d := r.d
	s := &d.Sentences[i]
	r.forms = r.forms[:0]
	for k := range s.Tokens {
		form := s.Tokens[k].Form
		if (form == "south" || form == "north") && k+1 < len(s.Tokens) && isUpper(s.Tokens[k+1].Form) {
			form = strings.ToUpper(form[:1]) + form[1:] // "south Korea", as some agencies spell it
		}
		r.forms = append(r.forms, form)
	}
	names := namesOf(d, i)
	hits := r.founded(r.scan.Scan(r.forms))
	posts := r.posts.ScanTitles(r.forms)
	usedHit := make([]bool, len(hits))
	for n := range names {
		nm := &names[n]
		typ := nm.Type
		keep := typ != doc.EVENT && typ != doc.MISC
		var readings []catalogue.Match
		for h := range hits {
			hit := &hits[h]
			if hit.End <= nm.First || hit.First >= nm.End {
				continue
			}
			same := hit.First == nm.First && hit.End == nm.End
			longer := hit.End-hit.First > nm.End-nm.First
			inside := hit.First >= nm.First && hit.End <= nm.End
			switch {
			case same:
				readings, usedHit[h] = slices.Clone(hit.Matches), true
			case typ == doc.LOC && hit.First == nm.First && inside && demonymOnly(hit.Matches):
				usedHit[h] = keep // "the Soviet Far East" lies there
			case longer || typ == doc.LOC && inside && stateOnly(hit.Matches) || inside && most(hit, nm):
				keep = false // the catalogue knows the words better
			case inside && personal(hit.Matches):
				keep = false
			default:
				usedHit[h] = keep
			}
		}
		if nm.End-nm.First == 1 && len(readings) == 0 && s.Tokens[nm.First].Form == lower(s.Tokens[nm.First].Form) {
			keep = false // "dos", cut out of a name
		}
		if keep && len(readings) == 0 && typ != doc.LOC && nm.First == 0 && nm.End == 1 && r.commonNoun(&s.Tokens[0]) {
			keep = false // "Separatists", in capitals because it begins the sentence
		}
		if keep && (len(readings) == 0 || onlyDescribes(readings)) && !capital(s, nm) {
			keep = false // "landlocked country"
		}
		if keep && typ == doc.ORG && len(readings) == 0 && r.organNoun(s, nm) {
			keep = false // "the Ministry"
		}
		if keep && nm.End == nm.First+1 && nm.First > 0 && r.words.has(lower(s.Tokens[nm.First].Form), useDescription) && lower(s.Tokens[nm.First-1].Form) == "the" {
			keep = false // "the North", a description
		}
		if keep && nm.End-nm.First == 1 && len(readings) == 0 && (strings.HasSuffix(s.Tokens[nm.First].Form, ".") && r.cat.Honorific(s.Tokens[nm.First].Form) || nm.End < len(s.Tokens) && s.Tokens[nm.End].UPOS == "PROPN" && r.rankWord(s.Tokens[nm.First].Form)) {
			keep = false // "Lt."
		}
		if keep && inTitle(posts, nm.First, nm.End, readings) {
			keep = false
		}
		if keep && typ == doc.PER && titleAlone(posts, nm) {
			keep = false // "Commodore", before the name
		}
		if keep {
			r.addName(i, nm.First, nm.End, typ, readings, posts)
		}
	}
	for h := range hits {
		if usedHit[h] || !r.plausible(s, &hits[h]) || onlyDescribes(hits[h].Matches) || inTitle(posts, hits[h].First, hits[h].End, hits[h].Matches) {
			continue
		}
		r.addName(i, hits[h].First, hits[h].End, "", slices.Clone(hits[h].Matches), posts)
	}
}

// capital reports whether a word of a name is written with a capital or a figure.
func capital(s *doc.Sentence, nm *doc.Name) bool {
	for k := nm.First; k < nm.End; k++ {
		if f := s.Tokens[k].Form; f != strings.ToLower(f) || strings.ContainsAny(f, "0123456789") {
			return true
		}
	}
	return false
}

// organNoun reports whether what the model took for the name of a body is but the
// noun of a body with an article: "the Ministry", "the Council".
func (r *Resolver) organNoun(s *doc.Sentence, nm *doc.Name) bool {
	if nm.End-nm.First != 1 || nm.First == 0 || lower(s.Tokens[nm.First-1].Form) != "the" {
		return false
	}
	word := lower(s.Tokens[nm.First].Form)
	if _, ok := r.cat.TitleOf(word); ok {
		return true // "the Ministry", "the Ambassador of Norway"
	}
	return r.words.sectors[word] != "" && word != "post" && word != "times" // these are papers
}

// commonNoun reports whether a word is a plural noun of people.
func (r *Resolver) commonNoun(t *doc.Token) bool {
	if len(t.Form) < 3 || !strings.HasSuffix(t.Form, "s") && !strings.HasSuffix(t.Form, "men") || t.Form == strings.ToUpper(t.Form) {
		return false
	}
	word := lower(t.Form)
	for _, w := range [...]string{singular(word), manOf(word)} {
		if p, ok := r.cat.TitleOf(w); ok && p.Kind == "person" || r.words.people[w] != nil {
			return true
		}
	}
	return false
}

// inTitle reports whether the name of an outlet is but a part of a title: "Foreign Affairs
// Minister Berg".
func inTitle(posts []catalogue.TitleHit, first, end int, readings []catalogue.Match) bool {
	for i := range readings {
		if readings[i].Entity.Kind != nuncio.KindOutlet {
			return false
		}
	}
	if len(readings) == 0 {
		return false
	}
	for i := range posts {
		if posts[i].First <= first && end < posts[i].End {
			return true
		}
	}
	return false
}

// titleAlone reports whether what the model took for a person's name is a title
// with more behind it.
func titleAlone(posts []catalogue.TitleHit, nm *doc.Name) bool {
	for i := range posts {
		if posts[i].First == nm.First && posts[i].End == nm.End {
			return true
		}
	}
	return false
}

// most reports whether a body that the catalogue knows makes up nearly all of a
// name that the model cut too long ("National Bank of Chad Deputy").
func most(hit *catalogue.Hit, nm *doc.Name) bool {
	n := hit.End - hit.First
	if n < 2 || nm.End-nm.First-n > 1 {
		return false
	}
	k := hit.Matches[0].Entity.Kind
	return hit.Matches[0].Kind == catalogue.NameProper && (k == nuncio.KindOrganization || k == nuncio.KindOutlet)
}

func namesOf(d *doc.Document, sent int) []doc.Name {
	first := 0
	for first < len(d.Names) && d.Names[first].Sent < sent {
		first++
	}
	end := first
	for end < len(d.Names) && d.Names[end].Sent == sent {
		end++
	}
	return d.Names[first:end]
}

func stateOnly(m []catalogue.Match) bool {
	return len(m) > 0 && m[0].Entity.Kind == nuncio.KindState
}

// demonymOnly reports whether a word only says of which state something is: "Soviet".
func demonymOnly(m []catalogue.Match) bool {
	for i := range m {
		if m[i].Entity.Kind != nuncio.KindState || m[i].Kind != catalogue.NameAdjective && m[i].Kind != catalogue.NamePeople && m[i].Kind != catalogue.NamePerson {
			return false
		}
	}
	return len(m) > 0
}

// onlyDescribes reports whether words name nobody by themselves: "landlocked country".
func onlyDescribes(m []catalogue.Match) bool {
	for i := range m {
		if m[i].Kind != catalogue.NameDescription {
			return false
		}
	}
	return true
}

func personal(m []catalogue.Match) bool {
	return len(m) > 0 && m[0].Entity.Kind == nuncio.KindPerson
}

// plausible refuses catalogue names that the model took for ordinary words: a
// single word that is tagged as a verb, or in small letters.
func (r *Resolver) plausible(s *doc.Sentence, h *catalogue.Hit) bool {
	t := &s.Tokens[h.First]
	if h.End-h.First > 1 {
		return true
	}
	switch t.UPOS {
	case "PROPN", "ADJ":
		return true
	case "NOUN":
		return t.Form != strings.ToLower(t.Form) || strings.Contains(t.Form, "-") && h.Matches[0].Entity.Kind == nuncio.KindOrganization // "the anti-balaka"
	case "VERB", "AUX", "ADP", "PRON", "DET", "SCONJ", "CCONJ", "ADV", "NUM", "PART", "PUNCT":
		return t.UPOS != "PUNCT" && len(t.Form) > 2 && t.Form == strings.ToUpper(t.Form) && t.UPOS == "NOUN"
	}
	return true
}

// ahead is for how many years before its founding a body is spoken of.
const ahead = 3

// founded takes out of hits the bodies that came into being only years after the report: "the
// NTC" of 1997 is not Libya's of 2011.
func (r *Resolver) founded(hits []catalogue.Hit) []catalogue.Hit {
	for i := range hits {
		hits[i].Matches = slices.DeleteFunc(hits[i].Matches, func(x catalogue.Match) bool {
			from := x.Entity.Spell.From.First()
			return x.Entity.Kind == nuncio.KindOrganization && !r.on.IsZero() && !from.IsZero() && int(r.on.Year)+ahead < int(from.Year)
		})
	}
	return slices.DeleteFunc(hits, func(h catalogue.Hit) bool { return len(h.Matches) == 0 })
}

// addName adds one name with the post before it, if there is one.
func (r *Resolver) addName(sent, first, end int, typ string, readings []catalogue.Match, posts []catalogue.TitleHit) {
	s := &r.d.Sentences[sent]
	sp := spot{readings: readings, typ: typ}
	for end-first > 1 && !inName(&s.Tokens[end-1]) {
		end-- // "Todd and", cut too long
	}
	for end-first > 1 && honorific(s.Tokens[first].Form) {
		first++ // "Mr Lund"
	}
	if end-first == 1 && honorific(s.Tokens[first].Form) && end < len(s.Tokens) && s.Tokens[end].UPOS == "PROPN" {
		first, end = end, end+1 // "Mr", cut off from the name
	}
	for typ == doc.PER && len(readings) == 0 && end-first > 1 && (r.rankWord(s.Tokens[first].Form) || s.Tokens[first].UPOS == "PUNCT" || s.Tokens[first].Form == "-") && (end-first > 2 || r.families[s.Tokens[end-1].Form]) {
		first++ // "Father Aristide", "Maj-Gen Berg"
	}
	if typ == doc.PER || personal(readings) {
		at := first
		for first > 0 && r.words.has(s.Tokens[first-1].Form, useParticle) && (s.Tokens[first-1].Deprel == "flat" || s.Tokens[first-1].Deprel == "compound" || s.Tokens[first-1].UPOS == "PROPN") {
			first-- // "dos Santos", cut too short
		}
		for first > 0 && first < at && s.Tokens[first-1].UPOS == "PROPN" && r.words.has(s.Tokens[first].Form, useFather) && s.Tokens[first-1].Form != strings.ToUpper(s.Tokens[first-1].Form) {
			first-- // "Tamim bin Hamad", known without his first name as another
		}
		if first < at && (typ == doc.PER || r.words.has(s.Tokens[first+1].Form, useFather)) {
			typ, readings, sp.typ, sp.readings = doc.PER, nil, doc.PER, nil
		} else {
			first = at
		}
	}
	if typ == doc.PER && len(readings) == 0 && end-first == 3 && patronymic(s.Tokens[first+1].Form) {
		if known := r.cat.Lookup(s.Tokens[first].Form + " " + s.Tokens[end-1].Form); personal(known) {
			sp.readings = known
		}
	}
	from := first
	if typ == doc.PER || personal(readings) {
		for k := range posts {
			if p := &posts[k]; p.Title.Kind == "person" && s.Tokens[p.End-1].UPOS != "VERB" && (p.End == first || p.End < first && gapless(s, p.End, first)) {
				sp.post, sp.title = p.Title, doc.Range{Sent: sent, First: p.First, End: p.End}
				from = p.First
			}
		}
	}
	r.add(doc.Mention{
		Range: doc.Range{Sent: sent, First: first, End: end}, Head: top(s, from, end), Kind: doc.Named,
	}, sp)
}

// patronymic reports whether the middle one of three names is made of the father's:
// "Sergei Viktorovich Lavrov".
func patronymic(form string) bool {
	for _, end := range [...]string{"ovich", "evich", "ovna", "evna", "yich"} {
		if len(form) > len(end)+1 && strings.HasSuffix(form, end) {
			return true
		}
	}
	return false
}

// rankWord reports whether a word before a name is a rank or clerical title and no part
// of it, as "Sheikh" may be.
func (r *Resolver) rankWord(form string) bool {
	if form == "" || form[0] >= 'a' && form[0] <= 'z' {
		return false
	}
	if r.words.has(strings.TrimSuffix(form, "."), useCleric) {
		return true
	}
	return r.kinOf(strings.TrimSuffix(form, "."))&r.words.rank != 0 || strings.HasSuffix(form, ".") && len(form) > 2 && r.cat.Honorific(form)
}

// honorific reports whether a word only says how a person is addressed.
func honorific(form string) bool {
	switch form {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.":
		return true
	}
	return false
}

func isUpper(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// inName reports whether a name may end with a token.
func inName(t *doc.Token) bool {
	switch t.UPOS {
	case "CCONJ", "ADP", "PUNCT", "DET", "AUX":
		return t.Form != lower(t.Form) || t.Form == "." || t.Form == ")"
	}
	return true
}

// gapless reports whether only a quotation mark stands between.
func gapless(s *doc.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.Tokens[i].UPOS != "PUNCT" || s.Tokens[i].Form == "," {
			return false
		}
	}
	return true
}

// spotNominals adds what speaks of parties without naming them: nouns of office
// and of people, "the two", pronouns. Mentions from first on are this sentence's
// names.
func (r *Resolver) spotNominals(i, first int) {
	d := r.d
	s := &d.Sentences[i]
	covered := func(t int) bool {
		for k := first; k < len(d.Mentions); k++ {
			m, sp := &d.Mentions[k], &r.spots[k]
			if m.Kind == doc.Named && (m.First <= t && t < m.End || sp.title.First <= t && t < sp.title.End) {
				return true
			}
		}
		return false
	}
	for k := range s.Tokens {
		kind, ok := r.spotCollective(s, k)
		count := 0
		if !ok {
			kind, count = r.spotCounted(s, k)
		}
		if k > 0 && lower(s.Tokens[k].Form) == "other" && lower(s.Tokens[k-1].Form) == "the" && (s.Tokens[k].Deprel == "obj" || s.Tokens[k].Deprel == "obl") {
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: k - 1, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{other: true})
			continue
		}
		if r.otherSideNoun(s, k) && !covered(k) {
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: k - 2, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{opposed: true})
			continue
		}
		if talks, bare := r.spotTalks(s, k); bare && !covered(k) {
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: min(k, talks), End: max(k, talks) + 1}, Head: k, Kind: doc.Nominal}, spot{pair: parleyPair, isPair: true})
			continue
		}
		if (ok || count > 0) && !covered(k) {
			f := k
			for c := range s.Children(k) {
				if c < f && s.Tokens[c].UPOS != "ADP" {
					f = c
				}
			}
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: f, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{pair: kind, isPair: true, count: count})
		}
	}
	taken := func(t int) bool {
		for k := first; k < len(d.Mentions); k++ {
			if m := &d.Mentions[k]; m.Kind == doc.Nominal && m.First <= t && t < m.End {
				return true
			}
		}
		return false
	}
	for _, p := range r.posts.ScanTitles(r.forms) {
		if t := &s.Tokens[p.First]; t.UPOS == "PROPN" && t.Deprel == "conj" && p.First+1 < p.End { // "Cuban and [U.S. officials]"
			if title, ok := r.cat.TitleOf(lower(s.Tokens[p.End-1].Form)); ok && p.First+2 == p.End {
				p.First, p.Title = p.First+1, title
			}
		}
		h := top(s, p.First, p.End)
		if covered(h) || taken(h) || s.Tokens[h].UPOS == "VERB" || s.Tokens[h].UPOS == "ADJ" || r.colonial(s, h) || s.Tokens[h].Deprel == "xcomp" && s.Child(h, "cop", "det") < 0 { // "took them hostage"
			continue
		}
		if s.Tokens[h].Deprel == "compound" || s.Tokens[h].Deprel == "amod" {
			if r.ownsThing(s, h, &p) { // "police stations": the thing's party is the police
				r.add(doc.Mention{Range: doc.Range{Sent: i, First: p.First, End: p.End}, Head: h, Kind: doc.Nominal},
					spot{post: p.Title, title: doc.Range{Sent: i, First: p.First, End: p.End}})
			}
			continue
		}
		from := r.phraseStart(s, h, p.First)
		r.add(doc.Mention{Range: doc.Range{Sent: i, First: from, End: ofEnd(s, h, p.End)}, Head: h, Kind: doc.Nominal},
			spot{post: p.Title, title: doc.Range{Sent: i, First: p.First, End: p.End}})
	}
	r.spotPeople(i, first, covered, func(t int) bool { return covered(t) || taken(t) })
	for k := range s.Tokens {
		post := &headTitle
		if s.Tokens[k].UPOS == "NOUN" && s.Tokens[k].Lemma == "counterpart" || oppositeNumber(s, k) {
			post = &counterpartTitle
		}
		if (post == &counterpartTitle || headOf(s, k)) && !covered(k) && !taken(k) {
			from := k
			for c := range s.Children(k) {
				if d := s.Tokens[c].Deprel; d == "det" || d == "amod" || d == "nmod:poss" {
					f, _ := s.Subtree(c)
					from = min(from, f)
				}
			}
			at := doc.Range{Sent: i, First: k, End: k + 1}
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: from, End: k + 1}, Head: k, Kind: doc.Nominal}, spot{post: post, title: at})
		}
		if s.Tokens[k].UPOS != "PRON" {
			continue
		}
		if _, ok := pronounOf(strings.ToLower(s.Tokens[k].Form)); ok && s.Tokens[k].Deprel != "expl" {
			r.add(doc.Mention{Range: doc.Range{Sent: i, First: k, End: k + 1}, Head: k, Kind: doc.Pronoun}, spot{})
		}
	}
}

// phraseStart is where the phrase of a noun begins that is known from a token on: with
// the words that tell of it, less what the tree took in from before it ("That evening
// soldiers …", ", where enlisted men …").
func (r *Resolver) phraseStart(s *doc.Sentence, h, from int) int {
	start := from
	for c := range s.Children(h) {
		switch s.Tokens[c].Deprel {
		case "det", "amod", "compound", "nummod", "nmod:poss":
		default:
			continue
		}
		if f, _ := s.Subtree(c); c < from && s.Tokens[f].UPOS != "ADP" && !r.words.has(lower(s.Tokens[c].Form), useTime) {
			start = min(start, f)
		}
	}
	for k := from - 1; k >= start; k-- {
		t := &s.Tokens[k]
		switch {
		case t.Form == "," && k == start, t.UPOS == "SCONJ", t.XPOS == "WRB", t.XPOS == "WDT", t.XPOS == "WP", r.words.has(lower(t.Form), useTime) && k+1 == from && (t.Head != h || r.words.has(lower(s.Tokens[start].Form), useWhich)):
			return k + 1
		}
	}
	return start
}

// headTitle is the post of those who are only called the head of something.
var headTitle = catalogue.Title{Phrase: "head", Kind: "person", Authority: "head"}

// headOf reports whether a token is the "head" or "chief" of something named
// behind "of".
func headOf(s *doc.Sentence, i int) bool {
	if t := &s.Tokens[i]; t.UPOS != "NOUN" || t.Lemma != "head" && t.Lemma != "chief" {
		return false
	}
	return i+1 < len(s.Tokens) && s.Tokens[i+1].Form == "of"
}

// longestOf bounds the words of an "of" phrase that still name a party.
const longestOf = 8

// ofEnd is the end of a noun with the "of" phrase that follows at once
// ("warplanes of the Saudi-led coalition").
func ofEnd(s *doc.Sentence, h, end int) int {
	if end >= len(s.Tokens) || s.Tokens[end].Form != "of" {
		return end
	}
	for c := range s.Children(h) {
		first, last := s.Subtree(c)
		if first == end && last-first <= longestOf && doc.IsRel(s.Tokens[c].Deprel, "nmod") && !ofCharge(s, h, c) {
			for k := first; k+1 < last; k++ {
				if t := &s.Tokens[k+1]; s.Tokens[k].Form == "," && t.UPOS == "PROPN" && (t.Deprel == "appos" || t.Deprel == "nmod:desc") {
					return k // "the mayor of Goma, Jean Lund": the name is beside
				}
			}
			return last
		}
	}
	return end
}
