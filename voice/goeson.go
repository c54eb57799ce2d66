package voice

import "nuncio/doc"

// goesOn is the candidate whose speaker a participle of saying behind a comma goes
// on with: "the ministry said the accord was dead, adding that …" is the ministry,
// though the accord stands nearer. It is -1 where the clause that the participle
// hangs on tells itself, or nobody spoke before.
func (w *work) goesOn(si, v int) int {
	s := &w.d.Sentences[si]
	t := &s.Tokens[v]
	if t.XPOS != "VBG" || !doc.IsRel(t.Deprel, "advcl") && t.Deprel != "xcomp" && t.Deprel != "conj" || t.Head < 0 || t.Head > v {
		return -1
	}
	if s.Child(v, "nsubj", "aux", "mark", "case") >= 0 || !w.commaBefore(s, v) {
		return -1
	}
	if c := w.t.verbs[w.low(s.Tokens[t.Head].Lemma)]; c != nil && c.say {
		return -1 // its own subject is the speaker
	}
	at := doc.Ref{Sent: si, Tok: v}
	for i := len(w.cands) - 1; i >= 0 && w.cands[i].at.Sent == si; i-- {
		c := &w.cands[i]
		if c.dead || !c.speech || c.class != Say || c.source.IsZero() || c.at.Tok > v || len(c.content) == 0 {
			continue
		}
		if w.inQuote(c.at) != w.inQuote(at) {
			return -1
		}
		return i
	}
	return -1
}

// wasAsked reports the participle of one who was asked ("Asked whether …, the envoy
// said"): what follows is nobody's word, and the subject of the sentence is the one
// spoken to.
func (w *work) wasAsked(s *doc.Sentence, v int) bool {
	t := &s.Tokens[v]
	if t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head < 0 || !w.t.words["asking"][w.low(t.Lemma)] || s.Child(v, "aux", "nsubj", "nsubj:pass") >= 0 {
		return false
	}
	opens := v == 0 || v == 1 && s.Tokens[0].XPOS == "WRB" // whatever the tree makes of it
	return opens || t.XPOS == "VBN" && doc.IsRel(t.Deprel, "advcl")
}

// sameSpeaker lends a candidate the source of an earlier one, and takes its words
// out of what the earlier one said.
func (w *work) sameSpeaker(c *candidate, speaker int) {
	o := &w.cands[speaker]
	c.source, c.head = o.source, o.head
	if w.holds(o.content, c.at) {
		o.content = w.retrim(cutFrom(o.content, c.at.Sent, c.at.Tok))
	}
}
