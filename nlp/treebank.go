package nlp

import (
	"nuncio"
	"nuncio/doc"
	"nuncio/ud"
)

// ToUD gives sentence i of a document as a treebank has it: words joined on the
// surface under a multiword token, SpaceAfter=No where the text has no space,
// and names as Name= in MISC.
func ToUD(d *doc.Document, i int) *ud.Sentence {
	s := &d.Sentences[i]
	out := &ud.Sentence{}
	text := d.Text(s.Part)
	for k := range s.Tokens {
		t := &s.Tokens[k]
		w := ud.Word{
			Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Feats: t.Feats,
			Head: t.Head + 1, Deprel: t.Deprel, Deps: "_", Misc: "_",
		}
		joins := k+1 < len(s.Tokens) && s.Tokens[k+1].Joined
		tight := k+1 < len(s.Tokens) && s.Tokens[k+1].Start == t.End
		switch {
		case t.Joined && len(out.Tokens) > 0 && out.Tokens[len(out.Tokens)-1].Last == k:
			m := &out.Tokens[len(out.Tokens)-1]
			m.Last = k + 1
			m.Form = text[s.Tokens[m.First-1].Start:t.End]
			m.Misc = "_"
			if tight && !joins {
				m.Misc = "SpaceAfter=No"
			}
		case joins:
			out.Tokens = append(out.Tokens, ud.Token{First: k + 1, Last: k + 1, Form: t.Form, Misc: "_"})
		case tight:
			w.Misc = "SpaceAfter=No"
		}
		out.Words = append(out.Words, w)
	}
	for _, n := range d.Names {
		if n.Sent != i {
			continue
		}
		for k := n.First; k < n.End; k++ {
			tag := "Name=I-" + n.Type
			if k == n.First {
				tag = "Name=B-" + n.Type
			}
			if m := &out.Words[k].Misc; *m == "_" {
				*m = tag
			} else {
				*m = tag + "|" + *m
			}
		}
	}
	return out
}

// FromUD gives the sentences as a document without analysis: forms alone, placed
// in a text made of them.
func FromUD(sents []*ud.Sentence) *doc.Document {
	d := &doc.Document{Report: &nuncio.Report{}}
	var text []byte
	for n, s := range sents {
		out := doc.Sentence{Number: n, Start: len(text)}
		next := 0
		for i := range s.Words {
			w := &s.Words[i]
			t := doc.Token{Form: w.Form, Head: -1}
			misc, joined, inside := w.Misc, false, false
			for next < len(s.Tokens) && s.Tokens[next].Last < i+1 {
				next++
			}
			if next < len(s.Tokens) && s.Tokens[next].First <= i+1 {
				m := s.Tokens[next]
				joined, inside, misc = i+1 > m.First, i+1 < m.Last, m.Misc
			}
			t.Joined = joined
			t.Start = len(text)
			text = append(text, w.Form...)
			t.End = len(text)
			if !inside && ud.SpaceAfter(misc) {
				text = append(text, ' ')
			}
			out.Tokens = append(out.Tokens, t)
		}
		if k := len(out.Tokens); k > 0 {
			out.End = out.Tokens[k-1].End
		}
		if k := len(text); k > 0 && text[k-1] != ' ' {
			text = append(text, ' ')
		}
		d.Sentences = append(d.Sentences, out)
	}
	d.Report.Text = string(text)
	return d
}

// Reparse tags and parses the words of a treebank sentence anew; comments,
// multiword tokens and MISC stay.
func (w *Workspace) Reparse(s *ud.Sentence) error {
	d := FromUD([]*ud.Sentence{s})
	if err := w.AnalyzeTokens(d); err != nil {
		return err
	}
	for i, t := range d.Sentences[0].Tokens {
		v := &s.Words[i]
		v.Lemma, v.UPOS, v.XPOS, v.Feats, v.Head, v.Deprel = t.Lemma, t.UPOS, t.XPOS, t.Feats, t.Head+1, t.Deprel
		v.Deps = "_"
	}
	return nil
}
