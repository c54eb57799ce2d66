package voice

import (
	"strings"

	"nuncio/doc"
)

// source finds whose word a verb's content is: its subject, the agent of its
// passive, or the subject that grammar lends it.
func (w *work) source(c *candidate) {
	s := &w.d.Sentences[c.at.Sent]
	v := c.at.Tok
	c.head = w.sourceHead(s, v)
	if c.head < 0 {
		return
	}
	if w.holds(c.content, doc.Ref{Sent: c.at.Sent, Tok: c.head}) && c.reason != "parenthetical" {
		c.head = -1
		return
	}
	if q := w.inQuote(doc.Ref{Sent: c.at.Sent, Tok: c.head}); q >= 0 && q != w.inQuote(c.at) && w.quotes[q].full {
		c.head = -1 // the subject of what was said, not of who said it
		return
	}
	c.source = w.nounPhrase(c.at.Sent, c.head, v)
	if w.withSubject(s, v) == c.head {
		c.source = doc.Range{Sent: c.at.Sent, First: min(c.source.First, c.head), End: v}
		for i := c.head; i > 0 && i > v-16; i-- {
			if w.low(s.Tokens[i-1].Form) == "with" {
				c.source.First = i
				break
			}
		}
	}
}

func (w *work) holds(content []doc.Range, at doc.Ref) bool {
	for _, r := range content {
		if r.Has(at) {
			return true
		}
	}
	return false
}

func (w *work) sourceHead(s *doc.Sentence, v int) int {
	if h := w.withSubject(s, v); h >= 0 {
		return h
	}
	pass := passive(s, v)
	if pass {
		if a := s.Child(v, "obl:agent"); a >= 0 {
			return a
		}
		if a := oblWith(s, v, "by"); a >= 0 && s.Tokens[a].UPOS != "VERB" {
			return a
		}
		return -1
	}
	if sub := w.subject(s, v); sub >= 0 {
		return sub
	}
	if w.looseTag(s, v) {
		return -1 // the words beside it decide
	}
	if p := s.Predicate(v); p != nil {
		for _, a := range p.Args {
			if a.Role == doc.Subj && a.Tok != v && a.Tok >= 0 && a.Tok < len(s.Tokens) && nominal(&s.Tokens[a.Tok]) {
				return a.Tok
			}
		}
	}
	// "Ri's decision to say": up to the verb above.
	t := &s.Tokens[v]
	if t.Head >= 0 && (t.Deprel == "advcl" || t.Deprel == "xcomp" || t.Deprel == "conj") {
		if sub := s.Child(t.Head, "nsubj"); sub >= 0 {
			return sub
		}
	}
	return -1
}

// looseTag reports a verb that a tree took for a second one of the clause before,
// though nouns behind a comma stand right before it: "…, AFP and Reuters both reported".
func (w *work) looseTag(s *doc.Sentence, v int) bool {
	if s.Tokens[v].Deprel != "conj" || !finite(&s.Tokens[v]) || s.Child(v, "cc") >= 0 {
		return false
	}
	left := v - 1
	for left > 0 && (w.floating(s, left) || s.Tokens[left].UPOS == "ADV") {
		left--
	}
	return left > 0 && nominal(&s.Tokens[left]) && w.stretch(s, left) >= 0
}

// subject is a verb's subject; where a tree gives a thrown-in verb two, its own is
// the nearer.
func (w *work) subject(s *doc.Sentence, v int) int {
	best := -1
	for c := range s.Children(v) {
		if doc.IsRel(s.Tokens[c].Deprel, "nsubj") && (best < 0 || abs(c-v) < abs(best-v)) && !(best >= 0 && w.floating(s, c)) {
			best = c
		}
	}
	return best
}

// withSubject is the subject of "with Xinhua reporting that", whatever the tree
// made of it: the noun between "with" and the participle.
func (w *work) withSubject(s *doc.Sentence, v int) int {
	if s.Tokens[v].XPOS != "VBG" || s.Child(v, "nsubj") >= 0 {
		return -1
	}
	head := -1
	paren := 0
	for i := v - 1; i >= 0 && i > v-16; i-- {
		t := &s.Tokens[i]
		paren -= bracket(t.Form)
		switch {
		case paren > 0 || bracket(t.Form) != 0:
		case w.low(t.Form) == "with":
			return head
		case t.Form == ",", t.UPOS == "ADP", finite(t), t.UPOS == "CCONJ":
			return -1
		case (t.UPOS == "NOUN" || t.UPOS == "PROPN") && (head < 0 || t.Head < i || t.Head > v):
			head = i
		}
	}
	return -1
}

// floating reports a quantifier that stands apart from its subject ("both said").
func (w *work) floating(s *doc.Sentence, i int) bool {
	switch w.low(s.Tokens[i].Form) {
	case "both", "all", "each", "either", "neither":
		return true
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func nominal(t *doc.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM":
		return true
	}
	return false
}

// nounPhrase is the source as written: its head with modifiers and appositions,
// without the clause of the cue, without what is said aside about it.
func (w *work) nounPhrase(si, head, cue int) doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, head, cue)
	for c := range s.Children(head) {
		switch d := s.Tokens[c].Deprel; {
		case doc.IsRel(d, "acl:relcl"), doc.IsRel(d, "parataxis"), d == "dep":
			if c > head && (w.commaBefore(s, c) || s.Dominates(c, cue)) {
				w.unfill(s, c)
			}
		case d == "case" || d == "mark" || d == "cc" || d == "advmod" && c < head && w.low(s.Tokens[c].Form) == "even":
			w.unfill(s, c)
		case (doc.IsRel(d, "nmod") || doc.IsRel(d, "obl")) && c > head && w.t.words["time"][w.low(s.Tokens[c].Lemma)]:
			w.unfill(s, c)
		case d == "discourse" || d == "punct" && c < head:
			w.mask[c] = false
		case doc.IsRel(d, "acl") && (s.Dominates(c, cue) || c > head && s.Tokens[c].XPOS == "VBG" && w.commaBefore(s, c)):
			w.unfill(s, c)
		}
	}
	w.bridge(s)
	r := doc.Range{Sent: si, First: head, End: head + 1}
	for r.First > 0 && w.mask[r.First-1] {
		r.First--
	}
	for r.End < len(w.mask) && w.mask[r.End] {
		r.End++
	}
	for r.First < head && s.Tokens[r.First].UPOS == "PUNCT" {
		r.First++
	}
	for r.End > head+1 && mark(s.Tokens[r.End-1].Form) != 0 && !w.closes(r) {
		r.End--
	}
	comma := false
	for r.End > head+1 && s.Tokens[r.End-1].UPOS == "PUNCT" && bracket(s.Tokens[r.End-1].Form) == 0 && mark(s.Tokens[r.End-1].Form) == 0 {
		r.End--
	}
	for i := head + 1; i < r.End; i++ {
		comma = comma || s.Tokens[i].Form == ","
	}
	// The comma that closes an apposition belongs to the phrase.
	if comma && r.End < len(s.Tokens) && s.Tokens[r.End].Form == "," && r.End <= cue && !w.listed(s, head) {
		r.End++
	}
	return r
}

// closes reports whether the mark at the end of a phrase belongs to one inside it.
func (w *work) closes(r doc.Range) bool {
	q := w.inQuote(doc.Ref{Sent: r.Sent, Tok: r.End - 1})
	return q >= 0 && w.quotes[q].last == (doc.Ref{Sent: r.Sent, Tok: r.End - 1}) && w.quotes[q].first.Sent == r.Sent && w.quotes[q].first.Tok >= r.First
}

// listed reports whether the commas of a phrase are those of a list.
func (w *work) listed(s *doc.Sentence, head int) bool {
	return s.Child(head, "conj") >= 0 && s.Child(head, "appos") < 0
}

// verbGroup is the cue as written: auxiliaries, negation and adverbs beside the
// verb, its particle, and the preposition that leads to the content.
func (w *work) verbGroup(si, v, prep int, source doc.Range) doc.Range {
	s := &w.d.Sentences[si]
	r := doc.Range{Sent: si, First: v, End: v + 1}
	for i := v - 1; i >= 0 && !source.Has(doc.Ref{Sent: si, Tok: i}); i-- {
		t := &s.Tokens[i]
		if !(t.Head == v || t.Head >= 0 && t.Head > i && t.Head < v && s.Tokens[t.Head].Head == v) {
			break
		}
		if d := t.Deprel; t.XPOS == "WRB" || w.low(t.Form) == "there" || w.low(t.Form) == "here" || !doc.IsRel(d, "aux") && d != "advmod" && d != "cop" && t.UPOS != "PART" {
			break
		}
		if w.t.words["connective"][w.low(t.Form)] && (i == 0 || s.Tokens[i-1].UPOS == "PUNCT") {
			break
		}
		r.First = i
	}
	r.First = w.phaseVerb(s, v, r.First)
	if prep > v && prep <= v+4 && w.plainBetween(s, v+1, prep) && !(source.Sent == si && source.First > v && source.First < prep) {
		r.End = prep + 1
		return r
	}
	for i := v + 1; i < len(s.Tokens) && !source.Has(doc.Ref{Sent: si, Tok: i}); i++ {
		t := &s.Tokens[i]
		switch {
		case i == prep:
		case t.Head == v && (t.Deprel == "compound:prt" || t.Deprel == "advmod" && t.UPOS == "ADV" && w.mannerOf(s, i)):
		case t.Head == v && t.UPOS == "PART":
		case i == v+1 && w.t.verbs[w.low(s.Tokens[v].Lemma)+"_"+w.low(t.Form)] != nil:
		case w.colon(si, i):
			r.End = i + 1
			return r
		default:
			if end := w.inStatement(si, v, i); end > 0 {
				r.End = end
				i = end - 1
				continue
			}
			return r
		}
		r.End = i + 1
	}
	return r
}

// plainBetween reports whether no name and no punctuation stands from i to k.
func (w *work) plainBetween(s *doc.Sentence, i, k int) bool {
	for ; i < k; i++ {
		switch s.Tokens[i].UPOS {
		case "PUNCT", "PROPN", "PRON", "VERB", "NUM", "CCONJ":
			return false
		}
	}
	return true
}

// phaseVerb is the start of "continues to say", "went on to tell", "was quick to add": the
// word that only says how the speaking goes on stands in the cue, with its auxiliaries.
func (w *work) phaseVerb(s *doc.Sentence, v, first int) int {
	h := s.Tokens[v].Head
	if d := s.Tokens[v].Deprel; d != "xcomp" && !doc.IsRel(d, "advcl") || h < 0 || h >= v || !w.t.words["phase"][w.low(s.Tokens[h].Lemma)] {
		return first
	}
	for i := h + 1; i < first; i++ {
		if u := s.Tokens[i].UPOS; u != "PART" && u != "ADV" && u != "AUX" && s.Tokens[i].Deprel != "compound:prt" {
			return first
		}
	}
	if first == v && s.Tokens[v].Deprel != "xcomp" {
		return first // "went, saying"
	}
	for h > 0 && s.Tokens[h-1].Head == h && (doc.IsRel(s.Tokens[h-1].Deprel, "aux") || s.Tokens[h-1].Deprel == "cop" || s.Tokens[h-1].UPOS == "PART" || s.Tokens[h-1].UPOS == "ADV") {
		h--
	}
	return h
}

// mannerOf reports an adverb that says in which way or when it was said and ends what
// is told of it: "said flatly.", "wrote recently that".
func (w *work) mannerOf(s *doc.Sentence, i int) bool {
	f := w.low(s.Tokens[i].Form)
	if w.t.words["manner"][f] {
		return true
	}
	return strings.HasSuffix(f, "ly") && i+1 < len(s.Tokens) && (s.Tokens[i+1].UPOS == "PUNCT" || w.low(s.Tokens[i+1].Form) == "that")
}

// colon reports a colon that opens quoted words.
func (w *work) colon(si, i int) bool {
	s := &w.d.Sentences[si]
	return s.Tokens[i].Form == ":"
}

// inStatement is the end of "in a statement" at token i, 0 when it is not there.
func (w *work) inStatement(si, v, i int) int {
	s := &w.d.Sentences[si]
	for c := range s.Children(v) {
		t := &s.Tokens[c]
		if c < i || !doc.IsRel(t.Deprel, "obl") || !w.t.words["medium"][w.low(t.Lemma)] {
			continue
		}
		first, end := s.Subtree(c)
		if first == i && end-first <= 4 && (w.low(s.Tokens[first].Form) == "in" || w.low(s.Tokens[first].Form) == "on") {
			return end
		}
	}
	return 0
}
