package voice

import "nuncio/doc"

// aside reads ", Park said," in the middle of a sentence: everything around it
// is the content, whatever the tree made of it.
func (w *work) aside(c *candidate) {
	si := c.at.Sent
	s := &w.d.Sentences[si]
	if c.source.IsZero() || c.source.Sent != si || !finite(&s.Tokens[c.at.Tok]) {
		return
	}
	if x := s.Tokens[c.source.First].XPOS; x == "WP" || x == "WDT" {
		return // "a clerk, who said, when asked, that"
	}
	first, end := min(c.cue.First, c.source.First), max(c.cue.End, c.source.End)
	if first < 2 || end >= len(s.Tokens)-2 || end-first > 30 {
		return
	}
	before := s.Tokens[first-1].Form
	if before != "," || s.Tokens[end].Form != "," && s.Tokens[end-1].Form != "," {
		return
	}
	if c.source.End <= c.cue.First && c.cue.First-c.source.End > 1 || c.cue.End <= c.source.First && c.source.First-c.cue.End > 1 {
		return
	}
	if u := &s.Tokens[min(end+1, len(s.Tokens)-1)]; s.Tokens[end].Form == "," && (u.XPOS == "VBG" || mark(u.Form) != 0 || u.XPOS == "WP") {
		return
	}
	if u := &s.Tokens[end+1]; u.UPOS == "CCONJ" && w.hasFinite(s, 0, first) && w.hasFinite(s, end, len(s.Tokens)) {
		return // two clauses: the tree decides
	}
	w.clearMask(s)
	for i := range w.mask {
		w.mask[i] = i < first || i >= end
	}
	if q := w.inQuote(c.at); q >= 0 {
		return
	}
	c.content, c.reason, c.weak = w.runs(si, nil), "aside", false
}

// final reads ", a minister said on Monday." at the end of a sentence: what stands
// before it is the content, however the tree cut it.
func (w *work) final(c *candidate) {
	si := c.at.Sent
	s := &w.d.Sentences[si]
	if c.source.IsZero() || c.source.Sent != si || !finite(&s.Tokens[c.at.Tok]) && s.Child(c.at.Tok, "aux") < 0 || w.inQuote(c.at) >= 0 {
		return
	}
	if doc.IsRel(s.Tokens[c.at.Tok].Deprel, "acl") || w.twoSubjects(s, c.at.Tok) {
		return // "an allegation that Baku denies"
	}
	first, end := min(c.cue.First, c.source.First), max(c.cue.End, c.source.End)
	if first < 3 || s.Tokens[first-1].Form != "," || w.hasFinite(s, end, len(s.Tokens)) || w.hasClause(s, end) {
		return
	}
	for i := end; i < len(s.Tokens); i++ {
		if mark(s.Tokens[i].Form) != 0 {
			return
		}
	}
	for _, r := range c.content {
		if r.Sent != si || r.First >= first {
			return
		}
	}
	from := first - 1
	for from > 0 && s.Tokens[from-1].Form != ";" {
		from--
	}
	if !w.hasFinite(s, from, first) {
		return
	}
	if !w.hasOwnClause(s, c, from, first) {
		return
	}
	w.clearMask(s)
	for i := from; i < first; i++ {
		w.mask[i] = true
	}
	c.content, c.reason, c.weak = w.runs(si, nil), "what stands before", false
}

// lastClause cuts off what stands before the last semicolon, where the words behind it close
// with a quotation: of "Oslo cut its aid; it would resume “when they talk,” an envoy said" he
// said the latter.
func (w *work) lastClause(c *candidate) {
	s := &w.d.Sentences[c.at.Sent]
	first := c.cue.First
	if c.source.Sent == c.at.Sent && !c.source.IsZero() {
		first = min(first, c.source.First)
	}
	if first < 3 || mark(s.Tokens[first-1].Form) == 0 || len(c.content) == 0 {
		return
	}
	for i := first - 2; i > 0; i-- {
		at := doc.Ref{Sent: c.at.Sent, Tok: i}
		if s.Tokens[i].Form != ";" || w.inQuote(at) >= 0 {
			continue
		}
		if w.holds(c.content, at) && w.hasFinite(s, i+1, first) {
			w.cutBefore(c, at)
		}
		return
	}
}

// cutBefore takes what stands in a sentence up to a place out of a content.
func (w *work) cutBefore(c *candidate, at doc.Ref) {
	kept := c.content[:0]
	for _, r := range c.content {
		if r.Sent == at.Sent {
			r.First = max(r.First, at.Tok+1)
		}
		if r.Sent > at.Sent || r.Sent == at.Sent && r.First < r.End {
			kept = append(kept, r)
		}
	}
	c.content = kept
}

// hasOwnClause guards "While Lima said nothing, Quito said …": the words before the
// comma must not be subordinate themselves.
func (w *work) hasOwnClause(s *doc.Sentence, c *candidate, from, first int) bool {
	return len(c.content) > 0 || s.Tokens[from].UPOS != "SCONJ"
}

// answers reads "Asked whether …, the envoy said the road was open": when a clause
// follows the cue, what stands before it is not the content.
func (w *work) answers(c *candidate) {
	if len(c.content) == 0 || c.source.IsZero() || c.source.Sent != c.at.Sent || c.source.End > c.cue.First {
		return
	}
	s := &w.d.Sentences[c.at.Sent]
	for _, r := range c.content {
		if r.Sent != c.at.Sent || r.End > c.source.First {
			return
		}
	}
	end := c.cue.End
	if end+2 >= len(s.Tokens) || s.Tokens[end].UPOS == "PUNCT" || s.Tokens[end].UPOS == "ADP" || !w.hasFinite(s, end, len(s.Tokens)) {
		return
	}
	first := c.content[0].First
	if t := &s.Tokens[first]; t.XPOS != "VBN" && t.XPOS != "VBG" && t.UPOS != "SCONJ" && t.UPOS != "ADV" {
		return
	}
	w.surfaceContent(c)
}
