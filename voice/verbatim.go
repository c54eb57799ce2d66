package voice

import (
	"nuncio"
	"nuncio/doc"
)

// verbatim gives a cue that ends its paragraph in a colon the paragraphs behind it,
// where they stand without quotation marks, as letters and statements are printed in
// full: "The message said:", and below it "We express our sympathy …". The next
// paragraph is the speaker's whatever it says; the ones behind it are as far as
// somebody speaks in the first person there, until the report speaks of him again.
func (w *work) verbatim() {
	for si := 0; si+1 < len(w.d.Sentences); si++ {
		if !w.endsInColon(si) || w.d.Sentences[si].Part != doc.Body {
			continue
		}
		i := w.opensWords(si)
		if i < 0 {
			continue
		}
		end := w.wordsEnd(si + 1)
		for k := si + 1; k < end; k++ {
			if r := w.trim(doc.Range{Sent: k, First: 0, End: len(w.d.Sentences[k].Tokens)}); !r.IsZero() {
				w.cands[i].content = append(w.cands[i].content, r)
			}
		}
		w.cands[i].verbatim = end > si+1
	}
}

// opensWords is the candidate of a sentence whose words begin behind its last colon:
// the last cue of speech that has none yet; -1 for none.
func (w *work) opensWords(si int) int {
	for i := len(w.cands) - 1; i >= 0; i-- {
		c := &w.cands[i]
		if c.at.Sent != si || c.dead || c.source.IsZero() || !c.speech || w.inQuote(c.at) >= 0 {
			continue
		}
		if len(c.content) > 0 || c.quotes > 0 || c.class != Say {
			return -1
		}
		return i
	}
	return -1
}

// wordsEnd is the sentence before which words end that begin with a sentence.
func (w *work) wordsEnd(from int) int {
	if len(w.d.Sentences[from].Tokens) == 0 || mark(w.d.Sentences[from].Tokens[0].Form) != 0 {
		return from
	}
	end := from
	for si := from; si < len(w.d.Sentences) && w.d.Sentences[si].Part == doc.Body && !w.toldOf(si); si++ {
		if w.para[si] == w.para[from] || w.ownVoice(si) {
			end = si + 1
		}
	}
	return end
}

// toldOf reports whether the report itself speaks in a sentence: of one who says
// something, and is not "I" or "we".
func (w *work) toldOf(si int) bool {
	for i := range w.cands {
		c := &w.cands[i]
		if c.at.Sent != si || c.dead || !c.speech || c.class != Say || c.source.IsZero() || len(c.content) == 0 && !w.endsInColon(si) || w.inQuote(c.at) >= 0 {
			continue
		}
		if c.head >= 0 && w.t.words["own-voice"][w.low(w.d.Sentences[si].Tokens[c.head].Form)] {
			continue
		}
		if w.t.words["telling"][w.low(w.d.Token(c.at).Lemma)] {
			return true
		}
	}
	return false
}

// ownVoice reports whether somebody says "I" or "we" in a sentence, outside quotations.
func (w *work) ownVoice(si int) bool {
	s := &w.d.Sentences[si]
	for k := range s.Tokens {
		if s.Tokens[k].UPOS == "PRON" && w.t.words["own-voice"][w.low(s.Tokens[k].Form)] && w.inQuote(doc.Ref{Sent: si, Tok: k}) < 0 {
			return true
		}
	}
	return false
}

// author is the mention of whoever writes what a paper says in full: the one that a
// sentence before has it from, or who sends or issues it there; -1 where the source is
// no paper told of before, or nobody is named.
func (w *work) author(c *candidate) int {
	if si, noun := w.paperBefore(c); noun >= 0 {
		return w.authorAt(si, noun)
	}
	return -1
}

// paperBefore is where the paper that speaks in full ("The message said:") was first
// told of, a sentence and its noun; -1 for nowhere.
func (w *work) paperBefore(c *candidate) (si, noun int) {
	if c.head < 0 || w.style(c) != nuncio.StyleDirect {
		return -1, -1
	}
	lemma := w.low(w.d.Sentences[c.source.Sent].Tokens[c.head].Lemma)
	if !w.t.words["paper"][lemma] && (lemma != "it" || !c.verbatim) {
		return -1, -1
	}
	for si := c.source.Sent - 1; si >= 0 && si >= c.source.Sent-authorReach && w.d.Sentences[si].Part == doc.Body; si-- {
		s := &w.d.Sentences[si]
		for k := range s.Tokens {
			if t := &s.Tokens[k]; t.UPOS == "NOUN" && (w.low(t.Lemma) == lemma || lemma == "it" && w.t.words["paper"][w.low(t.Lemma)]) {
				return si, k
			}
		}
	}
	return -1, -1
}

// authorReach is how many sentences before its words a paper may be told of.
const authorReach = 3

// authorAt is the mention of the author of a paper where it is told of: "a letter from
// the king", "received a letter from the king", "the king's letter", "the king sent a
// letter"; -1 for none.
func (w *work) authorAt(si, noun int) int {
	s := &w.d.Sentences[si]
	v := s.Tokens[noun].Head
	for _, up := range [...]int{noun, v} {
		if up < 0 {
			continue
		}
		for k := noun + 1; k < len(s.Tokens); k++ {
			if h := s.Tokens[k].Head; nominal(&s.Tokens[k]) && hasPrep(s, k, "from") && (h == up || h >= noun && h < k && w.within(s, h, noun)) {
				if m := w.headMention(si, k); m >= 0 {
					return m
				}
			}
		}
	}
	if p := s.Child(noun, "nmod:poss"); p >= 0 {
		return w.headMention(si, p)
	}
	if v < 0 || s.Tokens[noun].Deprel != "obj" {
		return -1
	}
	if p := s.Predicate(v); p != nil {
		if a, ok := p.Arg(doc.Subj); ok && !w.t.words["receiving"][w.low(s.Tokens[v].Lemma)] {
			return w.headMention(si, a.Tok)
		}
	}
	return -1
}

// within reports whether a token hangs under a noun.
func (w *work) within(s *doc.Sentence, k, noun int) bool {
	for n := 0; k >= 0 && n < len(s.Tokens); n++ {
		if k == noun {
			return true
		}
		k = s.Tokens[k].Head
	}
	return false
}

// headMention is the longest mention that a token heads and that is a party; -1 for none.
func (w *work) headMention(si, tok int) int {
	best := -1
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent == si && m.Head == tok && m.Entity >= 0 && (best < 0 || m.End-m.First > w.d.Mentions[best].End-w.d.Mentions[best].First) {
			best = i
		}
	}
	return best
}
