package voice_test

import (
	"testing"

	"nuncio"
	"nuncio/clause"
	"nuncio/doc"
)

// FuzzAttribute reads random trees over words that the tables know: damaged
// trees may give nonsense, but never a panic, and never a range outside its
// sentence.
func FuzzAttribute(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03said that the \x10\x11"))
	f.Add([]byte("according to as reported by"))
	r, clauses := newReader(f), clause.New(clauseWords(f))
	forms := []string{"said", "that", "the", "Oslo", ",", `"`, "according", "to", "as", "reported", "by", "who", "citing", "plans", "for", "not", ".", ":", "if", "denied", "was", "quoted", "saying", "both", "“", "”", "has", "yet", "and", "told", "reporters", "claim"}
	upos := []string{"VERB", "NOUN", "PROPN", "PUNCT", "ADP", "PRON", "AUX", "SCONJ", "ADJ", "ADV"}
	xpos := []string{"VBD", "VBG", "VBN", "VB", "NN", "NNP", "WP", "IN"}
	rels := []string{"root", "nsubj", "obj", "ccomp", "xcomp", "parataxis", "mark", "case", "punct", "obl", "nmod", "conj", "cc", "aux", "advmod", "acl", "acl:relcl", "advcl", "nsubj:pass", "obl:agent", "compound:prt", "appos", "det", "nmod:poss"}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 400 {
			b = b[:400]
		}
		d := &doc.Document{Report: &nuncio.Report{}}
		var s doc.Sentence
		flush := func() {
			if len(s.Tokens) == 0 {
				return
			}
			for i := range s.Tokens {
				if h := &s.Tokens[i].Head; *h >= len(s.Tokens) || *h == i {
					*h = -1
				}
			}
			breakCycles(&s)
			s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
			s.Link()
			d.Sentences = append(d.Sentences, s)
			s = doc.Sentence{Number: len(d.Sentences)}
		}
		for i := 0; i+3 < len(b); i += 4 {
			form := forms[int(b[i])%len(forms)]
			tok := doc.Token{Form: form, Lemma: form, UPOS: upos[int(b[i+1])%len(upos)], XPOS: xpos[int(b[i+1]/16)%len(xpos)], Deprel: rels[int(b[i+2])%len(rels)], Head: int(b[i+3]) % 16, Feats: "_"}
			tok.Start = len(d.Report.Text)
			d.Report.Text += form
			tok.End = len(d.Report.Text)
			d.Report.Text += " "
			s.Tokens = append(s.Tokens, tok)
			if b[i+3] > 240 {
				d.Report.Text += "\n\n"
			}
			if b[i+3] > 225 {
				flush()
			}
		}
		flush()
		clauses.Read(d)
		r.Attribute(d)
		for i := range d.Attributions {
			a := &d.Attributions[i]
			for _, x := range append([]doc.Range{a.Source, a.Cue}, a.Content...) {
				if x.IsZero() {
					continue
				}
				if x.Sent < 0 || x.Sent >= len(d.Sentences) || x.First < 0 || x.End > len(d.Sentences[x.Sent].Tokens) {
					t.Fatalf("range %v outside its sentence", x)
				}
			}
			if a.Parent >= i {
				t.Fatalf("attribution %d stands before its outer %d", i, a.Parent)
			}
		}
		for si := range d.Sentences {
			for i := range d.Sentences[si].Tokens {
				r.Status(d, doc.Ref{Sent: si, Tok: i})
				r.Chain(d, doc.Ref{Sent: si, Tok: i})
			}
		}
	})
}

// breakCycles roots every token that does not reach a root: trees are trees by
// the time that voice sees them.
func breakCycles(s *doc.Sentence) {
	for i := range s.Tokens {
		seen, k := 0, i
		for k >= 0 && seen <= len(s.Tokens) {
			k = s.Tokens[k].Head
			seen++
		}
		if k >= 0 {
			s.Tokens[i].Head = -1
		}
	}
}
