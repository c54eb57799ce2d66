package clause

import (
	"strings"

	"nuncio/doc"
)

// resumed puts the main verb behind a relative clause back on top, which the tree hung
// from the clause and left the sentence a noun: "Berg, whose army is fighting there,
// [called] for talks".
func resumed(s *doc.Sentence) bool {
	r := s.Root()
	if s.Part == doc.Title || r < 0 || !isNoun(s, r) || s.Child(r, "cop", "nsubj", "aux") >= 0 || hasFinite(s) {
		return false
	}
	rel := -1
	for c := range s.Children(r) {
		if s.Tokens[c].Deprel == "acl:relcl" && c > r {
			rel = c
			break
		}
	}
	if rel < 0 {
		return false
	}
	for v := rel + 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && (t.XPOS != "VBN" || !acts(s, v)) || s.Tokens[v-1].Form != "," || t.Head != rel ||
			s.Child(v, "nsubj", "csubj", "mark", "cc", "expl", "aux:pass") >= 0 {
			continue
		}
		t.Head, t.Deprel = -1, "root"
		for c := range s.Tokens {
			if c > v && (s.Tokens[c].Head == rel || s.Tokens[c].Head == r) {
				s.Tokens[c].Head = v
			}
		}
		s.Tokens[r].Head, s.Tokens[r].Deprel = v, "nsubj"
		past(s, v)
		return true
	}
	return false
}

// sameSpeaker hangs from the verb of saying a verb that the tree joined to what is said,
// though its tense is that of the telling ("said that the men had entered, and
// [accused] them"), or though it is done to the very one who would do it ("told her that she
// was not welcome and [gave] her two days").
func (w *Words) sameSpeaker(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		h := t.Head
		if t.Deprel != "conj" || h < 0 || t.XPOS != "VBD" || s.Tokens[h].Deprel != "ccomp" || h > v || s.Child(v, "nsubj", "csubj", "aux", "aux:pass", "expl", "mark") >= 0 {
			continue
		}
		u := s.Tokens[h].Head
		cc := s.Child(v, "cc")
		if u < 0 || u > h || s.Tokens[u].XPOS != "VBD" || s.Child(u, "nsubj") < 0 || cc < 1 {
			continue
		}
		comma := s.Tokens[cc-1].Form == ","
		earlier := false
		for c := range s.Children(h) {
			if a := &s.Tokens[c]; a.Deprel == "aux" && (a.Form == "had" || a.XPOS == "MD") {
				earlier = true
			}
		}
		thing := s.Child(h, "cop") >= 0 && isNoun(s, h) && !w.has(s.Tokens[h].Lemma, title) || s.Tokens[h].Lemma == "have" // "insisted it was a drill and denied": a drill denies nothing
		if w.has(t.Lemma, speech) && (comma || earlier || thing) || comma && earlier || ownObject(s, h, v) {
			t.Head = u
			moved = true
		}
	}
	return moved
}

// speechBehind hangs from the verb of saying the participle of another act of speech that the
// tree hung from what is said, where that tells of somebody to whom things are done, or of what
// a thing is: "said nine men had been killed, [accusing] Chad".
func (w *Words) speechBehind(s *doc.Sentence) bool {
	moved := false
	for v := 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		h := t.Head
		if t.XPOS != "VBG" || !doc.IsRel(t.Deprel, "advcl") || h < 0 || h > v || s.Tokens[v-1].Form != "," || !w.has(t.Lemma, speech) || s.Child(v, "mark", "nsubj") >= 0 || s.Tokens[h].Deprel != "ccomp" {
			continue
		}
		if u := s.Tokens[h].Head; u >= 0 && u < h && s.Child(u, "nsubj") >= 0 && (s.Child(h, "nsubj:pass") >= 0 || s.Child(h, "cop") >= 0 && isNoun(s, h) && !w.has(s.Tokens[h].Lemma, title)) {
			t.Head = u
			moved = true
		}
	}
	return moved
}

// ownObject reports whether the object of verb v is the pronoun that is the subject of clause h:
// nobody does that to himself by such a pronoun.
func ownObject(s *doc.Sentence, h, v int) bool {
	subj, obj := s.Child(h, "nsubj", "nsubj:pass"), s.Child(v, "iobj", "obj")
	if subj < 0 || obj < v || s.Tokens[subj].UPOS != "PRON" || s.Tokens[obj].UPOS != "PRON" {
		return false
	}
	switch s.Tokens[subj].Lemma + " " + strings.ToLower(s.Tokens[obj].Form) {
	case "he him", "she her", "they them":
		return true
	}
	return false
}

// hostages gives a verb the people whom it says are taken, whom the tree made a part of
// the word for what they become: "took [nine nuns] hostage".
func (w *Words) hostages(s *doc.Sentence) bool {
	moved := false
	for h := 2; h < len(s.Tokens); h++ {
		t := &s.Tokens[h]
		if t.XPOS != "NN" || t.Head < 0 || !w.has(t.Lemma, captive) {
			continue
		}
		c := h - 1
		if !isNoun(s, c) || s.Tokens[c].Head != h || s.Tokens[c].Deprel != "compound" {
			continue
		}
		v := t.Head
		for n := 0; v >= 0 && s.Tokens[v].UPOS != "VERB" && n < len(s.Tokens); n++ {
			v = s.Tokens[v].Head
		}
		if v < 0 || v > c || !w.has(s.Tokens[v].Lemma, capture) {
			continue
		}
		s.Tokens[c].Head, s.Tokens[c].Deprel = t.Head, t.Deprel
		for k := range s.Tokens {
			if k < c && s.Tokens[k].Head == h {
				s.Tokens[k].Head = c
			}
		}
		t.Head, t.Deprel = v, "xcomp"
		moved = true
	}
	return moved
}
