package voice

import (
	"strings"

	"nuncio/doc"
)

// predicate is what an object is called: a complement without "to", a second object.
func predicate(s *doc.Sentence, v, obj, xcomp int) int {
	if xcomp >= 0 && s.Child(xcomp, "mark") < 0 {
		return xcomp
	}
	if i := s.Child(v, "iobj"); i >= 0 {
		return i
	}
	for c := range s.Children(v) {
		if c != obj && c > v && s.Tokens[c].Deprel == "obj" {
			return c
		}
	}
	return -1
}

// clauseAtMedium is the that-clause of "said in a statement that", where a tree
// hangs it on the statement.
func (w *work) clauseAtMedium(s *doc.Sentence, v int) int {
	for n := range s.Children(v) {
		if n < v || !doc.IsRel(s.Tokens[n].Deprel, "obl") || !w.t.words["message"][w.low(s.Tokens[n].Lemma)] && s.Tokens[n].UPOS != "PROPN" {
			continue
		}
		if hasPrep(s, n, "on") && w.t.nouns[w.low(s.Tokens[n].Lemma)] != nil {
			continue // "would not comment on a report that": the report's words
		}
		for c := range s.Children(n) {
			if m := s.Child(c, "mark"); m >= 0 && w.low(s.Tokens[m].Form) == "that" && (doc.IsRel(s.Tokens[c].Deprel, "acl") || s.Tokens[c].Deprel == "ccomp") {
				return c
			}
		}
	}
	return -1
}

// parenthetical reports whether v stands inside the clause that it reports:
// "The talks failed, Seoul said."
func (w *work) parenthetical(s *doc.Sentence, v int) bool {
	t := &s.Tokens[v]
	if t.Head < 0 {
		return false
	}
	if v+1 < len(s.Tokens) && mark(s.Tokens[v+1].Form) != 0 && !w.commaBefore(s, v) {
		return false // a sentence run into another: its content is the quotation behind it
	}
	if first, _ := s.Subtree(v); s.Tokens[first].Form == ";" || first > 0 && s.Tokens[first-1].Form == ";" {
		return false // a second sentence
	}
	switch {
	case doc.IsRel(t.Deprel, "parataxis"), t.Deprel == "dep", t.Deprel == "discourse":
	case t.Deprel == "ccomp" && v > t.Head && s.Child(v, "mark") < 0, t.Deprel == "conj" && v > t.Head && s.Child(v, "cc") < 0:
		// a parser's other ways to hang a comment behind a comma
		if !w.commaBefore(s, v) {
			return false
		}
	case t.Deprel == "advcl" && v > 0:
		if m := s.Child(v, "mark"); m < 0 || w.low(s.Tokens[m].Form) != "as" || t.XPOS == "VBG" && s.Child(v, "aux") >= 0 {
			return false // "as they were gathering" is a time
		}
	default:
		return false
	}
	return s.Child(v, "nsubj", "expl", "nsubj:pass") >= 0 && !w.twoSubjects(s, v) || t.Deprel == "advcl"
}

// twoSubjects reports a relative clause without pronoun that a tree took for a main
// one: "an allegation Baku denies".
func (w *work) twoSubjects(s *doc.Sentence, v int) bool {
	last := -1
	for c := range s.Children(v) {
		if doc.IsRel(s.Tokens[c].Deprel, "nsubj") && c < v && !w.floating(s, c) {
			if last >= 0 && w.t.nouns[w.low(s.Tokens[last].Lemma)] != nil && last == c-1 {
				return true
			}
			last = c
		}
	}
	return false
}

// commaBefore reports whether the subtree of v follows a comma or a closing mark.
func (w *work) commaBefore(s *doc.Sentence, v int) bool {
	first, _ := s.Subtree(v)
	for first > 0 && first < len(s.Tokens) && s.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if first == 0 {
		return false
	}
	f := s.Tokens[first-1].Form
	return f == "," || mark(f) != 0
}

func (w *work) isIng(s *doc.Sentence, i int) bool {
	return s.Tokens[i].XPOS == "VBG" && s.Child(i, "nsubj", "aux", "mark") < 0
}

func (w *work) objInfFrame(c *verbCue, s *doc.Sentence, v int) *frame {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind == fObjInf && f.prep != "" && oblWith(s, v, f.prep) >= 0 {
			return f
		}
	}
	return c.prepFrame(fObjInf, "")
}

// objInf is "X to do" behind urge, tell, call on.
func (w *work) objInf(si, v int, f *frame) ([]doc.Range, int) {
	s := &w.d.Sentences[si]
	if o := s.Child(v, "obj", "iobj"); o > v && f.prep == "" {
		// "asked [the woman to raise her voice]"
		if x := s.Child(o, "acl"); x >= 0 && s.Child(x, "mark") >= 0 && w.low(s.Tokens[s.Child(x, "mark")].Form) == "to" && w.isPerson(s, o) {
			return w.subtree(si, o), -1
		}
	}
	x := s.Child(v, "xcomp", "advcl", "ccomp")
	if x >= 0 && w.t.calledTo(s, v, x) {
		return nil, -1
	}
	if x < 0 || s.Child(x, "mark") < 0 || w.low(s.Tokens[s.Child(x, "mark")].Form) != "to" {
		return nil, -1
	}
	if f.prep != "" {
		o := oblWith(s, v, f.prep)
		k := s.Child(o, "case", "mark") // "called for X to go" hangs "for" on the verb
		return w.dropLeading(w.two(si, o, x), k), k
	}
	o := s.Child(v, "obj", "iobj")
	if o < 0 {
		if sub := s.Child(x, "nsubj"); sub < 0 {
			return w.subtree(si, x), -1
		}
		return w.subtree(si, x), -1
	}
	return w.two(si, o, x), -1
}

// calledTo reports whether the infinitive behind a call tells what the caller did by
// it ("telephoned him to complain"), not what the other was to do ("called him to testify").
func (t *tables) calledTo(s *doc.Sentence, v, x int) bool {
	if !t.words["calling"][lower(s.Tokens[v].Lemma)] {
		return false
	}
	c := t.verbs[lower(s.Tokens[x].Lemma)]
	return c != nil && (c.say || c.frame(fNoun) != nil || c.frame(fObjInf) != nil) && !t.words["summoned-to"][lower(s.Tokens[x].Lemma)]
}

// rallied reports whether the infinitive behind a show of will tells what is said by it:
// "marched to demand", "held a rally to denounce".
func (t *tables) rallied(s *doc.Sentence, v, x int) bool {
	c := t.verbs[lower(s.Tokens[x].Lemma)]
	if c == nil {
		return false
	}
	if f := c.frame(fNoun); !c.say && (f == nil || f.class != Judge && f.class != Say) {
		return false
	}
	if t.words["rallying"][lower(s.Tokens[v].Lemma)] {
		return true
	}
	for o := range s.Children(v) {
		if d := s.Tokens[o].Deprel; o < x && (d == "obj" || doc.IsRel(d, "obl")) && t.words["rally"][lower(s.Tokens[o].Lemma)] {
			return true
		}
	}
	return false
}

// objPrep finds the second half of "accused X of …".
func (w *work) objPrep(c *verbCue, s *doc.Sentence, v int) (*frame, int) {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind != fObjPrep {
			continue
		}
		if o := oblWith(s, v, f.prep); o >= 0 {
			return f, o
		}
	}
	return nil, -1
}

// objWithin is the same where the phrase hangs on the object: "accused [X of …]".
func (w *work) objWithin(c *verbCue, s *doc.Sentence, obj int) *frame {
	if obj < 0 {
		return nil
	}
	for i := range c.frames {
		if f := &c.frames[i]; f.kind == fObjPrep && f.prep != "for" && f.prep != "on" {
			if k := oblWith(s, obj, f.prep); k >= 0 && s.Tokens[k].UPOS == "VERB" {
				return f
			}
		}
	}
	return nil
}

// prepContent finds "of …" behind "warned".
func (w *work) prepContent(c *verbCue, s *doc.Sentence, v int) (f *frame, o, mark int) {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind != fPrep {
			continue
		}
		if o := oblWith(s, v, f.prep); o >= 0 {
			mark := s.Child(o, "case", "mark")
			return f, o, mark
		}
	}
	if n := s.Child(v, "obj"); n == v+1 && w.t.verbs[w.low(s.Tokens[v].Lemma)+"_"+w.low(s.Tokens[n].Form)] == c {
		return w.prepContent(c, s, n) // "took [issue with]"
	}
	return nil, -1, -1
}

// oblWith is the dependent of v (or of its object, where parsers hang it as
// often) that stands with the preposition.
func oblWith(s *doc.Sentence, v int, prep string) int {
	for c := range s.Children(v) {
		if c > v && hasPrep(s, c, prep) {
			switch d := s.Tokens[c].Deprel; {
			case doc.IsRel(d, "obl"), doc.IsRel(d, "advcl"), d == "nmod", d == "xcomp", d == "ccomp", d == "acl":
				return c
			}
		}
	}
	return -1
}

func hasPrep(s *doc.Sentence, c int, prep string) bool {
	for k := range s.Children(c) {
		if d := s.Tokens[k].Deprel; d != "case" && d != "mark" {
			continue
		}
		form := lower(s.Tokens[k].Form)
		if form == prep {
			return true
		}
		if strings.HasPrefix(prep, form) && len(prep) > len(form) && prep[len(form)] == ' ' {
			return true
		}
	}
	return false
}

// dropLeading takes the preposition, which is the cue's, off the content.
func (w *work) dropLeading(r []doc.Range, tok int) []doc.Range {
	for i := range r {
		if r[i].First == tok {
			r[i].First++
			if r[i].IsZero() {
				return append(r[:i], r[i+1:]...)
			}
		}
	}
	return r
}

// wordsAsObject reports whether "said X" gives words: a quotation or a word for words.
func (w *work) wordsAsObject(si, obj int) bool {
	return w.inQuote(doc.Ref{Sent: si, Tok: obj}) >= 0 || w.t.words["words"][w.low(w.d.Sentences[si].Tokens[obj].Lemma)]
}

// fits reports whether an object is of the set that a frame asks for, or not of "!SET".
func (w *work) fits(si int, f *frame, obj int) bool {
	switch f.set {
	case "":
		return true
	case "words":
		return w.wordsAsObject(si, obj)
	}
	lemma := w.low(w.d.Sentences[si].Tokens[obj].Lemma)
	if set, ok := strings.CutPrefix(f.set, "!"); ok {
		return !w.t.words[set][lemma]
	}
	return w.t.words[f.set][lemma]
}

// isPerson is a guess for objects of verbs of telling: names and personal nouns
// are spoken to, not said.
func (w *work) isPerson(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.UPOS == "PROPN" || t.UPOS == "PRON" || w.t.words["person"][w.low(t.Lemma)]
}
