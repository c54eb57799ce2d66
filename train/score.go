package train

import (
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/ud"
)

// Score measures an engine on gold tokens: UPOS, XPOS, feats, lemma, UAS and LAS
// with subtypes, punctuation counted, in hundredths.
func Score(e *nlp.Engine, sents []*ud.Sentence) (map[string]float64, error) {
	d := &doc.Document{}
	for _, s := range sents {
		ds := doc.Sentence{}
		for _, w := range s.Words {
			ds.Tokens = append(ds.Tokens, doc.Token{Form: w.Form})
		}
		d.Sentences = append(d.Sentences, ds)
	}
	if err := e.NewWorkspace().AnalyzeTokens(d); err != nil {
		return nil, err
	}
	var n, upos, xpos, feats, lemma, uas, las float64
	one := func(ok bool, to *float64) {
		if ok {
			*to++
		}
	}
	for i, s := range sents {
		for j, w := range s.Words {
			t := &d.Sentences[i].Tokens[j]
			n++
			one(t.UPOS == w.UPOS, &upos)
			one(t.XPOS == w.XPOS, &xpos)
			one(t.Feats == w.Feats, &feats)
			one(t.Lemma == w.Lemma || w.Lemma == "_", &lemma)
			one(t.Head+1 == w.Head, &uas)
			one(t.Head+1 == w.Head && t.Deprel == w.Deprel, &las)
		}
	}
	k := 100 / max(n, 1)
	return map[string]float64{
		"UPOS": upos * k, "XPOS": xpos * k, "UFeats": feats * k, "Lemmas": lemma * k, "UAS": uas * k, "LAS": las * k,
	}, nil
}

// ScoreNames measures spans of names on gold tokens: F1 over the types given, in
// hundredths.
func ScoreNames(e *nlp.Engine, sents []*Sentence, types ...string) (map[string]float64, error) {
	d := &doc.Document{}
	for _, s := range sents {
		ds := doc.Sentence{}
		for _, w := range s.Tree.Words {
			ds.Tokens = append(ds.Tokens, doc.Token{Form: w.Form})
		}
		d.Sentences = append(d.Sentences, ds)
	}
	if err := e.NewWorkspace().AnalyzeTokens(d); err != nil {
		return nil, err
	}
	got := map[doc.Name]bool{}
	for _, n := range d.Names {
		got[n] = true
	}
	out := map[string]float64{}
	var tp, fp, fn float64
	for _, kind := range types {
		var gold, hit, pred float64
		for i, s := range sents {
			for _, n := range Spans(i, s.Names) {
				if n.Type == kind {
					gold++
					if got[n] {
						hit++
					}
				}
			}
		}
		for _, n := range d.Names {
			if n.Type == kind {
				pred++
			}
		}
		out["F1 "+kind] = 200 * hit / max(1, gold+pred)
		tp, fp, fn = tp+hit, fp+pred-hit, fn+gold-hit
	}
	out["F1 names"] = 200 * tp / max(1, 2*tp+fp+fn)
	return out, nil
}

// Spans gives the names that BIO tags mark in sentence number sent.
func Spans(sent int, tags []string) []doc.Name {
	var out []doc.Name
	for i := 0; i < len(tags); {
		if len(tags[i]) < 3 {
			i++
			continue
		}
		first := i
		for i++; i < len(tags) && tags[i] == "I-"+tags[first][2:]; i++ {
		}
		out = append(out, doc.Name{Range: doc.Range{Sent: sent, First: first, End: i}, Type: tags[first][2:]})
	}
	return out
}
