package when

import (
	"strings"

	"nuncio/doc"
)

// Tense is when a clause lies, seen from the report.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota // nothing tells
	Past
	Present
	Future
)

// String is the tense in lower case.
func (t Tense) String() string {
	return [...]string{"none", "past", "present", "future"}[t&3]
}

// tenseOf is the tense of the verb that governs a range of tokens; loose says
// that a noun stands between them, whose day need not be the verb's ("will appeal
// against Wednesday's ruling").
func (u uses) tenseOf(s *doc.Sentence, r doc.Range) (t Tense, loose bool) {
	if !hasTree(s) {
		return u.tenseByWords(s, r), false
	}
	if u.dueBefore(s, r.First) {
		return Future, false
	}
	head := -1
	for i := r.First; i < r.End; i++ {
		if h := s.Tokens[i].Head; h < r.First || h >= r.End {
			head = i
			break
		}
	}
	ahead := false // the noun between is an occasion that the verb is about
	for n := 0; head >= 0 && n <= len(s.Tokens); n++ {
		if isClauseHead(s, head) && !(head >= r.First && head < r.End) {
			if h := &s.Tokens[head]; h.XPOS == "VBD" && u.planned(h) && r.First > head && !(h.Lemma == "set" && (r.First == 0 || lower(&s.Tokens[r.First-1]) != "for")) { // "set foot in Lima on Monday"
				return Future, loose // "planned a rally on Saturday"
			}
			if u.proposes(&s.Tokens[head]) && r.First > head && r.First > 0 && lower(&s.Tokens[r.First-1]) == "in" {
				return NoTense, loose // "proposed a meeting in October": the nearest one
			}
			if h := &s.Tokens[head]; h.XPOS == "VBD" && h.Lemma == "call" && head+2 < r.First && lower(&s.Tokens[head+1]) == "for" {
				return Future, true // "called for a strike on Friday": the nearest one
			}
			if up := clauseAbove(s, head); up >= 0 && s.Tokens[head].Deprel == "xcomp" && u.spokenIn(s, r) {
				head = up // "threatened to resign in a speech on Tuesday": the day of the speech
			}
			t = u.verbTense(s, head)
			if t == Future && loose && pastNearby(s, r.First) {
				t = Past
			}
			return t, loose && !(t == Future && ahead) || t == Future && (u.lapsed(s, head) || u.wished(s, head))
		}
		loose = n > 0
		ahead = n > 0 && u.occasion(s, head)
		head = s.Tokens[head].Head
	}
	return NoTense, loose
}

// dueBefore reports whether "is due", "are scheduled" stands shortly before token i with no
// other verb between: nearer than the verb of the tree ("blamed Iran and is due in Oslo on Monday").
func (u uses) dueBefore(s *doc.Sentence, i int) bool {
	for k := i - 1; k > 0 && k >= i-dueReach; k-- {
		t := &s.Tokens[k]
		if u.planned(t) && (t.UPOS == "ADJ" || t.XPOS == "VBN") {
			f := lower(&s.Tokens[k-1])
			return f == "is" || f == "are"
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT" || t.UPOS == "SCONJ" {
			return false
		}
	}
	return false
}

// dueReach is how many words may stand between what is due and its day.
const dueReach = 6

// occasion reports whether a noun is a meeting or the like of which its verb tells: "the summit on
// Friday will bring together", "will attend a meeting on Friday"; not "will report on Friday's summit".
func (u uses) occasion(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.UPOS == "NOUN" && (doc.IsRel(t.Deprel, "nsubj") || t.Deprel == "obj") && u.has(t.Lemma, occasion)
}

// wished reports whether an infinitive hangs from a verb or noun in the past whose own
// time a day behind it may as well be: "applied to join the bloc on Thursday".
func (u uses) wished(s *doc.Sentence, i int) bool {
	m := s.Child(i, "mark")
	if m < 0 || lower(&s.Tokens[m]) != "to" || s.Tokens[i].XPOS != "VB" {
		return false
	}
	up := clauseAbove(s, i)
	return up >= 0 && u.verbTense(s, up) == Past
}

// wasTo reports whether a verb stands in "was to have left", by the words.
func wasTo(s *doc.Sentence, i int) bool {
	if i < 3 || lower(&s.Tokens[i-1]) != "have" || lower(&s.Tokens[i-2]) != "to" {
		return false
	}
	f := lower(&s.Tokens[i-3])
	return f == "was" || f == "were"
}

// lapsed reports whether a plan is told from behind: "had been due to meet on
// Monday", "was to have left on Friday". The day it was set for may be over.
func (u uses) lapsed(s *doc.Sentence, i int) bool {
	if wasTo(s, i) {
		return true
	}
	for n := 0; i >= 0 && n < 4; n++ {
		past, plan := false, u.planned(&s.Tokens[i])
		for c := range s.Children(i) {
			switch k := &s.Tokens[c]; {
			case !doc.IsRel(k.Deprel, "aux") && k.Deprel != "cop":
			case lower(k) == "had", lower(k) == "was", lower(k) == "were":
				past = true
			}
		}
		if plan && past || s.Tokens[i].XPOS == "VBD" && (s.Tokens[i].Lemma == "be" || plan) {
			return true
		}
		if m := s.Child(i, "mark"); m < 0 || lower(&s.Tokens[m]) != "to" {
			return false
		}
		i = clauseAbove(s, i)
	}
	return false
}

// pastNearby reports whether a past verb stands a few words before token i: nearer
// than the verb of the tree, whose noun the expression was hung on.
func pastNearby(s *doc.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch s.Tokens[k].XPOS {
		case "VBD":
			return true
		case "VB", "MD", "VBZ", "VBP":
			return false
		}
	}
	return false
}

func hasTree(s *doc.Sentence) bool {
	return len(s.Tokens) > 0 && s.Tokens[0].UPOS != "" && s.Tokens[0].Deprel != ""
}

// isClauseHead reports whether a token heads a clause: a verb, or a noun or
// adjective with a copula.
func isClauseHead(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.UPOS == "VERB" || t.UPOS == "AUX" && t.Deprel != "aux" && t.Deprel != "aux:pass" && t.Deprel != "cop" || s.Child(i, "cop") >= 0
}

// verbTense is the tense of the clause that token i heads, from its form and
// auxiliaries; a participle or infinitive without its own takes it from the
// clause above ("agreed to meet" is future seen from there, "began to meet" past).
func (u uses) verbTense(s *doc.Sentence, i int) Tense {
	for n := 0; i >= 0 && n < 20; n++ {
		if t, done := u.ownTense(s, i); done {
			return t
		}
		i = clauseAbove(s, i)
	}
	return NoTense
}

func clauseAbove(s *doc.Sentence, i int) int {
	for n := 0; n <= len(s.Tokens); n++ {
		i = s.Tokens[i].Head
		if i < 0 || isClauseHead(s, i) {
			return i
		}
	}
	return -1
}

func (u uses) ownTense(s *doc.Sentence, i int) (Tense, bool) {
	t := &s.Tokens[i]
	var aux Tense
	to := false
	if u.planned(t) && t.XPOS != "VBD" && !(t.Lemma == "set" && (hasHave(s, i, "VBD", "VBZ") || hasHave(s, i, "VBP", "VB"))) {
		return Future, true
	}
	for c := range s.Children(i) {
		k := &s.Tokens[c]
		switch {
		case doc.IsRel(k.Deprel, "aux") || k.Deprel == "cop":
			switch lower(k) {
			case "will", "shall", "'ll", "’ll", "wo":
				return Future, true
			case "would", "may", "might", "must", "should", "could", "'d":
				if t.XPOS == "VBN" && hasHave(s, i, "VB", "VBP") {
					return Past, true // "might have met"
				}
				return Future, true
			case "can", "ca":
				aux = Present
			case "was", "were", "had", "did":
				aux = Past
			case "has", "have", "'ve", "’ve":
				if wasTo(s, i) {
					return Future, true
				}
				if t.UPOS == "VERB" && k.Deprel == "aux" {
					return Past, true
				}
				aux = max(aux, Present)
			case "been", "having":
				return Past, true
			default:
				if aux == NoTense {
					aux = Present
				}
			}
		case k.Deprel == "mark" && lower(k) == "to":
			to = true
		}
	}
	if to {
		if h := clauseAbove(s, i); h >= 0 && u.begun(&s.Tokens[h]) {
			return NoTense, false
		}
		return Future, true
	}
	if aux != NoTense {
		if aux == Present && t.XPOS == "VBG" {
			return Future, true
		}
		return aux, true
	}
	switch t.XPOS {
	case "VBD":
		return Past, true
	case "VBN":
		return Past, true
	case "VBP":
		if u.unchanging(t) {
			return Past, true
		}
		if t.Deprel == "xcomp" && s.Child(i, "aux") < 0 { // "let the hostages leave": a bare infinitive misread
			return NoTense, false
		}
		return Present, true
	case "VBZ":
		return Present, true
	case "VBG", "VB": // whatever the features say
		return NoTense, false
	}
	switch {
	case t.Feat("Tense", "Past"):
		return Past, true
	case t.Feat("Tense", "Pres") && !t.Feat("VerbForm", "Part"):
		return Present, true
	}
	return NoTense, false
}

// progressive reports whether a verb tells what is going on: "is visiting".
func progressive(s *doc.Sentence, i int) bool {
	if s.Tokens[i].XPOS != "VBG" {
		return false
	}
	on := false
	for c := range s.Children(i) {
		if t := &s.Tokens[c]; doc.IsRel(t.Deprel, "aux") {
			switch lower(t) {
			case "is", "are", "'s", "’s", "'re", "’re", "am":
				on = true
			default:
				return false
			}
		}
	}
	return on
}

// unchanging reports whether a verb has one form for present and past, which taggers
// read as the present: "rebels let the hostages go on Friday". News tells the past.
func (u uses) unchanging(t *doc.Token) bool {
	return u.has(t.Lemma, unchanging) && lower(t) == t.Lemma
}

func lower(t *doc.Token) string { return strings.ToLower(t.Form) }

// planned verbs look ahead whatever their form: "is scheduled for Monday".
func (u uses) planned(t *doc.Token) bool {
	return u.has(lower(t), plan)
}

// proposes reports whether a verb puts what its object names into the future.
func (u uses) proposes(t *doc.Token) bool {
	return t.UPOS == "VERB" && u.has(t.Lemma, propose)
}

// spokenIn reports whether a time hangs from a noun of speaking: "in a speech on
// Tuesday" tells when it was said, not when what was said is to be.
func (u uses) spokenIn(s *doc.Sentence, r doc.Range) bool {
	for i := r.First - 1; i >= 0 && i >= r.First-2; i-- { // "speech Tuesday", "speech on Tuesday"
		if u.has(s.Tokens[i].Lemma, medium) {
			return true
		}
	}
	return false
}

// begun verbs say that what follows them happened: "began to withdraw on Sunday".
func (u uses) begun(t *doc.Token) bool {
	l := t.Lemma
	if l == "" {
		l = strings.ToLower(t.Form)
	}
	return u.has(l, begin)
}

// tenseByWords reads the tense from the nearest words that show it.
func (u uses) tenseByWords(s *doc.Sentence, r doc.Range) Tense {
	const reach = 12
	best, found := reach+1, NoTense
	for i := max(0, r.First-reach); i < min(len(s.Tokens), r.End+reach); i++ {
		if i >= r.First && i < r.End {
			continue
		}
		t := u.wordTense(s, i)
		if t == NoTense {
			continue
		}
		d := r.First - i
		if i >= r.End {
			d = i - r.End + 2 // what stands before tells more
		}
		if d < best {
			best, found = d, t
		}
	}
	return found
}

func (u uses) wordTense(s *doc.Sentence, i int) Tense {
	t := &s.Tokens[i]
	switch w := lower(t); {
	case u.has(w, futureForm):
		return Future
	case w == "to":
		if i+1 < len(s.Tokens) && u.has(lower(&s.Tokens[i+1]), toFuture) {
			return Future
		}
	case u.has(w, pastForm):
		return Past
	case w == "is", w == "are", w == "has", w == "have", w == "says":
		return NoTense
	default:
		if len(w) > 4 && strings.HasSuffix(w, "ed") && w != "united" && w != "need" && w != "indeed" {
			return Past
		}
	}
	return NoTense
}

// isLimit reports whether the range from first on is where a stretch ends
// ("until Friday", "by May"), which the tense of the verb says nothing about.
func isLimit(s *doc.Sentence, first int) bool {
	if first == 0 {
		return false
	}
	switch strings.ToLower(s.Tokens[first-1].Form) {
	case "until", "till", "by", "through":
		return true
	}
	return false
}
